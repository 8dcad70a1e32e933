package library

import (
	"context"
	"fmt"
)

// Trash puts briefings into the trash. All are still there, with all revisions;
// [Library.Untrash] brings them back. What is in the trash already stays as it is.
// Errors: [ErrMissing], and then none is moved.
func (l *Library) Trash(ctx context.Context, ids ...string) error {
	return l.setTrashed(ctx, ids, l.now().UnixMilli(), ChangeTrashed)
}

// Untrash takes briefings out of the trash. Errors: [ErrMissing], and then none
// is moved.
func (l *Library) Untrash(ctx context.Context, ids ...string) error {
	return l.setTrashed(ctx, ids, 0, ChangeRestored)
}

func (l *Library) setTrashed(ctx context.Context, ids []string, at int64, what What) error {
	return l.transact(ctx, func(t *txn) error {
		for _, id := range ids {
			h, err := t.head(id)
			if err != nil {
				return err
			}
			n, err := t.exec("UPDATE entry SET trashed = $1 WHERE key = $2 AND (trashed = 0) <> ($1 = 0)", at, h.key)
			if err != nil {
				return err
			}
			if n == 0 {
				continue
			}
			// The full text says who is in the trash, so that a search need not ask.
			if err := t.reindexOne(h.key, at); err != nil {
				return err
			}
			if err := t.note(id, what, h.revision, l.owner); err != nil {
				return err
			}
		}
		return nil
	})
}

// Purge removes briefings that are in the trash, with all revisions, for good.
// Without ids it empties the trash. It returns how many are gone; one that is
// not in the trash is left alone.
func (l *Library) Purge(ctx context.Context, ids ...string) (purged int, err error) {
	err = l.transact(ctx, func(t *txn) error {
		purged = 0
		keys := map[int64]string{}
		err := t.each("SELECT key, id FROM entry WHERE trashed <> 0", nil, func(r scanner) error {
			var key int64
			var id string
			err := r.Scan(&key, &id)
			keys[key] = id
			return err
		})
		if err != nil {
			return err
		}
		wanted := map[string]bool{}
		for _, id := range ids {
			wanted[id] = true
		}
		for key, id := range keys {
			if len(ids) > 0 && !wanted[id] {
				continue
			}
			if err := t.remove(key); err != nil {
				return err
			}
			if err := t.note(id, ChangePurged, 0, l.owner); err != nil {
				return err
			}
			purged++
		}
		return nil
	})
	return purged, err
}

func (t *txn) remove(key int64) error {
	if err := t.dropWords(key); err != nil {
		return err
	}
	for _, table := range []string{"revision", "original", "history", "event", "participant", "statement"} {
		if _, err := t.exec("DELETE FROM "+table+" WHERE doc = $1", key); err != nil {
			return err
		}
	}
	for _, table := range []string{"document", "entry"} {
		if _, err := t.exec("DELETE FROM "+table+" WHERE key = $1", key); err != nil {
			return err
		}
	}
	return nil
}

// Duplicate makes a second briefing of the current version of one, with the
// title given (empty: the same), and returns what the library calls it. It is a
// briefing of its own: its file has its own ID, and its revisions begin anew.
//
// Errors: [ErrMissing]; briefing.ErrNewer for what a newer version made.
func (l *Library) Duplicate(ctx context.Context, id, title string) (string, error) {
	b, _, err := l.Briefing(ctx, id)
	if err != nil {
		return "", err
	}
	var copied string
	err = l.transact(ctx, func(t *txn) error {
		if copied, err = t.freeID(usableID(b.ID)); err != nil {
			return err
		}
		second := b.Clone()
		second.ID = copied
		if title != "" {
			second.Title.Text = title
		}
		d, err := form(second)
		if err != nil {
			return fmt.Errorf("duplicate briefing %q: %w", id, err)
		}
		copied, err = l.insert(t, &d, KindDuplicate)
		return err
	})
	return copied, err
}

// Rename sets the title of a briefing; base is as for [Library.Save], which it
// is one of.
func (l *Library) Rename(ctx context.Context, id, title string, base int64) (int64, error) {
	b, _, err := l.Briefing(ctx, id)
	if err != nil {
		return 0, err
	}
	b.Title.Text = title // just read, and nobody else has it
	return l.Save(ctx, id, b, base)
}

// Touch says that a briefing is open now. It does not wait for the disk: a power
// cut may forget it.
func (l *Library) Touch(ctx context.Context, id string) error {
	now := l.now().UnixMilli()
	if l.write == nil {
		return ErrReadOnly
	}
	return l.relaxed(ctx, func(t *txn) error {
		n, err := t.exec("UPDATE entry SET used = $1 WHERE key = (SELECT key FROM document WHERE id = $2)", now, id)
		if err == nil && n == 0 {
			err = fmt.Errorf("briefing %q: %w", id, ErrMissing)
		}
		return err
	})
}
