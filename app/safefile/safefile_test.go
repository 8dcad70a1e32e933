package safefile

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "доклад of today.txt")
	for _, want := range []string{"first", "second, longer", ""} {
		if err := Write(path, 0o644, text(want)); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != want {
			t.Errorf("got %q, %v, want %q", got, err, want)
		}
	}
	only(t, dir, 1)
}

func TestFailureLeavesTheOldFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "f")
	if err := os.WriteFile(path, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	stop := errors.New("stop")
	err := Write(path, 0o644, func(w io.Writer) error {
		if _, err := io.WriteString(w, "half of the ne"); err != nil {
			return err
		}
		return stop
	})
	if !errors.Is(err, stop) {
		t.Errorf("got error %v, want the writer's own", err)
	}
	if got, _ := os.ReadFile(path); string(got) != "old" {
		t.Errorf("got %q, want the old bytes", got)
	}
	only(t, dir, 1)
}

func TestRefusals(t *testing.T) {
	dir := t.TempDir()
	if err := Write(dir, 0o644, text("x")); err == nil {
		t.Error("a folder: got no error")
	}
	err := Write(filepath.Join(dir, "none", "f"), 0o644, text("x"))
	if !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no such folder: got %v, want fs.ErrNotExist", err)
	}
	only(t, dir, 0)
}

func TestModeAndLinks(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no modes, and links need a privilege")
	}
	dir := t.TempDir()
	path, link := filepath.Join(dir, "f"), filepath.Join(dir, "link")
	if err := errors.Join(os.WriteFile(path, []byte("old"), 0o600), os.Chmod(path, 0o646), os.Symlink("f", link)); err != nil {
		t.Fatal(err)
	}
	if err := Write(link, 0o600, text("new")); err != nil {
		t.Fatal(err)
	}
	info, err := os.Lstat(path)
	if err != nil || info.Mode().Perm() != 0o646 { // beyond what a umask of 022 leaves
		t.Errorf("got mode %v, %v, want 0646 kept", info.Mode(), err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("got %v, %v, want the link to stay one", info.Mode(), err)
	}
	if got, _ := os.ReadFile(path); string(got) != "new" {
		t.Errorf("got %q, want the file behind the link written", got)
	}
	if err := Write(os.DevNull, 0o600, text("x")); err != nil {
		t.Errorf("%s: got %v, want it written to", os.DevNull, err)
	}
}

func only(t *testing.T, dir string, want int) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != want {
		t.Errorf("got %d files left, %v, want %d", len(entries), err, want)
	}
}
