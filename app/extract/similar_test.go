package extract

import (
	"strings"
	"testing"

	"briefline/app/briefing"
)

func spanOf(t *testing.T, text, words string) briefing.Span {
	t.Helper()
	at := strings.Index(text, words)
	if at < 0 {
		t.Fatalf("%q is not in the text", words)
	}
	return briefing.Span{Start: at, End: at + len(words)}
}

func TestLikeness(t *testing.T) {
	tests := []struct {
		a, b string
		like bool
	}{
		{"Iran does not accept the interference of foreign countries in the affairs of the Muslim world",
			"Iran does not accept the interference of foreign countries in the affairs of the Islamic world because they only seek their own gains", true},
		{"Iran is ready to cooperate with Kyrgyzstan in training", "Kyrgyzstan has faced many security challenges", false},
		{"we agree", "we agree", false}, // too short
		{"prices will rise by five per cent next year", "prices rose by three per cent last year after the strike", false},
	}
	for _, tt := range tests {
		text := tt.a + "\n" + tt.b
		got := likeness(text, spanOf(t, text, tt.a), briefing.Span{Start: len(tt.a) + 1, End: len(text)})
		if (got >= sameWords) != tt.like {
			t.Errorf("%q, %q: got %.2f, want alike = %v", tt.a, tt.b, got, tt.like)
		}
	}
}

func TestDiffering(t *testing.T) {
	tests := []struct{ a, b, inA, inB string }{
		{"in the affairs of the Muslim world", "in the affairs of the Islamic world because they seek gains", "Muslim world", "Islamic world"},
		{"the plan was approved by all", "the plan was approved by all", "", ""},
		{"one two three four", "five six seven eight", "", ""},
		{"400 nurses would stop work", "450 nurses would stop work", "400 nurses", "450 nurses"},
		{"the deal costs 5 million dollars", "the deal costs 7 million dollars", "5 million", "7 million"},
	}
	for _, tt := range tests {
		text := tt.a + "\n" + tt.b
		a, b := differing(text, briefing.Span{End: len(tt.a)}, briefing.Span{Start: len(tt.a) + 1, End: len(text)})
		if gotA, gotB := text[a.Start:a.End], text[b.Start:b.End]; gotA != tt.inA || gotB != tt.inB {
			t.Errorf("%q, %q: got %q, %q, want %q, %q", tt.a, tt.b, gotA, gotB, tt.inA, tt.inB)
		}
	}
}
