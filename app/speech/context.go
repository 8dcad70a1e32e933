package speech

import (
	"strings"

	"briefline/app/analysis"
	"briefline/app/syntax"
)

// pronoun finds who "he", "she", "they", "who" or "we" means as a speaker.
func (r *reader) pronoun(sentence, x int, c *candidate) Speaker {
	s := &r.a.Sentences[sentence]
	w := &s.Words[x]
	nobody := Speaker{Group: -1, Span: w.Span, Sentence: sentence, Head: x} // the words are known, who they mean is not
	who := func(g int, how How) Speaker {
		return Speaker{Group: g, Span: w.Span, Sentence: sentence, Head: x, How: how}
	}
	if w.Feat("PronType") == "Rel" || strings.EqualFold(w.Form, "who") {
		if h := w.Head; h >= 0 && s.Is(h, "acl:relcl") && s.Words[h].Head >= 0 {
			return r.resolve(sentence, s.Words[h].Head, -1, c)
		}
		return nobody
	}
	low := strings.ToLower(w.Form)
	g := r.a.GroupAt(sentence, x)
	if firstOrSecond(w) {
		if n := len(r.said); n > 0 && low != "you" && c.Direct {
			return r.again(&r.said[n-1], ByLast)
		}
		return nobody
	}
	last := r.lastWho(low, r.a.Paragraph[sentence])
	switch {
	case g >= 0 && r.agrees(g, low):
		// The last who spoke in this paragraph is "he" who goes on.
		if last != nil && last.paragraph == r.a.Paragraph[sentence] && last.Group >= 0 && last.Group != g && last.at > r.lastMention(g, w.Start) {
			return r.again(last, ByLast)
		}
		return who(g, ByPronoun)
	case low == "it" || low == "this" || low == "that" || low == "one" || low == "some" || low == "many" || low == "others" || low == "these" || low == "those" || low == "another" || low == "both":
		if g >= 0 {
			return who(g, ByPronoun)
		}
		if low == "it" && last != nil {
			return r.again(last, ByLast)
		}
		if low == "it" || low == "this" || low == "that" {
			return nobody
		}
		return Speaker{Group: -1, Name: r.phrase(sentence, x).Of(r.a.Text), Span: r.phrase(sentence, x), Sentence: sentence, Head: x, How: ByWords}
	}
	if p := r.subjectBefore(sentence, low); p != nil {
		return *p
	}
	if last != nil {
		return r.again(last, ByLast)
	}
	return nobody
}

// again is a speaker who speaks on.
func (r *reader) again(s *spoke, how How) Speaker {
	again := s.Speaker
	again.How = how
	return again
}

// lastMention returns where a group was last named before a byte, -1 for never.
func (r *reader) lastMention(g, before int) int {
	at := -1
	for _, m := range r.a.Groups[g].Mentions {
		if m.Span.Start >= before {
			break
		}
		at = m.Span.Start
	}
	return at
}

// lastWho returns the last who spoke, at most two paragraphs back, and may be
// meant by a pronoun; nil for nobody.
func (r *reader) lastWho(pronoun string, paragraph int) *spoke {
	for i := len(r.said) - 1; i >= 0 && paragraph-r.said[i].paragraph <= 2; i-- {
		p := &r.said[i]
		if p.Group >= 0 && r.agrees(p.Group, pronoun) || p.Group < 0 && r.describedAs(p, pronoun) {
			return p
		}
	}
	return nil
}

// describedAs reports whether a speaker without a group may be meant by a pronoun.
func (r *reader) describedAs(p *spoke, pronoun string) bool {
	if p.Head < 0 || p.Sentence < 0 {
		return pronoun != "it"
	}
	w := &r.a.Sentences[p.Sentence].Words[p.Head]
	plural := w.Feat("Number") == "Plur"
	lemma := strings.ToLower(w.Lemma)
	switch pronoun {
	case "they", "them":
		return plural || r.body(w) || r.w.groups.Has(lemma)
	case "he", "him", "his":
		return !plural && !r.w.persons.Has(lemma, "female") && (r.person(w) || w.POS == syntax.PROPN) && !r.body(w)
	case "she", "her":
		return !plural && !r.w.persons.Has(lemma, "male") && (r.person(w) || w.POS == syntax.PROPN) && !r.body(w)
	case "it":
		return !plural && !r.person(w)
	}
	return false
}

// agrees reports whether a group may be meant by a pronoun.
func (r *reader) agrees(g int, pronoun string) bool {
	x := &r.a.Groups[g]
	switch pronoun {
	case "he", "him", "his":
		return x.Kind == analysis.Person && x.Gender != analysis.Female && x.Number != analysis.Plural
	case "she", "her":
		return x.Kind == analysis.Person && x.Gender != analysis.Male && x.Number != analysis.Plural
	case "it", "its":
		return x.Kind != analysis.Person && x.Kind != analysis.People
	case "they", "their", "them":
		return x.Kind != analysis.Place && x.Kind != analysis.State
	}
	return true
}

// subjectBefore is the centre of the sentence before, in the same paragraph: its
// subject where that speaks, else the first person whom it names outside of
// quotations and possessives.
func (r *reader) subjectBefore(sentence int, pronoun string) *Speaker {
	if pronoun != "he" && pronoun != "she" || sentence == 0 || r.a.Paragraph[sentence-1] != r.a.Paragraph[sentence] {
		return nil
	}
	s := &r.a.Sentences[sentence-1]
	root := s.Root()
	if root < 0 {
		return nil
	}
	ok := func(g int) bool { return g >= 0 && r.agrees(g, pronoun) }
	if k := s.Subject(root); k >= 0 {
		if g, _ := r.ownName(sentence-1, k); ok(g) {
			return &Speaker{Group: g, Span: s.Words[k].Span, Sentence: sentence - 1, Head: k, How: ByLast}
		}
	}
	for i := len(r.said) - 1; i >= 0 && r.said[i].sentence == sentence-1; i-- {
		if ok(r.said[i].Group) {
			again := r.again(&r.said[i], ByLast)
			return &again
		}
	}
	for i := range s.Words {
		if r.a.Quoted(s.Words[i].Start) >= 0 || s.Is(i, "nmod:poss") {
			continue
		}
		if g := r.namedGroup(sentence-1, i); ok(g) {
			return &Speaker{Group: g, Span: s.Words[i].Span, Sentence: sentence - 1, Head: i, How: ByLast}
		}
	}
	return nil
}

// fromContext is who speaks a quotation that no words beside it credit: the last
// speaker of its paragraph, the subject of the sentence before, the last speaker
// of the paragraph before.
func (r *reader) fromContext(c *candidate) Speaker {
	paragraph := r.a.Paragraph[c.sentence]
	if n := len(r.said); n > 0 && r.said[n-1].paragraph == paragraph {
		return r.again(&r.said[n-1], ByParagraph)
	}
	first := c.sentence
	if c.quote >= 0 {
		first = max(0, r.a.SentenceAt(r.a.Quotes[c.quote].Start))
	}
	if first > 0 && r.a.Paragraph[first-1] == paragraph {
		s := &r.a.Sentences[first-1]
		if root := s.Root(); root >= 0 {
			if k := s.Subject(root); k >= 0 && r.a.Quoted(s.Words[k].Start) < 0 {
				if g, _ := r.ownName(first-1, k); g >= 0 && r.a.Groups[g].Kind != analysis.Place {
					return Speaker{Group: g, Span: s.Words[k].Span, Sentence: first - 1, Head: k, How: ByParagraph}
				}
				if s.Words[k].POS == syntax.PRON {
					if g := r.a.GroupAt(first-1, k); g >= 0 && r.a.Groups[g].Kind == analysis.Person {
						return Speaker{Group: g, Span: s.Words[k].Span, Sentence: first - 1, Head: k, How: ByParagraph}
					}
				}
			}
		}
	}
	if n := len(r.said); n > 0 && paragraph-r.said[n-1].paragraph <= 2 {
		return r.again(&r.said[n-1], ByBefore)
	}
	return Speaker{Group: -1, Sentence: -1, Head: -1}
}
