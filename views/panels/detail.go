package panels

import (
	"strings"

	"briefline/app/briefing"
	"briefline/app/i18n"
	"briefline/app/outline"
	"briefline/views/kit"

	"fyne.io/fyne/v2"
)

// Detail shows below the side panel what is picked: how its date was read and
// the sentences that it comes from.
type Detail struct {
	*kit.Box
	desk  *Desk
	index *Index
	block kit.Block

	// Quotes shows the sentences too; without, only dates and notes, for use
	// beside the whole source.
	Quotes bool
}

// maxDetail is how many sentences the detail quotes; the Source tab has all.
const maxDetail = 6

// NewDetail returns an empty detail.
func NewDetail(d *Desk, x *Index) *Detail {
	v := &Detail{desk: d, index: x, Quotes: true}
	v.Box = kit.NewBox(func(width float32, place bool) float32 {
		if v.block == nil {
			return 0
		}
		h := v.block.HeightFor(width)
		if place {
			kit.Put(v.block, 0, 0, width, h)
		}
		return h
	})
	return v
}

// Empty reports whether there is nothing to show.
func (v *Detail) Empty() bool { return v.block == nil }

// SetHighlight shows what is picked; nil empties the detail.
func (v *Detail) SetHighlight(h *Highlight) {
	v.block = nil
	if h == nil {
		v.SetObjects()
		return
	}
	var blocks []kit.Block
	if v.desk.Edit != nil {
		blocks = append(blocks, v.buttons(h.Pick), kit.Space(8))
	}
	if h.Pick.Kind == KindEvent {
		blocks = append(blocks, v.ledger(v.index.Briefing.EventByID(h.Pick.ID))...)
	}
	if note := v.note(h.Pick); note != "" {
		blocks = append(blocks, v.caption("detail.note"), v.small(note), kit.Space(8))
	}
	if v.Quotes {
		blocks = append(blocks, v.sentences(h)...)
	}
	if len(blocks) > 0 {
		v.block = kit.Stack(0, blocks...)
		v.SetObjects(v.block)
		return
	}
	v.SetObjects()
}

// buttons edit what is picked, and show what else can be done with it.
func (v *Detail) buttons(p Pick) kit.Block {
	w := v.desk.Words
	edit := kit.NewButton(w.Text("detail.edit"), func() { v.desk.Edit(p) })
	edit.Tip = w.Text("tip.edit")
	more := kit.NewButton(w.Text("detail.menu"), nil)
	more.Tip = w.Text("tip.menu")
	more.OnTap = func() {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(more)
		v.desk.menu(p, at.AddXY(0, more.Size().Height+4))
	}
	edit.Small, more.Small = true, true
	if p.Kind == KindSentence || p.Kind == KindDate {
		edit.Hide() // what it can become stands in the menu
	}
	return kit.NewBox(func(width float32, place bool) float32 {
		x := float32(0)
		for _, b := range []*kit.Button{edit, more} {
			if b.Hidden {
				continue
			}
			n := b.Natural()
			if place {
				kit.Put(b, x, 0, n.Width, n.Height)
			}
			x += n.Width + 8
		}
		return more.Natural().Height
	}, edit, more)
}

func (v *Detail) caption(id string, kv ...any) kit.Block {
	return kit.Inset(kit.NewBlock(kit.Plain(v.desk.Words.Text(id, kv...), kit.Caption, kit.RoleMuted)...), 0, 0, 0, 4)
}

func (v *Detail) small(s string) kit.Block {
	return v.desk.text(Pick{}, kit.Plain(s, kit.Note, kit.RoleInk)...)
}

// ledger shows for every date of an event the words of the source, what they
// were resolved against, by which rule, and what came of it.
func (v *Detail) ledger(e *briefing.Event) []kit.Block {
	w := v.desk.Words
	blocks := []kit.Block{v.caption("detail.date")}
	for _, d := range e.Dates() {
		pieces := kit.Plain(resolved(w, d), kit.NoteBold, kit.RoleInk)
		var rest []string
		if d.Words != "" {
			rest = append(rest, w.Text("detail.words", "words", d.Words))
		}
		pieces = append(pieces, reckoned(w, d, rest)...)
		if d.Basis == briefing.BasisAdded {
			pieces = append(pieces, kit.Piece{Text: "\n" + w.Text("detail.added"), Style: kit.Small, Ink: kit.RoleAdded})
		}
		if d.Note != "" {
			pieces = append(pieces, kit.Piece{Text: "\n" + d.Note, Style: kit.Small, Ink: kit.RoleMuted})
		}
		blocks = append(blocks, v.desk.text(Pick{}, pieces...), kit.Space(6))
	}
	return blocks
}

// reckoned is the line of what a date was resolved against and by which rule,
// behind what else it says; nil when it would be empty.
func reckoned(w *i18n.Catalog, d briefing.Dating, line []string) []kit.Piece {
	if d.Against != "" {
		line = append(line, w.Text("detail.against", "against", w.Against(d.Against)))
	}
	if d.Rule != "" {
		line = append(line, w.Rule(d.Rule))
	}
	if len(line) == 0 {
		return nil
	}
	return []kit.Piece{{Text: "\n" + strings.Join(line, " · "), Style: kit.Small, Ink: kit.RoleMuted}}
}

// resolved words what a date means: the date, else what its words leave open.
func resolved(w *i18n.Catalog, d briefing.Dating) string {
	switch {
	case !d.EDTF.IsZero():
		return w.Date(d.EDTF)
	case d.Timex != "" && w.Timex(d.Timex) != "":
		return w.Timex(d.Timex)
	}
	return w.Text("event.undated")
}

// note is the editor's remark on an item.
func (v *Detail) note(p Pick) string {
	b := v.index.Briefing
	switch p.Kind {
	case KindEvent:
		return b.EventByID(p.ID).Note
	case KindParticipant:
		q := b.ParticipantByID(p.ID)
		notes := []string{q.Note}
		for _, n := range q.Names {
			notes = append(notes, n.Note)
		}
		return strings.TrimSpace(strings.Join(notes, "\n"))
	case KindStatement:
		return b.StatementByID(p.ID).Note
	case KindCheck:
		return outline.CheckDetail(v.desk.Words, v.index.Check(p.ID).Check)
	case KindLine:
		return v.index.Line(p.ID).Note
	}
	return ""
}

func (v *Detail) sentences(h *Highlight) []kit.Block {
	refs := v.index.Refs(h.Pick)
	if len(refs) == 0 {
		return []kit.Block{v.caption("detail.none")}
	}
	blocks := []kit.Block{v.caption("detail.sentences", "n", len(refs))}
	for i, r := range refs {
		if i == maxDetail {
			more := v.desk.Words.Text("detail.more", "n", len(refs)-maxDetail)
			blocks = append(blocks, kit.NewBlock(kit.Plain(more, kit.Small, kit.RoleMuted)...))
			break
		}
		name := v.index.Briefing.RefName(r) + " "
		pieces := []kit.Piece{{Text: name, Style: kit.Chip, Ink: kit.RoleMuted}}
		pieces = append(pieces, kit.Plain(v.index.Sentence(r), kit.QuoteSmall, kit.RoleInk)...)
		t := v.desk.text(SentencePick(r), pieces...)
		t.LineHeight = 1.55
		at := v.index.Briefing.Sources[r.Source].Sentences[r.Sentence]
		ranges := evidence(h.In(r.Source, at))
		for i := range ranges {
			ranges[i].Start += len(name)
			ranges[i].End += len(name)
		}
		t.SetRanges(ranges)
		blocks = append(blocks, t, kit.Space(6))
	}
	return blocks
}
