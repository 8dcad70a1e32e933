package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Entry is one line of a Menu. The zero Entry is a rule between others.
type Entry struct {
	Label string
	Keys  string // the shortcut, as it is shown: "Ctrl+Z"
	Do    func() // nil: greyed out
	Risky bool   // shown in the colour of warnings
}

// Menu is a list of things to do that hangs from a point of the window. Keys go
// through it: arrows, Home and End move, Enter chooses, Escape closes. A click
// beside it closes it too.
type Menu struct {
	widget.BaseWidget
	// OnClose is called when the menu goes, before what was chosen is done.
	OnClose func()

	entries []Entry
	at      int // the line that the keys are on; -1 for none
	from    fyne.Position
	back    *Fill
	labels  []*Label
	keys    []*Label
	rules   []*Fill
	lit     *Fill
	size    fyne.Size // of the list
}

const (
	menuRow, menuRule   = 30, 9
	menuPadX, menuPadY  = 14, 6
	menuGap             = 28 // between a label and its keys
	menuLeast, menuMost = 180, 420
	menuInset           = 5 // of the lit line
)

// NewMenu returns a menu of entries. It covers the whole window: put it over
// everything else at the window's size, see Hang.
func NewMenu(entries ...Entry) *Menu {
	m := &Menu{entries: entries, at: -1, back: NewFrame(RoleSurface, RoleControl, 8), lit: NewFrame(RoleHover, RoleNone, 5)}
	m.lit.Hide()
	w, h := float32(menuLeast), float32(2*menuPadY)
	for _, e := range entries {
		ink := RoleInk
		switch {
		case e.Do == nil:
			ink = RoleMuted
		case e.Risky:
			ink = RoleWarn
		}
		l, k, r := NewLabel(e.Label, Body, ink), NewLabel(e.Keys, Small, RoleMuted), NewFill(RoleLine)
		m.labels, m.keys, m.rules = append(m.labels, l), append(m.keys, k), append(m.rules, r)
		if e.Label == "" {
			h += menuRule
			continue
		}
		r.Hide()
		h += menuRow
		need := l.Natural().Width + 2*menuPadX
		if e.Keys != "" {
			need += k.Natural().Width + menuGap
		}
		w = max(w, need)
	}
	m.size = fyne.NewSize(min(w, menuMost), h)
	m.ExtendBaseWidget(m)
	return m
}

// Hang places the list at a point of a window of this size, above or left of it
// where there is no room.
func (m *Menu) Hang(at fyne.Position, window fyne.Size) {
	x, y := at.X, at.Y
	if x+m.size.Width > window.Width-6 {
		x = max(6, window.Width-6-m.size.Width)
	}
	if y+m.size.Height > window.Height-6 {
		y = max(6, at.Y-m.size.Height)
	}
	m.from = fyne.NewPos(x, y)
	m.Move(fyne.NewPos(0, 0))
	m.Resize(window)
}

// Labels returns what the menu offers; greyed ones are left out.
func (m *Menu) Labels() (out []string) {
	for _, e := range m.entries {
		if e.Do != nil {
			out = append(out, e.Label)
		}
	}
	return out
}

// Choose does the entry called label, as a click does; false when there is none.
func (m *Menu) Choose(label string) bool {
	for i, e := range m.entries {
		if e.Label == label && e.Do != nil {
			m.choose(i)
			return true
		}
	}
	return false
}

// lineAt returns the index of the line at a height of the list, -1 for none.
func (m *Menu) lineAt(p fyne.Position) int {
	p = p.Subtract(m.from)
	if p.X < 0 || p.X >= m.size.Width {
		return -1
	}
	y := float32(menuPadY)
	for i, e := range m.entries {
		h := float32(menuRow)
		if e.Label == "" {
			h = menuRule
		}
		if p.Y >= y && p.Y < y+h {
			if e.Do == nil {
				return -1
			}
			return i
		}
		y += h
	}
	return -1
}

func (m *Menu) close() {
	if m.OnClose != nil {
		m.OnClose()
	}
}

func (m *Menu) choose(i int) {
	m.close()
	m.entries[i].Do()
}

// Tapped implements fyne.Tappable.
func (m *Menu) Tapped(ev *fyne.PointEvent) {
	if i := m.lineAt(ev.Position); i >= 0 {
		m.choose(i)
		return
	}
	p := ev.Position.Subtract(m.from)
	if p.X < 0 || p.Y < 0 || p.X >= m.size.Width || p.Y >= m.size.Height {
		m.close()
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (m *Menu) TappedSecondary(ev *fyne.PointEvent) { m.Tapped(ev) }

// MouseIn implements desktop.Hoverable.
func (m *Menu) MouseIn(ev *desktop.MouseEvent) { m.MouseMoved(ev) }

// MouseMoved implements desktop.Hoverable.
func (m *Menu) MouseMoved(ev *desktop.MouseEvent) {
	if i := m.lineAt(ev.Position); i != m.at {
		m.at = i
		m.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (m *Menu) MouseOut() {}

// FocusGained implements fyne.Focusable.
func (m *Menu) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (m *Menu) FocusLost() {}

// TypedRune implements fyne.Focusable.
func (m *Menu) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (m *Menu) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyDown:
		m.step(m.at, 1)
	case fyne.KeyUp:
		m.step(m.at, -1)
	case fyne.KeyHome:
		m.step(-1, 1)
	case fyne.KeyEnd:
		m.step(len(m.entries), -1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if m.at >= 0 {
			m.choose(m.at)
		}
	case fyne.KeyEscape, fyne.KeyTab:
		m.close()
	}
}

// step goes to the next line that can be chosen, round the ends.
func (m *Menu) step(from, by int) {
	n := len(m.entries)
	if from < 0 && by < 0 {
		from = n
	}
	for k := 1; k <= n; k++ {
		i := from + k*by
		i = ((i % n) + n) % n
		if m.entries[i].Do != nil {
			m.at = i
			m.Refresh()
			return
		}
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (m *Menu) AccessibilityLabel() string {
	if m.at >= 0 {
		return m.entries[m.at].Label
	}
	return ""
}

// AccessibilityRole implements fyne.Accessible.
func (m *Menu) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// MinSize implements fyne.CanvasObject.
func (m *Menu) MinSize() fyne.Size { return noSize }

// CreateRenderer implements fyne.Widget.
func (m *Menu) CreateRenderer() fyne.WidgetRenderer {
	m.ExtendBaseWidget(m)
	return &menuRenderer{m}
}

type menuRenderer struct{ m *Menu }

func (r *menuRenderer) Layout(fyne.Size) {
	m := r.m
	Put(m.back, m.from.X, m.from.Y, m.size.Width, m.size.Height)
	y := m.from.Y + menuPadY
	m.lit.Hide()
	for i, e := range m.entries {
		if e.Label == "" {
			Put(m.rules[i], m.from.X, y+menuRule/2, m.size.Width, 1)
			y += menuRule
			continue
		}
		if i == m.at {
			Put(m.lit, m.from.X+menuInset, y, m.size.Width-2*menuInset, menuRow)
			m.lit.Show()
		}
		l, k := m.labels[i].Natural(), m.keys[i].Natural()
		room := m.size.Width - 2*menuPadX
		if e.Keys != "" {
			Put(m.keys[i], m.from.X+m.size.Width-menuPadX-k.Width, y+(menuRow-k.Height)/2, k.Width, k.Height)
			room -= k.Width + menuGap
		}
		Put(m.labels[i], m.from.X+menuPadX, y+(menuRow-l.Height)/2, min(l.Width, room), l.Height)
		y += menuRow
	}
}
func (r *menuRenderer) MinSize() fyne.Size { return r.m.MinSize() }
func (r *menuRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.m.back, r.m.lit}
	for i := range r.m.entries {
		if r.m.entries[i].Label == "" {
			objects = append(objects, r.m.rules[i])
			continue
		}
		objects = append(objects, r.m.labels[i])
		if r.m.entries[i].Keys != "" {
			objects = append(objects, r.m.keys[i])
		}
	}
	return objects
}
func (r *menuRenderer) Destroy() {}
func (r *menuRenderer) Refresh() {
	r.Layout(r.m.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
