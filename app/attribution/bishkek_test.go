package attribution_test

import (
	"bytes"
	"testing"

	"briefline/app/attribution"
	"briefline/app/briefing"
	"briefline/app/names"
	"briefline/assets"
)

// bishkekSpeakers are the words that name the speaker of each statement of the
// bundled article, in the order in which it has them.
var bishkekSpeakers = []string{
	"the Iranian Interior Minister Abdolreza Rahmani Fazli",
	"Iranian Interior Minister Abdolreza Rahmani Fazli",
	"The Iranian interior minister",
	"He", "He", // a denial and an offer in one sentence
	"the Iranian minister",
	"He",
	"Rahmani Fazli",
	"He", "He", // "described", "adding"
	"The Kyrgyz minister", "The Kyrgyz minister",
	"Junushaliev",
	"He",
	"Junushaliev",
	"the Kyrgyz minister",
}

// The bundled briefing was made by hand: its statements are what Find must find
// in the article, glued words and missing apostrophes and all.
func TestBundledArticle(t *testing.T) {
	b, err := briefing.Read(bytes.NewReader(assets.Bishkek()))
	if err != nil {
		t.Fatal(err)
	}
	text := b.Sources[0].Text
	spans := sentences(text)
	t.Run("without names", func(t *testing.T) { testBundled(t, b, attribution.Find(text, spans, nil)) })
	t.Run("with names", func(t *testing.T) { testBundled(t, b, attribution.Find(text, spans, names.Tag(text, spans))) })
}

func testBundled(t *testing.T, b *briefing.Briefing, found []attribution.Statement) {
	text := b.Sources[0].Text
	if len(found) != len(b.Statements) {
		t.Errorf("%d statements, want %d", len(found), len(b.Statements))
	}
	for k, want := range b.Statements {
		e := want.Evidence[0]
		var got attribution.Statement
		for _, s := range found {
			if s.Content.Start == e.Start && s.Content.End == e.End {
				got = s
			}
		}
		if got.Content.End == 0 {
			t.Errorf("%s: not found: %q", want.ID, e.Exact)
			continue
		}
		if w := words(text, got.Speaker); w != bishkekSpeakers[k] {
			t.Errorf("%s: speaker = %q, want %q", want.ID, w, bishkekSpeakers[k])
		}
		if got.Kind != want.Kind && got.Also != want.Kind {
			t.Errorf("%s: kind = %s, also %q, want %s", want.ID, got.Kind, got.Also, want.Kind)
		}
	}
}

func words(text string, s briefing.Span) string { return text[s.Start:s.End] }
