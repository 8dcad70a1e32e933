package timex

// today reads what counts days from the publication date: "today", "yesterday
// morning", "last night", "the day before yesterday".
func (s *scan) today(i int) (match, bool) {
	k := i
	if s.any(k, "earlier", "later", "early", "late") && s.any(k+1, "today", "yesterday", "tomorrow", "tonight") {
		k++
	}
	m := match{from: i, to: k + 1, rule: RuleToday}
	offset, code := 0, ""
	switch s.at(k).w {
	case "today":
		if s.created.g == noGrain && s.any(i-1, "of") {
			m.val = "XXXX-XX-XX"
			return m, true
		}
		if s.nowadays(i) {
			m.val, m.rule = "PRESENT_REF", RuleVague
			return m, true
		}
	case "yesterday":
		offset, m.rule = -1, RuleYesterday
	case "tomorrow":
		offset, m.rule = 1, RuleTomorrow
	case "tonight":
		code, m.rule = "NI", RuleNight
	case "this", "last":
		if !s.is(k+1, partWord) || s.is(k+1, plural) {
			return match{}, false
		}
		code, m.to, m.rule = parts[s.at(k+1).w], k+2, RulePartOfToday
		if s.words(k, "last") {
			if code != "NI" && code != "EV" {
				return match{}, false
			}
			offset, m.rule = -1, RulePartOfYesterday
		}
	case "overnight":
		code, m.rule = "NI", RuleNight
	case "the":
		switch {
		case s.words(k, "the", "day", "before", "yesterday"):
			offset, m.to, m.rule = -2, k+4, RuleTwoDaysBefore
		case s.words(k, "the", "day", "after", "tomorrow"):
			offset, m.to, m.rule = 2, k+4, RuleTwoDaysAfter
		default:
			return match{}, false
		}
	default:
		return match{}, false
	}
	if code == "" && s.is(m.to, partWord) && !s.is(m.to, plural) {
		code, m.to = parts[s.at(m.to).w], m.to+1
	}
	m.w = when{g: day, noYear: true}
	if s.created.g == day {
		m.w, m.against = s.created.add(offset), s.published()
	}
	if code != "" {
		m.w.g, m.w.code = part, code
	}
	return m, true
}

// nowadays reports whether "today" at token i is no day: "known today as", "even
// today", and in a text that is no news "today, most are".
func (s *scan) nowadays(i int) bool {
	if s.any(i-1, "known", "even", "still", "until", "of", "than") || s.any(i+1, "known", "still", "'") && !s.news {
		return true
	}
	if s.news || s.tense(i) != unknownTense {
		return false
	}
	for k := max(0, i-clauseTokens); k < len(s.toks) && k < i+clauseTokens; k++ {
		if s.is(k, nowVerb) || futurate[thirdPerson(s.at(k).w)] || s.any(k, "remain", "stands", "still", "survive", "exist") {
			return true
		}
	}
	return false
}

// part reads a part of a day that a date, or no date, belongs to: "the morning of
// May 3", "that evening", "the next morning", "the same afternoon".
func (s *scan) part(i int) (match, bool) {
	k, offset, known, ok := s.partLead(i)
	if !ok {
		return match{}, false
	}
	t := s.at(k)
	if t.word.c&partWord == 0 || t.word.c&plural != 0 || s.at(k+1).w == "-" && s.at(k+1).glued {
		return match{}, false
	}
	m := match{from: i, to: k + 1, rule: RulePartOfDay}
	m.w = when{g: part, code: parts[t.w], noYear: true}
	if s.words(k+1, "of") || s.words(k+1, "on") {
		j := k + 2
		if s.words(j, "the") && !s.is(j+1, weekdayWord|monthWord) && s.at(j+1).kind != kindNumber {
			if !known && s.words(k+1, "of") {
				return m, s.any(i, "the")
			}
		} else if d, ok := s.dated(j); ok {
			m.w, m.to, m.against, m.own = d.w, d.to, d.against, d.own
			m.w.g, m.w.code = part, parts[t.w]
			return m, true
		}
	}
	switch {
	case s.day.known() && (s.dayAt == s.sentence || known && s.sentence-s.dayAt <= 3):
		m.w, m.against = dayOf(s.day.first()+int64(offset)), s.place(s.day, s.dayAt)
	default: // "in the morning" alone is that of no day
		return m, known || s.any(i, "the") || s.any(i-1, "in", "by", "at", "during")
	}
	m.w.g, m.w.code = part, parts[t.w]
	return m, true
}

// partLead reads what stands before a part of a day: how many days it lies from the
// day that was told, and whether it points to one at all.
func (s *scan) partLead(i int) (k, offset int, known, ok bool) {
	k = i
	switch {
	case s.words(k, "the", "same"), s.words(k, "that", "same"):
		k, known = k+2, true
	case s.words(k, "the", "next"), s.words(k, "the", "following"):
		k, known, offset = k+2, true, 1
	case s.words(k, "the", "previous"):
		k, known, offset = k+2, true, -1
	case s.any(k, "that", "the"):
		known = s.words(k, "that")
		k++
	case s.any(i-1, "in", "by", "at", "during", "since", "until") && s.is(i, partWord):
	default:
		return k, 0, false, false
	}
	if s.any(k, "early", "late") {
		k++
	}
	return k, offset, known, true
}

// dated reads a day at k, by its date, its weekday or from today.
func (s *scan) dated(k int) (match, bool) {
	const deepest = 2 // "the day before the day before yesterday"
	if s.depth >= deepest {
		return match{}, false
	}
	s.depth++
	defer func() { s.depth-- }()
	for _, rule := range []func(*scan, int) (match, bool){(*scan).date, (*scan).today, (*scan).weekday, (*scan).numeric, (*scan).anaphor, (*scan).follow} {
		if m, ok := rule(s, k); ok && (m.w.g == day) {
			return m, true
		}
	}
	return match{}, false
}
