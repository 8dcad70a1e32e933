package sheet

import (
	"briefline/app/briefing"
	"briefline/app/i18n"
	"briefline/app/outline"
	"briefline/app/typeset"
)

// Lay lays b out with the words and fonts given. The error is a *FaultsError
// when b does not validate. A character that no font has is no error: see
// Document.Missing. b is not changed, and must not be while Lay runs.
func Lay(b *briefing.Briefing, words *i18n.Catalog, fonts *typeset.Fonts, o Options) (*Document, error) {
	if faults := b.Validate(); faults != nil {
		return nil, &FaultsError{faults}
	}
	l := newLayout(b, words, fonts, o)
	if o.Poster {
		l.poster()
	} else {
		l.briefing()
	}
	l.bindLate()
	return l.doc, nil
}

// layout is the state of one run of Lay.
type layout struct {
	doc     *Document
	outline *outline.Outline
	words   *i18n.Catalog
	fonts   *typeset.Fonts
	look    *look
	o       Options

	box    string // stands for a character that no font has
	missed map[rune]bool
	uiLang string // language of our own words where it is not the document's
	rtl    bool   // columns and heads run from the right

	w, h                     float64 // of a page
	left, top, width, bottom float64 // where the text stands
	page                     *Page
	y                        float64
	frame                    frame
	late                     []late
}

// late is a line that names a page which is known only at the end.
type late struct {
	mark *Words
	dest string
	set  func(page int) *set
}

func newLayout(b *briefing.Briefing, words *i18n.Catalog, fonts *typeset.Fonts, o Options) *layout {
	l := &layout{
		words: words, fonts: fonts, o: o, look: newLook(o), missed: map[rune]bool{},
		outline: outline.Of(b),
	}
	l.doc = &Document{
		Title: oneLine(b.Title.Text), Subject: oneLine(b.BottomLine.Text), Author: oneLine(o.Author), Language: b.Language,
		Created: o.Created, Root: &Node{Tag: TagDocument}, Dests: map[string]Dest{},
	}
	if l.doc.Language == "" {
		l.doc.Language = words.Tag()
	}
	if l.doc.Language != words.Tag() {
		l.uiLang = words.Tag()
	}
	if l.doc.Created.IsZero() {
		l.doc.Created = b.Modified
	}
	l.rtl = bias(b.Title.Text) > 0
	l.box = l.replacement()
	return l
}

// replacement returns the first of the usual stand-ins that a font has.
func (l *layout) replacement() string {
	for _, s := range []string{"\uFFFD", "\u25A1"} {
		if l.fonts.Layout(typeset.Paragraph{Spans: []typeset.Span{{Text: s}}}).Missing() == nil {
			return s
		}
	}
	return "?"
}

// leads reports whether a dest will be in the document.
func (l *layout) leads(dest string) bool {
	switch {
	case l.o.Poster:
		return false // the sheet holds nothing to look up
	case dest[0] == 's' && len(dest) > 1 && dest[1] >= '0' && dest[1] <= '9':
		return !l.o.NoSource
	}
	return true
}

// briefing lays out the card, the timeline and who takes part on the first page
// if they go there, then everything in full.
func (l *layout) briefing() {
	l.w, l.h = l.o.Paper.Size()
	l.left, l.width = marginSide, l.w-2*marginSide
	l.openFrame()
	l.newPage()

	card := l.card()
	l.paginate(card)
	l.paginate(l.overview())
	// A page that is nearly full ends here: what follows is for looking up.
	rest := l.record()
	if len(rest) > 0 && l.bottom-l.y < (l.bottom-l.top)*0.3 {
		rest[0].fresh = true
	}
	l.paginate(rest)
	l.closeFrame()
	l.bookmarks()
}

// record is what stands behind the first page: checks, events, statements, notes
// and the sources.
func (l *layout) record() []piece {
	var ps []piece
	ps = append(ps, l.checks()...)
	ps = append(ps, l.events()...)
	if !l.o.NoStatements {
		ps = append(ps, l.statements()...)
	}
	ps = append(ps, l.notes()...)
	if !l.o.NoSource {
		ps = append(ps, l.sources()...)
	}
	return ps
}

// bindLate sets the lines that name pages.
func (l *layout) bindLate() {
	for _, p := range l.late {
		s := p.set(l.doc.Dests[p.dest].Page + 1)
		p.mark.Text, p.mark.To, p.mark.Inks, p.mark.Nodes, p.mark.Links = s.text, len(s.text.Lines), s.inks, s.nodes, s.links
	}
}

// section returns a new part of the document under its heading, as pieces.
func (l *layout) section(title, dest string) (*Node, []piece) {
	sect := &Node{Tag: TagSect, Title: title}
	h := sect.add(TagH2)
	h.Lang = l.uiLang
	s := l.set(h, para{bits: []bit{{text: title, style: l.look.heading, ink: l.look.accent}}, width: l.width, align: l.side()})
	ps := bind(s.lines(l.left, 4.3*mm*l.look.k))
	ps[0].dests = []target{{dest, l.left, h}}
	return sect, padBelow(ps, 1.6*mm*l.look.k)
}

// padBelow adds room below pieces that the next one is bound to.
func padBelow(ps []piece, room float64) []piece {
	ps[len(ps)-1].height += room
	return ps
}

// follow binds pieces to a heading above them.
func follow(heading, ps []piece) []piece {
	if len(ps) > 0 {
		ps[0].bound = true
	}
	return append(heading, ps...)
}

// side is where lines of our own words begin.
func (l *layout) side() typeset.Align {
	if l.rtl {
		return typeset.End
	}
	return typeset.Start
}

// dir is the direction of lines that mix our words with those of the briefing.
func (l *layout) dir() typeset.Direction {
	if l.rtl {
		return typeset.RTL
	}
	return typeset.LTR
}

// mirror returns the left end of a box of width w that stands x behind the
// beginning of the text's side.
func mirror(rtl bool, left, width, x, w float64) float64 {
	if rtl {
		return left + width - x - w
	}
	return left + x
}

// bookmarks lists the parts of the document.
func (l *layout) bookmarks() {
	add := func(dest, title string) {
		if _, ok := l.doc.Dests[dest]; ok {
			l.doc.Outline = append(l.doc.Outline, Bookmark{Title: title, Dest: dest})
		}
	}
	add(destBriefing, l.words.Text("print.head"))
	add(destTimeline, l.words.Text("timeline.title"))
	add(destParticipants, l.words.Text("tab.participants"))
	add(destChecks, l.words.Text("print.checks"))
	add(destEvents, l.words.Text("timeline.listName"))
	add(destStatements, l.words.Text("print.statements"))
	add(destNotes, l.words.Text("print.notes"))
	for i, s := range l.outline.Sources {
		title := l.words.Text("tab.source")
		if s.Letter != "" {
			title = l.words.Text("source.letter", "letter", s.Letter)
		}
		if s.Publisher != "" {
			title += " · " + oneLine(s.Publisher)
		}
		add(numbered("source", i+1), title)
	}
}
