package views

import (
	"context"
	"strings"
	"testing"
	"time"

	"briefline/app/briefing"
	"briefline/app/library"
)

// other is a second opening of the library that a window is on, as another
// window has it.
func other(t testing.TB, f *Frame) *library.Library {
	t.Helper()
	lib, err := library.Open(context.Background(), f.work.lib.Path(), library.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := lib.Close(); err != nil {
			t.Error(err)
		}
	})
	return lib
}

// saveAs saves the briefing called id under another title, as another window does.
func saveAs(t testing.TB, lib *library.Library, id, title string) {
	t.Helper()
	ctx := context.Background()
	b, revision, err := lib.Briefing(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	b.Title.Text = title
	if _, err := lib.Save(ctx, id, b, revision); err != nil {
		t.Fatal(err)
	}
}

// look takes in what happened in the library since.
func look(t testing.TB, f *Frame, seen int64) int64 {
	t.Helper()
	return f.work.lookOnce(context.Background(), seen)
}

func TestOtherWindowsChangesShow(t *testing.T) {
	f, c := shelved(t, "First", "Second")
	seen := look(t, f, -1)
	lib, ctx := other(t, f), context.Background()
	if _, _, err := lib.Add(ctx, entitled(t, "new", "From elsewhere")); err != nil {
		t.Fatal(err)
	}
	seen = look(t, f, seen)
	c.until(t, "the new briefing in the list", func() bool { return listed(f)[0] == "From elsewhere" })
	if f.notice.Visible() {
		t.Errorf("a new briefing elsewhere says %q, want nothing", f.notice.text)
	}

	// The open briefing, saved elsewhere, shows in its new version.
	saveAs(t, lib, f.work.id, "Second, corrected")
	seen = look(t, f, seen)
	c.until(t, "the newer version", func() bool { return f.index.Briefing.Title.Text == "Second, corrected" })
	c.until(t, "the list to follow", func() bool { return f.library.entries[f.library.find(f.work.id)].Title == "Second, corrected" })
	if !f.notice.Visible() {
		t.Error("the newer version shows without a word")
	}
	// An edit goes on from it.
	if !retitle(f.work, "Second, corrected twice") {
		t.Fatal("no edit")
	}
	f.work.flush()
	seen = look(t, f, seen)
	c.until(t, "the save", func() bool { return f.work.current == 3 })
	if f.work.lost != nil {
		t.Error("the edit is a conflict, want it to follow the newer version")
	}

	if err := lib.Trash(ctx, f.work.id); err != nil {
		t.Fatal(err)
	}
	seen = look(t, f, seen)
	c.until(t, "word of the trash", func() bool { return strings.Contains(f.notice.text.String(), "trash") })
	f.notice.actions[0].Tapped(nil)
	c.until(t, "it to be restored", func() bool { return !f.notice.Visible() })
	look(t, f, seen)
	c.until(t, "the list to have it", func() bool { return f.library.find(f.work.id) >= 0 })
}

// Both windows change a briefing: neither version is lost, and the person says
// which one goes on.
func TestConflict(t *testing.T) {
	for _, mine := range []bool{true, false} {
		f, c := shelved(t, "First")
		lib, ctx, id := other(t, f), context.Background(), f.work.id
		saveAs(t, lib, id, "Theirs")
		if !retitle(f.work, "Mine") {
			t.Fatal("no edit")
		}
		c.until(t, "word of the conflict", func() bool { return f.work.lost != nil && f.notice.Visible() })
		want := "Theirs"
		if mine {
			want = "Mine"
			f.notice.actions[0].Tapped(nil)
		} else {
			f.notice.actions[1].Tapped(nil)
		}
		c.until(t, "the choice", func() bool { return f.work.lost == nil && f.index.Briefing.Title.Text == want })
		if !retitle(f.work, want+", and on") {
			t.Fatal("no edit")
		}
		f.work.flush()
		e, err := lib.Entry(ctx, id)
		if err != nil || e.Title != want+", and on" {
			t.Errorf("chose %s: the library says %q (%v)", want, e.Title, err)
		}
		revisions, err := lib.Revisions(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		kept := map[string]bool{}
		for _, r := range revisions {
			kept[r.Title] = true
		}
		if !kept["Mine"] || !kept["Theirs"] {
			t.Errorf("chose %s: versions %v, want both kept", want, kept)
		}
	}
}

func TestVersionsAreSeenAndRestored(t *testing.T) {
	f, c := shelved(t, "First")
	for _, title := range []string{"Second thoughts", "Third thoughts"} {
		retitle(f.work, title)
		f.work.flush()
	}
	f.openVersions(f.work.id)
	c.until(t, "the versions", func() bool { return f.versions() != nil })
	if n := len(f.versions().revisions); n != 3 {
		t.Fatalf("%d versions, want 3", n)
	}
	if f.versions().restore.Visible() {
		t.Error("the current version can be restored")
	}
	f.versions().show(2)
	c.until(t, "the first version to be read", func() bool { return f.versions().restore.Visible() })
	f.versions().restore.Tapped(nil)
	c.until(t, "the first version", func() bool { return f.versions() == nil && f.index.Briefing.Title.Text == "First" })
	revisions, err := f.work.lib.Revisions(context.Background(), f.work.id)
	if err != nil || len(revisions) != 4 || revisions[0].Kind != library.KindRestored {
		t.Errorf("%d versions (%v), want a fourth on top", len(revisions), err)
	}
}

// The status bar says in words how long ago the last save was.
func TestSavedAgo(t *testing.T) {
	f, c := shelved(t, "First")
	retitle(f.work, "Second")
	c.until(t, "Saved", func() bool { return f.status.saved == "Saved" })
	f.status.at = time.Now().Add(-2 * time.Minute)
	f.status.age()
	if got, want := f.status.saved, "Saved 2 minutes ago"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	f.status.saving(library.QueueState{Waiting: 1})
	f.status.age()
	if got, want := f.status.saved, "Saving…"; got != want {
		t.Errorf("while saving: got %q, want %q", got, want)
	}
}

// A briefing deleted for good elsewhere can be kept from what shows.
func TestPurgedElsewhere(t *testing.T) {
	f, c := shelved(t, "First", "Second")
	seen := look(t, f, -1)
	lib, ctx, id := other(t, f), context.Background(), f.work.id
	if err := lib.Trash(ctx, id); err != nil {
		t.Fatal(err)
	}
	if _, err := lib.Purge(ctx, id); err != nil {
		t.Fatal(err)
	}
	look(t, f, seen)
	c.until(t, "word of it", func() bool { return f.notice.Visible() && len(f.notice.actions) == 1 })
	f.notice.actions[0].Tapped(nil)
	c.until(t, "it to be kept", func() bool { return f.work.id != "" && f.library.find(f.work.id) >= 0 })
	if b, _, err := lib.Briefing(ctx, f.work.id); err != nil || b.Title.Text != "Second" || b.Status != briefing.StatusDraft {
		t.Errorf("kept anew: %v, want what was shown", err)
	}
}
