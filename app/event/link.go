package event

import (
	"slices"
	"strings"

	"briefline/app/edtf"
	"briefline/app/syntax"
)

// A linkKind says how a date hangs together with a candidate of its sentence.
type linkKind string

const (
	linkSelf     linkKind = "self"     // the event word is the date's: "the 1998 flood"
	linkOwn      linkKind = "own"      // hangs on the event word
	linkInitial  linkKind = "initial"  // opens the sentence: "In 2012 the dealer bought"
	linkUnmarked linkKind = "unmarked" // yesterday, last year, hung on the object
	linkNoun     linkKind = "noun"     // on the participle below an event noun: "a survey conducted in May"
	linkVerb     linkKind = "verb"     // on the verb of an event noun: "her last show was in May"
	linkBelow    linkKind = "below"    // in a clause below: "rose when his father died in 1989"
	linkArgument linkKind = "argument" // inside an argument
	linkAbove    linkKind = "above"    // on the governing clause
	linkEntry    linkKind = "entry"    // opens the entry of a chronicle
	linkNear     linkKind = "near"     // elsewhere in the sentence
)

// A link is a date of a candidate's sentence and how the two hang together.
type link struct {
	*when
	kind    linkKind
	rel     string // of the clause that the link goes through: "conj", "acl:relcl", "advcl"
	mark    string // that opens it: "when"
	strong  bool   // by the form of the link alone the date is the event's
	between int    // predicates and event nouns between the two
	event   bool   // an event noun lies on the path
	bare    bool   // the date counts without the word before it: not "since 1997"
}

// value is the date as its preposition reads it.
func (l *link) value() edtf.Date {
	v := l.when.value()
	if l.bare {
		if d, err := edtf.Parse(strings.TrimSuffix(strings.TrimPrefix(v.String(), "../"), "/..")); err == nil {
			return d
		}
	}
	return v
}

// links returns the links of a candidate to the dates of its sentence.
func (r *reader) links(c *candidate) []link {
	var out []link
	for _, q := range c.s.whens {
		if q.edtf.IsZero() && !q.unresolved || q.life != "" {
			continue
		}
		if q.n >= 0 && q.anchors(r.a, c.s.Words[c.at].Start) {
			continue
		}
		if l, ok := r.link(c, q); ok {
			out = append(out, l)
		}
	}
	if q := r.entry[c.s.n]; q != nil && !slices.ContainsFunc(out, func(l link) bool {
		return l.when != q && (l.kind == linkOwn || l.kind == linkSelf || l.kind == linkInitial)
	}) {
		out = append(slices.DeleteFunc(out, func(l link) bool { return l.when == q }), link{when: q, kind: linkEntry, strong: true})
	}
	return out
}

func (r *reader) link(c *candidate, q *when) (link, bool) {
	s, i := c.s, c.at
	l := link{when: q, kind: linkNear, between: r.between(c, q)}
	h := q.head
	gov := s.Words[h].Head
	switch head := s.Words[i].Head; {
	case h == i || i >= q.from && i < q.to:
		l.kind = linkSelf
	case head >= q.from && head < q.to && s.Words[i].Rel == "acl:relcl": // "since 1997, when 28 people died"
		l.kind, l.bare = linkOwn, true
	case q.quoted && !s.quoted[i]:
		return l, false
	case gov == i && (s.Is(h, "nsubj", "obj") || r.ofParticiple(s, q, i)):
		l.kind = linkNear // "a dry autumn left …"; "a case opened in 2016"
	case gov == i:
		l.kind = linkOwn
	case s.Above(i, h):
		r.linkDown(c, &l)
	default:
		r.linkUp(c, &l)
	}
	switch p := q.preposition(); {
	case p == "since" && s.firstSince(q.from), s.compared(q.from):
		return l, false
	case r.farAhead(c, q):
		return l, false // "studied what crops yield in 2050"
	case p == "for" && !is(s.lemma(i), "plan") && !is(s.lemma(i), "delay"):
		return l, false // "lowered its forecast for 2025"
	}
	if l.kind == linkArgument || l.kind == linkNear || l.kind == linkAbove {
		r.linkByPlace(c, &l)
	}
	l.strong = r.strong(c, &l)
	return l, true
}

// ofParticiple reports whether a date that the parser hung on verb i is that of the
// participle right before it: "hostages held since 2016 were released", "dropped a
// case opened against her in 2016". Behind the verb only an older year is.
func (r *reader) ofParticiple(s *sent, q *when, i int) bool {
	for k := q.from - 1; k > 0 && k != i; k-- {
		if !s.clause[k] || s.Words[k].POS != syntax.VERB {
			continue
		}
		if s.Words[k].Rel != "acl" || s.Words[k].Tag != "VBN" || !s.Above(i, k) {
			return false
		}
		return q.to <= i || !r.a.Published.IsZero() && !q.edtf.IsZero() && q.edtf.Precision() <= edtf.PrecisionYear && q.year() < yearOf(r.a.Published)
	}
	return false
}

// linkDown reads a date that hangs below the candidate.
func (r *reader) linkDown(c *candidate, l *link) {
	s := c.s
	var clauses []int
	for k := s.Words[l.head].Head; k >= 0 && k != c.at; k = s.Words[k].Head {
		if s.clause[k] {
			clauses = append(clauses, k)
		}
		if s.isEventNoun(k) {
			l.event = true
		}
	}
	if len(clauses) == 0 {
		l.kind = linkArgument
		return
	}
	top := clauses[len(clauses)-1]
	l.kind, l.rel, l.mark = linkBelow, s.relation(top), s.opener(top)
	if l.rel == "xcomp" && len(clauses) == 1 && s.Words[l.head].Head == top && (is(s.lemma(c.at), "aspect") || is(s.lemma(c.at), "not")) {
		l.kind = linkOwn // "will start building in 2027"
	}
	if c.noun && len(clauses) == 1 && s.Words[top].Rel == "acl" {
		l.kind = linkNoun
	}
}

// linkUp reads a date that hangs on a governor of the candidate.
func (r *reader) linkUp(c *candidate, l *link) {
	s, h := c.s, l.head
	gov := s.Words[h].Head
	below := c.at
	for n, u := range s.chain(c.at) {
		if gov != u && h != u && s.over(h) != u {
			below = u
			continue
		}
		if n > 0 {
			return // two clauses up: not this event's
		}
		if c.noun {
			a := c.at
			for s.Words[a].Head >= 0 && s.Words[a].Head != u {
				a = s.Words[a].Head
			}
			l.kind, l.rel = linkVerb, s.Words[a].Base()
			if gov != u && h != u {
				l.kind = linkNear
			}
			return
		}
		l.kind, l.rel, l.mark = linkAbove, s.relation(below), s.opener(below)
		if l.rel == "ccomp" && is(s.lemma(u), "speech") {
			l.kind = linkNear // the day of saying is not that of what is said
		}
		if gov != u && h != u {
			l.between++
		}
		return
	}
}

// linkByPlace gives a date to a main clause that the parser hung elsewhere: one
// that opens the sentence, or one without a preposition behind the object.
func (r *reader) linkByPlace(c *candidate, l *link) {
	s := c.s
	if c.noun {
		return
	}
	root := c.at
	for s.Is(root, "conj") && s.Words[root].Head >= 0 {
		root = s.Words[root].Head
	}
	opens := l.from <= 2 && (l.from == 0 || openers[s.low[0]]) && !l.premodifier()
	switch {
	case opens && root == s.Root() && l.kind != linkAbove:
		l.kind = linkInitial
	case l.kind == linkArgument && l.preposition() == "" && s.over(l.head) == c.at && bareTime.MatchString(l.low):
		l.kind = linkUnmarked
	}
}

var openers = set("in on by during since until around early late after before about as from between at throughout")

// premodifier reports whether a date stands before a noun and says which: "its 2020
// vote", "the 1950s jet".
func (q *when) premodifier() bool {
	h := q.s.Words[q.head].Head
	return h > q.head && q.s.Is(q.head, "compound", "nummod", "amod", "nmod:poss", "nmod:unmarked", "det", "nmod") && q.preposition() == ""
}

// strong reports whether the form of a link makes the date the event's.
func (r *reader) strong(c *candidate, l *link) bool {
	s := c.s
	switch l.kind {
	case linkSelf, linkOwn, linkInitial, linkUnmarked, linkNoun:
		return true
	case linkVerb:
		if v := s.over(c.at); l.rel == "obj" && v >= 0 { // "held the vote in May", not "called the vote in May"
			return is(s.lemma(v), "light") || is(s.lemma(v), "aspect")
		}
		return l.rel == "nsubj"
	case linkBelow:
		if v := s.over(l.head); v >= 0 && c.tense == past && (s.tense(v) == present || s.tense(v) == future) {
			return false // "urged them to reject it when they vote next month"
		}
		return l.rel == "advcl" && (l.mark == "when" || l.mark == "once" || l.mark == "as")
	case linkArgument:
		return c.noun && !l.event && s.Is(l.head, "nmod", "obl")
	case linkAbove:
		h := s.over(c.at)
		switch l.rel {
		case "xcomp":
			return !is(s.lemma(h), "plan") && !is(s.lemma(h), "speech") // "agreed on Monday to reopen": the reopening is not Monday's
		case "conj": // a date before the first verb is shared
			return l.from < min(c.at, h) && r.planned(s, c.at) == r.planned(s, h)
		case "advcl":
			if l.mark == "when" || l.mark == "while" || l.mark == "as" {
				return true
			}
			return len(s.marks(c.at)) == 0 && l.from < c.at && (c.tense == gerund || c.tense == participle)
		}
	}
	return false
}

// between counts the predicates and event nouns between a date and a candidate,
// but for those of its own title: "went on strike on Monday".
func (r *reader) between(c *candidate, q *when) int {
	s, i := c.s, c.at
	lo, hi := q.to, i
	if i < q.from {
		lo, hi = i+1, q.from
	}
	n := 0
	for k := lo; k < hi; k++ {
		if slices.Contains(c.title.words, k) {
			continue
		}
		if s.Words[k].POS == syntax.VERB && s.clause[k] || s.Words[k].POS == syntax.NOUN && happening(s.lemma(k)) {
			n++
		}
	}
	return n
}

// firstSince reports whether words before a date make it another happening's: "the
// first club to win since 2013", "the highest since 1996".
func (s *sent) firstSince(from int) bool {
	for k := max(0, from-10); k < from; k++ {
		switch s.low[k] {
		case "first", "last", "only":
			return true
		}
		if t := s.Words[k].Tag; (t == "JJS" || t == "RBS") && s.low[k] != "least" {
			return true
		}
	}
	return false
}

// compared reports whether a date is that of a number to compare with: "from 259
// million a year earlier", "down from 88 in 2020".
func (s *sent) compared(from int) bool {
	number := false
	for k := from - 1; k >= 0 && k >= from-8; k-- {
		switch low := s.low[k]; {
		case low == "," || low == ";" || s.clause[k] || s.Is(k, "cc"):
			return false
		case s.Words[k].POS == syntax.NUM && s.date[k] < 0:
			number = true
		case low == "than", low == "from" && number, low == "versus", low == "against" && number, low == "compared":
			return true
		}
	}
	return false
}

func (s *sent) relation(i int) string {
	if s.Words[i].Rel == "acl:relcl" {
		return "acl:relcl"
	}
	return s.Words[i].Base()
}

// opener is the word that opens a clause and says how it lies in time.
func (s *sent) opener(i int) string {
	for _, k := range s.kids(i, "mark", "advmod") {
		if slices.Contains([]string{"when", "as", "while", "after", "before", "since", "until", "once", "to", "by", "if"}, s.low[k]) {
			return s.low[k]
		}
	}
	return ""
}

// dates returns the dates that candidates are told to have, for telling two apart.
func (c *candidate) dates() []edtf.Date {
	var out []edtf.Date
	for _, l := range c.links {
		switch l.kind {
		case linkSelf, linkOwn, linkInitial, linkUnmarked, linkNoun, linkEntry:
			if !l.name && !l.edtf.IsZero() {
				out = append(out, l.value())
			}
		case linkVerb, linkArgument:
			if l.strong && !l.name && !l.edtf.IsZero() {
				out = append(out, l.value())
			}
		}
	}
	return out
}
