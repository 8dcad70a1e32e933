package edtf

import "strings"

// Qualifier holds what "?", "~" and "%" say of a component. Zero says nothing.
type Qualifier uint8

// The qualifiers; "%" is both.
const (
	Approximate Qualifier = 1 << iota // "~"
	Uncertain                         // "?"
)

// Digits are two digits as written, each 0-9 or X for unspecified: "04", "1X",
// "XX". Empty when the component was not written.
type Digits string

// Known reports whether the component was written and has no X.
func (g Digits) Known() bool { return g != "" && !strings.Contains(string(g), "X") }

// Unspecified reports whether both digits are X.
func (g Digits) Unspecified() bool { return g == "XX" }

// Int returns the number, 0 to 99, or 0 when it is not Known.
func (g Digits) Int() int {
	if !g.Known() {
		return 0
	}
	return int(g[0]-'0')*10 + int(g[1]-'0')
}

// fits reports whether n, 0 to 99, may be what was written.
func (g Digits) fits(n int) bool {
	return (g[0] == 'X' || int(g[0]-'0') == n/10) && (g[1] == 'X' || int(g[1]-'0') == n%10)
}

// Year is the year of a date, astronomical: 0 is 1 BC, -43 is 44 BC.
type Year struct {
	Text string // as written, with sign, "Y", exponent and "S", without qualifier
	Low  int64  // the earliest and the latest year it may be
	High int64
	// Value is the year itself: the estimate of "1950S2", 0 in place of every X.
	Value       int64
	Exponent    int // of "Y17E7"; 0 when written without
	Significant int // of "1950S2", at most all its digits; 0 when written without
}

// Known reports whether no digit of y is unspecified.
func (y Year) Known() bool { return !strings.Contains(y.Text, "X") }

// Unspecified returns how many digits at the right are X and whether all X stand
// there: "20XX" is 2, true; "XX16" is 0, false; "2016" is 0, true.
func (y Year) Unspecified() (n int, right bool) {
	t := strings.TrimRight(y.Text, "X")
	return len(y.Text) - len(t), !strings.Contains(t, "X")
}

// Long reports whether y was written with a leading "Y".
func (y Year) Long() bool { return strings.HasPrefix(y.Text, "Y") }

// fits reports whether n, within [Low, High], may be what was written.
func (y Year) fits(n int64) bool {
	if y.Known() {
		return true
	}
	n = max(n, -n)
	for i := len(y.Text) - 1; i >= 0 && y.Text[i] != '-'; i-- {
		if y.Text[i] != 'X' && int64(y.Text[i]-'0') != n%10 {
			return false
		}
		n /= 10
	}
	return true
}

// step returns the distance between years that y may be, or a divisor of it: the
// digits right of the last X are the same in all.
func (y Year) step() int64 {
	x := strings.LastIndexByte(y.Text, 'X')
	if x < 0 {
		return 1
	}
	return pow10(len(y.Text) - 1 - x)
}

// Fields are the components of one date, datetime or season.
type Fields struct {
	Year   Year
	Month  Digits // 01 to 12; empty for a year or a season
	Day    Digits
	Season int // 21 to 41 (the profile's "sub-year groupings"); 0 for none

	// The time of day, down to TimePrecision: PrecisionHour, PrecisionMinute or
	// PrecisionSecond, or PrecisionNone for no time of day.
	Hour, Minute, Second int
	TimePrecision        Precision
	Zone                 string // as written: "" (local), "Z", "-04", "+04:30"
	Offset               int    // of Zone, in seconds east of UTC

	YearQualifier  Qualifier
	MonthQualifier Qualifier // of the month or the season
	DayQualifier   Qualifier
}

// Whole returns the qualifier that all written components share.
func (f Fields) Whole() Qualifier {
	q := f.YearQualifier
	if f.Month != "" || f.Season != 0 {
		q &= f.MonthQualifier
	}
	if f.Day != "" {
		q &= f.DayQualifier
	}
	return q
}

// Months returns the months, 1 to 12 ascending, that the month may be; nil when
// it was not written.
func (f Fields) Months() []int {
	if f.Month == "" {
		return nil
	}
	var out []int
	for m := 1; m <= 12; m++ {
		if f.Month.fits(m) && (f.Day == "" || f.someDay(m)) {
			out = append(out, m)
		}
	}
	return out
}

// Days returns the days of the month, 1 to 31 ascending, that the day may be in
// some month and year that f allows; nil when it was not written.
func (f Fields) Days() []int {
	if f.Day == "" {
		return nil
	}
	most := 0
	for _, m := range f.Months() {
		most = max(most, f.longest(m))
	}
	var out []int
	for d := 1; d <= most; d++ {
		if f.Day.fits(d) {
			out = append(out, d)
		}
	}
	return out
}

// someDay reports whether month m has a day that f allows in some year. The
// years are asked only if it hangs on 29 February.
func (f Fields) someDay(m int) bool {
	for d := 1; d <= 31; d++ {
		if f.Day.fits(d) && (d <= 28 || d <= f.longest(m)) {
			return true
		}
	}
	return false
}

// longest returns the days of month m in the longest year that f allows.
func (f Fields) longest(m int) int {
	if m != 2 {
		return daysIn(0, m)
	}
	for y := f.Year.Low; y <= f.Year.High; y += f.Year.step() {
		if leap(y) && f.Year.fits(y) {
			return 29
		}
	}
	return 28
}

// edge returns the first or the last day that f allows, walking years, months
// and days forwards (step +1) or backwards (-1). The parser has made sure that
// there is one.
func (f Fields) edge(step int) (year int64, month, day int) {
	y := f.Year.Low
	if step < 0 {
		y = f.Year.High
	}
	for ; f.Year.Low <= y && y <= f.Year.High; y += int64(step) * f.Year.step() {
		if f.Year.fits(y) {
			for m := first(step, 12); m >= 1 && m <= 12; m += step {
				if f.Month != "" && !f.Month.fits(m) {
					continue
				}
				n := daysIn(y, m)
				for d := first(step, n); d >= 1 && d <= n; d += step {
					if f.Day == "" || f.Day.fits(d) {
						return y, m, d
					}
				}
			}
		}
	}
	panic("edtf: no such day: " + f.Year.Text + " " + string(f.Month) + " " + string(f.Day))
}

func first(step, n int) int {
	if step > 0 {
		return 1
	}
	return n
}

// Precision returns how finely f is known; see Date.Precision.
func (f Fields) Precision() Precision {
	if !f.Year.Known() {
		digits := strings.TrimPrefix(f.Year.Text, "-")
		x := strings.IndexByte(digits, 'X')
		if x == 0 {
			return PrecisionNone
		}
		return yearsPrecision(len(digits) - x)
	}
	switch {
	case f.Year.Significant > 0:
		n := 0
		for w := f.Year.High - f.Year.Low + 1; w >= 10; w /= 10 {
			n++
		}
		return yearsPrecision(n)
	case f.Season != 0:
		return seasonPrecision(f.Season)
	case !f.Month.Known():
		return PrecisionYear
	case !f.Day.Known():
		return PrecisionMonth
	case f.TimePrecision != PrecisionNone:
		return f.TimePrecision
	}
	return PrecisionDay
}

// Bounds returns all that f may mean; see Date.Bounds.
func (f Fields) Bounds() Bounds {
	if f.Season != 0 {
		m, n := seasonMonths(f.Season)
		return Bounds{From: Unix(f.Year.Low, m, 1, 0, 0, 0), To: Unix(f.Year.High, m+n, 1, 0, 0, 0)}
	}
	if f.TimePrecision != PrecisionNone {
		length := int64(1)
		switch f.TimePrecision {
		case PrecisionHour:
			length = 3600
		case PrecisionMinute:
			length = 60
		}
		from := Unix(f.Year.Value, f.Month.Int(), f.Day.Int(), f.Hour, f.Minute, f.Second-f.Offset)
		return Bounds{From: from, To: clamp(from + length)}
	}
	y, m, d := f.edge(+1)
	from := Unix(y, m, d, 0, 0, 0)
	y, m, d = f.edge(-1)
	return Bounds{From: from, To: Unix(y, m, d+1, 0, 0, 0)}
}
