package desk

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"briefline/app/briefing"
	"briefline/app/i18n"
	"briefline/assets"
)

// An error of reading comes out, whatever the first bytes were.
func TestTakeBriefing(t *testing.T) {
	broken := errors.New("broken")
	for _, begin := range []string{"", "%P", "%PDF-1.7", "{"} {
		_, err := takeBriefing(io.MultiReader(strings.NewReader(begin), readerOf(broken)))
		if !errors.Is(err, broken) {
			t.Errorf("%q: got %v, want the reader's error", begin, err)
		}
	}
	endless := readerFunc(func(p []byte) (int, error) { clear(p); return len(p), nil })
	if _, err := takeBriefing(endless); !errors.Is(err, briefing.ErrTooLarge) {
		t.Errorf("got %v, want ErrTooLarge", err)
	}
	if got, err := takeBriefing(strings.NewReader(string(assets.Bishkek()))); err != nil || string(got) != string(assets.Bishkek()) {
		t.Errorf("got %d bytes, %v, want all", len(got), err)
	}
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

func readerOf(err error) io.Reader {
	return readerFunc(func([]byte) (int, error) { return 0, err })
}

// Folders give their files in order, without hidden ones; what cannot be read is
// told and left out.
func TestUnfold(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.txt", "a.briefing", ".hidden", "sub/c.txt", ".git/d.txt"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	rel := func(paths []string) (out []string) {
		for _, p := range paths {
			out = append(out, strings.TrimPrefix(filepath.ToSlash(strings.TrimPrefix(p, dir)), "/"))
		}
		return out
	}
	got, err := Unfold([]string{dir, "-", "https://example.org/a", "gone"}, IsBriefing)
	if want := []string{"b.txt", "sub/c.txt", "-", "https://example.org/a", "gone"}; err != nil || !slices.Equal(rel(got), want) {
		t.Errorf("got %q, %v, want %q", rel(got), err, want)
	}
	if got, _ := Unfold([]string{dir}, nil); !slices.Equal(rel(got), []string{"a.briefing", "b.txt", "sub/c.txt"}) {
		t.Errorf("with briefings: got %q", rel(got))
	}
}

// What a file is, is told by what it holds; what went wrong is worded and keeps
// its cause.
func TestFormAt(t *testing.T) {
	words, err := i18n.Load(assets.I18n(), "en")
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	d := &Desk{Words: words, Stdin: strings.NewReader(string(assets.Bishkek())), Tell: func(s string) { told = append(told, s) }}
	dir := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	if data, err := d.FormAt(file("article.txt", "Ministers met on Thursday.")); data != nil || err != nil {
		t.Errorf("an article: got %d bytes, %v", len(data), err)
	}
	if data, err := d.FormAt(file("copy.bak", string(assets.Bishkek()))); len(data) == 0 || err != nil {
		t.Errorf("a briefing of another name: got %d bytes, %v", len(data), err)
	}
	var worded *Error
	if _, err := d.FormAt(filepath.Join(dir, "gone.briefing")); !errors.As(err, &worded) || !errors.Is(err, os.ErrNotExist) || !strings.Contains(err.Error(), "no such file") {
		t.Errorf("no file: got %v", err)
	}
	newer := strings.Replace(string(assets.Bishkek()), `"version": 1`, `"version": 99`, 1)
	if b, err := d.Read(file("newer.briefing", newer)); err != nil || !b.ReadOnly() || len(told) != 1 {
		t.Errorf("a newer one: %v, told %q", err, told)
	}
	if b, err := d.Read(Stdin); err != nil || b.Title.Text == "" {
		t.Errorf("standard input: %v", err)
	}
}
