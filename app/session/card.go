package session

import (
	"slices"
	"strings"

	"briefline/app/briefing"
)

// line makes a line of the card.
func line(id, text string, g Ground) briefing.Line {
	return briefing.Line{ID: id, Text: strings.TrimSpace(text), Basis: g.Basis,
		Note: strings.TrimSpace(g.Note), Evidence: slices.Clone(g.Evidence)}
}

// AddKeyPoint adds a key point before the n-th, from 0, or at the end, and
// returns its ID.
func AddKeyPoint(s *Session, n int, text string, g Ground) (id string, err error) {
	return add(s, step("key-point-add"), "key-point", func(b *briefing.Briefing, id string) error {
		n = max(0, min(n, len(b.KeyPoints)))
		b.KeyPoints = slices.Insert(b.KeyPoints, n, line(id, text, g))
		return nil
	})
}

// SetBottomLine sets the bottom line of a briefing that has none, and returns its
// ID. Where there is one, [SetText] edits it.
func SetBottomLine(s *Session, text string, g Ground) (id string, err error) {
	return add(s, step("bottom-line-text"), "bottom-line", func(b *briefing.Briefing, id string) error {
		if b.BottomLine.Text != "" {
			return refuse("bottom-line-there")
		}
		b.BottomLine = line(id, text, g)
		return nil
	})
}

// SetStress sets the words of a line that stand bold; "" for none.
func SetStress(s *Session, id, words string) error {
	return s.Do(step("stress"), func(b *briefing.Briefing) error {
		it, err := find(b, id)
		if err != nil {
			return err
		}
		if it.line == nil || !strings.Contains(it.line.Text, words) {
			return refuse("stress")
		}
		it.line.Stress = words
		return nil
	})
}

// SetMarking sets the marking of the briefing, such as "For internal use".
func SetMarking(s *Session, text string) error {
	return s.Do(step("marking"), func(b *briefing.Briefing) error {
		b.Marking = strings.TrimSpace(text)
		return nil
	})
}

// AddNote adds a note of the editor's and returns its ID; evidence may be nil.
func AddNote(s *Session, text string, evidence []briefing.Anchor) (id string, err error) {
	return add(s, step("note-add"), "note", func(b *briefing.Briefing, id string) error {
		b.Notes = append(b.Notes, briefing.Note{ID: id, Text: strings.TrimSpace(text), Evidence: slices.Clone(evidence)})
		return nil
	})
}

// ResolveCheck settles a check, with a word on how.
func ResolveCheck(s *Session, id, how string) error {
	how = strings.TrimSpace(how)
	if how == "" {
		return refuse("resolution")
	}
	return setResolution(s, step("check-resolve"), id, how)
}

// ReopenCheck makes a check open again.
func ReopenCheck(s *Session, id string) error { return setResolution(s, step("check-reopen"), id, "") }

func setResolution(s *Session, name Step, id, how string) error {
	return s.Do(name, func(b *briefing.Briefing) error {
		it, err := find(b, id)
		if err != nil {
			return err
		}
		if it.check == nil {
			return gone(id)
		}
		it.check.Resolution = how
		return touch(b, id, nil)
	})
}
