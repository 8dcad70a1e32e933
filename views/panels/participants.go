package panels

import (
	"strings"
	"unicode"

	"briefline/app/briefing"
	"briefline/app/outline"
	"briefline/views/kit"
)

// Participants lists who acts, speaks or is only mentioned, grouped by side.
type Participants struct {
	*kit.Rover
	lit
	desk  *Desk
	index *Index
}

// NewParticipants returns the participants of a briefing.
func NewParticipants(d *Desk, x *Index) *Participants {
	p := &Participants{desk: d, index: x}
	var blocks []kit.Block
	for _, side := range x.Sides {
		blocks = append(blocks, p.group(side)...)
	}
	if len(blocks) == 0 {
		blocks = append(blocks, kit.NewBlock(kit.Plain(d.Words.Text("participants.none"), kit.Body, kit.RoleMuted)...))
	}
	p.Rover = d.rover(d.Words.Text("panel.participants"), kit.Stack(0, blocks...), func() []kit.Item { return p.items })
	return p
}

func (p *Participants) group(side *outline.Side) []kit.Block {
	n, name := p.index.Side(side.ID), side.Name
	if side.ID == "" {
		name = p.desk.Words.Text("side.mentioned")
	}
	var blocks []kit.Block
	for i, q := range side.Members {
		if i == 0 {
			blocks = append(blocks, kit.Space(10), sideHead(n, name), kit.Space(5))
		}
		blocks = append(blocks, kit.Rule(), kit.Space(7), p.row(n, q), kit.Space(7))
	}
	return blocks
}

// row is one participant: badge, name, role, names in other scripts, counts.
func (p *Participants) row(n int, q *outline.Participant) *kit.Row {
	d := p.desk
	pick := Pick{KindParticipant, q.ID}
	badge := kit.NewBadge(kindShape(q.Kind), kit.Side(n), Initials(q.Name))
	name := d.text(pick, append(kit.Plain(q.Name, kit.BodyBold, kit.RoleInk), d.addedMark(q.Basis, kit.Piece{Style: kit.Small})...)...)
	notes := d.text(pick, p.notes(q)...)
	notes.LineHeight = 1.4
	count := kit.NewLabel(p.count(q), kit.Small, kit.RoleMuted)
	body := kit.NewBox(func(width float32, place bool) float32 {
		const left, gap = 43, 8
		c := count.Natural()
		nh := name.HeightFor(width - left - gap - c.Width)
		bh := notes.HeightFor(width - left)
		if place {
			kit.Put(badge, 0, 1, 32, 32)
			kit.Put(name, left, 0, width-left-gap-c.Width, nh)
			kit.Put(count, width-c.Width, 2, c.Width, c.Height)
			kit.Put(notes, left, nh, width-left, bh)
		}
		return max(34, nh+bh)
	}, badge, name, notes, count)
	return p.lit.row(d, pick, q.Name, body, name, notes)
}

// notes are the small lines below a name.
func (p *Participants) notes(q *outline.Participant) []kit.Piece {
	w := p.desk.Words
	plain := func(s string) kit.Piece { return kit.Piece{Text: s, Style: kit.Small, Ink: kit.RoleMuted} }
	out := []kit.Piece{plain(p.index.Role(w, q, true))}
	if q.Role != "" && q.RoleBasis == briefing.BasisInferred {
		out = append(out, plain(" · "+w.Text("basis.inferred")))
	}
	out = append(out, p.desk.addedMark(q.RoleBasis, kit.Piece{Style: kit.Small})...)
	for _, n := range q.Names {
		// The joiner keeps "· added" to the right of a right-to-left name.
		out = append(out, plain("\n\u200E"+n.Text+"\u200E"))
		out = append(out, p.desk.addedMark(n.Basis, kit.Piece{Style: kit.Small})...)
	}
	return out
}

// count is "7 statements", or for those who say nothing "2 mentions".
func (p *Participants) count(q *outline.Participant) string {
	if q.Statements > 0 {
		return p.desk.Words.Text("participant.statements", "n", q.Statements)
	}
	return p.desk.Words.Text("participant.mentions", "n", len(q.Evidence))
}

// kindShape tells kinds of participants apart: people are round.
func kindShape(k briefing.ParticipantKind) kit.Shape {
	switch k {
	case briefing.KindPerson:
		return kit.ShapeCircle
	case briefing.KindPlace:
		return kit.ShapeDiamond
	case briefing.KindState, briefing.KindGroup:
		return kit.ShapeHexagon
	}
	return kit.ShapeSquare
}

// Initials returns one or two capital letters for a name: the first letters of
// its first and of its last-but-particles word ("Abdolreza Rahmani Fazli" is
// AR: the first two capitals), or of a single word its first two ("ISIL" is IS).
func Initials(name string) string {
	var heads []rune
	words := strings.Fields(name)
	for _, w := range words {
		for _, r := range w {
			if unicode.IsUpper(r) || (unicode.IsLetter(r) && !unicode.IsLower(r)) {
				heads = append(heads, r)
			}
			break
		}
	}
	switch {
	case len(heads) >= 2:
		return string(heads[:2])
	case len(words) == 0:
		return ""
	}
	letters := []rune(words[0])
	if len(letters) > 2 {
		letters = letters[:2]
	}
	return strings.ToUpper(string(letters))
}
