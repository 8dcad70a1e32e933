// Package stage keeps what lies over a window's content: views that take its
// place, forms that are to be finished first, menus and lists that hang from a
// point. They are layers of one stack. Whoever opens one pushes it; Escape takes
// the top one away, the keyboard goes back to what had it, and keys, letters and
// shortcuts are the top one's. Nobody else asks what is open.
//
// It knows no briefing and none of the views.
package stage

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Kind says how a layer lies over what is below it. A layer that is pushed takes
// away the layers of its own kind and of the kinds behind it: a view ends a form
// that is open, a form ends a menu, and a second menu the first.
type Kind int

const (
	// View takes the place of the content.
	View Kind = iota
	// Form lies over the content and is finished before anything else is done.
	Form
	// Hung hangs from a point, and goes as soon as anything else is done.
	Hung
	// Foreign is drawn by the toolkit itself, over everything.
	Foreign
)

// Layer is one thing that lies over the content. All but Kind may be left out.
type Layer struct {
	Kind Kind
	// Object is what is drawn, at the size of the window; nil for Foreign.
	Object fyne.CanvasObject
	// Of is what the layer belongs to, for [Find].
	Of any
	// Focus is given the keyboard when the layer is pushed; nil leaves nobody with
	// it, and then Key and Rune are told what is typed.
	Focus fyne.Focusable
	// Key and Rune are told the keys and letters that no focused object took, while
	// the layer is on top. Key reports whether the key meant something.
	Key  func(fyne.KeyName) bool
	Rune func(rune)
	// Shortcut is told a shortcut of the window, and reports whether the window is
	// to leave it alone. nil lets the window have all of a View and none of a Form.
	Shortcut func(fyne.KeyName) bool
	// Turn scrolls by a share of a screen.
	Turn func(screens float32)
	// Mark returns what gives the keyboard back to this layer as it is now; nil for
	// the object that has it.
	Mark func() (back func())
	// Leaving is told before the layer goes, Closed once it is gone and before the
	// keyboard goes back.
	Leaving, Closed func()

	back    func() // gives the keyboard back to what had it before
	leaving bool
}

// Stage is the stack of a window. Its methods are called on the window's thread.
type Stage struct {
	// Window is what the window shows.
	Window *fyne.Container
	// OnPush, if set, is told that a layer is about to be pushed: what shows only
	// while nothing else happens goes.
	OnPush func()

	canvas fyne.Canvas
	floor  *Layer // the content; never goes
	above  fyne.CanvasObject
	layers []*Layer
	tip    fyne.CanvasObject // nil for none
}

// New returns a stage without layers over the content floor. above is drawn over
// the content and over views, and below everything else. Escape is floor's when
// nothing lies over it: its Key is told.
func New(canvas fyne.Canvas, floor *Layer, above fyne.CanvasObject) *Stage {
	return &Stage{canvas: canvas, floor: floor, above: above, Window: container.NewStack(floor.Object, above)}
}

// Push puts a layer on top and gives it the keyboard.
func (s *Stage) Push(l *Layer) {
	if s.OnPush != nil {
		s.OnPush()
	}
	s.closeFrom(func(have *Layer) bool { return have.Kind >= l.Kind })
	top := s.top()
	if top.Mark != nil {
		l.back = top.Mark()
	} else {
		l.back = s.mark()
	}
	s.layers = append(s.layers, l)
	s.draw()
	switch {
	case l.Focus != nil:
		s.canvas.Focus(l.Focus)
	case l.Kind != Foreign: // the toolkit sees to its own
		s.canvas.Unfocus()
	}
}

// mark returns what gives the keyboard back to the object that has it now.
func (s *Stage) mark() func() {
	has := s.canvas.Focused()
	return func() {
		if has != nil {
			s.canvas.Focus(has)
		}
	}
}

// Pop takes the top layer away, and reports whether there was one.
func (s *Stage) Pop() bool {
	if len(s.layers) == 0 {
		return false
	}
	s.Close(s.top())
	return true
}

// Close takes a layer away with all that lies over it. One that is not there any
// more, or is about to go, is left alone.
func (s *Stage) Close(l *Layer) {
	if slices.Contains(s.layers, l) {
		s.closeFrom(func(have *Layer) bool { return have == l })
	}
}

// Clear takes away the view that is open, if any, with all that lies over it.
func (s *Stage) Clear() { s.closeFrom(func(l *Layer) bool { return l.Kind == View }) }

// CloseForms takes away the form that is open, if any, with all that lies over it.
func (s *Stage) CloseForms() { s.closeFrom(func(l *Layer) bool { return l.Kind == Form }) }

// CloseHung takes away the menu or list that hangs over the rest.
func (s *Stage) CloseHung() { s.closeFrom(func(l *Layer) bool { return l.Kind == Hung }) }

// closeFrom takes away the lowest layer that is asked for and all above it, from
// the top. What a layer does as it goes may push or close others.
func (s *Stage) closeFrom(is func(*Layer) bool) {
	at := slices.IndexFunc(s.layers, is)
	if at < 0 {
		return
	}
	l := s.layers[at]
	for slices.Contains(s.layers, l) {
		top := s.top()
		if top.leaving {
			return // it asks for its own end as it goes
		}
		top.leaving = true
		if top.Leaving != nil {
			top.Leaving()
		}
		s.layers = slices.DeleteFunc(s.layers, func(have *Layer) bool { return have == top })
		s.canvas.Unfocus()
		s.draw()
		if top.Closed != nil {
			top.Closed()
		}
		top.back()
		top.leaving = false
	}
}

// top is the layer on top, the content when there is none.
func (s *Stage) top() *Layer {
	if n := len(s.layers); n > 0 {
		return s.layers[n-1]
	}
	return s.floor
}

// view is the view that shows, the content when there is none.
func (s *Stage) view() *Layer {
	if len(s.layers) > 0 && s.layers[0].Kind == View {
		return s.layers[0] // there is never more than one, and nothing below it
	}
	return s.floor
}

// Bare reports whether nothing lies over the content, so that keys are for it.
func (s *Stage) Bare() bool { return len(s.layers) == 0 }

// Busy reports whether a form lies over the rest, which is finished first.
func (s *Stage) Busy() bool {
	return slices.ContainsFunc(s.layers, func(l *Layer) bool { return l.Kind == Form || l.Kind == Foreign })
}

// Covered reports whether anything lies over the view that shows: what the pointer
// rests on is not what it seems then.
func (s *Stage) Covered() bool { return s.top() != s.view() }

// Hanging reports whether a menu or list is on top.
func (s *Stage) Hanging() bool { return s.top().Kind == Hung && !s.Bare() }

// Find returns the topmost layer's thing of a type; false when no layer belongs to
// one.
func Find[T any](s *Stage) (of T, ok bool) {
	for _, l := range slices.Backward(s.layers) {
		if of, ok := l.Of.(T); ok {
			return of, true
		}
	}
	return of, false
}

// Key does what a key means that no focused object took.
func (s *Stage) Key(ev *fyne.KeyEvent) {
	top := s.top()
	if top.Key != nil && top.Key(ev.Name) {
		return
	}
	switch ev.Name {
	case fyne.KeyEscape:
		s.Pop()
	case fyne.KeyPageDown:
		s.turn(0.85)
	case fyne.KeyPageUp:
		s.turn(-0.85)
	}
}

func (s *Stage) turn(screens float32) {
	if top := s.top(); top.Turn != nil {
		top.Turn(screens)
	}
}

// Rune does what a letter means that no focused object took.
func (s *Stage) Rune(r rune) {
	if top := s.top(); top.Rune != nil {
		top.Rune(r)
	}
}

// Shortcut reports whether the window may do what a shortcut of its own means:
// what lies over the content may want it, or be finished first. A menu goes.
func (s *Stage) Shortcut(key fyne.KeyName) bool {
	if s.Busy() {
		return false
	}
	s.CloseHung()
	top := s.top()
	return top.Shortcut == nil || !top.Shortcut(key)
}

// Tip puts an object over everything else, in the place of the one that was there;
// nil for none. It has no part in keys.
func (s *Stage) Tip(o fyne.CanvasObject) {
	if o == nil && s.tip == nil {
		return
	}
	s.tip = o
	s.draw()
}

// draw puts the objects into the window.
func (s *Stage) draw() {
	objects := []fyne.CanvasObject{s.view().Object, s.above}
	for _, l := range s.layers {
		if l.Kind != View && l.Object != nil {
			objects = append(objects, l.Object)
		}
	}
	if s.tip != nil {
		objects = append(objects, s.tip)
	}
	s.Window.Objects = objects
	s.Window.Refresh()
	s.canvas.Refresh(s.Window)
}
