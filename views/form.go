package views

import (
	"briefline/views/kit"

	"fyne.io/fyne/v2"
)

// openForm shows a form over the window and gives its first field the keyboard.
// save is called by the main button and by Enter in a field of one line; what it
// returns is shown in the form, which closes when that is empty.
func (f *Frame) openForm(title, action string, content kit.Block, first fyne.Focusable, save func() (complaint string)) {
	f.openFormWith(title, action, content, first, nil, save)
}

// openFormWith is openForm with a button at the left of the foot, which may be
// nil.
func (f *Frame) openFormWith(title, action string, content kit.Block, first fyne.Focusable, left *kit.Button, save func() (complaint string)) {
	f.closeForm()
	f.closePicker()
	back := f.mark()
	f.closeMenu()
	f.bubble.Hide()
	complaint := kit.NewText()
	body := kit.Stack(0, content, complaint)
	var d *kit.Dialog
	f.complain = func(words string) {
		complaint.SetPieces()
		if words != "" {
			complaint.SetPieces(kit.Plain("\n"+words, kit.Note, kit.RoleWarn)...)
		}
		d.Reflow()
		if words != "" {
			d.Reveal(complaint)
		}
	}
	f.saveForm = func() {
		words := save()
		if words == "" {
			f.closeForm()
			if next := f.afterForm; next != nil {
				f.afterForm = nil
				next()
			}
			return
		}
		f.complain(words)
	}
	ok := kit.NewButton(f.words.Text(action), f.saveForm)
	ok.Main, ok.Tip = true, f.words.Text("tip.save", "keys", keys("Main+Enter"))
	cancel := kit.NewButton(f.words.Text("form.cancel"), f.closeForm)
	cancel.Tip = f.words.Text("tip.cancel")
	buttons := []*kit.Button{ok, cancel}
	if action == "form.close" {
		buttons, ok.Tip = buttons[:1], ""
	}
	d = kit.NewDialog(f.words.Text(title), body, buttons...)
	d.SetLeft(left)
	d.OnFocus = func(o fyne.Focusable) { f.canvas.Focus(o) }
	f.form, f.formBack = d, back
	f.window.Objects = append(f.window.Objects, d.Container)
	f.window.Refresh()
	if first != nil {
		f.canvas.Focus(first)
	}
}

// closeForm closes the form, and leaves everything as it was.
func (f *Frame) closeForm() {
	if f.form == nil {
		return
	}
	d := f.form
	f.form, f.saveForm, f.keepForm, f.complain = nil, nil, nil, func(string) {}
	f.closePicker()
	f.tipped("", fyne.Position{})
	f.uncover(d.Container)
	f.formBack()
}

// reflowForm measures the form again when its content has changed its height.
func (f *Frame) reflowForm() {
	if f.form != nil {
		f.form.Reflow()
	}
}

// uncover takes what lies over the window away.
func (f *Frame) uncover(o fyne.CanvasObject) {
	for i, have := range f.window.Objects {
		if have == o {
			f.window.Objects = append(f.window.Objects[:i:i], f.window.Objects[i+1:]...)
			break
		}
	}
	f.canvas.Unfocus()
	f.window.Refresh()
	f.canvas.Refresh(f.window)
}

// labelled puts a caption above a field.
func (f *Frame) labelled(id string, field kit.Block) kit.Block {
	caption := kit.NewBlock(kit.Plain(f.words.Text(id), kit.SmallBold, kit.RoleMuted)...)
	return kit.Stack(0, caption, kit.Space(4), field, kit.Space(12))
}
