package coref

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefline/app/briefing"
	"briefline/app/names"
	token "briefline/app/text"
)

// word is a token with what the rules ask of it again and again.
type word struct {
	start, end int
	lower      string
	class      class
	kind       token.Kind
	sent       int32
	name       int32 // index of the name it is part of, or -1
	upper      bool  // begins with a capital
	quoted     bool  // stands in a direct quotation
}

// doc is one text while it is worked on.
type doc struct {
	text  string
	opts  Options
	lex   map[string]class
	gram  *grammar
	words []word
	sents [][2]int // words of a sentence, half-open
	names []named

	refs    []ref
	ents    []ent
	places  map[string]int // entity by key of form.go
	states  map[string]int // entity of a state, by its usual name
	chained []int          // refs in reading order that are linked, for looking back
	settled map[string]int // entity of a short name that several names fit
	unclear map[int][]int  // ref to candidate entities
	abroad  map[[2]int]int // counterparts that are not named, and governments
}

func newDoc(text string, sentences []briefing.Span, list []names.Name, o Options) *doc {
	d := &doc{text: text, opts: o, lex: lexicon(), gram: gram(),
		places: map[string]int{}, states: map[string]int{}, unclear: map[int][]int{}, abroad: map[[2]int]int{}, settled: map[string]int{}}
	var tokens []token.Token
	at := 0
	for _, s := range sentences {
		if s.Start < at || s.End > len(text) || s.Start >= s.End || !boundary(text, s.Start) || !boundary(text, s.End) {
			continue
		}
		at = s.End
		tokens = token.AppendSplit(tokens[:0], text, s)
		from := len(d.words)
		for _, t := range tokens {
			w := word{start: t.Start, end: t.End, kind: t.Kind, sent: int32(len(d.sents)), name: -1}
			raw := text[t.Start:t.End]
			w.lower = strings.ToLower(raw)
			w.upper = isUpper(raw)
			if t.Kind == token.Word {
				w.class = d.classOf(w.lower)
			}
			d.words = append(d.words, w)
		}
		if len(d.words) > from {
			d.sents = append(d.sents, [2]int{from, len(d.words)})
		}
	}
	d.quotes()
	d.takeNames(list)
	return d
}

func isUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// classOf looks a word up, by itself, without the stop of a short form, and by
// what stands behind its last hyphen ("vice-president", "ex-minister").
func (d *doc) classOf(lower string) class {
	if c, ok := d.lex[lower]; ok {
		return c
	}
	if s, ok := strings.CutSuffix(lower, "."); ok {
		if c, ok := d.lex[s]; ok {
			return c
		}
	}
	if i := strings.LastIndexByte(lower, '-'); i > 0 {
		return d.lex[lower[i+1:]] &^ (rank | title | modifier)
	}
	return 0
}

// quotes marks the words in direct quotations. A quotation ends with its
// paragraph, so that a mark that is missing spoils no more than that.
func (d *doc) quotes() {
	open := false
	for i := range d.words {
		w := &d.words[i]
		if i > 0 && strings.Contains(d.text[d.words[i-1].end:w.start], "\n") {
			open = false
		}
		switch raw := d.text[w.start:w.end]; {
		case raw == "“" || raw == "«":
			open = true
		case raw == "”" || raw == "»":
			open = false
		case raw == `"`:
			open = !open
		case raw == "`" && i+1 < len(d.words) && d.words[i+1].lower == "`" || raw == "``":
			open = true
		case raw == "'" && i > 0 && d.words[i-1].lower == "'" && d.words[i-1].end == w.start || raw == "''":
			open = false
		}
		w.quoted = open
	}
}

// is reports whether word i exists, is in sentence of word near, and is in set.
func (d *doc) is(i, near int, set map[string]bool) bool {
	return d.beside(i, near) && set[d.words[i].lower]
}

// beside reports whether i is a word of the same sentence as near.
func (d *doc) beside(i, near int) bool {
	return i >= 0 && i < len(d.words) && d.words[i].sent == d.words[near].sent
}

func (d *doc) raw(first, last int) string { return d.text[d.words[first].start:d.words[last].end] }

func (d *doc) span(first, last int) briefing.Span {
	return briefing.Span{Start: d.words[first].start, End: d.words[last].end}
}
