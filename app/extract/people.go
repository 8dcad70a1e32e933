package extract

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefline/app/briefing"
	"briefline/app/coref"
)

// people makes the participants: who is named or speaks, what they are and on
// whose side, with every mention. The agency that tells the story takes no part
// in it, and neither do those who are only described: "foreign countries".
func (d *draft) people() {
	ents := d.mentions.Entities
	d.entityID = make([]string, len(ents))
	show := make([]bool, len(ents))
	for i := range ents {
		show[i] = d.takesPart(&ents[i])
	}
	for _, s := range d.statements {
		if e := s.Speaker.Group; e >= 0 {
			show[e] = ents[e].Name != "" && !ents[e].Agency
		}
	}
	for i := range ents { // whom somebody belongs to
		for _, other := range []int{ents[i].Side, ents[i].Affiliation} {
			if show[i] && other != coref.None && ents[other].Name != "" && len(ents[other].Mentions) > 0 {
				show[other] = true
			}
		}
	}
	var shown []int
	for i := range ents {
		if show[i] {
			shown = append(shown, i)
		}
	}
	slices.SortStableFunc(shown, func(a, b int) int {
		return cmp.Or(cmp.Compare(rank(ents[a].Kind), rank(ents[b].Kind)),
			cmp.Compare(d.mentions.Mentions[ents[a].Mentions[0]].Start, d.mentions.Mentions[ents[b].Mentions[0]].Start))
	})
	for _, i := range shown {
		d.entityID[i] = d.id(ents[i].Name, "participant")
	}
	for _, i := range shown {
		d.b.Participants = append(d.b.Participants, d.participant(&ents[i], d.entityID[i]))
	}
	d.sides()
}

// longestName is the length of a name in characters over which it is none: a line
// of a table, a list without commas.
const longestName = 90

// takesPart reports whether the text names an entity, or tells the body or state
// behind a description: "its Iranian counterpart".
func (d *draft) takesPart(e *coref.Entity) bool {
	if e.Agency || e.Name == "" || len(e.Mentions) == 0 || utf8.RuneCountInString(e.Name) > longestName {
		return false
	}
	if e.NameInferred && e.Side != coref.None {
		return true
	}
	if agencies[e.Name] && len(e.Mentions) == 1 {
		return false // the dateline of a story within the story
	}
	for _, m := range e.Mentions {
		at := d.mentions.Mentions[m]
		inHead := at.End <= d.head.body && (at.Start < d.head.headline.Start || at.End > d.head.headline.End)
		if at.Form == coref.Name && !inHead && hasCapital(d.source.Text[at.Head.Start:at.Head.End]) {
			return true
		}
	}
	return e.Kind == briefing.KindPerson && e.Role != ""
}

// hasCapital reports whether a name is written as one; scripts without capitals
// write none otherwise.
func hasCapital(name string) bool {
	return strings.IndexFunc(name, func(r rune) bool { return unicode.IsUpper(r) || unicode.IsLetter(r) && !unicode.IsLower(r) }) >= 0
}

// rank orders kinds in the list: who speaks before what is spoken of.
func rank(k briefing.ParticipantKind) int {
	return slices.Index([]briefing.ParticipantKind{
		briefing.KindPerson, briefing.KindGroup, briefing.KindOrganisation, briefing.KindState, briefing.KindPlace,
	}, k)
}

func (d *draft) participant(e *coref.Entity, id string) briefing.Participant {
	p := briefing.Participant{ID: id, Kind: e.Kind, Name: capital(oneLine(e.Name)), Basis: briefing.BasisStated}
	if e.NameInferred {
		p.Basis = briefing.BasisInferred
	}
	p.Role = role(e)
	if p.Role != "" {
		p.RoleBasis = briefing.BasisStated
		if e.RoleInferred {
			p.RoleBasis = briefing.BasisInferred
		}
	}
	for _, a := range e.Aliases {
		if a = oneLine(a); a != p.Name && a != "" && !slices.Contains(p.Aliases, a) {
			p.Aliases = append(p.Aliases, a)
		}
	}
	// An adjective ("Iranian") says whose something is, and names a state only
	// where nothing else does.
	for _, m := range e.Mentions {
		if d.mentions.Mentions[m].Form != coref.Adjective {
			p.Evidence = append(p.Evidence, d.anchor(d.mentions.Mentions[m].Span))
		}
	}
	if len(p.Evidence) == 0 {
		p.Basis = briefing.BasisInferred
		for _, m := range e.Mentions {
			p.Evidence = append(p.Evidence, d.anchor(d.mentions.Mentions[m].Span))
		}
	}
	if e.Affiliation >= 0 {
		p.Affiliation = d.entityID[e.Affiliation]
	}
	if e.Side >= 0 {
		p.Side = d.entityID[e.Side]
	}
	return p
}

// role is the office and the rank, as the article names them: "Interior
// Minister, Colonel".
func role(e *coref.Entity) string {
	switch {
	case e.Role == "":
		return oneLine(e.Rank)
	case e.Rank == "" || strings.Contains(e.Role, e.Rank):
		return oneLine(e.Role)
	}
	return oneLine(e.Role + ", " + e.Rank)
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
