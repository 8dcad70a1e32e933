package edtf

import "testing"

func FuzzParse(f *testing.F) {
	for _, tt := range specExamples {
		f.Add(tt.in)
	}
	for _, tt := range moreBounds {
		f.Add(tt.in)
	}
	for _, s := range []string{"2003-02-29", "[1984..,1985]", "Y999999999999999999/..", "2004-06-11%T10"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := Parse(s)
		if err != nil {
			if e := err.(*SyntaxError); e.Offset < 0 || e.Offset > len(s) || e.Want == "" {
				t.Errorf("%q: error %+v", s, e)
			}
			return
		}
		if d.String() != s || d.IsZero() {
			t.Errorf("%q: String = %q", s, d)
		}
		b := d.Bounds()
		if b.From > b.To || b.From < Min || b.To > Max {
			t.Errorf("%q: bounds %+v", s, b)
		}
		if Compare(d, d) != 0 {
			t.Errorf("%q does not compare equal to itself", s)
		}
		checkMembers(t, d)
	})
}

// checkMembers holds the members of d to d: they lie inside its bounds, are not
// finer than it says, and parse to the same dates alone.
func checkMembers(t *testing.T, d Date) {
	t.Helper()
	b := d.Bounds()
	var q Qualifier
	for _, m := range d.Members() {
		for _, one := range []Date{m.From, m.To} {
			if one.IsZero() {
				continue
			}
			again, err := Parse(one.String())
			if err != nil || again != one {
				t.Errorf("%q: member %q parses to %+v, %v", d, one, again, err)
			}
			if one.bounds.From < b.From && b.FromEnd == EndKnown && d.kind != KindInterval || one.precision < d.precision {
				t.Errorf("%q: member %q: bounds %+v, precision %d", d, one, one.bounds, one.precision)
			}
			f, ok := one.Fields()
			if !ok || f.Months() == nil && f.Month != "" || f.Days() == nil && f.Day != "" {
				t.Errorf("%q: member %q has fields %+v", d, one, f)
			}
			q |= one.qualifier
		}
	}
	if q != d.qualifier {
		t.Errorf("%q: qualifier %d, members have %d", d, d.qualifier, q)
	}
}
