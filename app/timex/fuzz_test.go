package timex

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	txt "briefline/app/text"

	"briefline/app/edtf"
	"briefline/app/linear"
)

// Laws: spans lie inside the text and in order, on whole characters; they overlap
// only where one holds the other; without a publication date nothing is resolved
// against it; sentences are in order.
func FuzzTag(f *testing.F) {
	for _, s := range []string{
		"They met on Thursday, 3 May 2016, at 5 p.m. (GMT +8).", "from 3 to 5 May 2019", "since the 2016 agreement", "44 BC", "May 3-5, '82",
		"the last week of March", "two and a half years ago", "the day before the day before the day before", "1939–45", "½ 3½ years",
		"9999999999999999999 years ago", "5000000 years ago", "0 May 0000", "2016-02-30T25:61Z", "the 31st of that month", "\xff\xfe May 3",
		"499-493 BC", "the 99th century BC", "in the year 0", "Easter 1", "99 days before 1 January 1", "every other Friday", "Dec. 31.",
	} {
		f.Add(s, "2024-05-14")
		f.Add(s, "")
		f.Add(s, "9999-12-31")
		f.Add(s, "0001-01-01")
		f.Add("In 1914 it was. In 1915 it was. In 1916 it was. "+s, "-0044")
	}
	f.Fuzz(func(t *testing.T, text, created string) {
		d, err := edtf.Parse(created)
		if err != nil {
			d = edtf.Date{}
		}
		at := 0
		for _, sp := range txt.Sentences(text) {
			if sp.Start < at || sp.End <= sp.Start || sp.End > len(text) {
				t.Fatalf("sentence %v after %d in %d bytes", sp, at, len(text))
			}
			at = sp.End
		}
		all := Tag(text, Options{Created: d})
		for i, e := range all {
			if e.Start < 0 || e.End <= e.Start || e.End > len(text) {
				t.Fatalf("span %d:%d of %d bytes", e.Start, e.End, len(text))
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[e.Start:e.End]) {
				t.Fatalf("%q cuts a character", text[e.Start:e.End])
			}
			if e.Anchor != (Span{}) && (e.Anchor.Start < e.Start || e.Anchor.End > e.End || e.Anchor.End <= e.Anchor.Start) {
				t.Fatalf("anchor %v of %d:%d", e.Anchor, e.Start, e.End)
			}
			if !slices.Contains(Rules(), e.Rule) || e.Type == "" {
				t.Fatalf("%q has no rule or no type", text[e.Start:e.End])
			}
			if _, err := edtf.Parse(e.EDTF.String()); err != nil && !e.EDTF.IsZero() {
				t.Fatal(err)
			}
			if d.IsZero() && strings.HasPrefix(e.Against, againstPublished) {
				t.Fatalf("%q was counted from no date", text[e.Start:e.End])
			}
			if i == 0 {
				continue
			}
			p := all[i-1]
			if p.Start > e.Start || p.Start == e.Start && p.End < e.End {
				t.Fatalf("%d:%d stands before %d:%d", p.Start, p.End, e.Start, e.End)
			}
			if p.End > e.Start && p.End < e.End && p.Value != "" && e.Value != "" {
				t.Fatalf("%d:%d %q cuts %d:%d %q", p.Start, p.End, text[p.Start:p.End], e.Start, e.End, text[e.Start:e.End])
			}
		}
	})
}

// Time grows with the length of the text alone, whatever the text.
func TestHostileInput(t *testing.T) {
	if testing.Short() {
		t.Skip("long: left out of -short")
	}
	for _, unit := range []string{"a", "1", "1-", "the day before ", "Monday ", "May 3, ", "since the war ", "two or three ", ".", "\n", "the early ", "5:", "é", "last the ", "1990 to ", "( \"", "on the night of ", "1,000,"} {
		linear.Check(t, unit, 30_000, func(n int) {
			Tag(strings.Repeat(unit, n/len(unit)), Options{Created: edtf.MustParse("2024-05-14")})
		})
	}
}

func BenchmarkTag(b *testing.B) {
	text := strings.Repeat("The minister said on Thursday that talks with Kyrgyzstan will go on in May, three years after the 2016 agreement. Nothing else was said about it.\n", 17)
	created := edtf.MustParse("2024-05-14")
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Tag(text, Options{Created: created})
	}
}
