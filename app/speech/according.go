package speech

import (
	"strings"

	"briefline/app/syntax"
	txt "briefline/app/text"
)

// accordingTo adds the clauses that "according to" credits to somebody.
func (r *reader) accordingTo(sentence int) {
	s := &r.a.Sentences[sentence]
	for i := range s.Words {
		if !r.isSource(s, i) {
			continue
		}
		phrase := s.Subtree(i)
		inPhrase := map[int]bool{}
		for _, k := range phrase {
			inPhrase[k] = true
		}
		head := s.Words[i].Head
		for head >= 0 && !clausal(s, head) && s.Words[head].Head >= 0 {
			head = s.Words[head].Head
		}
		whole := s.Subtree(s.Root())
		if head >= 0 && s.Is(head, "parataxis", "conj") && s.Kid(head, "nsubj") >= 0 {
			whole = s.Subtree(head)
		}
		var in []int
		first := phrase[0]
		for _, k := range whole {
			if !inPhrase[k] && !(s.Is(k, "cc") && s.Words[k].Head == head) {
				in = append(in, k)
			}
		}
		if head >= 0 && head < first && !r.goesOn(s, in, first) {
			var before []int
			for _, k := range in {
				if k < first {
					before = append(before, k)
				}
			}
			in = before
		}
		at, ok := r.span(s, in)
		if !ok {
			continue
		}
		c := candidate{sentence: sentence, cueIn: sentence, verb: -1, subject: i, group: -1, quote: -1}
		c.Cue = s.Words[first].Span
		if root := s.Root(); r.frameOf(&s.Words[root])&fClause != 0 && s.Kid(root, "ccomp") >= 0 {
			if source, _ := r.subject(sentence, root); source >= 0 { // who believes it, not who relays it
				c.subject, c.verb, c.Cue = source, root, s.Words[root].Span
				if inner, ok := r.content(s, s.Kid(root, "ccomp"), inPhrase); ok {
					at = inner
				}
			}
		}
		if at.Start < s.Words[first].Start && at.End > s.Words[phrase[len(phrase)-1]].End { // cut in two
			rest := r.trim(txt.Span{Start: s.Words[phrase[len(phrase)-1]].End, End: at.End})
			c.Rest = rest
			at = r.trim(txt.Span{Start: at.Start, End: s.Words[first].Start})
		}
		at = r.afterApposition(&c, s, at, phrase[len(phrase)-1])
		r.add(c, According, r.closeQuote(at))
	}
}

// afterApposition takes the source's name off the words where the tree has hung it
// there: "According to its leader, Ann Reed, | the price doubled".
func (r *reader) afterApposition(c *candidate, s *syntax.Sentence, at txt.Span, last int) txt.Span {
	k := s.At(at.Start)
	if k < 0 || k <= last || k-last > 2 {
		return at
	}
	n := r.a.NameAt(c.sentence, k)
	if n < 0 || r.a.Names[n].Start != at.Start || !strings.HasPrefix(r.a.Text[r.a.Names[n].End:], ", ") || r.a.Names[n].End >= at.End {
		return at
	}
	c.subject = k
	return r.trim(txt.Span{Start: r.a.Names[n].End, End: at.End})
}

// isSource reports whether word i is governed by "according to", or by "per" at
// the head of the sentence.
func (r *reader) isSource(s *syntax.Sentence, i int) bool {
	if !s.Is(i, "obl", "nmod", "advmod", "parataxis", "dep") || r.a.Quoted(s.Words[i].Start) >= 0 {
		return false
	}
	switch caseOf(s, i) {
	case "accord", "according":
		return true
	case "per":
		return i <= 3 && (s.Words[i].POS == syntax.NOUN || s.Words[i].POS == syntax.PROPN)
	}
	return false
}

// goesOn reports whether the sentence says more behind the source that is no
// appendix of the clause before it: a clause of its own, or words behind a
// semicolon.
func (r *reader) goesOn(s *syntax.Sentence, in []int, first int) bool {
	for _, k := range in {
		if k < first {
			continue
		}
		w := &s.Words[k]
		if w.Form == ";" || w.Form == ":" || w.POS == syntax.VERB && s.Kid(k, "nsubj") >= 0 && s.Is(k, "conj", "parataxis") {
			return true
		}
	}
	return false
}

// nounFrames adds the clauses at nouns of saying: "her claim that it sank".
func (r *reader) nounFrames(sentence int) {
	s := &r.a.Sentences[sentence]
	for i := range s.Words {
		w := &s.Words[i]
		if w.POS != syntax.NOUN || !r.w.nouns.Has(strings.ToLower(w.Lemma)) || r.a.Quoted(w.Start) >= 0 {
			continue
		}
		for _, k := range s.Kids(i) {
			if k < i || !s.Is(k, "acl", "ccomp") || s.Is(k, "acl:relcl") || !hasMark(s, k, "that") {
				continue
			}
			at, ok := r.content(s, k, nil)
			if !ok {
				continue
			}
			c := candidate{sentence: sentence, cueIn: sentence, verb: i, subject: -1, group: -1, quote: -1}
			c.Cue = w.Span
			c.subject = r.holder(sentence, i)
			r.add(c, Noun, r.mend(sentence, at, k, i))
		}
	}
}

// holder returns whose claim or belief a noun of saying is: its possessor, who it
// is "by" or "from" or "of", or who voices it.
func (r *reader) holder(sentence, i int) int {
	s := &r.a.Sentences[sentence]
	if k := s.Kid(i, "nmod:poss"); k >= 0 {
		return k
	}
	for _, k := range s.Kids(i) {
		if s.Is(k, "nmod", "obl") {
			switch caseOf(s, k) {
			case "by", "from", "among", "of":
				return k
			}
		}
	}
	h := s.Words[i].Head
	if h < 0 || s.Words[h].POS != syntax.VERB || !s.Is(i, "obj", "obl") {
		return -1
	}
	subject, none := r.subject(sentence, h)
	if none {
		return -1
	}
	return subject
}
