package views

import (
	"strconv"

	"briefline/app/briefing"
	"briefline/app/edtf"
	"briefline/app/session"
	"briefline/views/kit"
	"briefline/views/panels"
)

// number and index write and read the place in a list as the ID of a choice.
func number(n int) string { return strconv.Itoa(n) }

func index(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 1 << 30
	}
	return n
}

// newEntries make something of the words of the source that are selected, or of
// the sentence of a pick.
func (f *Frame) newEntries(p panels.Pick) []kit.Entry {
	w := f.words
	sel, ok := f.selection(p)
	from := "sentence"
	if _, _, selected := f.selected(); selected {
		from = "selection"
	}
	entry := func(kind string, do func()) kit.Entry {
		if !ok {
			do = nil
		}
		return kit.Entry{Label: w.Text("menu.new." + kind + "." + from), Do: do}
	}
	return []kit.Entry{
		entry("event", func() { f.eventFrom(sel) }),
		entry("participant", func() { f.participantFrom(sel) }),
		entry("statement", func() { f.statementFrom(sel) }),
		entry("note", func() { f.noteFrom(sel) }),
	}
}

// made shows what was made of the source, and opens its form.
func (f *Frame) made(kind panels.Kind, do func(s *session.Session) (string, error)) {
	var id string
	ok := f.work.edit(func(s *session.Session) (err error) {
		id, err = do(s)
		return err
	})
	if !ok {
		return
	}
	f.theme.ClearSelection()
	p := panels.Pick{Kind: kind, ID: id}
	f.Pick(p)
	f.edit(p)
}

func (f *Frame) eventFrom(sel session.Selection) {
	f.made(panels.KindEvent, func(s *session.Session) (string, error) { return session.NewEventFrom(s, sel) })
}

func (f *Frame) participantFrom(sel session.Selection) {
	f.made(panels.KindParticipant, func(s *session.Session) (string, error) {
		return session.NewParticipantFrom(s, sel, briefing.KindPerson)
	})
}

// statementFrom makes a statement of the participant that is picked, if one is.
func (f *Frame) statementFrom(sel session.Selection) {
	speaker := ""
	if q := f.index.Briefing.ParticipantByID(f.pick.ID); f.pick.Kind == panels.KindParticipant && q != nil && speaks(q) {
		speaker = q.ID
	}
	f.made(panels.KindStatement, func(s *session.Session) (string, error) {
		return session.NewStatementFrom(s, sel, speaker, briefing.StatementClaim)
	})
}

func (f *Frame) noteFrom(sel session.Selection) {
	src := f.index.Briefing.SourceByID(sel.Source)
	if src == nil {
		return
	}
	f.editNote("", briefing.NewAnchor(src, sel.Start, sel.End))
}

// addEntries are what can be added to the briefing, for the main menu: from the
// words that are selected, else by the editor.
func (f *Frame) addEntries() []kit.Entry {
	w, b := f.words, f.index.Briefing
	var out []kit.Entry
	if _, _, ok := f.source.Selected(); ok {
		out = append(f.newEntries(panels.Pick{}), kit.Entry{})
	}
	out = append(out,
		kit.Entry{Label: w.Text("menu.add.event"), Do: f.addEvent},
		kit.Entry{Label: w.Text("menu.add.participant"), Do: f.addParticipant},
		kit.Entry{Label: w.Text("menu.add.statement"), Do: f.addStatement},
		kit.Entry{Label: w.Text("menu.addNote"), Do: func() { f.editNote("") }},
		kit.Entry{},
		kit.Entry{Label: w.Text("menu.addKeyPoint"), Do: func() { f.addLine(false, len(b.KeyPoints)) }})
	if b.BottomLine.Text == "" {
		out = append(out, kit.Entry{Label: w.Text("menu.addBottomLine"), Do: func() { f.addLine(true, 0) }})
	}
	return append(out, kit.Entry{Label: w.Text("menu.marking"), Do: f.editMarking})
}

// addEvent asks for an event that is not in the source.
func (f *Frame) addEvent() {
	e := f.newEdit()
	if e == nil {
		return
	}
	title, note := f.line("", ""), f.line("", "form.noteHint")
	date := f.newDateField(edtf.Date{}, publishedOf(e.from))
	content := kit.Stack(0, f.labelled("form.eventTitle", title), f.labelled("form.date", date.Block), f.labelled("form.note", note),
		remark(f.words.Text("form.addedExplain")))
	e.open("form.newEvent", "form.add", content, title, nil, func() string {
		d, complaint := date.date()
		if complaint != "" {
			return complaint
		}
		return f.add(e, panels.KindEvent, title.Text, func(s *session.Session) (id string, err error) {
			g := session.Ground{Basis: briefing.BasisAdded, Note: note.Text}
			if id, err = session.NewEvent(s, title.Text, g); err != nil || d.IsZero() {
				return id, err
			}
			return id, session.SetEventDate(s, id, d, g)
		})
	})
}

// add saves what a form made, and picks it.
func (f *Frame) add(e *draftEdit, kind panels.Kind, name string, do func(*session.Session) (string, error)) string {
	var id string
	complaint := e.save(name, func(s *session.Session) (err error) {
		id, err = do(s)
		return err
	})
	if complaint == "" {
		f.Pick(panels.Pick{Kind: kind, ID: id})
	}
	return complaint
}

// addParticipant asks for a participant that the source does not name.
func (f *Frame) addParticipant() {
	e := f.newEdit()
	if e == nil {
		return
	}
	name, note := f.line("", ""), f.line("", "form.noteHint")
	kind := f.choice(f.kindChoices(), string(briefing.KindPerson), "")
	content := kit.Stack(0, beside([]float32{0.62, 0.38}, f.labelled("form.name", name), f.labelled("form.kind", kind)),
		f.labelled("form.note", note), remark(f.words.Text("form.addedExplain")))
	e.open("form.newParticipant", "form.add", content, name, nil, func() string {
		return f.add(e, panels.KindParticipant, name.Text, func(s *session.Session) (string, error) {
			return session.NewParticipant(s, briefing.ParticipantKind(kind.Chosen()), oneLine(name.Text), session.Ground{Basis: briefing.BasisAdded, Note: note.Text})
		})
	})
}

// addStatement asks for a statement that the source does not have.
func (f *Frame) addStatement() {
	e := f.newEdit()
	if e == nil {
		return
	}
	words, note := f.lines("", "", 4), f.line("", "form.noteHint")
	speaker := f.choice(f.participantChoices(e.from, "form.nobodyNamed", speaks), "", "form.nobodyNamed")
	kind := f.choice(f.statementKinds(), string(briefing.StatementClaim), "")
	content := kit.Stack(0, f.labelled("form.words", words),
		beside(halves, f.labelled("form.speaker", speaker), f.labelled("form.says", kind)),
		f.labelled("form.note", note), remark(f.words.Text("form.addedExplain")))
	e.open("form.newStatement", "form.add", content, words, nil, func() string {
		return f.add(e, panels.KindStatement, words.Text, func(s *session.Session) (string, error) {
			return session.NewStatement(s, briefing.Statement{Words: oneLine(words.Text), Speaker: speaker.Chosen(),
				Kind: briefing.StatementKind(kind.Chosen()), Basis: briefing.BasisAdded, Note: note.Text})
		})
	})
}
