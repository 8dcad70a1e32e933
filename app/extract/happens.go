package extract

import (
	"slices"
	"strings"
	"sync"

	"briefline/app/analysis"
	"briefline/app/briefing"
	"briefline/app/event"
	txt "briefline/app/text"
	"briefline/assets"
)

// eventModel is read once, when the first draft is made.
var eventModel = sync.OnceValues(func() (*event.Model, error) { return event.ReadModel(assets.Events()) })

// happens makes the events of the timeline, in the order of the text, and what
// else the article dates.
func (d *draft) happens() {
	d.eventID = make([]string, len(d.events))
	for i := range d.events {
		d.eventID[i] = d.id(d.events[i].Title, "event")
	}
	for i := range d.events {
		d.b.Events = append(d.b.Events, d.event(&d.events[i], d.eventID[i]))
	}
	for i := range d.moreEvents {
		e := &d.moreEvents[i]
		d.b.More = append(d.b.More, d.event(e, d.id(e.Title, "more")))
	}
}

func (d *draft) event(e *event.Event, id string) briefing.Event {
	out := briefing.Event{
		ID: id, Title: briefing.Shorten(oneLine(e.Title), briefing.MaxTitle), Basis: briefing.BasisStated, State: e.State,
		Confidence: e.Confidence, Doubts: slices.Clone(e.Doubts),
	}
	out.Evidence = []briefing.Anchor{d.anchor(briefing.Span(e.Span))}
	for _, t := range e.Again {
		out.Evidence = append(out.Evidence, d.anchor(briefing.Span(t.Span)))
	}
	setDate(d.source, &out, e.Date, e.Others, d.analysis)
	for _, r := range e.Relations {
		out.Relations = append(out.Relations, briefing.Relation{
			Kind: r.Kind, Event: d.eventID[r.Event], Evidence: []briefing.Anchor{d.anchor(briefing.Span(r.Evidence))},
		})
	}
	for _, id := range d.takePart(e.Who) {
		if d.b.ParticipantByID(id).Kind == briefing.KindPlace { // a place takes no part
			out.Places = append(out.Places, id)
		} else {
			out.Participants = append(out.Participants, id)
		}
	}
	for _, id := range d.takePart(e.Where) {
		if !slices.Contains(out.Places, id) {
			out.Places = append(out.Places, id)
		}
	}
	if e.Reported.End > 0 {
		for k, s := range d.statementAt {
			if c := d.statements[s].Words; c.Start <= e.Trigger.Start && e.Trigger.End <= c.End {
				out.Statements = append(out.Statements, d.b.Statements[k].ID)
			}
		}
	}
	return out
}

// setDate gives an event its date and the other dates that the text gives it.
func setDate(s *briefing.Source, out *briefing.Event, date event.Dating, others []event.Dating, a *analysis.Analysis) {
	out.Date = eventDating(s, date, a)
	if date.Rule == event.RulePublication || date.Rule == event.RuleMonth || date.Rule == event.RuleAge {
		out.Date.Evidence = slices.Clone(out.Evidence[:1])
	}
	out.Alternatives = nil
	for _, o := range others {
		out.Alternatives = append(out.Alternatives, eventDating(s, o, a))
	}
}

// eventDating is the date of an event: the words that give it, how they were read,
// and how they hang together with the event.
func eventDating(s *briefing.Source, x event.Dating, a *analysis.Analysis) briefing.Dating {
	if x.IsZero() {
		return briefing.Dating{}
	}
	d := briefing.Dating{Rule: string(x.Rule)}
	if x.Expression >= 0 {
		d = dating(s, a.Dates[x.Expression])
		d.Rule += " " + string(x.Rule)
	}
	d.EDTF, d.Basis, d.Confidence, d.Doubts = x.EDTF, x.Basis, x.Confidence, slices.Clone(x.Doubts)
	return d
}

// takePart returns the participants that groups are shown as.
func (d *draft) takePart(groups []int) []string {
	var out []string
	for _, g := range groups {
		if id := d.entityID[g]; id != "" && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// tellings are the stretches of a source that an event rests on.
func tellings(e *briefing.Event, source string) []txt.Span {
	var out []txt.Span
	for _, a := range e.Evidence {
		if a.Source == source {
			out = append(out, txt.Span{Start: a.Start, End: a.End})
		}
	}
	return out
}

// isEventRule reports whether a rule says how a date belongs to its event.
func isEventRule(rule string) bool {
	return strings.HasPrefix(rule, "event.rule.") || strings.Contains(rule, " event.rule.") || strings.HasSuffix(rule, rulePublication)
}
