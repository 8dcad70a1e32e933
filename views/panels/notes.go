package panels

import (
	"strings"

	"briefline/views/kit"
)

// NewNotes returns the editor's notes as a card, nil when there are none. They
// are never the source's, and the heading says so.
func NewNotes(d *Desk, x *Index) kit.Block {
	notes := x.Briefing.Notes
	if len(notes) == 0 {
		return nil
	}
	head := []kit.Piece{
		{Text: strings.ToUpper(d.Words.Text("notes.head")), Style: kit.Caption, Ink: kit.RoleMuted},
		{Text: " · " + d.Words.Text("notes.added"), Style: kit.Small, Ink: kit.RoleAdded},
	}
	blocks := []kit.Block{kit.NewBlock(head...)}
	for _, n := range notes {
		pieces := kit.Plain(n.Text, kit.Body, kit.RoleInk)
		for i, r := range x.Briefing.Refs(n.Evidence) {
			pieces = append(pieces, kit.ChipPiece(i, x.Briefing.RefName(r), SentencePick(r).String())...)
		}
		blocks = append(blocks, d.text(Pick{}, pieces...))
	}
	return frame(kit.Stack(6, blocks...))
}
