package pdf

import (
	"math"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefline/app/sheet"
	"briefline/app/typeset"
)

// words paints lines of text. A line's runs are painted in the order of the
// text, so that content follows it; the glyphs of a run from left to right.
func (w *writer) words(p *page, m *sheet.Words) {
	if m.Text == nil {
		return
	}
	lines := m.Text.Lines
	from, to := max(m.From, 0), min(m.To, len(lines))
	if from >= to {
		return
	}
	full := m.Text.String()
	top := p.h - (m.Y - lines[from].Y)
	node := w.elem(m.Node)
	var order []*typeset.Run
	for i := from; i < to; i++ {
		l := &lines[i]
		order = order[:0]
		for k := range l.Runs {
			order = append(order, &l.Runs[k])
		}
		sort.SliceStable(order, func(a, b int) bool { return order[a].Start < order[b].Start })
		for k, run := range order {
			ink := inkOf(m.Inks, run.Span)
			if ink.None || len(run.Glyphs) == 0 {
				continue
			}
			shown := full[run.Start:run.End]
			if i == len(lines)-1 && k == len(order)-1 && m.Text.Truncated {
				shown = "…" // the last run of a cut text stands for all that is hidden
			}
			e := w.owner(m, node, run)
			if e != nil {
				e = e.hold(run, shown)
				e.cover(p.nth, box{m.X + run.X, top - l.Y - l.Height, m.X + run.X + run.Width, top - l.Y})
			}
			p.begin(e)
			p.beginText()
			p.setFill(ink)
			p.run(w.font(run.Face), run, shown, full, m.X+run.X, top-l.Baseline)
		}
	}
	for i := range m.Links {
		w.link(p, m, &m.Links[i], from, to)
	}
}

func inkOf(inks []sheet.Color, span int) sheet.Color {
	if len(inks) == 0 {
		return sheet.Color{}
	}
	return inks[min(span, len(inks)-1)]
}

// owner returns the element that a run belongs to.
func (w *writer) owner(m *sheet.Words, node *elem, run *typeset.Run) *elem {
	if node == nil || run.Span >= len(m.Nodes) || m.Nodes[run.Span] == nil {
		return node
	}
	e := w.elem(m.Nodes[run.Span])
	if e != nil && e.parent == node {
		e.inline = true
	}
	return e
}

// hold returns the element that is to hold a run of e: e itself, or a piece of
// it for right-to-left text with all that is embedded there. A space where the
// line breaks has the level of the paragraph, but does not end a piece.
func (e *elem) hold(run *typeset.Run, shown string) *elem {
	if len(e.lead) < 16 {
		e.lead = append(e.lead, shown[:min(len(shown), 16)]...)
	}
	n := len(e.items)
	inPiece := n > 0 && e.items[n-1].kid != nil && e.items[n-1].kid.node == nil
	blank := strings.TrimSpace(shown) == ""
	if e.node.ActualText != "" || run.Level == 0 && !(blank && inPiece) || blank && !inPiece {
		return e
	}
	e = e.piece()
	for _, r := range shown {
		if r = readable(r); r >= 0 {
			e.actual = utf8.AppendRune(e.actual, r)
		}
	}
	return e
}

// readable returns what stands for a character in text that is read or copied:
// a space for tabs and line ends, -1 for what must not be there (ISO 19005-2,
// 6.2.11.7.2) or has done its work when lines and directions are settled.
func readable(r rune) rune {
	switch {
	case r == '\t' || r >= '\n' && r <= '\r' || r == 0x85 || r == 0x2028 || r == 0x2029:
		return ' '
	case unicode.IsControl(r) || r == 0xfeff || r == 0xfffe || r == 0xffff,
		unicode.Is(unicode.Bidi_Control, r), r == 0xad || r == 0x200b || r == 0x2060:
		return -1
	}
	return r
}

// run paints the glyphs of a run with its origin at x, y (y up).
func (p *page) run(f *font, run *typeset.Run, shown, full string, x, y float64) {
	if size := pt(run.Size); p.font != f || p.size != size {
		p.font, p.size = f, size
		p.buf = append(append(append(append(p.buf, '/'), f.label...), ' '), size...)
		p.buf = append(p.buf, " Tf\n"...)
	}
	p.moveTo(x, y, run.Slant)

	// All positions count in thousandths of the size from the origin, as TJ does.
	// pen is where the reader's own widths have brought it.
	unit := run.Size / 1000
	var pen, rise float64
	open, hex := false, false
	endHex := func() {
		if hex {
			p.buf, hex = append(p.buf, '>'), false
		}
	}
	show := func() {
		if endHex(); open {
			p.buf, open = append(p.buf, "]TJ\n"...), false
		}
	}
	var parts []string // of the cluster that begins at glyph first
	first := 0
	for i := range run.Glyphs {
		g := &run.Glyphs[i]
		if i == 0 || g.Start != run.Glyphs[i-1].Start {
			parts, first = clusterTexts(parts[:0], run, i, shown, full), i
		}
		txt := parts[i-first]
		if txt == "" && (g.Advance == 0 || f.outline(uint16(g.ID)) == nil) {
			continue
		}
		if txt == "" {
			txt = "\u200b" // ink that stands for no character of its own
		}
		if r := -float64(g.Y); math.Abs(r-rise) > 0.005 {
			show()
			rise = r
			p.buf = append(number(p.buf, rise, 2), " Ts\n"...)
		}
		if !open {
			p.buf, open = append(p.buf, '['), true
		}
		if d := math.Round(float64(g.X)/unit - pen); d != 0 {
			endHex()
			p.buf = scaled(p.buf, -int64(d), 0)
			pen += d
		}
		if !hex {
			p.buf, hex = append(p.buf, '<'), true
		}
		p.buf = hex4(p.buf, f.code(uint16(g.ID), txt))
		pen += f.width(uint16(g.ID))
	}
	show()
	if rise != 0 {
		p.buf = append(p.buf, "0 Ts\n"...)
	}
}

// moveTo begins a run at x, y. Steps are taken from rounded places, so that
// roundings do not add up.
func (p *page) moveTo(x, y, slant float64) {
	hx, hy := int64(math.Round(x*100)), int64(math.Round(y*100))
	if slant != 0 || p.slant {
		p.buf = append(p.buf, "1 0 "...)
		p.buf = append(number(p.buf, slant, 4), " 1 "...)
		p.buf = append(points(p.buf, x, y), "Tm\n"...)
	} else {
		p.buf = append(scaled(p.buf, hx-p.x, 2), ' ')
		p.buf = append(scaled(p.buf, hy-p.y, 2), " Td\n"...)
	}
	p.x, p.y, p.slant = hx, hy, slant != 0
}

// clusterTexts appends what each glyph of the cluster at run.Glyphs[i] stands
// for, from left to right: a character each, as far as both go round; the last
// in the text's order has what is left over, or nothing.
func clusterTexts(parts []string, run *typeset.Run, i int, shown, full string) []string {
	n := 1
	for i+n < len(run.Glyphs) && run.Glyphs[i+n].Start == run.Glyphs[i].Start {
		n++
	}
	if shown == "…" && len(run.Glyphs) == 1 {
		return append(parts, shown)
	}
	rest := full[run.Glyphs[i].Start:run.Glyphs[i].End]
	for strings.IndexFunc(rest, func(r rune) bool { return readable(r) != r }) >= 0 {
		rest = strings.Map(readable, rest)
	}
	if !utf8.ValidString(rest) {
		rest = strings.ToValidUTF8(rest, "\uFFFD")
	}
	for range n - 1 {
		_, size := utf8.DecodeRuneInString(rest)
		parts, rest = append(parts, rest[:size]), rest[size:]
	}
	parts = append(parts, rest)
	if run.Level&1 == 1 {
		for a, b := len(parts)-n, len(parts)-1; a < b; a, b = a+1, b-1 {
			parts[a], parts[b] = parts[b], parts[a]
		}
	}
	return parts
}
