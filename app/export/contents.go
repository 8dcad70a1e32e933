package export

import (
	"strings"

	"briefline/app/briefing"
	"briefline/app/outline"
)

// kind is how the items of a section stand.
type kind int

const (
	bullets   kind = iota
	events         // numbered, with a date each
	pairs          // a label and what belongs to it
	sentences      // of a source, each under its name
)

// section is a part of a briefing that is read: a heading, lines, items and parts
// of its own.
type section struct {
	head     string
	refs     []string // of the head
	language string   // BCP 47, of all in it; "" is that of the briefing
	kind     kind
	lines    []string
	items    []item
	parts    []section
}

// item is a line with the sentences it rests on, and what is said of it below.
type item struct {
	label  string // date, what is counted, name of a sentence; "" for none
	text   string
	stress string // words of text to set bold; "" for none
	refs   []string
	below  []string
}

// document is a briefing to be read, for Markdown and HTML alike.
type document struct {
	marking    string
	top        string // where it comes from, and how far it is
	title      item
	bottom     item
	points     []item
	sections   []section
	plainTitle string
}

// contents puts a briefing into the order of its outline.
func (f face) contents() *document {
	d := &document{marking: f.o.Briefing.Marking, plainTitle: f.o.Briefing.Title.Text}
	status := "cli.text.draft"
	if f.o.Briefing.Status == briefing.StatusReviewed {
		status = "cli.text.reviewed"
	}
	d.top = strings.Join(append(f.o.Provenance(f.words), f.words.Text(status)), " · ")
	for _, l := range f.o.Lines {
		one := f.line(l)
		switch l.Part {
		case outline.PartTitle:
			d.title = one
		case outline.PartBottom:
			d.bottom = one
		default:
			d.points = append(d.points, one)
		}
	}
	d.add(f.figures(), f.next(), f.unknown(), f.checks(), f.timeline())
	d.add(f.participants()...)
	d.add(f.notes())
	d.add(f.sources()...)
	return d
}

// add adds the sections that hold something.
func (d *document) add(sections ...section) {
	for _, s := range sections {
		if len(s.lines)+len(s.items)+len(s.parts) > 0 {
			d.sections = append(d.sections, s)
		}
	}
}

func (f face) line(l *outline.Line) item {
	return item{text: f.withBasis(l.Text, l.Basis), stress: l.Stress, refs: f.refs(l.Refs), below: filled(f.note(l.Note))}
}

func (f face) figures() section {
	s := section{head: f.words.Text("figures.head"), kind: pairs}
	for _, g := range f.o.Figures {
		value, label, before := g.Shown(f.words)
		s.items = append(s.items, item{label: label, text: value, refs: f.refs(g.Refs), below: filled(before, f.note(g.Note))})
	}
	return s
}

func (f face) next() section {
	s := section{head: f.words.Text("next.head"), kind: pairs}
	for _, e := range f.o.Next() {
		s.items = append(s.items, item{label: f.reading(e.Date), text: f.titled(e), refs: f.refs(e.Refs)})
	}
	return s
}

func (f face) unknown() section {
	s := section{head: f.words.Text("unknown.head")}
	for _, l := range f.o.Unknown {
		s.items = append(s.items, f.line(l))
	}
	return s
}

func (f face) checks() section {
	s := section{head: f.words.Text("cli.text.checks", "n", len(f.o.Checks))}
	for _, c := range f.o.Checks {
		below := filled(outline.CheckDetail(f.words, c.Check))
		if c.Resolution != "" {
			below = append(below, f.words.Text("check.resolved", "words", c.Resolution))
		}
		s.items = append(s.items, item{text: outline.CheckWords(f.words, c.Check), refs: f.refs(c.Refs), below: below})
	}
	return s
}

func (f face) timeline() section {
	s := section{head: f.words.Text("cli.text.timeline"), kind: events}
	for _, e := range f.o.Events {
		s.items = append(s.items, item{label: f.reading(e.Date), text: f.titled(e), refs: f.refs(e.Refs), below: f.about(e)})
	}
	return s
}

// participants lists who takes part, a side after the other, each with what it
// says, and last what is credited to nobody.
func (f face) participants() (out []section) {
	for _, side := range f.o.Sides {
		s := section{head: f.words.Text("cli.text.mentioned")}
		if side.ID != "" {
			s.head = f.words.Text("cli.text.side", "name", side.Name)
		}
		for _, p := range side.Members {
			s.parts = append(s.parts, f.participant(p))
		}
		out = append(out, s)
	}
	for _, who := range f.o.Speakers {
		if who.Who == nil {
			out = append(out, section{head: f.words.Text("cli.text.unattributed"), parts: f.said(who)})
		}
	}
	return out
}

func (f face) participant(p *outline.Participant) section {
	s := section{head: f.withBasis(p.Name, p.Basis), refs: f.refs(p.Refs)}
	s.lines = filled(f.withBasis(f.o.Role(f.words, p, true), p.RoleBasis))
	for _, n := range p.Names {
		s.lines = append(s.lines, f.withBasis(n.Text, n.Basis))
	}
	if len(p.Aliases) > 0 {
		s.lines = append(s.lines, f.words.Text("cli.text.aliases", "names", f.words.List(p.Aliases)))
	}
	s.lines = append(s.lines, filled(f.doubts(p.Doubts...), f.note(p.Note))...)
	for _, who := range f.o.Speakers {
		if who.Who == p {
			s.parts = append(s.parts, f.said(who)...)
		}
	}
	return s
}

// said are the statements of a speaker, a part for each heading.
func (f face) said(who *outline.Speaker) (out []section) {
	for _, g := range who.Groups {
		s := section{head: outline.Heading(f.words, g.Heading)}
		for _, one := range g.Statements {
			s.items = append(s.items, item{
				text: f.withBasis(outline.Quoted(f.words, one.Statement, one.Words), one.Basis),
				refs: f.refs(one.Refs), below: filled(f.doubts(one.Doubts...), f.note(one.Note)),
			})
		}
		out = append(out, s)
	}
	return out
}

func (f face) notes() section {
	s := section{head: f.words.Text("cli.text.notes")}
	for _, n := range f.o.Notes {
		s.items = append(s.items, item{text: n.Text, refs: f.refs(n.Refs)})
	}
	return s
}

func (f face) sources() (out []section) {
	for _, from := range f.o.Sources {
		s := section{
			head: f.words.Text("cli.text.source", "facts", strings.Join(outline.Origin(f.words, from.Source), " · ")),
			kind: sentences, language: from.Language,
			lines: filled(from.Headline, from.Byline, from.Address),
		}
		for _, one := range from.Sentences {
			s.items = append(s.items, item{label: one.Name, text: one.Text})
		}
		out = append(out, s)
	}
	return out
}
