package attribution

import (
	"strings"

	"briefline/app/briefing"
)

// inverted reads a verb that stands before its subject, behind what is said:
// "…", said KCNA.
func (r *reader) inverted(i int, v cueVerb) ([]Statement, bool) {
	p := r.at(i - 1)
	apart := i == 0 && r.earlier >= 0 // "Oh!" says my mother.
	if i < 2 && !apart || v.form == participle || v.frame&(says|quotes) == 0 || p.mark >= 0 && p.s != "," && !apart {
		return nil, false
	}
	a := i + 1
	b := r.right(a)
	if b == a {
		return nil, false
	}
	if w := r.at(a); !w.capital && w.class&(det|pron|poss|quant) == 0 {
		// "said officials", but not "said goodbye" nor "added fuel"
		if !strings.HasSuffix(r.at(b-1).low, "s") || v.lemma != "say" {
			return nil, false
		}
	}
	n := r.at(b)
	if b < r.stop && !n.punct && n.class&(prep|rel|sub|when) == 0 && n.low != "as" {
		return nil, false // a clause follows: "Smith, a baker, said the plan works"
	}
	if p.s == "," && v.form != past && v.form != third {
		return nil, false
	}
	sub := subject{a: a, b: b, from: i, found: true}
	if apart {
		return r.afterQuotation(i, ending, b, sub, v, briefing.Span{})
	}
	pre := r.before(i)
	if pre == 0 {
		return nil, false
	}
	rest := 0
	k := b
	for k < r.stop && k < b+reach && r.w[k].s != "," && r.w[k].mark == 0 {
		k++
	}
	if r.at(k).s == "," && (k == b || r.at(k+1).mark > 0) && k-b < 12 {
		rest = k + 1
	} else if r.at(k).mark > 0 && k == b {
		rest = k
	}
	s := r.behind(i, pre, sub, v, rest, briefing.Span{})
	return s, s != nil
}

// afterQuotation reads a cue whose sentence only says who spoke the question or
// exclamation before it: "Who is there?" he asked.
func (r *reader) afterQuotation(i int, what behind, at int, sub subject, v cueVerb, to briefing.Span) ([]Statement, bool) {
	if r.earlier < 0 || sub.from > 0 || v.frame&(says|quotes|asks|thinks) == 0 || what == nothing && v.frame&(says|quotes) == 0 {
		return nil, false
	}
	q := r.quotes[r.earlier]
	c := trim(r.text, briefing.Span{Start: max(q.start, r.last.Start), End: min(q.end, r.last.End)})
	if zero(c) {
		return nil, false
	}
	s := r.statement(i, c, r.who(sub), v)
	s.Addressee, s.Direct, s.Form, s.Sentence = to, true, Quotation, r.n-1
	if what == comma && r.at(at+1).mark > 0 {
		s.Rest = r.content(at+1, r.end(i, at+1))
	}
	return []Statement{s}, true
}

// participle reads ", adding that", "saying that" and "with Boswell stating":
// the speaker is who spoke before in the sentence, else its subject.
func (r *reader) participle(i int, v cueVerb, what behind, at int, to briefing.Span) ([]Statement, bool) {
	if what != clause && what != quoted && what != bare {
		return nil, false
	}
	if v.frame&(says|that|tells|quotes|thinks) == 0 {
		return nil, false
	}
	p := r.at(i - 1)
	if p.class&aux != 0 || p.s == "'s" || p.s == "’s" || p.class&adverb != 0 && r.at(i-2).class&aux != 0 { // "is saying"
		g := i - 1
		if r.at(g).class&aux == 0 && r.at(g).s != "'s" {
			g--
		}
		if sub := r.subject(g); sub.found && r.at(i-1).class&not == 0 && r.at(i-2).class&not == 0 {
			return r.forward(i, at, sub, v, to), true
		}
		return nil, false
	}
	if what == bare && p.s != "," && v.lemma != "say" && v.lemma != "report" && v.lemma != "state" {
		return nil, false
	}
	if v.frame&thinks != 0 && p.s != "," || v.form == base {
		return nil, false
	}
	if what == quoted && r.at(at-1).s != "," && r.at(at-1).s != ":" && !r.quotesClause(at) {
		return nil, false
	}
	if p.s != "," && p.mark == 0 && r.nounish(i-1) { // "with Boswell stating"
		if a, b, ok := r.left(i - 1); ok && r.at(a-1).low == "with" {
			return r.forward(i, at, subject{a: a, b: b, from: a, found: true}, v, to), true
		}
	}
	if p.class&(det|poss) != 0 || p.low == "of" || p.low == "without" || p.low == "from" {
		return nil, false
	}
	sub := subject{a: -1, from: i, found: true}
	if i == r.first() { // "Saying that he was tired, the coach resigned."
		m := r.mainSubject(r.stop)
		if !m.found || m.a <= at+1 {
			return nil, false
		}
		c := r.content(at, m.a-1)
		if zero(c) {
			return nil, false
		}
		return []Statement{r.statement(i, c, r.who(m), v)}, true
	}
	if zero(r.speaker) || v.lemma == "say" && p.s != "," {
		if m := r.mainSubject(i); m.found {
			sub = m
			sub.from = i
		} else if zero(r.speaker) {
			return nil, false
		}
	}
	return r.forward(i, at, sub, v, to), true
}

// according reads "according to X" at word i: before, behind or within what X
// says.
func (r *reader) according(out []Statement, i int) []Statement {
	a := i + 2
	b := r.right(a)
	if b == a {
		return out
	}
	var c, second briefing.Span
	// What follows the speaker: appositions up to the comma.
	k := b
	for k < r.stop && k < i+reach && r.w[k].s != "," && r.w[k].mark == 0 && r.w[k].s != ";" {
		if r.verbal(k, false) {
			break
		}
		k++
	}
	first := i <= r.first() || r.at(i-1).class&conj != 0 || r.at(i-1).s == ";" || i-1 <= r.taken && i > 0
	switch {
	case first:
		// "According to X, an official in Y, the plan works."
		at := k
		if r.at(k).s == "," {
			at = k + 1
			if r.at(at).class&rel != 0 || r.at(at).class&prep != 0 && r.at(at).class&rel != 0 {
				for n := at; n < r.stop && n < at+reach; n++ {
					if r.w[n].s == "," {
						at = n + 1
						break
					}
				}
			}
			if n := r.right(at); n > at && r.at(n).s == "," && !r.verbal(n-1, true) && r.clausal(n+1, r.stop, true) && !r.clausal(at, n, true) {
				at = n + 1
			}
		} else if k >= r.stop {
			return out
		} else if !r.clausal(b, min(b+reach, r.stop), true) {
			return out
		} else if r.verbal(k, false) {
			// No comma: "According to the ministry over 345 pilgrims have died."
			at = b
			if x := r.bareAfter(a); x > 0 {
				at, b = x, x
			}
		}
		end := r.end(i, at)
		if n := r.accordingAgain(at, end); n > 0 {
			end = n
		}
		if _, ok := cues[r.at(end-1).low]; ok && end-at < 5 {
			return out // "according to those figures, NPD said"
		}
		c = r.content(at, end)
	case r.at(i-1).s == ",":
		from := r.taken
		end := i - 1
		if r.at(k).s == "," && k+1 < r.stop { // within a sentence
			if p := r.at(i - 2); p.low == "which" || p.low == "that" || p.class&sub != 0 {
				c = r.content(k+1, r.end(i, k+1))
				break
			}
			if !r.carries(k+1, r.stop) && r.at(k+1).mark <= 0 {
				c = r.content(r.dateline(from), end)
				break
			}
			second = r.content(k+1, r.end(i, k+1))
			if second.End-second.Start > 0 && !r.clausal(from, end, true) {
				c, second = second, r.content(r.dateline(from), end)
				break
			}
		}
		c = r.content(r.dateline(from), end)
	case r.at(i-1).mark < 0:
		c = r.content(r.open(i), i)
	default:
		// No comma before: "The plan works according to officials."
		if !r.clausal(r.taken, i, true) {
			return out
		}
		c = r.content(r.dateline(r.taken), i)
	}
	if zero(c) {
		return out
	}
	s := r.statement(i, c, r.span(a, b), cueVerb{frame: says, lemma: "according"})
	s.Cue = r.span(i, i+2)
	s.Rest = second
	if !first {
		r.taken = b
	} else {
		r.taken = max(r.taken, b)
	}
	return append(out, s)
}

// bareAfter returns where content begins that no comma parts from the speaker
// at word a: at a determiner, number or lower-case preposition behind a name.
func (r *reader) bareAfter(a int) int {
	for k := a + 1; k < a+12 && k < r.stop; k++ {
		w := r.w[k]
		if r.at(k-1).capital && (w.class&(det|poss|number|pron) != 0 || w.digit || w.low == "over" || w.low == "at" || w.low == "more") {
			return k
		}
	}
	return 0
}

// accordingAgain returns the comma before another "according to" in [at, end).
func (r *reader) accordingAgain(at, end int) int {
	for k := at; k < end; k++ {
		if r.w[k].s == "," && r.at(k+1).low == "according" {
			return k
		}
	}
	return 0
}

// colon reads a sentence that names its speaker before a colon: `Braverman:
// "It is clear"`, "Reports: asylum process to change".
func (r *reader) colon(out []Statement) []Statement {
	for k := 1; k < 10 && k < r.stop; k++ {
		w := r.w[k]
		if w.mark != 0 || w.punct && w.s != ":" || r.verbal(k, false) {
			return out
		}
		if w.s != ":" {
			continue
		}
		if _, ok := cues[r.w[k-1].low]; ok && k > 1 {
			return out // "She continued:"
		}
		b := r.right(0)
		reports := k == 1 && sourceWords[r.w[0].low]
		if b != k && !reports || r.at(k+1).mark <= 0 && !reports {
			return out
		}
		c := r.content(k+1, r.stop)
		if zero(c) {
			return out
		}
		s := r.statement(0, c, r.span(0, k), cueVerb{frame: says})
		s.Cue = briefing.Span{}
		r.taken = k + 1
		return append(out, s)
	}
	return out
}

var sourceWords = words("report reports study studies poll polls police officials survey source sources analyst analysts experts minister")

// introduced reads a quotation that the sentence before introduced with a colon.
func (r *reader) introduced(out []Statement) []Statement {
	lead, cue := r.lead, r.leadCue
	r.lead, r.leadCue = briefing.Span{}, briefing.Span{}
	if zero(lead) || r.at(0).mark <= 0 {
		return out
	}
	q := r.at(1).quote
	if q < 0 {
		return out
	}
	k := 1
	for k < r.stop && k < longest && r.w[k].quote == q {
		k++
	}
	c := r.content(1, k)
	if zero(c) {
		return out
	}
	s := r.statement(0, c, lead, cueVerb{frame: says})
	s.Cue = cue
	return append(out, s)
}

// introduces reads a colon before a quotation that no cue took: the subject of
// the sentence speaks. Behind a colon that ends the sentence the quotation may
// follow in the next one. out[had:] are the statements of the sentence.
func (r *reader) introduces(out []Statement, had int) []Statement {
	for k := max(1, r.stop-1); k > 0 && k < len(r.w); k++ {
		if k == len(r.w)-1 && r.w[k].s == ":" && r.w[k].quote < 0 {
			if len(out) > had {
				if last := out[len(out)-1]; last.Form != Quotation {
					return out
				}
			}
			s := r.mainSubject(k)
			for _, i := range r.cue {
				v := cues[r.w[i].low]
				g, _ := r.group(i, v)
				if c := r.subject(g); v.form != participle && c.found && c.a >= 0 {
					s, r.leadCue = c, r.span(i, i+1)
					break
				}
			}
			if s.found {
				r.lead = r.span(s.a, s.b)
			}
			return out
		}
	}
	for k := 3; k+1 < len(r.w); k++ {
		if r.w[k].s != ":" || r.w[k+1].mark <= 0 || r.at(k-1).low == "including" || r.at(k-1).class&prep != 0 {
			continue
		}
		end := k + 2
		for end < len(r.w) && r.w[end].mark >= 0 {
			end++
		}
		c := r.content(k+2, end)
		s := r.mainSubject(k)
		if zero(c) || !s.found || !r.mayTalk(s) || !r.clausal(s.b, k, true) || !r.quotesClause(k+1) {
			return out
		}
		for _, f := range out[had:] {
			if overlap(f.Content, c) || overlap(f.Rest, c) || overlap(r.span(s.a, s.b), f.Content) {
				return out
			}
		}
		t := r.statement(k, c, r.span(s.a, s.b), cueVerb{frame: says})
		return append(out, t)
	}
	return out
}

// mayTalk reports whether the words of a subject name who may speak, as far as
// they tell: a name, a pronoun, an office.
func (r *reader) mayTalk(s subject) bool {
	last := r.at(s.b - 1)
	switch last.low {
	case "he", "she", "they", "i", "we":
		return true
	}
	return last.capital || roles[last.low]
}
