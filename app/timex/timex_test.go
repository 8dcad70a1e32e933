package timex

import (
	"os"
	"strings"
	"testing"

	"briefline/app/edtf"
)

// show renders the expressions of text as "words=VALUE edtf", for tables.
func show(text, created string) string {
	var out []string
	for _, e := range Tag(text, Options{Created: date(created)}) {
		s := text[e.Start:e.End] + "=" + e.Value
		if !e.EDTF.IsZero() && e.EDTF.String() != e.Value {
			s += " " + e.EDTF.String()
		}
		if e.Mod != "" {
			s += " " + e.Mod
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func date(s string) edtf.Date {
	if s == "" {
		return edtf.Date{}
	}
	return edtf.MustParse(s)
}

type row struct{ text, want string }

func table(t *testing.T, created string, rows []row) {
	t.Helper()
	for _, tt := range rows {
		if got := show(tt.text, created); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}

// The article in the box: no publication date, and seven expressions.
func TestBundledArticle(t *testing.T) {
	text := articleText(t)
	got := show(text, "")
	want := "Thursday=XXXX-WXX-4; Friday=XXXX-WXX-5; " +
		"since the defeat of ISIL in Iraq and Syria= AFTER; currently=PRESENT_REF; " +
		"the post-independence period=PXY AFTER; " +
		"since the 2016 cooperation agreement= 2016/.. AFTER; 2016=2016"
	if got != want {
		t.Errorf(" got %s\nwant %s", got, want)
	}
	for _, e := range Tag(text, Options{}) {
		if strings.HasPrefix(text[e.Start:], "since the 2016") {
			if got, want := text[e.Anchor.Start:e.Anchor.End], "the 2016 cooperation agreement"; got != want {
				t.Errorf("anchor: got %q, want %q", got, want)
			}
		}
	}
}

// Without a publication date nothing is counted from one.
func TestNoPublicationDate(t *testing.T) {
	table(t, "", []row{
		{"They met on Thursday.", "Thursday=XXXX-WXX-4"},
		{"They met yesterday and will meet again tomorrow.", "yesterday=XXXX-XX-XX; tomorrow=XXXX-XX-XX"},
		{"They met today.", "today=XXXX-XX-XX"},
		{"They met last year.", "last year=XXXX"},
		{"They met last month.", "last month=XXXX-XX"},
		{"They will meet next week.", "next week=XXXX-WXX"},
		{"They met in May.", "May=XXXX-05"},
		{"They met on May 3.", "May 3=XXXX-05-03"},
		{"Sales fell in the third quarter.", "the third quarter=XXXX-Q3"},
		{"They met three years ago.", "three years ago=XXXX"},
		{"They met at 5 p.m. on Friday.", "5 p.m. on Friday=XXXX-WXX-5T17:00"},
		{"They met on Friday evening.", "Friday evening=XXXX-WXX-5TEV"},
		{"They met this weekend.", "this weekend=XXXX-WXX-WE"},
		{"They met over the past three years.", "the past three years=P3Y"},
		{"They met at Easter.", "Easter=XXXX-XX-XX"},
		{"They met at Christmas.", "Christmas=XXXX-12-25"},
		{"The law came in May 2016. They met in June. That month it rained.", "May 2016=2016-05; June=XXXX-06; That month=XXXX-XX"},
		{"They met on 14 May 2024 and on 16 May.", "14 May 2024=2024-05-14; 16 May=2024-05-16"}, // the sentence gives the year
	})
}

// A publication date that is itself not certain, or no plain date, counts as none.
func TestPublicationDatePrecision(t *testing.T) {
	for _, tt := range []struct{ created, text, want string }{
		{"2024-05", "It was said on Thursday and last year.", "Thursday=XXXX-WXX-4; last year=2023"},
		{"2024", "It was said in June and last year.", "June=XXXX-06; last year=2023"},
		{"2024~", "It was said last year.", "last year=XXXX"},
		{"2024/2025", "It was said last year.", "last year=XXXX"},
		{"2024-05-14T09:30Z", "It was said yesterday.", "yesterday=2024-05-13"},
	} {
		if got := show(tt.text, tt.created); got != tt.want {
			t.Errorf("%s, published %s: got %s, want %s", tt.text, tt.created, got, tt.want)
		}
	}
}

// News that looks back over many years is news all the same: a day of the week in
// its lead counts from the publication date.
func TestNewsThatLooksBack(t *testing.T) {
	back := " He took power in 2006 and won elections in 2014, 2016 and 2018. He lost in 2022. He was born in 1954."
	table(t, tuesday, []row{
		{"The court sentenced him on Thursday." + back, "Thursday=2024-05-09; 2006=2006; 2014=2014; 2016=2016; 2018=2018; 2022=2022; 1954=1954"},
		{"In 1914 the war began. They met on a Thursday." + back, "1914=1914; Thursday=XXXX-WXX-4; 2006=2006; 2014=2014; 2016=2016; 2018=2018; 2022=2022; 1954=1954"},
	})
}

// What a date was resolved against stands beside it.
func TestAgainst(t *testing.T) {
	history := "The war began in 1914. It spread in 1915 and 1916. By 1917 all was lost. In June they met. "
	for _, tt := range []struct {
		text, created, words, want string
		rule                       Rule
	}{
		{"They met on Thursday.", "2024-05-14", "Thursday", "timex.against.published 2024-05-14", RuleWeekdayPast},
		{"They met on 3 May 2016.", "2024-05-14", "3 May 2016", "", RuleAsWritten},
		{history, "2024-05-14", "June", "timex.against.before 1917", RuleMonth},
		{"It began on 14 May 2016. The next day they left.", "", "The next day", "timex.against.before 2016-05-14", RulePeriodAfter},
	} {
		found := false
		for _, e := range Tag(tt.text, Options{Created: date(tt.created)}) {
			if tt.text[e.Start:e.End] != tt.words {
				continue
			}
			found = true
			if e.Against != tt.want || e.Rule != tt.rule {
				t.Errorf("%s: got %q, %q, want %q, %q", tt.words, e.Against, e.Rule, tt.want, tt.rule)
			}
		}
		if !found {
			t.Errorf("%q not found in %s", tt.words, tt.text)
		}
	}
}

// The caller's sentences are used, and bad ones do no harm.
func TestOwnSentences(t *testing.T) {
	text := "They met on 3 May 2016 and left in 2017."
	for _, sp := range []Span{{Start: 0, End: 22}, {Start: -1, End: 5}, {Start: 30, End: 500}, {Start: 9, End: 3}} {
		for _, e := range Tag(text, Options{Sentences: []Span{sp}}) {
			if e.End > 22 {
				t.Errorf("%v: %q lies outside", sp, text[e.Start:e.End])
			}
		}
	}
}

func articleText(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile("../../assets/bishkek.txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
