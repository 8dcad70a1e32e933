package session

import (
	"cmp"
	"slices"

	"briefline/app/briefing"
)

// MergeEvents makes one event of two that are the same: keep takes over the
// evidence, participants, places and statements of other, and its date, which is
// an alternative where keep has another. Relations to other are relations to
// keep; those between the two go.
func MergeEvents(s *Session, keep, other string) error {
	e, o := s.Briefing().EventByID(keep), s.Briefing().EventByID(other)
	if e == nil || o == nil {
		return gone(cmp.Or(other, keep))
	}
	return s.Do(step("merge", "one", brief(o.Title), "other", brief(e.Title)), func(b *briefing.Briefing) error {
		return touch(b, keep, mergeEvents(b, keep, other))
	})
}

func mergeEvents(b *briefing.Briefing, keep, other string) error {
	e, err := event(b, keep)
	if err != nil {
		return err
	}
	o, err := event(b, other)
	if err != nil {
		return err
	}
	if keep == other {
		return refuse("merge-itself")
	}
	e.Evidence = byPlace(b, joinAnchors(e.Evidence, o.Evidence))
	if e.Basis == briefing.BasisAdded && o.Basis != briefing.BasisAdded {
		e.Basis = o.Basis
	}
	e.Participants = joinIDs(e.Participants, o.Participants)
	e.Places = joinIDs(e.Places, o.Places)
	if len(e.Statements) == 0 || len(o.Statements) == 0 {
		e.Statements = nil // the source itself reports one of them
	} else {
		e.Statements = joinIDs(e.Statements, o.Statements)
	}
	e.Note = joinNotes(e.Note, o.Note)
	for _, d := range append([]briefing.Dating{o.Date}, o.Alternatives...) {
		addDate(e, d)
	}
	relations := append(e.Relations, o.Relations...)
	e.Relations = nil
	for _, r := range relations {
		addRelation(e, r, other)
	}
	for i := range b.Events {
		x := &b.Events[i]
		if x.ID == keep || x.ID == other {
			continue
		}
		relations := x.Relations
		x.Relations = nil
		for _, r := range relations {
			if r.Event == other {
				r.Event = keep
			}
			addRelation(x, r, other)
		}
	}
	b.Events = slices.DeleteFunc(b.Events, func(x briefing.Event) bool { return x.ID == other })
	mark(b, other, Untouched)
	return nil
}

// addDate gives an event one more date: its own if it has none, an alternative
// if it is another.
func addDate(e *briefing.Event, d briefing.Dating) {
	same := func(x briefing.Dating) bool { return x.EDTF == d.EDTF && x.Timex == d.Timex }
	none := briefing.Dating{}
	switch {
	case same(none) || slices.ContainsFunc(e.Alternatives, same):
	case e.Date.EDTF.IsZero() && e.Date.Timex == "":
		e.Date = d
	case same(e.Date):
		e.Date.Evidence = joinAnchors(e.Date.Evidence, d.Evidence)
	default:
		e.Alternatives = append(e.Alternatives, d)
	}
}

// addRelation gives an event a relation that it does not have, unless it is to
// itself or to gone.
func addRelation(e *briefing.Event, r briefing.Relation, gone string) {
	has := slices.ContainsFunc(e.Relations, func(x briefing.Relation) bool { return x.Kind == r.Kind && x.Event == r.Event })
	if r.Event != e.ID && r.Event != gone && !has {
		e.Relations = append(e.Relations, r)
	}
}

func joinNotes(a, b string) string {
	if a == "" || b == "" || a == b {
		return cmp.Or(a, b)
	}
	return a + " " + b
}

// SplitEvent makes two events of one that the source dates twice: the n-th
// alternative, from 0, becomes the date of an event of its own, whose ID it
// returns. The evidence in the sentences of that date goes with it, unless the
// old event would have none; who took part and where is the same for both.
func SplitEvent(s *Session, id string, n int) (newID string, err error) {
	return add(s, step("event-split"), "event", func(b *briefing.Briefing, made string) error {
		e, err := event(b, id)
		if err != nil {
			return err
		}
		if n < 0 || n >= len(e.Alternatives) {
			return gone(id)
		}
		d := e.Alternatives[n]
		e.Alternatives = slices.Delete(e.Alternatives, n, n+1)
		own := briefing.Event{ID: made, Title: e.Title, Date: d, Basis: e.Basis, Note: e.Note,
			Participants: slices.Clone(e.Participants), Places: slices.Clone(e.Places), Statements: slices.Clone(e.Statements)}
		dated := b.Refs(d.Evidence)
		var rest []briefing.Anchor
		for _, a := range e.Evidence {
			if slices.ContainsFunc(b.Refs([]briefing.Anchor{a}), func(r briefing.Ref) bool { return slices.Contains(dated, r) }) {
				own.Evidence = append(own.Evidence, a)
			} else {
				rest = append(rest, a)
			}
		}
		if len(rest) > 0 || e.Basis == briefing.BasisAdded {
			e.Evidence = rest
		}
		if len(own.Evidence) == 0 {
			own.Evidence = slices.Clone(d.Evidence)
		}
		if len(own.Evidence) == 0 && own.Basis != briefing.BasisAdded {
			own.Evidence = slices.Clone(e.Evidence)
		}
		at := slices.IndexFunc(b.Events, func(x briefing.Event) bool { return x.ID == id })
		b.Events = slices.Insert(b.Events, at+1, own)
		return touch(b, id, nil)
	})
}
