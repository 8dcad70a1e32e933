package datetext

import (
	"strconv"

	"briefline/app/edtf"
)

// inDigit is a date in digits, such as "3.5.2024", with its readings; either may
// be zero.
type inDigit struct {
	dayFirst, monthFirst edtf.Date
	short                bool // the year has two digits
}

// inDigits reads the shape of a date in digits.
func inDigits(s piece) (inDigit, bool) {
	m := digits.FindStringSubmatch(s.text)
	if m == nil || m[2] != m[4] {
		return inDigit{}, false
	}
	a, _ := strconv.Atoi(m[1])
	b, _ := strconv.Atoi(m[3])
	out := inDigit{short: len(m[5]) == 2}
	if out.short {
		return out, true
	}
	out.dayFirst, _ = edtf.Parse(m[5] + "-" + two(b) + "-" + two(a))
	out.monthFirst, _ = edtf.Parse(m[5] + "-" + two(a) + "-" + two(b))
	return out, true
}

// choose takes the one reading, or the one of the order asked for.
func (d inDigit) choose(o Order, s piece) (edtf.Date, *Error) {
	switch {
	case d.short:
		return edtf.Date{}, s.fail("short-year")
	case d.dayFirst.IsZero() && d.monthFirst.IsZero():
		return edtf.Date{}, s.fail("no-such-day")
	case d.monthFirst.IsZero() || d.dayFirst == d.monthFirst || !d.dayFirst.IsZero() && o == DayMonth:
		return d.dayFirst, nil
	case d.dayFirst.IsZero() || o == MonthDay:
		return d.monthFirst, nil
	}
	e := s.fail("ambiguous", "first", d.dayFirst.String(), "second", d.monthFirst.String())
	e.Readings = []edtf.Date{d.dayFirst, d.monthFirst}
	if edtf.Compare(d.dayFirst, d.monthFirst) > 0 {
		e.Readings = []edtf.Date{d.monthFirst, d.dayFirst}
	}
	return edtf.Date{}, e
}
