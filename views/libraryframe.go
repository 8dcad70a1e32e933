package views

import (
	"slices"

	"briefline/views/kit"

	"fyne.io/fyne/v2"
)

// placeLibrary puts the library's column and returns how much of the width it
// takes from the others.
func (f *Frame) placeLibrary(s fyne.Size) float32 {
	p := f.library
	if p == nil {
		return 0
	}
	setVisible(p.Box, p.shown(s.Width))
	kit.Put(p.Box, 0, barHeight, libraryWidth, s.Height-barHeight-statusHeight)
	return p.docked(s.Width)
}

// relayout places the parts of the window again when a column comes or goes.
func (f *Frame) relayout() {
	f.root.Refresh()
	f.search.Box.Arrange()
	f.canvas.Refresh(f.root)
}

// listLibrary shows the column of the library that is open; without one there is
// none.
func (f *Frame) listLibrary(s listing) {
	hidden := f.library != nil && f.library.hidden
	f.library = nil
	if f.work.lib != nil {
		f.library = newLibraryPanel(f)
		f.library.hidden = hidden
		f.library.set(s)
	}
	if f.index != nil {
		f.update(f.index.Briefing)
	}
}

// libraryChanged brings the list of the library up to date with what happened to
// some briefings.
func (f *Frame) libraryChanged(ids ...string) {
	if f.library != nil && len(ids) > 0 && !f.work.closed.Load() {
		f.library.follow(ids)
	}
}

// libraryOpened marks the briefing that is open in the list, and says when it was
// saved last.
func (f *Frame) libraryOpened() {
	f.status.at, f.status.saved = f.work.changedAt, ""
	f.status.age()
	p := f.library
	if p == nil {
		return
	}
	p.list.SetOpen(f.work.id)
	if p.find(f.work.id) >= 0 && !slices.Contains(idsOf(p.chosen()), f.work.id) {
		p.list.Choose(f.work.id)
	}
}
