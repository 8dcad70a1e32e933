package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Tile is a framed block that can be clicked as a whole, and may hold buttons. A
// page hides all of it, buttons included, while it is out of view.
type Tile struct {
	widget.BaseWidget
	node
	// OnTap is called for a click beside the buttons in it.
	OnTap func()
	// OnMenu is called for a click with the other button, with where on the canvas
	// that is; may be nil.
	OnMenu func(at fyne.Position)
	// Name is read out by screen readers.
	Name string

	content Block
	frame   *Fill
	current bool
	hovered bool
}

// NewTile returns a tile around content, which brings its own margins.
func NewTile(content Block, tapped func()) *Tile {
	t := &Tile{content: content, OnTap: tapped, frame: NewFrame(RoleSurface, RoleLine, 8)}
	t.ExtendBaseWidget(t)
	adopt(t, content)
	return t
}

// SetCurrent draws the tile as the one that the keys act on, or not.
func (t *Tile) SetCurrent(on bool) {
	if t.current != on {
		t.current = on
		t.style()
	}
}

// Current reports whether the tile is drawn as the one that the keys act on.
func (t *Tile) Current() bool { return t.current }

func (t *Tile) style() {
	back, edge, stroke := RoleSurface, RoleLine, float32(1)
	if t.hovered {
		back = RoleHover
	}
	if t.current {
		back, edge, stroke = RoleSurface, RoleAccent, 2
	}
	t.frame.Stroke = stroke
	t.frame.Back, t.frame.Edge = back, edge
	t.frame.Refresh()
	canvas.Refresh(t) // see Row
}

// HeightFor implements Block.
func (t *Tile) HeightFor(width float32) float32 { return t.content.HeightFor(width) }

// MinSize implements fyne.CanvasObject.
func (t *Tile) MinSize() fyne.Size { return noSize }

// Tapped implements fyne.Tappable.
func (t *Tile) Tapped(*fyne.PointEvent) {
	if t.OnTap != nil {
		t.OnTap()
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (t *Tile) TappedSecondary(ev *fyne.PointEvent) {
	if t.OnMenu != nil {
		t.OnMenu(ev.AbsolutePosition)
	}
}

// MouseIn implements desktop.Hoverable.
func (t *Tile) MouseIn(*desktop.MouseEvent) { t.hovered = true; t.style() }

// MouseMoved implements desktop.Hoverable.
func (t *Tile) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (t *Tile) MouseOut() { t.hovered = false; t.style() }

// AccessibilityLabel implements fyne.Accessible.
func (t *Tile) AccessibilityLabel() string { return t.Name }

// AccessibilityRole implements fyne.Accessible.
func (t *Tile) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// CreateRenderer implements fyne.Widget.
func (t *Tile) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	return &tileRenderer{t}
}

type tileRenderer struct{ t *Tile }

func (v *tileRenderer) Layout(s fyne.Size) {
	Put(v.t.frame, 0, 0, s.Width, s.Height)
	Put(v.t.content, 0, 0, s.Width, s.Height)
}
func (v *tileRenderer) MinSize() fyne.Size { return noSize }
func (v *tileRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{v.t.frame, v.t.content}
}
func (v *tileRenderer) Destroy() {}
func (v *tileRenderer) Refresh() {
	v.t.style()
	v.t.content.Refresh()
}
