package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefline/app/briefing"
	"briefline/app/briefing/mutants"
	"briefline/app/i18n"
	"briefline/assets"
)

// hostile are briefings that once ended the program.
func hostile(t testing.TB) (names []string) {
	t.Helper()
	names, err := filepath.Glob("../briefing/testdata/hostile/*.briefing")
	if err != nil || len(names) == 0 {
		t.Fatalf("no hostile files: %v", err)
	}
	return names
}

// A file that cannot be drawn as it is is shown, with a word of what was put right;
// check lists its faults as they stand.
func TestHostileBriefings(t *testing.T) {
	for _, name := range hostile(t) {
		var out, told strings.Builder
		if status := Run(Env{Args: []string{"show", name}, Stdout: &out, Stderr: &told}); status != StatusOK {
			t.Errorf("show %s: status %d, %s", name, status, told.String())
		}
		if !strings.Contains(told.String(), "put right ($.sources[0].sentences[0]: ") {
			t.Errorf("show %s: told %q, want what was put right", name, told.String())
		}
		out.Reset()
		if status := Run(Env{Args: []string{"check", name}, Stdout: &out, Stderr: &told}); status != StatusFaults || !strings.Contains(out.String(), "$.sources[0].sentences[0]: outside the text") {
			t.Errorf("check %s: status %d, %q, want the fault", name, status, out.String())
		}
	}
}

// FuzzText sets whatever Read accepts as plain text.
func FuzzText(f *testing.F) {
	f.Add(assets.Bishkek(), uint64(0))
	for _, name := range hostile(f) {
		file, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(file, uint64(1))
	}
	words, err := i18n.Load(assets.I18n(), language)
	if err != nil {
		f.Fatal(err)
	}
	c := &call{words: words}
	f.Fuzz(func(t *testing.T, file []byte, seed uint64) {
		if seed > 0 {
			file = mutants.Of(file, seed)
		}
		if b, err := briefing.Read(bytes.NewReader(file)); err == nil {
			c.text(b)
		}
	})
}
