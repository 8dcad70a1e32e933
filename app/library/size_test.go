package library

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// A briefing of an article of 2.5 KB, 20 KB of JSON, takes 25 KB of the file at most,
// with its first revision and all that it is found by.
func TestSizeOfBriefing(t *testing.T) {
	path := filepath.Join(t.TempDir(), FileName)
	l, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	c := newCorpus(3)
	const n = 150
	for from := 0; from < n; from += 50 {
		var files []File
		for i := range 50 {
			var out bytes.Buffer
			if err := c.briefing(from + i).Write(&out); err != nil {
				t.Fatal(err)
			}
			files = append(files, File{Data: out.Bytes()})
		}
		if _, err := l.Import(t.Context(), files...); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Tidy(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if each := info.Size() / n; each > 25_000 {
		t.Errorf("got %d bytes a briefing, want 25,000 at most", each)
	}
}

// Pieces come out as they went in; what is cut short is damage and no panic.
func FuzzPassages(f *testing.F) {
	f.Add("title", "t", "A text", []byte{3})
	f.Fuzz(func(t *testing.T, field, item, text string, junk []byte) {
		in := []passage{{Field(field), item, text}, {FieldText, "s", text + text}}
		out, err := splitPassages(joinPassages(in))
		if err != nil || len(out) != 2 || out[0] != in[0] || out[1] != in[1] {
			t.Errorf("got %q, %v", out, err)
		}
		_, _ = splitPassages(junk)
		if joined := joinPassages(in); len(text) > 0 {
			if _, err := splitPassages(joined[:len(joined)-1]); err == nil {
				t.Error("cut short: no error")
			}
		}
	})
}
