package datetext

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"briefline/app/edtf"
	"briefline/app/i18n"
)

func english(t testing.TB) *i18n.Catalog {
	t.Helper()
	c, err := i18n.Load(os.DirFS("../../assets/i18n"), "en")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// random is a date whose wording says all that it is. Left out is what reads like
// another date: "200X" is shown as the span [2000..2009], "1950S2" with its span
// beside it, qualifiers of one part by name.
type random struct{ *rand.Rand }

func (r random) year() string {
	switch r.IntN(6) {
	case 0:
		return fmt.Sprintf("%04d", 1+r.IntN(999))
	case 1:
		return fmt.Sprintf("-%04d", r.IntN(9000)+1)
	case 2:
		return fmt.Sprint(2100 + r.IntN(7000))
	}
	return fmt.Sprint(1000 + r.IntN(1200))
}

// simple is a date of one piece, as fine as level: 0 year, 1 season, 2 month, 3 day.
func (r random) simple(level int, year string) string {
	switch level {
	case 1:
		return fmt.Sprintf("%s-%d", year, []int{21, 22, 23, 24, 33, 34, 35, 36, 37, 38, 39, 40, 41}[r.IntN(13)])
	case 2:
		return fmt.Sprintf("%s-%02d", year, 1+r.IntN(12))
	case 3:
		return fmt.Sprintf("%s-%02d-%02d", year, 1+r.IntN(12), 1+r.IntN(28))
	}
	return year
}

func (r random) pick(list ...string) string { return list[r.IntN(len(list))] }

func (r random) date() string {
	level := r.IntN(4)
	one := r.simple(level, r.year())
	mark := r.pick("", "", "", "~", "?", "%")
	other := r.simple(level, r.year())
	if level != 1 && r.IntN(2) == 0 { // in the same year
		other = r.simple(level, strings.TrimSuffix(one, one[min(len(one), yearEnd(one)):]))
	}
	switch r.IntN(12) {
	case 0:
		return one + mark + "/" + other + r.pick("", "", "~", "?")
	case 1:
		return r.pick("../", "/") + one + mark
	case 2:
		return one + mark + r.pick("/..", "/")
	case 3:
		return "[" + one + mark + "," + other + "]"
	case 4:
		return "[" + one + ".." + other + "]"
	case 5:
		return "[" + one + mark + "..]"
	case 6:
		return "[.." + one + mark + "]"
	case 7:
		return "{" + one + "," + other + mark + "}"
	case 8:
		return fmt.Sprintf("%d%dX", 10+r.IntN(10), 1+r.IntN(9)) + mark
	case 9:
		return fmt.Sprintf("%s%02dXX", r.pick("", "", "-"), r.IntN(30)) + mark
	case 10:
		return one + mark + "," // no date: thrown again
	}
	return one + mark
}

// yearEnd is where the year of a date ends.
func yearEnd(s string) int {
	if at := strings.IndexByte(s[1:], '-'); at >= 0 {
		return at + 1
	}
	return len(s)
}

// What is shown can be typed: it gives the date that is shown.
func TestShownCanBeTyped(t *testing.T) {
	c := english(t)
	r := random{rand.New(rand.NewPCG(1, 2))}
	n := 0
	for n < 3000 {
		d, err := edtf.Parse(r.date())
		if err != nil {
			continue
		}
		n++
		for _, shown := range []string{c.Date(d), c.DateShort(d)} {
			got, err := Parse(shown, Options{})
			if err != nil || c.Date(got) != c.Date(d) || got.Bounds() != d.Bounds() {
				t.Errorf("%s is shown as %q, which is read as %s, %v", d, shown, got, err)
				n += 200 // not all of them
			}
		}
	}
}

// Also the table of all that can be typed shows as something that can be typed.
func TestTypedIsShown(t *testing.T) {
	c := english(t)
	left := map[string]bool{"Y-17E7": true} // "170 million BC": nobody types a round million years
	for _, tt := range typed {
		if tt.want == "" || left[tt.want] {
			continue
		}
		d := edtf.MustParse(tt.want)
		got, err := Parse(c.Date(d), Options{})
		if err != nil || c.Date(got) != c.Date(d) {
			t.Errorf("%q is shown as %q, which is read as %s, %v", tt.in, c.Date(d), got, err)
		}
	}
}

// What a field holds for a date is read as that date, whatever it is.
func TestEditable(t *testing.T) {
	c := english(t)
	for in, want := range map[string]string{
		"2016~":             "about 2016",
		"2016-05/2016-07":   "May to July 2016",
		"2024-05-24T14Z":    "24 May 2024, between 14:00 and 15:00 UTC",
		"2001-25":           "2001-25", // "spring 2001, northern hemisphere"
		"1950S2":            "1950S2",
		"200X":              "200X", // "between 2000 and 2009" is a span of years
		"2004-06~-11":       "2004-06~-11",
		"156X-12-25":        "156X-12-25",
		"-02XX":             "3rd century BC",
		"2004-06-XX":        "June 2004, day not known",
		"[1667,1670..1672]": "1667, or between 1670 and 1672",
	} {
		d := edtf.MustParse(in)
		got := Editable(d, c.Date(d))
		if got != want {
			t.Errorf("%s: got %q, want %q", in, got, want)
		}
		if again, err := Parse(got, Options{}); err != nil || again != d {
			t.Errorf("%s: %q is read as %s, %v", in, got, again, err)
		}
	}
}

// Whatever is typed, there is a date or an error that says where.
func FuzzParse(f *testing.F) {
	for _, tt := range typed {
		f.Add(tt.in, "", 0)
		f.Add(tt.in, "2024-05-24", 1)
	}
	for _, s := range []string{"last Thursday", "3.5.2024", "between and between and or in", "12 May", "from to until –", "\xff\x80 2016", "İ 2016", strings.Repeat("-", 290), strings.Repeat("1 or ", 59)} {
		f.Add(s, "2024", 2)
	}
	f.Fuzz(func(t *testing.T, text, published string, order int) {
		p, _ := edtf.Parse(published)
		d, err := Parse(text, Options{Published: p, Order: Order(order)})
		if err == nil {
			if again, err := edtf.Parse(d.String()); err != nil || again != d || d.IsZero() {
				t.Errorf("%q: got %s, which is no date", text, d)
			}
			return
		}
		e := err.(*Error)
		if e.Start < 0 || e.End < e.Start || e.End > len(text) || e.Message == "" || !d.IsZero() {
			t.Errorf("%q: error %+v", text, e)
		}
	})
}
