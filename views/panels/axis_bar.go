package panels

import (
	"image"
	"math"

	"briefline/app/timeline"
	"briefline/views/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// bar is the picture of one event.
type bar struct {
	raster *canvas.Raster
	mark   timeline.Mark
	width  float64
	high   float64
	frame  int
}

// bar shows the bar of a mark.
func (p *painter) bar(m *timeline.Mark, y float32, high float64) {
	b := p.marks[m.ID]
	if b == nil {
		b = &bar{}
		b.raster = canvas.NewRaster(b.paint)
		p.marks[m.ID] = b
		p.bars.Objects = append(p.bars.Objects, b.raster)
	}
	stale := b.frame == 0 || !alike(&b.mark, m)
	b.mark, b.width, b.high, b.frame = *m, m.X1-m.X0, high, p.frame
	b.raster.Show()
	b.raster.Move(fyne.NewPos(float32(m.X0), y))
	size := fyne.NewSize(float32(b.width), float32(high))
	if b.raster.Size() != size {
		b.raster.Resize(size) // paints again
	} else if stale {
		b.raster.Refresh()
	}
}

// alike reports whether two marks of one size are drawn the same.
func alike(a, b *timeline.Mark) bool {
	if a.Item.Style != b.Item.Style || a.Item.Added != b.Item.Added || a.FadeLeft != b.FadeLeft || a.FadeRight != b.FadeRight {
		return false
	}
	if !a.FadeLeft && !a.FadeRight {
		return true
	}
	for _, f := range []float64{0, 0.25, 0.5, 0.75, 1} {
		if math.Abs(a.Strength(a.X0+f*(a.X1-a.X0))-b.Strength(b.X0+f*(b.X1-b.X0))) > 0.004 {
			return false
		}
	}
	return true
}

// paint draws the bar for w by h pixels: solid where stated, fading where known
// roughly, outlined where the editor added it, grey where only its order is
// known.
func (b *bar) paint(w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
	if b.width <= 0 || w <= 0 {
		return img
	}
	scale := float64(w) / b.width
	drawBar(img, b.mark.Item.Look(), scale, kit.Current().Palette())
	if b.mark.FadeLeft || b.mark.FadeRight {
		fade(img, func(x float64) float64 { return b.mark.Strength(b.mark.X0 + x/scale) })
	}
	return img
}

// drawBar fills img with a bar; scale is pixels a point.
func drawBar(img *image.RGBA, kind timeline.Look, scale float64, p *kit.Palette) {
	w, h := float64(img.Rect.Dx()), float64(img.Rect.Dy())
	switch kind {
	case timeline.LookAdded:
		kit.FillRound(img, 0, 0, w, h, h/2, p[kit.RoleSurface])
		kit.StrokeRound(img, 0, 0, w, h, h/2, 2*scale, 5*scale, p[kit.RoleAdded])
	case timeline.LookOrder:
		kit.FillRound(img, 0, 0, w, h, h/2, p[kit.RoleOther])
	default:
		kit.FillRound(img, 0, 0, w, h, h/2, p[kit.RoleAccent])
	}
}

// fade multiplies the columns of img by a strength from 0 to 1.
func fade(img *image.RGBA, strength func(x float64) float64) {
	b := img.Bounds()
	for x := b.Min.X; x < b.Max.X; x++ {
		s := math.Min(1, math.Max(0, strength(float64(x)+0.5)))
		if s == 1 {
			continue
		}
		for y := b.Min.Y; y < b.Max.Y; y++ {
			px := img.Pix[img.PixOffset(x, y):][:4]
			for i, v := range px {
				px[i] = uint8(float64(v)*s + 0.5)
			}
		}
	}
}
