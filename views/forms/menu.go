package forms

import (
	"strings"

	"briefline/app/briefing"
	"briefline/app/session"
	"briefline/views/kit"
	"briefline/views/panels"

	"fyne.io/fyne/v2"
)

// Menu shows what can be done with something, at a point of the window.
func (f *Forms) Menu(p panels.Pick, at fyne.Position) {
	if !f.CanEdit() {
		f.sayReadOnly()
		return
	}
	if p.Kind != panels.KindSentence && p.Kind != panels.KindDate && p.Kind != panels.KindSource && f.win.Picked() != p {
		f.win.Pick(p)
	}
	if entries := f.Entries(p, at); len(entries) > 0 {
		f.OpenMenu(at, entries...)
	}
}

func (f *Forms) Entries(p panels.Pick, at fyne.Position) []kit.Entry {
	switch p.Kind {
	case panels.KindLine:
		return f.lineEntries(p)
	case panels.KindEvent:
		return f.eventEntries(p, at)
	case panels.KindParticipant:
		return f.participantEntries(p, at)
	case panels.KindStatement:
		return f.statementEntries(p, at)
	case panels.KindCheck:
		return f.checkEntries(p, at)
	case panels.KindNote:
		return f.around(p, at, kit.Entry{Label: f.words.Text("menu.addNote"), Do: func() { f.EditNote("") }})
	case panels.KindSentence:
		return f.sentenceEntries(p)
	case panels.KindDate:
		return f.dateEntries(p, at)
	case panels.KindSource:
		return f.sourceEntries(p.ID)
	}
	return nil
}

// around is the entries of an item with those that all items have: its form
// first, its evidence and taking it away last.
func (f *Forms) around(p panels.Pick, at fyne.Position, own ...kit.Entry) []kit.Entry {
	w := f.words
	out := []kit.Entry{{Label: w.Text("menu.edit"), Keys: "F2", Do: func() { f.Edit(p) }}}
	out = append(out, own...)
	out = append(out, kit.Entry{})
	var quotes func()
	if ev := f.evidenceOf(p); len(ev) > 0 && p.Kind != panels.KindParticipant {
		quotes = func() { f.removeQuote(p, ev, at) }
	}
	return append(out,
		kit.Entry{Label: w.Text("menu.removeQuote"), Do: quotes},
		kit.Entry{Label: w.Text("menu.delete"), Keys: w.Text("menu.deleteKey"), Risky: true, Do: func() { f.Remove(p) }})
}

func (f *Forms) lineEntries(p panels.Pick) []kit.Entry {
	w, b := f.words, f.win.Index().Briefing
	at := keyPointAt(b, p.ID)
	move := func(by int) func() {
		if at < 0 || at+by < 0 || at+by >= len(b.KeyPoints) {
			return nil
		}
		return func() {
			f.win.Do(func(s *session.Session) error { return session.Reorder(s, p.ID, at+by) })
		}
	}
	next := 0
	if at >= 0 {
		next = at + 1
	}
	own := []kit.Entry{{Label: w.Text("menu.addKeyPoint"), Do: func() { f.AddLine(false, next) }}}
	if b.BottomLine.Text == "" {
		own = append(own, kit.Entry{Label: w.Text("menu.addBottomLine"), Do: func() { f.AddLine(true, 0) }})
	}
	if at >= 0 {
		own = append(own, kit.Entry{Label: w.Text("menu.up"), Do: move(-1)}, kit.Entry{Label: w.Text("menu.down"), Do: move(1)})
	}
	own = append(own, kit.Entry{Label: w.Text("menu.marking"), Do: f.EditMarking})
	out := f.around(p, f.win.Place(p), own...)
	if p.ID == b.Title.ID {
		out = out[:len(out)-1] // a briefing needs a title
	}
	return out
}

func (f *Forms) eventEntries(p panels.Pick, at fyne.Position) []kit.Entry {
	w, b := f.words, f.win.Index().Briefing
	e := b.EventByID(p.ID)
	if e == nil {
		return nil
	}
	own := []kit.Entry{{Label: w.Text("menu.date"), Do: func() { f.EditEvent(p.ID, true) }}}
	if len(e.Alternatives) > 0 {
		own = append(own, kit.Entry{Label: w.Text("menu.useDate"), Do: func() {
			f.Choose(at, f.alternativeChoices(e), func(n string) {
				f.win.Do(func(s *session.Session) error { return session.UseAlternative(s, p.ID, index(n)) })
			})
		}}, kit.Entry{Label: w.Text("menu.splitEvent"), Do: func() {
			f.Choose(at, f.alternativeChoices(e), func(n string) {
				f.win.Do(func(s *session.Session) error { _, err := session.SplitEvent(s, p.ID, index(n)); return err })
			})
		}})
	}
	var merge func()
	if len(b.Events) > 1 {
		merge = func() {
			f.Choose(at, f.eventChoices(b, p.ID), func(other string) {
				if f.win.Do(func(s *session.Session) error { return session.MergeEvents(s, other, p.ID) }) {
					f.win.Pick(panels.Pick{Kind: panels.KindEvent, ID: other})
				}
			})
		}
	}
	return f.around(p, at, append(own, kit.Entry{Label: w.Text("menu.mergeEvent"), Do: merge})...)
}

// alternativeChoices are the other dates of an event, by their numbers.
func (f *Forms) alternativeChoices(e *briefing.Event) (out []kit.Choice) {
	for i, d := range e.Alternatives {
		label := d.Words
		if !d.EDTF.IsZero() {
			label = f.words.Date(d.EDTF)
		}
		out = append(out, kit.Choice{ID: number(i), Label: label, Note: oneLine(d.Words)})
	}
	return out
}

func (f *Forms) participantEntries(p panels.Pick, at fyne.Position) []kit.Entry {
	w, b := f.words, f.win.Index().Briefing
	q := b.ParticipantByID(p.ID)
	if q == nil {
		return nil
	}
	var merge, split func()
	if len(b.Participants) > 1 {
		merge = func() { f.mergeWith(p.ID, at) }
	}
	if len(q.Evidence) > 1 {
		split = func() { f.splitOff(p.ID) }
	}
	return f.around(p, at,
		kit.Entry{Label: w.Text("menu.merge"), Do: merge},
		kit.Entry{Label: w.Text("menu.split"), Do: split},
		kit.Entry{Label: w.Text("menu.notParticipant"), Do: func() {
			if f.win.Repair(func(s *session.Session) (briefing.Repair, error) { return session.DropParticipant(s, p.ID) }) {
				f.win.Deleted(q.Name)
			}
		}})
}

func (f *Forms) statementEntries(p panels.Pick, at fyne.Position) []kit.Entry {
	w, b := f.words, f.win.Index().Briefing
	return f.around(p, at,
		kit.Entry{Label: w.Text("menu.speaker"), Do: func() {
			f.Choose(at, f.participantChoices(b, "form.nobodyNamed", speaks), func(who string) {
				f.win.Do(func(s *session.Session) error { return session.SetSpeaker(s, p.ID, who) })
			})
		}},
		kit.Entry{Label: w.Text("menu.statementKind"), Do: func() {
			f.Choose(at, f.statementKinds(), func(kind string) {
				f.win.Do(func(s *session.Session) error {
					return session.SetStatementKind(s, p.ID, briefing.StatementKind(kind))
				})
			})
		}})
}

func (f *Forms) checkEntries(p panels.Pick, at fyne.Position) []kit.Entry {
	w, b := f.words, f.win.Index().Briefing
	var own []kit.Entry
	for i, c := range session.ChoicesOf(b, p.ID) {
		how := ""
		if c.Open {
			continue // it is open, and stays so by leaving it alone
		}
		how = w.Text(c.Message + ".resolution")
		own = append(own, kit.Entry{Label: w.Text(c.Message), Do: func() {
			f.win.Do(func(s *session.Session) error { return session.Choose(s, p.ID, i, how) })
		}})
	}
	for _, c := range b.Checks {
		if c.ID == p.ID && c.Resolution != "" {
			own = []kit.Entry{{Label: w.Text("menu.reopen"), Do: func() {
				f.win.Do(func(s *session.Session) error { return session.ReopenCheck(s, p.ID) })
			}}}
		}
	}
	out := f.around(p, at, own...)
	out[0].Label = w.Text("menu.resolve")
	return out
}

// sentenceEntries make something of the selected words, or of the whole sentence.
func (f *Forms) sentenceEntries(p panels.Pick) []kit.Entry {
	w := f.words
	out := f.newEntries(p)
	var add func()
	label := w.Text("menu.addQuote.none")
	if sel, ok := f.selection(p); ok {
		switch f.win.Picked().Kind {
		case panels.KindNone, panels.KindSentence, panels.KindDate:
		default:
			_, words := f.ItemOf(f.win.Picked().ID)
			to := f.win.Picked().ID
			label = w.Text("menu.addQuote", "name", Short(words))
			add = func() {
				f.win.Do(func(s *session.Session) error { return session.AddEvidence(s, to, sel) })
			}
		}
	}
	out = append(out, kit.Entry{Label: label, Do: add}, kit.Entry{})
	if words := f.theme.Selection(); words != "" {
		out = append(out, kit.Entry{Label: w.Text("menu.copyWords"), Keys: kit.Keys("Main+C"), Do: func() {
			fyne.CurrentApp().Clipboard().SetContent(words)
		}})
	}
	if r, ok := p.Ref(); ok && r.Source < len(f.win.Index().Briefing.Sources) {
		out = append(out, f.sourceEntries(f.win.Index().Briefing.Sources[r.Source].ID)...)
	}
	return out
}

// selection is the words of the source that are selected, else the sentence of a
// pick.
func (f *Forms) selection(p panels.Pick) (session.Selection, bool) {
	if id, at, ok := f.win.Selected(); ok {
		return session.Selection{Source: id, Span: at}, true
	}
	id, at, ok := f.win.Index().SentenceSpan(p)
	return session.Selection{Source: id, Span: at}, ok
}

func (f *Forms) sourceEntries(id string) []kit.Entry {
	w := f.words
	return []kit.Entry{
		{Label: w.Text("menu.source"), Do: func() { f.editSource(id) }},
		{Label: w.Text("menu.correct"), Do: func() { f.correctText(id) }},
		{Label: w.Text("menu.published"), Do: func() { f.EditPublished(id) }},
	}
}

// dateEntries do something with a date phrase of a source.
func (f *Forms) dateEntries(p panels.Pick, at fyne.Position) []kit.Entry {
	w, b := f.words, f.win.Index().Briefing
	d, source, ok := f.dateOf(p)
	if !ok {
		return nil
	}
	var use func()
	if !d.EDTF.IsZero() && len(b.Events) > 0 {
		use = func() {
			f.Choose(at, f.eventChoices(b, ""), func(id string) {
				f.win.Do(func(s *session.Session) error {
					return session.SetEventDate(s, id, d.EDTF, session.Ground{Basis: statedUnlessTold(d.Basis), Note: d.Note, Evidence: d.Evidence})
				})
			})
		}
	}
	return append([]kit.Entry{{Label: w.Text("menu.dateOf"), Do: use}, {}}, f.sourceEntries(source)...)
}

func statedUnlessTold(b briefing.Basis) briefing.Basis {
	if b == "" {
		return briefing.BasisStated
	}
	return b
}

// dateOf is the date phrase of a pick, and the ID of its source.
func (f *Forms) dateOf(p panels.Pick) (d briefing.Dating, source string, ok bool) {
	b := f.win.Index().Briefing
	i, j, cut := strings.Cut(p.ID, ".")
	s, n := index(i), index(j)
	if !cut || p.Kind != panels.KindDate || s >= len(b.Sources) || n >= len(b.Sources[s].Dates) {
		return d, "", false
	}
	return b.Sources[s].Dates[n], b.Sources[s].ID, true
}

// evidenceOf is the quotes that an item rests on.
func (f *Forms) evidenceOf(p panels.Pick) []briefing.Anchor {
	b := f.win.Index().Briefing
	if l, ok := lineByID(b, p.ID); ok {
		return l.Evidence
	}
	if e := b.EventByID(p.ID); e != nil {
		return e.Evidence
	}
	if q := b.ParticipantByID(p.ID); q != nil {
		return q.Evidence
	}
	if s := b.StatementByID(p.ID); s != nil {
		return s.Evidence
	}
	for _, c := range b.Checks {
		if c.ID == p.ID {
			return c.Evidence
		}
	}
	for _, n := range b.Notes {
		if n.ID == p.ID {
			return n.Evidence
		}
	}
	return nil
}

// removeQuote asks which quote an item is to rest on no more.
func (f *Forms) removeQuote(p panels.Pick, ev []briefing.Anchor, at fyne.Position) {
	var quotes []kit.Choice
	for i, a := range ev {
		note := ""
		if refs := f.win.Index().Briefing.Refs([]briefing.Anchor{a}); len(refs) > 0 {
			note = f.win.Index().Briefing.RefName(refs[0])
		}
		quotes = append(quotes, kit.Choice{ID: number(i), Label: Short(oneLine(a.Exact)), Note: note})
	}
	f.Choose(at, quotes, func(n string) {
		f.win.Do(func(s *session.Session) error { return session.RemoveEvidence(s, p.ID, index(n)) })
	})
}
