package edtf

import (
	"fmt"
	"testing"
	"time"
)

// specExamples holds every example of the specification (Library of Congress,
// 4 February 2019), level by level in its order, with bounds as Y-M-D[ h:m:s],
// or ".." (open) and "?" (unknown).
var specExamples = []struct {
	in        string
	from, to  string
	kind      Kind
	precision Precision
}{
	// Level 0: date.
	{"1985-04-12", "1985-4-12", "1985-4-13", KindDate, PrecisionDay},
	{"1985-04", "1985-4-1", "1985-5-1", KindDate, PrecisionMonth},
	{"1985", "1985-1-1", "1986-1-1", KindDate, PrecisionYear},
	// Date and time.
	{"1985-04-12T23:20:30", "1985-4-12 23:20:30", "1985-4-12 23:20:31", KindDateTime, PrecisionSecond},
	{"1985-04-12T23:20:30Z", "1985-4-12 23:20:30", "1985-4-12 23:20:31", KindDateTime, PrecisionSecond},
	{"1985-04-12T23:20:30-04", "1985-4-13 3:20:30", "1985-4-13 3:20:31", KindDateTime, PrecisionSecond},
	{"1985-04-12T23:20:30+04:30", "1985-4-12 18:50:30", "1985-4-12 18:50:31", KindDateTime, PrecisionSecond},
	// Time interval.
	{"1964/2008", "1964-1-1", "2009-1-1", KindInterval, PrecisionYear},
	{"2004-06/2006-08", "2004-6-1", "2006-9-1", KindInterval, PrecisionMonth},
	{"2004-02-01/2005-02-08", "2004-2-1", "2005-2-9", KindInterval, PrecisionDay},
	{"2004-02-01/2005-02", "2004-2-1", "2005-3-1", KindInterval, PrecisionMonth},
	{"2004-02-01/2005", "2004-2-1", "2006-1-1", KindInterval, PrecisionYear},
	{"2005/2006-02", "2005-1-1", "2006-3-1", KindInterval, PrecisionYear},

	// Level 1: letter-prefixed calendar year.
	{"Y170000002", "170000002-1-1", "170000003-1-1", KindDate, PrecisionYear},
	{"Y-170000002", "-170000002-1-1", "-170000001-1-1", KindDate, PrecisionYear},
	// Seasons.
	{"2001-21", "2001-3-1", "2001-6-1", KindSeason, PrecisionSeason},
	// Qualification of a date.
	{"1984?", "1984-1-1", "1985-1-1", KindDate, PrecisionYear},
	{"2004-06~", "2004-6-1", "2004-7-1", KindDate, PrecisionMonth},
	{"2004-06-11%", "2004-6-11", "2004-6-12", KindDate, PrecisionDay},
	// Unspecified digits from the right.
	{"201X", "2010-1-1", "2020-1-1", KindDate, PrecisionDecade},
	{"20XX", "2000-1-1", "2100-1-1", KindDate, PrecisionCentury},
	{"2004-XX", "2004-1-1", "2005-1-1", KindDate, PrecisionYear},
	{"1985-04-XX", "1985-4-1", "1985-5-1", KindDate, PrecisionMonth},
	{"1985-XX-XX", "1985-1-1", "1986-1-1", KindDate, PrecisionYear},
	// Extended interval.
	{"1985-04-12/..", "1985-4-12", "..", KindInterval, PrecisionDay},
	{"1985-04/..", "1985-4-1", "..", KindInterval, PrecisionMonth},
	{"1985/..", "1985-1-1", "..", KindInterval, PrecisionYear},
	{"../1985-04-12", "..", "1985-4-13", KindInterval, PrecisionDay},
	{"../1985-04", "..", "1985-5-1", KindInterval, PrecisionMonth},
	{"../1985", "..", "1986-1-1", KindInterval, PrecisionYear},
	{"1985-04-12/", "1985-4-12", "?", KindInterval, PrecisionDay},
	{"1985-04/", "1985-4-1", "?", KindInterval, PrecisionMonth},
	{"1985/", "1985-1-1", "?", KindInterval, PrecisionYear},
	{"/1985-04-12", "?", "1985-4-13", KindInterval, PrecisionDay},
	{"/1985-04", "?", "1985-5-1", KindInterval, PrecisionMonth},
	{"/1985", "?", "1986-1-1", KindInterval, PrecisionYear},
	// Negative calendar year.
	{"-1985", "-1985-1-1", "-1984-1-1", KindDate, PrecisionYear},

	// Level 2: exponential year.
	{"Y-17E7", "-170000000-1-1", "-169999999-1-1", KindDate, PrecisionYear},
	// Significant digits.
	{"1950S2", "1900-1-1", "2000-1-1", KindDate, PrecisionCentury},
	{"Y171010000S3", "171000000-1-1", "172000000-1-1", KindDate, PrecisionMillion},
	{"Y3388E2S3", "338000-1-1", "339000-1-1", KindDate, PrecisionMillennium},
	// Sub-year groupings.
	{"2001-34", "2001-4-1", "2001-7-1", KindSeason, PrecisionQuarter},
	// One of a set.
	{"[1667,1668,1670..1672]", "1667-1-1", "1673-1-1", KindOneOf, PrecisionYear},
	{"[..1760-12-03]", "..", "1760-12-4", KindOneOf, PrecisionDay},
	{"[1760-12..]", "1760-12-1", "..", KindOneOf, PrecisionMonth},
	{"[1760-01,1760-02,1760-12..]", "1760-1-1", "..", KindOneOf, PrecisionMonth},
	{"[1667,1760-12]", "1667-1-1", "1761-1-1", KindOneOf, PrecisionYear},
	{"[..1984]", "..", "1985-1-1", KindOneOf, PrecisionYear},
	// All members.
	{"{1667,1668,1670..1672}", "1667-1-1", "1673-1-1", KindAllOf, PrecisionYear},
	{"{1960,1961-12}", "1960-1-1", "1962-1-1", KindAllOf, PrecisionYear},
	{"{..1984}", "..", "1985-1-1", KindAllOf, PrecisionYear},
	// Group qualification; 2004-06-11% stands above.
	{"2004-06~-11", "2004-6-11", "2004-6-12", KindDate, PrecisionDay},
	{"2004?-06-11", "2004-6-11", "2004-6-12", KindDate, PrecisionDay},
	// Qualification of an individual component.
	{"?2004-06-~11", "2004-6-11", "2004-6-12", KindDate, PrecisionDay},
	{"2004-%06-11", "2004-6-11", "2004-6-12", KindDate, PrecisionDay},
	// Unspecified digit anywhere.
	{"156X-12-25", "1560-12-25", "1569-12-26", KindDate, PrecisionDecade},
	{"15XX-12-25", "1500-12-25", "1599-12-26", KindDate, PrecisionCentury},
	{"XXXX-12-XX", "0-12-1", "10000-1-1", KindDate, PrecisionNone},
	{"1XXX-XX", "1000-1-1", "2000-1-1", KindDate, PrecisionMillennium},
	{"1XXX-12", "1000-12-1", "2000-1-1", KindDate, PrecisionMillennium},
	{"1984-1X", "1984-10-1", "1985-1-1", KindDate, PrecisionYear},
	// Interval.
	{"2004-06-~01/2004-06-~20", "2004-6-1", "2004-6-21", KindInterval, PrecisionDay},
	{"2004-06-XX/2004-07-03", "2004-6-1", "2004-7-4", KindInterval, PrecisionMonth},
}

// moreBounds are cases that the specification leaves out, with their reason.
var moreBounds = []struct{ in, from, to string }{
	{"2000-02", "2000-2-1", "2000-3-1"},                   // leap century
	{"1900-02", "1900-2-1", "1900-3-1"},                   // not one
	{"0000", "0-1-1", "1-1-1"},                            // 1 BC
	{"0000-02-29", "0-2-29", "0-3-1"},                     // leap year
	{"-0004-02-29", "-4-2-29", "-4-3-1"},                  // and four years before
	{"-0043-03-15", "-43-3-15", "-43-3-16"},               // the ides of March, 44 BC
	{"200X-02-29", "2000-2-29", "2008-3-1"},               // only leap years have the day
	{"1XXX-02-29", "1004-2-29", "1996-3-1"},               // 1000 is none
	{"XX00-02-29", "0-2-29", "9600-3-1"},                  // years divisible by 400
	{"19X1-02-28", "1901-2-28", "1991-3-1"},               // X inside the year
	{"2004-XX-31", "2004-1-31", "2005-1-1"},               // months of 31 days
	{"2004-X2-30", "2004-12-30", "2004-12-31"},            // February has no 30th
	{"2004-02-3X", "", ""},                                // nor has it any of these
	{"2004-02-2X", "2004-2-20", "2004-3-1"},               // 20 to 29
	{"2003-02-X9", "2003-2-9", "2003-2-20"},               // 9 or 19
	{"2004-X0", "2004-10-1", "2004-11-1"},                 // only October ends in 0
	{"2004-0X", "2004-1-1", "2004-10-1"},                  // January to September
	{"-XXXX", "-9999-1-1", "0-1-1"},                       // there is no year -0
	{"-XX00", "-9900-1-1", "-99-1-1"},                     // -100 is the last
	{"-XX00-02-29", "-9600-2-29", "-400-3-1"},             // and the last leap year -400
	{"-000X", "-9-1-1", "0-1-1"},                          // likewise
	{"-004X", "-49-1-1", "-39-1-1"},                       // digits count away from 0
	{"-1950S2", "-1999-1-1", "-1899-1-1"},                 // likewise
	{"Y-171010000S3", "-171999999-1-1", "-170999999-1-1"}, // likewise
	{"1950S1", "1000-1-1", "2000-1-1"},
	{"1859S5", "1859-1-1", "1860-1-1"}, // more digits than there are
	{"0000S1", "0-1-1", "1-1-1"},
	{"Y17E8", "1700000000-1-1", "1700000001-1-1"},
	{"2001-22", "2001-6-1", "2001-9-1"},  // summer
	{"2001-23", "2001-9-1", "2001-12-1"}, // autumn
	{"2001-24", "2001-12-1", "2002-3-1"}, // winter runs over
	{"2001-25", "2001-3-1", "2001-6-1"},  // north
	{"2001-28", "2001-12-1", "2002-3-1"},
	{"2001-29", "2001-9-1", "2001-12-1"}, // south
	{"2001-30", "2001-12-1", "2002-3-1"}, // its summer runs over
	{"2001-31", "2001-3-1", "2001-6-1"},
	{"2001-32", "2001-6-1", "2001-9-1"},
	{"2001-33", "2001-1-1", "2001-4-1"}, // quarters
	{"2001-36", "2001-10-1", "2002-1-1"},
	{"2001-37", "2001-1-1", "2001-5-1"}, // quadrimesters
	{"2001-38", "2001-5-1", "2001-9-1"},
	{"2001-39", "2001-9-1", "2002-1-1"},
	{"2001-40", "2001-1-1", "2001-7-1"}, // semestrals
	{"2001-41", "2001-7-1", "2002-1-1"},
	{"201X-21~", "2010-3-1", "2019-6-1"},                                // season of an unspecified year
	{"2016-21/2017-23", "2016-3-1", "2017-12-1"},                        // seasons as ends
	{"1969-07~", "1969-7-1", "1969-8-1"},                                // "~" does not widen
	{"%2001", "2001-1-1", "2002-1-1"},                                   // nor from the left
	{"2024-05-24T14:30", "2024-5-24 14:30:0", "2024-5-24 14:31:0"},      // no seconds given
	{"2024-05-24T14+02", "2024-5-24 12:0:0", "2024-5-24 13:0:0"},        // no minutes either
	{"2016-12-31T23:59:60Z", "2017-1-1", "2017-1-1 0:0:1"},              // leap second, as POSIX counts
	{"2017-01-01T05:29:60+05:30", "2017-1-1", "2017-1-1 0:0:1"},         // the same one
	{"0000-01-01T00:00:00+01:00", "-1-12-31 23:0:0", "-1-12-31 23:0:1"}, // crosses year 0
	{"2005-06/2005", "2005-6-1", "2006-1-1"},                            // may end after it starts
	{"2000/2000-XX-XX", "2000-1-1", "2001-1-1"},
	{"198X/1985", "1980-1-1", "1986-1-1"},
	{"1919-12-02/1919-XX-04", "1919-12-2", "1919-12-5"},
	{"../..", "..", ".."},
	{"/..", "?", ".."},
	{"../", "..", "?"},
	{"[1760,1750,1755]", "1750-1-1", "1761-1-1"}, // hull, in any order
	{"{-1740-02-12..-1200-01-29}", "-1740-2-12", "-1200-1-30"},
	{"[..1760,1800]", "..", "1801-1-1"},
	{"{1760..,}", "", ""},              // nothing follows
	{"[1984]", "1984-1-1", "1985-1-1"}, // a set of one
}

func TestSpecExamples(t *testing.T) {
	for _, tt := range specExamples {
		d, err := Parse(tt.in)
		if err != nil {
			t.Errorf("%s: %v", tt.in, err)
			continue
		}
		checkBounds(t, d, tt.from, tt.to)
		if d.Kind() != tt.kind || d.Precision() != tt.precision {
			t.Errorf("%s: got kind %d precision %d, want %d, %d", tt.in, d.Kind(), d.Precision(), tt.kind, tt.precision)
		}
		if d.String() != tt.in {
			t.Errorf("String: got %q, want %q", d, tt.in)
		}
	}
}

func TestBounds(t *testing.T) {
	for _, tt := range moreBounds {
		d, err := Parse(tt.in)
		if (err != nil) != (tt.from == "") {
			t.Errorf("%s: got error %v", tt.in, err)
		}
		if err == nil {
			checkBounds(t, d, tt.from, tt.to)
		}
	}
}

// Bounds are UTC wherever the reader is.
func TestBoundsUnderTimeZones(t *testing.T) {
	local := time.Local
	defer func() { time.Local = local }()
	for name, hours := range map[string]int{"UTC": 0, "Bishkek": 6, "Kiritimati": 14, "Honolulu": -10} {
		time.Local = time.FixedZone(name, hours*3600)
		t.Run(name, TestSpecExamples)
		t.Run(name, TestBounds)
	}
}

func checkBounds(t *testing.T, d Date, from, to string) {
	t.Helper()
	b := d.Bounds()
	check := func(what string, at int64, end End, none int64, want string) {
		t.Helper()
		got := instant(at)
		switch {
		case end == EndOpen && at == none:
			got = ".."
		case end == EndUnknown && at == none:
			got = "?"
		}
		if got != want {
			t.Errorf("%s: %s = %s, want %s", d, what, got, want)
		}
	}
	check("from", b.From, b.FromEnd, Min, from)
	check("to", b.To, b.ToEnd, Max, to)
}

func instant(at int64) string {
	y, m, d, h, min, s := Civil(at)
	if h == 0 && min == 0 && s == 0 {
		return fmt.Sprintf("%d-%d-%d", y, m, d)
	}
	return fmt.Sprintf("%d-%d-%d %d:%d:%d", y, m, d, h, min, s)
}
