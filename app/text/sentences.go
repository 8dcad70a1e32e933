package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentences splits text into sentences: half-open byte ranges, in order, without
// the blanks around them. A line that no full stop ends is one too when the line
// is short or stands apart, as a headline does; a wrapped line goes on. Two
// sentences may be glued ("the world.Iran denied it").
func Sentences(text string) []Span {
	var out []Span
	open := false // the piece before did not end its sentence
	for _, p := range Pieces(text) {
		if open {
			out[len(out)-1].End = p.End
		} else {
			out = append(out, p.Span)
		}
		open = p.Break == Unlikely
	}
	return out
}

// Break says whether a sentence ends behind a piece of text.
type Break uint8

// The breaks.
const (
	Sure     Break = iota // it does
	Likely                // it does, as far as rules can tell: "at 5 p.m. Police said"
	Unlikely              // it does not, as far as rules can tell: "Acme Inc. Chairman Lind"
	never                 // no break: a piece goes on
)

// Piece is a stretch of text in which no sentence ends.
type Piece struct {
	Span
	Break Break // behind it
}

// Pieces splits text wherever a sentence may end, for those who know better than
// the rules of Sentences. The last piece before the end of a line that breaks, and
// the last of all, is Sure.
func Pieces(text string) []Piece {
	var out []Piece
	start, line := 0, 0
	cut := func(end int, b Break) {
		a, z := start, end
		for a < z && isBlank(text[a]) {
			a++
		}
		for z > a && isBlank(text[z-1]) {
			z--
		}
		if a < z {
			out = append(out, Piece{Span{a, z}, b})
		} else if len(out) > 0 && b == Sure {
			out[len(out)-1].Break = Sure // a line breaks behind a doubtful stop
		}
		start = end
	}
	hard := Wrapped(text)
	for i := 0; i < len(text); i++ {
		size := 0
		switch c := text[i]; {
		case c == '\n' || c == '\r':
			if breaksLine(text, line, i) || !hard && !startsLower(text[i+1:]) {
				cut(i, Sure)
			}
			line = i + 1
		case c == '.' || c == '!' || c == '?':
			size = 1
		case strings.HasPrefix(text[i:], "…"):
			size = len("…")
		}
		if size == 0 {
			continue
		}
		end := closing(text, i+size)
		if b := breaks(text, start, i, end); b != never {
			end = notes(text, end)
			cut(end, b)
			i = end - 1
		}
	}
	cut(len(text), Sure)
	return out
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' }

// startsLower reports whether the next word begins with a small letter, as the
// line of a wrapped sentence may in a text of few lines.
func startsLower(rest string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " \t\r\n"))
	return unicode.IsLower(r)
}

// breaksLine reports whether the line text[line:end] is not wrapped into the next.
func breaksLine(text string, line, end int) bool {
	next := end + 1
	if next < len(text) && text[end] == '\r' && text[next] == '\n' {
		next++
	}
	if next >= len(text) || text[next] == '\n' || text[next] == '\r' || text[next] == ' ' || text[next] == '\t' {
		return true
	}
	const wrapped = 50 // bytes: no one wraps a paragraph at less
	if end-line < wrapped {
		return true
	}
	switch text[end-1] {
	case '.', '!', '?', ':', '"', ')':
		r, _ := utf8.DecodeRuneInString(text[next:])
		return !unicode.IsLower(r)
	}
	return end-line > 2*wrapped
}

// closing returns the end of the stops, quotes and brackets from i on.
func closing(text string, i int) int {
	for i < len(text) {
		switch text[i] {
		case '.', '!', '?', '"', '\'', ')', ']':
			i++
			continue
		}
		if n := len("”"); strings.HasPrefix(text[i:], "”") || strings.HasPrefix(text[i:], "’") {
			i += n
			continue
		}
		return i
	}
	return i
}

// notes returns the end of the footnote marks behind a sentence, "[16] [7]", or end.
func notes(text string, end int) int {
	for {
		i := end
		for i < len(text) && text[i] == ' ' {
			i++
		}
		j := i + 1
		for j < len(text) && text[j] >= '0' && text[j] <= '9' {
			j++
		}
		if i == len(text) || text[i] != '[' || j == i+1 || j > i+4 || j == len(text) || text[j] != ']' {
			return end
		}
		end = j + 1
	}
}

// breaks tells whether the stop at text[dot] ends the sentence that began at start
// or before; end lies behind the quotes that close with it.
func breaks(text string, start, dot, end int) Break {
	next, lines := end, 0
	for next < len(text) && isBlank(text[next]) {
		if text[next] == '\n' {
			lines++
		}
		next++
	}
	if next >= len(text) {
		return Sure
	}
	word := wordBefore(text, start, dot)
	if next == end {
		if end == dot+1 && glues(text, word, end) {
			return Sure
		}
		if notes(text, end) == end {
			return never
		}
	}
	r, _ := utf8.DecodeRuneInString(text[next:])
	switch {
	case unicode.IsLower(r):
		return never
	case lines > 1:
		return Sure
	case strings.ContainsRune("–—", r) && quoted(text[dot+1:end]):
		return never // a word like “Huh?” – which
	case text[dot] != '.':
		if end > dot+1 && text[dot] != '!' && text[dot] != '?' || quoted(text[dot+1:end]) {
			return Likely // "Stop!" Lind said.
		}
		return Sure
	case dot > start && text[dot-1] == '.' || end > dot+1 && text[dot+1] == '.':
		return Likely // he went ... Lind said
	case lists(text, start, dot):
		return never // "1. Tea"
	}
	if kind, ok := short(word); ok {
		return kind(follower{text, next, r, word, dot})
	}
	return Sure
}

// quoted reports whether marks close a quotation.
func quoted(marks string) bool { return strings.ContainsAny(marks, "\"'”’") }

// lists reports whether the stop follows the number of a list's item.
func lists(text string, start, dot int) bool {
	i := dot
	for i > start && text[i-1] >= '0' && text[i-1] <= '9' {
		i--
	}
	if i == dot || dot-i > 3 {
		return false
	}
	for i > 0 && (text[i-1] == ' ' || text[i-1] == '\t') {
		i--
	}
	return i == 0 || text[i-1] == '\n'
}

// dayAndYear reports whether text begins with a day and a year: "9, 2019".
func dayAndYear(text string) bool {
	digits := func() int {
		n := 0
		for n < len(text) && '0' <= text[n] && text[n] <= '9' {
			n++
		}
		text = text[n:]
		return n
	}
	if n := digits(); n == 0 || n > 2 || !strings.HasPrefix(text, ", ") {
		return false
	}
	text = text[len(", "):]
	return digits() == 4
}

// glues reports whether "word.Next" are two sentences without a blank.
func glues(text, word string, next int) bool {
	r, size := utf8.DecodeRuneInString(text[next:])
	if len(word) < 3 || !unicode.IsUpper(r) || strings.Contains(word, ".") {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(word)
	r, _ = utf8.DecodeRuneInString(text[next+size:])
	return unicode.IsLower(last) && (unicode.IsLower(r) || isBlank(byte(min(r, 127)))) && !webEnds[wordAfter(text, next)]
}

// wordBefore returns the letters and inner stops that end at end: "U.S", "Inc".
func wordBefore(text string, start, end int) string {
	i := end
	for i > start && end-i < longestWord {
		r, size := utf8.DecodeLastRuneInString(text[start:i])
		if !unicode.IsLetter(r) && (r != '.' || i == end) {
			break
		}
		i -= size
	}
	return text[i:end]
}

// wordAfter returns the letters from i on, in lower case.
func wordAfter(text string, i int) string {
	end := i
	for end < len(text) && end-i < longestWord {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !unicode.IsLetter(r) {
			break
		}
		end += size
	}
	return strings.ToLower(text[i:end])
}
