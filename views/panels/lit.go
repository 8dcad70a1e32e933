package panels

import (
	"briefline/views/kit"

	"fyne.io/fyne/v2"
)

// lit is what a panel can light up and reach by keyboard: rows that stand for
// one thing each, and the texts with their links.
type lit struct {
	rows  map[Pick]*kit.Row
	texts []*kit.Text
	items []kit.Item
}

// row returns a row that picks p, and its texts' links, as stops of the arrow
// keys. name is read out by screen readers.
func (l *lit) row(d *Desk, p Pick, name string, content kit.Block, texts ...*kit.Text) *kit.Row {
	r := kit.NewRow(content, func() { d.Pick(p) })
	r.Name = name
	r.OnMenu = func(at fyne.Position) { d.menu(p, at) }
	r.Watch(texts...)
	if l.rows == nil {
		l.rows = map[Pick]*kit.Row{}
	}
	l.rows[p] = r
	l.items = append(l.items, d.item(p, r))
	for _, t := range texts {
		l.text(t)
	}
	return r
}

// RowOf returns the row of a pick; nil when there is none.
func (l *lit) RowOf(p Pick) *kit.Row { return l.rows[p] }

// text adds the links of a text.
func (l *lit) text(t *kit.Text) {
	l.texts = append(l.texts, t)
	for _, link := range t.Links() {
		l.items = append(l.items, kit.Item{Object: t, Link: link, Activate: func() { t.OnTap(link) }})
	}
}

// SetHighlight lights up what belongs to the pick; nil puts it out.
func (l *lit) SetHighlight(h *Highlight) {
	for p, r := range l.rows {
		state := kit.RowPlain
		switch {
		case h.Is(p.Kind, p.ID):
			state = kit.RowPicked
		case h.Has(p.Kind, p.ID):
			state = kit.RowLinked
		}
		r.SetState(state)
	}
	current := ""
	if h != nil && h.Pick.Kind == KindSentence {
		current = h.Pick.String()
	}
	for _, t := range l.texts {
		t.SetCurrent(current)
	}
}
