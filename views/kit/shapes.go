package kit

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/vector"
)

// FillRound fills a rectangle with rounded corners, in pixels, on img.
func FillRound(img *image.RGBA, x, y, w, h, radius float64, c color.NRGBA) {
	fill(img, x, y, w, h, c, func(z *vector.Rasterizer, dx, dy float64) { roundPath(z, x-dx, y-dy, w, h, radius) })
}

// StrokeRound draws the inner edge of a rectangle with rounded corners, width
// pixels thick. A dash length above 0 breaks the two long edges into dashes.
func StrokeRound(img *image.RGBA, x, y, w, h, radius, width, dash float64, c color.NRGBA) {
	if dash <= 0 || w < 4*dash {
		fill(img, x, y, w, h, c, func(z *vector.Rasterizer, dx, dy float64) { ringPath(z, x-dx, y-dy, w, h, radius, width) })
		return
	}
	// The dashed edge is the whole edge less the gaps, which are cut out of a
	// mask: the ends stay round and whole, so that short bars keep their shape.
	edge := image.NewRGBA(img.Bounds())
	StrokeRound(edge, x, y, w, h, radius, width, 0, c)
	from, to := x+radius, x+w-radius
	n := math.Max(1, math.Round((to-from)/(dash*1.6)))
	step := (to - from) / n
	for i := 0.0; i < n; i++ {
		a := int(math.Round(from + (i+0.3)*step))
		b := int(math.Round(from + (i+0.7)*step))
		draw.Draw(edge, image.Rect(a, edge.Rect.Min.Y, b, edge.Rect.Max.Y), image.Transparent, image.Point{}, draw.Src)
	}
	draw.Draw(img, img.Bounds(), edge, edge.Rect.Min, draw.Over)
}

// FillPolygon fills a closed path of points, in pixels.
func FillPolygon(img *image.RGBA, pts [][2]float64, c color.NRGBA) {
	if len(pts) < 3 {
		return
	}
	x0, y0, x1, y1 := pts[0][0], pts[0][1], pts[0][0], pts[0][1]
	for _, p := range pts {
		x0, y0, x1, y1 = math.Min(x0, p[0]), math.Min(y0, p[1]), math.Max(x1, p[0]), math.Max(y1, p[1])
	}
	fill(img, x0, y0, x1-x0, y1-y0, c, func(z *vector.Rasterizer, dx, dy float64) {
		z.MoveTo(float32(pts[0][0]-dx), float32(pts[0][1]-dy))
		for _, p := range pts[1:] {
			z.LineTo(float32(p[0]-dx), float32(p[1]-dy))
		}
		z.ClosePath()
	})
}

// fill rasterises a path over no more of img than its box, cut at img's edges.
func fill(img *image.RGBA, x, y, w, h float64, c color.NRGBA, path func(z *vector.Rasterizer, dx, dy float64)) {
	if w <= 0 || h <= 0 || c.A == 0 {
		return
	}
	box := image.Rect(int(math.Floor(x)), int(math.Floor(y)), int(math.Ceil(x+w)), int(math.Ceil(y+h))).Intersect(img.Bounds())
	if box.Empty() {
		return
	}
	z := vector.NewRasterizer(box.Dx(), box.Dy())
	path(z, float64(box.Min.X), float64(box.Min.Y))
	z.Draw(img, box, image.NewUniform(c), image.Point{})
}

// kappa makes a cubic curve a quarter circle.
const kappa = 0.5522847498

func roundPath(z *vector.Rasterizer, x, y, w, h, r float64) {
	r = math.Max(0, math.Min(r, math.Min(w, h)/2))
	k := r * (1 - kappa)
	f := func(v float64) float32 { return float32(v) }
	z.MoveTo(f(x+r), f(y))
	z.LineTo(f(x+w-r), f(y))
	z.CubeTo(f(x+w-k), f(y), f(x+w), f(y+k), f(x+w), f(y+r))
	z.LineTo(f(x+w), f(y+h-r))
	z.CubeTo(f(x+w), f(y+h-k), f(x+w-k), f(y+h), f(x+w-r), f(y+h))
	z.LineTo(f(x+r), f(y+h))
	z.CubeTo(f(x+k), f(y+h), f(x), f(y+h-k), f(x), f(y+h-r))
	z.LineTo(f(x), f(y+r))
	z.CubeTo(f(x), f(y+k), f(x+k), f(y), f(x+r), f(y))
	z.ClosePath()
}

// ringPath is a rounded rectangle with a smaller one wound the other way round
// inside it, which the rasteriser's non-zero rule leaves empty.
func ringPath(z *vector.Rasterizer, x, y, w, h, r, width float64) {
	roundPath(z, x, y, w, h, r)
	x, y, w, h = x+width, y+width, w-2*width, h-2*width
	if w <= 0 || h <= 0 {
		return
	}
	r = math.Max(0, math.Min(r-width, math.Min(w, h)/2))
	k := r * (1 - kappa)
	f := func(v float64) float32 { return float32(v) }
	z.MoveTo(f(x+r), f(y))
	z.CubeTo(f(x+k), f(y), f(x), f(y+k), f(x), f(y+r))
	z.LineTo(f(x), f(y+h-r))
	z.CubeTo(f(x), f(y+h-k), f(x+k), f(y+h), f(x+r), f(y+h))
	z.LineTo(f(x+w-r), f(y+h))
	z.CubeTo(f(x+w-k), f(y+h), f(x+w), f(y+h-k), f(x+w), f(y+h-r))
	z.LineTo(f(x+w), f(y+r))
	z.CubeTo(f(x+w), f(y+k), f(x+w-k), f(y), f(x+w-r), f(y))
	z.ClosePath()
}
