package i18n

import (
	"testing"

	"briefline/assets"
)

func TestSay(t *testing.T) {
	c, err := Load(assets.I18n(), "en")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		id     string
		values []Value
		want   string
	}{
		{"draft.check.conflict", []Value{{Name: "event", Words: []string{"Talks"}}, {Name: "dates", Is: "quotes", Words: []string{"Thursday", "Friday", "Thursday"}}},
			"Two dates for one event: Talks, “Thursday” and “Friday”"},
		{"draft.check.unresolved", []Value{{Name: "dates", Is: "quotes", Words: []string{"soon", "later"}, More: 3}}, "No calendar date follows from “soon”, “later” and 3 more"},
		{"draft.check.late.detail", []Value{{Name: "date", Is: "date", Words: []string{"2024-05"}}, {Name: "published", Is: "date", Words: []string{"no date"}}},
			"May 2024, while the article is of no date. It may lie ahead, or one of the dates may be wrong."},
		{"draft.check.glued.detail", []Value{{Name: "pairs", Is: "repairs", Words: []string{"inthe", "in the", "odd"}, More: 1}}, "Probably: “inthe” – in the; 1 more. The source text is kept as it is."},
		{"draft.check.foreign", []Value{{Name: "language", Is: "language", Words: []string{"fa"}}}, "The article seems to be in Persian, not in English"},
		{"draft.check.long", []Value{{Name: "size", Is: "bytes", Words: []string{"1000000"}}}, "Only the first 1.0 MB of the text were read"},
		{"card.sources", []Value{{Name: "n", Is: "count", Words: []string{"1"}}}, "1 source"},
		{"card.sources", []Value{{Name: "n", Is: "of a later version", Words: []string{"two"}}}, "two sources"},
	} {
		if got := c.Say(tt.id, tt.values); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.id, got, tt.want)
		}
	}
}
