package timex

// date reads a date by the name of its month: "Friday, 14 May 2024", "May 14th",
// "the 14th of May", "May 2024", "May", "July 25 of that year".
func (s *scan) date(i int) (match, bool) {
	k := i
	wd := 0
	if s.is(k, weekdayWord) && !s.is(k, plural) {
		wd = s.at(k).word.n
		k++
		if s.at(k).w == "." {
			k++
		}
		if s.at(k).w == "," {
			k++
		}
		if s.words(k, "the") && s.at(k+1).kind == kindNumber {
			k++
		}
	}
	m, ok := s.monthDate(k)
	if !ok || wd != 0 && m.w.d == 0 {
		return match{}, false
	}
	m.from = i
	if wd != 0 && m.w.known() && weekdayOf(m.w.first()) != wd {
		m.rule = RuleWeekdayMisfit
	}
	return m, true
}

// monthDate reads a month, and a day before or behind it.
func (s *scan) monthDate(i int) (match, bool) {
	k, mo, d, of := s.dayAndMonth(i)
	if of != nil {
		return of(i, k, d)
	}
	if mo == 0 {
		return match{}, false
	}
	m := match{from: i, to: k, rule: RuleMonth}
	if d > 0 {
		m.rule = RuleMonthDay
	}
	y, next, own := s.yearAfter(k)
	if !own {
		y, next, own = s.oldYearAfter(k)
	}
	if d > 0 && (own && !valid(y, mo, d, false) || !valid(0, mo, d, true)) {
		v := when{g: day, y: y, noYear: !own, m: mo, d: d}
		if own {
			m.to = next
		}
		m.val, m.rule = v.value(), RuleNoSuchDay
		return m, true
	}
	m.w = when{g: month, m: mo, noYear: true}
	if d > 0 {
		m.w.g, m.w.d = day, d
	}
	if own {
		m.w.y, m.w.noYear, m.to, m.own, m.rule = y, false, next, true, RuleAsWritten
		return m, true
	}
	if w, next, against, ok := s.relativeYear(k); ok {
		m.to, m.against = next, against
		m.w.y, m.w.noYear = w.y, w.noYear
		return m, true
	}
	if s.created.g >= year && s.any(i-1, "last", "next") && d == 0 {
		return match{}, false // read with the word before it
	}
	m.w, m.against = s.dateless(mo, d, i, k)
	return m, true
}

// dayAndMonth reads the month and the day at token i, 0 where there is none, and
// where they end. of reads on where the day has no month of its own.
func (s *scan) dayAndMonth(i int) (k, mo, d int, of func(i, k, d int) (match, bool)) {
	k = i
	if s.words(k, "the") {
		k++
	}
	n, next, ok := s.dayNumber(k)
	if !ok {
		if k != i {
			return k, 0, 0, nil
		}
		mo, k, d = s.monthAndDay(k)
		return k, mo, d, nil
	}
	k = next
	if s.words(k, "of") {
		k++
	}
	if s.any(k, "this", "that", "the", "last", "next") && s.words(k+1, "month") {
		return k, 0, n, s.dayOfMonth
	}
	if s.dashed(k) && s.month(k+1) != 0 {
		k++ // "10-Apr-2015"
	}
	if mo = s.month(k); mo == 0 {
		return k, 0, n, s.dayList
	}
	return s.afterMonth(k), mo, n, nil
}

// monthAndDay reads the month at k and the day behind it.
func (s *scan) monthAndDay(k int) (mo, next, d int) {
	if mo = s.month(k); mo == 0 || !s.meantAsMonth(k) {
		return 0, k, 0
	}
	k = s.afterMonth(k)
	j := k
	if s.words(j, "the") && (s.suffixed(j+1) || s.is(j+1, ordinal)) || s.dashed(j) {
		j++
	}
	n, end, ok := s.dayNumber(j)
	if !ok || s.yearLike(j) || s.at(end).w == ":" && s.at(end).glued && s.at(end+1).glued || s.glueds(end, "%") || s.at(end).w == "$" || s.is(j, ordinal) && s.is(end, unitWord|weekdayWord) {
		return mo, k, 0
	}
	return mo, end, n
}

// dashed reports whether a hyphen joins token k-1 to token k+1.
func (s *scan) dashed(k int) bool {
	return s.at(k).w == "-" && s.at(k).glued && s.at(k+1).glued && s.text[s.at(k).start] == '-'
}

// month returns the month that token k names, or 0.
func (s *scan) month(k int) int {
	t := s.at(k)
	if t.word.c&monthWord == 0 || !t.upper {
		return 0
	}
	return months[t.w]
}

// afterMonth skips the full stop of "Sept.", when the sentence goes on.
func (s *scan) afterMonth(k int) int {
	k++
	if s.at(k).w != "." {
		return k
	}
	// "May. 9, 2019": a stop behind a whole name, and a number right after it
	if shortMonths[s.at(k-1).w] || s.at(k).glued && s.at(k+1).kind == kindNumber && s.at(k+1).n <= 31 && s.at(k+2).w == "," {
		k++
	}
	return k
}

// meantAsMonth tells the month from the word and the name: "may", "March on",
// "Theresa May", "April Jones".
func (s *scan) meantAsMonth(k int) bool {
	t, before, after := s.at(k), s.at(k-1), s.at(s.afterMonth(k))
	if meant, sure := s.monthByNumber(k); sure {
		return meant
	}
	if s.any(k-1, "in", "since", "until", "till", "early", "late", "last", "this", "next", "mid", "by", "of", "during", "from", "between", "through", "before", "after", "to", "for", "previous", "following") ||
		before.w == "-" && s.words(k-2, "mid") {
		return t.w != "may" && t.w != "march" && t.w != "mar" && t.w != "dec" && t.w != "jan" || !after.upper || after.kind != kindWord || months[after.w] != 0
	}
	switch {
	case s.any(k+1, "of") && (s.at(k+2).kind == kindNumber || s.any(k+2, "this", "last", "next", "that")), s.any(k+1, "last", "this", "next") && s.words(k+2, "year"):
		return true
	case s.any(k-1, "and", "or", "to", "-", ",") && s.month(k-2) != 0, s.any(k+1, "and", "or", "to", "through", "-") && s.month(k+2) != 0:
		return true
	case width(t) <= 4 && t.w != "june" && t.w != "july", t.w == "march":
		return false // "May", "Mar", "Dec": too likely a word or a name
	}
	return !s.named(k) || t.w != "april" && t.w != "june" && t.w != "august"
}

// named reports whether a capitalised word beside the month at k makes a name of it.
func (s *scan) named(k int) bool {
	before, after := s.at(k-1), s.at(s.afterMonth(k))
	return before.kind == kindWord && before.upper && k > 1 || after.kind == kindWord && after.upper && after.word.c == 0 && !after.glued
}

// monthByNumber tells a month by the number behind it; sure is false where there is
// none.
func (s *scan) monthByNumber(k int) (meant, sure bool) {
	next := s.afterMonth(k)
	n, behind := s.at(next), s.at(next+1)
	switch {
	case n.kind == kindNumber && n.n > 0 && (n.n <= 31 || n.n >= 1000 && n.n < 2200):
		// "Long March 3B" is a rocket
		return !(behind.kind == kindWord && behind.glued && !s.suffixed(next)) && !(s.at(k-1).upper && s.any(k-1, "long")), true
	case n.word.c&ordinal != 0 && behind.kind != kindWord:
		return true, true // "May eighth, 2011"
	case n.w == "-" && s.dashed(k+1) && s.at(k+2).kind == kindNumber:
		return true, true // "March-9-2021"
	}
	return false, false
}

// dayNumber reads a day of the month: "14", "14th", "fourteenth".
func (s *scan) dayNumber(k int) (d, next int, ok bool) {
	t := s.at(k)
	switch {
	case t.kind == kindNumber && width(t) <= 2 && t.n >= 1 && t.n <= 31:
		if s.joined(k) {
			return 0, 0, false
		}
		if s.suffixed(k) {
			return t.n, k + 2, true
		}
		n := s.at(k + 1)
		if n.kind == kindWord && n.glued && s.month(k+1) == 0 {
			return 0, 0, false
		}
		if (n.w == "." || n.w == ",") && n.glued && s.at(k+2).glued && s.at(k+2).kind == kindNumber && width(s.at(k+2)) != 4 {
			return 0, 0, false // "1.5", "3,000"
		}
		return t.n, k + 1, true
	case t.word.c&ordinal != 0:
		return t.word.n, k + 1, true
	case s.any(k, "twenty", "thirty") && s.at(k+1).w == "-" && s.is(k+2, ordinal):
		d := t.word.n + s.at(k+2).word.n
		return d, k + 3, d <= 31
	}
	return 0, 0, false
}

// suffixed reports whether the number at k has "st", "nd", "rd" or "th".
func (s *scan) suffixed(k int) bool {
	n := s.at(k + 1)
	return s.at(k).kind == kindNumber && n.glued && (n.w == "st" || n.w == "nd" || n.w == "rd" || n.w == "th")
}

// joined reports whether the number at k is the tail of something: "$30", "3.14".
func (s *scan) joined(k int) bool {
	if !s.at(k).glued {
		return s.at(k-1).w == "$" || s.at(k-1).w == "€" || s.at(k-1).w == "£"
	}
	switch s.at(k - 1).w {
	case "(", "[", "\"", "'", "“", "-", "*":
		return false
	case ",":
		return s.at(k-2).kind == kindNumber
	}
	return true
}

func (s *scan) glueds(k int, w string) bool { return s.at(k).glued && s.at(k).w == w }

// dayList reads the first of the days before a month: "3" of "3 to 5 May 2016".
func (s *scan) dayList(i, k, d int) (match, bool) {
	if s.at(i).kind != kindNumber && !(s.words(i, "the") && s.at(i+1).kind == kindNumber) {
		return match{}, false
	}
	for j, n := k, 0; n < 3 && s.any(j, "-", "to", "and", "or", ",", "through"); n++ {
		j++
		if s.words(j, "the") {
			j++
		}
		_, next, ok := s.dayNumber(j)
		if !ok {
			return match{}, false
		}
		if s.words(next, "of") && s.month(next+1) != 0 {
			next++
		}
		if mo := s.month(next); mo != 0 {
			m := match{from: i, to: k, rule: RuleDayOfNextMonth}
			if y, _, ok := s.yearAfter(s.afterMonth(next)); ok {
				m.w, m.own = when{g: day, y: y, m: mo, d: d}, true
			} else {
				m.w, m.against = s.dateless(mo, d, i, s.afterMonth(next))
			}
			return m, m.w.noYear || valid(m.w.y, mo, d, false)
		}
		j = next
	}
	return match{}, false
}

// dayOfMonth reads "the 28th of that month".
func (s *scan) dayOfMonth(i, k, d int) (match, bool) {
	m := match{from: i, to: k + 2, rule: RuleDayOfMonth}
	m.w = when{g: day, noYear: true, d: d}
	base, against := s.ref.to(month), s.before()
	if s.any(k, "this", "last", "next") {
		base, against = s.created.to(month), s.published()
		switch {
		case base.known() && s.words(k, "last"):
			base = base.add(-1)
		case base.known() && s.words(k, "next"):
			base = base.add(1)
		}
	}
	if !base.known() {
		m.val = "XXXX-XX-XX"
		return m, true
	}
	m.w, m.against = when{g: day, y: base.y, m: base.m, d: d}, against
	return m, valid(base.y, base.m, d, false)
}
