package timex

// decade reads "the 1980s", "1930's", "'80s", "the eighties", "the 1800s" (a century).
func (s *scan) decade(i int) (match, bool) {
	k := i
	if s.words(k, "the") {
		k++
	}
	m := match{from: i, rule: RuleDecade, own: true}
	quote := s.at(k).w == "'" && s.at(k+1).glued
	if quote {
		k++
	}
	t := s.at(k)
	if y, ok := decadeNames[t.w]; ok {
		if k == i && !s.any(i-1, "early", "late", "mid", "-") || s.any(i-1, "his", "her", "their") {
			return match{}, false // somebody's age
		}
		m.w, m.to, m.rule = when{g: decade, y: 1900 + y}, k+1, RuleDecadeTwentieth
		return m, true
	}
	if t.kind != kindNumber || t.n%10 != 0 || t.n < 0 {
		return match{}, false
	}
	n := k + 1
	if s.glueds(n, "'") {
		n++
	}
	if !s.glueds(n, "s") {
		return match{}, false
	}
	m.to = n + 1
	switch digits := width(t); {
	case digits == 4 && t.n >= 1000 && t.n < 2200:
		m.w = when{g: decade, y: t.n}
		if t.n%100 == 0 && t.n < 1900 {
			m.w.g, m.rule = century, RuleCenturyHundreds
		}
		return m, true
	case digits == 2 && (quote || t.n >= 20) && !s.any(i-1, "his", "her", "their", "my", "your", "our", "over", "-") && !s.aboutHeat(k):
		y := 1900 + t.n
		if t.n < 20 {
			y = 2000 + t.n
		}
		m.w, m.rule = when{g: decade, y: y}, RuleDecadeTwoDigits
		return m, true
	}
	return match{}, false
}

// aboutHeat reports whether the sentence tells of degrees or of ages, so that "the
// 80s" are no years.
func (s *scan) aboutHeat(k int) bool {
	if s.any(k-1, "low", "upper", "high") {
		return true
	}
	for j := max(0, k-clauseTokens); j < len(s.toks) && j < k+clauseTokens; j++ {
		if s.any(j, "degrees", "temperature", "temperatures", "highs", "lows", "fahrenheit", "°", "aged", "age", "ages", "grades", "scores", "shot") {
			return true
		}
	}
	return false
}

// century reads "the 19th century", "nineteenth-century", "the 18th and 19th
// centuries", "the 5th century BC".
func (s *scan) century(i int) (match, bool) {
	k := i
	if s.words(k, "the") {
		k++
	}
	n, next, ok := s.ordinalNumber(k)
	if !ok || n > 30 {
		return match{}, false
	}
	m := match{from: i, to: next, rule: RuleCentury, own: true}
	if s.at(next).w == "-" && s.at(next).glued {
		next++
	}
	switch {
	case s.any(next, "century", "centuries"):
		m.to = next + 1
	case s.any(next, "and", "to", "or"):
		if _, after, ok := s.ordinalNumber(next + 1); !ok || !s.any(after, "century", "centuries") {
			return match{}, false
		}
	default:
		return match{}, false
	}
	m.w = when{g: century, y: (n - 1) * 100}
	if s.any(m.to, "bc", "bce") {
		m.w.y, m.to = -n*100+1, m.to+1
	} else if n == 1 {
		m.w.y = 0
		m.val, m.edtf = "00", "0001/0100"
	}
	return m, true
}

// ordinalNumber reads "19th", "nineteenth", "twenty-first".
func (s *scan) ordinalNumber(k int) (n, next int, ok bool) {
	switch {
	case s.suffixed(k):
		return s.at(k).n, k + 2, true
	case s.is(k, ordinal):
		return s.at(k).word.n, k + 1, true
	case s.is(k, cardinal) && s.at(k).word.n >= 20 && s.at(k).word.n < 100:
		j := k + 1
		if s.at(j).w == "-" {
			j++
		}
		if s.is(j, ordinal) && s.at(j).word.n < 10 {
			return s.at(k).word.n + s.at(j).word.n, j + 1, true
		}
	}
	return 0, 0, false
}
