//go:build !headless

package views

import (
	"bytes"
	"context"
	"errors"
	"log"
	"net/url"
	"os"
	"path/filepath"

	"briefline/app/briefing"
	"briefline/app/i18n"
	"briefline/app/settings"
	"briefline/assets"
	"briefline/views/kit"
	"briefline/views/panels"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
)

// AppID is what the desktop knows the program by.
const AppID = "org.briefline.Briefline"

// Run opens the window and returns when it was closed.
func Run(o Options) error {
	words, err := i18n.Load(assets.I18n(), language)
	if err != nil {
		return err
	}
	path, s := loadSettings()
	theme := kit.NewTheme(assets.Fonts(), modeOf(s.Theme))
	// The briefing is read while the window comes up.
	loaded := make(chan loadedFile, 1)
	go func() {
		b, err := o.Load()
		loaded <- loadedFile{b, err}
		if err == nil {
			kit.Warm(theme.Fonts, panels.FirstTexts(b))
		}
	}()
	if dir, err := os.UserCacheDir(); err == nil {
		// Fyne makes its folder in the cache, but not the cache itself.
		if err := os.MkdirAll(dir, 0o700); err != nil {
			log.Print(err)
		}
	}
	app.SetMetadata(fyne.AppMetadata{ID: AppID, Name: words.Text("app.name"), Migrations: map[string]bool{"fyneDo": true}})
	a := app.NewWithID(AppID)
	a.Settings().SetTheme(theme)
	w := a.NewWindow(words.Text("app.name"))
	w.SetPadded(false)
	f := newFrame(words, theme, w.Canvas())
	f.setMode = func(m kit.Mode) { s.Theme = settings.Theme(m) }
	f.open = func() { f.ask(w, o) }
	if keepFiles() {
		f.askSave = func(name string, done func(path string)) { f.askPath(w, name, done) }
	}
	f.sendJob = func(ctx context.Context, path, title, paper string) (string, bool, error) {
		return send(ctx, words, path, title, paper)
	}
	f.openFile = func(path string) {
		if err := a.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}); err != nil {
			log.Print(err)
		}
	}
	l := <-loaded
	if l.err != nil {
		f.Say(l.err.Error())
		if l.b, err = briefing.Read(bytes.NewReader(assets.Bishkek())); err != nil {
			return err
		}
	}
	f.Show(l.b)
	f.side.tabs.Choose(tabOf(s))
	w.SetContent(watchFirstFrame(f.window))
	w.Resize(windowSize(s))
	w.SetOnDropped(func(_ fyne.Position, uris []fyne.URI) {
		if len(uris) > 0 {
			f.load(o, uris[0].Path())
		}
	})
	w.SetCloseIntercept(func() {
		size := w.Canvas().Size()
		s.Width, s.Height, s.Tab = size.Width, size.Height, tabNames[f.side.tabs.Chosen()]
		if path != "" {
			if err := s.Save(path); err != nil {
				log.Print(err)
			}
		}
		w.Close()
	})
	w.ShowAndRun()
	return nil
}

type loadedFile struct {
	b   *briefing.Briefing
	err error
}

// ask lets the person choose a file and opens it.
func (f *Frame) ask(w fyne.Window, o Options) {
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
	d.SetFilter(storage.NewExtensionFileFilter([]string{".briefing"}))
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
	f.dismiss = d.Hide
	d.SetOnClosed(func() { f.dismiss = nil })
	d.Show() // builds the dialog: before, it has no size to set
	size := w.Canvas().Size()
	d.Resize(fyne.NewSize(min(820, size.Width-60), min(560, size.Height-60)))
}

// load reads a file away from the window's thread and shows it. What is open
// stays open when the file cannot be read.
func (f *Frame) load(o Options, path string) {
	go func() {
		b, err := o.Open(path)
		fyne.Do(func() {
			if err != nil {
				f.Say(err.Error())
				return
			}
			f.notice.Hide()
			f.Show(b)
		})
	}()
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
