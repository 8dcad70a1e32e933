package library

import (
	"context"
	"database/sql"
	"time"
)

// Typed is what a person had typed somewhere and not saved.
type Typed struct {
	Place string // where; means nothing to the library
	Text  string
	At    time.Time
}

// SetTyping keeps what stands in an open form, so that a kill or a log-off does not
// take it; empty text forgets it. It does not wait for the disk: a power cut may
// take the last of it. Errors: those of any write.
func (l *Library) SetTyping(ctx context.Context, place, text string) error {
	now := l.now().UnixMilli()
	return l.relaxed(ctx, func(t *txn) error {
		if text == "" {
			_, err := t.exec("DELETE FROM typing WHERE place = $1", place)
			return err
		}
		_, err := t.exec("INSERT INTO typing (place, at, body) VALUES ($1, $2, $3) ON CONFLICT (place) DO UPDATE SET at = excluded.at, body = excluded.body", place, now, text)
		return err
	})
}

// Typing returns what was kept, last typed first.
func (l *Library) Typing(ctx context.Context) (out []Typed, err error) {
	if l.readOnly && l.version < 2 {
		return nil, nil
	}
	err = l.read.each(ctx, "SELECT place, body, at FROM typing ORDER BY at DESC, place", nil, func(r *sql.Rows) error {
		var t Typed
		var at int64
		err := r.Scan(&t.Place, &t.Text, &at)
		t.At = time.UnixMilli(at)
		out = append(out, t)
		return err
	})
	return out, err
}
