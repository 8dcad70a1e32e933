package library

import (
	"context"
	"slices"
	"testing"

	"briefline/app/briefing"
)

// Many are added all or none.
func testAddAll(t *testing.T, l *Library) {
	got, err := l.AddAll(t.Context(), []*briefing.Briefing{small("a", "A"), small("b", "B"), small("a", "A again")})
	if want := []string{"a", "b", "a-2"}; err != nil || !slices.Equal(got, want) {
		t.Fatalf("got %q (%v), want %q", got, err, want)
	}
	entries, err := l.List(t.Context(), Filter{})
	if err != nil || len(entries) != 3 {
		t.Fatalf("listed %d (%v), want 3", len(entries), err)
	}
	for _, e := range entries {
		if e.Revision != 1 {
			t.Errorf("%s: revision %d, want 1", e.ID, e.Revision)
		}
	}
	broken := small("c", "C")
	broken.Title.Text = "\xff"
	if got, err := l.AddAll(t.Context(), []*briefing.Briefing{small("d", "D"), broken}); err == nil || got != nil {
		t.Errorf("one that cannot be written: got %q (%v), want an error", got, err)
	}
	stopped, stop := context.WithCancel(t.Context())
	stop()
	if _, err := l.AddAll(stopped, []*briefing.Briefing{small("e", "E")}); err == nil {
		t.Error("cancelled: want an error")
	}
	if n, err := l.Size(t.Context(), Filter{}); err != nil || n != 3 {
		t.Errorf("after both: %d (%v), want none of them added", n, err)
	}
}

// What waits can be asked for, the last edit of each briefing.
func testWaiting(t *testing.T, l *Library) {
	id := add(t, l, small("a", "A"))
	q := NewQueue(l, nil)
	for _, title := range []string{"B", "C"} {
		q.Put(Pending{Edit: Edit{ID: id, Briefing: small("a", title), Base: 1}})
	}
	if got := q.Waiting(); len(got) != 1 || got[0].Briefing.Title.Text != "C" {
		t.Fatalf("%d wait, want the last edit alone", len(got))
	}
	if err := q.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := q.Waiting(); len(got) != 0 {
		t.Errorf("%d wait after a flush, want none", len(got))
	}
}
