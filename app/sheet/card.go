package sheet

import (
	"strings"

	"briefline/app/outline"
	"briefline/app/typeset"
)

// card is the head of the first page: where it comes from, the title, the bottom
// line, the key points and what to check before use.
func (l *layout) card() []piece {
	b, k := l.outline.Briefing, l.look.k
	sect := l.doc.Root.add(TagSect)
	sect.Title = l.words.Text("print.head")

	p := sect.add(TagP)
	p.Lang = l.uiLang
	ps := l.set(p, para{bits: []bit{{text: l.kicker(), style: l.look.kicker, ink: l.look.muted}}, width: l.width, align: l.side()}).lines(l.left, 0)
	ps = bind(ps)

	h := sect.add(TagH1)
	title := append([]bit{{text: b.Title.Text, style: l.look.title, ink: l.look.ink}}, l.addedMark(b.Title.Basis)...)
	lines := l.balanced(h, para{bits: title, width: l.width, height: 1.2}).lines(l.left, 1*mm*k)
	lines[0].dests = []target{{destBriefing, l.left, h}}
	ps = follow(ps, lines)

	for _, bottom := range l.outline.Part(outline.PartBottom) {
		n := sect.add(TagP)
		lines := l.set(n, para{bits: l.line(bottom, l.look.lead, l.look.leadBold), width: l.width, height: 1.42}).lines(l.left, 2*mm*k)
		lines[0].dests = []target{{destBottomLine, l.left, n}}
		ps = follow(ps, lines)
	}
	if points := l.outline.Part(outline.PartPoint); len(points) > 0 {
		list := sect.add(TagL)
		for i, point := range points {
			above := 1.1 * mm * k
			if i == 0 {
				above = 2.4 * mm * k
			}
			ps = append(ps, l.keyPoint(list, point, above)...)
		}
	}
	for _, bits := range [][]bit{l.figures(), l.next(), l.unknown()} {
		if len(bits) > 0 {
			ps = append(ps, l.set(sect.add(TagP), para{bits: bits, width: l.width, height: 1.39}).lines(l.left, 2*mm*k)...)
		}
	}
	if len(b.Checks) > 0 {
		strip := l.strip(sect.add(TagP))
		strip.above = 3 * mm * k
		ps = append(ps, strip)
	}
	return ps
}

// kicker is the line above the title: where the briefing comes from.
func (l *layout) kicker() string {
	parts := l.outline.Provenance(l.words)
	for i, s := range parts {
		parts[i] = foreign(oneLine(s))
	}
	return strings.ToUpper(strings.Join(parts, " · "))
}

// balanced sets a short heading so that its lines are about equally long.
func (l *layout) balanced(node *Node, p para) *set {
	full := l.set(node, p)
	n := len(full.text.Lines)
	if n < 2 || n > 4 || len(node.Kids) > 0 || l.doc.Missing != nil {
		return full
	}
	lo, hi := p.width/2, p.width
	for range 6 {
		p.width = (lo + hi) / 2
		if len(l.set(nil, p).text.Lines) > n {
			lo = p.width
		} else {
			hi = p.width
		}
	}
	p.width = hi
	s := l.set(node, p)
	if s.text.Lines[0].X > 0 { // right to left: back to the full width's edge
		p.width = full.text.Lines[0].X + full.text.Lines[0].Width
		shift := p.width - hi
		for i := range s.text.Lines {
			s.text.Lines[i].X += shift
			for r := range s.text.Lines[i].Runs {
				s.text.Lines[i].Runs[r].X += shift
			}
		}
	}
	return s
}

// line returns a line of the card with its stress and its sentences.
func (l *layout) line(line *outline.Line, plain, bold typeset.Style) []bit {
	var bits []bit
	before, after, ok := strings.Cut(line.Text, line.Stress)
	if line.Stress == "" || !ok {
		bits = []bit{{text: line.Text, style: plain, ink: l.look.ink}}
	} else {
		bits = []bit{
			{text: before, style: plain, ink: l.look.ink},
			{text: line.Stress, style: bold, ink: l.look.ink},
			{text: after, style: plain, ink: l.look.ink},
		}
	}
	bits = append(bits, l.addedMark(line.Basis)...)
	return append(bits, l.refs(line.Refs, line.Text, bit{style: plain})...)
}

func (l *layout) keyPoint(list *Node, line *outline.Line, above float64) []piece {
	item := list.add(TagLI)
	bits := l.line(line, l.look.body, l.look.bodyBold)
	ps := l.item(item, bit{text: "•", style: l.look.body, ink: l.look.ink}, para{bits: bits, height: 1.39}, l.left, l.width, 4.5*mm*l.look.k, above)
	ps[0].dests = []target{{numbered("point", line.Number), l.left, item}}
	return ps
}

// item is an entry of a list: a label, and a paragraph beside it that is indented
// on the side where it begins.
func (l *layout) item(li *Node, label bit, p para, x, width, indent, above float64) []piece {
	lbl, body := li.add(TagLbl), li.add(TagLBody)
	p.width = width - indent
	if p.dir == typeset.Auto {
		p.dir = direction(p.bits)
	}
	rtl := p.dir == typeset.RTL
	s := l.set(body, p)
	mark := l.set(lbl, para{bits: []bit{label}, dir: p.dir, height: p.height})
	ps := s.lines(mirror(rtl, x, width, indent, p.width), above)
	dy := s.text.Lines[0].Baseline - mark.text.Lines[0].Baseline
	w := mark.all(mirror(rtl, x, width, 0, mark.text.Width), dy)
	ps[0].marks = append([]Mark{w}, ps[0].marks...)
	return ps
}

// stripChecks is how many checks the strip names at most: as many as go on
// stripAim lines, or one on stripLines. All stand in full further on.
const (
	stripChecks = 3
	stripAim    = 2
	stripLines  = 7
)

// strip is the box that says what to check before use.
func (l *layout) strip(node *Node) piece {
	checks, k := l.outline.Checks, l.look.k
	padX, padY := 3*mm*k, 1.8*mm*k
	more := func(page int) bit {
		return bit{text: l.words.Text("print.checks.more", "page", page), style: l.look.note, ink: l.look.accent, lang: l.uiLang,
			dest: destChecks, tip: l.words.Text("print.checks"), whole: true}
	}
	gap, need := 7*k, l.fonts.Width(more(88).text, l.look.note)
	rtl := bias(outline.CheckWords(l.words, checks[0].Check)) > 0
	try := func(n int) *set {
		bits := []bit{{text: l.words.Text("check.head", "n", len(checks)), style: l.look.noteBold, ink: l.look.ink, lang: l.uiLang}}
		for i, c := range checks[:n] {
			words := strings.TrimSuffix(oneLine(outline.CheckWords(l.words, c.Check)), ".")
			one := bit{text: " · " + words, style: l.look.note, ink: l.look.ink}
			switch {
			case i == 0 && rtl:
				one.text = "   " + words
			case i == 0:
				one.text, one.pad = words, 2*gap+need // keeps room for the link
			}
			bits = append(bits, one)
			bits = append(bits, l.refs(c.Refs, words, bit{style: l.look.note})...)
		}
		node.Kids = nil
		dir := typeset.LTR
		if rtl {
			dir = typeset.RTL
		}
		return l.set(node, para{bits: bits, width: l.width - 2*padX, dir: dir, maxLines: stripLines})
	}
	n := min(len(checks), stripChecks)
	s := try(n)
	for ; n > 1 && len(s.text.Lines) > stripAim; n-- {
		s = try(n - 1)
	}
	x := l.left + padX
	ps := s.lines(x, 0)
	if rtl {
		ps = l.tail(ps, s, node, more, x, l.width-2*padX)
	} else {
		head := s.text.SpanRects(0)[0]
		first, slot := &ps[0], &Node{Tag: TagSpan} // read where it stands, before the sentences
		node.Kids = append([]*Node{slot}, node.Kids...)
		mark := &Words{Node: slot, X: x + head.X + head.W + gap, Y: s.text.Lines[0].Baseline - baseline(l.look.note.Size)}
		first.marks = append(first.marks, mark)
		l.late = append(l.late, late{mark, destChecks, func(page int) *set {
			return l.set(slot, para{bits: []bit{more(page)}, dir: typeset.LTR})
		}})
	}
	box := fuse(ps)
	in := box.marks
	box.marks = nil
	h := box.height + 2*padY
	back := &Shape{X: l.left, W: l.width, H: h, Fill: l.look.warnBack, Stroke: Color{None: true}}
	if l.look.mono {
		back.Stroke, back.StrokeWidth = l.look.rule, 0.6
	}
	box.marks = append(box.marks, back)
	bar := &Shape{X: l.left, W: 2.4, H: h, Fill: l.look.warn, Stroke: Color{None: true}}
	if l.rtl {
		bar.X = l.left + l.width - bar.W
	}
	box.marks = append(box.marks, bar)
	for _, m := range in {
		box.addMark(m, padY)
	}
	box.height = h
	return box
}

// tail adds the link to all checks: behind the last line where there is room
// for it, else below.
func (l *layout) tail(ps []piece, s *set, node *Node, link func(page int) bit, x, width float64) []piece {
	last := &s.text.Lines[len(s.text.Lines)-1]
	need := l.fonts.Width(link(888).text, link(888).style)
	gap := l.look.k * 7
	rtl := last.X > 0.5
	mark := &Words{Node: node}
	size := link(0).style.Size
	if !s.text.Truncated && last.Width+gap+need <= width {
		end := &ps[len(ps)-1]
		if rtl {
			mark.X = x + last.X - gap - need
		} else {
			mark.X = x + last.X + last.Width + gap
		}
		mark.Y = last.Baseline - last.Y - baseline(size)
		end.marks = append(end.marks, mark)
	} else {
		mark.X = mirror(rtl, x, width, 0, need)
		ps = append(ps, piece{height: size * 1.42, bound: true, marks: []Mark{mark}})
	}
	l.late = append(l.late, late{mark, destChecks, func(page int) *set {
		return l.set(node, para{bits: []bit{link(page)}, dir: typeset.LTR})
	}})
	return ps
}

// baseline is how far below the top of a line of that size set at 1.42 its
// baseline is (Noto Sans: ascent 1.069, descent 0.293).
func baseline(size float64) float64 { return size * (1.42 + 1.069 - 0.293) / 2 }
