package attribution_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"briefline/app/attribution"
	"briefline/app/briefing"
	"briefline/app/linear"
)

// lawful checks what holds for the statements of any text.
func lawful(t *testing.T, text string, found []attribution.Statement) {
	t.Helper()
	valid := utf8.ValidString(text)
	for k, s := range found {
		if s.Content.End <= s.Content.Start {
			t.Fatalf("statement %d has no content", k)
		}
		if k > 0 && s.Content.Start < found[k-1].Content.Start {
			t.Fatalf("statement %d begins before the one before it", k)
		}
		spans := []briefing.Span{s.Content, s.Rest, s.Speaker, s.Addressee, s.Cue}
		for i, a := range spans {
			if a == (briefing.Span{}) {
				continue
			}
			if a.Start < 0 || a.End <= a.Start || a.End > len(text) {
				t.Fatalf("statement %d: span %d is %v of %d bytes", k, i, a, len(text))
			}
			if valid && !utf8.ValidString(text[a.Start:a.End]) {
				t.Fatalf("statement %d: span %d cuts a character", k, i)
			}
			for _, b := range spans[:min(i, 2)] {
				if a.Start < b.End && b.Start < a.End {
					t.Fatalf("statement %d: span %d %v lies in content %v: %+v", k, i, a, b, s)
				}
			}
		}
		switch s.Kind {
		case briefing.StatementClaim, briefing.StatementOffer, briefing.StatementRequest, briefing.StatementAgreement, briefing.StatementDenial:
		default:
			t.Fatalf("statement %d: kind = %q", k, s.Kind)
		}
		if s.Form < attribution.Clause || s.Form > attribution.Infinitive {
			t.Fatalf("statement %d: form = %d", k, s.Form)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, tt := range constructions {
		f.Add(tt.text)
	}
	f.Add("\"a\" said b\n\n\"c. d\" “e” ‘f’, «g» h said: 'i.'")
	f.Fuzz(func(t *testing.T, text string) {
		lawful(t, text, attribution.Find(text, sentences(text), nil))
		lawful(t, text, attribution.Find(text, []briefing.Span{{End: len(text)}}, nil))
	})
}

// What is hostile takes time that grows as the text does.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("long texts")
	}
	for _, seed := range []string{
		"\"", "“", "said that ", "he said, ", "\" he said. ", "a", "' , '", "and he said ", "according to ", ", according to X, ",
		"the the ", "said \"", "X, ", "of X and ", "saying ", "(", "\n\n\"", ": \"", "it was said that ", "who said that ", "call on x to ",
	} {
		for _, whole := range []bool{true, false} {
			linear.Check(t, fmt.Sprintf("%q, one sentence %t", seed, whole), 20_000, func(n int) {
				text := strings.Repeat(seed, n/len(seed))
				spans := []briefing.Span{{End: len(text)}}
				if !whole {
					spans = sentences(text)
				}
				lawful(t, text, attribution.Find(text, spans, nil))
			})
		}
	}
}
