package forms

import (
	"briefline/views/kit"
	"briefline/views/stage"

	"fyne.io/fyne/v2"
)

// Form is a form that lies over the window.
type Form struct {
	Dialog *kit.Dialog
	// Save does what the main button does.
	Save     func()
	complain func(words string) // shows in the form what is wrong, "" for nothing
	keep     func() bool        // whether it is saved when the window closes; nil for no
	after    func()             // done once it was saved; nil for nothing
	typing   *typing            // of its fields; nil where nothing is kept
	first    fyne.Focusable     // given the keyboard when it is brought back
	saved    bool
}

// Now is the form that is open; nil when none is.
func (f *Forms) Now() *Form {
	form, _ := stage.Find[*Form](f.stage)
	return form
}

// Open shows a form over the window and gives its first field the keyboard.
// save is called by the main button and by Enter in a field of one line; what it
// returns is shown in the form, which closes when that is empty.
func (f *Forms) Open(title, action string, content kit.Block, first fyne.Focusable, save func() (complaint string)) *Form {
	return f.openFormWith(title, action, content, first, nil, save)
}

// openFormWith is openForm with a button at the left of the foot, which may be
// nil.
func (f *Forms) openFormWith(title, action string, content kit.Block, first fyne.Focusable, left *kit.Button, save func() (complaint string)) *Form {
	complaint := kit.NewText()
	body := kit.Stack(0, content, complaint)
	v := &Form{}
	v.complain = func(words string) {
		complaint.SetPieces()
		if words != "" {
			complaint.SetPieces(kit.Plain("\n"+words, kit.Note, kit.RoleWarn)...)
		}
		v.Dialog.Reflow()
		if words != "" {
			v.Dialog.Reveal(complaint)
		}
	}
	v.Save = func() {
		words := save()
		if words != "" {
			v.complain(words)
			return
		}
		v.saved = true
		f.Close()
		if v.after != nil {
			v.after()
		}
	}
	ok := kit.NewButton(f.words.Text(action), v.Save)
	ok.Main, ok.Tip = true, f.words.Text("tip.save", "keys", kit.Keys("Main+Enter"))
	cancel := kit.NewButton(f.words.Text("form.cancel"), f.Close)
	cancel.Tip = f.words.Text("tip.cancel")
	buttons := []*kit.Button{ok, cancel}
	if action == "form.close" {
		buttons, ok.Tip = buttons[:1], ""
	}
	if first == nil {
		first = cancel // what asks back does nothing by a key that comes too early
	}
	v.Dialog = kit.NewDialog(f.words.Text(title), body, buttons...)
	v.Dialog.SetLeft(left)
	f.pushForm(v, first)
	return v
}

// OpenDialog shows a dialog over the window; Escape closes it.
func (f *Forms) OpenDialog(d *kit.Dialog, first fyne.Focusable) {
	f.pushForm(&Form{Dialog: d, Save: func() {}, complain: func(string) {}}, first)
}

func (f *Forms) pushForm(v *Form, first fyne.Focusable) {
	v.Dialog.OnFocus = func(o fyne.Focusable) { f.canvas.Focus(o) }
	f.stage.Push(&stage.Layer{
		Kind: stage.Form, Object: v.Dialog.Container, Of: v, Focus: first,
		Closed: func() {
			f.theme.OnTip("", fyne.Position{})
			f.closed(v)
		},
	})
}

// Close closes the form, and leaves everything as it was.
func (f *Forms) Close() { f.stage.CloseForms() }

// complain shows in the form what is wrong, "" for nothing.
func (f *Forms) complain(words string) {
	if form := f.Now(); form != nil {
		form.complain(words)
	}
}

// Reflow measures the form again when its content has changed its height.
func (f *Forms) Reflow() {
	if form := f.Now(); form != nil {
		form.Dialog.Reflow()
	}
}

// Labelled puts a caption above a field.
func (f *Forms) Labelled(id string, field kit.Block) kit.Block {
	caption := kit.NewBlock(kit.Plain(f.words.Text(id), kit.SmallBold, kit.RoleMuted)...)
	return kit.Stack(0, caption, kit.Space(4), field, kit.Space(12))
}
