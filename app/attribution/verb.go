package attribution

import (
	"strings"

	"briefline/app/briefing"
)

// subject is who is the subject of a cue.
type subject struct {
	a, b  int  // its words
	from  int  // the first word of the cue's clause: a, or before an insertion
	gap   bool // in a relative clause: what is said has a gap ("which he says works")
	found bool
}

// verb reads the cue verb at word i.
func (r *reader) verb(i int) ([]Statement, bool) {
	v := cues[r.w[i].low]
	if v.frame&noun != 0 && v.form != past && v.form != participle && r.isNoun(i) {
		return nil, false
	}
	what, at, to := r.after(i, v)
	if v.form == participle {
		return r.participle(i, v, what, at, to)
	}
	// How the verb group begins: "has also been saying".
	g, skip := r.group(i, v)
	if skip {
		if what == clause && v.frame&asks == 0 && r.at(i-2).low == "it" && r.at(i-1).class&(aux|not) == aux && r.at(i-2).quote < 0 {
			return r.forward(i, at, subject{}, v, to), true // "It was reported that": nobody is named
		}
		return nil, false
	}
	if s, ok := r.inverted(i, v); ok {
		return s, true
	}
	sub := r.subject(g)
	if !sub.found {
		return nil, false
	}
	if sub.b-sub.a == 1 && r.at(sub.a).low == "it" && (v.lemma == "find" || v.lemma == "show" || v.lemma == "mean") {
		return nil, false
	}
	if r.at(sub.a).low == "you" && sub.b-sub.a == 1 && v.frame&tells == 0 {
		return nil, false // "you know", "what do you think"
	}
	if v.lemma == "tell" && r.at(i-1).low == "can" {
		return nil, false
	}
	if v.lemma == "tell" && zero(to) && (what == clause || what == bare) {
		return nil, false // "was hauled in and told that", "can tell that"
	}
	if f := r.at(max(sub.a, 0)).low; f == "neither" || f == "nobody" || f == "no" || f == "none" {
		return nil, false
	}
	lead := r.at(sub.from - 1).low
	if lead == "if" || lead == "unless" || lead == "whether" || lead == "lest" {
		return nil, false
	}
	pre := r.before(sub.from)
	switch what {
	case clause, bare:
		if v.frame&(says|that|thinks|tells|asks|denies) == 0 && r.at(at-1).s != ":" {
			break
		}
		if v.frame&(quotes|asks|bids|toDo) != 0 && v.frame&(says|that|thinks|tells) == 0 && what == bare {
			break
		}
		if v.frame&(bids|toDo) != 0 && v.frame&(that|says|tells|thinks) == 0 && at > 0 && r.at(at-1).s != ":" && v.frame&asks == 0 {
			break
		}
		if sub.gap && what == bare {
			return r.relative(i, at, sub, v), true
		}
		return r.forward(i, at, sub, v, to), true
	case quoted:
		if r.at(at-1).s != "," && r.at(at-1).s != ":" && v.lemma != "say" && !r.quotesClause(at) {
			break // "recommended "online translation tools""
		}
		if pre > 0 && r.at(sub.from-1).mark < 0 || pre > 0 && r.at(i+1).s == "," && r.before(sub.from) > 0 && r.clausal(r.taken, pre, true) && !r.adjunct(r.taken, pre) {
			return r.behind(i, pre, sub, v, at, to), true
		}
		return r.forward(i, at, sub, v, to), true
	case toInf:
		if w := r.at(sub.from); v.lemma == "ask" && w.class&rel != 0 {
			break // "who asked not to be named"
		}
		if v.frame&(toDo|bids) != 0 {
			s := r.forward(i, at, sub, v, to)
			for k := range s {
				s[k].Form = Infinitive
			}
			return s, true
		}
	case ending, comma, nothing:
		if lead == "as" && what == comma && v.frame&thinks == 0 && (r.at(sub.from-2).punct || sub.from <= r.first()+1) {
			return r.forward(i, at+1, sub, v, to), true // "As he told them, it works"
		}
		if s, ok := r.afterQuotation(i, what, at, sub, v, to); ok {
			return s, true
		}
		if pre == 0 || v.frame&(says|thinks|tells|quotes|that) == 0 {
			break
		}
		if r.at(sub.from-1).mark < 0 || v.frame&(says|tells) != 0 && what != nothing || v.lemma == "think" || v.lemma == "believe" || v.lemma == "say" || v.lemma == "observe" && what != ending {
			rest := 0
			if what == comma {
				rest = at + 1
			}
			return r.behind(i, pre, sub, v, rest, to), true
		}
	}
	return nil, false
}

// quotesClause reports whether the quotation that opens at word at has a finite
// verb or is long.
func (r *reader) quotesClause(at int) bool {
	k := at + 1
	for k < r.stop && k < at+10 && r.w[k].mark >= 0 {
		k++
	}
	return k == at+10 || r.clausal(at+1, k, true)
}

// first is the first word of the sentence that is none of its marks.
func (r *reader) first() int {
	i := 0
	for i < len(r.w) && r.w[i].punct {
		i++
	}
	return i
}

// isNoun reports whether the word at i, which may be a verb, is a noun here.
func (r *reader) isNoun(i int) bool {
	p := r.at(i - 1)
	if p.class&(det|poss|prep) != 0 && p.class&pron == 0 && p.low != "to" || p.s == "'s" || p.s == "’s" {
		return true
	}
	if p.class&number != 0 || p.digit {
		return true
	}
	v := cues[r.w[i].low]
	n := r.at(i + 1)
	if n.class&(aux|finite) != 0 && n.class&(pron|det) == 0 || n.low == "of" {
		return true
	}
	if p.class&quant != 0 && p.class&pron == 0 && p.class&adverb == 0 || strings.HasSuffix(p.low, "ing") && !p.capital {
		return true
	}
	// "asylum claims": a plural subject takes the base form, a singular one the
	// third person.
	return v.form == base && p.class&(pron|aux|adverb) == 0 && !strings.HasSuffix(p.low, "s") && p.low != "to" && p.low != "people" && p.low != "media" && p.low != "and"
}

// group returns the first word of the verb group that the cue at word i ends,
// and whether the group makes no statement: denied, passive, or an infinitive.
func (r *reader) group(i int, v cueVerb) (g int, skip bool) {
	g = i
	for g > 0 && i-g < 6 {
		p := r.w[g-1]
		if p.mark != 0 || p.quote != r.w[i].quote {
			break
		}
		switch {
		case p.class&not != 0:
			return g, true
		case p.low == "to":
			// "went on to say"
			return g, true
		case p.class&aux != 0:
			if v.form == past && (p.low == "is" || p.low == "was" || p.low == "are" || p.low == "were" || p.low == "be" || p.low == "been") {
				return g, true
			}
			if v.form == base && (p.low == "could" || p.low == "might" || p.low == "should" || p.low == "must") {
				return g, true
			}
		case p.class&adverb != 0 && p.class&(det|quant|pron) == 0 || p.low == "both" && g < i:
		case strings.HasSuffix(p.low, "ly") && !p.capital && len(p.low) > 4:
		default:
			return g, false
		}
		g--
	}
	return g, false
}

// subject finds the subject of a verb group that begins at word g.
func (r *reader) subject(g int) subject {
	j := g - 1
	p := r.at(j)
	if p.low == "who" || p.low == "which" || p.low == "that" && r.nounish(j-1) {
		k := j - 1
		if r.at(k).s == "," {
			k--
		}
		if a, b, ok := r.left(k); ok {
			return subject{a: a, b: b, from: j, found: true}
		}
		return subject{}
	}
	if p.s == "," && j > 0 {
		return r.inserted(j)
	}
	a, b, ok := r.left(j)
	if !ok {
		if p.low == "and" || p.low == "but" {
			if !zero(r.speaker) {
				return subject{a: -1, from: j, found: true} // "… and said": the same speaker
			}
			if s := r.mainSubject(j); s.found {
				s.from = j
				return s
			}
		}
		return subject{}
	}
	s := subject{a: a, b: b, from: a, found: true}
	q := r.at(a - 1)
	if q.class&prep != 0 && q.class&rel == 0 && a > 1 {
		// "A study published on Monday in Nature shows"
		if m := r.mainSubject(a - 1); m.found && !r.clausal(m.b, g, false) {
			return m
		}
	}
	s.gap = q.low == "which" || q.low == "what" || q.low == "that" && r.nounish(a-2) && false
	if q.low == "which" {
		s.from = a - 1
	}
	// "Malaysia's Prime Minister, Najib Razak said"
	if q.s == "," && r.w[a].capital && roles[r.at(a-2).low] {
		if c, _, ok := r.left(a - 2); ok {
			s.a, s.from = c, c
		}
	}
	return s
}

// inserted finds the subject before an insertion that the comma at word j ends:
// "the minister, for his part, said", "Rathke, a spokesman, said".
func (r *reader) inserted(j int) subject {
	best := subject{}
	for c := j - 1; c > 0 && j-c < reach; c-- {
		w := r.w[c]
		if w.mark != 0 || w.s == ";" || w.s == ":" || w.s == "." && !abbreviated[r.at(c-1).low] {
			break
		}
		if w.s != "," || c == j-1 {
			continue
		}
		a, b, ok := r.left(c - 1)
		if !ok {
			continue
		}
		n := r.at(c + 1)
		edge := a == 0 || r.w[a-1].punct || r.w[a-1].mark != 0 || r.w[a-1].class&(conj|sub) != 0
		inserts := n.class&(det|poss|prep|rel|number|adverb) != 0 || n.digit || !n.capital || roles[n.low] || n.capital
		if edge && inserts {
			if best.found && r.at(a).class&(prep|when) != 0 {
				break
			}
			best = subject{a: a, b: b, from: a, found: true}
			if roles[r.at(b-1).low] || r.at(a).class&det != 0 || r.at(b-1).name == 0 && !r.at(b-1).capital {
				if c, d, ok := r.left(j - 1); ok && c == b+1 && d == j && r.w[c].capital && r.w[c].class&(det|when) == 0 {
					best.b = j // "the ministry spokesman, Ali Karimi, said"
				}
			}
			if a == 0 || r.w[a-1].s != "," {
				break
			}
		}
	}
	return best
}

// mainSubject returns the subject with which the sentence begins, as far as
// word end.
func (r *reader) mainSubject(end int) subject {
	i := r.first()
	// "In 2007, the church …": behind the adjunct.
	if w := r.at(i); w.class&(prep|sub|adverb) != 0 && w.class&(pron|det) == 0 || strings.HasSuffix(w.low, "ing") {
		for k := i; k < end && k < i+reach; k++ {
			if r.w[k].s == "," {
				i = k + 1
				break
			}
		}
	}
	b := r.right(i)
	for k := i + 1; k < b; k++ { // a verb that right took for a noun
		if !r.w[k].capital && r.verbal(k, true) && k > i {
			b = k
			break
		}
	}
	if b <= i || b > end {
		return subject{}
	}
	return subject{a: i, b: b, from: i, found: true}
}

func (r *reader) who(s subject) briefing.Span {
	if !s.found {
		return briefing.Span{}
	}
	if s.a < 0 {
		return r.speaker
	}
	return r.span(s.a, s.b)
}

// before returns the end of the content that stands before the cue's clause,
// which begins at word from: 0 when there is none.
func (r *reader) before(from int) int {
	p := r.at(from - 1)
	if from < 2 || p.mark >= 0 && p.s != "," && !isDash(p.s) && p.s != "?" && p.s != "!" {
		return 0
	}
	if p.mark < 0 {
		return from
	}
	c := r.taken
	if c >= from-1 || r.adjunct(c, from-1) {
		return 0
	}
	return from - 1
}

// adjunct reports whether the words [a, b) only say when, where or how: no
// clause that could be content.
func (r *reader) adjunct(a, b int) bool {
	b = min(b, a+longest)
	for a < b && (r.w[a].punct || r.w[a].class&conj != 0) {
		a++
	}
	if a >= b {
		return true
	}
	w := r.w[a]
	if w.low == "according" {
		return true
	}
	ed := strings.HasSuffix(w.low, "ed") && r.at(a+1).class&(sub|prep) != 0 // "Asked if he would resign, …"
	if w.class&(prep|sub|adverb) != 0 && w.class&(pron|det|poss) == 0 || strings.HasSuffix(w.low, "ing") || w.class&when != 0 || ed {
		if w.class&sub == 0 && !ed {
			return !r.clausal(a, b, true)
		}
		// "After the talks ended, he said": one clause; two make content.
		for k := a; k < b; k++ {
			if r.w[k].s == "," {
				return !r.clausal(k+1, b, true)
			}
		}
		return true
	}
	return false
}
