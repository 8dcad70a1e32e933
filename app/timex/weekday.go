package timex

// weekday reads "Thursday", "last Friday", "next Tuesday morning", "Mondays".
func (s *scan) weekday(i int) (match, bool) {
	k, word := s.weekdayLead(i)
	t := s.at(k)
	if t.word.c&weekdayWord == 0 || !t.upper {
		return match{}, false
	}
	wd := weekdays[t.w]
	next := k + 1
	if weekdayAbbr[t.w] {
		if !s.shortWeekday(k) {
			return match{}, false
		}
		next = s.stop(next)
	}
	m := match{from: i, to: next, rule: RuleWeekday}
	if s.is(k, plural) {
		m.typ, m.val, m.rule = Set, when{g: day, noYear: true, wd: wd}.value(), RuleWeekdaySet
		return m, true
	}
	if s.words(next, "the") && s.at(next+1).n == 13 && s.suffixed(next+1) && s.month(next+3) == 0 && !s.words(next+3, "of") {
		return match{}, false // "Friday the 13th"
	}
	if word == "" && s.namesWeekday(k, next) || s.any(i-1, "each", "every") {
		return match{}, false
	}
	if word == "" && s.any(next, "last", "next") && !s.is(next+1, unitWord|monthWord|seasonWord|weekdayWord|partWord|cardinal|someWord) && s.at(next+1).kind != kindNumber {
		word, m.to = s.at(next).w, next+1 // "on Monday last"
	}
	m.w = when{g: day, noYear: true, wd: wd}
	s.placeWeekday(&m, wd, word, next, i)
	if m.against == "" {
		m.rule = RuleWeekdayOpen
	}
	// A part of the day may follow: "Friday morning".
	if next == m.to && s.is(next, partWord) && !s.is(next, plural) && !(s.words(next, "night") && s.any(next+1, "football", "live")) {
		m.w.g, m.w.code, m.to = part, parts[s.at(next).w], next+1
	}
	return m, true
}

// weekdayLead skips what stands before a weekday and tells which one: "last", "the
// following", "this past". It returns the token behind and the word that counts.
func (s *scan) weekdayLead(i int) (k int, word string) {
	if !s.any(i, "last", "next", "this", "that", "coming", "past", "following", "previous", "the") ||
		s.any(i, "the") && !s.any(i+1, "following", "next", "previous", "last", "coming") {
		return i, ""
	}
	if s.is(i+1, weekdayWord) {
		return i + 1, s.at(i).w
	}
	if s.any(i, "this", "the") && s.any(i+1, "past", "coming", "following", "next", "previous", "last") {
		return i + 2, s.at(i + 1).w
	}
	return i, ""
}

// shortWeekday reports whether the short form at k is a weekday: "Mon." and "Sun"
// may be other words.
func (s *scan) shortWeekday(k int) bool {
	t, stop := s.at(k), s.at(k+1).w == "."
	switch {
	case !stop && !(t.w == "tues" || t.w == "thurs" || t.w == "thur"), s.text[t.start:t.end] == "SUN":
		return false
	case stop && (t.w == "sun" || t.w == "sat"):
		return s.any(k-1, "on", "this", "last", "next", ",")
	}
	return true
}

// namesWeekday reports whether the weekday at k is part of a name: "Sheffield
// Wednesday FC", "the Sunday Times".
func (s *scan) namesWeekday(k, next int) bool {
	b, n := s.at(k-1), s.at(next)
	if !n.upper || n.kind != kindWord || n.word.c&(monthWord|weekdayWord) != 0 {
		return false
	}
	return b.upper && b.kind == kindWord && !b.glued && k > 1 && b.word.c == 0 || s.any(k-1, "the") || s.any(next, "times", "telegraph", "mirror", "mail", "express", "herald", "post")
}

// placeWeekday counts the weekday wd of m from the story in an account, else from
// the publication date. next is the token behind it.
func (s *scan) placeWeekday(m *match, wd int, word string, next, i int) {
	switch {
	case s.account() && (word == "next" || word == "following" || word == "previous" || word == "that"):
		s.fromTold(m, wd, word)
	case s.account() || s.created.g < day || s.any(i-1, "a", "an"): // "on a Thursday" is any
	case (word == "following" || word == "previous") && s.day.known() && s.sentence-s.dayAt <= 1 && !s.day.same(s.created):
		m.rule = RuleWeekdayAfter
		s.fromTold(m, wd, word)
	default:
		var w when
		w, m.rule = s.weekdayFrom(wd, word, i)
		m.against = s.published()
		if m.rule == RuleWeekdayNext { // it may be one of two
			m.val, m.edtf = m.w.value(), "["+w.edtf()+","+w.add(7).edtf()+"]"
			return
		}
		if to := s.at(next + 1); to.word.c&weekdayWord != 0 && to.upper && (s.any(next, "to", "through", "until", "-") || s.any(next, "and") && to.word.n == wd%7+1) {
			// The two are days of one week: count back from the second.
			end, _ := s.weekdayFrom(to.word.n, word, i)
			w = dayOf(end.first() - int64((to.word.n-wd+7)%7))
		}
		m.w = w
	}
}

// fromTold counts the weekday wd of m from the day that was told last: "the
// following Friday", "that Friday".
func (s *scan) fromTold(m *match, wd int, word string) {
	if !s.day.known() || s.sentence-s.dayAt > 1 {
		return
	}
	d := s.day.first()
	gap := int64((wd - weekdayOf(d) + 7) % 7)
	switch {
	case word == "previous" || word == "that" && gap > 0:
		gap -= 7
	case gap == 0 && word != "that":
		gap = 7
	}
	m.w, m.against = dayOf(d+gap), s.place(s.day, s.dayAt)
}

// weekdayFrom counts a weekday from the publication date.
func (s *scan) weekdayFrom(wd int, word string, i int) (when, Rule) {
	c := s.created.first()
	back := int64((weekdayOf(c) - wd + 7) % 7)
	on := (7 - back) % 7
	switch word {
	case "last", "past", "previous":
		if back == 0 {
			back = 7
		}
		return dayOf(c - back), RuleWeekdayBefore
	case "next":
		// Of a day later in the same week some say "next" and mean the week after.
		if on > 0 && weekdayOf(c) < wd {
			if s.thisWeekday == wd {
				return dayOf(c + on + 7), RuleWeekdayAfter
			}
			return dayOf(c + on), RuleWeekdayNext
		}
		fallthrough
	case "coming", "following":
		if on == 0 {
			on = 7
		}
		return dayOf(c + on), RuleWeekdayAfter
	case "this":
		s.thisWeekday = wd
		if s.tense(i) == past {
			return dayOf(c - back), RuleWeekdayThisPast
		}
		return dayOf(c + on), RuleWeekdayThis
	}
	switch s.tense(i) {
	case ahead:
		return dayOf(c + on), RuleWeekdayAhead
	case past:
		return dayOf(c - back), RuleWeekdayPast
	}
	return dayOf(c - back), RuleWeekdayLast
}
