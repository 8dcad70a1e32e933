package timex

// quarter reads quarters and halves, and the weeks and days of a month: "the
// third quarter of last year", "third-quarter", "Q3 2009", "the first half",
// "the last week of March", "the first day of 1939".
func (s *scan) quarter(i int) (match, bool) {
	if m, ok := s.shortQuarter(i); ok {
		return m, true
	}
	k := i
	the := s.words(k, "the")
	if the {
		k++
	}
	n, next, last := 0, k+1, false
	if s.any(k, "last", "final") {
		last = true
	} else if o, after, ok := s.ordinalNumber(k); ok && o <= 5 {
		n, next = o, after
	} else {
		return match{}, false
	}
	if s.at(next).w == "-" && s.at(next).glued {
		next++
	}
	if s.any(next, "fiscal", "full", "calendar") {
		next++
	}
	t := s.at(next)
	m := match{from: i, to: next + 1}
	switch {
	case (t.w == "quarter" || t.w == "half") && s.ofMatch(next):
		return match{}, false
	case t.w == "quarter" && n <= 4:
		if last {
			if n = 4; !s.words(next+1, "of") && s.words(k, "last") {
				return match{}, false
			}
		}
		if s.words(next+1, "century") || !the && s.at(next-1).w != "-" && !s.any(i-1, "in", "for", "during", "of", "'", "s", "its", "from") && i > 0 {
			return match{}, false
		}
		m.w, m.rule = when{g: quarter, n: n, noYear: true}, RuleQuarter
	case t.w == "half" && n <= 2:
		if last {
			n = 2
		}
		if s.words(next+1, "hour") || s.words(next+1, "time") {
			return match{}, false
		}
		m.w, m.rule = when{g: half, n: n, noYear: true}, RuleHalf
		if w, to, against, own, ok := s.ofYear(m.to); ok {
			m.w.y, m.w.noYear, m.to, m.against, m.own = w.y, w.noYear, to, against, own
			return m, true
		}
		if s.words(m.to, "of") {
			if d, ok := s.decadeOrCentury(m.to + 1); ok {
				m.w, m.to, m.own = d.w, d.to, true
				m.mod = [3]string{"", "START", "END"}[n]
				return m, true
			}
		}
		if s.words(m.to, "of", "the", "year") {
			m.to += 3
		} else if s.words(m.to, "of") || !the || s.account() || s.created.g < month {
			return match{}, false // of a match, of the season
		} else if !s.any(i-1, "in", "for", "during", "by") {
			return match{}, false
		}
		return s.undated(m, i), true
	case t.word.c&unitWord != 0 && (t.w == "week" || t.w == "day" || t.w == "weekend" || t.w == "month") && s.words(next+1, "of"):
		return s.weekOfMonth(m, next+2, n, last, units[t.word.n].g)
	default:
		return match{}, false
	}
	if w, to, against, own, ok := s.ofYear(m.to); ok {
		m.w.y, m.w.noYear, m.to, m.against, m.own = w.y, w.noYear, to, against, own
		return m, true
	}
	if s.words(m.to, "of", "the", "year") {
		m.to += 3
	}
	return s.undated(m, i), true
}

// ofMatch reports whether the half or quarter at token k is one of a match or of
// something else that is no year: nothing in its sentence tells of business, and no
// year follows.
func (s *scan) ofMatch(k int) bool {
	if _, _, _, _, ok := s.ofYear(k + 1); ok || s.words(k+1, "of") || s.at(k+1).kind == kindNumber {
		return false
	}
	for j := max(0, k-clauseTokens); j < len(s.toks) && j < k+clauseTokens; j++ {
		t := s.at(j)
		if sport[t.w] {
			return true
		}
		if business[t.w] || t.w == "%" || t.w == "$" || t.w == "€" || t.w == "£" {
			return false
		}
	}
	return s.words(k, "half")
}

// business and sport are the words by which a quarter or half is known.
var (
	business = set("profit", "profits", "sales", "revenue", "revenues", "earnings", "results", "exports", "imports", "gdp", "output", "growth", "economy", "shipments", "income", "loss",
		"losses", "percent", "inflation", "production", "deliveries", "forecast", "fiscal", "company", "bank", "prices", "orders", "spending", "investment", "deficit", "debt", "year", "quarter",
		"unemployment", "demand", "turnover", "dividend", "shares", "market", "budget", "trade", "firm", "billion", "million")
	sport = set("goal", "goals", "scored", "score", "match", "game", "games", "halftime", "touchdown", "touchdowns", "rebounds", "minute", "striker", "penalty", "kick", "team", "teams", "coach", "win",
		"victory", "points", "innings", "ball", "quarterback", "tackle", "try", "tries", "substitute", "referee", "lead", "equaliser", "equalizer", "header", "defender", "keeper", "goalkeeper", "midfielder")
)

// shortQuarter reads "Q3", "Q3 2009", "2009 Q3", "H1 2016".
func (s *scan) shortQuarter(i int) (match, bool) {
	k := i
	y, own := 0, false
	if s.yearLike(k) && s.any(k+1, "q", "h") {
		y, own = s.at(k).n, true
		k++
	}
	t, n := s.at(k), s.at(k+1)
	if t.w != "q" && t.w != "h" || !t.upper || !n.glued || n.kind != kindNumber || n.n < 1 || n.n > 4 || t.w == "h" && n.n > 2 || s.at(k+2).glued && s.at(k+2).kind == kindWord {
		return match{}, false
	}
	m := match{from: i, to: k + 2, own: own, rule: RuleQuarter}
	m.w = when{g: quarter, n: n.n, y: y, noYear: !own}
	if t.w == "h" {
		m.w.g = half
	}
	if own {
		return m, true
	}
	if w, to, against, mine, ok := s.ofYear(m.to); ok {
		m.w.y, m.w.noYear, m.to, m.against, m.own = w.y, w.noYear, to, against, mine
		return m, true
	}
	if t.w == "h" {
		return match{}, false
	}
	return s.undated(m, i), true
}

// ofYear reads the year that follows a part of it: "of 2009", "2009", "of last year".
func (s *scan) ofYear(k int) (w when, next int, against string, own, ok bool) {
	if y, to, found := s.yearAfter(k); found {
		return when{g: year, y: y}, to, "", true, true
	}
	j := k
	if s.words(j, "of", "fiscal") || s.words(j, "fiscal") {
		return when{}, 0, "", false, false
	}
	if w, to, against, found := s.relativeYear(j); found {
		return w, to, against, false, true
	}
	return when{}, 0, "", false, false
}

// undated gives a quarter or half the year that the tense and the publication
// date call for.
func (s *scan) undated(m match, i int) match {
	switch {
	case s.account() && !s.comes(i):
		m.w.y, m.w.noYear, m.against = s.ref.y, false, s.before()
	case s.created.g < month:
	default:
		w := m.w
		w.noYear = false
		a, b, c := w, w, w
		a.y, b.y, c.y = s.created.y-1, s.created.y, s.created.y+1
		m.w, m.against = s.nearest(a, b, c, i), s.published()
	}
	return m
}

func (s *scan) decadeOrCentury(k int) (match, bool) {
	if m, ok := s.decade(k); ok {
		return m, true
	}
	return s.century(k)
}

// weekOfMonth finds the n-th or last week, weekend or day of the month or year at k.
func (s *scan) weekOfMonth(m match, k, n int, last bool, g grain) (match, bool) {
	base, ok := s.date(k)
	if !ok {
		if base, ok = s.year(k); !ok {
			if base, ok = s.deictic(k); !ok || base.w.g != month && base.w.g != year {
				return match{}, false
			}
		}
	}
	if base.w.g > month || base.w.g == noGrain || g >= week && g != day && base.w.g == year {
		return match{}, false
	}
	m.to, m.against, m.own, m.rule = base.to, base.against, base.own, RuleMonthPart
	if !base.w.known() {
		m.w = unknown(g)
		return m, true
	}
	switch first, end := base.w.first(), base.w.last(); {
	case g == day && last:
		m.w = dayOf(end)
	case g == day:
		m.w = dayOf(first + int64(n-1))
	case g == month && base.w.g == year:
		m.w = when{g: month, y: base.w.y, m: n}
		if last {
			m.w.m = 12
		}
	case g == month:
		return match{}, false
	case last:
		// likewise the last one
		m.w = weekOf(end - 3)
		if g == weekend {
			m.w = weekOf(end - 6)
			if weekOf(end).last() <= end {
				m.w = weekOf(end)
			}
		}
	default:
		// The first week of a month is the one most of whose days lie in it.
		m.w = weekOf(first + 3).add(n - 1)
		if g == weekend {
			m.w = weekOf(first + int64((6-weekdayOf(first)+7)%7)).add(n - 1)
		}
	}
	if g == weekend {
		m.w.g = weekend
	}
	return m, true
}
