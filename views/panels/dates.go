package panels

import (
	"strings"

	"briefline/app/briefing"
	"briefline/app/outline"
	"briefline/views/kit"

	"fyne.io/fyne/v2"
)

// Dates is the date ledger: when each source was published, and every date
// phrase of its text with what it means, from what it was counted and by which
// rule. A phrase that means no date is there too, and says so.
type Dates struct {
	*kit.Rover
	lit
	desk  *Desk
	index *Index
}

// NewDates returns the ledger of a briefing.
func NewDates(d *Desk, x *Index) *Dates {
	v := &Dates{desk: d, index: x}
	var blocks []kit.Block
	for i := range x.Briefing.Sources {
		s := &x.Briefing.Sources[i]
		if i > 0 {
			blocks = append(blocks, kit.Space(12))
		}
		blocks = append(blocks, kit.Space(10), v.published(i, s), kit.Space(8), kit.Rule())
		for j := range s.Dates {
			blocks = append(blocks, kit.Space(7), v.date(i, j, &s.Dates[j]), kit.Space(7), kit.Rule())
		}
		if len(s.Dates) == 0 {
			none := kit.NewBlock(kit.Plain(d.Words.Text("dates.none"), kit.Body, kit.RoleMuted)...)
			blocks = append(blocks, kit.Space(10), none)
		}
	}
	v.Rover = d.rover(d.Words.Text("panel.dates"), kit.Stack(0, blocks...), func() []kit.Item { return v.items })
	return v
}

// published is when a source came out, with a button to correct it.
func (v *Dates) published(i int, s *briefing.Source) kit.Block {
	w := v.desk.Words
	head := w.Text("dates.published")
	if len(v.index.Briefing.Sources) > 1 {
		head = w.Text("source.letter", "letter", briefing.SourceLetter(i)) + " · " + head
	}
	pieces := []kit.Piece{{Text: strings.ToUpper(head), Style: kit.Caption, Ink: kit.RoleMuted}}
	ink := kit.RoleInk
	if s.Published.EDTF.IsZero() {
		ink = kit.RoleWarn
	}
	pieces = append(pieces, kit.Piece{Text: "\n" + capital(outline.PublishedOn(w, s)), Style: kit.BodyBold, Ink: ink})
	var rest []string
	for _, part := range []string{v.words(&s.Published), w.Rule(s.Published.Rule), s.Published.Note} {
		if part != "" {
			rest = append(rest, part)
		}
	}
	if s.Published.Basis == briefing.BasisAdded {
		pieces = append(pieces, kit.Piece{Text: " · " + w.Text("basis.added"), Style: kit.Small, Ink: kit.RoleAdded})
	}
	if len(rest) > 0 {
		pieces = append(pieces, kit.Piece{Text: "\n" + strings.Join(rest, " · "), Style: kit.Small, Ink: kit.RoleMuted})
	}
	text := v.desk.text(Pick{}, pieces...)
	own := Pick{KindSource, s.ID}
	text.OnMenu = func(_ string, at fyne.Position) { v.desk.menu(own, at) }
	if v.desk.Publish == nil {
		return text
	}
	label := "dates.change"
	if s.Published.EDTF.IsZero() {
		label = "dates.give"
	}
	do := func() { v.desk.Publish(s.ID) }
	button := kit.NewButton(w.Text(label), do)
	button.Small = true
	v.items = append(v.items, kit.Item{Object: button, Activate: do})
	return kit.NewBox(func(width float32, place bool) float32 {
		const gap = 8
		n := button.Natural()
		h := text.HeightFor(width - n.Width - gap)
		if place {
			kit.Put(text, 0, 0, width-n.Width-gap, h)
			kit.Put(button, width-n.Width, 0, n.Width, n.Height)
		}
		return max(h, n.Height)
	}, text, button)
}

// capital sets the first letter of a line in capitals.
func capital(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

func (v *Dates) words(d *briefing.Dating) string {
	if d.Words == "" {
		return ""
	}
	return v.desk.Words.Text("detail.words", "words", oneLine(d.Words))
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// date is one phrase: its words, what it means, from what and how.
func (v *Dates) date(source, n int, d *briefing.Dating) *kit.Row {
	w, pick := v.desk.Words, DatePick(source, n)
	meaning, ink := resolved(w, *d), kit.RoleInk
	if d.EDTF.IsZero() {
		ink = kit.RoleMuted
	}
	pieces := []kit.Piece{{Text: w.Text("dates.phrase", "words", oneLine(d.Words)), Style: kit.BodyBold, Ink: kit.RoleInk}}
	pieces = append(pieces, v.desk.chips(v.index, pick)...)
	pieces = append(pieces, kit.Piece{Text: "\n" + meaning, Style: kit.Body, Ink: ink})
	pieces = append(pieces, reckoned(w, *d, nil)...)
	t := v.desk.text(pick, pieces...)
	t.LineHeight = 1.4
	return v.lit.row(v.desk, pick, d.Words, t, t)
}
