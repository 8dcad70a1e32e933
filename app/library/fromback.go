package library

import (
	"context"
	"fmt"
	"os"
	"time"
)

// Backed is the version of one briefing that a backup holds.
type Backed struct {
	Backup  Backup
	Changed time.Time // when it was saved
	Title   string
	digest  []byte
}

// InBackups returns the versions of a briefing that the backups hold and can be
// read, newest backup first, each version once. A backup that cannot be read is
// left out.
func (l *Library) InBackups(ctx context.Context, id string) ([]Backed, error) {
	backups, err := Backups(l.path)
	if err != nil {
		return nil, err
	}
	var out []Backed
	seen := map[string]bool{}
	for _, b := range backups {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		r, err := openBackup(ctx, b.Path)
		if err != nil {
			continue
		}
		d, err := r.one(ctx, id)
		if err == nil && !seen[string(d.digest)] {
			seen[string(d.digest)] = true
			held := Backed{Backup: b, Title: d.briefing.Title.Text, digest: d.digest}
			if e, err := r.Entry(ctx, id); err == nil {
				held.Changed = e.Changed
			}
			out = append(out, held)
		}
		_ = r.Close()
	}
	return out, nil
}

// one returns the last good version of a briefing.
func (l *Library) one(ctx context.Context, id string) (document, error) {
	var key int64
	if err := l.read.row(ctx, "SELECT key FROM document WHERE id = $1", []any{id}, &key); err != nil {
		return document{}, missing(id, err)
	}
	_, d, err := l.lastReadable(ctx, key)
	return d, err
}

// FromBackup makes the version of a briefing that a backup holds the current one,
// as a new revision; the one that was stays among the versions. A briefing that the
// library has no more is added anew. It returns the ID that it has and its
// revision.
//
// Errors: [ErrMissing] when the backup does not hold it, [ErrDamaged], and those of
// any write.
func (l *Library) FromBackup(ctx context.Context, b Backup, id string) (string, int64, error) {
	if _, err := os.Stat(b.Path); err != nil {
		return "", 0, err
	}
	r, err := openBackup(ctx, b.Path)
	if err != nil {
		return "", 0, classify(err)
	}
	d, err := r.one(ctx, id)
	_ = r.Close()
	if err != nil {
		return "", 0, fmt.Errorf("backup of %s: %w", b.Day.Format(time.DateOnly), err)
	}
	var revision int64
	err = l.transact(ctx, func(t *txn) error {
		h, err := t.head(id)
		if err != nil { // purged since
			revision = 1
			id, err = l.insert(t, &d, KindRestored)
			return err
		}
		if string(h.digest) == string(d.digest) {
			// The same version: what is damaged is written anew.
			revision = h.revision
			return t.rewrite(h, &d)
		}
		err = l.advance(t, &h, &d, KindRestored, l.now().UnixMilli())
		revision = h.revision
		return err
	})
	return id, revision, err
}

// rewrite puts the bytes of the current version into its places again.
func (t *txn) rewrite(h head, d *document) error {
	small, err := t.squeezed(d)
	if err != nil {
		return err
	}
	if _, err := t.exec("UPDATE document SET body = $1 WHERE key = $2", small, h.key); err != nil {
		return err
	}
	_, err = t.exec("UPDATE revision SET base = 0, size = $1, body = $2 WHERE doc = $3 AND revision = $4", len(d.body), small[1:], h.key, h.revision)
	return err
}
