package i18n

import (
	"slices"
	"strconv"

	"briefline/app/edtf"
)

func itoa(n int) string { return strconv.Itoa(n) }

func two(n int) string {
	if n < 10 {
		return "0" + itoa(n)
	}
	return itoa(n)
}

func (w wording) monthName(m int) string { return w.text("date.month." + itoa(m)) }

// season words a sub-year grouping. 25 to 32 are 21 to 24 with a hemisphere.
func (w wording) season(f edtf.Fields) (phrase, bool) {
	s, join := f.Season, "date.in-year"
	var notes []string
	switch {
	case s >= 37 && s <= 39:
		join = "date.months-of-year"
	case s >= 33:
		join = "date.of-year"
	case s >= 29:
		s -= 8
		notes = append(notes, w.text("date.southern"))
	case s >= 25:
		s -= 4
		notes = append(notes, w.text("date.northern"))
	}
	p, plain := w.inYear(w.text("date.season."+itoa(s)), f.Year, join)
	p.notes = append(notes, p.notes...)
	return w.unknown(p, f), plain
}

// month words a year and month.
func (w wording) month(f edtf.Fields) (phrase, bool) {
	if f.Month.Unspecified() {
		p, plain := w.yearAlone(f.Year)
		if noYear(f.Year) {
			p = phrase{}
		}
		return w.unknown(p, f), plain
	}
	months := f.Months()
	text := w.anyMonth(months, true)
	p, plain := w.inYear(text, f.Year, "date.in-year")
	return w.unknown(p, f), plain && len(months) == 1
}

// day words a full date, of which any part may be unspecified.
func (w wording) day(f edtf.Fields) (phrase, bool) {
	if f.Day.Unspecified() {
		g := f
		g.Day = ""
		p, plain := phrase{}, false
		switch {
		case !f.Month.Unspecified():
			months := f.Months()
			p, plain = w.inYear(w.anyMonth(months, true), f.Year, "date.in-year")
			plain = plain && len(months) == 1
		case !noYear(f.Year):
			p, plain = w.yearAlone(f.Year)
		}
		return w.unknown(p, f), plain
	}
	days := f.Days()
	if f.Month.Unspecified() && len(f.Months()) > 1 {
		return w.dayOfSomeMonth(days, f)
	}
	months := f.Months()
	text := w.text("date.day-month", "day", w.anyDay(days), "month", w.anyMonth(months, false))
	p, plain := w.inYear(text, f.Year, "date.in-year")
	return w.unknown(p, f), plain && len(days) == 1 && len(months) == 1
}

// dayOfSomeMonth words "2004-XX-25": "the 25th of a month in 2004".
func (w wording) dayOfSomeMonth(days []int, f edtf.Fields) (phrase, bool) {
	nth := make([]string, len(days))
	for i, d := range days {
		nth[i] = w.c.Ordinal(d)
	}
	text := w.text("date.nth", "nth", w.c.list(nth, "count.list.or"))
	if run(days) {
		text = w.text("date.nth-between", "from", nth[0], "to", nth[len(nth)-1])
	}
	y := w.year(f.Year)
	switch y.form {
	case yearUnknown:
		return w.unknown(phrase{text: text}, f), false
	case yearSpan:
		text = w.text("date.nth-in-span", "nth", text, "years", y.text)
	case yearBetween:
		text = w.text("date.nth-between-years", "nth", text, "between", y.text)
	default:
		text = w.text("date.nth-in-year", "nth", text, "year", y.text)
	}
	return phrase{text: text, notes: y.notes}, false
}

// unknown adds the note that names what is not known of the written components:
// "day and month not known", or "date not known" for a whole one.
func (w wording) unknown(p phrase, f edtf.Fields) phrase {
	var parts []string
	if f.Day.Unspecified() {
		parts = append(parts, w.c.Text("date.part.day"))
	}
	if f.Month.Unspecified() && len(f.Months()) > 1 {
		parts = append(parts, w.c.Text("date.part.month"))
	}
	if noYear(f.Year) {
		parts = append(parts, w.c.Text("date.part.year"))
	}
	switch len(parts) {
	case 0:
	case 3:
		p.notes = append(p.notes, w.text("date.unknown"))
	default:
		p.notes = append(p.notes, w.text("date.part-unknown", "parts", w.c.List(parts)))
	}
	return p
}

// anyMonth words the months that a month may be: "October, November or December".
// A long run becomes "between January and September" where between may stand.
func (w wording) anyMonth(months []int, between bool) string {
	names := make([]string, len(months))
	for i, m := range months {
		names[i] = w.monthName(m)
	}
	if between && run(months) {
		return w.text("date.between", "from", names[0], "to", names[len(names)-1])
	}
	return w.c.list(names, "count.list.or")
}

// anyDay words the days that a day may be: "30 or 31", "between 10 and 19".
func (w wording) anyDay(days []int) string {
	text := make([]string, len(days))
	for i, d := range days {
		text[i] = itoa(d)
	}
	if run(days) {
		return w.text("date.between", "from", text[0], "to", text[len(text)-1])
	}
	return w.c.list(text, "count.list.or")
}

// run reports whether n are more than three numbers without a gap, which read
// better as first and last.
func run(n []int) bool {
	return len(n) > 3 && n[len(n)-1]-n[0] == len(n)-1 && slices.IsSorted(n)
}
