package library

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"
)

// A file that could not be drawn goes in, is told of, opens sound, and comes out
// byte for byte.
func TestHostileBriefingsAreKept(t *testing.T) {
	ctx := context.Background()
	l, err := Open(ctx, filepath.Join(t.TempDir(), FileName), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	names, _ := filepath.Glob("../briefing/testdata/hostile/*.briefing")
	if len(names) == 0 {
		t.Fatal("no hostile files")
	}
	for _, name := range names {
		file, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		in, err := l.Import(ctx, File{name, file})
		if err != nil || in[0].Err != nil || in[0].Mended.Path == "" {
			t.Fatalf("%s: got %+v, %v, want it taken in and told of", name, in, err)
		}
		b, _, err := l.Briefing(ctx, in[0].ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range b.Sources {
			for _, at := range s.Sentences {
				if at.Start < 0 || at.Start >= at.End || at.End > len(s.Text) {
					t.Errorf("%s: got sentence %v of %d bytes", name, at, len(s.Text))
				}
			}
		}
		if out, err := l.Export(ctx, in[0].ID); err != nil || !bytes.Equal(out, file) {
			t.Errorf("%s: exported %q, %v, want the file", name, out, err)
		}
	}
}
