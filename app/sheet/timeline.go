package sheet

import (
	"strings"

	"briefline/app/timeline"
	"briefline/app/typeset"
)

// wholeShare is how high a timeline may be, as a share of a page's room: one that
// is higher is parted into bands, two to a page.
const wholeShare = 0.62

// bandHead is the room for the line above a band, at look.k 1.
const bandHead = 7.4*1.42 + 4*mm

// axisRoom is the height of an axis with two levels of labels, at look.k 1.
const axisRoom = 26

// timeline returns the part of the document about time. tight saves height.
func (l *layout) timeline(p *plotter, tight bool) (*Node, []piece) {
	sect, ps := l.section(l.words.Text("timeline.title"), destTimeline)
	if len(l.outline.Events) == 0 {
		return sect, follow(ps, l.empty(sect, "timeline.none"))
	}
	p.dense = false
	p.setRoom(l.width, tight)
	plans, parts := p.bands(l.bottom - l.top)
	kinds := map[timeline.Look]bool{}
	for _, plan := range plans {
		for i := range plan.Marks {
			kinds[plan.Marks[i].Item.Look()] = true
		}
	}
	ps = l.legend(sect, ps, kinds)
	for i, plan := range plans {
		part := p.band(sect, plan, i, len(plans), parts[i])
		if i == 0 {
			ps = follow(ps, part)
		} else {
			ps = append(ps, part...)
		}
	}
	if len(l.outline.Undated) > 0 {
		shelf := l.shelf(sect)
		if len(plans) == 0 {
			ps = follow(ps, shelf)
		} else {
			ps = append(ps, shelf...)
		}
	}
	return sect, ps
}

// empty is a line that says there is nothing.
func (l *layout) empty(sect *Node, id string) []piece {
	n := sect.add(TagP)
	n.Lang = l.uiLang
	return l.set(n, para{bits: []bit{{text: l.words.Text(id), style: l.look.note, ink: l.look.muted}}, width: l.width, align: l.side()}).lines(l.left, 0)
}

// bands returns the plans that together show every event: one, or where that
// would be too high several, each with the events that begin in its stretch of
// time. parts holds the events of each.
func (p *plotter) bands(room float64) (plans []*timeline.Plan, parts []*timeline.Memory) {
	items := p.items()
	if len(items) == 0 {
		return nil, nil
	}
	// A lane holds a few events, so many of them need not be tried as one.
	if len(items) <= 80 {
		if plan := p.plan(p.src, 0); p.high(plan) <= room*wholeShare {
			return []*timeline.Plan{plan}, []*timeline.Memory{p.src}
		}
	}
	p.dense = true
	p.titles = map[string]*label{}
	p.setRoom(p.room.Width, true)
	lane := p.room.TitleHeight + p.room.BarHeight + p.room.LaneGap
	most := max(1, int((room/2-(bandHead+axisRoom)*p.look.k-p.room.LaneGap)/lane)) // lanes of a band
	var split func(items []timeline.Item)
	split = func(items []timeline.Item) {
		n := (len(items) + 59) / 60
		if n == 1 {
			part := timeline.NewMemory(items, nil)
			plan := p.plan(part, 0)
			if plan.Lanes <= most || len(items) == 1 {
				plans, parts = append(plans, plan), append(parts, part)
				return
			}
			n = min(len(items), (plan.Lanes+most-1)/most)
		}
		for i := range n {
			split(items[i*len(items)/n : (i+1)*len(items)/n])
		}
	}
	split(items)
	return plans, parts
}

// items returns the events that have a place in time, in its order.
func (p *plotter) items() []timeline.Item {
	var items []timeline.Item
	for _, id := range p.src.Order() {
		if it, ok := p.src.Item(id); ok {
			items = append(items, it)
		}
	}
	return items
}

// band is one figure, under a line that says which part it is of how many.
func (p *plotter) band(sect *Node, plan *timeline.Plan, i, n int, src *timeline.Memory) []piece {
	l := p.l
	var ps []piece
	if n > 1 {
		head := sect.add(TagP)
		head.Lang = l.uiLang
		text := l.words.Text("print.band", "part", i+1, "parts", n)
		ps = l.set(head, para{bits: []bit{{text: text, style: l.look.caption, ink: l.look.muted}}, width: l.width, align: l.side()}).lines(l.left, 3*mm*l.look.k)
	}
	fig := p.figure(sect, src)
	f := p.draw(plan, fig, l.left)
	f.above = 1 * mm * l.look.k
	f.bound = n > 1
	return append(ps, f)
}

// figure returns the node of a timeline, which says its events in words.
func (p *plotter) figure(sect *Node, src *timeline.Memory) *Node {
	l := p.l
	fig := sect.add(TagFigure)
	var rows []string
	for _, id := range src.Order() {
		if _, ok := src.Item(id); !ok {
			continue
		}
		e := l.outline.Event(id)
		rows = append(rows, l.words.Text("timeline.row", "when", l.when(e), "title", oneLine(e.Title)))
	}
	fig.Alt = l.words.Text("print.alt", "n", src.Len(), "events", strings.Join(rows, "; "))
	return fig
}

// legend says what the bars mean: beside the heading where there is room, else
// below it. Bars that are all stated need none.
func (l *layout) legend(sect *Node, ps []piece, kinds map[timeline.Look]bool) []piece {
	if len(kinds) == 0 || len(kinds) == 1 && kinds[timeline.LookStated] {
		return ps
	}
	heading := ps[0].marks[0].(*Words)
	used := heading.Text.Width + 20*l.look.k
	s, swatches := l.legendSet(sect, l.look, kinds, l.width)
	if len(ps) == 1 && len(s.text.Lines) == 1 && used+s.text.Width <= l.width {
		x := mirror(l.rtl, l.left, l.width, l.width-s.text.Width, s.text.Width) - s.text.Lines[0].X
		y := heading.Text.Lines[0].Baseline - s.text.Lines[0].Baseline
		for _, m := range append(swatches(x, y), s.all(x, y)) {
			ps[0].addMark(m, 0)
		}
		return ps
	}
	own := piece{height: s.text.Height + 1*mm*l.look.k, bound: true}
	own.marks = append(swatches(l.left, 0), s.all(l.left, 0))
	return append(ps, own)
}

// legendSet sets the legend and says where its swatches go.
func (l *layout) legendSet(sect *Node, lk *look, kinds map[timeline.Look]bool, width float64) (*set, func(x, y float64) []Mark) {
	k := lk.k
	const swatch, gap, lead = 15.0, 4.0, 12.0
	node := sect.add(TagP)
	node.Lang = l.uiLang
	var bits []bit
	var which []timeline.Look
	for kind := range timeline.Looks {
		if !kinds[kind] {
			continue
		}
		b := bit{text: l.words.Text(legendWords[kind]), style: lk.small, ink: lk.muted, pad: (swatch + gap) * k, whole: true}
		if len(bits) > 0 {
			bits = append(bits, bit{text: "   ", style: lk.small, ink: lk.muted})
		}
		bits = append(bits, b)
		which = append(which, kind)
	}
	s := l.set(node, para{bits: bits, width: width, dir: typeset.LTR})
	return s, func(x, y float64) (marks []Mark) {
		for i, kind := range which {
			for _, r := range s.text.SpanRects(2 * i)[:1] {
				var fade []Stop
				if kind == timeline.LookRough || kind == timeline.LookOrder {
					fade = []Stop{{0, 1}, {1, 0.1}}
				}
				h := 5 * k
				marks = append(marks, lk.bar(kind, nil, x+r.X, y+r.Y+(r.H-h)/2, swatch*k, h, fade)...)
			}
		}
		return marks
	}
}

var legendWords = [timeline.Looks]string{"legend.stated", "legend.rough", "legend.added", "legend.order"}

// shelfLines is how many lines the undated events take on a poster, which has no
// list of events to name them in full.
const shelfLines = 12

// shelf names the events that nothing places in time.
func (l *layout) shelf(sect *Node) []piece {
	n := sect.add(TagP)
	bits := []bit{{text: l.words.Text("timeline.undated", "n", len(l.outline.Undated)), style: l.look.caption, ink: l.look.muted, lang: l.uiLang}}
	for i, e := range l.outline.Undated {
		sep := " · "
		if i == 0 {
			sep = "   "
		}
		title := oneLine(e.Title)
		bits = append(bits, bit{text: sep, style: l.look.note, ink: l.look.muted}, bit{text: title, style: l.look.noteBold, ink: l.look.ink})
		bits = append(bits, l.refs(e.Refs, title, bit{style: l.look.note})...)
	}
	most := 0
	if l.o.Poster {
		most = shelfLines
	}
	return l.set(n, para{bits: bits, width: l.width, dir: l.dir(), maxLines: most}).lines(l.left, 2*mm*l.look.k)
}
