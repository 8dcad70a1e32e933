package kit

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Text is a Label whose links can be clicked and whose words can be selected
// with the mouse and copied.
type Text struct {
	Label

	// OnTap is called for a click that is no drag, with the Link of the piece
	// under the pointer, or "".
	OnTap func(link string)
	// OnHover is called when the pointer comes to another link and, with "",
	// when it leaves; at is where on the canvas the link's lower left corner is.
	OnHover func(link string, at fyne.Position)
	// OnMenu is called for a click with the other button, with the link under the
	// pointer and where on the canvas that is; may be nil.
	OnMenu func(link string, at fyne.Position)

	onEnter   func(in bool)
	pressed   bool
	dragged   bool
	clicks    int
	lastClick time.Time
	lastPos   fyne.Position
}

// NewText returns a text of the given pieces.
func NewText(pieces ...Piece) *Text {
	t := &Text{Label: Label{pieces: pieces}}
	t.ExtendBaseWidget(t)
	return t
}

// MouseIn implements desktop.Hoverable.
func (t *Text) MouseIn(ev *desktop.MouseEvent) {
	if t.onEnter != nil {
		t.onEnter(true)
	}
	t.MouseMoved(ev)
}

// MouseMoved implements desktop.Hoverable.
func (t *Text) MouseMoved(ev *desktop.MouseEvent) {
	if t.pressed {
		return
	}
	link, r := t.linkAt(ev.Position)
	if link == t.hover {
		return
	}
	t.hover = link
	t.Refresh()
	if t.OnHover != nil {
		t.OnHover(link, ev.AbsolutePosition.Subtract(ev.Position).AddXY(float32(r.X), float32(r.Y+r.H)))
	}
}

// MouseOut implements desktop.Hoverable.
func (t *Text) MouseOut() {
	if t.onEnter != nil {
		t.onEnter(false)
	}
	if t.hover == "" {
		return
	}
	t.hover = ""
	t.Refresh()
	if t.OnHover != nil {
		t.OnHover("", fyne.Position{})
	}
}

// Cursor implements desktop.Cursorable: a hand over links, a bar over text
// that can be selected.
func (t *Text) Cursor() desktop.Cursor {
	switch {
	case t.hover != "":
		return desktop.PointerCursor
	}
	return desktop.TextCursor
}

// doubleClick is how soon a second click counts as one with the first.
const doubleClick = 400 * time.Millisecond

// MouseDown implements desktop.Mouseable.
func (t *Text) MouseDown(ev *desktop.MouseEvent) {
	if ev.Button != desktop.MouseButtonPrimary {
		return
	}
	t.pressed, t.dragged = true, false
	now := time.Now()
	near := abs(ev.Position.X-t.lastPos.X) < 4 && abs(ev.Position.Y-t.lastPos.Y) < 4
	if now.Sub(t.lastClick) < doubleClick && near {
		t.clicks++
	} else {
		t.clicks = 1
	}
	t.lastClick, t.lastPos = now, ev.Position
	off, _, _ := t.layout(t.Size().Width).Hit(float64(ev.Position.X), float64(ev.Position.Y))
	switch {
	case t.clicks == 2:
		t.anchor, t.caret = word(t.String(), off)
	case t.clicks > 2:
		t.anchor, t.caret = 0, len(t.String())
	default:
		t.anchor, t.caret = off, off
	}
	Current().selection.take(t)
	t.Refresh()
}

// Dragged implements fyne.Draggable: it stretches the selection.
func (t *Text) Dragged(ev *fyne.DragEvent) {
	if !t.pressed {
		return
	}
	t.dragged = true
	t.caret, _, _ = t.layout(t.Size().Width).Hit(float64(ev.Position.X), float64(ev.Position.Y))
	t.Refresh()
}

// DragEnd implements fyne.Draggable.
func (t *Text) DragEnd() { t.pressed = false }

// MouseUp implements desktop.Mouseable.
func (t *Text) MouseUp(ev *desktop.MouseEvent) {
	if ev.Button != desktop.MouseButtonPrimary || !t.pressed {
		return
	}
	t.pressed = false
	if t.dragged || t.clicks > 1 || t.OnTap == nil {
		return
	}
	link, _ := t.linkAt(ev.Position)
	t.OnTap(link)
}

// TappedSecondary implements fyne.SecondaryTappable.
func (t *Text) TappedSecondary(ev *fyne.PointEvent) {
	if t.OnMenu != nil {
		link, _ := t.linkAt(ev.Position)
		t.OnMenu(link, ev.AbsolutePosition)
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (t *Label) AccessibilityLabel() string { return plain(t.pieces, 0, 1<<31-1) }

// AccessibilityRole implements fyne.Accessible.
func (t *Label) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// Selected returns the selected text, "" when there is none.
func (t *Label) Selected() string {
	a, b := t.selected()
	return plain(t.pieces, a, b)
}

func (t *Label) selected() (from, to int) {
	return min(t.anchor, t.caret), max(t.anchor, t.caret)
}

// joiners are the characters that only glue or part chips.
var joiners = strings.NewReplacer("\u2060", "", "\u200B", "")

// plain joins the bytes [from, to) of the pieces as one would type them: chips
// in brackets, no joiners.
func plain(pieces []Piece, from, to int) string {
	var b strings.Builder
	pos := 0
	for _, p := range pieces {
		a, z := max(from-pos, 0), min(to-pos, len(p.Text))
		pos += len(p.Text)
		if a >= z {
			continue
		}
		s := joiners.Replace(p.Text[a:z])
		if p.Pill != RoleNone {
			s = " [" + s + "]"
		}
		b.WriteString(s)
	}
	return strings.TrimSpace(b.String())
}

// word returns the bounds of the word at a byte of s.
func word(s string, at int) (from, to int) {
	inside := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '’' || r == '\''
	}
	at = min(max(at, 0), len(s))
	from, to = at, at
	for from > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:from])
		if !inside(r) {
			break
		}
		from -= n
	}
	for to < len(s) {
		r, n := utf8.DecodeRuneInString(s[to:])
		if !inside(r) {
			break
		}
		to += n
	}
	return from, to
}

func abs(v float32) float32 { return max(v, -v) }

// selection is the one text of a window that holds selected words.
type selection struct{ text *Text }

func (s *selection) take(t *Text) {
	if old := s.text; old != nil && old != t {
		old.anchor, old.caret = 0, 0
		old.Refresh()
	}
	s.text = t
}

// Selection returns the text selected with the mouse anywhere in the window,
// as it goes to the clipboard; "" when there is none.
func (t *Theme) Selection() string {
	if t.selection.text == nil {
		return ""
	}
	return t.selection.text.Selected()
}

// SelectedText returns the text that holds the selected words and which bytes of
// it they are, half-open; nil when there are none.
func (t *Theme) SelectedText() (text *Text, from, to int) {
	if t.Selection() == "" {
		return nil, 0, 0
	}
	from, to = t.selection.text.selected()
	return t.selection.text, from, to
}

// ClearSelection gives up the selected text and reports whether there was any.
func (t *Theme) ClearSelection() bool {
	had := t.Selection() != ""
	t.selection.take(nil)
	return had
}
