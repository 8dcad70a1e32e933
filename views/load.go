package views

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"log"
	"os"
	"path/filepath"
	"strings"

	"briefline/app/briefing"
	"briefline/app/library"
)

// opened is what the window begins with.
type opened struct {
	lib      *library.Library
	b        *briefing.Briefing
	id       string // in the library
	revision int64
	history  []byte
	article  string // a file that is to be drafted
	err      error  // of the library, or of what was asked for
}

// openFirst opens the library and what the window begins with: the file that was
// asked for, else what was open last. Without a library, or when it cannot be
// opened, the briefing is shown all the same.
func openFirst(o Options) (first opened) {
	ctx := context.Background()
	if o.Library != "" {
		lib, err := library.Open(ctx, o.Library, library.Options{Bundled: o.Bundled})
		if err != nil {
			log.Print(err)
			first.err = err
			if lib, err = library.OpenReadOnly(ctx, o.Library, library.Options{}); err != nil {
				log.Print(err)
				lib = nil
			}
		}
		first.lib = lib
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
	return first
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

// fetch reads a briefing of the library.
func (first *opened) fetch(ctx context.Context, id string) {
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
	entries, err := first.lib.List(ctx, library.Filter{Limit: 1})
	if err != nil {
		first.err = err
		return
	}
	if len(entries) > 0 {
		first.fetch(ctx, entries[0].ID)
	}
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
func (f *Frame) load(o Options, paths ...string) {
	f.background(func() func() {
		var articles []article
		var files []library.File
		var failed []string
		for _, path := range unfold(paths) {
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
			if len(files) > 0 {
				f.notice.Hide()
				f.work.take(files)
			}
			if len(articles) > 0 {
				f.draft(articles...)
			}
			if len(failed) > 0 {
				f.Say(strings.Join(failed[:min(len(failed), mostFailures)], "\n"))
			}
		}
	})
}

// draftFolder drafts every file of a folder and those below it.
func (f *Frame) draftFolder(dir string) {
	f.background(func() func() {
		var articles []article
		for _, path := range unfold([]string{dir}) {
			if !strings.EqualFold(filepath.Ext(path), ".briefing") {
				articles = append(articles, article{name: path})
			}
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

// unfold puts in the place of each folder the files in it and below, hidden ones
// apart.
func unfold(paths []string) (out []string) {
	for _, path := range paths {
		info, err := os.Stat(path)
		if err != nil || !info.IsDir() {
			out = append(out, path)
			continue
		}
		err = filepath.WalkDir(path, func(p string, e fs.DirEntry, err error) error {
			hidden := strings.HasPrefix(filepath.Base(p), ".") && p != path
			switch {
			case err != nil:
				return nil // what cannot be read is left out
			case e.IsDir() && hidden:
				return fs.SkipDir
			case e.Type().IsRegular() && !hidden:
				out = append(out, p)
			}
			return nil
		})
		if err != nil {
			log.Print(err)
		}
	}
	return out
}

// take puts briefing files into the library and opens the first that is sound.
func (w *workspace) take(files []library.File) {
	if w.lib == nil || w.lib.ReadOnly() {
		b, err := briefing.Read(bytes.NewReader(files[0].Data))
		if err != nil {
			w.f.Say(err.Error())
			return
		}
		w.open(b, "", 0, nil)
		return
	}
	w.flush()
	w.f.background(func() func() {
		in, err := w.lib.Import(context.Background(), files...)
		return func() {
			if err != nil {
				w.f.Say(w.f.problem(err))
				return
			}
			w.f.libraryChanged()
			for _, one := range in {
				if one.Err == nil {
					w.id = "" // open it anew even when it is the one that is open
					w.openID(one.ID)
					return
				}
			}
			w.f.Say(in[0].Err.Error())
		}
	})
}
