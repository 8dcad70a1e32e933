package kit

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Picture is a block of fixed proportions that a function paints.
type Picture struct {
	widget.BaseWidget
	node
	// Name is read out by screen readers.
	Name string

	aspect float32 // height over width
	raster *canvas.Raster
}

// NewPicture returns a picture whose height is aspect times its width; paint
// draws it for a size in pixels.
func NewPicture(name string, aspect float32, paint func(w, h int) image.Image) *Picture {
	p := &Picture{Name: name, aspect: aspect, raster: canvas.NewRaster(paint)}
	p.ExtendBaseWidget(p)
	return p
}

// HeightFor implements Block.
func (p *Picture) HeightFor(width float32) float32 { return ceil(float64(width * p.aspect)) }

// MinSize implements fyne.CanvasObject.
func (p *Picture) MinSize() fyne.Size { return noSize }

// AccessibilityLabel implements fyne.Accessible.
func (p *Picture) AccessibilityLabel() string { return p.Name }

// AccessibilityRole implements fyne.Accessible.
func (p *Picture) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// CreateRenderer implements fyne.Widget.
func (p *Picture) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	return &pictureRenderer{p}
}

type pictureRenderer struct{ p *Picture }

func (r *pictureRenderer) Layout(s fyne.Size)           { r.p.raster.Resize(s) }
func (r *pictureRenderer) MinSize() fyne.Size           { return noSize }
func (r *pictureRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.p.raster} }
func (r *pictureRenderer) Destroy()                     {}
func (r *pictureRenderer) Refresh()                     { r.p.raster.Refresh() }
