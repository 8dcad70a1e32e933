package edtf

import (
	"fmt"
	"strings"
)

// Step returns d moved by n of the units that it is known in: a year by years,
// "2004-06-XX" and "2004-06" by months, "199X" by decades, spring by years, a
// quarter by quarters, a time of day by what it is told in. Both ends of an
// interval and all members of a set move by n of the unit of the coarsest; ends
// that are open or unknown stay. A day that its new month does not have is the
// last of that month. Qualifiers and zone stay as they are.
//
// It is false for what has no such unit, as "156X-12-25" and "1950S2", for a year
// written with "Y", and where the result would lie beyond the years -9999 to
// 9999.
func Step(d Date, n int64) (Date, bool) {
	return step(d, n, d.coarsest())
}

// coarsest returns the precision of the coarsest date in d.
func (d Date) coarsest() Precision {
	out := PrecisionSecond
	for _, m := range d.Members() {
		for _, one := range []Date{m.From, m.To} {
			if !one.IsZero() {
				out = min(out, one.precision)
			}
		}
	}
	return out
}

// Shift returns d moved so that it begins at or about the given Unix second, as
// when it is dragged along an axis. It keeps the precision of d: a year stays a
// year. Where unit is coarser than d, d moves by whole units, so that a day
// dragged by months stays that day of the month; PrecisionNone moves it by its
// own. It is false where [Step] is, and where the beginning of d is open.
func Shift(d Date, to int64, unit Precision) (Date, bool) {
	from := d.bounds.From
	if d.IsZero() || d.bounds.FromEnd != EndKnown {
		return d, false
	}
	own := d.coarsest()
	if unit == PrecisionNone || unit > own {
		unit = own
	}
	return step(d, ticks(to, unit)-ticks(from, unit), unit)
}

// ticks counts the units up to a second, from some beginning: the one that the
// second lies in.
func ticks(unix int64, unit Precision) int64 {
	year, month, _, _, _, _ := Civil(unix)
	months := year*12 + int64(month) - 1
	switch {
	case unit <= PrecisionYear:
		return floorDiv(year, max(1, unit.Years()))
	case unit == PrecisionHalf:
		return floorDiv(months, 6)
	case unit == PrecisionSeason:
		return floorDiv(months-2, 3) // spring begins in March
	case unit == PrecisionQuarter:
		return floorDiv(months, 3)
	case unit == PrecisionMonth:
		return months
	}
	return floorDiv(unix, seconds(unit))
}

func seconds(unit Precision) int64 {
	switch unit {
	case PrecisionWeek:
		return 7 * daySeconds
	case PrecisionDay:
		return daySeconds
	case PrecisionHour:
		return 3600
	case PrecisionMinute:
		return 60
	}
	return 1
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// step moves every simple date in d by n units.
func step(d Date, n int64, unit Precision) (Date, bool) {
	if d.IsZero() || unit == PrecisionNone || d.bounds.From == Min && d.bounds.To == Max {
		return d, false
	}
	if d.kind == KindDate || d.kind == KindDateTime || d.kind == KindSeason {
		return stepSimple(d, n, unit)
	}
	var members []string
	for _, m := range d.Members() {
		ends := [2]string{}
		for i, one := range []Date{m.From, m.To} {
			if one.IsZero() {
				if end := []End{m.FromEnd, m.ToEnd}[i]; end == EndOpen && d.kind == KindInterval {
					ends[i] = ".."
				}
				continue
			}
			moved, ok := stepSimple(one, n, unit)
			if !ok {
				return d, false
			}
			ends[i] = moved.text
		}
		switch {
		case d.kind == KindInterval:
			members = append(members, ends[0]+"/"+ends[1])
		case m.Range:
			members = append(members, ends[0]+".."+ends[1])
		default:
			members = append(members, ends[0])
		}
	}
	text := strings.Join(members, ",")
	switch d.kind {
	case KindOneOf:
		text = "[" + text + "]"
	case KindAllOf:
		text = "{" + text + "}"
	}
	moved, err := Parse(text)
	return moved, err == nil
}

// stepSimple moves a simple date by n units, which are at least as coarse as it.
func stepSimple(d Date, n int64, unit Precision) (Date, bool) {
	f, ok := d.Fields()
	const far = 1 << 50
	if !ok || f.Year.Long() || f.Year.Significant > 0 || n > far || n < -far {
		return d, false
	}
	unknown, right := f.Year.Unspecified()
	if !right || unknown > 0 && (f.Month != "" || f.Season != 0 || unit > PrecisionYear-Precision(unknown)) ||
		f.Month != "" && !f.Month.Known() && !f.Month.Unspecified() || f.Day != "" && !f.Day.Known() && !f.Day.Unspecified() {
		return d, false
	}
	switch year := f.Year.Value; {
	case unit <= PrecisionYear:
		f.Year.Value = year + n*max(1, unit.Years())
	case f.Season != 0:
		return stepSeason(d, f, n, unit)
	case unit < PrecisionDay && unit != PrecisionWeek:
		perUnit := map[Precision]int64{PrecisionHalf: 6, PrecisionSeason: 3, PrecisionQuarter: 3, PrecisionMonth: 1}[unit]
		if !f.Month.Known() {
			return d, false
		}
		months := year*12 + int64(f.Month.Int()) - 1 + n*perUnit
		f.Year.Value = floorDiv(months, 12)
		f.Month = twoDigits(int(months-12*f.Year.Value) + 1)
	default:
		if !f.Day.Known() {
			return d, false
		}
		unix := Unix(year, f.Month.Int(), f.Day.Int(), f.Hour, f.Minute, f.Second) + n*seconds(unit)
		var month, day int
		f.Year.Value, month, day, f.Hour, f.Minute, f.Second = Civil(unix)
		f.Month, f.Day = twoDigits(month), twoDigits(day)
	}
	if f.Day.Known() && f.Month.Known() {
		f.Day = twoDigits(min(f.Day.Int(), daysIn(f.Year.Value, f.Month.Int())))
	}
	return write(f, unknown)
}

// stepSeason moves a season, quarter, four months or half-year among its like.
func stepSeason(d Date, f Fields, n int64, unit Precision) (Date, bool) {
	first, count, own := seasonFirst, int64(4), PrecisionSeason
	switch s := f.Season; {
	case s >= seasonHalf:
		first, count, own = seasonHalf, 2, PrecisionHalf
	case s >= seasonThird:
		first, count, own = seasonThird, 3, PrecisionHalf
	case s >= seasonQuarter:
		first, own = seasonQuarter, PrecisionQuarter
	case s >= seasonSouth:
		first = seasonSouth
	case s >= seasonNorth:
		first = seasonNorth
	}
	if unit == PrecisionHalf && own != PrecisionHalf {
		n *= 2
	} else if unit > PrecisionHalf && own == PrecisionHalf {
		return d, false
	}
	at := f.Year.Value*count + int64(f.Season-first) + n
	f.Year.Value = floorDiv(at, count)
	f.Season = first + int(at-count*f.Year.Value)
	return write(f, 0)
}

func twoDigits(n int) Digits { return Digits([]byte{byte('0' + n/10), byte('0' + n%10)}) }

// write returns the date of f, whose year has this many digits unspecified at the
// right.
func write(f Fields, unknown int) (Date, bool) {
	year := f.Year.Value
	if year < -9999 || year > 9999 {
		return Date{}, false
	}
	// In place of every X stands 0, so a decade before Christ counts from its
	// last year: -0049 to -0040 is -004X. There are two decades at the year 0, so
	// none is counted across it.
	text := fmt.Sprintf("%04d", max(year, -year))
	if unknown > 0 {
		before := strings.HasPrefix(f.Year.Text, "-")
		if before && year > 0 || !before && year < 0 {
			return Date{}, false
		}
		if before {
			text = "-" + text
		}
	} else if year < 0 {
		text = "-" + text
	}
	text = text[:len(text)-unknown] + strings.Repeat("X", unknown)
	whole := f.Whole()
	add := func(digits string, q Qualifier) {
		if text != "" && digits != "" {
			text += "-"
		}
		text += qualifierSign(q&^whole) + digits
	}
	own := text
	text = ""
	add(own, f.YearQualifier)
	if f.Season != 0 {
		add(string(twoDigits(f.Season)), f.MonthQualifier)
	}
	if f.Month != "" {
		add(string(f.Month), f.MonthQualifier)
	}
	if f.Day != "" {
		add(string(f.Day), f.DayQualifier)
	}
	text += qualifierSign(whole)
	switch f.TimePrecision {
	case PrecisionHour:
		text += fmt.Sprintf("T%02d", f.Hour)
	case PrecisionMinute:
		text += fmt.Sprintf("T%02d:%02d", f.Hour, f.Minute)
	case PrecisionSecond:
		text += fmt.Sprintf("T%02d:%02d:%02d", f.Hour, f.Minute, f.Second)
	}
	if f.TimePrecision != PrecisionNone {
		text += f.Zone
	}
	d, err := Parse(text)
	return d, err == nil
}

// qualifierSign returns "?", "~", "%" or nothing.
func qualifierSign(q Qualifier) string {
	return [...]string{"", "~", "?", "%"}[q&(Approximate|Uncertain)]
}
