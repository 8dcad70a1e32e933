package attribution

import (
	"briefline/app/briefing"
)

// statement fills what all frames share.
func (r *reader) statement(i int, content briefing.Span, speaker briefing.Span, v cueVerb) Statement {
	s := Statement{Content: content, Speaker: speaker, Cue: r.span(i, i+1), Form: Clause, Sentence: r.n}
	if r.at(i+1).low == "out" && v.lemma == "point" {
		s.Cue.End = r.w[i+1].end
	}
	s.Direct = r.direct(content)
	if s.Direct {
		s.Form = Quotation
	}
	s.Kind, s.Also = kindOf(r.text[content.Start:content.End], v)
	if overlap(s.Speaker, content) {
		s.Speaker = briefing.Span{}
	}
	if !zero(speaker) {
		r.speaker = speaker
	}
	return s
}

func overlap(a, b briefing.Span) bool { return a.Start < b.End && b.Start < a.End }

// direct reports whether all of a span lies in one quotation.
func (r *reader) direct(s briefing.Span) bool {
	for k := r.qi; k >= 0 && k > r.qi-64; k-- {
		if k < len(r.quotes) && r.quotes[k].start <= s.Start && s.End <= r.quotes[k].end {
			return true
		}
	}
	return false
}

// forward builds the statement whose content follows the cue, from word at on.
func (r *reader) forward(i, at int, sub subject, v cueVerb, to briefing.Span) []Statement {
	end := r.end(i, at)
	c := r.content(at, end)
	if zero(c) {
		return nil
	}
	s := r.statement(i, c, r.who(sub), v)
	s.Addressee = to
	return r.split(s, at, end, v)
}

// relative builds the statement of "which he says works": its content ends at
// the next comma.
func (r *reader) relative(i, at int, sub subject, v cueVerb) []Statement {
	end := at
	for end < r.stop && end < at+longest && r.w[end].s != "," {
		end++
	}
	c := r.content(at, end)
	if zero(c) {
		return nil
	}
	return []Statement{r.statement(i, c, r.who(sub), v)}
}

// behind builds the statement whose content ends at word pre, before the cue.
// With rest > 0 the words from there on are its second part.
func (r *reader) behind(i, pre int, sub subject, v cueVerb, rest int, to briefing.Span) []Statement {
	from := r.open(pre)
	c := r.content(from, pre)
	if zero(c) {
		return nil
	}
	var second briefing.Span
	if rest > 0 && rest < r.stop {
		w := r.at(rest)
		end := r.end(i, rest)
		if cv, ok := cues[w.low]; !(ok && cv.form == participle) && w.class&rel == 0 && w.low != "according" && (w.mark > 0 || r.carries(rest, end)) {
			second = r.content(rest, end)
		}
	}
	whole := r.clausal(from, pre, true) || r.at(pre-1).mark < 0
	if zero(second) && !whole {
		return nil
	}
	if !whole && second.End-second.Start > c.End-c.Start {
		c, second = second, c
	}
	s := r.statement(i, c, r.who(sub), v)
	s.Rest, s.Addressee = second, to
	r.taken = i + 1
	return []Statement{s}
}

// carries reports whether the words [a, b) behind a cue carry on what was said:
// they have a finite verb, and before it nothing that makes them an apposition.
func (r *reader) carries(a, b int) bool {
	for k := a; k < b && k < a+reach; k++ {
		if r.verbal(k, false) {
			return true
		}
		if w := r.w[k]; w.class&rel != 0 || w.s == "," && r.at(a).class&(det|poss) != 0 {
			return false
		}
	}
	return false
}

// open returns the first word of the content that ends before word pre.
func (r *reader) open(pre int) int {
	from := r.taken
	if r.at(pre-1).mark < 0 || r.at(pre-2).mark < 0 {
		// Back to the opening mark, and over words before it that have a verb:
		// "The plan was "dangerous", he said".
		k := pre - 2
		for k >= from && r.w[k].mark <= 0 {
			if k < pre-longest {
				return k
			}
			k--
		}
		if k < from {
			return from // opened in an earlier sentence
		}
		if r.clausal(from, k, true) && !isStop(r.at(k-1)) || k-from <= 3 && r.at(k-1).s != ":" && !isStop(r.at(k-1)) {
			return r.dateline(from)
		}
		return k
	}
	return r.dateline(from)
}

// dateline returns the first word behind the place and agency with which an
// article begins: "KABUL (AP) - ", "MNA Iran says".
func (r *reader) dateline(from int) int {
	if r.n > 2 || from > 0 {
		return from
	}
	for k := 1; k < 12 && k < r.stop; k++ {
		if isDash(r.w[k].s) && r.w[k].start > r.w[k-1].end && !r.clausal(0, k, true) {
			return k + 1
		}
	}
	w, n := r.at(0), r.at(1)
	if len(w.s) >= 2 && len(w.s) <= 5 && w.s == upper(w.s) && n.capital && n.low != n.s && r.at(2).class&aux != 0 && !(w.name > 0 && w.name == n.name) {
		return 1
	}
	return from
}

func upper(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] < 'A' || s[i] > 'Z' {
			return ""
		}
	}
	return s
}

// end returns the word before which the content ends that begins at word at and
// belongs to the cue at word i.
func (r *reader) end(i, at int) int {
	q := r.at(i).quote
	opened := r.at(at).mark > 0 && r.at(at-1).low != "that" || r.at(at-1).mark > 0
	depth := 0
	hung := r.hangs(i)
	stop := min(r.stop, at+longest)
	if r.budget <= 0 {
		stop = min(stop, at+reach)
	}
	r.budget -= stop - at
	for k := at; k < stop; k++ {
		w := r.w[k]
		if q >= 0 && w.quote != q {
			return k // the cue itself is quoted
		}
		if w.mark < 0 && opened {
			opened = false
			if r.endsAtMark(k) {
				return k
			}
		}
		switch {
		case w.s == "(":
			depth++
		case w.s == ")":
			if depth == 0 {
				return k
			}
			depth--
		case w.s == ";" && w.quote == q && !opened && depth == 0:
			return k
		case w.s == "," && w.quote == q:
			if hung && r.clauseAfter(k+1) {
				return k // "When he said the plan was dead, they left."
			}
			if r.newCue(k+1) || r.at(k+1).class&det != 0 && (charges[r.at(k+2).low] || r.at(k+2).low == "charge") {
				return k // "…, a claim that the army denied"
			}
		case (w.low == "and" || w.low == "but") && w.quote == q && !opened && k > at+1:
			// "said it was barbaric and urged allies to send more"
			if v, ok := cues[r.at(k+1).low]; ok && v.form == past && v.frame&(says|tells|bids|that) != 0 {
				if what, _, _ := r.after(k+1, v); what == clause || what == toInf || what == quoted || v.lemma == "say" && what == bare {
					return k
				}
			}
		case (w.low == "saying" || w.low == "adding") && w.quote < 0 && k > at && r.at(k+1).low == "that":
			return k
		}
	}
	return stop
}

// hangs reports whether the clause of the cue at word i hangs on another that
// follows it: it begins with "when" or the like.
func (r *reader) hangs(i int) bool {
	for k := i - 1; k >= 0 && k > i-10; k-- {
		w := r.w[k]
		if w.punct || w.mark != 0 {
			return false
		}
		if w.class&sub != 0 && w.class&det == 0 && w.low != "that" || w.class&rel != 0 && r.at(k-1).s == "," {
			return true
		}
	}
	return false
}

// endsAtMark reports whether the mark at word k, which closes a quotation that
// is content from its first word, ends the content.
func (r *reader) endsAtMark(k int) bool {
	n := r.at(k + 1)
	switch {
	case k+1 >= r.stop, n.s == ",", n.s == ".", n.s == ";", n.s == "(", n.low == "and", n.low == "but", n.class&(sub|prep) != 0:
		return true
	}
	return false
}

// newCue reports whether another statement begins at word k, behind a comma:
// "adding that", "according to", "and he said", "while officials warned".
func (r *reader) newCue(k int) bool {
	w := r.at(k)
	if w.low == "according" {
		return r.at(k+1).low == "to"
	}
	if v, ok := cues[w.low]; ok && v.form == participle {
		return v.frame&(says|that|quotes|tells) != 0
	}
	if w.class&conj == 0 && w.low != "while" && w.low != "with" && w.low != "as" {
		return false
	}
	for j := k + 1; j < k+8 && j < r.stop; j++ {
		w := r.w[j]
		if v, ok := cues[w.low]; ok && (v.frame&(says|tells) != 0 || v.frame&thinks != 0 && r.at(k+1).class&pron == 0) && (v.form == past || v.form == third && v.frame&noun == 0 || v.form == participle && r.w[k].low == "with") {
			return r.at(j-1).class&(aux) == 0 || r.at(j-1).low == "has" || r.at(j-1).low == "have"
		}
		if w.punct || r.verbal(j, false) {
			return false
		}
	}
	return false
}
