package cli

import (
	"cmp"
	"strconv"
	"strings"

	"briefline/app/briefing"
	"briefline/app/outline"
)

// plain sets one briefing as plain text.
type plain struct {
	page
	*call
	b *briefing.Briefing
	o *outline.Outline
}

// text returns the briefing as plain text, wrapped at textWidth: card, checks,
// timeline, participants, and the sentences that the S-numbers name.
func (c *call) text(b *briefing.Briefing) string {
	s := &plain{call: c, b: b, o: outline.Of(b)}
	s.card()
	s.facts()
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
	s.line("", strings.Join(s.provenance(), " · "))
	s.gap()
	for _, line := range s.o.Lines {
		first := ""
		if line.Part == outline.PartPoint {
			if first = "- "; line.Number == s.o.Part(outline.PartPoint)[0].Number {
				s.gap()
			}
		}
		s.line(first, line.Text, s.tail(line.Basis, line.Refs)...)
		if line.Part == outline.PartTitle {
			s.rule(line.Text, "=")
		}
		s.note(strings.Repeat(" ", len(first)), line.Note)
	}
}

// provenance is what stands above the title: where the briefing comes from, and how
// far it is.
func (s *plain) provenance() []string {
	facts := s.o.Provenance(s.words)
	if s.b.Status == briefing.StatusReviewed {
		return append(facts, s.words.Text("cli.text.reviewed"))
	}
	return append(facts, s.words.Text("cli.text.draft"))
}

// facts are the figures, what comes next and what is not known.
func (s *plain) facts() {
	if len(s.o.Figures) > 0 {
		s.heading(s.words.Text("figures.head"))
		for _, f := range s.o.Figures {
			value, label, before := f.Shown(s.words)
			if before != "" {
				value += " (" + before + ")"
			}
			s.line("- ", label+": "+value, s.refs(f.Refs)...)
		}
	}
	if next := s.o.Next(); len(next) > 0 {
		s.heading(s.words.Text("next.head"))
		for _, e := range next {
			s.line("- ", s.reading(e.Date)+": "+e.Title, s.refs(e.Refs)...)
		}
	}
	if len(s.o.Unknown) > 0 {
		s.heading(s.words.Text("unknown.head"))
		for _, l := range s.o.Unknown {
			s.line("- ", l.Text, s.refs(l.Refs)...)
		}
	}
}

func (s *plain) checks() {
	if len(s.o.Checks) == 0 {
		return
	}
	s.heading(s.words.Text("cli.text.checks", "n", len(s.o.Checks)))
	for _, check := range s.o.Checks {
		s.line("! ", outline.CheckWords(s.words, check.Check), s.refs(check.Refs)...)
		if detail := outline.CheckDetail(s.words, check.Check); detail != "" {
			s.line("  ", detail)
		}
		if check.Resolution != "" {
			s.line("  ", s.words.Text("check.resolved", "words", check.Resolution))
		}
	}
}

// timeline lists the events in reading order.
func (s *plain) timeline() {
	if len(s.o.Events) == 0 {
		return
	}
	s.heading(s.words.Text("cli.text.timeline"))
	digits := len(strconv.Itoa(len(s.o.Events)))
	for _, event := range s.o.Events {
		number := strconv.Itoa(event.Number) + ". "
		number = strings.Repeat(" ", digits+2-len(number)) + number
		s.event(number, event)
	}
}

func (s *plain) event(number string, event *outline.Event) {
	indent := strings.Repeat(" ", len(number))
	s.line(number, s.reading(event.Date))
	title := s.withBasis(event.Title, event.Basis)
	if state := outline.State(s.words, event.State); state != "" {
		title += " (" + state + ")"
	}
	s.line(indent, title, s.refs(event.Refs)...)
	for _, other := range event.Alternatives {
		s.line(indent, s.words.Text("cli.text.alternative", "date", s.reading(other)), s.refs(s.b.Refs(other.Evidence))...)
	}
	for _, relation := range event.Relations {
		if other := s.o.Event(relation.Event); other != nil {
			s.line(indent, s.relation(relation.Kind, other.Title), s.refs(s.b.Refs(relation.Evidence))...)
		}
	}
	if places := s.names(event.Places); places != "" {
		s.line(indent, s.words.Text("cli.text.places", "names", places))
	}
	if speakers := s.names(event.Speakers); speakers != "" {
		s.line(indent, s.words.Text("cli.text.reported", "names", speakers))
	}
	s.doubts(indent, event.Doubts()...)
	s.note(indent, event.Date.Note)
	s.note(indent, event.Note)
}

// doubts says why an item is to be looked at.
func (s *plain) doubts(indent string, doubts ...briefing.Doubt) {
	if reasons := outline.Doubts(s.words, doubts...); reasons != "" {
		s.line(indent, s.words.Text("cli.text.doubts", "reasons", reasons))
	}
}

// relation words how an event stands to another; a kind that this version does
// not know is shown as it is.
func (s *plain) relation(kind briefing.RelationKind, other string) string {
	id := "cli.text.relation." + string(kind)
	if !s.words.Has(id) {
		return string(kind)
	}
	return s.words.Text(id, "event", other)
}

// note adds why something is in the briefing that the source does not say.
func (s *plain) note(indent, words string) {
	if words != "" {
		s.line(indent, s.words.Text("cli.text.note", "words", words))
	}
}

// reading words a date, or says that there is none.
func (s *plain) reading(d briefing.Dating) string {
	return cmp.Or(outline.Reading(s.words, &d), s.words.Text("event.undated"))
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

func (s *plain) names(people []*outline.Participant) string {
	var names []string
	for _, p := range people {
		names = append(names, p.Name)
	}
	return s.words.List(names)
}

func (s *plain) notes() {
	if len(s.o.Notes) == 0 {
		return
	}
	s.heading(s.words.Text("cli.text.notes"))
	for _, note := range s.o.Notes {
		s.line("- ", note.Text, s.refs(note.Refs)...)
	}
}

// sources lists the numbered sentences, so that the text stands for itself.
func (s *plain) sources() {
	for _, source := range s.o.Sources {
		s.heading(s.words.Text("cli.text.source", "facts", strings.Join(outline.Origin(s.words, source.Source), " · ")))
		for _, fact := range []string{source.Headline, source.Byline, source.Address} {
			if fact != "" {
				s.line("", fact)
			}
		}
		for _, sentence := range source.Sentences {
			s.line(sentence.Name+" ", sentence.Text)
		}
	}
	used, unused := len(s.o.Coverage.Used), s.o.Coverage.Unused
	if used+len(unused) == 0 {
		return
	}
	s.gap()
	s.line("", s.words.Text("cli.text.coverage", "used", used, "n", used+len(unused)))
	if len(unused) > 0 {
		s.line("", s.words.Text("cli.text.unused", "refs", s.refList(unused)))
	}
}

func (s *plain) heading(words string) {
	s.gap()
	s.line("", words)
	s.rule(words, "-")
}

// tail is what follows a line of the card: its basis and its sentences.
func (s *plain) tail(basis briefing.Basis, refs []briefing.Ref) []string {
	return append(fields(s.withBasis("", basis)), s.refs(refs)...)
}

// refs returns sentences as one word for page.line, "[S6 S7]"; nil for none.
func (s *plain) refs(refs []briefing.Ref) []string {
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
