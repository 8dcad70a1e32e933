package article

import (
	"math"
	"regexp"
	"strings"
	"sync"
	"unicode"
)

// dropRunning leaves out what is repeated at the head and the foot of the pages,
// and the numbers of the pages.
func dropRunning(sheets [][]line) [][]line {
	const edge = 2 // lines at either end
	count := map[string]int{}
	each := func(lines []line, f func(i int)) {
		for i := range lines {
			if i < edge || i >= len(lines)-edge {
				f(i)
			}
		}
	}
	for _, lines := range sheets {
		seen := map[string]bool{}
		each(lines, func(i int) {
			if key := withoutDigits(lines[i].text); !seen[key] {
				seen[key] = true
				count[key]++
			}
		})
	}
	for s, lines := range sheets {
		drop := map[int]bool{}
		each(lines, func(i int) {
			text := lines[i].text
			repeated := count[withoutDigits(text)]
			switch {
			case len(sheets) > 1 && repeated > 1 && repeated*2 >= len(sheets):
				drop[i] = true
			case (i == 0 || i == len(lines)-1) && len(lines) > 2 && isPageNumber(text):
				drop[i] = true
			}
		})
		if len(drop) > 0 {
			var kept []line
			for i, l := range lines {
				if !drop[i] {
					kept = append(kept, l)
				}
			}
			sheets[s] = kept
		}
	}
	return sheets
}

func withoutDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '0'
		}
		return r
	}, s)
}

// isPageNumber reports whether s is "3", "- 3 -", "3/10", "Page 3 of 10".
func isPageNumber(s string) bool {
	digits := 0
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return strings.ContainsRune(" -–—/|.", r) }) {
		switch {
		case w == "page" || w == "of" || w == "seite" || w == "von" || w == "стр":
		case len(w) <= 4 && strings.Trim(w, "0123456789") == "":
			digits++
		default:
			return false
		}
	}
	return digits > 0
}

// bodySize returns the size in which most of the letters are set.
func bodySize(sheets [][]line) float64 {
	letters := map[float64]int{}
	for _, lines := range sheets {
		for _, l := range lines {
			letters[l.size] += len(l.text)
		}
	}
	best := 0.0
	for s, n := range letters {
		if n > letters[best] || n == letters[best] && s < best {
			best = s
		}
	}
	return best
}

// largest takes the headline out of page 1: the lines of the largest size, if
// they follow each other and stand out from the body.
func largest(sheets [][]line, body float64) (string, [][]line) {
	if len(sheets) == 0 {
		return "", sheets
	}
	lines := sheets[0]
	size := 0.0
	for _, l := range lines {
		if strings.ContainsFunc(l.text, unicode.IsLetter) {
			size = max(size, l.size)
		}
	}
	from, to := -1, -1
	for i, l := range lines {
		if l.size == size {
			if from < 0 {
				from, to = i, i
			} else if i == to+1 {
				to = i
			}
		}
	}
	if size < 1.25*body || from < 0 || from > 6 || to-from > 4 {
		return "", sheets
	}
	var words []string
	for _, l := range lines[from : to+1] {
		words = append(words, l.text)
	}
	out := append([][]line{append(append([]line{}, lines[:from]...), lines[to+1:]...)}, sheets[1:]...)
	return strings.Join(words, " "), out
}

// noteMark begins a note at the foot of a page.
var noteMark = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:\[?\d{1,3}[\]).]?|[*†‡§]{1,3}|\(?[a-z]\))\s*\pL`)
})

// footnotes takes the notes at the feet of the columns out of the pages, so that a
// sentence goes on over them: lines below all others, smaller than the body, of which
// the first begins with a mark.
func footnotes(sheets [][]line, body float64) (kept, notes [][]line) {
	kept, notes = make([][]line, len(sheets)), make([][]line, len(sheets))
	for p, lines := range sheets {
		for from := 0; from < len(lines); {
			to := from
			for to < len(lines) && lines[to].column == lines[from].column {
				to++
			}
			first := to
			for first > from && lines[first-1].size <= 0.93*body {
				first--
			}
			for first < to && !noteMark().MatchString(lines[first].text) {
				first++
			}
			whole := first == from && (to-from > 12 || !lowest(lines, from)) // smaller type, and no notes
			if whole {
				first = to
			}
			kept[p] = append(kept[p], lines[from:first]...)
			notes[p] = append(notes[p], lines[first:to]...)
			from = to
		}
	}
	return kept, notes
}

// lowest reports whether no other line of the page stands below that one but small ones
// behind it.
func lowest(lines []line, i int) bool {
	for _, l := range lines[:i] {
		if l.y < lines[i].y {
			return false
		}
	}
	return i > 0
}

// joinLines writes the lines as paragraphs. A paragraph goes on over the end of a
// column and of a page, unless its last line ends a sentence there.
func joinLines(out *builder, sheets [][]line) {
	compounds := compoundsOf(sheets)
	var last *line
	for p, lines := range sheets {
		leading := leadingOf(lines)
		for i := range lines {
			l := &lines[i]
			page := p + 1
			switch {
			case last == nil:
			case newParagraph(last, l, leading, i == 0):
				out.paragraph()
			default:
				text := out.tail(200)
				if strings.HasSuffix(last.text, "\u00AD") {
					break // the word goes on
				}
				if hyphen, ok := parted(text, l.text, compounds); ok {
					out.cut(hyphen)
				} else if !joinsBare(text, l.text) {
					out.gap(" ")
				}
			}
			out.made(l.text, page, page+1)
			if last = l; out.full() {
				return
			}
		}
	}
}

// leadingOf returns the usual distance from line to line.
func leadingOf(lines []line) float64 {
	count := map[float64]int{}
	for i := 1; i < len(lines); i++ {
		if d := lines[i-1].y - lines[i].y; d > 0 && lines[i].column == lines[i-1].column {
			count[math.Round(d*2)/2]++
		}
	}
	best := 0.0
	for d, n := range count {
		if n > count[best] || n == count[best] && d < best {
			best = d
		}
	}
	return best
}

func newParagraph(last, l *line, leading float64, pageStart bool) bool {
	ends := strings.ContainsAny(last.text[max(0, len(last.text)-4):], ".!?:…”\"»")
	short := last.end < last.right-0.15*(last.right-last.left)
	switch {
	case math.Abs(l.size-last.size) > 0.15*max(l.size, last.size):
		return true
	case pageStart || l.column != last.column:
		return ends && (short || l.x > l.left+0.8*l.size)
	case last.y-l.y > 1.3*max(leading, l.size) && leading > 0:
		return true
	case l.x > l.left+0.8*l.size && last.x < last.left+0.5*l.size && l.x < l.left+5*l.size:
		return true // indented
	}
	return ends && short
}

// parted reports whether text ends in a word that was parted at the end of a line
// and goes on in next, and how many bytes of text stay less: those of the hyphen.
func parted(text, next string, compounds map[string]bool) (hyphen int, ok bool) {
	if strings.HasSuffix(text, "\u00AD") {
		return len("\u00AD"), true
	}
	for _, h := range []string{"-", "\u2010"} {
		head, found := strings.CutSuffix(text, h)
		if !found || head == "" || next == "" {
			continue
		}
		before := []rune(head[max(0, len(head)-4):])
		first := []rune(next[:min(len(next), 4)])[0]
		if !unicode.IsLower(before[len(before)-1]) || !unicode.IsLower(first) {
			return 0, false
		}
		word := head[strings.LastIndexAny(head, " \n")+1:]
		rest, _, _ := strings.Cut(next, " ")
		if compounds[strings.ToLower(word+"-"+strings.TrimRight(rest, ".,;:!?"))] {
			return 0, false
		}
		return len(h), true
	}
	return 0, false
}

// joinsBare reports whether the two join without a space: a compound at its
// hyphen, or script that has no spaces.
func joinsBare(text, next string) bool {
	if strings.HasSuffix(text, "-") && !strings.HasSuffix(text, " -") {
		return true
	}
	last := []rune(text[max(0, len(text)-4):])
	first := []rune(next[:min(len(next), 4)])
	if len(last) == 0 || len(first) == 0 {
		return false
	}
	return unicode.In(last[len(last)-1], unicode.Han, unicode.Hiragana, unicode.Katakana) && unicode.In(first[0], unicode.Han, unicode.Hiragana, unicode.Katakana)
}

// compoundsOf returns the words with a hyphen inside of a line, in lower case.
func compoundsOf(sheets [][]line) map[string]bool {
	out := map[string]bool{}
	for _, lines := range sheets {
		for _, l := range lines {
			for w := range strings.FieldsSeq(l.text) {
				if w = strings.Trim(w, ".,;:!?()“”\"'"); strings.Contains(w, "-") && len(w) < 60 && !strings.HasSuffix(w, "-") {
					out[strings.ToLower(w)] = true
				}
			}
		}
	}
	return out
}
