package pdf

import (
	"math"

	"briefline/app/sheet"
)

// shape paints a box or polygon: fill, pattern over it, edge.
func (w *writer) shape(p *page, s *sheet.Shape) {
	fill := !s.Fill.None && len(s.Poly) != 2
	stroke := !s.Stroke.None && s.StrokeWidth > 0
	hatch := s.Hatch != sheet.HatchNone && !s.Stroke.None && len(s.Poly) != 2
	if !fill && !stroke && !hatch {
		return
	}
	e := w.elem(s.Node)
	p.begin(e)
	p.endText()
	o := outlineOf(s, p.h)
	b := o.box
	if stroke {
		d := s.StrokeWidth / 2
		b = box{b.x0 - d, b.y0 - d, b.x1 + d, b.y1 + d}
	}
	e.cover(p.nth, b)

	plain := fill && len(s.Fade) == 0
	if plain {
		p.setFill(s.Fill)
	}
	if stroke {
		p.setStroke(s.Stroke)
		p.setLine(s.StrokeWidth, s.Dash)
	}
	if plain && !hatch {
		p.buf = append(p.buf, o.path...)
		if stroke {
			p.buf = append(p.buf, "B\n"...)
		} else {
			p.buf = append(p.buf, "f\n"...)
		}
		return
	}
	if plain {
		p.buf = append(append(p.buf, o.path...), "f\n"...)
	} else if fill {
		w.fade(p, s, o)
	}
	if hatch {
		w.hatch(p, s, o)
	}
	if stroke {
		p.buf = append(append(p.buf, o.path...), "S\n"...)
	}
}

// outline is a shape's path, as operators, and the box around it.
type outline struct {
	path []byte
	box  box
}

// outlineOf turns a shape's y, down, into the file's, up, on a page that is h
// high.
func outlineOf(s *sheet.Shape, h float64) outline {
	if len(s.Poly) > 0 {
		return polygon(s.Poly, h)
	}
	x0, y0, x1, y1 := s.X, h-s.Y-s.H, s.X+s.W, h-s.Y
	o := outline{box: box{x0, y0, x1, y1}}
	r := min(s.Radius, s.W/2, s.H/2)
	if !(r > 0) {
		o.path = append(points(nil, x0, y0, s.W, s.H), "re "...)
		return o
	}
	c := r * (1 - 4*(math.Sqrt2-1)/3) // how far from the corner a quarter circle's control points lie
	b := append(points(nil, x0+r, y0), "m "...)
	if s.W > 2*r {
		b = append(points(b, x1-r, y0), "l "...)
	}
	b = append(points(b, x1-c, y0, x1, y0+c, x1, y0+r), "c "...)
	if s.H > 2*r {
		b = append(points(b, x1, y1-r), "l "...)
	}
	b = append(points(b, x1, y1-c, x1-c, y1, x1-r, y1), "c "...)
	if s.W > 2*r {
		b = append(points(b, x0+r, y1), "l "...)
	}
	b = append(points(b, x0+c, y1, x0, y1-c, x0, y1-r), "c "...)
	if s.H > 2*r {
		b = append(points(b, x0, y0+r), "l "...)
	}
	o.path = append(points(b, x0, y0+c, x0+c, y0, x0+r, y0), "c h "...)
	return o
}

func polygon(corners [][2]float64, h float64) outline {
	var o outline
	for i, c := range corners {
		x, y := c[0], h-c[1]
		op := "l "
		if i == 0 {
			op, o.box = "m ", box{x, y, x, y}
		}
		o.path = append(points(o.path, x, y), op...)
		o.box = o.box.with(box{x, y, x, y})
	}
	if len(corners) > 2 {
		o.path = append(o.path, "h "...)
	}
	return o
}
