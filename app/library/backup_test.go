package library

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// spoil changes a letter of a stored briefing behind the library's back, as a disk
// does that returns what nobody wrote.
func spoil(t *testing.T, l *Library, id string) {
	t.Helper()
	err := l.transact(t.Context(), func(x *txn) error {
		_, err := x.exec("UPDATE document SET body = CAST(substr(body, 1, 40) || x'5a5a' || substr(body, 43) AS BLOB) WHERE id = $1", id)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// One briefing rots. Each backup says which, the last good copy stays however many
// are made, and it can be taken out of it alone.
func TestBackupTellsDamage(t *testing.T) {
	if testing.Short() {
		t.Skip("long: left out of -short")
	}
	ctx := t.Context()
	path := filled(t)
	day := time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC)
	l, err := Open(ctx, path, Options{Now: func() time.Time { return day }})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if _, err := l.DailyBackup(ctx); err != nil {
		t.Fatal(err)
	}
	want, _ := current(t, l, "b000003")
	spoil(t, l, "b000003")
	for range 12 {
		day = day.AddDate(0, 0, 1)
		made, err := l.DailyBackup(ctx)
		var damage *DamageError
		if !made || !errors.As(err, &damage) || !errors.Is(err, ErrDamaged) || len(damage.IDs) != 1 || damage.IDs[0] != "b000003" {
			t.Fatalf("got %t, %v, want it made and the damaged briefing named", made, err)
		}
	}
	kept, err := Backups(path)
	if err != nil || len(kept) != backupsKept+1 {
		t.Fatalf("got %d backups, %v, want %d and the good one", len(kept), err, backupsKept)
	}
	v, err := l.Verify(ctx)
	if err != nil || len(v.Findings) != 1+backupsKept || v.Findings[0].ID != "b000003" || v.Briefings != 30 || v.Backups != backupsKept+1 {
		t.Errorf("verify: got %+v, %v", v, err)
	}
	in, err := l.InBackups(ctx, "b000003")
	if err != nil || len(in) == 0 {
		t.Fatalf("in backups: got %v, %v", in, err)
	}
	if _, _, err := l.FromBackup(ctx, in[len(in)-1].Backup, "b000003"); err != nil {
		t.Fatal(err)
	}
	if got, _ := current(t, l, "b000003"); got.Title.Text != want.Title.Text {
		t.Errorf("from backup: got %q, want %q", got.Title.Text, want.Title.Text)
	}
	day = day.AddDate(0, 0, 1)
	if made, err := l.DailyBackup(ctx); !made || err != nil {
		t.Errorf("after it was put right: got %t, %v", made, err)
	}
}

// A briefing that was purged comes back out of a backup, an edited one as a new
// version.
func TestFromBackup(t *testing.T) {
	ctx := t.Context()
	l := openTemp(t)
	add(t, l, small("a", "First"))
	add(t, l, small("b", "Other"))
	if _, err := l.DailyBackup(ctx); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Save(ctx, "a", small("a", "Second"), 1); err != nil {
		t.Fatal(err)
	}
	if err := l.Trash(ctx, "b"); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Purge(ctx); err != nil {
		t.Fatal(err)
	}
	kept, _ := Backups(l.Path())
	for id, want := range map[string]string{"a": "First", "b": "Other"} {
		got, _, err := l.FromBackup(ctx, kept[0], id)
		if err != nil || got != id {
			t.Fatalf("%s: got %q, %v", id, got, err)
		}
		if b, _ := current(t, l, id); b.Title.Text != want {
			t.Errorf("%s: got %q, want %q", id, b.Title.Text, want)
		}
	}
	if revisions, err := l.Revisions(ctx, "a"); err != nil || len(revisions) != 3 || revisions[0].Kind != KindRestored {
		t.Errorf("got %+v, %v, want three versions", revisions, err)
	}
	if _, _, err := l.FromBackup(ctx, kept[0], "none"); !errors.Is(err, ErrMissing) {
		t.Errorf("none: got %v, want ErrMissing", err)
	}
	if v, err := l.Verify(ctx); err != nil || len(v.Findings) != 0 {
		t.Errorf("verify: got %+v, %v", v, err)
	}
}

// A clock that is ten years ahead for a week costs no backup, and the one just made
// is there.
func TestClockAhead(t *testing.T) {
	if testing.Short() {
		t.Skip("long: left out of -short")
	}
	ctx := t.Context()
	path := filled(t)
	day := time.Date(2036, 1, 1, 12, 0, 0, 0, time.UTC)
	l, err := Open(ctx, path, Options{Now: func() time.Time { return day }})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	backUp := func() {
		t.Helper()
		made, err := l.DailyBackup(ctx)
		if err != nil || !made {
			t.Fatalf("%s: got %t, %v", day.Format(time.DateOnly), made, err)
		}
		kept, err := Backups(path)
		if err != nil || len(kept) > backupsKept {
			t.Fatalf("got %d backups, %v", len(kept), err)
		}
		for _, b := range kept {
			if b.Day.Equal(day.Truncate(24 * time.Hour)) {
				return
			}
		}
		t.Fatalf("%s: the backup just made is gone", day.Format(time.DateOnly))
	}
	for range backupsKept {
		backUp()
		day = day.AddDate(0, 0, 1)
	}
	day = time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC)
	for range 10 {
		backUp()
		day = day.AddDate(0, 0, 1)
	}
	kept, _ := Backups(path)
	for _, b := range kept {
		if b.Day.Year() == 2036 {
			t.Errorf("%s is still there after ten days", b.Path)
		}
	}
}

// A library that has lost its briefings does not push out the last backup that
// holds them.
func TestPoorDoNotPushOutRich(t *testing.T) {
	if testing.Short() {
		t.Skip("long: left out of -short")
	}
	ctx := t.Context()
	path := filled(t)
	day := time.Date(2026, 1, 1, 12, 0, 0, 0, time.UTC)
	l, err := Open(ctx, path, Options{Now: func() time.Time { return day }})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if _, err := l.DailyBackup(ctx); err != nil {
		t.Fatal(err)
	}
	var ids []string
	ids = append(ids, list(t, l, Filter{})...)
	if err := l.Trash(ctx, ids[1:]...); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Purge(ctx); err != nil {
		t.Fatal(err)
	}
	for range 20 {
		day = day.AddDate(0, 0, 1)
		if _, err := l.DailyBackup(ctx); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := Backups(path)
	if err != nil || len(kept) != backupsKept+1 || !strings.Contains(kept[len(kept)-1].Path, "2026-01-01") {
		t.Errorf("got %d backups, the oldest %s, %v; want the full one among them", len(kept), kept[len(kept)-1].Path, err)
	}
}

// What a start that was killed left unfinished is gone at the next.
func TestUnfinishedIsRemoved(t *testing.T) {
	path := filled(t)
	old := time.Now().Add(-2 * time.Hour)
	var left []string
	for _, name := range []string{filepath.Join("backups", "library-2026-01-01.db.unfinished"), filepath.Join("backups", "library-2026-01-01.db.unfinished-journal"),
		filepath.Join("backups", ".briefline-999999999-AAAAAAAAAAAA.tmp"), ".briefline-999999999-BBBBBBBBBBBB.tmp"} {
		name = filepath.Join(filepath.Dir(path), name)
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		write(t, name, "half")
		if err := os.Chtimes(name, old, old); err != nil {
			t.Fatal(err)
		}
		left = append(left, name)
	}
	l, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	for _, name := range left {
		if _, err := os.Stat(name); err == nil {
			t.Errorf("%s is still there", name)
		}
	}
}

// Four bytes of a header that say version -1 are damage, and no panic.
func TestNegativeVersion(t *testing.T) {
	path := filled(t)
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, err = f.WriteAt([]byte{0xff, 0xff, 0xff, 0xff}, 60) // user_version, sqlite.org/fileformat.html 1.3
	if err := errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), path, Options{}); !errors.Is(err, ErrDamaged) {
		t.Errorf("got %v, want ErrDamaged", err)
	}
	if _, err := OpenReadOnly(t.Context(), path, Options{}); !errors.Is(err, ErrDamaged) {
		t.Errorf("read-only: got %v, want ErrDamaged", err)
	}
}

// A restoring that was broken off between library and log loses neither.
func TestRestoreBrokenOff(t *testing.T) {
	path := write(t, filepath.Join(t.TempDir(), FileName), "library")
	write(t, path+"-wal", "its log")
	if err := os.Rename(path, path+".damaged-1"); err != nil { // killed here
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), path, Options{}); !errors.Is(err, ErrAbsent) {
		t.Fatalf("got %v, want ErrAbsent", err)
	}
	aside, err := BeginAnew(path)
	if err != nil || aside != path+".damaged-1" {
		t.Fatalf("got %q, %v", aside, err)
	}
	if log, err := os.ReadFile(aside + "-wal"); err != nil || string(log) != "its log" {
		t.Errorf("got %q, %v, want the log beside its library", log, err)
	}
}
