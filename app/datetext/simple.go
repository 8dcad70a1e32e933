package datetext

import (
	"regexp"
	"strconv"
	"strings"

	txt "briefline/app/text"

	"briefline/app/edtf"
	"briefline/app/timex"
)

// qualified reads one date with what is said of its certainty: "about 1990",
// "2016?", "June 2004 (uncertain)", "1985, day and month not known".
func (p *parser) qualified(s piece) (edtf.Date, *Error) {
	s = s.trim()
	if d, err := edtf.Parse(s.text); err == nil {
		return d, nil
	}
	approximate, uncertain, unknown := false, false, ""
	for again := true; again; {
		again = false
		take := func(words func(...string) (piece, bool), to *bool, list ...string) {
			if rest, ok := words(list...); ok {
				s, *to, again = rest, true, true
			}
		}
		take(s.cut, &approximate, "about", "around", "approximately", "approx.", "circa", "ca.", "c.", "ca", "roughly", "~")
		take(s.cut, &uncertain, "possibly", "perhaps", "probably", "maybe", "presumably")
		take(s.cutEnd, &uncertain, "?", ", uncertain", "(uncertain)", "uncertain")
		take(s.cutEnd, &approximate, ", approximate", "(approximate)", "approximate", "~", "or so")
		for _, u := range []struct{ words, means string }{
			{"day and month not known", "-XX-XX"}, {"day not known", "-XX"}, {"month not known", "-XX"},
		} {
			if rest, ok := s.cutEnd(", "+u.words, "("+u.words+")"); ok && unknown == "" {
				s, unknown, again = rest, u.means, true
			}
		}
	}
	d, err := p.simple(s)
	if err != nil || !approximate && !uncertain && unknown == "" {
		return d, err
	}
	sign := map[[2]bool]string{{true, true}: "%", {true, false}: "~", {false, true}: "?"}[[2]bool{approximate, uncertain}]
	text := d.String()
	if strings.HasSuffix(text, "~") && sign != "" { // "about early 2016"
		text = strings.TrimSuffix(text, "~")
		if uncertain {
			sign = "%"
		}
	}
	return s.built(text + unknown + sign)
}

var (
	eraYear  = regexp.MustCompile(`(?i)^(.*?),?\s*(?:\bof\s+)?\b(?:(ad)\s+)?(\d{1,3}(?:,\d{3})+|\d+)\s*(?:\b(bce?|ce|ad))?$`)
	timeEnd  = regexp.MustCompile(`(?i)^(.*?\S)(?:\s*,\s*|\s+at\s+|\s+)(\d\d?):(\d\d)(?::(\d\d))?\s*(am|pm)?(?:\s*(utc|gmt|z)(?:([+−-])(\d\d?)(?::?(\d\d))?)?)?$`)
	hourEnd  = regexp.MustCompile(`(?i)^(.*?\S)(?:\s*,\s*|\s+at\s+|\s+)(\d\d?)()()\s*(am|pm)()()()()$`)
	hourSpan = regexp.MustCompile(`(?i)^(.*?\S),?\s+between (\d\d?):00 and (\d\d?):00(?:\s*(utc|gmt|z)(?:([+−-])(\d\d?)(?::?(\d\d))?)?)?$`)
	century  = regexp.MustCompile(`(?i)^(?:the\s+)?(\d\d?)(?:st|nd|rd|th)\s+(century|millennium|c\.)(?:\s+(bce?|ad|ce))?$`)
	digits   = regexp.MustCompile(`^(\d\d?)([./-])(\d\d?)([./-])(\d{4}|\d\d)$`)
	part     = regexp.MustCompile(`(?i)^(?:the\s+)?(early|mid|middle of|late|beginning of|start of|end of)(?:[\s-]+(?:in\s+)?)(\S.*)$`)
	winter   = regexp.MustCompile(`(?i)^((?:the\s+)?winter(?:\s+of)?)\s+(\d{4})[/–-](\d\d|\d{4})$`)
	thirds   = regexp.MustCompile(`(?i)^(?:the\s+)?(first|middle|last) four months of\s+(\S.*)$`)
	words    = regexp.MustCompile(`[A-Za-z]+`)
	digit    = regexp.MustCompile(`\d`)
)

// simple reads one date without qualifiers.
func (p *parser) simple(s piece) (edtf.Date, *Error) {
	s = s.trim()
	if rest, ok := s.cut("in", "on", "during", "the year", "year"); ok {
		s = rest
	}
	if d, err := edtf.Parse(s.text); err == nil {
		return d, nil
	}
	if d, ok := inDigits(s); ok {
		return d.choose(p.o.Order, s)
	}
	if m := hourSpan.FindStringSubmatch(s.text); m != nil {
		from, _ := strconv.Atoi(m[2])
		if to, _ := strconv.Atoi(m[3]); to != from+1 {
			return edtf.Date{}, s.from(len(m[1])).trim().fail("no-such-time")
		}
		return p.withTime(s, []string{"", m[1], m[2], "", "", "", m[4], m[5], m[6], m[7]})
	}
	for _, re := range []*regexp.Regexp{timeEnd, hourEnd} {
		if m := re.FindStringSubmatch(s.text); m != nil {
			return p.withTime(s, m)
		}
	}
	if m := century.FindStringSubmatch(s.text); m != nil {
		return s.era(m)
	}
	if m := winter.FindStringSubmatch(s.text); m != nil {
		y, _ := strconv.Atoi(m[2])
		if next, _ := strconv.Atoi(m[3]); next == y+1 || len(m[3]) == 2 && next == (y+1)%100 {
			return s.built(m[2] + "-24")
		}
		return edtf.Date{}, s.fail("not-understood")
	}
	if m := part.FindStringSubmatchIndex(s.text); m != nil {
		return p.partOf(strings.ToLower(s.text[m[2]:m[3]]), s.slice(m[4], m[5]))
	}
	if m := thirds.FindStringSubmatchIndex(s.text); m != nil {
		d, err := p.simple(s.slice(m[4], m[5]))
		if err != nil || d.Precision() != edtf.PrecisionYear {
			return edtf.Date{}, s.fail("not-understood")
		}
		return s.built(d.String() + map[string]string{"first": "-37", "middle": "-38", "last": "-39"}[strings.ToLower(s.text[m[2]:m[3]])])
	}
	if d, ok := p.tagged(s.text); ok {
		return d.checked(s)
	}
	if m := eraYear.FindStringSubmatchIndex(s.text); m != nil {
		return p.withYear(s, m)
	}
	return edtf.Date{}, p.why(s)
}

// era returns a century or millennium.
func (s piece) era(m []string) (edtf.Date, *Error) {
	n, _ := strconv.Atoi(m[1])
	width, tail := 2, "XX"
	if strings.EqualFold(m[2], "millennium") {
		width, tail = 1, "XXX"
	}
	text := strconv.Itoa(n - 1)
	text = strings.Repeat("0", max(0, width-len(text))) + text + tail
	if strings.HasPrefix(strings.ToLower(m[3]), "b") {
		text = "-" + text
	}
	if n < 1 {
		return edtf.Date{}, s.fail("not-understood")
	}
	return s.built(text)
}

// partOf reads "early 2016" as about the first four months, and leaves the part
// of anything that is not a year aside.
func (p *parser) partOf(part string, rest piece) (edtf.Date, *Error) {
	d, err := p.simple(rest)
	if err != nil {
		return d, err
	}
	if f, ok := d.Fields(); !ok || f.Month != "" || f.Season != 0 || d.Precision() != edtf.PrecisionYear || f.Year.Long() {
		return d, nil
	}
	code := "-37~"
	switch part {
	case "mid", "middle of":
		code = "-38~"
	case "late", "end of":
		code = "-39~"
	}
	return rest.built(d.String() + code)
}

// withTime reads a day and a time of day, at the end of the text.
func (p *parser) withTime(s piece, m []string) (edtf.Date, *Error) {
	d, err := p.simple(s.to(len(m[1])))
	if err != nil {
		return d, err
	}
	hour, _ := strconv.Atoi(m[2])
	if half := strings.ToLower(m[5]); half != "" {
		if hour < 1 || hour > 12 {
			return d, s.from(len(m[1])).trim().fail("no-such-time")
		}
		if hour %= 12; half == "pm" {
			hour += 12
		}
	}
	text := d.String() + "T" + two(hour)
	if m[3] != "" {
		text += ":" + m[3]
	}
	if m[4] != "" {
		text += ":" + m[4]
	}
	switch {
	case m[7] != "":
		n, _ := strconv.Atoi(m[8])
		sign := "-"
		if m[7] == "+" {
			sign = "+"
		}
		text += sign + two(n)
		if m[9] != "" {
			text += ":" + m[9]
		}
	case m[6] != "":
		text += "Z"
	}
	out, bad := edtf.Parse(text)
	if bad != nil {
		return edtf.Date{}, s.from(len(m[1])).trim().fail("no-such-time")
	}
	return out, nil
}

// reading is what timex makes of a whole text.
type reading struct {
	date edtf.Date
	rule timex.Rule
}

// tagged has timex read a text that is one expression from its first byte to its
// last.
func (p *parser) tagged(text string) (reading, bool) {
	text = capital(text)
	for _, head := range []string{"", "in "} { // a month alone is a month only behind "in"
		t := head + text
		found := timex.Tag(t, timex.Options{Created: p.o.Published, Sentences: []txt.Span{{Start: 0, End: len(t)}}})
		if len(found) == 0 {
			continue
		}
		e := found[0]
		start := e.Start
		if strings.EqualFold(t[len(head):max(len(head), min(start, len(t)))], "the ") {
			start = len(head)
		}
		if start != len(head) && !(head != "" && e.Start == 0) || e.End != len(t) || e.EDTF.IsZero() || e.Type == timex.Duration || e.Type == timex.Set {
			continue
		}
		if _, one := e.EDTF.Fields(); !one && e.EDTF.Kind() != edtf.KindInterval {
			continue
		}
		return reading{e.EDTF, e.Rule}, true
	}
	return reading{}, false
}

func (r reading) checked(s piece) (edtf.Date, *Error) {
	if r.rule == timex.RuleWeekdayMisfit {
		return edtf.Date{}, s.fail("weekday")
	}
	return r.date, nil
}

// withYear reads a year of any time, alone or behind a part of it: the part is
// read in the year 2000, and the year put in its place.
func (p *parser) withYear(s piece, m []int) (edtf.Date, *Error) {
	group := func(i int) string {
		if m[2*i] < 0 {
			return ""
		}
		return s.text[m[2*i]:m[2*i+1]]
	}
	number := strings.ReplaceAll(group(3), ",", "")
	y, err := strconv.ParseInt(number, 10, 64)
	era := strings.ToLower(group(2) + group(4))
	at := s.slice(m[6], len(s.text))
	switch {
	case err != nil || y > 1e9 || y == 0 && era != "":
		return edtf.Date{}, at.fail("not-understood")
	case era == "" && len(number) < 3:
		return edtf.Date{}, p.why(s)
	case strings.HasPrefix(era, "b"):
		y = 1 - y
	}
	head := s.to(m[3]).trim()
	if head.text == "" {
		if y > 9999 || y < -9999 {
			return s.built("Y" + strconv.FormatInt(y, 10))
		}
		return s.built(yearText(y))
	}
	if y > 9999 || y < -9999 {
		return edtf.Date{}, at.fail("not-understood")
	}
	return p.ofYear(head, y)
}

// ofYear reads a part of a year, such as "12 May", in a year.
func (p *parser) ofYear(part piece, y int64) (edtf.Date, *Error) {
	if part.text != "" && !strings.ContainsAny(part.text, "./") {
		const standIn = "2000" // a leap year
		for _, text := range []string{part.text + " " + standIn, part.text + " of " + standIn} {
			d, ok := (&parser{}).tagged(text)
			if !ok || !strings.HasPrefix(d.date.String(), standIn+"-") || d.date.Kind() == edtf.KindInterval {
				continue
			}
			if d, err := edtf.Parse(yearText(y) + strings.TrimPrefix(d.date.String(), standIn)); err == nil {
				return d, nil
			}
			return edtf.Date{}, part.fail("no-such-day")
		}
	}
	return edtf.Date{}, p.why(part)
}

// why says what is wrong with a text that is no date.
func (p *parser) why(s piece) *Error {
	text := capital(s.text)
	found := timex.Tag(text, timex.Options{Created: p.o.Published, Sentences: []txt.Span{{Start: 0, End: len(text)}}})
	if len(found) == 0 {
		in := "in " + text
		if found = timex.Tag(in, timex.Options{Sentences: []txt.Span{{Start: 0, End: len(in)}}}); len(found) > 0 {
			found[0].Start, found[0].End = max(0, found[0].Start-3), found[0].End-3
		}
	}
	if len(found) == 0 {
		return s.fail("not-understood")
	}
	e := found[0]
	switch {
	case e.Type == timex.Duration || e.Type == timex.Set:
		return s.fail("duration")
	case e.Start > 0 && strings.TrimSpace(text[:e.Start]) != "the":
		return s.to(e.Start).trim().fail("leftover")
	case e.Rule == timex.RuleNoSuchDay:
		return s.fail("no-such-day")
	case e.End < len(text):
		return s.from(e.End).trim().fail("leftover")
	case strings.HasPrefix(e.Value, "XXXX-") && len(e.Value) > 5 && e.Value[5] != 'W' && e.Value[5] != 'X' && digit.MatchString(e.Value):
		return s.fail("no-year")
	case p.o.Published.IsZero():
		return s.fail("relative")
	}
	return s.fail("not-understood")
}

// capital writes months and weekdays with a capital letter, as timex wants them.
// The text keeps its length.
func capital(text string) string {
	return words.ReplaceAllStringFunc(text, func(w string) string {
		lower := strings.ToLower(w)
		switch {
		case monthName[lower] || weekday[lower]:
			return strings.ToUpper(w[:1]) + lower[1:]
		case lower == "bc" || lower == "bce" || lower == "ad" || lower == "ce":
			return strings.ToUpper(w)
		case w == strings.ToUpper(w) && len(w) > 2:
			return lower
		}
		return w
	})
}

var (
	monthName = set("january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec")
	weekday   = set("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun")
)

func set(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(list) {
		out[w] = true
	}
	return out
}
