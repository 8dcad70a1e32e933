package sheet

import "briefline/app/timeline"

// bar draws one event's bar, cut off at the figure's edges.
func (p *plotter) bar(m *timeline.Mark, width float64, fig *Node, x float64) []Mark {
	x0, x1 := max(0, m.X0), min(width, m.X1)
	if x1 <= x0 {
		return nil
	}
	var fade []Stop
	if m.FadeLeft || m.FadeRight {
		for _, at := range []float64{x0, m.Core0, m.Core1, x1} {
			at = max(x0, min(at, x1))
			stop := Stop{(at - x0) / (x1 - x0), max(0, min(m.Strength(at), 1))}
			if n := len(fade); n == 0 || stop.At > fade[n-1].At+1e-6 {
				fade = append(fade, stop)
			}
		}
	}
	return p.look.bar(m.Item.Look(), fig, x+x0, m.Y, x1-x0, p.room.BarHeight, fade)
}

// bar returns a bar in one of the styles of the legend. Without colours a pattern
// stands for what fades.
func (s *look) bar(kind timeline.Look, node *Node, x, y, w, h float64, fade []Stop) []Mark {
	none := Color{None: true}
	radius := min(h, w) / 2
	shape := &Shape{Node: node, X: x, Y: y, W: w, H: h, Radius: radius, Fill: s.accent, Stroke: none, Fade: fade}
	line := 1.1 * s.k
	switch kind {
	case timeline.LookAdded:
		in := line / 2
		shape.X, shape.Y, shape.W, shape.H = x+in, y+in, max(w-line, 0.1), h-line
		shape.Radius = min(shape.H, shape.W) / 2
		shape.Fill, shape.Stroke, shape.StrokeWidth, shape.Dash = s.paper, s.added, line, []float64{3.5 * s.k, 2.1 * s.k}
		if w < 2*h { // a dot
			shape.Dash = []float64{1.7 * s.k, 1.1 * s.k}
		}
		shape.Fade = nil
	case timeline.LookOrder:
		shape.Fill = s.other
		if s.mono {
			shape.Fill, shape.Stroke, shape.StrokeWidth, shape.Hatch, shape.Fade = s.paper, s.other, 0.5*s.k, HatchDots, nil
		}
	case timeline.LookRough:
		if s.mono {
			return s.hatched(shape, fade)
		}
	}
	return []Mark{shape}
}

// hatched draws the parts of a bar that fade as a pattern and the rest as solid.
func (s *look) hatched(shape *Shape, fade []Stop) []Mark {
	back := *shape
	back.Fill, back.Stroke, back.StrokeWidth, back.Hatch, back.Fade = s.paper, s.ink, 0.5*s.k, HatchDiagonal, nil
	marks := []Mark{&back}
	for i := 1; i < len(fade); i++ {
		if fade[i-1].Strength > 0.999 && fade[i].Strength > 0.999 {
			core := *shape
			core.Fade = nil
			core.X, core.W = shape.X+fade[i-1].At*shape.W, (fade[i].At-fade[i-1].At)*shape.W
			core.Radius = 0
			marks = append(marks, &core)
		}
	}
	return marks
}
