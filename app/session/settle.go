package session

import (
	"slices"

	"briefline/app/briefing"
)

// takesPart, isPlace and hasMembers say what a participant of a kind can be for
// others; see [briefing.Briefing.Validate].
func takesPart(k briefing.ParticipantKind) bool { return k != briefing.KindPlace }

func isPlace(k briefing.ParticipantKind) bool {
	return k == briefing.KindPlace || k == briefing.KindState
}

func hasMembers(k briefing.ParticipantKind) bool {
	return k == briefing.KindOrganisation || k == briefing.KindState || k == briefing.KindGroup
}

// settle sets right what points at items that an edit took away, or at
// participants that it made another kind. A reference to nothing goes; a
// participant of an event that became a place is where the event was, and the
// other way about. What points elsewhere is not looked at.
func settle(b *briefing.Briefing, changed ...string) {
	is := func(id string) bool { return slices.Contains(changed, id) }
	kinds := map[string]*briefing.Participant{}
	for i := range b.Participants {
		if p := &b.Participants[i]; is(p.ID) {
			kinds[p.ID] = p
		}
	}
	bad := func(id string, can func(briefing.ParticipantKind) bool) bool {
		return is(id) && (kinds[id] == nil || !can(kinds[id].Kind))
	}
	lost := func(id string) bool { return is(id) && kinds[id] == nil }

	for i := range b.Participants {
		p := &b.Participants[i]
		if bad(p.Affiliation, hasMembers) || p.Affiliation == p.ID {
			p.Affiliation = ""
		}
	}
	// First the sides themselves, then who belongs to them.
	for _, p := range kinds {
		if p.Side == p.ID && !hasMembers(p.Kind) {
			p.Side = ""
		}
	}
	for i := range b.Participants {
		p := &b.Participants[i]
		if bad(p.Side, hasMembers) || is(p.Side) && kinds[p.Side].Side != p.Side {
			p.Side = ""
		}
	}
	for e := range b.AllEvents() {
		e.Relations = slices.DeleteFunc(e.Relations, func(r briefing.Relation) bool {
			return is(r.Event) && b.EventByID(r.Event) == nil
		})
		e.Statements = slices.DeleteFunc(e.Statements, func(id string) bool {
			return is(id) && b.StatementByID(id) == nil
		})
		toPlaces := moved(&e.Participants, lost, func(id string) bool { return bad(id, takesPart) })
		toParticipants := moved(&e.Places, lost, func(id string) bool { return bad(id, isPlace) })
		e.Places = joinIDs(e.Places, toPlaces)
		e.Participants = joinIDs(e.Participants, toParticipants)
	}
	for i := range b.Figures {
		for k := range b.Figures[i].Values {
			if v := &b.Figures[i].Values[k]; bad(v.Speaker, takesPart) {
				v.Speaker = ""
			}
		}
	}
	for i := range b.Statements {
		s := &b.Statements[i]
		if bad(s.Speaker, takesPart) {
			s.Speaker = ""
		}
		if bad(s.Addressee, takesPart) || s.Addressee == s.Speaker && is(s.Speaker) {
			s.Addressee = ""
		}
	}
}

// moved takes out of ids what is lost or bad, and returns what is bad only.
func moved(ids *[]string, lost, bad func(string) bool) (out []string) {
	*ids = slices.DeleteFunc(*ids, func(id string) bool {
		if lost(id) {
			return true
		}
		if bad(id) {
			out = append(out, id)
			return true
		}
		return false
	})
	return out
}

// joinIDs returns a with what of b it does not have.
func joinIDs(a, b []string) []string {
	for _, id := range b {
		if !slices.Contains(a, id) {
			a = append(a, id)
		}
	}
	return a
}

// redirect has everything that points at participant from point at to.
func redirect(b *briefing.Briefing, from, to string) {
	swap := func(id *string) {
		if *id == from {
			*id = to
		}
	}
	list := func(ids *[]string) {
		if slices.Contains(*ids, from) {
			for i := range *ids {
				swap(&(*ids)[i])
			}
			*ids = joinIDs(nil, *ids)
		}
	}
	for e := range b.AllEvents() {
		list(&e.Participants)
		list(&e.Places)
	}
	for i := range b.Figures {
		for k := range b.Figures[i].Values {
			swap(&b.Figures[i].Values[k].Speaker)
		}
	}
	for i := range b.Participants {
		swap(&b.Participants[i].Affiliation)
		swap(&b.Participants[i].Side)
	}
	for i := range b.Statements {
		swap(&b.Statements[i].Speaker)
		swap(&b.Statements[i].Addressee)
	}
}
