package timex

import (
	"fmt"
	"strconv"
)

// numeric reads dates in digits: "2024-05-14", "2024-05-14T09:30Z", "5/14/2024",
// "14.05.2024", "2015/4/10", "10.IV.2015". Where day and month cannot be told
// apart, both readings stand.
func (s *scan) numeric(i int) (match, bool) {
	a, b, c := s.at(i), s.at(i+2), s.at(i+4)
	sep := s.at(i + 1).w
	if a.kind != kindNumber || !s.at(i+1).glued || !b.glued || s.joined(i) && s.at(i-1).glued {
		return match{}, false
	}
	if b.kind == kindWord {
		return s.romanMonth(i)
	}
	if b.kind != kindNumber {
		return match{}, false
	}
	if c.kind == kindNumber && c.glued && s.glueds(i+3, sep) && !(s.at(i+5).glued && s.at(i+5).kind == kindNumber) {
		return s.threeNumbers(i, sep)
	}
	switch {
	case sep == "-" && width(a) == 4 && width(b) == 2 && a.n >= 1900 && a.n < 2100 && b.n >= 1 && b.n <= 12 && b.n <= a.n%100:
		// "2024-05" is a month; "2004-05" may be a span of years, and is left to them
		return match{from: i, to: i + 3, own: true, rule: RuleDigits, w: when{g: month, y: a.n, m: b.n}}, true
	case a.n == 9 && b.n == 11 && sep == "/" && !s.is(i+3, unitWord):
		return match{from: i, to: i + 3, own: true, keep: true, rule: RuleDayName, w: when{g: day, y: 2001, m: 9, d: 11}}, true
	}
	return match{}, false
}

// threeNumbers reads the three numbers at i with sep between them.
func (s *scan) threeNumbers(i int, sep string) (match, bool) {
	a, b, c := s.at(i), s.at(i+2), s.at(i+4)
	switch {
	case sep != "-" && sep != "/" && sep != ".", s.glueds(i+5, sep) && s.at(i+6).glued && s.at(i+6).kind == kindNumber:
		return match{}, false
	case width(a) == 4 && width(b) <= 2 && width(c) <= 2:
		return s.yearMonthDay(i)
	case width(c) == 4 && width(a) <= 2 && width(b) <= 2 && c.n > 1000 && c.n < 2200:
		return s.dayMonthYear(i, sep)
	}
	return match{}, false
}

// width is how many digits a number has, how many bytes a word.
func width(t *token) int { return t.wide }

// yearMonthDay reads "2024-05-14" and "2015/4/10", and the time of day behind a "T".
func (s *scan) yearMonthDay(i int) (match, bool) {
	y, mo, d := s.at(i).n, s.at(i+2).n, s.at(i+4).n
	if y <= 0 || (width(s.at(i+2)) != 2 || width(s.at(i+4)) != 2) && (y < 1000 || y > 2199) {
		return match{}, false
	}
	m := match{from: i, to: i + 5, own: true, rule: RuleDigits, w: when{g: day, y: y, m: mo, d: d}}
	if !valid(y, mo, d, false) {
		return s.noSuchDay(m, d, mo)
	}
	if s.at(i+5).w == "t" && s.at(i+5).glued {
		if h, mi, sec, next, ok := s.isoTime(i + 6); ok {
			m.w.g, m.to = clock, next
			m.w.code = fmt.Sprintf("%02d:%02d", h, mi)
			if sec >= 0 {
				m.w.code += fmt.Sprintf(":%02d", sec)
			}
			if s.at(next).w == "z" && s.at(next).glued {
				m.w.code += "Z"
				m.to++
			}
		}
	}
	return m, true
}

// dayMonthYear reads "14.05.2024" and "5/14/2024".
func (s *scan) dayMonthYear(i int, sep string) (match, bool) {
	a, b, y := s.at(i).n, s.at(i+2).n, s.at(i+4).n
	m := match{from: i, to: i + 5, own: true, rule: RuleDigits}
	dayFirst, monthFirst := valid(y, b, a, false), valid(y, a, b, false)
	if sep == "." {
		monthFirst = false
	}
	first, second := when{g: day, y: y, m: b, d: a}, when{g: day, y: y, m: a, d: b}
	switch {
	case dayFirst && monthFirst && a != b:
		if first.first() > second.first() {
			first, second = second, first
		}
		m.w, m.keep = when{g: year, y: y}, true
		m.val, m.edtf = strconv.Itoa(y)+"-XX-XX", "["+first.edtf()+","+second.edtf()+"]"
		m.rule = RuleDigitsUnclear
	case dayFirst:
		m.w = first
	case monthFirst:
		m.w = second
	default:
		m.w.y = y
		return s.noSuchDay(m, a, b)
	}
	return m, true
}

// noSuchDay keeps a date in digits that the calendar does not have as it is
// written, without a meaning, where it looks like a date at all.
func (s *scan) noSuchDay(m match, d, mo int) (match, bool) {
	if d > 31 || mo > 12 || d < 1 || mo < 1 {
		return match{}, false
	}
	m.val, m.rule = when{g: day, y: m.w.y, m: mo, d: d}.value(), RuleNoSuchDay
	m.w = when{}
	return m, true
}

var roman = map[string]int{"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10, "xi": 11, "xii": 12}

// romanMonth reads "10.IV.2015" and "10-IV-2015", as Poles and Hungarians date.
func (s *scan) romanMonth(i int) (match, bool) {
	d, mo, y := s.at(i), s.at(i+2), s.at(i+4)
	sep := s.at(i + 1).w
	if width(d) > 2 || !mo.upper || roman[mo.w] == 0 || sep != "." && sep != "-" && sep != "/" || s.at(i+3).w != sep || !s.at(i+3).glued || !y.glued || y.kind != kindNumber || width(y) != 4 {
		return match{}, false
	}
	m := match{from: i, to: i + 5, own: true, rule: RuleDigits, w: when{g: day, y: y.n, m: roman[mo.w], d: d.n}}
	if !valid(y.n, roman[mo.w], d.n, false) {
		return s.noSuchDay(m, d.n, roman[mo.w])
	}
	return m, true
}

// yearFirst reads a date that begins with its year: "2018 March 18", "2018, May 3".
func (s *scan) yearFirst(i int) (match, bool) {
	if !s.yearLike(i) {
		return match{}, false
	}
	k := i + 1
	if s.at(k).w == "," || s.dashed(k) {
		k++
	}
	mo := s.month(k)
	if mo == 0 {
		return match{}, false
	}
	k = s.afterMonth(k)
	if s.dashed(k) {
		k++
	}
	d, next, ok := s.dayNumber(k)
	if !ok || s.yearLike(next) || s.at(next).w == "," && s.yearLike(next+1) || s.at(next).glued && s.at(next).w == ":" {
		return match{}, false // "In 2018, May 18, 1919, was remembered"
	}
	m := match{from: i, to: next, own: true, rule: RuleAsWritten, w: when{g: day, y: s.at(i).n, m: mo, d: d}}
	if !valid(m.w.y, mo, d, false) {
		return s.noSuchDay(m, d, mo)
	}
	return m, true
}

func (s *scan) isoTime(k int) (h, mi, sec, next int, ok bool) {
	if s.at(k).kind != kindNumber || s.at(k).n > 23 || s.at(k+1).w != ":" || s.at(k+2).kind != kindNumber || s.at(k+2).n > 59 || s.at(k).n < 0 || s.at(k+2).n < 0 {
		return 0, 0, 0, 0, false
	}
	sec, next = -1, k+3
	if s.at(next).w == ":" && s.at(next+1).kind == kindNumber && s.at(next+1).n >= 0 && s.at(next+1).n < 60 {
		sec, next = s.at(next+1).n, next+2
	}
	return s.at(k).n, s.at(k + 2).n, sec, next, true
}
