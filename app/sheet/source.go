package sheet

import (
	"slices"
	"strings"

	"briefline/app/outline"
	"briefline/app/typeset"
)

// sources is the text of the sources as published: sentences numbered, each with
// the lines that rest on it.
func (l *layout) sources() []piece {
	if len(l.outline.Sources) == 0 {
		return nil
	}
	sect, ps := l.section(l.words.Text("panel.source"), "source")
	l.doc.Root.Kids = append(l.doc.Root.Kids, sect)
	for i, s := range l.outline.Sources {
		part := l.source(sect, i, s)
		if i == 0 {
			ps = follow(ps, part)
		} else {
			ps = append(ps, part...)
		}
	}
	return ps
}

func (l *layout) source(sect *Node, i int, src *outline.Source) []piece {
	k := l.look.k
	node := sect.add(TagSect)
	var ps []piece
	if src.Letter != "" {
		h := node.add(TagH3)
		h.Lang = l.uiLang
		text := l.words.Text("source.letter", "letter", src.Letter)
		above := 4 * mm * k
		if i == 0 {
			above = 0
		}
		ps = bind(l.set(h, para{bits: []bit{{text: text, style: l.look.name, ink: l.look.ink}}, width: l.width, align: l.side()}).lines(l.left, above))
	}
	meta := node.add(TagP)
	head := l.set(meta, para{bits: []bit{{text: l.about(src), style: l.look.small, ink: l.look.muted}}, width: l.width, align: l.side(), dir: typeset.LTR}).lines(l.left, 0)
	ps = padBelow(follow(ps, bind(head)), 1.4*mm*k)
	ps[0].dests = []target{{numbered("source", i+1), l.left, node}}

	text := &Node{Tag: TagSect}
	if src.Language != l.doc.Language {
		text.Lang = src.Language
	}
	node.Kids = append(node.Kids, text)
	dir := typeset.LTR
	if bias(src.Text) > 0 {
		dir = typeset.RTL
	}
	indent := 9 * mm * k
	if n := len(src.Sentences); n > 0 {
		indent = max(indent, l.fonts.Width(src.Sentences[n-1].Name, l.look.number)+2*mm*k)
	}
	first := true
	add := func(one []piece) {
		if one == nil {
			return
		}
		if first {
			ps = follow(ps, one)
		} else {
			ps = append(ps, one...)
		}
		first = false
	}
	at := 0
	for j, s := range src.Sentences {
		span := src.Source.Sentences[j]
		add(l.between(text, src.Text[at:span.Start], dir, indent))
		add(l.sentence(text, s, dir, indent))
		at = span.End
	}
	add(l.between(text, src.Text[at:], dir, indent))
	return ps
}

// about is where a source comes from.
func (l *layout) about(src *outline.Source) string {
	var parts []string
	for _, v := range slices.Concat([]string{src.Headline}, outline.Origin(l.words, src.Source), []string{src.Byline, src.Address}) {
		if v != "" {
			parts = append(parts, foreign(oneLine(v)))
		}
	}
	return strings.Join(parts, " · ") + "\n" + l.words.Text("source.verbatim")
}

// between is text of a source that is in no sentence; nil if that is only space.
func (l *layout) between(sect *Node, text string, dir typeset.Direction, indent float64) []piece {
	if text = strings.TrimSpace(text); text == "" {
		return nil
	}
	w := l.width - indent
	s := l.set(sect.add(TagP), para{bits: []bit{{text: text, style: l.look.quote, ink: l.look.muted}}, width: w, dir: dir, height: 1.45})
	return s.lines(mirror(dir == typeset.RTL, l.left, l.width, indent, w), 1.6*mm*l.look.k)
}

// sentence is a numbered sentence, and below it what rests on it.
func (l *layout) sentence(sect *Node, one outline.Sentence, dir typeset.Direction, indent float64) []piece {
	k := l.look.k
	p := sect.add(TagP)
	cited := l.outline.Cited(one.Ref)
	number := bit{text: one.Name, style: l.look.number, ink: l.look.accent}
	if cited == nil {
		number.ink = l.look.muted
	}
	p.ID = sentenceDest(one.Ref)
	lbl, body := p.add(TagSpan), p.add(TagSpan)
	w := l.width - indent
	rtl := dir == typeset.RTL
	mark := l.set(lbl, para{bits: []bit{number}, dir: dir})
	s := l.set(body, para{bits: []bit{{text: one.Text, style: l.look.quote, ink: l.look.ink}}, width: w, dir: dir, height: 1.45})
	ps := s.lines(mirror(rtl, l.left, l.width, indent, w), 1.3*mm*k)
	dy := s.text.Lines[0].Baseline - mark.text.Lines[0].Baseline
	ps[0].marks = append([]Mark{mark.all(mirror(rtl, l.left, l.width, 0, mark.text.Width), dy)}, ps[0].marks...)
	ps[0].dests = []target{{sentenceDest(one.Ref), l.left, p}}
	if bits := l.back(cited); bits != nil {
		n := sect.add(TagP)
		n.Lang = l.words.Tag()
		if text := sect.Lang; text == "" && l.uiLang == "" {
			n.Lang = ""
		}
		b := l.set(n, para{bits: bits, width: w, dir: typeset.LTR, align: alignOf(rtl)}).lines(mirror(rtl, l.left, l.width, indent, w), 0.5*k)
		b[0].bound = true
		ps = append(ps, b...)
	}
	return l.keep(ps)
}

func alignOf(rtl bool) typeset.Align {
	if rtl {
		return typeset.End
	}
	return typeset.Start
}

// back returns links to the lines that rest on a sentence; nil for none.
func (l *layout) back(c *outline.Citation) []bit {
	if c == nil {
		return nil
	}
	var bits []bit
	plain := bit{style: l.look.small, ink: l.look.muted}
	word := func(s string) {
		b := plain
		b.text = s
		bits = append(bits, b)
	}
	link := func(text, dest, tip string) {
		bits = append(bits, bit{text: text, style: l.look.small, ink: l.look.accent, dest: dest, tip: tip, whole: true})
	}
	part := func() {
		if len(bits) > 0 {
			word(" · ")
		} else {
			word("↑ ")
		}
	}
	if c.Title {
		part()
		link(l.words.Text("print.cite.title"), destBriefing, l.words.Text("print.cite.title"))
	}
	if c.Bottom {
		part()
		link(l.words.Text("print.cite.bottom-line"), destBottomLine, l.words.Text("print.cite.bottom-line"))
	}
	list := func(kind string, numbers []int) {
		if len(numbers) == 0 {
			return
		}
		part()
		name := l.words.Text("print.cite."+kind, "n", len(numbers))
		word(name)
		for _, n := range numbers {
			word(" ")
			link(l.words.Count(n), numbered(kind, n), l.words.Text("print.cite."+kind, "n", 1)+" "+l.words.Count(n))
		}
	}
	list("point", c.Points)
	list("check", c.Checks)
	list("event", c.Events)
	if !l.o.NoStatements {
		list("statement", c.Statements)
	}
	list("note", c.Notes)
	return bits
}
