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
