package library

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// patience is how long a call waits for another process by default.
const patience = 5 * time.Second

// openDatabase names the database; the first query opens it. The pragmas stand
// in the name: run by Exec they would reach one connection of several.
func openDatabase(path string, wait time.Duration, connections int, params ...string) *sql.DB {
	if wait == 0 {
		wait = patience
	}
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // C:/…
	}
	name := url.URL{Scheme: "file", Path: slashed}
	params = append(params, fmt.Sprintf("_pragma=busy_timeout(%d)", wait.Milliseconds()))
	name.RawQuery = strings.Join(params, "&")
	db, err := sql.Open("sqlite", name.String())
	if err != nil {
		panic(err) // the driver's name is wrong
	}
	db.SetMaxOpenConns(connections)
	db.SetMaxIdleConns(connections)
	return db
}

// pool is the connections that read, and the statements prepared on them.
type pool struct {
	db    *sql.DB
	mu    sync.Mutex
	stmts map[string]*sql.Stmt
}

func newPool(path string, wait time.Duration, params ...string) *pool {
	return &pool{db: openDatabase(path, wait, 4, append(params, "_pragma=query_only(1)", "_pragma=cache_size(-16000)")...), stmts: map[string]*sql.Stmt{}}
}

// stmt returns the statement, prepared once. The texts are few.
func (p *pool) stmt(ctx context.Context, text string) (*sql.Stmt, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if s := p.stmts[text]; s != nil {
		return s, nil
	}
	s, err := p.db.PrepareContext(ctx, text)
	if err == nil {
		p.stmts[text] = s
	}
	return s, err
}

// row scans the one row of a query. Without a row it is [ErrMissing].
func (p *pool) row(ctx context.Context, text string, args []any, to ...any) error {
	s, err := p.stmt(ctx, text)
	if err == nil {
		err = s.QueryRowContext(ctx, args...).Scan(to...)
	}
	return told(ctx, found(err))
}

// told has a query that was interrupted say so as Go does.
func told(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil {
		return ctx.Err()
	}
	return classify(err)
}

// each calls do for each row of a query; do scans it.
func (p *pool) each(ctx context.Context, text string, args []any, do func(*sql.Rows) error) error {
	s, err := p.stmt(ctx, text)
	if err != nil {
		return told(ctx, err)
	}
	rows, err := s.QueryContext(ctx, args...)
	if err != nil {
		return told(ctx, err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := do(rows); err != nil {
			return told(ctx, err)
		}
	}
	return told(ctx, rows.Err())
}

func (p *pool) close() error {
	if p == nil {
		return nil
	}
	return p.db.Close()
}

func found(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return ErrMissing
	}
	return classify(err)
}

// writer is the one connection that writes. Several would wait for each other.
type writer struct {
	db    *sql.DB
	conn  *sql.Conn
	turn  chan struct{} // holds one token when nobody writes
	stmts map[string]*sql.Stmt

	packer packer
}

func newWriter(ctx context.Context, path string, wait time.Duration) (*writer, error) {
	w := &writer{turn: make(chan struct{}, 1), stmts: map[string]*sql.Stmt{}}
	w.db = openDatabase(path, wait, 1, "_pragma=page_size(8192)", "_pragma=cache_size(-16000)", "_pragma=synchronous(FULL)",
		"_pragma=wal_autocheckpoint(4000)", "_pragma=journal_size_limit(16777216)")
	var err error
	if w.conn, err = w.db.Conn(ctx); err == nil {
		// After the size of its pages, which the log's first use settles.
		_, err = w.conn.ExecContext(ctx, "PRAGMA journal_mode = WAL")
	}
	if err != nil {
		return nil, errors.Join(err, w.close())
	}
	w.turn <- struct{}{}
	return w, nil
}

func (w *writer) close() error {
	if w == nil {
		return nil
	}
	var err error
	for _, s := range w.stmts { // one that stays open keeps its connection open
		err = errors.Join(err, s.Close())
	}
	if w.conn != nil {
		err = errors.Join(err, w.conn.Close())
	}
	return errors.Join(err, w.db.Close())
}

// txn is a transaction that writes.
type txn struct {
	ctx context.Context
	w   *writer
}

// transact does everything that do writes, or nothing. When it returns nil the
// disk has it.
//
// Path and open file are compared before the commit, and again after it: what was
// written into a file that nobody finds again counts as not written. The error is
// [ErrMoved] then.
func (l *Library) transact(ctx context.Context, do func(*txn) error) error {
	return l.turn(ctx, func(t *txn) error { return l.inPlace(t, do) })
}

// inPlace is txn.run on a library that stands where it was opened.
func (l *Library) inPlace(t *txn, do func(*txn) error) error {
	if err := l.place.check(); err != nil {
		return err
	}
	err := t.run(func(t *txn) error {
		if err := do(t); err != nil {
			return err
		}
		return l.place.check()
	})
	if err != nil {
		return err
	}
	return l.place.check()
}

// relaxed is transact without waiting for the disk: a power cut may undo it.
func (l *Library) relaxed(ctx context.Context, do func(*txn) error) error {
	return l.turn(ctx, func(t *txn) error {
		if err := t.script("PRAGMA synchronous = NORMAL"); err != nil {
			return err
		}
		err := l.inPlace(t, do)
		t.ctx = context.WithoutCancel(ctx)
		return errors.Join(err, t.script("PRAGMA synchronous = FULL"))
	})
}

// turn waits for this process's other writers.
func (l *Library) turn(ctx context.Context, do func(*txn) error) error {
	if l.write == nil {
		return ErrReadOnly
	}
	select {
	case <-l.write.turn:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { l.write.turn <- struct{}{} }()
	return told(ctx, do(&txn{ctx, l.write}))
}

func (t *txn) run(do func(*txn) error) error {
	if err := t.script("BEGIN IMMEDIATE"); err != nil {
		return err
	}
	err := do(t)
	if err == nil {
		err = t.ctx.Err()
	}
	// What has begun is ended, whatever became of the caller's patience: a
	// commit that is broken off would leave open whether it came to be.
	t.ctx = context.WithoutCancel(t.ctx)
	if err == nil {
		if err = t.script("COMMIT"); err == nil {
			return nil
		}
	}
	_ = t.script("ROLLBACK") // SQLite has done so itself after some errors
	return err
}

// script runs statements once, without keeping them.
func (t *txn) script(text string) error {
	_, err := t.w.conn.ExecContext(t.ctx, text)
	return err
}

func (t *txn) stmt(text string) (*sql.Stmt, error) {
	if s := t.w.stmts[text]; s != nil {
		return s, nil
	}
	s, err := t.w.conn.PrepareContext(t.ctx, text)
	if err == nil {
		t.w.stmts[text] = s
	}
	return s, err
}

// exec runs a statement and returns how many rows it changed.
func (t *txn) exec(text string, args ...any) (int64, error) {
	s, err := t.stmt(text)
	if err != nil {
		return 0, err
	}
	result, err := s.ExecContext(t.ctx, args...)
	if err != nil {
		return 0, err
	}
	return result.RowsAffected()
}

// insert runs a statement that inserts one row and returns its key. A clause
// RETURNING would have SQLite begin a savepoint, for which the full text writes out
// what it has gathered: a fifth of the time of an import.
func (t *txn) insert(text string, args ...any) (key int64, err error) {
	s, err := t.stmt(text)
	if err != nil {
		return 0, err
	}
	result, err := s.ExecContext(t.ctx, args...)
	if err != nil {
		return 0, err
	}
	return result.LastInsertId()
}

// row returns the one row of a query.
func (t *txn) row(text string, args ...any) scanner {
	s, err := t.stmt(text)
	if err != nil {
		return failed{err}
	}
	return s.QueryRowContext(t.ctx, args...)
}

// scanner is a row, or why there is none.
type scanner interface{ Scan(to ...any) error }

type failed struct{ err error }

func (f failed) Scan(...any) error { return f.err }

// each calls do for each row of a query.
func (t *txn) each(text string, args []any, do func(scanner) error) error {
	s, err := t.stmt(text)
	if err != nil {
		return err
	}
	rows, err := s.QueryContext(t.ctx, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := do(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}
