package event

import (
	"strings"

	"briefline/app/syntax"
)

// predicateText words the predicate of clause i in the present of a headline: "was
// arrested" is "is arrested", "has won" is "wins", "is to begin" is "to begin". What
// is future, doubtful, denied or already of the present stays as written, and so
// does a headline and what is said in the first person.
func (r *reader) predicateText(s *sent, i, subject int, taken []int) string {
	if subject >= 0 {
		switch s.low[subject] {
		case "i", "we", "you":
			return r.render(s, taken, subject, nil)
		}
	}
	if s.n == r.a.Headline && (s.Words[i].Tag == "VBD" || s.Words[i].Tag == "VBN") {
		return r.render(s, taken, subject, nil)
	}
	return r.render(s, taken, subject, s.headlinePresent(i, r.manyFor(s, subject)))
}

// manyFor is the number of a verb for a subject: a company whose name ends in "s"
// is one.
func (r *reader) manyFor(s *sent, subject int) bool {
	many := s.plural(subject)
	if many && s.Words[subject].POS == syntax.PROPN && !s.coordinated(subject) && !s.has(subject, "det") && r.isOrganisation(s, subject) {
		return false
	}
	return many
}

// headlinePresent returns the words of the verb group of clause i that are written
// otherwise.
func (s *sent) headlinePresent(i int, many bool) map[int]string {
	instead := map[int]string{}
	t := s.tense(i)
	aux := s.kids(i, "aux", "cop")
	be := "is"
	if many {
		be = "are"
	}
	third := func(lemma string) string { return conjugate(lemma, many) }
	if s.negated(i) && len(aux) > 0 {
		return nil // "did not pass", "has not lost": no form says the same in fewer words
	}
	switch {
	case t == infinitive && s.auxBe(i):
		for _, k := range aux {
			if s.lemma(k) == "be" && s.Words[k].Tag != "VB" {
				instead[k] = "to" // "is to begin"
			}
		}
	case t == infinitive && s.marked(i, "to"):
		for _, k := range s.kids(i, "mark") {
			if s.low[k] == "to" {
				instead[k] = ""
			}
		}
		first := i
		for _, k := range aux {
			first = min(first, k)
		}
		instead[first] = "to " + s.Words[first].Form
	case t == past:
		s.pastPresent(i, aux, be, third, instead)
	case (t == perfect || t == pluperfect) && s.Words[i].POS == syntax.VERB:
		s.perfectPresent(i, aux, be, third, instead)
	case t == gerund && len(aux) == 0 && s.Is(i, "advcl", "acl", "conj"):
		instead[i] = third(s.lemma(i))
	case t == participle && len(aux) == 0:
		if s.activePast(i) {
			instead[i] = third(s.lemma(i))
		} else {
			instead[i] = be + " " + s.lowFirst(i)
		}
	default:
		return nil
	}
	return instead
}

func (s *sent) auxBe(i int) bool {
	for _, k := range s.kids(i, "aux", "cop") {
		if s.lemma(k) == "be" && (s.Words[k].Tag == "VBZ" || s.Words[k].Tag == "VBP" || s.Words[k].Tag == "VBD") {
			return true
		}
	}
	return false
}

func (s *sent) pastPresent(i int, aux []int, be string, third func(string) string, instead map[int]string) {
	if s.Words[i].Tag == "VBD" {
		instead[i] = third(s.lemma(i))
		return
	}
	for _, k := range aux {
		if s.Words[k].Tag != "VBD" {
			continue
		}
		if l := s.lemma(k); l == "be" {
			instead[k] = be
		} else if l == "get" {
			instead[k] = third("get")
		} else {
			instead[k] = third(l)
		}
	}
}

func (s *sent) perfectPresent(i int, aux []int, be string, third func(string) string, instead map[int]string) {
	passive := -1
	for _, k := range aux {
		if s.Words[k].Rel == "aux:pass" {
			passive = k
		}
	}
	if passive < 0 && (s.has(i, "cop") || s.Words[i].Tag != "VBN" && s.Words[i].Tag != "VBD") {
		return
	}
	for _, k := range aux {
		instead[k] = ""
	}
	if passive >= 0 {
		instead[passive] = be
	} else {
		instead[i] = third(s.lemma(i))
	}
}

// activePast reports whether a bare participle is a past that the tagger took for
// one: it has a subject of its own or an object, or stands beside an active verb.
func (s *sent) activePast(i int) bool {
	if s.has(i, "nsubj:pass", "obl:agent", "aux:pass") {
		return false
	}
	if h := s.Words[i].Head; s.Is(i, "conj") && h >= 0 && !s.has(i, "nsubj") {
		if s.Words[h].Tag == "VBD" {
			return true
		}
		return s.Words[h].Tag == "VBN" && s.kidLemma(h, "aux", "have") >= 0 && !s.passive(h)
	}
	return s.has(i, "nsubj") || s.Words[i].Rel != "acl" && s.has(i, "obj")
}

func (s *sent) lowFirst(i int) string {
	form := s.Words[i].Form
	if i == 0 && form != strings.ToUpper(form) {
		return strings.ToLower(form)
	}
	return form
}

// conjugate is a verb, with a second word perhaps, in the present.
func conjugate(verb string, many bool) string {
	first, rest, _ := strings.Cut(verb, " ")
	switch {
	case first == "be" && many:
		first = "are"
	case first == "be":
		first = "is"
	case many:
	case first == "have":
		first = "has"
	case first == "do":
		first = "does"
	case first == "go":
		first = "goes"
	case strings.HasSuffix(first, "s"), strings.HasSuffix(first, "x"), strings.HasSuffix(first, "z"), strings.HasSuffix(first, "ch"), strings.HasSuffix(first, "sh"), strings.HasSuffix(first, "o"):
		first += "es"
	case strings.HasSuffix(first, "y") && len(first) > 1 && !strings.ContainsAny(first[len(first)-2:len(first)-1], "aeiou"):
		first = first[:len(first)-1] + "ies"
	default:
		first += "s"
	}
	if rest != "" {
		return first + " " + rest
	}
	return first
}
