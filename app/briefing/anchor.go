package briefing

import (
	"strings"
	"unicode/utf8"

	txt "briefline/app/text"
)

// Span is a half-open byte range [Start, End) in a source's text.
type Span = txt.Span

// Anchor is evidence: a quote in a source, found again by its words, by what
// stands around them and by position (W3C Web Annotation Data Model 2017,
// 4.2.4 TextQuoteSelector and 4.2.5 TextPositionSelector). Start and End count
// bytes of UTF-8, half-open, where the W3C counts characters.
type Anchor struct {
	Source string `json:"source"` // source ID
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Exact  string `json:"exact"`
	Prefix string `json:"prefix,omitempty"` // the words just before; shorter at the start of the text
	Suffix string `json:"suffix,omitempty"` // the words just after; shorter at the end of the text
	Extra  *Extra `json:"-"`
}

const (
	contextSize = 32 // bytes kept before and after a quote
	contextMin  = 16 // bytes of surroundings below which a place is not recognised
)

// NewAnchor returns the anchor of s.Text[start:end] with up to 32 bytes of
// context on each side, cut between characters. It panics if the range is
// not inside the text, as slicing does.
func NewAnchor(s *Source, start, end int) Anchor {
	from, to := max(0, start-contextSize), min(len(s.Text), end+contextSize)
	for from < start && !utf8.RuneStart(s.Text[from]) {
		from++
	}
	for to > end && to < len(s.Text) && !utf8.RuneStart(s.Text[to]) {
		to--
	}
	return Anchor{Source: s.ID, Start: start, End: end,
		Exact: s.Text[start:end], Prefix: s.Text[from:start], Suffix: s.Text[end:to]}
}

// Locate finds the anchor's words in text, which may have changed since.
//
//   - exact: the words stand at Start. If nothing around them fits and the one
//     place where everything fits is elsewhere, that place is taken, as moved.
//   - moved: prefix, words and suffix occur together at one other place only.
//   - changed: prefix and suffix each occur once, in this order, and other
//     words stand between; the span is that of those words.
//   - lost: everything else, with a zero span. Two possible places are lost.
func (a Anchor) Locate(text string) (Span, AnchorState) {
	here := Span{Start: a.Start, End: a.End}
	inPlace := a.Exact != "" && a.Start >= 0 && a.Start <= len(text) &&
		strings.HasPrefix(text[a.Start:], a.Exact) && a.End == a.Start+len(a.Exact)
	if inPlace && a.contextFits(text) {
		return here, AnchorExact
	}
	if a.Exact != "" && len(a.Prefix)+len(a.Suffix) >= contextMin {
		if at, n := find(text, a.Prefix+a.Exact+a.Suffix); n == 1 {
			at += len(a.Prefix)
			return Span{Start: at, End: at + len(a.Exact)}, AnchorMoved
		}
	}
	if inPlace {
		return here, AnchorExact
	}
	return a.locateChanged(text)
}

// contextFits reports whether prefix or suffix still stands beside the quote.
func (a Anchor) contextFits(text string) bool {
	before := a.Prefix != "" && strings.HasSuffix(text[:a.Start], a.Prefix)
	after := a.Suffix != "" && strings.HasPrefix(text[a.End:], a.Suffix)
	return before || after || a.Prefix == "" && a.Suffix == ""
}

// locateChanged looks for other words between prefix and suffix. A side that is
// too short to know a place by counts only at the very start or end of the text.
func (a Anchor) locateChanged(text string) (Span, AnchorState) {
	lost := func() (Span, AnchorState) { return Span{}, AnchorLost }
	if len(a.Prefix)+len(a.Suffix) < contextMin {
		return lost()
	}
	from, to := len(a.Prefix), len(text)-len(a.Suffix)
	if len(a.Prefix) >= contextMin {
		at, n := find(text, a.Prefix)
		if n != 1 {
			return lost()
		}
		from = at + len(a.Prefix)
	} else if !strings.HasPrefix(text, a.Prefix) {
		return lost()
	}
	if len(a.Suffix) >= contextMin {
		at, n := find(text, a.Suffix)
		if n != 1 {
			return lost()
		}
		to = at
	} else if !strings.HasSuffix(text, a.Suffix) {
		return lost()
	}
	// A gap much longer than the quote is new text, not the quote reworded;
	// an empty one is a deletion.
	if from >= to || to-from > 2*len(a.Exact)+64 || strings.TrimSpace(text[from:to]) == "" {
		return lost()
	}
	return Span{Start: from, End: to}, AnchorChanged
}

// find returns the first place of part in text, and 0, 1 or 2 for how often it
// occurs: never, once, more than once (overlapping occurrences count).
func find(text, part string) (at, n int) {
	at = strings.Index(text, part)
	if at < 0 {
		return 0, 0
	}
	if strings.Contains(text[at+1:], part) {
		return at, 2
	}
	return at, 1
}
