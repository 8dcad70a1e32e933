// Package paper shows a printed page on the screen. It paints the same page
// description that package pdf writes, so that what is seen is what is printed.
package paper

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"briefline/app/sheet"
	"briefline/views/kit"
)

// Paint draws a page on white, scale pixels a point.
func Paint(p *sheet.Page, scale float64) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, max(1, int(math.Round(p.W*scale))), max(1, int(math.Round(p.H*scale)))))
	draw.Draw(img, img.Rect, image.White, image.Point{}, draw.Src)
	for _, m := range p.Marks {
		switch m := m.(type) {
		case *sheet.Shape:
			shape(img, m, scale)
		case *sheet.Words:
			words(img, m, scale)
		}
	}
	return img
}

// words draws some lines of a text.
func words(img *image.RGBA, m *sheet.Words, scale float64) {
	if m.From < 0 || m.To > len(m.Text.Lines) || m.From >= m.To {
		return
	}
	part := *m.Text
	part.Lines = m.Text.Lines[m.From:m.To]
	part.Draw(img, m.X*scale, (m.Y-part.Lines[0].Y)*scale, scale, func(span int) color.Color {
		switch {
		case len(m.Inks) == 0:
			return color.Black
		case span < 0 || span >= len(m.Inks):
			span = len(m.Inks) - 1
		}
		return ink(m.Inks[span])
	})
}

func ink(c sheet.Color) color.NRGBA {
	if c.None {
		return color.NRGBA{}
	}
	return color.NRGBA{R: c.R, G: c.G, B: c.B, A: 0xFF}
}

// shape draws a box or polygon: fill, pattern, stroke.
func shape(img *image.RGBA, m *sheet.Shape, scale float64) {
	if m.Poly != nil {
		polygon(img, m, scale)
		return
	}
	x, y, w, h, r := m.X*scale, m.Y*scale, m.W*scale, m.H*scale, m.Radius*scale
	if !m.Fill.None {
		if m.Fade == nil {
			kit.FillRound(img, x, y, w, h, r, ink(m.Fill))
		} else {
			faded(img, m, x, y, w, h, r)
		}
	}
	if m.Hatch != sheet.HatchNone {
		hatch(img, m, x, y, w, h, r, scale)
	}
	if !m.Stroke.None && m.StrokeWidth > 0 {
		// A hairline stays visible however small the page is shown.
		width := math.Max(m.StrokeWidth*scale, 0.6)
		dash := 0.0
		if len(m.Dash) > 0 {
			dash = m.Dash[0] * scale
		}
		kit.StrokeRound(img, x-width/2, y-width/2, w+width, h+width, r+width/2, width, dash, ink(m.Stroke))
	}
}

// faded fills a box whose strength changes from left to right: it is mixed with
// the white of the paper, as in the PDF, and hides what is behind it.
func faded(img *image.RGBA, m *sheet.Shape, x, y, w, h, r float64) {
	layer := over(img, x, y, w, h)
	kit.FillRound(layer, x, y, w, h, r, color.NRGBA{A: 0xFF})
	for px := layer.Rect.Min.X; px < layer.Rect.Max.X; px++ {
		c := kit.Mix(color.NRGBA{R: 0xFF, G: 0xFF, B: 0xFF, A: 0xFF}, ink(m.Fill), strength(m.Fade, (float64(px)+0.5-x)/w))
		for py := layer.Rect.Min.Y; py < layer.Rect.Max.Y; py++ {
			p := layer.Pix[layer.PixOffset(px, py):][:4]
			a := uint32(p[3])
			p[0], p[1], p[2] = uint8(uint32(c.R)*a/255), uint8(uint32(c.G)*a/255), uint8(uint32(c.B)*a/255)
		}
	}
	draw.Draw(img, layer.Rect, layer, layer.Rect.Min, draw.Over)
}

// over is an empty picture over the part of img that a box covers.
func over(img *image.RGBA, x, y, w, h float64) *image.RGBA {
	box := image.Rect(int(math.Floor(x)), int(math.Floor(y)), int(math.Ceil(x+w)), int(math.Ceil(y+h)))
	return image.NewRGBA(box.Intersect(img.Rect))
}

// strength is how strong a fade is at a share of the width.
func strength(stops []sheet.Stop, at float64) float64 {
	for i, s := range stops {
		if at > s.At {
			continue
		}
		if i == 0 || s.At == stops[i-1].At {
			return s.Strength
		}
		f := (at - stops[i-1].At) / (s.At - stops[i-1].At)
		return stops[i-1].Strength + f*(s.Strength-stops[i-1].Strength)
	}
	if len(stops) == 0 {
		return 1
	}
	return stops[len(stops)-1].Strength
}

// hatch lays the pattern of a shape over it.
func hatch(img *image.RGBA, m *sheet.Shape, x, y, w, h, r, scale float64) {
	pattern := over(img, x, y, w, h)
	step, c := 3*scale, ink(m.Stroke)
	if m.Hatch == sheet.HatchDots {
		for py := y; py < y+h; py += step {
			for px := x; px < x+w; px += step {
				kit.FillRound(pattern, px, py, scale, scale, scale/2, c)
			}
		}
	} else {
		t := 0.3 * scale * math.Sqrt2
		for px := x - h; px < x+w; px += step {
			kit.FillPolygon(pattern, [][2]float64{{px - t, y + h}, {px + t, y + h}, {px + h + t, y}, {px + h - t, y}}, c)
		}
	}
	mask := image.NewRGBA(pattern.Rect)
	kit.FillRound(mask, x, y, w, h, r, color.NRGBA{A: 0xFF})
	draw.DrawMask(img, pattern.Rect, pattern, pattern.Rect.Min, mask, mask.Rect.Min, draw.Over)
}

// polygon fills and strokes a path of corners; two corners are a line.
func polygon(img *image.RGBA, m *sheet.Shape, scale float64) {
	pts := make([][2]float64, len(m.Poly))
	for i, p := range m.Poly {
		pts[i] = [2]float64{p[0] * scale, p[1] * scale}
	}
	if !m.Fill.None && len(pts) > 2 {
		kit.FillPolygon(img, pts, ink(m.Fill))
	}
	if m.Stroke.None || m.StrokeWidth <= 0 || len(pts) < 2 {
		return
	}
	width := math.Max(m.StrokeWidth*scale, 0.6)
	edges := len(pts)
	if edges == 2 {
		edges = 1
	}
	for i := range edges {
		segment(img, pts[i], pts[(i+1)%len(pts)], width, m.Dash, scale, ink(m.Stroke))
	}
}

// segment draws a straight line, dashed by the lengths in dash.
func segment(img *image.RGBA, a, b [2]float64, width float64, dash []float64, scale float64, c color.NRGBA) {
	dx, dy := b[0]-a[0], b[1]-a[1]
	length := math.Hypot(dx, dy)
	if length == 0 {
		return
	}
	ux, uy := dx/length, dy/length
	nx, ny := -uy*width/2, ux*width/2
	stroke := func(from, to float64) {
		x0, y0, x1, y1 := a[0]+ux*from, a[1]+uy*from, a[0]+ux*to, a[1]+uy*to
		kit.FillPolygon(img, [][2]float64{{x0 + nx, y0 + ny}, {x1 + nx, y1 + ny}, {x1 - nx, y1 - ny}, {x0 - nx, y0 - ny}}, c)
	}
	if len(dash) < 2 || dash[0]+dash[1] <= 0 {
		stroke(0, length)
		return
	}
	for at := 0.0; at < length; at += (dash[0] + dash[1]) * scale {
		stroke(at, math.Min(at+dash[0]*scale, length))
	}
}
