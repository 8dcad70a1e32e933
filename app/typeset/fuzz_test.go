package typeset

import (
	"testing"
)

// Whatever the text: the lines cover its bytes once, in order; runs and boxes
// lie in their lines, and lines in the width unless nothing can be parted; a hit
// is an edge of the text.
func FuzzLayout(f *testing.F) {
	for i, s := range append(hitTexts, "", "\xff\xfe", "\u202e\u2067a\u2069", "a\u0300\u200d\u0301", "\u2066((\u0661[") {
		f.Add(s, float64(10*i), uint16(i*77))
	}
	f.Fuzz(func(t *testing.T, text string, width float64, bits uint16) {
		if len(text) > 4000 {
			return
		}
		p := Paragraph{Width: width, MaxLines: int(bits & 3), Direction: Direction(bits >> 2 % 3), Align: Align(bits >> 4 & 3), Language: "fa"}
		a := len(text) * int(bits>>6&7) / 8 // may cut a character in two
		b := a + (len(text)-a)*int(bits>>9&3)/4
		p.Spans = []Span{
			{Text: text[:a], Style: Style{Size: 15, Bold: bits&1 == 1}},
			{Text: text[a:b], Style: Style{Size: 11, Tracking: float64(bits >> 11 & 1)}, PadLeft: 4, PadRight: 6, NoBreak: bits>>12&1 == 1},
			{Text: text[b:], Style: Style{Size: 13.5, Family: Serif, Italic: true}},
		}
		x := shared.Layout(p)
		checkText(t, x, p)
		dst := canvas(64, 64)
		x.Draw(dst, 3.3, 2.2, 1, nil)
	})
}

func checkText(t *testing.T, x *Text, p Paragraph) {
	text := x.String()
	at := 0
	for i, l := range x.Lines {
		if l.Start != at || l.End < l.Start {
			t.Fatalf("line %d: bytes %d to %d, want from %d", i, l.Start, l.End, at)
		}
		at = l.End
		if p.Width >= 1 && l.Width > p.Width+0.001 && !sticksOut(x, l) {
			t.Fatalf("line %d: %q is %g wide in %g", i, text[l.Start:l.End], l.Width, p.Width)
		}
		pen := l.X
		for _, r := range l.Runs {
			if r.Start < l.Start || r.End > l.End || r.X < pen-0.001 {
				t.Fatalf("run %d to %d at %g: not in its line %d to %d, pen %g", r.Start, r.End, r.X, l.Start, l.End, pen)
			}
			pen = r.X + r.Width + r.PadRight
			for _, g := range r.Glyphs {
				if int(g.Start) < r.Start || int(g.End) > r.End || g.End <= g.Start || g.Advance < 0 {
					t.Fatalf("glyph %d to %d, advance %g: not in its run %d to %d", g.Start, g.End, g.Advance, r.Start, r.End)
				}
			}
		}
		if pen > l.X+l.Width+0.001 {
			t.Fatalf("line %d: runs end at %g, line at %g", i, pen, l.X+l.Width)
		}
	}
	if at != len(text) {
		t.Fatalf("lines end at %d of %d", at, len(text))
	}
	for _, r := range append(x.Rects(0, len(text)), x.Rects(len(text)/3, len(text)/2)...) {
		inside := false
		for _, l := range x.Lines {
			inside = inside || r.Y == l.Y && r.X > l.X-0.001 && r.X+r.W < l.X+l.Width+0.001 && r.W > 0
		}
		if !inside {
			t.Fatalf("box %v lies in no line", r)
		}
	}
	for _, pt := range [][2]float64{{0, 0}, {10, 10}, {x.Width / 2, x.Height / 2}, {x.Width, x.Height}, {-5, 1e9}} {
		off, span, _ := x.Hit(pt[0], pt[1])
		if off < 0 || off > len(text) || span < -1 || span >= len(p.Spans) {
			t.Fatalf("hit at %v: %d, %d", pt, off, span)
		}
	}
	for i := range p.Spans {
		x.SpanRects(i)
	}
}

// sticksOut reports whether a line may be wider than the room: it holds a chip,
// or no more than one grapheme cluster that takes room.
func sticksOut(x *Text, l Line) bool {
	n := 0
	for _, r := range l.Runs {
		if r.Span == 1 {
			return true
		}
		r.clusters(func(c cluster) bool {
			if c.x1 > c.x0 && x.marks.begins(c.start) {
				n++
			}
			return true
		})
	}
	return n <= 1
}
