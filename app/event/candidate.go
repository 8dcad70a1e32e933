package event

import (
	"slices"
	"strings"

	"briefline/app/analysis"
	"briefline/app/briefing"
	"briefline/app/syntax"
	txt "briefline/app/text"
)

// candidate is a clause or a noun that may tell of an event.
type candidate struct {
	s    *sent
	at   int    // its predicate or noun
	noun bool   // it is an event noun, not a clause
	life string // "born" or "died": told by the dates behind a name

	subject int // -1 for none
	how     control
	tense   tense
	title   title
	span    txt.Span

	best, touch, p float64 // scores: the best telling of an event; any telling of one; both mixed
	because        []Weight

	stems   map[string]bool // content of the title
	numbers map[string]bool
	links   []link // dates of its sentence and how they hang together with it
	dating  Dating // by the rules
	rank    int    // of the rule that dated it, the lower the surer
}

// candidates returns all candidates, in the order of the text.
func (r *reader) candidates() []*candidate {
	var out []*candidate
	for _, s := range r.sents {
		if r.a.Furniture[s.n] || len(s.Words) < 2 {
			continue
		}
		out = append(out, r.lifeDates(s)...)
		for i := range s.Words {
			if c := r.candidate(s, i); c != nil {
				out = append(out, c)
			}
		}
	}
	return out
}

func (r *reader) candidate(s *sent, i int) *candidate {
	c := &candidate{s: s, at: i, subject: -1, how: noSubject, tense: nominal}
	switch {
	case s.isEventNoun(i) && !s.has(i, "cop") && s.date[i] < 0:
		c.noun = true
	case s.clause[i]:
		if h := s.Words[i].Head; h >= 0 && s.marked(i, "to") && (is(s.lemma(h), "not") || notNouns[s.lemma(h)]) {
			return nil // "accused them of refusing to pay", "the failure to act": it did not happen
		}
		if h := s.Words[i].Head; s.Is(i, "xcomp") && h >= 0 && s.pos(i, syntax.VERB) && (is(s.lemma(h), "aspect") || is(s.lemma(h), "not")) {
			return nil // the governor speaks for it: "began to leave", "failed to leave"
		}
		c.subject, c.how = s.subject(i)
		c.tense = s.tense(i)
	default:
		return nil
	}
	c.title = r.title(c)
	if !r.titled(c) {
		return nil
	}
	r.finish(c)
	return c
}

var nobody = set("nobody none nothing neither")

// asked reports whether a clause is what somebody asks for, threatens or agreed:
// its governor tells what happened, "threatened to walk out". What is planned now
// ("is due to", "plans to") is told by the clause itself.
func (r *reader) asked(c *candidate) bool {
	s, h := c.s, c.s.Words[c.at].Head
	if h >= 0 && s.Is(c.at, "advcl") && c.tense == infinitive && s.orders(h) {
		return true // "ordered him to leave", read as "in order to leave"
	}
	if h < 0 || !s.Is(c.at, "xcomp") || c.tense != infinitive || !s.clause[h] {
		return s.Words[c.at].Rel == "acl" && c.tense == participle && is(s.lemma(c.at), "plan") && h >= 0 && !s.isEventNoun(h)
	}
	if !is(s.lemma(h), "plan") && !is(s.lemma(h), "speech") {
		return false
	}
	switch s.tense(h) {
	case past, pluperfect, perfect, wasDoing:
		return !s.passive(h)
	}
	return s.has(h, "obj", "iobj")
}

// notNouns are nouns below which "to" tells what did not happen.
var notNouns = set("failure refusal inability reluctance unwillingness decision-not")

// finish fills in what follows from the title.
func (r *reader) finish(c *candidate) {
	s := c.s
	first, last := len(s.Words), -1
	for _, w := range c.title.words {
		first, last = min(first, w), max(last, w)
	}
	first, last = min(first, c.at), max(last, c.at)
	c.span = txt.Span{Start: s.Words[first].Start, End: s.Words[last].End}
	c.stems = contentStems(c.title.text)
	c.numbers = map[string]bool{}
	for _, w := range c.title.words {
		if s.Words[w].POS == syntax.NUM {
			c.numbers[s.low[w]] = true
		}
	}
	c.links = r.links(c)
}

// titled reports whether a title says what happened: not a single word of a
// clause, and no infinitive or participle of which nobody is the subject.
func (r *reader) titled(c *candidate) bool {
	n := len(strings.Fields(c.title.text))
	if n == 0 || !c.noun && n < 2 {
		return false
	}
	if c.s.conditional(c.at) {
		return false
	}
	if j := c.subject; j >= 0 && c.s.quoted[c.at] && (c.s.low[j] == "i" || c.s.low[j] == "we" || c.s.low[j] == "you") {
		return false // somebody speaks of himself
	}
	if c.noun {
		return true
	}
	if c.s.Words[c.at].Rel == "acl" && (c.tense == gerund && len(c.s.marks(c.at)) > 0 || c.tense == infinitive && !c.s.ordinal(c.subject)) {
		return false // "the cost of closing a plant", "a promise to settle": nothing is done
	}
	if strings.HasSuffix(c.title.text, " what") || strings.HasSuffix(c.title.text, " that") {
		return false
	}
	if c.s.n == r.a.Headline {
		return true
	}
	if l := c.s.lemma(c.at); (l == "do" || l == "make" || l == "have" || l == "take" || l == "give") && !c.s.has(c.at, "obj", "xcomp", "ccomp", "compound:prt", "nsubj:pass", "cop") {
		return false // "the first to do so"
	}
	if c.tense == gerund && c.s.Is(c.at, "xcomp", "ccomp", "csubj", "obl", "nmod") {
		return false // "considers moving": nobody moves
	}
	if c.s.negated(c.at) && (c.tense == present || c.tense == progressive || c.tense == infinitive) {
		return false // "does not accept": nothing happens
	}
	if c.subject >= 0 && c.s.kidLemma(c.subject, "det", "no", "neither") >= 0 || c.subject >= 0 && nobody[c.s.low[c.subject]] {
		return false // "neither side rejected it"
	}
	if j := c.subject; j >= 0 && c.s.clause[j] && c.s.pos(j, syntax.VERB) {
		if t := c.s.tense(j); t != infinitive && t != gerund {
			return false // two clauses read as one
		}
	}
	if r.asked(c) {
		return false
	}
	if s, i := c.s, c.at; s.Words[i].Rel == "acl:relcl" && c.tense == participle && s.ownSubject(i) < 0 {
		return false // a misread clause: a participle needs no relative
	}
	if c.subject >= 0 && c.s.kidLemma(c.subject, "nmod:poss", "whose") >= 0 {
		return false // its verb is often that of the clause around it
	}
	if k := c.s.kids(c.at, "advcl"); slices.ContainsFunc(k, func(k int) bool { return c.s.marked(k, "if", "unless") }) && c.tense != past {
		return false // "would strike unless they are paid"
	}
	if l := c.s.lemma(c.at); (l == "say" || l == "add" || l == "tell") && (c.s.has(c.at, "ccomp", "parataxis") || !c.s.has(c.at, "obj", "nsubj:pass")) {
		return false
	}
	return c.title.subject
}

// lifeDates are the birth and death that the dates behind a person's name tell:
// "Edda Falk (March 3, 1931 – May 5, 2010)".
func (r *reader) lifeDates(s *sent) []*candidate {
	var out []*candidate
	for _, q := range s.whens {
		if q.life == "" {
			continue
		}
		c := &candidate{s: s, at: q.owner, life: q.life, noun: true, subject: q.owner, how: own, tense: past}
		name := r.a.Groups[s.group[q.owner]].Name
		verb := "is born"
		if q.life == "died" {
			verb = "dies"
		}
		c.title = title{text: capital(name) + " " + verb, words: s.noun(q.owner)}
		r.finish(c)
		c.span.End = max(c.span.End, r.a.Dates[q.n].End)
		c.links = []link{{when: q, kind: linkSelf}}
		out = append(out, c)
	}
	return out
}

// takePart returns the groups that take part in an event and those that say where
// it was, by its arguments.
func (r *reader) takePart(c *candidate) (who, where []int) {
	s := c.s
	add := func(list *[]int, g int) {
		if g >= 0 && !slices.Contains(*list, g) && !r.a.Groups[g].Agency {
			*list = append(*list, g)
		}
	}
	for _, w := range c.title.words {
		g := s.group[w]
		if g < 0 {
			continue
		}
		place := r.a.Groups[g].Kind == analysis.Place || r.a.Groups[g].Kind == analysis.State
		if place && !s.Is(w, "nsubj", "obj", "iobj", "conj", "nmod:poss") && s.kidLemma(w, "case", "in", "at", "near", "outside", "around", "off") >= 0 {
			add(&where, g)
		} else if !s.Is(w, "compound") {
			add(&who, g)
		}
	}
	if c.subject >= 0 {
		add(&who, s.group[c.subject])
	}
	for _, k := range s.kids(c.at, "obl", "nmod") {
		if g := s.group[k]; g >= 0 && s.kidLemma(k, "case", "in", "at", "near", "outside", "off") >= 0 {
			if kind := r.a.Groups[g].Kind; kind == analysis.Place || kind == analysis.State {
				add(&where, g)
			}
		}
	}
	return who, where
}

// reported returns the clause that a speaker tells the candidate in, zero where
// the article tells it: what is quoted, what hangs below a verb of saying, and what
// such a verb follows ("…, police said").
func (r *reader) reported(c *candidate) txt.Span {
	s := c.s
	if q := r.a.Quoted(s.Words[c.at].Start); q >= 0 {
		return r.a.Quotes[q].Words()
	}
	for i := c.at; i >= 0; i = s.Words[i].Head {
		h := s.Words[i].Head
		if s.Is(i, "ccomp", "parataxis") && h >= 0 && is(s.lemma(h), "speech") && s.ownSubject(h) >= 0 {
			return s.Extent(i)
		}
		for _, k := range s.kids(i, "parataxis") {
			if is(s.lemma(k), "speech") && s.ownSubject(k) >= 0 {
				return s.Extent(i, "parataxis")
			}
		}
		for _, k := range s.kids(i, "obl") {
			if s.kidLemma(k, "case", "according") >= 0 {
				return s.Extent(i, "obl")
			}
		}
	}
	return txt.Span{}
}

// state is how far what a candidate tells has come to pass.
func (r *reader) state(c *candidate) briefing.EventState {
	s, l := c.s, c.s.lemma(c.at)
	switch {
	case c.noun:
		if v := s.over(c.at); v >= 0 && s.Is(c.at, "nsubj", "obj") {
			switch l := s.lemma(v); {
			case is(l, "delay") && !r.planned(s, v):
				return briefing.StatePostponed
			case (is(l, "cancel") || l == "call" && s.kidLemma(v, "compound:prt", "off") >= 0) && !r.planned(s, v):
				return briefing.StateCalledOff
			case r.planned(s, v):
				return briefing.StatePlanned
			}
		}
		if r.datedAhead(c) {
			return briefing.StatePlanned
		}
	case r.planned(s, c.at):
		return briefing.StatePlanned
	case is(l, "delay") && r.aboutEvent(s, c.at):
		return briefing.StatePostponed
	case (is(l, "cancel") || l == "call" && s.kidLemma(c.at, "compound:prt", "off") >= 0) && r.aboutEvent(s, c.at):
		return briefing.StateCalledOff
	case (c.tense == present || c.tense == progressive || c.tense == infinitive) && r.datedAhead(c):
		return briefing.StatePlanned
	}
	return ""
}

// aboutEvent reports whether what a verb does is done to a happening or a plan.
func (r *reader) aboutEvent(s *sent, v int) bool {
	k := s.Kid(v, "obj")
	if k < 0 {
		k = s.Kid(v, "nsubj:pass")
	}
	return k >= 0 && (s.isEventNoun(k) || s.lemma(k) == "plan" || s.lemma(k) == "project" || s.lemma(k) == "match" || s.lemma(k) == "concert")
}

// planned reports whether the clause of predicate i tells of what is to come.
func (r *reader) planned(s *sent, i int) bool {
	t := s.tense(i)
	if t == future {
		return true
	}
	if (t == present || t == participle) && (is(s.lemma(i), "plan") || s.lemma(i) == "go") && s.has(i, "xcomp") {
		return true
	}
	if t == infinitive && s.auxBe(i) {
		return true // "is to leave"
	}
	if h := s.over(i); h >= 0 && (t == infinitive || t == gerund) && s.Is(i, "xcomp", "ccomp") {
		ht := s.tense(h)
		return ht == future || (ht == present || ht == progressive || ht == participle) && (is(s.lemma(h), "plan") || s.lemma(h) == "be" || s.lemma(h) == "go")
	}
	if h := s.over(i); h >= 0 && s.Is(i, "conj") && (t == infinitive || t == noTense) {
		return s.tense(h) == future
	}
	return false
}

// datedAhead reports whether its own date lies behind the day of publication.
func (r *reader) datedAhead(c *candidate) bool {
	if r.a.Published.IsZero() {
		return false
	}
	for _, l := range c.links {
		if l.kind == linkOwn || l.kind == linkSelf || l.kind == linkInitial {
			v := l.value()
			return !v.IsZero() && v.Bounds().From >= r.a.Published.Bounds().To
		}
	}
	return false
}
