package timex

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

type kind uint8

const (
	kindNone kind = iota // beyond the sentence
	kindWord
	kindNumber // digits only: "5.5" is three tokens
	kindPunct
)

// token is a run of letters, a run of digits, or one other character.
type token struct {
	start, end int
	kind       kind
	upper      bool   // begins with a capital letter
	glued      bool   // follows the token before without a blank
	wide       int    // digits of a number, bytes of anything else
	n          int    // value of digits, -1 when there are more than nine
	w          string // in lower case; empty for a word that is too long for any rule
	word       entry  // what the lexicon knows of w
}

const (
	longestWord = 24
	// A sentence of more tokens than this is read in pieces: hostile input has
	// such, and memory must not grow with it.
	pieceTokens = 2000
)

type tokenizer struct {
	text     string
	pos, end int
}

// next fills buf with the next piece, and is false when there is none.
func (t *tokenizer) next(buf *[]token) bool {
	toks := (*buf)[:0]
	for t.pos < t.end && len(toks) < pieceTokens {
		if tok := t.token(); tok.kind != kindNone {
			tok.glued = len(toks) > 0 && toks[len(toks)-1].end == tok.start
			if tok.kind != kindNumber {
				tok.wide = tok.end - tok.start
			}
			toks = append(toks, tok)
		}
	}
	*buf = toks
	return len(toks) > 0
}

func (t *tokenizer) token() token {
	start := t.pos
	r, size := t.rune(start)
	switch {
	case unicode.IsSpace(r):
		t.pos += size
		return token{}
	case digit(r) >= 0:
		n, wide := 0, 0
		for t.pos < t.end {
			r, size := t.rune(t.pos)
			d := digit(r)
			if d < 0 {
				break
			}
			if wide++; wide <= 9 {
				n = n*10 + d
			} else {
				n = -1
			}
			t.pos += size
		}
		return token{start: start, end: t.pos, kind: kindNumber, n: n, wide: wide}
	case unicode.IsLetter(r):
		for t.pos < t.end {
			if r, size := t.rune(t.pos); unicode.IsLetter(r) || unicode.IsMark(r) {
				t.pos += size
				continue
			}
			break
		}
		tok := token{start: start, end: t.pos, kind: kindWord, upper: unicode.IsUpper(r)}
		if t.pos-start <= longestWord {
			tok.w = strings.ToLower(t.text[start:t.pos])
			tok.word = lexicon[tok.w]
		}
		return tok
	}
	t.pos += size
	w := t.text[start:t.pos]
	switch r {
	case '’', '‘', '`':
		w = "'"
	case '–', '—', '‐', '‑', '−':
		w = "-"
	}
	return token{start: start, end: t.pos, kind: kindPunct, w: w}
}

// digit returns the value of a digit of the Latin, Arabic or Persian script, -1 for
// anything else.
func digit(r rune) int {
	switch {
	case '0' <= r && r <= '9':
		return int(r - '0')
	case '٠' <= r && r <= '٩':
		return int(r - '٠')
	case '۰' <= r && r <= '۹':
		return int(r - '۰')
	}
	return -1
}

func (t *tokenizer) rune(i int) (rune, int) {
	if c := t.text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(t.text[i:t.end])
}
