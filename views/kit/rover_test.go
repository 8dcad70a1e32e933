package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// roverOf is a rover over two rows and a text with two links, and what it did.
func roverOf() (r *Rover, done *[]string) {
	var log []string
	do := func(s string) func() { return func() { log = append(log, s) } }
	x := NewText(passage()...)
	a, b := NewRow(newLeaf(20), nil), NewRow(newLeaf(20), nil)
	items := []Item{{Object: a, Activate: do("a")}, {Object: b, Activate: do("b")}}
	for _, l := range x.Links() {
		items = append(items, Item{Object: x, Link: l, Activate: do(l)})
	}
	r = NewRover("Card", Stack(10, a, b, x), func() []Item { return items })
	return show(r, 600, 100), &log
}

func TestRoverKeys(t *testing.T) {
	start(t)
	r, done := roverOf()
	r.FocusGained()
	var at []int
	for _, k := range []fyne.KeyName{
		fyne.KeyUp, // already at the first
		fyne.KeyDown, fyne.KeyRight, fyne.KeyReturn, fyne.KeyEnd, fyne.KeyDown, fyne.KeyEnter, fyne.KeyLeft, fyne.KeyHome, fyne.KeyEnter,
	} {
		r.TypedKey(key(k))
		at = append(at, r.At())
	}
	for i, want := range []int{0, 1, 2, 2, 3, 3, 3, 2, 0, 0} {
		if at[i] != want {
			t.Fatalf("stops = %v, want 0 1 2 2 3 3 3 2 0 0", at)
		}
	}
	r.TypedKey(key(fyne.KeyDown))
	r.TypedRune(' ')
	r.TypedRune('x')
	if got, want := strings.Join(*done, " "), "sentence:0.5 sentence:0.11 a b"; got != want {
		t.Errorf("activated %q, want %q", got, want)
	}
}

// Keys that a rover has no use for go on to the window.
func TestRoverPassesKeysOn(t *testing.T) {
	th := start(t)
	var passed []fyne.KeyName
	th.OnKey = func(ev *fyne.KeyEvent) { passed = append(passed, ev.Name) }
	r, _ := roverOf()
	for _, k := range []fyne.KeyName{fyne.KeyEscape, fyne.KeyDown, fyne.KeyPageDown} {
		r.TypedKey(key(k))
	}
	if len(passed) != 2 || passed[0] != fyne.KeyEscape || passed[1] != fyne.KeyPageDown {
		t.Errorf("passed on %v, want Escape and PageDown", passed)
	}
}

// The ring shows only with the keyboard, stands around what Enter would
// activate, and has that scrolled into view.
func TestRoverRing(t *testing.T) {
	start(t)
	r, _ := roverOf()
	var revealed []float32
	r.Reveal = func(_ *Rover, y, h float32) { revealed = append(revealed, y) }
	if r.ring.Visible() {
		t.Error("the ring shows without the keyboard")
	}
	r.FocusGained()
	items := r.Items()
	for i, it := range items {
		pos, _ := Offset(it.Object, r)
		size := it.Object.Size()
		if it.Link != "" {
			p, s, _ := it.Object.(*Text).LinkRect(it.Link)
			pos, size = pos.Add(p), s
		}
		ring, rs := r.ring.Position(), r.ring.Size()
		if !r.ring.Visible() || ring.X > pos.X || ring.X+rs.Width < pos.X+size.Width || abs(ring.Y-pos.Y) > 4 || abs(rs.Height-size.Height) > 6 {
			t.Errorf("stop %d: ring at %v, %v, want around %v, %v", i, ring, rs, pos, size)
		}
		if last := revealed[len(revealed)-1]; last != pos.Y {
			t.Errorf("stop %d: revealed %v, want %v", i, last, pos.Y)
		}
		r.TypedKey(key(fyne.KeyDown))
	}
	first, second := linkPos(items, 2), linkPos(items, 3)
	if first == second {
		t.Error("two links of one text have one place")
	}
	before := len(revealed)
	r.Focus(0) // a click there: nothing scrolls under the pointer
	if len(revealed) != before || r.At() != 0 {
		t.Errorf("focus by click: at %d, %d more scrolls, want 0, 0", r.At(), len(revealed)-before)
	}
	r.FocusLost()
	if r.ring.Visible() {
		t.Error("the ring stays without the keyboard")
	}
	r.Focus(1) // a click of one whose keyboard is elsewhere
	r.Refresh()
	if r.ring.Visible() {
		t.Error("the ring comes back without the keyboard")
	}
}

// linkPos is where a stop that is a link stands.
func linkPos(items []Item, i int) fyne.Position {
	pos, _, _ := items[i].Object.(*Text).LinkRect(items[i].Link)
	return pos
}

// A list that has become shorter keeps the ring on its last item; an empty one
// shows none.
func TestRoverShrinks(t *testing.T) {
	start(t)
	r, done := roverOf()
	all := r.Items()
	r.FocusGained()
	r.TypedKey(key(fyne.KeyEnd))
	r.Items = func() []Item { return all[:1] }
	r.TypedKey(key(fyne.KeyDown))
	if r.At() != 0 || !r.ring.Visible() {
		t.Errorf("one item left: at %d, ring %v, want 0, true", r.At(), r.ring.Visible())
	}
	r.Items = func() []Item { return nil }
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyEnd, fyne.KeyHome, fyne.KeyReturn} {
		r.TypedKey(key(k))
	}
	if r.ring.Visible() || len(*done) != 0 {
		t.Errorf("nothing left: ring %v, done %v, want neither", r.ring.Visible(), *done)
	}
}
