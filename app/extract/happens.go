package extract

import (
	"cmp"
	"slices"

	"briefline/app/briefing"
	"briefline/app/coref"
	"briefline/app/event"
)

// mostEvents is how many events a draft shows: a timeline of more is a list of
// verbs.
const mostEvents = 20

// happens makes the events of the timeline, the weightiest first chosen, then
// in the order of the text.
func (d *draft) happens() {
	var chosen []int
	for i, e := range d.events {
		if e.SameAs < 0 && !e.Negated && !e.Hypothetical {
			chosen = append(chosen, i)
		}
	}
	slices.SortStableFunc(chosen, func(a, b int) int { return cmp.Compare(d.events[b].Salience, d.events[a].Salience) })
	chosen = chosen[:min(len(chosen), mostEvents)]
	slices.Sort(chosen)
	d.eventID = make([]string, len(d.events))
	for _, i := range chosen {
		d.eventID[i] = d.id(d.events[i].Title, "event")
	}
	for i, e := range d.events { // another naming of a chosen one leads there
		if e.SameAs >= 0 {
			d.eventID[i] = d.eventID[e.SameAs]
		}
	}
	for _, i := range chosen {
		d.b.Events = append(d.b.Events, d.event(i))
	}
}

func (d *draft) event(i int) briefing.Event {
	e := &d.events[i]
	out := briefing.Event{ID: d.eventID[i], Title: capital(oneLine(e.Title)), Basis: briefing.BasisStated}
	out.Evidence = []briefing.Anchor{d.anchor(e.Span)}
	for j := i + 1; j < len(d.events); j++ {
		if d.events[j].SameAs == i {
			out.Evidence = append(out.Evidence, d.anchor(d.events[j].Span))
		}
	}
	d.date(&out, e)
	for _, r := range e.Relations {
		if id := d.eventID[r.Event]; id != "" && id != out.ID {
			rel := briefing.Relation{Kind: r.Kind, Event: id}
			if r.Evidence.End > 0 {
				rel.Evidence = []briefing.Anchor{d.anchor(r.Evidence)}
			}
			out.Relations = append(out.Relations, rel)
		}
	}
	d.takePart(&out, e)
	for k, s := range d.statementAt {
		if c := d.statements[s].Words; c.Start <= e.Trigger.Start && e.Trigger.End <= c.End {
			out.Statements = append(out.Statements, d.b.Statements[k].ID)
		}
	}
	return out
}

// date takes over when an event was: the words that say so, else the day of
// publication as an inference where the event is the article's news.
func (d *draft) date(out *briefing.Event, e *event.Event) {
	switch {
	case e.Date >= 0:
		out.Date = dating(d.source, d.dates[e.Date])
		if e.Basis == briefing.BasisInferred {
			out.Date.Basis = e.Basis
		}
	case e.Fresh && !d.source.Published.EDTF.IsZero():
		out.Date = fromPublication(d.source.Published.EDTF)
		out.Date.Evidence = []briefing.Anchor{d.anchor(e.Trigger)}
	}
	for _, k := range e.Others {
		if k == e.Date {
			continue
		}
		if other := dating(d.source, d.dates[k]); !other.EDTF.IsZero() || other.Timex != "" {
			out.Alternatives = append(out.Alternatives, other)
		}
	}
}

// takePart names who took part in an event and where it was.
func (d *draft) takePart(out *briefing.Event, e *event.Event) {
	place := map[int]bool{}
	for _, n := range e.Places {
		place[n] = true
	}
	add := func(list *[]string, id string) {
		if !slices.Contains(*list, id) {
			*list = append(*list, id)
		}
	}
	for _, n := range append(slices.Clone(e.Names), e.Places...) {
		at := briefing.Span{Start: d.names[n].Start, End: d.names[n].End}
		ent := d.mentions.At(at)
		if ent == coref.None || d.entityID[ent] == "" {
			continue
		}
		id := d.entityID[ent]
		switch kind := d.b.ParticipantByID(id).Kind; {
		case kind == briefing.KindPlace, place[n] && kind == briefing.KindState:
			add(&out.Places, id)
		case !place[n]:
			add(&out.Participants, id)
		}
	}
}
