package library

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"briefline/app/briefing"
)

// Edit is one version of a briefing to be saved.
type Edit struct {
	ID       string
	Briefing *briefing.Briefing // not changed from here on
	Base     int64              // the revision that it was made from
	// History is what the caller wants back when it opens the briefing again, such
	// as its steps to undo. nil leaves what is kept.
	History []byte
}

// Saved is what became of an [Edit].
type Saved struct {
	ID       string
	Revision int64 // the current one, of this edit when Err is nil
	Err      error // *ConflictError, ErrMissing, or an error of Briefing.Write
}

// Save saves one version of the briefing that the library calls id. base is the
// revision that it was made from; the new one is returned once the disk has it.
// What says the same as the current revision makes none, so a save may be
// repeated.
//
// Errors: a *[ConflictError] when base is not current, which keeps the version
// beside it; [ErrMissing]; those of Briefing.Write; [ErrFull], [ErrReadOnly],
// [ErrLocked] and [ErrDamaged], which save nothing.
func (l *Library) Save(ctx context.Context, id string, b *briefing.Briefing, base int64) (int64, error) {
	saved, err := l.SaveAll(ctx, []Edit{{ID: id, Briefing: b, Base: base}})
	if err != nil {
		return 0, err
	}
	return saved[0].Revision, saved[0].Err
}

// SaveAll saves several versions in one transaction, in their order, and returns
// what became of each. The error is one of writing, and then nothing was saved.
func (l *Library) SaveAll(ctx context.Context, edits []Edit) ([]Saved, error) {
	saved := make([]Saved, len(edits))
	documents := make([]document, len(edits))
	for i, edit := range edits {
		documents[i], saved[i].Err = form(edit.Briefing)
		saved[i].ID = edit.ID
	}
	now := l.now().UnixMilli()
	err := l.transact(ctx, func(t *txn) error {
		for i, edit := range edits {
			if documents[i].briefing == nil {
				continue
			}
			revision, err := l.save(t, edit, &documents[i], now)
			var own *ConflictError
			if err != nil && !errors.As(err, &own) && !errors.Is(err, ErrMissing) {
				return err
			}
			saved[i].Revision, saved[i].Err = revision, err
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return saved, nil
}

func (l *Library) save(t *txn, edit Edit, d *document, now int64) (int64, error) {
	current, err := t.head(edit.ID)
	if err != nil {
		return 0, err
	}
	switch {
	case string(current.digest) == string(d.digest):
		// An edit that was undone, or a save that is repeated.
	case edit.Base != current.revision:
		kept, err := t.keptBefore(current.key, edit.Base, d)
		if err != nil {
			return 0, err
		}
		if kept != 0 {
			return current.revision, &ConflictError{ID: edit.ID, Current: current.revision, Kept: kept}
		}
		kept = current.last + 1
		if err := t.keepRevision(current.key, kept, edit.Base, now, KindConflict, d); err != nil {
			return 0, err
		}
		if _, err := t.exec("UPDATE document SET last = $1 WHERE key = $2", kept, current.key); err != nil {
			return 0, err
		}
		if err := t.note(edit.ID, ChangeConflict, kept, l.owner); err != nil {
			return 0, err
		}
		return current.revision, &ConflictError{ID: edit.ID, Current: current.revision, Kept: kept}
	default:
		if err := l.advance(t, &current, d, KindSaved, now); err != nil {
			return 0, err
		}
	}
	if edit.History != nil {
		if err := t.keepHistory(current.key, now, edit.History); err != nil {
			return 0, err
		}
	}
	return current.revision, nil
}

// keptBefore returns the revision under which the same refused version was kept
// when it was saved before; 0 when it was not.
func (t *txn) keptBefore(doc, parent int64, d *document) (kept int64, err error) {
	err = found(t.row("SELECT revision FROM revision WHERE doc = $1 AND digest = $2 AND parent = $3 AND kind = $4 LIMIT 1", doc, d.digest, parent, string(KindConflict)).Scan(&kept))
	if err == ErrMissing {
		return 0, nil
	}
	return kept, err
}

// head is where a document stands.
type head struct {
	key            int64
	id             string
	revision, last int64
	digest         []byte
}

func (t *txn) head(id string) (head, error) {
	h := head{id: id}
	err := found(t.row("SELECT key, revision, last, digest FROM document WHERE id = $1", id).Scan(&h.key, &h.revision, &h.last, &h.digest))
	if err == ErrMissing {
		err = fmt.Errorf("briefing %q: %w", id, ErrMissing)
	}
	return h, err
}

// advance makes d the current revision.
func (l *Library) advance(t *txn, h *head, d *document, kind Kind, now int64) error {
	parent := h.revision
	h.revision, h.last = h.last+1, h.last+1
	if err := t.keepRevision(h.key, h.revision, parent, now, kind, d); err != nil {
		return err
	}
	small, err := t.squeezed(d)
	if err != nil {
		return err
	}
	_, err = t.exec("UPDATE document SET revision = $1, last = $1, digest = $2, body = $3 WHERE key = $4", h.revision, d.digest, small, h.key)
	if err != nil {
		return err
	}
	at := entryTimes{changed: now, used: now}
	if err := t.row("SELECT created, trashed FROM entry WHERE key = $1", h.key).Scan(&at.created, &at.trashed); err != nil {
		return err
	}
	if err := t.index(h.key, h.id, h.revision, d, at); err != nil {
		return err
	}
	return t.note(h.id, ChangeSaved, h.revision, l.owner)
}

// Add puts a new briefing into the library and returns what the library calls
// it. Errors: those of Briefing.Write and of any write.
func (l *Library) Add(ctx context.Context, b *briefing.Briefing) (id string, revision int64, err error) {
	d, err := form(b)
	if err != nil {
		return "", 0, err
	}
	err = l.transact(ctx, func(t *txn) error {
		id, err = l.insert(t, &d, KindSaved)
		return err
	})
	return id, 1, err
}

// AddAll puts new briefings into the library, all in one transaction, and returns
// what the library calls them, in their order. Each begins with revision 1. Add
// some fifty at a time to show progress and to be able to stop.
//
// The error is one of Briefing.Write or of any write, and then none was added.
func (l *Library) AddAll(ctx context.Context, made []*briefing.Briefing) (ids []string, err error) {
	forms := make([]document, len(made))
	for i, b := range made {
		if forms[i], err = form(b); err != nil {
			return nil, err
		}
	}
	err = l.transact(ctx, func(t *txn) error {
		ids = make([]string, len(forms))
		for i := range forms {
			if ids[i], err = l.insert(t, &forms[i], KindSaved); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return ids, nil
}

// insert stores a document under an ID of its own, as revision 1.
func (l *Library) insert(t *txn, d *document, kind Kind) (string, error) {
	id, err := t.freeID(usableID(d.briefing.ID))
	if err != nil {
		return "", err
	}
	small, err := t.squeezed(d)
	if err != nil {
		return "", err
	}
	key, err := t.insert("INSERT INTO document (id, file, revision, last, digest, body) VALUES ($1, $2, 1, 1, $3, $4)", id, d.briefing.ID, d.digest, small)
	if err != nil {
		return "", err
	}
	now := l.now().UnixMilli()
	if err := t.keepRevision(key, 1, 0, now, kind, d); err != nil {
		return "", err
	}
	if err := t.keepOriginal(key, d); err != nil {
		return "", err
	}
	if err := t.index(key, id, 1, d, entryTimes{created: now, used: now, changed: now}); err != nil {
		return "", err
	}
	return id, t.note(id, ChangeAdded, 1, l.owner)
}

// freeID returns want, or want-2, want-3 and so on, the first that is free.
func (t *txn) freeID(want string) (string, error) {
	var taken int
	if err := t.row("SELECT count(*) FROM document WHERE id = $1", want).Scan(&taken); err != nil || taken == 0 {
		return want, err
	}
	// One past the highest number in use, so that a thousand of one name do
	// not try a thousand.
	head, next := want+"-", int64(2)
	err := t.each("SELECT substr(id, $1) FROM document WHERE id >= $2 AND id < $3", []any{len([]rune(head)) + 1, head, want + "."}, func(r scanner) error {
		var tail string
		if err := r.Scan(&tail); err != nil {
			return err
		}
		if n, err := strconv.ParseInt(tail, 10, 64); err == nil && n >= next && n < 1<<53 && strconv.FormatInt(n, 10) == tail {
			next = n + 1
		}
		return nil
	})
	return head + strconv.FormatInt(next, 10), err
}
