package article

import (
	"context"
	"fmt"
	"strings"
)

// readText takes the file as it is, with "\n" at the ends of lines. A line of its
// own near the top that is nothing but a date, "By" and a name, says what it says.
func readText(ctx context.Context, data []byte) (*Article, error) {
	a, err := plain(decode(data, ""), Bytes)
	if err != nil {
		return nil, err
	}
	if m, ok := findMessage(a.Text); ok && !m.quoted && len(strings.Fields(a.Text[:m.start])) < 15 && len(strings.Fields(a.Text[m.body:])) > 0 {
		a.Published, a.Byline = Field{}, Field{} // a mail that was saved or pasted as text
		a.take(m)
	}
	return a, nil
}

func plain(d *decoded, unit Unit) (*Article, error) {
	if len(d.text) > MaxText+MaxText/4 { // some of it may be "\r"
		return nil, &Error{Reason: TooLarge}
	}
	var b builder
	rest, at := d.text, 0
	for rest != "" {
		i := strings.IndexByte(rest, '\r')
		if i < 0 {
			b.verbatim(rest, at)
			break
		}
		b.verbatim(rest[:i], at)
		n := 1
		if strings.HasPrefix(rest[i:], "\r\n") {
			n = 2
			b.verbatim("\n", at+i+1)
		} else {
			b.made("\n", at+i, at+i+1)
		}
		rest, at = rest[i+n:], at+i+n
	}
	a, err := b.article(unit, d)
	if err != nil {
		return nil, err
	}
	underDates(a)
	topLines(a)
	return a, nil
}

const topMost = 6 // lines that may hold the date and the byline

// topLines reads the lines at the top of a text that are no sentences.
func topLines(a *Article) {
	n := 0
	for line := range strings.Lines(a.Text) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if n++; n > topMost {
			return
		}
		if len(line) > 120 {
			continue
		}
		origin := fmt.Sprintf("line %d of the text", n)
		if d, ok := ReadDateLine(line); ok && a.Published.IsZero() && d.Date.Other == "" && len(d.Rest) == 0 && isDay(d.Date.Value) && (d.Label != NoLabel || !isChronology(a.Text)) {
			a.Published = Field{Value: d.Date.Value, Words: line[d.Date.Start:d.Date.End], Origin: origin}
			continue
		}
		if name, ok := strings.CutPrefix(line, "By "); ok && a.Byline.IsZero() && n > 1 && isName(name) {
			a.Byline = Field{Value: name, Words: line, Origin: origin}
		}
	}
}

// isDay reports whether an EDTF value is as near as a day: a year or a month alone
// is a heading.
func isDay(value string) bool { return len(value) >= len("2024-05-24") }

// isChronology reports whether several lines are nothing but a date: then none of
// them is the day on which the text appeared.
func isChronology(text string) bool {
	n := 0
	for line := range strings.Lines(text) {
		if len(line) > 60 {
			continue
		}
		if d, ok := ReadDateLine(line); ok && d.Label == NoLabel && len(d.Rest) == 0 && isDay(d.Date.Value) {
			n++
		}
	}
	return n > 1
}

// trimLabel cuts "Published:" off, whatever its case.
func trimLabel(line string, labels ...string) string {
	low := strings.ToLower(line)
	best := 0
	for _, l := range labels {
		if strings.HasPrefix(low, l) && len(l) > best && len(low) > len(l) && strings.ContainsRune(": ", rune(low[len(l)])) {
			best = len(l)
		}
	}
	return strings.TrimLeft(line[best:], ": ")
}

// isName reports whether s is two to five words, each with a capital: a name and
// no sentence.
func isName(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 5 || strings.HasSuffix(s, ".") {
		return false
	}
	for _, w := range words {
		if strings.ToLower(w[:1]) == w[:1] && w != "and" && w != "de" && w != "van" && w != "von" && w != "al" && w[0] < 0x80 {
			return false
		}
	}
	return true
}
