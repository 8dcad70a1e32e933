package event

import (
	"cmp"
	"slices"
	"strings"

	"briefline/app/briefing"
	"briefline/app/timex"
)

// choose ranks the events and returns the best, with their relations, in the
// order of the text.
func (d *reader) choose() []Event {
	for _, p := range d.phrases {
		if h := &d.found[d.found[p.host].group]; h.weak && !h.Negated && !h.Hypothetical && !h.noun && d.found[p.host].group == p.host {
			h.weak, h.weight = false, max(h.weight, 0.6)
		}
	}
	d.settle()
	var best []int
	for i := range d.found {
		c := &d.found[i]
		if c.group != i || c.weak || c.Hypothetical && c.Date < 0 || c.Title == "" {
			continue
		}
		if c.Salience = d.salience(c); c.Salience >= leastSalient {
			best = append(best, i)
		}
	}
	slices.SortStableFunc(best, func(a, b int) int { return cmp.Compare(d.found[b].Salience, d.found[a].Salience) })
	best = best[:min(len(best), most)]
	slices.Sort(best)

	chosen := map[int]int{} // group to how many namings of it are kept
	for _, g := range best {
		chosen[g] = 0
	}
	var kept []int
	for i := range d.found {
		c := &d.found[i]
		n, ok := chosen[c.group]
		if !ok || c.group != i && (n >= mostNamings || c.Title == "" || c.weak && !c.definite) {
			continue
		}
		if c.group != i {
			chosen[c.group] = n + 1
		}
		kept = append(kept, i)
	}
	index := make(map[int]int, len(kept))
	out := make([]Event, len(kept))
	for k, i := range kept {
		index[i] = k
		out[k] = d.found[i].Event
		if e := &out[k]; e.Fresh && e.Date < 0 && d.dateline >= 0 {
			e.Date, e.Basis = d.dateline, briefing.BasisInferred
		}
		if g := d.found[i].group; g != i {
			out[k].SameAs = index[g]
		}
	}
	d.relations(out, index)
	return out
}

// settle takes Fresh from what goes on with a story of another time: "The ship was
// attacked on 7 July. Four of its crew were killed."
func (d *reader) settle() {
	far, sentence := false, -1 // of the last stated date
	for i := range d.found {
		c := &d.found[i]
		if c.Date >= 0 && c.Basis == briefing.BasisStated {
			far, sentence = !recent(&d.dates[c.Date]), c.sentence
		}
		if c.Fresh && c.Date < 0 && far && c.sentence-sentence <= 1 {
			c.Fresh = false
		}
	}
}

// recent reports whether an expression counts days from the publication date.
func recent(e *timex.Expression) bool {
	switch e.Rule {
	case timex.RuleToday, timex.RuleYesterday, timex.RuleTomorrow, timex.RuleNight, timex.RulePartOfToday, timex.RulePartOfYesterday, timex.RuleTwoDaysBefore, timex.RuleThisPeriod, timex.RuleClock:
		return true
	}
	return strings.HasPrefix(string(e.Rule), string(timex.RuleWeekday))
}

// salience says how much an event belongs on the timeline.
func (d *reader) salience(c *candidate) float64 {
	s := c.weight
	switch {
	case c.Date >= 0 && c.Basis == briefing.BasisStated:
		s++
	case c.Date >= 0:
		s += 0.5
	case c.Fresh:
		s += 0.3
	}
	s += 0.2 * float64(min(len(c.Names)+len(c.Places), 4))
	s += 1 - float64(c.sentence)/float64(d.number+1)
	if c.Reported {
		s -= 0.7
	}
	if c.Hypothetical {
		s--
	}
	if c.hosts {
		s += 0.5
	}
	return s
}

// relations adds to the events in out what the text says of their order. A
// relation that would close a circle is left out: the text cannot mean it.
func (d *reader) relations(out []Event, index map[int]int) {
	add := func(a, b int, kind briefing.RelationKind, evidence briefing.Span) {
		x, ok := index[d.found[a].group]
		y, found := index[d.found[b].group]
		if !ok || !found || x == y || related(out, x, y) || reaches(out, y, x) {
			return
		}
		out[x].Relations = append(out[x].Relations, Relation{Kind: kind, Event: y, Evidence: evidence})
	}
	for _, p := range d.phrases {
		add(p.host, p.named, p.kind, p.evidence)
	}
	// What a speaker looks back to lies before the meeting that he speaks at, or
	// came about there.
	meeting := d.soleOccasion()
	if meeting < 0 {
		return
	}
	for i := range d.found {
		c := &d.found[i]
		if _, ok := index[i]; !ok || c.group != i || !c.noun || !c.definite || c.Future || c.Hypothetical || c.sentence < d.found[meeting].sentence || i == meeting {
			continue
		}
		if c.Reported || c.spoken {
			add(meeting, i, briefing.RelationSince, c.Span)
		}
	}
}

// soleOccasion returns the one meeting that statements are made at; -1 when there
// is none or more than one.
func (d *reader) soleOccasion() int {
	only := -1
	for _, t := range d.occasion {
		if t.meeting < 0 {
			continue
		}
		if g := d.found[t.meeting].group; only < 0 {
			only = g
		} else if only != g {
			return -1
		}
	}
	return only
}

// related reports whether events x and y have a relation already.
func related(out []Event, x, y int) bool {
	has := func(a, b int) bool {
		return slices.ContainsFunc(out[a].Relations, func(r Relation) bool { return r.Event == b })
	}
	return has(x, y) || has(y, x)
}

// reaches reports whether relations lead from x to y. The list is short.
func reaches(out []Event, x, y int) bool {
	seen := make([]bool, len(out))
	var walk func(int) bool
	walk = func(i int) bool {
		if i == y {
			return true
		}
		seen[i] = true
		for _, r := range out[i].Relations {
			if !seen[r.Event] && walk(r.Event) {
				return true
			}
		}
		return false
	}
	return walk(x)
}
