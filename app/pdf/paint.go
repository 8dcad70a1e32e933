package pdf

import (
	"fmt"
	"slices"

	"briefline/app/sheet"
)

// fade fills a shape with its colour fading to white from left to right. White
// stands in for transparency, which many printers turn into coarse pictures. So
// a fading bar hides what is behind it.
func (w *writer) fade(p *page, s *sheet.Shape, o outline) {
	label := w.shading(s.Fill, s.Fade)
	saved := p.save()
	p.buf = append(append(p.buf, o.path...), "W n\n"...)
	p.buf = append(number(p.buf, o.box.x1-o.box.x0, 2), " 0 0 1 "...)
	p.buf = append(number(p.buf, o.box.x0, 2), " 0 cm/"...)
	p.buf = append(append(p.buf, label...), " sh\n"...)
	p.restore(saved)
}

// shading returns the resource name of an axial shading from x = 0 to 1 (ISO
// 32000-1, 8.7.4.5.3). Bars of one colour and one fade share it.
func (w *writer) shading(c sheet.Color, fade []sheet.Stop) string {
	b := []byte("<</ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 1 0]/Extend[true true]/Function")
	b = append(blend(b, c, fade), ">>"...)
	return w.resource(&w.shadings, "S", string(b))
}

// blend appends a function from 0..1 to the colour mixed with white.
func blend(b []byte, c sheet.Color, fade []sheet.Stop) []byte {
	stops := make([]sheet.Stop, 0, len(fade)+2)
	for _, s := range fade {
		s = sheet.Stop{At: min(max(s.At, 0), 1), Strength: min(max(s.Strength, 0), 1)}
		if len(stops) == 0 && s.At > 0 {
			stops = append(stops, sheet.Stop{Strength: s.Strength})
		}
		if n := len(stops); n > 0 && s.At < stops[n-1].At {
			continue
		}
		stops = append(stops, s)
	}
	if last := stops[len(stops)-1]; last.At < 1 || len(stops) == 1 {
		stops = append(stops, sheet.Stop{At: 1, Strength: last.Strength})
	}
	var parts, bounds, encode []byte
	n := 0
	for i := 1; i < len(stops); i++ {
		lo, hi := stops[i-1], stops[i]
		if hi.At-lo.At < 0.001 { // bounds must differ when written
			continue
		}
		if n > 0 {
			bounds = append(number(bounds, lo.At, 4), ' ')
		}
		parts = append(parts, "<</FunctionType 2/N 1/Domain[0 1]/C0["...)
		parts = append(components(parts, mix(c, lo.Strength)), "]/C1["...)
		parts = append(components(parts, mix(c, hi.Strength)), "]>>"...)
		encode = append(encode, "0 1 "...)
		n++
	}
	if n == 1 {
		return append(b, parts...)
	}
	return fmt.Appendf(b, "<</FunctionType 3/Domain[0 1]/Functions[%s]/Bounds[%s]/Encode[%s]>>", parts, bounds, encode)
}

// mix returns c at a strength on white paper.
func mix(c sheet.Color, strength float64) sheet.Color {
	part := func(v uint8) uint8 { return uint8(255 - (255-float64(v))*strength + 0.5) }
	return sheet.Color{R: part(c.R), G: part(c.G), B: part(c.B)}
}

// The patterns are uncoloured tiles, 3 points from line to line and from dot to
// dot. A diagonal's tile is 3 times the root of 2 wide; the lines in its corners
// belong to its neighbours.
const (
	diagonal  = "/BBox[0 0 4.243 4.243]/XStep 4.243/YStep 4.243"
	diagonals = ".6 w -1 -1 m 5.243 5.243 l 3.243 -1 m 5.243 1 l -1 3.243 m 1 5.243 l S"
	dot       = "/BBox[0 0 3 3]/XStep 3/YStep 3"
	dots      = "1 w 1 J 1.5 1.5 m 1.5 1.5 l S"
)

// hatch paints the pattern of a shape inside its outline, in the colour of its
// edge.
func (w *writer) hatch(p *page, s *sheet.Shape, o outline) {
	tile, ink := diagonal, diagonals
	if s.Hatch == sheet.HatchDots {
		tile, ink = dot, dots
	}
	if w.patterns[s.Hatch] == 0 {
		w.patterns[s.Hatch] = w.addStream("/PatternType 1/PaintType 2/TilingType 1/Resources<<>>"+tile, []byte(ink), true)
	}
	op := fmt.Sprintf("/H cs %s/H%d scn", components(nil, s.Stroke), s.Hatch)
	if op != p.fill {
		p.fill = op
		p.buf = append(append(p.buf, op...), '\n')
	}
	p.buf = append(append(p.buf, o.path...), "f\n"...)
}

// named is a list of resources of one kind; equal ones are there once.
type named struct {
	bodies []string
	labels map[string]string
}

func (w *writer) resource(n *named, prefix, body string) string {
	label, ok := n.labels[body]
	if !ok {
		if n.labels == nil {
			n.labels = map[string]string{}
		}
		n.bodies = append(n.bodies, body)
		label = fmt.Sprintf("%s%d", prefix, len(n.bodies))
		n.labels[body] = label
	}
	return label
}

// writeResources writes the resources, which all pages share.
func (w *writer) writeResources() {
	b := []byte("<</Font<<")
	for _, f := range w.fonts {
		b = fmt.Appendf(b, "/%s %v", f.label, f.ref)
	}
	b = append(b, ">>"...)
	if len(w.shadings.bodies) > 0 {
		b = append(b, "/Shading<<"...)
		for i, body := range w.shadings.bodies {
			b = fmt.Appendf(b, "/S%d %v", i+1, w.add([]byte(body)))
		}
		b = append(b, ">>"...)
	}
	if slices.ContainsFunc(w.patterns[:], func(r ref) bool { return r != 0 }) {
		b = append(b, "/ColorSpace<</H[/Pattern/DeviceRGB]>>/Pattern<<"...)
		for i, r := range w.patterns {
			if r != 0 {
				b = fmt.Appendf(b, "/H%d %v", i, r)
			}
		}
		b = append(b, ">>"...)
	}
	w.set(w.resources, append(b, ">>"...))
}
