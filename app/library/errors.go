package library

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"briefline/app/briefing"
)

// What a caller can act on. All of them come wrapped: test with errors.Is.
var (
	ErrMissing  = errors.New("no such briefing in the library")
	ErrConflict = errors.New("briefing was saved elsewhere since")
	ErrFull     = errors.New("no room on the disk")
	ErrDisk     = errors.New("disk does not take what is written")
	ErrReadOnly = errors.New("library may not be written")
	ErrLocked   = errors.New("library is locked by another program")
	ErrDamaged  = errors.New("library is damaged")
	ErrNewer    = errors.New("library was made by a newer version")
	ErrForeign  = errors.New("file is no library")
	ErrMoved    = errors.New("library's file was deleted, moved or replaced")
	ErrAbsent   = errors.New("library is not where it was")
)

// ConflictError is the [ErrConflict] of one briefing: both versions are there.
type ConflictError struct {
	ID      string
	Current int64 // the revision that stands
	Kept    int64 // the revision under which the refused version was kept
}

// Error names the revisions.
func (e *ConflictError) Error() string {
	return fmt.Sprintf("save briefing %q: %v: revision %d stands, %d was kept beside it", e.ID, ErrConflict, e.Current, e.Kept)
}

// Unwrap returns [ErrConflict].
func (e *ConflictError) Unwrap() error { return ErrConflict }

// OpenError is why a library could not be opened.
type OpenError struct {
	Path string
	Err  error // one of the sentinels, wrapped, or an error of the file system
}

// Error names the file.
func (e *OpenError) Error() string { return fmt.Sprintf("open library %q: %v", e.Path, e.Err) }

// Unwrap returns the cause.
func (e *OpenError) Unwrap() error { return e.Err }

// The names that [Problem] gives. The catalog has three messages of each:
// library.problem.NAME says what is wrong and library.cure.NAME what to do.
const (
	ProblemFull      = "full"
	ProblemDisk      = "disk"
	ProblemReadOnly  = "read-only"
	ProblemLocked    = "locked"
	ProblemDamaged   = "damaged"
	ProblemNewer     = "newer"
	ProblemForeign   = "foreign"
	ProblemMoved     = "moved"
	ProblemAbsent    = "absent"
	ProblemMissing   = "missing"
	ProblemConflict  = "conflict"
	ProblemTooLarge  = "too-large"
	ProblemNewerFile = "newer-file"
	ProblemOther     = "other"
)

var problems = []struct {
	err  error
	name string
}{
	{ErrFull, ProblemFull},
	{ErrDisk, ProblemDisk},
	{ErrReadOnly, ProblemReadOnly},
	{ErrLocked, ProblemLocked},
	{ErrDamaged, ProblemDamaged},
	{ErrNewer, ProblemNewer},
	{ErrForeign, ProblemForeign},
	{ErrMoved, ProblemMoved},
	{ErrAbsent, ProblemAbsent},
	{ErrMissing, ProblemMissing},
	{ErrConflict, ProblemConflict},
	{briefing.ErrTooLarge, ProblemTooLarge},
	{briefing.ErrNewer, ProblemNewerFile},
}

// Problem returns the name under which the catalog words err, [ProblemOther] for
// what has no words of its own, and "" for no error and for a call that was
// cancelled.
func Problem(err error) string {
	if err == nil || errors.Is(err, context.Canceled) {
		return ""
	}
	for _, p := range problems {
		if errors.Is(err, p.err) {
			return p.name
		}
	}
	return ProblemOther
}

// classify puts the sentinel that SQLite's or the system's code stands for
// around err. The primary code is the low byte (sqlite.org/rescode.html).
func classify(err error) error {
	var sentinel error
	var coded *sqlite.Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &coded):
		switch coded.Code() & 0xff {
		case sqlite3.SQLITE_FULL:
			sentinel = ErrFull
		case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN:
			sentinel = ErrReadOnly
		case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
			sentinel = ErrLocked
		case sqlite3.SQLITE_CORRUPT:
			sentinel = ErrDamaged
		case sqlite3.SQLITE_NOTADB:
			sentinel = ErrForeign
		case sqlite3.SQLITE_IOERR:
			// A full disk comes as SQLITE_FULL; this is one that fails, or a limit
			// on the size of files.
			sentinel = ErrDisk
		}
	case errors.Is(err, syscall.ENOSPC):
		sentinel = ErrFull
	case errors.Is(err, syscall.EIO):
		sentinel = ErrDisk
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		sentinel = ErrReadOnly
	}
	if sentinel == nil || errors.Is(err, sentinel) {
		return err
	}
	return fmt.Errorf("%w: %w", sentinel, err)
}
