package timeline

import (
	"briefline/app/briefing"
	"briefline/app/edtf"
)

// edge is a relation of one event to another, by index, told from one side.
type edge struct {
	kind  briefing.RelationKind
	other int
}

// relations returns the relations of each event, told from both sides. Those that
// name no event, or the event itself, are left out.
func relations(b *briefing.Briefing) [][]edge {
	index := make(map[string]int, len(b.Events))
	for i := range b.Events {
		index[b.Events[i].ID] = i
	}
	out := make([][]edge, len(b.Events))
	for i := range b.Events {
		for _, r := range b.Events[i].Relations {
			j, ok := index[r.Event]
			if !ok || j == i {
				continue
			}
			out[i] = append(out[i], edge{r.Kind, j})
			switch r.Kind {
			case briefing.RelationBefore:
				out[j] = append(out[j], edge{briefing.RelationAfter, i})
			case briefing.RelationAfter, briefing.RelationSince:
				out[j] = append(out[j], edge{briefing.RelationBefore, i})
			case briefing.RelationSameAs:
				out[j] = append(out[j], edge{r.Kind, i})
			}
		}
	}
	return out
}

// bound is the earliest or the latest that an event may be, and how far its bar
// fades from there; known is false for no limit.
type bound struct {
	at, fade int64
	known    bool
}

// relate gives undated events the bounds that follow from their relations, handed
// on from event to event until nothing changes. A bound only ever becomes one of
// the dated events' bounds, and only narrower, so a circle of relations ends too.
func relate(events []placed, edges [][]edge) {
	lo, hi := make([]bound, len(events)), make([]bound, len(events))
	var queue []int
	for i, e := range events {
		if !e.dated {
			continue
		}
		it := e.item
		lo[i] = bound{at: it.Lo, fade: it.Hi, known: !it.OpenLo}
		if it.OpenHi {
			lo[i].fade = it.CoreLo
		}
		hi[i] = bound{at: it.Hi, fade: it.Lo, known: !it.OpenHi}
		if it.OpenLo {
			hi[i].fade = it.CoreHi
		}
		queue = append(queue, i)
	}
	back := backward(edges)
	for len(queue) > 0 {
		j := queue[0]
		queue = queue[1:]
		for _, e := range back[j] {
			i := e.other
			if events[i].dated {
				continue
			}
			l, h := bound{}, bound{}
			switch e.kind {
			case briefing.RelationAfter, briefing.RelationSince:
				l = lo[j]
			case briefing.RelationBefore:
				h = hi[j]
			case briefing.RelationDuring, briefing.RelationSameAs:
				l, h = lo[j], hi[j]
			}
			changed := false
			if l.known && (!lo[i].known || l.at > lo[i].at) {
				lo[i], changed = l, true
			}
			if h.known && (!hi[i].known || h.at < hi[i].at) {
				hi[i], changed = h, true
			}
			if changed {
				queue = append(queue, i)
			}
		}
	}
	for i := range events {
		if !events[i].dated {
			events[i].item = between(lo[i], hi[i])
		}
	}
}

// backward turns edges round: who has an edge to j, and of which kind.
func backward(edges [][]edge) [][]edge {
	out := make([][]edge, len(edges))
	for i, list := range edges {
		for _, e := range list {
			out[e.other] = append(out[e.other], edge{e.kind, i})
		}
	}
	return out
}

// between returns the place of an event that only its bounds place.
func between(lo, hi bound) Item {
	it := Item{Lo: edtf.Min, Hi: edtf.Max, OpenLo: !lo.known, OpenHi: !hi.known, Style: StyleRelative}
	switch {
	case lo.known && hi.known:
		if lo.at >= hi.at {
			return nowhere
		}
		it.Lo, it.Hi = lo.at, hi.at
		it.CoreLo = it.Lo + (it.Hi-it.Lo)/2
	case lo.known:
		it.Lo, it.CoreLo = lo.at, lo.fade
	case hi.known:
		it.Hi, it.CoreLo = hi.at, hi.fade
	}
	it.CoreHi = it.CoreLo
	return it
}

// shelfOrder sorts events, given by index in the briefing's order, so that each
// stands after those it is after. It takes the first that waits for none, so what
// has no relation keeps its order; a circle is broken at its first event.
func shelfOrder(shelf []int, edges [][]edge) []int {
	on := make(map[int]bool, len(shelf))
	for _, i := range shelf {
		on[i] = true
	}
	waits := func(i int) bool {
		for _, e := range edges[i] {
			after := e.kind == briefing.RelationAfter || e.kind == briefing.RelationSince
			if after && on[e.other] {
				return true
			}
		}
		return false
	}
	out := make([]int, 0, len(shelf))
	for len(on) > 0 {
		next := -1
		for _, i := range shelf {
			if !on[i] {
				continue
			}
			if next < 0 {
				next = i
			}
			if !waits(i) {
				next = i
				break
			}
		}
		delete(on, next)
		out = append(out, next)
	}
	return out
}
