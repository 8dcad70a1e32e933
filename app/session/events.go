package session

import (
	"slices"
	"strings"

	"briefline/app/briefing"
	"briefline/app/edtf"
)

// editEvent does an edit of one event.
func editEvent(s *Session, message, id string, edit func(*briefing.Event) error) error {
	return s.Do(step(message), func(b *briefing.Briefing) error {
		e, err := event(b, id)
		if err != nil {
			return err
		}
		return touch(b, id, edit(e))
	})
}

// NewEvent adds an event without a date at the end of the list, and returns its ID.
func NewEvent(s *Session, title string, g Ground) (id string, err error) {
	return add(s, step("event-add"), "event", func(b *briefing.Briefing, id string) error {
		b.Events = append(b.Events, briefing.Event{ID: id, Title: strings.TrimSpace(title), Basis: g.Basis,
			Note: strings.TrimSpace(g.Note), Evidence: slices.Clone(g.Evidence)})
		return nil
	})
}

// SetEventDate sets the date of an event; the zero date is none. Words and
// evidence of the source stay, as what the date stands for; how those words were
// resolved goes, since that is not where this date comes from. A ground without a
// basis is the editor's own word, which needs a note.
func SetEventDate(s *Session, id string, d edtf.Date, g Ground) error {
	return setEventDate(s, "event-date", id, d, g)
}

// MoveEvent is [SetEventDate] for an event that was dragged along the timeline.
// The note says why it stands where it does.
func MoveEvent(s *Session, id string, d edtf.Date, note string) error {
	return setEventDate(s, "event-move", id, d, Ground{Basis: briefing.BasisAdded, Note: note})
}

func setEventDate(s *Session, message, id string, d edtf.Date, g Ground) error {
	return editEvent(s, message, id, func(e *briefing.Event) error {
		setDate(&e.Date, d, g)
		return nil
	})
}

func setDate(to *briefing.Dating, d edtf.Date, g Ground) {
	if d.IsZero() {
		to.EDTF, to.Against, to.Rule, to.Basis, to.Note = d, "", "", "", ""
		if to.Timex == "" && to.Words == "" {
			to.Evidence = nil
		}
		return
	}
	if to.EDTF != d {
		to.Timex, to.Against, to.Rule = "", "", ""
	}
	to.EDTF, to.Basis, to.Note = d, g.Basis, strings.TrimSpace(g.Note)
	if g.Basis == "" {
		to.Basis = briefing.BasisAdded
	}
	if g.Evidence != nil {
		to.Evidence = slices.Clone(g.Evidence)
	}
}

// AddAlternative adds another date that the source gives for an event.
func AddAlternative(s *Session, id string, d briefing.Dating) error {
	return editEvent(s, "alternative-add", id, func(e *briefing.Event) error {
		d.Evidence = slices.Clone(d.Evidence)
		e.Alternatives = append(e.Alternatives, d)
		return nil
	})
}

// RemoveAlternative takes away the n-th alternative, from 0.
func RemoveAlternative(s *Session, id string, n int) error {
	return editEvent(s, "alternative-remove", id, func(e *briefing.Event) error {
		if n < 0 || n >= len(e.Alternatives) {
			return gone(id)
		}
		e.Alternatives = slices.Delete(e.Alternatives, n, n+1)
		return nil
	})
}

// UseAlternative makes the n-th alternative, from 0, the date of the event; the
// date that it had, if any, becomes an alternative in its place.
func UseAlternative(s *Session, id string, n int) error {
	return editEvent(s, "alternative-use", id, func(e *briefing.Event) error {
		if n < 0 || n >= len(e.Alternatives) {
			return gone(id)
		}
		e.Date, e.Alternatives[n] = e.Alternatives[n], e.Date
		if was := e.Alternatives[n]; was.EDTF.IsZero() && was.Timex == "" {
			e.Alternatives = slices.Delete(e.Alternatives, n, n+1)
		}
		return nil
	})
}

// AddRelation orders an event against another: "this event is KIND that one".
// An order that contradicts the others is refused.
func AddRelation(s *Session, id string, r briefing.Relation) error {
	return editEvent(s, "relation-add", id, func(e *briefing.Event) error {
		same := func(x briefing.Relation) bool { return x.Kind == r.Kind && x.Event == r.Event }
		if !slices.ContainsFunc(e.Relations, same) {
			r.Evidence = slices.Clone(r.Evidence)
			e.Relations = append(e.Relations, r)
		}
		return nil
	})
}

// RemoveRelation takes away the n-th relation, from 0.
func RemoveRelation(s *Session, id string, n int) error {
	return editEvent(s, "relation-remove", id, func(e *briefing.Event) error {
		if n < 0 || n >= len(e.Relations) {
			return gone(id)
		}
		e.Relations = slices.Delete(e.Relations, n, n+1)
		return nil
	})
}

// SetEventParticipants sets who took part, by participant ID.
func SetEventParticipants(s *Session, id string, participants []string) error {
	return editEvent(s, "event-participants", id, func(e *briefing.Event) error {
		e.Participants = joinIDs(nil, participants)
		return nil
	})
}

// SetEventPlaces sets where it was, by participant ID.
func SetEventPlaces(s *Session, id string, places []string) error {
	return editEvent(s, "event-places", id, func(e *briefing.Event) error {
		e.Places = joinIDs(nil, places)
		return nil
	})
}

// SetEventStatements sets the statements that alone report the event; none says
// that the source reports it itself.
func SetEventStatements(s *Session, id string, statements []string) error {
	return editEvent(s, "event-statements", id, func(e *briefing.Event) error {
		e.Statements = joinIDs(nil, statements)
		return nil
	})
}
