package timeline

import "sort"

// placeMarks lays out the rows of all bands and what of them is in the window.
func (p *Plan) placeMarks(l *Layout, t *lanes) {
	p.Marks = make([]Mark, 0, len(t.now)+8)
	y := 0.0
	for b := range t.bands {
		band := &t.bands[b]
		top, rows := y, used(band.rows)
		if rows == 0 && band.id == "" {
			continue // nothing is shared
		}
		if l.Group {
			y += l.GroupHeight
		}
		for lane, row := range band.rows[:rows] {
			p.placeRow(l, &t.measures, row, lane, y)
			y += l.laneHeight()
		}
		if l.Group {
			p.Groups = append(p.Groups, GroupBand{ID: band.id, Y: top, H: y - top, Lanes: rows})
		}
		p.Lanes += rows
	}
	if p.Lanes == 0 {
		y += l.laneHeight()
	}
	p.AxisY = y + l.LaneGap
	p.Height = p.AxisY + l.AxisHeight
}

// used returns the number of rows down to the last that holds anything.
func used(rows [][]*entry) int {
	n := len(rows)
	for n > 0 && len(rows[n-1]) == 0 {
		n--
	}
	return n
}

// placeRow adds the marks of one lane, whose top is at y.
func (p *Plan) placeRow(l *Layout, m *measures, row []*entry, lane int, y float64) {
	from, to := p.Scale.window(p.Width)
	margin := seconds(m.point, p.Scale.PerPoint)
	i := sort.Search(len(row), func(i int) bool { return row[i].right > from })
	free := 0.0 // from where a label may stand
	if i > 0 {
		free = p.Scale.X(row[i-1].right)
	}
	for ; i < len(row) && row[i].left < to+margin; i++ {
		e := row[i]
		mark, end := p.mark(m, e, lane)
		if end > 0 && mark.knots[0] < p.Width {
			mark.Y = y + l.TitleHeight
			if !e.plain {
				x := func(w float64) float64 { return p.labelX(mark.knots[0], end, free, w, e.label) }
				mark.Title = Box{x(e.title), y, e.title, l.TitleHeight}
				mark.Detail = Box{x(e.detail), mark.Y + l.BarHeight, e.detail, l.DetailHeight}
			}
			p.Marks = append(p.Marks, mark)
		}
		free = p.Scale.X(e.right)
	}
}

// mark returns e without its y, and where its claim ends, without the gap.
func (p *Plan) mark(m *measures, e *entry, lane int) (mark Mark, end float64) {
	s, it := p.Scale, &e.item
	left, right := barSpan(it, m.size(it), s.PerPoint)
	x0, x1 := s.X(left), s.X(right)
	k := [4]float64{x0, s.X(it.CoreLo), s.X(it.CoreHi), x1}
	if left != it.Lo || right != it.Hi { // widened: the fades with it
		length := float64(it.Hi - it.Lo)
		k[1] = x0 + (x1-x0)*float64(it.CoreLo-it.Lo)/length
		k[2] = x0 + (x1-x0)*float64(it.CoreHi-it.Lo)/length
	}
	k[1] = max(x0, min(k[1], x1)) // against rounding
	k[2] = max(k[1], min(k[2], x1))
	cut := func(x float64) float64 { return max(-clip, min(x, p.Width+clip)) }
	mark = Mark{
		ID: it.ID, Item: *it, Lane: lane,
		X0: cut(x0), Core0: cut(k[1]), Core1: cut(k[2]), X1: cut(x1),
		FadeLeft: it.CoreLo > it.Lo, FadeRight: it.CoreHi < it.Hi,
		plain: e.plain, knots: k,
	}
	if e.plain {
		return mark, x1
	}
	return mark, max(x1, x0+e.label)
}

// labelX returns where a label of width w starts that belongs to the claim from x0
// to end: at the bar's visible left end, pushed out on the left by the end of the
// claim. At the right it moves back into the window, together with the other label
// if that is wider, as far as the left neighbour lets it, down to free.
func (p *Plan) labelX(x0, end, free, w, wider float64) float64 {
	x := max(x0, min(0, end-w))
	if x+wider > p.Width {
		x = min(x, max(free, p.Width-wider, 0))
	}
	return x
}

// Strength returns how strong the bar of m is at x: 1 over the core, falling to 0
// at either end where it fades, 0 outside of the bar. The ends of the mark may be
// cut off; Strength knows where the fades really end.
func (m *Mark) Strength(x float64) float64 {
	k := &m.knots
	switch {
	case x < k[0] || x > k[3]:
		return 0
	case x < k[1]:
		return (x - k[0]) / (k[1] - k[0])
	case x <= k[2]:
		return 1
	}
	return (k[3] - x) / (k[3] - k[2])
}
