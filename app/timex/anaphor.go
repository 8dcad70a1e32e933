package timex

// anaphor reads what counts from a date the text has just given: "the same day",
// "the next day", "that year", "the previous month", "the day before", "the same
// period last year", "the year", "the end of the month".
func (s *scan) anaphor(i int) (match, bool) {
	word, k := s.backward(i)
	switch {
	case word == "the":
		return s.definite(i)
	case word == "":
		return match{}, false
	case s.words(k, "period") || s.words(k, "time"):
		return s.samePeriod(i, k, word)
	}
	t := s.at(k)
	shift := 0
	switch word {
	case "next", "following", "succeeding", "ensuing", "subsequent":
		shift = 1
	case "previous", "preceding":
		shift = -1
	}
	m := match{from: i, to: k + 1, rule: [3]Rule{RulePeriodBefore, RulePeriodThat, RulePeriodAfter}[shift+1]}
	switch {
	case t.word.c&seasonWord != 0 && t.word.c&plural == 0:
		return s.seasonTold(m, t.word.n, shift), true
	case t.word.c&monthWord != 0 && s.month(k) != 0 && s.at(k+1).kind != kindNumber && shift != 0:
		return s.monthTold(m, t.word.n, shift), true
	case t.word.c&unitWord == 0 || t.word.c&plural != 0 || t.w == "season":
		return match{}, false
	}
	u := units[t.word.n]
	if u.g == noGrain || u.g >= part || t.word.n == unitFortnight {
		return match{}, false
	}
	if word == "same" && s.yearsBefore(&m, u.g) {
		return m, true
	}
	s.fromReference(&m, u.g, shift)
	if s.counting(&m) && (word == "that" || word == "same" || u.g == day) {
		// "That day" is one that the text has told: never that of publication
		m.w, m.against = unknown(u.g), ""
	}
	m.keep = shift < 0
	return m, true
}

// backward reads the words before a unit that point back: "the same", "that",
// "the following". It returns which one and the token behind; "the" alone for an
// article with nothing of the kind, "" for none.
func (s *scan) backward(i int) (word string, k int) {
	switch {
	case s.words(i, "the", "same"), s.words(i, "that", "same"):
		return "same", i + 2
	case s.words(i, "the", "very", "same"):
		return "same", i + 2
	case s.words(i, "the", "very", "next"):
		return "next", i + 3
	case s.words(i, "the") && s.any(i+1, "next", "following", "previous", "preceding", "succeeding", "ensuing", "subsequent"):
		return s.at(i + 1).w, i + 2
	case s.words(i, "the"):
		return "the", i
	case s.any(i, "that", "following", "previous", "preceding") && s.is(i+1, unitWord|seasonWord) && !s.is(i+1, plural):
		return s.at(i).w, i + 1
	case s.any(i, "same") && s.words(i+1, "day"):
		return "same", i + 1
	}
	return "", i
}

// seasonTold sets m to season n of the year that the text has come to.
func (s *scan) seasonTold(m match, n, shift int) match {
	m.w = when{g: season, n: n, noYear: true}
	if s.ref.known() && s.ref.g >= year && (s.account() || s.near()) {
		m.w.y, m.w.noYear, m.against = s.ref.y+shift, false, s.before()
		if shift > 0 && s.ref.g >= month && s.ref.m > 0 && n*3 > s.ref.m {
			m.w.y--
		}
	}
	return m
}

// monthTold sets m to month n before or after the one that the text has come to.
func (s *scan) monthTold(m match, n, shift int) match {
	m.w = when{g: month, m: n, noYear: true}
	b := s.ref.to(month)
	if !b.known() || !s.near() {
		return m
	}
	m.w, m.against = when{g: month, y: b.y, m: n}, s.before()
	switch {
	case shift > 0 && n <= b.m:
		m.w.y++
	case shift < 0 && n >= b.m:
		m.w.y--
	}
	return m
}

// yearsBefore sets m to "the same month last year", where such a year follows.
func (s *scan) yearsBefore(m *match, g grain) bool {
	v, next, against, ok := s.yearBack(m.to)
	if !ok || v == 0 {
		return false
	}
	m.w = unknown(g)
	base := s.ref.to(g)
	if !base.known() || !s.near() {
		base, against = s.created.to(g), s.published()
	}
	if base.known() && (g == month || g == quarter || g == day) {
		base.y += v
		m.w, m.against, m.keep = base, against, true
	}
	m.to = next
	return true
}

// counting reports whether m was counted from the publication date.
func (s *scan) counting(m *match) bool { return m.against != "" && m.against == s.published() }

// fromReference sets m to the unit of grain g that lies shift units from the date
// that the text has come to, else from the publication date.
func (s *scan) fromReference(m *match, g grain, shift int) {
	m.w = unknown(g)
	if g == day && s.day.known() && s.sentence-s.dayAt <= 3 {
		m.w, m.against = s.day.to(day).add(shift), s.place(s.day, s.dayAt)
		return
	}
	if v := s.ref.to(g); v.known() && g != day && (s.account() || s.sentence-s.refAt <= 2) {
		m.w, m.against = v.add(shift), s.before()
		return
	}
	if s.account() {
		return
	}
	if v := s.created.to(g); v.known() && !s.account() && !s.distant() {
		m.w, m.against = v.add(shift), s.published()
	}
}

// yearBack reads "last year", "a year ago", "a year earlier", "the year before".
func (s *scan) yearBack(k int) (shift, next int, against string, ok bool) {
	switch {
	case s.words(k, "last", "year"):
		return -1, k + 2, s.published(), s.created.g >= year
	case s.words(k, "of", "last", "year"):
		return -1, k + 3, s.published(), s.created.g >= year
	case s.words(k, "of", "the", "last", "year"), s.words(k, "of", "the", "previous", "year"):
		return -1, k + 4, s.published(), s.created.g >= year
	case s.words(k, "in", "the", "previous", "year"):
		return -1, k + 4, s.published(), s.created.g >= year
	case s.any(k, "a", "one") && s.words(k+1, "year") && s.any(k+2, "ago", "earlier", "before"):
		return -1, k + 3, s.before(), true
	case s.words(k, "the", "year", "before"), s.words(k, "the", "previous", "year"), s.words(k, "the", "year", "earlier"):
		return -1, k + 3, s.before(), true
	}
	return 0, 0, "", false
}

// samePeriod reads "the same period last year": the last quarter, half or month
// that the text gave, a year before.
func (s *scan) samePeriod(i, k int, word string) (match, bool) {
	if word != "same" {
		return match{}, false
	}
	m := match{from: i, to: k + 1, rule: RulePeriodSame}
	shift, next, against, ok := s.yearBack(k + 1)
	if !ok && s.words(k+1, "in") && s.yearLike(k+2) && s.ref.known() && s.ref.g > year {
		m.w, m.to, m.own = s.ref.to(min(s.ref.g, month)), k+3, true
		m.w.y = s.at(k + 2).n
		return m, true
	}
	if !ok {
		if s.words(k, "time") {
			return match{}, false // "at the same time"
		}
		m.val = "XXXX-XX-XX"
		if s.near() {
			m.val, m.w, m.against = "", s.ref, s.before()
		}
		return m, true
	}
	m.to = next
	if base := s.ref; s.near() && base.g >= year && base.g != week && base.g != weekend && base.g < day {
		base.y += shift
		m.w, m.against = base, s.before()
		return m, true
	}
	m.w = unknown(year)
	if v := s.created.to(year); v.known() && against != "" {
		m.w, m.against = v.add(shift), s.published()
	}
	return m, true
}

// definite reads a unit with an article alone, where it stands for the present
// one: "later in the day", "the end of the year", "the day before".
func (s *scan) definite(i int) (match, bool) {
	k := i + 1
	t := s.at(k)
	if t.word.c&unitWord == 0 || t.word.c&plural != 0 {
		return match{}, false
	}
	u := units[t.word.n]
	m := match{from: i, to: k + 1, rule: RulePeriodReached}
	switch {
	case u.g == noGrain || u.g >= part || t.word.n == unitFortnight || s.at(k+1).w == "-" || t.w == "season":
		return match{}, false
	case s.any(i-1, "of", "in", "during", "throughout") && s.any(i-2, "end", "beginning", "start", "middle", "rest", "close", "late", "later", "early", "earlier", "remainder", "part", "half", "most", "outset", "over") && (u.g != century || s.account()):
		if s.words(k+1, "of") {
			return match{}, false
		}
		s.fromReference(&m, u.g, 0)
		return m, true
	case s.any(k+1, "before", "after", "earlier", "later", "previous", "prior"):
		n := k + 2
		shift := 1
		if s.any(k+1, "before", "earlier", "previous", "prior") {
			shift = -1
		}
		a := s.at(n)
		if s.any(k+1, "before", "after") && (a.kind == kindWord && !s.any(n, closedWords...) || a.kind == kindNumber || s.any(n, "the", "he", "she", "they", "a", "it")) {
			// "the day before the election"; a date may follow
			if d, ok := s.dated(n); ok && u.g == day && d.w.known() {
				m.w, m.to, m.against = d.w.add(shift), d.to, d.against
				return m, true
			}
			m.w = unknown(u.g)
			return m, u.g == day
		}
		m.to, m.keep = n, shift < 0
		s.fromReference(&m, u.g, shift)
		if s.counting(&m) && u.g == day {
			m.w, m.against = unknown(u.g), ""
		}
		return m, true
	case u.g <= day && u.g != weekend && u.g != century && u.g != decade && !s.any(i-1, "of", "per", "by", "to") && !t.upper && s.telling(k+1):
		s.fromReference(&m, u.g, 0)
		return m, true
	case u.g == weekend && s.any(i-1, "over", "during", "of", "for", "at", "on", "in"):
		m.w = when{g: weekend, noYear: true}
		s.placeWeekend(&m, i, "the")
		return m, true
	}
	return match{}, false
}

// telling reports whether a unit ends before token k: nothing follows that says
// which one is meant.
func (s *scan) telling(k int) bool {
	t := s.at(k)
	if t.kind == kindPunct && t.w != "-" || t.kind == kindNone || t.w == "s" {
		return true
	}
	return s.any(k, "at", "in", "with", "and", "by", "up", "down", "as", "but", "for", "from", "on", "was", "were", "is", "because", "after", "while", "earlier", "trading", "lower", "higher")
}
