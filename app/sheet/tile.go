package sheet

import (
	"math"

	"briefline/app/typeset"
)

// A tile keeps tileMargin free on every side, which printers need, and shares
// tileOverlap with its neighbour, to be glued on.
const (
	tileMargin  = 12 * mm
	tileOverlap = 10 * mm
	cropLength  = 5 * mm
)

// tile cuts the poster over sheets of Options.Paper, upright or lying, whichever
// needs fewer, row by row.
func (l *layout) tile() {
	whole := l.doc.Pages[0]
	w, h := l.o.Paper.Size()
	count := func(room, sheet float64) int {
		step := sheet - 2*tileMargin - tileOverlap
		return max(1, int(math.Ceil((room-tileOverlap)/step-1e-6)))
	}
	if count(whole.W, h)*count(whole.H, w) < count(whole.W, w)*count(whole.H, h) {
		w, h = h, w
	}
	columns, rows := count(whole.W, w), count(whole.H, h)
	stepX, stepY := w-2*tileMargin-tileOverlap, h-2*tileMargin-tileOverlap

	l.doc.Pages = nil
	tagged := map[Mark]bool{}
	for row := range rows {
		for column := range columns {
			page := &Page{W: w, H: h}
			dx, dy := tileMargin-float64(column)*stepX, tileMargin-float64(row)*stepY
			for _, m := range whole.Marks {
				b := bounds(m)
				if b.x1+dx < tileMargin || b.x0+dx > w-tileMargin || b.y1+dy < tileMargin || b.y0+dy > h-tileMargin {
					continue
				}
				page.Marks = append(page.Marks, moved(m, dx, dy, !tagged[m]))
				tagged[m] = true
			}
			l.crop(page, row, rows, column, columns)
			l.doc.Pages = append(l.doc.Pages, page)
		}
	}
	for key, d := range l.doc.Dests {
		column := min(int(d.X/stepX), columns-1)
		row := min(int(d.Y/stepY), rows-1)
		d.Page = row*columns + column
		d.X, d.Y = d.X+tileMargin-float64(column)*stepX, d.Y+tileMargin-float64(row)*stepY
		l.doc.Dests[key] = d
	}
}

// moved returns a copy of a mark; it is an artifact unless it keeps its node,
// so that what stands on two tiles is read out once.
func moved(m Mark, dx, dy float64, keep bool) Mark {
	switch m := m.(type) {
	case *Words:
		c := *m
		c.X, c.Y = c.X+dx, c.Y+dy
		if !keep {
			c.Node, c.Nodes, c.Links = nil, nil, nil
		}
		return &c
	case *Shape:
		c := *m
		c.X, c.Y = c.X+dx, c.Y+dy
		c.Poly = nil
		for _, p := range m.Poly {
			c.Poly = append(c.Poly, [2]float64{p[0] + dx, p[1] + dy})
		}
		if !keep {
			c.Node = nil
		}
		return &c
	}
	return m
}

// crop covers the margins of a tile and puts crop marks and its place there.
func (l *layout) crop(page *Page, row, rows, column, columns int) {
	const m = tileMargin
	w, h := page.W, page.H
	cover := func(x, y, w, h float64) {
		page.Marks = append(page.Marks, &Shape{X: x, Y: y, W: w, H: h, Fill: l.look.paper, Stroke: Color{None: true}})
	}
	const over = 6 // a viewer may round a page up
	cover(-over, -over, w+2*over, m+over)
	cover(-over, h-m, w+2*over, m+over)
	cover(-over, m, m+over, h-2*m)
	cover(w-m, m, m+over, h-2*m)
	line := func(x0, y0, x1, y1 float64) {
		page.Marks = append(page.Marks, &Shape{Poly: [][2]float64{{x0, y0}, {x1, y1}}, Fill: Color{None: true}, Stroke: Color{}, StrokeWidth: 0.4})
	}
	const gap = 1.5 * mm
	for _, x := range []float64{m, w - m} {
		line(x, m-gap-cropLength, x, m-gap)
		line(x, h-m+gap, x, h-m+gap+cropLength)
	}
	for _, y := range []float64{m, h - m} {
		line(m-gap-cropLength, y, m-gap, y)
		line(w-m+gap, y, w-m+gap+cropLength, y)
	}
	text := l.words.Text("print.tile", "row", row+1, "rows", rows, "column", column+1, "columns", columns)
	s := l.set(nil, para{bits: []bit{{text: text, style: typeset.Style{Size: 7.6}, ink: l.look.muted}}})
	page.Marks = append(page.Marks, s.all((w-s.text.Width)/2, h-m+gap))
}

// extent is the box that a mark covers.
type extent struct{ x0, y0, x1, y1 float64 }

// bounds returns what a mark covers, with its stroke.
func bounds(m Mark) extent {
	e := extent{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	add := func(x0, y0, x1, y1 float64) {
		e.x0, e.y0, e.x1, e.y1 = min(e.x0, x0), min(e.y0, y0), max(e.x1, x1), max(e.y1, y1)
	}
	switch m := m.(type) {
	case *Words:
		top := m.Text.Lines[m.From].Y
		for _, line := range m.Text.Lines[m.From:m.To] {
			y := m.Y + line.Y - top
			add(m.X+line.X, y, m.X+line.X+line.Width, y+line.Height)
		}
	case *Shape:
		s := 0.0
		if !m.Stroke.None {
			s = m.StrokeWidth / 2
		}
		for _, p := range m.Poly {
			add(p[0]-s, p[1]-s, p[0]+s, p[1]+s)
		}
		if m.Poly == nil {
			add(m.X-s, m.Y-s, m.X+m.W+s, m.Y+m.H+s)
		}
	}
	return e
}
