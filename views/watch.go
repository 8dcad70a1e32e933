package views

import (
	"context"
	"errors"
	"log"
	"sync/atomic"
	"time"

	"briefline/app/briefing"
	"briefline/app/library"
)

// watch is what the window does for the library beside the person's own work: it
// looks for what other windows and programs did, and keeps the library in order.
type watch struct {
	look  chan struct{} // holds one token when it is to be looked at once
	saved atomic.Int64  // when something was saved last, Unix seconds
}

const (
	watchEvery = time.Second
	ageEvery   = 20 // looks between two wordings of how long ago the last save was
	// houseFirst is how long after the start the library is put in order, and
	// houseEvery how often it is looked whether that is to be done.
	houseFirst, houseEvery = 20 * time.Second, 30 * time.Second
	backupEvery            = time.Hour // the library makes one a day at most
	idleAfter              = 15 * time.Second
)

// begin starts what goes on beside the window until the library is closed. seen
// is the number of the change that the window has taken in.
func (w *workspace) begin(seen int64) {
	if w.lib == nil {
		return
	}
	ctx := w.ctx
	w.beside.Go(func() { w.others(ctx, seen) })
	if w.queue != nil {
		w.beside.Go(func() { w.keepHouse(ctx) })
	}
}

// lookNow has the library looked at for what others did: the window has the
// keyboard again.
func (w *workspace) lookNow() {
	select {
	case w.watch.look <- struct{}{}:
	default:
	}
}

// others looks every second for what other windows and programs did.
func (w *workspace) others(ctx context.Context, seen int64) {
	tick := time.NewTicker(watchEvery)
	defer tick.Stop()
	for n := 1; ; n++ {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		case <-w.watch.look:
		}
		if n%ageEvery == 0 {
			w.f.later(w.f.status.age)
		}
		seen = w.lookOnce(ctx, seen)
	}
}

// lookOnce shows what happened since a change, and returns the number of the last.
func (w *workspace) lookOnce(ctx context.Context, seen int64) int64 {
	changes, next, err := w.lib.Changes(ctx, seen)
	if err != nil {
		switch {
		case errors.Is(err, library.ErrMoved):
			w.f.later(func() { w.takenAway(err) })
		case ctx.Err() == nil:
			log.Print(err)
		}
		return seen
	}
	theirs := changes[:0:0]
	for _, c := range changes {
		if !c.Own {
			theirs = append(theirs, c)
		}
	}
	if len(theirs) > 0 {
		w.f.later(func() { w.happened(theirs) })
	}
	return next
}

// happened takes in what others did.
func (w *workspace) happened(changes []library.Change) {
	if w.closed.Load() || w != w.f.work {
		return
	}
	var ids []string
	all, newer, gone := false, false, library.What("")
	for _, c := range changes {
		ids = append(ids, c.ID)
		all = all || c.What == library.ChangeAll
		if c.ID != w.id || w.id == "" {
			continue
		}
		switch c.What {
		case library.ChangeSaved:
			newer = newer || c.Revision > w.current
		case library.ChangeTrashed, library.ChangePurged:
			gone = c.What
		case library.ChangeRestored:
			gone = ""
		}
	}
	if w.f.library != nil {
		if all {
			w.f.library.read()
		} else {
			w.f.libraryChanged(ids...)
		}
	}
	switch {
	case gone == library.ChangeTrashed:
		w.f.tell(w.f.words.Text("library.trashedElsewhere"), action{"library.menu.restore", w.untrash})
	case gone == library.ChangePurged:
		// It can be kept under a new name: what is shown is all there is of it.
		w.f.warn(w.f.words.Text("library.purgedElsewhere"), action{"library.keepAsNew", w.keepAsNew})
		w.id = ""
	case w.id != "" && (newer || all) && w.idle():
		w.reload(true)
	}
}

// untrash takes the open briefing out of the trash.
func (w *workspace) untrash() {
	id, lib := w.id, w.lib
	w.f.background(func() func() {
		err := lib.Untrash(context.Background(), id)
		return func() {
			if err != nil {
				w.f.Say(w.f.problem(err))
				return
			}
			w.f.hideNotice()
			w.f.libraryChanged(id)
		}
	})
}

// idle reports whether no edit waits to be saved and none was refused.
func (w *workspace) idle() bool {
	return w.lost == nil && (w.queue == nil || w.queue.State().Waiting == 0)
}

// reload shows the current version of the open briefing when it is another than
// the one that shows. With quiet, an edit made meanwhile keeps it from doing so.
func (w *workspace) reload(quiet bool) {
	id, lib := w.id, w.lib
	w.f.background(func() func() {
		ctx := context.Background()
		b, revision, err := lib.Briefing(ctx, id)
		var history []byte
		if err == nil {
			if history, err = lib.History(ctx, id); err != nil {
				log.Print(err)
				err = nil
			}
		}
		return func() {
			switch {
			case id != w.id || w != w.f.work:
			case err != nil:
				w.f.Say(w.f.problem(err))
			case quiet && (!w.idle() || revision <= w.current):
			default:
				w.hold(b, id, revision, history)
				w.f.update(b)
				if quiet {
					w.f.tell(w.f.words.Text("library.newerShown"))
				} else {
					w.f.hideNotice()
				}
				w.f.libraryChanged(id)
			}
		}
	})
}

// keepAsNew puts the open briefing into the library as a new one.
func (w *workspace) keepAsNew() {
	if w.session != nil {
		w.f.hideNotice()
		w.keepAll([]*briefing.Briefing{w.session.Briefing()})
	}
}

// conflict tells that the briefing was saved elsewhere since it was opened here:
// both versions are kept, and the person says which one goes on.
func (f *Frame) conflict(id string, c *library.ConflictError) {
	w := f.work
	if id != w.id {
		f.Say(f.problem(c))
		return
	}
	w.lost = c
	f.warn(f.problem(c),
		action{"library.conflict.mine", w.keepMine},
		action{"library.conflict.other", func() { w.lost = nil; w.reload(false) }},
		action{"library.menu.versions", func() { f.openVersions(id) }},
	)
}

// keepMine makes the version that was refused the current one. The other stays
// among the versions.
func (w *workspace) keepMine() {
	w.flush()
	if w.lost == nil {
		return
	}
	id, kept, lib := w.id, w.lost.Kept, w.lib
	w.f.background(func() func() {
		ctx := context.Background()
		e, err := lib.Entry(ctx, id)
		var revision int64
		if err == nil {
			revision, err = lib.Restore(ctx, id, kept, e.Revision)
		}
		return func() {
			if err != nil {
				log.Print(err)
				w.f.Say(w.f.problem(err))
				return
			}
			if id == w.id {
				w.base, w.current, w.lost = revision, revision, nil
			}
			w.f.tell(w.f.words.Text("library.conflict.kept"))
			w.f.libraryChanged(id)
		}
	})
}

// keepHouse makes the day's backup and brings the library's files together while
// the person does nothing.
func (w *workspace) keepHouse(ctx context.Context) {
	var backup, tidied time.Time
	timer := time.NewTimer(houseFirst)
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-timer.C:
		}
		now := time.Now()
		saved := time.Unix(w.watch.saved.Load(), 0)
		if w.queue.State().Waiting == 0 && now.Sub(saved) > idleAfter {
			if now.Sub(backup) > backupEvery {
				backup = now
				w.housekept(func() error { _, err := w.lib.DailyBackup(ctx); return err })
			}
			if tidied.IsZero() || saved.After(tidied) {
				tidied = now
				w.housekept(func() error { return w.lib.Tidy(ctx) })
			}
		}
		timer.Reset(houseEvery)
	}
}

// housekept does one of these and logs why it could not. Only damage is for the
// person: a backup that a full disk has no room for is tried again.
func (w *workspace) housekept(do func() error) {
	err := do()
	if err == nil || errors.Is(err, context.Canceled) {
		return
	}
	log.Print(err)
	if one := (*library.DamageError)(nil); errors.As(err, &one) {
		w.f.later(func() { w.f.damaged(one) })
		return
	}
	if errors.Is(err, library.ErrDamaged) {
		w.f.later(func() { w.f.trouble(err) })
	}
}
