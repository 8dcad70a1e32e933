package session

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"briefline/app/briefing"
	"briefline/app/edtf"
)

// dice throws edits.
type dice struct{ *rand.Rand }

func oneOf[T any](d dice, list ...T) T { return list[d.IntN(len(list))] }

// id is that of some item, now and then of none.
func (d dice) id(b *briefing.Briefing, from ...int) string {
	var all []string
	add := func(kind int, id string) {
		if len(from) == 0 || slices.Contains(from, kind) {
			all = append(all, id)
		}
	}
	add(0, b.Title.ID)
	add(0, b.BottomLine.ID)
	for _, x := range b.KeyPoints {
		add(0, x.ID)
	}
	for _, x := range b.Events {
		add(1, x.ID)
	}
	for _, x := range b.Participants {
		add(2, x.ID)
	}
	for _, x := range b.Statements {
		add(3, x.ID)
	}
	for _, x := range b.Checks {
		add(4, x.ID)
	}
	for _, x := range b.Notes {
		add(5, x.ID)
	}
	for _, x := range b.Sources {
		add(6, x.ID)
	}
	if len(all) == 0 || d.IntN(20) == 0 {
		return "nothing"
	}
	return oneOf(d, all...)
}

func (d dice) ids(b *briefing.Briefing, from int) (ids []string) {
	for range d.IntN(4) {
		ids = append(ids, d.id(b, from))
	}
	return ids
}

func (d dice) words() string {
	return oneOf(d, "New words", " spaced  words ", "", "Iran", "слова, کلمات", fmt.Sprint("Words ", d.IntN(1000)), "\xff")
}

func (d dice) date() edtf.Date {
	return edtf.MustParse(oneOf(d, "2016", "2016-05~", "[2016..]", "199X", "2024-05-12/2024-05-14", "-0043", "2016-21?"))
}

func (d dice) selection(b *briefing.Briefing) Selection {
	src := oneOf(d, b.Sources...)
	from := d.IntN(len(src.Text)+20) - 10
	return Selection{oneOf(d, src.ID, src.ID, src.ID, "nothing"), briefing.Span{Start: from, End: from + d.IntN(80) - 5}}
}

func (d dice) ground(b *briefing.Briefing) Ground {
	g := Ground{Basis: oneOf(d, briefing.BasisStated, briefing.BasisInferred, briefing.BasisAdded, "", "wrong"), Note: oneOf(d, "", "Why.", "Why.")}
	if d.IntN(2) == 0 {
		if a, err := d.selection(b).anchor(b); err == nil {
			g.Evidence = []briefing.Anchor{a}
		}
	}
	return g
}

// text is the text of a source with something corrected.
func (d dice) text(src briefing.Source) string {
	t := []rune(src.Text)
	from := d.IntN(len(t))
	to := min(len(t), from+d.IntN(30))
	return string(t[:from]) + oneOf(d, "", "x", "A new sentence. ", "ж") + string(t[to:])
}

// kinds of participants, and one that is none.
var someKinds = []briefing.ParticipantKind{"person", "organisation", "state", "place", "group", "wrong"}

// edits are all edits of the package.
var edits = map[string]func(dice, *Session, *briefing.Briefing) error{
	"SetText":       func(d dice, s *Session, b *briefing.Briefing) error { return SetText(s, d.id(b), d.words()) },
	"SetGround":     func(d dice, s *Session, b *briefing.Briefing) error { return SetGround(s, d.id(b), d.ground(b)) },
	"SetRemark":     func(d dice, s *Session, b *briefing.Briefing) error { return SetRemark(s, d.id(b), d.words()) },
	"AddEvidence":   func(d dice, s *Session, b *briefing.Briefing) error { return AddEvidence(s, d.id(b), d.selection(b)) },
	"Delete":        func(d dice, s *Session, b *briefing.Briefing) error { return Delete(s, d.id(b)) },
	"Reorder":       func(d dice, s *Session, b *briefing.Briefing) error { return Reorder(s, d.id(b), d.IntN(8)-2) },
	"SetStress":     func(d dice, s *Session, b *briefing.Briefing) error { return SetStress(s, d.id(b, 0), d.words()) },
	"SetMarking":    func(d dice, s *Session, b *briefing.Briefing) error { return SetMarking(s, d.words()) },
	"ResolveCheck":  func(d dice, s *Session, b *briefing.Briefing) error { return ResolveCheck(s, d.id(b, 4), d.words()) },
	"ReopenCheck":   func(d dice, s *Session, b *briefing.Briefing) error { return ReopenCheck(s, d.id(b, 4)) },
	"SetSpeaker":    func(d dice, s *Session, b *briefing.Briefing) error { return SetSpeaker(s, d.id(b, 3), d.id(b, 2)) },
	"SetAddressee":  func(d dice, s *Session, b *briefing.Briefing) error { return SetAddressee(s, d.id(b, 3), d.id(b, 2)) },
	"SetDirect":     func(d dice, s *Session, b *briefing.Briefing) error { return SetDirect(s, d.id(b, 3), d.IntN(2) == 0) },
	"Accept":        func(d dice, s *Session, b *briefing.Briefing) error { return Accept(s, d.id(b)) },
	"Look":          func(d dice, s *Session, b *briefing.Briefing) error { return Look(s, d.id(b)) },
	"Reconsider":    func(d dice, s *Session, b *briefing.Briefing) error { return Reconsider(s, d.id(b)) },
	"Drop":          func(d dice, s *Session, b *briefing.Briefing) error { return Drop(s, d.id(b)) },
	"AcceptAllLeft": func(d dice, s *Session, b *briefing.Briefing) error { return AcceptAllLeft(s) },
	"Finish":        func(d dice, s *Session, b *briefing.Briefing) error { return Finish(s) },
	"ReopenReview":  func(d dice, s *Session, b *briefing.Briefing) error { return ReopenReview(s) },
	"RemoveEvidence": func(d dice, s *Session, b *briefing.Briefing) error {
		return RemoveEvidence(s, d.id(b), d.IntN(4)-1)
	},
	"AddKeyPoint": func(d dice, s *Session, b *briefing.Briefing) error {
		_, err := AddKeyPoint(s, d.IntN(6)-1, d.words(), d.ground(b))
		return err
	},
	"SetBottomLine": func(d dice, s *Session, b *briefing.Briefing) error {
		_, err := SetBottomLine(s, d.words(), d.ground(b))
		return err
	},
	"AddNote": func(d dice, s *Session, b *briefing.Briefing) error {
		_, err := AddNote(s, d.words(), d.ground(b).Evidence)
		return err
	},
	"NewEvent": func(d dice, s *Session, b *briefing.Briefing) error {
		_, err := NewEvent(s, d.words(), d.ground(b))
		return err
	},
	"NewEventFrom": func(d dice, s *Session, b *briefing.Briefing) error {
		_, err := NewEventFrom(s, d.selection(b))
		return err
	},
	"SetEventDate": func(d dice, s *Session, b *briefing.Briefing) error {
		return SetEventDate(s, d.id(b, 1), oneOf(d, d.date(), edtf.Date{}), d.ground(b))
	},
	"MoveEvent": func(d dice, s *Session, b *briefing.Briefing) error {
		return MoveEvent(s, d.id(b, 1), d.date(), d.words())
	},
	"AddAlternative": func(d dice, s *Session, b *briefing.Briefing) error {
		g := d.ground(b)
		return AddAlternative(s, d.id(b, 1), briefing.Dating{EDTF: d.date(), Basis: g.Basis, Note: g.Note, Evidence: g.Evidence})
	},
	"RemoveAlternative": func(d dice, s *Session, b *briefing.Briefing) error {
		return RemoveAlternative(s, oneOf(d, "meeting", d.id(b, 1)), d.IntN(3)-1)
	},
	"UseAlternative": func(d dice, s *Session, b *briefing.Briefing) error {
		return UseAlternative(s, d.id(b, 1), d.IntN(3)-1)
	},
	"MergeEvents": func(d dice, s *Session, b *briefing.Briefing) error { return MergeEvents(s, d.id(b, 1), d.id(b, 1)) },
	"SplitEvent": func(d dice, s *Session, b *briefing.Briefing) error {
		_, err := SplitEvent(s, d.id(b, 1), d.IntN(3)-1)
		return err
	},
	"Choose": func(d dice, s *Session, b *briefing.Briefing) error {
		return Choose(s, d.id(b, 4), d.IntN(3), d.words())
	},
	"AddRelation": func(d dice, s *Session, b *briefing.Briefing) error {
		kind := oneOf(d, briefing.RelationBefore, briefing.RelationAfter, briefing.RelationSince, briefing.RelationDuring, briefing.RelationSameAs, "wrong")
		return AddRelation(s, d.id(b, 1), briefing.Relation{Kind: kind, Event: d.id(b, 1)})
	},
	"RemoveRelation": func(d dice, s *Session, b *briefing.Briefing) error {
		return RemoveRelation(s, d.id(b, 1), d.IntN(3)-1)
	},
	"SetEventParticipants": func(d dice, s *Session, b *briefing.Briefing) error {
		return SetEventParticipants(s, d.id(b, 1), d.ids(b, 2))
	},
	"SetEventPlaces": func(d dice, s *Session, b *briefing.Briefing) error {
		return SetEventPlaces(s, d.id(b, 1), d.ids(b, 2))
	},
	"SetEventStatements": func(d dice, s *Session, b *briefing.Briefing) error {
		return SetEventStatements(s, d.id(b, 1), d.ids(b, 3))
	},
	"NewStatement": func(d dice, s *Session, b *briefing.Briefing) error {
		g := d.ground(b)
		_, err := NewStatement(s, briefing.Statement{Speaker: d.id(b, 2), Words: d.words(), Basis: g.Basis, Note: g.Note, Evidence: g.Evidence})
		return err
	},
	"NewStatementFrom": func(d dice, s *Session, b *briefing.Briefing) error {
		_, err := NewStatementFrom(s, d.selection(b), d.id(b, 2), "")
		return err
	},
	"SetStatementKind": func(d dice, s *Session, b *briefing.Briefing) error {
		return SetStatementKind(s, d.id(b, 3), oneOf(d, briefing.StatementClaim, briefing.StatementDenial, "wrong"))
	},
	"NewParticipant": func(d dice, s *Session, b *briefing.Briefing) error {
		_, err := NewParticipant(s, oneOf(d, someKinds...), d.words(), d.ground(b))
		return err
	},
	"NewParticipantFrom": func(d dice, s *Session, b *briefing.Briefing) error {
		_, err := NewParticipantFrom(s, d.selection(b), oneOf(d, someKinds...))
		return err
	},
	"MergeParticipants": func(d dice, s *Session, b *briefing.Briefing) error {
		_, err := MergeParticipants(s, d.id(b, 2), d.id(b, 2))
		return err
	},
	"SplitParticipant": func(d dice, s *Session, b *briefing.Briefing) error {
		_, _, err := SplitParticipant(s, d.id(b, 2), []int{d.IntN(3), d.IntN(5) - 1}, d.words())
		return err
	},
	"RenameParticipant": func(d dice, s *Session, b *briefing.Briefing) error {
		_, err := RenameParticipant(s, d.id(b, 2), d.words())
		return err
	},
	"SetParticipantKind": func(d dice, s *Session, b *briefing.Briefing) error {
		_, err := SetParticipantKind(s, d.id(b, 2), oneOf(d, someKinds...))
		return err
	},
	"DropParticipant": func(d dice, s *Session, b *briefing.Briefing) error {
		_, err := DropParticipant(s, d.id(b, 2))
		return err
	},
	"SetRole": func(d dice, s *Session, b *briefing.Briefing) error {
		return SetRole(s, d.id(b, 2), d.words(), d.ground(b).Basis, oneOf(d, "", "Why."))
	},
	"SetAffiliation": func(d dice, s *Session, b *briefing.Briefing) error {
		return SetAffiliation(s, d.id(b, 2), oneOf(d, d.id(b, 2), ""))
	},
	"SetSide": func(d dice, s *Session, b *briefing.Briefing) error {
		id := d.id(b, 2)
		return SetSide(s, id, oneOf(d, d.id(b, 2), id, ""))
	},
	"SetAliases": func(d dice, s *Session, b *briefing.Briefing) error {
		return SetAliases(s, d.id(b, 2), []string{d.words(), d.words()})
	},
	"SetNames": func(d dice, s *Session, b *briefing.Briefing) error {
		g := d.ground(b)
		return SetNames(s, d.id(b, 2), []briefing.Name{{Text: d.words(), Script: "Arab", Basis: g.Basis, Note: g.Note}})
	},
	"SetSourceField": func(d dice, s *Session, b *briefing.Briefing) error {
		return SetSourceField(s, d.id(b, 6), oneOf(d, FieldHeadline, FieldPlace, "wrong"), d.words())
	},
	"SetPublished": func(d dice, s *Session, b *briefing.Briefing) error {
		return SetPublished(s, d.id(b, 6), oneOf(d, d.date(), edtf.Date{}), d.ground(b))
	},
	"SetSourceText": func(d dice, s *Session, b *briefing.Briefing) error {
		_, err := SetSourceText(s, d.id(b, 6), d.text(oneOf(d, b.Sources...)), "Lost.")
		return err
	},
}

// After any sequence of edits the briefing is sound and reads back as it was
// written; each step names only what it changed; undo and redo bring back each
// briefing exactly, also through a history that was kept and restored.
func TestLaws(t *testing.T) {
	if testing.Short() {
		t.Skip("long: left out of -short")
	}
	names := make([]string, 0, len(edits))
	for name := range edits {
		names = append(names, name)
	}
	slices.Sort(names) // a map has no order, and the dice must find one
	did := map[string]int{}
	for seed := range uint64(3) {
		d := dice{rand.New(rand.NewPCG(seed, 5))}
		b := bundled(t)
		if seed%2 == 0 {
			b.Status = briefing.StatusDraft
		} else {
			b.BottomLine = briefing.Line{}
		}
		s := New(b)
		states := []*briefing.Briefing{b}
		files := []string{file(t, b)}
		var last Change
		s.OnChange(func(c Change) { last = c })
		d.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
		// All edits twice over in any order, each tried until it does something.
		for n := range 2 * 6 * len(names) {
			name := names[n/6%len(names)]
			if n%6 > 0 && last.After != nil {
				continue
			}
			last = Change{}
			before := s.Briefing()
			err := edits[name](d, s, before)
			if e := (*Error)(nil); err != nil && !errors.As(err, &e) {
				t.Fatalf("seed %d: %s: error %v, want an *Error", seed, name, err)
			}
			if (last.After != nil) != (s.Briefing() != before) || err != nil && last.After != nil {
				t.Fatalf("seed %d: %s: notice without a change, or the other way about: %v", seed, name, err)
			}
			if last.After == nil {
				continue
			}
			did[name]++
			if faults := s.Briefing().Validate(); faults != nil {
				t.Fatalf("seed %d: %s leaves %v", seed, name, faults)
			}
			if len(last.IDs) == 0 || !slices.IsSorted(last.IDs) {
				t.Fatalf("seed %d: %s changes the items %q", seed, name, last.IDs)
			}
			states, files = append(states, s.Briefing()), append(files, file(t, s.Briefing()))
			same(t, name, mustRead(t, []byte(files[len(files)-1])), s.Briefing())
		}
		for i := range states {
			if file(t, states[i]) != files[i] {
				t.Fatalf("seed %d: a briefing that was handed out changed", seed)
			}
		}
		kept := pack(t, s)
		again := New(mustRead(t, []byte(files[len(files)-1])))
		must(t, again.Restore(kept))
		for _, s := range []*Session{s, again} {
			where := len(states) - 1
			for range 60 { // back and forth, then all the way
				if d.IntN(2) == 0 {
					if s.Undo() {
						where--
					}
				} else if s.Redo() {
					where++
				}
				if d.IntN(4) > 0 {
					continue // writing takes most of the time
				}
				if got := file(t, s.Briefing()); got != files[where] {
					same(t, fmt.Sprintf("seed %d, state %d", seed, where), s.Briefing(), states[where])
				}
			}
			for s.Undo() {
				where--
				if d.IntN(4) > 0 {
					continue // writing takes most of the time
				}
				if got := file(t, s.Briefing()); got != files[where] {
					same(t, fmt.Sprintf("seed %d, state %d", seed, where), s.Briefing(), states[where])
				}
			}
			if where != 0 {
				t.Fatalf("seed %d: all undone at state %d, want 0", seed, where)
			}
			for s.Redo() {
			}
			if got := file(t, s.Briefing()); got != files[len(files)-1] {
				t.Fatalf("seed %d: all redone is not the last briefing", seed)
			}
		}
		var out bytes.Buffer
		must(t, s.Briefing().Write(&out))
	}
	for _, name := range names {
		if did[name] == 0 {
			t.Errorf("%s never did anything", name)
		}
	}
}
