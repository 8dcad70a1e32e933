package views

import (
	"briefline/app/desk"
	"bytes"
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"briefline/app/library"
)

// ways are the ways out that the notice offers.
func ways(f *Frame) (out []string) {
	for _, b := range f.notice.actions {
		out = append(out, b.Text())
	}
	return out
}

// way goes one of them.
func way(t *testing.T, f *Frame, label string) {
	t.Helper()
	for _, b := range f.notice.actions {
		if b.Text() == label {
			b.Tapped(nil)
			return
		}
	}
	t.Fatalf("the notice offers %q, want %q among it", ways(f), label)
}

// run runs statements on the file of a library behind its back.
func run(t *testing.T, path string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatal(err)
		}
	}
}

// A library that cannot be opened is told with its ways out, and the window shows
// a briefing all the same.
func TestBrokenLibraries(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(t *testing.T, path string)
		says  string
		ways  []string
		not   string // a way that makes no sense
	}{
		{"newer", func(t *testing.T, path string) { run(t, path, "PRAGMA user_version = 9999") },
			"newer Briefline", []string{"Try again", "Choose another library…"}, ""},
		{"foreign", func(t *testing.T, path string) {
			// Without backups beside it: with them it is a library that was spoilt.
			dir := filepath.Dir(path)
			if err := errors.Join(os.RemoveAll(dir), os.Mkdir(dir, 0o700)); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, bytes.Repeat([]byte("a shopping list, and nothing else "), 400), 0o600); err != nil {
				t.Fatal(err)
			}
		}, "no library", []string{"Try again", "Choose another library…"}, "Open for reading only"},
		{"damaged", func(t *testing.T, path string) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			copy(data[100:], bytes.Repeat([]byte{0xA5}, len(data)-100))
			if err := os.WriteFile(path, data, 0o600); err != nil {
				t.Fatal(err)
			}
		}, "damaged", []string{"Try again", "Restore a backup…", "Choose another library…"}, ""},
		{"read-only", func(t *testing.T, path string) {
			if os.Geteuid() == 0 {
				t.Skip("the superuser may write everything")
			}
			if err := os.Chmod(path, 0o400); err != nil {
				t.Fatal(err)
			}
			dir := filepath.Dir(path)
			if err := os.Chmod(dir, 0o500); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { _ = os.Chmod(dir, 0o700) })
		}, "may not be written", []string{"Try again", "Choose another library…"}, "Restore a backup…"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), library.FileName)
			stock(t, path, "First", "Second")
			backUp(t, path)
			tt.spoil(t, path)
			f, _ := onLibraryAt(t, path)
			if f.index == nil || f.index.Briefing.Title.Text == "" {
				t.Fatal("nothing shows")
			}
			if said := f.notice.text.String(); !f.notice.Visible() || !strings.Contains(said, tt.says) {
				t.Errorf("the notice says %q, want %q in it", said, tt.says)
			}
			for _, w := range tt.ways {
				if !slices.Contains(ways(f), w) {
					t.Errorf("ways out %q, want %q", ways(f), w)
				}
			}
			if tt.not != "" && slices.Contains(ways(f), tt.not) {
				t.Errorf("ways out %q, want no %q", ways(f), tt.not)
			}
		})
	}
}

// onLibraryAt is a window on a library that may be broken, with a person to ask.
func onLibraryAt(t *testing.T, path string) (*Frame, thread) {
	t.Helper()
	askFolder = func(func(dir string)) {}
	t.Cleanup(func() { askFolder = nil })
	return onLibrary(t, desk.Window{Library: path})
}

func backUp(t *testing.T, path string) {
	t.Helper()
	lib, err := library.Open(context.Background(), path, library.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	if _, err := lib.DailyBackup(context.Background()); err != nil {
		t.Fatal(err)
	}
}

// A damaged library is replaced by a backup, and nothing is thrown away.
func TestRestoreABackup(t *testing.T) {
	path := filepath.Join(t.TempDir(), library.FileName)
	stock(t, path, "First", "Second")
	backUp(t, path)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	copy(data[100:], bytes.Repeat([]byte{0xA5}, len(data)-100))
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	f, c := onLibraryAt(t, path)
	way(t, f, "Restore a backup…")
	if f.menu() == nil || len(f.menu().Labels()) != 1 {
		t.Fatal("no backup to choose")
	}
	f.menu().Choose(f.menu().Labels()[0])
	c.until(t, "the library of the backup", func() bool { return f.library != nil && f.library.list.Len() == 2 })
	if got := f.index.Briefing.Title.Text; got != "Second" {
		t.Errorf("shows %q, want what was open last", got)
	}
	if said := f.notice.text.String(); !strings.Contains(said, "restored") || !strings.Contains(said, "kept as") {
		t.Errorf("the notice says %q, want that it was restored and where the damaged file is", said)
	}
	// It can be written.
	if !retitle(f.work, "Goes on") {
		t.Fatal("no edit")
	}
	f.work.flush()
	if e, err := f.work.lib.Entry(context.Background(), f.work.id); err != nil || e.Title != "Goes on" {
		t.Errorf("saved %q (%v), want the edit", e.Title, err)
	}
}

// A locked library opens once the other program lets go.
func TestLockedLibraryTriedAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), library.FileName)
	stock(t, path, "First")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.Exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; CREATE TABLE theirs (x); COMMIT"); err != nil {
		t.Fatal(err)
	}
	f, c := onLibraryAt(t, path)
	if said := f.notice.text.String(); !strings.Contains(said, "locked") {
		t.Fatalf("the notice says %q, want that it is locked", said)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	way(t, f, "Try again")
	c.until(t, "the library", func() bool { return f.library != nil && !f.work.lib.ReadOnly() })
	if got := listed(f); !slices.Equal(got, []string{"First"}) {
		t.Errorf("listed %q, want what is in it", got)
	}
}

// Another folder gets a library of its own.
func TestChooseAnotherLibrary(t *testing.T) {
	path := filepath.Join(t.TempDir(), library.FileName)
	if err := os.WriteFile(path, []byte("no library"), 0o600); err != nil {
		t.Fatal(err)
	}
	f, c := onLibraryAt(t, path)
	dir, chosen := t.TempDir(), ""
	f.askFolder = func(done func(string)) { done(dir) }
	f.setLibrary = func(path string) { chosen = path }
	way(t, f, "Choose another library…")
	want := filepath.Join(dir, library.FileName)
	c.until(t, "the other library", func() bool { return f.work.lib != nil && f.work.lib.Path() == want })
	c.until(t, "it to be remembered", func() bool { return chosen == want })
	if now, err := os.ReadFile(path); err != nil || string(now) != "no library" {
		t.Errorf("the first file is %q (%v), want it left alone", now, err)
	}
}

// A full disk is told once, with what to do, and what waits is saved when there
// is room again.
func TestFullDiskIsTold(t *testing.T) {
	f, _ := shelved(t, "First")
	full := &library.OpenError{Path: f.work.lib.Path(), Err: library.ErrFull}
	f.work.saving(library.QueueState{Waiting: 1, Err: full})
	if said := f.notice.text.String(); !f.notice.Visible() || !strings.Contains(said, "no room") {
		t.Errorf("the notice says %q, want that there is no room", said)
	}
	f.hideNotice()
	f.work.saving(library.QueueState{Waiting: 1, Err: full})
	if f.notice.Visible() {
		t.Error("told again with each try")
	}
	f.work.saving(library.QueueState{})
	if f.status.saved != "Saved" {
		t.Errorf("room again: %q, want Saved", f.status.saved)
	}
}

// Damage that the daily backup comes upon is told; that there was no room for it
// is not.
func TestHouseTellsDamageOnly(t *testing.T) {
	f, c := shelved(t, "First")
	f.work.housekept(func() error { return library.ErrFull })
	f.work.housekept(func() error { return context.Canceled })
	f.later(func() { f.status.at = time.Time{} })
	c.until(t, "the thread", func() bool { return f.status.at.IsZero() })
	if f.notice.Visible() {
		t.Errorf("a full disk at the backup says %q, want nothing", f.notice.text)
	}
	f.work.housekept(func() error { return errors.Join(library.ErrDamaged) })
	c.until(t, "word of the damage", func() bool { return f.notice.Visible() })
}

// A window with an edit that cannot be saved stays open and says so. The edit goes
// along into another library.
func TestCloseWithAnUnsavedEdit(t *testing.T) {
	if testing.Short() {
		t.Skip("long: left out of -short")
	}
	path := filepath.Join(t.TempDir(), library.FileName)
	stock(t, path, "First")
	f, c := onLibraryAt(t, path)
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.Exec("BEGIN IMMEDIATE"); err != nil {
		t.Fatal(err)
	}
	if !retitle(f.work, "Not saved yet") {
		t.Fatal("no edit")
	}
	closed := false
	if f.work.mayClose(func() { closed = true }) {
		t.Fatal("the window closes on an edit that was not saved")
	}
	if said := f.notice.text.String(); !strings.Contains(said, "locked") || !slices.Equal(ways(f), []string{"Close all the same"}) {
		t.Errorf("the notice says %q with %q", said, ways(f))
	}
	way(t, f, "Close all the same")
	if !closed {
		t.Error("the button does not close")
	}
	dir := t.TempDir()
	f.reopen(filepath.Join(dir, library.FileName))
	c.until(t, "the other library", func() bool { return f.work.lib != nil && filepath.Dir(f.work.lib.Path()) == dir })
	if got := f.index.Briefing.Title.Text; got != "Not saved yet" {
		t.Errorf("the other library shows %q, want the edit", got)
	}
	c.until(t, "the edit in the list", func() bool { return slices.Equal(listed(f), []string{"Not saved yet"}) })
}

// What is edited while no library is open, or while another one is being opened,
// goes along into it; a window that would lose it stays open.
func TestEditBetweenLibraries(t *testing.T) {
	path := filepath.Join(t.TempDir(), library.FileName)
	stock(t, path, "First")
	run(t, path, "PRAGMA user_version = 9999")
	f, c := onLibraryAt(t, path)
	if f.work.keeps() || !f.work.mayClose(func() {}) {
		t.Fatal("a window without a library and without edits does not close")
	}
	if !retitle(f.work, "Edited without a library") {
		t.Fatal("no edit")
	}
	if f.work.mayClose(func() {}) {
		t.Error("the window closes on an edit that is in no library")
	}
	f.reopen(filepath.Join(t.TempDir(), "missing", "\x00"))
	c.until(t, "word of the failure", func() bool { return f.notice.Visible() })
	if f.work.mayClose(func() {}) {
		t.Error("the window closes on an edit that is in no library, after a failure")
	}
	second := filepath.Join(t.TempDir(), library.FileName)
	f.reopen(second)
	c.until(t, "the library", func() bool { return f.work.lib != nil && f.work.lib.Path() == second })
	c.until(t, "the edit", func() bool { return slices.Equal(listed(f), []string{"Edited without a library"}) })

	third, opening := filepath.Join(t.TempDir(), library.FileName), make(chan struct{})
	f.swap(third, func(ctx context.Context) (*library.Library, string, error) {
		<-opening
		lib, err := library.Open(ctx, third, library.Options{})
		return lib, "", err
	})
	if !retitle(f.work, "Edited meanwhile") {
		t.Fatal("no edit")
	}
	close(opening)
	c.until(t, "the third library", func() bool { return f.work.lib != nil && f.work.lib.Path() == third })
	// Where the first library was still open for it, it has the edit.
	lib, err := library.OpenReadOnly(context.Background(), second, library.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	entries, err := lib.List(context.Background(), library.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	if entries[0].Title != "Edited meanwhile" {
		c.until(t, "the later edit", func() bool { return slices.Equal(listed(f), []string{"Edited meanwhile"}) })
	}
	if !f.work.mayClose(func() {}) {
		t.Errorf("the window does not close with all saved: %q", f.notice.text)
	}
}

// The same library, opened again, takes an edit as an edit; another one as a
// briefing of its own.
func TestTakeOver(t *testing.T) {
	f, _ := shelved(t, "First")
	ctx, lib, id := context.Background(), f.work.lib, f.work.id
	edited := entitled(t, "b0", "Not saved yet")
	for _, tt := range []struct {
		from string
		want int
	}{{lib.Path(), 1}, {"elsewhere", 2}} {
		if err := takeOver(ctx, lib, []unsaved{{library.Edit{ID: id, Briefing: edited, Base: 1}, tt.from}}); err != nil {
			t.Fatal(err)
		}
		entries, err := lib.List(ctx, library.Filter{})
		if err != nil || len(entries) != tt.want || entries[0].Title != "Not saved yet" {
			t.Errorf("from %s: %d briefings (%v), want %d and the edit first", tt.from, len(entries), err, tt.want)
		}
	}
}
