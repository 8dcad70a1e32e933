package panels

import (
	"math"
	"time"

	"briefline/app/timeline"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

// Scrolled scrolls the page, so that it does not stop dead on the timeline; with
// Control or Command it zooms about the pointer, with Shift or sideways it pans.
// Where there is no page to scroll it zooms.
func (a *Axis) Scrolled(ev *fyne.ScrollEvent) {
	sideways := ev.Scrolled.DX != 0 && math.Abs(float64(ev.Scrolled.DX)) > math.Abs(float64(ev.Scrolled.DY))
	if a.desk.Scroll != nil && !sideways && !zooming() {
		a.desk.Scroll(ev)
		return
	}
	a.fitted = false
	s := a.scale
	if sideways {
		s = s.Pan(float64(ev.Scrolled.DX))
	} else {
		s = s.Zoom(float64(ev.Position.X), math.Exp(float64(ev.Scrolled.DY)*0.009))
	}
	a.setScale(s, false)
}

// zooming reports whether the key that makes the wheel zoom is down.
func zooming() bool {
	app := fyne.CurrentApp()
	if app == nil {
		return false
	}
	d, ok := app.Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&(fyne.KeyModifierControl|fyne.KeyModifierSuper) != 0
}

// Dragged pans, or moves the picked event when the pointer went down on it.
func (a *Axis) Dragged(ev *fyne.DragEvent) {
	a.dragged = true
	if a.move.id != "" {
		a.moveBy(ev.Position.X - a.move.from)
		return
	}
	if !a.move.given {
		a.PanBy(-float64(ev.Dragged.DX))
	}
}

// DragEnd drops the event that was moved.
func (a *Axis) DragEnd() { a.drop() }

// MouseDown implements desktop.Mouseable.
func (a *Axis) MouseDown(ev *desktop.MouseEvent) {
	a.dragged = false
	a.desk.Focus(a)
	a.grab(ev)
}

// TappedSecondary asks what can be done with the event under the pointer.
func (a *Axis) TappedSecondary(ev *fyne.PointEvent) {
	if t, ok := a.hit(ev.Position); ok && t.Cluster < 0 {
		a.desk.menu(Pick{KindEvent, t.ID}, ev.AbsolutePosition)
	}
}

// MouseUp picks what is under the pointer, opens a cluster, or, the second time
// on free ground, shows everything.
func (a *Axis) MouseUp(ev *desktop.MouseEvent) {
	if a.dragged || ev.Button != desktop.MouseButtonPrimary {
		return
	}
	now := time.Now()
	double := now.Sub(a.lastClick) < 400*time.Millisecond
	a.lastClick = now
	t, ok := a.hit(ev.Position)
	switch {
	case ok && t.Cluster >= 0:
		c := a.plan.Clusters[t.Cluster]
		a.fitted = false
		a.setScale(timeline.Fit(c.Lo, c.Hi, a.layout.Width, a.layout.Width/8), true)
	case ok:
		a.desk.Pick(Pick{KindEvent, t.ID})
	case double:
		a.Fit()
	}
}

// MouseIn implements desktop.Hoverable.
func (a *Axis) MouseIn(ev *desktop.MouseEvent) { a.MouseMoved(ev) }

// MouseMoved implements desktop.Hoverable.
func (a *Axis) MouseMoved(ev *desktop.MouseEvent) {
	id := ""
	if t, ok := a.hit(ev.Position); ok && t.Cluster < 0 {
		id = t.ID
	}
	if id == a.hovered {
		return
	}
	a.hovered = id
	if id == "" {
		a.desk.Hover(Pick{}, fyne.Position{})
		return
	}
	pos, size, _ := a.Mark(id)
	origin := ev.AbsolutePosition.Subtract(ev.Position)
	a.desk.Hover(Pick{KindEvent, id}, origin.AddXY(max(pos.X, 0), pos.Y+size.Height+20))
}

// MouseOut implements desktop.Hoverable.
func (a *Axis) MouseOut() {
	if a.hovered != "" {
		a.hovered = ""
		a.desk.Hover(Pick{}, fyne.Position{})
	}
}

// Cursor implements desktop.Cursorable.
func (a *Axis) Cursor() desktop.Cursor {
	if a.hovered != "" {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// FocusGained implements fyne.Focusable.
func (a *Axis) FocusGained() {
	a.focused = true
	a.ring.Show()
	canvas.Refresh(a)
}

// FocusLost implements fyne.Focusable.
func (a *Axis) FocusLost() {
	a.focused = false
	a.ring.Hide()
}

// AcceptsTab takes the Tab key while there is another event to go to in its
// direction, so that the keyboard is never caught here.
func (a *Axis) AcceptsTab() bool {
	order := a.src.Order()
	if len(order) == 0 {
		return false
	}
	if shifted() {
		return a.cursor != "" && a.cursor != order[0]
	}
	return a.cursor != order[len(order)-1]
}

// shifted reports whether Shift is down. The driver knows it even where the key
// went down before the axis had the keyboard.
func shifted() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}

// TypedRune zooms: + and - about the middle, 0 shows everything.
func (a *Axis) TypedRune(r rune) {
	switch r {
	case '+', '=':
		a.ZoomBy(1.5)
	case '-', '_':
		a.ZoomBy(1 / 1.5)
	case '0':
		a.Fit()
	}
}

// TypedKey moves: Left and Right pan, Tab, Up and Down go from event to event,
// Home and End to the ends.
func (a *Axis) TypedKey(ev *fyne.KeyEvent) {
	from, to, ok := a.src.Span()
	w := a.layout.Width
	switch ev.Name {
	case fyne.KeyLeft:
		a.PanBy(-w / 8)
	case fyne.KeyRight:
		a.PanBy(w / 8)
	case fyne.KeyTab:
		if shifted() {
			a.step(-1)
		} else {
			a.step(1)
		}
	case fyne.KeyDown:
		a.step(1)
	case fyne.KeyUp:
		a.step(-1)
	case fyne.KeyHome:
		if ok {
			a.fitted = false
			a.setScale(a.scale.Pan(planMargin-a.scale.X(from)), true)
		}
	case fyne.KeyEnd:
		if ok {
			a.fitted = false
			a.setScale(a.scale.Pan(w-planMargin-a.scale.X(to)), true)
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		if a.cursor != "" {
			a.desk.Pick(Pick{KindEvent, a.cursor})
		}
	case fyne.KeyEscape:
		if a.letGo() {
			return
		}
		a.desk.Pick(Pick{})
	default:
		a.editKey(ev.Name)
	}
}

// editKey does what a key does with the event that the keyboard is on: the menu
// key or Shift+F10 its menu, F2 its form, Delete takes it away.
func (a *Axis) editKey(key fyne.KeyName) {
	p := Pick{KindEvent, a.cursor}
	switch {
	case a.cursor == "":
	case key == desktop.KeyMenu || key == fyne.KeyF10:
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(a)
		if pos, size, ok := a.Mark(a.cursor); ok {
			at = at.AddXY(pos.X, pos.Y+size.Height+4)
		}
		a.desk.menu(p, at)
	case key == fyne.KeyF2 && a.desk.Edit != nil:
		a.desk.Edit(p)
	case key == fyne.KeyDelete && a.desk.Delete != nil:
		a.desk.Delete(p)
	}
}

// step picks the event n places on.
func (a *Axis) step(n int) {
	if id := a.src.Next(a.cursor, n); id != "" {
		a.cursor = id
		a.desk.Pick(Pick{KindEvent, id})
	}
}
