package library

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefline/app/briefing"
)

// query is what the person typed, as phrases that must all be found.
type query []phrase

// phrase is one or more words that stand together. The last one may be the
// beginning of a word.
type phrase struct {
	words  []string
	prefix bool
}

const (
	// minPrefix is from how many letters on a word is searched by its beginning:
	// one letter begins a third of all words.
	minPrefix = 2
	// From this letter on one alone may be a word or a syllable.
	firstSyllable = '\u2e80'
	// What a pasted page may ask for, in phrases and in bytes.
	maxPhrases = 12
	maxQuery   = 1000
)

// parseQuery reads what was typed: words, all of which must be there, each
// standing for all that begin with it; words in quotes stand together and are
// whole, unless the quotes are still open. What has no letters gives an empty
// query.
func parseQuery(s string) query {
	if len(s) > maxQuery {
		s = strings.ToValidUTF8(s[:maxQuery], "")
	}
	var q query
	for quoted := false; s != ""; quoted = !quoted {
		end := strings.IndexFunc(s, isQuote)
		part, rest := s, ""
		if end >= 0 {
			_, size := utf8.DecodeRuneInString(s[end:])
			part, rest = s[:end], s[end+size:]
		}
		if quoted {
			q = q.with(part, end < 0)
		} else {
			for _, word := range strings.FieldsFunc(part, unicode.IsSpace) {
				q = q.with(word, true)
			}
		}
		s = rest
	}
	return q[:min(len(q), maxPhrases)]
}

func isQuote(r rune) bool { return strings.ContainsRune("\"“”„«»", r) }

// with adds the words of part as one phrase. A single letter that is no word of
// its own script, such as the "l" that someone has begun to type, adds nothing.
func (q query) with(part string, prefix bool) query {
	var p phrase
	for _, t := range tokens(part) {
		word := t.text
		if t.apostrophe > 0 && word[t.apostrophe:] == "s" {
			word = word[:t.apostrophe] // Iran’s: the name is what is sought
		}
		p.words = append(p.words, word)
	}
	if len(p.words) == 0 {
		return q
	}
	letter, _ := utf8.DecodeRuneInString(p.words[len(p.words)-1])
	letters := utf8.RuneCountInString(p.words[len(p.words)-1])
	p.prefix = prefix && !isUnspaced(letter) && (letters >= minPrefix || letter >= firstSyllable)
	if len(p.words) == 1 && letters == 1 && prefix && unicode.IsLetter(letter) && letter < firstSyllable {
		return q
	}
	if slices.ContainsFunc(q, func(o phrase) bool { return o.prefix == p.prefix && slices.Equal(o.words, p.words) }) {
		return q
	}
	return append(q, p)
}

// match returns the query in FTS5's language (sqlite.org/fts5.html, 3). The words
// hold letters and digits only, so quotes are enough to make them plain.
func (q query) match() string {
	var b strings.Builder
	for i, p := range q {
		if i > 0 {
			b.WriteString(" AND ")
		}
		b.WriteByte('"')
		b.WriteString(strings.Join(p.words, " "))
		b.WriteByte('"')
		if p.prefix {
			b.WriteByte('*')
		}
	}
	return b.String()
}

// mark is a place where a phrase of a query stands in a text.
type mark struct {
	span   briefing.Span
	phrase int // index into the query
}

// marks returns where the phrases stand in text, in order. Spans are whole
// words, so that joined letters are not cut.
func (q query) marks(text string) []mark {
	words := tokens(text)
	var found []mark
	for i := range words {
		for n, p := range q {
			if p.at(words[i:]) {
				span := briefing.Span{Start: words[i].start, End: words[i+len(p.words)-1].end}
				found = append(found, mark{span, n})
			}
		}
	}
	return found
}

// at reports whether the phrase begins words.
func (p phrase) at(words []token) bool {
	if len(words) < len(p.words) {
		return false
	}
	last := len(p.words) - 1
	for i, want := range p.words {
		got := words[i].text
		if got == want || i == last && p.prefix && strings.HasPrefix(got, want) {
			continue
		}
		if i == 0 && elided(words[0]) != "" { // l’homme is found as "homme" too
			got = elided(words[0])
			if got == want || last == 0 && p.prefix && strings.HasPrefix(got, want) {
				continue
			}
		}
		return false
	}
	return true
}

// elisions are the short words that lose their vowel before another.
var elisions = map[string]bool{
	"l": true, "d": true, "j": true, "m": true, "t": true, "s": true, "n": true, "c": true, "qu": true,
	"un": true, "dell": true, "nell": true, "sull": true, "dall": true, "all": true,
}

// elided returns the word behind an elided one; "" when there is none.
func elided(t token) string {
	if t.apostrophe == 0 || len(t.text)-t.apostrophe < 2 || !elisions[t.text[:t.apostrophe]] {
		return ""
	}
	return t.text[t.apostrophe:]
}

// indexed appends the folded words of text to b as the full text holds them, with
// a space before each. The words behind elided ones come last, so that no phrase
// is torn.
func indexed(b *strings.Builder, text string) {
	var second []string
	for _, t := range tokens(text) {
		b.WriteByte(' ')
		b.WriteString(t.text)
		if word := elided(t); word != "" {
			second = append(second, word)
		}
	}
	for _, word := range second {
		b.WriteByte(' ')
		b.WriteString(word)
	}
}
