package panels

import (
	"image"
	"math"

	"briefline/app/timeline"
	"briefline/views/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// overview is the strip below a zoomed timeline: all events, small, and a
// window over the stretch that shows above. Dragging the window pans.
type overview struct {
	widget.BaseWidget
	axis   *Axis
	raster *canvas.Raster
	window *kit.Fill
	whole  timeline.Scale
}

func newOverview(a *Axis) *overview {
	v := &overview{axis: a, window: kit.NewFrame(kit.RoleNone, kit.RoleAccent, 4)}
	v.window.Stroke = 2
	v.raster = canvas.NewRaster(v.paint)
	v.ExtendBaseWidget(v)
	v.Hide()
	return v
}

// update moves the window.
func (v *overview) update() {
	w := float64(v.Size().Width)
	if w <= 0 {
		return
	}
	from, to, ok := v.axis.src.Span()
	if !ok {
		return
	}
	v.whole = timeline.Fit(from, to, w, planMargin)
	x0 := v.whole.X(v.axis.scale.Time(0))
	x1 := v.whole.X(v.axis.scale.Time(v.axis.layout.Width))
	x0, x1 = math.Max(0, math.Min(x0, w-6)), math.Min(w, math.Max(x1, 6))
	kit.Put(v.window, float32(x0), 0, float32(math.Max(6, x1-x0)), v.Size().Height)
}

// overviewRows is on how many rows the strip spreads its events.
const overviewRows = 4

func (v *overview) paint(w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
	if v.Size().Width <= 0 {
		return img
	}
	p := kit.Current().Palette()
	scale := float64(w) / float64(v.Size().Width)
	kit.FillRound(img, 0, 0, float64(w), float64(h), 4*scale, p[kit.RolePaper])
	from, to, ok := v.axis.src.Span()
	if !ok {
		return img
	}
	s := timeline.Fit(from, to, float64(v.Size().Width), planMargin)
	win := v.axis.src.Window(from, to, s.PerPoint, 600)
	high := float64(h) / (overviewRows + 1)
	for i, it := range win.Items {
		x0, x1 := s.X(it.Lo)*scale, s.X(it.Hi)*scale
		c := p[kit.RoleAccent]
		switch it.Look() {
		case timeline.LookAdded:
			c = p[kit.RoleAdded]
		case timeline.LookOrder:
			c = p[kit.RoleOther]
		}
		y := high * (0.5 + float64(i%overviewRows))
		kit.FillRound(img, x0, y+high*0.25, math.Max(x1-x0, 2*scale), high*0.5, high/4, c)
	}
	return img
}

// Dragged implements fyne.Draggable.
func (v *overview) Dragged(ev *fyne.DragEvent) {
	v.axis.PanBy(float64(ev.Dragged.DX) * v.whole.PerPoint / v.axis.scale.PerPoint)
}

// DragEnd implements fyne.Draggable.
func (v *overview) DragEnd() {}

// Tapped brings the middle of the window to where the click is.
func (v *overview) Tapped(ev *fyne.PointEvent) {
	a := v.axis
	a.PanBy(a.scale.X(v.whole.Time(float64(ev.Position.X))) - a.layout.Width/2)
}

// Cursor implements desktop.Cursorable.
func (v *overview) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// CreateRenderer implements fyne.Widget.
func (v *overview) CreateRenderer() fyne.WidgetRenderer {
	v.ExtendBaseWidget(v)
	return &overviewRenderer{v}
}

type overviewRenderer struct{ v *overview }

func (r *overviewRenderer) Layout(s fyne.Size) {
	r.v.raster.Resize(s)
	r.v.update()
}
func (r *overviewRenderer) MinSize() fyne.Size { return fyne.NewSize(1, 1) }
func (r *overviewRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.v.raster, r.v.window}
}
func (r *overviewRenderer) Destroy() {}
func (r *overviewRenderer) Refresh() {
	r.v.raster.Refresh()
	r.v.window.Refresh()
	r.v.update()
}
