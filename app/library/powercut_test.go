package library

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
)

// long reports whether the tests take their time, as ./script/test -long has them.
func long() bool { return os.Getenv("BRIEFLINE_TEST_LONG") != "" }

// moment is what stood in the library's files when something had been brought to
// the disk.
type moment struct {
	what      string
	file, log []byte
	count     int // the last edit that was acknowledged by then
}

// sector is what a disk writes whole or not at all, in bytes.
const sector = 512

// cut returns what a disk may hold of a file that was written from before to after
// when the power went: of its sectors any that it has taken, in any order, one of
// them half, and its length as it was, as it is to be, or between.
func cut(r *rand.Rand, before, after []byte) []byte {
	length := len(after)
	switch r.IntN(3) {
	case 0:
		length = len(before)
	case 1:
		if len(after) > len(before) {
			length = len(before) + r.IntN(len(after)-len(before)+1)
		}
	}
	out := make([]byte, length)
	copy(out, before)
	taken := r.IntN(101) // percent
	torn := -1
	if length > 0 {
		torn = r.IntN(length/sector + 1)
	}
	for n := 0; n*sector < length && n*sector < len(after); n++ {
		from, to := n*sector, min((n+1)*sector, length, len(after))
		if n == torn {
			to = from + r.IntN(to-from+1)
		} else if r.IntN(100) >= taken {
			continue
		}
		copy(out[from:to], after[from:to])
	}
	return out
}

// The power is cut at any time between two acknowledgements, while the disk has
// taken some of the sectors that were on their way, in any order, and one of them
// half. Each time the library opens, it is whole, and every edit that was
// acknowledged is there.
func TestPowerCut(t *testing.T) {
	ctx := t.Context()
	path := filepath.Join(t.TempDir(), FileName)
	l, err := Open(ctx, path, Options{Now: clock()})
	if err != nil {
		t.Fatal(err)
	}
	c := newCorpus(4)
	b := c.briefing(0)
	id := add(t, l, b)
	var trace []moment
	take := func(what string, count int) {
		t.Helper()
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		log, err := os.ReadFile(path + "-wal")
		if err != nil {
			t.Fatal(err)
		}
		trace = append(trace, moment{what, file, log, count})
	}
	take("begun", 0)
	base := int64(1)
	for n := 1; n <= 40; n++ {
		b = b.Clone()
		b.Events[0].Note = fmt.Sprint("edit ", n)
		if base, err = l.Save(ctx, id, b, base); err != nil {
			t.Fatal(err)
		}
		take("saved", n)
		if n%7 == 0 {
			if err := l.Tidy(ctx); err != nil {
				t.Fatal(err)
			}
			take("log moved", n)
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	cuts := 60
	if long() {
		cuts = 2000
	}
	r := rand.New(rand.NewPCG(7, 11))
	lost := 0
	for range cuts {
		at := r.IntN(len(trace) - 1)
		before, after := trace[at], trace[at+1]
		dir := t.TempDir()
		there := filepath.Join(dir, FileName)
		// One is brought to the disk before the other is begun: the log before the
		// file, and the file before the log begins anew.
		file, log := before.file, cut(r, before.log, after.log)
		if after.what == "log moved" {
			log = before.log
			file = cut(r, before.file, after.file)
			if r.IntN(2) == 0 {
				file, log = after.file, cut(r, before.log, after.log)
			}
		}
		if err := errors.Join(os.WriteFile(there, file, 0o600), os.WriteFile(there+"-wal", log, 0o600)); err != nil {
			t.Fatal(err)
		}
		back, err := Open(ctx, there, Options{Now: clock()})
		if err != nil {
			t.Fatalf("%s to %s: %v", before.what, after.what, err)
		}
		got, _, err := back.Briefing(ctx, id)
		if err != nil {
			t.Fatalf("%s to %s: %v", before.what, after.what, err)
		}
		if n := edits(got); n < before.count || n > after.count {
			t.Errorf("%s to %s: got edit %d, want %d to %d", before.what, after.what, n, before.count, after.count)
			lost++
		}
		if v, err := back.Verify(ctx); err != nil || len(v.Findings) > 0 {
			t.Errorf("%s to %s: %+v, %v", before.what, after.what, v.Findings, err)
		}
		if err := back.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d cuts, %d with an edit lost", cuts, lost)
}

// The harness itself: it leaves out, it tears, and it does not invent.
func TestCut(t *testing.T) {
	before, after := bytes.Repeat([]byte("a"), 4*sector), bytes.Repeat([]byte("b"), 6*sector)
	r := rand.New(rand.NewPCG(1, 1))
	kinds := map[string]bool{}
	for range 500 {
		got := cut(r, before, after)
		if len(got) < len(before) || len(got) > len(after) {
			t.Fatalf("got %d bytes", len(got))
		}
		if bytes.IndexFunc(got, func(c rune) bool { return c != 'a' && c != 'b' && c != 0 }) >= 0 {
			t.Fatal("got bytes that nobody wrote")
		}
		switch {
		case bytes.Equal(got, before):
			kinds["nothing"] = true
		case bytes.Equal(got, after):
			kinds["all"] = true
		case bytes.Contains(got[:4*sector], []byte("ba")):
			kinds["later not"] = true
		}
		if bytes.Contains(got[:4*sector], []byte("ab")) {
			kinds["earlier not"] = true
		}
	}
	if len(kinds) < 4 {
		t.Errorf("got only %v", kinds)
	}
}
