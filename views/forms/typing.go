package forms

import (
	"slices"

	"briefline/views/kit"
	"briefline/views/panels"

	"fyne.io/fyne/v2"
)

// typing watches what stands in the fields of a form that is open: it is kept as it
// is typed, and a form that is closed without saving can be brought back.
type typing struct {
	item   panels.Pick // what the form is of; zero: something new
	fields []*kit.Field
	was    []string
}

func texts(fields []*kit.Field) []string {
	out := make([]string, len(fields))
	for i, f := range fields {
		out[i] = f.Text
	}
	return out
}

func (t *typing) changed() bool { return !slices.Equal(texts(t.fields), t.was) }

// watch has the window told what is typed into the fields that were made for a form.
func (f *Forms) watch(v *Form, first fyne.Focusable) {
	t := &typing{item: f.item, fields: f.fields, was: texts(f.fields)}
	f.fields = nil
	for _, field := range t.fields {
		before := field.OnType
		field.OnType = func(text string) {
			if before != nil {
				before(text)
			}
			if f.Now() == v {
				f.tellTyped(t)
			}
		}
	}
	v.typing = t
	v.first = first
	if len(f.restore) == len(t.fields) {
		for i, text := range f.restore {
			t.fields[i].SetText(text)
		}
	}
	f.restore = nil
}

func (f *Forms) tellTyped(t *typing) {
	if t.changed() {
		f.win.Typed(t.item, texts(t.fields))
	} else {
		f.win.Typed(t.item, nil)
	}
}

// closed tells what became of what was typed into a form that is gone.
func (f *Forms) closed(v *Form) {
	if v.typing == nil || !v.typing.changed() {
		return
	}
	if v.saved {
		f.win.Typed(v.typing.item, nil)
		return
	}
	f.win.Unsaved(func() {
		v.saved = false
		f.pushForm(v, v.first)
		f.tellTyped(v.typing)
	})
}

// Resume opens the form of something with the texts that stood in its fields, when
// it still has as many.
func (f *Forms) Resume(p panels.Pick, texts []string) {
	f.restore = texts
	f.Edit(p)
	f.restore = nil
}
