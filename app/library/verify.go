package library

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Finding is one thing that [Library.Verify] found wrong.
type Finding struct {
	File  string // path of the library or of a backup
	ID    string // of a briefing; empty: about the whole file
	Fault string // without text of a briefing
}

// Verified is how much [Library.Verify] looked at.
type Verified struct {
	Briefings, Revisions, Backups int
	Findings                      []Finding
}

// Verify reads all there is: the structure of the file, each briefing and each of
// its revisions against their digests, the imported files, the steps to undo, the
// index of each briefing and of the full text, and the briefings of every backup.
// It takes a minute for 100,000 briefings. The error is one of reading, or
// ctx's.
func (l *Library) Verify(ctx context.Context) (Verified, error) {
	var v Verified
	add := func(file, id string, err error) {
		v.Findings = append(v.Findings, Finding{File: file, ID: id, Fault: err.Error()})
	}
	if err := l.Check(ctx); err != nil {
		if !errors.Is(err, ErrDamaged) {
			return v, err
		}
		add(l.path, "", err)
	}
	keys, err := l.keys(ctx)
	if err != nil {
		return v, err
	}
	for _, k := range keys {
		if err := ctx.Err(); err != nil {
			return v, err
		}
		v.Briefings++
		revisions, err := l.verifyOne(ctx, k.key, k.id)
		v.Revisions += revisions
		if err != nil {
			add(l.path, k.id, err)
		}
	}
	if !l.readOnly {
		err := l.turn(ctx, func(t *txn) error {
			return t.script("INSERT INTO words (words, rank) VALUES ('integrity-check', 0)")
		})
		if err != nil {
			add(l.path, "", fmt.Errorf("full text: %w", err))
		}
	}
	backups, err := Backups(l.path)
	if err != nil {
		return v, err
	}
	for _, b := range backups {
		v.Backups++
		ids, err := damagedIn(ctx, b.Path)
		if ctx.Err() != nil {
			return v, ctx.Err()
		}
		if err != nil {
			add(b.Path, "", err)
		}
		for _, id := range ids {
			add(b.Path, id, fmt.Errorf("%w: not what was saved", ErrDamaged))
		}
	}
	return v, nil
}

type keyed struct {
	key int64
	id  string
}

func (l *Library) keys(ctx context.Context) (keys []keyed, err error) {
	err = l.read.each(ctx, "SELECT key, id FROM document ORDER BY id", nil, func(r *sql.Rows) error {
		var k keyed
		err := r.Scan(&k.key, &k.id)
		keys = append(keys, k)
		return err
	})
	return keys, err
}

// verifyOne reads all of one briefing, and returns how many revisions it has.
func (l *Library) verifyOne(ctx context.Context, key int64, id string) (revisions int, err error) {
	var faults []error
	fault := func(what string, err error) {
		if err != nil {
			faults = append(faults, fmt.Errorf("%s: %w", what, err))
		}
	}
	b, current, err := l.Briefing(ctx, id)
	fault("current version", err)
	if err == nil {
		fault("index", l.indexed(ctx, key, current, b.Title.Text))
	}
	var numbers []int64
	err = l.read.each(ctx, "SELECT revision FROM revision WHERE doc = $1 ORDER BY revision", []any{key}, func(r *sql.Rows) error {
		var n int64
		err := r.Scan(&n)
		numbers = append(numbers, n)
		return err
	})
	fault("revisions", err)
	for _, n := range numbers {
		_, err := revisionBody(func(n int64, to ...any) error {
			return l.read.row(ctx, revisionQuery, []any{key, n}, to...)
		}, n)
		fault(fmt.Sprintf("revision %d", n), err)
	}
	err = l.read.each(ctx, "SELECT body FROM original WHERE doc = $1 UNION ALL SELECT body FROM history WHERE doc = $1", []any{key}, func(r *sql.Rows) error {
		var packed []byte
		if err := r.Scan(&packed); err != nil {
			return err
		}
		_, err := unpack(packed)
		return err
	})
	fault("file or steps", err)
	return len(numbers), errors.Join(faults...)
}

// indexed compares what lists show of a briefing with what it says.
func (l *Library) indexed(ctx context.Context, key, revision int64, title string) error {
	var shown int64
	var shownTitle string
	if err := l.read.row(ctx, "SELECT revision, title FROM entry WHERE key = $1", []any{key}, &shown, &shownTitle); err != nil {
		return err
	}
	if shown != revision || shownTitle != title {
		return errors.New("tells of another version")
	}
	return nil
}
