package sheet

import (
	"math"

	"briefline/app/edtf"
	"briefline/app/outline"
	"briefline/app/timeline"
)

// plotter draws timelines: labels once set are kept, as several plans are tried.
type plotter struct {
	l       *layout
	look    *look
	src     *timeline.Memory
	titles  map[string]*label
	details map[string]*label
	room    timeline.Layout
	dense   bool // numbers and titles alone: the list says the rest
}

// label is the words beside a bar: what to set, and the width it then has.
type label struct {
	bits  []bit
	width float64
}

// newPlotter returns a plotter for a width. tight saves height between lanes.
func (l *layout) newPlotter(look *look, width float64, tight bool) *plotter {
	p := &plotter{l: l, look: look, src: l.outline.Time, titles: map[string]*label{}, details: map[string]*label{}}
	p.setRoom(width, tight)
	return p
}

func (p *plotter) setRoom(width float64, tight bool) {
	k, l := p.look.k, p.l
	r := timeline.Layout{
		Width: width, TitleHeight: 11.2 * k, BarHeight: 7 * k, DetailHeight: 11.4 * k,
		LaneGap: 5 * k, LabelGap: 11 * k, ClusterHeight: 14 * k, AxisHeight: 16 * k,
		PointSize: 7 * k, MinBar: 4 * k, TickGap: 56 * k, MaxLabel: width,
	}
	if tight {
		r.TitleHeight, r.DetailHeight, r.LaneGap = 10.4*k, 10.4*k, 2.2*k
	}
	if p.dense {
		r.TitleHeight, r.BarHeight, r.DetailHeight, r.LaneGap = 10.2*k, 5.5*k, 0, 2.6*k
		r.PointSize, r.MaxLabel = 5.5*k, width*0.6
	}
	r.Title = func(id string) float64 { return p.title(id).width }
	if !p.dense {
		r.Detail = func(id string) float64 { return p.detail(id).width }
	}
	r.TickLabel = func(at int64, q edtf.Precision) float64 { return l.fonts.Width(l.words.Tick(at, q), p.look.small) }
	r.ContextLabel = func(at int64, q edtf.Precision) float64 {
		return l.fonts.Width(l.words.TickContext(at, q), p.look.smallBold)
	}
	p.room = r
}

func (p *plotter) title(id string) *label {
	if t := p.titles[id]; t != nil {
		return t
	}
	l := p.l
	e := l.outline.Event(id)
	t := &label{bits: []bit{{text: oneLine(e.Title), style: p.look.smallBold, ink: p.look.ink}}}
	if p.dense {
		n := e.Number
		name := l.words.Text("print.cite.event", "n", 1) + " " + l.words.Count(n)
		t.bits = []bit{
			{text: l.words.Count(n), style: p.look.ref, ink: p.look.accent, dest: numbered("event", n), tip: name, whole: true},
			{text: "  ", style: p.look.small, ink: p.look.ink},
			{text: t.bits[0].text, style: p.look.small, ink: p.look.ink},
		}
	}
	p.measure(t)
	p.titles[id] = t
	return t
}

// detail is the line below a bar: date, where it comes from, sentences.
func (p *plotter) detail(id string) *label {
	if t := p.details[id]; t != nil {
		return t
	}
	l := p.l
	e := l.outline.Event(id)
	plain := bit{style: p.look.small, ink: p.look.muted}
	first := plain
	first.text = oneLine(l.when(e))
	t := &label{bits: []bit{first}}
	if words, added := outline.Remark(l.words, e.Event); words != "" {
		b := plain
		b.text = " · " + words
		if added {
			b.ink = p.look.added
		}
		t.bits = append(t.bits, b)
	}
	for n, r := range e.Refs {
		b := plain
		if b.text = " "; n == 0 {
			b.text = " · "
		}
		t.bits = append(t.bits, b)
		if n == maxRefs && len(e.Refs) > maxRefs+1 {
			b.text = l.words.Text("chips.more", "n", len(e.Refs)-maxRefs)
			t.bits = append(t.bits, b)
			break
		}
		name := l.outline.Briefing.RefName(r)
		b = bit{text: name, style: p.look.ref, ink: p.look.accent, dest: sentenceDest(r), tip: l.words.Text("search.sentence", "name", name), whole: true}
		t.bits = append(t.bits, b)
	}
	p.measure(t)
	p.details[id] = t
	return t
}

// measure finds the width of a label, rounded up so that it is not cut for a hair.
func (p *plotter) measure(t *label) {
	for _, b := range t.bits {
		t.width += p.l.fonts.Width(b.text, b.style)
	}
	t.width = math.Ceil(t.width + 0.5)
}

// plan lays out the events of src so that all of them are seen. Labels at the
// right end get the room that they need there.
func (p *plotter) plan(src *timeline.Memory, maxHeight float64) *timeline.Plan {
	from, to, _ := src.Span()
	r := p.room
	r.MaxHeight = maxHeight
	free := 0.0
	for {
		plan := r.Plan(src, timeline.Fit(from, to, r.Width-free, 14*p.look.k), nil)
		over := 0.0
		for i := range plan.Marks {
			m := &plan.Marks[i]
			over = max(over, m.Title.X+m.Title.W-r.Width, m.Detail.X+m.Detail.W-r.Width)
		}
		if over < 0.5 || free >= r.Width/2 {
			return plan
		}
		free = min(free+max(over, 20), r.Width/2)
	}
}

// high returns the height of a plan as it is drawn.
func (p *plotter) high(plan *timeline.Plan) float64 {
	if plan.Context != nil {
		return plan.AxisY + axisRoom*p.look.k
	}
	return plan.AxisY + 15*p.look.k
}

// draw returns a plan as one piece with its left end at x.
func (p *plotter) draw(plan *timeline.Plan, fig *Node, x float64) piece {
	out := piece{height: p.high(plan)}
	p.axis(&out, plan, fig, x)
	for i := range plan.Marks {
		p.mark(&out, plan, &plan.Marks[i], fig, x)
	}
	for i := range plan.Clusters {
		p.cluster(&out, &plan.Clusters[i], fig, x)
	}
	return out
}

// axis draws the grid, the line and its labels.
func (p *plotter) axis(out *piece, plan *timeline.Plan, fig *Node, x float64) {
	k, lk := p.look.k, p.look
	line := func(x0, y0, x1, y1, w float64, c Color) {
		out.marks = append(out.marks, &Shape{Poly: [][2]float64{{x0, y0}, {x1, y1}}, Fill: Color{None: true}, Stroke: c, StrokeWidth: w})
	}
	for _, t := range plan.Ticks {
		line(x+t.X, 0, x+t.X, plan.AxisY, 0.5*k, lk.grid)
	}
	for _, t := range plan.Context {
		if t.X > 0 {
			line(x+t.X, 0, x+t.X, plan.AxisY+24*k, 0.6*k, lk.rule)
		}
	}
	line(x, plan.AxisY, x+plan.Width, plan.AxisY, 0.8*k, lk.axis)
	for _, t := range plan.Ticks {
		if !t.Label {
			continue
		}
		s := p.l.set(fig, para{bits: []bit{{text: p.l.words.Tick(t.At, t.Precision), style: lk.small, ink: lk.muted}}})
		at := max(0, min(t.X-s.text.Width/2, plan.Width-s.text.Width))
		out.marks = append(out.marks, s.all(x+at, plan.AxisY+2.5*k))
	}
	for _, t := range plan.Context {
		if !t.Label {
			continue
		}
		s := p.l.set(fig, para{bits: []bit{{text: p.l.words.TickContext(t.At, t.Precision), style: lk.smallBold, ink: lk.muted}}})
		at := max(0, min(t.X+3*k, plan.Width-s.text.Width))
		out.marks = append(out.marks, s.all(x+at, plan.AxisY+13.5*k))
	}
}

func (p *plotter) mark(out *piece, plan *timeline.Plan, m *timeline.Mark, fig *Node, x float64) {
	out.marks = append(out.marks, p.bar(m, plan.Width, fig, x)...)
	p.text(out, plan, p.title(m.ID), m.Title, true, fig, x)
	if !p.dense {
		p.text(out, plan, p.detail(m.ID), m.Detail, false, fig, x)
	}
}

// text draws a label in its box, over a white ground where a line of the grid
// would run through it.
func (p *plotter) text(out *piece, plan *timeline.Plan, t *label, at timeline.Box, above bool, fig *Node, x float64) {
	if at.W = min(at.W, plan.Width-at.X); at.W < p.look.small.Size {
		return // no room for a letter
	}
	pa := para{bits: t.bits}
	if t.width > at.W+0.01 {
		pa.width, pa.maxLines = at.W, 1
	}
	s := p.l.set(fig, pa)
	dy := 0.3 * p.look.k
	if above {
		dy = at.H - s.text.Height + 0.4*p.look.k
	}
	w := s.text.Width
	lx := s.text.Lines[0].X
	hidden := func(ticks []timeline.Tick) bool {
		for _, k := range ticks {
			if k.X > at.X-1 && k.X < at.X+w+1 {
				return true
			}
		}
		return false
	}
	if hidden(plan.Ticks) || hidden(plan.Context) {
		out.marks = append(out.marks, &Shape{X: x + at.X - 1, Y: at.Y + dy + 0.12*s.text.Height, W: w + 2, H: s.text.Height * 0.76, Fill: p.look.paper, Stroke: Color{None: true}})
	}
	out.marks = append(out.marks, s.all(x+at.X-lx, at.Y+dy))
}

// cluster draws the count of events that found no room.
func (p *plotter) cluster(out *piece, c *timeline.Cluster, fig *Node, x float64) {
	k, lk := p.look.k, p.look
	h := 10 * k
	x0, x1 := max(0, c.X0), min(p.room.Width, c.X1)
	out.marks = append(out.marks, &Shape{Node: fig, X: x + x0, Y: c.Y, W: x1 - x0, H: h, Radius: min(h, x1-x0) / 2, Fill: lk.paper, Stroke: lk.other, StrokeWidth: 0.6 * k})
	text := p.l.words.Text("timeline.cluster", "n", c.Count)
	if p.l.fonts.Width(text, lk.small)+6*k > x1-x0 {
		text = p.l.words.Count(c.Count)
	}
	s := p.l.set(fig, para{bits: []bit{{text: text, style: lk.small, ink: lk.ink}}})
	if s.text.Width <= x1-x0 {
		out.marks = append(out.marks, s.all(x+x0+(x1-x0-s.text.Width)/2, c.Y+(h-s.text.Height)/2))
	}
}
