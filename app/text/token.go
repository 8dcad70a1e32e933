package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind is what a token is.
type Kind uint8

// The kinds.
const (
	Word   Kind = iota // letters, with what is inside a word
	Number             // begins with a digit: "2016", "40,000", "3.5", "12th"
	Punct              // one other character, or the possessive "'s"
)

// Token is a run of bytes of the text, half-open.
type Token struct {
	Start, End int
	Kind       Kind
	Blank      bool // blank space stands before it, or it is the first of its span
}

// Text returns the token's words in text.
func (t Token) Text(text string) string { return text[t.Start:t.End] }

// Span returns the token's place.
func (t Token) Span() Span { return Span{Start: t.Start, End: t.End} }

// longest is the size of a word, in bytes, over which it is cut: hostile input
// must not make a rule read far ahead.
const longest = 200

// Split returns the tokens of text[within.Start:within.End], in order. Invalid
// UTF-8 comes out as punctuation. It takes time linear in the length.
func Split(text string, within Span) []Token {
	return AppendSplit(make([]Token, 0, (within.End-within.Start)/5+4), text, within)
}

// AppendSplit is Split into a slice that is there already.
func AppendSplit(out []Token, text string, within Span) []Token {
	blank := true
	for i := within.Start; i < within.End; {
		r, size := decode(text, i, within.End)
		if unicode.IsSpace(r) || r == '\ufeff' {
			blank = true
			i += size
			continue
		}
		t := Token{Start: i, Blank: blank}
		blank = false
		switch {
		case unicode.IsDigit(r):
			t.Kind, t.End = Number, number(text, i, within.End)
		case isLetter(r):
			t.Kind, t.End = Word, word(text, i, within.End)
		default:
			t.Kind, t.End = Punct, i+size
			if isApostrophe(r) && !t.Blank {
				t.End = possessive(text, i+size, within.End)
			}
		}
		out = append(out, t)
		i = t.End
	}
	return out
}

func decode(text string, i, end int) (rune, int) {
	if c := text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(text[i:end])
}

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || r == '\u200c' // the joiner breaker of Persian words
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == '`' }

// number returns the end of the number that begins at i: digits, digits behind a
// stop or comma, and letters glued on ("12th", "5pm", "1990s").
func number(text string, i, end int) int {
	for start := i; i < end && i-start < longest; {
		r, size := decode(text, i, end)
		if unicode.IsDigit(r) || isLetter(r) {
			i += size
			continue
		}
		if r == '.' || r == ',' {
			if i+size < end {
				if next, _ := decode(text, i+size, end); unicode.IsDigit(next) {
					i += size
					continue
				}
			}
		}
		break
	}
	return i
}

// word returns the end of the word that begins at i.
func word(text string, i, end int) int {
	start := i
	for i < end && i-start < longest {
		r, size := decode(text, i, end)
		if isLetter(r) || unicode.IsDigit(r) {
			i += size
			continue
		}
		if i+size >= end {
			if r == '.' && initials(text[start:i]) {
				return i + size
			}
			break
		}
		next, _ := decode(text, i+size, end)
		switch {
		case r == '-' || r == '‐' || r == '‑' || r == '&' || isApostrophe(r):
			if !isLetter(next) && !(r != '&' && !isApostrophe(r) && unicode.IsDigit(next)) {
				return i
			}
			if isApostrophe(r) && possessive(text, i+size, end) > i+size {
				return i // "'s" stands alone
			}
			i += size
		case r == '.':
			if !initials(text[start:i]) {
				return i
			}
			i += size
			if !isLetter(next) {
				return i
			}
			// "U.S" goes on only by single letters: "J.Smith" is two tokens.
			_, n := decode(text, i, end)
			if i+n < end {
				if r, _ := decode(text, i+n, end); r != '.' && isLetter(r) {
					return i
				}
			}
		default:
			return i
		}
	}
	return i
}

// initials reports whether w is one letter, or such letters with stops between.
func initials(w string) bool {
	if i := strings.LastIndexByte(w, '.'); i >= 0 {
		w = w[i+1:]
	}
	r, size := utf8.DecodeRuneInString(w)
	return size == len(w) && unicode.IsLetter(r)
}

// possessive returns the end of the "s" of "'s" at i, or i when there is none.
func possessive(text string, i, end int) int {
	if i >= end || text[i] != 's' && text[i] != 'S' {
		return i
	}
	if i+1 < end {
		if r, _ := decode(text, i+1, end); isLetter(r) || unicode.IsDigit(r) {
			return i
		}
	}
	return i + 1
}
