// Package edtf parses dates in the Extended Date/Time Format and tells what
// they may mean.
//
// It holds levels 0, 1 and 2 of EDTF (ISO 8601-2:2019, annex A, in the profile
// of the Library of Congress, www.loc.gov/standards/datetime). A Date keeps
// what was written, so "2004-06~" never turns into 1 June: it has bounds, a
// precision and qualifiers instead. The package is pure: it knows no clock, no
// time zone data and no words for the reader, which are in app/i18n.
//
// Where the profile leaves room, this package decides:
//
//   - The time of day may stop at the hour or the minute ("T14", "T14:30"), as
//     ISO 8601-1 allows, so that a source which says 14:30 is not given seconds.
//     Intervals and sets take no time of day.
//   - A date without a time zone is counted in UTC.
//   - Seasons take qualifiers and may bound an interval.
//   - A long year has 18 digits at most when written out.
//   - An interval or a range does not run backwards: its end may not lie wholly
//     before its start. "/" alone is no interval.
//   - More significant digits than the year has are all of them.
package edtf

import "strings"

// Kind is the outermost form of an expression.
type Kind int

// The kinds. The zero Kind belongs to the zero Date.
const (
	KindNone     Kind = iota
	KindDate          // year, month or day: "1985", "201X", "Y17E7"
	KindDateTime      // day with a time of day: "1985-04-12T23:20:30Z"
	KindSeason        // sub-year grouping 21 to 41: "2001-21"
	KindInterval      // "1964/2008", "1985/..", "/1985"
	KindOneOf         // "[1667,1668]": one of the set, not known which
	KindAllOf         // "{1667,1668}": every member of the set
)

// End says how one end of a time span is known.
type End int

// The ends. Bounds stands at Min or Max where an end is not known.
const (
	EndKnown   End = iota
	EndOpen        // "..": without limit, or not limited by the source
	EndUnknown     // blank end of an interval: there is one, but it is not known
)

// Bounds is the half-open interval [From, To) of all that a date may mean, in
// Unix seconds, UTC, proleptic Gregorian. From <= To always; they are equal only
// where both were clamped to Min or Max.
type Bounds struct {
	From, To       int64
	FromEnd, ToEnd End
}

// Date is one EDTF expression. It is immutable and comparable: two dates are
// equal when they were written alike. The zero Date is no date.
type Date struct {
	text      string
	kind      Kind
	precision Precision
	qualifier Qualifier // of all parts together
	bounds    Bounds
}

// MustParse is Parse for constants and tests. It panics when s is not EDTF.
func MustParse(s string) Date {
	d, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

// String returns d as it was written, byte for byte; "" for the zero Date.
func (d Date) String() string { return d.text }

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d.kind == KindNone }

// Kind returns the outermost form of d; KindNone for the zero Date.
func (d Date) Kind() Kind { return d.kind }

// Bounds returns all that d may mean as one half-open interval of Unix seconds:
// "2024-05" is 2024-05-01T00:00Z to 2024-06-01T00:00Z. Unspecified digits and
// significant digits widen it to everything they allow, an interval runs from
// the earliest start to the latest end, a set has the hull of its members. The
// qualifiers "~", "?" and "%" (the profile, level 1) do not widen it: by how
// much is a guess. Years beyond Min and Max are clamped. The zero Date has the
// zero Bounds.
func (d Date) Bounds() Bounds { return d.bounds }

// Precision returns how finely d is known. Digits count from the left up to the
// first that is unspecified: "201X" is a decade, "2004-XX-XX" a year,
// "156X-12-25" a decade, "XXXX-12-25" is PrecisionNone. An interval or set is as
// precise as its coarsest date.
func (d Date) Precision() Precision { return d.precision }

// Approximate reports whether any part of d is approximate ("~" or "%").
func (d Date) Approximate() bool { return d.qualifier&Approximate != 0 }

// Uncertain reports whether any part of d is uncertain ("?" or "%").
func (d Date) Uncertain() bool { return d.qualifier&Uncertain != 0 }

// MarshalText returns d as it was written; empty text for the zero Date. It
// never fails.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.text), nil }

// UnmarshalText parses text into d; empty text gives the zero Date. The error is
// a *SyntaxError and leaves d as it was.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	p, err := Parse(string(text))
	if err != nil {
		return err
	}
	*d = p
	return nil
}

// Compare returns -1, 0 or +1: by earliest instant, then by latest, then by text.
// The zero Date comes last. It is 0 only for equal dates.
func Compare(a, b Date) int {
	switch {
	case a.IsZero() || b.IsZero():
		return order(a.IsZero(), b.IsZero())
	case a.bounds.From != b.bounds.From:
		return order(a.bounds.From > b.bounds.From, a.bounds.From < b.bounds.From)
	case a.bounds.To != b.bounds.To:
		return order(a.bounds.To > b.bounds.To, a.bounds.To < b.bounds.To)
	}
	return strings.Compare(a.text, b.text)
}

func order(after, before bool) int {
	switch {
	case after == before:
		return 0
	case after:
		return 1
	}
	return -1
}
