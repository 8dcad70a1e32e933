package timex

import "briefline/app/syntax"

// usual are adverbs of what returns; in the present they make a date of no year.
var usual = []string{"daily", "usually", "always", "often", "typically", "normally", "generally", "traditionally", "annually", "every", "each",
	"sometimes", "weekly", "yearly", "ordinarily", "regularly", "frequently", "tends", "tend", "tradition"}

// advice are the verbs that tell a reader what to do, at the head of a clause.
var advice = []string{"come", "go", "visit", "avoid", "try", "travel", "plan", "book", "take", "see", "pack", "sow", "plant", "prune", "harvest", "bring", "wear", "stay", "don", "do"}

// returns reports whether the date at token i, which names no year, is told of
// every year: "the lake is at its best in September", "come in spring". Of a day
// that takes a word as "each year"; a month needs but the present.
func (s *scan) returns(i int, g grain) bool {
	if s.isOn(i) || s.headline() || s.any(i-1, "this", "last", "next", "that") {
		return false
	}
	if t := s.tree(i); t != nil {
		return s.returnsByTree(t, i, g)
	}
	returning, often, known := s.returnsByWords(i, g)
	if known {
		return returning
	}
	if s.any(0, advice...) && s.at(0).upper && !s.any(1, "the", "a") || s.any(0, "\"", "“") && s.any(1, advice...) {
		return i > 1
	}
	if !often { // "In June, the lake is often frozen"
		return s.often(i) && s.tense(i) == unknownTense
	}
	return s.tense(i) != past
}

// returnsByWords looks at the words before token i for a verb that tells. often is
// set when a word for what returns stands there, known when the verb decides.
func (s *scan) returnsByWords(i int, g grain) (returning, often, known bool) {
	for k := i - 1; k >= 0 && k > i-clauseTokens; k-- {
		t := s.at(k)
		switch {
		case t.w == ";" || t.w == ":":
			return s.any(k+1, advice...), often, true
		case s.any(k, usual...):
			often = true
		case s.is(k, aheadWord) && !(t.upper && k > 0) && !s.any(k, "can"):
			return false, often, true
		case s.any(k, "is", "are", "am") && !s.futurate(k):
			return often || g < day || s.often(i), often, true
		case t.kind == kindWord && s.verb(k) == past:
			return false, often, true
		case often && (futurate[t.w] || futurate[thirdPerson(t.w)]):
			return true, often, true
		case s.verb(k) == ahead && !often:
			return false, often, true
		}
	}
	return false, often, false
}

// often reports whether the clause goes on behind token i with a word for what
// returns, before any verb that is not in the present.
func (s *scan) often(i int) bool {
	for k := i + 1; k < len(s.toks) && k < i+clauseTokens; k++ {
		switch {
		case s.any(k, usual...):
			return true
		case s.verb(k) != unknownTense && !s.any(k, "is", "are"), s.at(k).w == ";":
			return false
		}
	}
	return false
}

// futurate reports whether "is" at k begins a plan or an action under way: "is to
// meet", "is meeting", "is due".
func (s *scan) futurate(k int) bool {
	n := s.at(k + 1)
	for j := k + 1; j <= k+3; j++ {
		if planning[s.at(j).w] || s.any(j, "to", "expected", "being") {
			return true
		}
	}
	return len(n.w) > 4 && n.w[len(n.w)-3:] == "ing"
}

// returnsByTree reads the same off the tree: the clause of the date is in the
// simple present and no plan, or it is an order.
func (s *scan) returnsByTree(t *syntax.Sentence, i int, g grain) bool {
	v := t.At(s.at(i).start)
	for v >= 0 && !clause(t, v) {
		v = t.Words[v].Head
	}
	if v < 0 {
		return false
	}
	often := false
	for _, k := range t.Kids(v) {
		for _, w := range usual {
			often = often || t.Words[k].Lemma == w
		}
	}
	switch formOf(t, v) {
	case presentForm:
		if plansAhead(t, v) || t.Kid(v, "xcomp") >= 0 && t.Words[v].Lemma == "be" {
			return false
		}
		return often || g < day && !futurate[t.Words[v].Lemma]
	case infinitiveForm: // an order has no subject and no "to"
		return t.Is(v, "root", "conj", "parataxis") && t.Kid(v, "nsubj", "aux", "mark") < 0
	}
	return false
}
