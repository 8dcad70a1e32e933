package session

import (
	"slices"
	"strings"

	"briefline/app/briefing"
)

func editStatement(s *Session, message, id string, edit func(*briefing.Statement)) error {
	return s.Do(step(message), func(b *briefing.Briefing) error {
		st, err := statement(b, id)
		if err != nil {
			return err
		}
		edit(st)
		return touch(b, id, nil)
	})
}

// NewStatement adds a statement at the end of the list and returns its ID; the ID
// of st does not count. An empty kind is a claim.
func NewStatement(s *Session, st briefing.Statement) (id string, err error) {
	return add(s, step("statement-add"), "statement", func(b *briefing.Briefing, id string) error {
		st.ID, st.Words, st.Note, st.Evidence = id, strings.TrimSpace(st.Words), strings.TrimSpace(st.Note), slices.Clone(st.Evidence)
		if st.Kind == "" {
			st.Kind = briefing.StatementClaim
		}
		b.Statements = append(b.Statements, st)
		return nil
	})
}

// SetSpeaker sets who says it, by participant ID; "" when the source names nobody.
// Someone who was spoken to is not any more when he speaks.
func SetSpeaker(s *Session, id, speaker string) error {
	return editStatement(s, "speaker", id, func(st *briefing.Statement) {
		st.Speaker = speaker
		if st.Addressee == speaker {
			st.Addressee = ""
		}
	})
}

// SetAddressee sets to whom it is said, by participant ID; "" for nobody named.
func SetAddressee(s *Session, id, addressee string) error {
	return editStatement(s, "addressee", id, func(st *briefing.Statement) { st.Addressee = addressee })
}

// SetStatementKind sets what the speaker does with the words.
func SetStatementKind(s *Session, id string, kind briefing.StatementKind) error {
	return editStatement(s, "statement-kind", id, func(st *briefing.Statement) { st.Kind = kind })
}

// SetDirect sets whether the source quotes the words as they were spoken.
func SetDirect(s *Session, id string, direct bool) error {
	return editStatement(s, "statement-direct", id, func(st *briefing.Statement) { st.Direct = direct })
}
