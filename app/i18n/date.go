package i18n

import (
	"strings"

	"briefline/app/edtf"
)

// Date returns d in words, in full: "about 2016", "2016, uncertain", "9 December
// 2017 to 23 March 2019", "in or after 2016". It is "" for the zero Date.
func (c *Catalog) Date(d edtf.Date) string { return wording{c, false}.date(d) }

// DateShort returns d in few letters, with the same meaning as Date: "c. 2016",
// "2016?", "Dec 2017 – Mar 2019". It is "" for the zero Date.
func (c *Catalog) DateShort(d edtf.Date) string { return wording{c, true}.date(d) }

// wording is one way to word dates: in full, or short.
type wording struct {
	c     *Catalog
	short bool
}

// text returns a message; the short wording takes its ".short" form if it has one.
func (w wording) text(id string, kv ...any) string {
	if w.short && w.c.Has(id+".short") {
		id += ".short"
	}
	return w.c.Text(id, kv...)
}

// phrase is a date in words, and remarks on it that follow: "June 2004" with "day
// not known", "uncertain". A phrase without text is all remark.
type phrase struct {
	text  string
	notes []string
}

// alone words p where nothing follows: "June 2004, day not known".
func (w wording) alone(p phrase) string {
	if p.text == "" {
		return w.notes(p)
	}
	if len(p.notes) == 0 {
		return p.text
	}
	return w.text("date.noted", "date", p.text, "notes", w.notes(p))
}

// inside words p as part of a longer one: "June 2004 (day not known)".
func (w wording) inside(p phrase) string {
	if p.text == "" || len(p.notes) == 0 {
		return w.alone(p)
	}
	return w.text("date.noted-inside", "date", p.text, "notes", w.notes(p))
}

func (w wording) notes(p phrase) string {
	return strings.Join(p.notes, w.c.Text("count.list.comma"))
}

func (w wording) date(d edtf.Date) string {
	switch d.Kind() {
	case edtf.KindNone:
		return ""
	case edtf.KindInterval:
		return w.interval(d.Members()[0])
	case edtf.KindOneOf:
		return w.oneOf(d.Members())
	case edtf.KindAllOf:
		return w.allOf(d.Members())
	}
	return w.alone(w.simple(d))
}

// simple words a date, datetime or season.
func (w wording) simple(d edtf.Date) phrase {
	f, _ := d.Fields()
	var p phrase
	plain := false
	switch {
	case f.Season != 0:
		p, plain = w.season(f)
	case f.Day != "":
		p, plain = w.day(f)
	case f.Month != "":
		p, plain = w.month(f)
	default:
		p, plain = w.yearAlone(f.Year)
	}
	if f.TimePrecision != edtf.PrecisionNone {
		p.text = w.text("date.with-time", "date", p.text, "time", w.time(f))
	}
	return w.qualify(p, f, plain)
}

// qualify adds the qualifiers: those of the whole date as "about" and
// "uncertain", those of a component by its name. "about" needs a plain text after
// it, which "between 10 and 19 April" is not.
func (w wording) qualify(p phrase, f edtf.Fields, plain bool) phrase {
	whole := f.Whole()
	if whole&edtf.Approximate != 0 {
		if plain {
			p.text = w.text("date.about", "date", p.text)
		} else {
			p.notes = append(p.notes, w.text("date.approximate"))
		}
	}
	if whole&edtf.Uncertain != 0 {
		if w.short && plain {
			p.text = w.c.Text("date.maybe.short", "date", p.text)
		} else {
			p.notes = append(p.notes, w.text("date.uncertain"))
		}
	}
	for _, q := range []struct {
		is edtf.Qualifier
		id string
	}{
		{edtf.Approximate, "date.part-approximate"},
		{edtf.Uncertain, "date.part-uncertain"},
		{edtf.Approximate | edtf.Uncertain, "date.part-approximate-uncertain"},
	} {
		parts := w.partsWhere(f, func(own edtf.Qualifier) bool { return own&^whole == q.is })
		if len(parts) > 0 {
			p.notes = append(p.notes, w.text(q.id, "parts", w.c.List(parts)))
		}
	}
	return p
}

// partsWhere names the components whose qualifier passes, in the order of words.
func (w wording) partsWhere(f edtf.Fields, pass func(edtf.Qualifier) bool) []string {
	var parts []string
	if f.Day != "" && pass(f.DayQualifier) {
		parts = append(parts, w.c.Text("date.part.day"))
	}
	if f.Month != "" && pass(f.MonthQualifier) {
		parts = append(parts, w.c.Text("date.part.month"))
	}
	if f.Season != 0 && pass(f.MonthQualifier) {
		parts = append(parts, w.c.Text("date.part.season"))
	}
	if pass(f.YearQualifier) {
		parts = append(parts, w.c.Text("date.part.year"))
	}
	return parts
}

// time words a time of day and its zone.
func (w wording) time(f edtf.Fields) string {
	s := clock(f.Hour, f.Minute)
	switch f.TimePrecision {
	case edtf.PrecisionHour:
		// "14:00" would claim the minute.
		s = w.text("date.between", "from", clock(f.Hour, 0), "to", clock(f.Hour+1, 0))
	case edtf.PrecisionSecond:
		s += ":" + two(f.Second)
	}
	if f.Zone == "" {
		return s
	}
	return w.text("date.time-zone", "time", s, "offset", offset(f.Offset))
}

// clock returns "04:05". Digits and colon are ISO 8601, not words.
func clock(hour, minute int) string { return two(hour) + ":" + two(minute) }

// offset returns "+4:30", "−4" or, for none, "".
func offset(seconds int) string {
	sign := "+"
	if seconds < 0 {
		sign, seconds = "\u2212", -seconds
	}
	h, m := seconds/3600, seconds/60%60
	switch {
	case seconds == 0:
		return ""
	case m == 0:
		return sign + itoa(h)
	}
	return sign + itoa(h) + ":" + two(m)
}
