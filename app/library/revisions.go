package library

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"time"

	"briefline/app/briefing"
)

// Kind is how a revision came to be.
type Kind string

// The kinds of revisions.
const (
	KindBundled   Kind = "bundled"
	KindImported  Kind = "imported"
	KindSaved     Kind = "saved"
	KindDuplicate Kind = "duplicate"
	KindRestored  Kind = "restored" // an older one, made current again
	KindConflict  Kind = "conflict" // refused, and kept beside the current one
)

// Revision is one saved version of a briefing.
type Revision struct {
	Number  int64
	Parent  int64 // what it was made from; 0: nothing
	At      time.Time
	Kind    Kind
	Title   string
	Size    int // of the briefing's file, in bytes
	Current bool
}

// Revisions returns every version that was ever saved, newest first. None is
// thinned out: most are kept as differences of some hundred bytes.
func (l *Library) Revisions(ctx context.Context, id string) ([]Revision, error) {
	var key, current int64
	if err := l.read.row(ctx, "SELECT key, revision FROM document WHERE id = $1", []any{id}, &key, &current); err != nil {
		return nil, missing(id, err)
	}
	var out []Revision
	err := l.read.each(ctx, "SELECT revision, parent, at, kind, title, size FROM revision WHERE doc = $1 ORDER BY revision DESC", []any{key}, func(r *sql.Rows) error {
		var v Revision
		var at int64
		err := r.Scan(&v.Number, &v.Parent, &at, &v.Kind, &v.Title, &v.Size)
		v.At, v.Current = time.UnixMilli(at), v.Number == current
		out = append(out, v)
		return err
	})
	return out, err
}

// Revision returns one version of a briefing. Errors: [ErrMissing], [ErrDamaged].
func (l *Library) Revision(ctx context.Context, id string, number int64) (*briefing.Briefing, error) {
	var key int64
	if err := l.read.row(ctx, "SELECT key FROM document WHERE id = $1", []any{id}, &key); err != nil {
		return nil, missing(id, err)
	}
	body, err := revisionBody(func(n int64, to ...any) error {
		return l.read.row(ctx, revisionQuery, []any{key, n}, to...)
	}, number)
	if err != nil {
		return nil, fmt.Errorf("briefing %q, revision %d: %w", id, number, err)
	}
	return parse(body)
}

const revisionQuery = "SELECT base, size, digest, body FROM revision WHERE doc = $1 AND revision = $2"

// revisionBody puts a revision together from the rows that row scans.
func revisionBody(row func(n int64, to ...any) error, number int64) ([]byte, error) {
	var base int64
	var size int
	var sum, packed []byte
	if err := row(number, &base, &size, &sum, &packed); err != nil {
		return nil, err
	}
	body, err := unpack(packed)
	if err != nil {
		return nil, err
	}
	if base != 0 {
		if base >= number {
			return nil, fmt.Errorf("%w: %w", ErrDamaged, errDelta)
		}
		whole, err := revisionBody(row, base)
		if err != nil {
			return nil, err
		}
		if body, err = patch(whole, body, size); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
		}
	}
	if !bytes.Equal(digest(body), sum) {
		return nil, fmt.Errorf("%w: not what was saved", ErrDamaged)
	}
	return body, nil
}

// Restore makes an older version current again, as a new revision, and returns
// the number of that. Nothing is removed. base is the revision that the caller
// takes for the current one.
//
// Errors: [ErrConflict] when it is not, and then nothing is done; [ErrMissing].
func (l *Library) Restore(ctx context.Context, id string, number, base int64) (int64, error) {
	now := l.now().UnixMilli()
	var revision int64
	err := l.transact(ctx, func(t *txn) error {
		h, err := t.head(id)
		if err != nil {
			return err
		}
		if h.revision != base {
			return fmt.Errorf("restore briefing %q: %w", id, ErrConflict)
		}
		revision = h.revision
		if number == h.revision {
			return nil
		}
		body, err := revisionBody(func(n int64, to ...any) error {
			return found(t.row(revisionQuery, h.key, n).Scan(to...))
		}, number)
		if err != nil {
			return fmt.Errorf("briefing %q, revision %d: %w", id, number, err)
		}
		b, err := parse(body)
		if err != nil {
			return err
		}
		err = l.advance(t, &h, &document{briefing: b, body: body, digest: digest(body)}, KindRestored, now)
		revision = h.revision
		return err
	})
	return revision, err
}
