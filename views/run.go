//go:build !headless

package views

import (
	"context"
	"errors"
	"log"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"time"

	"briefline/app/briefing"
	"briefline/app/crash"
	"briefline/app/desk"
	"briefline/app/i18n"
	"briefline/app/library"
	"briefline/app/settings"
	"briefline/assets"
	"briefline/views/kit"
	"briefline/views/panels"
	"briefline/views/stage"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
)

// AppID is what the desktop knows the program by.
const AppID = "org.briefline.Briefline"

// Run opens the window and returns when it was closed.
func Run(o desk.Window) error {
	words, err := i18n.Load(assets.I18n(), language)
	if err != nil {
		return err
	}
	path, s := loadSettings()
	m := newMemory(path, s)
	theme := kit.NewTheme(assets.Fonts(), modeOf(s.Theme))
	// Library and briefing are read while the window comes up.
	if usual, err := library.DefaultPath(); err == nil && o.Library == usual && s.Library != "" {
		o.Library = s.Library
	}
	loaded := make(chan opened, 1)
	go func() {
		var first opened
		err := crash.Try(func() error {
			first = openFirst(o, m)
			return nil
		})
		if err != nil {
			log.Print(err)
			first.err = err
		}
		loaded <- first
		if first.b != nil {
			kit.Warm(theme.Fonts, panels.FirstTexts(first.b))
		}
	}()
	if dir, err := os.UserCacheDir(); err == nil {
		// Fyne makes its folder in the cache, but not the cache itself.
		if err := os.MkdirAll(dir, 0o700); err != nil {
			log.Print(err)
		}
	}
	icon := fyne.NewStaticResource("icon.png", assets.Icon())
	app.SetMetadata(fyne.AppMetadata{ID: AppID, Name: words.Text("app.name"), Version: o.Program.Version, Build: o.Program.Build, Icon: icon, Migrations: map[string]bool{"fyneDo": true}})
	a := app.NewWithID(AppID)
	a.Settings().SetTheme(theme)
	w := a.NewWindow(words.Text("app.name"))
	w.SetPadded(false)
	f := newFrame(words, theme, w.Canvas())
	f.program = o.Program
	f.setMode = func(mode kit.Mode) {
		m.change(func(s *settings.Settings) bool { s.Theme = settings.Theme(mode); return true })
	}
	f.open = func() { f.ask(w, o) }
	f.make = func(ctx context.Context, a article) (*briefing.Briefing, error) { return o.Draft(ctx, a.name, a.text) }
	f.redate = o.Redate
	f.askFiles = func(folder bool) { f.askArticles(w, folder) }
	f.askFolder = func(done func(dir string)) { f.askDir(w, done) }
	f.bundled = o.Bundled
	f.setLibrary = func(path string) {
		if usual, err := library.DefaultPath(); err == nil && path == usual {
			path = ""
		}
		m.change(func(s *settings.Settings) bool { s.Library = path; return true })
	}
	if keepFiles() {
		f.askSave = func(name string, done func(path string)) { f.askPath(w, name, done) }
	}
	f.sendJob = func(ctx context.Context, path, title, paper string) (string, bool, error) {
		return send(ctx, words, path, title, paper)
	}
	f.every = every
	f.openFile = func(path string) {
		if err := a.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}); err != nil {
			log.Print(err)
		}
	}
	first := <-loaded
	if err := f.begin(first, o.Bundled); err != nil {
		return err
	}
	if f.library != nil {
		f.library.hidden = s.LibraryHidden
	}
	f.side.tabs.Choose(tabOf(s))
	f.hintClosed = func() {
		m.change(func(s *settings.Settings) bool { s.HintClosed = true; return true })
	}
	if !s.HintClosed {
		f.showHint()
	}
	w.SetContent(watchFirstFrame(f.stage.Window))
	w.Resize(windowSize(s))
	w.SetOnDropped(func(_ fyne.Position, uris []fyne.URI) {
		var paths []string
		for _, u := range uris {
			paths = append(paths, u.Path())
		}
		f.load(o, paths...)
	})
	closing := func() {
		f.remember()
		f.task.end()
		if err := f.work.close(); err != nil {
			log.Print(err)
		}
		w.Close()
	}
	w.SetCloseIntercept(func() {
		if f.forms.Leave() && f.work.mayClose(closing) {
			closing()
		}
	})
	if first.article != "" {
		f.draft(article{name: first.article})
	}
	a.Lifecycle().SetOnStarted(func() {
		// What is queued now runs after the first frame is shown.
		go fyne.Do(func() { go m.drawn() })
		f.remembers()
		f.work.begin(first.seen)
		if f.library != nil && len(first.listing.entries) == libraryFirst {
			f.library.read() // the rest of the list
		}
	})
	a.Lifecycle().SetOnEnteredForeground(func() { f.work.lookNow() })
	a.Lifecycle().SetOnExitedForeground(func() {
		f.remember()
		f.spawn(f.work.flush)
	})
	w.ShowAndRun()
	return nil
}

// askDir lets the person choose a folder.
func (f *Frame) askDir(w fyne.Window, done func(dir string)) {
	f.showDialog(w, dialog.NewFolderOpen(func(u fyne.ListableURI, err error) {
		switch {
		case err != nil:
			f.Say(err.Error())
		case u != nil:
			done(u.Path())
		}
	}, w))
}

// every calls do on the window's thread again and again until stop is called.
func every(each time.Duration, do func()) (stop func()) {
	t, done := time.NewTicker(each), make(chan struct{})
	go func() {
		for {
			select {
			case <-t.C:
				fyne.Do(do)
			case <-done:
				return
			}
		}
	}()
	return sync.OnceFunc(func() {
		t.Stop()
		close(done)
	})
}

// ask lets the person choose a file and opens it.
func (f *Frame) ask(w fyne.Window, o desk.Window) {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil {
			f.Say(err.Error())
			return
		}
		if r == nil {
			return
		}
		path := r.URI().Path()
		r.Close()
		f.load(o, path)
	}, w)
	d.SetFilter(storage.NewExtensionFileFilter([]string{".briefing", ".pdf"}))
	f.showDialog(w, d)
}

// askPath lets the person choose where to save a file.
func (f *Frame) askPath(w fyne.Window, name string, done func(path string)) {
	d := dialog.NewFileSave(func(c fyne.URIWriteCloser, err error) {
		if err != nil {
			f.Say(err.Error())
			return
		}
		if c == nil {
			return
		}
		path := c.URI().Path()
		c.Close()
		done(path)
	}, w)
	d.SetFileName(name)
	f.showDialog(w, d)
}

// showDialog shows a file dialog that Escape closes.
func (f *Frame) showDialog(w fyne.Window, d *dialog.FileDialog) {
	closed := false
	l := &stage.Layer{Kind: stage.Foreign, Of: d, Closed: func() {
		if !closed { // by Escape, or for something else
			d.Hide()
		}
	}}
	d.SetOnClosed(func() {
		closed = true
		f.stage.Close(l)
	})
	f.stage.Push(l)
	d.Show() // builds the dialog: before, it has no size to set
	size := w.Canvas().Size()
	d.Resize(fyne.NewSize(min(820, size.Width-60), min(560, size.Height-60)))
}

// askArticles lets the person choose an article, or a folder of them, and drafts
// it.
func (f *Frame) askArticles(w fyne.Window, folder bool) {
	if !folder {
		f.showDialog(w, dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
			if err != nil {
				f.Say(err.Error())
				return
			}
			if r == nil {
				return
			}
			path := r.URI().Path()
			r.Close()
			f.draft(article{name: path})
		}, w))
		return
	}
	f.showDialog(w, dialog.NewFolderOpen(func(u fyne.ListableURI, err error) {
		if err != nil {
			f.Say(err.Error())
			return
		}
		if u != nil {
			f.draftFolder(u.Path())
		}
	}, w))
}

// loadSettings reads the settings; a fault in them is logged and never keeps
// the window from opening.
func loadSettings() (path string, s settings.Settings) {
	path, err := settings.Path()
	if err != nil {
		log.Print(err)
		return "", settings.Default()
	}
	s, err = settings.Load(path)
	if broken := (*settings.BrokenError)(nil); err != nil && !errors.As(err, &broken) {
		log.Print(err)
		return "", s
	}
	return path, s
}

// windowSize is how large the window was left, or how large it opens first.
func windowSize(s settings.Settings) fyne.Size {
	if s.Width <= 0 || s.Height <= 0 {
		return fyne.NewSize(1360, 860)
	}
	return fyne.NewSize(max(s.Width, minWidth), max(s.Height, minHeight))
}
