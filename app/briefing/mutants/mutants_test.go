package mutants

import (
	"bytes"
	"testing"

	"briefline/app/briefing"
	"briefline/assets"
)

// Most mutants differ, many are read, and one seed gives one file.
func TestOf(t *testing.T) {
	if testing.Short() {
		t.Skip("long: left out of -short")
	}
	read, seen := 0, map[string]bool{}
	for seed := range uint64(200) {
		file := Of(assets.Bishkek(), seed)
		if !bytes.Equal(file, Of(assets.Bishkek(), seed)) {
			t.Fatalf("seed %d gives two files", seed)
		}
		seen[string(file)] = true
		b, err := briefing.Read(bytes.NewReader(file))
		if err != nil {
			continue
		}
		read++
		if again := b.Mend(); again != nil {
			t.Errorf("seed %d: mended twice: %v", seed, again)
		}
	}
	if len(seen) < 150 || read < 80 {
		t.Errorf("got %d files, of which %d are read; want 150 and 80 at least", len(seen), read)
	}
	if got := Of([]byte("no JSON"), 1); string(got) != "no JSON" {
		t.Errorf("got %q", got)
	}
}
