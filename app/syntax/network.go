package syntax

import (
	"fmt"
	"slices"

	"briefline/app/nn"
)

// parser is the network that finds parts of speech, heads and relations.
type parser struct {
	encoder              *encoder
	xpos, upos, feats    *nn.Linear
	tags, features, rels []string
	parts                []POS
	root                 []float32 // stands for the root before the first word
	arcOf, arcTo, arc    *nn.Linear
	relOf, relTo, rel    *nn.Linear
	rootRel              int // index in rels
}

func readParser(t *nn.Tensors, v *vectors, h hashes, labels map[string][]string) (*parser, error) {
	e, err := readEncoder(t, "parser", v, h)
	if err != nil {
		return nil, err
	}
	p := &parser{encoder: e, tags: labels["xpos"], features: slices.Clone(labels["feats"]), rels: labels["relation"]}
	for _, l := range labels["upos"] {
		p.parts = append(p.parts, POS(l))
	}
	for _, l := range []struct {
		name string
		to   **nn.Linear
	}{
		{"xpos", &p.xpos}, {"upos", &p.upos}, {"feats", &p.feats},
		{"arc.dependent", &p.arcOf}, {"arc.head", &p.arcTo}, {"arc", &p.arc},
		{"relation.dependent", &p.relOf}, {"relation.head", &p.relTo}, {"relation", &p.rel},
	} {
		if *l.to, err = t.Linear("parser." + l.name); err != nil {
			return nil, err
		}
	}
	if p.root, err = t.Floats("parser.root", e.width); err != nil {
		return nil, err
	}
	p.rootRel = slices.Index(p.rels, "root")
	for _, l := range slices.Concat(p.tags, p.features, p.rels, labels["upos"]) {
		if !clean(l) {
			return nil, fmt.Errorf("%w: label %q", ErrModel, l)
		}
	}
	for i, f := range p.features {
		if f == "_" {
			p.features[i] = ""
		}
	}
	a, r := p.arcOf.Out(), p.relOf.Out()
	fits := p.rootRel >= 0 && p.xpos.Out() == len(p.tags) && p.upos.Out() == len(p.parts) && p.feats.Out() == len(p.features) &&
		p.arcTo.Out() == a && p.arc.In() == a && p.arc.Out() == a &&
		p.relTo.Out() == r && p.rel.In() == r && p.rel.Out() == len(p.rels)*(r+1)
	for _, l := range []*nn.Linear{p.xpos, p.upos, p.feats, p.arcOf, p.arcTo, p.relOf, p.relTo} {
		fits = fits && l.In() == e.width
	}
	if !fits {
		return nil, fmt.Errorf("%w: heads of the parser", nn.ErrShape)
	}
	return p, nil
}

// parse fills the tags, heads and relations of words, as many as units.
func (p *parser) parse(s *scratch, units []unit, words []Word) {
	n, w := len(units), p.encoder.width
	if n == 0 {
		return
	}
	// the root's row stands before those of the words
	x := append(slices.Clone(p.root), p.encoder.encode(s, units)...)
	var q nn.Quantised
	q.Quantise(x[w:], w)
	best := func(l *nn.Linear, set func(i, label int)) {
		y := p.mul(s, l, &q, n)
		for i := range n {
			set(i, largest(y[i*l.Out():(i+1)*l.Out()]))
		}
	}
	best(p.xpos, func(i, k int) { words[i].Tag = p.tags[k] })
	best(p.upos, func(i, k int) { words[i].POS = p.parts[k] })
	best(p.feats, func(i, k int) { words[i].Feats = p.features[k] })
	heads, sure := p.heads(s, x, n)
	for i, h := range heads {
		words[i].Head, words[i].Sure = h-1, sure[i]
	}
	p.relations(s, x, words)
}

// mul returns a layer's outputs in a slice of its own.
func (p *parser) mul(s *scratch, l *nn.Linear, q *nn.Quantised, rows int) []float32 {
	y := make([]float32, rows*l.Out())
	s.sums = l.Mul(y, q, rows, s.sums)
	return y
}

// hidden returns what two layers make of the words and of the words with the root.
func (p *parser) hidden(s *scratch, x []float32, n int, of, to *nn.Linear) (dependent, head []float32) {
	w := p.encoder.width
	var q nn.Quantised
	q.Quantise(x[w:], w)
	dependent = p.mul(s, of, &q, n)
	q.Quantise(x, w)
	head = p.mul(s, to, &q, n+1)
	nn.LeakyReLU(dependent)
	nn.LeakyReLU(head)
	return dependent, head
}

// heads returns the head of each word, 0 for the root and else one more than the
// word's index, and how sure each is among all heads of its word.
func (p *parser) heads(s *scratch, x []float32, n int) (heads []int, sure []float32) {
	dependent, head := p.hidden(s, x, n, p.arcOf, p.arcTo)
	var q nn.Quantised
	a := p.arcOf.Out()
	q.Quantise(dependent, a)
	scores := make([]float32, n*(n+1))
	nn.Scores(scores, p.mul(s, p.arc, &q, n), head, a)
	heads = spanning(scores, n)
	sure = make([]float32, n)
	for i, h := range heads {
		sure[i] = nn.Share(scores[i*(n+1):(i+1)*(n+1)], h)
	}
	return heads, sure
}

// relations fills the relations of words whose heads are known.
func (p *parser) relations(s *scratch, x []float32, words []Word) {
	n, r := len(words), p.relOf.Out()
	dependent, head := p.hidden(s, x, n, p.relOf, p.relTo)
	chosen := make([]float32, n*r)
	for i := range words {
		copy(chosen[i*r:], head[(words[i].Head+1)*r:][:r])
	}
	var q nn.Quantised
	q.Quantise(chosen, r)
	// many numbers a word: in the room of the sentence before
	s.in = room(s.in, n*p.rel.Out())
	y := s.in
	s.sums = p.rel.Mul(y, &q, n, s.sums)
	scores := make([]float32, len(p.rels))
	for i := range words {
		row := y[i*p.rel.Out():]
		for k := range scores {
			at := row[k*(r+1):][:r+1]
			scores[k] = nn.Dot(at[:r], dependent[i*r:(i+1)*r]) + at[r]
		}
		k := p.rootRel
		if words[i].Head >= 0 {
			scores[k] = scores[0] - 1e4 // only the root is "root"
			k = largest(scores)
			words[i].Sure *= nn.Share(scores, k)
		}
		words[i].Rel = p.rels[k]
	}
}

// largest returns the index of the largest number, the first of equal ones.
func largest(x []float32) int {
	best := 0
	for i, v := range x {
		if v > x[best] {
			best = i
		}
	}
	return best
}
