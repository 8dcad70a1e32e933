package library

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"briefline/app/safefile"
)

// Library is one open library. Its methods may be called from any goroutine and
// from several processes on one file. Close it.
type Library struct {
	path     string
	readOnly bool
	now      func() time.Time
	owner    string // names this opening in the table of changes
	steps    []migration
	version  int    // of the tables, when it is only read
	temp     string // folder of a copy that was opened instead; empty: none
	quiet    quiet
	place    *place // where the open file stands; nil when read-only

	write *writer // nil when read-only
	read  *pool
}

// Options are how a library is opened. The zero value will do.
type Options struct {
	// Bundled is the briefing that a new library begins with, in the file form;
	// nil: none.
	Bundled []byte
	// Now is the clock; nil: time.Now.
	Now func() time.Time
	// Known says that the path has held a library before: when there is none now,
	// none is begun.
	Known bool
	// New says that the person wants one begun though there are backups of another.
	New bool
	// Patience is how long a call waits for another process that writes; zero:
	// five seconds.
	Patience time.Duration

	steps []migration // of tests; nil: the program's own
}

// Open opens the library at path, making the file and its folders when there are
// none, and bringing one of an older version to this one after a backup of it.
//
// Where there was a library and is none, none is begun: see [AbsentError]. The
// files are for the person's eyes alone (mode 0600), and what an earlier start left
// unfinished is removed.
//
// Errors: an *[OpenError] around [ErrForeign], [ErrDamaged], [ErrNewer],
// [ErrLocked], [ErrReadOnly], [ErrFull], an *[AbsentError] or an error of the file
// system. The ways out are [OpenReadOnly], [RestoreBackup], [BeginAnew] and another
// path.
func Open(ctx context.Context, path string, o Options) (*Library, error) {
	l, err := open(ctx, path, o)
	if err != nil {
		return nil, &OpenError{path, classify(err)}
	}
	return l, nil
}

func open(ctx context.Context, path string, o Options) (*Library, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, err
	}
	if err := usable(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	if !o.New {
		if err := begun(path, o.Known); err != nil {
			return nil, err
		}
	}
	l := newLibrary(path, o)
	tidyFolder(path, l.now())
	if err := private(path); err != nil {
		return nil, err
	}
	if l.write, err = newWriter(ctx, path, o.Patience); err != nil {
		return nil, unreadable(path, err)
	}
	if err := l.prepare(ctx, o); err != nil {
		return nil, unreadable(path, errors.Join(err, l.write.close()))
	}
	if l.place, err = standsAt(path); err != nil {
		return nil, errors.Join(err, l.write.close())
	}
	l.read = newPool(path, o.Patience, "mode=rw")
	return l, nil
}

// private makes the library's file when there is none, and has nobody else read
// it. SQLite gives the log the mode of the file.
func private(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err == nil {
		return f.Close()
	}
	if !errors.Is(err, fs.ErrExist) {
		return err
	}
	for _, file := range []string{path, path + "-wal", path + "-shm"} {
		if info, err := os.Stat(file); err == nil && info.Mode().Perm()&0o077 != 0 {
			// A file of somebody else's, or on a disk without modes, stays as it is.
			_ = os.Chmod(file, info.Mode().Perm()&0o700)
		}
	}
	return nil
}

// tidyFolder removes what earlier starts left unfinished.
func tidyFolder(path string, now time.Time) {
	safefile.Clean(filepath.Dir(path), now)
	safefile.Clean(backupDir(path), now)
	oldLeftovers(path, now)
}

// oldLeftovers removes what versions before this one left unfinished.
func oldLeftovers(path string, now time.Time) {
	left, err := filepath.Glob(filepath.Join(backupDir(path), stem(path)+"-*.db.unfinished*"))
	if err != nil {
		return // a name with marks of a pattern
	}
	for _, name := range left {
		if info, err := os.Stat(name); err == nil && now.Sub(info.ModTime()) > time.Hour {
			_ = os.Remove(name)
		}
	}
}

func newLibrary(path string, o Options) *Library {
	l := &Library{path: path, now: o.Now, steps: o.steps, owner: rand.Text()}
	if l.now == nil {
		l.now = time.Now
	}
	if l.steps == nil {
		l.steps = migrations
	}
	return l
}

// prepare makes the tables of a new library, and brings an older one up to date.
func (l *Library) prepare(ctx context.Context, o Options) error {
	var version int
	err := l.transact(ctx, func(t *txn) (err error) {
		if version, err = t.version(); version <= 0 || err != nil {
			return err
		}
		// A file that may not be written lets a transaction begin.
		return t.script("UPDATE meta SET value = value WHERE name = ''")
	})
	if err != nil {
		return err
	}
	if version < 0 {
		return fmt.Errorf("%w: version %d", ErrDamaged, version)
	}
	if version > len(l.steps) {
		return fmt.Errorf("%w: %d, and this is %d", ErrNewer, version, len(l.steps))
	}
	if version > 0 && version < len(l.steps) {
		if err := l.backupBefore(ctx, version); err != nil {
			return fmt.Errorf("back up before migration: %w", err)
		}
	}
	if version < len(l.steps) {
		if err := l.transact(ctx, l.upgrade); err != nil {
			return err
		}
	}
	if o.Bundled == nil {
		return nil
	}
	return l.seed(ctx, o.Bundled)
}

// version returns the library's version; 0 for an empty file.
func (t *txn) version() (version int, err error) {
	var id, tables int
	err = t.row("SELECT (SELECT user_version FROM pragma_user_version), (SELECT application_id FROM pragma_application_id), (SELECT count(*) FROM sqlite_schema)").
		Scan(&version, &id, &tables)
	if err == nil && id != applicationID && (id != 0 || version != 0 || tables != 0) {
		err = fmt.Errorf("%w: a database of another program", ErrForeign)
	}
	return version, err
}

// upgrade brings the library to the last version. Another process may do the
// same: who comes second finds nothing to do.
func (l *Library) upgrade(t *txn) error {
	version, err := t.version()
	if err != nil || version >= len(l.steps) {
		return err
	}
	if version == 0 {
		if err := t.script("PRAGMA application_id = " + strconv.Itoa(applicationID)); err != nil {
			return err
		}
	}
	if err := migrate(t, l.steps, version); err != nil {
		return err
	}
	if needsReindex(l.steps, version) {
		return l.reindex(t, nil)
	}
	return nil
}

// seed puts the bundled briefing into a library that has never had one.
func (l *Library) seed(ctx context.Context, bundled []byte) error {
	var seeded string
	err := l.write.conn.QueryRowContext(ctx, "SELECT value FROM meta WHERE name = 'seeded'").Scan(&seeded)
	if err != nil || seeded == "1" {
		return err
	}
	file, err := readFile(bundled)
	if err != nil {
		return err
	}
	return l.transact(ctx, func(t *txn) error {
		n, err := t.exec("UPDATE meta SET value = '1' WHERE name = 'seeded' AND value = '0'")
		if n == 0 || err != nil {
			return err
		}
		_, err = l.insert(t, &file, KindBundled)
		return err
	})
}

// smallest is the least that a database has, in bytes: one page of the smallest
// size. What is shorter SQLite would take for empty, and write over.
const smallest = 512

// usable refuses what is no library, before SQLite makes sense of it. It does not
// open what may be one: closing it again would take away the locks that another
// connection of this process holds (sqlite.org/howtocorrupt.html, 2.2).
func usable(path string) error {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return fmt.Errorf("%w: no regular file", ErrForeign)
	case info.Size() > 0 && info.Size() < smallest:
		return fmt.Errorf("%w: too short", damagedOrForeign(path))
	}
	return nil
}

// unreadable says what it means when SQLite takes the file for no database.
func unreadable(path string, err error) error {
	if !errors.Is(classify(err), ErrForeign) || errors.Is(err, ErrForeign) {
		return err
	}
	return fmt.Errorf("%w: %w", damagedOrForeign(path), err)
}

// damagedOrForeign tells apart a library whose beginning is gone and a file that
// never was one: a library has backups, and a file of zeros is what a power cut
// leaves.
func damagedOrForeign(path string) error {
	if kept, err := Backups(path); err == nil && len(kept) > 0 {
		return ErrDamaged
	}
	f, err := os.Open(path)
	if err != nil {
		return ErrForeign
	}
	defer f.Close()
	header := make([]byte, 100)
	n, _ := io.ReadFull(f, header)
	if bytes.Count(header[:n], []byte{0}) == n || bytes.HasPrefix(header, []byte("SQLite format 3\x00")) {
		return ErrDamaged
	}
	return ErrForeign
}

// Path returns the library's file.
func (l *Library) Path() string { return l.path }

// ReadOnly reports whether the library was opened for reading only.
func (l *Library) ReadOnly() bool { return l.readOnly }

// Close ends all that is open. What was reported as saved is safe without it.
func (l *Library) Close() error {
	err := l.read.close()
	if l.write != nil {
		err = errors.Join(err, l.write.close())
	}
	if l.temp != "" {
		err = errors.Join(err, os.RemoveAll(l.temp))
	}
	return err
}
