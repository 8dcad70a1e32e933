package timex

// weekOn reads a weekday a week or more off: "Thursday week", "a week on Tuesday",
// "two weeks from Friday", "yesterday week", "a week ago on Monday".
func (s *scan) weekOn(i int) (match, bool) {
	if m, ok := s.dayWeek(i); ok {
		return m, true
	}
	q, ok := s.measure(i)
	if !ok || q.hyphen || q.q.n < 1 || q.q.n > 52 || q.unit != unitWeek && q.unit != unitFortnight {
		return match{}, false
	}
	days, k := int64(7*q.q.n), q.next
	if q.unit == unitFortnight {
		days *= 2
	}
	back := s.words(k, "ago")
	if back {
		k++
	}
	switch {
	case s.words(k, "on"):
		k++
	case !back && s.words(k, "from"):
		k++
	default:
		return match{}, false
	}
	d := s.at(k)
	m := match{from: i, to: k + 1, rule: RuleWeekOn}
	switch {
	case back && s.is(k, weekdayWord) && !s.is(k, plural) && d.upper:
		m.rule = RuleWeekAgo
		return s.fromWeekday(m, d.word.n, -days, past), true
	case back || s.any(i-1, "for", "within", "last", "lasted", "of", "past", "next", "every") || s.tense(i) == past:
		return match{}, false
	case s.is(k, weekdayWord) && !s.is(k, plural) && d.upper:
		return s.fromWeekday(m, d.word.n, days, ahead), true
	case s.any(k, "today", "tomorrow"):
		return s.fromToday(m, d.w, days), true
	}
	return match{}, false
}

// dayWeek reads "Thursday week", "today fortnight", "yesterday week".
func (s *scan) dayWeek(i int) (match, bool) {
	t, u := s.at(i), s.at(i+1)
	if u.w != "week" && u.w != "fortnight" || u.upper || s.at(i+2).w == "-" && s.at(i+2).glued {
		return match{}, false
	}
	days := int64(7)
	if u.w == "fortnight" {
		days = 14
	}
	m := match{from: i, to: i + 2, rule: RuleWeekOn}
	switch {
	case s.is(i, weekdayWord) && !s.is(i, plural) && t.upper && !weekdayAbbr[t.w]:
		return s.fromWeekday(m, t.word.n, days, ahead), true
	case t.w == "yesterday":
		m.rule = RuleWeekAgo
		return s.fromToday(m, t.w, -days), true
	case t.w == "today" || t.w == "tomorrow":
		return s.fromToday(m, t.w, days), true
	}
	return match{}, false
}

// fromWeekday counts days from the next weekday wd after publication, or from the
// last one before it.
func (s *scan) fromWeekday(m match, wd int, days int64, t tense) match {
	m.w = when{g: day, noYear: true}
	m.val = "XXXX-XX-XX"
	if s.created.g != day {
		return m
	}
	c := s.created.first()
	back := int64((weekdayOf(c) - wd + 7) % 7)
	if t == ahead && back > 0 {
		c += 7
	}
	m.val, m.w, m.against = "", dayOf(c-back+days), s.published()
	return m
}

func (s *scan) fromToday(m match, word string, days int64) match {
	m.w = when{g: day, noYear: true}
	if s.created.g != day {
		return m
	}
	days += map[string]int64{"yesterday": -1, "tomorrow": 1}[word]
	m.w, m.against = dayOf(s.created.first()+days), s.published()
	return m
}

// weekdayOfMonth reads "the third Tuesday of January 2015", "the last Friday in
// March", "the first Monday of the month".
func (s *scan) weekdayOfMonth(i int) (match, bool) {
	k := i
	if s.words(k, "the") {
		k++
	}
	n, next := 0, k+1
	last := s.any(k, "last", "final")
	if !last {
		var ok bool
		if n, next, ok = s.ordinalNumber(k); !ok || n > 5 {
			return match{}, false
		}
	}
	d := s.at(next)
	if d.word.c&weekdayWord == 0 || !d.upper || weekdayAbbr[d.w] || !s.any(next+1, "of", "in") {
		return match{}, false
	}
	j := next + 2
	m := match{from: i, rule: RuleWeekdayOfMonth}
	if s.any(j, "each", "every") && s.words(j+1, "month") || s.is(next, plural) {
		m.typ, m.val, m.to = Set, when{g: day, noYear: true, wd: d.word.n}.value(), next+1
		if s.words(j+1, "month") {
			m.to = j + 2
		}
		return m, true
	}
	base, ok := s.date(j)
	if !ok || base.w.g != month {
		if base, ok = s.deictic(j); !ok || base.w.g != month {
			if base, ok = s.anaphor(j); !ok || base.w.g != month {
				if !s.any(j, "the", "that") || !s.words(j+1, "month") {
					return match{}, false
				}
				base = match{to: j + 2, w: when{g: month, noYear: true}}
			}
		}
	}
	m.to, m.against, m.own = base.to, base.against, base.own
	if !base.w.known() {
		m.w = when{g: day, noYear: true, m: base.w.m}
		return m, true
	}
	first, end := base.w.first(), base.w.last()
	at := first + int64((d.word.n-weekdayOf(first)+7)%7) + int64(7*(n-1))
	if last {
		at = end - int64((weekdayOf(end)-d.word.n+7)%7)
	}
	if at > end { // there is no fifth Friday
		m.val, m.rule = when{g: day, y: base.w.y, m: base.w.m}.value(), RuleNoSuchDay
		return m, true
	}
	m.w = dayOf(at)
	return m, true
}
