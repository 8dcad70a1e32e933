package views

import (
	"briefline/views/kit"
	"briefline/views/stage"

	"fyne.io/fyne/v2"
)

// form is a form that lies over the window.
type form struct {
	dialog *kit.Dialog
	// save does what the main button does; complain shows in the form what is
	// wrong, "" for nothing.
	save     func()
	complain func(words string)
	keep     func() bool // whether it is saved when the window closes; nil for no
	after    func()      // done once it was saved; nil for nothing
}

// formNow is the form that is open; nil when none is.
func (f *Frame) formNow() *form {
	form, _ := stage.Find[*form](f.stage)
	return form
}

// openForm shows a form over the window and gives its first field the keyboard.
// save is called by the main button and by Enter in a field of one line; what it
// returns is shown in the form, which closes when that is empty.
func (f *Frame) openForm(title, action string, content kit.Block, first fyne.Focusable, save func() (complaint string)) *form {
	return f.openFormWith(title, action, content, first, nil, save)
}

// openFormWith is openForm with a button at the left of the foot, which may be
// nil.
func (f *Frame) openFormWith(title, action string, content kit.Block, first fyne.Focusable, left *kit.Button, save func() (complaint string)) *form {
	complaint := kit.NewText()
	body := kit.Stack(0, content, complaint)
	v := &form{}
	v.complain = func(words string) {
		complaint.SetPieces()
		if words != "" {
			complaint.SetPieces(kit.Plain("\n"+words, kit.Note, kit.RoleWarn)...)
		}
		v.dialog.Reflow()
		if words != "" {
			v.dialog.Reveal(complaint)
		}
	}
	v.save = func() {
		words := save()
		if words != "" {
			v.complain(words)
			return
		}
		f.closeForm()
		if v.after != nil {
			v.after()
		}
	}
	ok := kit.NewButton(f.words.Text(action), v.save)
	ok.Main, ok.Tip = true, f.words.Text("tip.save", "keys", keys("Main+Enter"))
	cancel := kit.NewButton(f.words.Text("form.cancel"), f.closeForm)
	cancel.Tip = f.words.Text("tip.cancel")
	buttons := []*kit.Button{ok, cancel}
	if action == "form.close" {
		buttons, ok.Tip = buttons[:1], ""
	}
	if first == nil {
		first = cancel // what asks back does nothing by a key that comes too early
	}
	v.dialog = kit.NewDialog(f.words.Text(title), body, buttons...)
	v.dialog.SetLeft(left)
	f.pushForm(v, first)
	return v
}

// openDialog shows a dialog over the window; Escape closes it.
func (f *Frame) openDialog(d *kit.Dialog, first fyne.Focusable) {
	f.pushForm(&form{dialog: d, save: func() {}, complain: func(string) {}}, first)
}

func (f *Frame) pushForm(v *form, first fyne.Focusable) {
	f.bubble.Hide()
	v.dialog.OnFocus = func(o fyne.Focusable) { f.canvas.Focus(o) }
	f.stage.Push(&stage.Layer{
		Kind: stage.Form, Object: v.dialog.Container, Of: v, Focus: first,
		Closed: func() { f.tipped("", fyne.Position{}) },
	})
}

// closeForm closes the form, and leaves everything as it was.
func (f *Frame) closeForm() { f.stage.CloseForms() }

// complain shows in the form what is wrong, "" for nothing.
func (f *Frame) complain(words string) {
	if form := f.formNow(); form != nil {
		form.complain(words)
	}
}

// reflowForm measures the form again when its content has changed its height.
func (f *Frame) reflowForm() {
	if form := f.formNow(); form != nil {
		form.dialog.Reflow()
	}
}

// labelled puts a caption above a field.
func (f *Frame) labelled(id string, field kit.Block) kit.Block {
	caption := kit.NewBlock(kit.Plain(f.words.Text(id), kit.SmallBold, kit.RoleMuted)...)
	return kit.Stack(0, caption, kit.Space(4), field, kit.Space(12))
}
