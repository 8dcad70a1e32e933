package timex

// yearLike reports whether the number at k may be a year of four digits: nothing
// hangs on it that would make it an amount, a time or a code.
func (s *scan) yearLike(k int) bool {
	t := s.at(k)
	if t.kind != kindNumber || width(t) != 4 || t.n < 1000 || t.n > 2199 || s.joined(k) {
		return false
	}
	n := s.at(k + 1)
	if !n.glued {
		return true
	}
	switch {
	case n.kind == kindWord, n.w == "%", n.w == "$", n.w == "€":
		return false
	case (n.w == "." || n.w == "," || n.w == ":") && s.at(k+2).glued && s.at(k+2).kind == kindNumber:
		return false
	}
	return true
}

// yearAfter reads the year that ends a date: ", 2016", "of 2016", "'82", "44 BC".
func (s *scan) yearAfter(k int) (y, next int, ok bool) {
	j := k
	if s.any(j, ",", "of", "in") || s.dashed(j) {
		j++
	}
	if s.words(j, "the", "year") {
		j += 2
	}
	t := s.at(j)
	if j == k+1 && s.dashed(k) && t.kind == kindNumber && width(t) == 2 && s.dashed(k-2) {
		return s.shortYear(t.n), j + 1, true // "10-Apr-15"
	}
	switch {
	case t.kind == kindNumber && (s.any(j+1, "bc", "bce", "ad", "ce") || s.words(j+1, "b", ".", "c")):
		if y, next, ok := s.eraYear(j); ok {
			return y, next, true
		}
	case s.yearLike(j) && !(j == k+1 && s.words(k, "in") && s.any(j+1, closedUnits...)):
		if s.any(j+1, closedUnits...) {
			return 0, k, false
		}
		return t.n, j + 1, true
	case t.w == "'" && j == k && s.at(j+1).glued && s.at(j+1).kind == kindNumber && width(s.at(j+1)) == 2 && !s.at(j+2).glued:
		return s.shortYear(s.at(j + 1).n), j + 2, true
	}
	return 0, k, false
}

// oldYearAfter reads a year of three digits that ends a date: "30 September 420",
// "December of 384".
func (s *scan) oldYearAfter(k int) (y, next int, ok bool) {
	j := k
	if s.any(j, ",", "of") {
		j++
	}
	t, n := s.at(j), s.at(j+1)
	if t.kind != kindNumber || width(t) != 3 || t.n < 100 || s.joined(j) && s.at(j).glued || s.trails(j+1) || s.is(j+1, unitWord) ||
		n.kind == kindWord && !s.any(j+1, closedWords...) || s.any(j, ",") && n.kind == kindNumber {
		return 0, k, false
	}
	if !s.ancient {
		return 0, k, false
	}
	return t.n, j + 1, true
}

// closedUnits make a number before them a time of day or an amount.
var closedUnits = []string{"hours", "hrs", "utc", "gmt", "percent", "people", "million", "billion"}

// shortYear completes a year of two digits: it lies within 90 years before and 10
// after the publication date, or before 2030.
func (s *scan) shortYear(n int) int {
	limit := 2030
	if s.created.g != noGrain {
		limit = s.created.y + 10
	}
	y := floor(limit, 100) + n
	if y > limit {
		y -= 100
	}
	return y
}

// eraYear reads "44 BC", "AD 842", "400 BCE" at the number k.
func (s *scan) eraYear(k int) (y, next int, ok bool) {
	n := s.at(k).n
	if s.at(k).kind != kindNumber || n < 1 || n > 9999 || s.joined(k) && !s.words(k-1, "ad") && !(s.words(k-1, "/") && s.at(k-2).kind == kindNumber) {
		return 0, 0, false
	}
	switch {
	case s.any(k+1, "bc", "bce"):
		return 1 - n, k + 2, true
	case s.any(k+1, "-", "/", "to", "and", "or") && s.at(k+2).kind == kindNumber && s.any(k+3, "bc", "bce") && s.at(k+2).n < n:
		return 1 - n, k + 1, true // the first of "499-493 BC"
	case s.words(k+1, "b", ".", "c"):
		return 1 - n, s.stop(k + 4), true
	case s.any(k+1, "ad", "ce") && s.text[s.at(k+1).start] < 'a':
		return n, k + 2, true
	}
	return 0, 0, false
}

func (s *scan) stop(k int) int {
	if s.at(k).w == "." && s.at(k).glued {
		k++
	}
	return k
}

// relativeYear reads what stands for the year of a date: "of that year", "last
// year". noYear is set when it is not known.
func (s *scan) relativeYear(k int) (w when, next int, against string, ok bool) {
	j := k
	if s.any(j, "of", ",") {
		j++
	}
	if !s.words(j+1, "year") && !(s.words(j, "the") && s.words(j+2, "year")) {
		return when{}, 0, "", false
	}
	w = when{g: year, noYear: true}
	base, next := s.created.to(year), j+2
	against = s.published()
	k = 0
	switch s.at(j).w {
	case "this":
	case "last":
		k = -1
	case "next":
		k = 1
	case "that":
		base, against = s.ref.to(year), s.before()
	case "the":
		next++
		base, against = s.ref.to(year), s.before()
		switch s.at(j + 1).w {
		case "same":
		case "previous", "preceding":
			k = -1
		case "next", "following":
			k = 1
		default:
			return when{}, 0, "", false
		}
	default:
		return when{}, 0, "", false
	}
	if base.known() {
		w = base.add(k)
	} else {
		against = ""
	}
	return w, next, against, true
}

// yearAhead looks for the year that a list or range of dates shares: 1990 for
// "June" in "between June and August 1990". With days, a day alone may lead to it:
// "May 3-5, 2019".
func (s *scan) yearAhead(k int, days bool) (int, bool) {
	if !s.any(k, "and", "or", "to", "through", "until", "till", "-", ",", "&") {
		return 0, false
	}
	sawMonth := days && s.at(k).w != "," && s.at(k+1).kind == kindNumber
	for j := k; j < k+9; j++ {
		t := s.at(j)
		switch {
		case s.yearLike(j):
			return t.n, sawMonth
		case s.month(j) != 0:
			sawMonth = true
		case t.kind == kindNumber && t.n <= 31, s.any(j, "and", "or", "to", "through", "until", "till", "-", ",", "of", "the", "st", "nd", "rd", "th", "early", "late", "mid", "."):
		default:
			return 0, false
		}
	}
	return 0, false
}

// year reads a year that stands alone, a year of a calendar era, and a business year.
func (s *scan) year(i int) (match, bool) {
	t := s.at(i)
	m := match{from: i, to: i + 1, own: true, rule: RuleYear}
	switch {
	case t.kind == kindNumber:
		if y, next, ok := s.eraYear(i); ok {
			m.w, m.to = when{g: year, y: y}, next
			return m, true
		}
		if y, ok := s.plainYear(i); ok {
			m.w = when{g: year, y: y}
			if s.inName(match{from: i, to: i + 1, w: m.w}) && s.behindName(i) {
				m.val, m.w, m.keep = m.w.value(), when{}, true
			}
			return m, true
		}
		if s.oldYear(i) {
			m.w = when{g: year, y: t.n}
			return m, true
		}
	case t.w == "'" && s.at(i+1).kind == kindNumber && s.at(i+1).glued && width(s.at(i+1)) == 2 && !s.trails(i+2):
		if t.glued && s.at(i-1).kind == kindWord || s.is(i+2, unitWord) {
			break // "Boeing's 78"
		}
		m.w, m.to = when{g: year, y: s.shortYear(s.at(i + 1).n)}, i+2
		if w := s.previousWhen; s.previous && w.known() && s.previousEnd == i-1 && s.any(i-1, "and", "to", "-") && w.y > 1000 {
			// "between 1914 and '18": the second is the later one
			if m.w.y = floor(w.y, 100) + s.at(i+1).n; m.w.y < w.y {
				m.w.y += 100
			}
		}
		m.rule = RuleYearTwoDigits
		return m, true
	case t.w == "ad" && t.upper && s.at(i+1).kind == kindNumber && s.at(i+1).n > 0 && s.at(i+1).n < 2200:
		m.w, m.to = when{g: year, y: s.at(i + 1).n}, i+2
		return m, true
	case t.w == "fiscal" || t.w == "fy":
		k := i + 1
		if s.words(k, "year") {
			k++
		}
		if s.yearLike(k) {
			m.w, m.to, m.rule, m.keep = when{g: year, y: s.at(k).n, fiscal: true}, k+1, RuleBusinessYear, true
			return m, true
		}
	case t.w == "the" && s.words(i+1, "year") && s.at(i+2).kind == kindNumber && s.at(i+2).n > 0 && s.at(i+2).n < 3000 && !s.trails(i+3),
		t.w == "the" && s.words(i+1, "years") && s.yearLike(i+2):
		m.w, m.to = when{g: year, y: s.at(i + 2).n}, i+3
		return m, true
	}
	return match{}, false
}
