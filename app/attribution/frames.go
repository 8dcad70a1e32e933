package attribution

import (
	"strings"

	"briefline/app/briefing"
)

// statements appends the statements of the sentence to out.
func (r *reader) statements(out []Statement) []Statement {
	had := len(out)
	out = r.introduced(out)
	out = r.colon(out)
	k := 0
	for i := 0; i < len(r.w); i++ {
		if r.w[i].low == "according" && r.at(i+1).low == "to" {
			out = r.according(out, i)
			continue
		}
		for k < len(r.cue) && r.cue[k] < i {
			k++
		}
		isCue := k < len(r.cue) && r.cue[k] == i
		if isCue {
			if s, ok := r.verb(i); ok {
				out = append(out, s...)
				continue
			}
		}
		out = r.phrase(out, i)
	}
	return r.introduces(out, had)
}

// what stands behind a cue
type behind uint8

const (
	nothing behind = iota // a noun phrase or what else is no content
	ending                // the clause ends
	comma                 // a comma, and no quotation behind it
	clause                // "that", or a question word, and a clause
	bare                  // a clause without "that"
	quoted                // a quotation
	toInf                 // "to" and an infinitive
)

// after reads what stands behind the cue at word i: what it is, the word with
// which the content begins, and the addressee.
func (r *reader) after(i int, v cueVerb) (what behind, at int, to briefing.Span) {
	j := i + 1
	if v.lemma == "point" {
		if r.at(j).low != "out" {
			return nothing, j, to
		}
		j++
	}
	if either := v.lemma == "warn" || v.lemma == "promise"; !either && v.frame&(tells|bids) != 0 || either && r.warns(j) {
		if end := r.addressee(j); end > j {
			to = r.span(j, end)
			j = end
		}
	}
	begun := j
	for steps := 0; steps < 6; steps++ {
		w := r.at(j)
		switch {
		case j >= r.stop && w.mark <= 0:
			return ending, j, to
		case w.mark > 0:
			return quoted, j, to
		case w.low == "that" && !w.punct:
			if n := r.at(j + 1); n.class&(aux|finite) != 0 && n.class&(pron|det) == 0 || n.s == "'s" || n.s == "’s" {
				return bare, j, to // "said that was all"
			}
			return clause, j + 1, to
		case (w.s == "," || w.s == ":" || isDash(w.s)) && r.at(j+1).mark > 0:
			return quoted, j + 1, to
		case w.s == ":":
			return clause, j + 1, to
		case w.s == ",":
			// ", on Friday, that"
			for k := j + 1; k < j+14 && k < r.stop; k++ {
				if r.w[k].s == "," && r.at(k+1).low == "that" {
					return clause, k + 2, to
				}
				if r.w[k].s == "," && r.at(k+1).mark > 0 && r.at(j+1).class&prep != 0 {
					return quoted, k + 1, to
				}
				if r.verbal(k, false) {
					break
				}
			}
			if b := r.at(begun); begun < j && b.class&prep != 0 && b.low != "for" && b.low != "of" && b.low != "to" && v.form != base && (v.frame&(says|thinks) != 0 || v.lemma == "estimate") && r.plain(j+1, v) && v.lemma != "say" && v.frame&shows == 0 {
				return bare, begun, to // "estimated by 2050, growth would"
			}
			return comma, j, to
		case w.punct, w.mark < 0:
			return ending, j, to
		case w.low == "to" && v.frame&(toDo|bids) != 0 && !r.at(j+1).capital && r.at(j+1).class&(det|poss|pron) == 0:
			return toInf, j, to
		case w.low == "not" && r.at(j+1).low == "to" && v.frame&(toDo|bids) != 0:
			return toInf, j, to
		case w.class&sub != 0 && w.class&prep == 0 && w.low != "because":
			if w.low == "if" || w.low == "when" || w.low == "while" || w.low == "although" || w.low == "though" || w.low == "once" {
				if r.clausal(j+1, j+reach, false) && r.longClause(j) {
					return bare, j, to
				}
				if w.low != "if" {
					return ending, j, to
				}
			}
			if w.low == "so" || w.low == "as" {
				return ending, j, to
			}
			return clause, j, to
		case w.low == "who" || w.low == "which":
			return clause, j, to
		case w.class&prep != 0 && w.class&(adverb|sub) == 0 || w.class&sub != 0 && w.class&prep != 0:
			if w.class&sub != 0 && r.clauseAfter(j+1) {
				return ending, j, to
			}
			if n := r.at(j + 1); w.low == "to" && !n.capital && n.class&(det|poss|objpron|quant) == 0 && !strings.HasSuffix(n.low, "s") {
				return nothing, j, to // an infinitive
			}
			end := r.right(j + 1)
			if end == j+1 {
				if r.at(end).low == "that" || r.at(end).s == "," {
					j = end
					continue
				}
				return nothing, j, to
			}
			j = end
		case w.class&when != 0 && r.at(j+1).low != "'s" && !r.verbal(j+1, false):
			j++
		case (w.low == "last" || w.low == "this" || w.low == "late" || w.low == "early") && r.at(j+1).class&when != 0:
			j += 2
		case w.class&adverb != 0 && w.class&(det|quant) == 0 && w.class&aux == 0:
			j++
		default:
			if v.frame&(says|thinks|that|tells) != 0 && r.plain(j, v) {
				return bare, j, to
			}
			return nothing, j, to
		}
	}
	return nothing, j, to
}

// warns reports whether the words from j on name who is warned, not a clause:
// "that" or "to" follows them.
func (r *reader) warns(j int) bool {
	k := r.addressee(j)
	n := r.at(k).low
	return k > j && (n == "that" || n == "to" || n == "not" || n == "against" || n == "of")
}

// longClause reports whether a comma and a further clause follow the one that
// begins at word j: "said if it rains, they will stay".
func (r *reader) longClause(j int) bool {
	for k := j; k < j+reach && k < r.stop; k++ {
		if r.w[k].s == "," {
			return r.clausal(k+1, min(k+12, r.stop), true)
		}
	}
	return true
}

// plain reports whether a clause without "that" begins at word j: a subject, and
// a finite verb before anything that opens another clause.
func (r *reader) plain(j int, v cueVerb) bool {
	w := r.at(j)
	if w.punct || w.low == "nothing" || w.low == "something" || w.low == "so" || w.class&(aux|finite|conj|objpron) != 0 && w.class&(pron|det|poss) == 0 && !w.capital {
		return false
	}
	if w.class&pron != 0 && w.class&(det|quant) == 0 && !w.capital && !r.startsPhrase(j) {
		k := j + 1
		for k < j+4 && (r.at(k).class&adverb != 0 || strings.HasSuffix(r.at(k).low, "ly")) && r.at(k).class&aux == 0 {
			k++
		}
		if n := r.at(k); n.punct && n.s != "'s" && n.s != "’s" {
			return false // "everyone knows it, he said"
		}
	}
	core := v.frame&(says|tells) != 0 && v.frame&shows == 0 || v.lemma == "think" || v.lemma == "believe" || v.lemma == "hope" || v.lemma == "feel" || v.lemma == "estimate" && v.form != base
	weak := core && v.lemma != "add" && v.lemma != "announce" && v.lemma != "report" || v.lemma == "find"
	if !core && r.at(j).class&pron == 0 {
		// The subject and its verb stand together: not "noticed the boat and a
		// warship was sent", "proposed a treaty, which was".
		k := r.right(j)
		for k < j+12 && r.at(k).low != "to" && r.at(k).class&prep != 0 && r.at(k).class&sub == 0 {
			n := r.right(k + 1)
			if n == k+1 {
				break
			}
			k = n
		}
		for n := j + 1; n < k; n++ {
			if r.verbal(n, weak) {
				return true
			}
		}
		for k < j+reach && r.at(k).class&adverb != 0 && r.at(k).class&aux == 0 {
			k++
		}
		return r.verbal(k, weak)
	}
	for k := j + 1; k < j+reach && k < r.stop; k++ {
		w := r.w[k]
		switch {
		case r.verbal(k, weak):
			return true
		case w.low == "that" && v.lemma != "say", w.class&rel != 0 && v.lemma != "say":
			// "announced a plan that would": the clause belongs to the plan.
			return false
		case w.low == "to" && k == j+1 && v.lemma != "say":
			return false
		case w.punct && w.s != "," && w.mark == 0 && w.s != "(" && w.s != ")" && w.s != "$" && w.s != "%" && w.s != "." && w.s != "[" && w.s != "]" && w.s != "#":
			return false
		}
	}
	return false
}

// addressee returns the end of the words that name to whom something is told,
// from word j on: j when there are none.
func (r *reader) addressee(j int) int {
	w := r.at(j)
	switch {
	case w.punct || w.mark != 0 || j >= r.stop:
		return j
	case w.class&(objpron|pron) != 0 && w.class&det == 0 && !r.startsPhrase(j):
		return j + 1
	case w.class&(prep|sub|conj|aux|adverb) != 0 && w.class&(det|quant) == 0 && !w.capital:
		return j
	case w.low == "that":
		return j
	}
	k := j
	if w.class&(det|poss) != 0 {
		k++
	}
	first := r.at(k)
	for ; k < r.stop && k < j+12; k++ {
		w := r.w[k]
		if w.s == "'s" || w.s == "’s" || k > j && w.name > 0 && w.name == r.w[k-1].name {
			continue
		}
		if w.punct || w.mark != 0 || w.low == "that" || w.low == "to" {
			break
		}
		if w.class&(pron|det|poss|sub|aux|conj) != 0 && !(w.capital && first.capital) {
			break
		}
		if w.class&when != 0 || w.class&(prep|adverb) != 0 && w.low != "of" {
			break
		}
		if first.capital && !w.capital && w.low != "of" {
			break // "told BBC News every claim", "told Reuters officials"
		}
		if k > j && !first.capital && w.capital && r.at(k-1).low != "of" {
			break // "told reporters Iran was"
		}
		if k > j && !first.capital && r.verbal(k, true) {
			break
		}
	}
	return k
}
