package cli

import (
	"strings"
	"testing"

	"briefline/app/briefing"
	"briefline/app/i18n"
	"briefline/assets"
)

// Cases that the scripts' briefings do not have: more than one source, kinds of
// a later version, an empty briefing.
func TestText(t *testing.T) {
	words, err := i18n.Load(assets.I18n(), language)
	if err != nil {
		t.Fatal(err)
	}
	source := func(id, text string) briefing.Source {
		return briefing.Source{ID: id, Publisher: strings.ToUpper(id), Text: text, Sentences: []briefing.Span{{Start: 0, End: len(text)}}}
	}
	a, b := source("a", "One said so."), source("b", "Another\x1b[31m too.")
	two := &briefing.Briefing{
		Sources: []briefing.Source{a, b},
		Title: briefing.Line{Text: "Two sources", Evidence: []briefing.Anchor{
			briefing.NewAnchor(&a, 0, 3), briefing.NewAnchor(&b, 0, 7),
		}},
		Participants: []briefing.Participant{{ID: "p", Kind: "comet", Name: "Halley"}},
		Statements: []briefing.Statement{
			{ID: "s1", Speaker: "p", Kind: "promise", Words: "I shall return."},
			{ID: "s2", Kind: briefing.StatementClaim, Words: "It will."},
		},
	}
	c := &call{words: words}
	for _, tt := range []struct {
		b    *briefing.Briefing
		want []string
	}{
		{two, []string{
			"2 sources", "Two sources [A1 B1]\n",
			"Halley\n  comet\n  Says\n  - I shall return.\n",
			"- It will.\n",
			"A1 One said so.\n", "B1 Another\ufffd[31m too.\n",
		}},
		{&briefing.Briefing{}, []string{"0 sources · draft\n"}},
	} {
		got := c.text(tt.b)
		for _, want := range tt.want {
			if !strings.Contains(got, want) {
				t.Errorf("got %q, want it to hold %q", got, want)
			}
		}
		if strings.Contains(got, "⟦") {
			t.Errorf("got %q, want every message in the catalog", got)
		}
	}
}

// Every message that the code names is in the catalog, whatever a script shows.
func TestCatalogHoldsKinds(t *testing.T) {
	words, err := i18n.Load(assets.I18n(), language)
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range briefing.Headings() {
		if !words.Has("statement." + string(kind)) {
			t.Errorf("got no message for statements of kind %s", kind)
		}
	}
	for _, kind := range []briefing.ParticipantKind{briefing.KindPerson, briefing.KindOrganisation, briefing.KindState, briefing.KindPlace, briefing.KindGroup} {
		if !words.Has("kind." + string(kind)) {
			t.Errorf("got no message for participants of kind %s", kind)
		}
	}
	for _, kind := range []briefing.RelationKind{briefing.RelationBefore, briefing.RelationAfter, briefing.RelationSince, briefing.RelationDuring, briefing.RelationSameAs} {
		if !words.Has("cli.text.relation." + string(kind)) {
			t.Errorf("got no message for relations of kind %s", kind)
		}
	}
}
