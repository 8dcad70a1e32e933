package attribution

import (
	"briefline/app/briefing"
)

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
