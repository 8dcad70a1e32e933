package views

import (
	"time"

	"briefline/app/edtf"
)

// age words how long ago the last save was. A minute is the least that is told.
func (s *statusBar) age() {
	if s.at.IsZero() {
		if s.saved == "" {
			s.fill()
		}
		return
	}
	words := s.f.words.Text("status.saved")
	if now := time.Now(); now.Sub(s.at) >= time.Minute {
		words = s.f.words.Text("status.savedAgo", "when", s.f.words.Ago(s.at, now))
	}
	if words != s.saved {
		s.saved = words
		s.fill()
	}
}

// day words the day of a time, in the time's own zone.
func (f *Frame) day(t time.Time) string {
	d, err := edtf.Parse(t.Format("2006-01-02"))
	if err != nil { // a year of five digits
		return t.Format("2006-01-02")
	}
	return f.words.Date(d)
}

// waits reports whether an edit of a briefing could not be saved yet.
func (w *workspace) waits(id string) bool {
	if w.queue == nil {
		return false
	}
	for _, e := range w.queue.Waiting() {
		if e.ID == id {
			return true
		}
	}
	return false
}

// mayClose saves what waits. When that cannot be done the window stays, and says
// what to do: close closes it all the same.
func (w *workspace) mayClose(close func()) bool {
	w.flush()
	if len(w.unsaved()) == 0 {
		return true
	}
	words := w.f.words.Text("close.unsaved")
	if w.queue != nil {
		if problem := w.f.problem(w.queue.State().Err); problem != "" {
			words = problem + " " + words
		}
	}
	ways := []action{{"close.anyway", close}}
	if w.f.askSave != nil {
		ways = append([]action{{"menu.copy", w.f.saveCopy}}, ways...)
	}
	if _, ok := w.f.follower(); !ok {
		w.f.stage.Clear() // the warning stands with the panels, or in the review
	}
	w.f.warn(words, ways...)
	return false
}
