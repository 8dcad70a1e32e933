package views

import (
	"context"
	"errors"
	"log"
	"sync"
	"sync/atomic"
	"time"

	"briefline/app/briefing"
	"briefline/app/library"
	"briefline/app/session"
)

// workspace is the briefing that is open and the library that it lives in. Every
// edit goes through its session, and is handed to the library at once. Its
// methods are called on the window's thread.
type workspace struct {
	f     *Frame
	lib   *library.Library // nil: none could be opened, and nothing is kept
	queue *library.Queue
	ended chan struct{} // closed when the queue has saved the last
	ctx   context.Context
	stop  context.CancelFunc

	session   *session.Session
	held      *briefing.Briefing // as it was before the first edit
	carried   []unsaved          // edits of what was open before that are in no library yet
	id        string             // in the library; empty for a briefing that is in none
	base      int64              // the revision that was opened
	current   int64              // the revision that is shown, as far as it is saved
	beside    sync.WaitGroup     // what goes on beside the window, see begin
	closed    atomic.Bool
	moved     bool                   // the library's file was taken away, and the person knows
	stuck     bool                   // the last commit failed, and the person knows
	changedAt time.Time              // when what is open was saved last, as it was opened
	typing    typing                 // what is typed and not saved
	watch     watch                  // of what others do in the library
	lost      *library.ConflictError // the last save of what is open that was refused; nil when none was
	many      bool                   // several steps are being undone or redone: only the last is shown

	repairs map[int][]library.Repair // of steps, by how many were done with them
}

// newWorkspace returns a workspace over a library, which may be nil.
func newWorkspace(f *Frame, lib *library.Library) *workspace {
	w := &workspace{f: f, lib: lib, watch: watch{look: make(chan struct{}, 1)}}
	w.ctx, w.stop = context.WithCancel(context.Background())
	if lib == nil || lib.ReadOnly() {
		return w
	}
	w.ended = make(chan struct{})
	w.queue = library.NewQueue(lib, func(s library.QueueState) {
		f.later(func() {
			if w == f.work {
				w.saving(s)
			}
		})
	})
	go func() {
		defer close(w.ended)
		if err := w.queue.Run(w.ctx); err != nil {
			log.Print(err)
		}
	}()
	return w
}

// keeps reports whether edits are kept.
func (w *workspace) keeps() bool { return w.queue != nil && w.id != "" }

// open shows a briefing; id is empty for one that is in no library.
func (w *workspace) open(b *briefing.Briefing, id string, revision int64, history []byte) {
	w.f.stage.Clear() // a review, which may edit what is open until now
	w.flush()
	w.hold(b, id, revision, history)
	w.f.Show(b)
}

// hold makes a briefing the one that is edited, without showing it.
func (w *workspace) hold(b *briefing.Briefing, id string, revision int64, history []byte) {
	w.carried = append(w.carried, w.unkept()...)
	w.id, w.base, w.current, w.lost = id, revision, revision, nil
	s := session.New(b)
	s.Now = time.Now
	if len(history) > 0 {
		if err := s.Restore(history); err != nil {
			log.Print(err) // the steps are lost, the briefing is not
		}
	}
	w.session, w.held, w.repairs = s, s.Briefing(), nil
	s.OnChange(func(c session.Change) { w.changed(s, c) })
}

// changed shows an edit and hands it to the library.
func (w *workspace) changed(s *session.Session, c session.Change) {
	if s != w.session || w.many {
		return
	}
	w.recall(c)
	if v, ok := w.f.follower(); ok {
		v.Changed(c)
	} else {
		if w.f.notice.deleted {
			w.f.notice.deleted = false
			w.f.hideNotice()
		}
		w.f.update(c.After)
	}
	if !w.keeps() {
		w.f.status.unsaved()
		return
	}
	history, err := s.History().MarshalBinary()
	if err != nil {
		log.Print(err)
	}
	id := w.id
	w.queue.Put(library.Pending{
		Edit: library.Edit{ID: id, Briefing: c.After, Base: w.base, History: history},
		Done: func(done library.Saved) {
			w.f.later(func() { w.saved(id, done) })
		},
	})
}

// saved takes note of what became of a save.
func (w *workspace) saved(id string, done library.Saved) {
	if done.Err != nil {
		w.refused(id, done)
		return
	}
	if id == w.id {
		w.current = max(w.current, done.Revision)
	}
	w.watch.saved.Store(time.Now().Unix())
	w.f.libraryChanged(id)
}

// refused tells that a save was not taken.
func (w *workspace) refused(id string, done library.Saved) {
	var conflict *library.ConflictError
	if errors.As(done.Err, &conflict) {
		w.f.conflict(id, conflict)
		return
	}
	log.Print(done.Err)
	w.f.Say(w.f.problem(done.Err))
}

// saving tells how saving goes; once, above the card, when it cannot go on.
func (w *workspace) saving(s library.QueueState) {
	if errors.Is(s.Err, library.ErrMoved) {
		w.takenAway(s.Err)
		w.stuck = true
	}
	if s.Err != nil && !w.stuck {
		var ways []action
		if other, ok := w.f.otherLibrary(); ok {
			ways = append(ways, other)
		}
		w.f.warn(w.f.problem(s.Err), ways...)
	}
	if s.Err == nil && w.stuck && s.Waiting == 0 {
		w.f.hideNotice()
	}
	w.stuck = s.Err != nil
	w.f.status.saving(s)
}

// flush brings to the disk what waits.
func (w *workspace) flush() {
	if w.queue == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := w.queue.Flush(ctx); err != nil {
		log.Print(err)
	}
}

// close saves what waits and closes the library. It returns what could not be
// saved.
func (w *workspace) close() error {
	if w.lib == nil || w.closed.Swap(true) {
		return nil
	}
	var err error
	if w.queue != nil {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		err = w.queue.Flush(ctx)
		cancel()
	}
	w.stop()
	if w.queue != nil {
		<-w.ended
	}
	// What reads the library beside the window ends before it is closed. A backup
	// that does not let itself be stopped at once keeps nobody waiting.
	done := make(chan struct{})
	go func() {
		w.beside.Wait()
		close(done)
	}()
	select {
	case <-done:
	case <-time.After(2 * time.Second):
	}
	if closing := w.lib.Close(); err == nil {
		err = closing
	}
	return err
}

// edit does an edit of the open briefing and tells why when it was not done.
func (w *workspace) edit(do func(*session.Session) error) bool {
	if w == nil || w.session == nil {
		return false
	}
	err := do(w.session)
	if err == nil {
		return true
	}
	w.f.Say(w.f.forms.Refusal(err))
	return false
}

// problem words an error of the library: what is wrong and what to do.
func (f *Frame) problem(err error) string {
	name := library.Problem(err)
	if name == "" {
		return ""
	}
	path := ""
	if f.work != nil && f.work.lib != nil {
		path = f.work.lib.Path()
	}
	var opening *library.OpenError
	if errors.As(err, &opening) {
		path = opening.Path
	}
	return f.words.Text("library.problem."+name, "file", path) + " " + f.words.Text("library.cure."+name, "file", path)
}

// openID shows a briefing of the library.
func (w *workspace) openID(id string) { w.openAnd(id, nil) }

// openAnd shows a briefing of the library and does something then; then may be
// nil.
func (w *workspace) openAnd(id string, then func()) {
	if w.lib == nil {
		return
	}
	if id == w.id {
		if then != nil {
			then()
		}
		return
	}
	w.flush()
	w.f.background(func() func() {
		ctx := context.Background()
		b, revision, err := w.lib.Briefing(ctx, id)
		var history []byte
		var changed time.Time
		if err == nil {
			if history, err = w.lib.History(ctx, id); err != nil {
				log.Print(err)
				err = nil
			}
			if e, err := w.lib.Entry(ctx, id); err == nil {
				changed = e.Changed
			}
			if touch := w.lib.Touch(ctx, id); touch != nil && !errors.Is(touch, library.ErrReadOnly) {
				log.Print(touch)
			}
		}
		return func() {
			if err != nil {
				w.f.Say(w.f.problem(err))
				return
			}
			w.f.notice.Hide()
			w.open(b, id, revision, history)
			w.changedAt = changed
			w.f.libraryOpened()
			if then != nil {
				then()
			}
		}
	})
}

// openLast shows what was used last.
func (w *workspace) openLast() {
	w.f.background(func() func() {
		entries, err := w.lib.List(context.Background(), library.Filter{Limit: 1})
		return func() {
			if err != nil {
				w.f.Say(w.f.problem(err))
			} else if len(entries) > 0 {
				w.openID(entries[0].ID)
			}
		}
	})
}

// keepBatch is how many new briefings are put into the library in one step.
const keepBatch = 50

// keep puts new briefings into the library and opens the first of them. Without
// a library the first is only shown. Of many, the strip shows how far it has come;
// what is in the library when the person stops it stays.
//
// One whose article the library has already is not put there without a question.
func (w *workspace) keep(made []*briefing.Briefing) {
	if w.lib == nil || w.lib.ReadOnly() {
		w.open(made[0], "", 0, nil)
		return
	}
	if len(made) > 1 || len(made[0].Sources) == 0 {
		w.keepAll(made)
		return
	}
	text := made[0].Sources[0].Text
	w.f.background(func() func() {
		id, err := w.lib.SameText(context.Background(), text)
		if err != nil {
			log.Print(err)
		}
		return func() {
			if id == "" {
				w.keepAll(made)
			} else {
				w.askTwice(id, made)
			}
		}
	})
}

// keepAll is keep without the question.
func (w *workspace) keepAll(made []*briefing.Briefing) {
	w.flush()
	f, n := w.f, len(made)
	ctx := context.Background()
	if n > keepBatch {
		ctx = f.task.begin(f.words.Text("task.keeping", "done", 0, "n", n))
	}
	f.spawn(func() {
		var ids []string
		var failed error
		for len(ids) < n && failed == nil && ctx.Err() == nil {
			to := min(len(ids)+keepBatch, n)
			for i := len(ids); i < to; i++ {
				made[i] = w.repaired(made[i])
			}
			var more []string
			if more, failed = w.lib.AddAll(ctx, made[len(ids):to]); failed == nil {
				ids = append(ids, more...)
				done := len(ids)
				f.later(func() {
					if n > keepBatch && ctx.Err() == nil {
						f.task.say(f.words.Text("task.keeping", "done", done, "n", n), float32(done)/float32(n))
					}
				})
			}
		}
		if len(ids) > 1 {
			// It is the one that opens, so it was used last.
			if err := w.lib.Touch(context.Background(), ids[0]); err != nil {
				log.Print(err)
			}
		}
		f.later(func() {
			stopped := ctx.Err() != nil
			if n > keepBatch && !stopped {
				f.task.end()
			}
			w.kept(made, ids, failed, stopped)
		})
	})
}

// kept shows what became of new briefings.
func (w *workspace) kept(made []*briefing.Briefing, ids []string, failed error, stopped bool) {
	id, revision := "", int64(0)
	if len(ids) > 0 {
		id, revision = ids[0], 1
	}
	switch {
	case stopped:
		w.f.Say(w.f.words.Text("task.keptSome", "done", len(ids), "n", len(made)))
	case failed != nil:
		log.Print(failed)
		w.f.Say(w.f.problem(failed))
	}
	w.open(made[0], id, revision, nil)
	w.changedAt = time.Now()
	w.f.libraryOpened()
	w.f.libraryChanged(ids...)
}

// later runs do on the window's thread.
func (f *Frame) later(do func()) { f.post(func() { f.safely(do) }) }
