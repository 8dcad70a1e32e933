package i18n

import "testing"

func TestTimex(t *testing.T) {
	tests := []struct{ in, want string }{
		{"XXXX-WXX-4", "Thursday, date not known"},
		{"PRESENT_REF", "at the time of writing"},
		{"PAST_REF", "in the past"},
		{"XXXX-05", "May, year not known"},
		{"XXXX-05-12", "12 May, year not known"},
		{"XXXX-WXX", "week, date not known"},
		{"XXXX-WXX-WE", "weekend, date not known"},
		{"XXXX-SP", "spring, year not known"},
		{"2016-SU", "summer 2016"},
		{"2016-Q1", "first quarter of 2016"},
		{"XXXX-XX-XXTMO", "morning, date not known"},
		{"2024-05-24TEV", "24 May 2024, evening"},
		{"XXXX-WXX-4TMO", "Thursday morning, date not known"},
		{"T14:30", "14:30, date not known"},
		{"XXXX-XX-XXT14:30", "14:30, date not known"},
		{"2016-W21", "week 21 of 2016"},
		{"2016-W21-4", "Thursday of week 21 of 2016"},
		{"2016-W21-WE", "weekend of week 21 of 2016"},
		{"P3Y", "3 years"},
		{"P1Y6M", "1 year and 6 months"},
		{"PXW", "some weeks"},
		{"PT2H", "2 hours"},
		{"P2DE", "2 decades"},
		{"198", "1980s"},
		{"19", "20th century"},
		{"BC0044", "44 BC"},
		{"XXXX", "year not known"},
		{"garbage", ""},
		{"", ""},
		{"T", ""},
		{"PT", ""},
		{"P", ""},
		{"XXXX-WXX-8", ""},
		{"2016-W99", ""},
		{"XXXX-WXX-4T14:30", "Thursday 14:30, date not known"},
		{"2016-WI", "winter 2016"},
		{"XXXX-WI", "winter, year not known"},
		{"P1.5Y", ""},
		{"PX", ""}, // once a panic
		{"P1Y2", ""},
		{"TNI", "night, date not known"},
		{"2016-W1", ""},
		{"XXXX-XX-XX", "date not known"},
	}
	c := english(t)
	for _, tt := range tests {
		if got := c.Timex(tt.in); got != tt.want {
			t.Errorf("Timex(%q): got %q, want %q", tt.in, got, tt.want)
		}
	}
}
