package typeset

import "sort"

// graphemes marks the bytes at which grapheme clusters begin (UAX #29); nil
// means every byte.
type graphemes []uint64

func (s *shaper) graphemes() graphemes {
	all := len(s.runes) == len(s.joined)
	for i := 0; all && i < len(s.runes); i++ {
		all = s.flags[i]&isGrapheme != 0
	}
	if all {
		return nil
	}
	m := make(graphemes, len(s.joined)/64+1)
	for i := range s.runes {
		if s.flags[i]&isGrapheme != 0 {
			at := s.offset[i]
			m[at/64] |= 1 << (at % 64)
		}
	}
	return m
}

// begins reports whether a grapheme cluster begins at the byte.
func (m graphemes) begins(at int) bool { return m == nil || m[at/64]>>(at%64)&1 == 1 }

// cluster is a shaped cluster on its line.
type cluster struct {
	x0, x1     float64
	start, end int
	rtl, dots  bool // as its run
}

// parts returns how many grapheme clusters c shows, at least 1: a ligature
// stands for several. A piece of one counts as one.
func (m graphemes) parts(c cluster) int {
	n := 1
	for i := c.start + 1; i < c.end && !c.dots; i++ {
		if m.begins(i) {
			n++
		}
	}
	return n
}

// edge returns the byte at which the k-th part of c begins; its end for the
// number of parts.
func (m graphemes) edge(c cluster, k int) int {
	if c.dots && k > 0 {
		return c.end
	}
	i := c.start
	for ; k > 0 && i < c.end; k-- {
		for i++; i < c.end && !m.begins(i); i++ {
		}
	}
	return i
}

// clusters calls yield for the run's clusters from left to right.
func (r *Run) clusters(yield func(c cluster) bool) {
	x := r.X
	for i := 0; i < len(r.Glyphs); {
		c := cluster{x, x, int(r.Glyphs[i].Start), int(r.Glyphs[i].End), r.Level&1 == 1, r.dots}
		for ; i < len(r.Glyphs) && int(r.Glyphs[i].Start) == c.start; i++ {
			c.x1 += float64(r.Glyphs[i].Advance)
		}
		x = c.x1
		if !yield(c) {
			return
		}
	}
}

// Hit tells what lies at x, y in points: the byte offset of the nearest edge
// between grapheme clusters, for a caret or the end of a selection; the span
// there (-1 in a text without letters); and whether the point is on the span's
// glyphs or padding, anywhere in the height of the line, rather than beside them.
// A point above or below the text counts for the first or last line.
func (t *Text) Hit(x, y float64) (offset, span int, inside bool) {
	k := sort.Search(len(t.Lines), func(i int) bool { return t.Lines[i].Y+t.Lines[i].Height > y })
	inside = y >= 0 && k < len(t.Lines)
	l := &t.Lines[min(k, len(t.Lines)-1)]
	var run *Run
	for i := range l.Runs {
		r := &l.Runs[i]
		if len(r.Glyphs) > 0 && (run == nil || x >= r.X-r.PadLeft) {
			run = r
		}
	}
	if run == nil {
		return l.Start, -1, false
	}
	inside = inside && x >= run.X-run.PadLeft && x < run.X+run.Width+run.PadRight
	run.clusters(func(c cluster) bool {
		offset = t.caret(c, x)
		return x >= c.x1
	})
	return offset, run.Span, inside
}

// caret returns the edge of c's parts that is nearest to x.
func (t *Text) caret(c cluster, x float64) int {
	n := t.marks.parts(c)
	k := 0
	if c.x1 > c.x0 {
		k = int(bounded((x-c.x0)/(c.x1-c.x0), 0, 1)*float64(n) + 0.5)
	} else if x >= c.x1 {
		k = n
	}
	if c.rtl {
		k = n - k
	}
	return t.marks.edge(c, k)
}

// Rects returns the boxes of the bytes [start, end), as high as their lines,
// from top to bottom and left to right; text of mixed directions may need
// several on a line. A grapheme cluster that is touched is in whole. Padding
// next to a selected edge belongs to it. The result is nil for an empty range.
func (t *Text) Rects(start, end int) []Rect {
	start, end = max(start, 0), min(end, len(t.joined))
	var out []Rect
	if start >= end {
		return nil
	}
	first := sort.Search(len(t.Lines), func(i int) bool { return t.Lines[i].End > start })
	for i := first; i < len(t.Lines) && t.Lines[i].Start < end; i++ {
		l := &t.Lines[i]
		line := len(out)
		for k := range l.Runs {
			r := &l.Runs[k]
			if r.End <= start || r.Start >= end {
				continue
			}
			r.clusters(func(c cluster) bool {
				x0, x1, ok := t.overlap(c, start, end)
				if !ok {
					return true
				}
				if x0 == r.X {
					x0 -= r.PadLeft
				}
				if x1 >= r.X+r.Width-slop {
					x1 = r.X + r.Width + r.PadRight
				}
				if n := len(out) - 1; n >= line && x0-(out[n].X+out[n].W) < slop {
					out[n].W = max(out[n].W, x1-out[n].X)
				} else if x1 > x0 {
					out = append(out, Rect{x0, l.Y, x1 - x0, l.Height})
				}
				return true
			})
		}
	}
	return out
}

// overlap returns the part of c that shows bytes of [start, end).
func (t *Text) overlap(c cluster, start, end int) (x0, x1 float64, ok bool) {
	if c.end <= start || c.start >= end {
		return 0, 0, false
	}
	if start <= c.start && end >= c.end {
		return c.x0, c.x1, true
	}
	n := t.marks.parts(c)
	a, b := n, 0
	for k := range n {
		if t.marks.edge(c, k) < end && t.marks.edge(c, k+1) > start {
			a, b = min(a, k), k+1
		}
	}
	if c.rtl {
		a, b = n-b, n-a
	}
	w := (c.x1 - c.x0) / float64(n)
	return c.x0 + float64(a)*w, c.x0 + float64(b)*w, a < b
}

// SpanRects returns the boxes of a span with its padding, one for each piece
// that stands together on a line: from the top to the bottom of its font around
// the baseline (1.36 times the size), not of the line. That is where a chip's
// pill goes. It is nil for a span that shows nothing.
func (t *Text) SpanRects(span int) []Rect {
	if span < 0 || span >= len(t.boxes) {
		return nil
	}
	box := t.boxes[span]
	var out []Rect
	for i := range t.Lines {
		l := &t.Lines[i]
		line := len(out)
		for k := range l.Runs {
			r := &l.Runs[k]
			x0, x1 := r.X-r.PadLeft, r.X+r.Width+r.PadRight
			if r.Span != span || x1 <= x0 {
				continue
			}
			if n := len(out) - 1; n >= line && x0-(out[n].X+out[n].W) < slop {
				out[n].W = x1 - out[n].X
				continue
			}
			out = append(out, Rect{x0, l.Baseline - box.ascent, x1 - x0, box.ascent + box.descent})
		}
	}
	return out
}
