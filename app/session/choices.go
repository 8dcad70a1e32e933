package session

import (
	"slices"

	"briefline/app/briefing"
)

// Choice is an answer to a check, for a button: a message ID, and what it does.
// The ID with ".resolution" behind it words how the check was settled by it; a
// choice that leaves the check open has none.
type Choice struct {
	Message string
	Open    bool // the check stays open, and is accepted
	apply   func(*Session) error
}

// ChoicesOf returns the answers that a check of a briefing has beside words of
// one's own: for two dates of one event whether these are one or two, for any
// other check that it stays with the briefing. It is nil for no check.
func ChoicesOf(b *briefing.Briefing, id string) []Choice {
	it, err := find(b, id)
	if err != nil || it.check == nil {
		return nil
	}
	keep := Choice{Message: "edit.choice.keep", Open: true, apply: func(*Session) error { return nil }}
	if it.check.Kind != briefing.CheckDateConflict {
		return []Choice{keep}
	}
	about := eventsOf(b, it.check.Evidence)
	switch {
	case len(about) == 1 && len(about[0].Alternatives) == 1:
		return []Choice{
			{Message: "edit.choice.one-event", apply: func(*Session) error { return nil }},
			{Message: "edit.choice.two-events", apply: func(s *Session) error {
				_, err := SplitEvent(s, about[0].ID, 0)
				return err
			}},
			keep,
		}
	case len(about) == 2:
		return []Choice{
			{Message: "edit.choice.one-event", apply: func(s *Session) error { return MergeEvents(s, about[0].ID, about[1].ID) }},
			{Message: "edit.choice.two-events", apply: func(*Session) error { return nil }},
			keep,
		}
	}
	return []Choice{keep}
}

// eventsOf returns the events of which a date rests on a sentence of the
// evidence, in the order of the briefing.
func eventsOf(b *briefing.Briefing, ev []briefing.Anchor) (out []briefing.Event) {
	refs := b.Refs(ev)
	touches := func(ev []briefing.Anchor) bool {
		return slices.ContainsFunc(b.Refs(ev), func(r briefing.Ref) bool { return slices.Contains(refs, r) })
	}
	for _, e := range b.Events {
		if touches(e.Date.Evidence) || slices.ContainsFunc(e.Alternatives, func(d briefing.Dating) bool { return touches(d.Evidence) }) {
			out = append(out, e)
		}
	}
	return out
}

// Choose answers a check with the n-th of its choices, from 0, as one step. how
// words how that settles it, in the reader's language; a choice that leaves it
// open takes none.
func Choose(s *Session, id string, n int, how string) error {
	choices := ChoicesOf(s.Briefing(), id)
	if n < 0 || n >= len(choices) {
		return gone(id)
	}
	c := choices[n]
	if c.Open {
		return Accept(s, id)
	}
	if how == "" {
		return refuse("resolution")
	}
	return s.Do(step("check-resolve"), func(b *briefing.Briefing) error {
		// The edits of the choice are done in a session of their own, so that all
		// of it is one step here.
		inner := New(b.Clone())
		if err := c.apply(inner); err != nil {
			return err
		}
		if err := ResolveCheck(inner, id, how); err != nil {
			return err
		}
		*b = *inner.Briefing().Clone()
		return nil
	})
}
