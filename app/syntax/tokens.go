package syntax

import (
	"strings"
	"unicode"
	"unicode/utf8"

	txt "briefline/app/text"
)

// tokens splits a sentence into the words of Universal Dependencies, as the English
// treebanks EWT and GUM write them: "don't" is "do" and "n't", "well-known" is three
// words and "co-founder" is one, "5pm" is two and "U.S." is one. The words lie in
// order and do not overlap; what no word holds is blank or invisible.
func tokens(text string, at txt.Span) []Word {
	s := splitter{text: text[:at.End]}
	for i := at.Start; i < at.End; {
		r, size := utf8.DecodeRuneInString(s.text[i:])
		if isBlank(r) {
			i += size
			continue
		}
		i = s.next(i, r)
	}
	s.join()
	words := make([]Word, len(s.spans))
	for i, sp := range s.spans {
		words[i] = Word{Span: sp, Form: sp.Of(text), Blank: i == 0 || blankBetween(text[s.spans[i-1].End:sp.Start])}
	}
	return words
}

// splitter splits text from somewhere in it to its end.
type splitter struct {
	text  string
	spans []txt.Span
}

func (s *splitter) add(start, end int) { s.spans = append(s.spans, txt.Span{Start: start, End: end}) }

// next adds what begins at i, at rune r, and returns its end.
func (s *splitter) next(i int, r rune) int {
	for _, f := range []func(string, int) int{address, repeated, decade, number, currency} {
		if end := f(s.text, i); end > i {
			s.add(i, end)
			return end
		}
	}
	if isWordRune(r) && r != '_' {
		return s.word(i)
	}
	if end := elided(s.text, i); end > i {
		s.add(i, end)
		return end
	}
	end := i + utf8.RuneLen(r)
	if r == utf8.RuneError {
		_, size := utf8.DecodeRuneInString(s.text[i:])
		end = i + size
	}
	s.add(i, end)
	return end
}

// word adds the words that the run of letters at i makes, and returns its end.
func (s *splitter) word(i int) int {
	if end := initials(s.text, i); end > i {
		s.add(i, end)
		return end
	}
	end := s.wordEnd(i)
	word := s.text[i:end]
	if cut := clitic(word); cut > 0 {
		s.add(i, i+cut)
		s.add(i+cut, end)
		return end
	}
	if cut := fused[strings.ToLower(word)]; cut > 0 {
		s.add(i, i+cut)
		s.add(i+cut, end)
		return end
	}
	s.add(i, end)
	return end
}

// wordEnd is the end of the letters and digits at i, with apostrophes and stops
// inside: "O'Brien", "U.S" (the last stop is seen to by initials).
func (s *splitter) wordEnd(i int) int {
	j := i
	for j < len(s.text) {
		r, size := utf8.DecodeRuneInString(s.text[j:])
		after, _ := utf8.DecodeRuneInString(s.text[j+size:])
		switch {
		case isWordRune(r) || isInvisible(r):
			// ampersands of single letters: "AT&T", "R&D"
		case isApostrophe(r) && isWordRune(after):
		case r == '&' && unicode.IsUpper(after) && upperBefore(s.text, i, j) && !letterAt(s.text, j+size+utf8.RuneLen(after)):
		default:
			return j
		}
		j += size
	}
	return j
}

func upperBefore(text string, from, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[from:i])
	return unicode.IsUpper(r)
}

func letterAt(text string, i int) bool {
	if i >= len(text) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return isWordRune(r)
}

// initials returns the end of "U.S.", "e.g." or "Ph.D." at i, or i. Two letters
// with one stop between them count at the end of a word, too: "U.S".
func initials(text string, i int) int {
	j, letters := i, 0
	if hasPrefixFold(text[i:], "ph.d.") {
		return i + len("ph.d.")
	}
	for {
		r, size := utf8.DecodeRuneInString(text[j:])
		if !unicode.IsLetter(r) {
			break
		}
		if k := j + size; k < len(text) && text[k] == '.' {
			j, letters = k+1, letters+1
			continue
		}
		if letters >= 1 && !letterAt(text, j+size) && unicode.IsUpper(r) && upperBefore(text, i, j-1) {
			return j + size // "U.S"
		}
		break
	}
	if letters < 2 || letterAt(text, j) {
		return i
	}
	return j
}

// clitic returns where "n't" or "'s" begins in a word, 0 for none.
func clitic(word string) int {
	n := len(word)
	last, _ := utf8.DecodeLastRuneInString(word)
	switch unicode.ToLower(last) {
	case 't':
		r, size := utf8.DecodeLastRuneInString(word[:n-1])
		if cut := n - 1 - size - 1; isApostrophe(r) && cut > 0 && (word[cut] == 'n' || word[cut] == 'N') {
			return cut
		}
	case 's', 'd', 'm':
		if r, size := utf8.DecodeLastRuneInString(word[:n-1]); isApostrophe(r) {
			return n - 1 - size
		}
	case 'e', 'l':
		if n < 3 || !endings[strings.ToLower(word[n-2:])] {
			return 0
		}
		if r, size := utf8.DecodeLastRuneInString(word[:n-2]); isApostrophe(r) {
			return n - 2 - size
		}
	}
	return 0
}

// join puts together what belongs to one word: an abbreviation and its full stop,
// a prefix with its hyphen and what follows.
func (s *splitter) join() {
	out := s.spans[:0]
	in := s.spans
	for i := 0; i < len(in); i++ {
		sp := in[i]
		if i+1 < len(in) && in[i+1].Start == sp.End && in[i+1].End == sp.End+1 {
			switch s.text[sp.End] {
			case '.':
				if s.keepsStop(sp) {
					sp.End++
					i++
				}
			case '-':
				glued := len(out) > 0 && out[len(out)-1].End == sp.Start && s.text[out[len(out)-1].Start:sp.Start] == "-"
				if !glued && i+2 < len(in) && in[i+2].Start == sp.End+1 && isLetterAt(s.text, sp.End+1) && prefixes[strings.ToLower(sp.Of(s.text))] {
					sp.End = in[i+2].End
					i += 2
				}
			}
		}
		out = append(out, sp)
	}
	s.spans = out
}

func isLetterAt(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return unicode.IsLetter(r)
}

// keepsStop reports whether the full stop behind a word is that of an abbreviation
// rather than the sentence's.
func (s *splitter) keepsStop(sp txt.Span) bool {
	word := sp.Of(s.text)
	rest := strings.TrimLeftFunc(s.text[sp.End+1:], isBlank)
	last := strings.TrimLeft(rest, "\"”’'»)]") == ""
	low := strings.ToLower(word)
	first, size := utf8.DecodeRuneInString(word)
	switch kind, ok := stops[low]; {
	case size == len(word) && unicode.IsUpper(first):
		return !last
	case !ok:
		return false
	case kind == beforeNumber:
		next, _ := utf8.DecodeRuneInString(rest)
		return unicode.IsDigit(next)
	case kind == capital:
		return unicode.IsUpper(first) && !last
	case kind == always:
		return true
	}
	return !last
}
