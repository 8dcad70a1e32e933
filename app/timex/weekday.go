package timex

// weekday reads "Thursday", "last Friday", "next Tuesday morning", "Mondays".
func (s *scan) weekday(i int) (match, bool) {
	k, word := i, ""
	if s.any(k, "last", "next", "this", "that", "coming", "past", "following", "previous") ||
		s.words(k, "this", "past") || s.words(k, "the", "following") || s.words(k, "the", "next") || s.words(k, "the", "previous") || s.words(k, "this", "coming") {
		word = s.at(k).w
		k++
		if !s.is(k, weekdayWord) {
			word = s.at(k).w
			k++
		}
	}
	t := s.at(k)
	if t.word.c&weekdayWord == 0 || !t.upper {
		return match{}, false
	}
	wd := weekdays[t.w]
	next := k + 1
	if weekdayAbbr[t.w] {
		if s.at(next).w != "." && !(t.w == "tues" || t.w == "thurs" || t.w == "thur") || s.text[t.start:t.end] == "SUN" || s.at(next).w == "." && (t.w == "sun" || t.w == "sat") && !s.any(k-1, "on", "this", "last", "next", ",") {
			return match{}, false
		}
		next = s.stop(next)
	}
	m := match{from: i, to: next, rule: RuleWeekday}
	if s.is(k, plural) {
		m.typ, m.val, m.rule = Set, when{g: day, noYear: true, wd: wd}.value(), RuleWeekdaySet
		return m, true
	}
	if b := s.at(k - 1); word == "" && b.upper && b.kind == kindWord && b.glued == false && k > 1 && b.word.c == 0 && s.at(next).upper && s.at(next).kind == kindWord {
		return match{}, false // "Sheffield Wednesday FC"
	}
	m.w = when{g: day, noYear: true, wd: wd}
	switch {
	case s.any(i-1, "each", "every"):
		return match{}, false
	case s.account() && (word == "next" || word == "following" || word == "previous" || word == "that"):
		if s.day.known() && s.sentence-s.dayAt <= 1 {
			gap := (wd-weekdayOf(s.day.first())+7)%7 - 7
			if word != "previous" && gap != 0 && !(word == "that") {
				gap += 7
			}
			m.w, m.against = dayOf(s.day.first()+int64(gap)), s.place(s.day, s.dayAt)
		}
	case s.account() || s.created.g < day || s.any(i-1, "a", "an"): // "on a Thursday" is any
	default:
		m.w, m.rule = s.weekdayFrom(wd, word, i)
		if to := s.at(next + 1); to.word.c&weekdayWord != 0 && to.upper && (s.any(next, "to", "through", "until", "-") || s.any(next, "and") && to.word.n == wd%7+1) {
			// The two are days of one week: count back from the second.
			end, _ := s.weekdayFrom(to.word.n, word, i)
			m.w = dayOf(end.first() - int64((to.word.n-wd+7)%7))
		}
		m.against = s.published()
	}
	if m.against == "" {
		m.rule = RuleWeekdayOpen
	}
	// A part of the day may follow: "Friday morning".
	if s.is(next, partWord) && !s.is(next, plural) && !(s.words(next, "night") && s.any(next+1, "football", "live")) {
		m.w.g, m.w.code, m.to = part, parts[s.at(next).w], next+1
	}
	return m, true
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
	case "next", "coming", "following":
		if on == 0 {
			on = 7
		}
		return dayOf(c + on), RuleWeekdayAfter
	case "this":
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
