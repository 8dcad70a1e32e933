package forms

import (
	"errors"

	"briefline/app/briefing"
	"briefline/app/datetext"
	"briefline/app/edtf"
	"briefline/app/session"
	"briefline/views/kit"
)

// EditPublished asks for the publication date of a source. While the person types
// it shows what it understands; every date that hangs on it is read anew.
func (f *Forms) EditPublished(source string) {
	s := f.win.Index().Briefing.SourceByID(source)
	if s == nil {
		return
	}
	was := ""
	if !s.Published.EDTF.IsZero() {
		was = datetext.Editable(s.Published.EDTF, f.words.Date(s.Published.EDTF))
	}
	field := kit.NewField(was, f.words.Text("published.hint"))
	meaning := kit.NewText()
	show := func(text string) { meaning.SetPieces(f.DateMeaning(text, edtf.Date{})...) }
	show(was)
	note := kit.NewField(s.Published.Note, f.words.Text("published.noteHint"))
	field.OnType = func(text string) {
		show(text)
		f.Reflow()
	}
	field.OnDone = f.FieldDone
	note.OnDone = f.FieldDone
	content := kit.Stack(0,
		f.Labelled("published.date", kit.Stack(4, field, meaning)),
		f.Labelled("published.note", note),
		kit.NewBlock(kit.Plain(f.words.Text("published.explain"), kit.Small, kit.RoleMuted)...),
	)
	form := f.Open("published.title", "form.save", content, field, func() string {
		if field.Text == was && note.Text == s.Published.Note {
			return "" // a date that is the source's stays so
		}
		var date edtf.Date
		ground := session.Ground{}
		if field.Text != "" {
			var err error
			if date, err = datetext.Parse(field.Text, datetext.Options{}); err != nil {
				return f.DateError(err)
			}
			ground = session.Ground{Basis: briefing.BasisAdded, Note: note.Text}
			if ground.Note == "" {
				ground.Note = f.words.Text("published.byEditor")
			}
		}
		f.win.Do(func(w *session.Session) error {
			return session.SetPublished(w, source, date, ground, f.win.Redates()...)
		})
		return ""
	})
	form.keep = func() bool { return true }
}

// FieldDone saves the form at Enter and closes it at Escape.
func (f *Forms) FieldDone(committed bool) {
	if form := f.Now(); form != nil && committed {
		form.Save()
	} else {
		f.Close()
	}
}

// DateMeaning says what a typed date is understood as, or what is wrong with it.
func (f *Forms) DateMeaning(text string, published edtf.Date) []kit.Piece {
	if text == "" {
		return kit.Plain(f.words.Text("date.noneTyped"), kit.Small, kit.RoleMuted)
	}
	d, err := datetext.Parse(text, datetext.Options{Published: published})
	if err != nil {
		return kit.Plain(f.DateError(err), kit.Small, kit.RoleWarn)
	}
	return kit.Plain(f.words.Text("date.understood", "date", f.words.Date(d), "edtf", d.String()), kit.Small, kit.RoleAccent)
}

// DateError words why a text is no date.
func (f *Forms) DateError(err error) string {
	var bad *datetext.Error
	if errors.As(err, &bad) {
		return f.words.Text(bad.Message, bad.Words()...)
	}
	return err.Error()
}
