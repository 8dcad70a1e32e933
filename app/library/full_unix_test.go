//go:build unix

package library

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// childFills saves until the largest size that files may have is reached. What
// was saved by then must be there, and the edit must still wait.
func childFills(path string) error {
	ctx := context.Background()
	l, err := Open(ctx, path, Options{})
	if err != nil {
		return err
	}
	limit := syscall.Rlimit{Cur: 1 << 20, Max: 1 << 20}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		return err
	}
	q := NewQueue(l, nil)
	for n := 1; n < 10_000; n++ {
		failed := false
		q.Put(Pending{Edit{ID: "a", Briefing: small("a", fmt.Sprint(n, strings.Repeat(" long", 5000))), Base: 1}, func(s Saved) { failed = s.Err != nil }})
		err := q.Flush(ctx)
		if failed {
			return errors.New("the edit was given up")
		}
		if err == nil {
			continue
		}
		if q.State().Waiting != 1 || q.State().Err == nil {
			return fmt.Errorf("after %w: %+v", err, q.State())
		}
		fmt.Println(n-1, Problem(err))
		b, _, err := l.Briefing(ctx, "a")
		if err != nil {
			return err
		}
		fmt.Println(strings.Fields(b.Title.Text)[0])
		return nil
	}
	return errors.New("the file has no limit")
}

func TestFull(t *testing.T) {
	path := filepath.Join(t.TempDir(), FileName)
	l, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	add(t, l, small("a", "First"))
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	out, err := child(t, "full", path).Output()
	if err != nil {
		t.Fatal(err)
	}
	var saved, there int
	var problem string
	if _, err := fmt.Sscan(string(out), &saved, &problem, &there); err != nil || problem != ProblemDisk || saved != there || saved == 0 {
		t.Errorf("got %q, %v", out, err)
	}
	// With room again, everything that was saved is there.
	l, err = Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if b, _ := current(t, l, "a"); strings.Fields(b.Title.Text)[0] != fmt.Sprint(saved) {
		t.Errorf("got %.20q, want edit %d", b.Title.Text, saved)
	}
	if err := l.Check(t.Context()); err != nil {
		t.Error(err)
	}
}

// A full file system, where one may be mounted.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	if err := mountSmall(dir); err != nil {
		t.Skip("cannot mount a small file system: ", err)
	}
	t.Cleanup(func() {
		if err := unmount(dir); err != nil {
			t.Error(err)
		}
	})
	path := filepath.Join(dir, FileName)
	l, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	id := add(t, l, small("a", "First"))
	if err := os.WriteFile(filepath.Join(dir, "filler"), make([]byte, 16<<20), 0o600); !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("the file system is not small: %v", err)
	}
	if _, err = l.Save(t.Context(), id, small("a", strings.Repeat("long ", 100_000)), 1); !errors.Is(err, ErrFull) || Problem(err) != ProblemFull {
		t.Errorf("save: got %v, want ErrFull", err)
	}
	if made, err := l.DailyBackup(t.Context()); made || !errors.Is(err, ErrFull) {
		t.Errorf("backup: got %t, %v, want ErrFull", made, err)
	}
	if b, _ := current(t, l, id); b.Title.Text != "First" {
		t.Errorf("got %.20q", b.Title.Text)
	}
	if left, err := filepath.Glob(filepath.Join(dir, "backups", "*")); len(left) != 0 {
		t.Errorf("left behind: %q, %v", left, err)
	}
	if err := l.Close(); err != nil {
		t.Error(err)
	}
	// It opens: for reading at least.
	if l, err = Open(t.Context(), path, Options{}); err != nil {
		if !errors.Is(err, ErrFull) {
			t.Errorf("open: got %v", err)
		}
		if l, err = OpenReadOnly(t.Context(), path, Options{}); err != nil {
			t.Fatal(err)
		}
	}
	if b, _ := current(t, l, id); b.Title.Text != "First" {
		t.Errorf("got %.20q", b.Title.Text)
	}
	// A library cannot begin there.
	if _, err := Open(t.Context(), filepath.Join(dir, "other.db"), Options{}); !errors.Is(err, ErrFull) {
		t.Errorf("new library: got %v, want ErrFull", err)
	}
	if err := l.Close(); err != nil {
		t.Error(err)
	}
}

// childUnwritable opens a library that it may read and not write.
func childUnwritable(path string) error {
	ctx := context.Background()
	_, err := Open(ctx, path, Options{})
	if !errors.Is(err, ErrReadOnly) || Problem(err) != ProblemReadOnly {
		return fmt.Errorf("open: got %w, want ErrReadOnly", err)
	}
	l, err := OpenReadOnly(ctx, path, Options{})
	if err != nil {
		return err
	}
	defer l.Close()
	b, _, err := l.Briefing(ctx, "a")
	if err != nil {
		return err
	}
	if _, err := l.Save(ctx, "a", small("a", "Second"), 1); !errors.Is(err, ErrReadOnly) {
		return fmt.Errorf("save: got %w, want ErrReadOnly", err)
	}
	if hits, err := l.Search(ctx, "logged", Filter{}); err != nil || len(hits) != 1 {
		return fmt.Errorf("search: got %d, %w", len(hits), err)
	}
	fmt.Println(b.Title.Text)
	return nil
}

// A file and a folder that may not be written, as another user sees them. The
// last edit stands in the log alone.
func TestReadOnly(t *testing.T) {
	for _, tt := range []struct {
		name      string
		file, dir os.FileMode
		logged    bool // the writer was killed, so its log is still there
	}{
		{"file", 0o444, 0o777, false},
		{"folder", 0o666, 0o555, false},
		{"both", 0o444, 0o555, false},
		{"both, with a log", 0o444, 0o555, true},
		{"folder, with a log", 0o666, 0o555, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir, err := os.MkdirTemp("", "briefline-read-only-")
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { os.RemoveAll(dir) })
			path := filepath.Join(dir, FileName)
			l, err := Open(t.Context(), path, Options{})
			if err != nil {
				t.Fatal(err)
			}
			add(t, l, small("a", "Logged"))
			target := path
			if tt.logged {
				target = filepath.Join(dir, "copy.db") // as a kill leaves it
				if err := errors.Join(copyFile(target, path), copyFile(target+"-wal", path+"-wal")); err != nil {
					t.Fatal(err)
				}
			}
			if err := l.Close(); err != nil {
				t.Fatal(err)
			}
			for _, tail := range []string{"", "-wal"} {
				if err := os.Chmod(target+tail, tt.file); err != nil && !(tail != "" && errors.Is(err, os.ErrNotExist)) {
					t.Fatal(err)
				}
			}
			if err := os.Chmod(dir, tt.dir); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { os.Chmod(dir, 0o777) })
			cmd := child(t, "unwritable", target)
			if os.Geteuid() == 0 { // root may write anything
				program, err := os.ReadFile(cmd.Path)
				if err != nil {
					t.Fatal(err)
				}
				public, err := os.MkdirTemp("", "briefline-test-")
				if err != nil {
					t.Fatal(err)
				}
				t.Cleanup(func() { os.RemoveAll(public) })
				cmd.Path = filepath.Join(public, "library.test")
				if err := errors.Join(os.Chmod(public, 0o755), os.WriteFile(cmd.Path, program, 0o755)); err != nil {
					t.Fatal(err)
				}
				cmd.Dir = public
				cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
			}
			out, err := cmd.Output()
			if err != nil || strings.TrimSpace(string(out)) != "Logged" {
				t.Errorf("got %q, %v", out, err)
			}
		})
	}
}
