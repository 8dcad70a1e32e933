package printer

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// Nothing of this gets as far as a printer.
func TestRefusals(t *testing.T) {
	dir := t.TempDir()
	empty, page := filepath.Join(dir, "empty.pdf"), filepath.Join(dir, "page.pdf")
	if err := errors.Join(os.WriteFile(empty, nil, 0o644), os.WriteFile(page, []byte("%PDF-1.7\n"), 0o644)); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		path, paper, want string
	}{
		{filepath.Join(dir, "none.pdf"), "A4", "none.pdf"},
		{empty, "A4", "is empty"},
		{dir, "Letter", "is no regular file"},
		{page, "", `unknown paper ""`},
		{page, "A3", `unknown paper "A3"`},
	} {
		result, err := Print(t.Context(), Job{Path: tt.path, Paper: tt.paper})
		if err == nil || !strings.Contains(err.Error(), tt.want) || result != (Result{}) {
			t.Errorf("%s on %q: got %+v, %v, want %q", tt.path, tt.paper, result, err, tt.want)
		}
		if pathError := (*fs.PathError)(nil); tt.path != page && !errors.As(err, &pathError) {
			t.Errorf("%s: got %T, want *fs.PathError", tt.path, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Print(ctx, Job{Path: page, Paper: "A4"}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want context.Canceled", err)
	}
}

func TestCleanTitle(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"Briefing", "Briefing"},
		{" two\nlines\t\x00 and\u00a0more ", "two lines and more"},
		{"«یک عنوان»", "«یک عنوان»"},
		{"bad \xff byte", "bad \uFFFD byte"},
		{"\n \x1b", ""},
		{strings.Repeat("x", 255), strings.Repeat("x", 255)},
		{strings.Repeat("x", 256), strings.Repeat("x", 252) + "…"},
		{"xx" + strings.Repeat("ع", 200), "xx" + strings.Repeat("ع", 125) + "…"}, // two bytes each, none cut
		{"x" + strings.Repeat("ع", 200), "x" + strings.Repeat("ع", 125) + "…"},
	} {
		got := cleanTitle(tt.in)
		if got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
		if len(got) > maxTitle || !utf8.ValidString(got) {
			t.Errorf("%q: got %d bytes, want %d at most and valid", tt.in, len(got), maxTitle)
		}
	}
}
