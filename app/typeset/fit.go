package typeset

import "github.com/go-text/typesetting/font"

// zone is a height in ems at which many letters of a face end: the feet of p,
// the baseline, the heads of x, H and l.
type zone float64

// zonesOf measures a face's zones, in ascending order; nil if it lacks a letter.
func zonesOf(f *font.Face) []zone {
	edge := func(r rune, bottom bool) (zone, bool) {
		g, ok := f.NominalGlyph(r)
		if !ok {
			return 0, false
		}
		e, ok := f.GlyphExtents(g)
		v := e.YBearing
		if bottom {
			v += e.Height
		}
		return zone(float64(v) / float64(f.Upem())), ok
	}
	p, ok1 := edge('p', true)
	x, ok2 := edge('x', false)
	h, ok3 := edge('H', false)
	l, ok4 := edge('l', false)
	if !(ok1 && ok2 && ok3 && ok4 && p < 0 && 0 < x && x < h && h < l) {
		return nil
	}
	return []zone{p, 0, x, h, l}
}

// fit returns the function that bends heights above the baseline, in pixels, so
// that the face's zones fall on whole pixels at this size. Small letters then
// have sharp heads and feet, as a hinted font's have; widths stay as they are.
func (f *Face) fit(size float64) func(float64) float64 {
	if len(f.zones) == 0 || size > maxSnapped || size < 6 {
		return func(y float64) float64 { return y }
	}
	var from, to [5]float64
	for i, z := range f.zones {
		from[i] = float64(z) * size
		to[i] = float64(int(from[i]+100.5) - 100)
	}
	// A letter a little too tall reads better than one too small.
	if frac := from[2] - float64(int(from[2])); frac >= 0.4 {
		to[2] = float64(int(from[2]) + 1)
	}
	to[3] = max(to[3], to[2]+1)
	to[4] = max(to[4], to[3])
	return func(y float64) float64 {
		for i := 1; i < len(from); i++ {
			if y < from[i] || i == len(from)-1 {
				if y <= from[0] {
					return y + to[0] - from[0]
				}
				if y >= from[i] {
					return y + to[i] - from[i]
				}
				return to[i-1] + (y-from[i-1])/(from[i]-from[i-1])*(to[i]-to[i-1])
			}
		}
		return y
	}
}
