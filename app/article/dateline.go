package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// DateLine is a line that states a date: which, by which word, and what else
// stands in it.
type DateLine struct {
	Date  DateAt
	Label Label // LabelPublished, LabelUpdated, or NoLabel for a date that stands alone
	// Rest are the pieces of the line that are neither date, time of day nor a word
	// of the kind: "RIGA", "By Anna Berg". Bytes of the line, half-open.
	Rest [][2]int
}

// ReadDateLine reads a line of the kind that stands above or below an article:
// "Published: 3 February 2026, updated 21:40 GMT", "RIGA, 14 March 2025", "March 3,
// 2021 | By Anna Berg". Whether the line is one is for the caller to tell by Rest.
// It is false where there is no date with its year, a span of two, or two days
// without a word that tells them apart.
func ReadDateLine(line string) (DateLine, bool) {
	dates := FindDates(line)
	if len(dates) == 0 || len(line) > longestDateLine {
		return DateLine{}, false
	}
	best, label := -1, NoLabel
	bare := 0
	for i, d := range dates {
		from := 0
		if i > 0 {
			from = dates[i-1].End
		}
		own := labelOf(line[from:d.Start])
		if d.Range {
			return DateLine{}, false
		}
		if own == NoLabel && (i == 0 || d.Value != dates[0].Value) {
			bare++
		}
		if best < 0 || rank(own) > rank(label) {
			best, label = i, own
		}
	}
	if bare > 1 && label != LabelPublished {
		return DateLine{}, false
	}
	return DateLine{Date: dates[best], Label: label, Rest: restOf(line, dates)}, true
}

// rank orders labels: a page's own word for publication counts most, a date
// without any word more than that of a later change.
func rank(l Label) int {
	switch l {
	case LabelPublished:
		return 2
	case LabelUpdated:
		return 0
	}
	return 1
}

// labelOf returns the label that stands before a date.
func labelOf(before string) Label {
	found := NoLabel
	for _, t := range dateTokens(before) {
		switch DateLabel(t.word) {
		case LabelPublished:
			return LabelPublished
		case LabelUpdated:
			found = LabelUpdated
		}
	}
	return found
}

// restOf returns the pieces of a line that say something else than its dates do.
func restOf(line string, dates []DateAt) (out [][2]int) {
	piece := func(from, to int) {
		for _, t := range dateTokens(line[from:to]) {
			if t.word != "" && DateLabel(t.word) == NoLabel && (utf8.RuneCountInString(t.word) > 1 || !isDateSign(t)) || t.digits > 4 {
				for from < to && (line[from] == ' ' || line[from] == ':') {
					from++
				}
				for to > from && (line[to-1] == ' ' || line[to-1] == ':') {
					to--
				}
				out = append(out, [2]int{from, to})
				return
			}
		}
	}
	from, next := 0, 0
	for at := 0; at < len(line); {
		if next < len(dates) && at == dates[next].Start {
			piece(from, at)
			at = dates[next].End
			from, next = at, next+1
			continue
		}
		r, size := utf8.DecodeRuneInString(line[at:])
		if strings.ContainsRune(",;|·•()[]/\t", r) || isDash(r) && partsWords(line, at, size) {
			piece(from, at)
			from = at + size
		}
		at += size
	}
	piece(from, len(line))
	return out
}

// isDateSign reports whether a letter alone is a mark of a time: "T", "Z", "h", "г".
func isDateSign(t dateToken) bool {
	r, _ := utf8.DecodeRuneInString(t.word)
	return unicode.IsLetter(r) && (t.before == "" || strings.ContainsRune("tzhг", r))
}

func isDash(r rune) bool { return r == '-' || r == '–' || r == '—' || r == '‒' || r == '―' }

// partsWords reports whether a dash stands between blanks: one inside of a word
// joins.
func partsWords(line string, at, size int) bool {
	return (at == 0 || line[at-1] == ' ') && (at+size == len(line) || line[at+size] == ' ')
}
