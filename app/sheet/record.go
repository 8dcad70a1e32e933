package sheet

import (
	"strings"
	"unicode/utf8"

	"briefline/app/briefing"
	"briefline/app/outline"
	"briefline/app/typeset"
)

// thirdOfPage is the share of a page up to which an entry is kept in one piece.
const thirdOfPage = 1.0 / 3

// keep binds pieces that are lower than a third of a page.
func (l *layout) keep(ps []piece) []piece {
	if height(ps) <= (l.bottom-l.top)*thirdOfPage {
		return bind(ps)
	}
	return ps
}

// entry is one of a numbered list: a head line and lines below it.
func (l *layout) entry(list *Node, n int, dest string, head []bit, below [][]bit) []piece {
	k := l.look.k
	li := list.add(TagLI)
	indent := 7 * mm * k
	dir := direction(head)
	number := bit{text: l.words.Count(n), style: l.look.number, ink: l.look.muted}
	above := 1.4 * mm * k
	if len(list.Kids) == 1 {
		above = 0.6 * mm * k
	}
	ps := l.item(li, number, para{bits: head, dir: dir}, l.left, l.width, indent, above)
	ps[0].dests = []target{{dest, l.left, li}}
	body := li.Kids[len(li.Kids)-1]
	for _, bits := range below {
		w := l.width - indent
		// A new P for each, so that lines keep apart when read aloud.
		s := l.set(body.add(TagP), para{bits: bits, width: w, dir: dir})
		ps = append(ps, s.lines(mirror(dir == typeset.RTL, l.left, l.width, indent, w), 0.4*k)...)
	}
	return l.keep(ps)
}

// checks is the part with every check in full.
func (l *layout) checks() []piece {
	checks := l.outline.Checks
	if len(checks) == 0 {
		return nil
	}
	sect, ps := l.section(l.words.Text("print.checks"), destChecks)
	l.doc.Root.Kids = append(l.doc.Root.Kids, sect)
	list := sect.add(TagL)
	for i, c := range checks {
		words := outline.CheckWords(l.words, c.Check)
		head := []bit{{text: words, style: l.look.noteBold, ink: l.look.ink}}
		head = append(head, l.refs(c.Refs, words, bit{style: l.look.note})...)
		var below [][]bit
		if detail := outline.CheckDetail(l.words, c.Check); detail != "" {
			below = append(below, []bit{{text: detail, style: l.look.note, ink: l.look.ink}})
		}
		if c.Resolution != "" {
			below = append(below, []bit{{text: l.words.Text("check.resolved", "words", c.Resolution), style: l.look.note, ink: l.look.muted}})
		}
		one := l.entry(list, i+1, numbered("check", i+1), head, below)
		if i == 0 {
			ps = follow(ps, one)
		} else {
			ps = append(ps, one...)
		}
	}
	return ps
}

// events is the timeline in words: every event in the order of time, with how its
// date was read.
func (l *layout) events() []piece {
	if len(l.outline.Events) == 0 {
		return nil
	}
	sect, ps := l.section(l.words.Text("timeline.listName"), destEvents)
	l.doc.Root.Kids = append(l.doc.Root.Kids, sect)
	list := sect.add(TagL)
	for n, e := range l.outline.Events {
		head := []bit{
			{text: l.when(e), style: l.look.noteBold, ink: l.look.accent},
			{text: "   ", style: l.look.note, ink: l.look.ink},
			{text: e.Title, style: l.look.noteBold, ink: l.look.ink},
		}
		head = append(head, l.refs(e.Refs, e.Title, bit{style: l.look.note})...)
		one := l.entry(list, n+1, numbered("event", n+1), head, l.eventNotes(e.Event))
		if n == 0 {
			ps = follow(ps, one)
		} else {
			ps = append(ps, one...)
		}
	}
	return ps
}

// eventNotes says how the dates of an event were read, and the editor's notes.
func (l *layout) eventNotes(e *briefing.Event) (below [][]bit) {
	plain := bit{style: l.look.note, ink: l.look.muted}
	for _, d := range e.Dates() {
		var bits []bit
		add := func(s string, ink Color) {
			if s == "" {
				return
			}
			b := plain
			if len(bits) > 0 {
				b.text = " · "
				bits = append(bits, b)
			}
			b.text, b.ink = s, ink
			bits = append(bits, b)
		}
		switch d.Basis {
		case briefing.BasisAdded:
			add(l.words.Text("event.dateAdded"), l.look.added)
		case briefing.BasisInferred:
			add(l.words.Text("event.dateInferred"), l.look.muted)
		}
		if d.Words != "" && d.Words != l.words.Date(d.EDTF) {
			add(l.words.Text("detail.words", "words", foreign(d.Words)), l.look.muted)
		}
		if d.Basis != "" && d.Basis != briefing.BasisStated || d.EDTF.IsZero() {
			add(l.words.Rule(d.Rule), l.look.muted)
		}
		add(d.Note, l.look.muted)
		if bits != nil {
			below = append(below, bits)
		}
	}
	if e.Basis == briefing.BasisAdded {
		b := plain
		b.text, b.ink = l.words.Text("detail.added"), l.look.added
		below = append(below, []bit{b})
	}
	if e.Note != "" {
		b := plain
		b.text, b.ink = e.Note, l.look.ink
		below = append(below, []bit{b})
	}
	return below
}

// caption is a heading of statements in capitals.
func (l *layout) caption(heading briefing.StatementKind) bit {
	return bit{text: strings.ToUpper(outline.Heading(l.words, heading)), style: l.look.caption, ink: l.look.muted}
}

// statement returns the words of a statement with its sentences: all words, or
// with most above 0 as many whole ones as that many bytes hold, and an ellipsis.
func (l *layout) statement(s *outline.Statement, style typeset.Style, most int) []bit {
	words := s.Words
	if most > 0 && most < len(words) {
		words = shorten(words, most)
	}
	words = outline.Quoted(l.words, s.Statement, words)
	bits := []bit{{text: words, style: style, ink: l.look.ink}}
	mark := l.addedMark(s.Basis)
	bits = append(bits, mark...)
	after := words
	if mark != nil {
		after = mark[0].text
	}
	return append(bits, l.refs(s.Refs, after, bit{style: style})...)
}

// statements is the part with everything that everyone says.
func (l *layout) statements() []piece {
	if len(l.outline.Statements) == 0 {
		return nil
	}
	k := l.look.k
	sect, ps := l.section(l.words.Text("print.statements"), destStatements)
	l.doc.Root.Kids = append(l.doc.Root.Kids, sect)
	for n, s := range l.outline.Speakers {
		part := sect.add(TagSect)
		h := part.add(TagH3)
		bits := []bit{{text: l.words.Text("side.unattributed"), style: l.look.name, ink: l.look.ink, lang: l.uiLang}}
		if s.Who != nil {
			bits = []bit{
				{text: oneLine(s.Who.Name), style: l.look.name, ink: l.look.ink},
				{text: "   " + oneLine(l.role(s.Who)), style: l.look.small, ink: l.look.muted},
			}
		}
		above := 3.5 * mm * k
		if n == 0 {
			above = 0
		}
		head := bind(l.set(h, para{bits: bits, width: l.width}).lines(l.left, above))
		if n == 0 {
			ps = follow(ps, head)
		} else {
			ps = append(ps, head...)
		}
		for _, g := range s.Groups {
			c := part.add(TagP)
			c.Lang = l.uiLang
			caption := l.set(c, para{bits: []bit{l.caption(g.Heading)}, width: l.width, align: l.side()}).lines(l.left, 2.2*mm*k)
			if g.Heading == s.Groups[0].Heading {
				caption[0].bound, caption[0].above = true, 0.8*mm*k
			}
			list := part.add(TagL)
			for i, s := range g.Statements {
				one := l.said(list, s)
				if i == 0 {
					caption = follow(caption, one)
				} else {
					caption = append(caption, one...)
				}
			}
			ps = append(ps, caption...)
		}
	}
	return ps
}

// shorten cuts s between words, or between characters where one word fills it.
func shorten(s string, most int) string {
	for most > 0 && !utf8.RuneStart(s[most]) {
		most--
	}
	cut := s[:most]
	if at := strings.LastIndexByte(cut, ' '); at > 0 && s[most] != ' ' {
		cut = cut[:at]
	}
	return strings.TrimRight(cut, " ,;:.–—“‘(") + "…"
}

func (l *layout) said(list *Node, s *outline.Statement) []piece {
	var below [][]bit
	if s.Note != "" {
		below = append(below, []bit{{text: s.Note, style: l.look.small, ink: l.look.muted}})
	}
	n := s.Number
	return l.entry(list, n, numbered("statement", n), l.statement(s, l.look.note, 0), below)
}

// notes is the part with the editor's own notes.
func (l *layout) notes() []piece {
	notes := l.outline.Notes
	if len(notes) == 0 {
		return nil
	}
	sect, ps := l.section(l.words.Text("print.notes"), destNotes)
	l.doc.Root.Kids = append(l.doc.Root.Kids, sect)
	list := sect.add(TagL)
	for i := range notes {
		bits := []bit{{text: notes[i].Text, style: l.look.note, ink: l.look.ink}}
		bits = append(bits, l.addedMark(briefing.BasisAdded)...)
		bits = append(bits, l.refs(notes[i].Refs, "added", bit{style: l.look.note})...)
		one := l.entry(list, i+1, numbered("note", i+1), bits, nil)
		if i == 0 {
			ps = follow(ps, one)
		} else {
			ps = append(ps, one...)
		}
	}
	return ps
}
