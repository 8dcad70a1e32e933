package i18n

import "briefline/app/edtf"

// Tick returns the label of an axis tick at Unix seconds at, on an axis counting
// in p: "66 million BC", "10,000 BC", "2018", "Mar", "12", "14:00". Quarters,
// seasons and halves are labelled by their first month, weeks by their first day.
func (c *Catalog) Tick(at int64, p edtf.Precision) string {
	year, month, day, hour, minute, sec := edtf.Civil(at)
	switch {
	case p <= edtf.PrecisionYear:
		return c.tickYear(year)
	case p <= edtf.PrecisionMonth:
		return c.Text("date.month." + itoa(month) + ".short")
	case p <= edtf.PrecisionDay:
		return itoa(day)
	case p <= edtf.PrecisionMinute:
		return clock(hour, minute)
	}
	return clock(hour, minute) + ":" + two(sec)
}

// TickContext returns the label of a tick on the upper level of a two-level axis,
// which counts in p and stands for itself: "2018", "March 2018", "12 March 2018".
func (c *Catalog) TickContext(at int64, p edtf.Precision) string {
	year, month, day, hour, minute, sec := edtf.Civil(at)
	text := c.tickYear(year)
	if p > edtf.PrecisionYear {
		name := c.Text("date.month." + itoa(month))
		if p > edtf.PrecisionMonth {
			name = c.Text("date.day-month", "day", itoa(day), "month", name)
		}
		text = c.Text("date.in-year", "date", name, "year", text)
	}
	if p > edtf.PrecisionDay {
		time := clock(hour, minute)
		if p > edtf.PrecisionMinute {
			time += ":" + two(sec)
		}
		text = c.Text("date.with-time", "date", text, "time", time)
	}
	return text
}

// tickYear labels a year, exactly: ticks before AD 1 stand on round years BC, so
// that 66 million BC is the astronomical year -65999999.
func (c *Catalog) tickYear(y int64) string {
	if n := 1 - y; n >= million && n%roundTo == 0 {
		return c.Text("date.bc", "year", c.scaled(n))
	}
	return c.yearText(y, y > 0)
}
