package panels

import (
	"strings"

	"briefline/app/briefing"
	"briefline/app/outline"
	"briefline/app/typeset"
	"briefline/views/kit"

	"fyne.io/fyne/v2"
)

// Card shows the headline, the bottom line, the key points and what to check
// before use.
type Card struct {
	*kit.Rover
	lit
	desk   *Desk
	index  *Index
	checks *checkStrip
}

// NewCard returns the card of a briefing.
func NewCard(d *Desk, x *Index) *Card {
	c := &Card{desk: d, index: x}
	b := x.Briefing
	var blocks []kit.Block
	if b.Marking != "" {
		blocks = append(blocks, kit.NewBlock(kit.Plain(b.Marking, kit.Caption, kit.RoleWarn)...), kit.Space(4))
	}
	blocks = append(blocks, kit.NewBlock(kit.Plain(c.kicker(), kit.Kicker, kit.RoleMuted)...), kit.Space(4))
	for _, l := range x.Lines {
		switch l.Part {
		case outline.PartTitle:
			blocks = append(blocks, c.line(l, lineStyle{plain: kit.Headline, bold: kit.Headline, height: 1.22}), kit.Space(8))
		case outline.PartBottom:
			blocks = append(blocks, c.line(l, lineStyle{plain: kit.Lead, bold: kit.LeadBold, height: 1.5, chips: true}), kit.Space(8))
		case outline.PartPoint:
			blocks = append(blocks, c.line(l, lineStyle{plain: kit.Body, bold: kit.BodyBold, height: 1.45, chips: true, bullet: true}), kit.Space(4))
		}
	}
	blocks = append(blocks, c.facts()...)
	if len(x.Checks) > 0 {
		c.checks = newCheckStrip(c)
		blocks = append(blocks, kit.Space(6), c.checks.Box)
	}
	c.Rover = d.rover(d.Words.Text("panel.card"), frame(kit.Stack(0, blocks...)), c.reach)
	return c
}

// kicker is the line above the title: where the briefing comes from.
func (c *Card) kicker() string {
	return strings.ToUpper(strings.Join(c.index.Provenance(c.desk.Words), " · "))
}

// lineStyle is how a line of the card looks.
type lineStyle struct {
	plain, bold   typeset.Style
	height        float64
	chips, bullet bool
}

// line is one line of the card that picks itself and its sentences.
func (c *Card) line(l *outline.Line, s lineStyle) *kit.Row {
	p := Pick{KindLine, l.ID}
	pieces := stress(l.Line, kit.Piece{Style: s.plain}, kit.Piece{Style: s.bold})
	pieces = append(pieces, c.desk.addedMark(l.Basis, kit.Piece{Style: kit.Small})...)
	if s.chips {
		pieces = append(pieces, c.desk.chips(c.index, p)...)
	}
	t := c.desk.text(p, pieces...)
	t.LineHeight, t.Balance = s.height, s.plain == kit.Headline
	var content kit.Block = t
	if s.bullet {
		content = bullet(t)
	}
	return c.row(c.desk, p, l.Text, content, t)
}

func (c *Card) reach() []kit.Item {
	if c.checks == nil {
		return c.items
	}
	return append(append([]kit.Item(nil), c.items...), c.checks.items...)
}

// SetHighlight lights up what belongs to the pick; nil puts it out.
func (c *Card) SetHighlight(h *Highlight) {
	c.lit.SetHighlight(h)
	if c.checks != nil {
		c.checks.setHighlight(h)
	}
}

// RowOf returns the row of a line or, while all checks show, of a check; nil when
// there is none.
func (c *Card) RowOf(p Pick) *kit.Row {
	if r := c.lit.RowOf(p); r != nil || c.checks == nil {
		return r
	}
	return c.checks.RowOf(p)
}

// Keep takes over how another card stood: whether all checks showed. It is for a
// briefing that was edited.
func (c *Card) Keep(old *Card) {
	if old.checks != nil && old.checks.open && c.checks != nil && !c.checks.open {
		c.checks.toggle()
	}
}

// bullet puts a dot before a block.
func bullet(b kit.Block) kit.Block {
	return marked(kit.NewBadge(kit.ShapeCircle, kit.RoleInk, ""), 4, 8, 5, b)
}

// marked hangs a mark of a size at x, y before a block.
func marked(mark *kit.Badge, x, y, size float32, b kit.Block) kit.Block {
	return kit.NewBox(func(width float32, place bool) float32 {
		const indent = 18
		h := b.HeightFor(width - indent)
		if place {
			kit.Put(mark, x, y, size, size)
			kit.Put(b, indent, 0, width-indent, h)
		}
		return h
	}, mark, b)
}

// frame is the white card around a block.
func frame(b kit.Block) *kit.Box {
	back := kit.NewFrame(kit.RoleSurface, kit.RoleLine, 8)
	return kit.NewBox(func(width float32, place bool) float32 {
		const padX, padY = 22, 18
		h := b.HeightFor(width-2*padX) + 2*padY
		if place {
			kit.Put(back, 0, 0, width, h)
			kit.Put(b, padX, padY, width-2*padX, h-2*padY)
		}
		return h
	}, back, b)
}

// checkStrip is the strip "check before use": the first checks on one line,
// all of them one by one once it is opened.
type checkStrip struct {
	*kit.Box
	lit
	card *Card
	open bool
	head *kit.Text
	list kit.Block
	hl   *Highlight
}

// stripChecks is how many checks the closed strip names.
const stripChecks = 3

func newCheckStrip(c *Card) *checkStrip {
	s := &checkStrip{card: c}
	back := kit.NewFrame(kit.RoleWarnBack, kit.RoleNone, 6)
	s.head = c.desk.text(Pick{})
	pickLink := s.head.OnTap
	s.head.OnTap = func(link string) {
		if ParsePick(link).Kind == kindMore {
			s.toggle()
			return
		}
		pickLink(link)
	}
	s.Box = kit.NewBox(func(width float32, place bool) float32 {
		const padX, padY = 12, 8
		h := s.head.HeightFor(width - 2*padX)
		if place {
			kit.Put(s.head, padX, padY, width-2*padX, h)
		}
		y := padY + h
		if s.open {
			lh := s.list.HeightFor(width - 2*padX)
			if place {
				kit.Put(s.list, padX, y+6, width-2*padX, lh)
			}
			y += lh + 6
		}
		if place {
			kit.Put(back, 0, 0, width, y+padY)
		}
		return y + padY
	})
	s.build(back)
	return s
}

func (s *checkStrip) toggle() {
	s.open = !s.open
	s.build(nil)
	s.setHighlight(s.hl)
	s.card.desk.Resized()
}

// build fills the strip for its present state; back is given the first time.
func (s *checkStrip) build(back *kit.Fill) {
	d, x := s.card.desk, s.card.index
	checks := x.Checks
	s.lit = lit{}
	bold := kit.Piece{Text: d.Words.Text("check.head", "n", len(checks)), Style: kit.NoteBold, Ink: kit.RoleWarn}
	pieces := []kit.Piece{bold}
	toggle := "check.less"
	if !s.open {
		toggle = "check.more"
		for i, c := range checks {
			if i == stripChecks {
				break
			}
			sep := " · "
			if i == 0 {
				sep = "   "
			}
			pieces = append(pieces, kit.Piece{Text: sep + strings.TrimSuffix(outline.CheckWords(d.Words, c.Check), "."), Style: kit.Note, Ink: kit.RoleWarn})
			pieces = append(pieces, d.chips(x, Pick{KindCheck, c.ID})...)
		}
	}
	pieces = append(pieces, kit.Piece{Text: "   ", Style: kit.Note},
		kit.Piece{Text: d.Words.Text(toggle, "n", len(checks)), Style: kit.NoteBold, Ink: kit.RoleAccent, Link: string(kindMore) + ":"})
	s.head.SetPieces(pieces...)
	s.text(s.head)
	objects := []fyne.CanvasObject{s.head}
	if s.open {
		s.list = s.buildList()
		objects = append(objects, s.list)
	}
	if back != nil {
		s.SetObjects(append([]fyne.CanvasObject{back}, objects...)...)
		return
	}
	s.SetObjects(append([]fyne.CanvasObject{s.Objects()[0]}, objects...)...)
}

func (s *checkStrip) buildList() kit.Block {
	d, x := s.card.desk, s.card.index
	var blocks []kit.Block
	for _, c := range x.Checks {
		p := Pick{KindCheck, c.ID}
		words := outline.CheckWords(d.Words, c.Check)
		pieces := []kit.Piece{{Text: words, Style: kit.NoteBold, Ink: kit.RoleInk}}
		pieces = append(pieces, d.chips(x, p)...)
		if detail := outline.CheckDetail(d.Words, c.Check); detail != "" {
			pieces = append(pieces, kit.Piece{Text: "\n" + detail, Style: kit.Note, Ink: kit.RoleInk})
		}
		if c.Resolution != "" {
			pieces = append(pieces, kit.Piece{Text: "\n" + d.Words.Text("check.resolved", "words", c.Resolution), Style: kit.Note, Ink: kit.RoleMuted})
		}
		t := d.text(p, pieces...)
		row := s.row(d, p, words, t, t)
		row.Shade = kit.RoleHighlight
		blocks = append(blocks, row)
	}
	if gaps := s.gaps(); gaps != nil {
		blocks = append(blocks, gaps)
	}
	return kit.Stack(7, blocks...)
}

// gaps says for what the source does not state who, when or where; nil when it
// states all.
func (s *checkStrip) gaps() kit.Block {
	d, x := s.card.desk, s.card.index
	missing := x.Coverage.Missing
	if len(missing) == 0 {
		return nil
	}
	pieces := kit.Plain(d.Words.Text("gaps.head"), kit.NoteBold, kit.RoleInk)
	for _, what := range []briefing.GapKind{briefing.GapWho, briefing.GapWhen, briefing.GapWhere} {
		var of []kit.Piece
		for _, g := range missing {
			if g.What != what {
				continue
			}
			if len(of) > 0 {
				of = append(of, kit.Piece{Text: "; ", Style: kit.Note})
			}
			of = append(of, gapOf(d, x, g))
		}
		if len(of) > 0 {
			pieces = append(pieces, kit.Piece{Text: "\n" + d.Words.Text("gaps."+string(what)) + " ", Style: kit.Note, Ink: kit.RoleMuted})
			pieces = append(pieces, of...)
		}
	}
	t := d.text(Pick{}, pieces...)
	s.text(t)
	return t
}

// gapOf names the item of a gap, as a link where it can be picked.
func gapOf(d *Desk, x *Index, g briefing.Gap) kit.Piece {
	p := kit.Piece{Text: g.Item, Style: kit.Note}
	if e := x.Event(g.Item); e != nil {
		p.Text, p.Link = e.Title, Pick{KindEvent, e.ID}.String()
	} else if s := x.Statement(g.Item); s != nil {
		p.Text, p.Link = s.Words, Pick{KindStatement, s.ID}.String()
	} else if s := x.Briefing.SourceByID(g.Item); s != nil {
		p.Text = d.Words.Text("gaps.source", "publisher", s.Publisher)
	}
	return p
}

func (s *checkStrip) setHighlight(h *Highlight) {
	s.hl = h
	s.lit.SetHighlight(h)
}
