package timex

// season reads "the summer of 1955", "winter 2016", "spring", "the winter of
// 1776-77". "Fall" and "spring" need more than the word.
func (s *scan) season(i int) (match, bool) {
	k := i
	the := s.words(k, "the")
	if the {
		k++
	}
	t := s.at(k)
	if t.word.c&seasonWord == 0 {
		return match{}, false
	}
	m := match{from: i, to: k + 1, rule: RuleSeason}
	m.w = when{g: season, n: t.word.n, noYear: true}
	if y, next, ok := s.yearAfter(k + 1); ok {
		m.w.y, m.w.noYear, m.to, m.own = y, false, next, true
		if s.at(next).w == "-" && s.at(next).glued && s.at(next+1).kind == kindNumber && width(s.at(next+1)) == 2 {
			m.to = next + 2
		}
		return m, true
	}
	if w, next, against, ok := s.relativeYear(k + 1); ok {
		m.w.y, m.w.noYear, m.to, m.against = w.y, w.noYear, next, against
		return m, true
	}
	if t.word.c&plural != 0 && t.w != "springs" && t.w != "falls" {
		m.typ, m.val, m.rule = Set, m.w.value(), RuleSeasonSet
		return m, true
	}
	if t.word.c&plural != 0 || t.upper && k > 0 && !the || s.any(k+1, "camp", "school", "olympics", "games", "palace", "sports", "break", "of", "water", "from", "to", "in", "into", "paralympics", "-", "resort", "vacation", "roll", "rolls", "off", "apart", "under") && !(s.words(k+1, "of") && t.w != "fall" && t.w != "spring") && !(the && s.any(k+1, "in", "from", "to") && t.w != "fall") {
		return match{}, false
	}
	if (t.w == "fall" || t.w == "spring") && !the && !s.any(i-1, "in", "by", "since", "until", "early", "late", "mid", "this", "last", "next", "during") {
		return match{}, false
	}
	if the && !s.any(i-1, "in", "by", "since", "until", "during", "of", "for", "over", "through", "throughout", "to", "from", "before", "after", "late", "early", "that") {
		return match{}, false
	}
	switch {
	case s.returns(i, season):
		m.keep, m.rule = true, RuleSeasonAny
	case s.account() && !s.comes(i):
		m.w.y, m.w.noYear, m.against = s.ref.y, false, s.before()
		if t.word.n == 4 && s.ref.g >= month && s.ref.m >= 10 {
			m.w.y++
			m.keep = true
		}
	case s.created.g < month || s.distant():
	case !the && !s.any(i-1, "in", "by", "since", "until", "early", "late", "mid", "during", "before", "after"):
		m.keep, m.rule = true, RuleSeasonAny
	default:
		w := m.w
		w.noYear = false
		a, b, c := w, w, w
		a.y, b.y, c.y = s.created.y-1, s.created.y, s.created.y+1
		m.w, m.against = s.nearest(a, b, c, i), s.published()
	}
	return m, true
}
