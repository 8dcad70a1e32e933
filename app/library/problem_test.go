package library

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"briefline/assets"
)

func write(t *testing.T, path, data string) string {
	t.Helper()
	if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// A library of 30 briefings, closed.
func filled(t *testing.T) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), FileName)
	l, err := Open(t.Context(), path, Options{Now: clock()})
	if err != nil {
		t.Fatal(err)
	}
	c := newCorpus(11)
	for n := range 30 {
		add(t, l, c.briefing(n))
	}
	if err := errors.Join(l.Tidy(t.Context()), l.Close()); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestOpenProblems(t *testing.T) {
	dir := t.TempDir()
	sound, err := os.ReadFile(filled(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name string
		path string
		want error
	}{
		{"text", write(t, filepath.Join(dir, "a"), strings.Repeat("A text, not a library. ", 99)), ErrForeign},
		{"short text", write(t, filepath.Join(dir, "b"), "x"), ErrForeign},
		{"zeros", write(t, filepath.Join(dir, "c"), strings.Repeat("\x00", 9000)), ErrDamaged},
		{"header cut", write(t, filepath.Join(dir, "d"), string(sound[:50])), ErrDamaged},
		{"cut", write(t, filepath.Join(dir, "e"), string(sound[:len(sound)/4])), ErrDamaged},
		{"schema overwritten", write(t, filepath.Join(dir, "f"), string(sound[:200])+strings.Repeat("\xaa", 8000)+string(sound[8200:])), ErrDamaged},
		{"folder", dir, ErrForeign},
		{"folder is a file", filepath.Join(dir, "a", FileName), nil},
	} {
		before, _ := os.ReadFile(tt.path) // nothing of a folder
		l, err := Open(t.Context(), tt.path, Options{})
		var told *OpenError
		if err == nil {
			// Damage that lies deeper shows at the first look.
			_, err = l.List(t.Context(), Filter{})
			err = errors.Join(err, l.Close())
		} else if !errors.As(err, &told) || told.Path != tt.path {
			t.Errorf("%s: got %v, want an *OpenError", tt.name, err)
		}
		if err == nil || tt.want != nil && !errors.Is(err, tt.want) {
			t.Errorf("%s: got %v, want %v", tt.name, err, tt.want)
		}
		if after, _ := os.ReadFile(tt.path); tt.want == ErrForeign && !bytes.Equal(after, before) {
			t.Errorf("%s: the file was changed", tt.name)
		}
	}
	if _, err := OpenReadOnly(t.Context(), filepath.Join(dir, "none"), Options{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("read-only, missing: got %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "none")); err == nil {
		t.Error("opening for reading made a file")
	}
}

// An empty file is a library that was never begun.
func TestEmptyFile(t *testing.T) {
	path := write(t, filepath.Join(t.TempDir(), FileName), "")
	l, err := Open(t.Context(), path, Options{Bundled: assets.Bishkek()})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	same(t, "list", list(t, l, Filter{}), []string{"bishkek"})
}

func TestOtherDatabase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "other.db")
	db := openDatabase(path, 0, 1)
	if _, err := db.Exec("CREATE TABLE recipes (name TEXT)"); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), path, Options{}); !errors.Is(err, ErrForeign) {
		t.Errorf("got %v, want ErrForeign", err)
	}
	if _, err := OpenReadOnly(t.Context(), path, Options{}); !errors.Is(err, ErrForeign) {
		t.Errorf("read-only: got %v, want ErrForeign", err)
	}
}

// The bundled briefing comes once: who throws it away has it no more.
func TestBundled(t *testing.T) {
	path := filepath.Join(t.TempDir(), FileName)
	for _, want := range [][]string{{"bishkek"}, {}} {
		l, err := Open(t.Context(), path, Options{Bundled: assets.Bishkek()})
		if err != nil {
			t.Fatal(err)
		}
		same(t, "list", list(t, l, Filter{}), want)
		if len(want) > 0 {
			if data, err := l.Export(t.Context(), "bishkek"); err != nil || !bytes.Equal(data, assets.Bishkek()) {
				t.Errorf("the bundled briefing is not given back as it was: %v", err)
			}
			revisions, err := l.Revisions(t.Context(), "bishkek")
			if err != nil || len(revisions) != 1 || revisions[0].Kind != KindBundled {
				t.Errorf("got %+v, %v", revisions, err)
			}
			if err := l.Trash(t.Context(), "bishkek"); err != nil {
				t.Fatal(err)
			}
			if _, err := l.Purge(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// next is a version that is not there yet.
var next = append(migrations[:len(migrations):len(migrations)], migration{
	sql: "ALTER TABLE entry ADD COLUMN colour TEXT NOT NULL DEFAULT 'none'; UPDATE meta SET value = '1' WHERE name = 'reader'", reindex: true,
})

func TestMigrate(t *testing.T) {
	path := filled(t)
	broken := append(migrations[:len(migrations):len(migrations)], migration{sql: "ALTER TABLE entry ADD COLUMN colour TEXT; ALTER TABLE nowhere ADD COLUMN x TEXT"})
	if _, err := Open(t.Context(), path, Options{Now: clock(), steps: broken}); err == nil {
		t.Fatal("a migration that fails has opened")
	}
	l, err := Open(t.Context(), path, Options{Now: clock()})
	if err != nil {
		t.Fatalf("after a migration that failed: %v", err)
	}
	var columns int
	if err := l.read.row(t.Context(), "SELECT count(*) FROM pragma_table_info('entry') WHERE name = 'colour'", nil, &columns); err != nil || columns != 0 {
		t.Errorf("half of the migration stands: %d, %v", columns, err)
	}
	before := list(t, l, Filter{})
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}

	l, err = Open(t.Context(), path, Options{Now: clock(), steps: next})
	if err != nil {
		t.Fatal(err)
	}
	same(t, "list", list(t, l, Filter{}), before)
	if got := find(t, l, "minister", Filter{}); len(got) == 0 {
		t.Error("nothing is found after a migration")
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	kept, err := Backups(path)
	if err != nil || len(kept) != 1 || kept[0].Version != len(migrations) {
		t.Fatalf("backups: got %+v, %v", kept, err)
	}

	// This version now meets a library of the next one.
	if _, err := Open(t.Context(), path, Options{}); !errors.Is(err, ErrNewer) || Problem(err) != ProblemNewer {
		t.Errorf("newer: got %v, want ErrNewer", err)
	}
	r, err := OpenReadOnly(t.Context(), path, Options{})
	if err != nil {
		t.Fatalf("newer, read-only: %v", err)
	}
	same(t, "newer, read-only", list(t, r, Filter{}), before)
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	// And the way back.
	if _, err := RestoreBackup(path, kept[0]); err != nil {
		t.Fatal(err)
	}
	if l, err = Open(t.Context(), path, Options{}); err != nil {
		t.Fatal(err)
	}
	same(t, "restored", list(t, l, Filter{}), before)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
}

// A newer version that says so is not even read.
func TestNewerUnreadable(t *testing.T) {
	path := filled(t)
	steps := append(next[:len(next):len(next)], migration{sql: "UPDATE meta SET value = '3' WHERE name = 'reader'"})
	l, err := Open(t.Context(), path, Options{steps: steps})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenReadOnly(t.Context(), path, Options{}); !errors.Is(err, ErrNewer) {
		t.Errorf("got %v, want ErrNewer", err)
	}
}

// A library of version 1 as it was shipped opens in every later version.
// BRIEFLINE_UPDATE=1 writes it, which is right once for a version.
func TestFixtureVersion1(t *testing.T) {
	const fixture = "testdata/version1.db.gz"
	if os.Getenv("BRIEFLINE_UPDATE") != "" && len(migrations) == 1 {
		makeFixture(t, fixture)
	}
	packed, err := os.Open(fixture)
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close()
	r, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	for name, steps := range map[string][]migration{"this version": nil, "the next": next} {
		path := write(t, filepath.Join(t.TempDir(), FileName), string(data))
		l, err := Open(t.Context(), path, Options{Bundled: assets.Bishkek(), steps: steps})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		same(t, name, list(t, l, Filter{Order: OrderTitle}), []string{"c", "a"})
		same(t, name+", found", find(t, l, "compact", Filter{}), []string{"c"})
		b, revision := current(t, l, "a")
		if revision != 3 || b.Title.Text != "Third" {
			t.Errorf("%s: got revision %d, %q", name, revision, b.Title.Text)
		}
		if old, err := l.Revision(t.Context(), "a", 1); err != nil || old.Title.Text != "First" {
			t.Errorf("%s: got %v, %v", name, old, err)
		}
		if data, err := l.Export(t.Context(), "c"); err != nil || string(data) != fixtureFile {
			t.Errorf("%s: got %q, %v", name, data, err)
		}
		if history, err := l.History(t.Context(), "a"); err != nil || string(history) != "steps" {
			t.Errorf("%s: got %q, %v", name, history, err)
		}
		if repairs, err := l.Repairs(t.Context()); err != nil || len(repairs) != 1 {
			t.Errorf("%s: got %v, %v", name, repairs, err)
		}
		if err := errors.Join(l.Check(t.Context()), l.Close()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

const fixtureFile = `{"title":{"text":"Compact","id":"t","basis":"added","note":"x"},"id":"c","version":1}`

func makeFixture(t *testing.T, fixture string) {
	path := filepath.Join(t.TempDir(), FileName)
	l, err := Open(t.Context(), path, Options{Now: clock(), Bundled: []byte(file(t, small("a", "First")))})
	if err != nil {
		t.Fatal(err)
	}
	ctx := t.Context()
	_, err1 := l.SaveAll(ctx, []Edit{{ID: "a", Briefing: small("a", "Second"), Base: 1}, {ID: "a", Briefing: small("a", "Third"), Base: 2, History: []byte("steps")}})
	_, err2 := l.Import(ctx, File{Data: []byte(fixtureFile)})
	err3 := l.PutRepair(ctx, Repair{Kind: RepairNotPerson, Name: "Persian Gulf"})
	if err := errors.Join(err1, err2, err3, l.Tidy(ctx), l.Close()); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	w, _ := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	_, err = w.Write(data)
	if err := errors.Join(err, w.Close(), os.MkdirAll("testdata", 0o755), os.WriteFile(fixture, packed.Bytes(), 0o644)); err != nil {
		t.Fatal(err)
	}
}

func TestDailyBackups(t *testing.T) {
	path := filled(t)
	day := time.Date(2024, 2, 25, 23, 0, 0, 0, time.UTC)
	l, err := Open(t.Context(), path, Options{Now: func() time.Time { return day }})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	write(t, filepath.Join(t.TempDir(), "x"), "")
	for n := range 10 {
		if made, err := l.DailyBackup(t.Context()); err != nil || !made {
			t.Fatalf("day %d: got %t, %v", n, made, err)
		}
		if made, err := l.DailyBackup(t.Context()); err != nil || made {
			t.Fatalf("day %d, again: got %t, %v", n, made, err)
		}
		write(t, filepath.Join(backupDir(path), "notes.txt"), "not ours")
		day = day.AddDate(0, 0, 1)
	}
	kept, err := Backups(path)
	if err != nil || len(kept) != 7 {
		t.Fatalf("got %d backups, %v, want 7", len(kept), err)
	}
	if got, want := kept[0].Day, time.Date(2024, 3, 5, 0, 0, 0, 0, time.UTC); !got.Equal(want) || kept[0].Size == 0 || kept[6].Day.Day() != 28 {
		t.Errorf("got %+v", kept)
	}
	if _, err := os.Stat(filepath.Join(backupDir(path), "notes.txt")); err != nil {
		t.Error("removed what is not ours")
	}
	// A backup is a library.
	b, err := Open(t.Context(), kept[3].Path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := list(t, b, Filter{}); len(got) != 30 {
		t.Errorf("got %d briefings", len(got))
	}
	if err := b.Close(); err != nil {
		t.Error(err)
	}
}

// Pages are overwritten in the middle of the library. The program says so, and
// the backup together with what can still be read gives everything back.
func TestDamagedAndRestored(t *testing.T) {
	if testing.Short() {
		t.Skip("long: left out of -short")
	}
	ctx := t.Context()
	path := filled(t)
	l, err := Open(ctx, path, Options{Now: clock()})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.DailyBackup(ctx); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for n := range 30 { // after the backup: an edit of each, and a new one
		id := fmt.Sprintf("b%06d", n)
		b, revision := current(t, l, id)
		b.Title.Text = fmt.Sprint("Edited after the backup ", n)
		if _, err := l.Save(ctx, id, b, revision); err != nil {
			t.Fatal(err)
		}
		want[id] = b.Title.Text
	}
	add(t, l, small("late", "Made after the backup"))
	want["late"] = "Made after the backup"
	if err := errors.Join(l.Tidy(ctx), l.Close()); err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	pages := info.Size() / 8192
	for page := pages / 4; page < pages; page += 6 { // many, but not the first: it opens
		if _, err := f.WriteAt(bytes.Repeat([]byte{0x5a}, 8192), page*8192); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}

	tomorrow := func() time.Time { return clock()().AddDate(0, 0, 1) }
	if l, err = Open(ctx, path, Options{Now: tomorrow}); err == nil {
		err = l.Check(ctx)
		if made, err := l.DailyBackup(ctx); made || !errors.Is(err, ErrDamaged) {
			t.Errorf("backup of a damaged library: got %t, %v, want ErrDamaged", made, err)
		}
		if closeErr := l.Close(); closeErr != nil {
			t.Log(closeErr)
		}
	}
	if !errors.Is(err, ErrDamaged) || Problem(err) != ProblemDamaged {
		t.Fatalf("got %v, want ErrDamaged", err)
	}
	kept, err := Backups(path)
	if err != nil || len(kept) != 1 {
		t.Fatalf("got %v, %v", kept, err)
	}
	aside, err := RestoreBackup(path, kept[0])
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(aside); err != nil {
		t.Error("the damaged library was thrown away")
	}
	if l, err = Open(ctx, path, Options{Now: clock()}); err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if got := list(t, l, Filter{}); len(got) != 30 {
		t.Errorf("restored: got %d", len(got))
	}
	got, err := l.Salvage(ctx, aside)
	if err != nil {
		t.Fatal(err)
	}
	recovered := 0
	for id, title := range want {
		if b, _, err := l.Briefing(ctx, id); err == nil && b.Title.Text == title {
			recovered++
		} else if err != nil && id != "late" {
			t.Errorf("%s: %v", id, err)
		}
	}
	t.Logf("%d of %d edits made after the backup were salvaged from %d pages of which every sixth was overwritten: %d lost", recovered, len(want), pages, got.Lost)
	if recovered < len(want)/4 || recovered != len(got.Updated)+len(got.Added) {
		t.Errorf("got %d of %d, %+v", recovered, len(want), got)
	}
	if err := l.Check(ctx); err != nil {
		t.Error(err)
	}
}

// What the disk gives back is compared with what was written.
func TestSilentDamage(t *testing.T) {
	l := openTemp(t)
	id := add(t, l, small("a", "First"))
	err := l.transact(t.Context(), func(x *txn) error {
		var packed []byte
		if err := x.row("SELECT body FROM document").Scan(&packed); err != nil {
			return err
		}
		body, err := stretch(packed)
		if err != nil {
			return err
		}
		if packed, err = x.squeeze(bytes.Replace(body, []byte("First"), []byte("Worst"), 1)); err != nil {
			return err
		}
		_, err = x.exec("UPDATE document SET body = $1", packed)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := l.Briefing(t.Context(), id); !errors.Is(err, ErrDamaged) || strings.Contains(err.Error(), "Worst") {
		t.Errorf("got %v, want ErrDamaged", err)
	}
	if _, err := l.Export(t.Context(), id); !errors.Is(err, ErrDamaged) {
		t.Errorf("export: got %v, want ErrDamaged", err)
	}
	if b, err := l.Revision(t.Context(), id, 1); err != nil || b.Title.Text != "First" {
		t.Errorf("the revision is there still: got %v, %v", b, err)
	}
}

// A damaged full text is made anew; the briefings never depended on it.
func TestDamagedIndex(t *testing.T) {
	l := openTemp(t)
	add(t, l, small("a", "First"))
	err := l.transact(t.Context(), func(x *txn) error {
		return x.script("UPDATE words_data SET block = x'00ff00ff00ff'; DELETE FROM passage; UPDATE entry SET title = 'wrong'")
	})
	if err != nil {
		t.Fatal(err)
	}
	if hits, err := l.Search(t.Context(), "first", Filter{}); err == nil && len(hits) > 0 {
		t.Error("the full text is not damaged: nothing is tested")
	}
	if err := l.Reindex(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	same(t, "found", find(t, l, "first", Filter{}), []string{"a"})
}

// Every problem has words: what is wrong, and what to do.
func TestProblemsAreWorded(t *testing.T) {
	data, err := fs.ReadFile(assets.I18n(), "en.json")
	if err != nil {
		t.Fatal(err)
	}
	var words map[string]any
	if err := json.Unmarshal(data, &words); err != nil {
		t.Fatal(err)
	}
	names := []string{ProblemOther}
	for _, p := range problems {
		names = append(names, p.name)
		if got := Problem(fmt.Errorf("context: %w", p.err)); got != p.name {
			t.Errorf("%v: got %q, want %q", p.err, got, p.name)
		}
	}
	for _, name := range names {
		for _, family := range []string{"library.problem.", "library.cure."} {
			if words[family+name] == nil {
				t.Errorf("no message %s%s", family, name)
			}
		}
	}
	if got := Problem(nil); got != "" {
		t.Errorf("no error: got %q", got)
	}
	if got := Problem(errors.New("x")); got != ProblemOther {
		t.Errorf("got %q", got)
	}
}

func TestDefaultPath(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", "relative")
	path, err := DefaultPath()
	if err != nil || !filepath.IsAbs(path) || !strings.HasSuffix(path, filepath.Join("briefline", FileName)) {
		t.Errorf("got %q, %v", path, err)
	}
}
