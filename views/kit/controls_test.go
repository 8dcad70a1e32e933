package kit

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func TestRowStates(t *testing.T) {
	start(t)
	text := NewText(passage()...)
	r := show(NewRow(text, nil), 300, 40)
	r.Watch(text)
	look := func() string { return fmt.Sprintf("shade %v, bar %v", r.back.Back != RoleNone, r.bar.Visible()) }
	for _, tt := range []struct {
		do   string
		by   func()
		want string
	}{
		{"nothing", func() {}, "shade false, bar false"},
		{"pointer comes", func() { r.MouseIn(at(1, 1)) }, "shade true, bar false"},
		{"pointer goes", r.MouseOut, "shade false, bar false"},
		// The texts of a row take the mouse from it.
		{"pointer on its text", func() { text.MouseIn(at(1, 1)) }, "shade true, bar false"},
		{"pointer off its text", text.MouseOut, "shade false, bar false"},
		{"linked", func() { r.SetState(RowLinked) }, "shade false, bar true"},
		{"picked", func() { r.SetState(RowPicked) }, "shade true, bar true"},
		{"picked, pointer gone", r.MouseOut, "shade true, bar true"},
		{"plain again", func() { r.SetState(RowPlain) }, "shade false, bar false"},
	} {
		tt.by()
		if got := look(); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.do, got, tt.want)
		}
	}
	r.SetState(RowPicked)
	if r.State() != RowPicked {
		t.Errorf("state = %v, want picked", r.State())
	}
	taps := 0
	test.Tap(r) // nobody listens
	r.OnTap = func() { taps++ }
	test.Tap(r)
	if taps != 1 {
		t.Errorf("taps = %d, want 1", taps)
	}
	// The shade reaches beyond the words on all sides, and moves none of them.
	if p, s := r.back.Position(), r.back.Size(); p.X >= 0 || p.Y > 0 || s.Width <= 300 || text.Position() != fyne.NewPos(0, 0) {
		t.Errorf("shade at %v, %v, words at %v, want around them", p, s, text.Position())
	}
}

func TestButton(t *testing.T) {
	th := start(t)
	var passed int
	th.OnKey = func(*fyne.KeyEvent) { passed++ }
	taps := 0
	b := show(NewButton("Open…", func() { taps++ }), 90, 32)
	test.Tap(b)
	b.TypedKey(key(fyne.KeyReturn))
	b.TypedKey(key(fyne.KeyEnter))
	b.TypedRune(' ')
	b.TypedRune('o')
	b.TypedKey(key(fyne.KeyEscape))
	if taps != 4 || passed != 1 {
		t.Errorf("taps = %d, keys passed on = %d, want 4, 1", taps, passed)
	}
	test.Tap(NewButton("", nil)) // nobody listens

	plain := b.frame.Edge
	b.FocusGained()
	if b.frame.Edge == plain || b.frame.Stroke < 2 {
		t.Errorf("with the keyboard: edge %v, %v wide, want another, wider", b.frame.Edge, b.frame.Stroke)
	}
	b.FocusLost()
	if b.frame.Edge != plain || b.frame.Stroke != 1 {
		t.Errorf("keyboard lost: edge %v, want %v", b.frame.Edge, plain)
	}
	before := b.Natural().Width
	b.SetText("Open another briefing…")
	if b.Text() != "Open another briefing…" || b.Natural().Width <= before {
		t.Errorf("text = %q, %v wide, want wider than %v", b.Text(), b.Natural().Width, before)
	}
	if b.AccessibilityLabel() != b.Text() {
		t.Errorf("read out as %q, want %q", b.AccessibilityLabel(), b.Text())
	}
}

// A button's words stay inside it in every style.
func TestButtonHoldsItsWords(t *testing.T) {
	start(t)
	for _, b := range []*Button{{}, {Main: true}, {Chosen: true}, {Small: true}, {Small: true, Chosen: true}, {Quiet: true}} {
		n := NewButton("Axis", nil)
		n.Main, n.Chosen, n.Small, n.Quiet = b.Main, b.Chosen, b.Small, b.Quiet
		show(n, n.Natural().Width, n.Natural().Height)
		n.Refresh()
		p, s := n.label.Position(), n.label.Size()
		if p.X < 4 || p.Y < 0 || p.X+s.Width > n.Size().Width-4 || p.Y+s.Height > n.Size().Height {
			t.Errorf("main %v, chosen %v, small %v: words at %v, %v in %v", b.Main, b.Chosen, b.Small, p, s, n.Size())
		}
	}
}

func TestTabs(t *testing.T) {
	th := start(t)
	passed := 0
	th.OnKey = func(*fyne.KeyEvent) { passed++ }
	x := show(NewTabs("Participants", "Source", "Notes"), 300, 32)
	var changes []int
	x.OnChange = func(i int) { changes = append(changes, i) }
	x.TypedKey(key(fyne.KeyLeft)) // at the first already
	x.TypedKey(key(fyne.KeyRight))
	x.TypedKey(key(fyne.KeyEscape))
	tap := func(i int) {
		l := x.labels[i]
		test.TapAt(x, l.Position().AddXY(l.Size().Width/2, 10))
	}
	tap(2)
	tap(2)                              // chosen already
	test.TapAt(x, fyne.NewPos(290, 10)) // beside them all
	x.TypedKey(key(fyne.KeyRight))
	tap(0)
	x.Choose(99)
	if got, want := fmt.Sprint(changes), "[1 2 0 2]"; got != want {
		t.Errorf("changes = %s, want %s", got, want)
	}
	if passed != 1 {
		t.Errorf("keys passed on = %d, want Escape alone", passed)
	}
	if x.AccessibilityLabel() != "Notes" {
		t.Errorf("read out as %q, want the chosen tab", x.AccessibilityLabel())
	}
	// The line stands under the chosen name; the ring shows with the keyboard.
	l := x.labels[2]
	if p, s := x.line.Position(), x.line.Size(); p.X != l.Position().X || s.Width != l.Size().Width {
		t.Errorf("line at %v, %v wide, want under the name at %v", p, s.Width, l.Position())
	}
	if x.ring.Visible() {
		t.Error("the ring shows without the keyboard")
	}
	x.FocusGained()
	if !x.ring.Visible() || x.ring.Position().X > l.Position().X {
		t.Errorf("ring %v at %v, want around %v", x.ring.Visible(), x.ring.Position(), l.Position())
	}
	x.FocusLost()
	if x.ring.Visible() {
		t.Error("the ring stays without the keyboard")
	}
	// No two names touch.
	for i := 1; i < len(x.labels); i++ {
		if a, b := x.labels[i-1], x.labels[i]; a.Position().X+a.Size().Width+4 > b.Position().X {
			t.Errorf("names %d and %d touch", i-1, i)
		}
	}
}
