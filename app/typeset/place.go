package typeset

import "sort"

// placer turns rows into lines: glyphs in visual order with their places.
type placer struct {
	*shaper
	text       *Text
	width      float64
	lineHeight float64
	align      Align
	glyphs     []Glyph // all runs' glyphs; never grows beyond its capacity
	next       int     // first item that may meet the next row
	pieces     []piece
	levels     []int8
	y          float64
}

// piece is the part of an item that lies in a row: runes [start, end).
type piece struct {
	item       int // -1: the ellipsis
	start, end int32
	level      int8
	slack      bool // spaces at the line's end
	reverse    bool // its glyphs were shaped the other way round
}

// line places one row below those before it, at x 0.
func (p *placer) line(r *row) {
	p.gather(r)
	p.levels = p.levels[:0]
	for i := range p.pieces {
		p.levels = append(p.levels, p.pieces[i].level)
	}
	l := Line{Start: int(p.offset[r.start]), End: int(p.offset[r.end])}
	l.Runs = make([]Run, 0, len(p.pieces))
	room := p.room(r)
	for _, k := range p.order.visual(p.levels) {
		pc := &p.pieces[k]
		if pc.item < 0 {
			l.Runs = append(l.Runs, p.dots(r))
		} else {
			l.Runs = append(l.Runs, p.run(pc, pc.slack && (r.soft || !room)))
		}
	}
	p.pad(r, l.Runs)
	for i := range l.Runs {
		run := &l.Runs[i]
		run.X = l.Width + run.PadLeft
		l.Width = run.X + run.Width + run.PadRight
	}
	p.metrics(r, &l)
	p.text.Lines = append(p.text.Lines, l)
}

// room reports whether the spaces at the end of a row that was not broken for
// want of room fit into the width; if not they take none.
func (p *placer) room(r *row) bool {
	if p.width <= 0 || r.trim == r.end || r.cut {
		return !r.cut
	}
	var w float64
	for i := r.start; i < r.end; i++ {
		w += p.advance(i, r.base)
	}
	return w <= p.width+slop
}

// gather finds the row's pieces in logical order. Spaces at its end get the
// paragraph's level (L1).
func (p *placer) gather(r *row) {
	p.pieces = p.pieces[:0]
	for p.next < len(p.items) && p.items[p.next].end <= r.start {
		p.next++
	}
	end := r.end
	if r.cut {
		end = r.trim
	}
	for k := p.next; k < len(p.items) && p.items[k].start < end; k++ {
		it := &p.items[k]
		a, b := max(it.start, r.start), min(it.end, end)
		if a < r.trim {
			p.pieces = append(p.pieces, piece{item: k, start: a, end: min(b, r.trim), level: it.level})
		}
		if b > r.trim {
			p.pieces = append(p.pieces, piece{item: k, start: max(a, r.trim), end: b, level: r.base, slack: true,
				reverse: (it.level^r.base)&1 == 1})
		}
	}
	if r.cut {
		p.pieces = append(p.pieces, piece{item: -1, level: r.base})
	}
}

// run places the glyphs of a piece from x 0 on; hanging spaces take no room.
func (p *placer) run(pc *piece, hang bool) Run {
	it := &p.items[pc.item]
	st := &p.spans[it.span].style
	glyphs := p.shaper.glyphs[it.g0:it.g1]
	rtl := it.level&1 == 1
	first := func(rune int32) int { // first glyph in visual order that is not before rune (or, rtl, that is)
		return sort.Search(len(glyphs), func(i int) bool {
			if rtl {
				return glyphs[i].cluster < rune
			}
			return glyphs[i].cluster >= rune
		})
	}
	lo, hi := first(pc.start), first(pc.end)
	if rtl {
		lo, hi = hi, lo
	}
	glyphs = glyphs[lo:hi]
	run := Run{Face: it.face, Size: st.Size, Level: pc.level, Span: int(it.span),
		Start: int(p.offset[pc.start]), End: int(p.offset[pc.end])}
	if st.Italic {
		run.Slant = slant
	}
	from := len(p.glyphs)
	for i := range glyphs {
		g := &glyphs[i]
		if pc.reverse {
			g = &glyphs[len(glyphs)-1-i]
		}
		advance := g.advance
		if hang {
			advance = 0
		}
		out := Glyph{ID: g.id, X: float32(run.Width + g.x), Y: float32(g.y), Advance: float32(advance), Start: int32(p.offset[g.cluster])}
		run.Width += advance
		p.glyphs = append(p.glyphs, out)
	}
	run.Glyphs = p.glyphs[from:len(p.glyphs):len(p.glyphs)]
	p.ends(&run, rtl != pc.reverse)
	return run
}

// ends fills the clusters' ends: each reaches to the next in logical order.
func (p *placer) ends(run *Run, rtl bool) {
	end, g := int32(run.End), run.Glyphs
	set := func(i, last int) { // last: a neighbour later in the text, or outside
		if last >= 0 && last < len(g) && g[last].Start != g[i].Start {
			end = g[last].Start
		}
		g[i].End = end
	}
	if rtl {
		for i := range g {
			set(i, i-1)
		}
		return
	}
	for i := len(g) - 1; i >= 0; i-- {
		set(i, i+1)
	}
}

// dots returns the ellipsis that stands for all that is hidden.
func (p *placer) dots(r *row) Run {
	g := p.ellipsis(r.ellipsis)
	sp := &p.spans[r.ellipsis]
	run := Run{Face: sp.face, Size: sp.style.Size, Width: g.advance, Level: r.base, Span: int(r.ellipsis),
		Start: int(p.offset[r.trim]), End: int(p.offset[r.end]), dots: true}
	if sp.style.Italic {
		run.Slant = slant
	}
	p.glyphs = append(p.glyphs, Glyph{ID: g.id, Advance: float32(g.advance), Start: int32(run.Start), End: int32(run.End)})
	run.Glyphs = p.glyphs[len(p.glyphs)-1:]
	return run
}

// pad gives the outer runs of each padded span its padding, as far as the
// span's ends lie in this row.
func (p *placer) pad(r *row, runs []Run) {
	for i := range p.pieces {
		pc := &p.pieces[i]
		if pc.item < 0 {
			continue
		}
		k := p.items[pc.item].span
		sp := &p.spans[k]
		lead := p.flags[pc.start]&isLead != 0
		tail := p.flags[pc.end-1]&isTail != 0
		if r.base == 1 {
			lead, tail = tail, lead // lead now stands for the left side
		}
		if lead {
			for j := range runs {
				if runs[j].Span == int(k) {
					runs[j].PadLeft = sp.left
					break
				}
			}
		}
		if tail {
			for j := len(runs) - 1; j >= 0; j-- {
				if runs[j].Span == int(k) {
					runs[j].PadRight = sp.right
					break
				}
			}
		}
	}
}

// metrics sets the line's height and baseline by its largest span, as CSS does:
// the room that the line height adds to the font's is halved above and below.
// The family's font counts, not the one that Arabic script came from, so that
// all lines of a paragraph are equally high.
func (p *placer) metrics(r *row, l *Line) {
	var above, below float64
	add := func(k int) {
		size, ascent, descent := DefaultSize, 1.069*DefaultSize, 0.293*DefaultSize
		if k >= 0 && k < len(p.spans) {
			size, ascent, descent = p.spans[k].style.Size, p.text.boxes[k].ascent, p.text.boxes[k].descent
		}
		half := (size*p.lineHeight - ascent - descent) / 2
		above, below = max(above, ascent+half), max(below, descent+half)
		l.Ascent, l.Descent = max(l.Ascent, ascent), max(l.Descent, descent)
	}
	for i := range l.Runs {
		add(l.Runs[i].Span)
	}
	if len(l.Runs) == 0 {
		add(p.spanAt(int(r.start)))
	}
	l.Y, l.Baseline, l.Height = p.y, p.y+above, above+below
	p.y += l.Height
}

// alignLines moves the lines to their sides.
func (p *placer) alignLines(rows []row) {
	t := p.text
	t.Height = p.y
	for i := range t.Lines {
		if p.align == Justify && rows[i].soft && p.width > 0 {
			p.justify(&t.Lines[i])
		}
		t.Width = max(t.Width, t.Lines[i].Width)
	}
	room := p.width
	if room <= 0 {
		room = t.Width
	}
	for i := range t.Lines {
		l := &t.Lines[i]
		switch free := room - l.Width; {
		case p.align == Center:
			l.X = free / 2
		case (p.align == End) != (rows[i].base == 1):
			l.X = free
		}
		for k := range l.Runs {
			l.Runs[k].X += l.X
		}
	}
}

// justify spreads the free room of a line over its spaces.
func (p *placer) justify(l *Line) {
	free := p.width - l.Width
	isGap := func(g *Glyph) bool {
		c := p.text.joined[g.Start]
		return g.Advance > 0 && (c == ' ' || c == 0xc2 && p.text.joined[g.Start+1] == 0xa0)
	}
	n := 0
	for i := range l.Runs {
		for k := range l.Runs[i].Glyphs {
			if isGap(&l.Runs[i].Glyphs[k]) {
				n++
			}
		}
	}
	if n == 0 || free <= 0 {
		return
	}
	add, moved := free/float64(n), 0.0
	for i := range l.Runs {
		run := &l.Runs[i]
		run.X += moved
		before := moved
		for k := range run.Glyphs {
			g := &run.Glyphs[k]
			g.X += float32(moved - before)
			if isGap(g) {
				g.Advance += float32(add)
				moved += add
			}
		}
		run.Width += moved - before
	}
	l.Width += moved
}
