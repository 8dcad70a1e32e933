package panels

import (
	"strings"

	"briefline/app/briefing"
	"briefline/views/kit"

	"fyne.io/fyne/v2"
)

// Positions shows side by side what each side says, offers and asks for. Every
// side gets the same room and the same headings, in the same order.
type Positions struct {
	*kit.Rover
	lit
}

// NewPositions returns the positions of a briefing, nil when nobody in it says
// anything.
func NewPositions(d *Desk, x *Index) *Positions {
	p := &Positions{}
	var columns []kit.Block
	for i, side := range x.Sides() {
		if c := p.column(d, x, i, side); c != nil {
			columns = append(columns, c)
		}
	}
	if c := p.column(d, x, -1, ""); c != nil {
		columns = append(columns, c)
	}
	if len(columns) == 0 {
		return nil
	}
	p.Rover = d.rover(d.Words.Text("panel.positions"), frame(sideBySide(columns)), func() []kit.Item { return p.items })
	return p
}

// speakers returns who speaks for a side, in order of the participants; for
// side "" those who speak for none, and "" itself for statements that the
// source credits to nobody.
func speakers(b *briefing.Briefing, side string) []string {
	says := map[string]bool{}
	for _, s := range b.Statements {
		says[s.Speaker] = true
	}
	var out []string
	for _, q := range b.Participants {
		if q.Side == side && says[q.ID] {
			out = append(out, q.ID)
		}
	}
	if side == "" && says[""] {
		out = append(out, "")
	}
	return out
}

func (p *Positions) column(d *Desk, x *Index, n int, side string) kit.Block {
	b := x.Briefing
	who := speakers(b, side)
	if len(who) == 0 {
		return nil
	}
	name := d.Words.Text("side.none")
	if q := b.ParticipantByID(side); q != nil {
		name = q.Name
	}
	blocks := []kit.Block{sideHead(n, name)}
	for i, id := range who {
		speaker := d.Words.Text("side.unattributed")
		if q := b.ParticipantByID(id); q != nil {
			speaker = q.Name
		}
		// The side's own name says enough when the state itself is quoted.
		if id != side || len(who) > 1 {
			if i > 0 {
				blocks = append(blocks, kit.Space(8))
			}
			blocks = append(blocks, kit.NewBlock(kit.Plain(speaker, kit.Note, kit.RoleMuted)...))
		}
		for _, heading := range briefing.Headings() {
			blocks = append(blocks, p.group(d, x, id, heading)...)
		}
	}
	return kit.Stack(0, blocks...)
}

func (p *Positions) group(d *Desk, x *Index, speaker string, heading briefing.StatementKind) []kit.Block {
	var blocks []kit.Block
	for _, s := range x.Briefing.Statements {
		if s.Speaker != speaker || s.Kind.Heading() != heading {
			continue
		}
		if len(blocks) == 0 {
			blocks = append(blocks, kit.Space(9), kit.NewBlock(kit.Plain(strings.ToUpper(d.Words.Text("statement."+string(heading))), kit.Caption, kit.RoleMuted)...), kit.Space(2))
		}
		pick := Pick{KindStatement, s.ID}
		words := s.Words
		if s.Direct {
			words = d.Words.Text("statement.quoted", "words", s.Words)
		}
		pieces := append(kit.Plain(words, kit.Body, kit.RoleInk), d.addedMark(s.Basis, kit.Piece{Style: kit.Small})...)
		t := d.text(pick, append(pieces, d.chips(x, pick)...)...)
		t.LineHeight = 1.45
		blocks = append(blocks, p.row(d, pick, words, bullet(t), t), kit.Space(3))
	}
	return blocks
}

// sideHead is the name of a side after its mark; n is -1 for no side.
func sideHead(n int, name string) kit.Block {
	mark := kit.NewBadge(kit.SideShape(n), kit.Side(n), "")
	label := kit.NewBlock(kit.Plain(name, kit.Section, kit.RoleInk)...)
	return marked(mark, 0, 5, 11, label)
}

// sideBySide sets blocks in as many equal columns as are wide enough to read.
func sideBySide(blocks []kit.Block) kit.Block {
	objects := make([]fyne.CanvasObject, len(blocks))
	for i, b := range blocks {
		objects[i] = b
	}
	return kit.NewBox(func(width float32, place bool) float32 {
		const gap, least = 26, 240
		n := min(len(blocks), max(1, int((width+gap)/(least+gap))))
		w := float32(int((width - gap*float32(n-1)) / float32(n)))
		y := float32(0)
		for i := 0; i < len(blocks); i += n {
			if i > 0 {
				y += 16
			}
			high := float32(0)
			for j := i; j < min(i+n, len(blocks)); j++ {
				h := blocks[j].HeightFor(w)
				if place {
					kit.Put(blocks[j], float32(j-i)*(w+gap), y, w, h)
				}
				high = max(high, h)
			}
			y += high
		}
		return y
	}, objects...)
}
