package edtf

// Precision is how finely a moment is known, coarse to fine: a larger value is
// finer.
type Precision int

// The precisions. PrecisionWeek does not occur in EDTF; it serves axes.
const (
	PrecisionNone Precision = iota
	PrecisionBillion
	PrecisionHundredMillion
	PrecisionTenMillion
	PrecisionMillion
	PrecisionHundredMillennia
	PrecisionTenMillennia
	PrecisionMillennium
	PrecisionCentury
	PrecisionDecade
	PrecisionYear
	PrecisionHalf    // semestral, and the quadrimester of four months
	PrecisionSeason  // spring, summer, autumn, winter
	PrecisionQuarter // calendar quarter
	PrecisionMonth
	PrecisionWeek
	PrecisionDay
	PrecisionHour
	PrecisionMinute
	PrecisionSecond
)

// Years returns the length of p in years, 1 to 1e9; 0 for PrecisionNone and for
// anything finer than a year.
func (p Precision) Years() int64 {
	if p < PrecisionBillion || p > PrecisionYear {
		return 0
	}
	return pow10(int(PrecisionYear - p))
}

// yearsPrecision is the precision of a year of which the last n digits say
// nothing.
func yearsPrecision(n int) Precision {
	return max(PrecisionYear-Precision(n), PrecisionBillion)
}

func pow10(n int) int64 {
	v := int64(1)
	for range n {
		v *= 10
	}
	return v
}
