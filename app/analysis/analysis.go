// Package analysis holds what is read off one text once and shared by all that
// reads on: its sentences with their trees, paragraphs, headline and lead, dates,
// names, quotations, and who is who.
//
// An Analysis is a plain value: nothing changes it after Make, and any number of
// readers may share it. The package is pure and takes time linear in the length of
// the text.
package analysis

import (
	"slices"

	"briefline/app/edtf"
	"briefline/app/names"
	"briefline/app/syntax"
	txt "briefline/app/text"
	"briefline/app/timex"
)

// Analysis is one text with what was read off it. Word numbers count within
// their sentence.
type Analysis struct {
	Text      string
	Published edtf.Date         // zero: not known
	Sentences []syntax.Sentence // of the whole text, in order
	Paragraph []int             // number of the paragraph that each sentence stands in, from 0
	Headline  int               // index of the headline's sentence, -1 for none
	Lead      []int             // sentences of the first paragraph of the body that has a full sentence; may be empty
	Dateline  txt.Span          // "BISHKEK, 14 March (MNA) —" at the head of the lead; zero for none
	Furniture []bool            // per sentence: by-line, date line, caption, list of links: nobody's words and no event
	Dates     []timex.Expression
	Names     []names.Name
	Quotes    []Quote
	Groups    []Group
	Talk      Mode

	paragraphs []txt.Span
	words      [][]word // per sentence and word: what it belongs to
	quoted     []quotedAt
}

// word is what a word belongs to, each -1 for nothing.
type word struct {
	group, name int32
	dates       []int
}

// Options are what is known about a text beside its words.
type Options struct {
	Published edtf.Date
	Language  string // BCP 47; English when empty. Of another, only whole dates are read
	// Groups finds who is who in an analysis that has all else; nil leaves
	// Groups empty.
	Groups func(*Analysis) []Group
	// Parse reads sentences anew; nil for none. The sentence that a dateline opens
	// is read without it: "RIGA, 14 March (AP) — Leaders agreed" has its subject
	// behind the dash.
	Parse func(text string, sentences []txt.Span) []syntax.Sentence
}

// Make reads text. Its sentences are in order and do not overlap; those without
// words (of a text that was not parsed) give groups without heads.
func Make(text string, sentences []syntax.Sentence, o Options) *Analysis {
	a := &Analysis{Text: text, Published: o.Published, Sentences: sentences}
	spans := make([]txt.Span, len(sentences))
	for i := range sentences {
		spans[i] = sentences[i].Span
	}
	a.paragraphs = Paragraphs(text)
	a.structure()
	if o.Parse != nil {
		a.parseLead(o.Parse)
	}
	a.Quotes = ReadQuotes(text, a.paragraphs)
	quotes := []txt.Span{}
	for _, q := range a.Quotes {
		if q.Parent < 0 {
			quotes = append(quotes, q.Span)
		}
	}
	a.Dates = timex.Tag(text, timex.Options{Created: o.Published, Language: o.Language, Sentences: spans, Trees: a.Sentences, Quotes: quotes})
	a.Names = a.mendNames(names.Tag(text, a.Sentences))
	a.indexQuotes()
	a.Talk = a.mode()
	a.indexWords()
	if o.Groups != nil {
		a.Groups = o.Groups(a)
		a.indexGroups()
	}
	return a
}

// parseLead reads the sentence behind a dateline anew. Its span stays.
func (a *Analysis) parseLead(parse func(string, []txt.Span) []syntax.Sentence) {
	if a.Dateline.End == 0 {
		return
	}
	i := a.SentenceAt(a.Dateline.Start)
	if i < 0 || a.Dateline.End >= a.Sentences[i].End || a.Dateline.Start < a.Sentences[i].Start {
		return
	}
	at := a.Sentences[i].Span
	read := parse(a.Text, []txt.Span{{Start: a.Dateline.End, End: at.End}})
	if len(read) != 1 {
		return
	}
	a.Sentences = slices.Clone(a.Sentences) // the caller's own stay as they are
	a.Sentences[i] = read[0]
	a.Sentences[i].Span = at
}

// indexWords notes the dates and names that each word belongs to.
func (a *Analysis) indexWords() {
	a.words = make([][]word, len(a.Sentences))
	for i := range a.Sentences {
		a.words[i] = make([]word, len(a.Sentences[i].Words))
		for k := range a.words[i] {
			a.words[i][k] = word{group: -1, name: -1}
		}
	}
	s := 0
	for n, name := range a.Names {
		for s < len(a.Sentences) && a.Sentences[s].End <= name.Start {
			s++
		}
		if s == len(a.Sentences) {
			break
		}
		from, to := a.within(s, txt.Span{Start: name.Start, End: name.End})
		for k := from; k < to; k++ {
			a.words[s][k].name = int32(n)
		}
	}
	s = 0
	for n, date := range a.Dates {
		for s < len(a.Sentences) && a.Sentences[s].End <= date.Start {
			s++
		}
		if s == len(a.Sentences) {
			break
		}
		from, to := a.within(s, txt.Span{Start: date.Start, End: date.End})
		for k := from; k < to; k++ {
			a.words[s][k].dates = append(a.words[s][k].dates, n)
		}
	}
}

// within is Sentence.Within by halving: a sentence may be as long as the text.
func (a *Analysis) within(s int, at txt.Span) (from, to int) {
	sen := &a.Sentences[s]
	from = sen.At(at.Start)
	if from < 0 {
		return 0, 0
	}
	for to = from; to < len(sen.Words) && sen.Words[to].Start < at.End; to++ {
	}
	return from, to
}

func (a *Analysis) indexGroups() {
	for g := range a.Groups {
		for _, m := range a.Groups[g].Mentions {
			if m.Head >= 0 && m.Sentence >= 0 {
				a.words[m.Sentence][m.Head].group = int32(g)
			}
		}
	}
}

// GroupAt returns the group that has a mention whose head is this word, -1 for
// none.
func (a *Analysis) GroupAt(sentence, word int) int { return int(a.words[sentence][word].group) }

// NameAt returns the name that holds a word, -1 for none.
func (a *Analysis) NameAt(sentence, word int) int { return int(a.words[sentence][word].name) }

// DateAt returns the dates whose words hold a word, in order, an outer one first.
// The caller must not change them.
func (a *Analysis) DateAt(sentence, word int) []int { return a.words[sentence][word].dates }

// SentenceAt returns the sentence that holds the byte at, or the next one; -1
// behind the last.
func (a *Analysis) SentenceAt(at int) int {
	lo, hi := 0, len(a.Sentences)
	for lo < hi {
		if mid := (lo + hi) / 2; a.Sentences[mid].End > at {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	if lo == len(a.Sentences) {
		return -1
	}
	return lo
}

// ParagraphSpan returns the bytes of a paragraph.
func (a *Analysis) ParagraphSpan(n int) txt.Span { return a.paragraphs[n] }

// Paragraphs returns how many paragraphs the text has.
func (a *Analysis) Paragraphs() int { return len(a.paragraphs) }
