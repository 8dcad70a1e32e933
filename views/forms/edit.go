package forms

import (
	"briefline/app/briefing"
	"briefline/app/edtf"
	"briefline/app/session"
	"briefline/views/kit"
	"briefline/views/panels"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// draftEdit is the edits of a form before they are meant. They are done on a
// session of their own, which refuses what the briefing would, and become one
// step of the briefing's when the form is saved.
type draftEdit struct {
	f       *Forms
	from    *briefing.Briefing
	scratch *session.Session
	repairs []briefing.Repair
	made    panels.Pick // what the edits so far have made, and is not there yet; zero: nothing
}

// newEdit begins edits of the open briefing; nil when none is open.
func (f *Forms) newEdit() *draftEdit {
	if f.win.Session() == nil {
		return nil
	}
	b := f.win.Session().Briefing()
	f.fields = nil
	return &draftEdit{f: f, from: b, scratch: session.New(b)}
}

// briefing is the briefing as the edits so far leave it.
func (e *draftEdit) briefing() *briefing.Briefing { return e.scratch.Briefing() }

// try does an edit that shows in the form at once, and words why if not.
func (e *draftEdit) try(do func(*session.Session) error) (complaint string) {
	if err := do(e.scratch); err != nil {
		return e.f.Refusal(err)
	}
	return ""
}

// save does the last edits and makes one step of all. It words what was refused,
// and then nothing was done. A step by itself keeps its name; several are called
// an edit of name.
func (e *draftEdit) save(name string, do ...func(*session.Session) error) (complaint string) {
	f := e.f
	if b := f.win.Session().Briefing(); b != e.from {
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
			return f.Refusal(err)
		}
	}
	before, _ := e.scratch.History().Len()
	after, _ := last.History().Len()
	step := session.Step{Message: "edit.form", Args: []string{"name", Short(name)}}
	if before+after == 1 {
		if only, ok := last.UndoName(); ok {
			step = only
		} else if only, ok := e.scratch.UndoName(); ok {
			step = only
		}
	}
	result := last.Briefing()
	err := f.win.Session().Do(step, func(b *briefing.Briefing) error {
		*b = *result.Clone()
		return nil
	})
	if err != nil {
		return f.Refusal(err)
	}
	f.win.Remember(e.repairs...)
	if e.made != (panels.Pick{}) {
		f.theme.ClearSelection()
		f.win.Pick(e.made)
	}
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

// Short cuts a name for a menu.
func Short(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return s
}

// CanEdit reports whether the open briefing can be changed.
func (f *Forms) CanEdit() bool {
	return f.win.Session() != nil && f.win.Index() != nil && !f.win.Index().Briefing.ReadOnly()
}

// Edit opens the form of something.
func (f *Forms) Edit(p panels.Pick) {
	if !f.CanEdit() {
		f.sayReadOnly()
		return
	}
	f.item = p
	defer func() { f.item = panels.Pick{} }()
	switch p.Kind {
	case panels.KindLine:
		f.editLine(p.ID)
	case panels.KindEvent:
		f.EditEvent(p.ID, false)
	case panels.KindParticipant:
		f.editParticipant(p.ID)
	case panels.KindStatement:
		f.editStatement(p.ID)
	case panels.KindCheck:
		f.editCheck(p.ID)
	case panels.KindNote:
		f.EditNote(p.ID)
	case panels.KindSource:
		f.editSource(p.ID)
	case panels.KindSentence, panels.KindDate:
		f.Menu(p, f.win.Place(panels.Pick{}))
	}
}

// Remove takes something away. It asks nothing: undo brings it back.
func (f *Forms) Remove(p panels.Pick) {
	switch p.Kind {
	case panels.KindLine, panels.KindEvent, panels.KindParticipant, panels.KindStatement, panels.KindCheck, panels.KindNote:
		_, words := f.ItemOf(p.ID)
		if f.win.Do(func(s *session.Session) error { return session.Delete(s, p.ID) }) {
			f.win.Deleted(words)
		}
	}
}

func (f *Forms) sayReadOnly() {
	if f.win.Index() != nil && f.win.Index().Briefing.ReadOnly() {
		f.win.Say(f.words.Text("status.readOnly"))
	}
}

// open shows the form of the edits. What stands in it when the window closes is
// saved, unless it adds something and nothing was typed.
func (e *draftEdit) open(title, action string, content kit.Block, first *kit.Field, left *kit.Button, save func() (complaint string)) {
	f := e.f
	form := f.openFormWith(title, action, content, first, left, save)
	f.watch(form, first)
	was := oneLine(first.Text)
	form.keep = func() bool { return action == "form.save" || oneLine(first.Text) != "" && oneLine(first.Text) != was }
}

// openItem is open for the form of an item. One that the edits have made is added
// by the form, and there is nothing of it to take away yet.
func (e *draftEdit) openItem(title string, content kit.Block, first *kit.Field, p panels.Pick, save func() (complaint string)) {
	if e.made == p {
		e.open(title, "form.add", content, first, nil, save)
		return
	}
	e.open(title, "form.save", content, first, e.f.remover(p), save)
}

// Leave saves the form that is open before the window closes. It is false when
// that was refused, so that the person sees why; the second time it is true.
func (f *Forms) Leave() bool {
	form := f.Now()
	if form == nil || form.keep == nil || !form.keep() {
		return true
	}
	form.keep = nil
	form.Save()
	form = f.Now()
	return form == nil || form.keep != nil
}

// Move gives an event the date that it was dragged to.
func (f *Forms) Move(id string, d edtf.Date) {
	f.win.Do(func(s *session.Session) error {
		return session.MoveEvent(s, id, d, f.words.Text("edit.move-note"))
	})
}

// KeyMenu is the key between the right-hand Alt and Ctrl.
const KeyMenu = desktop.KeyMenu

// Key does what a key does with what is picked, while nothing lies over the
// panels; false when it is for others.
func (f *Forms) Key(key fyne.KeyName) bool {
	p := f.win.Picked()
	if !f.stage.Bare() || p == (panels.Pick{}) {
		return false
	}
	switch key {
	case fyne.KeyF2:
		f.Edit(p)
	case KeyMenu, fyne.KeyF10:
		f.Menu(p, f.win.Place(p))
	case fyne.KeyDelete:
		f.Remove(p)
	default:
		return false
	}
	return true
}
