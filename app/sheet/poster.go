package sheet

import (
	"math"

	"briefline/app/timeline"
)

// A poster's type is posterScale times as large on A3, and with each larger
// sheet by as much as its sides are longer, unless the events need the room:
// then it shrinks down to posterLeast before labels shorten and events fold.
const (
	posterScale = 1.8
	posterLeast = 0.85
	posterStep  = 0.92
)

// scale returns the largest scale of type on a poster of this paper.
func (p Paper) scale() float64 {
	w, h := p.Size()
	a3w, a3h := A3.Size()
	return posterScale * math.Sqrt(w*h/(a3w*a3h))
}

// poster lays the whole timeline out on one sheet, lying.
func (l *layout) poster() {
	l.h, l.w = l.o.PosterPaper.Size()
	l.left, l.width = marginSide, l.w-2*marginSide
	scale := l.o.PosterPaper.scale()
	if l.o.Large {
		scale *= largeScale
	}
	plot, plan := l.posterPlan(scale)
	l.newPage()

	card := l.doc.Root.add(TagSect)
	card.Title = l.words.Text("print.head")
	l.paginate(l.posterHead(card))
	sect, ps := l.section(l.words.Text("timeline.title"), destTimeline)
	l.doc.Root.Kids = append(l.doc.Root.Kids, sect)
	if plan == nil {
		ps = follow(ps, l.empty(sect, "timeline.none"))
	} else {
		kinds := map[timeline.Look]bool{}
		for i := range plan.Marks {
			kinds[plan.Marks[i].Item.Look()] = true
		}
		ps = l.legend(sect, ps, kinds)
		ps = follow(ps, plot.band(sect, plan, 0, 1, l.outline.Time))
	}
	if len(l.outline.Undated) > 0 {
		ps = follow(ps, l.shelf(sect))
	}
	for i := range ps { // one sheet, come what may
		ps[i].bound, ps[i].fresh = i > 0, false
	}
	for i := range ps {
		l.place(&ps[i])
	}
	l.closeFrame()
	l.bookmarks()
	if l.o.Tile {
		l.tile()
	}
}

// posterHead is where the briefing comes from and its title.
func (l *layout) posterHead(sect *Node) []piece {
	b := l.outline.Briefing
	p := sect.add(TagP)
	p.Lang = l.uiLang
	ps := bind(l.set(p, para{bits: []bit{{text: l.kicker(), style: l.look.kicker, ink: l.look.muted}}, width: l.width, align: l.side(), maxLines: 2}).lines(l.left, 0))
	h := sect.add(TagH1)
	title := append([]bit{{text: oneLine(b.Title.Text), style: l.look.title, ink: l.look.ink}}, l.addedMark(b.Title.Basis)...)
	lines := l.set(h, para{bits: title, width: l.width, height: 1.2, maxLines: 3}).lines(l.left, 1*mm*l.look.k)
	lines[0].dests = []target{{destBriefing, l.left, h}}
	return follow(ps, lines)
}

// posterPlan finds the largest type with which all events go on the sheet; plan
// is nil when there is none to place.
func (l *layout) posterPlan(scale float64) (plot *plotter, plan *timeline.Plan) {
	for _, dense := range []bool{false, true} {
		for k := scale; ; k *= posterStep {
			last := k*posterStep < posterLeast
			l.look = scaledLook(k, l.o.Mono)
			l.openFrame()
			plot = l.newPlotter(l.look, l.width, false)
			if plot.dense = dense; dense {
				plot.setRoom(l.width, true)
			}
			if l.outline.Time.Len() == 0 {
				return plot, nil
			}
			room := l.posterRoom()
			if plan = plot.plan(l.outline.Time, 0); plot.high(plan) <= room {
				return plot, plot.spread(plan, room)
			}
			if last && dense {
				return plot, plot.plan(l.outline.Time, room)
			}
			if last {
				break
			}
		}
	}
	return plot, plan
}

// posterRoom is the height that head and shelf leave for the timeline.
func (l *layout) posterRoom() float64 {
	used := height(l.posterHead(&Node{}))
	used += l.look.k * (3*l.look.heading.Size/l.look.k + 10*mm)
	if len(l.outline.Undated) > 0 {
		used += height(l.shelf(&Node{}))
	}
	return max(l.bottom-l.top-used, 40)
}

// spread moves the lanes of a plan apart when they leave much of the sheet free.
func (p *plotter) spread(plan *timeline.Plan, room float64) *timeline.Plan {
	if plan.Lanes == 0 {
		return plan
	}
	lane := p.room.TitleHeight + p.room.BarHeight + p.room.DetailHeight + p.room.LaneGap
	free := (room - p.high(plan)) / float64(plan.Lanes+1)
	if free = min(free, 0.7*lane); free < 1 {
		return plan
	}
	p.room.LaneGap += free
	return p.plan(p.src, 0)
}
