package i18n

import (
	"strings"

	"briefline/app/edtf"
)

// interval words the one member of an interval.
func (w wording) interval(m edtf.Member) string {
	switch {
	case m.FromEnd == edtf.EndOpen && m.ToEnd == edtf.EndOpen:
		return w.text("date.open-open")
	case m.FromEnd == edtf.EndOpen && m.ToEnd == edtf.EndUnknown:
		return w.text("date.open-unknown")
	case m.FromEnd == edtf.EndUnknown && m.ToEnd == edtf.EndOpen:
		return w.text("date.unknown-open")
	case m.FromEnd == edtf.EndOpen:
		return w.text("date.until", "date", w.inside(w.simple(m.To)))
	case m.FromEnd == edtf.EndUnknown:
		return w.text("date.until-unknown", "date", w.inside(w.simple(m.To)))
	case m.ToEnd == edtf.EndOpen:
		return w.text("date.from", "date", w.inside(w.simple(m.From)))
	case m.ToEnd == edtf.EndUnknown:
		return w.text("date.from-unknown", "date", w.inside(w.simple(m.From)))
	case m.From == m.To:
		return w.text("date.within", "date", w.inside(w.simple(m.From)))
	}
	from := w.sharedYear(m)
	if from == "" {
		from = w.inside(w.simple(m.From))
	}
	to := w.inside(w.simple(m.To))
	if !strings.Contains(from, " ") && w.short && w.tight(m) {
		return w.text("date.range-tight", "from", from, "to", to)
	}
	return w.text("date.range", "from", from, "to", to)
}

// sharedYear words the start of "June to August 2004" and "1 to 20 June 2004",
// where it leaves out what the end repeats. It is "" where nothing may be left
// out, as what is qualified or unspecified needs its own words.
func (w wording) sharedYear(m edtf.Member) string {
	from, _ := m.From.Fields()
	to, _ := m.To.Fields()
	switch {
	case !bare(from) || !bare(to) || from.Year != to.Year || (from.Day == "") != (to.Day == ""):
		return ""
	case from.Day == "":
		return w.monthName(from.Month.Int())
	case from.Month == to.Month:
		return itoa(from.Day.Int())
	}
	return w.text("date.day-month", "day", itoa(from.Day.Int()), "month", w.monthName(from.Month.Int()))
}

// bare reports whether f is a month or a day with nothing to remark.
func bare(f edtf.Fields) bool {
	return f.Month.Known() && (f.Day == "" || f.Day.Known()) && f.Year.Known() && f.Season == 0 &&
		f.YearQualifier|f.MonthQualifier|f.DayQualifier == 0
}

// tight reports whether the dash of a short range stands close: between two bare
// years, or where the end says the rest for both.
func (w wording) tight(m edtf.Member) bool {
	if w.sharedYear(m) != "" {
		return true
	}
	return !strings.Contains(w.inside(w.simple(m.To)), " ")
}

// oneOf words a set of which one member holds.
func (w wording) oneOf(members []edtf.Member) string {
	items := make([]string, len(members))
	last := "count.list.or"
	for i, m := range members {
		items[i] = w.oneMember(m)
		if m.Range {
			last = "count.list.or-clear" // a member may have an "or" of its own
		}
	}
	return w.c.list(items, last)
}

func (w wording) oneMember(m edtf.Member) string {
	switch {
	case !m.Range:
		return w.inside(w.simple(m.From))
	case m.FromEnd == edtf.EndOpen && unit(m.To) == "day":
		return w.text("date.on-or-before", "date", w.inside(w.simple(m.To)))
	case m.FromEnd == edtf.EndOpen:
		return w.text("date.in-or-before", "date", w.inside(w.simple(m.To)))
	case m.ToEnd == edtf.EndOpen && unit(m.From) == "day":
		return w.text("date.on-or-after", "date", w.inside(w.simple(m.From)))
	case m.ToEnd == edtf.EndOpen:
		return w.text("date.in-or-after", "date", w.inside(w.simple(m.From)))
	}
	return w.text("date.between", "from", w.inside(w.simple(m.From)), "to", w.inside(w.simple(m.To)))
}

// allOf words a set of which every member holds.
func (w wording) allOf(members []edtf.Member) string {
	items := make([]string, len(members))
	last := "count.list.and"
	for i, m := range members {
		items[i] = w.eachMember(m)
		if m.Range {
			last = "count.list.and-clear"
		}
	}
	return w.c.list(items, last)
}

// eachMember names the unit of a range, without which it would read as one
// stretch of time.
func (w wording) eachMember(m edtf.Member) string {
	switch {
	case !m.Range:
		return w.inside(w.simple(m.From))
	case m.FromEnd == edtf.EndOpen:
		return w.text("date.and-earlier."+unit(m.To), "date", w.inside(w.simple(m.To)))
	case m.ToEnd == edtf.EndOpen:
		return w.text("date.and-later."+unit(m.From), "date", w.inside(w.simple(m.From)))
	}
	return w.text("date.every."+unit(m.From), "from", w.inside(w.simple(m.From)), "to", w.inside(w.simple(m.To)))
}

// unit names what d counts in: the end of a message ID.
func unit(d edtf.Date) string {
	f, _ := d.Fields()
	switch {
	case f.Season >= 40:
		return "half"
	case f.Season >= 37:
		return "third"
	case f.Season >= 33:
		return "quarter"
	case f.Season != 0:
		return "season"
	case f.Day != "":
		return "day"
	case f.Month != "":
		return "month"
	}
	return "year"
}
