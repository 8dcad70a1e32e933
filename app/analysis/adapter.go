package analysis

import (
	"briefline/app/briefing"
	"briefline/app/coref"
	txt "briefline/app/text"
)

// Coreference is Options.Groups by package coref.
func Coreference(a *Analysis) []Group {
	spans := make([]briefing.Span, len(a.Sentences))
	for i := range a.Sentences {
		spans[i] = briefing.Span(a.Sentences[i].Span)
	}
	found := coref.Resolve(a.Text, spans, a.Names, coref.Options{})
	kinds := map[briefing.ParticipantKind]Kind{
		briefing.KindPerson: Person, briefing.KindOrganisation: Organisation, briefing.KindState: State,
		briefing.KindPlace: Place, briefing.KindGroup: People,
	}
	forms := map[coref.Form]Form{coref.Name: Name, coref.Nominal: Noun, coref.Pronoun: Pronoun}
	out := make([]Group, len(found.Entities))
	for i, e := range found.Entities {
		g := Group{Name: e.Name, Short: e.Name, Kind: kinds[e.Kind], Named: e.Named, Affiliation: e.Affiliation, Aliases: e.Aliases, Agency: e.Agency, Code: e.Code}
		g.Gender = map[coref.Gender]Gender{coref.Male: Male, coref.Female: Female}[e.Gender]
		g.Number = Singular
		if e.Plural {
			g.Number = Plural
		}
		if e.Role != "" {
			g.Roles = []Role{{Words: e.Role, Span: txt.Span(e.RoleSpan), Sure: .5, Inferred: e.RoleInferred}}
		}
		for _, k := range e.Mentions {
			m := found.Mentions[k]
			form, ok := forms[m.Form]
			if !ok {
				continue
			}
			at := txt.Span(m.Head)
			s := a.SentenceAt(at.Start)
			if s < 0 || at.Start < a.Sentences[s].Start {
				continue
			}
			head := -1
			if from, to := a.within(s, at); from < to {
				head = a.Sentences[s].HeadOf(from, to)
			}
			g.Mentions = append(g.Mentions, Mention{Sentence: s, Head: head, Span: at, Form: form, Sure: .7})
		}
		out[i] = g
	}
	return out
}
