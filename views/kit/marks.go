package kit

import (
	"image"

	"briefline/app/typeset"

	"fyne.io/fyne/v2"
)

// Mark lays a colour behind a half-open byte range of a text's joined pieces, as
// high as its letters and not as its lines. Marks may overlap: the later lie over
// the earlier.
type Mark struct {
	Start, End int
	Back       Role   // RoleNone paints nothing
	Under      Role   // a line below the letters; RoleNone for none
	Edge       Role   // a box around the whole; RoleNone for none
	Link       string // what OnTap and OnHover of a Text get; empty for none
}

// Measures of a mark, in points: how thick its line and its box are.
const markUnder, markEdge = 2, 2

// SetMarks lays marks behind the text; nil takes them away.
func (t *Label) SetMarks(m []Mark) {
	if len(m) == 0 && len(t.marks) == 0 {
		return
	}
	t.marks = m
	t.Refresh()
}

// Marks returns what is marked; the caller changes nothing of it.
func (t *Label) Marks() []Mark { return t.marks }

// tight takes the room above and below the letters off the boxes of a range.
func (t *Label) tight(rects []typeset.Rect) []typeset.Rect {
	size := typeset.DefaultSize
	if len(t.pieces) > 0 && t.pieces[0].Style.Size > 0 {
		size = t.pieces[0].Style.Size
	}
	const share = 1.36 // of the size: a font from its top to its bottom
	for i := range rects {
		high := size * share
		rects[i].Y += (rects[i].H - high) / 2
		rects[i].H = high
	}
	return rects
}

// paintMarks paints the marks below the letters.
func (t *Label) paintMarks(img *image.RGBA, l *typeset.Text, scale float64, p *Palette) {
	for _, m := range t.marks {
		for _, r := range t.tight(l.Rects(m.Start, m.End)) {
			if m.Back != RoleNone {
				FillRound(img, r.X*scale, r.Y*scale, r.W*scale, r.H*scale, 0, p[m.Back])
			}
			if m.Under != RoleNone {
				FillRound(img, r.X*scale, (r.Y+r.H)*scale, r.W*scale, markUnder*scale, 0, p[m.Under])
			}
		}
	}
	for _, m := range t.marks {
		if m.Edge == RoleNone {
			continue
		}
		for _, r := range t.tight(l.Rects(m.Start, m.End)) {
			x, right := max(r.X-markEdge, 0), r.X+r.W+markEdge
			StrokeRound(img, x*scale, (r.Y-markEdge)*scale, (right-x)*scale, (r.H+markUnder+2*markEdge)*scale, 2*scale, markEdge*scale, 0, p[m.Edge])
		}
	}
}

// markAt returns the link of the topmost mark under a position in the widget, and
// its box there.
func (t *Label) markAt(pos fyne.Position) (string, typeset.Rect) {
	l := t.layout(t.Size().Width)
	for i := len(t.marks) - 1; i >= 0; i-- {
		m := t.marks[i]
		if m.Link == "" {
			continue
		}
		for _, r := range t.tight(l.Rects(m.Start, m.End)) {
			if x, y := float64(pos.X), float64(pos.Y); x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H+markUnder {
				return m.Link, r
			}
		}
	}
	return "", typeset.Rect{}
}

// RangeRect returns the box around the bytes [start, end) of the text at its
// present width, relative to the widget; ok is false for an empty range.
func (t *Label) RangeRect(start, end int) (pos fyne.Position, size fyne.Size, ok bool) {
	rects := t.layout(t.Size().Width).Rects(start, end)
	if len(rects) == 0 {
		return pos, size, false
	}
	x0, y0, x1, y1 := rects[0].X, rects[0].Y, rects[0].X+rects[0].W, rects[0].Y+rects[0].H
	for _, r := range rects[1:] {
		x0, y0, x1, y1 = min(x0, r.X), min(y0, r.Y), max(x1, r.X+r.W), max(y1, r.Y+r.H)
	}
	return fyne.NewPos(float32(x0), float32(y0)), fyne.NewSize(float32(x1-x0), float32(y1-y0)), true
}
