package views

import (
	"briefline/views/panels"
	"briefline/views/stage"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// key does what a key means for the panels, and reports whether it means anything.
func (f *Frame) key(name fyne.KeyName) bool {
	if name == fyne.KeyEscape {
		f.escape()
		return true
	}
	return f.forms.Key(name)
}

// escape takes back one thing after another: results, selected words, pick.
func (f *Frame) escape() {
	switch {
	case f.results.Visible():
		f.results.close()
	case f.library != nil && f.library.drawer && f.size.Width < libraryLeast:
		f.library.toggle()
	case f.theme.ClearSelection():
	default:
		f.Pick(panels.Pick{})
	}
}

func (f *Frame) shortcuts() {
	on := func(key fyne.KeyName, do func()) {
		f.canvas.AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault},
			func(fyne.Shortcut) {
				if f.stage.Shortcut(key) {
					do()
				}
			})
	}
	inPanels := func(key fyne.KeyName, do func()) { // which show
		on(key, func() {
			if f.stage.Bare() {
				do()
			}
		})
	}
	inPanels(fyne.KeyK, f.search.focus)
	inPanels(fyne.KeyF, f.search.focus)
	inPanels(fyne.KeyL, func() { f.timeline.ShowList(!f.timeline.AsList()) })
	inPanels(fyne.Key1, func() { f.side.tabs.Choose(tabParticipants) })
	inPanels(fyne.Key2, func() { f.side.tabs.Choose(tabSource) })
	inPanels(fyne.Key3, func() { f.side.tabs.Choose(tabDates) })
	inPanels(fyne.KeyB, func() { f.library.toggle() })
	on(fyne.KeyP, f.openPrint)
	on(fyne.KeyR, f.openReview)
	on(fyne.KeyReturn, func() {}) // the review's
	on(fyne.KeyEnter, func() {})
	on(fyne.Key4, func() {})
	on(fyne.KeyN, f.openNew)
	on(fyne.KeyO, func() {
		if f.open != nil {
			f.open()
		}
	})
	f.canvas.AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) { f.work.undo() })
	f.canvas.AddShortcut(&fyne.ShortcutRedo{}, func(fyne.Shortcut) { f.work.redo() })
	f.canvas.AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift},
		func(fyne.Shortcut) { f.work.redo() })
	f.canvas.AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyS, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift},
		func(fyne.Shortcut) { f.saveCopy() })
	f.canvas.AddShortcut(&fyne.ShortcutPaste{}, func(fyne.Shortcut) {
		if _, asking := stage.Find[*newView](f.stage); f.make != nil && (asking && !f.stage.Covered() || f.stage.Bare()) {
			f.paste()
		}
	})
	f.canvas.AddShortcut(&fyne.ShortcutCopy{}, func(fyne.Shortcut) {
		if s := f.theme.Selection(); s != "" {
			fyne.CurrentApp().Clipboard().SetContent(s)
		}
	})
}
