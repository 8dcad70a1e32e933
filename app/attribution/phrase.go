package attribution

import "strings"

// abbreviated are the titles that a stop follows.
var abbreviated = words("mr mrs ms dr gen col lt sgt sen rep gov prof st jr sr maj capt adm no inc")

// roles are the words that end a title before a name: "Prime Minister, Najib Razak".
var roles = words("minister president secretary chairman chairwoman chair director spokesman spokeswoman spokesperson head chief governor mayor premier chancellor ambassador king queen prince leader commander general founder officer senator professor")

func words(s string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		out[w] = true
	}
	return out
}

// nounish reports whether word i may be part of a noun phrase other than as its
// first word.
func (r *reader) nounish(i int) bool {
	w := r.at(i)
	switch {
	case w.s == "'s" || w.s == "’s":
		return true
	case w.punct, w.digit && false:
		return false
	case w.class&quant != 0:
		return true
	case w.capital && i > 0 && w.class&(when|pron|det|sub) == 0:
		return true
	case w.class&(aux|finite|sub|rel|conj|prep|when|adverb|objpron) != 0:
		return false
	}
	return true
}

// left returns the noun phrase whose last word is j, as words [a, j+1), and
// whether there is one.
func (r *reader) left(j int) (a, b int, ok bool) {
	b = j + 1
	if r.at(j).s == ")" { // "Korean Central News Agency (KCNA)"
		for k := j - 1; k > max(0, j-6); k-- {
			if r.w[k].s == "(" {
				j, b = k-1, k
				break
			}
		}
	}
	w := r.at(j)
	if n := w.name; n > 0 { // the whole of the name
		for j > 0 && r.w[j-1].name == n {
			j--
		}
	}
	if w.class&pron != 0 && w.class&rel == 0 && !(w.capital && j > 0 && w.low != "i") || w.low == "i" {
		return j, j + 1, true
	}
	if w.name == 0 && !r.nounish(j) || w.low == "'s" || w.s == "’s" || w.class&(det|poss) != 0 && w.class&quant == 0 {
		return 0, 0, false
	}
	k, paired := j, false
	for k > 0 && j-k < reach {
		p := r.w[k-1]
		if p.mark != 0 || p.quote != w.quote {
			break
		}
		switch {
		case p.s == "'s" || p.s == "’s" || p.s == "’" && !p.capital:
			k--
		case p.s == "." && abbreviated[r.at(k-2).low]:
			k--
		case p.s == "&" || p.s == "/":
			k--
		case p.s == "," && paired && r.w[k].capital && r.at(k-2).capital:
			k--
		case p.punct:
			return k, b, true
		case p.low == "that" || p.class&rel != 0 && p.class&poss == 0:
			return k, b, true
		case p.class&number != 0:
			k--
		case p.class&(det|poss) != 0 && p.class&quant == 0:
			k--
			if r.at(k-1).low == "and" && r.pairs(k-1) && r.nounish(k-2) {
				k--
				paired = true
			} else if !r.joins(k) {
				return k, b, true
			}
		case p.low == "and":
			if !r.pairs(k - 1) {
				return k, b, true
			}
			k--
			paired = true
		case p.class&prep != 0 && !p.capital:
			if !r.joins(k) {
				return k, b, true
			}
			k--
		case p.class&when != 0 && (p.capital || p.low != "may"):
			return k, b, true
		case p.class&quant != 0:
			k--
		case p.capital && k > 1:
			k--
		case p.capital && p.class == 0:
			k--
		case p.class&(aux|finite|sub|adverb|conj|objpron) != 0, p.class&prep != 0:
			return k, b, true
		case !p.capital && (strings.HasSuffix(p.low, "ed") && len(p.low) > 4) && k > 1:
			q := r.at(k - 2)
			if q.class&(det|poss) == 0 && q.low != "and" {
				return k, b, true
			}
			k--
		default:
			if c, isCue := cues[p.low]; isCue && c.form != base && c.frame&noun == 0 && !p.capital {
				return k, b, true
			}
			k--
		}
	}
	return k, b, true
}

// joins reports whether the noun phrase that begins with word k goes on to its
// left over a preposition: "a spokesman for | the ministry".
func (r *reader) joins(k int) bool {
	p, q := r.at(k-1), r.at(k-2)
	if k < 2 || p.class&prep == 0 || p.capital || q.punct || q.mark != 0 {
		return false
	}
	switch p.low {
	case "of":
		return r.nounish(k - 2)
	case "for", "at", "in", "from", "on", "with", "to", "against", "by":
		return r.nounish(k-2) && !strings.HasSuffix(q.low, "ed") && q.class&(when|pron) == 0 && !(q.capital && p.low != "for" && p.low != "at")
	}
	return false
}

// pairs reports whether the "and" at word k joins two noun phrases, not two
// clauses: no finite verb stands before it in its clause.
func (r *reader) pairs(k int) bool {
	if !r.nounish(k - 1) {
		return false
	}
	for i := k - 1; i >= 0 && i > k-reach; i-- {
		w := r.w[i]
		if w.mark != 0 || w.class&sub != 0 && !w.capital || w.s == ";" || w.s == ":" {
			return true
		}
		if w.s == "," {
			return true
		}
		if r.verbal(i, true) {
			return false
		}
	}
	return true
}

// right returns the end of the noun phrase that begins with word i: i when there
// is none.
func (r *reader) right(i int) int {
	w := r.at(i)
	if i >= len(r.w) || w.punct || w.mark != 0 {
		return i
	}
	if w.class&(pron|objpron) != 0 && !r.startsPhrase(i) {
		return i + 1
	}
	if w.class&(aux|finite|conj|rel|prep) != 0 && !w.capital {
		return i
	}
	j := i
	for j < len(r.w) && j-i < reach {
		w := r.w[j]
		if w.name > 0 && j > i && w.name == r.w[j-1].name {
			j++
			continue
		}
		switch {
		case w.mark != 0 || w.quote != r.w[i].quote:
			return j
		case w.s == "'s" || w.s == "’s" || w.s == "&" || w.s == "/":
		case w.s == "." && j > i && abbreviated[r.at(j-1).low] && j+1 < len(r.w):
		case w.punct:
			return j
		case j == i:
		case w.class&(det|poss) != 0 && r.at(j-1).class&prep == 0 && r.at(j-1).low != "and":
			return j
		case w.low == "and" || w.low == "&":
			if !(r.at(j-1).capital && r.at(j+1).capital) && !r.nounish(j+1) || r.clauseAfter(j+1) {
				return j
			}
		case w.low == "of":
		case w.low == "for" || w.low == "at":
			if r.at(j-1).capital && !roles[r.at(j-1).low] {
				return j
			}
		case w.class&prep != 0:
			return j
		case w.class&(pron|sub|rel|conj|objpron) != 0 && w.class&det == 0:
			return j
		case w.class&when != 0 && r.at(j-1).class&(det|prep) == 0 && r.at(j-1).low != "last":
			return j
		case !w.capital && w.class&(aux|finite|adverb) != 0:
			return j
		case !w.capital && strings.HasSuffix(w.low, "ed") && r.at(j-1).class&(det|poss) == 0 && r.at(j+1).class&(prep|det|pron|sub|when) != 0:
			return j
		case !w.capital && strings.HasSuffix(w.low, "ing") && r.at(j-1).class&(det|poss) == 0:
			return j
		}
		j++
	}
	return j
}

// startsPhrase reports whether word i is a determiner or the like and not a
// pronoun on its own: "this plan", "her minister".
func (r *reader) startsPhrase(i int) bool {
	return r.at(i).class&(det|poss) != 0 && r.nounish(i+1) && !r.verbal(i+1, true)
}

// clauseAfter reports whether a short subject and a finite verb begin at word i.
func (r *reader) clauseAfter(i int) bool {
	for j := i + 1; j < i+6 && j < len(r.w); j++ {
		if r.w[j].punct {
			return false
		}
		if r.verbal(j, false) {
			return true
		}
	}
	return r.at(i).class&pron != 0 && r.at(i).class&det == 0
}
