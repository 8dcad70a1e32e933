package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Check is a box to tick, with its label.
type Check struct {
	widget.BaseWidget
	node
	// OnChange is told when it was ticked or cleared.
	OnChange func(on bool)

	on      bool
	text    string
	box     *Fill
	tick    *Label
	label   *Label
	ring    *Fill
	focused bool
}

// NewCheck returns a check.
func NewCheck(text string, on bool, changed func(on bool)) *Check {
	c := &Check{OnChange: changed, on: on, text: text}
	c.box, c.ring = NewFrame(RoleSurface, RoleControl, 4), NewFrame(RoleNone, RoleFocus, 5)
	c.ring.Stroke = 2
	c.ring.Hide()
	c.tick = NewLabel("✓", NoteBold, RoleOnAccent)
	c.label = NewBlock(Plain(text, Body, RoleInk)...)
	c.ExtendBaseWidget(c)
	adopt(c, c.box, c.tick, c.label, c.ring)
	return c
}

// On reports whether it is ticked.
func (c *Check) On() bool { return c.on }

// checkLeft is where the label begins, in points.
const checkLeft = 28

// HeightFor implements Block.
func (c *Check) HeightFor(width float32) float32 {
	return max(24, c.label.HeightFor(width-checkLeft)+4)
}

// MinSize implements fyne.CanvasObject.
func (c *Check) MinSize() fyne.Size { return noSize }

// Tapped implements fyne.Tappable.
func (c *Check) Tapped(*fyne.PointEvent) {
	c.on = !c.on
	c.Refresh()
	if c.OnChange != nil {
		c.OnChange(c.on)
	}
}

// Cursor implements desktop.Cursorable.
func (c *Check) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained implements fyne.Focusable.
func (c *Check) FocusGained() { c.focused = true; c.Refresh(); reveal(c) }

// FocusLost implements fyne.Focusable.
func (c *Check) FocusLost() { c.focused = false; c.Refresh() }

// TypedRune implements fyne.Focusable.
func (c *Check) TypedRune(r rune) {
	if r == ' ' {
		c.Tapped(nil)
	}
}

// TypedKey implements fyne.Focusable.
func (c *Check) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter {
		c.Tapped(nil)
		return
	}
	Current().unused(ev)
}

// AccessibilityLabel implements fyne.Accessible.
func (c *Check) AccessibilityLabel() string { return c.text }

// AccessibilityRole implements fyne.Accessible.
func (c *Check) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	c.ExtendBaseWidget(c)
	r := &checkRenderer{c}
	r.style()
	return r
}

type checkRenderer struct{ c *Check }

func (r *checkRenderer) style() {
	c := r.c
	if c.on {
		c.box.Back, c.box.Edge = RoleAccent, RoleAccent
		c.tick.Show()
	} else {
		c.box.Back, c.box.Edge = RoleSurface, RoleControl
		c.tick.Hide()
	}
	if c.focused {
		c.ring.Show()
	} else {
		c.ring.Hide()
	}
}

func (r *checkRenderer) Layout(s fyne.Size) {
	c := r.c
	Put(c.box, 2, 4, 17, 17)
	n := c.tick.Natural()
	Put(c.tick, 2+(17-n.Width)/2, 4+(17-n.Height)/2, n.Width, n.Height)
	Put(c.label, checkLeft, 2, s.Width-checkLeft, c.label.HeightFor(s.Width-checkLeft))
	Put(c.ring, -3, 0, s.Width+3, s.Height)
}
func (r *checkRenderer) MinSize() fyne.Size { return noSize }
func (r *checkRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.c.box, r.c.tick, r.c.label, r.c.ring}
}
func (r *checkRenderer) Destroy() {}
func (r *checkRenderer) Refresh() {
	r.style()
	r.c.box.Refresh()
	r.c.tick.Refresh()
	r.c.label.Refresh()
	canvas.Refresh(r.c) // see Row
}
