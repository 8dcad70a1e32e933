package timex

// set reads what returns: "every Friday", "each year", "annual", "twice a week",
// "per day", "every two years".
func (s *scan) set(i int) (match, bool) {
	t := s.at(i)
	m := match{from: i, typ: Set, rule: RuleReturning}
	if v, ok := adverbs[t.w]; ok {
		if t.upper && s.at(i+1).upper && s.at(i+1).kind == kindWord || t.upper && i > 0 && s.at(i-1).upper {
			return match{}, false // "Daily Mail"
		}
		m.to, m.val = i+1, v
		return m, true
	}
	switch t.w {
	case "every", "each":
		k := i + 1
		if s.any(k, "other", "single", "second") {
			k++
		}
		n := s.at(k)
		switch {
		case s.words(k, "time") || n.word.c&cardinal != 0 && !s.is(k+1, unitWord):
			return match{}, false
		case s.any(k-1, "second", "other") && n.word.c&unitWord != 0:
			m.to, m.val = k+1, durationValue("2", n.word.n)
			return m, true
		case n.word.c&weekdayWord != 0:
			m.to, m.val = k+1, when{g: day, noYear: true, wd: n.word.n}.value()
			if s.is(k+1, partWord) {
				m.to, m.val = k+2, m.val+"T"+parts[s.at(k+1).w]
			}
			return m, true
		case n.word.c&partWord != 0:
			m.to, m.val = k+1, "XXXX-XX-XXT"+parts[n.w]
			return m, true
		case n.word.c&seasonWord != 0:
			m.to, m.val = k+1, "XXXX-"+seasonCodes[n.word.n]
			return m, true
		case s.month(k) != 0:
			m.to, m.val = k+1, when{g: month, m: n.word.n, noYear: true}.value()
			return m, true
		case n.word.c&unitWord != 0 && n.word.n != unitSeason:
			m.to, m.val = k+1, durationValue("1", n.word.n)
			return m, true
		}
		if q, ok := s.measure(k); ok && !q.q.word {
			m.to, m.val = q.next, q.value
			return m, true
		}
	case "per":
		if n := s.at(i + 1); n.word.c&unitWord != 0 && n.word.c&plural == 0 {
			m.to, m.val, m.rule = i+2, durationValue("1", n.word.n), RuleRate
			return m, true
		}
	case "once", "twice":
		if s.any(i+1, "a", "every", "each", "per") && s.is(i+2, unitWord) && !s.is(i+2, plural) {
			m.to, m.val = i+3, durationValue("1", s.at(i+2).word.n)
			return m, true
		}
	case "weekends":
		m.to, m.val = i+1, "XXXX-WXX-WE"
		return m, true
	}
	return match{}, false
}
