package panels

import (
	"image"

	"briefline/app/outline"
	"briefline/app/timeline"
	"briefline/views/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Timeline shows the events of a briefing on an axis of time, or as an ordered
// list with the same selection. Events without a place in time stand below,
// counted, never left out.
type Timeline struct {
	*kit.Box
	Axis *Axis
	List *kit.Rover

	desk    *Desk
	index   *Index
	src     *timeline.Memory
	asList  bool
	views   []*kit.Button // fit news, fit all, less, more; empty without an axis
	axisBtn *kit.Button
	listBtn *kit.Button
	shelf   *kit.Text
	lit
}

// NewTimeline returns the timeline of a briefing.
func NewTimeline(d *Desk, x *Index) *Timeline {
	t := &Timeline{desk: d, index: x, src: x.Time}
	title := kit.NewLabel(d.Words.Text("timeline.title"), kit.Section, kit.RoleInk)
	legend := newLegend(d)
	t.axisBtn = kit.NewButton(d.Words.Text("timeline.axis"), func() { t.ShowList(false) })
	t.listBtn = kit.NewButton(d.Words.Text("timeline.list"), func() { t.ShowList(true) })
	t.axisBtn.Tip, t.listBtn.Tip = d.keys(d.Words.Text("tip.axis")), d.keys(d.Words.Text("tip.list"))
	t.axisBtn.Chosen, t.axisBtn.Small, t.listBtn.Small = true, true, true
	t.List = t.buildList()
	t.List.Hide()
	objects := []fyne.CanvasObject{title, legend.Box, t.axisBtn, t.listBtn, t.List}
	if t.src.Len() > 0 {
		t.Axis = NewAxis(d, x, t.src)
		t.Axis.OnHeight = d.Resized
		objects = append(objects, t.Axis.ring, t.Axis)
		objects = append(objects, t.buildViews()...)
	}
	if len(x.Undated) > 0 {
		t.shelf = t.buildShelf()
		objects = append(objects, t.shelf)
	}
	var empty *kit.Label
	if len(x.Events) == 0 {
		empty = kit.NewBlock(kit.Plain(d.Words.Text("timeline.none"), kit.Body, kit.RoleMuted)...)
		objects = append(objects, empty)
	}
	body := kit.NewBox(func(width float32, place bool) float32 {
		y := t.header(title, legend, width, place)
		put := func(b kit.Block, gap float32) {
			h := b.HeightFor(width)
			if place {
				kit.Put(b, 0, y+gap, width, h)
			}
			y += gap + h
		}
		switch {
		case empty != nil:
			put(empty, 12)
		case t.asList:
			put(t.List, 12)
		default:
			if t.Axis != nil {
				put(t.Axis, 8)
				if place {
					at, s := t.Axis.Position(), t.Axis.Size()
					kit.Put(t.Axis.ring, at.X-8, at.Y-4, s.Width+16, s.Height+8)
				}
			}
			if t.shelf != nil {
				put(t.shelf, 10)
			}
		}
		return y
	}, objects...)

	t.Box = frame(body)
	return t
}

// buildViews makes the buttons that say how much of time the axis shows.
func (t *Timeline) buildViews() []fyne.CanvasObject {
	w := t.desk.Words
	add := func(id string, do func()) {
		b := kit.NewButton(w.Text(id), func() {
			do()
			t.chooseView()
		})
		b.Tip, b.Small = t.desk.keys(w.Text(id+".tip")), true
		t.views = append(t.views, b)
	}
	if t.Axis.HasNews() {
		add("timeline.fitNews", t.Axis.FitNews)
	}
	add("timeline.fitAll", t.Axis.Fit)
	add("timeline.less", func() { t.Axis.ZoomBy(1 / 1.6) })
	add("timeline.more", func() { t.Axis.ZoomBy(1.6) })
	t.Axis.OnView = t.chooseView
	t.chooseView()
	out := make([]fyne.CanvasObject, len(t.views))
	for i, b := range t.views {
		out[i] = b
	}
	return out
}

// chooseView marks the button of what the axis shows.
func (t *Timeline) chooseView() {
	for i, b := range t.views {
		all := i == len(t.views)-3
		chosen := all && !t.Axis.Zoomed() || !all && i == 0 && t.Axis.OnNews()
		if b.Chosen != chosen {
			b.Chosen = chosen
			b.Refresh()
		}
	}
}

// header places title, legend and the two buttons; the legend takes a line of
// its own where there is no room beside the title.
func (t *Timeline) header(title *kit.Label, legend *legend, width float32, place bool) float32 {
	const high = 24
	n, a, l := title.Natural(), t.axisBtn.Natural(), t.listBtn.Natural()
	buttons := a.Width + l.Width + 6
	top, views := float32(0), t.viewsWidth()
	if views > 0 {
		x := width - buttons - 18 - views
		if x < n.Width+12 { // no room beside the title: a line of their own
			x, top = 0, high+6
		} else {
			buttons += views + 18
		}
		if place {
			t.placeViews(x, top, high)
		}
	}
	room := width - n.Width - buttons - 28
	if place {
		kit.Put(title, 0, 2, n.Width, n.Height)
		kit.Put(t.axisBtn, width-l.Width-6-a.Width, 0, a.Width, high)
		kit.Put(t.listBtn, width-l.Width, 0, l.Width, high)
	}
	if lw := legend.natural(); lw <= room {
		if place {
			kit.Put(legend.Box, n.Width+14, 4, room, legend.HeightFor(room))
		}
		return high + top
	}
	h := legend.HeightFor(width)
	if place {
		kit.Put(legend.Box, 0, top+high+6, width, h)
	}
	return top + high + 6 + h
}

// viewsWidth is how wide the buttons of the axis are together, 0 without them.
func (t *Timeline) viewsWidth() float32 {
	if t.asList || len(t.views) == 0 {
		return 0
	}
	width := float32(0)
	for _, b := range t.views {
		width += b.Natural().Width + 4
	}
	return width - 4
}

func (t *Timeline) placeViews(x, y, high float32) {
	for _, b := range t.views {
		w := b.Natural().Width
		kit.Put(b, x, y, w, high)
		x += w + 4
	}
}

// ShowList switches between the axis and the ordered list.
func (t *Timeline) ShowList(list bool) {
	if t.asList == list {
		return
	}
	t.asList = list
	t.axisBtn.Chosen, t.listBtn.Chosen = !list, list
	t.axisBtn.Refresh()
	t.listBtn.Refresh()
	setVisible(t.List, list)
	if t.Axis != nil {
		setVisible(t.Axis, !list)
	}
	for _, b := range t.views {
		setVisible(b, !list)
	}
	if t.shelf != nil {
		setVisible(t.shelf, !list)
	}
	t.desk.Hover(Pick{}, fyne.Position{})
	t.desk.Resized()
	// The keyboard stays with the timeline, not with what is hidden now.
	switch {
	case list && t.Axis != nil && t.Axis.focused:
		t.desk.Focus(t.List)
	case !list && t.Axis != nil && t.List.Focused():
		t.desk.Focus(t.Axis)
	}
}

// Keep takes over how another timeline stood: axis or list, and the stretch of
// time that showed. It is for a briefing that was edited.
func (t *Timeline) Keep(old *Timeline) {
	if old.Axis != nil && t.Axis != nil && old.Axis.plan != nil && !old.Axis.fitted {
		t.Axis.fitted = false
		t.Axis.layout.Width = old.Axis.layout.Width
		t.Axis.setScale(old.Axis.scale, false)
	}
	t.ShowList(old.asList)
}

// AsList reports whether the ordered list shows.
func (t *Timeline) AsList() bool { return t.asList }

func setVisible(o fyne.CanvasObject, show bool) {
	if show {
		o.Show()
	} else {
		o.Hide()
	}
}

// buildShelf lists the events that nothing places in time.
func (t *Timeline) buildShelf() *kit.Text {
	undated := t.index.Undated
	pieces := kit.Plain(t.desk.Words.Text("timeline.undated", "n", len(undated)), kit.Caption, kit.RoleMuted)
	for i, e := range undated {
		sep := "   "
		if i > 0 {
			sep = " · "
		}
		p := Pick{KindEvent, e.ID}
		pieces = append(pieces, kit.Piece{Text: sep, Style: kit.Note, Ink: kit.RoleMuted},
			kit.Piece{Text: e.Title, Style: kit.NoteBold, Link: p.String()})
		pieces = append(pieces, t.desk.chips(t.index, p)...)
	}
	return t.desk.text(Pick{}, pieces...)
}

// buildList is the timeline in words: every event, in order of time.
func (t *Timeline) buildList() *kit.Rover {
	var blocks []kit.Block
	for _, e := range t.index.Events {
		blocks = append(blocks, t.listRow(e), kit.Space(10))
	}
	return t.desk.rover(t.desk.Words.Text("timeline.listName"), kit.Stack(0, blocks...), func() []kit.Item { return t.items })
}

func (t *Timeline) listRow(e *outline.Event) *kit.Row {
	d, p := t.desk, Pick{KindEvent, e.ID}
	when := d.text(p, kit.Plain(outline.When(d.Words, e.Event, nil), kit.NoteBold, kit.RoleInk)...)
	what := kit.Plain(e.Title, kit.BodyBold, kit.RoleInk)
	what = append(what, d.chips(t.index, p)...)
	if r, added := outline.Remark(d.Words, e.Event); r != "" {
		ink := kit.RoleMuted
		if added {
			ink = kit.RoleAdded
		}
		what = append(what, kit.Piece{Text: "\n" + r, Style: kit.Small, Ink: ink})
	}
	text := d.text(p, what...)
	body := kit.NewBox(func(width float32, place bool) float32 {
		const gap = 14
		left := float32(int(min(170, width*0.32)))
		h1, h2 := when.HeightFor(left), text.HeightFor(width-left-gap)
		if place {
			kit.Put(when, 0, 1, left, h1)
			kit.Put(text, left+gap, 0, width-left-gap, h2)
		}
		return max(h1+1, h2)
	}, when, text)
	return t.row(d, p, d.Words.Text("timeline.row", "when", outline.When(d.Words, e.Event, nil), "title", e.Title), body, when, text)
}

// SetHighlight lights up what belongs to the pick; nil puts it out.
func (t *Timeline) SetHighlight(h *Highlight) {
	if t.Axis != nil {
		t.Axis.SetHighlight(h)
	}
	t.lit.SetHighlight(h)
	if t.shelf != nil {
		current := "" // an event on the shelf is a link of it
		if h != nil {
			current = h.Pick.String()
		}
		t.shelf.SetCurrent(current)
	}
}

// legend says what the bars mean, by a small bar before each word.
type legend struct {
	*kit.Box
	entries []legendEntry
}

type legendEntry struct {
	swatch *canvas.Raster
	label  *kit.Label
}

func newLegend(d *Desk) *legend {
	l := &legend{}
	var objects []fyne.CanvasObject
	add := func(id string, kind timeline.Look, fading bool) {
		e := legendEntry{
			swatch: canvas.NewRaster(func(w, h int) image.Image {
				img := image.NewRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
				drawBar(img, kind, float64(w)/swatchWidth, kit.Current().Palette())
				if fading {
					fade(img, func(x float64) float64 { return 1 - x/float64(w) })
				}
				return img
			}),
			label: kit.NewLabel(d.Words.Text(id), kit.Small, kit.RoleMuted),
		}
		l.entries = append(l.entries, e)
		objects = append(objects, e.swatch, e.label)
	}
	add("legend.stated", timeline.LookStated, false)
	add("legend.rough", timeline.LookRough, true)
	add("legend.added", timeline.LookAdded, false)
	add("legend.order", timeline.LookOrder, true)
	l.Box = kit.NewBox(func(width float32, place bool) float32 {
		x, y := float32(0), float32(0)
		for _, e := range l.entries {
			n := e.label.Natural()
			w := swatchWidth + 6 + n.Width
			if x > 0 && x+w > width {
				x, y = 0, y+18
			}
			if place {
				kit.Put(e.swatch, x, y+5, swatchWidth, 8)
				kit.Put(e.label, x+swatchWidth+6, y, n.Width, n.Height)
			}
			x += w + legendGap
		}
		return y + 18
	}, objects...)
	return l
}

// swatchWidth and legendGap are the measures of the legend, in points.
const swatchWidth, legendGap = 22, 14

// natural is the width of the legend on one line.
func (l *legend) natural() float32 {
	w := float32(-legendGap)
	for _, e := range l.entries {
		w += swatchWidth + 6 + e.label.Natural().Width + legendGap
	}
	return w
}
