package library

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What others do to the files of an open library. Each time the next save says
// that it is not saved, everything acknowledged before is in the rescued copy, and
// that can be put back.
func TestLibraryTakenAway(t *testing.T) {
	rename := func(from, to string) error { return os.Rename(from, to) }
	for _, tt := range []struct {
		name string
		do   func(path string) error
	}{
		{"deleted", func(path string) error { return os.Remove(path) }},
		{"deleted with its log", func(path string) error { return removeAll(path, path+"-wal", path+"-shm") }},
		{"log deleted", func(path string) error { return os.Remove(path + "-wal") }},
		{"renamed", func(path string) error { return rename(path, path+".old") }},
		{"folder renamed", func(path string) error { return rename(filepath.Dir(path), filepath.Dir(path)+"-moved") }},
		{"folder deleted", func(path string) error { return os.RemoveAll(filepath.Dir(path)) }},
		{"replaced by an older copy", func(path string) error {
			return errors.Join(removeAll(path+"-wal", path+"-shm"), rename(path+".copy", path))
		}},
		{"a file in the place of its folder", func(path string) error {
			dir := filepath.Dir(path)
			return errors.Join(rename(dir, dir+"-moved"), os.WriteFile(dir, nil, 0o600))
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Setenv("XDG_DATA_HOME", t.TempDir())
			ctx := t.Context()
			path := filepath.Join(t.TempDir(), "sub", FileName)
			l, err := Open(ctx, path, Options{Now: clock()})
			if err != nil {
				t.Fatal(err)
			}
			defer l.Close()
			add(t, l, small("a", "Edit 1"))
			if err := copyFile(path+".copy", path); err != nil {
				t.Fatal(err)
			}
			q := NewQueue(l, nil)
			last := 1
			for n := 2; n <= 20; n++ {
				if n == 11 {
					if err := tt.do(path); err != nil {
						t.Fatal(err)
					}
				}
				saved := false
				q.Put(Pending{Edit{ID: "a", Briefing: small("a", fmt.Sprint("Edit ", n)), Base: 1}, func(s Saved) { saved = s.Err == nil }})
				err := q.Flush(ctx)
				if n < 11 != saved || n < 11 != (err == nil) {
					t.Fatalf("edit %d: got saved %t, %v", n, saved, err)
				}
				if err == nil {
					last = n
				} else if !errors.Is(err, ErrMoved) || Problem(err) != ProblemMoved {
					t.Fatalf("edit %d: got %v, want ErrMoved", n, err)
				}
			}
			if _, _, err := l.Changes(ctx, 0); !errors.Is(err, ErrMoved) {
				t.Errorf("changes: got %v, want ErrMoved", err)
			}
			if made, err := l.DailyBackup(ctx); made || !errors.Is(err, ErrMoved) {
				t.Errorf("backup: got %t, %v, want ErrMoved", made, err)
			}
			b, err := l.Rescue(ctx)
			if err != nil {
				t.Fatal(err)
			}
			got, err := OpenReadOnly(ctx, b.Path, Options{})
			if err != nil {
				t.Fatal(err)
			}
			title, _ := current(t, got, "a")
			if want := fmt.Sprint("Edit ", last); title.Title.Text != want {
				t.Errorf("rescued: got %q, want %q", title.Title.Text, want)
			}
			if err := got.Close(); err != nil {
				t.Error(err)
			}
			waits := q.Waiting()
			if len(waits) != 1 || waits[0].Briefing.Title.Text != "Edit 20" {
				t.Errorf("waiting: got %+v, want edit 20", waits)
			}
			if strings.HasPrefix(tt.name, "a file") {
				return // there is no folder to put it back into
			}
			if offered, err := Rescued(path); err != nil || len(offered) != 1 || offered[0].Path != b.Path {
				t.Fatalf("offered: got %v, %v, want %s", offered, err, b.Path)
			}
			if _, err := RestoreBackup(path, b); err != nil {
				t.Fatal(err)
			}
			back, err := Open(ctx, path, Options{Known: true})
			if err != nil {
				t.Fatal(err)
			}
			if title, _ := current(t, back, "a"); title.Title.Text != fmt.Sprint("Edit ", last) {
				t.Errorf("put back: got %q", title.Title.Text)
			}
			if offered, _ := Rescued(path); len(offered) != 0 {
				t.Errorf("offered again: %v", offered)
			}
			if err := back.Close(); err != nil {
				t.Error(err)
			}
		})
	}
}

// A path that held a library, has backups or a log is no place for a new one, and
// the log stays as it is.
func TestAbsentIsNotNew(t *testing.T) {
	ctx := t.Context()
	backed := func(t *testing.T) string {
		path := filled(t)
		l, err := Open(ctx, path, Options{Now: clock()})
		if err != nil {
			t.Fatal(err)
		}
		_, err = l.DailyBackup(ctx)
		if err := errors.Join(err, l.Close()); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for _, tt := range []struct {
		name    string
		make    func(t *testing.T) string
		known   bool
		backups int
		log     bool
		absent  bool
	}{
		{"first start", func(t *testing.T) string { return filepath.Join(t.TempDir(), FileName) }, false, 0, false, false},
		{"empty, and nothing else", func(t *testing.T) string { return write(t, filepath.Join(t.TempDir(), FileName), "") }, false, 0, false, false},
		{"known", func(t *testing.T) string { return filepath.Join(t.TempDir(), "gone", FileName) }, true, 0, false, true},
		{"deleted, with a backup", func(t *testing.T) string {
			path := backed(t)
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
			return path
		}, false, 1, false, true},
		{"emptied, with a backup", func(t *testing.T) string { return write(t, backed(t), "") }, false, 1, false, true},
		{"empty, with a log", func(t *testing.T) string {
			path := write(t, filepath.Join(t.TempDir(), FileName), "")
			write(t, path+"-wal", strings.Repeat("log", 9000))
			return path
		}, false, 0, true, true},
		{"deleted, with a log", func(t *testing.T) string {
			path := filepath.Join(t.TempDir(), FileName)
			write(t, path+"-wal", "log")
			return path
		}, false, 0, true, true},
	} {
		path := tt.make(t)
		log, _ := os.ReadFile(path + "-wal")
		l, err := Open(ctx, path, Options{Known: tt.known})
		var absent *AbsentError
		if got := errors.As(err, &absent); got != tt.absent {
			t.Errorf("%s: got %v", tt.name, err)
		}
		if err == nil {
			if err := l.Close(); err != nil {
				t.Error(err)
			}
			continue
		}
		if !errors.Is(err, ErrAbsent) || Problem(err) != ProblemAbsent || len(absent.Backups) != tt.backups || absent.Log != tt.log {
			t.Errorf("%s: got %+v", tt.name, absent)
		}
		if after, _ := os.ReadFile(path + "-wal"); string(after) != string(log) {
			t.Errorf("%s: the log was changed", tt.name)
		}
		if len(absent.Backups) > 0 {
			if _, err := RestoreBackup(path, absent.Backups[0]); err != nil {
				t.Fatal(err)
			}
		} else if _, err := BeginAnew(path); err != nil {
			t.Fatal(err)
		}
		l, err = Open(ctx, path, Options{})
		if err != nil {
			t.Fatalf("%s, afterwards: %v", tt.name, err)
		}
		if n := len(list(t, l, Filter{})); n != 30*tt.backups {
			t.Errorf("%s, afterwards: got %d briefings", tt.name, n)
		}
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	}
}

// Files and folders of a library are its owner's alone, those made before too.
func TestPrivate(t *testing.T) {
	ctx := t.Context()
	path := filled(t)
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	l, err := Open(ctx, path, Options{Now: clock()})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	add(t, l, small("a", "First"))
	if _, err := l.DailyBackup(ctx); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Rescue(ctx); err != nil {
		t.Fatal(err)
	}
	err = filepath.WalkDir(filepath.Dir(path), func(name string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		if err == nil && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s: mode %v", name, info.Mode())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestSynced(t *testing.T) {
	for path, want := range map[string]string{
		"/home/a/Dropbox/news/library.db":                          "Dropbox",
		"/home/a/OneDrive - Firm/library.db":                       "OneDrive",
		"/Users/a/Library/Mobile Documents/x/library.db":           "iCloud",
		"/Users/a/Library/CloudStorage/GoogleDrive-a/x/library.db": "Google Drive",
		"/home/a/.local/share/briefline/library.db":                "",
		"/home/a/box/library.db":                                   "",
	} {
		if got := Synced(path); got != want {
			t.Errorf("%s: got %q, want %q", path, got, want)
		}
	}
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, ".stfolder"), 0o700); err != nil {
		t.Fatal(err)
	}
	if got := Synced(filepath.Join(dir, "sub", FileName)); got != "Syncthing" {
		t.Errorf("marked: got %q", got)
	}
}
