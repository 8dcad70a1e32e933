package figure

import (
	"slices"
	"strings"

	"briefline/app/syntax"
)

// tallied returns what a bare number counts where its verb tells how a tally
// changed: "the number of people killed rose from 97 to 163" is of people, "the
// toll stands at 97" of the toll. -1 where it is no tally.
func tallied(s *syntax.Sentence, m int) int {
	// The parser may hang "to 41" on a word inside the tally: "the number of
	// people killed in the floods to 41". The verb of the change is above it.
	h := s.Words[m].Head
	for up := 0; h >= 0 && up < 6 && !changes(s, h); up++ {
		h = s.Words[h].Head
	}
	if h < 0 || !changes(s, h) {
		return -1
	}
	k := s.Kid(h, "nsubj", "nsubj:pass")
	if k < 0 || !tallies[s.Words[k].Lemma] {
		k = s.Kid(h, "obj") // "bringing the number of dead to 41"
	}
	if k < 0 || !tallies[s.Words[k].Lemma] {
		return -1
	}
	for _, c := range s.Kids(k) {
		if s.Is(c, "nmod") && s.Words[c].POS == syntax.NOUN {
			return c
		}
	}
	return k
}

// changes reports whether a word is a verb that tells how a tally stands.
func changes(s *syntax.Sentence, i int) bool {
	w := &s.Words[i]
	return w.POS == syntax.VERB && (moves[w.Lemma] || w.Lemma == "stand") || w.Lemma == "be"
}

// things returns the noun that a measure is of, and the verb that tells of it:
// "a loss of $2 million" is of a loss, "shares fell 4 percent" of shares that
// fell. Either is -1 for none.
func things(s *syntax.Sentence, m int, c class) (thing, verb int) {
	thing, verb = -1, -1
	h := s.Words[m].Head
	switch {
	case s.Words[m].POS == syntax.VERB:
		return -1, m
	case h < 0:
	case s.Words[h].POS == syntax.VERB:
		verb = h
	case measures(s, h) && s.Words[h].Head >= 0: // "fell 12 percent to $1.3 billion"
		if g := s.Words[h].Head; s.Words[g].POS == syntax.VERB {
			verb = g
		}
	case s.Words[h].POS == syntax.NOUN && s.Is(m, "nmod", "compound", "nummod", "amod", "appos", "dep", "parataxis"):
		thing = h
		if g := s.Words[h].Head; g >= 0 && s.Words[g].POS == syntax.VERB && s.Is(h, "nsubj", "obj") {
			verb = g
		}
	}
	of := -1
	for _, k := range s.Kids(m) {
		if s.Is(k, "nmod") && s.Words[k].POS == syntax.NOUN && s.Kid(k, "case") >= 0 && s.Words[s.Kid(k, "case")].Lemma == "of" {
			of = k
		}
	}
	subject, object := -1, -1
	if verb >= 0 {
		if k := s.Subject(verb); k != m && k >= 0 && s.Words[k].POS != syntax.PRON {
			subject = k
		}
		if o := s.Kid(verb, "obj"); o >= 0 && o != m && (s.Words[o].POS == syntax.NOUN || s.Words[o].POS == syntax.PROPN) && !s.Is(m, "obj") && !measures(s, o) {
			object = o
		}
	}
	switch {
	case thing >= 0:
	case object >= 0: // "cut its forecast by 2 percent"
		thing = object
	case of >= 0 && !(verb >= 0 && moves[s.Words[verb].Lemma] && subject >= 0): // "40 percent of voters"
		thing = of
		if subject >= 0 || !s.Is(m, "nsubj") {
			verb = -1
		}
	default:
		thing = subject
	}
	if thing >= 0 && (timeWords[s.Words[thing].Lemma] || measures(s, thing)) {
		thing = -1
	}
	return thing, verb
}

// measures reports whether a word is a unit rather than a thing.
func measures(s *syntax.Sentence, i int) bool {
	low := strings.ToLower(s.Words[i].Form)
	return low == "%" || low == "percent" || low == "cent" || low == "pct" || s.Words[i].POS == syntax.SYM || unitWords[low] != "" || currencyWords[low] != ""
}

// label words what is counted: the noun with what describes it, and the verb
// that tells what became of it. All words are the text's.
func label(s *syntax.Sentence, q quantity, m, thing, verb int) string {
	var parts []string
	inside := func(i int) bool { return i >= q.from && i < q.to }
	if thing >= 0 && !inside(thing) {
		if p := s.Kid(thing, "nmod:poss"); p >= 0 && s.Words[p].POS == syntax.PRON && verb >= 0 && s.Words[thing].POS == syntax.NOUN { // "doubled its share": whose
			if k := s.Subject(verb); k >= 0 && k != thing && s.Words[k].POS != syntax.PRON {
				return nounPhrase(s, q, k) + " " + nounPhrase(s, q, thing)
			}
		}
		if phrase := nounPhrase(s, q, thing); phrase != "" {
			parts = append(parts, phrase)
		}
	}
	switch {
	case verb >= 0 && tells(s, m, thing, verb):
		parts = append(parts, s.Words[verb].Form)
		if p := s.Kid(verb, "compound:prt"); p >= 0 {
			parts = append(parts, s.Words[p].Form)
		}
	case thing < 0 || inside(thing):
		for _, k := range s.Kids(q.main) {
			if s.Words[k].POS == syntax.ADJ && k >= q.to {
				parts = append(parts, s.Words[k].Form)
				break
			}
		}
	}
	return strings.Join(parts, " ")
}

// tells reports whether the verb may stand behind the thing and say what became
// of it: the thing is its only argument, or it is done to the thing and has the
// form of a participle, as in "jobs cut".
func tells(s *syntax.Sentence, m, thing, verb int) bool {
	w := &s.Words[verb]
	if emptyVerbs[w.Lemma] {
		return false
	}
	at := thing
	if at < 0 || !s.Above(verb, at) {
		at = m
	}
	switch {
	case s.Is(at, "nsubj:pass"):
		return true
	case s.Is(at, "nsubj"), s.Subject(verb) == at:
		return s.Kid(verb, "obj", "xcomp", "ccomp") < 0 || s.Kid(verb, "obj") == m
	case s.Is(at, "obj"):
		return w.Tag == "VBN" || w.Tag == "VBG" || strings.HasSuffix(w.Form, "ed") || w.Form == w.Lemma
	}
	return at == verb
}

// nounPhrase is the noun with its adjectives, compounds and one short phrase
// with "of", without determiners and without the number.
func nounPhrase(s *syntax.Sentence, q quantity, noun int) string {
	const longest = 7 // words
	var out []int
	add := func(i int) {
		if (i < q.from || i >= q.to) && len(out) < longest {
			out = append(out, i)
		}
	}
	if s.Words[noun].POS == syntax.PROPN { // a name whole
		if p := s.Kid(noun, "nmod:poss"); p >= 0 && s.Words[p].POS != syntax.PRON && p < noun {
			for _, i := range s.Subtree(p, "det") {
				add(i)
			}
		}
		for _, i := range s.Subtree(noun, "nmod", "appos", "acl", "conj", "cc", "punct", "case", "det", "parataxis", "dep") {
			add(i)
		}
		return spell(s, out)
	}
	for _, k := range s.Kids(noun) {
		if k < noun && s.Is(k, "amod", "compound", "flat", "nmod:poss", "nmod:desc") && len(s.Subtree(k)) <= 3 {
			for _, i := range s.Subtree(k) {
				if p := s.Words[i].POS; p != syntax.DET && p != syntax.PRON && s.Words[i].Base() != "nummod" {
					add(i)
				}
			}
		}
	}
	add(noun)
	for _, k := range s.Kids(noun) {
		if k > noun && s.Is(k, "nmod", "flat", "compound") {
			tree := s.Subtree(k, "acl", "appos", "conj", "cc", "punct")
			if s.Words[tree[0]].Lemma != "of" && s.Is(k, "nmod") || len(tree) > 3 || slices.ContainsFunc(tree, func(i int) bool { return i >= q.from && i < q.to }) {
				continue
			}
			for _, i := range tree {
				add(i)
			}
			break
		}
	}
	return spell(s, out)
}

// spell sets words side by side, with blanks where the text has them or words
// between were left out.
func spell(s *syntax.Sentence, words []int) string {
	var b strings.Builder
	for k, i := range words {
		if k > 0 && (s.Words[i].Blank || words[k-1] != i-1) {
			b.WriteByte(' ')
		}
		b.WriteString(s.Words[i].Form)
	}
	return b.String()
}
