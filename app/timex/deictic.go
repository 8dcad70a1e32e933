package timex

// deictic reads "this", "last" and "next" before a unit, a month or a season:
// "last year", "next month", "this spring", "last May", "this weekend".
func (s *scan) deictic(i int) (match, bool) {
	k := i
	lead := ""
	if s.any(k, "earlier", "later") || s.any(k, "early", "late") && s.any(k+1, "this", "last", "next") || s.any(k, "earlier", "later", "early", "late") && s.words(k+1, "in") {
		lead = s.at(k).w
		k++
		if s.words(k, "in") {
			k++
		}
	}
	if s.words(k, "the") && s.any(k+1, "last", "next", "past", "coming", "current", "present", "upcoming", "new") {
		k++
	}
	word := s.at(k).w
	shift := 0
	switch word {
	case "this", "current", "present":
		if s.any(k+1, "past", "coming", "current") {
			k++
			word = s.at(k).w
			if word == "past" {
				shift = -1
			}
		}
	case "last", "past":
		shift = -1
	case "next", "coming", "upcoming":
		shift = 1
	default:
		return match{}, false
	}
	bare := k == i || s.at(k-1).w != "the"
	k++
	if !bare && (word == "next" && s.is(k, unitWord) && units[s.at(k).word.n].g > decade || word == "last" && s.words(k, "day")) {
		return match{}, false // "the next day" counts from the text
	}
	if s.any(k, "calendar", "fiscal", "financial", "business") && s.words(k+1, "year") {
		v := when{g: year, fiscal: true, noYear: true}
		m := match{from: i, to: k + 2, rule: RuleBusinessYear, keep: true}
		if s.created.g >= year {
			v.y, v.noYear, m.against = s.created.y+shift, false, s.published()
		}
		if s.words(k, "calendar") {
			v.fiscal = false
		}
		m.w = v
		return m, true
	}
	t := s.at(k)
	m := match{from: i, to: k + 1, rule: [3]Rule{RuleLastPeriod, RuleThisPeriod, RuleNextPeriod}[shift+1]}
	switch lead {
	case "early":
		m.mod = "START"
	case "late":
		m.mod = "END"
	}
	base := s.created
	switch {
	case t.word.c&monthWord != 0 && s.month(k) != 0:
		if s.at(s.afterMonth(k)).kind == kindNumber {
			return match{}, false
		}
		m.w = when{g: month, m: t.word.n, noYear: true}
		if base.g >= month {
			m.w = s.shifted(m.w, base, shift)
			m.against = s.published()
		}
		return m, true
	case t.word.c&seasonWord != 0 && !bare && s.ref.known() && (s.account() || s.near() && !s.current(s.ref)):
		return match{}, false // "the next spring" counts from the story
	case t.word.c&seasonWord != 0 && t.word.c&plural == 0:
		m.w = when{g: season, n: t.word.n, noYear: true}
		if base.g >= month {
			m.w = s.shifted(m.w, base, shift)
			m.against = s.published()
		}
		return m, true
	case t.word.c&unitWord == 0 || t.word.c&plural != 0 || t.upper && k > i+1:
		return match{}, false
	}
	u := units[t.word.n]
	if u.g == noGrain || u.g >= part || t.word.n == unitFortnight || t.w == "season" {
		return match{}, false
	}
	if u.g == day && shift == 0 {
		m.val, m.rule = "PRESENT_REF", RuleVague // "to this day", "the present day"
		return m, true
	}
	if word == "past" && u.g != weekend || !bare && (word == "last" || word == "next" || word == "coming") && u.g != weekend {
		// "the past year" is a length; "the last quarter" in a report is the quarter.
		if (word == "past" || word == "coming") && u.g != weekend || u.g == decade || u.g == century || word == "last" && (u.g == week || u.g == month) {
			return s.stretch(m, t.word.n, shift)
		}
	}
	if u.g == weekend {
		m.w = when{g: weekend, noYear: true}
	} else {
		m.w = unknown(u.g)
	}
	if u.g == weekend && shift == 0 {
		s.placeWeekend(&m, i, word)
		return m, true
	}
	if v := base.to(u.g); v.known() {
		m.w, m.against = v.add(shift), s.published()
	}
	return m, true
}

// placeWeekend counts "the weekend" and "this weekend" from the publication date:
// the next one where the clause looks ahead, else the last one, that of the day of
// publication included. "This weekend" of no known tense is that of this week.
func (s *scan) placeWeekend(m *match, i int, word string) {
	if s.created.g != day || s.account() && word == "the" {
		return
	}
	m.w, m.against = s.created.to(weekend), s.published()
	t := s.tense(i)
	if weekdayOf(s.created.first()) < 6 && (t == past || t == unknownTense && word == "the") {
		m.w = m.w.add(-1)
	}
}

// unknown is a date of grain g that nothing is known of.
func unknown(g grain) when {
	w := when{g: g, noYear: true}
	if g == century || g == decade {
		w.g = year
	}
	return w
}

// stretch is a length of one unit that ends or begins with the publication date.
func (s *scan) stretch(m match, u, shift int) (match, bool) {
	m.typ, m.val = Duration, durationValue("1", u)
	s.extent(&m, units[u].g, 1, shift)
	return m, true
}

// extent gives a duration before or after the publication date its calendar dates.
func (s *scan) extent(m *match, g grain, n, shift int) {
	if n > 1000 || g == noGrain || g == weekend {
		return
	}
	if g >= part {
		return
	}
	if g == week {
		g, n = day, 7*n
	}
	if g == decade || g == century {
		n *= map[grain]int{decade: 10, century: 100}[g]
		g = year
	}
	base := s.created.to(g)
	if !base.known() || g == quarter {
		return
	}
	// What is past ends with the day of publication, what is to come begins there.
	a, b := s.created, base.add(n)
	if shift < 0 {
		a, b = base.add(-n), s.created
	}
	if a.y < 1 || b.y > 9999 {
		return
	}
	m.edtf, m.against = a.edtf()+"/"+b.edtf(), s.published()
}

// shifted finds the month or season w that "last", "this" or "next" means.
func (s *scan) shifted(w, base when, shift int) when {
	w.y, w.noYear = base.y, false
	if w.g == season && w.n == 4 && base.m <= 2 {
		w.y-- // in January, winter began in December
	}
	first, now := w.first(), base.first()
	switch {
	case shift < 0 && (w.last() >= now && (first > now || w.g == month && w.m == base.m || w.g == season)):
		w.y--
	case shift > 0 && first <= now:
		w.y++
	}
	return w
}
