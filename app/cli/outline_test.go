package cli

import (
	"strings"
	"testing"

	"briefline/app/briefing"
	"briefline/app/i18n"
	"briefline/app/outline/outlinetest"
)

// The text says what the screen and the page say: see package outlinetest.
func TestTextShowsOutline(t *testing.T) {
	outlinetest.Each(t, func(t *testing.T, b *briefing.Briefing, words *i18n.Catalog) outlinetest.Shown {
		text := (&call{words: words}).text(b)
		top, rest, _ := strings.Cut(text, "\n\n")
		top, draft := strings.CutSuffix(strings.Join(strings.Fields(top), " "), " · "+words.Text("cli.text.draft"))
		if !draft {
			t.Errorf("got %q, want it to say that this is a draft", top)
		}
		part := func(from string) string {
			_, after, ok := strings.Cut(rest, "\n"+from)
			if !ok {
				t.Fatalf("got %q, want a heading %q", rest, from)
			}
			return after
		}
		timeline := part(words.Text("cli.text.timeline"))
		shown := outlinetest.Shown{
			Top: top, Events: timeline, Members: timeline, Positions: timeline,
			Checks: part(words.Text("cli.text.checks", "n", len(b.Checks))),
		}
		if len(b.Sources) > 0 {
			shown.Sources = part(words.Text("cli.text.source", "facts", b.Sources[0].Publisher))
			shown.Sources = b.Sources[0].Publisher + shown.Sources
		}
		return shown
	})
}
