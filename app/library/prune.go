package library

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"slices"
	"time"
)

// DamageError says which briefings are not what was saved. It is an [ErrDamaged].
type DamageError struct {
	IDs []string // of the library, in order; at most a hundred
}

// Error names the first and how many there are.
func (e *DamageError) Error() string {
	return fmt.Sprintf("briefing %q and %d others: %v: not what was saved", e.IDs[0], len(e.IDs)-1, ErrDamaged)
}

// Unwrap returns [ErrDamaged].
func (e *DamageError) Unwrap() error { return ErrDamaged }

// mostDamaged is how many damaged briefings are told one by one.
const mostDamaged = 100

// damagedIn compares every briefing of a backup with its digest and returns the
// IDs of those that are not what was saved.
func damagedIn(ctx context.Context, path string) (ids []string, err error) {
	r, err := openBackup(ctx, path)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	err = r.read.each(ctx, "SELECT id, digest, body FROM document ORDER BY id", nil, func(rows *sql.Rows) error {
		var id string
		var sum, body []byte
		if err := rows.Scan(&id, &sum, &body); err != nil {
			return err
		}
		if _, err := stored(id, body, sum); err != nil && len(ids) < mostDamaged {
			ids = append(ids, id)
		}
		return nil
	})
	return ids, err
}

// openBackup opens a backup, which nobody writes, without making files beside it.
func openBackup(ctx context.Context, path string) (*Library, error) {
	l := newLibrary(path, Options{})
	l.readOnly = true
	l.read = newPool(path, 0, "mode=ro", "immutable=1")
	return l.orClose(l.readable(ctx))
}

// prune removes daily backups but the last [backupsKept]. What stays beside them:
//
//   - just, which was just made, whatever the clock says. Backups of days after
//     today, from a clock that was ahead, go first.
//   - the newest good copy of each of the damaged briefings;
//   - the one that holds the most, when those that stay hold less than half of it:
//     a library that has lost its briefings does not push out the last that had
//     them.
func prune(ctx context.Context, path, just string, today time.Time, damaged []string) error {
	all, err := Backups(path)
	if err != nil {
		return err
	}
	all = slices.DeleteFunc(all, func(b Backup) bool { return !b.daily() })
	slices.SortStableFunc(all, func(a, b Backup) int {
		if aheadA, aheadB := a.Day.After(today), b.Day.After(today); aheadA != aheadB {
			if aheadB {
				return -1
			}
			return 1
		}
		return b.Day.Compare(a.Day)
	})
	if at := slices.IndexFunc(all, func(b Backup) bool { return b.Path == just }); at > 0 {
		made := all[at]
		all = slices.Insert(slices.Delete(all, at, at+1), 0, made)
	}
	if len(all) <= backupsKept {
		return nil
	}
	kept, old := all[:backupsKept], all[backupsKept:]
	stays := goodCopies(ctx, all, damaged)
	most := 0
	for _, b := range kept {
		most = max(most, held(ctx, b.Path))
	}
	richest, at := 2*most, -1
	for i, b := range old {
		if n := held(ctx, b.Path); n > richest {
			richest, at = n, i
		}
	}
	for i, b := range old {
		if i != at && !stays[b.Path] {
			err = errors.Join(err, os.Remove(b.Path))
		}
	}
	return err
}

// held returns how many briefings a backup holds; none when it cannot be read.
func held(ctx context.Context, path string) (n int) {
	r, err := openBackup(ctx, path)
	if err != nil {
		return 0
	}
	defer r.Close()
	_ = r.read.row(ctx, "SELECT count(*) FROM document", nil, &n)
	return n
}

// goodCopies returns the backups, newest first as they are given, that hold the
// first good copy of one of some briefings.
func goodCopies(ctx context.Context, all []Backup, ids []string) map[string]bool {
	stays := map[string]bool{}
	left := slices.Clone(ids)
	for _, b := range all {
		if len(left) == 0 {
			break
		}
		r, err := openBackup(ctx, b.Path)
		if err != nil {
			continue
		}
		left = slices.DeleteFunc(left, func(id string) bool {
			_, _, err := r.Briefing(ctx, id)
			if err == nil {
				stays[b.Path] = true
			}
			return err == nil
		})
		_ = r.Close()
	}
	return stays
}
