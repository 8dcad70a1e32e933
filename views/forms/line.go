package forms

import (
	"slices"

	"briefline/app/briefing"
	"briefline/app/outline"
	"briefline/app/session"
	"briefline/views/kit"
	"briefline/views/panels"
)

// lineByID returns a line of the card.
func lineByID(b *briefing.Briefing, id string) (briefing.Line, bool) {
	if l := outline.Of(b).Line(id); l != nil {
		return *l.Line, true
	}
	return briefing.Line{}, false
}

// lineTitle is what the form of a line is called.
func lineTitle(b *briefing.Briefing, id string) string {
	switch id {
	case b.Title.ID:
		return "form.title"
	case b.BottomLine.ID:
		return "form.bottomLine"
	}
	return "form.keyPoint"
}

// editLine opens the form of a title, bottom line or key point.
func (f *Forms) editLine(id string) {
	e := f.newEdit()
	if e == nil {
		return
	}
	l, ok := lineByID(e.from, id)
	if !ok {
		return
	}
	title := id == e.from.Title.ID
	text := f.lines(l.Text, "", 3)
	stress := f.line(l.Stress, "form.stressHint")
	basis, note := f.basis(l.Basis), f.note(l.Note)
	blocks := []kit.Block{f.Labelled("form.text", text)}
	if !title {
		blocks = append(blocks, f.Labelled("form.stress", stress))
	}
	blocks = append(blocks, f.ground(basis, note))
	remove := f.remover(panels.Pick{Kind: panels.KindLine, ID: id})
	if title {
		remove = nil
	}
	e.open(lineTitle(e.from, id), "form.save", kit.Stack(0, blocks...), text, remove, func() string {
		return e.save(text.Text, func(s *session.Session) error {
			if oneLine(text.Text) == oneLine(l.Text) {
				return nil
			}
			return session.SetText(s, id, oneLine(text.Text))
		}, func(s *session.Session) error {
			now, _ := lineByID(s.Briefing(), id)
			if stress.Text == l.Stress || stress.Text == now.Stress {
				return nil
			}
			return session.SetStress(s, id, stress.Text)
		}, groundOf(id, basis, note, l.Basis, l.Note))
	})
}

// groundOf is the edit of a basis and its note, if they differ from what they
// were.
func groundOf(id string, basis *kit.Select, note *kit.Field, was briefing.Basis, had string) func(*session.Session) error {
	return func(s *session.Session) error {
		if sameBasis(basis, was) && note.Text == had {
			return nil
		}
		return session.SetGround(s, id, session.Ground{Basis: briefing.Basis(basis.Chosen()), Note: note.Text})
	}
}

// remover is the button of a form that takes its item away.
func (f *Forms) remover(p panels.Pick) *kit.Button {
	b := kit.NewButton(f.words.Text("menu.delete"), func() {
		f.Close()
		f.Remove(p)
	})
	b.Tip = f.words.Text("tip.delete")
	return b
}

// AddLine asks for a line that the briefing does not have yet: a bottom line, or
// a key point before the n-th.
func (f *Forms) AddLine(bottom bool, n int) {
	e := f.newEdit()
	if e == nil {
		return
	}
	title := "form.newKeyPoint"
	if bottom {
		title = "form.newBottomLine"
	}
	text, note := f.lines("", "", 3), f.line("", "form.noteHint")
	content := kit.Stack(0, f.Labelled("form.text", text), f.Labelled("form.note", note), remark(f.words.Text("form.addedExplain")))
	e.open(title, "form.add", content, text, nil, func() string {
		var id string
		complaint := e.save(text.Text, func(s *session.Session) (err error) {
			g := session.Ground{Basis: briefing.BasisAdded, Note: note.Text}
			if bottom {
				id, err = session.SetBottomLine(s, oneLine(text.Text), g)
			} else {
				id, err = session.AddKeyPoint(s, n, oneLine(text.Text), g)
			}
			return err
		})
		if complaint == "" {
			f.win.Pick(panels.Pick{Kind: panels.KindLine, ID: id})
		}
		return complaint
	})
}

// keyPointAt is the place of a key point in its list; -1 for another line.
func keyPointAt(b *briefing.Briefing, id string) int {
	return slices.IndexFunc(b.KeyPoints, func(l briefing.Line) bool { return l.ID == id })
}

// EditMarking asks for the marking of the briefing.
func (f *Forms) EditMarking() {
	e := f.newEdit()
	if e == nil {
		return
	}
	text := f.line(e.from.Marking, "form.markingHint")
	e.open("form.marking", "form.save", f.Labelled("form.markingText", text), text, nil, func() string {
		return e.save(text.Text, func(s *session.Session) error { return session.SetMarking(s, text.Text) })
	})
}

// EditNote opens the form of a note, or of a new one when id is empty, which then
// rests on evidence.
func (f *Forms) EditNote(id string, evidence ...briefing.Anchor) {
	e := f.newEdit()
	if e == nil {
		return
	}
	was, title := "", "form.newNote"
	for _, n := range e.from.Notes {
		if n.ID == id {
			was, title = n.Text, "form.editNote"
		}
	}
	if id != "" && was == "" {
		return
	}
	text := f.lines(was, "form.noteTextHint", 5)
	var remove *kit.Button
	if id != "" {
		remove = f.remover(panels.Pick{Kind: panels.KindNote, ID: id})
	}
	e.open(title, "form.save", f.Labelled("form.text", text), text, remove, func() string {
		return e.save(text.Text, func(s *session.Session) (err error) {
			if id != "" {
				return session.SetText(s, id, text.Text)
			}
			_, err = session.AddNote(s, text.Text, evidence)
			return err
		})
	})
}
