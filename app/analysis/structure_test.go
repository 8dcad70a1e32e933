package analysis

import (
	"fmt"
	"strings"
	"testing"

	"briefline/app/linear"
	"briefline/app/syntax"
	txt "briefline/app/text"
)

// bare is an analysis of sentences that were not parsed.
func bare(text string) *Analysis {
	var sentences []syntax.Sentence
	for _, s := range txt.Sentences(text) {
		sentences = append(sentences, syntax.Sentence{Span: s})
	}
	return Make(text, sentences, Options{})
}

func TestStructure(t *testing.T) {
	const body = "The harbour of Tarsk was closed to all ships on Tuesday."
	for _, tt := range []struct{ text, headline, dateline, lead, furniture string }{
		{"Harbour closes\n\n" + body, "Harbour closes", "", body, ""},
		{"Harbour closes\nBy Ann Reed, Tarsk Daily\n3 February 2026\n" + body, "Harbour closes", "", body, "By Ann Reed, Tarsk Daily|3 February 2026"},
		{"Harbour closes\n\nTARSK, 14 March (MNA) — " + body, "Harbour closes", "TARSK, 14 March (MNA) —", "TARSK, 14 March (MNA) — " + body, ""},
		{"Harbour closes\n\nTARSK (AP) – " + body, "Harbour closes", "TARSK (AP) –", "TARSK (AP) – " + body, ""},
		{"Harbour closes\n\nRIGA, 14 March 2025\n\n" + body, "Harbour closes", "", body, "RIGA, 14 March 2025"},
		{"Harbour closes\n\nTarsk — the old port — was closed to all ships again.", "Harbour closes", "", "Tarsk — the old port — was closed to all ships again.", ""},
		{"Harbour closes\n\nPhoto: Ann Reed\n\n" + body + "\n\nSources\n\n\"Harbour shut\" — Tarsk Daily, May 3, 2025\n\nRead more: ships", "Harbour closes", "", body, "Photo: Ann Reed|Sources|\"Harbour shut\" — Tarsk Daily, May 3, 2025|Read more: ships"},
		{body, "", "", body, ""},
		{"Published: 3 May 2024 14:05 GMT\n\n" + body, "", "", body, "Published: 3 May 2024 14:05 GMT"},
	} {
		a := bare(tt.text)
		headline := ""
		if a.Headline >= 0 {
			headline = a.Sentences[a.Headline].Of(tt.text)
		}
		var lead, furniture []string
		for _, i := range a.Lead {
			lead = append(lead, a.Sentences[i].Of(tt.text))
		}
		for i, yes := range a.Furniture {
			if yes {
				furniture = append(furniture, a.Sentences[i].Of(tt.text))
			}
		}
		for _, part := range []struct{ what, got, want string }{
			{"headline", headline, tt.headline}, {"dateline", a.Dateline.Of(tt.text), tt.dateline},
			{"lead", strings.Join(lead, "|"), tt.lead}, {"furniture", strings.Join(furniture, "|"), tt.furniture},
		} {
			if part.got != part.want {
				t.Errorf("%q: %s\n got %q\nwant %q", tt.text, part.what, part.got, part.want)
			}
		}
	}
}

// A wrapped line is no paragraph, and a line of its own is one.
func TestParagraphs(t *testing.T) {
	for _, tt := range []struct {
		text string
		want int
	}{
		{"One line.\nAnother line.\n\nA third.", 3},
		{"This line is longer than forty bytes and it\nis wrapped in the middle of a sentence as\nold pages are.\n\nAnother paragraph.", 2},
		{"", 0},
		{"\n \n", 0},
	} {
		if got := len(Paragraphs(tt.text)); got != tt.want {
			t.Errorf("%q: got %d paragraphs, want %d", tt.text, got, tt.want)
		}
	}
}

func TestLabels(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"REED: I do not feel brave.\n\nLIND: You are.", "REED LIND"},
		{"Ann Reed: I was late.\n\nOskar Lind: We all were.\n\nAnn Reed: So be it.\n\nOskar Lind: Yes.", "Ann Reed,Oskar Lind"},
		{"Q: Why?\nA: It was late.\nQ: Who said so?\nA: They did.", "Q,A,Q,A"},
		{"Note: It rained.\n\nThe harbour was closed.", ""},
	} {
		var got []string
		for _, l := range bare(tt.text).Labels() {
			got = append(got, l.Span.Of(tt.text))
		}
		if want := tt.want; strings.Join(got, ",") != want && strings.Join(got, " ") != want && !strings.HasPrefix(strings.Join(got, ","), want) {
			t.Errorf("%q: got %q, want %q", tt.text, got, want)
		}
	}
}

// Work grows no faster than the text, whatever marks it is full of.
func TestLinear(t *testing.T) {
	for _, unit := range []string{"“a ‘b ” ", "\"a ", "'a b' ", "„a “b ", "A: b\n", "“a.\n"} {
		linear.Check(t, fmt.Sprintf("%q", unit), 1000, func(n int) {
			text := strings.Repeat(unit, n)
			ReadQuotes(text, Paragraphs(text))
		})
	}
}
