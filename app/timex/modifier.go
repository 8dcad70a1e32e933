package timex

// modifiers stand before an expression; the longest that fits is taken. Those of a
// point of time go with dates, those of a size with lengths.
var modifiers = map[string][]struct {
	words []string // after the first
	mod   string
	size  bool // for lengths only
	point bool // for dates only
}{
	"early":         {{nil, "START", false, true}, {[]string{"in"}, "START", false, true}, {[]string{"on"}, "START", false, true}},
	"late":          {{nil, "END", false, true}, {[]string{"in"}, "END", false, true}, {[]string{"on"}, "END", false, true}},
	"later":         {{[]string{"in"}, "", false, true}},
	"earlier":       {{[]string{"in"}, "", false, true}},
	"mid":           {{nil, "MID", false, true}, {[]string{"-"}, "MID", false, true}},
	"middle":        {{[]string{"of"}, "MID", false, true}},
	"beginning":     {{[]string{"of"}, "START", false, true}},
	"start":         {{[]string{"of"}, "START", false, true}},
	"end":           {{[]string{"of"}, "END", false, true}},
	"the":           {{[]string{"middle", "of"}, "MID", false, true}, {[]string{"beginning", "of"}, "START", false, true}, {[]string{"very", "beginning", "of"}, "START", false, true}, {[]string{"start", "of"}, "START", false, true}, {[]string{"outset", "of"}, "START", false, true}, {[]string{"end", "of"}, "END", false, true}, {[]string{"close", "of"}, "END", false, true}, {[]string{"very", "end", "of"}, "END", false, true}, {[]string{"early"}, "START", false, true}, {[]string{"late"}, "END", false, true}, {[]string{"later"}, "END", false, true}, {[]string{"mid"}, "MID", false, true}, {[]string{"mid", "-"}, "MID", false, true}},
	"about":         {{nil, "APPROX", false, false}},
	"around":        {{nil, "APPROX", false, false}, {[]string{"the"}, "APPROX", false, true}},
	"approximately": {{nil, "APPROX", false, false}},
	"roughly":       {{nil, "APPROX", false, false}},
	"circa":         {{nil, "APPROX", false, true}},
	"ca":            {{[]string{"."}, "APPROX", false, true}},
	"c":             {{[]string{"."}, "APPROX", false, true}},
	"some":          {{nil, "APPROX", true, false}},
	"nearly":        {{nil, "LESS_THAN", true, false}},
	"almost":        {{nil, "LESS_THAN", true, false}},
	"over":          {{nil, "MORE_THAN", true, false}},
	"under":         {{nil, "LESS_THAN", true, false}},
	"more":          {{[]string{"than"}, "MORE_THAN", true, false}},
	"less":          {{[]string{"than"}, "LESS_THAN", true, false}},
	"fewer":         {{[]string{"than"}, "LESS_THAN", true, false}},
	"well":          {{[]string{"over"}, "MORE_THAN", true, false}},
	"at":            {{[]string{"least"}, "EQUAL_OR_MORE", true, false}, {[]string{"most"}, "EQUAL_OR_LESS", true, false}},
	"no":            {{[]string{"more", "than"}, "EQUAL_OR_LESS", true, false}, {[]string{"less", "than"}, "EQUAL_OR_MORE", true, false}},
	"up":            {{[]string{"to"}, "EQUAL_OR_LESS", true, false}},
}

// modified reads an expression with what narrows or blurs it: "early 2016", "mid-
// December", "the end of March", "about 1850", "more than three years".
func (s *scan) modified(i int) (best match, ok bool) {
	for _, p := range modifiers[s.at(i).w] {
		k := i + 1 + len(p.words)
		if !s.words(i+1, p.words...) || k >= len(s.toks) {
			continue
		}
		if p.size && s.any(k, "the", "this", "these", "those", "past", "last", "next", "previous", "following") {
			continue // "over the past year"
		}
		m, found := s.core(k)
		if !found || m.val != "" && m.typ == Date || m.typ == Set && m.w.g == noGrain {
			continue
		}
		if length := m.typ == Duration; p.size != length && (p.size || p.point) {
			if !(p.size && s.countsBack(m)) {
				continue
			}
		}
		if m.typ != Duration && s.bluntly(p.mod, m) {
			continue
		}
		m.from = i
		if m.mod == "" {
			m.mod = p.mod
		}
		if m.typ == Duration {
			m.against, m.edtf = "", ""
		}
		if !ok || m.to > best.to {
			best, ok = m, true
		}
	}
	return best, ok
}

// countsBack reports whether m is a length counted from a date: "more than three
// years ago".
func (s *scan) countsBack(m match) bool {
	return s.any(m.to-1, "ago", "later", "earlier", "before", "now", "hence", "back")
}

// bluntly reports whether a modifier does not fit a date: "about Thursday" tells
// what a talk is about.
func (s *scan) bluntly(mod string, m match) bool {
	return mod == "APPROX" && (m.w.g == day || m.w.g == part)
}
