package timex

import "strconv"

// ago reads a length that counts from a date: "three years ago", "a week later",
// "two days earlier", "five years from now", "days before".
func (s *scan) ago(i int) (match, bool) {
	k := i
	if s.any(k, "only", "just", "exactly", "barely") {
		k++
	}
	n, u, next := 0, 0, 0
	text := ""
	if m, ok := s.measure(k); ok && !m.hyphen {
		n, u, next, text = m.q.n, m.unit, m.next, m.q.text
	} else if t := s.at(k); t.word.c&unitWord != 0 && t.word.c&plural != 0 {
		n, u, next, text = -1, t.word.n, k+1, "X"
	} else {
		return match{}, false
	}
	m := match{from: i, to: next + 1}
	g := units[u].g
	switch {
	case s.words(next, "ago"), s.words(next, "back") && !s.any(next+1, "in", "to", "from", "at", "home"), s.words(next, "hence"), s.words(next, "from", "now"), s.words(next, "from", "today"):
		sign := -1
		m.rule = RuleCountedBack
		if s.any(next, "hence", "from") {
			sign, m.rule = 1, RuleCountedOn
			if s.words(next, "from") {
				m.to++
			}
		}
		if n < 0 && text == "X" {
			m.val = map[int]string{-1: "PAST_REF", 1: "FUTURE_REF"}[sign]
			return m, true
		}
		s.count(&m, s.created, s.published(), u, n*sign, true)
		if weekdayWord&s.at(m.to).word.c != 0 && g == week && m.w.known() && s.created.g == day { // "a week ago Friday"
			wd := s.at(m.to).word.n
			c := s.created.first() - int64((weekdayOf(s.created.first())-wd+7)%7)
			m.w, m.to = dayOf(c+int64(7*n*sign)), m.to+1
		}
		return m, true
	case s.any(next, "later", "earlier", "before", "after", "afterwards", "afterward", "previously", "beforehand", "prior"):
		if s.any(next, "before", "after", "prior", "later", "earlier") {
			a := s.at(next + 1)
			if s.any(next, "before", "after") && a.kind != kindPunct && a.kind != kindNone && !s.any(next+1, "and", "but", "when", "in", "at", "on") ||
				s.words(next+1, "than") || s.words(next, "prior", "to") {
				return s.eventCount(m, next, u, n, text)
			}
		}
		sign := 1
		if s.any(next, "earlier", "before", "previously", "beforehand", "prior") {
			sign = -1
		}
		m.rule = RuleCountedOnText
		if sign < 0 {
			m.rule = RuleCountedBackText
		}
		m.keep = sign < 0
		base, against, ok := s.ref, s.before(), s.near() || s.account()
		if (g == day) && s.day.known() && s.sentence-s.dayAt <= 3 {
			base, against = s.day, s.place(s.day, s.dayAt)
		}
		if !ok && sign < 0 && !s.account() && s.created.known() && !s.ref.known() {
			base, against, ok = s.created, s.published(), true
		}
		s.count(&m, base, against, u, n*sign, ok && n > 0)
		if n == 1 && g == year && ok && base.g == month || n > 0 && g == year && base.g == quarter && ok {
			m.w = base // "a year earlier" than a month or a quarter is that month or quarter
			m.w.y += n * sign
		}
		return m, true
	}
	return match{}, false
}

// count sets m to the date n units of u from base; unresolved unless ok.
func (s *scan) count(m *match, base when, against string, u, n int, ok bool) {
	g := units[u].g
	if u == unitFortnight {
		n *= 2
	}
	if g == part || u == unitNight {
		g = day
	}
	switch {
	case g == clock || g == noGrain:
		m.w = when{g: clock, code: "XX", noYear: true}
		m.val = "XXXX-XX-XXTXX"
		if base.g == day && ok && g == clock {
			m.val = base.value() + "TXX"
		}
		return
	case g == decade || g == century:
		// "A century ago" is a year, roughly.
		scale := 10
		if g == century {
			scale = 100
		}
		m.w = unknown(year)
		if y := base.to(year); ok && y.known() && n > -90 && n < 90 {
			m.w, m.against = y.add(n*scale), against
			m.edtf = qualified(m.w, "APPROX")
		}
		return
	case g == weekend:
		g = week
		fallthrough
	default:
		m.w = unknown(g)
	}
	to := g
	if g == week && (n == 1 || n == -1) {
		to, n = day, n*7
	}
	if v := base.to(to); ok && v.known() && n < 5000 && n > -5000 {
		m.w, m.against = v.add(n), against
	} else if y := base.to(year); ok && y.known() && g == year && (n <= -5000 || n >= 5000) {
		m.edtf = "Y" + strconv.Itoa(y.y+n)
		m.against = against
	}
	if m.w.known() && m.w.y < -9990 {
		m.w = unknown(year)
	}
}

// eventCount is a length that counts from an event: "two days after the attack".
// It stays unresolved when the event has no date of its own.
func (s *scan) eventCount(m match, next, u, n int, text string) (match, bool) {
	m.rule = RuleCountedEvent
	k := next + 1
	if s.words(k, "than") {
		return match{}, false
	}
	if s.words(next, "prior", "to") {
		k++
	}
	sign := 1
	if s.any(next, "before", "prior") {
		sign = -1
	}
	if d, ok := s.dated(k); ok && d.w.known() && n > 0 {
		m.to = d.to
		s.count(&m, d.w, d.against, u, n*sign, true)
		return m, true
	}
	m.typ, m.val, m.to = Duration, durationValue(text, u), next
	return m, true
}
