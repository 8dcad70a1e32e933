package timex

import (
	"strconv"
	"strings"

	"briefline/app/edtf"
)

// ranges joins two dates of a sentence that are the ends of one span: "from 3 to 5
// May", "1939-1945", "between June and August". first is the index in s.out of the
// sentence's first expression. It also reads what a date alone bounds: "since
// 2016", "until Friday".
func (s *scan) ranges(first int) {
	end := len(s.out)
	last := -1
	for i := first; i < end; i++ {
		e := &s.out[i]
		if e.Value == "" || e.Type != Date && !(e.Type == Time && e.EDTF.Kind() == edtf.KindDate && !strings.Contains(e.EDTF.String(), "T")) {
			continue // "the night of 3-4 March" is one of the two
		}
		if last >= 0 {
			if span, ok := s.join(&s.out[last], *e); ok {
				s.out = append(s.out, span)
				last = -1
				continue
			}
		}
		last = i
	}
	for i := first; i < end; i++ {
		s.bound(&s.out[i])
	}
}

// earlier puts the start of a range into the year before where its end would lie
// before it and neither names its year: "is to run from January 23 through March 9".
func (s *scan) earlier(a *Expression, b Expression) {
	if s.created.g == noGrain || a.Against != s.published() || b.Against != a.Against || !simple(a.EDTF) || !simple(b.EDTF) {
		return
	}
	f, ok := a.EDTF.Fields()
	if !ok || a.EDTF.Bounds().From <= b.EDTF.Bounds().To || len(a.Value) < 7 || a.Value[4] != '-' || strings.Contains(a.Value, "W") {
		return
	}
	year := strconv.FormatInt(f.Year.Value-1, 10)
	if d, err := edtf.Parse(year + a.EDTF.String()[4:]); err == nil && len(year) == 4 {
		a.EDTF, a.Value = d, year+a.Value[4:]
	}
}

// join returns the span from a to b, if the words between them say so.
func (s *scan) join(a *Expression, b Expression) (Expression, bool) {
	if a.EDTF.IsZero() || b.EDTF.IsZero() || a.End > b.Start || b.Start-a.End > 20 || !simple(a.EDTF) || !simple(b.EDTF) {
		return Expression{}, false
	}
	rule, start := s.joint(*a, b)
	if rule == "" {
		return Expression{}, false
	}
	s.earlier(a, b)
	d, err := edtf.Parse(a.EDTF.String() + "/" + b.EDTF.String())
	if err != nil {
		return Expression{}, false
	}
	return Expression{Start: start, End: b.End, Type: Date, EDTF: d, Against: firstOf(a.Against, b.Against), Rule: rule, Quoted: a.Quoted}, true
}

// joint returns how the words between a and b make one span of them, with the start
// of that; the empty rule when they do not.
func (s *scan) joint(a, b Expression) (rule Rule, start int) {
	lead := lastWord(s.text[max(0, a.Start-12):a.Start])
	start = a.Start
	switch strings.ToLower(strings.TrimSpace(s.text[a.End:b.Start])) {
	case "-", "–", "—", "/":
		rule = RuleSpanDash
	case "to", "until", "till", "through", "to the", "till the", "until the", "up to":
		rule = RuleSpan
		if lead == "from" {
			start -= len("from ")
		}
	case "and":
		if lead != "between" {
			return "", start
		}
		rule = RuleSpanBetween
		start -= len("between ")
	default:
		return "", start
	}
	if start < 0 || start != a.Start && s.text[a.Start-1] != ' ' {
		start = a.Start
	}
	return rule, start
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func simple(d edtf.Date) bool { return d.Kind() == edtf.KindDate || d.Kind() == edtf.KindSeason }

// bound gives a date after "since", "until" and the like its open end.
func (s *scan) bound(e *Expression) {
	if e.Mod != "" || e.Type != Date || e.EDTF.IsZero() || !simple(e.EDTF) || e.Value == "" {
		return
	}
	mod := ""
	switch lastWord(s.text[max(0, e.Start-14):e.Start]) {
	case "since":
		mod = "ON_OR_AFTER"
	case "until", "till":
		mod = "ON_OR_BEFORE"
	case "before":
		mod = "BEFORE"
	case "after":
		mod = "AFTER"
	case "by":
		mod = "ON_OR_BEFORE"
	case "pre-":
		mod = "BEFORE"
	case "post-":
		mod = "AFTER"
	default:
		return
	}
	text := e.EDTF.String()
	switch mod {
	case "ON_OR_AFTER":
		text += "/.."
	case "ON_OR_BEFORE":
		text = "../" + text
	case "BEFORE":
		text = "[.." + text + "]"
	case "AFTER":
		text = "[" + text + "..]"
	}
	if lastWord(s.text[max(0, e.Start-14):e.Start]) == "by" {
		text = "[.." + e.EDTF.String() + "]"
	}
	if d, err := edtf.Parse(text); err == nil {
		e.EDTF, e.Mod = d, mod
	}
}

// lastWord returns the last word of text, in lower case.
func lastWord(text string) string {
	text = strings.TrimRight(text, " ")
	if i := strings.LastIndexAny(text, " \n\t(\"“"); i >= 0 {
		text = text[i+1:]
	}
	return strings.ToLower(text)
}
