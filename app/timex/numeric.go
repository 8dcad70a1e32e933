package timex

import (
	"fmt"
	"strconv"
)

// numeric reads dates in digits: "2024-05-14", "2024-05-14T09:30Z", "5/14/2024",
// "14.05.2024". Where day and month cannot be told apart, both readings stand.
func (s *scan) numeric(i int) (match, bool) {
	a, b, c := s.at(i), s.at(i+2), s.at(i+4)
	sep := s.at(i + 1).w
	if a.kind != kindNumber || b.kind != kindNumber || !s.at(i+1).glued || !b.glued || s.joined(i) && s.at(i-1).glued {
		return match{}, false
	}
	wide := func(t *token) int { return t.end - t.start }
	m := match{from: i, to: i + 5, own: true, rule: RuleDigits}
	three := c.kind == kindNumber && c.glued && s.at(i+3).w == sep && s.at(i+3).glued && !(s.at(i+5).glued && s.at(i+5).kind == kindNumber)
	after := s.at(i + 5)
	if three && after.glued && (after.w == sep && s.at(i+6).glued && s.at(i+6).kind == kindNumber) {
		return match{}, false
	}
	switch {
	case three && wide(a) == 4 && wide(b) == 2 && wide(c) == 2 && (sep == "-" || sep == "/" || sep == ".") && a.n > 0 && valid(a.n, b.n, c.n, false):
		m.w = when{g: day, y: a.n, m: b.n, d: c.n}
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
	case three && wide(c) == 4 && wide(a) <= 2 && wide(b) <= 2 && (sep == "/" || sep == "." || sep == "-") && c.n > 1000 && c.n < 2200:
		dayFirst, monthFirst := valid(c.n, b.n, a.n, false), valid(c.n, a.n, b.n, false)
		if sep == "." {
			monthFirst = false
		}
		switch {
		case dayFirst && monthFirst && a.n != b.n:
			x := when{g: day, y: c.n, m: b.n, d: a.n}
			y := when{g: day, y: c.n, m: a.n, d: b.n}
			if x.first() > y.first() {
				x, y = y, x
			}
			m.w, m.keep = when{g: year, y: c.n}, true
			m.val, m.edtf = strconv.Itoa(c.n)+"-XX-XX", "["+x.edtf()+","+y.edtf()+"]"
			m.rule = RuleDigitsUnclear
			return m, true
		case dayFirst:
			m.w = when{g: day, y: c.n, m: b.n, d: a.n}
			return m, true
		case monthFirst:
			m.w = when{g: day, y: c.n, m: a.n, d: b.n}
			return m, true
		}
	case !three && sep == "-" && wide(a) == 4 && wide(b) == 2 && a.n >= 1900 && a.n < 2100 && b.n >= 1 && b.n <= 12 && b.n <= a.n%100:
		// "2024-05" is a month; "2004-05" may be a span of years, and is left to them
		m.w, m.to = when{g: month, y: a.n, m: b.n}, i+3
		return m, true
	case a.n == 9 && b.n == 11 && sep == "/" && !three && !s.is(i+3, unitWord):
		m.w, m.to, m.rule = when{g: day, y: 2001, m: 9, d: 11}, i+3, RuleDayName
		m.keep = true
		return m, true
	}
	return match{}, false
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
