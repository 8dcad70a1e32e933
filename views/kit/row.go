package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Row is a block that can be picked as a whole: it shades under the pointer
// and carries a bar at its left edge while it is picked.
type Row struct {
	widget.BaseWidget
	node
	// OnTap is called for a click on the row, outside links of its texts.
	OnTap func()
	// OnMenu is called for a click with the other button, with where on the canvas
	// that is; may be nil.
	OnMenu func(at fyne.Position)
	// Name is read out by screen readers.
	Name string
	// Shade is the colour under the pointer and while picked; RoleNone is
	// RoleHover and RolePicked.
	Shade Role

	content Block
	back    *Fill
	bar     *Fill
	state   RowState
	hovered bool
}

// RowState says how a row belongs to what is picked.
type RowState int

// The states of a row.
const (
	RowPlain  RowState = iota
	RowLinked          // belongs to what is picked
	RowPicked          // is what is picked
)

// rowPad is the room, in points, that the shade reaches beyond the content.
const rowPad = 7

// NewRow returns a row around content.
func NewRow(content Block, tapped func()) *Row {
	r := &Row{content: content, OnTap: tapped, back: NewFrame(RoleNone, RoleNone, 6), bar: NewFrame(RoleAccent, RoleNone, 1.5)}
	r.bar.Hide()
	r.ExtendBaseWidget(r)
	adopt(r, content)
	return r
}

// SetState changes how the row is drawn.
func (r *Row) SetState(s RowState) {
	if r.state != s {
		r.state = s
		r.style()
	}
}

// State returns how the row is drawn.
func (r *Row) State() RowState { return r.state }

func (r *Row) style() {
	back := RoleNone
	switch {
	case r.state == RowPicked:
		back = RolePicked
	case r.hovered:
		back = RoleHover
	}
	if back != RoleNone && r.Shade != RoleNone {
		back = r.Shade
	}
	r.back.Set(back, RoleNone)
	if r.state == RowPlain {
		r.bar.Hide()
	} else {
		r.bar.Show()
	}
	// Fyne finds the canvas of an object only once it has been painted, so a bar
	// shown for the first time does not ask for a new frame itself.
	canvas.Refresh(r)
}

// Watch shades the row while the pointer is over one of its texts, which take
// the mouse from it.
func (r *Row) Watch(texts ...*Text) {
	for _, t := range texts {
		t.onEnter = func(in bool) {
			r.hovered = in
			r.style()
		}
	}
}

// HeightFor implements Block.
func (r *Row) HeightFor(width float32) float32 { return r.content.HeightFor(width) }

// MinSize implements fyne.CanvasObject.
func (r *Row) MinSize() fyne.Size { return noSize }

// Tapped implements fyne.Tappable.
func (r *Row) Tapped(*fyne.PointEvent) {
	if r.OnTap != nil {
		r.OnTap()
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (r *Row) TappedSecondary(ev *fyne.PointEvent) {
	if r.OnMenu != nil {
		r.OnMenu(ev.AbsolutePosition)
	}
}

// MouseIn implements desktop.Hoverable.
func (r *Row) MouseIn(*desktop.MouseEvent) { r.hovered = true; r.style() }

// MouseMoved implements desktop.Hoverable.
func (r *Row) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *Row) MouseOut() { r.hovered = false; r.style() }

// AccessibilityLabel implements fyne.Accessible.
func (r *Row) AccessibilityLabel() string { return r.Name }

// AccessibilityRole implements fyne.Accessible.
func (r *Row) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }

// CreateRenderer implements fyne.Widget.
func (r *Row) CreateRenderer() fyne.WidgetRenderer {
	r.ExtendBaseWidget(r)
	return &rowRenderer{r}
}

type rowRenderer struct{ r *Row }

func (v *rowRenderer) Layout(s fyne.Size) {
	Put(v.r.back, -rowPad, -1, s.Width+2*rowPad, s.Height+2)
	Put(v.r.bar, -rowPad, 1, 3, s.Height-2)
	Put(v.r.content, 0, 0, s.Width, s.Height)
}
func (v *rowRenderer) MinSize() fyne.Size { return v.r.MinSize() }
func (v *rowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{v.r.back, v.r.bar, v.r.content}
}
func (v *rowRenderer) Destroy() {}
func (v *rowRenderer) Refresh() {
	v.r.style()
	v.r.back.Refresh()
	v.r.bar.Refresh()
	v.r.content.Refresh()
}
