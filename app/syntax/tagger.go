package syntax

import (
	"fmt"
	"strings"

	"briefline/app/nn"
	txt "briefline/app/text"
)

// Tagger marks stretches of words with one of its types, each stretch a name. It
// is a network with an encoder of its own, decoded so that its labels make sense
// together: after B comes I or L, before L comes B or I (BILOU; Ratinov and Roth
// 2009).
type Tagger struct {
	encoder *encoder
	head    *nn.Linear
	labels  []string
	follows [][]bool // follows[a][b]: label b may stand after label a
	starts  []bool   // may stand first
	ends    []bool   // may stand last
}

// Tagged is a stretch of words of a sentence, half-open.
type Tagged struct {
	From, To int
	Type     string
}

func readTagger(t *nn.Tensors, v *vectors, h hashes, labels []string) (*Tagger, error) {
	e, err := readEncoder(t, "names", v, h)
	if err != nil {
		return nil, err
	}
	g := &Tagger{encoder: e, labels: labels}
	if g.head, err = t.Linear("names.bilou"); err != nil {
		return nil, err
	}
	if g.head.In() != e.width || g.head.Out() != len(labels) {
		return nil, fmt.Errorf("%w: head of names", nn.ErrShape)
	}
	outside := false
	for _, l := range labels {
		outside = outside || l == "O"
		if l != "O" && (len(l) < 3 || !strings.Contains("BILU", l[:1]) || l[1] != '-' || !clean(l)) {
			return nil, fmt.Errorf("%w: label %q of names", ErrModel, l)
		}
	}
	if !outside { // else no labelling need be lawful
		return nil, fmt.Errorf("%w: names without O", ErrModel)
	}
	for _, a := range labels {
		row := make([]bool, len(labels))
		for j, b := range labels {
			if inside := a[0] == 'B' || a[0] == 'I'; inside {
				row[j] = (b[0] == 'I' || b[0] == 'L') && a[1:] == b[1:]
			} else {
				row[j] = b[0] != 'I' && b[0] != 'L'
			}
		}
		g.follows = append(g.follows, row)
		g.starts = append(g.starts, a[0] != 'I' && a[0] != 'L')
		g.ends = append(g.ends, a[0] != 'B' && a[0] != 'I')
	}
	return g, nil
}

// tag returns the names among units, in order, and the scores of all labels, a row
// of them for each unit.
func (g *Tagger) tag(s *scratch, units []unit) (names []Tagged, scores []float32) {
	n := len(units)
	if n == 0 {
		return nil, nil
	}
	x := g.encoder.encode(s, units)
	s.q.Quantise(x, g.encoder.width)
	scores = make([]float32, n*len(g.labels))
	s.sums = g.head.Mul(scores, &s.q, n, s.sums)
	from := 0
	for i, k := range g.viterbi(scores, n) {
		switch l := g.labels[k]; l[0] {
		case 'B':
			from = i
		case 'U':
			names = append(names, Tagged{i, i + 1, l[2:]})
		case 'L':
			names = append(names, Tagged{from, i + 1, l[2:]})
		}
	}
	return names, scores
}

// viterbi returns the lawful labels with the highest sum of scores.
func (g *Tagger) viterbi(scores []float32, n int) []int {
	const no = -1e30
	k := len(g.labels)
	back := make([]int, n*k)
	at, next := make([]float32, k), make([]float32, k)
	for j := range k {
		at[j] = no
		if g.starts[j] {
			at[j] = scores[j]
		}
	}
	for i := 1; i < n; i++ {
		for j := range k {
			best := -1
			for a := range k {
				if g.follows[a][j] && (best < 0 || at[a] > at[best]) {
					best = a
				}
			}
			next[j] = no
			if best >= 0 {
				next[j] = at[best] + scores[i*k+j]
				back[i*k+j] = best
			}
		}
		at, next = next, at
	}
	best := -1
	for j := range k {
		if g.ends[j] && (best < 0 || at[j] > at[best]) {
			best = j
		}
	}
	out := make([]int, n)
	for i := n - 1; i >= 0; i-- {
		out[i] = best
		best = back[i*k+best]
	}
	return out
}

// in lays names over the words that they stand on.
func (t Tagged) in(words []Word) txt.Span {
	return txt.Span{Start: words[t.From].Start, End: words[t.To-1].End}
}
