package views

import (
	"bytes"
	"context"
	"errors"
	"log"
	"path/filepath"
	"strings"
	"time"

	"briefline/app/briefing"
	"briefline/app/desk"
	"briefline/app/library"
)

// opened is what the window begins with.
type opened struct {
	lib      *library.Library
	b        *briefing.Briefing
	id       string // in the library
	revision int64
	history  []byte
	article  string    // a file that is to be drafted
	err      error     // of what was asked for
	listing  listing   // what the library's column begins with
	changed  time.Time // when b was saved last; zero: unknown
	seen     int64     // the library's last change that is in it
	memory   *memory   // of earlier starts; nil: none
	synced   string    // the program that copies the library's folder, when that is to be told
	problem  error     // why the library could not be opened, or only for reading
}

// How long the window waits for another program that has the library locked,
// before it opens without it.
const openPatience, readPatience = 2 * time.Second, time.Second / 2

// openFirst opens the library and what the window begins with: the file that was
// asked for, else what was open last. Without a library, or when it cannot be
// opened, the briefing is shown all the same.
func openFirst(o desk.Window, m *memory) (first opened) {
	first.memory = m
	ctx := context.Background()
	if o.Library != "" {
		lib, err := library.Open(ctx, o.Library, library.Options{Bundled: o.Bundled, Patience: openPatience, Known: m.knows(o.Library)})
		if err != nil {
			log.Print(err)
			first.problem = err
			if lib, err = library.OpenReadOnly(ctx, o.Library, library.Options{Patience: readPatience}); err != nil {
				log.Print(err)
				lib = nil
			}
		}
		first.lib = lib
		if lib != nil {
			first.begin(ctx)
			first.synced = m.holds(lib.Path())
		}
	}
	var data []byte
	var err error
	switch {
	case o.Start != nil:
		data, err = o.Start()
	case o.File != "":
		if data, err = o.Bytes(o.File); err == nil && data == nil {
			first.article = o.File
		}
	}
	if err != nil {
		first.err = err
	}
	switch {
	case data != nil:
		first.take(ctx, data)
	case first.lib != nil:
		first.last(ctx)
	}
	if first.lib != nil {
		first.list(ctx)
	}
	return first
}

// begin takes down what has happened in the library up to now.
func (first *opened) begin(ctx context.Context) {
	var err error
	if _, first.seen, err = first.lib.Changes(ctx, -1); err != nil {
		log.Print(err)
	}
}

// list reads what the library's column begins with.
func (first *opened) list(ctx context.Context) {
	var err error
	if first.listing, err = readListing(ctx, first.lib, library.Filter{Limit: libraryFirst}); err != nil {
		log.Print(err)
	}
	for _, e := range first.listing.entries {
		if e.ID == first.id {
			first.changed = e.Changed
		}
	}
}

// take imports a briefing in the file form.
func (first *opened) take(ctx context.Context, data []byte) {
	b, err := briefing.Read(bytes.NewReader(data))
	if err != nil {
		first.err = err
		return
	}
	first.b = b
	if first.lib == nil || first.lib.ReadOnly() {
		return
	}
	in, err := first.lib.Import(ctx, library.File{Data: data})
	switch {
	case err != nil:
		first.err = err
	case in[0].Err != nil:
		first.err = in[0].Err
	default:
		first.fetch(ctx, in[0].ID)
	}
}

// fetch reads a briefing of the library, after a note of that: when it cannot be
// drawn, the next start goes without it.
func (first *opened) fetch(ctx context.Context, id string) {
	if !first.memory.note(first.lib, id) {
		return
	}
	b, revision, err := first.lib.Briefing(ctx, id)
	if err != nil {
		first.err = err
		return
	}
	first.b, first.id, first.revision = b, id, revision
	if first.history, err = first.lib.History(ctx, id); err != nil {
		log.Print(err)
	}
	if err := first.lib.Touch(ctx, id); err != nil && !errors.Is(err, library.ErrReadOnly) {
		log.Print(err)
	}
}

// last reads what was open last.
func (first *opened) last(ctx context.Context) {
	entries, err := first.lib.List(ctx, library.Filter{Limit: 20})
	if err != nil {
		first.err = err
		return
	}
	for _, e := range entries {
		if first.fetch(ctx, e.ID); first.b != nil || first.err != nil {
			return
		}
	}
}

// begin shows what the window begins with: without anything else the bundled
// briefing.
func (f *Frame) begin(first opened, bundled []byte) (err error) {
	f.work = newWorkspace(f, first.lib)
	f.memory = first.memory
	if first.b == nil {
		if first.b, err = briefing.Read(bytes.NewReader(bundled)); err != nil {
			return err
		}
	}
	f.work.open(first.b, first.id, first.revision, first.history)
	f.work.changedAt = first.changed
	f.listLibrary(first.listing)
	f.libraryOpened()
	switch {
	case first.problem != nil:
		f.trouble(first.problem)
	case first.memory != nil && first.memory.died != nil && first.lib != nil:
		f.diedOf(*first.memory.died)
	case first.err != nil:
		f.Say(f.startError(first.err))
	case first.synced != "":
		f.tell(f.words.Text("library.synced", "service", first.synced))
	default:
		f.offerRescued()
	}
	f.offerTyping()
	return nil
}

// startError words what went wrong when the window began.
func (f *Frame) startError(err error) string {
	if name := library.Problem(err); name != library.ProblemOther && name != "" {
		return f.problem(err)
	}
	return err.Error()
}

// load opens files: briefings go into the library, articles are drafted, folders
// are looked through. What is open stays open when nothing can be read.
func (f *Frame) load(o desk.Window, paths ...string) {
	f.background(func() func() {
		var articles []article
		var files []library.File
		var failed []string
		for _, path := range unfold(paths, nil) {
			data, err := o.Bytes(path)
			switch {
			case err != nil:
				failed = append(failed, err.Error())
			case data == nil:
				articles = append(articles, article{name: path})
			default:
				files = append(files, library.File{Name: path, Data: data})
			}
		}
		return func() {
			if len(articles) > 0 {
				f.draft(articles...)
			}
			if len(files) > 0 {
				f.notice.Hide()
				f.work.take(files, failed)
			} else {
				f.fileFailures(failed)
			}
		}
	})
}

// draftFolder drafts every file of a folder and those below it.
func (f *Frame) draftFolder(dir string) {
	f.background(func() func() {
		var articles []article
		for _, path := range unfold([]string{dir}, desk.IsBriefing) {
			articles = append(articles, article{name: path})
		}
		return func() {
			if len(articles) == 0 {
				f.Say(f.words.Text("new.emptyFolder", "folder", filepath.Base(dir)))
				return
			}
			f.draft(articles...)
		}
	})
}

// unfold puts in the place of each folder the files in it and below; what cannot be
// read is left out.
func unfold(paths []string, skip func(path string) bool) []string {
	files, err := desk.Unfold(paths, skip)
	if err != nil {
		log.Print(err)
	}
	return files
}

// take puts briefing files into the library and opens the first that is sound.
// told is what could not even be read; it is told with what could not be imported.
func (w *workspace) take(files []library.File, told []string) {
	if w.lib == nil || w.lib.ReadOnly() {
		b, err := briefing.Read(bytes.NewReader(files[0].Data))
		if err != nil {
			w.f.fileFailures(append(told, err.Error()))
			return
		}
		w.open(b, "", 0, nil)
		w.f.fileFailures(told)
		return
	}
	w.flush()
	f, n := w.f, len(files)
	ctx := context.Background()
	if n > keepBatch {
		ctx = f.task.begin(f.words.Text("task.keeping", "done", 0, "n", n))
	}
	f.spawn(func() {
		var in []library.Imported
		var failed error
		for len(in) < n && failed == nil && ctx.Err() == nil {
			var more []library.Imported
			if more, failed = w.lib.Import(ctx, files[len(in):min(len(in)+keepBatch, n)]...); failed == nil {
				in = append(in, more...)
				done := len(in)
				f.later(func() {
					if n > keepBatch && ctx.Err() == nil {
						f.task.say(f.words.Text("task.keeping", "done", done, "n", n), float32(done)/float32(n))
					}
				})
			}
		}
		f.later(func() {
			stopped := ctx.Err() != nil
			if n > keepBatch && !stopped {
				f.task.end()
			}
			if failed != nil && !stopped {
				log.Print(failed)
				told = append(told, f.problem(failed))
			}
			w.taken(in, told)
		})
	})
}

// taken opens the first briefing that was imported, and tells what was not.
func (w *workspace) taken(in []library.Imported, told []string) {
	var ids []string
	for _, one := range in {
		if one.Err != nil {
			told = append(told, one.Err.Error())
		} else {
			ids = append(ids, one.ID)
		}
	}
	w.f.libraryChanged(ids...)
	for _, one := range in {
		if one.Mended.Path != "" {
			told = append(told, w.f.words.Text("library.mended", "file", filepath.Base(one.Name), "fault", one.Mended.String()))
		}
	}
	if len(ids) == 0 {
		w.f.fileFailures(told)
		return
	}
	w.id = "" // open it anew even when it is the one that is open
	w.openAnd(ids[0], func() { w.f.fileFailures(told) })
}

// fileFailures tells which files could not be opened, and why.
func (f *Frame) fileFailures(told []string) {
	if len(told) == 0 {
		return
	}
	lines := told[:min(len(told), mostFailures):min(len(told), mostFailures)]
	if more := len(told) - mostFailures; more > 0 {
		lines = append(lines, f.words.Text("task.moreFailures", "n", more))
	}
	f.Say(strings.Join(lines, "\n"))
}
