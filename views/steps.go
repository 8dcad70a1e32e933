package views

import "briefline/app/session"

// undo takes back the last edit.
func (w *workspace) undo() {
	if w != nil && w.session != nil && !w.f.stage.Busy() {
		undo, _ := w.session.History().Steps()
		w.steps((*session.Session).Undo, undo)
	}
}

// redo does again what was undone last.
func (w *workspace) redo() {
	if w != nil && w.session != nil && !w.f.stage.Busy() {
		_, redo := w.session.History().Steps()
		w.steps((*session.Session).Redo, redo)
	}
}

// undoLabel is what a menu calls the step that undo would take back, "" when
// there is none; redoLabel the same of redo.
func (w *workspace) undoLabel() string {
	return w.stepLabel("edit.undo", func(h session.History) []session.Step { undo, _ := h.Steps(); return undo })
}

func (w *workspace) redoLabel() string {
	return w.stepLabel("edit.redo", func(h session.History) []session.Step { _, redo := h.Steps(); return redo })
}

// isLook reports whether a step only marked an item as looked at. Such steps are
// kept as all are, and nobody wants to take them back one by one: they go with
// the step that they follow.
func isLook(s session.Step) bool { return s.Message == "edit.look" }

// steps takes the last of some steps, and the looks behind it. Looks alone are
// left as they are.
func (w *workspace) steps(one func(*session.Session) bool, list []session.Step) {
	n := 1
	for n <= len(list) && isLook(list[len(list)-n]) {
		n++
	}
	if n > len(list) {
		return
	}
	w.many = true
	for range n - 1 {
		one(w.session)
	}
	w.many = false
	one(w.session)
}

func (w *workspace) stepLabel(id string, list func(session.History) []session.Step) string {
	if w == nil || w.session == nil {
		return ""
	}
	steps := list(w.session.History())
	for i := len(steps) - 1; i >= 0; i-- {
		if !isLook(steps[i]) {
			return w.f.words.Text(id, "step", w.f.words.Text(steps[i].Message, steps[i].Words()...))
		}
	}
	return ""
}
