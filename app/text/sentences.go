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
	start, line := 0, 0
	cut := func(end int) {
		a, b := start, end
		for a < b && isBlank(text[a]) {
			a++
		}
		for b > a && isBlank(text[b-1]) {
			b--
		}
		if a < b {
			out = append(out, Span{a, b})
		}
		start = end
	}
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case '\n', '\r':
			if breaksLine(text, line, i) {
				cut(i)
			}
			line = i + 1
		case '.', '!', '?':
			end := closing(text, i+1)
			if endsSentence(text, start, i, end) {
				cut(end)
				i = end - 1
			}
		default:
			if strings.HasPrefix(text[i:], "…") {
				if end := closing(text, i+len("…")); endsSentence(text, start, i, end) {
					cut(end)
					i = end - 1
				}
			}
		}
	}
	cut(len(text))
	return out
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' }

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

// endsSentence reports whether the stop at text[dot] ends the sentence that began
// at start; end lies behind the quotes that close with it.
func endsSentence(text string, start, dot, end int) bool {
	if end >= len(text) {
		return true
	}
	word := wordBefore(text, start, dot)
	next := end
	for next < len(text) && (text[next] == ' ' || text[next] == '\t') {
		next++
	}
	if next == end && text[end] != '\n' && text[end] != '\r' {
		return end == dot+1 && glues(text, word, end)
	}
	if next >= len(text) || text[next] == '\n' || text[next] == '\r' {
		return text[dot] != '.' || !titles[strings.ToLower(word)]
	}
	r, _ := utf8.DecodeRuneInString(text[next:])
	if unicode.IsLower(r) {
		return false
	}
	if text[dot] != '.' {
		return true
	}
	low := strings.ToLower(word)
	follow := wordAfter(text, next)
	switch {
	case titles[low]:
		return false
	case shortMonths[low] || shortDays[low]:
		return !unicode.IsDigit(r) && unicode.IsUpper(r) && !monthWords[follow] && !shortMonths[follow] && starters[follow]
	case low == "a.m" || low == "p.m":
		return !monthWords[follow] && !shortMonths[follow] && !dayWords[follow] && !shortDays[follow] && !zoneWords[follow] && unicode.IsUpper(r)
	case low == "no" || low == "art" || low == "pp" || low == "vol" || low == "c": // "c. 1250"
		return !unicode.IsDigit(r)
	case monthWords[low] && unicode.IsDigit(r):
		return !dayAndYear(text[next:]) // "May. 9, 2019"
	case low == "inc" || low == "corp" || low == "ltd" || low == "co" || low == "jr" || low == "sr" || strings.Contains(low, "."):
		return starters[follow]
	case len(word) == 1 && unicode.IsUpper(rune(word[0])):
		return starters[follow] && follow != "i" // an initial: "J. Smith"
	}
	return true
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
