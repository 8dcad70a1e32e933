package nn

import "math"

// exp returns eˣ to about 2⁻²² of its value, and the same bits everywhere. x beyond ±87
// counts as that: the layers need no more.
func exp(x float32) float32 {
	const (
		log2e = 1.44269504
		ln2hi = 0.693359375
		ln2lo = -2.12194440e-4
		shift = 3 << 22
	)
	if !(x > -87) {
		x = -87
	} else if x > 87 {
		x = 87
	}
	// x = n·ln 2 + r with |r| <= ln 2 / 2; Cody and Waite's two parts of ln 2
	n := float32(float32(x*log2e)+shift) - shift
	r := x - float32(n*ln2hi)
	r -= float32(n * ln2lo)
	p := float32(1.9875691500e-4) // Cephes, expf
	p = float32(p*r) + 1.3981999507e-3
	p = float32(p*r) + 8.3334519073e-3
	p = float32(p*r) + 4.1665795894e-2
	p = float32(p*r) + 1.6666665459e-1
	p = float32(p*r) + 5.0000001201e-1
	p = float32(float32(p*r)*r) + r
	p++
	return math.Float32frombits(math.Float32bits(p) + uint32(int32(n))<<23)
}

func sigmoid(x float32) float32 { return 1 / (1 + exp(-x)) }

func tanh(x float32) float32 { return 1 - 2/(1+exp(2*x)) }

// LeakyReLU multiplies negative numbers by a tenth.
func LeakyReLU(x []float32) {
	for i, v := range x {
		if v < 0 {
			x[i] = v * 0.1
		}
	}
}

// Add adds s to d, number by number.
func Add(d, s []float32) {
	s = s[:len(d)]
	for i := range d {
		d[i] += s[i]
	}
}

// Dot returns the sum of products of two rows of one length.
func Dot(a, b []float32) float32 {
	b = b[:len(a)]
	var s0, s1, s2, s3 float32
	i := 0
	for ; i+4 <= len(a); i += 4 {
		p, q := (*[4]float32)(a[i:]), (*[4]float32)(b[i:])
		s0 += float32(p[0] * q[0])
		s1 += float32(p[1] * q[1])
		s2 += float32(p[2] * q[2])
		s3 += float32(p[3] * q[3])
	}
	for ; i < len(a); i++ {
		s0 += float32(a[i] * b[i])
	}
	return (s0 + s1) + (s2 + s3)
}

// normalise is layer normalisation (Ba et al. 2016): mean 0, variance 1, then
// gain and shift.
func normalise(x, gain, shift []float32) {
	const epsilon = 1e-8
	var s0, s1, s2, s3 float32
	n := len(x) &^ 3
	for i := 0; i < n; i += 4 {
		p := (*[4]float32)(x[i:])
		s0, s1, s2, s3 = s0+p[0], s1+p[1], s2+p[2], s3+p[3]
	}
	for _, v := range x[n:] {
		s0 += v
	}
	mean := ((s0 + s1) + (s2 + s3)) / float32(len(x))
	for i := range x {
		x[i] -= mean
	}
	variance := Dot(x, x) / float32(len(x))
	by := float32(1 / math.Sqrt(float64(variance)+epsilon))
	gain, shift = gain[:len(x)], shift[:len(x)]
	for i, v := range x {
		x[i] = float32(float32(v*by)*gain[i]) + shift[i]
	}
}

// Share returns the part of number i among all when they are taken as logarithms of
// weights (softmax), 0 to 1.
func Share(x []float32, i int) float32 {
	var largest float32
	for k, v := range x {
		if k == 0 || v > largest {
			largest = v
		}
	}
	var sum float32
	for _, v := range x {
		sum += exp(v - largest)
	}
	return exp(x[i]-largest) / sum
}
