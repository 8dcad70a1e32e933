package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// ListRow is what a list shows in a row: a title in bold, at most three lines of
// it, and a small line below.
type ListRow struct {
	Title, Note string
	Warn        bool // the small line is about something to do
}

// List shows rows below each other and builds only those in view, however many
// there are. Several can be chosen with Ctrl and Shift, by mouse and by keyboard.
// Rows are known by a key that stays the same when others come and go.
//
// It scrolls by itself: put List.Page into the window.
type List struct {
	widget.BaseWidget
	node
	// Page is the list with its scroll bar.
	Page *Page
	// Row returns what row i shows, Key what it is known by. Both are called for
	// rows in view only, and Key for all when rows have come or gone.
	Row func(i int) ListRow
	Key func(i int) string
	// OnOpen is called for a click on a row, and Enter.
	OnOpen func(i int)
	// OnMenu is asked for a menu on what is chosen, at a point of the window.
	OnMenu func(at fyne.Position)
	// OnKey gets the keys that the list has no use for, and says whether it had.
	OnKey func(ev *fyne.KeyEvent) bool
	// Name is read out by screen readers.
	Name string

	n       int
	open    string // key of the row with the bar
	at      string // key of the row that the keyboard is on
	from    string // key of the row that a range with Shift begins at
	chosen  map[string]bool
	heights []float32 // of the rows, in points; 0: not measured yet
	width   float32   // that they were measured for
	shown   map[int]*listRow
	first   int // the rows in view: from first up to last
	last    int
	spare   []*listRow
	ring    *Fill
	over    int // row under the pointer, -1 for none
	focused bool
	placing bool
}

// listRow draws one row.
type listRow struct {
	back, bar   *Fill
	title, note *Label
	row         ListRow
}

// Measures of a list, in points.
const (
	listPadX, listPadY = 10, 8
	listGap            = 6  // between rows
	listGuess          = 73 // the height of a row that was never in view: two lines of title
	listTitleLines     = 3
)

// NewList returns an empty list; set Row and Key, and say how many rows there are
// with SetLen.
func NewList(name string) *List {
	l := &List{Name: name, chosen: map[string]bool{}, shown: map[int]*listRow{}, over: -1, ring: NewFrame(RoleNone, RoleFocus, 6)}
	l.ring.Stroke = 2
	l.ring.Hide()
	l.ExtendBaseWidget(l)
	l.Page = NewPage(l)
	l.Page.OnScroll = l.show
	return l
}

// SetLen says how many rows there are now, and that any may have changed. What
// was chosen stays chosen as far as it is still there.
func (l *List) SetLen(n int) {
	if n != l.n {
		there := make(map[string]bool, n)
		for i := range n {
			there[l.Key(i)] = true
		}
		for key := range l.chosen {
			if !there[key] {
				delete(l.chosen, key)
			}
		}
	}
	l.n, l.over = n, -1
	l.heights = make([]float32, n)
	l.Page.Reflow()
	l.show()
}

// Len returns how many rows there are.
func (l *List) Len() int { return l.n }

// SetOpen marks the row of what is open with a bar; "" marks none.
func (l *List) SetOpen(key string) {
	if l.open != key {
		l.open = key
		l.show()
	}
}

// Choose makes a row the only one chosen, and puts the keyboard on it.
func (l *List) Choose(key string) {
	clear(l.chosen)
	if key != "" {
		l.chosen[key] = true
	}
	l.at, l.from = key, key
	l.show()
}

// Chosen returns the indexes of the rows that are chosen, in order.
func (l *List) Chosen() (out []int) {
	for i := range l.n {
		if l.chosen[l.Key(i)] {
			out = append(out, i)
		}
	}
	return out
}

// Built returns the titles of the rows that exist as objects, from the top down.
func (l *List) Built() (out []string) {
	for i := l.first; i < l.last; i++ {
		if r := l.shown[i]; r != nil {
			out = append(out, r.row.Title)
		}
	}
	return out
}

// index returns where a key stands, -1 for nowhere.
func (l *List) index(key string) int {
	for i := range l.n {
		if l.Key(i) == key {
			return i
		}
	}
	return -1
}

// height is what a row takes with the gap below it.
func (l *List) height(i int) float32 {
	if h := l.heights[i]; h > 0 {
		return h + listGap
	}
	return listGuess + listGap
}

// Top returns where a row begins, in points from the top of the list.
func (l *List) Top(i int) (y float32) {
	for k := range min(i, l.n) {
		y += l.height(k)
	}
	return y
}

// HeightFor implements Block.
func (l *List) HeightFor(width float32) float32 {
	if width != l.width {
		l.width = width
		clear(l.heights)
	}
	return l.Top(l.n)
}

// show builds the rows in view and lets go of the others.
func (l *List) show() {
	width, top, high := l.Size().Width, l.Page.Offset(), l.Page.Size().Height
	if l.placing || width <= 1 || high <= 0 || l.Row == nil {
		return
	}
	l.placing = true
	i, y := 0, float32(0)
	for i < l.n && y+l.height(i) < top {
		y += l.height(i)
		i++
	}
	first, news := i, float32(0)
	l.ring.Hide()
	// A row of which only the end shows may turn out lower or higher than was
	// guessed: what is below it stays where it is on the screen.
	shift := float32(0)
	for ; i < l.n && y < top+shift+high; i++ {
		before := l.height(i)
		l.place(i, y, width)
		news += l.height(i) - before
		if i == first && y < top {
			shift = l.height(i) - before
		}
		y += l.height(i)
	}
	for k, r := range l.shown {
		if k < first || k >= i {
			delete(l.shown, k)
			l.spare = append(l.spare, r)
		}
	}
	l.first, l.last = first, i
	l.placing = false
	if news != 0 {
		l.placing = true
		l.Page.Reflow()
		if shift != 0 {
			l.Page.ScrollTo(top + shift)
		}
		l.placing = false
	}
	canvas.Refresh(l)
}

// place fills a row and puts it at a height.
func (l *List) place(i int, y, width float32) {
	r := l.shown[i]
	row := l.Row(i)
	if r == nil {
		if n := len(l.spare); n > 0 {
			r, l.spare = l.spare[n-1], l.spare[:n-1]
		} else {
			r = &listRow{back: NewFrame(RoleNone, RoleNone, 6), bar: NewFrame(RoleAccent, RoleNone, 1.5), title: NewBlock(), note: NewBlock()}
			r.title.MaxLines, r.title.LineHeight, r.note.MaxLines = listTitleLines, 1.3, 1
			r.row.Title = "\x00" // unlike any
		}
		l.shown[i] = r
	}
	if r.row != row {
		ink := RoleMuted
		if row.Warn {
			ink = RoleWarn
		}
		r.row = row
		r.title.SetPieces(Plain(row.Title, BodyBold, RoleInk)...)
		r.note.SetPieces(Plain(row.Note, Small, ink)...)
		l.heights[i] = 0
	}
	inner := width - 2*listPadX
	th, nh := r.title.HeightFor(inner), r.note.HeightFor(inner)
	h := listPadY + th + 2 + nh + listPadY
	l.heights[i] = h
	key := l.Key(i)
	back := RoleNone
	switch {
	case l.chosen[key] && (len(l.chosen) > 1 || key != l.open):
		back = RolePicked
	case key == l.open:
		back = RoleChip
	case i == l.over:
		back = RoleHover
	}
	r.back.Set(back, RoleNone)
	setShown(r.bar, key == l.open)
	Put(r.back, 0, y, width, h)
	Put(r.bar, 0, y, 3, h)
	Put(r.title, listPadX, y+listPadY, inner, th)
	Put(r.note, listPadX, y+listPadY+th+2, inner, nh)
	if l.focused && key == l.at {
		Put(l.ring, 0, y, width, h)
		l.ring.Show()
	}
}

func setShown(o fyne.CanvasObject, show bool) {
	if show != o.Visible() {
		if show {
			o.Show()
		} else {
			o.Hide()
		}
	}
}

// rowAt returns the row at a height of the list, -1 for none.
func (l *List) rowAt(y float32) int {
	at := float32(0)
	for i := range l.n {
		h := l.height(i)
		if y >= at && y < at+h-listGap {
			return i
		}
		at += h
	}
	return -1
}

// Reveal scrolls to a row.
func (l *List) Reveal(i int) {
	if i < 0 || i >= l.n {
		return
	}
	// Rows that come into view are measured, which may move the row that is meant.
	for range 3 {
		l.Page.Reveal(l.Top(i), l.height(i))
		l.show()
	}
}

// modifiers are the keys that are held down.
func modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// MouseDown implements desktop.Mouseable.
func (l *List) MouseDown(ev *desktop.MouseEvent) {
	i := l.rowAt(ev.Position.Y)
	if i < 0 {
		return
	}
	key := l.Key(i)
	if ev.Button == desktop.MouseButtonSecondary {
		if !l.chosen[key] {
			l.Choose(key)
		}
		return
	}
	l.pick(i, ev.Modifier)
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil {
		c.Focus(l)
	}
	if ev.Modifier&(fyne.KeyModifierShift|fyne.KeyModifierShortcutDefault) == 0 && l.OnOpen != nil {
		l.OnOpen(i)
	}
}

// MouseUp implements desktop.Mouseable.
func (l *List) MouseUp(*desktop.MouseEvent) {}

// pick chooses a row, adds it to what is chosen, or a range of rows.
func (l *List) pick(i int, held fyne.KeyModifier) {
	key := l.Key(i)
	switch {
	case held&fyne.KeyModifierShift != 0:
		from := l.index(l.from)
		if from < 0 {
			from = i
		}
		clear(l.chosen)
		for k := min(from, i); k <= max(from, i); k++ {
			l.chosen[l.Key(k)] = true
		}
		l.at = key
		l.show()
	case held&fyne.KeyModifierShortcutDefault != 0:
		if l.chosen[key] {
			delete(l.chosen, key)
		} else {
			l.chosen[key] = true
		}
		l.at, l.from = key, key
		l.show()
	default:
		l.Choose(key)
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (l *List) TappedSecondary(ev *fyne.PointEvent) {
	if l.OnMenu != nil && l.rowAt(ev.Position.Y) >= 0 {
		l.OnMenu(ev.AbsolutePosition)
	}
}

// MouseIn implements desktop.Hoverable.
func (l *List) MouseIn(ev *desktop.MouseEvent) { l.MouseMoved(ev) }

// MouseMoved implements desktop.Hoverable.
func (l *List) MouseMoved(ev *desktop.MouseEvent) {
	if i := l.rowAt(ev.Position.Y); i != l.over {
		l.over = i
		l.show()
	}
}

// MouseOut implements desktop.Hoverable.
func (l *List) MouseOut() {
	l.over = -1
	l.show()
}

// Cursor implements desktop.Cursorable.
func (l *List) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained implements fyne.Focusable.
func (l *List) FocusGained() {
	l.focused = true
	if l.index(l.at) < 0 && l.n > 0 {
		l.at = l.Key(max(l.index(l.open), 0))
	}
	l.show()
}

// FocusLost implements fyne.Focusable.
func (l *List) FocusLost() {
	l.focused = false
	l.show()
}

// TypedRune implements fyne.Focusable.
func (l *List) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (l *List) TypedKey(ev *fyne.KeyEvent) {
	at := l.index(l.at)
	page := max(1, len(l.shown)-2)
	switch ev.Name {
	case fyne.KeyUp:
		l.step(at - 1)
	case fyne.KeyDown:
		l.step(at + 1)
	case fyne.KeyPageUp:
		l.step(at - page)
	case fyne.KeyPageDown:
		l.step(at + page)
	case fyne.KeyHome:
		l.step(0)
	case fyne.KeyEnd:
		l.step(l.n - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if at >= 0 && l.OnOpen != nil {
			l.OnOpen(at)
		}
	case desktop.KeyMenu:
		if at >= 0 && l.OnMenu != nil {
			if len(l.chosen) == 0 {
				l.Choose(l.at)
			}
			pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(l)
			l.OnMenu(pos.AddXY(40, l.Top(at)+24))
		}
	default:
		if l.OnKey == nil || !l.OnKey(ev) {
			Current().unused(ev)
		}
	}
}

// step moves the keyboard to a row; with Shift it stretches what is chosen.
func (l *List) step(i int) {
	if l.n == 0 {
		return
	}
	i = min(max(i, 0), l.n-1)
	l.pick(i, modifiers()&fyne.KeyModifierShift)
	l.Reveal(i)
}

// TypedShortcut implements fyne.Shortcutable: select all. Others go on to the
// window, from which Fyne keeps them once a widget takes any.
func (l *List) TypedShortcut(s fyne.Shortcut) {
	if _, all := s.(*fyne.ShortcutSelectAll); !all {
		if w, ok := fyne.CurrentApp().Driver().CanvasForObject(l).(fyne.Shortcutable); ok {
			w.TypedShortcut(s)
		}
		return
	}
	for i := range l.n {
		l.chosen[l.Key(i)] = true
	}
	l.show()
}

// MinSize implements fyne.CanvasObject.
func (l *List) MinSize() fyne.Size { return noSize }

// AccessibilityLabel implements fyne.Accessible.
func (l *List) AccessibilityLabel() string {
	if i := l.index(l.at); i >= 0 && l.focused {
		r := l.Row(i)
		return r.Title + ", " + r.Note
	}
	return l.Name
}

// AccessibilityRole implements fyne.Accessible.
func (l *List) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// CreateRenderer implements fyne.Widget.
func (l *List) CreateRenderer() fyne.WidgetRenderer {
	l.ExtendBaseWidget(l)
	return &listRenderer{l}
}

type listRenderer struct{ l *List }

func (r *listRenderer) Layout(fyne.Size)   { r.l.show() }
func (r *listRenderer) MinSize() fyne.Size { return noSize }
func (r *listRenderer) Objects() (out []fyne.CanvasObject) {
	for i := r.l.first; i < r.l.last; i++ {
		if row := r.l.shown[i]; row != nil {
			out = append(out, row.back, row.bar, row.title, row.note)
		}
	}
	return append(out, r.l.ring)
}
func (r *listRenderer) Destroy() {}
func (r *listRenderer) Refresh() {
	for _, row := range r.l.shown {
		row.back.Refresh()
		row.bar.Refresh()
		row.title.Refresh()
		row.note.Refresh()
	}
	r.l.ring.Refresh()
	r.l.show()
}
