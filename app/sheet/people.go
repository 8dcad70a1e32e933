package sheet

import (
	"briefline/app/briefing"
	"briefline/app/outline"
	"briefline/app/typeset"
)

// cards are the part of the document about who takes part, set but not placed:
// several densities are tried.
type cards struct {
	l       *layout
	width   float64 // of a card
	columns int
	gap     float64
	list    []*card
	sect    *Node
	heading []piece
	others  []piece
}

type card struct {
	node   *Node
	head   []piece // at x 0
	groups []*cardGroup
}

type cardGroup struct {
	caption    *set
	said       []*set
	statements []*outline.Statement
	shown      int // how many the card shows
}

// Room above the parts of a card, at look.k 1.
const (
	rowRoom     = 3.5 * mm
	captionRoom = 1.5 * mm
	saidRoom    = 1.6
	moreRoom    = 1 * mm
)

// cards sets a card for everyone who says something.
func (l *layout) cards() *cards {
	c := &cards{l: l, columns: 2, gap: 7 * mm}
	c.sect, c.heading = l.section(l.words.Text("tab.participants"), destParticipants)
	if len(l.outline.Participants) == 0 && len(l.outline.Speakers) == 0 {
		c.others = l.empty(c.sect, "participants.none")
		return c
	}
	if len(l.outline.Speakers) < 2 {
		c.columns = 1
	}
	c.width = (l.width - c.gap*float64(c.columns-1)) / float64(c.columns)
	for _, s := range l.outline.Speakers {
		c.list = append(c.list, c.card(s))
	}
	c.others = l.others(c.sect, len(c.list) > 0)
	return c
}

func (c *cards) card(s *outline.Speaker) *card {
	l := c.l
	one := &card{node: c.sect.add(TagSect)}
	name := one.node.add(TagH3)
	bits := []bit{{text: l.words.Text("side.unattributed"), style: l.look.name, ink: l.look.ink, lang: l.uiLang}}
	if s.Who != nil {
		bits = append([]bit{{text: oneLine(s.Who.Name), style: l.look.name, ink: l.look.ink}}, l.addedMark(s.Who.Basis)...)
	}
	one.head = l.set(name, para{bits: bits, width: c.width, maxLines: 3, height: 1.35}).lines(0, 0)
	if s.Who != nil {
		one.head = append(one.head, l.set(one.node.add(TagP), para{bits: l.below(s.Who), dir: direction(bits), width: c.width, maxLines: 6, height: 1.34}).lines(0, 0)...)
	}
	for i := range s.Groups {
		g := &s.Groups[i]
		cg := &cardGroup{statements: g.Statements}
		cg.caption = l.set(&Node{Tag: TagP, Lang: l.uiLang}, para{bits: []bit{l.caption(g.Heading)}, width: c.width, align: l.side()})
		for _, one := range g.Statements {
			cg.said = append(cg.said, c.said(one, 0))
		}
		one.groups = append(one.groups, cg)
	}
	return one
}

// said sets a statement, shortened to lines when that is not 0; its sentences are
// named all the same.
func (c *cards) said(s *outline.Statement, lines int) *set {
	l := c.l
	try := func(n *Node, most int) *set {
		return l.set(n, para{bits: l.statement(s, l.look.body, most), width: c.width, height: cardHeight})
	}
	node := &Node{Tag: TagP}
	if lines == 0 {
		return try(node, 0)
	}
	// A line holds no more words than letters of an eighth of an em.
	lo, hi := 1, min(len(s.Words), lines*int(c.width/l.look.body.Size*8))
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if len(try(nil, mid).text.Lines) <= lines {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	return try(node, lo)
}

// cardHeight is the height of the lines of a card, as a multiple of their size.
const cardHeight = 1.32

// place returns the part with its heading as pieces. The cards of a row fill it
// alike, and spare points of the page besides.
func (c *cards) place(s step, spare float64) []piece {
	var rows []piece
	for i := 0; i < len(c.list); i += c.columns {
		cards := c.list[i:min(i+c.columns, len(c.list))]
		room := c.rowHeight(cards, s) + spare
		var row []piece
		high := 0.0
		for j, one := range cards {
			if s.most > 0 {
				c.fill(one, s.lines, room)
			}
			high = max(high, c.cardHeight(one, s.lines))
			x := mirror(c.l.rtl, c.l.left, c.l.width, float64(j)*(c.width+c.gap), c.width)
			row = append(row, c.placeCard(one, x, s.lines))
		}
		spare = max(0, room-high)
		r := beside(row...)
		if i > 0 {
			r.above = rowRoom * c.l.look.k
		}
		rows = append(rows, r)
	}
	return follow(c.heading, append(rows, c.others...))
}

// placeCard returns a card as one piece at x.
func (c *cards) placeCard(one *card, x float64, lines int) piece {
	k := c.l.look.k
	ps := one.head
	for i := range ps {
		ps[i].marks[0].(*Words).X += x
	}
	left, first := 0, 0
	for _, g := range one.groups {
		if left += len(g.said) - g.shown; g.shown < len(g.said) && first == 0 {
			first = g.statements[g.shown].Number
		}
		if g.shown == 0 {
			continue
		}
		one.node.Kids = append(one.node.Kids, g.caption.node)
		ps = append(ps, g.caption.lines(x, captionRoom*k)...)
		for i, t := range g.said[:g.shown] {
			above := saidRoom * k
			if i == 0 {
				above = 0
			}
			if len(t.text.Lines) > lines {
				t = c.said(g.statements[i], lines)
			}
			one.node.Kids = append(one.node.Kids, t.node)
			ps = append(ps, t.lines(x, above)...)
		}
	}
	if left > 0 {
		ps = append(ps, c.more(one.node, x, left, first))
	}
	return fuse(ps)
}

// more is the line that says how many statements are not on the card.
func (c *cards) more(node *Node, x float64, n, first int) piece {
	l := c.l
	p := node.add(TagP)
	p.Lang = l.uiLang
	style := l.look.small
	if l.o.NoStatements {
		s := l.set(p, para{bits: []bit{{text: l.words.Text("print.more.left", "n", n), style: style, ink: l.look.muted}}, width: c.width, align: l.side()})
		return piece{above: moreRoom * l.look.k, height: s.text.Height, marks: []Mark{s.all(x, 0)}}
	}
	dest := numbered("statement", first)
	link := func(page int) bit {
		return bit{text: l.words.Text("print.more", "n", n, "page", page), style: style, ink: l.look.accent, dest: dest, tip: l.words.Text("print.statements"), whole: true}
	}
	mark := &Words{Node: p, X: x}
	l.late = append(l.late, late{mark, dest, func(page int) *set {
		return l.set(p, para{bits: []bit{link(page)}, width: c.width, align: l.side(), dir: typeset.LTR})
	}})
	return piece{above: moreRoom * l.look.k, height: style.Size * 1.42, marks: []Mark{mark}}
}

// below is what stands below a name: role, and the name in other scripts.
func (l *layout) below(p *outline.Participant) []bit {
	plain := bit{style: l.look.small, ink: l.look.muted}
	with := func(s, lang string) bit {
		b := plain
		b.text, b.lang = s, lang
		return b
	}
	bits := []bit{with(oneLine(l.role(p)), "")}
	if p.Role != "" && p.RoleBasis == briefing.BasisInferred {
		bits = append(bits, with(" · "+l.words.Text("basis.inferred"), ""))
	}
	bits = append(bits, l.addedMark(p.RoleBasis)...)
	for _, n := range p.Names {
		bits = append(bits, with("\n", ""), with(oneLine(n.Text), n.Language))
		bits = append(bits, l.addedMark(n.Basis)...)
	}
	return bits
}

// others names those who say nothing: with what they are, where that is said.
func (l *layout) others(sect *Node, below bool) []piece {
	n := &Node{Tag: TagP}
	style := l.look.note
	style.Size = 8.2 * l.look.k
	bits := []bit{{text: l.words.Text("print.others"), style: l.look.caption, ink: l.look.muted, lang: l.uiLang}}
	some := false
	for _, p := range l.outline.Participants {
		if p.Statements > 0 {
			continue
		}
		sep := " · "
		if !some {
			sep = "   "
		}
		some = true
		bits = append(bits, bit{text: sep, style: style, ink: l.look.muted}, bit{text: oneLine(p.Name), style: style, ink: l.look.ink})
		if p.Role != "" {
			bits = append(bits, bit{text: ", " + oneLine(l.role(p)), style: l.look.small, ink: l.look.muted})
		}
		bits = append(bits, l.addedMark(p.Basis)...)
	}
	if !some {
		return nil
	}
	sect.Kids = append(sect.Kids, n)
	above := 0.0
	if below {
		above = 2.4 * mm * l.look.k
	}
	return l.set(n, para{bits: bits, width: l.width, dir: l.dir()}).lines(l.left, above)
}
