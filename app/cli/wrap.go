package cli

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// textWidth is the width of plain text, in columns of a terminal.
const textWidth = 80

// page gathers lines of plain text.
type page struct{ strings.Builder }

// line adds text as one paragraph: first stands before its first line, the
// others are indented by as many columns. Words in tail follow, each kept in one
// piece.
func (p *page) line(first, text string, tail ...string) {
	indent := strings.Repeat(" ", columns(first))
	room := textWidth - columns(first)
	row, used := first, 0
	for _, word := range append(fields(text), tail...) {
		if word == "" {
			continue
		}
		w := columns(word)
		switch {
		case used == 0:
		case used+1+w > room:
			p.end(row)
			row, used = indent, 0
		default:
			row += " "
			used++
		}
		row += word
		used += w
	}
	p.end(row)
}

// rule adds a line of the mark, as wide as text or the page.
func (p *page) rule(text, mark string) {
	p.end(strings.Repeat(mark, min(columns(text), textWidth)))
}

// gap adds an empty line.
func (p *page) gap() { p.end("") }

func (p *page) end(row string) {
	p.WriteString(strings.TrimRight(row, " "))
	p.WriteByte('\n')
}

// fields splits at spaces and line ends, not at the no-break space.
func fields(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' })
}

// columns returns how wide a terminal sets the text: marks take no column,
// East Asian letters take two.
func columns(s string) (n int) {
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul), r >= 0xff01 && r <= 0xff60:
			n += 2
		default:
			n++
		}
	}
	return n
}

// printable replaces what would steer a terminal instead of standing on it: a
// file may come from anywhere.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && unicode.IsControl(r) {
			return utf8.RuneError
		}
		return r
	}, s)
}
