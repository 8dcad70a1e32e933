package sheet

import "math"

// overview is the timeline and the participants. Where both do not fit on what is
// left of the first page, the cards show fewer statements, the same number under
// every heading of every speaker, and name the page of the rest.
func (l *layout) overview() []piece {
	plot := l.newPlotter(l.look, l.width, false)
	cards := l.cards()
	room := l.bottom - l.y
	var times [2][]piece // roomy and tight
	var sects [2]*Node
	sects[0], times[0] = l.timeline(plot, false)
	tight, at, spare := 0, step{}, -1.0
	if len(cards.list) <= maxFitted {
	search:
		for _, s := range cards.steps() {
			need := cards.height(s)
			if need > room {
				continue
			}
			for t := range times {
				if times[t] == nil {
					sects[t], times[t] = l.timeline(plot, true)
				}
				if spare = room - height(times[t]) - need; spare >= 0 {
					tight, at = t, s
					break search
				}
			}
		}
	}
	if spare < 0 {
		// The cards go on to a page of their own; the timeline at least should stay.
		if height(times[0]) > room {
			if times[1] == nil {
				sects[1], times[1] = l.timeline(plot, true)
			}
			if height(times[1]) <= room {
				tight = 1
			}
		}
		at, spare = cards.best(l.bottom - l.top)
	}
	l.doc.Root.Kids = append(l.doc.Root.Kids, sects[tight], cards.sect)
	return append(times[tight], cards.place(at, spare)...)
}

// best returns the fullest step that goes on a page of its own, and how much
// it leaves free; many cards go on over several pages.
func (c *cards) best(room float64) (step, float64) {
	if len(c.list) <= maxFitted {
		for _, s := range c.steps() {
			if need := c.height(s); need <= room {
				return s, room - need
			}
		}
	}
	for _, s := range []step{{2, cardLines}, {1, cardLines}, {1, 3}} {
		if c.highest(s) <= room {
			return s, 0
		}
	}
	return step{1, 1}, 0
}

// highest is how high the highest row would be, under the heading.
func (c *cards) highest(s step) float64 {
	h := 0.0
	for i := 0; i < len(c.list); i += c.columns {
		h = max(h, c.rowHeight(c.list[i:min(i+c.columns, len(c.list))], s))
	}
	return h + height(c.heading)
}

// maxFitted is how many cards are tried to go on one page.
const maxFitted = 12

// cardLines is how many lines a statement has at most on a card that does not
// show everything.
const cardLines = 6

// step is how much the cards show: most statements a heading, and most lines each.
type step struct{ most, lines int }

// steps are the densities to try, from everything to little. Cards fill up what
// room is left.
func (c *cards) steps() []step {
	return []step{{math.MaxInt, math.MaxInt}, {1, cardLines}, {1, 3}, {1, 2}, {0, 0}}
}

// height is how high all of the part would be on one page.
func (c *cards) height(s step) float64 {
	h := height(c.heading) + height(c.others)
	for i := 0; i < len(c.list); i += c.columns {
		if h += c.rowHeight(c.list[i:min(i+c.columns, len(c.list))], s); i > 0 {
			h += rowRoom * c.l.look.k
		}
	}
	return h
}

func (c *cards) rowHeight(row []*card, s step) (h float64) {
	for _, one := range row {
		for _, g := range one.groups {
			g.shown = min(s.most, len(g.said))
		}
		h = max(h, c.cardHeight(one, s.lines))
	}
	return h
}

// cardHeight is how high a card is with the statements that it shows.
func (c *cards) cardHeight(one *card, most int) float64 {
	k := c.l.look.k
	h, left := height(one.head), false
	for _, g := range one.groups {
		if left = left || g.shown < len(g.said); g.shown == 0 {
			continue
		}
		h += captionRoom*k + g.caption.text.Height + float64(g.shown-1)*saidRoom*k
		for _, t := range g.said[:g.shown] {
			lines := t.text.Lines[:min(most, len(t.text.Lines))]
			end := lines[len(lines)-1]
			h += end.Y + end.Height
		}
	}
	if left {
		h += moreRoom*k + c.l.look.small.Size*1.42
	}
	return h
}

// fill shows further statements as far as a card stays within room: always the
// next of the heading that shows fewest.
func (c *cards) fill(one *card, lines int, room float64) {
	full := map[*cardGroup]bool{}
	for {
		var next *cardGroup
		for _, g := range one.groups {
			if g.shown < len(g.said) && !full[g] && (next == nil || g.shown < next.shown) {
				next = g
			}
		}
		if next == nil {
			return
		}
		next.shown++
		if c.cardHeight(one, lines) > room {
			next.shown--
			full[next] = true
		}
	}
}
