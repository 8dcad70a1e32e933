package article

import (
	"cmp"
	"math"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is a line of a column: its words, where it stands, how large it is.
type line struct {
	text            string
	x, end, y, size float64
	left, right     float64 // of the column it stands in
	column          int
}

const (
	maxSegments = 20_000 // of a page; a newspaper's has 2,000
	minGutter   = 4.0    // points between columns
)

// layOut puts the letters of a page, which run from left to right, into lines in
// reading order.
func layOut(glyphs []glyph) []line {
	segments := withoutMarks(segmentsOf(glyphs))
	if len(segments) == 0 {
		return nil
	}
	if len(segments) > maxSegments {
		return segments
	}
	bands := bandsOf(segments)
	var out []line
	column := 0
	for len(bands) > 0 {
		n, gutters := sameColumns(bands)
		cols := split(bands[:n], gutters)
		for _, c := range cols {
			column++
			left, right := math.Inf(1), math.Inf(-1)
			for _, l := range c {
				left, right = min(left, l.x), max(right, l.end)
			}
			for _, l := range c {
				l.left, l.right, l.column = left, right, column
				out = append(out, l)
			}
		}
		bands = bands[n:]
	}
	return out
}

// segmentsOf joins letters on one line that are less than two letters apart, and no
// gutter apart.
func segmentsOf(glyphs []glyph) (out []line) {
	rows := glyphRows(glyphs)
	gutters := guttersOf(rows)
	for r, row := range rows {
		from := 0
		far := row[0].end
		for i := 1; i <= len(row); i++ {
			if i == len(row) || row[i].text != " " && (row[i].x-far > 1.6*row[i].size || inGutter(gutters, r, gap{far, row[i].x})) {
				if l := segment(row[from:i]); l.text != "" {
					out = append(out, l)
				}
				from = i
			}
			if i < len(row) {
				if from == i {
					far = row[i].end
				}
				if row[i].text != " " {
					far = max(far, row[i].end)
				}
			}
		}
	}
	return out
}

// segment writes letters from left to right, with spaces where there are gaps;
// right-to-left script is put into the order in which it is read.
func segment(row []glyph) line {
	var parts []string
	rtl := 0
	l := line{x: row[0].x, y: row[0].y}
	sizes := map[float64]int{}
	for i, g := range row {
		if i > 0 {
			gap := g.x - row[i-1].end
			last := parts[len(parts)-1]
			if g.text == row[i-1].text && math.Abs(g.x-row[i-1].x) < 0.1*g.size && g.text != " " {
				continue // printed twice, to look bold
			}
			if gap > 0.17*g.size && last != " " && g.text != " " {
				parts = append(parts, " ")
			}
		}
		parts = append(parts, g.text)
		for _, r := range g.text {
			if unicode.In(r, unicode.Arabic, unicode.Hebrew) {
				rtl++
			}
		}
		l.end = max(l.end, g.end)
		if g.text != " " {
			sizes[math.Round(g.size*2)/2]++
		}
	}
	most := 0
	for s, n := range sizes {
		if n > most || n == most && s > l.size {
			l.size, most = s, n
		}
	}
	if rtl > 0 {
		parts = readingOrder(parts)
	}
	l.text = squeeze(strings.Join(parts, ""))
	return l
}

// readingOrder turns a line of right-to-left script round, less its numbers and
// its words from left to right.
func readingOrder(parts []string) []string {
	slices.Reverse(parts)
	ltr := func(s string) bool {
		return strings.ContainsFunc(s, func(r rune) bool {
			return unicode.IsDigit(r) || unicode.IsLetter(r) && !unicode.In(r, unicode.Arabic, unicode.Hebrew)
		})
	}
	for i := 0; i < len(parts); i++ {
		if !ltr(parts[i]) {
			continue
		}
		j, end := i, i
		for ; j < len(parts); j++ {
			if ltr(parts[j]) {
				end = j
			} else if strings.ContainsFunc(parts[j], func(r rune) bool { return unicode.In(r, unicode.Arabic, unicode.Hebrew) }) {
				break
			}
		}
		slices.Reverse(parts[i : end+1])
		i = end
	}
	return parts
}

// band is what stands beside each other.
type band []line

// bandsOf groups segments whose heights overlap.
func bandsOf(segments []line) (out []band) {
	slices.SortStableFunc(segments, func(a, b line) int { return cmp.Compare(b.y, a.y) })
	bottom := math.Inf(1)
	for _, s := range segments {
		if len(out) == 0 || s.y+0.5*s.size < bottom {
			out = append(out, nil)
			bottom = math.Inf(1)
		}
		out[len(out)-1] = append(out[len(out)-1], s)
		bottom = min(bottom, s.y)
	}
	return out
}

type gap struct{ from, to float64 }

// gapsOf returns the gaps between the segments of a band, wide enough for a gutter.
func gapsOf(b band) (out []gap) {
	sorted := slices.Clone(b)
	sort.Slice(sorted, func(i, j int) bool { return sorted[i].x < sorted[j].x })
	far := sorted[0].end
	out = append(out, gap{math.Inf(-1), sorted[0].x})
	for _, s := range sorted[1:] {
		if s.x-far >= minGutter {
			out = append(out, gap{far, s.x})
		}
		far = max(far, s.end)
	}
	return append(out, gap{far, math.Inf(1)})
}

// common returns what two lists of gaps have in common.
func common(a, b []gap) (out []gap) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		g := gap{max(a[i].from, b[j].from), min(a[i].to, b[j].to)}
		if g.to-g.from >= minGutter {
			out = append(out, g)
		}
		if a[i].to < b[j].to {
			i++
		} else {
			j++
		}
	}
	return out
}

// sameColumns returns how many bands from the first stand in the same columns, and
// the gutters between those.
func sameColumns(bands []band) (n int, gutters []gap) {
	free := gapsOf(bands[0])
	left, right := extent(bands[0])
	real := inner(free, left, right)
	for n = 1; n < len(bands); n++ {
		own := gapsOf(bands[n])
		next := common(free, own)
		l, r := extent(bands[n])
		l, r = min(l, left), max(r, right)
		nextReal := inner(next, l, r)
		lo, hi := extent(bands[n])
		if len(real) > 0 && len(nextReal) != len(real) || len(real) == 0 && len(nextReal) == 0 && len(inner(own, lo, hi)) > 0 {
			break
		}
		free, left, right, real = next, l, r, nextReal
	}
	return n, real
}

func extent(b band) (left, right float64) {
	left, right = math.Inf(1), math.Inf(-1)
	for _, s := range b {
		left, right = min(left, s.x), max(right, s.end)
	}
	return left, right
}

func inner(gaps []gap, left, right float64) (out []gap) {
	for _, g := range gaps {
		if g.from >= left && g.to <= right {
			out = append(out, g)
		}
	}
	return out
}

// split puts the segments of bands into columns. Columns of less than three lines
// are rows of a table: they are read across.
func split(bands []band, gutters []gap) [][]line {
	cols := make([][]line, len(gutters)+1)
	for _, b := range bands {
		for _, s := range b {
			c := sort.Search(len(gutters), func(i int) bool { return gutters[i].from >= s.end-0.01 || gutters[i].to > s.x })
			cols[c] = append(cols[c], s)
		}
	}
	tall := true
	for _, c := range cols {
		tall = tall && len(c) >= 3
	}
	if (tall || flows(cols)) && len(cols) > 1 {
		for i, c := range cols {
			cols[i] = across(bandsOf(c)) // a line that is set wide is in pieces
		}
		return cols
	}
	return [][]line{across(bands)}
}

// flows reports whether the lines of columns that are too short to tell by their number
// go on from one to the next below, as those of a text do and those of a table do not.
func flows(cols [][]line) bool {
	pairs, on := 0, 0
	for _, c := range cols {
		if len(c) == 0 {
			return false
		}
		for i := 1; i < len(c); i++ {
			pairs++
			last, _ := utf8.DecodeLastRuneInString(c[i-1].text)
			first, _ := utf8.DecodeRuneInString(c[i].text)
			if unicode.IsLower(first) && (unicode.IsLetter(last) || strings.ContainsRune(",-;", last)) && len(strings.Fields(c[i-1].text)) > 2 {
				on++
			}
		}
	}
	return pairs > 0 && 2*on >= pairs && on >= len(cols)-1
}

// across joins what stands on one line.
func across(bands []band) (out []line) {
	for _, b := range bands {
		sort.SliceStable(b, func(i, j int) bool {
			if math.Abs(b[i].y-b[j].y) > 0.4*b[i].size {
				return b[i].y > b[j].y
			}
			return b[i].x < b[j].x
		})
		for i, s := range b {
			if n := len(out); i > 0 && math.Abs(out[n-1].y-s.y) <= 0.4*s.size {
				out[n-1].text += " " + s.text
				out[n-1].end = max(out[n-1].end, s.end)
				continue
			}
			out = append(out, s)
		}
	}
	return out
}
