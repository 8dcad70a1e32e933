package panels

import (
	"testing"

	"briefline/app/briefing"
	"briefline/app/i18n"
	"briefline/app/outline/outlinetest"
)

// The screen says what the page and the text say: see package outlinetest.
func TestPanelsShowOutline(t *testing.T) {
	d, _ := start(t)
	outlinetest.Each(t, func(t *testing.T, b *briefing.Briefing, words *i18n.Catalog) outlinetest.Shown {
		x := NewIndex(b)
		card, events := show(NewCard(d, x), 700), NewTimeline(d, x)
		events.ShowList(true)
		card.checks.toggle()
		return outlinetest.Shown{
			Top:    texts(card)[0],
			Events: joined(show(events, 700)), Members: joined(show(NewParticipants(d, x), 300)),
			Positions: joined(show(NewPositions(d, x), 3000)),
			Checks:    joined(show(card.checks.list, 700)), Sources: joined(show(NewSource(d, x), 300)),
		}
	})
}
