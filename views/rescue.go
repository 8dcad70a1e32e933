package views

import (
	"context"
	"errors"
	"log"
	"path/filepath"
	"slices"

	"briefline/app/briefing"
	"briefline/app/library"
	"briefline/views/kit"

	"fyne.io/fyne/v2"
)

// trouble tells why the library could not be opened, or only for reading, and
// offers the ways out. What is shown meanwhile stays.
func (f *Frame) trouble(problem error) {
	path, kind := f.work.path(problem), library.Problem(problem)
	words := f.problem(problem)
	if f.work.lib != nil && f.work.lib.ReadOnly() {
		words += " " + f.words.Text("library.isReadOnly")
	}
	ways := []action{{"library.way.again", func() { f.reopen(path) }}}
	if f.work.lib == nil && kind != library.ProblemForeign && kind != library.ProblemAbsent {
		ways = append(ways, action{"library.way.readOnly", func() { f.reopenReadOnly(path) }})
	}
	if restorable(kind) {
		backups, err := library.Backups(path)
		if err != nil {
			log.Print(err)
		}
		if len(backups) > 0 {
			ways = append(ways, action{"library.way.backup", func() { f.chooseBackup(path, backups) }})
		}
	}
	if kind == library.ProblemAbsent {
		ways = append(ways, action{"library.way.anew", func() { f.beginAnew(path) }})
	}
	if other, ok := f.otherLibrary(); ok {
		ways = append(ways, other)
		if usual, err := library.DefaultPath(); err == nil && usual != path {
			ways = append(ways, action{"library.way.usual", func() { f.reopen(usual) }})
		}
	}
	f.warn(words, ways...)
}

// restorable reports whether a backup may cure a problem.
func restorable(kind string) bool {
	switch kind {
	case library.ProblemDamaged, library.ProblemForeign, library.ProblemNewer, library.ProblemOther, library.ProblemAbsent:
		return true
	}
	return false
}

// path is the file of the library that an error is about.
func (w *workspace) path(problem error) string {
	var opening *library.OpenError
	switch {
	case errors.As(problem, &opening):
		return opening.Path
	case w.lib != nil:
		return w.lib.Path()
	}
	return ""
}

// reopen opens a library in the place of the one that is open, and shows what was
// open there last.
func (f *Frame) reopen(path string) {
	f.swap(path, func(ctx context.Context) (*library.Library, string, error) {
		lib, err := library.Open(ctx, path, library.Options{Bundled: f.bundled, Patience: openPatience, Known: f.memory.knows(path)})
		return lib, "", err
	})
}

// reopenReadOnly opens a library for reading.
func (f *Frame) reopenReadOnly(path string) {
	f.swap(path, func(ctx context.Context) (*library.Library, string, error) {
		lib, err := library.OpenReadOnly(ctx, path, library.Options{Patience: readPatience})
		return lib, f.words.Text("library.isReadOnly"), err
	})
}

// chooseBackup lists the backups of a library, newest first.
func (f *Frame) chooseBackup(path string, backups []library.Backup) {
	var entries []kit.Entry
	for _, b := range backups {
		id := "library.backup.daily"
		if b.Rescued {
			id = "library.backup.rescued"
		}
		if b.Version > 0 {
			id = "library.backup.migration"
		}
		label := f.words.Text(id, "date", f.day(b.Day), "size", f.words.Bytes(uint64(b.Size)))
		entries = append(entries, kit.Entry{Label: label, Do: func() { f.restoreBackup(path, b) }})
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(f.notice.Box)
	f.forms.OpenMenu(at.AddXY(12, f.notice.Size().Height-8), entries...)
}

// restoreBackup puts a backup in the place of a library, takes over what can be
// read of the damaged file, and opens it.
func (f *Frame) restoreBackup(path string, b library.Backup) {
	f.swap(path, func(ctx context.Context) (*library.Library, string, error) {
		aside, err := library.RestoreBackup(path, b)
		if err != nil {
			return nil, "", err
		}
		lib, err := library.Open(ctx, path, library.Options{Bundled: f.bundled, Patience: openPatience})
		if err != nil || aside == "" {
			return lib, f.words.Text("library.restored"), err
		}
		found, err := lib.Salvage(ctx, aside)
		if err != nil {
			log.Print(err) // nothing of the damaged file can be read; the backup can
		}
		said := f.words.Text("library.restored")
		if n := len(found.Added) + len(found.Updated); n > 0 {
			said += " " + f.words.Text("library.salvaged", "n", n)
		}
		if found.Lost > 0 {
			said += " " + f.words.Text("library.salvageLost", "n", found.Lost)
		}
		return lib, said + " " + f.words.Text("library.aside", "file", filepath.Base(aside)), nil
	})
}

// swap closes the library that is open and opens another beside the window. What
// is not saved goes along. When that cannot be, the briefing goes on showing, and
// the person is told the ways out.
func (f *Frame) swap(path string, open func(context.Context) (*library.Library, string, error)) {
	old := f.work
	f.hideNotice()
	f.spawn(func() {
		old.flush()
		if err := old.close(); err != nil {
			log.Print(err)
		}
		ctx := context.Background()
		var first opened
		lib, said, err := open(ctx)
		if err == nil {
			first.lib = lib
			first.begin(ctx)
		}
		f.later(func() {
			f.carry(old, &first, nil, func(left []unsaved) {
				f.swapped(path, &first, left, said, err)
			})
		})
	})
}

// carry saves into the library of first what old has not saved, as long as there
// is any: editing goes on meanwhile. Then it reads what is shown first, and calls
// done with what is not saved. taken is what was saved before.
func (f *Frame) carry(old *workspace, first *opened, taken []unsaved, done func(left []unsaved)) {
	unsavedYet := func() []unsaved {
		return slices.DeleteFunc(old.unsaved(), func(u unsaved) bool {
			return slices.ContainsFunc(taken, func(t unsaved) bool { return t.Briefing == u.Briefing })
		})
	}
	left := unsavedYet()
	if first.lib == nil || taken != nil && len(left) == 0 {
		done(left)
		return
	}
	f.spawn(func() {
		ctx := context.Background()
		err := library.ErrReadOnly
		if !first.lib.ReadOnly() {
			err = takeOver(ctx, first.lib, left)
		}
		first.last(ctx)
		first.list(ctx)
		f.later(func() {
			if err != nil {
				log.Print(err)
				done(unsavedYet())
				return
			}
			f.carry(old, first, append(append([]unsaved{}, taken...), left...), done)
		})
	})
}

// swapped shows what a library begins with that was opened in the place of another.
func (f *Frame) swapped(path string, first *opened, left []unsaved, said string, err error) {
	f.work = newWorkspace(f, first.lib)
	switch {
	case err != nil:
		log.Print(err)
	case first.b == nil && f.index == nil:
		return
	}
	if first.b == nil {
		first.b = f.index.Briefing
	}
	f.work.open(first.b, first.id, first.revision, first.history)
	f.work.carried = left
	f.work.changedAt = first.changed
	f.listLibrary(first.listing)
	f.libraryOpened()
	f.work.begin(first.seen)
	switch {
	case err != nil:
		f.trouble(err)
		return
	case said != "":
		f.tell(said)
	}
	if service := f.memory.holds(path); service != "" && said == "" {
		f.tell(f.words.Text("library.synced", "service", service))
	}
	if f.setLibrary != nil {
		f.setLibrary(path)
	}
}

// unsaved is an edit that no library has, with the file of the one that its ID is
// of.
type unsaved struct {
	library.Edit
	from string
}

// unsaved returns the edits that are in no library yet.
func (w *workspace) unsaved() []unsaved {
	edits := slices.Clone(w.carried)
	if w.queue != nil {
		for _, e := range w.queue.Waiting() {
			edits = append(edits, unsaved{e, w.lib.Path()})
		}
	}
	return append(edits, w.unkept()...)
}

// unkept returns what was edited of the briefing that is open, when there is no
// library that keeps it.
func (w *workspace) unkept() []unsaved {
	if w.session == nil || w.keeps() || w.session.Briefing() == w.held {
		return nil
	}
	edit := unsaved{Edit: library.Edit{ID: w.id, Briefing: w.session.Briefing(), Base: w.base}}
	if w.lib != nil {
		edit.from = w.lib.Path()
	}
	return []unsaved{edit}
}

// takeOver saves what could not be saved before: as edits where the library is the
// same and still has the briefing, else as briefings of their own.
func takeOver(ctx context.Context, lib *library.Library, left []unsaved) error {
	var edits []library.Edit
	var made []*briefing.Briefing
	for _, u := range left {
		if u.ID != "" && u.from == lib.Path() {
			edits = append(edits, u.Edit)
		} else {
			made = append(made, u.Briefing)
		}
	}
	saved, err := lib.SaveAll(ctx, edits)
	if err != nil {
		return err
	}
	for i, s := range saved {
		if errors.Is(s.Err, library.ErrMissing) {
			made = append(made, edits[i].Briefing)
		} else if s.Err != nil {
			log.Print(s.Err) // kept beside the current version
		}
	}
	if len(made) == 0 {
		return nil
	}
	_, err = lib.AddAll(ctx, made)
	return err
}

// otherLibrary is the way to a library in another folder; false where nobody can
// be asked for one.
func (f *Frame) otherLibrary() (way action, ok bool) {
	return action{"library.way.other", func() {
		f.askFolder(func(dir string) { f.reopen(filepath.Join(dir, library.FileName)) })
	}}, f.askFolder != nil
}

// damaged names the briefings that are not what was saved, and offers the versions
// of the first that the backups hold.
func (f *Frame) damaged(d *library.DamageError) {
	lib := f.work.lib
	title := d.IDs[0]
	if e, err := lib.Entry(context.Background(), title); err == nil {
		title = e.Title
	}
	id := d.IDs[0]
	f.warn(f.words.Text("library.damagedBriefing", "title", briefing.Shorten(title, 120), "n", len(d.IDs)),
		action{"library.way.backup", func() { f.chooseBacked(id) }})
}

// chooseBacked lists the versions of one briefing that the backups hold, and makes
// the one that is chosen current.
func (f *Frame) chooseBacked(id string) {
	lib := f.work.lib
	f.background(func() func() {
		held, err := lib.InBackups(context.Background(), id)
		return func() {
			switch {
			case err != nil:
				log.Print(err)
				f.Say(f.problem(err))
				return
			case len(held) == 0:
				f.Say(f.words.Text("library.noneInBackups"))
				return
			}
			var entries []kit.Entry
			for _, one := range held {
				label := f.words.Text("library.backed", "date", f.day(one.Backup.Day), "title", briefing.Shorten(one.Title, 60))
				entries = append(entries, kit.Entry{Label: label, Do: func() { f.takeBacked(one.Backup, id) }})
			}
			f.forms.OpenMenu(fyne.NewPos(libraryWidth, barHeight), entries...)
		}
	})
}

// takeBacked makes the version of a briefing that a backup holds the current one.
func (f *Frame) takeBacked(b library.Backup, id string) {
	f.work.flush()
	lib := f.work.lib
	f.background(func() func() {
		got, _, err := lib.FromBackup(context.Background(), b, id)
		return func() {
			if err != nil {
				log.Print(err)
				f.Say(f.problem(err))
				return
			}
			f.stage.Clear()
			f.hideNotice()
			f.libraryChanged(got)
			if got == f.work.id {
				f.work.reload(false)
			} else {
				f.work.openID(got)
			}
			f.tell(f.words.Text("versions.restored", "when", f.day(b.Day)))
		}
	})
}
