package syntax

import (
	"fmt"
	"slices"

	"briefline/app/nn"
)

// nameLabels is the order in which the network for names scores its labels: none,
// then for persons, organisations and places the first word of a name, one inside,
// the last one, and a name of one word (BILOU; Ratinov and Roth 2009).
var nameLabels = []string{"O", "B-PER", "I-PER", "L-PER", "U-PER", "B-ORG", "I-ORG", "L-ORG", "U-ORG", "B-LOC", "I-LOC", "L-LOC", "U-LOC"}

// NameScores are what the network for names says of one word: scores in natural
// logarithms, in the order O, then B, I, L and U of PER, ORG and LOC each. Package
// names decodes them, together with what it knows besides.
type NameScores [13]float32

// tagger is the network that scores the labels of names. Its encoder is its own.
type tagger struct {
	encoder *encoder
	head    *nn.Linear
}

func readTagger(t *nn.Tensors, v *vectors, h hashes, labels []string) (*tagger, error) {
	e, err := readEncoder(t, "names", v, h)
	if err != nil {
		return nil, err
	}
	g := &tagger{encoder: e}
	if g.head, err = t.Linear("names.bilou"); err != nil {
		return nil, err
	}
	if !slices.Equal(labels, nameLabels) {
		return nil, fmt.Errorf("%w: labels of names %q", ErrModel, labels)
	}
	if g.head.In() != e.width || g.head.Out() != len(nameLabels) {
		return nil, fmt.Errorf("%w: head of names", nn.ErrShape)
	}
	return g, nil
}

// tag returns the scores of each unit.
func (g *tagger) tag(s *scratch, units []unit) []NameScores {
	n := len(units)
	if n == 0 {
		return nil
	}
	x := g.encoder.encode(s, units)
	s.q.Quantise(x, g.encoder.width)
	scores := make([]float32, n*len(nameLabels))
	s.sums = g.head.Mul(scores, &s.q, n, s.sums)
	out := make([]NameScores, n)
	for i := range out {
		copy(out[i][:], scores[i*len(nameLabels):])
	}
	return out
}
