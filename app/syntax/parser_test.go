package syntax

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"briefline/app/linear"
	txt "briefline/app/text"
)

// The tree found is the best of all trees with one root: tried against every one of
// them for up to five words.
func TestSpanning(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 400 {
		n := 1 + r.IntN(5)
		scores := make([]float32, n*(n+1))
		for i := range scores {
			scores[i] = float32(r.NormFloat64() * 10)
		}
		got := spanning(scores, n)
		best, want := float32(-1e9), []int(nil)
		heads := make([]int, n)
		var try func(i int)
		try = func(i int) {
			if i == n {
				if v, ok := weigh(scores, heads); ok && v > best {
					best, want = v, slices.Clone(heads)
				}
				return
			}
			for heads[i] = 0; heads[i] <= n; heads[i]++ {
				try(i + 1)
			}
		}
		try(0)
		if v, ok := weigh(scores, got); !ok || v < best-1e-3 {
			t.Fatalf("%v: got %v (%g, a tree: %v), want %v (%g)", scores, got, v, ok, want, best)
		}
	}
}

// weigh adds up the scores of heads, if they make a tree with one root.
func weigh(scores []float32, heads []int) (sum float32, ok bool) {
	n, roots := len(heads), 0
	for i, h := range heads {
		sum += scores[i*(n+1)+h]
		if h == 0 {
			roots++
		}
		for steps := 0; h != 0; steps++ {
			if steps > n {
				return 0, false
			}
			h = heads[h-1]
		}
	}
	return sum, roots == 1
}

// A sentence reads the same alone, among others, and read again; and a run of words
// longer than the network takes at once is one tree.
func TestParse(t *testing.T) {
	p := NewParser(model(t))
	const text = "The minister said on Monday that Iran would not attend. \"It is over,\" Lind said."
	first := p.Parse(text, txt.Sentences(text))
	again := p.Parse(text, txt.Sentences(text))
	fresh := NewParser(model(t)).Parse(text, txt.Sentences(text)[1:])
	if !slices.Equal(first[0].Words, again[0].Words) || !slices.Equal(first[1].Words, fresh[0].Words) {
		t.Errorf("got %v and %v of %v", again, fresh, first)
	}
	s := first[0]
	if root := s.Words[s.Root()]; root.Form != "said" {
		t.Errorf("root: got %q, want said", root.Form)
	}
	if got := s.Words[s.Kid(s.Root(), "ccomp")].Form; got != "attend" {
		t.Errorf("what is said: got %q, want attend", got)
	}
	long := strings.Repeat("apples and pears , ", 120)
	one := p.Parse(long, []txt.Span{{End: len(long)}})[0]
	if got := len(one.Subtree(one.Root())); got != len(one.Words) || got != 480 {
		t.Errorf("got %d of %d words below the root, want 480", got, len(one.Words))
	}
}

// No text, however odd, stops the parser, and each of its sentences is a tree.
func FuzzParse(f *testing.F) {
	p := NewParser(model(f))
	for _, tt := range splits {
		f.Add(tt.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, s := range p.Parse(text, p.Sentences(text)) {
			if s.Start < at || s.End > len(text) || len(s.Words) == 0 || len(s.Subtree(s.Root())) != len(s.Words) {
				t.Fatalf("%q: sentence %v", text, s)
			}
			at = s.End
		}
	})
}

// Rules doubt, and the tree tells.
func TestSentences(t *testing.T) {
	p := NewParser(model(t))
	for _, tt := range []struct{ text, want string }{
		{"They lived at home when I visited the U.K. You should be fine there.", "They lived at home when I visited the U.K.|You should be fine there."},
		{"He worked for the U.K. Treasury in London.", "He worked for the U.K. Treasury in London."},
		{"Sales rose at Acme Inc. Chairman Bob Lee said so.", "Sales rose at Acme Inc. Chairman Bob Lee said so."},
		{"It ended. She left.", "It ended.|She left."},
	} {
		var got []string
		for _, at := range p.Sentences(tt.text) {
			got = append(got, at.Of(tt.text))
		}
		if s := strings.Join(got, "|"); s != tt.want {
			t.Errorf("got %s, want %s", s, tt.want)
		}
	}
}

// Reading takes time in proportion to the text, whatever it repeats.
func TestLinear(t *testing.T) {
	for _, unit := range []string{"a ", "a,", "a.", "'", "\"", "-", "1.", "1,000", "U.S. ", "A. B", "http://a", "a@b.", "co-", "a\n", "é", "\xff", "[1] ", ". ", "\u200b"} {
		linear.Check(t, unit, 4_000, func(n int) {
			text := strings.Repeat(unit, n/len(unit)+1)
			tokens(text, txt.Span{End: len(text)})
		})
	}
	m := model(t)
	for _, unit := range []string{"The U.K. Treasury at Acme Inc. Chairman J. "} {
		linear.Check(t, unit, 250, func(n int) {
			p := NewParser(m)
			text := strings.Repeat(unit, n/len(unit)+1)
			p.Parse(text, p.Sentences(text))
		})
	}
}
