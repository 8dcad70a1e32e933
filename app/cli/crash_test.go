package cli

import (
	"context"
	"errors"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefline/app/desk"
	"briefline/app/i18n"
	"briefline/assets"
)

// A panic ends the command with a word and a report, and of several files only the
// one that it is about.
func TestPanicEndsOneAct(t *testing.T) {
	cache := t.TempDir()
	t.Setenv("XDG_CACHE_HOME", cache)
	t.Setenv("HOME", cache)
	t.Setenv("LocalAppData", cache)
	var out, told strings.Builder
	status := Run(Env{
		Args: []string{"snapshot", "-o", filepath.Join(t.TempDir(), "x.png")}, Stdout: &out, Stderr: &told,
		Snapshot: func(desk.Picture) (image.Image, error) { panic("secret words of an article") },
	})
	if status != StatusFailed || !strings.Contains(told.String(), "an error in Briefline itself") || strings.Contains(told.String(), "secret") {
		t.Errorf("got status %d, %q", status, told.String())
	}
	reports := 0
	err := filepath.WalkDir(cache, func(path string, e os.DirEntry, err error) error {
		if err == nil && strings.HasPrefix(e.Name(), "report-") {
			reports++
			data, readErr := os.ReadFile(path)
			if readErr != nil || strings.Contains(string(data), "secret") || !strings.Contains(string(data), "cli") {
				t.Errorf("got %q, %v", data, readErr)
			}
		}
		return err
	})
	if err != nil || reports != 1 {
		t.Errorf("got %d reports, %v, want one", reports, err)
	}

	words, err := i18n.Load(assets.I18n(), language)
	if err != nil {
		t.Fatal(err)
	}
	c := &call{Env: Env{Stdout: &out, Stderr: &told}, words: words}
	jobs := []*job{{in: "a"}, {in: "b"}, {in: "c"}}
	w := &crew{call: c}
	w.run(t.Context(), jobs, "cli.print.progress", func(_ context.Context, j *job) {
		if j.in == "b" {
			var none *job
			none.out = "x"
		}
	})
	for _, j := range jobs {
		if j.failed != (j.in == "b") {
			t.Errorf("%s: failed %t, %v", j.in, j.failed, j.say)
		}
	}
	if err := c.safely(func() error { return errors.ErrUnsupported }); err != errors.ErrUnsupported {
		t.Errorf("got %v", err)
	}
}
