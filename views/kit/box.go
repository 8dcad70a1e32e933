package kit

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Block is an object whose height follows from its width.
type Block interface {
	fyne.CanvasObject
	HeightFor(width float32) float32
}

// node remembers what an object stands in, so that places can be added up
// without asking the driver, which knows only what has been painted.
type node struct {
	parent fyne.CanvasObject
	culled bool // hidden because it stands outside the view
}

func (n *node) setParent(p fyne.CanvasObject)   { n.parent = p }
func (n *node) parentObject() fyne.CanvasObject { return n.parent }
func (n *node) self() *node                     { return n }

type parented interface {
	setParent(fyne.CanvasObject)
	parentObject() fyne.CanvasObject
	self() *node
}

func adopt(parent fyne.CanvasObject, objects ...fyne.CanvasObject) {
	for _, o := range objects {
		if n, ok := o.(parented); ok {
			n.setParent(parent)
		}
	}
}

// Offset returns where o stands inside within; ok is false when it does not.
func Offset(o, within fyne.CanvasObject) (pos fyne.Position, ok bool) {
	for o != nil {
		if o == within {
			return pos, true
		}
		pos = pos.Add(o.Position())
		n, isNode := o.(parented)
		if !isNode {
			return pos, false
		}
		o = n.parentObject()
	}
	return pos, false
}

// Arrange lays objects out for a width and returns the height they take.
// With place false it only measures.
type Arrange func(width float32, place bool) float32

// Box is a Block that arranges its objects by a function.
type Box struct {
	widget.BaseWidget
	node
	objects []fyne.CanvasObject
	arrange Arrange
}

// NewBox returns a box of objects; arrange measures and places them.
func NewBox(arrange Arrange, objects ...fyne.CanvasObject) *Box {
	b := &Box{objects: objects, arrange: arrange}
	b.ExtendBaseWidget(b)
	adopt(b, objects...)
	return b
}

// SetObjects replaces what the box holds; the arrange function must follow.
func (b *Box) SetObjects(objects ...fyne.CanvasObject) {
	b.objects = objects
	adopt(b, objects...)
	b.Refresh()
}

// Objects returns what the box holds.
func (b *Box) Objects() []fyne.CanvasObject { return b.objects }

// HeightFor measures the box at a width in points.
func (b *Box) HeightFor(width float32) float32 { return b.arrange(width, false) }

// noSize is the smallest size of all blocks. Fyne asks every object for its
// smallest size again and again; the height that a block takes is asked for
// with HeightFor, by what arranges it, when something has changed.
var noSize = fyne.NewSize(1, 1)

// MinSize asks for nothing: HeightFor says what the box takes.
func (b *Box) MinSize() fyne.Size { return noSize }

// Arrange lays the box out again at its present width.
func (b *Box) Arrange() { b.arrange(b.Size().Width, true) }

// CreateRenderer implements fyne.Widget.
func (b *Box) CreateRenderer() fyne.WidgetRenderer {
	b.ExtendBaseWidget(b)
	return &boxRenderer{b}
}

type boxRenderer struct{ b *Box }

func (r *boxRenderer) Layout(s fyne.Size)           { r.b.arrange(s.Width, true) }
func (r *boxRenderer) MinSize() fyne.Size           { return r.b.MinSize() }
func (r *boxRenderer) Objects() []fyne.CanvasObject { return r.b.objects }
func (r *boxRenderer) Destroy()                     {}
func (r *boxRenderer) Refresh() {
	r.b.arrange(r.b.Size().Width, true)
	for _, o := range r.b.objects {
		o.Refresh()
	}
}

// Put moves and resizes o, to whole points: a picture of text that stands
// between two pixels is blurred.
func Put(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(round(x), round(y)))
	o.Resize(fyne.NewSize(round(w), round(h)))
}

func round(v float32) float32 { return float32(math.Round(float64(v))) }

// Stack arranges blocks one below the other, gap points apart; hidden ones
// take no room.
func Stack(gap float32, blocks ...Block) *Box {
	objects := make([]fyne.CanvasObject, len(blocks))
	for i, b := range blocks {
		objects[i] = b
	}
	return NewBox(func(width float32, place bool) float32 {
		y := float32(0)
		for _, b := range blocks {
			if !b.Visible() && !culled(b) {
				continue
			}
			if y > 0 {
				y += gap
			}
			h := b.HeightFor(width)
			if place {
				Put(b, 0, y, width, h)
			}
			y += h
		}
		return y
	}, objects...)
}

// Inset puts a block into margins.
func Inset(b Block, left, top, right, bottom float32) *Box {
	return NewBox(func(width float32, place bool) float32 {
		h := b.HeightFor(width - left - right)
		if place {
			Put(b, left, top, width-left-right, h)
		}
		return top + h + bottom
	}, b)
}

// Space is a Block of a fixed height that shows nothing.
func Space(height float32) *Box {
	return NewBox(func(float32, bool) float32 { return height })
}

// Rule is a hairline across the width.
func Rule() *Box {
	line := NewFill(RoleLine)
	return NewBox(func(width float32, place bool) float32 {
		if place {
			Put(line, 0, 0, width, 1)
		}
		return 1
	}, line)
}

// Fill is a rectangle that takes its colours from the palette.
type Fill struct {
	widget.BaseWidget
	Back, Edge Role    // RoleNone: not painted
	Radius     float32 // of the corners, points
	Stroke     float32 // width of the edge, points; 0 means 1

	rect *canvas.Rectangle
}

// NewFill returns a filled rectangle.
func NewFill(back Role) *Fill {
	f := &Fill{Back: back}
	f.ExtendBaseWidget(f)
	return f
}

// NewFrame returns a filled rectangle with an edge and round corners.
func NewFrame(back, edge Role, radius float32) *Fill {
	f := NewFill(back)
	f.Edge, f.Radius = edge, radius
	return f
}

// Set changes the colours.
func (f *Fill) Set(back, edge Role) {
	if f.Back != back || f.Edge != edge {
		f.Back, f.Edge = back, edge
		f.Refresh()
	}
}

// CreateRenderer implements fyne.Widget.
func (f *Fill) CreateRenderer() fyne.WidgetRenderer {
	f.ExtendBaseWidget(f)
	f.rect = canvas.NewRectangle(nil)
	r := &fillRenderer{f}
	r.style()
	return r
}

type fillRenderer struct{ f *Fill }

func (r *fillRenderer) style() {
	p, f := Current().Palette(), r.f
	// Fyne blends a clear rectangle over the whole of its place all the same.
	f.rect.Hidden = f.Back == RoleNone && f.Edge == RoleNone
	f.rect.FillColor, f.rect.StrokeColor = p[f.Back], p[f.Edge]
	f.rect.StrokeWidth = 0
	if f.Edge != RoleNone {
		f.rect.StrokeWidth = max(f.Stroke, 1)
	}
	f.rect.CornerRadius = f.Radius
}

func (r *fillRenderer) Layout(s fyne.Size)           { r.f.rect.Resize(s) }
func (r *fillRenderer) MinSize() fyne.Size           { return fyne.NewSize(1, 1) }
func (r *fillRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.f.rect} }
func (r *fillRenderer) Destroy()                     {}
func (r *fillRenderer) Refresh() {
	r.style()
	r.f.rect.Refresh()
}
