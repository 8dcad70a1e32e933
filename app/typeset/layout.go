package typeset

// Layout breaks p into lines and places its glyphs. Equal paragraphs give equal
// texts. Numbers that are no sizes (negative, NaN, infinite) count as 0 or are
// brought within reason.
func (f *Fonts) Layout(p Paragraph) *Text {
	s := f.take()
	defer f.give(s)
	s.load(p.Spans, p.Language)
	s.boundaries()
	width := bounded(p.Width, 0, 1e9)

	rows := s.rows(p.Direction, width, p.MaxLines)
	t := &Text{fonts: f, joined: s.joined, missing: s.missing, marks: s.graphemes()}
	t.boxes = make([]spanBox, len(s.spans))
	for i, sp := range s.spans {
		a, d := sp.face.Metrics()
		t.boxes[i] = spanBox{a * sp.style.Size, d * sp.style.Size}
	}
	pl := placer{shaper: s, text: t, width: width, align: p.Align, glyphs: make([]Glyph, 0, len(s.glyphs)+1)}
	pl.lineHeight = bounded(p.LineHeight, 0, 100)
	if pl.lineHeight == 0 {
		pl.lineHeight = DefaultLineHeight
	}
	t.Lines = make([]Line, 0, len(rows))
	for i := range rows {
		t.Truncated = t.Truncated || rows[i].cut
		pl.line(&rows[i])
	}
	pl.alignLines(rows)
	return t
}

// rows itemises, shapes and wraps paragraph by paragraph, so that a text of
// which three lines show is not shaped to its end.
func (s *shaper) rows(dir Direction, width float64, limit int) []row {
	var rows []row
	n := int32(len(s.runes))
	for from := int32(0); from < n; {
		to := from + 1
		for to < n && s.flags[to]&mustBreak == 0 {
			to++
		}
		base := s.itemise(int(from), int(to), dir)
		first := len(s.items)
		for first > 0 && s.items[first-1].start >= from {
			first--
		}
		s.shape(first)
		s.untrack(first)
		var end int32
		rows, end = s.wrap(rows, from, to, base, width, limit)
		if len(rows) == limit && end < n {
			s.cut(&rows[limit-1], width)
			break
		}
		from = to
	}
	if len(rows) == 0 {
		base := int8(0)
		if dir == RTL {
			base = 1
		}
		rows = append(rows, row{base: base})
	}
	return rows
}

// Width returns the room of s on one line in points, spaces at the ends
// included; line breaks in it count as nothing. Widths are cached.
func (f *Fonts) Width(s string, st Style) float64 {
	const keep = 4096
	st = safeStyle(st)
	key := widthKey{s, st}
	f.mu.Lock()
	w, ok := f.widths.get(key, keep)
	f.mu.Unlock()
	if ok {
		return w
	}
	w = f.measure(s, st)
	if len(s) <= 512 {
		f.mu.Lock()
		f.widths.put(key, w, keep)
		f.mu.Unlock()
	}
	return w
}

type widthKey struct {
	s  string
	st Style
}

func (f *Fonts) measure(text string, st Style) (w float64) {
	s := f.take()
	defer f.give(s)
	s.load([]Span{{Text: text, Style: st}}, "")
	if len(s.runes) == 0 {
		return 0
	}
	s.itemise(0, len(s.runes), Auto)
	s.shape(0)
	s.untrack(0)
	for _, c := range s.width {
		w += c
	}
	return w
}
