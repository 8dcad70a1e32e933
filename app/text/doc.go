// Package text cuts a text into sentences and into words, numbers and marks. It
// is what all that reads an article begins with, and knows nothing of ours.
//
// A word keeps what belongs to it: inner hyphens ("Bailey-Ross"), apostrophes
// ("O'Brien", "don't"), the stops of initialisms ("U.S.") and of initials
// ("J."), and the ampersand of "AT&T". The possessive "'s" is a token of its
// own, so that "Iran's" names Iran. Package timex has finer tokens, which fall
// apart at every hyphen, because dates need them so; package syntax has the
// words of Universal Dependencies.
//
// The package is pure.
package text

// Span is a stretch of a text in bytes of UTF-8, half-open.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Of returns the words of the span in text, which it must lie in.
func (s Span) Of(text string) string { return text[s.Start:s.End] }
