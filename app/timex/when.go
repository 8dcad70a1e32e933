package timex

import (
	"fmt"

	"briefline/app/edtf"
)

// grain is how coarse a calendar date is, coarse to fine.
type grain int

const (
	noGrain grain = iota
	century       // y is its first year: 1900 for "the 20th century"
	decade        // y is its first year
	year
	half    // n is 1 or 2
	season  // n is 1 spring to 4 winter
	quarter // n is 1 to 4
	month
	week    // n of year y, ISO 8601-1
	weekend // of week n
	day
	part  // of a day: code is "MO"
	clock // code is "14:30" or "14:30Z"
)

// when is a calendar date. A year, a day or both may not be known.
type when struct {
	g      grain
	y      int // astronomical: -43 is 44 BC
	n      int
	m, d   int
	code   string
	noYear bool // "3 May": y is not known; for a part or a clock time m and d neither when m is 0
	fiscal bool // the year is a business year
	wd     int  // 1 Monday to 7 Sunday: a weekday whose date is not known
}

func (w when) known() bool { return w.g != noGrain && !w.noYear }

// same reports whether w and v are the same days.
func (w when) same(v when) bool {
	return w.known() && v.known() && w.first() == v.first() && w.last() == v.last()
}

var (
	seasonCodes = [5]string{"", "SP", "SU", "FA", "WI"}
)

// value returns w in TIMEX3.
func (w when) value() string {
	y := "XXXX"
	switch {
	case w.noYear:
	case w.y <= 0:
		y = fmt.Sprintf("BC%04d", 1-w.y)
	default:
		y = fmt.Sprintf("%04d", w.y)
	}
	if w.fiscal {
		y = "FY" + y
	}
	switch w.g {
	case century:
		if w.y <= 0 {
			return fmt.Sprintf("BC%02d", (1-w.y)/100-1)
		}
		return y[:2]
	case decade:
		if w.y <= 0 {
			return y[:5]
		}
		return y[:3]
	case year:
		return y
	case half:
		return fmt.Sprintf("%s-H%d", y, w.n)
	case season:
		return y + "-" + seasonCodes[w.n]
	case quarter:
		if w.n == 0 {
			return y + "-QX"
		}
		return fmt.Sprintf("%s-Q%d", y, w.n)
	case month:
		if w.m == 0 {
			return y + "-XX"
		}
		return fmt.Sprintf("%s-%02d", y, w.m)
	case week, weekend:
		v := y + "-WXX"
		if !w.noYear {
			v = fmt.Sprintf("%s-W%02d", y, w.n)
		}
		if w.g == weekend {
			v += "-WE"
		}
		return v
	case day, part, clock:
		v := fmt.Sprintf("%s-%02d-%02d", y, w.m, w.d)
		switch {
		case w.wd != 0 && w.noYear:
			v = fmt.Sprintf("XXXX-WXX-%d", w.wd)
		case w.m == 0:
			v = y + "-XX-XX"
		case w.d == 0:
			v = fmt.Sprintf("%s-%02d-XX", y, w.m)
		}
		if w.g != day {
			v += "T" + w.code
		}
		return v
	}
	return ""
}

// edtf returns w as an EDTF expression; empty when it is not known.
func (w when) edtf() string {
	if !w.known() || w.fiscal || w.g >= month && w.g != week && w.g != weekend && w.m == 0 || w.g >= day && w.d == 0 {
		return ""
	}
	y := fmt.Sprintf("%04d", w.y)
	if w.y < 0 {
		y = fmt.Sprintf("-%04d", -w.y)
	}
	switch w.g {
	case century:
		if w.y <= 0 {
			return w.span(99)
		}
		return y[:2] + "XX"
	case decade:
		if w.y <= 0 {
			return w.span(9)
		}
		return y[:3] + "X"
	case year:
		return y
	case half:
		return fmt.Sprintf("%s-%d", y, 39+w.n)
	case season:
		return fmt.Sprintf("%s-%d", y, 20+w.n)
	case quarter:
		if w.n == 0 {
			return ""
		}
		return fmt.Sprintf("%s-%d", y, 32+w.n)
	case month:
		return fmt.Sprintf("%s-%02d", y, w.m)
	case week, weekend:
		return dayOf(w.first()).edtf() + "/" + dayOf(w.last()).edtf()
	case clock:
		return fmt.Sprintf("%s-%02d-%02dT%s", y, w.m, w.d, w.code)
	}
	return fmt.Sprintf("%s-%02d-%02d", y, w.m, w.d)
}

func (w when) span(years int) string {
	end := w
	end.y += years
	w.g, end.g = year, year
	return w.edtf() + "/" + end.edtf()
}

// first and last return the days that bound w, counted from 1970.
func (w when) first() int64 {
	switch w.g {
	case half:
		return dayNumber(w.y, 6*w.n-5, 1)
	case season:
		return dayNumber(w.y, 3*w.n, 1)
	case quarter:
		return dayNumber(w.y, 3*w.n-2, 1)
	case month:
		return dayNumber(w.y, w.m, 1)
	case week:
		return weekStart(w.y, w.n)
	case weekend:
		return weekStart(w.y, w.n) + 5
	case day, part, clock:
		return dayNumber(w.y, w.m, w.d)
	}
	return dayNumber(w.y, 1, 1)
}

func (w when) last() int64 {
	switch w.g {
	case century:
		return dayNumber(w.y+100, 1, 1) - 1
	case decade:
		return dayNumber(w.y+10, 1, 1) - 1
	case half:
		return dayNumber(w.y, 6*w.n+1, 1) - 1
	case season:
		return dayNumber(w.y, 3*w.n+3, 1) - 1
	case quarter:
		return dayNumber(w.y, 3*w.n+1, 1) - 1
	case month:
		return dayNumber(w.y, w.m+1, 1) - 1
	case week:
		return weekStart(w.y, w.n) + 6
	case weekend:
		return weekStart(w.y, w.n) + 6
	case day, part, clock:
		return dayNumber(w.y, w.m, w.d)
	}
	return dayNumber(w.y+1, 1, 1) - 1
}

const daySeconds = 24 * 60 * 60

func dayNumber(y, m, d int) int64 {
	s := edtf.Unix(int64(y), m, d, 0, 0, 0)
	if s < 0 {
		s -= daySeconds - 1
	}
	return s / daySeconds
}

func dayOf(n int64) when {
	y, m, d, _, _, _ := edtf.Civil(n * daySeconds)
	return when{g: day, y: int(y), m: m, d: d}
}

// weekdayOf returns 1 for Monday to 7 for Sunday.
func weekdayOf(n int64) int { return int(((n+3)%7+7)%7) + 1 } // 1970-01-01 was a Thursday

// weekStart returns the Monday of an ISO week: week 1 holds 4 January.
func weekStart(y, n int) int64 {
	jan4 := dayNumber(y, 1, 4)
	return jan4 - int64(weekdayOf(jan4)-1) + int64(n-1)*7
}

func weekOf(n int64) when {
	thursday := n + 4 - int64(weekdayOf(n))
	y := dayOf(thursday).y
	return when{g: week, y: y, n: int((n-weekStart(y, 1))/7) + 1}
}

func monthOf(y, m int) when {
	m--
	for ; m < 0; m += 12 {
		y--
	}
	return when{g: month, y: y + m/12, m: m%12 + 1}
}

// to returns what of grain g holds w's first day; zero when w is too coarse for it.
func (w when) to(g grain) when {
	if !w.known() || w.g < g && !(w.g == quarter && g == month) {
		if !(w.g == week && g == day) {
			return when{}
		}
	}
	f := dayOf(w.first())
	switch g {
	case century:
		return when{g: g, y: floor(f.y, 100)}
	case decade:
		return when{g: g, y: floor(f.y, 10)}
	case year:
		if w.g == week || w.g == weekend || w.g == season {
			return when{g: g, y: w.y}
		}
		return when{g: g, y: f.y}
	case half:
		return when{g: g, y: f.y, n: (f.m-1)/6 + 1}
	case season:
		if f.m < 3 {
			return when{g: g, y: f.y - 1, n: 4}
		}
		return when{g: g, y: f.y, n: f.m / 3}
	case quarter:
		return when{g: g, y: f.y, n: (f.m-1)/3 + 1}
	case month:
		return when{g: g, y: f.y, m: f.m}
	case week:
		return weekOf(dayNumber(f.y, f.m, f.d))
	case weekend:
		k := weekOf(dayNumber(f.y, f.m, f.d))
		k.g = weekend
		return k
	}
	return f
}

func floor(y, n int) int { return y - ((y%n)+n)%n }

// add moves w by k of its own grain.
func (w when) add(k int) when {
	switch w.g {
	case century:
		w.y += 100 * k
	case decade:
		w.y += 10 * k
	case year:
		w.y += k
	case half:
		t := w.y*2 + w.n - 1 + k
		w.y, w.n = floor(t, 2)/2, t-floor(t, 2)+1
	case season, quarter:
		t := w.y*4 + w.n - 1 + k
		w.y, w.n = floor(t, 4)/4, t-floor(t, 4)+1
	case month:
		return monthOf(w.y, w.m+k)
	case week, weekend:
		v := weekOf(w.first() + int64(7*k))
		v.g = w.g
		return v
	case day:
		return dayOf(w.first() + int64(k))
	}
	return w
}

// valid reports whether the calendar has such a day. February has 29 days when
// the year is not known.
func valid(y, m, d int, noYear bool) bool {
	if m < 1 || m > 12 || d < 1 || d > 31 {
		return false
	}
	if noYear {
		y = 2000
	}
	return dayOf(dayNumber(y, m, d)).m == m
}

// creation returns the publication date as a when, or none if d is no plain one.
func creation(d edtf.Date) when {
	f, ok := d.Fields()
	if !ok || d.Approximate() || d.Uncertain() || !f.Year.Known() || f.Season != 0 || f.Year.Value < -9999 || f.Year.Value > 9999 {
		return when{}
	}
	w := when{g: year, y: int(f.Year.Value)}
	if f.Month.Known() {
		w.g, w.m = month, f.Month.Int()
		if f.Day.Known() {
			w.g, w.d = day, f.Day.Int()
		}
	}
	return w
}
