package nn

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func numbers(r *rand.Rand, n int) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(r.NormFloat64() * math.Exp(4*r.NormFloat64()))
	}
	return x
}

// What is computed several numbers at a time has the bits of plain Go, for every
// length of row.
func TestVectorsAgree(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for n := range 70 {
		x, y := numbers(r, n), numbers(r, n)
		by, bias := numbers(r, 3*n), numbers(r, 3*n)
		sums := make([]int32, 3*n)
		for i := range sums {
			sums[i] = int32(r.Uint32())
		}
		unit := float32(r.Float64())
		same := func(name string, got, want []float32) {
			t.Helper()
			if !slices.Equal(got, want) {
				t.Errorf("%s of %d: got %v, want %v", name, n, got, want)
			}
		}
		try := func(name string, f, g func(y []float32)) {
			got, want := slices.Clone(y), slices.Clone(y)
			f(got)
			g(want)
			same(name, got, want)
		}
		try("scale", func(y []float32) { scale(y, sums, by, bias, unit) }, func(y []float32) { scaleGo(y, sums, by, bias, unit) })
		try("maxout", func(y []float32) { maxout(y, sums, by, bias, unit) }, func(y []float32) { maxoutGo(y, sums, by, bias, unit) })
		try("affine", func(y []float32) { affine(y, by, bias, unit) }, func(y []float32) { affineGo(y, by, bias, unit) })
		try("add", func(y []float32) { Add(y, x) }, func(y []float32) { addGo(y, x) })
		row := make([]byte, n)
		for i := range row {
			row[i] = byte(r.Uint32())
		}
		try("row", func(y []float32) { addRow(y, string(row), unit) }, func(y []float32) { addRowGo(y, string(row), unit) })
		x3 := numbers(r, 3*n)
		try("gates", func(y []float32) { gates(y, x3, by) }, func(y []float32) { gatesGo(y, x3, by) })
		same("dot", []float32{Dot(x, y)}, []float32{dotGo(x, y)})
		same("sum", []float32{sum(x)}, []float32{sumGo(x)})
		if got, want := largestBits(x), largestBitsGo(x); got != want {
			t.Errorf("largest of %d: got %#x, want %#x", n, got, want)
		}
		got, want := make([]int16, n), make([]int16, n)
		a, b := quantise(got, x), float32(0)
		if n > 0 {
			top := math.Float32frombits(largestBitsGo(x))
			b = top / quantMax
			roundGo(want, x, quantMax/top)
		}
		if a != b || !slices.Equal(got, want) {
			t.Errorf("quantise %d: got %g %v, want %g %v", n, a, got, b, want)
		}
	}
}

// Halves go to the even number, and what is not finite counts as nothing.
func TestQuantise(t *testing.T) {
	inf := float32(math.Inf(1))
	nan := float32(math.NaN())
	for _, tt := range []struct {
		in   []float32
		want []int16
	}{
		{[]float32{quantMax, 0.5, 1.5, 2.5, -0.5, -1.5, -2.5, 0.49, 3}, []int16{quantMax, 0, 2, 2, 0, -2, -2, 0, 3}},
		{[]float32{1, -1, 0}, []int16{quantMax, -quantMax, 0}},
		{[]float32{inf, 1, nan, -inf, -1}, []int16{0, quantMax, 0, 0, -quantMax}},
		{[]float32{0, 0}, []int16{0, 0}},
		{[]float32{1e-40, -1e-40}, []int16{0, 0}},
		{[]float32{math.MaxFloat32, -math.MaxFloat32}, []int16{quantMax, -quantMax}},
	} {
		got := make([]int16, len(tt.in))
		quantise(got, tt.in)
		if !slices.Equal(got, tt.want) {
			t.Errorf("%v: got %v, want %v", tt.in, got, tt.want)
		}
	}
}

func TestExp(t *testing.T) {
	for x := -86.0; x < 87; x += 0.037 {
		got, want := float64(exp(float32(x))), math.Exp(float64(float32(x)))
		if math.Abs(got-want) > 4e-7*want {
			t.Errorf("exp(%g): got %g, want %g", x, got, want)
		}
	}
	for _, x := range []float32{-1000, 1000, float32(math.NaN()), float32(math.Inf(-1))} {
		if v := sigmoid(x); v < 0 || v > 1 || v != v {
			t.Errorf("sigmoid(%g): got %g", x, v)
		}
		if v := tanh(x); v < -1 || v > 1 || v != v {
			t.Errorf("tanh(%g): got %g", x, v)
		}
	}
}

// The bits of exp are the same everywhere: those seen on amd64, kept here.
func TestExpBits(t *testing.T) {
	h := uint32(2166136261)
	for x := float32(-20); x < 20; x += 0.01 {
		h = (h ^ math.Float32bits(tanh(x))) * 16777619
		h = (h ^ math.Float32bits(sigmoid(x))) * 16777619
	}
	const want = 0xab0f1569
	if h != want {
		t.Errorf("got %#x, want %#x", h, want)
	}
}
