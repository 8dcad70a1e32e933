package session

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefline/app/briefing"
)

// Selection is what a person selected in the text of a source.
type Selection struct {
	Source string
	briefing.Span
}

// anchor returns the evidence that the selection is: without the white space
// around it, widened to whole characters.
func (sel Selection) anchor(b *briefing.Briefing) (briefing.Anchor, error) {
	src, err := source(b, sel.Source)
	if err != nil {
		return briefing.Anchor{}, err
	}
	text, from, to := src.Text, max(0, sel.Start), min(len(src.Text), sel.End)
	for from > 0 && from < len(text) && !utf8.RuneStart(text[from]) {
		from--
	}
	for to > 0 && to < len(text) && !utf8.RuneStart(text[to]) {
		to++
	}
	if from < to {
		from += len(text[from:to]) - len(strings.TrimLeftFunc(text[from:to], unicode.IsSpace))
		to = from + len(strings.TrimRightFunc(text[from:to], unicode.IsSpace))
	}
	if from >= to {
		return briefing.Anchor{}, refuse("nothing-selected")
	}
	return briefing.NewAnchor(src, from, to), nil
}

// NewEventFrom makes an event of selected words and returns its ID. They are its
// evidence, and its title until that is edited. It comes last in the list.
func NewEventFrom(s *Session, sel Selection) (id string, err error) {
	a, err := sel.anchor(s.Briefing())
	if err != nil {
		return "", err
	}
	return NewEvent(s, spaced(a.Exact), Ground{Basis: briefing.BasisStated, Evidence: []briefing.Anchor{a}})
}

// NewParticipantFrom makes a participant of a selected mention and returns its
// ID; the words are its name.
func NewParticipantFrom(s *Session, sel Selection, kind briefing.ParticipantKind) (id string, err error) {
	a, err := sel.anchor(s.Briefing())
	if err != nil {
		return "", err
	}
	return NewParticipant(s, kind, spaced(a.Exact), Ground{Basis: briefing.BasisStated, Evidence: []briefing.Anchor{a}})
}

// NewStatementFrom makes a statement of selected words and returns its ID. It is
// a direct quote if quotation marks stand around the words in the source, inside
// the selection or just outside.
func NewStatementFrom(s *Session, sel Selection, speaker string, kind briefing.StatementKind) (id string, err error) {
	a, err := sel.anchor(s.Briefing())
	if err != nil {
		return "", err
	}
	words, direct := unquoted(a.Exact)
	if !direct {
		text := s.Briefing().SourceByID(sel.Source).Text
		before, _ := utf8.DecodeLastRuneInString(text[:a.Start])
		after, _ := utf8.DecodeRuneInString(text[a.End:])
		_, direct = unquoted(string(before) + words + string(after))
	}
	return NewStatement(s, briefing.Statement{
		Speaker: speaker, Kind: kind, Words: spaced(words), Direct: direct,
		Basis: briefing.BasisStated, Evidence: []briefing.Anchor{a},
	})
}

// unquoted takes a pair of quotation marks off and reports whether it was there.
func unquoted(s string) (string, bool) {
	for _, pair := range []string{"“”", "\"\"", "«»", "„“", "‘’", "「」"} {
		open, n := utf8.DecodeRuneInString(pair)
		if inner, ok := strings.CutPrefix(s, string(open)); ok {
			if inner, ok := strings.CutSuffix(inner, pair[n:]); ok && inner != "" {
				return inner, true
			}
		}
	}
	return s, false
}
