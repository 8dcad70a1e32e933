package nn

import "fmt"

// pieces is how many linear functions a maxout unit takes the largest of.
const pieces = 3

// Maxout is a maxout layer (Goodfellow et al. 2013) of three pieces with layer
// normalisation behind it.
type Maxout struct {
	linear      *Linear
	gain, shift []float32
}

// NewMaxout returns a layer of len(gain) outputs. Rows of weights stand output by
// output, three pieces each. The error wraps ErrShape.
func NewMaxout(weights []int8, scale, bias, gain, shift []float32, in int) (*Maxout, error) {
	out := len(gain)
	if len(shift) != out || len(scale) != pieces*out || len(bias) != pieces*out || in <= 0 || len(weights) != pieces*out*in {
		return nil, fmt.Errorf("%w: maxout of %d", ErrShape, out)
	}
	// piece by piece, so that the largest is found over whole rows
	w := make([]int8, 0, len(weights))
	var s, b []float32
	for p := range pieces {
		for o := range out {
			j := o*pieces + p
			w = append(w, weights[j*in:(j+1)*in]...)
			s, b = append(s, scale[j]), append(b, bias[j])
		}
	}
	l, err := NewLinear(w, s, b, in)
	if err != nil {
		return nil, err
	}
	return &Maxout{linear: l, gain: gain, shift: shift}, nil
}

// In is the number of inputs.
func (m *Maxout) In() int { return m.linear.in }

// Out is the number of outputs.
func (m *Maxout) Out() int { return len(m.gain) }

// Mul computes the layer for each window of rows of x, as Linear.Mul does.
func (m *Maxout) Mul(y []float32, x *Quantised, rows int, sums []int32) []int32 {
	sums = m.linear.product(x, rows, sums)
	n, padded := len(m.gain), m.linear.weights.out
	for i := range rows {
		out := y[i*n : (i+1)*n]
		maxout(out, sums[i*padded:], m.linear.scale, m.linear.bias, x.scale[i])
		normalise(out, m.gain, m.shift)
	}
	return sums
}

// GRU is a recurrent layer of gated units (Cho et al. 2014, in the form of cuDNN
// and PyTorch: the reset gate applies after the product with the state), run one
// way.
type GRU struct {
	input, hidden *Linear // outputs: reset, update, new
}

// NewGRU joins the products with the input and with the state before. The error
// wraps ErrShape.
func NewGRU(input, hidden *Linear) (*GRU, error) {
	if input.out != hidden.out || hidden.out != 3*hidden.in {
		return nil, fmt.Errorf("%w: GRU of %d and %d", ErrShape, input.out, hidden.out)
	}
	return &GRU{input, hidden}, nil
}

// Width is the number of units.
func (g *GRU) Width() int { return g.hidden.in }

// In is the number of inputs.
func (g *GRU) In() int { return g.input.in }

// Run leaves the state after each row at y[i*stride:]; backward begins at the last
// row. sums is room for products, which comes back larger if need be.
func (g *GRU) Run(y []float32, stride int, x *Quantised, rows int, backward bool, sums []int32) []int32 {
	n := g.hidden.in
	in := make([]float32, rows*3*n)
	sums = g.input.Mul(in, x, rows, sums)
	state, out := make([]float32, n), make([]float32, 3*n)
	var q Quantised
	for step := range rows {
		i := step
		if backward {
			i = rows - 1 - step
		}
		q.Quantise(state, n)
		sums = g.hidden.Mul(out, &q, 1, sums)
		gates(state, in[i*3*n:(i+1)*3*n], out)
		copy(y[i*stride:][:n], state)
	}
	return sums
}

// Scores computes every product of a row of a with a row of b, rows of width
// numbers each: y[i*rows(b)+j].
func Scores(y, a, b []float32, width int) {
	n, m := len(a)/width, len(b)/width
	for i := range n {
		for j := range m {
			y[i*m+j] = Dot(a[i*width:(i+1)*width], b[j*width:(j+1)*width])
		}
	}
}
