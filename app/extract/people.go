package extract

import (
	"slices"
	"strings"
	"unicode"

	"briefline/app/analysis"
	"briefline/app/briefing"
	"briefline/app/coref"
	"briefline/app/people"
)

// people makes the participants: who takes part, the main ones first, what they
// are and on whose side, with every mention.
func (d *draft) people() {
	ents := d.mentions.Entities
	d.entityID = make([]string, max(len(ents), len(d.analysis.Groups)))
	if d.x.foreign(d.source) {
		return
	}
	chosen := people.Choose(d.x.whom, d.analysis, d.statements)
	for _, p := range chosen {
		id := d.id(p.Name, "participant")
		if p.Group >= 0 {
			d.entityID[p.Group] = id
		}
		d.b.Participants = append(d.b.Participants, d.participant(&p, id))
	}
	for i := range chosen { // who is only described has groups by its nouns
		for _, at := range chosen[i].Mentions {
			n := d.analysis.SentenceAt(at.Start)
			if n < 0 || chosen[i].Group >= 0 {
				break
			}
			s := &d.analysis.Sentences[n]
			from, to := s.Within(at)
			if head := s.HeadOf(from, to); head >= 0 {
				if g := d.analysis.GroupAt(n, head); g >= 0 && d.entityID[g] == "" && !d.analysis.Groups[g].Named {
					d.entityID[g] = d.b.Participants[i].ID
				}
			}
		}
	}
	for i := range chosen { // whom somebody belongs to is known when all have IDs
		p := &d.b.Participants[i]
		if g := chosen[i].Affiliation; g >= 0 {
			p.Affiliation = d.entityID[g]
		}
		if g := chosen[i].Group; g >= 0 && g < len(ents) {
			if side := ents[g].Side; side != coref.None {
				p.Side = d.entityID[side]
			}
		}
	}
	d.sides()
}

// hasCapital reports whether a name is written as one; scripts without capitals
// write none otherwise.
func hasCapital(name string) bool {
	return strings.IndexFunc(name, func(r rune) bool { return unicode.IsUpper(r) || unicode.IsLetter(r) && !unicode.IsLower(r) }) >= 0
}

var participantKinds = map[analysis.Kind]briefing.ParticipantKind{
	analysis.Person: briefing.KindPerson, analysis.Organisation: briefing.KindOrganisation, analysis.State: briefing.KindState,
	analysis.Place: briefing.KindPlace, analysis.People: briefing.KindGroup,
}

func (d *draft) participant(who *people.Participant, id string) briefing.Participant {
	p := briefing.Participant{
		ID: id, Kind: participantKinds[who.Kind], Name: briefing.Shorten(capital(oneLine(who.Name)), briefing.MaxName),
		Basis: briefing.BasisStated, Confidence: rounded(who.Sure),
	}
	for _, doubt := range who.Doubts {
		p.Doubts = append(p.Doubts, briefing.Doubt(doubt))
	}
	var roles []string
	for _, role := range who.Roles {
		roles = append(roles, role.Words)
	}
	if len(roles) > 0 {
		p.Role, p.RoleBasis = briefing.Shorten(capital(strings.Join(roles, ", ")), briefing.MaxName), briefing.BasisStated
		if who.Roles[0].Inferred {
			p.RoleBasis = briefing.BasisInferred
		}
	}
	for _, a := range who.Aliases {
		if a = oneLine(a); a != p.Name && a != "" && !slices.Contains(p.Aliases, a) {
			p.Aliases = append(p.Aliases, a)
		}
	}
	for _, at := range who.Mentions {
		p.Evidence = append(p.Evidence, d.anchor(at))
	}
	return p
}

// sides holds participants to the rules of the model: only a state, a body or a
// group is a side, and a side is on its own.
func (d *draft) sides() {
	for i := range d.b.Participants {
		p := &d.b.Participants[i]
		for _, ref := range []*string{&p.Side, &p.Affiliation} {
			other := d.b.ParticipantByID(*ref)
			if *ref == "" {
				continue
			}
			if other == nil || other.Kind == briefing.KindPerson || other.Kind == briefing.KindPlace {
				*ref = ""
			}
		}
		if p.Affiliation == p.ID {
			p.Affiliation = ""
		}
		if p.Kind == briefing.KindPlace {
			p.Side, p.Affiliation = "", ""
		}
	}
	for i := range d.b.Participants {
		p := &d.b.Participants[i]
		if side := d.b.ParticipantByID(p.Side); side != nil && side.Side != side.ID {
			side.Side = side.ID
		}
	}
}

// oneLine takes line breaks and doubled blanks out of words of the text.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
