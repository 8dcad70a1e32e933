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

	"briefline/app/safefile"
)

// backupsKept is how many daily backups stay; older ones go.
const backupsKept = 7

// Backup is a copy of the library, whole and of one moment.
type Backup struct {
	Path string
	Day  time.Time // the day it was made, at midnight UTC
	Size int64     // in bytes
	// Version is that of the library before a migration; 0 for the others.
	Version int
	// Rescued says that it was made by [Library.Rescue], and Taken that it was taken
	// over since.
	Rescued, Taken bool
}

// daily reports whether the backup is one of the days, of which the last stay.
func (b Backup) daily() bool { return b.Version == 0 && !b.Rescued }

// backupDir is the folder of a library's backups. Several libraries may share it.
func backupDir(path string) string { return filepath.Join(filepath.Dir(path), "backups") }

// stem is what the names of a library's backups begin with.
func stem(path string) string {
	return strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
}

var backupForm = regexp.MustCompile(`^-(\d{4}-\d{2}-\d{2})(?:-before-version-(\d{1,6})|-(rescued)-\d{1,6}(-taken)?)?\.db$`)

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
		if b, ok := backupAt(path, filepath.Join(backupDir(path), entry.Name())); ok {
			out = append(out, b)
		}
	}
	slices.SortStableFunc(out, func(a, b Backup) int { return b.Day.Compare(a.Day) })
	return out, nil
}

// backupAt returns the backup of the library at path that a file is; false for
// what is none, or was named by someone else.
func backupAt(path, file string) (b Backup, ok bool) {
	rest, ours := strings.CutPrefix(filepath.Base(file), stem(path))
	m := backupForm.FindStringSubmatch(rest)
	if !ours || m == nil {
		return b, false
	}
	b = Backup{Path: file, Rescued: m[3] != "", Taken: m[4] != ""}
	var err error
	if b.Day, err = time.Parse(time.DateOnly, m[1]); err != nil {
		return b, false
	}
	if m[2] != "" {
		fmt.Sscan(m[2], &b.Version)
		b.Version--
	}
	info, err := os.Stat(file)
	if err != nil {
		return b, false
	}
	b.Size = info.Size()
	return b, true
}

// DailyBackup makes today's backup when there is none, and keeps the last seven,
// see [prune]. It reports whether it made one. What it copies is compared with its
// digests. It reads beside those who write and takes seconds for a large library:
// call it from the background.
//
// Errors: a *[DamageError] when briefings are not what was saved, and then the
// backup is made all the same and the last good copies of them stay; [ErrDamaged]
// for other damage, and then none is made; [ErrMoved]; [ErrFull] and the others of
// writing a file.
func (l *Library) DailyBackup(ctx context.Context) (made bool, err error) {
	if l.readOnly {
		return false, ErrReadOnly
	}
	if err := l.place.check(); err != nil {
		return false, err
	}
	today := l.now().UTC().Truncate(24 * time.Hour)
	path := filepath.Join(backupDir(l.path), stem(l.path)+"-"+today.Format(time.DateOnly)+".db")
	if _, err := os.Stat(path); err == nil {
		return false, nil
	}
	tidyFolder(l.path, l.now())
	if err := l.backup(ctx, path); err != nil {
		return false, classify(err)
	}
	damaged, err := damagedIn(ctx, path)
	if err != nil {
		return true, classify(err)
	}
	if err := prune(ctx, l.path, path, today, damaged); err != nil {
		return true, err
	}
	if len(damaged) > 0 {
		return true, &DamageError{IDs: damaged}
	}
	return true, nil
}

// backupBefore keeps the library as it is before it is migrated from version.
func (l *Library) backupBefore(ctx context.Context, version int) error {
	day := l.now().UTC().Format(time.DateOnly)
	path := filepath.Join(backupDir(l.path), fmt.Sprintf("%s-%s-before-version-%d.db", stem(l.path), day, version+1))
	if _, err := os.Stat(path); err == nil {
		return nil
	}
	return l.backup(ctx, path)
}

// backup writes a copy of the library to path in one step, over a connection of
// its own. VACUUM INTO reads every page that is in use, so it does not copy a
// damaged structure in silence; what is in the pages is for [damagedIn].
func (l *Library) backup(ctx context.Context, path string) error {
	return writeCopy(path, l.now(), func(to string) error {
		db := openDatabase(l.path, 0, 1, "mode=rw")
		_, err := db.ExecContext(ctx, "VACUUM INTO $1", to)
		err = errors.Join(err, db.Close())
		if err == nil {
			err = l.place.check() // else it is a copy of another file
		}
		return err
	})
}

// RestoreBackup puts a backup in the place of the library at path, which must
// not be open anywhere. What was there is moved aside, log and all, and the name
// of that is returned: nothing is thrown away. Open the library afterwards, and
// see [Library.Salvage] for what the backup did not have yet.
func RestoreBackup(path string, b Backup) (aside string, err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", classify(err)
	}
	restored := safefile.Temporary(filepath.Dir(path))
	if err := copyFile(restored, b.Path); err != nil {
		return "", classify(errors.Join(err, removeAll(restored)))
	}
	aside, err = setAside(path)
	if err == nil {
		err = os.Rename(restored, path)
	}
	if err != nil {
		return aside, classify(errors.Join(err, removeAll(restored)))
	}
	syncFolder(filepath.Dir(path))
	return aside, classify(TakeRescued(b))
}

// setAside moves a library to the first free name, PATH.damaged-N, with the log
// that belongs to it; "" when there is neither. A log alone goes to the library
// that a move broken off has left without one.
func setAside(path string) (string, error) {
	tails := []string{"", "-wal", "-shm"}
	there := false // an index of a log that is gone says nothing
	for _, tail := range tails[:2] {
		if _, err := os.Lstat(path + tail); err == nil {
			there = true
		}
	}
	if !there {
		return "", nil
	}
	_, missing := os.Lstat(path)
	for n := 1; ; n++ {
		aside := fmt.Sprintf("%s.damaged-%d", path, n)
		_, file := os.Lstat(aside)
		_, log := os.Lstat(aside + "-wal")
		if missing == nil && (file == nil || log == nil) || missing != nil && log == nil {
			continue
		}
		// The library first: a log whose library is gone is not touched by any
		// start, see begun; a library without its log would be opened.
		for _, tail := range tails {
			if err := os.Rename(path+tail, aside+tail); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return aside, err
			}
		}
		syncFolder(filepath.Dir(path))
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

// syncFolder makes a rename survive a power cut. Windows cannot sync a folder, and
// some network file systems refuse to.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
