package nn

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// kernel is one way to compute products, with weights packed for it.
type kernel struct {
	name string
	mul  func(weights []int8, out, in int, x []int16, stride, rows int) []int32
}

func plainKernel(weights []int8, out, in int, x []int16, stride, rows int) []int32 {
	p := packPlain(weights, out, in)
	y := make([]int32, rows*p.out)
	p.plain.mul(y, x, stride, rows)
	return y
}

func allKernels() []kernel { return append([]kernel{{"plain", plainKernel}}, kernels()...) }

// byDefinition computes the sums one by one, outputs padded as the kernels pad them.
func byDefinition(weights []int8, out, in int, x []int16, stride, rows int) []int32 {
	padded := (out + lanes - 1) / lanes * lanes
	y := make([]int32, rows*padded)
	for i := range rows {
		for j := range out {
			var sum int64
			for k := range in {
				sum += int64(weights[j*in+k]) * int64(x[i*stride+k])
			}
			y[i*padded+j] = int32(sum)
		}
	}
	return y
}

// shaped makes weights and inputs from a seed; extreme makes all of them as large as
// they can be, with the signs that give the largest sums.
func shaped(seed uint64, out, in, stride, rows int, extreme bool) (weights []int8, x []int16) {
	r := rand.New(rand.NewPCG(seed, 7))
	weights = make([]int8, out*in)
	n := (rows-1)*stride + in
	x = make([]int16, n+slack)
	for i := range weights {
		if weights[i] = int8(r.IntN(255) - 127); extreme {
			weights[i] = int8(-128 + 255*(i/in%2))
		}
	}
	for i := range x {
		if x[i] = int16(r.IntN(2*quantMax+1) - quantMax); extreme {
			x[i] = quantMax
		}
		if i >= n {
			x[i] = int16(r.Uint32()) // what stands behind must not matter
		}
	}
	return weights, x[:n]
}

func checkKernels(t *testing.T, seed uint64, out, in, stride, rows int, extreme bool) {
	t.Helper()
	weights, x := shaped(seed, out, in, stride, rows, extreme)
	want := byDefinition(weights, out, in, x, stride, rows)
	for _, k := range allKernels() {
		if got := k.mul(weights, out, in, x, stride, rows); !slices.Equal(got, want) {
			t.Errorf("%s: %d outputs, %d inputs, stride %d, %d rows: sums differ from the definition", k.name, out, in, stride, rows)
		}
	}
}

func TestKernels(t *testing.T) {
	for _, s := range []struct{ out, in, stride, rows int }{
		{1, 1, 1, 1}, {16, 2, 2, 6}, {17, 3, 3, 7}, {288, 288, 96, 23}, {288, 96, 96, 1}, {288, 672, 672, 13},
		{51, 48, 48, 5}, {15, 9, 2, 11}, {33, 1024, 1, 4}, {100, 31, 40, 12}, {3, 8, 8, 3},
	} {
		for _, extreme := range []bool{false, true} {
			checkKernels(t, 1, s.out, s.in, s.stride, s.rows, extreme)
		}
	}
	checkKernels(t, 2, 32, MaxIn, MaxIn, 7, true) // the largest sum there can be
}

func FuzzKernels(f *testing.F) {
	f.Add(uint64(1), 16, 32, 32, 6, false)
	f.Add(uint64(2), 5, 7, 3, 9, true)
	f.Fuzz(func(t *testing.T, seed uint64, out, in, stride, rows int, extreme bool) {
		if out < 1 || out > 200 || in < 1 || in > MaxIn || stride < 1 || stride > 2*MaxIn || rows < 1 || rows > 40 {
			return
		}
		checkKernels(t, seed, out, in, stride, rows, extreme)
	})
}

func BenchmarkKernels(b *testing.B) {
	const out, in, rows = 288, 288, 24
	weights, x := shaped(1, out, in, in, rows, false)
	for _, k := range benches(weights, out, in) {
		b.Run(k.name, func(b *testing.B) {
			y := make([]int32, rows*out)
			for b.Loop() {
				k.run(y, x, in, rows)
			}
			b.ReportMetric(float64(out*in*rows)*float64(b.N)/float64(b.Elapsed().Nanoseconds()), "GMAC/s")
		})
	}
}

type bench struct {
	name string
	run  func(y []int32, x []int16, stride, rows int)
}
