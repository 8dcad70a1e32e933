package timex

import (
	"strconv"
	"strings"
)

// quantity is a number of units: "three", "2.5", "a few" (some), "half a" (half).
type quantity struct {
	text string // as TIMEX3 writes it: "3", "2.5", "X"
	n    int    // -1 when it is not told or not whole
	next int
	word bool // "a" or "an": may be a rate
	many bool // "a few", "several"
}

// quantity reads a number before a unit.
func (s *scan) quantity(i int) (quantity, bool) {
	t := s.at(i)
	switch {
	case t.kind == kindNumber:
		return s.digits(i)
	case t.w == "a" || t.w == "an":
		switch {
		case s.any(i+1, "few", "handful", "number"):
			n := i + 2
			if s.words(n, "of") {
				n++
			}
			return quantity{text: "X", n: -1, next: n, many: true}, true
		case s.words(i+1, "couple"):
			n := i + 2
			if s.words(n, "of") {
				n++
			}
			return quantity{text: "2", n: 2, next: n}, true
		case s.words(i+1, "hundred"):
			return quantity{text: "100", n: 100, next: i + 2}, true
		case s.words(i+1, "dozen"):
			return quantity{text: "12", n: 12, next: i + 2}, true
		case s.any(i+1, "thousand"):
			return quantity{text: "1000", n: 1000, next: i + 2}, true
		case s.any(i+1, "full", "whole", "single", "further", "record", "mere", "good"):
			return quantity{text: "1", n: 1, next: i + 2}, true
		}
		return quantity{text: "1", n: 1, next: i + 1, word: true}, true
	case t.w == "another":
		if q, ok := s.quantity(i + 1); ok && s.at(i+1).w != "a" {
			return q, true
		}
		return quantity{text: "1", n: 1, next: i + 1}, true
	case t.w == "half":
		n := i + 1
		if s.any(n, "a", "an", "-") {
			n++
		}
		return quantity{text: "0.5", n: -1, next: n}, true
	case s.is(i, someWord):
		n := i + 1
		if s.words(n, "more") {
			n++
		}
		return quantity{text: "X", n: -1, next: n, many: true}, true
	case t.word.c&cardinal != 0:
		return s.numberWords(i)
	}
	return quantity{}, false
}

// digits reads "3", "1,460", "2.5", "2 1/2", "3½".
func (s *scan) digits(i int) (quantity, bool) {
	if s.joined(i) {
		return quantity{}, false
	}
	text := s.text[s.at(i).start:s.at(i).end]
	k := i + 1
	for s.at(k).w == "," && s.at(k).glued && s.at(k+1).kind == kindNumber && s.at(k+1).glued && width(s.at(k+1)) == 3 && k < i+8 {
		text += s.text[s.at(k+1).start:s.at(k+1).end]
		k += 2
	}
	if s.at(k).w == "." && s.at(k).glued && s.at(k+1).kind == kindNumber && s.at(k+1).glued {
		text += "." + s.text[s.at(k+1).start:s.at(k+1).end]
		k += 2
	} else if s.glueds(k, "½") || s.at(k).n == 1 && s.glueds(k+1, "/") && s.at(k+2).n == 2 {
		text += ".5"
		if s.glueds(k, "½") {
			k++
		} else {
			k += 3
		}
	}
	if len(text) > 12 {
		return quantity{}, false
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		n = -1
	}
	switch {
	case s.any(k, "million", "billion", "thousand") && n > 0:
		zeros := map[string]string{"thousand": "000", "million": "000000", "billion": "000000000"}[s.at(k).w]
		return quantity{text: text + zeros, n: -1, next: k + 1}, true
	}
	return quantity{text: text, n: n, next: k}, true
}

// numberWords reads "three", "twenty-five", "two hundred", "two and a half".
func (s *scan) numberWords(i int) (quantity, bool) {
	total, k := 0, i
	for ; k < i+8; k++ {
		t := s.at(k)
		switch {
		case t.word.c&cardinal != 0 && t.word.n >= 100:
			total = max(total, 1) * t.word.n
		case t.word.c&cardinal != 0 && k > i && total%10 != 0 && total < 100:
			return quantity{}, false // "two three"
		case t.word.c&cardinal != 0:
			total += t.word.n
		case t.w == "-" && t.glued && s.is(k+1, cardinal) && s.at(k+1).glued, t.w == "and" && total >= 100 && s.is(k+1, cardinal):
		default:
			q := quantity{text: strconv.Itoa(total), n: total, next: k}
			if s.words(k, "and", "a", "half") {
				q.text, q.n, q.next = q.text+".5", -1, k+3
			} else if s.any(k, "to", "or") && s.is(k+1, cardinal|someWord) {
				// "two or three days": the words hold two numbers
				if r, ok := s.quantity(k + 1); ok && s.is(s.skipAdjective(r.next), unitWord) {
					return quantity{text: "X", n: -1, next: r.next, many: true}, true
				}
			}
			return q, total > 0 && total <= 1_000_000
		}
	}
	return quantity{}, false
}

// skipAdjective skips a word that may stand between a number and its unit.
func (s *scan) skipAdjective(k int) int {
	if s.any(k, "consecutive", "straight", "trading", "business", "working", "successive", "full", "long", "whole", "more", "additional", "other", "calendar", "short", "solid", "further", "extra", "whole", "turbulent", "years") && s.is(k+1, unitWord) {
		return k + 1
	}
	return k
}

// measure is a quantity and its unit: "three years", "12-hour", "a year and a half".
type measure struct {
	q      quantity
	unit   int
	value  string
	next   int
	hyphen bool
	plural bool
}

func (s *scan) measure(i int) (measure, bool) {
	q, ok := s.quantity(i)
	if !ok {
		return measure{}, false
	}
	k := s.skipAdjective(q.next)
	hyphen := false
	if s.at(k).w == "-" && s.at(k).glued {
		k++
		hyphen = true
	}
	t := *s.at(k)
	if t.word.c&unitWord == 0 || t.word.n == unitSeason || t.w == "min" && q.n < 0 {
		if t.w != "second" || !hyphen && q.n != 1 || q.word {
			return measure{}, false
		}
		t.word.n = unitSecond
	}
	if t.word.c&plural == 0 && !hyphen && q.n != 1 && q.text != "0.5" && !(t.w == "hr") || hyphen && t.upper {
		return measure{}, false
	}
	m := measure{q: q, unit: t.word.n, next: k + 1, hyphen: hyphen, plural: t.word.c&plural != 0}
	if m.unit == unitQuarter && (q.word || q.n < 0) || q.text == "0.5" && m.plural {
		return measure{}, false
	}
	text := q.text
	if s.words(m.next, "and", "a", "half") && q.n > 0 {
		text, m.q.n = text+".5", -1
		m.next += 3
	}
	m.value = durationValue(text, m.unit)
	// "two years and three months"
	if q.n > 0 && (s.words(m.next, "and") || s.at(m.next).w == ",") {
		if r, ok := s.quantity(m.next + 1); ok && r.n > 0 && !r.word && s.is(r.next, unitWord) && s.is(r.next, plural) == (r.n != 1) {
			if u := s.at(r.next).word.n; u < m.unit && u <= unitMonth && m.unit <= unitYear && u != unitWeekend {
				m.value, m.q.n, m.next = joinDurations(m.value, durationValue(r.text, u)), -1, r.next+1
			}
		}
	}
	return m, true
}

// durationValue is a number of units in TIMEX3.
func durationValue(n string, u int) string {
	code := units[u].code
	if u == unitFortnight {
		if k, err := strconv.Atoi(n); err == nil {
			return "P" + strconv.Itoa(2*k) + "W"
		}
		return "PXW"
	}
	if u == unitNight {
		code = "D"
	}
	if k, err := strconv.Atoi(n); err == nil && u == unitDecade && k < 1000 {
		return "P" + strconv.Itoa(10*k) + "Y"
	}
	whole, isHalf := strings.CutSuffix(n, ".5")
	if isHalf && whole != "" {
		head := ""
		switch u {
		case unitYear, unitDay, unitHour, unitMinute:
			small := map[int]string{unitYear: "6M", unitDay: "T12H", unitHour: "30M", unitMinute: "30S"}[u]
			if whole != "0" {
				head = durationValue(whole, u)
			} else if u == unitYear || u == unitDay {
				head = "P"
			} else {
				head = "PT"
			}
			return head + small
		case unitDecade, unitCentury:
			k, err := strconv.Atoi(whole)
			if err != nil {
				break
			}
			if u == unitDecade {
				return "P" + strconv.Itoa(10*k+5) + "Y"
			}
			return "P" + strconv.Itoa(100*k+50) + "Y"
		}
	}
	if clock, ok := strings.CutPrefix(code, "T"); ok {
		return "PT" + n + clock
	}
	return "P" + n + code
}

func joinDurations(a, b string) string {
	b = strings.TrimPrefix(b, "P")
	if strings.Contains(a, "T") {
		b = strings.TrimPrefix(b, "T")
	}
	return a + b
}

// amount reads a length of time: "three years", "the past three years", "a week",
// "years", "decades-long", "19-year-old".
func (s *scan) amount(i int) (match, bool) {
	k, shift := i, 0
	if s.any(k, "the", "these", "those", "our", "its", "his", "their", "this") {
		k++
	}
	switch {
	case s.any(k, "last", "past", "previous", "preceding", "first", "final"):
		if s.any(k, "last", "past") && !s.any(i, "its", "his", "their") {
			shift = -1
		}
		k++
	case s.any(k, "next", "coming", "following", "upcoming", "succeeding", "ensuing"):
		if s.any(k, "next", "coming", "upcoming") {
			shift = 1
		}
		k++
	}
	lead := k > i
	m, ok := s.measure(k)
	if !ok || lead && m.q.word {
		return s.bareUnits(i, k, lead, shift)
	}
	out := match{from: i, to: m.next, typ: Duration, val: m.value, rule: RuleLength}
	if s.at(m.next).w == "-" && s.at(m.next).glued && s.any(m.next+1, "old", "long") {
		out.to = m.next + 2
	} else if s.words(m.next, "old") {
		out.to++
	}
	if m.q.word {
		if s.rate(i) {
			out.typ, out.rule = Set, RuleRate
			return out, true
		}
		if s.words(out.to, "of") && s.any(i-1, "in") && m.unit == unitMinute || s.words(i-1, "such") || s.words(i-1, "quite") || m.unit == unitNight && !s.any(i-1, "for") {
			return match{}, false
		}
	}
	if shift != 0 && m.q.n > 0 {
		s.extent(&out, units[m.unit].g, m.q.n, shift)
	}
	return out, true
}

// rate reports whether "a year" at i is a rate: "$5 a year", "twice a week".
func (s *scan) rate(i int) bool {
	if s.any(i-1, "once", "twice", "times", "percent", "barrels", "dollars", "people", "hours", "days", "%", "tons", "tonnes", "euros", "pounds", "gallons", "units", "time", "per", "pesos", "troops", "men", "million", "billion", "thousand", "minutes", "nights", "weeks", "months") {
		return true
	}
	return s.at(i-1).kind == kindNumber && !s.at(i).glued
}

// bareUnits reads units without a number: "years", "the past months", "for
// decades", "weeks of talks".
func (s *scan) bareUnits(i, k int, lead bool, shift int) (match, bool) {
	t := s.at(k)
	hyphen := s.at(k+1).w == "-" && s.at(k+1).glued && s.any(k+2, "long", "old")
	if t.word.c&unitWord == 0 || !(t.word.c&plural != 0 || hyphen) || t.upper && k > 0 || t.w == "quarters" || t.w == "mins" || t.w == "nights" {
		return match{}, false
	}
	if t.w == "seconds" && !s.any(i-1, "for", "within", "in") || !lead && s.at(k-1).w == "-" && s.at(k-1).glued {
		return match{}, false
	}
	if s.any(i, "his", "their", "its", "our") && k == i+1 {
		return match{}, false // "his days"
	}
	if s.any(i, "first", "final", "previous", "preceding") || s.any(i, "the") && k == i+1 && !s.any(i-1, "over", "through", "for", "in", "during") {
		return match{}, false
	}
	m := match{from: i, to: k + 1, typ: Duration, val: durationValue("X", t.word.n), rule: RuleLengthOpen}
	if hyphen {
		m.to = k + 3
		if t.word.c&plural == 0 {
			m.val = durationValue("1", t.word.n)
		}
	}
	return m, true
}
