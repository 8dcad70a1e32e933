package timex

// holiday is a feast that names a day. A month of 0 means that the day moves in
// a way that this package does not know; rule computes one that moves.
type holiday struct {
	words []string // after the first
	m, d  int
	rule  func(y int) int64
}

// holidays by their first word, the longest first.
var holidays = map[string][]holiday{
	"christmas": {
		{words: []string{"eve"}, m: 12, d: 24},
		{words: []string{"day"}, m: 12, d: 25},
		{m: 12, d: 25},
	},
	"boxing":       {{words: []string{"day"}, m: 12, d: 26}},
	"halloween":    {{m: 10, d: 31}},
	"thanksgiving": {{words: []string{"day"}, rule: nth(11, 4, 4)}, {rule: nth(11, 4, 4)}},
	"easter":       {{words: []string{"sunday"}, rule: easter(0)}, {words: []string{"monday"}, rule: easter(1)}, {rule: easter(0)}},
	"good":         {{words: []string{"friday"}, rule: easter(-2)}},
	"ash":          {{words: []string{"wednesday"}, rule: easter(-46)}},
	"palm":         {{words: []string{"sunday"}, rule: easter(-7)}},
	"pentecost":    {{rule: easter(49)}},
	"valentine":    {{words: []string{"'", "s", "day"}, m: 2, d: 14}},
	"labor":        {{words: []string{"day"}, rule: nth(9, 1, 1)}},
	"memorial":     {{words: []string{"day"}, rule: nth(5, 1, -1)}},
	"independence": {{words: []string{"day"}}}, // each country has its own
	"veterans":     {{words: []string{"day"}, m: 11, d: 11}},
	"armistice":    {{words: []string{"day"}, m: 11, d: 11}},
	"new":          {{words: []string{"year", "'", "s", "day"}, m: 1, d: 1}, {words: []string{"year", "'", "s", "eve"}, m: 12, d: 31}},
	"ramadan":      {{}},
	"nowruz":       {{}},
	"hanukkah":     {{}},
	"diwali":       {{}},
	"passover":     {{}},
	// Days that have a name of their own: a weekday that must not be counted from today.
	"black":  {{words: []string{"monday"}}, {words: []string{"tuesday"}}, {words: []string{"wednesday"}}, {words: []string{"thursday"}}, {words: []string{"friday"}}},
	"bloody": {{words: []string{"sunday"}}, {words: []string{"friday"}}, {words: []string{"monday"}}},
	"super":  {{words: []string{"tuesday"}}, {words: []string{"sunday"}}},
	"cyber":  {{words: []string{"monday"}}},
}

// nth is the k-th weekday wd of a month, or the last one for k = -1.
func nth(m, wd, k int) func(int) int64 {
	return func(y int) int64 {
		if k < 0 {
			last := dayNumber(y, m+1, 1) - 1
			return last - int64((weekdayOf(last)-wd+7)%7)
		}
		first := dayNumber(y, m, 1)
		return first + int64((wd-weekdayOf(first)+7)%7) + int64(7*(k-1))
	}
}

// easter is Western Easter Sunday and a number of days (the anonymous Gregorian
// computus, Nature 13, 1876).
func easter(offset int) func(int) int64 {
	return func(y int) int64 {
		a, b, c := y%19, y/100, y%100
		d, e := b/4, b%4
		g := (8*b + 13) / 25
		h := (19*a + b - d - g + 15) % 30
		i, k := c/4, c%4
		l := (32 + 2*e + 2*i - h - k) % 7
		m := (a + 11*h + 22*l) / 451
		return dayNumber(y, (h+l-7*m+114)/31, (h+l-7*m+114)%31+1) + int64(offset)
	}
}

// holiday reads "Christmas Eve 1963", "Easter".
func (s *scan) holiday(i int) (match, bool) {
	t := s.at(i)
	if !t.upper {
		return match{}, false
	}
	for _, h := range holidays[t.w] {
		if !s.words(i+1, h.words...) {
			continue
		}
		next := i + 1 + len(h.words)
		if len(h.words) == 0 && t.w == "easter" && s.at(next).upper && s.at(next).kind == kindWord {
			return match{}, false // Easter Island
		}
		m := match{from: i, to: next, typ: Date, rule: RuleHoliday, val: "XXXX-XX-XX"}
		if h.m == 0 && h.rule == nil {
			return m, true
		}
		at := func(y int) when {
			if h.rule != nil {
				return dayOf(h.rule(y))
			}
			return when{g: day, y: y, m: h.m, d: h.d}
		}
		y, after, ok := s.yearAfter(next)
		if !ok && s.ofHoliday(i, next) {
			return match{}, false
		}
		switch {
		case ok && y > 0:
			m.w, m.to = at(y), after
		case s.returns(i, month):
			m.w = when{g: day, noYear: true, m: h.m, d: h.d}
			if h.rule != nil {
				return m, true
			}
		case s.created.g == day && !s.account():
			m.w = s.nearest(at(s.created.y-1), at(s.created.y), at(s.created.y+1), i)
			m.against = s.published()
		case s.account():
			m.w, m.against = at(s.ref.y), s.before()
		case h.rule == nil:
			m.w = when{g: day, noYear: true, m: h.m, d: h.d}
		default:
			return m, true
		}
		m.val = ""
		return m, true
	}
	return match{}, false
}

// ofHoliday reports whether the feast before token next belongs to the noun there:
// "Christmas trees", "The Christmas Cottage".
func (s *scan) ofHoliday(i, next int) bool {
	n := s.at(next)
	return n.kind == kindWord && (n.upper || n.word.c == 0) && !s.any(next, closedWords...) && s.verb(next) == unknownTense &&
		!s.any(i-1, "at", "on", "since", "until", "before", "after", "last", "next", "this", "by")
}
