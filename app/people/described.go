package people

import (
	"strings"

	"briefline/app/analysis"
	"briefline/app/syntax"
	txt "briefline/app/text"
)

// speakers makes a candidate of each who is only described and says something.
func (r *reader) speakers() {
	at := map[string]int{}
	for i := range r.said {
		s := &r.said[i].Speaker
		if s.Group >= 0 && r.a.Groups[s.Group].Named || !s.Known() || s.Span.End == 0 {
			continue
		}
		name := strings.Join(strings.Fields(s.Span.Of(r.a.Text)), " ")
		if s.Sentence < 0 || s.Head < 0 {
			if s.Name == "" {
				continue
			}
		} else if w := &r.a.Sentences[s.Sentence].Words[s.Head]; !r.canSpeak(w) || w.POS == syntax.PRON {
			continue
		}
		const most = 12 // words: a longer phrase is a clause
		key := fold(bare(name))
		if key == "" || len(strings.Fields(key)) > most {
			continue
		}
		n, ok := at[key]
		if !ok {
			n = len(r.out)
			at[key] = n
			p := Participant{Group: -1, Name: bare(name), Kind: r.kindOf(s.Sentence, s.Head, name), Affiliation: -1, Features: []string{"speaker"}}
			if bare(name) != name {
				p.Aliases = []string{name}
			}
			if s.Group >= 0 {
				p.Group = s.Group
			}
			p.Mentions = []txt.Span{s.Span}
			r.ownRole(&p, s.Sentence, s.Head)
			r.out = append(r.out, p)
		}
		p := &r.out[n]
		if k := len(p.Mentions); k == 0 || p.Mentions[k-1] != s.Span {
			p.Mentions = append(p.Mentions, s.Span)
		}
		if s.Head >= 0 && s.Sentence >= 0 {
			r.heads[[2]int{s.Sentence, s.Head}] = true
		}
	}
}

// ownRole makes the noun phrase of one who is only described the role: "the
// programme manager" is a programme manager.
func (r *reader) ownRole(p *Participant, sentence, head int) {
	if sentence < 0 || head < 0 || p.Kind == analysis.People {
		return
	}
	s := &r.a.Sentences[sentence]
	from, to := s.Within(p.spanOr(s.Words[head].Span))
	if t, ok := r.role(sentence, head, min(from, head), max(to, head+1), byTitle, p.Kind == analysis.Person); ok && !t.kin && (p.Kind == analysis.Person || fold(t.words) != fold(p.Name)) {
		p.Roles = []analysis.Role{{Words: t.words, Span: t.span, Sure: .9}}
		p.Affiliation = t.affiliation
	}
}

// spanOr is where a candidate is named first, or otherwise a span.
func (p *Participant) spanOr(otherwise txt.Span) txt.Span {
	if len(p.Mentions) > 0 {
		return p.Mentions[0]
	}
	return otherwise
}

// canSpeak reports whether a noun is one for who may speak.
func (r *reader) canSpeak(w *syntax.Word) bool {
	lemma := strings.ToLower(w.Lemma)
	if w.POS == syntax.PROPN || r.persons.Has(lemma) || r.bodies.Has(lemma) || r.groups.Has(lemma) {
		return true
	}
	i := strings.LastIndexByte(lemma, '-')
	if i > 0 && r.persons.Has(lemma[i+1:]) {
		return true
	}
	return r.places.Has(lemma, "acts")
}

// kindOf is the kind of a described one by its head noun.
func (r *reader) kindOf(sentence, head int, name string) analysis.Kind {
	if sentence < 0 || head < 0 {
		return analysis.Person
	}
	w := &r.a.Sentences[sentence].Words[head]
	lemma := strings.ToLower(w.Lemma)
	switch {
	case w.Feat("Number") == "Plur" || r.groups.Has(lemma):
		return analysis.People
	case r.bodies.Has(lemma) || r.places.Has(lemma, "acts"):
		return analysis.Organisation
	}
	return analysis.Person
}

// described makes candidates of institutions ("city council") and of plural
// groups ("residents") that no name and no statement tells.
func (r *reader) described() {
	at := map[string]int{}
	for i := range r.a.Sentences {
		s := &r.a.Sentences[i]
		if r.a.Furniture[i] {
			continue
		}
		for k := range s.Words {
			w := &s.Words[k]
			if w.POS != syntax.NOUN || s.Is(k, "compound", "flat", "nmod:desc") || r.heads[[2]int{i, k}] || r.a.NameAt(i, k) >= 0 || len(r.a.DateAt(i, k)) > 0 {
				continue
			}
			lemma := strings.ToLower(w.Lemma)
			plural := w.Feat("Number") == "Plur"
			body := r.bodies.Has(lemma) && !plural
			if !body && !(plural && (r.persons.Has(lemma) || r.bodies.Has(lemma)) || r.groups.Has(lemma)) {
				continue
			}
			span, n := r.core(s, k)
			if body && n < 2 || n > 5 {
				continue
			}
			name := strings.Join(strings.Fields(span.Of(r.a.Text)), " ")
			key := fold(bare(name))
			if !body {
				key = lemma
			}
			c, ok := at[key]
			if !ok {
				c = len(r.out)
				at[key] = c
				kind := analysis.Organisation
				if !body {
					kind = analysis.People
				}
				r.out = append(r.out, Participant{Group: -1, Name: bare(name), Kind: kind, Affiliation: -1})
			}
			p := &r.out[c]
			p.Mentions = append(p.Mentions, span)
			if b := bare(name); b != p.Name && !contains(p.Aliases, b) {
				p.Aliases = append(p.Aliases, b)
			}
			if !body && len(bare(name)) > len(p.Name) && n <= 3 { // the fullest telling
				p.Name, p.Aliases = bare(name), append(p.Aliases, p.Name)
			}
		}
	}
}

// core returns a noun with the adjectives and nouns right before it, and how many
// words these are.
func (r *reader) core(s *syntax.Sentence, k int) (txt.Span, int) {
	from := k
	for from > 0 {
		w := &s.Words[from-1]
		if h := w.Head; !s.Above(k, from-1) || w.POS != syntax.ADJ && w.POS != syntax.NOUN && w.POS != syntax.PROPN && w.Form != "-" || h < from-1 && h != k {
			break
		}
		from--
	}
	return txt.Span{Start: s.Words[from].Start, End: s.Words[k].End}, k - from + 1
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
