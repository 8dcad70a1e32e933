package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Tabs is a row of names of which one is chosen; it holds no content itself.
type Tabs struct {
	widget.BaseWidget
	node
	// OnChange is called when another tab is chosen, by its index.
	OnChange func(i int)
	// Tips is what each tab shows, with its keys, for the bubble that shows while
	// the pointer rests on it; may be empty.
	Tips []string

	names   []string
	labels  []*Label
	chosen  int
	line    *Fill
	rule    *Fill
	ring    *Fill
	focused bool
	tipped  int // the tab that the pointer is on, counted from 1; 0 for none
}

// NewTabs returns tabs with the first one chosen.
func NewTabs(names ...string) *Tabs {
	t := &Tabs{names: names, line: NewFill(RoleAccent), rule: NewFill(RoleLine), ring: NewFrame(RoleNone, RoleFocus, 4)}
	t.ring.Stroke = 2
	t.ring.Hide()
	for _, n := range names {
		t.labels = append(t.labels, NewLabel(n, Body, RoleMuted))
	}
	t.ExtendBaseWidget(t)
	return t
}

// SetNames renames the tabs, of which there are as many as before.
func (t *Tabs) SetNames(names ...string) {
	if len(names) != len(t.names) {
		panic("kit: tabs cannot become more or fewer")
	}
	t.names = names
	t.Refresh()
}

// Names returns what stands on the tabs.
func (t *Tabs) Names() []string { return t.names }

// tabGap is the room between two names, tabHeight the height of the row.
const tabGap, tabHeight = 16, 32

// Choose shows tab i as chosen and calls OnChange when it was not.
func (t *Tabs) Choose(i int) {
	i = min(max(i, 0), len(t.names)-1)
	if i == t.chosen {
		return
	}
	t.chosen = i
	t.Refresh()
	if t.OnChange != nil {
		t.OnChange(i)
	}
}

// Chosen returns the index of the chosen tab.
func (t *Tabs) Chosen() int { return t.chosen }

// HeightFor implements Block.
func (t *Tabs) HeightFor(float32) float32 { return tabHeight }

// MinSize implements fyne.CanvasObject.
func (t *Tabs) MinSize() fyne.Size { return noSize }

// Tapped implements fyne.Tappable.
func (t *Tabs) Tapped(ev *fyne.PointEvent) {
	for i, l := range t.labels {
		if ev.Position.X >= l.Position().X-tabGap/2 && ev.Position.X < l.Position().X+l.Size().Width+tabGap/2 {
			t.Choose(i)
			return
		}
	}
}

// MouseIn implements desktop.Hoverable.
func (t *Tabs) MouseIn(ev *desktop.MouseEvent) { t.MouseMoved(ev) }

// MouseMoved implements desktop.Hoverable.
func (t *Tabs) MouseMoved(ev *desktop.MouseEvent) { t.tipAt(t.tabAt(ev.Position.X) + 1) }

// MouseOut implements desktop.Hoverable.
func (t *Tabs) MouseOut() { t.tipAt(0) }

// tipAt shows the tip of the n-th tab, counted from 1; none for 0.
func (t *Tabs) tipAt(n int) {
	if n == t.tipped {
		return
	}
	t.tipped = n
	tip := ""
	if n > 0 && n <= len(t.Tips) {
		tip = t.Tips[n-1]
	}
	Current().tip(t, tip)
}

// tabAt returns the index of the tab at a place from the left; -1 for none.
func (t *Tabs) tabAt(at float32) int {
	x := float32(0)
	for i, l := range t.labels {
		w := l.Natural().Width
		if at >= x && at < x+w {
			return i
		}
		x += w + tabGap
	}
	return -1
}

// Cursor implements desktop.Cursorable.
func (t *Tabs) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained implements fyne.Focusable.
func (t *Tabs) FocusGained() { t.focused = true; t.Refresh() }

// FocusLost implements fyne.Focusable.
func (t *Tabs) FocusLost() { t.focused = false; t.Refresh() }

// TypedRune implements fyne.Focusable.
func (t *Tabs) TypedRune(r rune) { Current().unusedRune(r) }

// TypedKey implements fyne.Focusable.
func (t *Tabs) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft:
		t.Choose(t.chosen - 1)
	case fyne.KeyRight:
		t.Choose(t.chosen + 1)
	default:
		Current().unused(ev)
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (t *Tabs) AccessibilityLabel() string { return t.names[t.chosen] }

// AccessibilityRole implements fyne.Accessible.
func (t *Tabs) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// CreateRenderer implements fyne.Widget.
func (t *Tabs) CreateRenderer() fyne.WidgetRenderer {
	t.ExtendBaseWidget(t)
	r := &tabsRenderer{t}
	r.style()
	return r
}

type tabsRenderer struct{ t *Tabs }

func (r *tabsRenderer) style() {
	for i, l := range r.t.labels {
		style, ink := Body, RoleMuted
		if i == r.t.chosen {
			style, ink = BodyBold, RoleInk
		}
		l.SetPieces(Plain(r.t.names[i], style, ink)...)
	}
}

func (r *tabsRenderer) Layout(s fyne.Size) {
	x := float32(0)
	Put(r.t.rule, 0, tabHeight-1, s.Width, 1)
	for i, l := range r.t.labels {
		n := l.Natural()
		Put(l, x, 5, n.Width, n.Height)
		if i == r.t.chosen {
			Put(r.t.line, x, tabHeight-2, n.Width, 2)
			Put(r.t.ring, x-5, 2, n.Width+10, tabHeight-6)
		}
		x += n.Width + tabGap
	}
	if r.t.focused {
		r.t.ring.Show()
		canvas.Refresh(r.t) // see Row
	} else {
		r.t.ring.Hide()
	}
}
func (r *tabsRenderer) MinSize() fyne.Size { return r.t.MinSize() }
func (r *tabsRenderer) Objects() []fyne.CanvasObject {
	o := []fyne.CanvasObject{r.t.rule, r.t.line}
	for _, l := range r.t.labels {
		o = append(o, l)
	}
	return append(o, r.t.ring)
}
func (r *tabsRenderer) Destroy() {}
func (r *tabsRenderer) Refresh() {
	r.style()
	r.Layout(r.t.Size())
	r.t.line.Refresh()
	r.t.rule.Refresh()
}
