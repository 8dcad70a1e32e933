package panels

import (
	"briefline/app/outline"
	"briefline/views/kit"
)

// facts are the blocks below the key points: the figures with what they were
// before, what comes next, and what the article itself says is not known.
func (c *Card) facts() []kit.Block {
	var out []kit.Block
	add := func(head string, pieces []kit.Piece) {
		if len(pieces) == 0 {
			return
		}
		t := c.desk.text(Pick{}, append([]kit.Piece{{Text: c.desk.Words.Text(head) + "\u2002", Style: kit.NoteBold, Ink: kit.RoleAccent}}, pieces...)...)
		t.LineHeight = 1.5
		c.text(t)
		out = append(out, kit.Space(6), t)
	}
	add("figures.head", c.figures())
	add("next.head", c.next())
	add("unknown.head", c.unknown())
	return out
}

// gap stands between two facts of a row.
var gap = kit.Piece{Text: " \u2002·\u2002 ", Style: kit.Note, Ink: kit.RoleMuted}

func (c *Card) figures() []kit.Piece {
	var out []kit.Piece
	for i, f := range c.index.Figures {
		if i > 0 {
			out = append(out, gap)
		}
		value, label, before := f.Shown(c.desk.Words)
		out = append(out, kit.Piece{Text: value, Style: kit.BodyBold}, kit.Piece{Text: " " + label, Style: kit.Note})
		if before != "" {
			out = append(out, kit.Piece{Text: ", " + before, Style: kit.Note, Ink: kit.RoleMuted})
		}
		out = append(out, c.desk.refChips(c.index, f.Refs)...)
	}
	return out
}

func (c *Card) next() []kit.Piece {
	var out []kit.Piece
	for i, e := range c.index.Next() {
		if i > 0 {
			out = append(out, kit.Piece{Text: " \u2002›\u2002 ", Style: kit.Note, Ink: kit.RoleMuted})
		}
		p := Pick{KindEvent, e.ID}
		out = append(out, kit.Piece{Text: outline.When(c.desk.Words, e.Event, nil) + " ", Style: kit.NoteBold, Link: p.String()},
			kit.Piece{Text: e.Title, Style: kit.Note, Link: p.String()})
		out = append(out, c.desk.chips(c.index, p)...)
	}
	return out
}

func (c *Card) unknown() []kit.Piece {
	var out []kit.Piece
	for i, l := range c.index.Unknown {
		if i > 0 {
			out = append(out, gap)
		}
		out = append(out, kit.Piece{Text: l.Text, Style: kit.Note})
		out = append(out, c.desk.refChips(c.index, l.Refs)...)
	}
	return out
}
