package cli

import (
	"slices"
	"strings"

	"briefline/app/briefing"
)

// participants lists who acts and speaks, a side after the other, then who is
// only mentioned.
func (s *plain) participants() {
	sides := s.sides()
	for _, side := range sides {
		head := s.b.ParticipantByID(side)
		name := side
		if head != nil {
			name = head.Name
		}
		s.heading(s.words.Text("cli.text.side", "name", name))
		for i := range s.b.Participants {
			if p := &s.b.Participants[i]; p.Side == side {
				s.participant(p)
			}
		}
	}
	first := true
	for i := range s.b.Participants {
		p := &s.b.Participants[i]
		if p.Side != "" {
			continue
		}
		if first {
			s.heading(s.words.Text("cli.text.mentioned"))
			first = false
		}
		s.participant(p)
	}
	if unnamed := s.saidBy(""); len(unnamed) > 0 {
		s.heading(s.words.Text("cli.text.unattributed"))
		s.statements("", unnamed)
	}
}

// sides returns the IDs that participants name as their side, in file order.
func (s *plain) sides() (sides []string) {
	for _, p := range s.b.Participants {
		if p.Side != "" && !slices.Contains(sides, p.Side) {
			sides = append(sides, p.Side)
		}
	}
	return sides
}

func (s *plain) participant(p *briefing.Participant) {
	s.line("", s.withBasis(p.Name, p.Basis), s.refs(p.Evidence)...)
	role := []string{s.kind("cli.text.kind.", string(p.Kind))}
	if p.Role != "" {
		role = []string{s.withBasis(p.Role, p.RoleBasis)}
	}
	if of := s.b.ParticipantByID(p.Affiliation); of != nil {
		role = append(role, of.Name)
	}
	s.line("  ", strings.Join(role, " · "))
	for _, name := range p.Names {
		s.line("  ", s.withBasis(name.Text, name.Basis))
	}
	if len(p.Aliases) > 0 {
		s.line("  ", s.words.Text("cli.text.aliases", "names", s.words.List(p.Aliases)))
	}
	s.note("  ", p.Note)
	s.statements("  ", s.saidBy(p.ID))
}

func (s *plain) saidBy(id string) (said []briefing.Statement) {
	for _, statement := range s.b.Statements {
		if statement.Speaker == id {
			said = append(said, statement)
		}
	}
	return said
}

func (s *plain) statements(indent string, said []briefing.Statement) {
	for _, kind := range briefing.Headings() {
		head := false
		for _, statement := range said {
			if statement.Kind.Heading() != kind {
				continue
			}
			if !head {
				s.line(indent, s.words.Text("statement."+string(kind)))
				head = true
			}
			words := statement.Words
			if statement.Direct {
				words = s.words.Text("cli.text.quoted", "words", words)
			}
			s.line(indent+"- ", s.withBasis(words, statement.Basis), s.refs(statement.Evidence)...)
			s.note(indent+"  ", statement.Note)
		}
	}
}

// kind words a kind; one that this version does not know is shown as it is.
func (s *plain) kind(prefix, kind string, kv ...any) string {
	if !s.words.Has(prefix + kind) {
		return kind
	}
	return s.words.Text(prefix+kind, kv...)
}
