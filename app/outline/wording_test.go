package outline

import (
	"strings"
	"testing"

	"briefline/app/briefing"
	"briefline/app/edtf"
	"briefline/app/i18n"
	"briefline/assets"
)

func TestWhenAndRemark(t *testing.T) {
	words, err := i18n.Load(assets.I18n(), "en")
	if err != nil {
		t.Fatal(err)
	}
	evidence := func(at int) []briefing.Anchor { return []briefing.Anchor{{Source: "s", Start: at, End: at + 1}} }
	stated, inferred, added := briefing.BasisStated, briefing.BasisInferred, briefing.BasisAdded
	tests := []struct {
		name         string
		event        briefing.Event
		when, remark string
	}{
		{"stated", briefing.Event{Date: briefing.Dating{EDTF: edtf.MustParse("2016"), Basis: stated}}, "2016", ""},
		{"no basis is stated", briefing.Event{Date: briefing.Dating{EDTF: edtf.MustParse("2016")}}, "2016", ""},
		{"inferred", briefing.Event{Date: briefing.Dating{EDTF: edtf.MustParse("[2016..]"), Basis: inferred}}, "in or after 2016", "inferred, date not stated"},
		{"added date", briefing.Event{Date: briefing.Dating{EDTF: edtf.MustParse("2017-12/2019-03"), Basis: added}}, "Dec 2017 – Mar 2019", "date added by editor"},
		{"added event", briefing.Event{Basis: added, Date: briefing.Dating{EDTF: edtf.MustParse("2016"), Basis: stated}}, "2016", "added by editor"},
		{"rough", briefing.Event{Date: briefing.Dating{EDTF: edtf.MustParse("2016~")}}, "c. 2016", ""},
		{"weekday", briefing.Event{Date: briefing.Dating{Timex: "XXXX-WXX-4", Words: "Thursday"}}, "Thursday, date not known", ""},
		// In the order of the text, whichever is the date and whichever the other.
		{"two weekdays", briefing.Event{
			Date:         briefing.Dating{Timex: "XXXX-WXX-5", Words: "Friday", Evidence: evidence(90)},
			Alternatives: []briefing.Dating{{Timex: "XXXX-WXX-4", Words: "Thursday", Evidence: evidence(9)}},
		}, "Thursday or Friday, date not known", ""},
		{"said twice", briefing.Event{
			Date: briefing.Dating{Timex: "XXXX-WXX-5", Words: "Friday"}, Alternatives: []briefing.Dating{{Words: "Friday"}},
		}, "Friday, date not known", ""},
		{"words only", briefing.Event{Date: briefing.Dating{Words: "some time ago", Timex: "nonsense"}}, "“some time ago”, date not known", ""},
		{"nothing", briefing.Event{}, "date not stated", ""},
		{"inferred without a date", briefing.Event{Date: briefing.Dating{Basis: inferred}}, "date not stated", ""},
		{"added without a date", briefing.Event{Basis: added}, "date not stated", "added by editor"},
	}
	for _, tt := range tests {
		if got := When(words, &tt.event, nil); got != tt.when {
			t.Errorf("%s: When = %q, want %q", tt.name, got, tt.when)
		}
		got, added := Remark(words, &tt.event)
		if got != tt.remark {
			t.Errorf("%s: Remark = %q, want %q", tt.name, got, tt.remark)
		}
		if want := strings.Contains(tt.remark, "added"); added != want {
			t.Errorf("%s: added = %v, want %v", tt.name, added, want)
		}
	}
}

// The source's own words are prepared for the line that they come to stand in.
func TestWhenQuotes(t *testing.T) {
	words, err := i18n.Load(assets.I18n(), "en")
	if err != nil {
		t.Fatal(err)
	}
	e := &briefing.Event{Date: briefing.Dating{Words: "پنجشنبه"}, Alternatives: []briefing.Dating{{Words: "جمعه"}}}
	got := When(words, e, func(s string) string { return "<" + s + ">" })
	if want := "<پنجشنبه> or <جمعه>, date not known"; got != want {
		t.Errorf("When = %q, want %q", got, want)
	}
}

func TestPublished(t *testing.T) {
	words, err := i18n.Load(assets.I18n(), "en")
	if err != nil {
		t.Fatal(err)
	}
	for date, want := range map[string]string{"": "publication date not stated", "2024-05-12": "12 May 2024", "2024-05~": "about May 2024"} {
		s := &briefing.Source{}
		if date != "" {
			s.Published.EDTF = edtf.MustParse(date)
		}
		if got := Published(words, s); got != want {
			t.Errorf("%q: Published = %q, want %q", date, got, want)
		}
	}
}

// A check is worded by its message when it is shown; what somebody wrote, and a
// message of a later version, stand in the words of the file.
func TestCheckWords(t *testing.T) {
	words, err := i18n.Load(assets.I18n(), "en")
	if err != nil {
		t.Fatal(err)
	}
	event := []briefing.Value{{Name: "event", Words: []string{"Talks"}}}
	for _, tt := range []struct {
		check         briefing.Check
		words, detail string
	}{
		{briefing.Check{Words: "by hand", Detail: "why"}, "by hand", "why"},
		{briefing.Check{Message: "draft.check.headline.none", Values: event, Words: "alt", Detail: "alt"},
			"The article’s own news has no date: Talks", "Nothing in the text says when it was."},
		{briefing.Check{Message: "draft.check.of-a-later-version", Values: event, Words: "later", Detail: "still"}, "later", "still"},
		{briefing.Check{Message: "draft.check.headline.none", Values: event, Words: "x"}, "The article’s own news has no date: Talks", ""},
	} {
		if got := CheckWords(words, &tt.check); got != tt.words {
			t.Errorf("%+v: words %q, want %q", tt.check, got, tt.words)
		}
		if got := CheckDetail(words, &tt.check); got != tt.detail {
			t.Errorf("%+v: detail %q, want %q", tt.check, got, tt.detail)
		}
	}
}
