package views

import (
	"slices"

	"briefline/app/session"
	"briefline/views/panels"
)

// unseen reports whether an item was never looked at.
func (v *reviewView) unseen(id string) bool {
	return v.states[id] == session.Untouched && !slices.Contains(v.passed, id)
}

// firstUnseen is the first item of a tab, from a place on and then round again,
// that was never looked at; "" for none.
func (v *reviewView) firstUnseen(tab session.Tab, from int) string {
	ids := v.order[tab]
	for n := range ids {
		if id := ids[(from+n)%len(ids)]; v.unseen(id) {
			return id
		}
	}
	return ""
}

// Picked goes to the item of the words that were clicked; for a sentence to the
// first item on it, of the present tab if there is one.
func (v *reviewView) Picked(p panels.Pick) {
	x := v.f.index
	if r, ok := p.Ref(); ok {
		tabs := append([]session.Tab{v.at}, session.Tabs()...)
		for _, tab := range tabs {
			if id := x.At(r, kindOf(tab), v.order[tab]); id != "" {
				v.goTo(tab, id)
				return
			}
		}
		return
	}
	for _, tab := range session.Tabs() {
		if kindOf(tab) == p.Kind && slices.Contains(v.order[tab], p.ID) {
			v.goTo(tab, p.ID)
		}
	}
}

// goTo makes an item the current one.
func (v *reviewView) goTo(tab session.Tab, id string) {
	if tab == v.at && id == v.current() {
		v.reveal()
		return
	}
	if v.at != tab {
		v.now[tab] = id
		v.tabs.Choose(int(tab)) // which shows it
		return
	}
	v.leave()
	v.now[tab] = id
	v.show()
}

// move goes by some items up or down.
func (v *reviewView) move(by int) {
	ids := v.order[v.at]
	if len(ids) == 0 {
		return
	}
	at := slices.Index(ids, v.current())
	to := min(max(at+by, 0), len(ids)-1)
	if to != at {
		v.goTo(v.at, ids[to])
	}
}

// turn goes to another tab.
func (v *reviewView) turn(by int) {
	if to := int(v.at) + by; to >= 0 && to < len(session.Tabs()) {
		v.tabs.Choose(to)
	}
}

// leave marks the current item as looked at: it is being left for another.
func (v *reviewView) leave() {
	id := v.current()
	if id == "" || !v.unseen(id) {
		return
	}
	if _, redo := v.f.work.session.RedoName(); redo {
		v.passed = append(v.passed, id)
		return
	}
	v.edit(func(s *session.Session) error { return session.Look(s, id) })
}

// flush writes down what was passed while there was something to redo.
func (v *reviewView) flush() {
	passed := v.passed
	v.passed = nil
	for _, id := range passed {
		v.edit(func(s *session.Session) error {
			if session.State(s.Briefing(), id) != session.Untouched {
				return nil
			}
			return session.Look(s, id)
		})
	}
}
