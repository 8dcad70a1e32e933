package edtf

// The seasons and other sub-year groupings of the profile. Which months they hold
// is this package's convention, as the standard leaves it open.
const (
	seasonFirst   = 21 // spring, summer, autumn, winter, independent of location
	seasonNorth   = 25 // the same on the northern hemisphere
	seasonSouth   = 29 // and on the southern
	seasonQuarter = 33 // four quarters of 3 months
	seasonThird   = 37 // three quadrimesters of 4 months
	seasonHalf    = 40 // two semestrals of 6 months
	seasonLast    = 41
)

// seasonMonths returns the first month and the number of months of a grouping.
// Meteorological seasons: spring is March to May, and winter runs from December
// of its year to February of the next. 21 to 24, which the standard binds to no
// place, are read as northern; in the south summer is the one that runs over.
func seasonMonths(s int) (month, n int) {
	switch {
	case s >= seasonHalf:
		return 1 + (s-seasonHalf)*6, 6
	case s >= seasonThird:
		return 1 + (s-seasonThird)*4, 4
	case s >= seasonQuarter:
		return 1 + (s-seasonQuarter)*3, 3
	case s >= seasonSouth:
		return [4]int{9, 12, 3, 6}[s-seasonSouth], 3
	}
	return 3 + (s-seasonFirst)%4*3, 3
}

func seasonPrecision(s int) Precision {
	switch {
	case s >= seasonThird:
		return PrecisionHalf
	case s >= seasonQuarter:
		return PrecisionQuarter
	}
	return PrecisionSeason
}
