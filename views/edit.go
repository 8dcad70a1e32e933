package views

import (
	"briefline/app/briefing"
	"briefline/app/edtf"
	"briefline/app/session"
	"briefline/views/kit"
	"briefline/views/panels"

	"fyne.io/fyne/v2"
)

// draftEdit is the edits of a form before they are meant. They are done on a
// session of their own, which refuses what the briefing would, and become one
// step of the briefing's when the form is saved.
type draftEdit struct {
	f       *Frame
	from    *briefing.Briefing
	scratch *session.Session
	repairs []briefing.Repair
}

// newEdit begins edits of the open briefing; nil when none is open.
func (f *Frame) newEdit() *draftEdit {
	if f.work == nil || f.work.session == nil {
		return nil
	}
	b := f.work.session.Briefing()
	return &draftEdit{f: f, from: b, scratch: session.New(b)}
}

// briefing is the briefing as the edits so far leave it.
func (e *draftEdit) briefing() *briefing.Briefing { return e.scratch.Briefing() }

// try does an edit that shows in the form at once, and words why if not.
func (e *draftEdit) try(do func(*session.Session) error) (complaint string) {
	if err := do(e.scratch); err != nil {
		return e.f.editError(err)
	}
	return ""
}

// save does the last edits and makes one step of all. It words what was refused,
// and then nothing was done. A step by itself keeps its name; several are called
// an edit of name.
func (e *draftEdit) save(name string, do ...func(*session.Session) error) (complaint string) {
	f := e.f
	if b := f.work.session.Briefing(); b != e.from {
		// Another window saved meanwhile. The last edits are of what the person
		// changed, and fit; those that the form has shown already may not.
		if n, _ := e.scratch.History().Len(); n > 0 {
			return f.words.Text("form.changed")
		}
		e.from, e.scratch = b, session.New(b)
	}
	last := session.New(e.briefing())
	for _, edit := range do {
		if err := edit(last); err != nil {
			return f.editError(err)
		}
	}
	before, _ := e.scratch.History().Len()
	after, _ := last.History().Len()
	step := session.Step{Message: "edit.form", Args: []string{"name", short(name)}}
	if before+after == 1 {
		if only, ok := last.UndoName(); ok {
			step = only
		} else if only, ok := e.scratch.UndoName(); ok {
			step = only
		}
	}
	result := last.Briefing()
	err := f.work.session.Do(step, func(b *briefing.Briefing) error {
		*b = *result.Clone()
		return nil
	})
	if err != nil {
		return f.editError(err)
	}
	f.work.remember(e.repairs...)
	return ""
}

// repairing is an edit that the library remembers for the next draft.
func (e *draftEdit) repairing(do func(*session.Session) (briefing.Repair, error)) func(*session.Session) error {
	return func(s *session.Session) error {
		r, err := do(s)
		if err == nil {
			e.repairs = append(e.repairs, r)
		}
		return err
	}
}

// short cuts a name for a menu.
func short(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}

// canEdit reports whether the open briefing can be changed.
func (f *Frame) canEdit() bool {
	return f.work != nil && f.work.session != nil && f.index != nil && !f.index.Briefing.ReadOnly()
}

// edit opens the form of something.
func (f *Frame) edit(p panels.Pick) {
	if !f.canEdit() {
		f.sayReadOnly()
		return
	}
	switch p.Kind {
	case panels.KindLine:
		f.editLine(p.ID)
	case panels.KindEvent:
		f.editEvent(p.ID)
	case panels.KindParticipant:
		f.editParticipant(p.ID)
	case panels.KindStatement:
		f.editStatement(p.ID)
	case panels.KindCheck:
		f.editCheck(p.ID)
	case panels.KindNote:
		f.editNote(p.ID)
	case panels.KindSource:
		f.editSource(p.ID)
	case panels.KindSentence, panels.KindDate:
		f.editMenu(p, f.middle())
	}
}

// remove takes something away. It asks nothing: undo brings it back.
func (f *Frame) remove(p panels.Pick) {
	switch p.Kind {
	case panels.KindLine, panels.KindEvent, panels.KindParticipant, panels.KindStatement, panels.KindCheck, panels.KindNote:
		_, words := f.itemOf(p.ID)
		if f.work.edit(func(s *session.Session) error { return session.Delete(s, p.ID) }) {
			f.tellDeleted(words)
		}
	}
}

// tellDeleted says that something was taken away and offers to bring it back,
// until the next edit.
func (f *Frame) tellDeleted(words string) {
	f.tell(f.words.Text("edit.deleted", "name", short(words)), action{"edit.bringBack", f.work.undo})
	f.toldDeleted = true
}

// moveEvent gives an event the date that it was dragged to.
func (f *Frame) moveEvent(id string, d edtf.Date) {
	f.work.edit(func(s *session.Session) error {
		return session.MoveEvent(s, id, d, f.words.Text("edit.move-note"))
	})
}

func (f *Frame) sayReadOnly() {
	if f.index != nil && f.index.Briefing.ReadOnly() {
		f.Say(f.words.Text("status.readOnly"))
	}
}

// editKey does what a key does with what is picked; false when it is for others.
func (f *Frame) editKey(key fyne.KeyName) bool {
	if !f.stage.Bare() || f.pick == (panels.Pick{}) {
		return false
	}
	switch key {
	case fyne.KeyF2:
		f.edit(f.pick)
	case keyMenu, fyne.KeyF10:
		f.editMenu(f.pick, f.placeOf(f.pick))
	case fyne.KeyDelete:
		f.remove(f.pick)
	default:
		return false
	}
	return true
}

// middle is a place for a menu about nothing on the screen.
func (f *Frame) middle() fyne.Position {
	s := f.root.Size()
	return fyne.NewPos(s.Width/3, s.Height/3)
}

// placeOf is where the menu of a pick may hang: below its row where that shows.
func (f *Frame) placeOf(p panels.Pick) fyne.Position {
	rows := []interface{ RowOf(panels.Pick) *kit.Row }{f.card, f.timeline, f.participants, f.dates}
	if f.positions != nil {
		rows = append(rows, f.positions)
	}
	if f.notes != nil {
		rows = append(rows, f.notes)
	}
	for _, l := range rows {
		row := l.RowOf(p)
		if row == nil || !row.Visible() {
			continue
		}
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(row)
		if at.Y > barHeight && at.Y < f.root.Size().Height-statusHeight {
			return at.AddXY(24, min(row.Size().Height, 28))
		}
	}
	return f.middle()
}

// open shows the form of the edits. What stands in it when the window closes is
// saved, unless it adds something and nothing was typed.
func (e *draftEdit) open(title, action string, content kit.Block, first *kit.Field, left *kit.Button, save func() (complaint string)) {
	f := e.f
	form := f.openFormWith(title, action, content, first, left, save)
	form.keep = func() bool { return action == "form.save" || oneLine(first.Text) != "" }
}

// leave saves the form that is open before the window closes. It is false when
// that was refused, so that the person sees why; the second time it is true.
func (f *Frame) leave() bool {
	form := f.formNow()
	if form == nil || form.keep == nil || !form.keep() {
		return true
	}
	form.keep = nil
	form.save()
	form = f.formNow()
	return form == nil || form.keep != nil
}
