package session

import (
	"slices"
	"strings"

	"briefline/app/briefing"
)

// ApplyRepairs does again, on a fresh draft, what a person once corrected, in
// order, and returns the result with the repairs that found something to do. The
// draft stays as it is. A repair is left out when its name is nobody's or that of
// several, or when its result would not be sound: a namesake in another story is
// not brought in.
func ApplyRepairs(b *briefing.Briefing, repairs []briefing.Repair) (*briefing.Briefing, []briefing.Repair) {
	var done []briefing.Repair
	faults := b.Validate()
	for _, r := range repairs {
		if named(b, r.Name, r.Was, false) == nil && (r.Kind != briefing.RepairSplit || named(b, r.Target, r.Was, false) == nil) {
			continue // most of what a library remembers
		}
		c := b.Clone()
		if !applyRepair(c, r) {
			continue
		}
		has := c.Validate()
		if newFaults(b, faults, c, has) == nil && !compare(b, c).empty() {
			b, faults, done = c, has, append(done, r)
		}
	}
	return b, done
}

func applyRepair(b *briefing.Briefing, r briefing.Repair) bool {
	if r.Kind == briefing.RepairSplit {
		return splitAgain(b, r)
	}
	p := named(b, r.Name, r.Was, false)
	if p == nil {
		return false
	}
	switch r.Kind {
	case briefing.RepairMerge:
		to := named(b, r.Target, "", true)
		return to != nil && to.ID != p.ID && merge(b, to.ID, p.ID) == nil
	case briefing.RepairRename:
		if r.Target == "" || named(b, r.Target, "", false) != nil {
			return false // the name is taken: these may be two
		}
		rename(p, r.Target)
		return true
	case briefing.RepairKindOf:
		p.Kind = briefing.ParticipantKind(r.Target)
		settle(b, p.ID)
		return true
	case briefing.RepairNotPerson:
		id := p.ID
		if remove(b, id) != nil {
			return false
		}
		mark(b, id, Untouched) // the person never saw it in this draft
		return true
	}
	return false
}

// splitAgain takes the mentions that have the name out of the participant that a
// draft has put them to.
func splitAgain(b *briefing.Briefing, r briefing.Repair) bool {
	p := named(b, r.Target, r.Was, false)
	if p == nil || named(b, r.Name, "", false) != nil {
		return false
	}
	var mentions []int
	for i, a := range p.Evidence {
		if strings.EqualFold(spaced(a.Exact), spaced(r.Name)) {
			mentions = append(mentions, i)
		}
	}
	return split(b, p.ID, mentions, r.Name, newID(b, "participant")) == nil
}

// named returns the one participant of this name and kind; an empty kind is any.
// With aliases, one that is called so counts when none has the name itself. It
// is nil if there is none, or more than one.
func named(b *briefing.Briefing, name string, kind briefing.ParticipantKind, aliases bool) *briefing.Participant {
	same := func(s string) bool { return strings.EqualFold(spaced(s), spaced(name)) }
	for _, is := range []func(*briefing.Participant) bool{
		func(p *briefing.Participant) bool { return same(p.Name) },
		func(p *briefing.Participant) bool { return aliases && slices.ContainsFunc(p.Aliases, same) },
	} {
		var found *briefing.Participant
		for i := range b.Participants {
			p := &b.Participants[i]
			if kind != "" && p.Kind != kind || !is(p) {
				continue
			}
			if found != nil {
				return nil
			}
			found = p
		}
		if found != nil {
			return found
		}
	}
	return nil
}
