package library

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// Queue saves edits while the window goes on. Put returns at once; one goroutine
// of the caller's runs Run, which commits whatever has gathered in one
// transaction: while the disk is busy with one commit, the next gathers.
//
// Of several edits of one briefing that wait, only the last is written, since it
// holds the others. An edit counts as saved when Done is called without an error,
// and not before.
//
// The queue knows what it has saved itself: edits that follow each other may all
// name the revision that the briefing was opened at.
type Queue struct {
	l      *Library
	notify func(QueueState)
	wake   chan struct{} // holds one token when something waits

	writing sync.Mutex // held by Flush

	mu      sync.Mutex
	waiting []*waiting // in the order of their first edit
	flying  []*waiting // what a commit that goes on holds
	revised map[string]int64
	state   QueueState
}

// QueueState is what a status bar says.
type QueueState struct {
	Waiting int   // briefings with edits that are not saved
	Err     error // why the last commit failed; nil when it did not
}

// Pending is an edit and who wants to know what became of it.
type Pending struct {
	Edit
	// Done is called once from the goroutine that flushes, when the disk has the
	// edit or a later one of the same briefing, or when it will never be saved
	// (see [Saved]). A full disk is not never: the edit waits. It may call Put and
	// must not call Flush. May be nil.
	Done func(Saved)
}

type waiting struct {
	edit Edit
	done []func(Saved)
}

// retryAfter is how long Run waits after a commit that failed.
const retryAfter = time.Second

// NewQueue returns a queue that saves into l. notify is told of each change of
// the state, from the goroutine that caused it; it may be nil.
func NewQueue(l *Library, notify func(QueueState)) *Queue {
	if notify == nil {
		notify = func(QueueState) {}
	}
	return &Queue{l: l, notify: notify, wake: make(chan struct{}, 1), revised: map[string]int64{}}
}

// Put hands over an edit. It does not wait for the disk.
func (q *Queue) Put(p Pending) {
	q.mu.Lock()
	w := q.find(p.ID)
	if w == nil {
		w = &waiting{}
		q.waiting = append(q.waiting, w)
	}
	if p.History == nil {
		p.History = w.edit.History
	}
	w.edit = p.Edit
	if p.Done != nil {
		w.done = append(w.done, p.Done)
	}
	state := q.count()
	q.mu.Unlock()
	q.notify(state)
	select {
	case q.wake <- struct{}{}:
	default:
	}
}

func (q *Queue) find(id string) *waiting {
	for _, w := range q.waiting {
		if w.edit.ID == id {
			return w
		}
	}
	return nil
}

func (q *Queue) count() QueueState {
	q.state.Waiting = len(q.waiting)
	return q.state
}

// State returns what waits.
func (q *Queue) State() QueueState {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.state
}

// Waiting returns the edits that are not saved yet, of each briefing the last
// one. What a commit that goes on holds is not saved yet.
func (q *Queue) Waiting() (edits []Edit) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for _, w := range q.flying {
		if q.find(w.edit.ID) == nil {
			edits = append(edits, w.edit)
		}
	}
	for _, w := range q.waiting {
		edits = append(edits, w.edit)
	}
	for i := range edits {
		edits[i].Base = max(edits[i].Base, q.revised[edits[i].ID])
	}
	return edits
}

// Run saves what is put until ctx is done, and what waits then once more. After a
// failure it tries again each second and with each edit. It returns the error of
// the last try, nil when all is saved.
func (q *Queue) Run(ctx context.Context) error {
	retry := time.NewTimer(retryAfter)
	defer retry.Stop()
	for {
		select {
		case <-q.wake:
		case <-retry.C:
		case <-ctx.Done():
			return q.Flush(context.WithoutCancel(ctx))
		}
		err := q.Flush(ctx)
		retry.Stop()
		if err != nil && ctx.Err() == nil {
			retry.Reset(retryAfter)
		}
	}
}

// Flush saves what waits, and returns when the disk has it: call it when the
// window loses the focus or closes. On an error all of it waits on.
func (q *Queue) Flush(ctx context.Context) error {
	q.writing.Lock()
	defer q.writing.Unlock()
	q.mu.Lock()
	batch := q.waiting
	q.waiting, q.flying = nil, batch
	edits := make([]Edit, len(batch))
	for i, w := range batch {
		edits[i] = w.edit
		edits[i].Base = max(w.edit.Base, q.revised[w.edit.ID])
	}
	q.mu.Unlock()
	if len(batch) == 0 {
		return nil
	}
	saved, err := q.save(ctx, edits)

	q.mu.Lock()
	q.flying = nil
	if err != nil {
		q.putBack(batch)
	}
	for i := range saved {
		if saved[i].Err == nil {
			q.revised[saved[i].ID] = saved[i].Revision
		}
	}
	if !errors.Is(err, context.Canceled) {
		q.state.Err = err
	}
	state := q.count()
	q.mu.Unlock()
	for i, s := range saved {
		for _, done := range batch[i].done {
			done(s)
		}
	}
	q.notify(state)
	return err
}

// save saves edits. One that ends in a panic has not saved them: they wait on.
func (q *Queue) save(ctx context.Context, edits []Edit) (saved []Saved, err error) {
	defer func() {
		if r := recover(); r != nil {
			saved, err = nil, fmt.Errorf("save %d briefings: panic: %T", len(edits), r)
		}
	}()
	return q.l.SaveAll(ctx, edits)
}

// putBack has a batch wait again. What was put since is later and stays.
func (q *Queue) putBack(batch []*waiting) {
	since := q.waiting
	q.waiting = batch
	for _, later := range since {
		w := q.find(later.edit.ID)
		if w == nil {
			q.waiting = append(q.waiting, later)
			continue
		}
		if later.edit.History == nil {
			later.edit.History = w.edit.History
		}
		w.edit, w.done = later.edit, append(w.done, later.done...)
	}
}
