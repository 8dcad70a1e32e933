package kit

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Shape is the outline of a badge. Shapes tell sides and kinds apart for those
// who do not see the colours.
type Shape int

// The shapes.
const (
	ShapeCircle Shape = iota
	ShapeSquare
	ShapeDiamond
	ShapeTriangle
	ShapeHexagon
)

// SideShape returns the shape of the n-th side, counted from 0; for n below 0,
// those only mentioned, the hexagon.
func SideShape(n int) Shape {
	if n < 0 {
		return ShapeHexagon
	}
	return []Shape{ShapeCircle, ShapeSquare, ShapeDiamond, ShapeTriangle}[n%4]
}

// Badge is a filled shape, with up to two letters in it.
type Badge struct {
	widget.BaseWidget
	node
	Shape   Shape
	Fill    Role
	Letters string

	raster *canvas.Raster
}

// NewBadge returns a badge.
func NewBadge(shape Shape, fill Role, letters string) *Badge {
	b := &Badge{Shape: shape, Fill: fill, Letters: letters}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer implements fyne.Widget.
func (b *Badge) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	b.raster = canvas.NewRaster(b.paint)
	return &badgeRenderer{b}
}

func (b *Badge) paint(w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
	if b.Size().Width <= 0 {
		return img
	}
	scale := float64(w) / float64(b.Size().Width)
	p := Current().Palette()
	paintShape(img, b.Shape, float64(w), float64(h), 6*scale, p[b.Fill])
	if b.Letters != "" {
		style := NoteBold
		style.Size = float64(b.Size().Height) * 0.36
		l := NewLabel(b.Letters, style, RoleOnSide)
		t := l.layout(0)
		x := (float64(w) - t.Width*scale) / 2
		y := (float64(h) - t.Height*scale) / 2
		t.Draw(img, x, y, scale, l.ink(p))
	}
	return img
}

// paintShape fills a shape into w by h pixels; radius rounds the square.
func paintShape(img *image.RGBA, s Shape, w, h, radius float64, c color.NRGBA) {
	switch s {
	case ShapeCircle:
		FillRound(img, 0, 0, w, h, min(w, h)/2, c)
	case ShapeSquare:
		FillRound(img, 0, 0, w, h, min(radius, w/5), c)
	case ShapeDiamond:
		FillPolygon(img, [][2]float64{{w / 2, 0}, {w, h / 2}, {w / 2, h}, {0, h / 2}}, c)
	case ShapeTriangle:
		FillPolygon(img, [][2]float64{{w / 2, 0}, {w, h}, {0, h}}, c)
	case ShapeHexagon:
		FillPolygon(img, [][2]float64{{w * 0.25, h * 0.04}, {w * 0.75, h * 0.04}, {w, h / 2}, {w * 0.75, h * 0.96}, {w * 0.25, h * 0.96}, {0, h / 2}}, c)
	}
}

type badgeRenderer struct{ b *Badge }

func (r *badgeRenderer) Layout(s fyne.Size)           { r.b.raster.Resize(s) }
func (r *badgeRenderer) MinSize() fyne.Size           { return fyne.NewSize(1, 1) }
func (r *badgeRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.b.raster} }
func (r *badgeRenderer) Destroy()                     {}
func (r *badgeRenderer) Refresh()                     { r.b.raster.Refresh() }
