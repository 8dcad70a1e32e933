package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	token "briefline/app/text"
)

// word is what the features see of one token, or of a part of one: "US-led" is
// two words, because only its first half is a name.
type word struct {
	start, end int32
	exact      uint32 // hash of the letters as they stand, digits made alike
	lower      uint32 // the same, without capitals
	shape      uint32 // "Xx", "X", "d": runs of like characters
	pre2, pre3 uint32
	suf2, suf3 uint32
	suf4       uint32
	entry      entry  // what the lexicon knows of it
	phrase     uint16 // flags of the listed phrases of several words that it stands in
	form       form
	kind       token.Kind
}

// form is how a word is written.
type form uint8

const (
	capital   form = 1 << iota // begins with a capital
	shouted                    // more than one letter, all of them capitals
	joined                     // no blank space before it
	lowerHere                  // the document has it without a capital, too
	upperHere                  // the document has it with a capital inside a sentence
	mixed                      // has a capital somewhere
	verbal                     // a finite verb, by its sentence's tree
)

func (w *word) is(f form) bool { return w.form&f != 0 }

const (
	fnvBasis = 2166136261
	fnvPrime = 16777619
)

func hashByte(h uint32, b byte) uint32 { return (h ^ uint32(b)) * fnvPrime }

func hashRune(h uint32, r rune) uint32 {
	if r < utf8.RuneSelf {
		return hashByte(h, byte(r))
	}
	var b [utf8.UTFMax]byte
	for _, c := range b[:utf8.EncodeRune(b[:], r)] {
		h = hashByte(h, c)
	}
	return h
}

// hashWord returns the hash that the lexicon keys a word by.
func hashWord(s string) uint32 {
	h := uint32(fnvBasis)
	for _, r := range s {
		h = hashRune(h, fold(r))
	}
	return h
}

// join extends the hash of a phrase by a word.
func join(phrase, word uint32) uint32 { return mix(phrase*31 + word) }

func mix(h uint32) uint32 {
	h ^= h >> 15
	h *= 0x85ebca77
	h ^= h >> 13
	h *= 0xc2b2ae3d
	return h ^ h>>16
}

// fold makes capitals small, digits alike, and curled apostrophes straight.
func fold(r rune) rune {
	if r < utf8.RuneSelf {
		switch {
		case 'A' <= r && r <= 'Z':
			return r + 'a' - 'A'
		case '0' <= r && r <= '9':
			return '0'
		case r == '`':
			return '\''
		}
		return r
	}
	switch r {
	case '’', '‘':
		return '\''
	case '‐', '‑':
		return '-'
	}
	return unicode.ToLower(r)
}

// look fills in what can be seen of a word by itself.
func (w *word) look(s string) {
	exact, lower, shape := uint32(fnvBasis), uint32(fnvBasis), uint32(fnvBasis)
	var ends [4]rune // the last runes, folded
	var last byte
	letters, capitals, n := 0, 0, 0
	for _, r := range s {
		f := fold(r)
		lower = hashRune(lower, f)
		class := byte('.')
		switch {
		case f == '0' || r >= utf8.RuneSelf && unicode.IsDigit(r):
			class = 'd'
			exact = hashRune(exact, '0')
		case f != r && r != '’' && r != '‘' && r != '‑' && r != '‐' && r != '`' || r >= utf8.RuneSelf && unicode.IsUpper(r):
			class = 'X'
			letters++
			capitals++
			exact = hashRune(exact, r)
		case 'a' <= r && r <= 'z' || r >= utf8.RuneSelf && unicode.IsLetter(r):
			class = 'x'
			letters++
			exact = hashRune(exact, r)
		default:
			exact = hashRune(exact, f)
			if w.kind == token.Punct {
				class = byte(f)
			} else if f == '-' || f == '\'' || f == '&' {
				class = byte(f)
			}
		}
		if n == 0 && class == 'X' {
			w.form |= capital
		}
		if class != last {
			shape = hashByte(shape, class)
			last = class
		}
		copy(ends[:], ends[1:])
		ends[3] = f
		n++
		switch n {
		case 2:
			w.pre2 = lower
		case 3:
			w.pre3 = lower
		}
	}
	if capitals > 0 {
		w.form |= mixed
	}
	if letters > 1 && capitals == letters {
		w.form |= shouted
		shape = hashByte(shape, byte(min(letters, 6)))
	}
	w.exact, w.lower, w.shape = exact, lower, shape
	h := uint32(fnvBasis)
	for i, r := range []rune{ends[3], ends[2], ends[1], ends[0]} {
		h = hashRune(h, r)
		switch {
		case i == 1 && n > 2:
			w.suf2 = h
		case i == 2 && n > 3:
			w.suf3 = h
		case i == 3 && n > 4:
			w.suf4 = h
		}
	}
}

// parts are second halves of a compound that leave the first one a name:
// "US-led", "Tehran-based". Participles in "-ed" count as well.
var parts = map[string]bool{
	"led": true, "based": true, "backed": true, "born": true, "style": true, "wide": true, "owned": true, "run": true,
	"held": true, "bound": true, "made": true, "built": true, "funded": true, "ruled": true, "linked": true, "area": true,
	"friendly": true, "era": true, "registered": true, "brokered": true, "controlled": true, "occupied": true,
	"sponsored": true, "supported": true, "trained": true, "mandated": true, "wing": true, "like": true, "listed": true,
	"sanctioned": true, "aligned": true, "affiliated": true, "educated": true, "dominated": true, "allied": true,
}

// before are first halves that leave the second one a name: "anti-Assad".
var before = map[string]bool{
	"anti": true, "pro": true, "non": true, "ex": true, "post": true, "pre": true, "mid": true, "trans": true,
	"counter": true, "inter": true, "sub": true, "then": true, "former": true,
}

// cut returns where in s, a word with a hyphen, two words meet; the second one
// begins behind the hyphen. It is -1 when s is one word.
func (l *lexicon) cut(s string) (left, right int) {
	i := strings.IndexAny(s, "-‐‑–")
	if i <= 0 {
		return -1, -1
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	a, b := s[:i], s[i+size:]
	if b == "" {
		return -1, -1
	}
	upper := func(s string) bool { r, _ := utf8.DecodeRuneInString(s); return unicode.IsUpper(r) }
	switch {
	case upper(a) && (parts[b] || !upper(b) && len(b) > 4 && strings.HasSuffix(b, "ed")),
		upper(b) && before[strings.ToLower(a)],
		upper(a) && upper(b) && l.find(hashWord(a)).flags&(country|demonym) != 0 && l.find(hashWord(b)).flags&(country|demonym) != 0:
		return i, i + size
	}
	return -1, -1
}

// words appends the words of the tokens to out.
func (l *lexicon) words(out []word, text string, tokens []token.Token) []word {
	for _, t := range tokens {
		s := t.Text(text)
		if t.Kind == token.Word && len(s) > 3 {
			if i, j := l.cut(s); i > 0 {
				out = l.word(out, text, t.Start, t.Start+i, t.Kind, t.Blank)
				out = l.word(out, text, t.Start+i, t.Start+j, token.Punct, false)
				out = l.word(out, text, t.Start+j, t.End, t.Kind, false)
				continue
			}
		}
		out = l.word(out, text, t.Start, t.End, t.Kind, t.Blank)
	}
	return out
}

// calm reads a sentence that is all capitals as if it were not: words that are
// common get small letters, others a capital. It returns how the words would be
// written then.
func (l *lexicon) calm(ws []word, text string) {
	letters, shouts := 0, 0
	for i := range ws {
		if ws[i].kind == token.Word {
			letters++
			if ws[i].is(shouted) {
				shouts++
			}
		}
	}
	if letters < 4 || shouts*3 < letters*2 {
		return
	}
	for i := range ws {
		w := &ws[i]
		if !w.is(shouted) {
			continue
		}
		s := strings.ToLower(text[w.start:w.end])
		if w.entry.flags&common == 0 || w.entry.flags&country != 0 { // "US", too
			r, size := utf8.DecodeRuneInString(s)
			s = string(unicode.ToUpper(r)) + s[size:]
		}
		bare := word{start: w.start, end: w.end, kind: w.kind, entry: w.entry, form: w.form & joined}
		bare.look(s)
		if bare.lower == w.lower { // unlike the lost apostrophe's, and capitals of odd scripts
			*w = bare
		}
	}
}

func (l *lexicon) word(out []word, text string, start, end int, kind token.Kind, blank bool) []word {
	w := word{start: int32(start), end: int32(end), kind: kind}
	if !blank {
		w.form |= joined
	}
	s := text[start:end]
	w.look(s)
	w.entry = l.find(w.lower)
	// A country whose apostrophe got lost: "Irans" is read as "Iran". Names of
	// countries that end in "s" are in the lexicon themselves.
	if n := len(s); w.entry.flags&^common == 0 && w.is(capital) && n > 4 && s[n-1] == 's' && s[n-2] != 's' {
		bare := word{kind: kind}
		bare.look(s[:n-1])
		if e := l.find(bare.lower); e.flags&country != 0 {
			bare.start, bare.end, bare.entry, bare.form = w.start, w.end, e, bare.form|w.form&joined
			w = bare
		}
	}
	return append(out, w)
}
