package speech

import (
	"slices"
	"strings"

	"briefline/app/analysis"
	"briefline/app/syntax"
	txt "briefline/app/text"
)

// frames reads what the verbs of saying of a sentence govern.
func (r *reader) frames(sentence int) {
	s := &r.a.Sentences[sentence]
	for i := range s.Words {
		f := r.frameOf(&s.Words[i])
		if f == 0 {
			continue
		}
		subject, none := r.subject(sentence, i)
		quoted := r.a.Quoted(s.Words[i].Start) >= 0
		if quoted && (subject < 0 || firstOrSecond(&s.Words[subject]) && !r.prose) {
			continue // "I think" within a quotation is part of it
		}
		if none && f&fFinding == 0 && s.Kid(i, "ccomp", "csubj") < 0 {
			continue
		}
		c := candidate{sentence: sentence, cueIn: sentence, verb: i, subject: subject, group: -1, quote: -1}
		c.Cue = s.Words[i].Span
		if f&fClause != 0 {
			r.clauses(c, s, f)
		}
		if subject < 0 || quoted || passive(s, i) {
			continue
		}
		if f&fTo != 0 && s.Kid(i, "ccomp") < 0 {
			r.infinitive(c, s)
		}
		r.objects(c, s, f)
	}
	r.calls(sentence)
}

// add keeps a candidate with these words.
func (r *reader) add(c candidate, rule Rule, at txt.Span) {
	const shortest = 8 // bytes: "to stay" and the like say nothing
	if at.End-at.Start < shortest {
		return
	}
	c.Rule, c.Words = rule, at
	r.found = append(r.found, c)
}

// clauses adds the clause that a verb governs, the one that it stands in, and the
// one that it comments on.
func (r *reader) clauses(c candidate, s *syntax.Sentence, f frame) {
	i := c.verb
	w := &s.Words[i]
	if negated(s, i) && f&(fWeak|fDenial) == 0 {
		return // "did not say whether"
	}
	for _, k := range s.Kids(i) {
		switch {
		case s.Is(k, "ccomp"):
			drop := r.coordinated(s, k, i)
			if k > i {
				drop = before(s, k, i, drop)
			} else if y := stray(s, i); y >= 0 {
				if drop == nil {
					drop = map[int]bool{}
				}
				for _, x := range s.Subtree(y) {
					drop[x] = true
				}
			}
			at, ok := r.content(s, k, drop)
			if m := s.Kid(k, "mark"); ok && m > i && m <= i+4 && strings.EqualFold(s.Words[m].Form, "that") && m+1 < len(s.Words) {
				at.Start = min(at.Start, s.Words[m+1].Start) // what stands behind "that" is said, wherever it hangs
				at = r.trim(at)
			}
			if ok && r.tensed(s, k, at) {
				r.add(c, Clause, r.mend(c.sentence, r.withSubject(s, at, k, i), k, i))
			}
		case s.Is(k, "parataxis") && k > i && clausal(s, k) && c.subject >= 0 && c.subject < k:
			if at, ok := r.content(s, k, nil); ok {
				r.add(c, Clause, r.mend(c.sentence, at, k, i))
			}
		}
	}
	switch {
	case r.aside(s, i, c.subject):
		r.inner(c, s, s.Root(), Inner)
	case s.Is(i, "parataxis") && w.Head >= 0 && c.subject >= 0 && s.Kid(i, "ccomp") < 0:
		r.inner(c, s, w.Head, Inner)
	case s.Is(i, "advcl") && w.Head >= 0 && w.Tag != "VBG" && c.subject >= 0 && f&fStrong != 0 && hasMark(s, i, "as") &&
		s.Kid(i, "nsubj") >= 0 && s.Kid(i, "ccomp", "obj") < 0:
		r.inner(c, s, w.Head, As)
	}
}

// before adds the words of the clause k that stand before its verb of saying to
// drop: a clause behind its verb has none there, whatever the tree says.
func before(s *syntax.Sentence, k, verb int, drop map[int]bool) map[int]bool {
	for _, y := range s.Subtree(k) {
		if y > verb {
			break
		}
		if drop == nil {
			drop = map[int]bool{}
		}
		drop[y] = true
	}
	return drop
}

// aside reports whether a verb of saying with nothing below it but its subject is
// set off by a comma from what is said, though the parser has hung it as a second
// predicate or as a relative clause: "It sank, said Ann Reed, a pilot".
func (r *reader) aside(s *syntax.Sentence, i, subject int) bool {
	if subject < 0 || s.Words[subject].Head != i || !s.Is(i, "conj", "acl:relcl", "acl", "advcl", "dep", "list", "appos") ||
		r.frameOf(&s.Words[i])&fStrong == 0 || s.Kid(i, "ccomp", "obj", "xcomp", "cc", "mark") >= 0 || s.Words[subject].Feat("PronType") == "Rel" {
		return false
	}
	first := firstWord(s, i)
	return first > 1 && s.Words[first-1].Form == ","
}

// firstWord returns the first word of the clause of verb i that is no mark.
func firstWord(s *syntax.Sentence, i int) int {
	for _, k := range s.Subtree(i) {
		if s.Words[k].POS != syntax.PUNCT {
			return k
		}
	}
	return i
}

// tensed reports whether the clause of word k says something: it has a finite verb
// or a predicate, or stands in marks. A bare participle is an appendix that the
// parser has hung wrongly.
func (r *reader) tensed(s *syntax.Sentence, k int, at txt.Span) bool {
	if r.a.Quoted(at.Start) >= 0 {
		return true
	}
	w := &s.Words[k]
	if hasMark(s, k, "that") {
		return true
	}
	if w.Tag == "VBG" || w.Tag == "VBN" {
		return s.Kid(k, "aux", "cop") >= 0
	}
	return w.POS == syntax.VERB || w.POS == syntax.AUX || s.Kid(k, "cop", "nsubj", "aux") >= 0
}

// withSubject begins a clause that stands before its verb of saying and has lost
// its subject with the sentence: the parser has hung that on the verb.
func (r *reader) withSubject(s *syntax.Sentence, at txt.Span, k, verb int) txt.Span {
	if k > verb || s.Kid(k, "nsubj", "csubj", "expl", "aux:pass") >= 0 && s.Kid(k, "nsubj", "csubj", "expl", "nsubj:pass") >= 0 || r.a.Quoted(at.Start) >= 0 {
		return at
	}
	for _, y := range s.Kids(verb) {
		if s.Is(y, "nsubj", "dislocated", "dep", "obl") && y < k && s.Words[y].Start < at.Start && r.a.Quoted(s.Words[y].Start) < 0 && !r.temporal(r.a.SentenceAt(at.Start), y) {
			at.Start = min(at.Start, s.Extent(y).Start)
		}
	}
	return at
}

// granted reports whether an object is what may be granted: to deny or reject a
// request is an act, and no words about it.
func (r *reader) granted(s *syntax.Sentence, verb, obj int) bool {
	if r.frameOf(&s.Words[verb])&fDenial == 0 {
		return false
	}
	return obj < 0 || s.Kid(verb, "iobj") >= 0 || r.w.grants.Has(strings.ToLower(s.Words[obj].Lemma))
}

// content returns the bytes of the clause of word k without its "that" and without
// the branches in drop.
func (r *reader) content(s *syntax.Sentence, k int, drop map[int]bool) (txt.Span, bool) {
	var in []int
	for n, i := range s.Subtree(k) {
		w := &s.Words[i]
		if drop[i] || n == 0 && s.Is(i, "mark") && strings.EqualFold(w.Lemma, "that") {
			continue
		}
		in = append(in, i)
	}
	return r.span(s, in)
}

// span returns the bytes from the first to the last of these words without marks
// and conjunctions at the ends.
func (r *reader) span(s *syntax.Sentence, in []int) (txt.Span, bool) {
	for len(in) > 0 && (s.Words[in[0]].POS == syntax.PUNCT || s.Is(in[0], "cc")) {
		in = in[1:]
	}
	for len(in) > 0 && s.Words[in[len(in)-1]].POS == syntax.PUNCT {
		in = in[:len(in)-1]
	}
	if len(in) == 0 {
		return txt.Span{}, false
	}
	return r.trim(txt.Span{Start: s.Words[in[0]].Start, End: s.Words[in[len(in)-1]].End}), true
}

const edges = " ,;:\"“”„«»‘—–-\n\r\t`"

// trim takes blanks and marks off the ends of a span; a stop or bracket stays.
func (r *reader) trim(at txt.Span) txt.Span {
	words := at.Of(r.a.Text)
	left := strings.TrimLeft(words, edges+"'’")
	at.Start += len(words) - len(left)
	at.End = at.Start + len(strings.TrimRight(left, " ,;:\"“”„«»—–\n\r\t`"))
	for strings.HasSuffix(at.Of(r.a.Text), "''") {
		at.End -= 2
	}
	// A quotation that begins inside ends inside.
	if q := r.a.Quoted(max(at.Start, at.End-1)); q >= 0 && r.a.Quotes[q].Start > at.Start && r.a.Quotes[q].Parts[0].End <= at.End+1 {
		at.End = max(at.End, r.a.Quotes[q].End)
	}
	return at
}

// coordinated returns the words below the clause k that hang on a second verb of
// saying of the speaker: "said it was small | and called it unsafe".
func (r *reader) coordinated(s *syntax.Sentence, k, verb int) map[int]bool {
	var drop map[int]bool
	for _, y := range s.Subtree(k) {
		w := &s.Words[y]
		if y != k && r.adding(s, y, k) {
			if drop == nil {
				drop = map[int]bool{}
			}
			for _, x := range s.Subtree(y) {
				drop[x] = true
			}
			continue
		}
		if y == k || !s.Is(y, "conj") || w.POS != syntax.VERB || r.a.Quoted(w.Start) >= 0 || w.Tag != s.Words[verb].Tag {
			continue
		}
		f := r.frameOf(w)
		if f == 0 || f&fWeak != 0 || w.Tag != "VBD" && w.Tag != "VBZ" && w.Tag != "VBP" || s.Kid(y, "nsubj", "aux") >= 0 {
			continue
		}
		if drop == nil {
			drop = map[int]bool{}
		}
		for _, x := range s.Subtree(y) {
			drop[x] = true
		}
	}
	return drop
}

// adding reports whether word y, below a clause that somebody said, is a participle
// of saying with a clause of its own: ", adding that it sank" goes on with who said
// the first.
func (r *reader) adding(s *syntax.Sentence, y, clause int) bool {
	w := &s.Words[y]
	return w.Tag == "VBG" && s.Is(y, "advcl", "conj") && w.Head == clause && r.frameOf(w)&fStrong != 0 && s.Kid(y, "ccomp") >= 0 &&
		y > 0 && s.Words[y-1].Form == "," && r.a.Quoted(w.Start) < 0
}

// inner adds the clause of word head that the verb of saying stands within or
// behind: "It sank, Reed said", "The harbour, Reed said, was closed".
func (r *reader) inner(c candidate, s *syntax.Sentence, head int, rule Rule) {
	cue := s.Subtree(c.verb)
	inCue := map[int]bool{}
	for _, i := range cue {
		inCue[i] = true
	}
	top := head
	whole := s.Subtree(top)
	var left, right []int
	for _, i := range whole {
		switch {
		case inCue[i]:
		case i < firstWord(s, c.verb):
			left = append(left, i)
		default:
			right = append(right, i)
		}
	}
	l, okL := r.span(s, left)
	rest, okR := r.span(s, right)
	switch {
	case okL && okR:
		behind := ""
		if end := s.Words[cue[len(cue)-1]].End; end < rest.Start {
			behind = strings.TrimLeft(r.a.Text[end:rest.Start], " ")
		}
		quotedL, quotedR := r.a.Quoted(l.Start) >= 0, r.a.Quoted(rest.Start) >= 0
		switch {
		case quotedL && !quotedR && contains(left, head): // the reporter goes on behind the quotation
			r.add(c, rule, r.mendInner(l))
		case strings.HasPrefix(behind, ";") || strings.HasPrefix(behind, "."):
			r.add(c, rule, r.mendInner(l))
		case quotedL && quotedR:
			r.add(c, rule, l)
			r.add(c, rule, rest)
		default:
			n := len(r.found)
			r.add(c, rule, l)
			if len(r.found) > n {
				r.found[n].Rest = rest
			} else {
				r.add(c, rule, rest)
			}
		}
	case okL:
		r.add(c, rule, r.mendInner(l))
	case okR:
		r.add(c, rule, r.mendInner(rest))
	}
}

func contains(list []int, x int) bool {
	for _, y := range list {
		if y == x {
			return true
		}
	}
	return false
}

// mendInner ends a span with a quotation that it opens.
func (r *reader) mendInner(at txt.Span) txt.Span { return r.closeQuote(at) }

// infinitive adds what somebody vows, or is urged, to do.
func (r *reader) infinitive(c candidate, s *syntax.Sentence) {
	for _, k := range s.Kids(c.verb) {
		if !s.Is(k, "xcomp", "advcl") || k < c.verb || s.Is(k, "advcl") && r.frameOf(&s.Words[c.verb])&fRequest == 0 {
			continue
		}
		if !hasMark(s, k, "to") || anonymous(s, c.verb, k) {
			continue
		}
		if at, ok := r.content(s, k, r.coordinated(s, k, c.verb)); ok {
			r.add(c, To, r.mend(c.sentence, at, k, c.verb))
		}
	}
}

// anonymous reports whether somebody asks not to be named: nobody's statement.
func anonymous(s *syntax.Sentence, verb, k int) bool {
	if s.Words[verb].Lemma != "ask" && s.Words[verb].Lemma != "request" || s.Kid(k, "aux:pass") < 0 {
		return false
	}
	switch s.Words[k].Lemma {
	case "name", "identify", "quote", "cite":
		return true
	}
	return false
}

// appended reports whether word k is an adverbial clause that is no part of the
// predicate i: all but "of using", "for failing".
func appended(s *syntax.Sentence, i, k int) bool {
	if !s.Is(k, "advcl") || s.Words[k].Head != i {
		return false
	}
	switch {
	case s.Words[k].Tag != "VBG":
		return true
	case hasMark(s, k, "of"), hasMark(s, k, "for"), hasMark(s, k, "over"):
		return false
	}
	return true
}

// objects adds what a verb of denying, praising or announcing has as its object.
func (r *reader) objects(c candidate, s *syntax.Sentence, f frame) {
	i := c.verb
	obj := s.Kid(i, "obj")
	if f&fObject != 0 && !r.granted(s, i, obj) && s.Kid(i, "ccomp") < 0 && (obj >= 0 || s.Kid(i, "obl") >= 0) && s.Is(i, "root", "conj", "ccomp", "advcl", "parataxis", "acl") {
		in := []int{i}
		for _, k := range s.Kids(i) {
			if k > i && !s.Is(k, "nsubj", "aux", "cc", "parataxis", "mark", "conj", "discourse", "punct") && !appended(s, i, k) && !r.temporal(c.sentence, k) {
				in = append(in, s.Subtree(k)...)
			}
		}
		slices.Sort(in)
		if at, ok := r.span(s, in); ok && len(in) >= 3 {
			r.add(c, Object, r.mend(c.sentence, at, i, i))
		}
	}
	if obj < 0 || obj < i || s.Kid(i, "ccomp") >= 0 {
		return
	}
	if f&fAs != 0 {
		in := s.Subtree(obj)
		more := false
		for _, k := range s.Kids(i) {
			if k > obj && (s.Is(k, "xcomp") || s.Is(k, "obl", "advcl", "obj") && hasMark(s, k, "as")) {
				in, more = append(in, s.Subtree(k)...), true
			}
		}
		if at, ok := r.span(s, in); ok && more {
			r.add(c, Described, r.closeQuote(at))
		}
	}
	if f&fThing != 0 && (f&fTo == 0 || s.Kid(i, "xcomp") < 0) {
		in := s.Subtree(obj)
		for _, k := range s.Kids(i) {
			if k > obj && s.Is(k, "obl", "xcomp") && !r.temporal(c.sentence, k) {
				in = append(in, s.Subtree(k)...)
			}
		}
		if at, ok := r.span(s, in); ok && len(in) >= 4 {
			r.add(c, Thing, r.closeQuote(at))
		}
	}
}

// calls adds "called for a halt", "called on them to leave": the verb and its
// object by a preposition are the request.
func (r *reader) calls(sentence int) {
	s := &r.a.Sentences[sentence]
	for i := range s.Words {
		w := &s.Words[i]
		if w.POS != syntax.VERB || w.Lemma != "call" && w.Lemma != "appeal" && w.Lemma != "push" || r.a.Quoted(w.Start) >= 0 {
			continue
		}
		subject, none := r.subject(sentence, i)
		if none || subject < 0 {
			continue
		}
		for _, k := range s.Kids(i) {
			if k < i || !s.Is(k, "obl") || caseOf(s, k) != "for" && caseOf(s, k) != "on" && caseOf(s, k) != "upon" || r.temporal(sentence, k) {
				continue
			}
			in := s.Subtree(k)
			for _, x := range s.Kids(i) {
				if x > k && (s.Is(x, "xcomp", "advcl") && hasMark(s, x, "to") || s.Is(x, "obl") && !r.temporal(sentence, x)) {
					in = append(in, s.Subtree(x)...)
				}
			}
			if at, ok := r.span(s, in); ok && len(in) >= 2 {
				c := candidate{sentence: sentence, cueIn: sentence, verb: i, subject: subject, group: -1, quote: -1}
				c.Cue = w.Span
				r.add(c, To, r.closeQuote(at))
				break
			}
		}
	}
}

// temporal reports whether word k is part of a date.
func (r *reader) temporal(sentence, k int) bool { return len(r.a.DateAt(sentence, k)) > 0 }

// finite reports whether one of these words is a finite verb, and whether one is a
// subject.
func finite(s *syntax.Sentence, from, to int) (verb, subject bool) {
	for i := from; i < to; i++ {
		w := &s.Words[i]
		if (w.POS == syntax.VERB || w.POS == syntax.AUX) && (analysis.Finite(w) || w.Feat("Mood") == "Imp") {
			verb = true
		}
		if s.Is(i, "nsubj", "csubj", "expl") {
			subject = true
		}
	}
	return verb, subject
}
