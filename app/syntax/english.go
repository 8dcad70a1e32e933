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
// without the blanks around them, that do not overlap.
func (p *Parser) Sentences(text string) []txt.Span { return txt.Sentences(text) }
