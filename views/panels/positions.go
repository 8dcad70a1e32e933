package panels

import (
	"strings"

	"briefline/app/outline"
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
	for _, side := range x.Sides {
		if len(side.Speakers) > 0 {
			columns = append(columns, p.column(d, x, side))
		}
	}
	if len(columns) == 0 {
		return nil
	}
	p.Rover = d.rover(d.Words.Text("panel.positions"), frame(sideBySide(columns)), func() []kit.Item { return p.items })
	return p
}

func (p *Positions) column(d *Desk, x *Index, side *outline.Side) kit.Block {
	head := sideHead(x.Side(side.ID), side.Name)
	if side.ID == "" {
		head = sideHead(-1, d.Words.Text("side.none"))
	}
	blocks := []kit.Block{head}
	for i, one := range side.Speakers {
		name, id := d.Words.Text("side.unattributed"), ""
		if one.Who != nil {
			name, id = one.Who.Name, one.Who.ID
		}
		// The side's own name says enough when the state itself is quoted.
		if id != side.ID || len(side.Speakers) > 1 {
			if i > 0 {
				blocks = append(blocks, kit.Space(8))
			}
			blocks = append(blocks, kit.NewBlock(kit.Plain(name, kit.Note, kit.RoleMuted)...))
		}
		for _, g := range one.Groups {
			blocks = append(blocks, p.group(d, x, g)...)
		}
	}
	return kit.Stack(0, blocks...)
}

func (p *Positions) group(d *Desk, x *Index, g outline.Group) []kit.Block {
	heading := strings.ToUpper(outline.Heading(d.Words, g.Heading))
	blocks := []kit.Block{kit.Space(9), kit.NewBlock(kit.Plain(heading, kit.Caption, kit.RoleMuted)...), kit.Space(2)}
	for _, s := range g.Statements {
		pick := Pick{KindStatement, s.ID}
		words := outline.Quoted(d.Words, s.Statement, s.Words)
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
