package kit

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Choice is one line of a Picker.
type Choice struct {
	ID    string
	Label string
	Note  string // small, after the label; may be empty
}

// Picker is a list to choose from, one or several, that hangs from a point of the
// window and covers all of it, so that a click beside it closes it. Typing
// narrows a long list. Arrows, Home and End move, Enter and Space choose, Escape
// closes.
type Picker struct {
	widget.BaseWidget
	// OnChoose is told the choice; of several, each that is ticked or cleared.
	OnChoose func(id string, on bool)
	// OnClose is called when the picker goes: before OnChoose for one choice.
	OnClose func()
	// Many lets several be ticked, and stays open.
	Many bool
	// Hint stands in the line that narrows the list while nothing is typed.
	Hint string
	// Nothing says that nothing fits what was typed.
	Nothing string

	choices []Choice
	chosen  map[string]bool
	query   string
	shown   []int // of choices
	at, top int   // of shown
	from    fyne.Position
	size    fyne.Size
	back    *Fill
	lit     *Fill
	line    *Label
	rule    *Fill
	caret   *Fill // after what was typed
	rows    []pickerRow
}

type pickerRow struct{ tick, label, note *Label }

const (
	pickerRows     = 9 // lines at once; a longer list can be narrowed
	pickerTick     = 22
	pickerLeast    = 240
	pickerMost     = 520
	pickerMeasured = 100 // lines that its width goes by
)

// NewPicker returns a picker of choices, of which some are chosen.
func NewPicker(choices []Choice, chosen ...string) *Picker {
	p := &Picker{choices: choices, chosen: map[string]bool{}}
	for _, id := range chosen {
		p.chosen[id] = true
	}
	p.back, p.lit = NewFrame(RoleSurface, RoleControl, 8), NewFrame(RoleHover, RoleNone, 5)
	p.line, p.rule = NewLabel("", Body, RoleMuted), NewFill(RoleLine)
	p.caret = NewFill(RoleAccent)
	for range min(len(choices), pickerRows) {
		p.rows = append(p.rows, pickerRow{NewLabel("✓", BodyBold, RoleAccent), NewLabel("", Body, RoleInk), NewLabel("", Small, RoleMuted)})
	}
	p.ExtendBaseWidget(p)
	p.narrow("")
	for k, i := range p.shown {
		if p.chosen[choices[i].ID] {
			p.at = k
			break
		}
	}
	p.follow()
	return p
}

// long reports whether the list can be narrowed.
func (p *Picker) long() bool { return len(p.choices) > pickerRows }

// narrow shows what holds the words of a query. Case and accents of the choices
// are as they are written.
func (p *Picker) narrow(query string) {
	p.query, p.shown, p.at, p.top = query, nil, 0, 0
	words := strings.Fields(strings.ToLower(query))
next:
	for i, c := range p.choices {
		have := strings.ToLower(c.Label + " " + c.Note)
		for _, w := range words {
			if !strings.Contains(have, w) {
				continue next
			}
		}
		p.shown = append(p.shown, i)
	}
}

// Hang places the list at a point of a window of this size, above it where there
// is no room below, and at least as wide as width.
func (p *Picker) Hang(at fyne.Position, width float32, window fyne.Size) {
	h := float32(len(p.rows))*menuRow + 2*menuPadY
	if p.long() {
		h += menuRow + 4
	}
	fonts := Current().Fonts
	for _, c := range p.choices[:min(len(p.choices), pickerMeasured)] {
		need := fonts.Width(c.Label, Body) + fonts.Width(c.Note, Small)
		width = max(width, min(float32(need)+2*menuPadX+pickerTick+12, pickerMost))
	}
	p.size = fyne.NewSize(min(max(width, pickerLeast), window.Width-12), h)
	x, y := min(at.X, window.Width-6-p.size.Width), at.Y
	if y+h > window.Height-6 {
		y = max(6, window.Height-6-h)
	}
	p.from = fyne.NewPos(max(6, x), y)
	p.Move(fyne.NewPos(0, 0))
	p.Resize(window)
}

// Labels returns what shows in the list, all of it.
func (p *Picker) Labels() (out []string) {
	for _, i := range p.shown {
		out = append(out, p.choices[i].Label)
	}
	return out
}

// Choose chooses by label, as a click does; false when there is no such line.
func (p *Picker) Choose(label string) bool {
	for k, i := range p.shown {
		if p.choices[i].Label == label {
			p.choose(k)
			return true
		}
	}
	return false
}

func (p *Picker) choose(k int) {
	if k < 0 || k >= len(p.shown) {
		return
	}
	id := p.choices[p.shown[k]].ID
	on := true
	if p.Many {
		on = !p.chosen[id]
		p.chosen[id] = on
		p.at = k
		p.Refresh()
	} else {
		p.close()
	}
	if p.OnChoose != nil {
		p.OnChoose(id, on)
	}
}

func (p *Picker) close() {
	if p.OnClose != nil {
		p.OnClose()
	}
}

// head is where the first line of the list stands.
func (p *Picker) head() float32 {
	y := p.from.Y + menuPadY
	if p.long() {
		y += menuRow + 4
	}
	return y
}

func (p *Picker) lineAt(pos fyne.Position) int {
	if pos.X < p.from.X || pos.X >= p.from.X+p.size.Width || pos.Y < p.head() {
		return -1
	}
	k := int((pos.Y-p.head())/menuRow) + p.top
	if k >= len(p.shown) || k >= p.top+len(p.rows) {
		return -1
	}
	return k
}

// Tapped implements fyne.Tappable.
func (p *Picker) Tapped(ev *fyne.PointEvent) {
	if k := p.lineAt(ev.Position); k >= 0 {
		p.choose(k)
		return
	}
	in := ev.Position.Subtract(p.from)
	if in.X < 0 || in.Y < 0 || in.X >= p.size.Width || in.Y >= p.size.Height {
		p.close()
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (p *Picker) TappedSecondary(ev *fyne.PointEvent) { p.Tapped(ev) }

// Scrolled implements fyne.Scrollable.
func (p *Picker) Scrolled(ev *fyne.ScrollEvent) {
	by := 1
	if ev.Scrolled.DY > 0 {
		by = -1
	}
	p.top = max(0, min(p.top+by, len(p.shown)-len(p.rows)))
	p.Refresh()
}

// MouseIn implements desktop.Hoverable.
func (p *Picker) MouseIn(ev *desktop.MouseEvent) { p.MouseMoved(ev) }

// MouseMoved implements desktop.Hoverable.
func (p *Picker) MouseMoved(ev *desktop.MouseEvent) {
	if k := p.lineAt(ev.Position); k >= 0 && k != p.at {
		p.at = k
		p.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (p *Picker) MouseOut() {}

// FocusGained implements fyne.Focusable.
func (p *Picker) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (p *Picker) FocusLost() {}

// TypedRune narrows a long list, and goes to the next line with that letter in a
// short one.
func (p *Picker) TypedRune(r rune) {
	if p.long() && (r != ' ' || p.query != "") {
		p.narrow(p.query + string(r))
		p.Refresh()
		return
	}
	if r == ' ' {
		p.choose(p.at)
		return
	}
	for n := range len(p.shown) {
		k := (p.at + 1 + n) % len(p.shown)
		if strings.HasPrefix(strings.ToLower(p.choices[p.shown[k]].Label), strings.ToLower(string(r))) {
			p.move(k)
			return
		}
	}
}

// TypedKey implements fyne.Focusable.
func (p *Picker) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyDown:
		p.move(p.at + 1)
	case fyne.KeyUp:
		p.move(p.at - 1)
	case fyne.KeyPageDown:
		p.move(p.at + len(p.rows))
	case fyne.KeyPageUp:
		p.move(p.at - len(p.rows))
	case fyne.KeyHome:
		p.move(0)
	case fyne.KeyEnd:
		p.move(len(p.shown) - 1)
	case fyne.KeyBackspace:
		if r := []rune(p.query); len(r) > 0 {
			p.narrow(string(r[:len(r)-1]))
			p.Refresh()
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		if len(p.shown) > 0 {
			p.choose(p.at)
		}
	case fyne.KeyEscape, fyne.KeyTab:
		p.close()
	}
}

func (p *Picker) move(k int) {
	p.at = max(0, min(k, len(p.shown)-1))
	p.follow()
	p.Refresh()
}

// follow scrolls so that the line with the keyboard shows.
func (p *Picker) follow() {
	p.top = max(0, min(p.top, p.at), p.at-len(p.rows)+1)
}

// AccessibilityLabel implements fyne.Accessible.
func (p *Picker) AccessibilityLabel() string {
	if p.at < len(p.shown) {
		return p.choices[p.shown[p.at]].Label
	}
	return p.Nothing
}

// AccessibilityRole implements fyne.Accessible.
func (p *Picker) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// MinSize implements fyne.CanvasObject.
func (p *Picker) MinSize() fyne.Size { return noSize }

// CreateRenderer implements fyne.Widget.
func (p *Picker) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	return &pickerRenderer{p}
}

type pickerRenderer struct{ p *Picker }

func (r *pickerRenderer) Layout(fyne.Size) {
	p := r.p
	Put(p.back, p.from.X, p.from.Y, p.size.Width, p.size.Height)
	left := p.from.X + menuPadX
	switch {
	case p.query != "":
		p.line.SetPieces(Plain(p.query, Body, RoleInk)...)
	default:
		p.line.SetPieces(Plain(p.Hint, Body, RoleMuted)...)
	}
	n := p.line.Natural()
	Put(p.line, left, p.from.Y+menuPadY+(menuRow-n.Height)/2, min(n.Width, p.size.Width-2*menuPadX), n.Height)
	caret := left
	if p.query != "" {
		caret += n.Width + 1
	}
	Put(p.caret, caret-1, p.from.Y+menuPadY+7, 1, menuRow-14)
	Put(p.rule, p.from.X, p.from.Y+menuPadY+menuRow, p.size.Width, 1)
	p.lit.Hide()
	for k, row := range p.rows {
		row.put(p, k, left, p.head()+float32(k)*menuRow)
	}
}

// put fills the k-th line that shows.
func (row pickerRow) put(p *Picker, k int, x, y float32) {
	k += p.top
	row.tick.Hide()
	label, note, ink := "", "", RoleInk
	switch {
	case k < len(p.shown):
		c := p.choices[p.shown[k]]
		label, note = c.Label, c.Note
		if p.chosen[c.ID] {
			row.tick.Show()
		}
		if k == p.at {
			Put(p.lit, p.from.X+menuInset, y, p.size.Width-2*menuInset, menuRow)
			p.lit.Show()
		}
	case k == 0:
		label, ink = p.Nothing, RoleMuted
	}
	row.label.SetPieces(Plain(label, Body, ink)...)
	row.note.SetPieces(Plain(note, Small, RoleMuted)...)
	t, l, n := row.tick.Natural(), row.label.Natural(), row.note.Natural()
	Put(row.tick, x, y+(menuRow-t.Height)/2, t.Width, t.Height)
	room := p.size.Width - 2*menuPadX - pickerTick
	w := min(l.Width, room-min(n.Width+10, room*0.35))
	Put(row.label, x+pickerTick, y+(menuRow-l.Height)/2, w, l.Height)
	rest := max(0, room-w-10)
	Put(row.note, x+pickerTick+w+10, y+(menuRow-n.Height)/2, min(n.Width, rest), n.Height)
}
func (r *pickerRenderer) MinSize() fyne.Size { return r.p.MinSize() }
func (r *pickerRenderer) Objects() []fyne.CanvasObject {
	p := r.p
	objects := []fyne.CanvasObject{p.back, p.lit}
	if p.long() {
		objects = append(objects, p.line, p.rule, p.caret)
	}
	for _, row := range p.rows {
		objects = append(objects, row.tick, row.label, row.note)
	}
	return objects
}
func (r *pickerRenderer) Destroy() {}
func (r *pickerRenderer) Refresh() {
	r.Layout(r.p.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
