// Package datetext understands what people type into a date field: "spring
// 2016", "about 1990", "12–14 May 2024", "2016?", "before 2016", plain EDTF, and
// every wording of a date that app/i18n gives in English, so that a date that is
// shown can be typed.
//
// Dates of one piece are read by [briefline/app/timex]; this package adds what a
// text of news does not need: years of any time, qualifiers, open ends, lists,
// and errors that say where and why. It never guesses: what can be read in two
// ways is an error that holds both.
//
// What it decides:
//
//   - "before 2016" ends with 2015, "after 2016" begins with 2017; "until" and
//     "since", "in or before" and "in or after" take the year itself in. "by
//     2016" is in or before 2016.
//   - "between A and B" is some time from A to B; "A to B" is all of it.
//   - "early", "mid" and "late" of a year are about its first, middle and last
//     four months, as EDTF has no word for them; of anything else they are left
//     aside, as no finer date would be true.
//   - Words that count from another day, "last Thursday", need the publication
//     date.
//
// The package is pure.
package datetext

import (
	"strings"

	"briefline/app/edtf"
)

// Options are what is known beside the text.
type Options struct {
	Published edtf.Date // that relative words count from; zero when not known
	Order     Order     // of day and month in "3.5.2024"
}

// Order is how to read a date in digits that can be read in two ways.
type Order int

// The orders. AskOrder makes such a date an error that holds both readings.
const (
	AskOrder Order = iota
	DayMonth
	MonthDay
)

// Error is a text that is no date, or not one date. Message is the ID of the
// words for the reader, which Args fill, as name and value in turn.
type Error struct {
	Start, End int    // bytes of the text that it is about, half-open
	Message    string // "datetext.ambiguous" and others
	Args       []string
	Readings   []edtf.Date // of datetext.ambiguous: what it may be, earliest first
}

// Error names the message and the place, without the text.
func (e *Error) Error() string { return "read date: " + e.Message }

// Words returns the arguments as [briefline/app/i18n.Catalog.Text] takes them.
func (e *Error) Words() []any {
	out := make([]any, len(e.Args))
	for i, a := range e.Args {
		out[i] = a
	}
	return out
}

// longest is the most bytes that a date can have. The time that Parse takes grows
// with the square of the length.
const longest = 300

// Parse returns the date that a text says. The error is an *[Error].
func Parse(text string, o Options) (edtf.Date, error) {
	p := &parser{o: o}
	s := piece{text, 0}.trim()
	switch {
	case s.text == "":
		return edtf.Date{}, s.fail("empty")
	case len(text) > longest:
		return edtf.Date{}, piece{text, 0}.fail("long")
	}
	d, err := p.expression(s)
	if err != nil {
		return edtf.Date{}, err
	}
	return d, nil
}

// Editable returns what a date field holds for d before anything is typed: its
// wording, if that is read as d and nothing else, else EDTF.
func Editable(d edtf.Date, wording string) string {
	if got, err := Parse(wording, Options{}); err == nil && got == d {
		return wording
	}
	return d.String()
}

// piece is a part of the text, and where it stands.
type piece struct {
	text string
	at   int
}

func (s piece) slice(from, to int) piece { return piece{s.text[from:to], s.at + from} }
func (s piece) from(n int) piece         { return s.slice(n, len(s.text)) }
func (s piece) to(n int) piece           { return s.slice(0, n) }

func (s piece) trim() piece {
	left := len(s.text) - len(strings.TrimLeft(s.text, " \t\r\n\u00a0"))
	s = s.from(left)
	return s.to(len(strings.TrimRight(s.text, " \t\r\n\u00a0")))
}

func (s piece) fail(message string, args ...string) *Error {
	return &Error{Start: s.at, End: s.at + len(s.text), Message: "datetext." + message, Args: args}
}

// cut takes words off the beginning, in any case, if a word ends there.
func (s piece) cut(words ...string) (piece, bool) {
	for _, w := range words {
		if len(s.text) > len(w) && strings.EqualFold(s.text[:len(w)], w) {
			if rest := s.from(len(w)); !isLetter(w[len(w)-1]) || !isLetter(rest.text[0]) {
				return rest.trim(), true
			}
		}
	}
	return s, false
}

// cutEnd takes words off the end, in any case.
func (s piece) cutEnd(words ...string) (piece, bool) {
	for _, w := range words {
		if n := len(s.text) - len(w); n > 0 && strings.EqualFold(s.text[n:], w) {
			if !isLetter(w[0]) || !isLetter(s.text[n-1]) {
				return s.to(n).trim(), true
			}
		}
	}
	return s, false
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || c >= 0x80 }
