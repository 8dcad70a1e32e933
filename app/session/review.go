package session

import (
	"briefline/app/briefing"
)

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

// ReviewState is what a person has done with an item of a draft.
type ReviewState int

// The states. Untouched was never looked at.
const (
	Untouched ReviewState = iota
	Seen
	Accepted
	Dropped
)

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
