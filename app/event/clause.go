package event

import (
	"slices"
	"strings"

	"briefline/app/syntax"
)

// sent is a sentence with what the package has read off its tree.
type sent struct {
	*syntax.Sentence
	n, par int
	low    []string  // forms in lower case
	clause []bool    // the word is the predicate of a clause
	date   []int     // index into reader.whens of the expression that holds the word, -1
	name   []int     // name that holds the word, -1
	group  []int     // whom the mention with this head names, -1
	sure   []float64 // that it does
	quoted []bool    // within quotation marks
	whens  []*when   // its dates, in order
}

// kids returns the children of word i that hang by one of the relations.
func (s *sent) kids(i int, rels ...string) []int {
	var out []int
	for _, k := range s.Kids(i) {
		if s.Is(k, rels...) {
			out = append(out, k)
		}
	}
	return out
}

func (s *sent) has(i int, rels ...string) bool    { return s.Kid(i, rels...) >= 0 }
func (s *sent) lemma(i int) string                { return strings.ToLower(s.Words[i].Lemma) }
func (s *sent) pos(i int, any ...syntax.POS) bool { return slices.Contains(any, s.Words[i].POS) }
func (s *sent) marked(i int, with ...string) bool { return s.kidLemma(i, "mark", with...) >= 0 }

// kidLemma returns the first child by a relation that is one of the words, as
// lemma or as written; -1 for none.
func (s *sent) kidLemma(i int, rel string, any ...string) int {
	for _, k := range s.Kids(i) {
		if s.Is(k, rel) && (slices.Contains(any, s.low[k]) || slices.Contains(any, s.lemma(k))) {
			return k
		}
	}
	return -1
}

// marks returns the words that open the clause of i: "after", "to", "that".
func (s *sent) marks(i int) []string {
	var out []string
	for _, k := range s.kids(i, "mark") {
		out = append(out, s.low[k])
	}
	return out
}

// predicate reports whether word i is the head of a clause.
func (s *sent) predicate(i int) bool {
	if s.Words[i].POS == syntax.VERB && !s.Is(i, "amod", "compound", "fixed", "case", "aux", "mark", "flat", "cc", "det", "punct", "cop") {
		return true
	}
	if s.has(i, "cop") {
		return true
	}
	return (i == s.Root() || s.Is(i, "conj", "parataxis")) && s.has(i, "nsubj") && s.pos(i, syntax.NOUN, syntax.ADJ, syntax.PROPN, syntax.ADV)
}

// over returns the predicate whose clause word i stands in, -1 for none.
func (s *sent) over(i int) int {
	for i = s.Words[i].Head; i >= 0 && !s.clause[i]; i = s.Words[i].Head {
	}
	return i
}

// chain returns the governing predicates of word i, the nearest first.
func (s *sent) chain(i int) []int {
	var out []int
	for i = s.over(i); i >= 0; i = s.over(i) {
		out = append(out, i)
	}
	return out
}

func (s *sent) passive(i int) bool {
	return s.has(i, "nsubj:pass", "aux:pass") || s.Words[i].Tag == "VBN" && s.Words[i].Rel == "acl"
}

// A tense is that of a predicate by its own form and its auxiliaries.
type tense string

const (
	past        tense = "past"
	present     tense = "present"
	perfect     tense = "perfect"
	pluperfect  tense = "pluperfect"
	progressive tense = "progressive" // is meeting
	wasDoing    tense = "was-doing"   // was meeting
	participle  tense = "participle"  // bare: founded by
	gerund      tense = "gerund"
	infinitive  tense = "infinitive"
	future      tense = "future" // will, shall
	should      tense = "should" // must, should, can
	might       tense = "might"  // would, may, might, could
	noTense     tense = "none"
	nominal     tense = "noun" // of an event noun
)

var modals = map[string]tense{"will": future, "shall": future, "'ll": future, "’ll": future, "wo": future, "would": might, "may": might, "might": might, "could": might, "'d": might, "’d": might}

func (s *sent) tense(i int) tense {
	have, haveBack, be, beBack, finite := false, false, false, false, ""
	for _, k := range s.kids(i, "aux", "cop") {
		w := &s.Words[k]
		if w.Tag == "MD" {
			if t, ok := modals[s.low[k]]; ok {
				return t
			}
			return should
		}
		switch l := s.lemma(k); {
		case l == "have":
			have, haveBack = true, haveBack || w.Tag == "VBD"
		case l == "be" && w.Rel == "aux":
			be, beBack = true, beBack || w.Tag == "VBD"
		}
		if finite == "" && (w.Tag == "VBD" || w.Tag == "VBZ" || w.Tag == "VBP") {
			finite = w.Tag
		}
	}
	if !have && (s.kidTag(i, "VB") && s.auxBe(i) || s.marked(i, "to") && (finite == "" || s.Words[i].Tag == "VB" && s.auxBe(i))) {
		return infinitive // "to be held", "are to meet"
	}
	ing := s.Words[i].Tag == "VBG"
	switch {
	case have && haveBack:
		return pluperfect
	case have:
		return perfect
	case be && ing && beBack:
		return wasDoing
	case be && ing:
		return progressive
	}
	if finite == "" {
		finite = s.Words[i].Tag
	}
	if t, ok := ofTag[finite]; ok {
		return t
	}
	return noTense
}

var ofTag = map[string]tense{"VBD": past, "VBZ": present, "VBP": present, "VBN": participle, "VBG": gerund, "VB": infinitive, "TO": infinitive}

// kidTag reports whether the clause has an auxiliary with a tag.
func (s *sent) kidTag(i int, tag string) bool {
	for _, k := range s.kids(i, "aux", "cop") {
		if s.Words[k].Tag == tag {
			return true
		}
	}
	return false
}

// negated reports whether a clause says that something is not so.
func (s *sent) negated(i int) bool {
	return s.kidLemma(i, "advmod", "not", "n't", "n’t", "never") >= 0 || s.kidLemma(i, "cc", "nor", "neither") >= 0
}

// A control says how a predicate comes to its subject.
type control string

const (
	own       control = "own"
	relative  control = "relative" // who founded the mill: its noun
	together  control = "shared"   // was arrested and charged
	governed  control = "governed" // was ordered to leave; leaving the town, he
	atNoun    control = "noun"     // the mill founded in 1900
	noSubject control = "none"
)

// subject returns the subject of predicate i, -1 for none, and how it comes to it.
func (s *sent) subject(i int) (int, control) {
	how := own
	for range 8 { // deeper nesting is a misreading
		if k := s.ownSubject(i); k >= 0 {
			if s.Words[i].Rel == "acl:relcl" && s.Words[i].Head >= 0 && relativeWord(s.low[k]) {
				return s.Words[i].Head, relative
			}
			return k, how
		}
		h := s.Words[i].Head
		if h < 0 {
			return -1, noSubject
		}
		switch s.Words[i].Base() {
		case "conj":
			if !s.clause[h] {
				return -1, noSubject
			}
			if how == own {
				how = together
			}
		case "advcl":
			if !s.clause[h] {
				return -1, noSubject
			}
			if s.marked(i, "to") && s.orders(h) || s.marked(i, "for", "of", "over", "from", "about") && s.has(h, "obj") {
				return s.Kid(h, "obj", "iobj"), governed // "jailed him for steering contracts": he did
			}
			how = governed
		case "xcomp":
			if o := s.Kid(h, "obj", "iobj"); o >= 0 && s.lemma(h) != "promise" {
				return o, governed
			}
			how = governed
		case "acl":
			return h, atNoun
		default:
			return -1, noSubject
		}
		i = h
	}
	return -1, noSubject
}

func (s *sent) ownSubject(i int) int {
	found, outer := -1, -1
	for _, k := range s.kids(i, "nsubj", "csubj") {
		switch {
		case s.Words[k].Rel == "nsubj:outer":
			outer = k
		case found < 0 || s.date[found] >= 0:
			found = k
		case k < i && is(s.lemma(i), "speech") && s.date[k] < 0:
			found = k // "a fish that breathed with both, scientists reported": the nearer says it
		}
	}
	if found < 0 {
		return outer
	}
	return found
}

func relativeWord(low string) bool { return low == "who" || low == "which" || low == "that" }

// plural reports whether a verb takes the plural with this subject.
func (s *sent) plural(i int) bool {
	if i < 0 {
		return false
	}
	w := &s.Words[i]
	if w.POS != syntax.PRON && s.coordinated(i) {
		return true
	}
	switch s.low[i] {
	case "they", "we", "police", "people", "these", "those", "many", "several", "few", "both":
		return true
	case "one", "1", "each", "much", "$", "€", "£", "either", "neither", "nobody", "everyone":
		return false
	}
	switch s.low[i] {
	case "percent", "%", "cent":
		return true
	case "total", "number", "majority", "handful", "series", "group", "couple", "dozen", "hundred", "thousand", "million":
		for _, k := range s.kids(i, "nmod") {
			if s.kidLemma(k, "case", "of") >= 0 && s.plural(k) && s.kidLemma(i, "det", "the") < 0 {
				return true // "a total of 32 fouls"
			}
		}
	}
	return w.POS == syntax.NUM || w.Feat("Number") == "Plur" || w.Tag == "NNS" || w.Tag == "NNPS"
}

// coordinated reports whether "and" joins something to word i.
func (s *sent) coordinated(i int) bool {
	for _, k := range s.kids(i, "conj") {
		if s.kidLemma(k, "cc", "or", "nor", "but") < 0 {
			return true
		}
	}
	return false
}

// hedged reports whether word i stands in or below a clause of a condition.
func (s *sent) hedged(i int) bool {
	for ; i >= 0; i = s.over(i) {
		if s.marked(i, "if", "unless", "whether") {
			return true
		}
	}
	return false
}

// conditional reports whether word i stands below "if" or "unless".
func (s *sent) conditional(i int) bool {
	for ; i >= 0; i = s.Words[i].Head {
		if s.marked(i, "if", "unless") {
			return true
		}
	}
	return false
}

// ordinal reports whether a noun is the first, last or most of its kind: "the first
// emperor to abdicate" did.
func (s *sent) ordinal(i int) bool {
	if i < 0 {
		return false
	}
	for _, k := range append(s.kids(i, "amod", "nummod", "det"), i) {
		switch s.low[k] {
		case "first", "second", "third", "last", "latest", "only", "next":
			return true
		}
		if s.Words[k].Tag == "JJS" {
			return true
		}
	}
	return false
}

// denied reports whether a phrase is one that is not meant: "by the board, not by
// one man", "rather than", "instead of".
func (s *sent) denied(i int) bool {
	for _, k := range s.Kids(i) {
		switch s.low[k] {
		case "not", "n't", "n’t", "never", "rather", "instead", "than", "except", "nor":
			return true
		}
	}
	sub := s.Subtree(i)
	if at := sub[0]; at > 0 {
		switch s.low[at-1] {
		case "not", "than", "nor":
			return true
		}
	}
	return false
}

// orders reports whether verb i bids somebody do something: who does it is its
// object.
func (s *sent) orders(i int) bool {
	return s.has(i, "obj", "iobj") && (is(s.lemma(i), "speech") || is(s.lemma(i), "plan"))
}

// isEventNoun reports whether word i names a happening.
func (s *sent) isEventNoun(i int) bool {
	switch s.Words[i].POS {
	case syntax.NOUN:
		return happening(s.lemma(i)) && !s.Is(i, "compound")
	case syntax.PROPN:
		return words().names.Has(s.lemma(i)) && !s.Is(i, "compound", "flat")
	}
	return false
}
