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
