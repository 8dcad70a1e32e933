package session

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"briefline/app/briefing"
)

// ReviewState is what a person has done with an item of a draft.
type ReviewState int

// The states. Untouched was never looked at.
const (
	Untouched ReviewState = iota
	Seen
	Accepted
	Dropped
)

// Tab is a part of the review screen.
type Tab int

// The tabs, in the order of the screen.
const (
	TabTimeline Tab = iota
	TabParticipants
	TabStatements
	TabChecks
)

// Tabs returns all tabs in the order of the screen.
func Tabs() []Tab { return []Tab{TabTimeline, TabParticipants, TabStatements, TabChecks} }

// Order returns the IDs of the items of a tab, in the order to go through them:
// events and participants as the briefing lists them, statements by their place
// in the sources, checks that are open before those that are resolved.
func Order(b *briefing.Briefing, tab Tab) (ids []string) {
	switch tab {
	case TabTimeline:
		for i := range b.Events {
			ids = append(ids, b.Events[i].ID)
		}
	case TabParticipants:
		for i := range b.Participants {
			ids = append(ids, b.Participants[i].ID)
		}
	case TabStatements:
		for i := range b.Statements {
			ids = append(ids, b.Statements[i].ID)
		}
		place := map[string]int{} // of each statement, over all sources
		base := map[string]int{}
		for n, i := 0, 0; i < len(b.Sources); i++ {
			base[b.Sources[i].ID] = n
			n += len(b.Sources[i].Text)
		}
		for i := range b.Statements {
			first := math.MaxInt
			for _, a := range b.Statements[i].Evidence {
				first = min(first, base[a.Source]+a.Start)
			}
			place[b.Statements[i].ID] = first
		}
		slices.SortStableFunc(ids, func(x, y string) int { return cmp.Compare(place[x], place[y]) })
	case TabChecks:
		for _, resolved := range []bool{false, true} {
			for i := range b.Checks {
				if (b.Checks[i].Resolution != "") == resolved {
					ids = append(ids, b.Checks[i].ID)
				}
			}
		}
	}
	return ids
}

// State returns what was done with an item.
func State(b *briefing.Briefing, id string) ReviewState { return reviewOf(b.Review)[id] }

// States returns what was done with each item that was looked at.
func States(b *briefing.Briefing) map[string]ReviewState { return reviewOf(b.Review) }

// Progress returns how many items of the draft were looked at, and how many
// there were to look at; what was dropped counts for both.
func Progress(b *briefing.Briefing) (done, all int) {
	states := reviewOf(b.Review)
	for _, tab := range Tabs() {
		for _, id := range Order(b, tab) {
			all++
			if states[id] != Untouched {
				done++
			}
			delete(states, id)
		}
	}
	for _, is := range states {
		if is == Dropped {
			done, all = done+1, all+1
		}
	}
	return done, all
}

// Unseen returns the IDs of what was never looked at, tab by tab.
func Unseen(b *briefing.Briefing) (ids []string) {
	states := reviewOf(b.Review)
	for _, tab := range Tabs() {
		for _, id := range Order(b, tab) {
			if states[id] == Untouched {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// Accept takes an item of a draft as right. A check that is accepted stays open:
// it goes with the briefing.
func Accept(s *Session, id string) error { return decide(s, "accept", id, Accepted) }

// Look marks an item as looked at without deciding.
func Look(s *Session, id string) error {
	if State(s.Briefing(), id) != Untouched {
		return nil
	}
	return decide(s, "look", id, Seen)
}

// Reconsider takes back that an item was accepted or looked at.
func Reconsider(s *Session, id string) error { return decide(s, "reconsider", id, Untouched) }

func decide(s *Session, message, id string, is ReviewState) error {
	it, err := find(s.Briefing(), id)
	if err != nil {
		return err
	}
	_, words := it.kind(s.Briefing())
	return s.Do(step(message, "name", brief(words)), func(b *briefing.Briefing) error {
		if it, err := find(b, id); err != nil || !it.reviewable() {
			return cmp.Or[error](err, refuse("no-review"))
		}
		mark(b, id, is)
		return nil
	})
}

// Drop deletes an item of a draft and what points at it; see [Delete].
func Drop(s *Session, id string) error {
	it, err := find(s.Briefing(), id)
	if err != nil {
		return err
	}
	if !it.reviewable() {
		return refuse("no-review")
	}
	_, words := it.kind(s.Briefing())
	return s.Do(step("drop", "name", brief(words)), func(b *briefing.Briefing) error { return remove(b, id) })
}

// AcceptAllLeft accepts everything that was not decided yet, as one step.
func AcceptAllLeft(s *Session) error {
	return s.Do(step("accept-all"), func(b *briefing.Briefing) error {
		states := reviewOf(b.Review)
		for _, tab := range Tabs() {
			for _, id := range Order(b, tab) {
				states[id] = Accepted
			}
		}
		setReview(b, states)
		return nil
	})
}

// Finish makes the draft a reviewed briefing. It is refused while anything was
// never looked at: [Unseen] lists that.
func Finish(s *Session) error {
	return s.Do(step("finish"), func(b *briefing.Briefing) error {
		if len(Unseen(b)) > 0 {
			return refuse("unseen")
		}
		b.Status = briefing.StatusReviewed
		return nil
	})
}

// ReopenReview makes a reviewed briefing a draft again; what was accepted stays so.
func ReopenReview(s *Session) error {
	return s.Do(step("reopen-review"), func(b *briefing.Briefing) error {
		if b.Status == briefing.StatusReviewed {
			b.Status = briefing.StatusDraft
		}
		return nil
	})
}

// reviewable reports whether the item has a place in a tab.
func (it item) reviewable() bool {
	return it.event != nil || it.participant != nil || it.statement != nil || it.check != nil
}

// touch marks an item of a draft as looked at, since it was edited, unless the
// edit went wrong.
func touch(b *briefing.Briefing, id string, err error) error {
	if err != nil || b.Status == briefing.StatusReviewed {
		return err
	}
	if it, err := find(b, id); err == nil && it.reviewable() && State(b, id) == Untouched {
		mark(b, id, Seen)
	}
	return nil
}

// markDropped records that an item of a draft was dropped.
func markDropped(b *briefing.Briefing, id string, it item) {
	switch {
	case !it.reviewable():
	case b.Status == briefing.StatusReviewed:
		mark(b, id, Untouched)
	default:
		mark(b, id, Dropped)
	}
}

// mark puts an ID into the list of its state, and out of the others.
func mark(b *briefing.Briefing, id string, is ReviewState) {
	for _, list := range []struct {
		ids *[]string
		of  ReviewState
	}{{&b.Review.Seen, Seen}, {&b.Review.Dropped, Dropped}, {&b.Review.Accepted, Accepted}} {
		n, found := slices.BinarySearch(*list.ids, id)
		switch {
		case found && list.of != is:
			*list.ids = slices.Delete(*list.ids, n, n+1)
		case !found && list.of == is:
			*list.ids = slices.Insert(*list.ids, n, id)
		}
	}
}

func setReview(b *briefing.Briefing, states map[string]ReviewState) {
	b.Review.Seen, b.Review.Dropped, b.Review.Accepted = nil, nil, nil
	for id, is := range states {
		switch is {
		case Seen:
			b.Review.Seen = append(b.Review.Seen, id)
		case Dropped:
			b.Review.Dropped = append(b.Review.Dropped, id)
		case Accepted:
			b.Review.Accepted = append(b.Review.Accepted, id)
		}
	}
	for _, list := range [][]string{b.Review.Seen, b.Review.Dropped, b.Review.Accepted} {
		slices.SortFunc(list, strings.Compare)
	}
}

func reviewOf(r briefing.Review) map[string]ReviewState {
	out := map[string]ReviewState{}
	for _, list := range []struct {
		ids []string
		is  ReviewState
	}{{r.Seen, Seen}, {r.Dropped, Dropped}, {r.Accepted, Accepted}} {
		for _, id := range list.ids {
			out[id] = list.is
		}
	}
	return out
}

// decided returns the IDs that stand in other lists of b than of a, or in none.
func decided(a, b briefing.Review) (ids []string) {
	was, is := reviewOf(a), reviewOf(b)
	for id, how := range was {
		if is[id] != how {
			ids = append(ids, id)
		}
	}
	for id := range is {
		if was[id] == Untouched {
			ids = append(ids, id)
		}
	}
	return ids
}
