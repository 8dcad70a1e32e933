package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// gate stands at an end of a dialog and sends the keyboard round to the other
// end, so that the Tab key does not leave for the window behind.
type gate struct {
	widget.BaseWidget
	d     *Dialog
	first bool // before all that the dialog holds
}

func newGate(d *Dialog, first bool) *gate {
	g := &gate{d: d, first: first}
	g.ExtendBaseWidget(g)
	return g
}

// FocusGained passes the keyboard on: from the end to the first stop, and from
// the beginning, where Shift+Tab comes to, to the last.
func (g *gate) FocusGained() {
	if g.d.OnFocus == nil {
		return
	}
	stops := g.d.stops()
	if len(stops) == 0 {
		return
	}
	to := stops[0]
	if g.first {
		to = stops[len(stops)-1]
	}
	g.d.OnFocus(to)
}

// FocusLost implements fyne.Focusable.
func (g *gate) FocusLost() {}

// TypedRune implements fyne.Focusable.
func (g *gate) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (g *gate) TypedKey(*fyne.KeyEvent) {}

// CreateRenderer implements fyne.Widget.
func (g *gate) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}

// stops returns what in the dialog takes the keyboard, in the order of the Tab
// key.
func (d *Dialog) stops() (out []fyne.Focusable) {
	var down func(o fyne.CanvasObject)
	down = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		switch v := o.(type) {
		case *gate:
			return
		case fyne.Focusable:
			out = append(out, v)
			return
		}
		switch v := o.(type) {
		case *fyne.Container:
			for _, c := range v.Objects {
				down(c)
			}
		case *Box:
			for _, c := range v.objects {
				down(c)
			}
		case *Page:
			down(v.content)
		case *Row:
			down(v.content)
		}
	}
	down(d.Container)
	return out
}
