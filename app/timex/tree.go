package timex

import (
	"slices"

	"briefline/app/syntax"
)

// longestTree is how many words of a sentence are read by its tree; of longer
// ones, which no person wrote, the word rules read on.
const longestTree = 500

// tree returns the tree that covers token i, nil when there is none.
func (s *scan) tree(i int) *syntax.Sentence {
	at := s.at(i).start
	for s.treeAt > 0 && s.treeAt <= len(s.trees) && s.trees[s.treeAt-1].End > at {
		s.treeAt--
	}
	for s.treeAt < len(s.trees) && s.trees[s.treeAt].End <= at {
		s.treeAt++
	}
	if s.treeAt == len(s.trees) {
		return nil
	}
	t := &s.trees[s.treeAt]
	if t.Start > at || len(t.Words) == 0 || len(t.Words) > longestTree {
		return nil
	}
	return t
}

// looksAhead returns the direction that the tree gives to the date at token i, and
// whether the tree tells: not where nothing was parsed, where the date hangs on no
// verb, or on one under "would" or "may". What the clause of the date is, is read
// off the tree; its tense off its verb and auxiliaries.
func (s *scan) looksAhead(i int) (direction tense, sure bool) {
	t := s.tree(i)
	if t == nil {
		return unknownTense, false
	}
	w := t.At(s.at(i).start)
	if w < 0 {
		return unknownTense, false
	}
	v := w
	for v >= 0 && !(clause(t, v) && !(v == w && t.Is(v, "obl", "nmod", "advmod", "nummod", "compound"))) {
		v = t.Words[v].Head
	}
	if v < 0 {
		return unknownTense, false
	}
	direction = directionOf(t, v, s.headline())
	f := formOf(t, v)
	return direction, direction != unknownTense || f == presentForm || f == participleForm
}

// clause reports whether word i is the predicate of a clause: a verb that stands
// for itself, or what has a copula.
func clause(t *syntax.Sentence, i int) bool {
	w := &t.Words[i]
	if w.POS == syntax.VERB && !t.Is(i, "amod", "compound", "fixed", "case", "aux", "mark", "flat", "cc", "det", "punct", "cop") {
		return true
	}
	return t.Kid(i, "cop") >= 0 || t.Is(i, "root", "conj", "parataxis") && t.Kid(i, "nsubj") >= 0
}

// above returns the predicate of the clause that holds clause i, -1 for none.
func above(t *syntax.Sentence, i int) int {
	for i = t.Words[i].Head; i >= 0 && !clause(t, i); {
		i = t.Words[i].Head
	}
	return i
}

// form is the tense of one predicate.
type form int

const (
	noForm      form = iota
	willForm         // will, shall, must, should, can
	maybeForm        // would, may, might, could
	pastForm         // "met", "has met", "had met", "was meeting", "having met"
	presentForm      // "meets", "is"
	goingOnForm      // "is meeting"
	participleForm
	infinitiveForm
	gerundForm
)

// formOf returns the tense of predicate i by its auxiliaries and its own form.
func formOf(t *syntax.Sentence, i int) form {
	w := &t.Words[i]
	finite := w.Tag
	for _, k := range t.Kids(i) {
		if !t.Is(k, "aux", "cop") {
			continue
		}
		a := &t.Words[k]
		switch {
		case a.Tag == "MD" && slices.Contains([]string{"would", "may", "might", "could"}, a.Lemma):
			if hasBeen(t, i) {
				return pastForm // "may have left"
			}
			return maybeForm
		case a.Tag == "MD":
			if a.Lemma == "should" && hasBeen(t, i) || a.Lemma == "must" && hasBeen(t, i) {
				return pastForm
			}
			return willForm
		case isHave(a):
			return pastForm
		case a.Tag == "VBD" || a.Tag == "VBZ" || a.Tag == "VBP":
			finite = a.Tag
			if a.Rel == "aux" && w.Tag == "VBG" && a.Tag != "VBD" {
				return goingOnForm
			}
		}
	}
	switch finite {
	case "VBD":
		return pastForm
	case "VBZ", "VBP":
		return presentForm
	case "VBN":
		return participleForm
	case "VBG":
		return gerundForm
	case "VB":
		return infinitiveForm
	}
	return noForm
}

// hasBeen reports whether predicate i has the auxiliary "have".
func hasBeen(t *syntax.Sentence, i int) bool {
	for _, k := range t.Kids(i) {
		if t.Is(k, "aux") && isHave(&t.Words[k]) {
			return true
		}
	}
	return false
}

func isHave(w *syntax.Word) bool { return w.Lemma == "have" || w.Form == "has" || w.Form == "had" }

// plans are the verbs and adjectives of what is to come: their complements and
// their dates lie ahead of the present or of what their participle hangs on.
var plans = set("schedule", "plan", "expect", "intend", "due", "set", "aim", "hope", "slate", "propose", "want", "vow", "pledge", "promise", "order",
	"agree", "decide", "prepare", "likely", "ready", "poise", "bill", "book", "threaten", "need", "oblige", "offer")

func plansAhead(t *syntax.Sentence, i int) bool {
	if plans[t.Words[i].Lemma] {
		return true
	}
	for _, k := range t.Kids(i) {
		if t.Words[k].Lemma == "due" {
			return true
		}
	}
	return false
}

// directionOf returns where the dates of predicate v lie.
func directionOf(t *syntax.Sentence, v int, headline bool) tense {
	w := &t.Words[v]
	f := formOf(t, v)
	if toInfinitive(t, v, f) { // it lies where its governor looks
		return infinitive(t, v)
	}
	switch f {
	case willForm, goingOnForm:
		return ahead
	case pastForm:
		if plans[w.Lemma] && w.Tag == "VBN" && t.Kid(v, "aux:pass") >= 0 && t.Kid(v, "obl") >= 0 {
			return ahead // "has been scheduled for"
		}
		return past
	case presentForm:
		if presentAhead(t, v, headline) {
			return ahead
		}
	case participleForm:
		if !plans[w.Lemma] {
			return past
		}
		if t.Is(v, "acl") {
			return ahead
		}
	case gerundForm, noForm:
		if h := above(t, v); h >= 0 && t.Is(v, "xcomp", "advcl", "ccomp", "conj", "acl") {
			if f := formOf(t, h); f == pastForm {
				return past
			}
		}
	}
	return unknownTense
}

// toInfinitive reports whether predicate v of form f is an infinitive below another.
func toInfinitive(t *syntax.Sentence, v int, f form) bool {
	if !t.Is(v, "xcomp", "acl", "advcl", "ccomp", "conj") || f != infinitiveForm && f != gerundForm && f != noForm {
		return false
	}
	for _, k := range t.Kids(v) {
		if t.Is(k, "mark") && t.Words[k].Lemma == "to" {
			return true
		}
	}
	return f == infinitiveForm
}

// presentAhead reports whether predicate v in the present tells a plan or what a
// timetable has set.
func presentAhead(t *syntax.Sentence, v int, headline bool) bool {
	w := &t.Words[v]
	if plansAhead(t, v) || futurate[w.Lemma] && w.POS == syntax.VERB && !headline && (w.Tag == "VBZ" || w.Tag == "VBP") {
		return true
	}
	for _, k := range t.Kids(v) {
		if w.Lemma == "be" && t.Is(k, "xcomp") && formOf(t, k) == infinitiveForm {
			return true
		}
	}
	return false
}

// infinitive returns where the dates of infinitive v lie: ahead when it is to be
// ("is to meet"), or is planned now or by somebody who planned it.
func infinitive(t *syntax.Sentence, v int) tense {
	for _, k := range t.Kids(v) {
		if a := &t.Words[k]; t.Is(k, "aux", "cop") && a.Lemma == "be" && (a.Tag == "VBZ" || a.Tag == "VBP") {
			return ahead
		}
	}
	h := t.Words[v].Head
	if h >= 0 && !clause(t, h) && (plans[t.Words[h].Lemma] || planning[t.Words[h].Lemma]) {
		return ahead // "the deadline to reply", "plans to open"
	}
	if h = above(t, v); h < 0 {
		return unknownTense
	}
	switch formOf(t, h) {
	case presentForm, participleForm, goingOnForm, willForm:
		if plansAhead(t, h) || slices.Contains([]string{"be", "face", "go", "have"}, t.Words[h].Lemma) || formOf(t, h) == willForm {
			return ahead
		}
	case pastForm:
		if plansAhead(t, h) {
			return ahead // "agreed to open on Friday"
		}
		return past
	}
	return unknownTense
}
