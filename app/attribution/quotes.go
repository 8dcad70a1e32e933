package attribution

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// quotation is a passage in quotation marks: the opening mark begins at from,
// what is quoted is text[start:end], the closing mark ends at to. A quotation
// that is not closed ends with its paragraph; on tells that the next paragraph
// takes it up again with another opening mark.
type quotation struct {
	from, start, end, to int
	on                   bool
}

// quotations returns the outermost quotations of text in order.
func quotations(text string) []quotation {
	var out []quotation
	var q quotation
	var closer rune // what ends the open one; 0 when none is open
	depth := 0
	prev := rune('\n')
	flush := func(end, to int) {
		q.end, q.to = end, to
		if q.end > q.start {
			out = append(out, q)
		}
		closer, depth = 0, 0
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		next, _ := utf8.DecodeRuneInString(text[i+size:])
		if i+size >= len(text) {
			next = '\n'
		}
		switch {
		case r == '\n' && (next == '\n' || next == '\r') && closer != 0:
			flush(i, i)
			out = markOn(out, text, i)
		case closer == 0:
			c := opens(r, prev, next)
			if r == '\'' && single(text, i) {
				c = '\''
			}
			if c != 0 {
				closer, depth = c, 0
				q = quotation{from: i, start: i + size}
			}
		case r == closer:
			switch {
			case closer == '"' && blankBefore(prev) && !blankAfter(next):
				// A mark that opens while one is open: the first was never
				// closed, or the paragraph is reopened.
				flush(i, i)
				closer = '"'
				q = quotation{from: i, start: i + size}
			case (closer == '’' || closer == '\'') && unicode.IsLetter(next):
				// an apostrophe
			case depth > 0:
				depth--
			default:
				flush(i, i+size)
			}
		case closer == '”' && r == '“', closer == '»' && r == '«':
			if blankBefore(prev) && prev == '\n' { // a line that reopens
				flush(i, i)
				closer = map[rune]rune{'“': '”', '«': '»'}[r]
				q = quotation{from: i, start: i + size}
				break
			}
			depth++
		}
		prev = r
		i += size
	}
	if closer != 0 {
		flush(len(text), len(text))
	}
	return out
}

// single reports whether the straight single mark at i opens a quotation: a comma,
// colon or line's end stands before it, and a mark behind a stop or comma closes
// it soon. Others are apostrophes.
func single(text string, i int) bool {
	const soon = 400
	before := strings.TrimRight(text[max(0, i-3):i], " ")
	if i > 0 && (text[i-1] != ' ' && text[i-1] != '\n' || before != "" && strings.IndexByte(",:\n", before[len(before)-1]) < 0) {
		return false
	}
	for k := i + 2; k < len(text) && k < i+soon && text[k] != '\n'; k++ {
		if text[k] == '\'' && strings.IndexByte(",.?!", text[k-1]) >= 0 {
			return true
		}
	}
	return false
}

// opens returns the mark that closes what r opens, or 0.
func opens(r, prev, next rune) rune {
	switch r {
	case '“', '„':
		return '”'
	case '«':
		return '»'
	case '"':
		if !unicode.IsDigit(prev) { // 12" is a length
			return '"'
		}
	case '‘':
		if blankBefore(prev) && unicode.IsLetter(next) {
			return '’'
		}
	}
	return 0
}

// markOn sets on for a quotation that the paragraph's end at i cut and the next
// paragraph opens again.
func markOn(out []quotation, text string, i int) []quotation {
	if len(out) == 0 || out[len(out)-1].to != i {
		return out
	}
	for i < len(text) && (text[i] == '\n' || text[i] == '\r' || text[i] == ' ' || text[i] == '\t') {
		i++
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	out[len(out)-1].on = isQuote(r)
	return out
}

func blankBefore(r rune) bool {
	return unicode.IsSpace(r) || r == '(' || r == '[' || r == '—' || r == '–' || r == ','
}
func blankAfter(r rune) bool {
	return unicode.IsSpace(r) || r == '.' || r == ',' || r == ';' || r == ')' || r == '?' || r == '!'
}

func isQuote(r rune) bool {
	switch r {
	case '"', '“', '”', '„', '«', '»', '‘':
		return true
	}
	return false
}
