package typeset

import (
	"math"
	"testing"
)

var hitTexts = []string{"Iran", "office fluff", persian, english, "Fazli (رحمانی 12), born", "e\u0301a\u0323\u0301 👩‍👩‍👧 x", "لا إله", "a\tb\n\nc"}

// From a grapheme cluster to its box, and from the box back to its edges.
func TestHitAndRects(t *testing.T) {
	for _, text := range hitTexts {
		x := lay(150, Span{Text: text})
		for i := 0; i < len(text); {
			j := i + 1
			for j < len(text) && !x.marks.begins(j) {
				j++
			}
			rects := x.Rects(i, j)
			if len(rects) > 1 {
				t.Errorf("%q: %q has %d boxes", text, text[i:j], len(rects))
			}
			for _, r := range rects {
				y := r.Y + r.H/2
				a, span, in := x.Hit(r.X+r.W*0.25, y)
				b, _, _ := x.Hit(r.X+r.W*0.75, y)
				if span != 0 || !in || a == b || min(a, b) != i || max(a, b) != j {
					t.Errorf("%q: box of %q (%d, %d) is hit as %d, %d, span %d, inside %t", text, text[i:j], i, j, a, b, span, in)
				}
			}
			i = j
		}
	}
}

func TestRects(t *testing.T) {
	text := "abc سلام 12 def" // seen: abc 12 سلام def
	x := lay(0, Span{Text: text})
	if r := x.Rects(0, len(text)); len(r) != 1 || math.Abs(r[0].W-x.Width) > 0.001 {
		t.Errorf("all: %v, want one box of width %g", r, x.Width)
	}
	// from c to the second Persian letter: c at the left, and two letters at the
	// phrase's right end, with the number and the rest of the phrase between
	if r := x.Rects(2, 4+2*2); len(r) != 2 || r[0].X+r[0].W > r[1].X {
		t.Errorf("across directions: %v, want two boxes", r)
	}
	if r := x.Rects(3, 3); r != nil {
		t.Errorf("empty: %v", r)
	}
	if r := x.Rects(-5, 1); len(r) != 1 || r[0].X != 0 {
		t.Errorf("out of range: %v", r)
	}
	// half of a letter's bytes select it
	if a, b := x.Rects(4, 5), x.Rects(4, 6); len(a) != 1 || a[0] != b[0] {
		t.Errorf("half a letter: %v, want %v", a, b)
	}
	x = lay(60, Span{Text: "one two three"})
	if r := x.Rects(0, 13); len(r) != len(x.Lines) || r[1].Y != x.Lines[1].Y || r[1].H != x.Lines[1].Height {
		t.Errorf("over lines: %v", r)
	}
	x = shared.Layout(Paragraph{Spans: []Span{{Text: english}}, Width: 100, MaxLines: 1})
	if r := x.Rects(150, 160); len(r) != 1 || math.Abs(r[0].X+r[0].W-x.Width) > 0.001 {
		t.Errorf("hidden text: %v, want the ellipsis", r)
	}
}

func TestHitOutside(t *testing.T) {
	x := lay(60, Span{Text: "one two three"})
	last := x.Lines[len(x.Lines)-1]
	for _, tt := range []struct {
		x, y float64
		off  int
		in   bool
	}{
		{-5, 5, 0, false},
		{5, -5, 1, false},
		{1e6, 1e6, 13, false},
		{-1, last.Y + 1, last.Start, false},
	} {
		if off, span, in := x.Hit(tt.x, tt.y); off != tt.off || span != 0 || in != tt.in {
			t.Errorf("%g, %g: %d, %d, %t; want %d, 0, %t", tt.x, tt.y, off, span, in, tt.off, tt.in)
		}
	}
	if off, span, in := lay(0).Hit(1, 1); off != 0 || span != -1 || in {
		t.Errorf("empty: %d, %d, %t", off, span, in)
	}
}
