package speech

import (
	"strings"

	"briefline/app/analysis"
	"briefline/app/syntax"
	txt "briefline/app/text"
)

// commonNoun finds who "the minister", "the company" or "the report" means; a
// noun that leads to nobody else is the speaker as it stands.
func (r *reader) commonNoun(sentence, x int, c *candidate) Speaker {
	s := &r.a.Sentences[sentence]
	w := &s.Words[x]
	if r.document(w) {
		if p := r.author(sentence, x, c); p != nil {
			return *p
		}
	}
	at := r.phrase(sentence, x)
	if g := r.a.GroupAt(sentence, x); g >= 0 && r.a.Groups[g].Named {
		how := ByRole
		if !r.person(w) {
			how = ByBody
		}
		return Speaker{Group: g, Span: at, Sentence: sentence, Head: x, How: how}
	}
	if r.definite(s, x) && s.Kid(x, "acl") < 0 {
		if g := r.office(sentence, x); g >= 0 {
			return Speaker{Group: g, Span: at, Sentence: sentence, Head: x, How: ByRole}
		}
		if g := r.bodyOf(sentence, x); g >= 0 {
			return Speaker{Group: g, Span: at, Sentence: sentence, Head: x, How: ByBody}
		}
	}
	if g := r.a.GroupAt(sentence, x); g >= 0 {
		return Speaker{Group: g, Span: at, Sentence: sentence, Head: x, How: ByWords}
	}
	return Speaker{Group: -1, Name: at.Of(r.a.Text), Span: at, Sentence: sentence, Head: x, How: ByWords}
}

// definite reports whether "the" or "this" stands before a noun.
func (r *reader) definite(s *syntax.Sentence, x int) bool {
	k := s.Kid(x, "det")
	return k >= 0 && (strings.EqualFold(s.Words[k].Form, "the") || strings.EqualFold(s.Words[k].Form, "this"))
}

// office returns the last person named before who holds the office that a noun
// says, -1 for none. A modifier must be part of that office.
func (r *reader) office(sentence, x int) int {
	s := &r.a.Sentences[sentence]
	w := &s.Words[x]
	if !r.person(w) || w.Feat("Number") == "Plur" {
		return -1
	}
	lemma := strings.ToLower(w.Lemma)
	var modifiers []string
	for _, k := range s.Kids(x) {
		if form := strings.ToLower(s.Words[k].Form); s.Is(k, "amod", "compound") && form != "old" && form != "year" && !strings.ContainsAny(form, "0123456789") {
			modifiers = append(modifiers, strings.ToLower(s.Words[k].Form))
		}
	}
	best, where := -1, -1
	for g := range r.a.Groups {
		x := &r.a.Groups[g]
		if x.Kind != analysis.Person || !x.Named {
			continue
		}
		for _, role := range x.Roles {
			words := " " + strings.ToLower(role.Words) + " "
			if !strings.Contains(words, " "+lemma+" ") {
				continue
			}
			fits := true
			for _, m := range modifiers {
				fits = fits && strings.Contains(words, " "+m+" ")
			}
			if at := r.lastMention(g, w.Start); fits && at > where {
				best, where = g, at
			}
		}
	}
	return best
}

// bodyOf returns the organisation that "the Council", "the company" means: one
// whose name ends in the noun, or the last one named; -1 for none.
func (r *reader) bodyOf(sentence, x int) int {
	s := &r.a.Sentences[sentence]
	w := &s.Words[x]
	lemma := strings.ToLower(w.Lemma)
	if !r.body(w) || w.Feat("Number") == "Plur" {
		return -1
	}
	modified := s.Kid(x, "amod", "compound", "nmod", "nmod:poss") >= 0
	best, where := -1, -1
	for g := range r.a.Groups {
		o := &r.a.Groups[g]
		if o.Kind != analysis.Organisation || !o.Named || o.Agency {
			continue
		}
		at := r.lastMention(g, w.Start)
		low := strings.ToLower(o.Name)
		if strings.Contains(low, " ") && (strings.HasSuffix(low, " "+lemma) || strings.HasPrefix(low, lemma+" ")) {
			at += len(r.a.Text) // a name that says so goes before the last one named
			if modified {
				continue
			}
		} else if modified || !r.w.bodies.Has(lemma, "firm", "club", "media", "union") {
			continue
		}
		if at > where && r.lastMention(g, w.Start) >= 0 {
			best, where = g, at
		}
	}
	return best
}

// author finds who speaks by a document: whose it is, who made it, who is told to
// have made that document before, the last who spoke by one.
func (r *reader) author(sentence, x int, c *candidate) *Speaker {
	s := &r.a.Sentences[sentence]
	who := func(g, in, k int) *Speaker {
		return &Speaker{Group: g, Span: r.phrase(in, k), Sentence: in, Head: k, How: ByDocument}
	}
	if p := r.maker(sentence, x); p != nil {
		return p
	}
	lemma := strings.ToLower(s.Words[x].Lemma)
	for n := sentence; n >= 0 && n >= sentence-40; n-- {
		b := &r.a.Sentences[n]
		for y := range b.Words {
			if n == sentence && y >= x || !strings.EqualFold(b.Words[y].Lemma, lemma) || b.Words[y].POS != syntax.NOUN {
				continue
			}
			if p := r.maker(n, y); p != nil {
				return p
			}
			h := b.Words[y].Head
			if h >= 0 && b.Is(y, "obj") && issues(b.Words[h].Lemma) {
				if k, none := r.subject(n, h); k >= 0 && !none {
					if g, _ := r.ownName(n, k); g >= 0 && r.a.Groups[g].Kind != analysis.Place {
						return who(g, n, k)
					}
				}
			}
		}
	}
	if !r.definite(s, x) {
		return nil
	}
	finding := r.w.documents.Has(lemma, "finding")
	for i := len(r.said) - 1; i >= 0 && r.a.Paragraph[sentence]-r.said[i].paragraph <= 3; i-- {
		p := &r.said[i]
		if finding && p.Group >= 0 && r.a.Groups[p.Group].Kind == analysis.Person {
			continue
		}
		again := r.again(p, ByDocument)
		return &again
	}
	return nil
}

func issues(lemma string) bool {
	switch lemma {
	case "file", "issue", "release", "publish", "write", "send", "make", "conduct", "carry", "complete", "deliver", "present", "produce",
		"launch", "pass", "adopt", "sign", "give", "post", "hand", "submit", "commission", "compile", "author":
		return true
	}
	return false
}

// maker returns whose a document is: "Reed's report", "the report of the Ice
// Board", "a letter written by Reed"; nil for nobody's. Who has seen or obtained
// it did not make it.
func (r *reader) maker(sentence, x int) *Speaker {
	s := &r.a.Sentences[sentence]
	of := func(k int) *Speaker {
		if g, _ := r.ownName(sentence, k); g >= 0 && r.a.Groups[g].Kind != analysis.Place {
			return &Speaker{Group: g, Span: r.phrase(sentence, k), Sentence: sentence, Head: k, How: ByDocument}
		}
		w := &s.Words[k]
		if w.POS == syntax.PRON {
			if g := r.a.GroupAt(sentence, k); g >= 0 {
				return &Speaker{Group: g, Span: w.Span, Sentence: sentence, Head: k, How: ByDocument}
			}
			return nil
		}
		if (r.person(w) || r.body(w)) && !s.Is(k, "compound") {
			at := r.phrase(sentence, k)
			return &Speaker{Group: r.a.GroupAt(sentence, k), Name: at.Of(r.a.Text), Span: at, Sentence: sentence, Head: k, How: ByDocument}
		}
		return nil
	}
	for _, k := range s.Kids(x) {
		c := caseOf(s, k)
		switch {
		case s.Is(k, "nmod:poss"), s.Is(k, "compound") && r.a.NameAt(sentence, k) >= 0, s.Is(k, "nmod", "obl") && (c == "by" || c == "from" || c == "of" && r.a.NameAt(sentence, k) >= 0):
			if p := of(k); p != nil {
				return p
			}
		case s.Is(k, "acl"):
			switch s.Words[k].Lemma {
			case "see", "obtain", "leak", "access", "quote", "cite", "review", "view":
				continue
			}
			for _, y := range s.Kids(k) {
				if s.Is(y, "obl") && (caseOf(s, y) == "by" || caseOf(s, y) == "from") {
					if p := of(y); p != nil {
						return p
					}
				}
			}
		}
	}
	return nil
}

// phrase returns the words of a noun phrase without its preposition, clauses and
// appositions.
func (r *reader) phrase(sentence, x int) txt.Span {
	s := &r.a.Sentences[sentence]
	in := s.Subtree(x, "acl:relcl", "appos", "parataxis", "advcl", "cc", "conj", "punct", "dep", "discourse", "cop", "nsubj", "obl")
	keep := in[:0:0]
	for _, i := range in {
		if r.behindClause(s, x, i) {
			continue
		}
		if s.Is(i, "case") && (s.Words[i].Head == x || s.Words[i].POS == syntax.PART && s.Words[i].Head == x) {
			continue
		}
		if h := s.Words[i].Head; h >= 0 && s.Is(h, "case") && s.Words[h].Head == x {
			continue // "according to": the words of a preposition
		}
		keep = append(keep, i)
	}
	at := 0
	for n, i := range keep {
		if i == x {
			at = n
		}
	}
	if len(keep) == 0 {
		return s.Words[x].Span
	}
	from, to := at, at
	for from > 0 && keep[from]-keep[from-1] <= 2 {
		from--
	}
	for to+1 < len(keep) && keep[to+1]-keep[to] <= 2 {
		to++
	}
	span := txt.Span{Start: s.Words[keep[from]].Start, End: s.Words[keep[to]].End}
	return r.trim(span)
}

// behindClause reports whether word i is part of a clause behind the noun that it
// hangs on, below x: "the man | wanted by the police". One before its noun is a
// modifier: "the monitoring group".
func (r *reader) behindClause(s *syntax.Sentence, x, i int) bool {
	for ; i >= 0 && i != x; i = s.Words[i].Head {
		if s.Is(i, "acl") && i > s.Words[i].Head {
			return true
		}
	}
	return false
}
