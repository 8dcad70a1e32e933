package kit

import (
	"image"

	"briefline/app/typeset"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Line is one line of text as a bare raster, for drawings that move hundreds
// of labels: it costs nothing but its picture, which is painted once.
type Line struct {
	*canvas.Raster
	// Width and Height are its size in points, to the next whole point.
	Width, Height float32
}

// NewLine returns a line of text, cut with an ellipsis where it would be wider
// than width points; width 0 does not cut.
func NewLine(s string, style typeset.Style, ink, back Role, width float32) *Line {
	l := &Label{pieces: Plain(s, style, ink), MaxLines: 1, LineHeight: 1.3, back: back}
	laid := l.layout(width)
	line := &Line{Width: ceil(laid.Width), Height: ceil(laid.Height)}
	if width > 0 {
		line.Width = min(line.Width, width)
	}
	line.Raster = canvas.NewRaster(func(w, h int) image.Image { return l.draw(line.Width, w, h) })
	line.Raster.Resize(fyne.NewSize(line.Width, line.Height))
	return line
}
