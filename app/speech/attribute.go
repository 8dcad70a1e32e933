package speech

import (
	"strings"

	"briefline/app/syntax"
	txt "briefline/app/text"
)

// attribute finds the cue of a quotation: the nearest verb of saying outside it,
// in the sentence that it begins in (before it) or ends in (behind it); else the
// sentence before that ends in a colon; else the next one that only names who
// spoke. The zero attribution has neither verb nor subject.
func (r *reader) attribute(q int, pieces []piece) candidate {
	none := candidate{cueIn: -1, verb: -1, subject: -1, group: -1}
	first, last := pieces[0].sentence, pieces[len(pieces)-1].sentence
	best, distance := none, 1<<30
	consider := func(c candidate, d int) {
		if d < distance {
			best, distance = c, d
		}
	}
	r.cuesBeside(q, first, true, first == last, consider)
	if last != first {
		r.cuesBeside(q, last, false, true, consider)
	}
	if distance < 1<<30 {
		return best
	}
	if c, ok := r.colonBefore(q, first); ok {
		return c
	}
	if c, ok := r.namedBehind(last); ok {
		return c
	}
	return none
}

// cuesBeside offers the cues of a sentence that stand before the quotation, where
// it begins in this sentence, or behind it, where it ends in it.
func (r *reader) cuesBeside(q, sentence int, before, behind bool, consider func(candidate, int)) {
	s := &r.a.Sentences[sentence]
	quote := r.a.Quotes[q].Span
	for i := range s.Words {
		w := &s.Words[i]
		c := candidate{cueIn: sentence, verb: i, group: -1, subject: -1}
		c.Cue = w.Span
		var d int
		switch {
		case behind && w.Start >= quote.End:
			d = wordsBetween(s, quote.End, w.Start) * 2
		case before && w.End <= quote.Start:
			d = wordsBetween(s, w.End, quote.Start)*2 + 1
		default:
			continue
		}
		if r.isSource(s, i) {
			c.subject, c.verb = i, -1
			consider(c, d/3)
			continue
		}
		f := r.frameOf(w)
		if f == 0 && !introduces(w) || r.a.Quoted(w.Start) >= 0 {
			continue
		}
		subject, nobody := r.subject(sentence, i)
		if nobody && f&fStrong == 0 || subject < 0 && !nobody {
			continue
		}
		if subject >= 0 && r.a.Quoted(s.Words[subject].Start) >= 0 { // the tree errs: the verb's subject lies in the quotation
			subject = r.besideVerb(s, i)
		}
		c.subject = subject
		consider(c, d+r.penalty(s, i, subject, f))
	}
}

// introduces reports whether a verb that is none of saying may bring a quotation:
// "sent a letter: “…”".
func introduces(w *syntax.Word) bool {
	switch w.Lemma {
	case "send", "issue", "release", "conclude", "sign", "publish", "give", "speak", "apologise", "apologize":
		return w.POS == syntax.VERB
	}
	return false
}

// penalty is how far off a verb counts that is weak, that another verb of saying
// governs, or whose subject does not speak, in half words.
func (r *reader) penalty(s *syntax.Sentence, i, subject int, f frame) int {
	p := 0
	if f&fStrong == 0 {
		p += 6
	}
	if h := s.Words[i].Head; h >= 0 && s.Is(i, "ccomp", "acl") && r.frameOf(&s.Words[h]) != 0 && r.a.Quoted(s.Words[h].Start) < 0 {
		p += 8
	}
	if s.Is(i, "advcl") && !hasMark(s, i, "as") { // "soon after the committee concluded"
		p += 8
	}
	if subject < 0 || !r.speaks(s, subject) {
		p += 8
	}
	return p
}

// speaks reports whether a word may be the subject of a verb of saying: a name, a
// pronoun, a person, a body or a document.
func (r *reader) speaks(s *syntax.Sentence, i int) bool {
	w := &s.Words[i]
	if w.POS == syntax.PROPN || w.POS == syntax.PRON || r.person(w) || r.body(w) || r.document(w) {
		return true
	}
	for _, k := range s.Kids(i) {
		if s.Words[k].POS == syntax.PROPN {
			return true
		}
	}
	return false
}

// besideVerb returns the noun or name that stands at a verb outside marks, behind
// it or before it: “…,” said Ann Reed. -1 for none.
func (r *reader) besideVerb(s *syntax.Sentence, verb int) int {
	ok := func(i int) bool {
		w := &s.Words[i]
		return r.a.Quoted(w.Start) < 0 && (w.POS == syntax.PROPN || w.POS == syntax.PRON || w.POS == syntax.NOUN)
	}
	for i := verb - 1; i >= 0 && verb-i <= 3 && r.a.Quoted(s.Words[i].Start) < 0; i-- {
		if ok(i) {
			return r.top(s, i, verb)
		}
	}
	for i := verb + 1; i < len(s.Words) && i-verb <= 5 && s.Words[i].POS != syntax.PUNCT; i++ {
		if ok(i) {
			return r.top(s, i, verb)
		}
	}
	return -1
}

// top returns the head of the noun phrase that word i is part of, below verb.
func (r *reader) top(s *syntax.Sentence, i, verb int) int {
	for range 6 {
		h := s.Words[i].Head
		if h < 0 || h == verb || !s.Is(i, "compound", "flat", "amod", "nmod:poss", "nmod:desc", "det") || r.a.Quoted(s.Words[h].Start) >= 0 {
			break
		}
		i = h
	}
	return i
}

func wordsBetween(s *syntax.Sentence, from, to int) int {
	n := 0
	for i := range s.Words {
		if w := &s.Words[i]; w.Start >= from && w.End <= to && w.POS != syntax.PUNCT {
			n++
		}
	}
	return n
}

// colonBefore reads who speaks off the sentence before a quotation that ends in a
// colon, or off a name and colon before it on its own line.
func (r *reader) colonBefore(q, first int) (candidate, bool) {
	text := r.a.Text
	start := r.a.Quotes[q].Start
	before := strings.TrimRight(text[:start], " \t\r\n")
	if !strings.HasSuffix(before, ":") {
		return candidate{}, false
	}
	in := r.a.SentenceAt(len(before) - 1)
	if in < 0 || in == r.a.Headline || r.a.Sentences[in].Start >= len(before) {
		return candidate{}, false
	}
	return r.introduction(in, len(before)-1)
}

// introduction reads who is to speak off the words of a sentence before a colon.
func (r *reader) introduction(in, colon int) (candidate, bool) {
	s := &r.a.Sentences[in]
	c := candidate{cueIn: in, verb: -1, subject: -1, group: -1, quote: -1}
	noun := -1
	for i := range s.Words {
		w := &s.Words[i]
		if w.Start >= colon || r.a.Quoted(w.Start) >= 0 {
			continue
		}
		if r.isSource(s, i) {
			c.subject, c.verb, c.Cue = i, -1, w.Span
			continue
		}
		if r.frameOf(w) != 0 || introduces(w) {
			if subject, none := r.subject(in, i); subject >= 0 && !none {
				c.subject, c.verb, c.Cue = subject, i, w.Span
			}
		}
		if noun < 0 && (w.POS == syntax.NOUN || w.POS == syntax.PROPN) {
			noun = i
		}
	}
	if c.subject >= 0 {
		if k := s.Kid(c.subject, "nmod:poss"); k >= 0 && s.Words[c.subject].POS == syntax.NOUN && !r.person(&s.Words[c.subject]) {
			c.subject = k // "Reed's letter read:"
		}
		return c, true
	}
	// "Oskar Lind, editor: “…”": a noun phrase and nothing else.
	root := s.Root()
	if noun >= 0 && root >= 0 && !clausal(s, root) && s.Words[root].Start < colon && r.speaks(s, root) {
		c.subject = root
		c.Cue = txt.Span{Start: colon, End: colon + 1}
		return c, true
	}
	if k := s.Subject(root); root >= 0 && k >= 0 && s.Words[k].Start < colon && r.person(&s.Words[k]) {
		c.subject, c.verb, c.Cue = k, root, s.Words[root].Span
		return c, true
	}
	return candidate{}, false
}

// namedBehind reads who spoke off a next sentence that says no more than that:
// “It is over.” Said Reed, who …
func (r *reader) namedBehind(last int) (candidate, bool) {
	const most = 14 // words
	n := last + 1
	if n >= len(r.a.Sentences) || r.a.Paragraph[n] != r.a.Paragraph[last] {
		return candidate{}, false
	}
	s := &r.a.Sentences[n]
	root := s.Root()
	if root < 0 || len(s.Words) > most || r.frameOf(&s.Words[root])&fStrong == 0 || s.Kid(root, "ccomp", "xcomp", "parataxis", "obj") >= 0 {
		return candidate{}, false
	}
	for i := range s.Words {
		if r.a.Quoted(s.Words[i].Start) >= 0 {
			return candidate{}, false
		}
	}
	subject, none := r.subject(n, root)
	if none || subject < 0 {
		return candidate{}, false
	}
	c := candidate{cueIn: n, verb: root, subject: subject, group: -1}
	c.Cue = s.Words[root].Span
	return c, true
}
