package views

import (
	"briefline/app/briefing"
	"briefline/views/kit"
	"briefline/views/panels"
)

// board is the panels of the briefing that is open, and what of them is picked.
type board struct {
	index        *panels.Index // nil while none is open
	card         *panels.Card
	timeline     *panels.Timeline
	positions    *panels.Positions // nil when nobody says anything
	notes        *panels.Notes     // nil when there are none
	participants *panels.Participants
	source       *panels.Source
	dates        *panels.Dates
	detail       *panels.Detail
	pick         panels.Pick
}

// fill makes the panels of a briefing anew.
func (b *board) fill(desk *panels.Desk, of *briefing.Briefing) {
	x := panels.NewIndex(of)
	b.index = x
	b.card = panels.NewCard(desk, x)
	b.timeline = panels.NewTimeline(desk, x)
	b.positions = panels.NewPositions(desk, x)
	b.notes = panels.NewNotes(desk, x)
	b.participants = panels.NewParticipants(desk, x)
	b.source = panels.NewSource(desk, x)
	b.dates = panels.NewDates(desk, x)
	b.detail = panels.NewDetail(desk, x)
}

// blocks are the panels of the main column, from the top.
func (b *board) blocks() []kit.Block {
	blocks := []kit.Block{b.card.Rover, b.timeline.Box}
	if b.positions != nil {
		blocks = append(blocks, b.positions.Rover)
	}
	if b.notes != nil {
		blocks = append(blocks, b.notes.Rover)
	}
	return blocks
}

// light lights up what belongs to a pick in all panels; nil puts it out.
func (b *board) light(h *panels.Highlight) {
	b.card.SetHighlight(h)
	b.timeline.SetHighlight(h)
	if b.positions != nil {
		b.positions.SetHighlight(h)
	}
	if b.notes != nil {
		b.notes.SetHighlight(h)
	}
	b.participants.SetHighlight(h)
	b.source.SetHighlight(h)
	b.dates.SetHighlight(h)
}
