package edtf

import (
	"errors"
	"strings"
	"testing"
)

func TestInvalid(t *testing.T) {
	tests := []struct {
		in     string
		offset int
		want   string // part of what was expected
	}{
		// Year.
		{"", 0, "a date"},
		{"unknown", 0, "a date"},
		{" 1985", 0, "a date"},
		{"198", 3, "four digits"},
		{"198x", 3, "four digits"}, // the X is a capital
		{"19850412", 4, "the end of the date"},
		{"+1985", 0, "a date"},
		{"-198", 4, "four digits"},
		{"-0000", 0, "no sign"},
		{"1985 ", 4, "the end of the date"},
		{"१९८५", 0, "a date"}, // ASCII digits only
		{"1950S", 5, "count of significant"},
		{"1950S0", 5, "count of significant"},
		{"195XS2", 4, "the end of the date"},
		{"1950S2-05", 6, "the end of the date"},
		// Long year.
		{"Y", 1, "digit 1 to 9"},
		{"Y-", 2, "digit 1 to 9"},
		{"Y012345", 1, "digit 1 to 9"},
		{"Y2006", 1, "more than four digits"},
		{"Y17E1", 1, "more than four digits"},
		{"Y17E", 4, "exponent"},
		{"Y17E0", 4, "exponent"},
		{"Y17E17", 4, "18 digits"},
		{"Y17E99999999999999999999", 4, "18 digits"},
		{"Y1234567890123456789", 19, "18 digits"},
		{"Y170000002-05", 10, "the end of the date"},
		{"Y17000000X", 9, "the end of the date"},
		{"y170000002", 0, "a date"},
		// Month, season, day.
		{"1985-", 5, "month 01 to 12"},
		{"1985-4", 6, "month 01 to 12"},
		{"1985-00", 5, "month 01 to 12"},
		{"1985-13", 5, "month 01 to 12"},
		{"1985-20", 5, "season 21 to 41"},
		{"1985-42", 5, "season 21 to 41"},
		{"1985-2X", 5, "month 01 to 12"}, // no season is unspecified in part
		{"1985-04-", 8, "a day"},
		{"1985-04-1", 9, "a day"},
		{"1985-04-00", 8, "01 to 30"},
		{"1985-04-31", 8, "01 to 30"},
		{"1960-06-31", 8, "01 to 30"},
		{"1985-12-32", 8, "01 to 31"},
		{"2003-02-29", 8, "01 to 28"},
		{"1900-02-29", 8, "01 to 28"},
		{"2004-02-30", 8, "01 to 29"},
		{"XXXX-02-30", 8, "01 to 29"},
		{"19X1-02-29", 8, "01 to 28"}, // an odd year is no leap year
		{"2004-02-3X", 8, "01 to 29"},
		{"2004-XX-4X", 8, "01 to 31"},
		{"2001-21-01", 7, "the end of the date"},
		{"1985-04-12-", 10, "the end of the date"},
		{"1985/04/12", 7, "four digits"},
		{"1863-03 -29", 7, "the end of the date"},
		// Qualifiers.
		{"1984??", 5, "the end of the date"},
		{"1984?~", 5, "the end of the date"},
		{"??1984", 1, "a date"},
		{"~", 1, "a date"},
		{"2004-06-11%-", 11, "the end of the date"},
		{"2004-??06", 6, "month"},
		// Time of day.
		{"1985-04T10:00:00", 7, "the end of the date"},
		{"1985-04-XXT10:00:00", 10, "unspecified"},
		{"1985-04-12~T10:00:00", 11, "qualifier"},
		{"1985-04-12t23:20:30", 10, "the end of the date"},
		{"1985-04-12T", 11, "hour"},
		{"1985-04-12T24:00:00", 11, "hour"},
		{"1985-04-12T1:10:10", 12, "hour"},
		{"1985-04-12T23:60:00", 14, "minute"},
		{"1985-04-12T23:2", 15, "minute"},
		{"1985-04-12T23:20:61", 17, "second"},
		{"1985-04-12T23:20:60", 17, "second 00 to 59"}, // no leap second there
		{"1985-04-12T23:59:60-01", 17, "second 00 to 59"},
		{"1985-04-12T23:20:30.5", 19, "the end of the date"},
		{"1985-04-12T23:20:30z", 19, "the end of the date"},
		{"1985-04-12T23:20:30Z10", 20, "the end of the date"},
		{"1985-04-12T23:20:30+", 20, "offset hour"},
		{"1985-04-12T23:20:30+24", 20, "offset hour"},
		{"1985-04-12T23:20:30-05:60", 23, "offset minute"},
		{"1985-04-12T23:20:30-00:00", 19, "not negative"},
		{"1985-04-12T23:20:30+0430", 22, "the end of the date"},
		{"1985-04-12T23:20:30~", 19, "the end of the date"},
		// Interval.
		{"/", 1, "start is blank"},
		{"1964//2008", 5, "a date"},
		{"1964/2008/2010", 9, "the end of the interval"},
		{"1964/12-12", 7, "four digits"},
		{"1964-2008", 5, "month"},
		{"1964..2008", 4, "the end of the date"}, // a range is for sets
		{"...", 0, "a date"},
		{".../1985", 2, "\"/\""},
		{"1985/...", 7, "the end of the interval"},
		{"NONE/", 0, "a date"},
		{"2008/1964", 5, "not before the start"},
		{"2012-24/2012-21", 8, "not before the start"},
		{"2012-23/2012-22", 8, "not before the start"},
		{"1985-02-02/1985-02-01", 11, "not before the start"},
		{"0001/0000", 5, "not before the start"},
		{"1000/-2000", 5, "not before the start"},
		{"Y999999999999999999/Y999999999999999998", 20, "not before the start"}, // both clamped
		{"2005-07-25T10:10:10Z/2006-01-01", 10, "without a time"},
		{"2005-07-25/2006-01-01T10:10:10Z", 21, "without a time"},
		// Sets.
		{"[", 1, "a date"},
		{"[]", 1, "a date"},
		{"[1984", 5, "\"]\""},
		{"[1984}", 5, "\"]\""},
		{"{1984]", 5, "\"}\""},
		{"[1984]?", 6, "the end of the set"},
		{"[1984,]", 6, "a date"},
		{"[,1984]", 1, "a date"},
		{"[1667,1668, 1670..1672]", 11, "a date"}, // no spaces
		{"[..]", 3, "a date"},
		{"[1984..,1990]", 7, "nothing follows"},
		{"[1984,..1990]", 6, "a date"}, // on or before comes first
		{"[1672..1670]", 7, "not before the start"},
		{"[1670..1672-05]", 7, "same precision"},
		{"[2001-21..2001-34]", 10, "same precision"},
		{"[1670..1672..1674]", 11, "\"]\""},
		{"[1964/2008]", 5, "\"]\""},
		{"[[1984]]", 1, "a date"},
		{"[2005-07-25T10:10]", 11, "without a time"},
		{"[1984]]", 6, "the end of the set"},
	}
	for _, tt := range tests {
		d, err := Parse(tt.in)
		var syntax *SyntaxError
		if !errors.As(err, &syntax) {
			t.Errorf("%q: got error %v, want a *SyntaxError", tt.in, err)
			continue
		}
		if syntax.Offset != tt.offset || !strings.Contains(syntax.Want, tt.want) || syntax.Input != tt.in {
			t.Errorf("%q: got byte %d, want %q; want byte %d, %q", tt.in, syntax.Offset, syntax.Want, tt.offset, tt.want)
		}
		if d != (Date{}) {
			t.Errorf("%q: got a date with the error: %q", tt.in, d)
		}
	}
}

func TestSyntaxErrorCutsItsInput(t *testing.T) {
	_, err := Parse(strings.Repeat("9", 1000))
	if got := len(err.Error()); got > 200 {
		t.Errorf("error text: got %d bytes, want at most 200", got)
	}
}

func TestMustParsePanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("MustParse(\"x\") did not panic")
		}
	}()
	MustParse("x")
}

// A parser that looks back over its input would need minutes for these.
func TestHostileLength(t *testing.T) {
	if testing.Short() {
		t.Skip("long: left out of -short")
	}
	const n = 1_000_000
	for name, in := range map[string]string{
		"digits":    strings.Repeat("9", n),
		"long year": "Y" + strings.Repeat("9", n),
		"exponent":  "Y1E" + strings.Repeat("9", n),
		"count":     "1950S" + strings.Repeat("9", n),
		"brackets":  strings.Repeat("[", n),
		"slashes":   strings.Repeat("/", n),
		"set":       "[" + strings.Repeat("XX00-02-29,", n/11) + "1985]",
		"no close":  "{" + strings.Repeat("-X9X9-XX-3X..9999-XX-3X,", n/24),
	} {
		d, err := Parse(in)
		if valid := name == "set" || name == "count"; (err == nil) != valid {
			t.Errorf("%s: got error %v", name, err)
		}
		if got := len(d.Members()); name == "set" && got != n/11+1 {
			t.Errorf("set: got %d members, want %d", got, n/11+1)
		}
	}
}
