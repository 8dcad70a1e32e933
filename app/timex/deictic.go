package timex

// pointer is what stands before a unit and tells which one: "this", "the last",
// "earlier this".
type pointer struct {
	lead  string // "earlier", "late": it narrows
	word  string // "this", "past", "next"
	shift int    // -1, 0 or 1 units from the present one
	next  int    // token behind it
	bare  bool   // no article before it
}

// deictic reads "this", "last" and "next" before a unit, a month or a season:
// "last year", "next month", "this spring", "last May", "this weekend".
func (s *scan) deictic(i int) (match, bool) {
	p, ok := s.pointer(i)
	if !ok {
		return match{}, false
	}
	k := p.next
	t := s.at(k)
	m := match{from: i, to: k + 1, rule: [3]Rule{RuleLastPeriod, RuleThisPeriod, RuleNextPeriod}[p.shift+1]}
	m.mod = map[string]string{"early": "START", "late": "END"}[p.lead]
	switch {
	case s.any(k, "calendar", "fiscal", "financial", "business") && s.words(k+1, "year"):
		return s.businessYear(m, k, p.shift), true
	case t.word.c&monthWord != 0 && s.month(k) != 0:
		return s.deicticPart(m, when{g: month, m: t.word.n, noYear: true}, p.shift), s.at(s.afterMonth(k)).kind != kindNumber
	case t.word.c&seasonWord != 0 && !p.bare && s.ref.known() && (s.account() || s.near() && !s.current(s.ref)):
		return match{}, false // "the next spring" counts from the story
	case t.word.c&seasonWord != 0 && t.word.c&plural == 0:
		return s.deicticPart(m, when{g: season, n: t.word.n, noYear: true}, p.shift), true
	case t.word.c&unitWord == 0 || t.word.c&plural != 0 || t.upper && k > i+1:
		return match{}, false
	}
	return s.deicticUnit(m, p, i)
}

// pointer reads what stands before the unit of a deictic phrase.
func (s *scan) pointer(i int) (p pointer, ok bool) {
	k := i
	if s.any(k, "earlier", "later") || s.any(k, "early", "late") && (s.any(k+1, "this", "last", "next") || s.words(k+1, "in")) {
		p.lead = s.at(k).w
		k++
		if s.words(k, "in") {
			k++
		}
	}
	if s.words(k, "the") && s.any(k+1, "last", "next", "past", "coming", "current", "present", "upcoming", "new") {
		k++
	}
	p.word = s.at(k).w
	switch p.word {
	case "this", "current", "present":
		if s.any(k+1, "past", "coming", "current") {
			k++
			p.word = s.at(k).w
			if p.word == "past" {
				p.shift = -1
			}
		}
	case "last", "past":
		p.shift = -1
	case "next", "coming", "upcoming":
		p.shift = 1
	default:
		return p, false
	}
	p.bare = k == i || s.at(k-1).w != "the"
	p.next = k + 1
	// "the next day" counts from the text
	return p, p.bare || !(p.word == "next" && s.is(k+1, unitWord) && units[s.at(k+1).word.n].g > decade || p.word == "last" && s.words(k+1, "day"))
}

// businessYear sets m to a business or calendar year.
func (s *scan) businessYear(m match, k, shift int) match {
	m.to, m.rule, m.keep, m.mod = k+2, RuleBusinessYear, true, ""
	m.w = when{g: year, fiscal: !s.words(k, "calendar"), noYear: true}
	if s.created.g >= year {
		m.w.y, m.w.noYear, m.against = s.created.y+shift, false, s.published()
	}
	return m
}

// deicticPart sets m to the month or season w.
func (s *scan) deicticPart(m match, w when, shift int) match {
	m.w = w
	if s.created.g >= month {
		m.w, m.against = s.shifted(w, s.created, shift), s.published()
	}
	return m
}

// deicticUnit sets m to the unit behind p.
func (s *scan) deicticUnit(m match, p pointer, i int) (match, bool) {
	t := s.at(p.next)
	u := units[t.word.n]
	switch {
	case u.g == noGrain || u.g >= part || t.word.n == unitFortnight || t.w == "season":
		return match{}, false
	case u.g == day && p.shift == 0:
		m.val, m.rule = "PRESENT_REF", RuleVague // "to this day", "the present day"
		return m, true
	case u.g != weekend && s.stretches(p, u.g):
		return s.stretch(m, t.word.n, p.shift)
	case u.g == weekend && p.shift == 0:
		m.w = when{g: weekend, noYear: true}
		s.placeWeekend(&m, i, p.word)
		return m, true
	}
	m.w = unknown(u.g)
	if v := s.created.to(u.g); v.known() {
		m.w, m.against = v.add(p.shift), s.published()
	}
	return m, true
}

// stretches reports whether p before a unit of grain g makes a length of time: "the
// past year" is one, "the last quarter" in a report is the quarter.
func (s *scan) stretches(p pointer, g grain) bool {
	switch p.word {
	case "past":
		return true
	case "coming":
		return !p.bare
	case "last":
		return !p.bare && (g == decade || g == century || g == week || g == month)
	case "next":
		return !p.bare && (g == decade || g == century)
	}
	return false
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
