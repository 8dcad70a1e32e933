// Package scorer tells how likely something is by logistic regression over named
// features. A model is a small file of weights that a trainer of this repository
// made; what counted for a score can be listed and shown.
package scorer

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"slices"
)

// Model holds the weight of each feature. A feature that it does not know counts
// for nothing.
type Model struct {
	About   string             `json:"about"` // what it scores, and on what it was trained
	Bias    float64            `json:"bias"`
	Weights map[string]float64 `json:"weights"`
}

// Read reads a model as Write gives it.
func Read(data []byte) (*Model, error) {
	m := new(Model)
	if err := json.Unmarshal(data, m); err != nil {
		return nil, fmt.Errorf("read model: %w", err)
	}
	return m, nil
}

// Write returns the model as JSON, a weight a line and in the order of their
// names, so that equal models are equal bytes. Weights are rounded to a
// thousandth, and those of nothing are left out.
func (m *Model) Write() []byte {
	round := func(x float64) float64 { return math.Round(x*1000) / 1000 }
	small := Model{About: m.About, Bias: round(m.Bias), Weights: map[string]float64{}}
	for f, w := range m.Weights {
		if w = round(w); w != 0 {
			small.Weights[f] = w
		}
	}
	out, err := json.MarshalIndent(small, "", "\t")
	if err != nil {
		panic(err) // a map of numbers has always a form
	}
	return append(out, '\n')
}

// Score returns a probability. Features may be in any order; one that is listed
// twice counts twice.
func (m *Model) Score(features []string) float64 {
	return sigmoid(m.sum(features))
}

func (m *Model) sum(features []string) float64 {
	z := m.Bias
	for _, f := range features {
		z += m.Weights[f]
	}
	return z
}

func sigmoid(z float64) float64 { return 1 / (1 + math.Exp(-z)) }

// Reason is what one feature adds to a score, in log odds.
type Reason struct {
	Feature string
	Weight  float64
}

// Explain returns what counted for and against, the heaviest first.
func (m *Model) Explain(features []string) []Reason {
	var out []Reason
	for _, f := range features {
		if w := m.Weights[f]; w != 0 {
			out = append(out, Reason{f, w})
		}
	}
	slices.SortStableFunc(out, func(a, b Reason) int { return cmp.Compare(math.Abs(b.Weight), math.Abs(a.Weight)) })
	return out
}

// Example is one thing to learn from.
type Example struct {
	Features []string
	Right    bool
	Weight   float64 // how much it counts; 0 is 1
}

// Train fits a model by gradient descent with momentum on the whole set, with
// ridge times the squared weights as penalty. Features seen fewer than least
// times are left out. Equal examples give equal models.
func Train(about string, examples []Example, ridge float64, least int) *Model {
	index, names := map[string]int{}, []string{}
	count := map[string]int{}
	for _, e := range examples {
		for _, f := range e.Features {
			count[f]++
		}
	}
	rows := make([][]int, len(examples))
	total := 0.0
	for i, e := range examples {
		for _, f := range e.Features {
			if count[f] < least {
				continue
			}
			k, ok := index[f]
			if !ok {
				k = len(names)
				index[f] = k
				names = append(names, f)
			}
			rows[i] = append(rows[i], k)
		}
		total += weightOf(e)
	}
	w, speed := make([]float64, len(names)+1), make([]float64, len(names)+1) // the last is the bias
	slope := make([]float64, len(w))
	const rounds, rate, momentum = 1500, .4, .9
	for range rounds {
		for k := range slope {
			slope[k] = 0
		}
		for i, e := range examples {
			z := w[len(names)]
			for _, k := range rows[i] {
				z += w[k]
			}
			miss := sigmoid(z)
			if e.Right {
				miss--
			}
			miss *= weightOf(e) / total
			for _, k := range rows[i] {
				slope[k] += miss
			}
			slope[len(names)] += miss
		}
		for k := range w {
			if k < len(names) {
				slope[k] += ridge * w[k] / total
			}
			speed[k] = momentum*speed[k] - rate*slope[k]
			w[k] += speed[k]
		}
	}
	m := &Model{About: about, Bias: w[len(names)], Weights: map[string]float64{}}
	for k, f := range names {
		m.Weights[f] = w[k]
	}
	return m
}

func weightOf(e Example) float64 {
	if e.Weight == 0 {
		return 1
	}
	return e.Weight
}
