package library

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"briefline/app/safefile"
)

// OpenReadOnly opens the library at path for reading: on a disk that may not be
// written, of a newer version, or damaged in places. What would write gives
// [ErrReadOnly]. A library whose log cannot be joined where it stands is opened
// as a copy.
//
// Errors: an *[OpenError] around [ErrForeign], [ErrDamaged], [ErrNewer] when this
// program cannot make sense of it, or an error of the file system.
func OpenReadOnly(ctx context.Context, path string, o Options) (*Library, error) {
	l, err := openReadOnly(ctx, path, o)
	if err != nil {
		return nil, &OpenError{path, classify(err)}
	}
	return l, nil
}

func openReadOnly(ctx context.Context, path string, o Options) (*Library, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if err := usable(path); err != nil {
		return nil, err
	}
	l := newLibrary(path, o)
	l.readOnly = true
	l.read = newPool(path, o.Patience, "mode=ro")
	if err = l.readable(ctx); err == nil || !errors.Is(classify(err), ErrReadOnly) {
		return l.orClose(err)
	}
	// The log's index cannot be made beside the file. Without a log the file
	// is all there is, and nobody writes it.
	err = l.read.close()
	if err != nil {
		return nil, err
	}
	if info, statErr := os.Stat(path + "-wal"); statErr != nil || info.Size() == 0 {
		l.read = newPool(path, o.Patience, "mode=ro", "immutable=1")
		return l.orClose(l.readable(ctx))
	}
	if l.temp, err = readingFolder(l.now()); err != nil {
		return nil, err
	}
	copied := filepath.Join(l.temp, FileName)
	if err := errors.Join(copyFile(copied, path), copyFile(copied+"-wal", path+"-wal")); err != nil {
		return nil, errors.Join(err, os.RemoveAll(l.temp))
	}
	l.read = newPool(copied, o.Patience)
	return l.orClose(l.readable(ctx))
}

// readingFolder makes a folder for a copy of a library that is only read, among
// the person's own data, and removes those of processes that have died.
func readingFolder(now time.Time) (string, error) {
	parent := os.TempDir()
	if usual, err := DefaultPath(); err == nil && os.MkdirAll(filepath.Dir(usual), 0o700) == nil {
		parent = filepath.Dir(usual)
	}
	safefile.Clean(parent, now)
	dir := safefile.Temporary(parent)
	return dir, os.Mkdir(dir, 0o700)
}

func (l *Library) orClose(err error) (*Library, error) {
	if err != nil {
		return nil, errors.Join(err, l.Close())
	}
	return l, nil
}

// readable reports whether this program understands the library: a newer version
// says from which one on.
func (l *Library) readable(ctx context.Context) error {
	var version int
	if err := l.read.db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	if version < 0 {
		return fmt.Errorf("%w: version %d", ErrDamaged, version)
	}
	if version == 0 {
		return fmt.Errorf("%w: no tables", ErrForeign)
	}
	l.version = version
	var reader string
	if err := l.read.db.QueryRowContext(ctx, "SELECT value FROM meta WHERE name = 'reader'").Scan(&reader); err != nil {
		return err
	}
	if n, err := strconv.Atoi(reader); err != nil || n > len(l.steps) {
		return fmt.Errorf("%w: readable from version %s on", ErrNewer, reader)
	}
	return nil
}
