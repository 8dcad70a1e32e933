package library

import (
	"context"
	"database/sql"
	"os"
	"sync"
	"time"
)

// What is what a [Change] did.
type What string

// What happens to a briefing. ChangeAll is about the whole library and has no ID.
const (
	ChangeAdded    What = "added"
	ChangeSaved    What = "saved"
	ChangeConflict What = "conflict" // a version was kept beside the current one
	ChangeTrashed  What = "trashed"
	ChangeRestored What = "restored" // from the trash
	ChangePurged   What = "purged"
	ChangeAll      What = "all"
)

// Change is one thing that happened in the library.
type Change struct {
	ID       string
	What     What
	Revision int64
	Own      bool // by this very opening of the library
}

// maxChanges is how many changes are kept for others to read.
const maxChanges = 10_000

// note tells other windows and processes.
func (t *txn) note(id string, what What, revision int64, owner string) error {
	seq, err := t.insert("INSERT INTO change (id, what, revision, owner) VALUES ($1, $2, $3, $4)", id, string(what), revision, owner)
	if err == nil && seq%100 == 0 {
		_, err = t.exec("DELETE FROM change WHERE seq <= $1", seq-maxChanges)
	}
	return err
}

// Changes returns what happened after the change numbered since, oldest first,
// and the number to ask with the next time. A negative since asks only for that
// number. A single change with [ChangeAll] says that too much has happened to
// tell: read everything anew.
//
// While nothing is written it asks the file system only, else it reads two rows of a
// small table, so a window may ask every second and whenever it is shown. Errors: [ErrMoved] when the library's file was taken away,
// and those of any reading.
func (l *Library) Changes(ctx context.Context, since int64) (changes []Change, next int64, err error) {
	if err := l.place.check(); err != nil {
		return nil, since, err
	}
	log := l.logState()
	if l.quiet.is(log, since) {
		return nil, since, nil
	}
	defer func() {
		if err == nil {
			l.quiet.set(log, next)
		}
	}()
	var first, last sql.NullInt64
	if err := l.read.row(ctx, "SELECT min(seq), max(seq) FROM change", nil, &first, &last); err != nil {
		return nil, 0, err
	}
	next = max(since, last.Int64)
	if since < 0 || since == next {
		return nil, next, nil
	}
	if since+1 < first.Int64 {
		return []Change{{What: ChangeAll}}, next, nil
	}
	err = l.read.each(ctx, "SELECT id, what, revision, owner FROM change WHERE seq > $1 AND seq <= $2 ORDER BY seq", []any{since, next}, func(r *sql.Rows) error {
		var c Change
		var owner string
		err := r.Scan(&c.ID, &c.What, &c.Revision, &owner)
		c.Own = owner == l.owner
		changes = append(changes, c)
		return err
	})
	return changes, next, err
}

// logState is how long the log is and when it was written last. Every commit of any
// process writes it.
type logState struct {
	size    int64
	written time.Time
	settled bool // so long ago that no other write bears the same time
}

func (l *Library) logState() logState {
	info, err := os.Stat(l.path + "-wal")
	if err != nil {
		return logState{}
	}
	return logState{info.Size(), info.ModTime(), time.Since(info.ModTime()) > 2*time.Second}
}

// quiet remembers up to which change the library was read and how the log was then,
// so that a window at rest asks SQLite nothing.
type quiet struct {
	mu   sync.Mutex
	log  logState
	next int64
}

func (q *quiet) is(log logState, since int64) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	return since >= 0 && log.settled && log == q.log && since == q.next
}

func (q *quiet) set(log logState, next int64) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.log, q.next = log, next
}
