package library

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// AbsentError says that a library is expected at Path and is not there, or has
// nothing in it. It is an [ErrAbsent].
type AbsentError struct {
	Path    string
	Backups []Backup // that may be put there, newest first; may be empty
	Log     bool     // the log of the library is there, without the library
}

// Error says what stands there.
func (e *AbsentError) Error() string {
	return fmt.Sprintf("%v (%d backups, log left: %t)", ErrAbsent, len(e.Backups), e.Log)
}

// Unwrap returns [ErrAbsent].
func (e *AbsentError) Unwrap() error { return ErrAbsent }

// begun refuses to begin a library anew where there was one: at a path that is
// known to have held one, that has backups, or whose log is still there. SQLite
// would remove a log beside an empty file without a word.
func begun(path string, known bool) error {
	info, err := os.Stat(path)
	switch {
	case err == nil && info.Size() > 0:
		return nil
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return err
	}
	absent := &AbsentError{Path: path}
	if absent.Backups, err = Backups(path); err != nil {
		return err
	}
	if log, err := os.Stat(path + "-wal"); err == nil && log.Size() > 0 {
		absent.Log = true
	}
	if known || absent.Log || len(absent.Backups) > 0 {
		return absent
	}
	return nil
}

// BeginAnew makes room at path for a library that begins with nothing, when the
// person wants that though there was one: what is left of it is moved aside, log
// and all, and the backups stay. It returns the name of what was moved; empty:
// nothing was.
func BeginAnew(path string) (aside string, err error) {
	aside, err = setAside(path)
	return aside, classify(err)
}
