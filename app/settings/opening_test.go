package settings

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A start that dies between note and frame makes the next one suspect what it
// opened; a start that draws does not, and one that is still at it neither.
func TestGuard(t *testing.T) {
	dir := t.TempDir()
	first, second := Opening{"/l/library.db", "a"}, Opening{"/l/library.db", "b"}
	dies := func(o Opening) { // the note of a process that is gone
		t.Helper()
		g, _ := NewGuard(dir)
		if err := g.Note(o); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, "opening.json")
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		dead := strings.Replace(string(data), `"process":`, `"process":99999`, 1) // beyond all numbers of processes
		if err := os.WriteFile(path, []byte(dead), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if g, died := NewGuard(dir); died != nil || g.Suspected(first) {
		t.Error("first start: something is suspected")
	}
	dies(first)
	dies(second) // of what was opened in its place
	g, died := NewGuard(dir)
	if died == nil || *died != second || !g.Suspected(first) || !g.Suspected(second) {
		t.Fatalf("got %v, want b, and both suspected", died)
	}
	if _, died := NewGuard(dir); died != nil {
		t.Errorf("told again: %v", died)
	}
	if err := g.Note(first); err != nil {
		t.Fatal(err)
	}
	if _, died := NewGuard(dir); died != nil {
		t.Errorf("a start that is still at it counts as dead: %v", died)
	}
	if err := g.TakeBack(); err != nil {
		t.Fatal(err)
	}
	if g, died := NewGuard(dir); died != nil || g.Suspected(first) || !g.Suspected(second) {
		t.Error("what was drawn is still suspected, or the other no more")
	}
	g.Clear(second)
	if err := g.Note(first); err != nil {
		t.Fatal(err)
	}
	if err := g.TakeBack(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "opening.json")); err == nil {
		t.Error("a note of nothing is left")
	}
	if err := os.WriteFile(filepath.Join(dir, "opening.json"), []byte("{broken"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, died := NewGuard(dir); died != nil {
		t.Error("a broken note counts")
	}
	var none *Guard
	if none.Suspected(first) || none.Note(first) != nil || none.TakeBack() != nil {
		t.Error("no guard: not quiet")
	}
}

// A window of 30,000 points ended every start on some graphics drivers.
func TestSizeOfNoScreen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "settings.json")
	if err := os.WriteFile(path, []byte(`{"width": 30000, "height": 30000}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if s, err := Load(path); err != nil || s.Width != 0 || s.Height != 0 {
		t.Errorf("got %v by %v, %v, want no size", s.Width, s.Height, err)
	}
}

// Two windows write what they changed each, and neither takes away the other's.
func TestTwoWindowsSave(t *testing.T) {
	path := filepath.Join(t.TempDir(), "settings.json")
	a, _ := Load(path)
	if err := a.Save(path); err != nil {
		t.Fatal(err)
	}
	a, _ = Load(path)
	b, _ := Load(path)
	a.Theme = ThemeDark
	a.Remember("/a/library.db")
	if err := a.Save(path); err != nil {
		t.Fatal(err)
	}
	b.Tab = "source"
	if err := b.Save(path); err != nil {
		t.Fatal(err)
	}
	got, err := Load(path)
	if err != nil || got.Theme != ThemeDark || got.Tab != "source" || !got.Knows("/a/library.db") {
		t.Errorf("got %+v, %v, want both changes", got, err)
	}
}
