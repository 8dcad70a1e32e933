package library

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

// backupsKept is how many daily backups stay; older ones go.
const backupsKept = 7

// Backup is a copy of the library, whole and of one moment.
type Backup struct {
	Path string
	Day  time.Time // the day it was made, at midnight UTC
	Size int64     // in bytes
	// Version is that of the library before a migration; 0 for a daily one.
	Version int
}

// backupDir is the folder of a library's backups. Several libraries may share it.
func backupDir(path string) string { return filepath.Join(filepath.Dir(path), "backups") }

// stem is what the names of a library's backups begin with.
func stem(path string) string {
	return strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
}

var backupForm = regexp.MustCompile(`^-(\d{4}-\d{2}-\d{2})(?:-before-version-(\d{1,6}))?\.db$`)

// Backups returns the backups of the library at path, newest first. The library
// need not be open, nor sound. A missing folder is no error.
func Backups(path string) ([]Backup, error) {
	entries, err := os.ReadDir(backupDir(path))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var out []Backup
	for _, entry := range entries {
		rest, ours := strings.CutPrefix(entry.Name(), stem(path))
		m := backupForm.FindStringSubmatch(rest)
		if !ours || m == nil {
			continue
		}
		b := Backup{Path: filepath.Join(backupDir(path), entry.Name())}
		if b.Day, err = time.Parse(time.DateOnly, m[1]); err != nil {
			continue // named by someone else
		}
		if m[2] != "" {
			fmt.Sscan(m[2], &b.Version)
			b.Version--
		}
		if info, err := entry.Info(); err == nil {
			b.Size = info.Size()
		}
		out = append(out, b)
	}
	slices.SortStableFunc(out, func(a, b Backup) int { return b.Day.Compare(a.Day) })
	return out, nil
}

// DailyBackup makes today's backup when there is none, and keeps the last seven.
// It reports whether it made one. It reads beside those who write and takes
// seconds for a large library: call it from the background.
//
// Errors: [ErrDamaged], and then the backups there are stay; [ErrFull] and the
// others of writing a file.
func (l *Library) DailyBackup(ctx context.Context) (made bool, err error) {
	if l.readOnly {
		return false, ErrReadOnly
	}
	day := l.now().UTC().Format(time.DateOnly)
	path := filepath.Join(backupDir(l.path), stem(l.path)+"-"+day+".db")
	if _, err := os.Stat(path); err == nil {
		return false, nil
	}
	if err := backup(ctx, l.path, path); err != nil {
		return false, classify(err)
	}
	return true, prune(l.path)
}

// backupBefore keeps the library as it is before it is migrated from version.
func (l *Library) backupBefore(ctx context.Context, version int) error {
	day := l.now().UTC().Format(time.DateOnly)
	path := filepath.Join(backupDir(l.path), fmt.Sprintf("%s-%s-before-version-%d.db", stem(l.path), day, version+1))
	if _, err := os.Stat(path); err == nil {
		return nil
	}
	return backup(ctx, l.path, path)
}

// backup writes a copy of a library to path in one step, over a connection of its
// own. VACUUM INTO reads every page that is in use, so it does not copy damage in
// silence.
func backup(ctx context.Context, library, path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	unfinished := path + ".unfinished"
	if err := os.Remove(unfinished); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	db := openDatabase(library, 0, 1)
	_, err := db.ExecContext(ctx, "VACUUM INTO $1", unfinished)
	if err = errors.Join(err, db.Close()); err != nil {
		_ = os.Remove(unfinished)
		return err
	}
	if err := syncFile(unfinished); err != nil {
		return errors.Join(err, os.Remove(unfinished))
	}
	return os.Rename(unfinished, path)
}

// prune removes all but the last daily backups.
func prune(path string) error {
	all, err := Backups(path)
	if err != nil {
		return err
	}
	all = slices.DeleteFunc(all, func(b Backup) bool { return b.Version != 0 })
	for _, old := range all[min(backupsKept, len(all)):] {
		err = errors.Join(err, os.Remove(old.Path))
	}
	return err
}

// RestoreBackup puts a backup in the place of the library at path, which must
// not be open anywhere. What was there is moved aside, log and all, and the name
// of that is returned: nothing is thrown away. Open the library afterwards, and
// see [Library.Salvage] for what the backup did not have yet.
func RestoreBackup(path string, b Backup) (aside string, err error) {
	restored := path + ".restored"
	if err := copyFile(restored, b.Path); err != nil {
		return "", classify(errors.Join(err, os.Remove(restored)))
	}
	aside, err = setAside(path)
	if err != nil {
		return "", classify(errors.Join(err, os.Remove(restored)))
	}
	return aside, classify(os.Rename(restored, path))
}

// setAside moves a library to the first free name, PATH.damaged-N, with the log
// that belongs to it; "" when there is none.
func setAside(path string) (string, error) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	for n := 1; ; n++ {
		aside := fmt.Sprintf("%s.damaged-%d", path, n)
		if _, err := os.Stat(aside); err == nil {
			continue
		}
		if err := os.Rename(path, aside); err != nil {
			return "", err
		}
		// An index of a log that does not fit would be made anew.
		for _, tail := range []string{"-wal", "-shm"} {
			if err := os.Rename(path+tail, aside+tail); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return aside, err
			}
		}
		return aside, nil
	}
}

// Check looks for damage, reading the whole library: 11 s for 100,000 briefings.
// Errors: [ErrDamaged], with what is wrong.
func (l *Library) Check(ctx context.Context) error {
	var report string
	if err := l.read.row(ctx, "PRAGMA quick_check(1)", nil, &report); err != nil {
		return err
	}
	if report != "ok" {
		return fmt.Errorf("%w: %s", ErrDamaged, report)
	}
	return nil
}

// Tidy moves the log into the library's file and brings the full text together.
// Call it when the person does nothing: it takes some milliseconds, and the next
// save need not do it.
func (l *Library) Tidy(ctx context.Context) error {
	return l.turn(ctx, func(t *txn) error {
		if err := t.script("INSERT INTO words (words, rank) VALUES ('merge', 200)"); err != nil {
			return err
		}
		if err := t.script("PRAGMA optimize"); err != nil {
			return err
		}
		return t.script("PRAGMA wal_checkpoint(PASSIVE)")
	})
}

func copyFile(to, from string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Sync(), out.Close())
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
