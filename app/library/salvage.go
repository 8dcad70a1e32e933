package library

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
)

// Salvaged is what [Library.Salvage] found.
type Salvaged struct {
	Added   []string // briefings that this library did not have, under the IDs that they have now
	Updated []string // briefings that stood in a later version there
	Known   int      // those that this library had already
	Lost    int      // those of which no version could be read
}

// Salvage takes over what can still be read of a damaged library, such as the
// one that [RestoreBackup] moved aside: briefings made since the backup, and
// later versions of the others, which become current while the ones of the
// backup stay as revisions. Of a briefing whose current version is gone, the last
// revision that can be read is taken. What is damaged is skipped; each version
// that is taken matches its digest.
//
// Errors: an *[OpenError] when nothing of the file can be read, and those of any
// write.
func (l *Library) Salvage(ctx context.Context, damaged string) (Salvaged, error) {
	var out Salvaged
	from, err := OpenReadOnly(ctx, damaged, Options{Now: l.now, steps: l.steps})
	if err != nil {
		return out, err
	}
	defer from.Close()
	for _, key := range from.survivors(ctx) {
		if err := ctx.Err(); err != nil {
			return out, err
		}
		id, d, err := from.lastReadable(ctx, key)
		if err != nil {
			out.Lost++
			continue
		}
		err = l.transact(ctx, func(t *txn) error { return l.adopt(t, id, d, &out) })
		if err != nil {
			return out, err
		}
	}
	return out, nil
}

// survivors returns the keys of all documents that some table still tells of.
func (l *Library) survivors(ctx context.Context) []int64 {
	var last int64
	for _, text := range []string{
		"SELECT key FROM document", "SELECT key FROM document ORDER BY key DESC", "SELECT key FROM document ORDER BY id",
		"SELECT key FROM entry", "SELECT key FROM entry ORDER BY key DESC", "SELECT doc FROM revision ORDER BY doc DESC",
	} {
		// A fault ends the reading of one table at its place; the others go on.
		_ = l.read.each(ctx, text, nil, func(r *sql.Rows) error {
			var key int64
			err := r.Scan(&key)
			last = max(last, key)
			return err
		})
	}
	var keys []int64
	for key := int64(1); key <= min(last, 10_000_000); key++ {
		var there int
		err := l.read.row(ctx, "SELECT EXISTS (SELECT 1 FROM document WHERE key = $1) OR EXISTS (SELECT 1 FROM revision WHERE doc = $1)", []any{key}, &there)
		if err != nil || there == 1 {
			keys = append(keys, key)
		}
	}
	return keys
}

// lastReadable returns the newest version of a document that is what was saved.
// The ID is empty when nobody can tell it any more.
func (l *Library) lastReadable(ctx context.Context, key int64) (id string, d document, err error) {
	_ = l.read.row(ctx, "SELECT id FROM entry WHERE key = $1", []any{key}, &id)
	err = l.read.row(ctx, "SELECT id, digest, body FROM document WHERE key = $1", []any{key}, &id, &d.digest, &d.body)
	if err == nil {
		d.body, err = stretch(d.body)
	}
	if err == nil && bytes.Equal(digest(d.body), d.digest) {
		if d.briefing, err = parse(d.body); err == nil {
			return id, d, nil
		}
	}
	var numbers []int64
	_ = l.read.each(ctx, "SELECT revision FROM revision WHERE doc = $1 AND kind <> $2 ORDER BY revision DESC", []any{key, string(KindConflict)}, func(r *sql.Rows) error {
		var n int64
		err := r.Scan(&n)
		numbers = append(numbers, n)
		return err
	})
	for _, n := range numbers {
		d.body, err = revisionBody(func(n int64, to ...any) error {
			return l.read.row(ctx, revisionQuery, []any{key, n}, to...)
		}, n)
		if err != nil {
			continue
		}
		d.digest = digest(d.body)
		if d.briefing, err = parse(d.body); err == nil {
			return id, d, nil
		}
	}
	return id, d, fmt.Errorf("salvage document %d: %w", key, ErrDamaged)
}

// adopt takes one version over.
func (l *Library) adopt(t *txn, id string, d document, out *Salvaged) error {
	h, err := t.head(id)
	if err != nil {
		added, err := l.take(t, d)
		if added.Known {
			out.Known++
		} else if err == nil {
			out.Added = append(out.Added, added.ID)
		}
		return err
	}
	var known int
	if err := t.row("SELECT count(*) FROM revision WHERE doc = $1 AND digest = $2", h.key, d.digest).Scan(&known); err != nil {
		return err
	}
	if known > 0 {
		out.Known++
		return nil
	}
	out.Updated = append(out.Updated, id)
	return l.advance(t, &h, &d, KindRestored, l.now().UnixMilli())
}
