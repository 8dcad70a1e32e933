// Package nn computes small trained networks: layers of int8 weights over rows of
// numbers, a row a word. It knows nothing of words.
//
// The same input gives the same output on every processor. Products of matrices
// are of integers, weights of 8 bits by inputs of 15, and their sums fit in 32
// bits, so they are exact in whatever order a kernel takes them. All else is
// float32 in one written order: a conversion stands round every product that is
// added to, since the compiler may otherwise fuse the two where the processor can
// (Go specification, "Floating-point operators").
//
// The kernel is chosen once at start: VNNI, else AVX2, else SSE2, on amd64, NEON on arm64, and
// plain Go elsewhere and under the build tag purego.
package nn

import (
	"errors"
	"fmt"
	"math"
)

// MaxIn is the largest number of inputs of a layer. More could overflow the 32
// bits of a sum: 127·quantMax·MaxIn < 2³¹.
const MaxIn = 1024

// quantMax is the largest absolute value of an input once it is an integer.
const quantMax = 1<<14 - 1

// ErrShape is returned for weights whose shapes do not fit together.
var ErrShape = errors.New("shapes of a layer do not fit")

// Linear is a layer y = W·x + b. The zero value has neither inputs nor outputs.
type Linear struct {
	in, out int // as the caller has them
	weights packed
	scale   []float32 // of each output, padded to lanes
	bias    []float32 // likewise
}

// NewLinear returns a layer of len(scale) outputs. Weights stand row by row, a row
// an output of in numbers, and count in units of the row's scale. The error wraps
// ErrShape.
func NewLinear(weights []int8, scale, bias []float32, in int) (*Linear, error) {
	out := len(scale)
	if in <= 0 || in > MaxIn || out == 0 || len(bias) != out || len(weights)/in != out || len(weights)%in != 0 {
		return nil, fmt.Errorf("%w: %d weights, %d scales, %d biases, %d inputs", ErrShape, len(weights), out, len(bias), in)
	}
	l := &Linear{in: in, out: out, weights: pack(weights, out, in)}
	l.scale = make([]float32, l.weights.out)
	l.bias = make([]float32, l.weights.out)
	copy(l.scale, scale)
	copy(l.bias, bias)
	return l, nil
}

// In and Out are the numbers of inputs and outputs.
func (l *Linear) In() int { return l.in }

// Out is the number of outputs.
func (l *Linear) Out() int { return l.out }

// Quantised are rows of numbers as integers.
type Quantised struct {
	width int
	scale []float32 // of each row
	data  []int16   // rows·width numbers, and behind them as many as a kernel may read
}

// Quantise takes rows of width numbers and gives all of them the scale of the
// largest, as windows over several rows need. What is not finite counts as zero.
func (q *Quantised) Quantise(x []float32, width int) {
	q.reset(len(x), width)
	scale := quantise(q.data, x)
	for i := range q.scale {
		q.scale[i] = scale
	}
}

// QuantiseEach takes rows of width numbers and gives each a scale of its own, so
// that it comes out the same whatever rows stand beside it.
func (q *Quantised) QuantiseEach(x []float32, width int) {
	q.reset(len(x), width)
	for i := range q.scale {
		q.scale[i] = quantise(q.data[i*width:(i+1)*width], x[i*width:(i+1)*width])
	}
}

func (q *Quantised) reset(n, width int) {
	if width <= 0 || n%width != 0 {
		panic("nn: numbers that make no whole rows")
	}
	q.width = width
	q.scale = grown(q.scale, n/width)
	q.data = grown(q.data, n+slack)[:n]
}

// quantise fills d with the integers nearest to x in units of the scale.
func quantise(d []int16, x []float32) (scale float32) {
	const infinite = 0x7f800000 // the bits of it; those of what is no number are larger
	bits := largestBits(x)
	if bits >= infinite {
		return quantise(d, finite(x))
	}
	top := math.Float32frombits(bits)
	const smallest = 1e-30 // below it the inverse overflows
	if top < smallest {
		clear(d)
		return 0
	}
	round(d, x, quantMax/top)
	return top / quantMax
}

// finite copies x with zeros for what is not finite.
func finite(x []float32) []float32 {
	out := make([]float32, len(x))
	for i, v := range x {
		if v-v == 0 {
			out[i] = v
		}
	}
	return out
}

// Mul computes the layer for each window of rows of x: window i begins at row i
// and takes as many rows as the layer has inputs for. Results fill y, rows of
// Out() numbers. It panics if x holds too few rows for the number wanted: a
// mistake of the caller.
func (l *Linear) Mul(y []float32, x *Quantised, rows int, sums []int32) []int32 {
	sums = l.product(x, rows, sums)
	n := l.weights.out
	for i := range rows {
		scale(y[i*l.out:(i+1)*l.out], sums[i*n:], l.scale, l.bias, x.scale[i])
	}
	return sums
}

// product leaves the exact sums of each row's outputs, padded to lanes.
func (l *Linear) product(x *Quantised, rows int, sums []int32) []int32 {
	sums = grown(sums, rows*l.weights.out)
	if rows == 0 {
		return sums
	}
	if x.width == 0 || (rows-1)*x.width+l.in > len(x.data) {
		panic("nn: more rows wanted than there are")
	}
	l.weights.mul(sums, x.data, x.width, rows)
	return sums
}

// grown returns a slice of n elements, in the room of s if that is enough. What it
// holds is left over.
func grown[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}
