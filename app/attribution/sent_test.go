package attribution_test

import (
	"briefline/app/briefing"
	txt "briefline/app/text"
)

// sentences splits text as the draft does.
func sentences(text string) []briefing.Span {
	var out []briefing.Span
	for _, s := range txt.Sentences(text) {
		out = append(out, briefing.Span{Start: s.Start, End: s.End})
	}
	return out
}
