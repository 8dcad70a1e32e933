package views

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"briefline/app/desk"
	"briefline/app/library"
	"briefline/app/session"
	"briefline/app/settings"
	"briefline/assets"
)

// remembering is the memory of a start whose settings are in dir.
func remembering(t testing.TB, dir string) *memory {
	t.Helper()
	path := filepath.Join(dir, "settings.json")
	s, err := settings.Load(path)
	if err != nil {
		t.Fatal(err)
	}
	return newMemory(path, s)
}

// startOn begins a window on a library with what was remembered.
func startOn(t testing.TB, path string, m *memory) (*Frame, thread) {
	t.Helper()
	f := start(t)
	c := make(thread, 1000)
	f.post = func(do func()) { c <- do }
	f.bundled = assets.Bishkek()
	if err := f.begin(openFirst(desk.Window{Library: path}, m), assets.Bishkek()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.work.close(); err != nil && !errors.Is(err, library.ErrMoved) {
			t.Error(err)
		}
	})
	f.canvas.(*recorder).window.SetContent(f.stage.Window)
	return f, c
}

// dies has the next start take the process that noted something for dead.
func dies(t testing.TB, dir string) {
	t.Helper()
	path := filepath.Join(dir, "opening.json")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(strings.Replace(string(data), `"process":`, `"process":99999`, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
}

// A start that died of a briefing is followed by one that opens the library without
// it, says so, and offers the trash, a repair and its text.
func TestStartAfterOneThatDied(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, library.FileName)
	stock(t, path, "Sound", "Deadly")

	f, _ := startOn(t, path, remembering(t, dir))
	deadly := f.work.id
	if f.work.session.Briefing().Title.Text != "Deadly" {
		t.Fatalf("opened %q first", f.work.session.Briefing().Title.Text)
	}
	if err := f.work.close(); err != nil {
		t.Fatal(err)
	}
	dies(t, dir) // before its first frame

	//lint:ignore SA4006 both starts are asked for in one form
	f, c := startOn(t, path, remembering(t, dir))
	if got := f.work.session.Briefing().Title.Text; got != "Sound" {
		t.Errorf("opened %q after the start that died, want the other", got)
	}
	if text := f.notice.text.String(); !strings.Contains(text, "“Deadly”") {
		t.Errorf("told %q", text)
	}
	if got := ways(f); strings.Join(got, "|") != "Move to trash|Repair|Open as text" {
		t.Errorf("offered %q", got)
	}
	f.memory.drawn()

	// Told once; as long as nobody has opened it, no start does.
	if err := f.work.close(); err != nil {
		t.Fatal(err)
	}
	f, c = startOn(t, path, remembering(t, dir))
	if got := f.work.session.Briefing().Title.Text; got != "Sound" || f.notice.Visible() {
		t.Errorf("the next start opened %q, and told %q", got, f.notice.text.String())
	}

	f.repairSuspect(settings.Opening{Library: path, ID: deadly})
	c.until(t, "it to be repaired and open", func() bool { return f.work.id == deadly })
	if err := f.work.close(); err != nil {
		t.Fatal(err)
	}
	f, _ = startOn(t, path, remembering(t, dir))
	if f.work.id != deadly {
		t.Errorf("after the repair: opened %q", f.work.id)
	}
}

// What once closed every start is in the library, and each start is on its feet.
func TestStartOnHostileBriefings(t *testing.T) {
	for name, file := range hostileFiles(t) {
		dir := t.TempDir()
		path := filepath.Join(dir, library.FileName)
		lib, err := library.Open(context.Background(), path, library.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := lib.Import(context.Background(), library.File{Name: name, Data: file}); err != nil {
			t.Fatal(err)
		}
		if err := lib.Close(); err != nil {
			t.Fatal(err)
		}
		for range 2 {
			f, _ := startOn(t, path, remembering(t, dir))
			if f.work.id == "" {
				t.Errorf("%s: nothing is open", name)
			}
			f.memory.drawn()
			if err := f.work.close(); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// A panic of an act beside the window, or of what it brings back, is told, and the
// window goes on.
func TestPanicEndsOneAct(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	f, c := shelved(t, "First", "Second")
	for _, act := range []func(){
		func() { f.background(func() func() { panic("secret words") }) },
		func() { f.background(func() func() { return func() { panic("secret words") } }) },
	} {
		f.notice.Hide()
		act()
		c.until(t, "the panic to be told", func() bool { return f.notice.Visible() })
		if text := f.notice.text.String(); !strings.Contains(text, "error in Briefline itself") || strings.Contains(text, "secret") {
			t.Errorf("told %q", text)
		}
	}
	f.work.openID("b0")
	c.until(t, "the window to go on", func() bool { return f.work.id == "b0" })
}

// The file of the library is deleted under the window. The person is told before
// the next edit, the edit is not called saved, and both come back.
func TestLibraryTakenAwayUnderWindow(t *testing.T) {
	f, c := shelved(t, "First", "Second")
	path := f.work.lib.Path()
	seen := look(t, f, -1)
	if err := errors.Join(os.Remove(path), os.Remove(path+"-wal")); err != nil {
		t.Fatal(err)
	}
	look(t, f, seen)
	c.until(t, "the loss to be told", func() bool { return f.notice.Visible() && len(ways(f)) > 0 })
	if text := f.notice.text.String(); !strings.Contains(text, "deleted, moved or replaced") || !strings.Contains(text, "rescued") {
		t.Errorf("told %q", text)
	}
	id := f.work.id
	f.work.edit(func(s *session.Session) error { return session.SetMarking(s, "Edited after the loss") })
	f.work.flush()
	if f.status.saved != "" && strings.Contains(f.status.saved, "Saved") {
		t.Errorf("the status bar says %q", f.status.saved)
	}
	way(t, f, "Put it back")
	c.until(t, "the library to be back", func() bool { return f.work.lib != nil && f.work.lib.InPlace() == nil && f.work.id == id })
	lib := other(t, f)
	c.until(t, "the edit to be saved", func() bool {
		b, _, err := lib.Briefing(context.Background(), id)
		return err == nil && b.Marking == "Edited after the loss"
	})
	entries, err := lib.List(context.Background(), library.Filter{})
	if err != nil || len(entries) != 2 {
		t.Errorf("got %d briefings, %v", len(entries), err)
	}
}

// A library that is gone is told with its backups; a new one is begun when the
// person says so.
func TestLibraryGone(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, library.FileName)
	stock(t, path, "First")
	m := remembering(t, dir)
	//lint:ignore SA4006 both starts are asked for in one form
	f, c := startOn(t, path, m)
	if _, err := f.work.lib.DailyBackup(context.Background()); err != nil {
		t.Fatal(err)
	}
	if err := f.work.close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	f, c = startOn(t, path, remembering(t, dir))
	if f.work.lib != nil || !strings.Contains(f.notice.text.String(), "no library at") {
		t.Errorf("opened a library, or told %q", f.notice.text.String())
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a new library was begun")
	}
	if got := ways(f); !strings.Contains(strings.Join(got, "|"), "Begin a new library") || !strings.Contains(strings.Join(got, "|"), "backup") {
		t.Errorf("offered %q", got)
	}
	backups, err := library.Backups(path)
	if err != nil || len(backups) != 1 {
		t.Fatalf("got %v, %v", backups, err)
	}
	f.restoreBackup(path, backups[0])
	c.until(t, "the backup to be open", func() bool { return f.work.lib != nil })
	if !slices.Contains(listed(f), "First") {
		t.Errorf("restored %q", listed(f))
	}
}

// What the window looks like is written when it changes, and not on closing only.
func TestRemembers(t *testing.T) {
	dir := t.TempDir()
	f, _ := startOn(t, filepath.Join(dir, library.FileName), remembering(t, dir))
	f.side.tabs.Choose(1)
	f.library.hidden = true
	f.remember()
	s, err := settings.Load(filepath.Join(dir, "settings.json"))
	if err != nil || s.Tab != tabNames[1] || !s.LibraryHidden || !s.Knows(filepath.Join(dir, library.FileName)) {
		t.Errorf("got %+v, %v", s, err)
	}
}
