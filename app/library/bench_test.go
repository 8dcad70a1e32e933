package library

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"
)

// The aims, with 10,000 briefings: opening the library and reading the last one
// adds 50 ms at most to the start, changing to another takes under 50 ms, a
// search under 30 ms at the 95th percentile, an edit to saved under 20 ms.
const benchSize = 10_000

// benchLibrary makes the library once for all benchmarks. BRIEFLINE_BENCH_LIBRARY
// names a file to keep it in between runs.
var benchLibrary = sync.OnceValues(func() (string, error) {
	path := os.Getenv("BRIEFLINE_BENCH_LIBRARY")
	if path == "" {
		dir, err := os.MkdirTemp("", "briefline-bench-")
		if err != nil {
			return "", err
		}
		benchTemp = dir
		path = filepath.Join(dir, FileName)
	}
	ctx := context.Background()
	l, err := Open(ctx, path, Options{})
	if err != nil {
		return "", err
	}
	defer l.Close()
	have, err := l.Size(ctx, Filter{})
	if err != nil || have >= benchSize {
		return path, err
	}
	c := newCorpus(7)
	start := time.Now()
	for n := 0; n < benchSize; n += 100 {
		err := l.transact(ctx, func(t *txn) error {
			for i := range 100 {
				d, err := form(c.briefing(n + i))
				if err != nil {
					return err
				}
				if _, err := l.insert(t, &d, KindImported); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return "", err
		}
	}
	fmt.Fprintf(os.Stderr, "library of %d made in %v\n", benchSize, time.Since(start).Round(time.Second))
	return path, l.Tidy(ctx)
})

var benchTemp string

func TestMain(m *testing.M) {
	if child := os.Getenv("BRIEFLINE_LIBRARY_CHILD"); child != "" {
		os.Exit(runChild(child))
	}
	status := m.Run()
	if benchTemp != "" {
		os.RemoveAll(benchTemp)
	}
	os.Exit(status)
}

func openBench(b *testing.B) *Library {
	b.Helper()
	path, err := benchLibrary()
	if err != nil {
		b.Fatal(err)
	}
	l, err := Open(b.Context(), path, Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { l.Close() })
	return l
}

// quantiles reports the middle and the 95th percentile of the runs.
type quantiles []time.Duration

func (q *quantiles) run(do func()) {
	start := time.Now()
	do()
	*q = append(*q, time.Since(start))
}

func (q quantiles) report(b *testing.B) {
	slices.Sort(q)
	ms := func(p int) float64 { return float64(q[len(q)*p/100].Microseconds()) / 1000 }
	b.ReportMetric(ms(50), "p50-ms")
	b.ReportMetric(ms(95), "p95-ms")
}

// What the library adds to the start of the window.
func BenchmarkOpenAndShowLast(b *testing.B) {
	path, err := benchLibrary()
	if err != nil {
		b.Fatal(err)
	}
	ctx := b.Context()
	var q quantiles
	for b.Loop() {
		q.run(func() {
			l, err := Open(ctx, path, Options{})
			if err != nil {
				b.Fatal(err)
			}
			list, err := l.List(ctx, Filter{Limit: 50})
			if err != nil || len(list) != 50 {
				b.Fatal(len(list), err)
			}
			if _, _, err := l.Briefing(ctx, list[0].ID); err != nil {
				b.Fatal(err)
			}
			if err := l.Close(); err != nil {
				b.Fatal(err)
			}
		})
	}
	q.report(b)
}

func BenchmarkSwitch(b *testing.B) {
	l, ctx := openBench(b), b.Context()
	var q quantiles
	n := 0
	for b.Loop() {
		n = (n + 7919) % benchSize
		q.run(func() {
			id := fmt.Sprintf("b%06d", n)
			if _, _, err := l.Briefing(ctx, id); err != nil {
				b.Fatal(err)
			}
			if _, err := l.History(ctx, id); err != nil {
				b.Fatal(err)
			}
			if err := l.Touch(ctx, id); err != nil {
				b.Fatal(err)
			}
		})
	}
	q.report(b)
}

func BenchmarkSearch(b *testing.B) {
	c := newCorpus(7)
	word := func(n int) string { return c.words[n] }
	for _, bb := range []struct{ name, typed string }{
		{"everywhere", "the"},
		{"common", word(40)},
		{"middling", word(600)},
		{"rare", word(15_000)},
		{"two-letters", word(300)[:2]},
		{"three-letters", word(900)[:3]},
		{"two-words", word(30) + " " + word(200)},
		{"phrase", `"` + word(1) + " " + word(2) + `"`},
		{"name", c.people[3]},
		{"nothing", "qqqxx"},
	} {
		b.Run(bb.name, func(b *testing.B) {
			l, ctx := openBench(b), b.Context()
			var q quantiles
			found := 0
			for b.Loop() {
				q.run(func() {
					hits, err := l.Search(ctx, bb.typed, Filter{})
					if err != nil {
						b.Fatal(err)
					}
					found = len(hits)
				})
			}
			q.report(b)
			b.ReportMetric(float64(found), "hits")
		})
	}
}

// As people type: each word letter by letter from the second on, all searches of
// many words together.
func BenchmarkSearchAsTyped(b *testing.B) {
	l, ctx := openBench(b), b.Context()
	c := newCorpus(7)
	var q quantiles
	n := 0
	for b.Loop() {
		typed := c.words[(n*7919)%len(c.words)] + " " + c.people[n%len(c.people)]
		n++
		for i := 2; i <= min(len(typed), 12); i++ {
			q.run(func() {
				if _, err := l.Search(ctx, typed[:i], Filter{}); err != nil {
					b.Fatal(err)
				}
			})
		}
	}
	q.report(b)
}

func BenchmarkList(b *testing.B) {
	for _, bb := range []struct {
		name string
		f    Filter
	}{
		{"page", Filter{Limit: 50}},
		{"last-page", Filter{Limit: 50, Offset: benchSize - 50}},
		{"drafts", Filter{State: StateDraft, Limit: 50}},
		{"titles", Filter{Order: OrderTitle, Limit: 50}},
		{"all", Filter{}},
	} {
		b.Run(bb.name, func(b *testing.B) {
			l, ctx := openBench(b), b.Context()
			for b.Loop() {
				if _, err := l.List(ctx, bb.f); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// From the edit to the disk, through the queue as a window does it.
func BenchmarkEditToSaved(b *testing.B) {
	for _, words := range []bool{false, true} {
		name := "date"
		if words {
			name = "words"
		}
		b.Run(name, func(b *testing.B) {
			l, ctx := openBench(b), b.Context()
			q := NewQueue(l, nil)
			running, stop := context.WithCancel(ctx)
			done := make(chan error)
			go func() { done <- q.Run(running) }()
			current, base, err := l.Briefing(ctx, "b000123")
			if err != nil {
				b.Fatal(err)
			}
			var times quantiles
			saved := make(chan Saved)
			n := 0
			for b.Loop() {
				n++
				edited := current.Clone()
				edited.Modified = edited.Modified.Add(time.Second)
				edited.Events[0].Note = fmt.Sprint("note ", n)
				if words {
					edited.Statements[3].Words = fmt.Sprint("These are other words, ", n)
				}
				times.run(func() {
					q.Put(Pending{Edit: Edit{ID: "b000123", Briefing: edited, Base: base}, Done: func(s Saved) { saved <- s }})
					if s := <-saved; s.Err != nil {
						b.Fatal(s.Err)
					}
				})
				current = edited
			}
			stop()
			if err := <-done; err != nil {
				b.Fatal(err)
			}
			times.report(b)
		})
	}
}

func BenchmarkForm(b *testing.B) {
	doc := newCorpus(1).briefing(1)
	for b.Loop() {
		if _, err := form(doc); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	d, err := form(newCorpus(1).briefing(1))
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(d.body)))
	for b.Loop() {
		if _, err := parse(d.body); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFold(b *testing.B) {
	text := newCorpus(1).briefing(1).Sources[0].Text
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		tokens(text)
	}
}
