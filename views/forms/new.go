package forms

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
func (f *Forms) newEntries(p panels.Pick) []kit.Entry {
	w := f.words
	sel, ok := f.selection(p)
	from := "sentence"
	if _, _, selected := f.win.Selected(); selected {
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

// made opens the form of what is to be made of the source. The briefing has it once
// the form is saved, and nothing of it when the form is cancelled.
func (f *Forms) made(kind panels.Kind, do func(s *session.Session) (string, error)) {
	e := f.newEdit()
	if e == nil {
		return
	}
	var id string
	complaint := e.try(func(s *session.Session) (err error) {
		id, err = do(s)
		return err
	})
	if complaint != "" {
		f.win.Say(complaint)
		return
	}
	e.made = panels.Pick{Kind: kind, ID: id}
	switch kind {
	case panels.KindEvent:
		f.eventForm(e, id, false)
	case panels.KindParticipant:
		f.participantForm(e, id)
	case panels.KindStatement:
		f.statementForm(e, id)
	}
}

func (f *Forms) eventFrom(sel session.Selection) {
	f.made(panels.KindEvent, func(s *session.Session) (string, error) { return session.NewEventFrom(s, sel) })
}

func (f *Forms) participantFrom(sel session.Selection) {
	f.made(panels.KindParticipant, func(s *session.Session) (string, error) {
		return session.NewParticipantFrom(s, sel, briefing.KindPerson)
	})
}

// statementFrom makes a statement of the participant that is picked, if one is.
func (f *Forms) statementFrom(sel session.Selection) {
	speaker := ""
	if q := f.win.Index().Briefing.ParticipantByID(f.win.Picked().ID); f.win.Picked().Kind == panels.KindParticipant && q != nil && speaks(q) {
		speaker = q.ID
	}
	f.made(panels.KindStatement, func(s *session.Session) (string, error) {
		return session.NewStatementFrom(s, sel, speaker, briefing.StatementClaim)
	})
}

func (f *Forms) noteFrom(sel session.Selection) {
	src := f.win.Index().Briefing.SourceByID(sel.Source)
	if src == nil {
		return
	}
	f.EditNote("", briefing.NewAnchor(src, sel.Start, sel.End))
}

// AddEntries are what can be added to the briefing, for the main menu: from the
// words that are selected, else by the editor.
func (f *Forms) AddEntries() []kit.Entry {
	w, b := f.words, f.win.Index().Briefing
	var out []kit.Entry
	if _, _, ok := f.win.Selected(); ok {
		out = append(f.newEntries(panels.Pick{}), kit.Entry{})
	}
	out = append(out,
		kit.Entry{Label: w.Text("menu.add.event"), Do: f.AddEvent},
		kit.Entry{Label: w.Text("menu.add.participant"), Do: f.AddParticipant},
		kit.Entry{Label: w.Text("menu.add.statement"), Do: f.AddStatement},
		kit.Entry{Label: w.Text("menu.addNote"), Do: func() { f.EditNote("") }},
		kit.Entry{},
		kit.Entry{Label: w.Text("menu.addKeyPoint"), Do: func() { f.AddLine(false, len(b.KeyPoints)) }})
	if b.BottomLine.Text == "" {
		out = append(out, kit.Entry{Label: w.Text("menu.addBottomLine"), Do: func() { f.AddLine(true, 0) }})
	}
	return append(out, kit.Entry{Label: w.Text("menu.marking"), Do: f.EditMarking})
}

// AddEvent asks for an event that is not in the source.
func (f *Forms) AddEvent() {
	e := f.newEdit()
	if e == nil {
		return
	}
	title, note := f.line("", ""), f.line("", "form.noteHint")
	date := f.newDateField(edtf.Date{}, publishedOf(e.from))
	content := kit.Stack(0, f.Labelled("form.eventTitle", title), f.Labelled("form.date", date.Block), f.Labelled("form.note", note),
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
func (f *Forms) add(e *draftEdit, kind panels.Kind, name string, do func(*session.Session) (string, error)) string {
	var id string
	complaint := e.save(name, func(s *session.Session) (err error) {
		id, err = do(s)
		return err
	})
	if complaint == "" {
		f.win.Pick(panels.Pick{Kind: kind, ID: id})
	}
	return complaint
}

// AddParticipant asks for a participant that the source does not name.
func (f *Forms) AddParticipant() {
	e := f.newEdit()
	if e == nil {
		return
	}
	name, note := f.line("", ""), f.line("", "form.noteHint")
	kind := f.choice(f.kindChoices(), string(briefing.KindPerson), "")
	content := kit.Stack(0, beside([]float32{0.62, 0.38}, f.Labelled("form.name", name), f.Labelled("form.kind", kind)),
		f.Labelled("form.note", note), remark(f.words.Text("form.addedExplain")))
	e.open("form.newParticipant", "form.add", content, name, nil, func() string {
		return f.add(e, panels.KindParticipant, name.Text, func(s *session.Session) (string, error) {
			return session.NewParticipant(s, briefing.ParticipantKind(kind.Chosen()), oneLine(name.Text), session.Ground{Basis: briefing.BasisAdded, Note: note.Text})
		})
	})
}

// AddStatement asks for a statement that the source does not have.
func (f *Forms) AddStatement() {
	e := f.newEdit()
	if e == nil {
		return
	}
	words, note := f.lines("", "", 4), f.line("", "form.noteHint")
	speaker := f.choice(f.participantChoices(e.from, "form.nobodyNamed", speaks), "", "form.nobodyNamed")
	kind := f.choice(f.statementKinds(), string(briefing.StatementClaim), "")
	content := kit.Stack(0, f.Labelled("form.words", words),
		beside(halves, f.Labelled("form.speaker", speaker), f.Labelled("form.says", kind)),
		f.Labelled("form.note", note), remark(f.words.Text("form.addedExplain")))
	e.open("form.newStatement", "form.add", content, words, nil, func() string {
		return f.add(e, panels.KindStatement, words.Text, func(s *session.Session) (string, error) {
			return session.NewStatement(s, briefing.Statement{Words: oneLine(words.Text), Speaker: speaker.Chosen(),
				Kind: briefing.StatementKind(kind.Chosen()), Basis: briefing.BasisAdded, Note: note.Text})
		})
	})
}
