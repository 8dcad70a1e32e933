package sheet

// piece is what stays in one piece on a page: a line, a row of cards, a figure.
// The y of its marks counts from its top until it is placed.
type piece struct {
	above  float64 // room before it, none at a page's top
	height float64
	bound  bool // stays on the page of the piece before
	fresh  bool // begins a page
	marks  []Mark
	dests  []target
}

// target is a dest at the top of a piece.
type target struct {
	key  string
	x    float64
	node *Node
}

// lines returns the lines of a set paragraph as pieces at x: no page ends after
// its first line or before its last.
func (s *set) lines(x, above float64) []piece {
	n := len(s.text.Lines)
	out := make([]piece, n)
	for i := range out {
		out[i] = piece{
			height: s.text.Lines[i].Height,
			bound:  i == 1 || i > 0 && i == n-1,
			marks:  []Mark{s.words(i, i+1, x, 0)},
		}
	}
	out[0].above = above
	return out
}

// bind keeps pieces on one page, as far as a page goes.
func bind(ps []piece) []piece {
	for i := range ps {
		ps[i].bound = i > 0
	}
	return ps
}

// height is how high pieces are on one page, with the room before the first.
func height(ps []piece) float64 {
	h := 0.0
	for i := range ps {
		h += ps[i].above + ps[i].height
	}
	return h
}

// fuse makes one piece of several, one below the other.
func fuse(ps []piece) piece {
	var out piece
	for i := range ps {
		p := &ps[i]
		if i == 0 {
			out.above = p.above
		} else {
			out.height += p.above
		}
		for _, m := range p.marks {
			out.addMark(m, out.height)
		}
		out.dests = append(out.dests, p.dests...)
		out.height += p.height
	}
	return out
}

// beside makes one piece of columns that stand side by side, read one after the
// other.
func beside(columns ...piece) piece {
	var out piece
	for _, c := range columns {
		for _, m := range c.marks {
			out.addMark(m, 0)
		}
		out.above, out.height = max(out.above, c.above), max(out.height, c.height)
		out.dests = append(out.dests, c.dests...)
	}
	return out
}

func (p *piece) addMark(m Mark, dy float64) {
	p.marks = appendMark(p.marks, m, dy)
}

// appendMark moves m down by dy and appends it; lines that follow on lines of
// the same text join them.
func appendMark(marks []Mark, m Mark, dy float64) []Mark {
	switch m := m.(type) {
	case *Words:
		m.Y += dy
		if len(marks) > 0 {
			last, ok := marks[len(marks)-1].(*Words)
			if ok && m.Text != nil && last.Text == m.Text && last.To == m.From && last.X == m.X {
				last.To = m.To
				return marks
			}
		}
	case *Shape:
		m.Y += dy
		for i := range m.Poly {
			m.Poly[i][1] += dy
		}
	}
	return append(marks, m)
}

// paginate places pieces on pages. A page ends where pieces are not bound; only
// what is bound and higher than a page is parted anywhere.
func (l *layout) paginate(ps []piece) {
	for i := 0; i < len(ps); {
		j := i + 1
		for j < len(ps) && ps[j].bound {
			j++
		}
		if ps[i].fresh && !l.atTop() {
			l.newPage()
		}
		if !l.fits(ps[i:j]) && !l.atTop() {
			l.newPage()
		}
		for ; i < j; i++ {
			if !l.fits(ps[i:i+1]) && !l.atTop() {
				l.newPage()
			}
			l.place(&ps[i])
		}
	}
}

func (l *layout) atTop() bool { return l.y == l.top }

// slack is how far rounding may carry a piece over the edge.
const slack = 0.01

func (l *layout) fits(ps []piece) bool {
	h := height(ps)
	if l.atTop() {
		h -= ps[0].above
	}
	return l.y+h <= l.bottom+slack
}

func (l *layout) newPage() {
	l.page = &Page{W: l.w, H: l.h}
	l.doc.Pages = append(l.doc.Pages, l.page)
	l.y = l.top
}

func (l *layout) place(p *piece) {
	if !l.atTop() {
		l.y += p.above
	}
	for _, m := range p.marks {
		l.page.Marks = appendMark(l.page.Marks, m, l.y)
	}
	for _, t := range p.dests {
		l.doc.Dests[t.key] = Dest{Page: len(l.doc.Pages) - 1, X: t.x, Y: l.y, Node: t.node}
	}
	l.y += p.height
}
