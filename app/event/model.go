package event

import (
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Model holds the weights of the two scorers and how their score is to be read.
type Model struct {
	best, touch map[string]float64
	curve       []point // ascending in both
	Threshold   float64 // least score of an event of an article of 3000 bytes
}

// point says that of events with a score, right of a hundred are right.
type point struct{ score, right float64 }

// ReadModel reads a model: lines of a feature and its two weights, parted by tabs,
// and before them "threshold T" and lines "curve SCORE RIGHT". The error names the
// line.
func ReadModel(data []byte) (*Model, error) {
	m := &Model{best: map[string]float64{}, touch: map[string]float64{}}
	lines := bufio.NewScanner(bytes.NewReader(data))
	for n := 1; lines.Scan(); n++ {
		f := strings.Split(lines.Text(), "\t")
		if len(f) < 2 || len(f) > 3 {
			return nil, fmt.Errorf("line %d: %d fields, want 2 or 3", n, len(f))
		}
		var v [2]float64
		for i, text := range f[1:] {
			x, err := strconv.ParseFloat(text, 64)
			if err != nil || math.IsNaN(x) || math.IsInf(x, 0) {
				return nil, fmt.Errorf("line %d: weight %q", n, text)
			}
			v[i] = x
		}
		switch f[0] {
		case "threshold":
			m.Threshold = v[0]
		case "curve":
			m.curve = append(m.curve, point{v[0], v[1]})
		default:
			m.best[f[0]], m.touch[f[0]] = v[0], v[1]
		}
	}
	return m, lines.Err()
}

// Write writes a model as [ReadModel] reads it, features in order.
func (m *Model) Write() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "threshold\t%.3f\n", m.Threshold)
	for _, p := range m.curve {
		fmt.Fprintf(&b, "curve\t%.3f\t%.3f\n", p.score, p.right)
	}
	var names []string
	for f := range m.best {
		names = append(names, f)
	}
	slices.Sort(names)
	for _, f := range names {
		fmt.Fprintf(&b, "%s\t%.3f\t%.3f\n", f, m.best[f], m.touch[f])
	}
	return b.Bytes()
}

// Shares of the mixed score. The best telling of an event counts most; a clause
// that touches one is often right too.
const (
	bestShare  = .7
	touchShare = .3 * .62
)

// score fills in the scores of a candidate and the evidence that moved them.
func (r *reader) score(c *candidate, m *Model) {
	features := r.features(c)
	var best, touch float64
	for _, f := range features {
		best += m.best[f]
		touch += m.touch[f]
		if w := m.best[f]; math.Abs(w) >= .1 && f != "bias" {
			c.because = append(c.because, Weight{f, w})
		}
	}
	slices.SortStableFunc(c.because, func(a, b Weight) int { return cmp.Compare(math.Abs(b.Worth), math.Abs(a.Worth)) })
	c.because = c.because[:min(len(c.because), mostBecause)]
	c.best, c.touch = logistic(best), logistic(touch)
	c.p = bestShare*c.best + touchShare*c.touch
}

// mostBecause is how many pieces of evidence are kept of a score.
const mostBecause = 4

func logistic(z float64) float64 { return 1 / (1 + math.Exp(-z)) }

// confidence reads a score on the curve, between its points by a straight line.
func (m *Model) confidence(score float64) float64 {
	if len(m.curve) == 0 {
		return score
	}
	for i, p := range m.curve {
		if score <= p.score {
			if i == 0 {
				return p.right
			}
			q := m.curve[i-1]
			if p.score == q.score {
				return p.right
			}
			return q.right + (p.right-q.right)*(score-q.score)/(p.score-q.score)
		}
	}
	return m.curve[len(m.curve)-1].right
}
