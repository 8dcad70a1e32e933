package edtf

// Min and Max stand in Bounds for an end that is open or unknown, and clamp years
// that are further away: 146 billion years from 1970. Max-Min fits an int64.
const (
	Max int64 = 1<<62 - 1
	Min int64 = -Max
)

const (
	daySeconds = 24 * 60 * 60
	// A year beyond this is clamped unseen, so that no product overflows.
	farYear = 150_000_000_000
)

// Civil returns the proleptic Gregorian date and the time of day in UTC of any
// count of Unix seconds. Years are astronomical: 0 is 1 BC, -43 is 44 BC.
func Civil(unix int64) (year int64, month, day, hour, min, sec int) {
	days, rest := unix/daySeconds, int(unix%daySeconds)
	if rest < 0 {
		days--
		rest += daySeconds
	}
	// Count in eras of 400 years, 146097 days, from 0000-03-01, so that the leap
	// day comes last in its year (H. Hinnant, chrono-compatible date algorithms).
	days += 719468
	era := days / 146097
	if days%146097 < 0 {
		era--
	}
	doe := int(days - era*146097)
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	day = doy - (153*mp+2)/5 + 1
	month = mp + 3
	year = int64(yoe) + era*400
	if month > 12 {
		month -= 12
		year++
	}
	return year, month, day, rest / 3600, rest / 60 % 60, rest % 60
}

// Unix returns the Unix seconds of a proleptic Gregorian date and time in UTC,
// clamped to [Min, Max]. The year is astronomical; the other fields may be out
// of their range and carry over, as in time.Date: month 13 is next January.
func Unix(year int64, month, day, hour, min, sec int) int64 {
	switch {
	case year > farYear:
		return Max
	case year < -farYear:
		return Min
	}
	m := month - 1
	year += int64(m / 12)
	if m %= 12; m < 0 {
		m += 12
		year--
	}
	mp := (m + 10) % 12 // March is 0
	if m < 2 {
		year--
	}
	era := year / 400
	if year%400 < 0 {
		era--
	}
	yoe := int(year - era*400)
	doe := yoe*365 + yoe/4 - yoe/100 + (153*mp+2)/5
	days := era*146097 + int64(doe) - 719468 + int64(day) - 1
	s := days*daySeconds + int64(hour)*3600 + int64(min)*60 + int64(sec)
	return clamp(s)
}

func clamp(s int64) int64 { return max(Min, min(Max, s)) }

// daysIn returns the number of days of a month, 1 to 12.
func daysIn(year int64, month int) int {
	switch month {
	case 2:
		if leap(year) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

func leap(year int64) bool {
	return year%4 == 0 && (year%100 != 0 || year%400 == 0)
}
