package i18n

import (
	"strings"

	"briefline/app/edtf"
)

// Timex returns an unresolved TIMEX3 value (TimeML 1.2.1) in words: "XXXX-WXX-4"
// is "Thursday, date not known", "PRESENT_REF" is "at the time of writing",
// "P3Y" is "3 years". It is "" where there is no wording for the value, so that
// the caller shows the words of the source alone.
func (c *Catalog) Timex(value string) string {
	switch value {
	case "":
		return ""
	case "PRESENT_REF":
		return c.Text("timex.present")
	case "PAST_REF":
		return c.Text("timex.past")
	case "FUTURE_REF":
		return c.Text("timex.future")
	}
	if rest, ok := strings.CutPrefix(value, "P"); ok {
		return c.duration(rest)
	}
	w := wording{c, false}
	if d, err := edtf.Parse(value); err == nil {
		return w.date(d)
	}
	date, part, _ := strings.Cut(value, "T")
	text := ""
	if part != "" || strings.HasSuffix(value, "T") {
		if text = c.partOfDay(part); text == "" {
			return ""
		}
	}
	p, weekday, ok := w.timexDate(date)
	if !ok {
		return ""
	}
	switch {
	case text == "":
	case p.text == "":
		p.text = text
	case weekday:
		p.text = c.Text("timex.weekday-part", "day", p.text, "part", text)
	default:
		p.text = c.Text("date.with-time", "date", p.text, "time", text)
	}
	return w.alone(p)
}

// timexDate words the date of a value. It says whether that is a day of the week,
// which joins a part of the day without a comma.
func (w wording) timexDate(s string) (p phrase, weekday, ok bool) {
	unknown := []string{w.text("date.unknown")}
	if s == "" || s == "XXXX-XX-XX" {
		return phrase{notes: unknown}, false, true
	}
	year, rest, _ := strings.Cut(s, "-")
	if week, isWeek := strings.CutPrefix(rest, "W"); isWeek && rest != "WI" { // winter
		return w.week(year, week)
	}
	for _, g := range timexSeasons {
		if rest == g.value {
			s = year + g.edtf
		}
	}
	if bc, isBC := strings.CutPrefix(s, "BC"); isBC && rest == "" {
		s = astronomical(bc)
	}
	if rest == "" && len(s) >= 2 && len(s) < 4 { // "198" is a decade, "19" a century
		s += "XXXX"[len(s):]
	}
	d, err := edtf.Parse(s)
	if err != nil {
		return phrase{}, false, false
	}
	return w.simple(d), false, d.Kind() == edtf.KindDate || d.Kind() == edtf.KindSeason
}

// timexSeasons are the parts of a year as TIMEX3 writes them.
var timexSeasons = []struct{ value, edtf string }{
	{"SP", "-21"}, {"SU", "-22"}, {"FA", "-23"}, {"WI", "-24"},
	{"Q1", "-33"}, {"Q2", "-34"}, {"Q3", "-35"}, {"Q4", "-36"},
	{"H1", "-40"}, {"H2", "-41"},
}

// astronomical turns the four digits of a year BC into an EDTF year.
func astronomical(bc string) string {
	n := 0
	for _, r := range bc {
		if r < '0' || r > '9' || len(bc) != 4 {
			return ""
		}
		n = n*10 + int(r-'0')
	}
	switch {
	case n == 0:
		return ""
	case n == 1:
		return "0000"
	}
	digits := itoa(n - 1)
	return "-" + "0000"[len(digits):] + digits
}

// week words "XXXX-WXX-4", "XXXX-WXX-WE", "2016-W21"; week is what follows "W".
func (w wording) week(year, week string) (p phrase, weekday, ok bool) {
	number, day, _ := strings.Cut(week, "-")
	name := ""
	switch {
	case len(day) == 1 && day >= "1" && day <= "7":
		name = w.c.Text("timex.weekday." + day)
	case day == "WE":
		name = w.c.Text("timex.weekend")
	case day != "" || strings.HasSuffix(week, "-"):
		return phrase{}, false, false
	}
	if number == "XX" && year == "XXXX" {
		if name == "" {
			name = w.c.Text("timex.week-unknown")
		}
		return phrase{text: name, notes: []string{w.text("date.unknown")}}, true, true
	}
	d, err := edtf.Parse(year)
	if err != nil || d.Precision() != edtf.PrecisionYear || number < "01" || number > "53" || len(number) != 2 || number[1] > '9' || number[1] < '0' {
		return phrase{}, false, false
	}
	p.text = w.text("timex.week", "week", strings.TrimPrefix(number, "0"), "year", w.date(d))
	if name != "" {
		p.text = w.text("timex.day-of-week", "day", name, "week", p.text)
	}
	return p, false, true
}

// partOfDay words what follows "T": "MO", "14:30".
func (c *Catalog) partOfDay(s string) string {
	if id := "timex.part." + strings.ToLower(s); len(s) == 2 && s == strings.ToUpper(s) && c.Has(id) {
		return c.Text(id)
	}
	// Any day will do to have the time checked.
	d, err := edtf.Parse("2000-01-01T" + s)
	if err != nil {
		return ""
	}
	f, _ := d.Fields()
	return wording{c, false}.time(f)
}

// duration words what follows "P": "3Y", "1Y6M", "T2H", "XW".
func (c *Catalog) duration(s string) string {
	var items []string
	clock := ""
	for s != "" {
		if rest, ok := strings.CutPrefix(s, "T"); ok && clock == "" {
			s, clock = rest, "T"
			continue
		}
		i := strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' })
		if i == 0 && s[0] == 'X' {
			i = 1
		}
		if i < 1 || i > 6 || i == len(s) {
			return ""
		}
		number := s[:i]
		j := i + 1
		for _, long := range []string{"DE", "CE", "ML", "WE"} {
			if strings.HasPrefix(s[i:], long) && clock == "" {
				j = i + 2
			}
		}
		id := "timex.duration." + strings.ToLower(clock+s[i:j])
		if number == "X" {
			id += ".some"
		}
		if !c.Has(id) {
			return ""
		}
		n := 0
		for _, r := range number {
			n = n*10 + int(r-'0')
		}
		items = append(items, c.Text(id, "n", n))
		s = s[j:]
	}
	return c.List(items)
}
