package views

import (
	"context"
	"log"

	"briefline/app/briefing"
	"briefline/app/library"
	"briefline/app/session"
)

// repair does an edit of who is who at once, and has the library remember it.
func (w *workspace) repair(do func(*session.Session) (briefing.Repair, error)) bool {
	var r briefing.Repair
	ok := w.edit(func(s *session.Session) (err error) {
		r, err = do(s)
		return err
	})
	if ok {
		w.remember(r)
	}
	return ok
}

// remember hands repairs to the library, for the drafts to come.
func (w *workspace) remember(repairs ...briefing.Repair) {
	if len(repairs) == 0 || w.lib == nil || w.lib.ReadOnly() {
		return
	}
	var out []library.Repair
	for _, r := range repairs {
		out = append(out, library.Repair{Kind: library.RepairKind(r.Kind), Name: r.Name, Target: r.Target})
	}
	if n, _ := w.session.History().Len(); n > 0 {
		if w.repairs == nil {
			w.repairs = map[int][]library.Repair{}
		}
		w.repairs[n] = out
	}
	w.f.spawn(func() {
		if err := w.lib.PutRepair(context.Background(), out...); err != nil {
			log.Print(err)
		}
	})
}

// recall forgets the repairs of a step that was undone, and remembers them again
// when it is done again: what was undone must not come back in the next draft.
func (w *workspace) recall(c session.Change) {
	n, _ := w.session.History().Len()
	switch c.Motion {
	case session.Done:
		delete(w.repairs, n)
	case session.Undone:
		w.forget(w.repairs[n+1])
	case session.Redone:
		again := w.repairs[n]
		if len(again) > 0 {
			w.f.spawn(func() {
				if err := w.lib.PutRepair(context.Background(), again...); err != nil {
					log.Print(err)
				}
			})
		}
	}
}

func (w *workspace) forget(repairs []library.Repair) {
	if len(repairs) == 0 {
		return
	}
	w.f.spawn(func() {
		for _, r := range repairs {
			if err := w.lib.ForgetRepair(context.Background(), r.Kind, r.Name); err != nil {
				log.Print(err)
			}
		}
	})
}

// repaired is a fresh draft with what the person once corrected about who is who.
func (w *workspace) repaired(b *briefing.Briefing) *briefing.Briefing {
	kept, err := w.lib.Repairs(context.Background())
	if err != nil {
		log.Print(err)
		return b
	}
	var repairs []briefing.Repair
	for _, r := range kept {
		repairs = append(repairs, briefing.Repair{Kind: briefing.RepairKind(r.Kind), Name: r.Name, Target: r.Target})
	}
	b, _ = session.ApplyRepairs(b, repairs)
	return b
}
