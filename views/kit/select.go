package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Select shows what is chosen of a list, or of several, and opens the list at a
// click, Enter, Space or Down.
type Select struct {
	widget.BaseWidget
	node
	// Choices are those to choose from.
	Choices []Choice
	// Many lets several be chosen.
	Many bool
	// None is what shows when nothing is chosen.
	None string
	// OnChange is told after every change; may be nil.
	OnChange func()
	// OnOpen shows the list of choices, as a Picker: the window does.
	OnOpen func(s *Select)

	chosen  []string
	frame   *Fill
	label   *Label
	arrow   *Label
	hovered bool
	focused bool
}

// NewSelect returns a select in which IDs of choices are chosen.
func NewSelect(choices []Choice, open func(*Select), chosen ...string) *Select {
	s := &Select{Choices: choices, OnOpen: open, frame: NewFrame(RolePaper, RoleControl, 6)}
	s.label, s.arrow = NewBlock(), NewLabel("▾", Body, RoleMuted)
	for _, id := range chosen {
		if id != "" || !s.Many {
			s.chosen = append(s.chosen, id)
		}
	}
	s.ExtendBaseWidget(s)
	return s
}

// Chosen returns the ID that is chosen, "" for none; of several the first.
func (s *Select) Chosen() string {
	if len(s.chosen) == 0 {
		return ""
	}
	return s.chosen[0]
}

// All returns the IDs that are chosen, in the order of choosing.
func (s *Select) All() []string { return append([]string(nil), s.chosen...) }

// Set chooses or, where several can be, gives up a choice.
func (s *Select) Set(id string, on bool) {
	if !s.Many {
		s.chosen = []string{id}
	} else {
		var rest []string
		for _, have := range s.chosen {
			if have != id {
				rest = append(rest, have)
			}
		}
		if on {
			rest = append(rest, id)
		}
		s.chosen = rest
	}
	s.Refresh()
	if s.OnChange != nil {
		s.OnChange()
	}
}

// Text is what the select shows.
func (s *Select) Text() string {
	var names []string
	for _, id := range s.chosen {
		for _, c := range s.Choices {
			if c.ID == id {
				names = append(names, c.Label)
			}
		}
	}
	if len(names) == 0 {
		return s.None
	}
	return strings.Join(names, ", ")
}

const selectPad = 10

// HeightFor implements Block.
func (s *Select) HeightFor(width float32) float32 {
	s.write()
	return max(33, s.label.HeightFor(width-2*selectPad-16)+13)
}

func (s *Select) write() {
	ink := RoleInk
	if s.Chosen() == "" {
		ink = RoleMuted
	}
	s.label.SetPieces(Plain(s.Text(), Body, ink)...)
}

// MinSize implements fyne.CanvasObject.
func (s *Select) MinSize() fyne.Size { return noSize }

// Tapped implements fyne.Tappable.
func (s *Select) Tapped(*fyne.PointEvent) {
	if s.OnOpen != nil {
		s.OnOpen(s)
	}
}

// Cursor implements desktop.Cursorable.
func (s *Select) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn implements desktop.Hoverable.
func (s *Select) MouseIn(*desktop.MouseEvent) { s.hovered = true; s.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (s *Select) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (s *Select) MouseOut() { s.hovered = false; s.Refresh() }

// FocusGained implements fyne.Focusable.
func (s *Select) FocusGained() { s.focused = true; s.Refresh(); reveal(s) }

// FocusLost implements fyne.Focusable.
func (s *Select) FocusLost() { s.focused = false; s.Refresh() }

// TypedRune implements fyne.Focusable.
func (s *Select) TypedRune(r rune) {
	if r == ' ' {
		s.Tapped(nil)
	}
}

// TypedKey implements fyne.Focusable.
func (s *Select) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown:
		s.Tapped(nil)
	default:
		Current().unused(ev)
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (s *Select) AccessibilityLabel() string { return s.Text() }

// AccessibilityRole implements fyne.Accessible.
func (s *Select) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	s.ExtendBaseWidget(s)
	r := &selectRenderer{s}
	r.style()
	return r
}

type selectRenderer struct{ s *Select }

func (r *selectRenderer) style() {
	s := r.s
	s.write()
	s.frame.Back, s.frame.Edge, s.frame.Stroke = RolePaper, RoleControl, 1
	if s.hovered {
		s.frame.Back = RoleHover
	}
	if s.focused {
		s.frame.Edge, s.frame.Stroke = RoleFocus, 2
	}
}

func (r *selectRenderer) Layout(z fyne.Size) {
	s := r.s
	Put(s.frame, 0, 0, z.Width, z.Height)
	w := z.Width - 2*selectPad - 16
	h := s.label.HeightFor(w)
	Put(s.label, selectPad, (z.Height-h)/2, w, h)
	n := s.arrow.Natural()
	Put(s.arrow, z.Width-selectPad-n.Width, (z.Height-n.Height)/2, n.Width, n.Height)
}
func (r *selectRenderer) MinSize() fyne.Size { return noSize }
func (r *selectRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.s.frame, r.s.label, r.s.arrow}
}
func (r *selectRenderer) Destroy() {}
func (r *selectRenderer) Refresh() {
	r.style()
	r.Layout(r.s.Size())
	r.s.frame.Refresh()
	r.s.label.Refresh()
}
