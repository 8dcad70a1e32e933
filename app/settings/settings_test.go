package settings

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func write(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "settings.json")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestRoundTrip(t *testing.T) {
	path := filepath.Join(t.TempDir(), "of", "Бишкек", "settings.json") // folders that are not there yet
	s, err := Load(path)
	if err != nil || s.Theme != ThemeSystem || s.Width != 0 {
		t.Fatalf("no file: got %+v, %v, want the defaults and no error", s, err)
	}
	s.Width, s.Height, s.Theme, s.LastFile, s.Tab = 1360.5, 860, ThemeDark, "/home/a b/ң.briefing", "source"
	if err := s.Save(path); err != nil {
		t.Fatal(err)
	}
	got, err := Load(path)
	if err != nil {
		t.Fatal(err)
	}
	if got.Width != s.Width || got.Height != s.Height || got.Theme != s.Theme || got.LastFile != s.LastFile || got.Tab != s.Tab {
		t.Errorf("got %+v, want %+v", got, s)
	}
}

func TestLoadTolerates(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want Settings
	}{
		{`{}`, Settings{Theme: ThemeSystem}},
		{`{"theme": "dark", "future": [1]}`, Settings{Theme: ThemeDark}},                     // unknown member
		{`{"theme": "sepia", "tab": "source"}`, Settings{Theme: ThemeSystem, Tab: "source"}}, // a theme of a later version
		{`{"width": "wide", "height": 800, "theme": "light"}`, Settings{Theme: ThemeLight}},  // wrong type; half a size is none
		{`{"width": -5, "height": 800}`, Settings{Theme: ThemeSystem}},
		{`{"width": 1e30, "height": 800}`, Settings{Theme: ThemeSystem}},
		{`{"width": 1e300, "height": 800}`, Settings{Theme: ThemeSystem}}, // no float32
		{`{"width": null, "theme": null}`, Settings{Theme: ThemeSystem}},
	} {
		got, err := Load(write(t, tt.in))
		got.members, got.read = nil, nil
		if err != nil || got.Width != tt.want.Width || got.Height != tt.want.Height || got.Theme != tt.want.Theme || got.Tab != tt.want.Tab {
			t.Errorf("%s: got %+v, %v, want %+v", tt.in, got, err, tt.want)
		}
	}
}

func TestSaveKeepsWhatItDoesNotKnow(t *testing.T) {
	path := write(t, `{"theme": "sepia", "future": {"big": 12345678901234567890, "z": [ ]}, "width": 1000, "height": 700.50}`)
	s, err := Load(path)
	if err != nil {
		t.Fatal(err)
	}
	s.Tab = "source"
	if err := s.Save(path); err != nil {
		t.Fatal(err)
	}
	got := read(t, path)
	for _, want := range []string{`"theme": "sepia"`, `12345678901234567890`, `"height": 700.50`, `"tab": "source"`} {
		if !strings.Contains(got, want) {
			t.Errorf("got %s, want it to hold %s", got, want)
		}
	}
	s.Theme = ThemeLight // chosen now: this version's word counts
	if err := s.Save(path); err != nil {
		t.Fatal(err)
	}
	if got := read(t, path); !strings.Contains(got, `"theme": "light"`) {
		t.Errorf("got %s, want theme light", got)
	}
}

func TestBrokenFilesAreKept(t *testing.T) {
	for _, text := range []string{
		"",
		`{"theme": "dark"`, // cut off, as after a crash of another program
		`[]`, `null`, `"x"`, "\x00\x01\xff", `{} trailing`,
		strings.Repeat(" ", maxBytes+1),
	} {
		path := write(t, text)
		for _, kept := range []string{path + ".broken", path + ".broken-2"} {
			if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			s, err := Load(path)
			var broken *BrokenError
			if !errors.As(err, &broken) || broken.Kept != kept {
				t.Fatalf("%.20q: got error %v, want one that names %s", text, err, kept)
			}
			if s.Theme != ThemeSystem {
				t.Errorf("%.20q: got theme %q, want the default", text, s.Theme)
			}
			if got := read(t, kept); got != text {
				t.Errorf("%.20q: kept %.20q, want the same bytes", text, got)
			}
			if err := s.Save(path); err != nil {
				t.Errorf("%.20q: save afterwards: %v", text, err)
			}
		}
	}
}

func TestSaveLeavesWhatLoadCouldNotTake(t *testing.T) {
	path := t.TempDir() // a folder stands where the file should be
	s, err := Load(path)
	if err == nil || s.Theme != ThemeSystem {
		t.Fatalf("got %+v, %v, want defaults and an error", s, err)
	}
	if err := s.Save(path); err == nil {
		t.Error("save: got no error, want Load's")
	}
}

func TestPath(t *testing.T) {
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(t.TempDir(), "config"))
	t.Setenv("HOME", t.TempDir())
	path, err := Path()
	if err != nil || !strings.HasSuffix(path, filepath.Join("briefline", "settings.json")) {
		t.Errorf("got %q, %v, want a path that ends in briefline/settings.json", path, err)
	}
}
