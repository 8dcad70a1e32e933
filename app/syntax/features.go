package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Attributes of a word that an embedding hashes, in the order of the networks'
// inputs: spaCy's NORM, PREFIX, SUFFIX, SHAPE, SPACY and IS_SPACE.
var attributes = []string{"norm", "prefix", "suffix", "shape", "spacy", "space"}

// clitics are norms of parts of words that UD splits off; all other words have
// their lower case for one.
var clitics = map[string]string{
	"n't": "not", "nt": "not", "'m": "am", "'re": "are", "'ve": "have", "'ll": "will",
	"ca": "can", "wo": "will", "sha": "shall", "gon": "going", "na": "to", "wan": "want",
}

// norm returns the word in lower case with plain apostrophes, clitics in full.
func norm(word string) string {
	low := plain(strings.ToLower(word))
	if full, ok := clitics[low]; ok {
		return full
	}
	return low
}

// shape writes X for an upper-case letter, x for another letter, d for a digit and
// all else as it is, of more than four alike in a row only four.
func shape(dst []byte, word string) []byte {
	const long = 100 // characters
	if len(word) >= long && utf8.RuneCountInString(word) >= long {
		return append(dst, "LONG"...)
	}
	var last rune
	run := 0
	for _, r := range word {
		switch {
		case unicode.IsUpper(r):
			r = 'X'
		case unicode.IsLetter(r):
			r = 'x'
		case unicode.IsDigit(r):
			r = 'd'
		}
		if r == last {
			run++
		} else {
			run, last = 0, r
		}
		if run < 4 {
			dst = utf8.AppendRune(dst, r)
		}
	}
	return dst
}

// ids returns the numbers of a word's attributes. Symbols are spaCy's, whose
// numbers are not their hashes.
func ids(u unit, symbols map[string]uint64) (out [6]uint64) {
	number := func(s string) uint64 {
		if n, ok := symbols[s]; ok {
			return n
		}
		return stringID(s)
	}
	word := u.form
	if strings.IndexFunc(word, isInvisible) >= 0 {
		word = strings.Map(visible, word)
	}
	_, first := utf8.DecodeRuneInString(word)
	suffix := len(word)
	for range 3 {
		_, size := utf8.DecodeLastRuneInString(word[:suffix])
		suffix -= size
	}
	out[0] = number(norm(word))
	out[1] = number(word[:first])
	out[2] = number(word[suffix:])
	out[3] = number(string(shape(make([]byte, 0, 32), word)))
	if u.blank {
		out[4] = 1
	}
	if strings.TrimSpace(word) == "" {
		out[5] = 1
	}
	return out
}
