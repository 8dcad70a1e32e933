package cli

import (
	"slices"
	"strconv"
	"strings"

	"briefline/app/briefing"
	"briefline/app/timeline"
)

// plain sets one briefing as plain text.
type plain struct {
	page
	*call
	b *briefing.Briefing
}

// text returns the briefing as plain text, wrapped at textWidth: card, checks,
// timeline, participants, and the sentences that the S-numbers name.
func (c *call) text(b *briefing.Briefing) string {
	s := &plain{call: c, b: b}
	s.card()
	s.checks()
	s.timeline()
	s.participants()
	s.notes()
	s.sources()
	return printable(s.String())
}

func (s *plain) card() {
	if s.b.Marking != "" {
		s.line("", s.b.Marking)
	}
	s.line("", strings.Join(s.facts(), " · "))
	s.gap()
	s.line("", s.b.Title.Text, s.lineTail(s.b.Title)...)
	s.rule(s.b.Title.Text, "=")
	s.note("", s.b.Title.Note)
	if s.b.BottomLine.Text != "" {
		s.line("", s.b.BottomLine.Text, s.lineTail(s.b.BottomLine)...)
		s.note("", s.b.BottomLine.Note)
	}
	if len(s.b.KeyPoints) > 0 {
		s.gap()
	}
	for _, point := range s.b.KeyPoints {
		s.line("- ", point.Text, s.lineTail(point)...)
		s.note("  ", point.Note)
	}
}

// facts are what stands above the title: where the briefing comes from, and how
// far it is.
func (s *plain) facts() (facts []string) {
	words := 0
	for _, source := range s.b.Sources {
		words += len(fields(source.Text))
	}
	if len(s.b.Sources) == 1 {
		facts = s.provenance(s.b.Sources[0])
	}
	facts = append(facts, s.words.Text("cli.text.sources", "n", len(s.b.Sources)))
	if words > 0 {
		facts = append(facts, s.words.ReadingTime(words))
	}
	if s.b.Status == briefing.StatusReviewed {
		return append(facts, s.words.Text("cli.text.reviewed"))
	}
	return append(facts, s.words.Text("cli.text.draft"))
}

// provenance is who published a source, where and when.
func (s *plain) provenance(source briefing.Source) (facts []string) {
	for _, fact := range []string{source.Publisher, source.Place} {
		if fact != "" {
			facts = append(facts, fact)
		}
	}
	if source.Published.EDTF.IsZero() && source.Published.Timex == "" {
		return append(facts, s.words.Text("cli.text.unpublished"))
	}
	return append(facts, s.dateWords(source.Published))
}

func (s *plain) checks() {
	if len(s.b.Checks) == 0 {
		return
	}
	s.heading(s.words.Text("cli.text.checks", "n", len(s.b.Checks)))
	for _, check := range s.b.Checks {
		s.line("! ", check.Words, s.refs(check.Evidence)...)
		if check.Detail != "" {
			s.line("  ", check.Detail)
		}
		if check.Resolution != "" {
			s.line("  ", s.words.Text("cli.text.resolved", "words", check.Resolution))
		}
	}
}

// timeline lists the events in the order that they have on screen.
func (s *plain) timeline() {
	order := timeline.FromBriefing(s.b).Order()
	if len(order) == 0 {
		return
	}
	s.heading(s.words.Text("cli.text.timeline"))
	digits := len(strconv.Itoa(len(order)))
	for i, id := range order {
		event := s.b.EventByID(id)
		if event == nil {
			continue
		}
		number := strconv.Itoa(i+1) + ". "
		number = strings.Repeat(" ", digits+2-len(number)) + number
		s.event(number, event)
	}
}

func (s *plain) event(number string, event *briefing.Event) {
	indent := strings.Repeat(" ", len(number))
	s.line(number, s.dateWords(event.Date))
	s.line(indent, s.withBasis(event.Title, event.Basis), s.refs(event.Evidence)...)
	for _, other := range event.Alternatives {
		s.line(indent, s.words.Text("cli.text.alternative", "date", s.dateWords(other)), s.refs(other.Evidence)...)
	}
	for _, relation := range event.Relations {
		if other := s.b.EventByID(relation.Event); other != nil {
			s.line(indent, s.kind("cli.text.relation.", string(relation.Kind), "event", other.Title), s.refs(relation.Evidence)...)
		}
	}
	if places := s.names(event.Places); places != "" {
		s.line(indent, s.words.Text("cli.text.places", "names", places))
	}
	if speakers := s.speakers(event.Statements); speakers != "" {
		s.line(indent, s.words.Text("cli.text.reported", "names", speakers))
	}
	s.note(indent, event.Date.Note)
	s.note(indent, event.Note)
}

// note adds why something is in the briefing that the source does not say.
func (s *plain) note(indent, words string) {
	if words != "" {
		s.line(indent, s.words.Text("cli.text.note", "words", words))
	}
}

// dateWords words a date with its precision, and says when it is not the
// source's own.
func (s *plain) dateWords(d briefing.Dating) string {
	words := ""
	switch {
	case !d.EDTF.IsZero():
		words = s.words.Date(d.EDTF)
	case d.Timex != "":
		words = s.words.Timex(d.Timex)
	}
	if words == "" && d.Words != "" {
		words = s.words.Text("cli.text.quoted", "words", d.Words)
	}
	if words == "" {
		return s.words.Text("cli.text.undated")
	}
	switch d.Basis {
	case briefing.BasisAdded:
		return s.words.Text("cli.text.date-added", "date", words)
	case briefing.BasisInferred:
		return s.words.Text("cli.text.date-inferred", "date", words)
	}
	return words
}

// withBasis marks what is not the source's own word.
func (s *plain) withBasis(words string, basis briefing.Basis) string {
	switch basis {
	case briefing.BasisAdded:
		return s.words.Text("cli.text.added", "words", words)
	case briefing.BasisInferred:
		return s.words.Text("cli.text.inferred", "words", words)
	}
	return words
}

func (s *plain) names(ids []string) string {
	var names []string
	for _, id := range ids {
		if p := s.b.ParticipantByID(id); p != nil {
			names = append(names, p.Name)
		}
	}
	return s.words.List(names)
}

// speakers names who said the statements, each once.
func (s *plain) speakers(statements []string) string {
	var ids []string
	for _, id := range statements {
		if statement := s.b.StatementByID(id); statement != nil && !slices.Contains(ids, statement.Speaker) {
			ids = append(ids, statement.Speaker)
		}
	}
	return s.names(ids)
}

func (s *plain) notes() {
	if len(s.b.Notes) == 0 {
		return
	}
	s.heading(s.words.Text("cli.text.notes"))
	for _, note := range s.b.Notes {
		s.line("- ", note.Text, s.refs(note.Evidence)...)
	}
}

// sources lists the numbered sentences, so that the text stands for itself.
func (s *plain) sources() {
	for i, source := range s.b.Sources {
		s.heading(s.words.Text("cli.text.source", "facts", strings.Join(s.provenance(source), " · ")))
		for _, fact := range []string{source.Headline, source.Byline, source.Address} {
			if fact != "" {
				s.line("", fact)
			}
		}
		for j, sentence := range source.Sentences {
			if 0 <= sentence.Start && sentence.Start <= sentence.End && sentence.End <= len(source.Text) {
				s.line(s.b.RefName(briefing.Ref{Source: i, Sentence: j})+" ", source.Text[sentence.Start:sentence.End])
			}
		}
	}
	coverage := s.b.Coverage()
	used, all := len(coverage.Used), len(coverage.Used)+len(coverage.Unused)
	if all == 0 {
		return
	}
	s.gap()
	s.line("", s.words.Text("cli.text.coverage", "used", used, "n", all))
	if len(coverage.Unused) > 0 {
		s.line("", s.words.Text("cli.text.unused", "refs", s.refList(coverage.Unused)))
	}
}

func (s *plain) heading(words string) {
	s.gap()
	s.line("", words)
	s.rule(words, "-")
}

// lineTail is what follows a line of the card: its basis and its sentences.
func (s *plain) lineTail(line briefing.Line) []string {
	return append(fields(s.withBasis("", line.Basis)), s.refs(line.Evidence)...)
}

// refs returns the sentences that the evidence touches as one word for page.line,
// "[S6 S7]"; nil when there are none.
func (s *plain) refs(evidence []briefing.Anchor) []string {
	refs := s.b.Refs(evidence)
	if len(refs) == 0 {
		return nil
	}
	return []string{"[" + s.refList(refs) + "]"}
}

func (s *plain) refList(refs []briefing.Ref) string {
	words := make([]string, len(refs))
	for i, r := range refs {
		words[i] = s.b.RefName(r)
	}
	return strings.Join(words, " ")
}

// ref is what a sentence is called in the window too: "S10", or with several
