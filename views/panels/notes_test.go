package panels

import (
	"strings"
	"testing"

	"briefline/app/briefing"
)

// Notes are marked as the editor's; what the source leaves open is said.
func TestNotesAndGaps(t *testing.T) {
	d, _ := start(t)
	b := bishkek(t)
	if got := NewNotes(d, NewIndex(b)); got != nil {
		t.Errorf("no notes: got %v, want no card", got)
	}
	b.Notes = []briefing.Note{{ID: "n", Text: "Ask the embassy.", Evidence: b.Events[0].Evidence}}
	card := NewNotes(d, NewIndex(b))
	if card == nil {
		t.Fatal("a note got no card")
	}
	got := joined(show(card.Rover, 500))
	for _, want := range []string{"added by the editor", "Ask the embassy.", "S10"} {
		if !strings.Contains(got, want) {
			t.Errorf("card = %q, want it to hold %q", got, want)
		}
	}
	x := NewIndex(b)
	strip := NewCard(d, x).checks
	strip.toggle()
	var text string
	for _, l := range strip.texts {
		text += l.String() + "\n"
	}
	for _, g := range b.Coverage().Missing {
		name := g.Item
		if e := b.EventByID(g.Item); e != nil {
			name = e.Title
		} else if s := b.SourceByID(g.Item); s != nil {
			name = s.Publisher
		}
		if !strings.Contains(text, name) {
			t.Errorf("gap %v: %q is not named in %q", g, name, text)
		}
	}
}
