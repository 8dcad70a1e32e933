package sheet

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefline/app/typeset"
)

// bit is a part of a paragraph in one look.
type bit struct {
	text  string
	style typeset.Style
	ink   Color
	dest  string  // makes it a link; it is plain where nothing has this dest
	tip   string  // what the link leads to
	lang  string  // BCP 47, where it differs from the paragraph's
	up    float64 // points that it is raised, for numbers in superscript
	pad   float64 // room before it
	whole bool    // not broken
}

// para is a paragraph to set.
type para struct {
	bits     []bit
	width    float64
	height   float64 // multiple of the size; 0 is 1.42
	align    typeset.Align
	dir      typeset.Direction // Auto: that of most of its letters
	maxLines int
}

// set is a paragraph that has been set: what Words need beside a place.
type set struct {
	node  *Node
	text  *typeset.Text
	inks  []Color
	nodes []*Node
	links []SpanLink
}

// set lays a paragraph out for a node, which gets a kid for each link and each
// change of language; a nil node is an artifact.
func (l *layout) set(node *Node, p para) *set {
	s := &set{node: node}
	tp := typeset.Paragraph{Width: p.width, LineHeight: p.height, Align: p.align, Direction: p.dir, MaxLines: p.maxLines, Language: l.doc.Language}
	if p.height == 0 {
		tp.LineHeight = 1.42
	}
	if p.dir == typeset.Auto {
		tp.Direction = direction(p.bits)
	}
	s.spans(l, &tp, p.bits)
	s.text = l.fonts.Layout(tp)
	if missing := s.text.Missing(); missing != nil {
		l.miss(missing)
		bits := l.replace(p.bits, missing)
		if node != nil {
			node.Kids = node.Kids[:len(node.Kids)-len(s.kids())]
		}
		*s = set{node: node}
		s.spans(l, &tp, bits)
		s.text = l.fonts.Layout(tp)
		p.bits = bits
	}
	s.raise(p.bits)
	return s
}

// kids returns the nodes that set made.
func (s *set) kids() []*Node {
	var kids []*Node
	for _, n := range s.nodes {
		if n != nil {
			kids = append(kids, n)
		}
	}
	return kids
}

func (s *set) spans(l *layout, tp *typeset.Paragraph, bits []bit) {
	tp.Spans = make([]typeset.Span, 0, len(bits))
	s.inks = make([]Color, 0, len(bits))
	for _, b := range bits {
		if b.text == "" {
			continue
		}
		i := len(tp.Spans)
		tp.Spans = append(tp.Spans, typeset.Span{Text: isolate(b.text, tp.Direction), Style: b.style, PadLeft: b.pad, NoBreak: b.whole})
		s.inks = append(s.inks, b.ink)
		if s.node == nil {
			continue
		}
		var kid *Node
		switch {
		case b.dest != "" && l.leads(b.dest):
			kid = s.node.add(TagLink)
			s.links = append(s.links, SpanLink{Span: i, Dest: b.dest, Tip: b.tip, Node: kid})
		case b.dest == "" && b.tip != "": // stands for characters that no font has
			kid = s.node.add(TagSpan)
			kid.ActualText = b.tip
		case b.lang != "" && b.lang != l.doc.Language:
			kid = s.node.add(TagSpan)
		}
		if kid == nil {
			continue
		}
		if b.lang != l.doc.Language {
			kid.Lang = b.lang
		}
		for len(s.nodes) < i {
			s.nodes = append(s.nodes, nil)
		}
		s.nodes = append(s.nodes, kid)
	}
}

// isolate keeps words that run against their paragraph together, so that what
// stands around them keeps its place (UAX #9, X5a and X5b).
func isolate(s string, dir typeset.Direction) string {
	n := bias(s)
	if n == 0 || n > 0 == (dir == typeset.RTL) || strings.ContainsAny(s, "\n\r\u2028\u2029") {
		return s
	}
	at := len(s) - len(strings.TrimLeft(s, " ·,"))
	if n > 0 {
		return s[:at] + "\u2067" + s[at:] + "\u2069"
	}
	return s[:at] + "\u2066" + s[at:] + "\u2069"
}

// raise lifts the glyphs of superscripts. The text is ours until it is handed on.
func (s *set) raise(bits []bit) {
	var up []float64
	some := false
	for _, b := range bits {
		if b.text != "" {
			up = append(up, b.up)
			some = some || b.up != 0
		}
	}
	if !some {
		return
	}
	for i := range s.text.Lines {
		for k := range s.text.Lines[i].Runs {
			run := &s.text.Lines[i].Runs[k]
			if run.Span >= len(up) || up[run.Span] == 0 {
				continue
			}
			for g := range run.Glyphs {
				run.Glyphs[g].Y -= float32(up[run.Span])
			}
		}
	}
}

// words returns lines [from, to) as a mark, with its top left at x, y.
func (s *set) words(from, to int, x, y float64) *Words {
	return &Words{Node: s.node, Text: s.text, From: from, To: to, X: x, Y: y, Inks: s.inks, Nodes: s.nodes, Links: s.links}
}

// all returns all lines as a mark.
func (s *set) all(x, y float64) *Words { return s.words(0, len(s.text.Lines), x, y) }

// miss notes characters that no font has.
func (l *layout) miss(runes []rune) {
	for _, r := range runes {
		if !l.missed[r] {
			l.missed[r] = true
			l.doc.Missing = append(l.doc.Missing, r)
		}
	}
}

// replace puts a box for each character that no font has.
func (l *layout) replace(bits []bit, missing []rune) []bit {
	lacks := func(r rune) bool {
		for _, m := range missing {
			if m == r {
				return true
			}
		}
		return false
	}
	var out []bit
	for _, b := range bits {
		rest := b.text
		for rest != "" {
			at := strings.IndexFunc(rest, lacks)
			if at < 0 {
				at = len(rest)
			}
			head := b
			head.text = rest[:at]
			if at > 0 {
				out = append(out, head)
			}
			rest = rest[at:]
			end := strings.IndexFunc(rest, func(r rune) bool { return !lacks(r) })
			if end < 0 {
				end = len(rest)
			}
			if end > 0 {
				box := b
				box.text = strings.Repeat(l.box, utf8.RuneCountInString(rest[:end]))
				box.pad = 0
				if b.dest == "" {
					box.tip = rest[:end]
				}
				out = append(out, box)
			}
			rest = rest[end:]
		}
	}
	return out
}

// direction returns the direction of most letters of a paragraph.
func direction(bits []bit) typeset.Direction {
	n := 0
	for _, b := range bits {
		n += bias(b.text)
	}
	if n > 0 {
		return typeset.RTL
	}
	return typeset.LTR
}

// bias counts how many more letters of a text run right to left than left to
// right. It reads no more than the first 4,096 bytes: a text's drift is clear by
// then.
func bias(s string) int {
	n := 0
	for i, r := range s {
		if i > 4096 {
			break
		}
		switch {
		case r < 0x590:
			if unicode.IsLetter(r) {
				n--
			}
		case unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko):
			if unicode.IsLetter(r) {
				n++
			}
		case unicode.IsLetter(r):
			n--
		}
	}
	return n
}

// oneLine returns s without line breaks.
func oneLine(s string) string {
	if !strings.ContainsAny(s, "\n\r\v\f\u0085\u2028\u2029\t") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}
