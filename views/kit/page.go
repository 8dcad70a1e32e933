package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Page scrolls a block that is as wide as the page and as high as it needs.
type Page struct {
	widget.BaseWidget
	node
	// OnScroll is called when the page has moved.
	OnScroll func()
	content  Block
	scroll   *container.Scroll
	holder   *holder
}

// holder is what Fyne scrolls: the content, with the height it was measured at.
type holder struct {
	Box
	high float32
}

// MinSize is the measured height.
func (h *holder) MinSize() fyne.Size { return fyne.NewSize(1, h.high) }

// CreateRenderer implements fyne.Widget.
func (h *holder) CreateRenderer() fyne.WidgetRenderer { return &holderRenderer{boxRenderer{&h.Box}, h} }

type holderRenderer struct {
	boxRenderer
	h *holder
}

func (r *holderRenderer) MinSize() fyne.Size { return r.h.MinSize() }

// NewPage returns a page of content.
func NewPage(content Block) *Page {
	p := &Page{content: content}
	p.holder = &holder{Box: Box{objects: []fyne.CanvasObject{content}, arrange: func(width float32, place bool) float32 {
		h := content.HeightFor(width)
		if place {
			Put(content, 0, 0, width, h)
		}
		return h
	}}}
	p.holder.ExtendBaseWidget(p.holder)
	adopt(p.holder, content)
	adopt(p, p.holder)
	p.scroll = container.NewVScroll(p.holder)
	p.scroll.OnScrolled = func(fyne.Position) {
		p.cull()
		if p.OnScroll != nil {
			p.OnScroll()
		}
	}
	p.ExtendBaseWidget(p)
	return p
}

// Content returns the block that the page scrolls.
func (p *Page) Content() Block { return p.content }

// Reflow measures the content again after a change of its height.
func (p *Page) Reflow() {
	w := p.Size().Width
	if w <= 0 {
		return
	}
	p.measure(w)
	p.holder.Arrange()
	p.scroll.Refresh()
	p.ScrollTo(p.Offset())
}

// measure gives the holder the height that the content takes at a width.
func (p *Page) measure(w float32) {
	p.holder.high = p.holder.HeightFor(w)
	p.holder.Resize(fyne.NewSize(w, max(p.holder.high, p.Size().Height)))
}

// Offset returns how far down the page has been scrolled, in points.
func (p *Page) Offset() float32 { return p.scroll.Offset.Y }

// ScrollTo shows the given height of the content at the top of the page.
func (p *Page) ScrollTo(y float32) {
	limit := max(0, p.holder.Size().Height-p.Size().Height)
	p.scroll.Offset = fyne.NewPos(0, min(max(0, y), limit))
	p.scroll.Refresh()
	p.cull()
}

// ScrollBy scrolls as a wheel over the page does.
func (p *Page) ScrollBy(ev *fyne.ScrollEvent) { p.scroll.Scrolled(ev) }

// Reveal scrolls as little as shows the stretch from y to y+h with some air.
func (p *Page) Reveal(y, h float32) {
	const air = 24
	top, view := p.Offset(), p.Size().Height
	switch {
	case y-air < top || h+2*air > view:
		p.ScrollTo(y - air)
	case y+h+air > top+view:
		p.ScrollTo(y + h + air - view)
	}
}

// cullMargin is how far outside the view texts are still shown, in points, so
// that little has to be painted in the midst of scrolling.
const cullMargin = 60

// cull hides the texts outside the view: Fyne paints every visible object,
// whether it shows or not.
func (p *Page) cull() {
	cull(p.content, p.Offset()-cullMargin, p.Offset()+p.Size().Height+cullMargin)
}

// culled reports whether o is hidden only because it is outside the view.
func culled(o fyne.CanvasObject) bool {
	n, ok := o.(parented)
	return ok && n.self().culled
}

// cull hides and shows what in o stands outside and inside a stretch of it.
// Only texts, badges, pictures and whole rows and tiles are hidden: nothing that can
// have the keyboard but the buttons of a tile, and nothing that was hidden for
// another reason.
func cull(o fyne.CanvasObject, top, bottom float32) {
	y := o.Position().Y
	switch v := o.(type) {
	case *Box:
		for _, c := range v.objects {
			cull(c, top-y, bottom-y)
		}
	case *Rover:
		cull(v.content, top-y, bottom-y)
	case *Row, *Tile, *Text, *Label, *Badge, *Picture:
		n := o.(parented).self()
		outside := y+o.Size().Height < top || y > bottom
		switch {
		case outside && o.Visible():
			n.culled = true
			o.Hide()
		case !outside && n.culled:
			n.culled = false
			o.Show()
		}
	}
}

// MinSize lets the page be as small as its window wants.
func (p *Page) MinSize() fyne.Size { return fyne.NewSize(1, 1) }

// CreateRenderer implements fyne.Widget.
func (p *Page) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	return &pageRenderer{p}
}

type pageRenderer struct{ p *Page }

func (r *pageRenderer) Layout(s fyne.Size) {
	r.p.measure(s.Width)
	r.p.scroll.Resize(s)
	r.p.ScrollTo(r.p.Offset())
}
func (r *pageRenderer) MinSize() fyne.Size           { return fyne.NewSize(1, 1) }
func (r *pageRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.p.scroll} }
func (r *pageRenderer) Destroy()                     {}
func (r *pageRenderer) Refresh()                     { r.p.Reflow() }

// reveal scrolls the page that o stands in, if it stands in one, so that o shows
// when it gets the keyboard.
func reveal(o fyne.CanvasObject) {
	for at := o; at != nil; {
		if p, ok := at.(*Page); ok {
			if pos, ok := Offset(o, p.content); ok {
				p.Reveal(pos.Y, o.Size().Height)
			}
			return
		}
		n, ok := at.(parented)
		if !ok {
			return
		}
		at = n.parentObject()
	}
}
