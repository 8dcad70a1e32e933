package panels

import (
	"strings"

	"briefline/views/kit"
)

// Notes shows the editor's notes. They are never the source's, and the heading
// says so.
type Notes struct {
	*kit.Rover
	lit
}

// NewNotes returns the notes of a briefing, nil when there are none.
func NewNotes(d *Desk, x *Index) *Notes {
	if len(x.Notes) == 0 {
		return nil
	}
	n := &Notes{}
	blocks := []kit.Block{kit.NewBlock(
		kit.Piece{Text: strings.ToUpper(d.Words.Text("notes.head")), Style: kit.Caption, Ink: kit.RoleMuted},
		kit.Piece{Text: " · " + d.Words.Text("notes.added"), Style: kit.Small, Ink: kit.RoleAdded},
	)}
	for _, note := range x.Notes {
		p := Pick{KindNote, note.ID}
		t := d.text(p, append(kit.Plain(note.Text, kit.Body, kit.RoleInk), d.refChips(x, note.Refs)...)...)
		blocks = append(blocks, n.row(d, p, note.Text, t, t))
	}
	n.Rover = d.rover(d.Words.Text("notes.head"), frame(kit.Stack(6, blocks...)), func() []kit.Item { return n.items })
	return n
}
