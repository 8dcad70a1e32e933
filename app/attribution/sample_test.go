package attribution_test

import (
	_ "embed"
	"strings"
	"testing"

	"briefline/app/attribution"
	"briefline/app/briefing"
)

// sample is an article of our own, with what is said in brackets: [speaker|content].
//
//go:embed testdata/sample.txt
var sample string

type said struct {
	content briefing.Span
	speaker string
}

// marked returns the sample without its brackets, and what stood in them.
func marked(s string) (string, []said) {
	var text strings.Builder
	var out []said
	for {
		a := strings.IndexByte(s, '[')
		if a < 0 {
			text.WriteString(s)
			return text.String(), out
		}
		text.WriteString(s[:a])
		speaker, rest, _ := strings.Cut(s[a+1:], "|")
		content, after, _ := strings.Cut(rest, "]")
		start := text.Len()
		text.WriteString(content)
		out = append(out, said{briefing.Span{Start: start, End: text.Len()}, speaker})
		s = after
	}
}

// The sample is scored as the development data is: a statement is found when
// it shares half of its bytes with one of Find's, and its speaker is right when
// a word of the name is.
func TestSample(t *testing.T) {
	text, want := marked(sample)
	found := attribution.Find(text, sentences(text), nil)
	used := make([]bool, len(found))
	right, speakers := 0, 0
	for _, w := range want {
		best, at := 0.0, -1
		for k, s := range found {
			if v := shared(w.content, s.Content); v > best && !used[k] {
				best, at = v, k
			}
		}
		if best < 0.5 {
			t.Logf("missed %q", words(text, w.content))
			continue
		}
		used[at] = true
		right++
		if sharesWord(w.speaker, words(text, found[at].Speaker)) {
			speakers++
		} else {
			t.Logf("speaker of %q = %q, want %q", words(text, w.content), words(text, found[at].Speaker), w.speaker)
		}
	}
	for k, s := range found {
		if !used[k] {
			t.Logf("not wanted: %s", line(text, s))
		}
	}
	f1 := 2 * float64(right) / float64(len(want)+len(found))
	if f1 < 0.9 || float64(speakers) < 0.85*float64(right) {
		t.Errorf("F1 = %.3f, %d of %d speakers right; want .900 and .85", f1, speakers, right)
	}
	t.Logf("F1 = %.3f, %d of %d speakers right", f1, speakers, right)
}

func shared(a, b briefing.Span) float64 {
	both := min(a.End, b.End) - max(a.Start, b.Start)
	if both <= 0 {
		return 0
	}
	return float64(both) / float64(a.End-a.Start+b.End-b.Start-both)
}

func sharesWord(a, b string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(a)) {
		for v := range strings.FieldsSeq(strings.ToLower(b)) {
			if w == v && w != "the" && w != "of" && w != "a" {
				return true
			}
		}
	}
	return false
}
