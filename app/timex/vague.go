package timex

// vaguePhrases are the vague expressions of several words, by their first.
var vaguePhrases = map[string][]struct {
	words []string // after the first
	value string
}{
	"the": {
		{[]string{"near", "future"}, "FUTURE_REF"}, {[]string{"foreseeable", "future"}, "FUTURE_REF"}, {[]string{"immediate", "future"}, "FUTURE_REF"},
		{[]string{"distant", "future"}, "FUTURE_REF"}, {[]string{"not", "too", "distant", "future"}, "FUTURE_REF"}, {[]string{"future"}, "FUTURE_REF"},
		{[]string{"long", "term"}, "FUTURE_REF"}, {[]string{"near", "term"}, "FUTURE_REF"}, {[]string{"short", "term"}, "FUTURE_REF"},
		{[]string{"coming", "days"}, "FUTURE_REF"}, {[]string{"coming", "weeks"}, "FUTURE_REF"}, {[]string{"coming", "months"}, "FUTURE_REF"}, {[]string{"coming", "years"}, "FUTURE_REF"},
		{[]string{"recent", "past"}, "PAST_REF"}, {[]string{"past"}, "PAST_REF"}, {[]string{"present", "day"}, "PRESENT_REF"},
		{[]string{"time", "being"}, "PRESENT_REF"}, {[]string{"present"}, "PRESENT_REF"},
	},
	"at": {
		{[]string{"the", "time"}, "PAST_REF"}, {[]string{"that", "time"}, "PAST_REF"},
		{[]string{"present"}, "PRESENT_REF"}, {[]string{"the", "moment"}, "PRESENT_REF"}, {[]string{"this", "time"}, "PRESENT_REF"}, {[]string{"this", "point"}, "PRESENT_REF"},
		{[]string{"the", "present", "time"}, "PRESENT_REF"}, {[]string{"the", "current", "time"}, "PRESENT_REF"},
	},
	"by":      {{[]string{"that", "time"}, "PAST_REF"}},
	"these":   {{[]string{"days"}, "PRESENT_REF"}},
	"this":    {{[]string{"moment"}, "PRESENT_REF"}},
	"present": {{[]string{"day"}, "PRESENT_REF"}, {[]string{"-", "day"}, "PRESENT_REF"}},
	"modern":  {{[]string{"day"}, "PRESENT_REF"}, {[]string{"-", "day"}, "PRESENT_REF"}, {[]string{"times"}, "PRESENT_REF"}},
	"recent": {
		{[]string{"years"}, "PAST_REF"}, {[]string{"months"}, "PAST_REF"}, {[]string{"weeks"}, "PAST_REF"}, {[]string{"days"}, "PAST_REF"},
		{[]string{"decades"}, "PAST_REF"}, {[]string{"times"}, "PAST_REF"}, {[]string{"history"}, "PAST_REF"},
	},
	"long":   {{[]string{"ago"}, "PAST_REF"}},
	"coming": {{[]string{"days"}, "FUTURE_REF"}, {[]string{"weeks"}, "FUTURE_REF"}, {[]string{"months"}, "FUTURE_REF"}, {[]string{"years"}, "FUTURE_REF"}},
	"some":   {{[]string{"time", "ago"}, "PAST_REF"}},
	"a":      {{[]string{"long", "time", "ago"}, "PAST_REF"}, {[]string{"while", "ago"}, "PAST_REF"}, {[]string{"short", "time", "ago"}, "PAST_REF"}},
	"years":  {{[]string{"to", "come"}, "FUTURE_REF"}},
	"very":   {{[]string{"soon"}, "FUTURE_REF"}, {[]string{"recently"}, "PAST_REF"}},
	"old":    {{[]string{"times"}, "PAST_REF"}},
}

// vague reads what only tells the past, the present and the future apart.
func (s *scan) vague(i int) (match, bool) {
	t := s.at(i)
	m := match{from: i, typ: Date, rule: RuleVague}
	best := 0
	for _, p := range vaguePhrases[t.w] {
		if len(p.words) > best && s.words(i+1, p.words...) {
			best = len(p.words)
			m.to, m.val = i+1+best, p.value
		}
	}
	if best > 0 {
		next := s.at(m.to)
		if (s.words(m.to-1, "past") || s.words(m.to-1, "present") || s.words(m.to-1, "future")) && next.kind == kindWord && !s.any(m.to, closedWords...) && !next.glued && !s.any(m.to, "now") || next.w == "-" && next.glued {
			return match{}, false // "the past two years", "the future king"
		}
		return m, true
	}
	v, ok := vague[t.w]
	if !ok || t.upper && s.at(i+1).upper && s.at(i+1).kind == kindWord || s.at(i+1).w == "-" && s.at(i+1).glued || s.at(i-1).w == "-" && t.glued {
		return match{}, false
	}
	switch t.w {
	case "now":
		if s.words(i+1, "that") || s.at(i+1).w == "," && i == 0 || s.words(i+1, "known") {
			return match{}, false
		}
	case "current":
		if s.any(i+1, "of", "affairs", "account") || s.at(i-1).kind == kindWord && s.any(i-1, "electric", "alternating", "direct") {
			return match{}, false
		}
	case "soon", "shortly":
		if s.any(i+1, "after", "before", "afterwards", "afterward", "thereafter", "as", "became", "began", "followed") || s.any(i-1, "as", "too", "very") || s.account() || s.verbNear(i) == past {
			return match{}, false
		}
	case "previously", "formerly":
		if s.account() && t.w == "previously" {
			return match{}, false
		}
	}
	m.to, m.val = i+1, v
	return m, true
}

// verbNear is the direction of a verb right beside token i.
func (s *scan) verbNear(i int) tense {
	for _, k := range []int{i + 1, i - 1} {
		if t := s.verb(k); t != unknownTense {
			return t
		}
	}
	return unknownTense
}
