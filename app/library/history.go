package library

import (
	"context"
	"errors"
)

// SetHistory keeps what the caller wants back when it opens the briefing again.
// The bytes mean nothing to the library. [Edit] can carry them with a save.
// Errors: [ErrMissing] and those of any write.
func (l *Library) SetHistory(ctx context.Context, id string, blob []byte) error {
	now := l.now().UnixMilli()
	return l.transact(ctx, func(t *txn) error {
		h, err := t.head(id)
		if err != nil {
			return err
		}
		return t.keepHistory(h.key, now, blob)
	})
}

func (t *txn) keepHistory(doc, now int64, blob []byte) error {
	if len(blob) == 0 {
		_, err := t.exec("DELETE FROM history WHERE doc = $1", doc)
		return err
	}
	packed, err := t.pack(blob)
	if err != nil {
		return err
	}
	_, err = t.exec("INSERT INTO history (doc, at, body) VALUES ($1, $2, $3) ON CONFLICT (doc) DO UPDATE SET at = excluded.at, body = excluded.body", doc, now, packed)
	return err
}

// History returns what was kept last; nil when nothing was.
func (l *Library) History(ctx context.Context, id string) ([]byte, error) {
	var packed []byte
	err := l.read.row(ctx, "SELECT h.body FROM history h JOIN document d ON d.key = h.doc WHERE d.id = $1", []any{id}, &packed)
	if errors.Is(err, ErrMissing) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return unpack(packed)
}
