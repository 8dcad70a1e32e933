package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Item is something inside a Rover that the keyboard can reach.
type Item struct {
	Object   fyne.CanvasObject
	Link     string // when set, Object is a Text and the item this link in it
	Activate func()
	// Menu, Edit and Delete are what the keys for these do with the item, at a
	// point of the canvas below it; nil passes the key on.
	Menu         func(at fyne.Position)
	Edit, Delete func()
}

// Rover makes a block one stop of the Tab key; inside it the arrow keys move a
// ring from item to item and Enter or Space activates the one that has it.
type Rover struct {
	widget.BaseWidget
	node
	// Items returns what can be reached, in reading order.
	Items func() []Item
	// Reveal is asked to scroll so that the stretch of the rover shows.
	Reveal func(r *Rover, y, h float32)
	// Name is read out by screen readers.
	Name string

	content Block
	ring    *Fill
	at      int
	focused bool
}

// NewRover returns a rover around content.
func NewRover(name string, content Block, items func() []Item) *Rover {
	r := &Rover{Name: name, content: content, Items: items, ring: NewFrame(RoleNone, RoleFocus, 5)}
	r.ring.Stroke = 2
	r.ring.Hide()
	r.ExtendBaseWidget(r)
	adopt(r, content)
	return r
}

// HeightFor implements Block.
func (r *Rover) HeightFor(width float32) float32 { return r.content.HeightFor(width) }

// FocusGained implements fyne.Focusable.
func (r *Rover) FocusGained() {
	r.focused = true
	r.show(true)
}

// FocusLost implements fyne.Focusable.
func (r *Rover) FocusLost() {
	r.focused = false
	r.ring.Hide()
}

// TypedRune implements fyne.Focusable.
func (r *Rover) TypedRune(c rune) {
	if c == ' ' {
		r.activate()
	}
}

// TypedKey implements fyne.Focusable.
func (r *Rover) TypedKey(ev *fyne.KeyEvent) {
	n := len(r.Items())
	switch ev.Name {
	case fyne.KeyUp, fyne.KeyLeft:
		r.at = max(r.at-1, 0)
	case fyne.KeyDown, fyne.KeyRight:
		r.at = min(r.at+1, max(n-1, 0))
	case fyne.KeyHome:
		r.at = 0
	case fyne.KeyEnd:
		r.at = max(n-1, 0)
	case fyne.KeyReturn, fyne.KeyEnter:
		r.activate()
		return
	default:
		if !r.act(ev.Name) {
			Current().unused(ev)
		}
		return
	}
	r.show(true)
}

// act does what a key does with the item that has the ring: the menu key or
// Shift+F10 its menu, F2 its form, Delete takes it away.
func (r *Rover) act(key fyne.KeyName) bool {
	items := r.Items()
	if r.at >= len(items) {
		return false
	}
	it := items[r.at]
	switch {
	case (key == desktop.KeyMenu || key == fyne.KeyF10) && it.Menu != nil:
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(it.Object)
		it.Menu(at.AddXY(24, min(it.Object.Size().Height, 28)))
	case key == fyne.KeyF2 && it.Edit != nil:
		it.Edit()
	case key == fyne.KeyDelete && it.Delete != nil:
		it.Delete()
	default:
		return false
	}
	return true
}

// Focused reports whether the rover has the keyboard.
func (r *Rover) Focused() bool { return r.focused }

// Focus puts the ring on the i-th item, as a click there does.
func (r *Rover) Focus(i int) {
	r.at = i
	r.show(false)
}

// At returns the index of the item that has, or would have, the ring.
func (r *Rover) At() int { return r.at }

func (r *Rover) activate() {
	if items := r.Items(); r.at < len(items) && items[r.at].Activate != nil {
		items[r.at].Activate()
	}
}

// show puts the ring around the present item while the rover has the keyboard.
func (r *Rover) show(reveal bool) {
	items := r.Items()
	if !r.focused || len(items) == 0 {
		r.ring.Hide()
		return
	}
	r.at = min(r.at, len(items)-1)
	it := items[r.at]
	pos, ok := Offset(it.Object, r)
	if !ok {
		r.ring.Hide()
		return
	}
	size := it.Object.Size()
	if t, isText := it.Object.(*Text); isText && it.Link != "" {
		if p, s, ok := t.LinkRect(it.Link); ok {
			pos, size = pos.Add(p), s
		}
	}
	const out = 3
	Put(r.ring, pos.X-out, pos.Y-out+2, size.Width+2*out, size.Height+2*out-4)
	r.ring.Show()
	canvas.Refresh(r) // see Row
	if reveal && r.Reveal != nil {
		r.Reveal(r, pos.Y, size.Height)
	}
}

// MinSize implements fyne.CanvasObject.
func (r *Rover) MinSize() fyne.Size { return noSize }

// AccessibilityLabel implements fyne.Accessible.
func (r *Rover) AccessibilityLabel() string { return r.Name }

// AccessibilityRole implements fyne.Accessible.
func (r *Rover) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// CreateRenderer implements fyne.Widget.
func (r *Rover) CreateRenderer() fyne.WidgetRenderer {
	r.ExtendBaseWidget(r)
	return &roverRenderer{r}
}

type roverRenderer struct{ r *Rover }

func (v *roverRenderer) Layout(s fyne.Size) {
	Put(v.r.content, 0, 0, s.Width, s.Height)
	v.r.show(false)
}
func (v *roverRenderer) MinSize() fyne.Size { return noSize }
func (v *roverRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{v.r.content, v.r.ring}
}
func (v *roverRenderer) Destroy() {}
func (v *roverRenderer) Refresh() {
	v.r.content.Refresh()
	v.r.show(false)
}
