package article

import (
	"cmp"
	"math"
	"slices"
	"unicode/utf8"
)

// The directions that text runs in on a page.
const (
	turns    = 4
	slanting = -1 // none of the four: a stamp
)

// turnOf returns by how many quarters, against the clock, the line is turned whose
// direction is (x, y).
func turnOf(x, y float64) int {
	switch {
	case x > 0 && math.Abs(y) <= x/4:
		return 0
	case y > 0 && math.Abs(x) <= y/4:
		return 1
	case x < 0 && math.Abs(y) <= -x/4:
		return 2
	case y < 0 && math.Abs(x) <= -y/4:
		return 3
	}
	return slanting
}

// upright turns the letters of a page so that their lines run from left to right, a
// group for each direction that holds much of the text: a page may be set sideways as
// a whole, and a few letters along its edge are none of the text.
func upright(glyphs []glyph) (groups [][]glyph) {
	var by [turns][]glyph
	all := 0
	for _, g := range glyphs {
		if g.turn == slanting {
			continue
		}
		switch x, y := g.x, g.y; g.turn {
		case 1:
			g.x, g.y = y, -x
		case 2:
			g.x, g.y = -x, -y
		case 3:
			g.x, g.y = -y, x
		}
		g.end = g.x + g.width
		by[g.turn] = append(by[g.turn], g)
		all++
	}
	most := 0
	for t := range by {
		if len(by[t]) > len(by[most]) {
			most = t
		}
	}
	for k := range turns {
		t := (most + k) % turns
		if n := len(by[t]); n > 0 && (t == most || n >= 150 && n*5 >= all) {
			groups = append(groups, by[t])
		}
	}
	return groups
}

// withoutRaised takes the numbers of notes out of a page's letters, and puts what else
// is raised, such as the "th" of "5th", on its line. It goes by the order in which a
// page shows its letters, in which a number follows its word.
func withoutRaised(glyphs []glyph) []glyph {
	const behind = 24 // bytes of the text before
	out := glyphs[:0:0]
	var before []byte
	for i := 0; i < len(glyphs); {
		if len(out) == 0 || !isRaised(out[len(out)-1], glyphs[i]) {
			before = append(before, glyphs[i].text...)
			if len(before) > 4*behind {
				before = before[len(before)-behind:]
			}
			out = append(out, glyphs[i])
			i++
			continue
		}
		base := out[len(out)-1]
		n, text := i, ""
		for ; n < len(glyphs) && n-i < 12 && (n == i || math.Abs(glyphs[n].y-glyphs[i].y) < 0.1*base.size && glyphs[n].size <= 0.85*base.size && glyphs[n].x >= glyphs[n-1].x); n++ {
			text += glyphs[n].text
		}
		switch words := raisedText(string(before), text); words {
		case "":
		case text:
			for _, g := range glyphs[i:n] {
				g.y = base.y
				out = append(out, g)
			}
		default:
			g := glyphs[i]
			g.text, g.y, g.size = words, base.y, base.size
			out = append(out, g)
		}
		i = n
	}
	return out
}

// isRaised reports whether g stands beside base, smaller and higher.
func isRaised(base, g glyph) bool {
	rise := g.y - base.y
	return base.text != " " && g.text != " " && g.size <= 0.85*base.size && rise > 0.1*base.size && rise < 0.8*base.size && g.x > base.x && g.x-base.end < 0.5*base.size
}

// glyphRows groups letters that stand on one line.
func glyphRows(glyphs []glyph) (rows [][]glyph) {
	slices.SortStableFunc(glyphs, func(a, b glyph) int { return cmp.Compare(b.y, a.y) })
	for len(glyphs) > 0 {
		base := glyphs[0]
		n := 1
		for n < len(glyphs) && base.y-glyphs[n].y < 0.4*min(base.size, max(glyphs[n].size, 4)) {
			n++
		}
		row := glyphs[:n:n]
		glyphs = glyphs[n:]
		slices.SortStableFunc(row, func(a, b glyph) int { return cmp.Compare(a.x, b.x) })
		rows = append(rows, row)
	}
	return rows
}

// rowGaps is what parts the words of a row.
type rowGaps struct {
	left, right, size float64
	gaps              []gap
	usual             float64 // the median width of the gaps
}

func gapsIn(row []glyph) rowGaps {
	r := rowGaps{left: row[0].x}
	var widths []float64
	far := row[0].end
	for i, g := range row {
		r.size = max(r.size, g.size)
		if g.text == " " {
			continue
		}
		if w := g.x - far; i > 0 && w > 0.15*g.size {
			widths = append(widths, w)
			r.gaps = append(r.gaps, gap{far, g.x})
		}
		far = max(far, g.end)
	}
	r.right = far
	if len(widths) > 0 {
		slices.Sort(widths)
		r.usual = widths[len(widths)/2]
	}
	return r
}

// stands reports whether a gap is wider than those between the words of its row.
func (r rowGaps) stands(g gap) bool { return len(r.gaps) == 1 || g.to-g.from >= 1.3*r.usual }

// gutter is a strip without letters that runs through rows and parts columns.
type gutter struct {
	gap
	top, bottom int // rows, both included
	rows        int // that have text on both sides
	missed      int // rows since the last of these
	standing    int // rows in which it is wider than the other gaps
	size        float64
	starts      []float64 // where the text behind it begins, em
	ends        []float64 // where the text before it ends, em
	left, right float64   // widths of the text on both sides, of all rows together
}

// guttersOf finds narrow gutters: gaps that are wider than those between the words of
// their rows, lie over each other in several rows, and behind which the text begins at
// one place, as a column does. Two words that happen to stand over two others do not.
func guttersOf(rows [][]glyph) (found []gutter) {
	const open = 64 // that are followed at once
	var active []gutter
	end := func(g gutter) {
		if g.accepted() {
			found = append(found, g)
		}
	}
	for i, row := range rows {
		r := gapsIn(row)
		used := make([]bool, len(r.gaps))
		kept := active[:0]
		for _, g := range active {
			if g.extend(r, i, used) {
				kept = append(kept, g)
			} else {
				end(g)
			}
		}
		active = kept
		for k, own := range r.gaps {
			if !used[k] && len(active) < open && own.to-own.from >= 0.5*r.size {
				g := gutter{gap: own, top: i, bottom: i, rows: 1, size: r.size, starts: []float64{own.to / r.size}, ends: []float64{own.from / r.size}, left: own.from - r.left, right: r.right - own.to}
				if r.stands(own) {
					g.standing = 1
				}
				active = append(active, g)
			}
		}
	}
	for _, g := range active {
		end(g)
	}
	return found
}

// extend follows the gutter into the next row. It is false where that row crosses it.
func (g *gutter) extend(r rowGaps, i int, used []bool) bool {
	for k, own := range r.gaps {
		both := gap{max(g.from, own.from), min(g.to, own.to)}
		if both.to-both.from < max(0.45*r.size, 3) {
			continue
		}
		used[k] = true
		if r.stands(own) {
			g.standing++
		}
		g.ends = append(g.ends, own.from/r.size)
		g.gap, g.bottom, g.missed = both, i, 0
		g.rows++
		g.starts = append(g.starts, own.to/r.size)
		g.left, g.right = g.left+own.from-r.left, g.right+r.right-own.to
		return true
	}
	if r.right <= g.to || r.left >= g.from { // a row of one side
		g.missed++
		return g.missed <= 3
	}
	return false
}

// accepted reports whether the strip is a gutter and no chance: the narrower, the more
// rows it takes.
func (g *gutter) accepted() bool {
	rows, width := float64(g.rows), (g.to-g.from)/max(g.size, 1)
	least := 3
	if width < 1 {
		least = 4
	}
	if width < 0.7 {
		least = 6
	}
	if g.rows < least || g.left/rows < 8*g.size || g.right/rows < 6*g.size {
		return false
	}
	begins, ends := aligned(g.starts), aligned(g.ends)
	return begins >= 0.6 && g.standing*10 >= g.rows*6 || begins >= 0.7 && ends >= 0.7 && width >= 0.9
}

// aligned returns the share of the places that are the same, or nearly.
func aligned(places []float64) float64 {
	const most = 200 // of a column; more say no more
	places = places[:min(len(places), most)]
	best := 0
	for _, a := range places {
		n := 0
		for _, b := range places {
			if math.Abs(a-b) < 0.25 {
				n++
			}
		}
		best = max(best, n)
	}
	return float64(best) / float64(len(places))
}

// inGutter reports whether the gap of row i lies in one of the gutters.
func inGutter(gutters []gutter, i int, own gap) bool {
	for _, g := range gutters {
		if i >= g.top && i <= g.bottom && own.from <= g.from+0.01 && own.to >= g.to-0.01 {
			return true
		}
	}
	return false
}

// withoutMarks drops the segments that are the number of a note, raised beside a word
// of another: of pages that show all their numbers after their text.
func withoutMarks(segments []line) []line {
	const longest = 8 // bytes of a mark
	slices.SortStableFunc(segments, func(a, b line) int { return cmp.Compare(b.y, a.y) })
	drop := map[int]bool{}
	for i, s := range segments {
		if len(s.text) > longest || raisedText("word", s.text) != "" {
			continue
		}
		for k := i + 1; k < len(segments) && s.y-segments[k].y < 12*s.size && k < i+200; k++ {
			b := segments[k]
			if rise := s.y - b.y; s.size <= 0.85*b.size && rise > 0.05*b.size && rise < 0.8*b.size && s.x > b.x && s.x < b.end+0.6*b.size && utf8.RuneCountInString(b.text) > 2 {
				drop[i] = true
				break
			}
		}
	}
	if len(drop) == 0 {
		return segments
	}
	var out []line
	for i, s := range segments {
		if !drop[i] {
			out = append(out, s)
		}
	}
	return out
}
