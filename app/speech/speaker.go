package speech

import (
	"strings"

	"briefline/app/analysis"
	"briefline/app/syntax"
	txt "briefline/app/text"
)

// How is by what a speaker was found.
type How uint8

// The ways, with the share of right speakers on gold briefings kept back.
const (
	ByNothing   How = iota // nobody
	ByName                 // the phrase's own name: .94
	ByAppos                // a name beside its head noun: "the minister, Ann Reed": .80 to 1
	ByBeside               // a name right beside the verb
	ByLabel                // the label of a transcript, a signature
	ByWords                // the noun phrase itself: "a neighbour": .77
	ByRole                 // "the minister": who holds that office: .77
	ByBody                 // "the company", "the Council"
	ByDocument             // who made the report that speaks
	ByPronoun              // "he", by the groups
	ByLast                 // "he", the last who spoke: .59
	ByParagraph            // nobody named: the last speaker of the paragraph: .77
	ByBefore               // nobody named: the paragraph before: .44
	ByMissed               // a name that was not recognised
	ByVoice                // the voice of an interview or speech: .33
)

var sureHow = [...]float64{
	ByName: .94, ByAppos: .9, ByBeside: .88, ByLabel: .9, ByWords: .77, ByRole: .77, ByBody: .77, ByDocument: .7, ByPronoun: .75,
	ByLast: .6, ByParagraph: .77, ByBefore: .5, ByMissed: .6, ByVoice: .5,
}

var doubtOf = map[How]analysis.Doubt{
	ByRole: DoubtNoun, ByBody: DoubtNoun, ByDocument: DoubtNoun, ByPronoun: DoubtPronoun, ByLast: DoubtPronoun,
	ByParagraph: DoubtContext, ByBefore: DoubtContext, ByMissed: DoubtNoun, ByVoice: DoubtVoice,
}

// nameIndex maps names, aliases and surnames in small letters to their group.
type nameIndex map[string]int

func fold(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

func indexNames(a *analysis.Analysis) nameIndex {
	n := nameIndex{}
	put := func(s string, g int) {
		if s = fold(s); s != "" {
			if _, ok := n[s]; !ok {
				n[s] = g
			}
		}
	}
	for g := range a.Groups {
		if x := &a.Groups[g]; x.Named {
			put(x.Name, g)
			put(x.Short, g)
			for _, other := range x.Aliases {
				put(other, g)
			}
		}
	}
	for g := range a.Groups {
		if x := &a.Groups[g]; x.Named && x.Kind == analysis.Person {
			put(lastWord(x.Name), g)
		}
	}
	return n
}

// spoke is who said something and where.
type spoke struct {
	at, paragraph, sentence int
	Speaker
}

// memory is who has spoken so far, in the order of the text.
type memory []spoke

// speaker finds who says a candidate's words, and remembers it.
func (r *reader) speaker(c *candidate) {
	paragraph := r.a.Paragraph[c.sentence]
	switch {
	case c.group >= 0:
		c.Speaker = r.ofGroup(c.group, c.Speaker.How)
	case c.named.End > 0:
		c.Speaker = r.ofWords(c.named, ByLabel)
	case c.structural():
		c.Speaker = Speaker{Group: -1, Head: -1, Sentence: -1, How: ByVoice, Part: c.Speaker.Part, Sure: sureHow[ByVoice]}
		return
	case c.subject >= 0:
		c.Speaker = r.resolve(c.cueIn, c.subject, c.verb, c)
		if !c.Speaker.Known() && c.Direct && !r.plainPronoun(c) {
			c.Speaker = r.fromContext(c)
		}
	case c.Direct:
		c.Speaker = r.fromContext(c)
	default:
		c.Speaker = Speaker{Group: -1, Head: -1, Sentence: -1}
	}
	c.Speaker.Sure = sureHow[c.Speaker.How]
	if c.Speaker.Group >= 0 && r.a.Groups[c.Speaker.Group].Kind == analysis.Place {
		c.Speaker.Sure = min(c.Speaker.Sure, .6)
	}
	if c.Speaker.Known() && r.somebody(&c.Speaker) {
		r.said = append(r.said, spoke{at: c.Words.Start, paragraph: paragraph, sentence: c.sentence, Speaker: c.Speaker})
	}
}

// plainPronoun reports whether the subject of a cue is a pronoun that leads to
// nobody: then neither does the context.
func (r *reader) plainPronoun(c *candidate) bool {
	w := &r.a.Sentences[c.cueIn].Words[c.subject]
	return w.POS == syntax.PRON && !firstOrSecond(w) && !strings.EqualFold(w.Form, "who")
}

// somebody reports whether a speaker can speak again: a group, a name, a person.
func (r *reader) somebody(s *Speaker) bool {
	if s.Group >= 0 {
		return true
	}
	if s.Head < 0 || s.Sentence < 0 {
		return s.Name != ""
	}
	w := &r.a.Sentences[s.Sentence].Words[s.Head]
	return w.POS == syntax.PROPN || r.person(w) || r.body(w)
}

func (r *reader) ofGroup(g int, how How) Speaker {
	return Speaker{Group: g, Sentence: -1, Head: -1, How: how}
}

// ofWords is a speaker that words of the page name without a tree.
func (r *reader) ofWords(at txt.Span, how How) Speaker {
	words := at.Of(r.a.Text)
	for rest := words; rest != ""; {
		if g, ok := r.names[fold(rest)]; ok {
			return Speaker{Group: g, Span: at, Sentence: -1, Head: -1, How: how}
		}
		i := strings.IndexByte(rest, ' ')
		if i < 0 {
			break
		}
		rest = rest[i+1:]
	}
	if g := r.personIn(at); g >= 0 {
		return Speaker{Group: g, Span: at, Sentence: -1, Head: -1, How: how}
	}
	return Speaker{Group: -1, Name: words, Span: at, Sentence: -1, Head: -1, How: how}
}

// resolve finds who the noun phrase with head x means, as the subject of a verb of
// saying (-1 for none).
func (r *reader) resolve(sentence, x, verb int, c *candidate) Speaker {
	s := &r.a.Sentences[sentence]
	w := &s.Words[x]
	who := func(g int, how How) Speaker {
		return Speaker{Group: g, Span: r.phrase(sentence, x), Sentence: sentence, Head: x, How: how}
	}
	switch {
	case w.POS == syntax.PRON || w.Feat("PronType") == "Rel" || w.POS == syntax.DET:
		return r.pronoun(sentence, x, c)
	case r.a.Quoted(w.Start) >= 0 && verb >= 0 && r.a.Quoted(s.Words[verb].Start) < 0:
		return Speaker{Group: -1, Sentence: -1, Head: -1} // the tree errs
	}
	own, how := r.ownName(sentence, x)
	if own >= 0 && (r.a.Groups[own].Kind == analysis.Person || how == ByAppos) {
		return who(own, how)
	}
	if g, at, ok := r.nameBeside(sentence, x, verb); ok {
		if g >= 0 {
			return who(g, ByBeside)
		}
		return Speaker{Group: -1, Name: at.Of(r.a.Text), Span: at, Sentence: sentence, Head: x, How: ByMissed}
	}
	if own >= 0 && !(w.POS == syntax.NOUN && r.person(w)) {
		return who(own, how)
	}
	if w.POS == syntax.PROPN && !r.isTitle(w) {
		return r.missedName(sentence, x)
	}
	return r.commonNoun(sentence, x, c)
}

// isTitle reports whether a word in capitals is an office without a name: "the
// Prime Minister".
func (r *reader) isTitle(w *syntax.Word) bool {
	return r.w.persons.Has(strings.ToLower(w.Form), "office", "rank")
}

// ownName returns the group that a noun phrase names itself: by its head, or by a
// name in apposition to it, never by one in a possessive, compound or of-phrase.
func (r *reader) ownName(sentence, x int) (int, How) {
	s := &r.a.Sentences[sentence]
	if g := r.namedGroup(sentence, x); g >= 0 {
		return g, ByName
	}
	for _, k := range s.Kids(x) {
		if !s.Is(k, "appos", "flat", "nmod:desc") {
			continue
		}
		g := r.namedGroup(sentence, k)
		for _, y := range s.Kids(k) {
			if g < 0 && s.Is(y, "flat") {
				g = r.namedGroup(sentence, y)
			}
		}
		if g >= 0 && (!s.Is(k, "appos") || r.a.Groups[g].Kind == analysis.Person || r.a.Groups[g].Kind == analysis.Organisation) {
			return g, ByAppos
		}
	}
	if h := s.Words[x].Head; h >= 0 && s.Is(x, "appos", "flat") && s.Words[x].POS != syntax.PROPN {
		if g := r.namedGroup(sentence, h); g >= 0 {
			return g, ByAppos
		}
	}
	return -1, ByNothing
}

// namedGroup returns the group of the name that a word is part of, where the
// name's head is the word or hangs on it as one name; -1 for none.
func (r *reader) namedGroup(sentence, i int) int {
	if g := r.a.GroupAt(sentence, i); g >= 0 && r.a.Groups[g].Named {
		for _, m := range r.a.Groups[g].Mentions {
			if m.Sentence == sentence && m.Head == i && m.Form == analysis.Name {
				return g
			}
		}
	}
	n := r.a.NameAt(sentence, i)
	w := &r.a.Sentences[sentence].Words[i]
	if n < 0 || w.POS != syntax.PROPN && r.a.Names[n].End > w.End {
		return -1
	}
	at := r.a.Names[n]
	if g, ok := r.names[fold(r.a.Text[at.Start:at.End])]; ok {
		return g
	}
	return -1
}

// nameBeside returns the person's name that ends right before the verb of saying,
// or begins right behind it, within the phrase of x: "Reed's uncle Ned Fry said",
// "the head of the bank, Ned Fry, said", "said minister Ned Fry".
func (r *reader) nameBeside(sentence, x, verb int) (int, txt.Span, bool) {
	if verb < 0 {
		return -1, txt.Span{}, false
	}
	s := &r.a.Sentences[sentence]
	i := x
	if x < verb {
		for i = verb - 1; i > x; i-- {
			w := &s.Words[i]
			skip := w.POS == syntax.AUX || w.POS == syntax.ADV || w.POS == syntax.PART || w.Form == "," || w.Form == "—" || w.Form == "–" || w.Form == ")" || r.temporal(sentence, i)
			if !skip {
				break
			}
		}
	} else {
		for i+1 < len(s.Words) && (r.a.NameAt(sentence, i+1) >= 0 || s.Words[i+1].POS == syntax.PROPN) {
			i++
		}
	}
	if i == x {
		return -1, txt.Span{}, false
	}
	n := r.a.NameAt(sentence, i)
	if n < 0 {
		return r.unknownBeside(s, x, i)
	}
	name := r.a.Names[n]
	first := s.At(name.Start)
	if first < 0 || first < min(x, verb) || s.Kid(i, "case") > i {
		return -1, txt.Span{}, false
	}
	if first > 0 {
		if p := &s.Words[first-1]; p.POS == syntax.ADP || p.POS == syntax.CCONJ || p.POS == syntax.VERB && first-1 != verb {
			return -1, txt.Span{}, false
		}
	}
	at := txt.Span{Start: name.Start, End: name.End}
	g, ok := r.names[fold(at.Of(r.a.Text))]
	if !ok || r.a.Groups[g].Kind != analysis.Person {
		return -1, txt.Span{}, false
	}
	return g, at, true
}

// unknownBeside takes a run of proper nouns in apposition as a name that was not
// recognised.
func (r *reader) unknownBeside(s *syntax.Sentence, x, i int) (int, txt.Span, bool) {
	if s.Words[i].POS != syntax.PROPN || s.Words[x].POS != syntax.NOUN || i <= x {
		return -1, txt.Span{}, false
	}
	from := i
	for from-1 > x && s.Words[from-1].POS == syntax.PROPN {
		from--
	}
	if p := &s.Words[from-1]; from-1 != x && p.Form != "," || s.Kid(i, "case") >= 0 {
		return -1, txt.Span{}, false
	}
	return -1, txt.Span{Start: s.Words[from].Start, End: s.Words[i].End}, true
}

// missedName is a proper noun that no name was recognised in: part of one that is
// known, or a name of its own.
func (r *reader) missedName(sentence, x int) Speaker {
	s := &r.a.Sentences[sentence]
	from, to := x, x
	for from > 0 && s.Words[from-1].POS == syntax.PROPN {
		from--
	}
	for to+1 < len(s.Words) && s.Words[to+1].POS == syntax.PROPN {
		to++
	}
	for from < to && (r.isTitle(&s.Words[from]) || r.w.titles.Has(strings.ToLower(s.Words[from].Form))) {
		from++
	}
	at := txt.Span{Start: s.Words[from].Start, End: s.Words[to].End}
	words := at.Of(r.a.Text)
	for _, try := range []string{words, lastWord(words)} {
		if g, ok := r.names[fold(try)]; ok {
			return Speaker{Group: g, Span: at, Sentence: sentence, Head: x, How: ByName}
		}
	}
	return Speaker{Group: -1, Name: words, Span: at, Sentence: sentence, Head: x, How: ByMissed}
}
