package i18n

import "testing"

func TestRule(t *testing.T) {
	c := english(t)
	for _, tt := range []struct{ in, want string }{
		{"timex.rule.weekday-past", "day of the week; past tense: the last one"},
		{"year as written", "year as written"}, // an editor's own words
		{"timex.rule.none", "timex.rule.none"},
		{"", ""},
	} {
		if got := c.Rule(tt.in); got != tt.want {
			t.Errorf("Rule(%q): got %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestAgainst(t *testing.T) {
	c := english(t)
	for _, tt := range []struct{ in, want string }{
		{"timex.against.published 2024-05-14", "the publication date, 14 May 2024"},
		{"timex.against.before 1917", "1917 in the sentence before"},
		{"timex.against.sentence 2016-W21", "week 21 of 2016 in the same sentence"},
		{"timex.against.earlier 2024-05-14TMO", "14 May 2024, morning earlier in the text"},
		{"timex.against.before FY2016", "FY2016 in the sentence before"}, // no wording for the value
		{"the 2016 cooperation agreement", "the 2016 cooperation agreement"},
		{"timex.against.none 2016", "timex.against.none 2016"},
		{"timex.against.before", "timex.against.before"},
		{"", ""},
	} {
		if got := c.Against(tt.in); got != tt.want {
			t.Errorf("Against(%q): got %q, want %q", tt.in, got, tt.want)
		}
	}
}
