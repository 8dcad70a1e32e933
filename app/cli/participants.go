package cli

import (
	"strings"

	"briefline/app/outline"
)

// participants lists who acts and speaks, a side after the other, then who is
// only mentioned.
func (s *plain) participants() {
	for _, side := range s.o.Sides {
		for i, p := range side.Members {
			if i == 0 && side.ID != "" {
				s.heading(s.words.Text("cli.text.side", "name", side.Name))
			} else if i == 0 {
				s.heading(s.words.Text("cli.text.mentioned"))
			}
			s.participant(p)
		}
	}
	for _, speaker := range s.o.Speakers {
		if speaker.Who == nil {
			s.heading(s.words.Text("cli.text.unattributed"))
			s.statements("", speaker)
		}
	}
}

func (s *plain) participant(p *outline.Participant) {
	s.line("", s.withBasis(p.Name, p.Basis), s.refs(p.Refs)...)
	role := []string{outline.Kind(s.words, p.Kind)}
	if p.Role != "" {
		role = []string{s.withBasis(p.Role, p.RoleBasis)}
	}
	if p.Affiliation != nil {
		role = append(role, p.Affiliation.Name)
	}
	s.line("  ", strings.Join(role, " · "))
	for _, name := range p.Names {
		s.line("  ", s.withBasis(name.Text, name.Basis))
	}
	if len(p.Aliases) > 0 {
		s.line("  ", s.words.Text("cli.text.aliases", "names", s.words.List(p.Aliases)))
	}
	s.note("  ", p.Note)
	for _, speaker := range s.o.Speakers {
		if speaker.Who == p {
			s.statements("  ", speaker)
		}
	}
}

func (s *plain) statements(indent string, speaker *outline.Speaker) {
	for _, group := range speaker.Groups {
		s.line(indent, outline.Heading(s.words, group.Heading))
		for _, statement := range group.Statements {
			words := outline.Quoted(s.words, statement.Statement, statement.Words)
			s.line(indent+"- ", s.withBasis(words, statement.Basis), s.refs(statement.Refs)...)
			s.note(indent+"  ", statement.Note)
		}
	}
}
