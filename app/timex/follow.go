package timex

// follow reads what hangs on the date just before: "5" of "May 3 and 5", "45" of
// "1939-45", and the day alone where the text has come to a month: "on the 20th".
func (s *scan) follow(i int) (match, bool) {
	t := s.at(i)
	k := i
	if s.words(k, "the") && s.suffixed(k+1) {
		k++
		t = s.at(k)
	}
	if t.kind != kindNumber {
		return match{}, false
	}
	w := s.previousWhen
	linked := s.previous && (s.previousEnd == i-1 && s.any(i-1, "-", "to", "and", "or", ",", "through", "/", "until") ||
		s.previousEnd == i-2 && s.words(i-2, ",", "and"))
	switch {
	case linked && w.g == day && w.m != 0 && s.lastDay == s.previousEnd:
		d, next, ok := s.dayNumber(k)
		if !ok || s.at(next).kind == kindWord && (s.is(next, unitWord) || s.month(next) != 0 || s.any(next, "of", "percent", "per", "people", "million")) || s.at(next).w == "%" || s.at(next).w == ":" {
			break
		}
		if n := s.at(next); s.any(i-1, "and", ",", "or", "to") && n.kind == kindWord && n.word.c == 0 && !s.any(next, closedWords...) {
			break // "May 3 and 5 others"
		}
		if !(w.noYear || valid(w.y, w.m, d, false)) {
			break
		}
		v := w
		v.d, v.code = d, ""
		against := ""
		if !s.refOwn {
			against = s.before()
		}
		if y, to, ok := s.yearAfter(next); ok && y == w.y {
			next = to
		}
		return match{from: i, to: next, w: v, own: s.refOwn, against: against, rule: RuleDayOfMonthBefore}, true
	case linked && w.g == year && !w.noYear && w.y > 1000 && s.any(i-1, "-", "/") && width(t) == 2 && !s.trails(i+1):
		if y := floor(w.y, 100) + t.n; y > w.y {
			return match{from: i, to: i + 1, w: when{g: year, y: y}, own: true, rule: RuleYear}, true
		}
	case k == i+1 && s.near() && s.ref.g >= month && s.ref.m != 0 && s.ref.g != week:
		next := k + 2
		if n := s.at(next); n.kind == kindWord && !s.any(next, closedWords...) || n.w == "-" || n.w == "'" {
			break
		}
		if base := s.ref.to(month); valid(base.y, base.m, t.n, false) {
			return match{from: i, to: next, w: when{g: day, y: base.y, m: base.m, d: t.n}, against: s.before(), rule: RuleDayOfMonthBefore}, true
		}
	}
	return match{}, false
}

// trails reports whether token k belongs to the number before it: "5%", "45.5".
func (s *scan) trails(k int) bool {
	t := s.at(k)
	if !t.glued {
		return false
	}
	return t.kind == kindWord || t.w == "%" || (t.w == "." || t.w == "," || t.w == ":") && s.at(k+1).glued && s.at(k+1).kind == kindNumber
}

// closedWords may follow a day of the month; a noun would make it a count.
var closedWords = []string{"and", "or", "in", "at", "by", "to", "the", "with", "when", "while", "but", "for", "from", "he", "she", "they", "it", "was", "were", "is", "will", "a", "as", "after", "before", "until", "that", "which", "where", "on", "of"}
