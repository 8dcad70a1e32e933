package attribution

import (
	"briefline/app/briefing"
)

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
