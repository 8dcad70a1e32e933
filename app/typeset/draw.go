package typeset

import (
	"image"
	"image/color"
	"math"
)

// Draw paints the text into dst with its top left at x, y, in pixels, at scale
// pixels a point. color gives each span's colour; nil means black. Baselines fall
// on whole pixels and letters on quarters of one. Only what lies in dst's bounds
// is painted; padding is left to the caller.
func (t *Text) Draw(dst *image.RGBA, x, y, scale float64, color func(span int) color.Color) {
	if !(scale > 0) || math.IsInf(x+y+scale, 0) || math.IsNaN(x+y+scale) {
		return
	}
	top, bottom := float64(dst.Rect.Min.Y), float64(dst.Rect.Max.Y)
	for i := range t.Lines {
		l := &t.Lines[i]
		// letters may reach out of a tight line, but not by more than its height
		if y+(l.Y+2*l.Height)*scale < top || y+(l.Y-l.Height)*scale > bottom {
			continue
		}
		base := math.Round(y + l.Baseline*scale)
		for k := range l.Runs {
			t.drawRun(dst, &l.Runs[k], x, base, scale, color)
		}
	}
}

func (t *Text) drawRun(dst *image.RGBA, r *Run, x, base, scale float64, colors func(span int) color.Color) {
	src := pigment{a: 0xffff}
	if colors != nil {
		c := colors(r.Span)
		if c == nil {
			return
		}
		src.r, src.g, src.b, src.a = c.RGBA()
	}
	if src.a == 0 {
		return
	}
	size := r.Size * scale
	left, right := float64(dst.Rect.Min.X)-size*4, float64(dst.Rect.Max.X)+size*4
	px := x + r.X*scale
	for i := range r.Glyphs {
		g := &r.Glyphs[i]
		gx := px + float64(g.X)*scale
		if gx < left || gx > right {
			continue
		}
		m, ix, iy := t.fonts.masks.glyph(r.Face, g.ID, size, r.Slant, gx, base+float64(g.Y)*scale)
		if m != nil {
			m.blend(dst, ix, iy, src)
		}
	}
}

// pigment is a premultiplied colour of 16 bits a channel, as color.Color has it.
type pigment struct{ r, g, b, a uint32 }

// blend lays the colour over dst through the mask, whose top left is at x, y.
func (m *mask) blend(dst *image.RGBA, x, y int, c pigment) {
	x0, y0 := max(x, dst.Rect.Min.X), max(y, dst.Rect.Min.Y)
	x1, y1 := min(x+m.w, dst.Rect.Max.X), min(y+m.h, dst.Rect.Max.Y)
	if x0 >= x1 {
		return
	}
	solid := c.a == 0xffff
	full := [4]uint8{uint8(c.r >> 8), uint8(c.g >> 8), uint8(c.b >> 8), 0xff}
	for ; y0 < y1; y0++ {
		row := m.pix[(y0-y)*m.w+x0-x:][:x1-x0]
		at := dst.PixOffset(x0, y0)
		pix := dst.Pix[at : at+4*len(row)]
		for i, v := range row {
			if v == 0 {
				continue
			}
			p := pix[4*i : 4*i+4 : 4*i+4]
			if v == 255 && solid {
				p[0], p[1], p[2], p[3] = full[0], full[1], full[2], full[3]
				continue
			}
			// source over: s = colour * v, d = s + d * (1 - s.a), in 16 bits
			v := uint32(v) * 0x101
			keep := (0xffff - c.a*v/0xffff) * 0x101
			p[0] = uint8((c.r*v/0xffff + uint32(p[0])*keep/0xffff) >> 8)
			p[1] = uint8((c.g*v/0xffff + uint32(p[1])*keep/0xffff) >> 8)
			p[2] = uint8((c.b*v/0xffff + uint32(p[2])*keep/0xffff) >> 8)
			p[3] = uint8((c.a*v/0xffff + uint32(p[3])*keep/0xffff) >> 8)
		}
	}
}
