package views

import (
	"briefline/views/kit"
	"briefline/views/panels"

	"fyne.io/fyne/v2"
)

// mainMenu shows what can be done with the program and the briefing that is open,
// below the button that was pressed.
func (f *Frame) mainMenu(at fyne.Position) {
	f.forms.OpenMenu(at, f.menuEntries(at)...)
}

func (f *Frame) menuEntries(at fyne.Position) []kit.Entry {
	w := f.words
	when := func(on bool, do func()) func() {
		if on {
			return do
		}
		return nil
	}
	undo, redo := f.work.undoLabel(), f.work.redoLabel()
	undoDo, redoDo := when(undo != "", f.work.undo), when(redo != "", f.work.redo)
	if undo == "" {
		undo = w.Text("edit.undo.none")
	}
	if redo == "" {
		redo = w.Text("edit.redo.none")
	}
	review := kit.Entry{Label: w.Text("menu.review"), Keys: kit.Keys("Main+R"), Do: when(f.canReview(), f.openReview)}
	if f.canReopen() {
		review = kit.Entry{Label: w.Text("menu.reopenReview"), Do: f.reopenReview}
	}
	return []kit.Entry{
		{Label: w.Text("menu.new"), Keys: kit.Keys("Main+N"), Do: when(f.make != nil, f.openNew)},
		{Label: w.Text("menu.open"), Keys: kit.Keys("Main+O"), Do: when(f.open != nil, func() { f.open() })},
		{Label: w.Text("menu.copy"), Keys: kit.Keys("Main+Shift+S"), Do: when(f.askSave != nil, f.saveCopy)},
		{},
		{Label: undo, Keys: kit.Keys("Main+Z"), Do: undoDo},
		{Label: redo, Keys: kit.Keys("Main+Shift+Z"), Do: redoDo},
		{},
		{Label: w.Text("menu.editPicked"), Keys: "F2", Do: when(f.forms.CanEdit() && f.pick != (panels.Pick{}), func() { f.forms.Edit(f.pick) })},
		{Label: w.Text("menu.add"), Do: when(f.forms.CanEdit(), func() { f.forms.OpenMenu(at, f.forms.AddEntries()...) })},
		{},
		{Label: w.Text("menu.library"), Keys: kit.Keys("Main+B"), Do: when(f.library != nil, f.library.toggle)},
		{Label: w.Text("menu.versions"), Do: when(f.library != nil && f.work.id != "", func() { f.openVersions(f.work.id) })},
		{},
		review,
		{Label: w.Text("menu.print"), Keys: kit.Keys("Main+P"), Do: f.openPrint},
		{Label: w.Text("menu.theme"), Do: f.cycleMode},
		{},
		{Label: w.Text("menu.about"), Do: f.openAbout},
	}
}
