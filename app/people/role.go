package people

import (
	"strings"

	"briefline/app/analysis"
	"briefline/app/gazetteer"
	"briefline/app/names"
	"briefline/app/syntax"
	txt "briefline/app/text"
)

// role makes a role of the words [from, to) with this head: without articles and
// possessives before it, and without whom it is held with, which stands apart.
func (r *reader) role(sentence, head, from, to, rank int, person bool) (told, bool) {
	s := &r.a.Sentences[sentence]
	t := told{rank: rank, affiliation: -1}
	if from < 0 || to > len(s.Words) || from >= to || to-from > 16 || head < from || head >= to {
		return t, false
	}
	from, t.affiliation = r.withoutOwner(sentence, s, from, head)
	if g := r.nation(s, from, head); g >= 0 {
		if t.affiliation < 0 {
			t.affiliation = g
		}
		from++
	}
	to = r.withoutBody(sentence, s, head, to, &t)
	for from < head && (s.Words[from].POS == syntax.DET || s.Words[from].POS == syntax.PUNCT || s.Words[from].POS == syntax.ADP ||
		s.Words[from].POS == syntax.PRON || s.Words[from].POS == syntax.ADV || s.Words[from].POS == syntax.PART || len(r.a.DateAt(sentence, from)) > 0) {
		from++
	}
	for to-1 > head && (s.Words[to-1].POS == syntax.PUNCT || s.Words[to-1].POS == syntax.ADP || s.Words[to-1].POS == syntax.CCONJ || s.Words[to-1].POS == syntax.DET) {
		to--
	}
	t.span = txt.Span{Start: s.Words[from].Start, End: s.Words[to-1].End}
	t.words = strings.Join(strings.Fields(t.span.Of(r.a.Text)), " ")
	lemma := strings.ToLower(s.Words[head].Lemma)
	t.kin = r.persons.Has(lemma, "kin", "plain")
	if person && !r.roleNoun(&s.Words[head]) {
		return t, false
	}
	if !person && !r.bodies.Has(lemma) {
		return t, false
	}
	const longest = 90 // bytes
	return t, len(t.words) > 1 && len(t.words) <= longest && !strings.ContainsAny(t.words, "\"“”;:")
}

// withoutOwner takes whose it is off the words before the head: "Norland's |
// interior minister", "Corbel Partners | founder".
func (r *reader) withoutOwner(sentence int, s *syntax.Sentence, from, head int) (int, int) {
	owner := -1
	for i := from; i < head; i++ {
		if s.Words[i].POS != syntax.PART || s.Words[i].Tag != "POS" {
			continue
		}
		if g := r.bodyGroup(sentence, i-1); g >= 0 {
			owner = g
		}
		from = i + 1
	}
	if owner < 0 {
		i := from
		for i < head && r.a.NameAt(sentence, i) >= 0 && r.a.Names[r.a.NameAt(sentence, i)].Kind != names.Person && !r.roleNoun(&s.Words[i]) {
			i++
		}
		if i > from {
			if g := r.bodyGroup(sentence, i-1); g >= 0 {
				return i, g
			}
		}
	}
	return from, owner
}

// nation returns the state whose adjective opens a role: "Iranian | interior
// minister"; -1 for none.
func (r *reader) nation(s *syntax.Sentence, from, head int) int {
	if from >= head {
		return -1
	}
	e := gazetteer.Adjective(s.Words[from].Form)
	if e == nil || e.Kind != gazetteer.State {
		return -1
	}
	for g := range r.a.Groups {
		if x := &r.a.Groups[g]; x.Kind == analysis.State && (x.Code == e.Code && e.Code != "" || x.Name == e.Name) {
			return g
		}
	}
	return -1
}

// withoutBody takes "of the Ice Board", "at Norland Watch" off the words behind
// the head, where that is a body or a state.
func (r *reader) withoutBody(sentence int, s *syntax.Sentence, head, to int, t *told) int {
	for i := head + 1; i < to; i++ {
		w := &s.Words[i]
		if w.POS != syntax.ADP {
			continue
		}
		switch strings.ToLower(w.Form) {
		case "of", "at", "for", "with", "from", "in":
		default:
			continue
		}
		if len(r.a.DateAt(sentence, i+1)) > 0 && i+1 < to {
			return i
		}
		for k := i + 1; k < to; k++ {
			if s.Words[k].POS == syntax.ADP {
				break
			}
			if (s.Words[k].POS == syntax.NOUN || s.Words[k].POS == syntax.PROPN) && r.bodies.Has(strings.ToLower(s.Words[k].Lemma)) && (k+1 == to || s.Words[k+1].POS != syntax.NOUN && s.Words[k+1].POS != syntax.PROPN) {
				if g := r.a.GroupAt(sentence, k); g >= 0 && t.affiliation < 0 && r.a.Groups[g].Kind == analysis.Organisation {
					t.affiliation = g
				}
				return i
			}
			if g := r.bodyGroup(sentence, k); g >= 0 {
				if t.affiliation < 0 {
					t.affiliation = g
				}
				return i
			}
		}
	}
	return to
}

// bodyGroup returns the organisation or state that a word is part of the name of,
// -1 for none.
func (r *reader) bodyGroup(sentence, i int) int {
	if i < 0 {
		return -1
	}
	n := r.a.NameAt(sentence, i)
	if n < 0 {
		return -1
	}
	at := r.a.Names[n]
	for g := range r.a.Groups {
		x := &r.a.Groups[g]
		if x.Kind != analysis.Organisation && x.Kind != analysis.State && x.Kind != analysis.Place {
			continue
		}
		for _, m := range x.Mentions {
			if m.Sentence == sentence && m.Span.Start < at.End && at.Start < m.Span.End && m.Form == analysis.Name {
				return g
			}
		}
	}
	return -1
}
