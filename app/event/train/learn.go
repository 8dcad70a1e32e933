package main

import (
	"math"
	"math/rand/v2"
	"slices"

	"briefline/app/event"
)

type example struct {
	features []int
	right    bool
	weight   float64
}

// learn trains both scorers. Each document comes twice, with its day of
// publication and, for half as much, without: many articles do not tell theirs.
func learn(dated []*document, o options) *event.Model {
	docs := slices.Clone(dated)
	for _, d := range dated {
		if d.undated != nil {
			docs = append(docs, d.undated)
		}
	}
	index, names := features(docs, o.least)
	var b, t []example
	for n, d := range docs {
		share := 1.0
		if n >= len(dated) {
			share = .5
		}
		for i, x := range d.examples {
			var f []int
			for _, name := range x.Features {
				if k, ok := index[name]; ok {
					f = append(f, k)
				}
			}
			l := d.labels[i]
			b = append(b, example{f, l.best, l.weight * share})
			t = append(t, example{f, l.touch, l.touched * share})
		}
	}
	return event.NewModel(named(regress(b, len(names), o), names), named(regress(t, len(names), o), names), o.threshold)
}

// features numbers the features that enough candidates have.
func features(docs []*document, least int) (map[string]int, []string) {
	count := map[string]int{}
	var order []string
	for _, d := range docs {
		for _, x := range d.examples {
			for _, f := range x.Features {
				if count[f]++; count[f] == least {
					order = append(order, f)
				}
			}
		}
	}
	index := map[string]int{}
	for i, f := range order {
		index[f] = i
	}
	return index, order
}

func named(weights []float64, names []string) map[string]float64 {
	out := map[string]float64{}
	for i, name := range names {
		out[name] = weights[i]
	}
	return out
}

// regress fits a logistic regression by AdaGrad with a penalty on the squares of
// the weights, and returns the mean of the weights of the later half of the rounds:
// what the order of the examples does to them levels out.
func regress(examples []example, n int, o options) []float64 {
	w, g, mean := make([]float64, n), make([]float64, n), make([]float64, n)
	for i := range g {
		g[i] = .1
	}
	r := rand.New(rand.NewPCG(1, 1))
	order := r.Perm(len(examples))
	half := o.rounds / 2
	for round := range o.rounds {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, k := range order {
			e := &examples[k]
			z := 0.0
			for _, f := range e.features {
				z += w[f]
			}
			p := 1 / (1 + math.Exp(-z))
			if e.right {
				p--
			}
			for _, f := range e.features {
				d := p*e.weight + o.penalty*w[f]
				g[f] += d * d
				w[f] -= o.rate * d / math.Sqrt(g[f])
			}
		}
		if round >= half {
			for f := range w {
				mean[f] += w[f] / float64(o.rounds-half)
			}
		}
	}
	return mean
}
