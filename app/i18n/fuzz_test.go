package i18n

import (
	"os"
	"strings"
	"testing"

	"briefline/app/edtf"
)

// The laws of date words: no message is missing, and qualifiers, unknown ends and
// unspecified digits are told when they are there and only then.
func FuzzDate(f *testing.F) {
	for _, tt := range dateWords {
		f.Add(tt.in)
	}
	c, err := Load(os.DirFS("../../assets/i18n"), "en")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if strings.Contains(c.Timex(s), "⟦") {
			t.Errorf("Timex(%q): %q", s, c.Timex(s))
		}
		d, err := edtf.Parse(s)
		if err != nil {
			return
		}
		b := d.Bounds()
		for _, words := range []string{c.Date(d), c.DateShort(d)} {
			if words == "" || strings.Contains(words, "⟦") {
				t.Errorf("%q: %q", s, words)
			}
			told := func(what string, is bool, by ...string) {
				t.Helper()
				found := false
				for _, w := range by {
					found = found || strings.Contains(words, w)
				}
				if found != is {
					t.Errorf("%q: %q tells %s: %t, want %t", s, words, what, found, is)
				}
			}
			told("approximate", d.Approximate(), "about", "c. ", "approximate")
			told("uncertain", d.Uncertain(), "uncertain", "?")
			if d.Kind() == edtf.KindInterval {
				told("an open end", b.FromEnd == edtf.EndOpen && b.ToEnd != edtf.EndKnown || b.ToEnd == edtf.EndOpen && b.FromEnd != edtf.EndKnown, "open")
			}
			// A span over the turn of the era, as "000X", may tell it or not.
			ad := edtf.Unix(1, 1, 1, 0, 0, 0)
			if d.Kind() == edtf.KindDate && (b.To <= ad || b.From >= ad) {
				told("the era", b.To <= ad, " BC")
			}
		}
	})
}
