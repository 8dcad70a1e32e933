package views

import (
	"strings"
	"time"

	"briefline/app/outline"
	"briefline/views/kit"
	"briefline/views/panels"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// hover waits a moment before a bubble shows, so that none flickers by while
// the pointer is only passing.
type hover struct {
	turn int // counts what the pointer came to; an old wait finds it changed
}

// hoverDelay is how long the pointer rests before the bubble shows.
const hoverDelay = 300 * time.Millisecond

// hovered is told what the pointer rests on, the zero Pick for nothing.
func (f *Frame) hovered(p panels.Pick, at fyne.Position) {
	f.hover.turn++
	f.bubble.Hide()
	if f.index == nil || !f.index.Has(p) {
		return
	}
	turn := f.hover.turn
	time.AfterFunc(hoverDelay, func() {
		fyne.Do(func() {
			if f.hover.turn == turn && !f.stage.Covered() { // a bubble lies under all of it
				f.showBubble(p, at)
			}
		})
	})
}

// bubbleSentences is how many sentences a bubble quotes.
const bubbleSentences = 2

// showBubble shows the sentences behind a pick.
func (f *Frame) showBubble(p panels.Pick, at fyne.Position) {
	b := f.index.Briefing
	var pieces []kit.Piece
	if e := b.EventByID(p.ID); p.Kind == panels.KindEvent && e != nil {
		pieces = append(pieces, kit.Piece{Text: e.Title + "\n", Style: kit.NoteBold},
			kit.Piece{Text: outline.When(f.words, e, nil) + "\n", Style: kit.Note, Ink: kit.RoleMuted})
	}
	refs := f.index.Refs(p)
	for i, r := range refs {
		if i == bubbleSentences {
			pieces = append(pieces, kit.Piece{Text: "\n" + f.words.Text("detail.more", "n", len(refs)-i), Style: kit.Small, Ink: kit.RoleMuted})
			break
		}
		if i > 0 {
			pieces = append(pieces, kit.Piece{Text: "\n", Style: kit.QuoteSmall})
		}
		pieces = append(pieces, kit.Piece{Text: b.RefName(r) + "  ", Style: kit.Chip, Ink: kit.RoleAccent},
			kit.Piece{Text: strings.TrimSpace(f.index.Sentence(r)), Style: kit.QuoteSmall})
	}
	if len(pieces) > 0 {
		f.bubble.Hang(at, f.root.Size(), pieces...)
		// Fyne finds the canvas of an object only once it has been painted.
		f.canvas.Refresh(f.bubble.Box)
	}
}

// Reveal scrolls the main column so that the panel which holds the pick
// shows, after it was found by a search.
func (f *Frame) Reveal(p panels.Pick) {
	var o kit.Block
	switch p.Kind {
	case panels.KindLine, panels.KindCheck:
		o = f.card.Rover
	case panels.KindEvent:
		o = f.timeline.Box
	case panels.KindStatement:
		o = f.positions.Rover
	case panels.KindParticipant:
		f.side.tabs.Choose(tabParticipants)
		return
	}
	if o == nil {
		return
	}
	if pos, ok := kit.Offset(o, f.main.Content()); ok {
		f.main.Reveal(pos.Y, min(o.Size().Height, f.main.Size().Height-60))
	}
}

// tipped is told what the control under the pointer does, "" when it left.
func (f *Frame) tipped(tip string, at fyne.Position) {
	f.hover.turn++
	f.bubble.Hide()
	f.hideTip()
	if tip == "" {
		return
	}
	turn := f.hover.turn
	time.AfterFunc(hoverDelay, func() {
		fyne.Do(func() {
			if f.hover.turn == turn && !f.stage.Hanging() {
				f.showTip(tip, at)
			}
		})
	})
}

// showTip shows what a control does, over everything else: it may be one of a form.
func (f *Frame) showTip(tip string, at fyne.Position) {
	f.hideTip()
	b := kit.NewBubble()
	b.Hang(at, f.root.Size(), kit.Plain(tip, kit.Small, kit.RoleInk)...)
	f.stage.Tip(container.NewWithoutLayout(b.Box))
}

// hideTip takes the tip away.
func (f *Frame) hideTip() { f.stage.Tip(nil) }
