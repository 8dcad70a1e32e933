package views

import (
	"context"
	"errors"
	"log"
	"path/filepath"

	"briefline/app/library"
)

// takenAway tells that the library's file is not the open one any more, once, and
// keeps what was saved in a copy, which can be put back. What is not saved goes
// along with that.
func (w *workspace) takenAway(problem error) {
	f := w.f
	if w != f.work || w.moved {
		return
	}
	w.moved = true
	f.status.unsaved()
	lib := w.lib
	f.spawn(func() {
		kept, err := lib.Rescue(context.Background())
		f.later(func() {
			if w != f.work {
				return
			}
			path := lib.Path()
			words := f.words.Text("library.problem."+library.ProblemMoved, "file", path) + " "
			var ways []action
			if err != nil {
				log.Print(errors.Join(problem, err))
				words += f.words.Text("library.movedLost") + " " + f.problem(err)
			} else {
				words += f.words.Text("library.movedKept", "file", kept.Path)
				ways = append(ways, action{"library.way.putBack", func() { f.restoreBackup(path, kept) }})
			}
			if other, ok := f.otherLibrary(); ok {
				ways = append(ways, other)
			}
			if f.askSave != nil {
				ways = append(ways, action{"menu.copy", f.saveCopy})
			}
			f.warn(words, ways...)
		})
	})
}

// offerRescued offers what an earlier start kept of a library that was taken away,
// when nobody has taken it over yet.
func (f *Frame) offerRescued() {
	w := f.work
	if w.queue == nil {
		return
	}
	path := w.lib.Path()
	kept, err := library.Rescued(path)
	if err != nil || len(kept) == 0 {
		return
	}
	f.tell(f.words.Text("library.rescuedOffer", "file", filepath.Base(kept[0].Path), "date", f.day(kept[0].Day)),
		action{"library.way.takeOver", func() { f.takeRescued(kept[0]) }})
}

// takeRescued takes over what a rescued copy has and the library has not.
func (f *Frame) takeRescued(b library.Backup) {
	lib := f.work.lib
	f.background(func() func() {
		found, err := lib.Salvage(context.Background(), b.Path)
		if err == nil {
			err = library.TakeRescued(b)
		}
		return func() {
			if err != nil {
				log.Print(err)
				f.Say(f.problem(err))
				return
			}
			f.tell(f.words.Text("library.salvaged", "n", len(found.Added)+len(found.Updated)))
			if f.library != nil {
				f.library.read()
			}
		}
	})
}

// beginAnew begins a library at a path that has lost the one it had, because the
// person wants that.
func (f *Frame) beginAnew(path string) {
	f.swap(path, func(ctx context.Context) (*library.Library, string, error) {
		if _, err := library.BeginAnew(path); err != nil {
			return nil, "", err
		}
		lib, err := library.Open(ctx, path, library.Options{Bundled: f.bundled, Patience: openPatience, New: true})
		return lib, "", err
	})
}
