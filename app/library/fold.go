package library

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// token is a word of a text as the search sees it.
type token struct {
	text       string // folded; never empty
	start, end int    // half-open byte range in the text that was given
	apostrophe int    // where in text the last apostrophe stood; 0: none
}

// maxToken bounds a word, in bytes: what is longer is none, and is found by its
// beginning.
const maxToken = 96

// Fold returns the words of s as the search compares them, parted by single
// spaces: without case, diacritics, vowel points, tatweel, joiners and
// apostrophes, with one form for letters that are written in several ways (ي and
// ی, ك and ک, أ and ا, ة and ه, ё and е, ł and l, ß and ss, ligatures, full
// width, digits of any script). Letters that only look alike stay apart (и and
// й). Scripts that put no spaces between words give a word for each letter.
// Folding twice is folding once.
func Fold(s string) string {
	var b strings.Builder
	for i, t := range tokens(s) {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.text)
	}
	return b.String()
}

// tokens returns the words of s in order. Their ranges lie inside s, at the
// borders of characters, and start in order; two may share a range where one
// character folds into several words.
func tokens(s string) []token {
	f := folder{out: make([]token, 0, len(s)/6+1)}
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			f.ascii(c, i, s)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		f.end = i + size
		switch {
		case r == utf8.RuneError && size == 1:
			f.flush()
		case isApostrophe(r):
			f.apostrophe(i, s[i+size:])
		case isIgnored(r):
		default:
			f.start = i
			f.decomposed(r, s[i:i+size])
		}
		i += size
	}
	f.flush()
	return f.out
}

// folder gathers the word that is being read.
type folder struct {
	out        []token
	word       []byte
	from, to   int // range of word
	apos       int
	single     bool // word is one letter of a script without spaces
	start, end int  // range of the character that is being read
}

func (f *folder) ascii(c byte, i int, s string) {
	f.start, f.end = i, i+1
	switch {
	case 'A' <= c && c <= 'Z':
		f.add(rune(c) + 'a' - 'A')
	case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
		f.add(rune(c))
	case c == '\'' || c == '`':
		f.apostrophe(i, s[i+1:])
	default:
		f.flush()
	}
}

// apostrophe joins the letters around it; elsewhere it parts words.
func (f *folder) apostrophe(at int, rest string) {
	next, _ := utf8.DecodeRuneInString(rest)
	if len(f.word) == 0 || f.single || !unicode.IsLetter(next) || isApostrophe(next) {
		f.flush()
		return
	}
	f.apos = len(f.word)
}

// decomposed adds a character in its compatibility decomposition (Unicode
// Standard Annex 15, NFKD).
func (f *folder) decomposed(r rune, s string) {
	parts := norm.NFKD.PropertiesString(s).Decomposition()
	if parts == nil {
		f.rune(r)
		return
	}
	for len(parts) > 0 {
		part, size := utf8.DecodeRune(parts)
		f.rune(part)
		parts = parts[size:]
	}
}

// rune adds one part of a decomposition.
func (f *folder) rune(r rune) {
	switch {
	case isIgnored(r) || isApostrophe(r):
		return
	case unicode.Is(unicode.M, r):
		f.mark(r)
		return
	case !unicode.IsLetter(r) && !unicode.IsNumber(r):
		f.flush()
		return
	case unicode.IsDigit(r):
		f.add('0' + digit(r))
		return
	}
	if to, ok := letters[r]; ok {
		f.addAll(to)
		return
	}
	r = unicode.ToLower(r)
	if to, ok := letters[r]; ok {
		f.addAll(to)
		return
	}
	if isUnspaced(r) {
		f.flush()
		f.add(r)
		f.single = true
		return
	}
	f.add(r)
}

// mark drops a mark, except where it makes another letter of its base or is a
// vowel of its own.
func (f *folder) mark(r rune) {
	if len(f.word) == 0 {
		return
	}
	if r == '\u0306' { // Cyrillic й and ў are letters, not и and у with a breve
		last, size := utf8.DecodeLastRune(f.word)
		if to := map[rune]rune{'и': 'й', 'у': 'ў'}[last]; to != 0 && f.to <= f.start+2 {
			f.word = utf8.AppendRune(f.word[:len(f.word)-size], to)
		}
		f.to = f.end
		return
	}
	if r != '\u3099' && r != '\u309a' && unicode.In(r, unicode.Inherited, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Arabic, unicode.Hebrew, unicode.Syriac) {
		f.to = f.end
		return
	}
	if len(f.word) < maxToken {
		f.word = utf8.AppendRune(f.word, r)
	}
	f.to = f.end
}

func (f *folder) addAll(s string) {
	for _, r := range s {
		f.add(r)
	}
}

func (f *folder) add(r rune) {
	if f.single {
		f.flush()
	}
	if len(f.word) == 0 {
		f.from = f.start
	}
	f.to = f.end
	if len(f.word) < maxToken {
		f.word = utf8.AppendRune(f.word, r)
	}
}

func (f *folder) flush() {
	if len(f.word) > 0 {
		f.out = append(f.out, token{text: string(f.word), start: f.from, end: f.to, apostrophe: f.apos})
	}
	f.word, f.apos, f.single = f.word[:0], 0, false
}

// digit is the value of a decimal digit of any script: the blocks of ten stand
// in one piece (The Unicode Standard 15, 4.6).
func digit(r rune) rune {
	for _, t := range unicode.Nd.R16 {
		if r >= rune(t.Lo) && r <= rune(t.Hi) {
			return (r - rune(t.Lo)) % 10
		}
	}
	for _, t := range unicode.Nd.R32 {
		if r >= rune(t.Lo) && r <= rune(t.Hi) {
			return (r - rune(t.Lo)) % 10
		}
	}
	return 0
}

func isApostrophe(r rune) bool {
	switch r {
	case '\'', '`', '´', 'ʹ', 'ʻ', 'ʼ', 'ʽ', 'ʾ', 'ʿ', 'ˈ', '՚', '׳', '‘', '’', '‛', '′', '＇':
		return true
	}
	return false
}

// isIgnored holds what is written between letters and is none: tatweel, soft
// hyphen, joiners, and the marks of direction.
func isIgnored(r rune) bool {
	switch r {
	case '\u0640', '\u00ad', '\u200c', '\u200d', '\u200e', '\u200f', '\u061c', '\u2060', '\ufeff':
		return true
	}
	return '\u202a' <= r && r <= '\u202e' || '\u2066' <= r && r <= '\u2069' || '\ufe00' <= r && r <= '\ufe0f'
}

// isUnspaced reports whether a letter is of a script that writes its words
// without spaces between them.
func isUnspaced(r rune) bool {
	if r < '\u0e00' {
		return false
	}
	return r == 'ー' || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// letters are those that no decomposition brings together.
var letters = map[rune]string{
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'þ': "th", 'ħ': "h",
	'ı': "i", 'ł': "l", 'ŧ': "t", 'ŋ': "n", 'ĸ': "k", 'ȷ': "j", 'ɖ': "d", 'ƀ': "b",
	'ς': "σ",
	'ي': "ی", 'ى': "ی", 'ك': "ک", 'ڪ': "ک", 'ٱ': "ا", 'ة': "ه", 'ہ': "ه", 'ھ': "ه", 'ە': "ه", 'ۃ': "ه",
}
