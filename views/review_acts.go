package views

import (
	"slices"
	"unicode"

	"briefline/app/session"
	"briefline/views/panels"

	"fyne.io/fyne/v2"
)

// accept takes an item as right; after the current one comes the next.
func (v *reviewView) accept(id string) {
	v.flush()
	at := slices.Index(v.order[v.at], id)
	current := id == v.current()
	v.held = current
	done := v.states[id] == session.Accepted || v.edit(func(s *session.Session) error { return session.Accept(s, id) })
	v.held = false
	if done && current && !v.next(at+1) {
		v.show()
	}
	v.f.canvas.Unfocus()
}

// drop takes an item out of the briefing.
func (v *reviewView) drop(id string) {
	v.flush()
	v.edit(func(s *session.Session) error { return session.Drop(s, id) })
	v.f.canvas.Unfocus()
}

// reconsider takes back that an item was accepted.
func (v *reviewView) reconsider(id string) {
	v.flush()
	if v.edit(func(s *session.Session) error { return session.Reconsider(s, id) }) {
		v.goTo(v.at, id)
	}
	v.f.canvas.Unfocus()
}

// acceptAll takes all that is left as right.
func (v *reviewView) acceptAll() {
	v.passed = nil
	v.edit(session.AcceptAllLeft)
	v.f.canvas.Unfocus()
}

// choose answers a check.
func (v *reviewView) choose(id string, n int, c session.Choice) {
	v.flush()
	how := ""
	if !c.Open {
		how = v.f.words.Text(c.Message + ".resolution")
	}
	at := slices.Index(v.order[session.TabChecks], id)
	current := v.at == session.TabChecks && id == v.current()
	if v.edit(func(s *session.Session) error { return session.Choose(s, id, n, how) }) && current {
		v.next(at)
	}
	v.f.canvas.Unfocus()
}

// editItem opens the form of an item.
func (v *reviewView) editItem(p panels.Pick) {
	if p.Kind == panels.KindNone {
		return
	}
	v.flush()
	v.hideTip()
	if undated(v.f.index.Briefing, p) {
		v.f.forms.EditEvent(p.ID, true)
		return
	}
	v.f.forms.Edit(p)
}

// key does what a key means in the review, and reports whether it means anything.
func (v *reviewView) key(name fyne.KeyName) bool {
	v.hideTip()
	switch name {
	case fyne.KeyUp:
		v.move(-1)
	case fyne.KeyDown:
		v.move(1)
	case fyne.KeyHome:
		v.move(-len(v.order[v.at]))
	case fyne.KeyEnd:
		v.move(len(v.order[v.at]))
	case fyne.KeyLeft:
		v.turn(-1)
	case fyne.KeyRight:
		v.turn(1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if id := v.current(); id != "" {
			v.accept(id)
		}
	case fyne.KeyF2:
		v.editItem(v.pick())
	case fyne.KeyBackspace, fyne.KeyDelete:
		if id := v.current(); id != "" {
			v.drop(id)
		}
	default:
		return false
	}
	return true
}

// letter does what a letter means. It is not done by the key of the letter: that
// comes before the letter itself, which would land in the form.
func (v *reviewView) letter(r rune) {
	if unicode.ToLower(r) == 'e' {
		v.editItem(v.pick())
	}
}

// shortcut does what a shortcut of the window means in the review, and reports
// whether the window is to leave it alone.
func (v *reviewView) shortcut(key fyne.KeyName) bool {
	switch key {
	case fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4:
		v.tabs.Choose(slices.Index([]fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4}, key))
	case fyne.KeyReturn, fyne.KeyEnter:
		v.finish()
	case fyne.KeyK, fyne.KeyF, fyne.KeyL, fyne.KeyB, fyne.KeyR: // of panels that do not show
	default:
		return false
	}
	return true
}
