package session

import (
	"errors"
	"slices"
	"time"

	"briefline/app/briefing"
)

// Session is an open briefing. [New] makes one.
type Session struct {
	// Now tells the time of an edit, for [briefing.Briefing.Modified]; nil
	// leaves that as it is.
	Now func() time.Time

	current *briefing.Briefing
	faults  []briefing.Fault // of current: an edit may leave them, not add to them
	undo    []*entry         // oldest first
	redo    []*entry         // next to redo last
	notify  []*func(Change)
	most    int // bytes that the steps may take
	largest int // bytes that the file may have
}

// Motion is how a change came about.
type Motion int

// The motions.
const (
	Done Motion = iota
	Undone
	Redone
)

// Change is what an edit, an undo or a redo changed.
type Change struct {
	Step   Step
	Motion Motion
	// IDs are those of the items that were changed, added, taken away or moved,
	// sorted; the briefing's own when it is about the whole, such as its marking.
	IDs           []string
	Before, After *briefing.Briefing
}

// New opens b. The caller changes b no more.
func New(b *briefing.Briefing) *Session {
	return &Session{current: b, faults: b.Validate(), most: maxBytes, largest: briefing.MaxSize}
}

// Briefing returns the briefing as it is now. It is never changed: each edit
// makes another.
func (s *Session) Briefing() *briefing.Briefing { return s.current }

// OnChange has do called after every change, until cancel is called. A call may
// edit; the calls for that edit come before the rest of those for the first.
func (s *Session) OnChange(do func(Change)) (cancel func()) {
	p := &do
	s.notify = append(slices.Clip(s.notify), p)
	return func() {
		s.notify = slices.DeleteFunc(slices.Clone(s.notify), func(q *func(Change)) bool { return q == p })
	}
}

// Do lets edit change a clone of the briefing, and takes the clone as the
// briefing if that is sound. It is one step of undo, called name. Nothing is
// left of an edit that fails or panics, and one that changes nothing is no step.
//
// Errors: the error of edit; *[Error] when the result has a fault that the
// briefing did not have, or cannot be written; [briefing.ErrNewer] when the
// briefing is read-only.
func (s *Session) Do(name Step, edit func(*briefing.Briefing) error) error {
	before := s.current
	if before.ReadOnly() {
		return briefing.ErrNewer
	}
	after := before.Clone()
	if err := edit(after); err != nil {
		return err
	}
	p := compare(before, after)
	if p.empty() {
		return nil
	}
	if s.Now != nil {
		after.Modified = s.Now().UTC()
		p = compare(before, after)
	}
	faults := after.Validate()
	if added := newFaults(before, s.faults, after, faults); added != nil {
		return unsound(added)
	}
	e, err := p.entry(name)
	if err == nil && len(e.after) > s.largest/64 {
		// What cannot be saved is not taken.
		var size counter
		if err = after.Write(&size); err == nil && int(size) > s.largest {
			err = briefing.ErrTooLarge
		}
	}
	if errors.Is(err, briefing.ErrTooLarge) {
		return &Error{Message: "edit.error.source-large", Err: err}
	}
	if err != nil {
		return &Error{Message: "edit.error.text", Err: err}
	}
	s.undo, s.redo = trim(append(s.undo, e), s.most), nil
	s.set(after, faults, Change{name, Done, p.ids(before.ID), before, after})
	return nil
}

// Undo takes back the last step and reports whether there was one.
func (s *Session) Undo() bool { return s.back(&s.undo, &s.redo, Undone) }

// Redo does again what was undone last and reports whether there was anything.
func (s *Session) Redo() bool { return s.back(&s.redo, &s.undo, Redone) }

// UndoName names the step that Undo takes back; false if there is none.
func (s *Session) UndoName() (Step, bool) { return last(s.undo) }

// RedoName names the step that Redo does again; false if there is none.
func (s *Session) RedoName() (Step, bool) { return last(s.redo) }

func last(steps []*entry) (Step, bool) {
	if len(steps) == 0 {
		return Step{}, false
	}
	return steps[len(steps)-1].step, true
}

// back moves the last step of from over to to. A history that was kept may prove
// damaged only here; it is dropped then, and the briefing stays.
func (s *Session) back(from, to *[]*entry, m Motion) bool {
	if len(*from) == 0 || s.current.ReadOnly() {
		return false
	}
	e := (*from)[len(*from)-1]
	p, err := e.patch()
	if err == nil {
		var after *briefing.Briefing
		if after, err = p.apply(s.current, m == Undone); err == nil {
			*from, *to = slices.Clip((*from)[:len(*from)-1]), append(*to, e)
			s.set(after, after.Validate(), Change{e.step, m, p.ids(s.current.ID), s.current, after})
			return true
		}
	}
	s.undo, s.redo = nil, nil
	return false
}

// counter counts what is written to it.
type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

func (s *Session) set(b *briefing.Briefing, faults []briefing.Fault, c Change) {
	s.current, s.faults = b, faults
	for _, do := range s.notify {
		(*do)(c)
	}
}
