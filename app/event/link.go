package event

import (
	"slices"

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
	return out
}

func (r *reader) link(c *candidate, q *when) (link, bool) {
	s, i := c.s, c.at
	l := link{when: q, kind: linkNear, between: r.between(s, q, i)}
	h := q.head
	gov := s.Words[h].Head
	switch {
	case h == i || i >= q.from && i < q.to:
		l.kind = linkSelf
	case gov == i:
		l.kind = linkOwn
	case s.Above(i, h):
		r.linkDown(c, &l)
	default:
		r.linkUp(c, &l)
	}
	if q.preposition() == "since" && l.kind == linkOwn && r.firstSince(s, i) {
		return l, false // "the first club to win since 2013": the year is another win's
	}
	if l.kind == linkArgument || l.kind == linkNear || l.kind == linkAbove {
		r.linkByPlace(c, &l)
	}
	l.strong = r.strong(c, &l)
	return l, true
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
	opens := l.from <= 2 && (l.from == 0 || openers[s.low[0]])
	switch {
	case opens && root == s.Root() && l.kind != linkAbove:
		l.kind = linkInitial
	case l.kind == linkArgument && l.preposition() == "" && s.over(l.head) == c.at && bareTime.MatchString(l.low):
		l.kind = linkUnmarked
	}
}

var openers = set("in on by during since until around early late after before about as from between at throughout")

// strong reports whether the form of a link makes the date the event's.
func (r *reader) strong(c *candidate, l *link) bool {
	s := c.s
	switch l.kind {
	case linkSelf, linkOwn, linkInitial, linkUnmarked, linkNoun:
		return true
	case linkVerb:
		return l.rel == "nsubj" || l.rel == "obj"
	case linkBelow:
		return l.rel == "advcl" && (l.mark == "when" || l.mark == "once" || l.mark == "as")
	case linkArgument:
		return c.noun && !l.event && s.Is(l.head, "nmod", "obl")
	case linkAbove:
		h := s.over(c.at)
		switch l.rel {
		case "xcomp":
			return !is(s.lemma(h), "plan") && !is(s.lemma(h), "speech") // "agreed on Monday to reopen": the reopening is not Monday's
		case "conj": // a date before the first verb is shared
			return l.from < min(c.at, h)
		case "advcl":
			if l.mark == "when" || l.mark == "while" || l.mark == "as" {
				return true
			}
			return l.mark == "" && l.from < c.at && (c.tense == gerund || c.tense == participle)
		}
	}
	return false
}

// between counts the predicates and event nouns between a date and word i.
func (r *reader) between(s *sent, q *when, i int) int {
	lo, hi := q.to, i
	if i < q.from {
		lo, hi = i+1, q.from
	}
	n := 0
	for k := lo; k < hi; k++ {
		if s.Words[k].POS == syntax.VERB && s.clause[k] || s.Words[k].POS == syntax.NOUN && happening(s.lemma(k)) {
			n++
		}
	}
	return n
}

// firstSince reports whether a clause hangs on "first", "last" or "only".
func (r *reader) firstSince(s *sent, i int) bool {
	if !s.Is(i, "acl", "xcomp", "advcl") {
		return false
	}
	for k := max(0, i-10); k < i; k++ {
		if s.low[k] == "first" || s.low[k] == "last" || s.low[k] == "only" {
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
		case linkSelf, linkOwn, linkInitial, linkUnmarked, linkNoun:
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
