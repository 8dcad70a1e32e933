//go:build !purego

package nn

import "unsafe"

// Numbers are computed four at a time, and the rest of a row one by one. Each of
// these does what the function of its name in float.go does, to the last bit.

//go:noescape
func scaleSSE2(y *float32, sums *int32, scale, bias *float32, unit float32, n int)

//go:noescape
func maxoutSSE2(y *float32, sums *int32, scale, bias *float32, unit float32, n int)

//go:noescape
func dotSSE2(a, b *float32, n int) float32

//go:noescape
func sumSSE2(x *float32, n int) float32

//go:noescape
func affineSSE2(x, gain, shift *float32, by float32, n int)

//go:noescape
func addSSE2(d, s *float32, n int)

//go:noescape
func largestSSE2(x *float32, n int) uint32

//go:noescape
func roundSSE2(d *int16, x *float32, by float32, n int)

//go:noescape
func gatesSSE2(state, a, h *float32, n int)

//go:noescape
func addRowSSE2(d *float32, row *byte, by float32, n int)

func addRow(d []float32, row string, by float32) {
	d = d[:len(row)]
	n := len(row) &^ 7
	if n > 0 {
		addRowSSE2(&d[0], unsafe.StringData(row), by, n)
	}
	addRowGo(d[n:], row[n:], by)
}

func gates(state, a, h []float32) {
	n := len(state)
	a, h = a[:3*n], h[:3*n]
	if n == 0 || n%4 != 0 {
		gatesGo(state, a, h)
		return
	}
	gatesSSE2(&state[0], &a[0], &h[0], n)
}

func scale(y []float32, sums []int32, by, bias []float32, unit float32) {
	n := len(y) &^ 3
	sums, by, bias = sums[:len(y)], by[:len(y)], bias[:len(y)]
	if n > 0 {
		scaleSSE2(&y[0], &sums[0], &by[0], &bias[0], unit, n)
	}
	scaleGo(y[n:], sums[n:], by[n:], bias[n:], unit)
}

func maxout(y []float32, sums []int32, by, bias []float32, unit float32) {
	n := len(y)
	sums, by, bias = sums[:pieces*n], by[:pieces*n], bias[:pieces*n]
	if n == 0 || n%4 != 0 {
		maxoutGo(y, sums, by, bias, unit)
		return
	}
	maxoutSSE2(&y[0], &sums[0], &by[0], &bias[0], unit, n)
}

// Dot returns the sum of products of two rows of one length.
func Dot(a, b []float32) float32 {
	b = b[:len(a)]
	if n := len(a); n == 0 || n%4 != 0 {
		return dotGo(a, b)
	}
	return dotSSE2(&a[0], &b[0], len(a))
}

func sum(x []float32) float32 {
	if len(x) == 0 || len(x)%4 != 0 {
		return sumGo(x)
	}
	return sumSSE2(&x[0], len(x))
}

func affine(x, gain, shift []float32, by float32) {
	gain, shift = gain[:len(x)], shift[:len(x)]
	n := len(x) &^ 3
	if n > 0 {
		affineSSE2(&x[0], &gain[0], &shift[0], by, n)
	}
	affineGo(x[n:], gain[n:], shift[n:], by)
}

// Add adds s to d, number by number.
func Add(d, s []float32) {
	s = s[:len(d)]
	n := len(d) &^ 3
	if n > 0 {
		addSSE2(&d[0], &s[0], n)
	}
	addGo(d[n:], s[n:])
}

func largestBits(x []float32) uint32 {
	n := len(x) &^ 3
	var top uint32
	if n > 0 {
		top = largestSSE2(&x[0], n)
	}
	return max(top, largestBitsGo(x[n:]))
}

func round(d []int16, x []float32, by float32) {
	d = d[:len(x)]
	n := len(x) &^ 7
	if n > 0 {
		roundSSE2(&d[0], &x[0], by, n)
	}
	roundGo(d[n:], x[n:], by)
}
