package kit

import (
	"briefline/app/typeset"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Button is a flat button with a label in our own type.
type Button struct {
	widget.BaseWidget
	node
	// OnTap is called for a click, Enter or Space.
	OnTap func()
	// Ink is the colour of the label; RoleNone is the usual one.
	Ink Role
	// Main fills the button with the accent colour.
	Main bool
	// Chosen draws a button of a group as the one chosen.
	Chosen bool
	// Quiet draws no edge.
	Quiet bool
	// Small sets the label in small type.
	Small bool
	// Tip is what the button does, with its keys, for the bubble that shows while
	// the pointer rests on it; "" for none.
	Tip string

	label   *Label
	text    string
	frame   *Fill
	hovered bool
	focused bool
}

// NewButton returns a button.
func NewButton(label string, tapped func()) *Button {
	b := &Button{OnTap: tapped, text: label, frame: NewFrame(RoleSurface, RoleControl, 6)}
	b.label = NewLabel(label, Body, RoleInk)
	b.ExtendBaseWidget(b)
	return b
}

// SetText changes the label.
func (b *Button) SetText(s string) {
	b.text = s
	b.label.SetPieces(Plain(s, b.style(), RoleInk)...)
	b.Refresh()
}

// Text returns the label.
func (b *Button) Text() string { return b.text }

// style is the type of the label.
func (b *Button) style() typeset.Style {
	st := Body
	if b.Main || b.Chosen {
		st = BodyBold
	}
	if b.Small {
		st.Size = Small.Size
	}
	return st
}

// Natural returns the size in points that the label asks for.
func (b *Button) Natural() fyne.Size {
	n := fyne.NewSize(ceil(Current().Fonts.Width(b.text, b.style())), 0)
	if b.Small {
		return fyne.NewSize(n.Width+16, 22)
	}
	return fyne.NewSize(n.Width+24, 32)
}

// MinSize implements fyne.CanvasObject.
func (b *Button) MinSize() fyne.Size { return b.Natural() }

// Tapped implements fyne.Tappable.
func (b *Button) Tapped(*fyne.PointEvent) {
	if b.Tip != "" {
		Current().tip(b, "") // it has been understood
	}
	if b.OnTap != nil {
		b.OnTap()
	}
}

// FocusGained implements fyne.Focusable.
func (b *Button) FocusGained() { b.focused = true; b.Refresh(); reveal(b) }

// FocusLost implements fyne.Focusable.
func (b *Button) FocusLost() { b.focused = false; b.Refresh() }

// TypedRune implements fyne.Focusable.
func (b *Button) TypedRune(r rune) {
	if r == ' ' {
		b.Tapped(nil)
		return
	}
	Current().unusedRune(r)
}

// TypedKey implements fyne.Focusable.
func (b *Button) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter {
		b.Tapped(nil)
		return
	}
	Current().unused(ev)
}

// MouseIn implements desktop.Hoverable.
func (b *Button) MouseIn(*desktop.MouseEvent) {
	b.hovered = true
	b.Refresh()
	if b.Tip != "" {
		Current().tip(b, b.Tip)
	}
}

// MouseMoved implements desktop.Hoverable.
func (b *Button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (b *Button) MouseOut() {
	b.hovered = false
	b.Refresh()
	if b.Tip != "" {
		Current().tip(b, "")
	}
}

// Cursor implements desktop.Cursorable.
func (b *Button) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel implements fyne.Accessible.
func (b *Button) AccessibilityLabel() string { return b.text }

// AccessibilityRole implements fyne.Accessible.
func (b *Button) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	r := &buttonRenderer{b}
	r.style()
	return r
}

type buttonRenderer struct{ b *Button }

func (r *buttonRenderer) style() {
	b := r.b
	back, edge, ink := RoleSurface, RoleControl, RoleInk
	if b.Quiet {
		edge, ink = RoleNone, RoleMuted
	}
	if b.Ink != RoleNone {
		ink = b.Ink
	}
	if b.hovered {
		back = RoleHover
	}
	if b.Chosen {
		back, ink = RoleChip, RoleAccent
	}
	if b.Main {
		back, edge, ink = RoleAccent, RoleAccent, RoleOnAccent
	}
	b.frame.Stroke = 1
	if b.focused {
		edge, b.frame.Stroke = RoleFocus, 2
		if b.Main {
			edge = RoleInk
		}
	}
	b.frame.Back, b.frame.Edge = back, edge
	b.label.SetPieces(Plain(b.text, b.style(), ink)...)
}

func (r *buttonRenderer) Layout(s fyne.Size) {
	Put(r.b.frame, 0, 0, s.Width, s.Height)
	n := r.b.label.Natural()
	Put(r.b.label, float32(int((s.Width-n.Width)/2)), float32(int((s.Height-n.Height)/2)), n.Width, n.Height)
}
func (r *buttonRenderer) MinSize() fyne.Size { return r.b.Natural() }
func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.b.frame, r.b.label}
}
func (r *buttonRenderer) Destroy() {}
func (r *buttonRenderer) Refresh() {
	r.style()
	r.Layout(r.b.Size())
	r.b.frame.Refresh()
}
