package session

import (
	"fmt"
	"slices"

	"briefline/app/briefing"
)

// AddEvidence adds the selected words of a source to what an item rests on, or
// to the mentions of a participant.
func AddEvidence(s *Session, id string, sel Selection) error {
	return s.Do(step("evidence-add"), func(b *briefing.Briefing) error {
		it, err := find(b, id)
		if err != nil {
			return err
		}
		a, err := sel.anchor(b)
		if err != nil {
			return err
		}
		_, _, evidence := it.ground()
		if evidence == nil {
			return refuse("no-ground")
		}
		*evidence = joinAnchors(*evidence, []briefing.Anchor{a})
		return touch(b, id, nil)
	})
}

// RemoveEvidence takes the n-th quote, from 0, off what an item rests on.
func RemoveEvidence(s *Session, id string, n int) error {
	return s.Do(step("evidence-remove"), func(b *briefing.Briefing) error {
		it, err := find(b, id)
		if err != nil {
			return err
		}
		_, _, evidence := it.ground()
		if evidence == nil || n < 0 || n >= len(*evidence) {
			return gone(id)
		}
		*evidence = slices.Delete(*evidence, n, n+1)
		return touch(b, id, nil)
	})
}

// joinAnchors returns both lists without duplicates: the first as it is, then
// what only the second has.
func joinAnchors(a, b []briefing.Anchor) []briefing.Anchor {
	type place struct {
		source     string
		start, end int
	}
	seen := map[place]bool{}
	for _, x := range a {
		seen[place{x.Source, x.Start, x.End}] = true
	}
	for _, x := range b {
		if p := (place{x.Source, x.Start, x.End}); !seen[p] {
			seen[p] = true
			a = append(a, x)
		}
	}
	return a
}

// restsOn reports whether any anchor of another item is in the source.
func restsOn(b *briefing.Briefing, source string) bool {
	found := false
	eachEvidence(b, func(id, _ string, ev *[]briefing.Anchor) {
		found = found || id != source && slices.ContainsFunc(*ev, func(a briefing.Anchor) bool { return a.Source == source })
	})
	return found
}

// eachEvidence visits every list of anchors: the item that it belongs to, and
// which part of that, as "date" or "relations[0]"; "" for the item's own.
func eachEvidence(b *briefing.Briefing, visit func(id, part string, ev *[]briefing.Anchor)) {
	for l := range b.Lines() {
		visit(l.ID, "", &l.Evidence)
	}
	for i := range b.Figures {
		for k := range b.Figures[i].Values {
			v := &b.Figures[i].Values[k]
			visit(b.Figures[i].ID, fmt.Sprintf("values[%d]", k), &v.Evidence)
			visit(b.Figures[i].ID, fmt.Sprintf("values[%d].asOf", k), &v.AsOf.Evidence)
		}
	}
	for i := range b.Sources {
		visit(b.Sources[i].ID, "published", &b.Sources[i].Published.Evidence)
		for k := range b.Sources[i].Dates {
			visit(b.Sources[i].ID, fmt.Sprintf("dates[%d]", k), &b.Sources[i].Dates[k].Evidence)
		}
	}
	for e := range b.AllEvents() {
		visit(e.ID, "", &e.Evidence)
		visit(e.ID, "date", &e.Date.Evidence)
		for k := range e.Alternatives {
			visit(e.ID, fmt.Sprintf("alternatives[%d]", k), &e.Alternatives[k].Evidence)
		}
		for k := range e.Relations {
			visit(e.ID, fmt.Sprintf("relations[%d]", k), &e.Relations[k].Evidence)
		}
	}
	for i := range b.Participants {
		visit(b.Participants[i].ID, "", &b.Participants[i].Evidence)
	}
	for i := range b.Statements {
		visit(b.Statements[i].ID, "", &b.Statements[i].Evidence)
		visit(b.Statements[i].ID, "date", &b.Statements[i].Date.Evidence)
	}
	for i := range b.Checks {
		visit(b.Checks[i].ID, "", &b.Checks[i].Evidence)
	}
	for i := range b.Notes {
		visit(b.Notes[i].ID, "", &b.Notes[i].Evidence)
	}
}
