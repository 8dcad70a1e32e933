package datetext

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"briefline/app/edtf"
)

var typed = []struct{ in, want string }{
	// What the field is there for.
	{"spring 2016", "2016-21"},
	{"about 1990", "1990~"},
	{"12–14 May 2024", "2024-05-12/2024-05-14"},
	{"May 2024", "2024-05"},
	{"2016?", "2016?"},
	{"before 2016", "[..2015]"},
	{"early 2016", "2016-37~"}, // about the first four months
	{"from May 2016 to June 2017", "2016-05/2017-06"},
	{"1990s", "199X"},
	{"19th century", "18XX"},
	{"44 BC", "-0043"},

	// Plain EDTF comes through byte for byte.
	{"2016-05-12", "2016-05-12"},
	{"[1667,1668,1670..1672]", "[1667,1668,1670..1672]"},
	{" 2004-06-XX ", "2004-06-XX"},
	{"Y-17E7", "Y-17E7"},
	{"2024-05-24T14:30Z", "2024-05-24T14:30Z"},

	// One date, as people write it.
	{"2016", "2016"},
	{"in 2016", "2016"},
	{"may 2024", "2024-05"},
	{"MAY 2024", "2024-05"},
	{"5 jan 2020", "2020-01-05"},
	{"Jan 5, 2020", "2020-01-05"},
	{"January 5th 2020", "2020-01-05"},
	{"the 5th of January 2020", "2020-01-05"},
	{"Sunday, 5 January 2020", "2020-01-05"},
	{"5 January 800", "0800-01-05"},
	{"5 Jan 2300", "2300-01-05"}, // beyond the years of news
	{"1200", "1200"},
	{"AD 800", "0800"},
	{"800 AD", "0800"},
	{"800", "0800"},
	{"1 BC", "0000"},
	{"15 March 44 BC", "-0043-03-15"},
	{"15 march 44 bce", "-0043-03-15"},
	{"29 Feb 44 BC", ""}, // no leap year
	{"29 February 2000", "2000-02-29"},
	{"AD 12,345", "Y12345"},
	{"12,000 BC", "Y-11999"},
	{"31.12.2024", "2024-12-31"}, // one reading only
	{"12/31/2024", "2024-12-31"},
	{"5.5.2024", "2024-05-05"},
	{"2024/05/12", "2024-05-12"},
	{"24 May 2024, 14:30", "2024-05-24T14:30"},
	{"24 May 2024 at 2:30 pm", "2024-05-24T14:30"},
	{"24 May 2024 at 2 pm", "2024-05-24T14"}, // the hour, no minute
	{"24 May 2024 12 am", "2024-05-24T00"},
	{"24 May 2024, 23:20:30 UTC−4", "2024-05-24T23:20:30-04"},
	{"24 May 2024, 23:20 UTC+5:30", "2024-05-24T23:20+05:30"},
	{"2024-05-24 14:30 UTC", "2024-05-24T14:30Z"},

	// Parts and stretches of years.
	{"summer of 2016", "2016-22"},
	{"autumn 44 BC", "-0043-23"},
	{"fall 2016", "2016-23"},
	{"winter 2016/17", "2016-24"},
	{"Q2 2001", "2001-34"},
	{"second quarter of 2001", "2001-34"},
	{"first half of 2001", "2001-40"},
	{"H2 2001", "2001-41"},
	{"first four months of 2001", "2001-37"},
	{"mid-2016", "2016-38~"},
	{"late 2016", "2016-39~"},
	{"end of 2016", "2016-39~"},
	{"about early 2016", "2016-37~"},
	{"early May 2016", "2016-05"}, // no finer date is true
	{"the 1990s", "199X"},
	{"the early 1990s", "199X"},
	{"the 1st century", "00XX"},
	{"3rd century BC", "-02XX"},
	{"2nd millennium", "1XXX"},

	// Certainty.
	{"c. 1990", "1990~"},
	{"ca. May 1990", "1990-05~"},
	{"~1990", "~1990"},
	{"around spring 1990", "1990-21~"},
	{"probably 1990", "1990?"},
	{"about 1990, uncertain", "1990%"},
	{"perhaps about 1990", "1990%"},
	{"c. 2016?", "2016%"},
	{"1990s, approximate", "199X~"},
	{"June 2004, day not known", "2004-06-XX"},
	{"2004, day and month not known", "2004-XX-XX"},

	// Ends.
	{"after 2016", "[2017..]"},
	{"after May 2016", "[2016-06..]"},
	{"before 1 March 2016", "[..2016-02-29]"},
	{"in or after 2016", "[2016..]"},
	{"on or before 3 December 1760", "[..1760-12-03]"},
	{"by 2016", "[..2016]"},
	{"not before May 2016", "[2016-05..]"},
	{"since 2016", "2016/.."},
	{"from 2016 on", "2016/.."},
	{"from 12 May 2016", "2016-05-12/.."},
	{"until 2016", "../2016"},
	{"until 2016, start not known", "/2016"},
	{"from about 2016, end not known", "2016~/"},
	{"between 1990 and 1995", "[1990..1995]"},
	{"between 12 and 14 May 2024", "[2024-05-12..2024-05-14]"},
	{"between May and July 2024", "[2024-05..2024-07]"},

	// Intervals: the first may leave out what the second says.
	{"12 to 14 May 2024", "2024-05-12/2024-05-14"},
	{"12-14 May 2024", "2024-05-12/2024-05-14"},
	{"12th–14th May 2024", "2024-05-12/2024-05-14"},
	{"12 May - 3 June 2024", "2024-05-12/2024-06-03"},
	{"June to August 2004", "2004-06/2004-08"},
	{"Jun–Aug 2004", "2004-06/2004-08"},
	{"1990-1995", "1990/1995"},
	{"1990–95", "1990/1995"},
	{"autumn 2015 – spring 2016", "2015-23/2016-21"},
	{"spring to autumn 2016", "2016-21/2016-23"},
	{"9 December 2017 to 23 March 2019", "2017-12-09/2019-03-23"},
	{"about 1984 to about 2004 (uncertain)", "1984~/2004%"},
	{"50 BC to 44 BC", "-0049/-0043"},
	{"within 2004", "2004/2004"},

	// Lists.
	{"1667 or 1668", "[1667,1668]"},
	{"May or June 2016", "[2016-05,2016-06]"},
	{"12 or 13 May 2016", "[2016-05-12,2016-05-13]"},
	{"May 24, 2024 or May 26, 2024", "[2024-05-24,2024-05-26]"},
	{"1667, 1668, or between 1670 and 1672", "[1667,1668,1670..1672]"},
	{"January 1760, February 1760, or in or after December 1760", "[1760-01,1760-02,1760-12..]"},
	{"1960 and December 1961", "{1960,1961-12}"},
}

func TestParse(t *testing.T) {
	for _, tt := range typed {
		got, err := Parse(tt.in, Options{})
		if tt.want == "" {
			if err == nil {
				t.Errorf("%q: got %s, want an error", tt.in, got)
			}
			continue
		}
		if err != nil || got.String() != tt.want {
			t.Errorf("%q: got %s, %v; want %s", tt.in, got, err, tt.want)
		}
	}
}

func TestErrors(t *testing.T) {
	tests := []struct{ in, message, about string }{
		{"", "empty", ""},
		{" \u00a0", "empty", ""},
		{"soonish", "not-understood", "soonish"},
		{"3.5.2024", "ambiguous", "3.5.2024"},
		{"from 3/5/2024", "ambiguous", "3/5/2024"},
		{"3.5.24", "short-year", "3.5.24"},
		{"32.13.2024", "no-such-day", "32.13.2024"},
		{"last Thursday", "relative", "last Thursday"},
		{"about yesterday", "relative", "yesterday"},
		{"12 May", "no-year", "12 May"},
		{"May", "no-year", "May"},
		{"31 February 2024", "no-such-day", ""},
		{"29 February 2300", "no-such-day", ""},
		{"24 May 2024, 25:00", "no-such-time", ", 25:00"},
		{"24 May 2024 at 13 pm", "no-such-time", "at 13 pm"},
		{"Monday, 5 January 2020", "weekday", "Monday, 5 January 2020"}, // it was a Sunday
		{"1995 to 1990", "backwards", "1995 to 1990"},
		{"between 1995 and 1990", "backwards", "between 1995 and 1990"},
		{"three years", "duration", "three years"},
		{"May 2024 maybe so", "leftover", "maybe so"},
		{strings.Repeat("1 to ", 100), "long", strings.Repeat("1 to ", 100)},
	}
	for _, tt := range tests {
		d, err := Parse(tt.in, Options{})
		var e *Error
		if !errors.As(err, &e) || e.Message != "datetext."+tt.message {
			t.Errorf("%q: got %s, %v; want %s", tt.in, d, err, tt.message)
			continue
		}
		if about := tt.in[e.Start:e.End]; tt.about != "" && about != tt.about {
			t.Errorf("%q: the error is about %q, want %q", tt.in, about, tt.about)
		}
	}
}

func TestAmbiguous(t *testing.T) {
	_, err := Parse("3.5.2024", Options{})
	var e *Error
	if !errors.As(err, &e) || len(e.Readings) != 2 || e.Readings[0].String() != "2024-03-05" || e.Readings[1].String() != "2024-05-03" {
		t.Errorf("got %+v, want both readings, earliest first", e)
	}
	for order, want := range map[Order]string{DayMonth: "2024-05-03", MonthDay: "2024-03-05"} {
		if got, err := Parse("3.5.2024", Options{Order: order}); err != nil || got.String() != want {
			t.Errorf("order %d: got %s, %v; want %s", order, got, err, want)
		}
	}
	if got, err := Parse("31.5.2024", Options{Order: MonthDay}); err != nil || got.String() != "2024-05-31" {
		t.Errorf("got %s, %v; want the only reading", got, err)
	}
}

func TestRelative(t *testing.T) {
	published := Options{Published: edtf.MustParse("2024-05-24")} // a Friday
	for in, want := range map[string]string{
		"last Thursday": "2024-05-23", "yesterday": "2024-05-23", "today": "2024-05-24",
		"three years ago": "2021", "12 May": "2024-05-12", "last month": "2024-04", "about yesterday": "2024-05-23~",
	} {
		if got, err := Parse(in, published); err != nil || got.String() != want {
			t.Errorf("%q: got %s, %v; want %s", in, got, err, want)
		}
	}
	// A month of an interval is of the year that stands there, not of the paper's.
	if got, err := Parse("May to June 2016", published); err != nil || got.String() != "2016-05/2016-06" {
		t.Errorf("got %s, %v", got, err)
	}
}

// Every message that the package names is in the catalog, and no other.
func TestMessages(t *testing.T) {
	raw, err := os.ReadFile("../../assets/i18n/en.json")
	if err != nil {
		t.Fatal(err)
	}
	var catalog map[string]any
	if err := json.Unmarshal(raw, &catalog); err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	files, _ := filepath.Glob("*.go")
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		for _, m := range regexp.MustCompile(`fail\("([a-z-]+)"`).FindAllStringSubmatch(string(src), -1) {
			used["datetext."+m[1]] = true
		}
	}
	for id := range used {
		if catalog[id] == nil {
			t.Errorf("message %q is not in the catalog", id)
		}
	}
	for id := range catalog {
		if strings.HasPrefix(id, "datetext.") && !used[id] {
			t.Errorf("message %q is used by nothing", id)
		}
	}
}
