package panels

import (
	"slices"
	"strings"
	"unicode"

	"briefline/app/briefing"
	"briefline/app/outline"
	"briefline/views/kit"

	"fyne.io/fyne/v2"
)

// Source shows the text of the sources, sentence by sentence and numbered,
// just as it was published: misprints are kept.
type Source struct {
	*kit.Rover
	desk  *Desk
	index *Index
	lines []*sentence
	items []kit.Item
}

// sentence is one numbered sentence.
type sentence struct {
	ref  briefing.Ref
	row  *kit.Row
	text *kit.Text
}

// NewSource returns the sources of a briefing.
func NewSource(d *Desk, x *Index) *Source {
	s := &Source{desk: d, index: x}
	var blocks []kit.Block
	for i, src := range x.Sources {
		if i > 0 {
			blocks = append(blocks, kit.Space(10), kit.Rule())
		}
		heading := d.text(Pick{}, kit.Plain(s.heading(src), kit.Small, kit.RoleMuted)...)
		own := Pick{KindSource, src.ID}
		heading.OnMenu = func(_ string, at fyne.Position) { d.menu(own, at) }
		blocks = append(blocks, kit.Space(8), heading, kit.Space(8))
		for _, one := range src.Sentences {
			blocks = append(blocks, s.add(one), kit.Space(7))
		}
	}
	if len(s.lines) == 0 {
		blocks = append(blocks, kit.NewBlock(kit.Plain(d.Words.Text("source.none"), kit.Body, kit.RoleMuted)...))
	}
	s.Rover = d.rover(d.Words.Text("panel.source"), kit.Stack(0, blocks...), func() []kit.Item { return s.items })
	return s
}

func (s *Source) heading(src *outline.Source) string {
	var parts []string
	if src.Letter != "" {
		parts = append(parts, s.desk.Words.Text("source.letter", "letter", src.Letter))
	}
	for _, v := range slices.Concat(outline.Origin(s.desk.Words, src.Source), []string{src.Byline, src.Address}) {
		if v != "" {
			parts = append(parts, v)
		}
	}
	return strings.Join(parts, " · ") + "\n" + s.desk.Words.Text("source.verbatim")
}

func (s *Source) add(one outline.Sentence) *kit.Row {
	d, p := s.desk, SentencePick(one.Ref)
	t := d.text(p, kit.Plain(one.Text, kit.Quote, kit.RoleInk)...)
	t.LineHeight = 1.55
	style := kit.Piece{Text: one.Name, Style: kit.Chip, Ink: kit.RoleMuted}
	if one.Used {
		style.Ink = kit.RoleAccent
	}
	number := kit.NewBlock(style)
	number.LineHeight = 1.55
	body := kit.NewBox(func(width float32, place bool) float32 {
		const left = 34
		h := t.HeightFor(width - left)
		if place {
			kit.Put(number, 0, 2, left, 18)
			kit.Put(t, left, 0, width-left, h)
		}
		return h
	}, number, t)
	row := kit.NewRow(body, func() { d.Pick(p) })
	row.Name = one.Text
	row.OnMenu = func(at fyne.Position) { d.menu(p, at) }
	row.Watch(t)
	s.lines = append(s.lines, &sentence{one.Ref, row, t})
	s.items = append(s.items, d.item(p, row))
	return row
}

// SetHighlight lights up what belongs to the pick; nil puts it out.
func (s *Source) SetHighlight(h *Highlight) {
	for _, l := range s.lines {
		state := kit.RowPlain
		if h != nil && h.Sentences[l.ref] {
			state = kit.RowLinked
		}
		if h != nil && h.Pick == SentencePick(l.ref) {
			state = kit.RowPicked
		}
		l.row.SetState(state)
		at := s.index.Briefing.Sources[l.ref.Source].Sentences[l.ref.Sentence]
		l.text.SetRanges(evidence(h.In(l.ref.Source, at)))
	}
}

func evidence(spans []briefing.Span) []kit.Range {
	var out []kit.Range
	for _, sp := range spans {
		out = append(out, kit.Range{Start: sp.Start, End: sp.End, Back: kit.RoleHighlight})
	}
	return out
}

// First returns the row of the first sentence that is lit up; nil for none.
func (s *Source) First(h *Highlight) *kit.Row {
	for _, l := range s.lines {
		if h != nil && h.Sentences[l.ref] {
			return l.row
		}
	}
	return nil
}

// Selected returns the words of a source that are selected with the mouse: the
// source's ID and the bytes of its text, without the blanks around them. It is
// false when none are selected, or those of another panel.
func (s *Source) Selected() (source string, at briefing.Span, ok bool) {
	t, from, to := kit.Current().SelectedText()
	for _, l := range s.lines {
		if l.text != t || t == nil {
			continue
		}
		src := &s.index.Briefing.Sources[l.ref.Source]
		start := src.Sentences[l.ref.Sentence].Start
		at = trimmed(src.Text, briefing.Span{Start: start + from, End: start + to})
		return src.ID, at, at.Start < at.End
	}
	return "", at, false
}

// SentenceSpan returns the source's ID and the bytes of a whole sentence; false when
// there is none.
func (x *Index) SentenceSpan(p Pick) (source string, at briefing.Span, ok bool) {
	r, ok := p.Ref()
	if !ok || !x.Has(p) {
		return "", at, false
	}
	src := &x.Briefing.Sources[r.Source]
	at = trimmed(src.Text, src.Sentences[r.Sentence])
	return src.ID, at, at.Start < at.End
}

// trimmed is a span without the blanks at its ends.
func trimmed(text string, at briefing.Span) briefing.Span {
	words := text[at.Start:at.End]
	at.Start += len(words) - len(strings.TrimLeftFunc(words, unicode.IsSpace))
	words = text[at.Start:at.End]
	at.End -= len(words) - len(strings.TrimRightFunc(words, unicode.IsSpace))
	return at
}
