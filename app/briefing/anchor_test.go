package briefing

import (
	"strings"
	"testing"
	"unicode/utf8"
)

const two = "Iran does not accept the interference of foreign countries. He stressed that Iran is ready to help. " +
	"The minister of Kyrgyzstan said that his country is ready to help too."

func TestLocate(t *testing.T) {
	src := &Source{ID: "s", Text: two}
	anchor := func(words string) Anchor {
		at := strings.Index(two, words)
		return NewAnchor(src, at, at+len(words))
	}
	edit := func(old, with string) string {
		if strings.Count(two, old) != 1 {
			t.Fatalf("%q is not in the text once", old)
		}
		return strings.Replace(two, old, with, 1)
	}
	first := "Iran does not accept the interference of foreign countries. "
	tests := []struct {
		name, words, text string
		state             AnchorState
		want              string // words at the span
	}{
		{"untouched", "He stressed", two, AnchorExact, "He stressed"},
		{"end of the text", "help too.", two, AnchorExact, "help too."},
		{"new paragraph above", "Iran is ready", "News. " + two, AnchorMoved, "Iran is ready"},
		{"edit far above", "his country", edit("the interference", "interference"), AnchorMoved, "his country"},
		{"edit beside the words, place kept", "Iran is ready", edit("stressed", "STRESSED"), AnchorExact, "Iran is ready"},
		{"reworded", "stressed", edit("stressed", "insisted"), AnchorChanged, "insisted"},
		{"reworded at the start", "Iran does not accept", edit("Iran does not accept", "Iran rejects"), AnchorChanged, "Iran rejects"},
		{"reworded at the end", "ready to help too.", edit("ready to help too.", "willing."), AnchorChanged, "willing."},
		{"deleted", " stressed", edit(" stressed", ""), AnchorLost, ""},
		{"replaced by much more", "stressed", edit("stressed", strings.Repeat("said this and that ", 20)), AnchorLost, ""},
		// "Iran" and "is ready to help" are still there, in another sentence.
		{"its sentence is gone, a look-alike stays", "Iran", strings.Replace(two, first, "", 1), AnchorLost, ""},
		{"the same words elsewhere only", "is ready to help. ", edit("He stressed that Iran is ready to help. ", ""), AnchorLost, ""},
		{"the whole passage twice", "is ready to help. The", "x" + two + " " + two, AnchorLost, ""},
		{"reworded in two copies", "stressed", strings.Repeat(edit("stressed", "insisted"), 2), AnchorLost, ""},
		{"empty text", "He stressed", "", AnchorLost, ""},
	}
	for _, tt := range tests {
		span, state := anchor(tt.words).Locate(tt.text)
		if state != tt.state || tt.text[span.Start:span.End] != tt.want {
			t.Errorf("%s: got %s %q, want %s %q", tt.name, state, tt.text[span.Start:span.End], tt.state, tt.want)
		}
	}
}

// A paragraph moved up by just so much that another "Iran" stands where the
// first one stood: the surroundings decide, not the position.
func TestLocatePositionByAccident(t *testing.T) {
	text := "aaaa bbbb cccc dddd eeee Iran ffff gggg hhhh iiii jjjj kkkk llll. Iran mmmm nnnn oooo pppp"
	a := NewAnchor(&Source{Text: text}, 25, 29)
	shifted := "0123456789 0123456789 12 Iran zzzz. " + text
	span, state := a.Locate(shifted)
	if want := (Span{Start: 36 + 25, End: 36 + 29}); state != AnchorMoved || span != want {
		t.Errorf("got %s %v, want moved %v", state, span, want)
	}
}

// Anchors without surroundings are good for their own place only.
func TestLocateBare(t *testing.T) {
	a := Anchor{Start: 5, End: 9, Exact: "Iran"}
	for text, want := range map[string]AnchorState{"Says Iran": AnchorExact, "Said Iran.": AnchorExact, "Now says Iran": AnchorLost} {
		if _, state := a.Locate(text); state != want {
			t.Errorf("%q: got %s, want %s", text, state, want)
		}
	}
}

func TestNewAnchorCutsBetweenCharacters(t *testing.T) {
	text := strings.Repeat("ж", 40) + "x" + strings.Repeat("語", 40)
	a := NewAnchor(&Source{ID: "s", Text: text}, 80, 81)
	if !utf8.ValidString(a.Prefix) || !utf8.ValidString(a.Suffix) || len(a.Prefix) != 32 || len(a.Suffix) != 30 {
		t.Errorf("got %d and %d bytes of context, want 32 and 30 whole characters", len(a.Prefix), len(a.Suffix))
	}
	if span, state := a.Locate(text); state != AnchorExact || span != (Span{Start: 80, End: 81}) {
		t.Errorf("got %s %v, want exact {80 81}", state, span)
	}
}

// Whatever was edited: the span is inside the text, exact and moved quote the
// words, lost is the zero span.
func FuzzLocate(f *testing.F) {
	f.Add(two, 60, 71, "News. "+two)
	f.Add(two, 0, 4, strings.Replace(two, "Iran", "It", 1))
	f.Add("ж", 0, 2, "")
	f.Add("a", -1, 7, "a")
	f.Fuzz(func(t *testing.T, text string, start, end int, edited string) {
		a := Anchor{Start: start, End: end, Exact: "x"}
		if 0 <= start && start <= end && end <= len(text) && start != end {
			a = NewAnchor(&Source{Text: text}, start, end)
			if span, state := a.Locate(text); state != AnchorExact || span != (Span{Start: start, End: end}) {
				t.Fatalf("own text: got %s %v, want exact", state, span)
			}
		}
		span, state := a.Locate(edited)
		if span.Start < 0 || span.Start > span.End || span.End > len(edited) {
			t.Fatalf("%v is outside the text of %d bytes", span, len(edited))
		}
		words := edited[span.Start:span.End]
		switch state {
		case AnchorExact, AnchorMoved:
			if words != a.Exact {
				t.Fatalf("%s: got %q, want %q", state, words, a.Exact)
			}
		case AnchorChanged:
			if words == "" || words == a.Exact {
				t.Fatalf("changed to %q from %q", words, a.Exact)
			}
		case AnchorLost:
			if span != (Span{}) {
				t.Fatalf("lost, at %v", span)
			}
		}
	})
}
