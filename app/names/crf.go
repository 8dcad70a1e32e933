package names

import (
	"math"
	"math/rand/v2"
)

// chain is a linear-chain conditional random field in training: weights that
// make the right labels of the sentences likely, by stochastic gradient descent
// with a quadratic penalty (Bottou 2010). The weights stand divided by scale,
// so that the penalty, which shrinks all of them, costs one multiplication.
type chain struct {
	weights [][labels]float32
	next    [labels][labels]float64
	scale   float64

	psi   [][labels]float64 // exp of the scores
	alpha [][labels]float64 // forward sums, each row adding up to one
	beta  [][labels]float64
	norm  []float64 // what alpha was divided by
	pair  [labels][labels]float64
}

// step takes one step of the given rate towards the sentence's gold labels.
func (c *chain) step(s *sentence, rate float64) {
	n := len(s.gold)
	if n == 0 {
		return
	}
	c.psi, c.alpha, c.beta, c.norm = grow(c.psi, n), grow(c.alpha, n), grow(c.beta, n), grow(c.norm, n)
	var trans, want [labels][labels]float64
	for y := range labels {
		for _, p := range follows[y] {
			trans[p][y] = math.Exp(c.next[p][y])
		}
	}
	for i := range n {
		var sum [labels]float32
		for _, f := range s.features[i] {
			if f < 0 {
				continue
			}
			row := &c.weights[f]
			for y := range labels {
				sum[y] += row[y]
			}
		}
		most := sum[0]
		for _, x := range sum {
			most = max(most, x)
		}
		for y := range labels {
			c.psi[i][y] = math.Exp(float64(sum[y]-most) * c.scale)
		}
	}
	for i := range n {
		row := &c.alpha[i]
		total := 0.0
		for y := range labels {
			x := 0.0
			if i == 0 {
				if p := placeOf(y); p != middle && p != end {
					x = 1
				}
			} else {
				for _, p := range follows[y] {
					x += c.alpha[i-1][p] * trans[p][y]
				}
			}
			row[y] = x * c.psi[i][y]
			if i == n-1 {
				if p := placeOf(y); p == begin || p == middle {
					row[y] = 0
				}
			}
			total += row[y]
		}
		total = max(total, 1e-300)
		c.norm[i] = total
		for y := range labels {
			row[y] /= total
		}
	}
	c.beta[n-1] = [labels]float64{}
	for y := range labels {
		c.beta[n-1][y] = 1
	}
	for i := n - 1; i > 0; i-- {
		var out [labels]float64
		for y := range labels {
			x := c.psi[i][y] * c.beta[i][y] / c.norm[i]
			if i == n-1 {
				if p := placeOf(y); p == begin || p == middle {
					x = 0
				}
			}
			for _, p := range follows[y] {
				e := trans[p][y] * x
				out[p] += e
				want[p][y] += c.alpha[i-1][p] * e
			}
		}
		c.beta[i-1] = out
	}
	g := rate / c.scale
	for i := range n {
		var grad [labels]float32
		small := true
		for y := range labels {
			x := c.alpha[i][y] * c.beta[i][y]
			if int(s.gold[i]) == y {
				x--
			}
			if x > 1e-4 || x < -1e-4 {
				small = false
			}
			grad[y] = float32(-g * x)
		}
		if small {
			continue
		}
		for _, f := range s.features[i] {
			if f < 0 {
				continue
			}
			row := &c.weights[f]
			for y := range labels {
				row[y] += grad[y]
			}
		}
	}
	for y := range labels {
		for _, p := range follows[y] {
			c.next[p][y] -= rate * want[p][y]
		}
	}
	for i := 1; i < n; i++ {
		c.next[s.gold[i-1]][s.gold[i]] += rate
	}
}

// descend goes through all sentences so many times, in an order drawn anew each
// time, and takes a step at each.
func (t *trainer) descend(o Options, rounds int) {
	c := &chain{weights: t.weights, next: t.next, scale: 1}
	rng := rand.New(rand.NewPCG(o.Seed, 1))
	order := make([]int, len(t.sentences))
	for i := range order {
		order[i] = i
	}
	steps := t.steps
	for range rounds {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, n := range order {
			rate := o.Rate / (1 + o.Rate*o.Penalty*steps)
			c.step(&t.sentences[n], rate)
			c.scale *= 1 - rate*o.Penalty
			steps++
			if c.scale < 1e-6 {
				c.settle()
			}
		}
	}
	c.settle()
	t.weights = c.weights
	t.next = c.next
	t.steps = steps
}

// settle multiplies the scale into the weights.
func (c *chain) settle() {
	for f := range c.weights {
		for y := range labels {
			c.weights[f][y] *= float32(c.scale)
		}
	}
	c.scale = 1
}
