package edtf

import "testing"

func TestStep(t *testing.T) {
	tests := []struct {
		in   string
		n    int64
		want string // "" for no
	}{
		{"2016", 1, "2017"},
		{"2016", -2016, "0000"},
		{"2016", -2017, "-0001"}, // 2 BC
		{"2016~", 3, "2019~"},
		{"2016-12", 1, "2017-01"},
		{"2016-01", -1, "2015-12"},
		{"2016-02-28", 2, "2016-03-01"}, // leap year
		{"2016-02-XX", 1, "2016-03-XX"},
		{"2016-XX-XX", 1, "2017-XX-XX"},
		{"199X", 1, "200X"},
		{"199X~", -2, "197X~"},
		{"19XX", 1, "20XX"},
		{"-004X", 1, "-003X"},
		{"2016-21", 1, "2016-22"},
		{"2016-24", 1, "2017-21"},
		{"2016-27", -3, "2015-28"},
		{"2016-29", -1, "2015-32"},
		{"2016-36?", 1, "2017-33?"},
		{"2016-39", 1, "2017-37"},
		{"2016-41", 2, "2017-41"},
		{"2016-05-12T23:30Z", 45, "2016-05-13T00:15Z"},
		{"2016-12-31T23+02", 1, "2017-01-01T00+02"},
		{"?2016-05-~11", 1, "?2016-05-~12"},
		{"2016?-05", 1, "?2016-06"}, // the same, written from the left
		{"2016-05/2016-07", 8, "2017-01/2017-03"},
		{"2016/2016-07", 1, "2017/2017-07"}, // both by the coarser unit
		{"2016-05-30/2016-06-02", 2, "2016-06-01/2016-06-04"},
		{"../2016", 1, "../2017"},
		{"2016/", 1, "2017/"},
		{"[2016..]", 1, "[2017..]"},
		{"[2016,2018..2020]", -1, "[2015,2017..2019]"},
		{"{2016-01,2016-02}", -1, "{2015-12,2016-01}"},
		{"156X-12-25", 1, ""},
		{"1950S2", 1, ""},
		{"Y12345", 1, ""},
		{"9999", 1, ""},
		{"XX16", 1, ""},
		{"2004-1X", 1, ""},
		{"../..", 1, ""},
	}
	for _, tt := range tests {
		got, ok := Step(MustParse(tt.in), tt.n)
		if ok != (tt.want != "") || ok && got.String() != tt.want {
			t.Errorf("Step(%s, %d): got %s, %t, want %q", tt.in, tt.n, got, ok, tt.want)
		}
	}
	if _, ok := Step(Date{}, 1); ok {
		t.Error("no date can be moved")
	}
}

func TestShift(t *testing.T) {
	tests := []struct {
		in, to string // to: a day or time whose beginning it is dragged to
		unit   Precision
		want   string
	}{
		{"2016", "2019-07-03", PrecisionNone, "2019"},              // a year stays a year
		{"2016", "2019-07-03", PrecisionDay, "2019"},               // however fine the axis
		{"2016-05-12", "2016-06-20", PrecisionNone, "2016-06-20"},  // to the day
		{"2016-05-12", "2016-08-30", PrecisionMonth, "2016-08-12"}, // by months
		{"2016-01-31", "2016-02-10", PrecisionMonth, "2016-02-29"}, // whose last day it is
		{"2016-05-12", "2019-01-01", PrecisionYear, "2019-05-12"},  // by years
		{"2016-05", "2015-12-31", PrecisionNone, "2015-12"},        //
		{"199X", "2003-05-05", PrecisionNone, "200X"},              //
		{"19XX", "1850-05-05", PrecisionNone, "18XX"},              //
		{"2016-21", "2017-07-15", PrecisionNone, "2017-22"},        // summer begins in June
		{"2016-24", "2017-01-15", PrecisionNone, "2016-24"},        // still the same winter
		{"2016-33", "2016-12-31", PrecisionNone, "2016-36"},        //
		{"2016-40", "2016-12-31", PrecisionNone, "2016-41"},        //
		{"2016-05-12T10:00Z", "2016-05-12T11:30Z", PrecisionNone, "2016-05-12T11:30Z"},
		{"2017-12-09/2019-03-23", "2017-12-19", PrecisionNone, "2017-12-19/2019-04-02"}, // its length stays
		{"2016/..", "2019-01-01", PrecisionNone, "2019/.."},
		{"2016~", "2014-01-01", PrecisionNone, "2014~"},
		{"-0043", "-0050", PrecisionNone, "-0050"},
	}
	for _, tt := range tests {
		got, ok := Shift(MustParse(tt.in), MustParse(tt.to).Bounds().From, tt.unit)
		if !ok || got.String() != tt.want {
			t.Errorf("Shift(%s, %s): got %s, %t, want %s", tt.in, tt.to, got, ok, tt.want)
		}
	}
	if _, ok := Shift(MustParse("../2016"), 0, PrecisionNone); ok {
		t.Error("an open beginning has nowhere to go")
	}
}

// A date that is moved keeps its form and precision, and comes back.
func FuzzShift(f *testing.F) {
	for _, tt := range specExamples {
		f.Add(tt.in, int64(7), int64(1_700_000_000), int(PrecisionNone))
	}
	f.Add("2016-02-29", int64(-1), int64(-1<<61), int(PrecisionYear))
	f.Add("-004X", int64(5), int64(0), int(PrecisionDecade))
	f.Fuzz(func(t *testing.T, s string, n, to int64, unit int) {
		d, err := Parse(s)
		if err != nil {
			return
		}
		if got, ok := Step(d, n); ok {
			if got.Kind() != d.Kind() || got.Precision() != d.Precision() || got.Approximate() != d.Approximate() || got.Uncertain() != d.Uncertain() {
				t.Errorf("Step(%s, %d) = %s", d, n, got)
			}
			// The last day of a longer month does not come back from a shorter one.
			one := d.Kind() == KindDate || d.Kind() == KindDateTime || d.Kind() == KindSeason
			if back, ok := Step(got, -n); one && (!ok || back.Bounds() != d.Bounds()) {
				t.Errorf("Step(%s, %d) = %s, and back %s", d, n, got, back)
			}
		}
		if got, ok := Shift(d, max(Min, min(Max, to)), Precision(((unit%20)+20)%20)); ok && (got.Kind() != d.Kind() || got.Precision() != d.Precision()) {
			t.Errorf("Shift(%s, %d, %d) = %s", d, to, unit, got)
		}
	})
}
