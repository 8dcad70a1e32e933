package kit

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
)

// leaf is a block of a fixed height that counts how often it is measured.
type leaf struct {
	*Box
	measured int
}

func newLeaf(height float32) *leaf {
	l := &leaf{}
	l.Box = NewBox(func(float32, bool) float32 { l.measured++; return height })
	return l
}

func TestStack(t *testing.T) {
	start(t)
	a, b, c := newLeaf(10), newLeaf(20), newLeaf(30)
	s := show(Stack(5, a, b, c), 100, 70)
	places := func() string {
		return fmt.Sprint(a.Position().Y, a.Size().Height, b.Position().Y, b.Size().Height, c.Position().Y, c.Size().Height)
	}
	if got, want := places(), "0 10 15 20 40 30"; got != want {
		t.Errorf("places = %s, want %s", got, want)
	}
	if got := s.HeightFor(100); got != 70 {
		t.Errorf("height = %v, want 70", got)
	}
	b.Hide() // takes no room, nor its gap
	s.Arrange()
	if got := s.HeightFor(100); got != 45 || c.Position().Y != 15 {
		t.Errorf("with one hidden: height = %v, last at %v, want 45, 15", got, c.Position().Y)
	}
	a.Hide() // the first that shows stands at the top
	s.Arrange()
	if got := s.HeightFor(100); got != 30 || c.Position().Y != 0 {
		t.Errorf("with the first hidden: height = %v, last at %v, want 30, 0", got, c.Position().Y)
	}
}

func TestInsetSpaceRule(t *testing.T) {
	start(t)
	l := newLeaf(10)
	in := show(Inset(l, 1, 2, 3, 4), 100, 16)
	if got := in.HeightFor(100); got != 16 {
		t.Errorf("height = %v, want 10 and the margins, 16", got)
	}
	if l.Position() != fyne.NewPos(1, 2) || l.Size() != fyne.NewSize(96, 10) {
		t.Errorf("stands at %v, %v, want 1, 2 and 96 by 10", l.Position(), l.Size())
	}
	if h := Space(7).HeightFor(1); h != 7 {
		t.Errorf("space = %v, want 7", h)
	}
	if h := Rule().HeightFor(1); h != 1 {
		t.Errorf("rule = %v, want 1", h)
	}
}

// A block deep inside others is measured some times a level, not twice as often
// with each.
func TestDeepBoxesAreMeasuredFewTimes(t *testing.T) {
	start(t)
	const depth = 14
	l := newLeaf(10)
	var b Block = l
	for range depth {
		b = Inset(Stack(0, b), 1, 1, 1, 1)
	}
	p := show(NewPage(b), 400, 300)
	if l.measured > 8*depth {
		t.Errorf("measured %d times under %d boxes, want at most %d", l.measured, depth, 8*depth)
	}
	if pos, ok := Offset(l, p.Content()); !ok || pos != fyne.NewPos(depth, depth) {
		t.Errorf("offset = %v, %v, want %d, %d", pos, ok, depth, depth)
	}
}

func TestOffset(t *testing.T) {
	start(t)
	l, stranger := newLeaf(10), newLeaf(10)
	row := NewRow(Inset(l, 3, 4, 0, 0), nil)
	rover := NewRover("", Inset(row, 10, 20, 0, 0), func() []Item { return nil })
	p := show(NewPage(Stack(0, Space(100), rover)), 200, 50)
	if pos, ok := Offset(l, p.Content()); !ok || pos != fyne.NewPos(13, 124) {
		t.Errorf("through row, rover and page: %v, %v, want 13, 124", pos, ok)
	}
	if pos, ok := Offset(l, l); !ok || !pos.IsZero() {
		t.Errorf("in itself: %v, %v, want 0, 0", pos, ok)
	}
	if _, ok := Offset(stranger, p.Content()); ok {
		t.Error("a block that stands elsewhere has an offset")
	}
	p.ScrollTo(60) // scrolling moves the content, not what stands in it
	if pos, _ := Offset(l, p.Content()); pos != fyne.NewPos(13, 124) {
		t.Errorf("scrolled: %v, want 13, 124", pos)
	}
}

func TestPageScrolls(t *testing.T) {
	start(t)
	high := float32(1000)
	content := NewBox(func(float32, bool) float32 { return high })
	p := show(NewPage(content), 200, 300)
	for _, tt := range []struct{ to, want float32 }{
		{100, 100}, {-50, 0}, {700, 700}, {5000, 700}, // no further than the last page
	} {
		p.ScrollTo(tt.to)
		if p.Offset() != tt.want {
			t.Errorf("scrolled to %v: offset = %v, want %v", tt.to, p.Offset(), tt.want)
		}
	}
	for _, tt := range []struct{ from, y, h, want float32 }{
		{0, 50, 20, 0},      // shows already
		{0, 290, 20, 34},    // below: just into view, with air
		{500, 100, 20, 76},  // above
		{0, 400, 800, 376},  // higher than the page: its top
		{500, 990, 10, 700}, // the last line
		{500, 0, 10, 0},     // the first
		{200, 400, 40, 200}, // inside
	} {
		p.ScrollTo(tt.from)
		p.Reveal(tt.y, tt.h)
		if p.Offset() != tt.want {
			t.Errorf("from %v, %v high at %v: offset = %v, want %v", tt.from, tt.h, tt.y, p.Offset(), tt.want)
		}
	}
	p.ScrollTo(700)
	high = 400
	p.Reflow()
	if p.Offset() != 100 {
		t.Errorf("content of 400: offset = %v, want 100", p.Offset())
	}
	high = 10
	p.Reflow()
	if p.Offset() != 0 {
		t.Errorf("content of 10: offset = %v, want 0", p.Offset())
	}
}

// Texts outside the view are hidden and come back; what was hidden for another
// reason stays so, and what can have the keyboard is never hidden.
func TestPageHidesWhatDoesNotShow(t *testing.T) {
	start(t)
	var blocks []Block
	var labels []*Label
	for range 60 {
		l := NewBlock(Plain(sample, Body, RoleInk)...)
		labels = append(labels, l)
		blocks = append(blocks, l)
	}
	gone := NewBlock(Plain(sample, Body, RoleInk)...)
	gone.Hide()
	inner := NewBlock(Plain(sample, Body, RoleInk)...)
	rover := NewRover("rover", inner, func() []Item { return nil })
	blocks = append([]Block{gone}, append(blocks, rover)...)
	p := NewPage(Stack(0, blocks...))
	scrolled := 0
	p.OnScroll = func() { scrolled++ }
	show(p, 200, 300)
	for _, y := range []float32{0, 300, p.holder.high, 0} {
		p.ScrollTo(y)
		shown := 0
		for i, l := range labels {
			top, h := l.Position().Y-p.Offset(), l.Size().Height
			inView := top+h > 0 && top < 300
			if inView && !l.Visible() {
				t.Errorf("at %v: text %d is in the view but hidden", y, i)
			}
			if l.Visible() {
				shown++
			}
		}
		if most := int((300+2*cullMargin)/labels[0].Size().Height) + 2; shown > most {
			t.Errorf("at %v: %d texts shown, want at most %d", y, shown, most)
		}
		if gone.Visible() {
			t.Errorf("at %v: the hidden text came back", y)
		}
		if !rover.Visible() {
			t.Errorf("at %v: the rover is hidden", y)
		}
	}
	if inner.Visible() {
		t.Error("the text in the rover shows outside the view")
	}
	p.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -50)})
	if scrolled != 1 {
		t.Errorf("the wheel: %d calls, want 1", scrolled)
	}
}

// A bubble stays inside the window, at its edges too.
func TestBubbleStaysInside(t *testing.T) {
	start(t)
	window := fyne.NewSize(640, 300)
	b := NewBubble()
	words := Plain(sample+". "+sample+". "+sample, Note, RoleInk)
	for _, p := range []fyne.Position{{X: 100, Y: 40}, {X: 0, Y: 0}, {X: 639, Y: 40}, {X: 300, Y: 295}, {X: 639, Y: 299}} {
		b.Hang(p, window, words...)
		pos, size := b.Position(), b.Size()
		if pos.X < 0 || pos.Y < 0 || pos.X+size.Width > window.Width || pos.Y+size.Height > window.Height {
			t.Errorf("for %v: bubble at %v, %v leaves the window", p, pos, size)
		}
		if p.Y > pos.Y && p.Y < pos.Y+size.Height {
			t.Errorf("for %v: bubble at %v, %v covers the line that it is about", p, pos, size)
		}
		if !b.Visible() {
			t.Errorf("for %v: hidden", p)
		}
	}
}
