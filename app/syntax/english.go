package syntax

import (
	"sync"

	txt "briefline/app/text"
	"briefline/assets"
)

// english is read once, when the first text is parsed: the window's start does not
// pay for it.
var english = sync.OnceValues(func() (*Model, error) { return ReadModel(assets.Syntax(), assets.Lemmas()) })

// English returns a parser of English with the model that is built in. The error is
// that of ReadModel.
func English() (*Parser, error) {
	m, err := english()
	if err != nil {
		return nil, err
	}
	return NewParser(m), nil
}

// Sentences returns the sentences of a text: half-open byte ranges in order,
// without the blanks around them, that do not overlap. They are those of
// [txt.Sentences], but that the network is asked where rules doubt that one ends:
// "in the U.K. You should", "the U.K. Treasury".
func (p *Parser) Sentences(text string) []txt.Span {
	var out []txt.Span
	var s scratch
	open := false
	for _, piece := range txt.Pieces(text) {
		if open && !p.parts(&s, text, out[len(out)-1], piece.Span) {
			out[len(out)-1].End = piece.End
		} else {
			out = append(out, piece.Span)
		}
		open = piece.Break == txt.Unlikely
	}
	return out
}

// parts reports whether two pieces of text are sentences of their own: read as one,
// nothing joins them but that one stands beside the other.
func (p *Parser) parts(s *scratch, text string, left, right txt.Span) bool {
	const longest = 1000 // bytes
	if right.End-left.Start > longest {
		return false
	}
	words := tokens(text, txt.Span{Start: left.Start, End: right.End})
	p.fill(s, words)
	crossing, beside := 0, false
	for i := range words {
		w := &words[i]
		if w.Head < 0 || w.POS == PUNCT || (w.Start < right.Start) == (words[w.Head].Start < right.Start) {
			continue
		}
		crossing++
		beside = w.Rel == "parataxis" || w.Rel == "conj"
	}
	return crossing == 1 && beside
}
