package outline

import (
	"slices"
	"strings"

	"briefline/app/briefing"
	"briefline/app/i18n"
)

// Next returns what is to come, put off or called off, in reading order.
func (o *Outline) Next() []*Event {
	var out []*Event
	for _, e := range o.Events {
		switch e.State {
		case briefing.StatePlanned, briefing.StatePostponed, briefing.StateCalledOff:
			out = append(out, e)
		}
	}
	return out
}

// State words how far an event has come to pass; empty when it happened, or when
// this version does not know its state.
func State(words *i18n.Catalog, s briefing.EventState) string {
	if id := "state." + string(s); s != "" && words.Has(id) {
		return words.Text(id)
	}
	return ""
}

// Shown says a figure in three parts: its last known value in the words of the
// source, what it counts, and what it was before, "" where it has one value.
func (f *Figure) Shown(words *i18n.Catalog) (value, label, before string) {
	if len(f.Values) == 0 {
		return "", f.Label, ""
	}
	var old []string
	for _, v := range f.Values[1:] {
		old = append(old, v.Words)
	}
	if len(old) > 0 {
		before = words.Text("figure.before", "values", strings.Join(old, ", "))
	}
	return f.Values[0].Words, f.Label, before
}

// Doubts words the reasons to look at an item, those that this version knows, in
// one line; "" for none.
func Doubts(words *i18n.Catalog, doubts ...briefing.Doubt) string {
	var out []string
	for _, d := range doubts {
		if id := "doubt." + string(d); words.Has(id) {
			if w := words.Text(id); !slices.Contains(out, w) {
				out = append(out, w)
			}
		}
	}
	return strings.Join(out, " · ")
}

// Doubts are the reasons to look at an event, its own and those of its date.
func (e *Event) Doubts() []briefing.Doubt {
	return append(slices.Clone(e.Event.Doubts), e.Date.Doubts...)
}
