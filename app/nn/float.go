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

func sigmoid(x float32) float32 { return 1 / (1 + exp(0-x)) }

func tanh(x float32) float32 { return 1 - 2/(1+exp(2*x)) }

// LeakyReLU multiplies negative numbers by a tenth.
func LeakyReLU(x []float32) {
	for i, v := range x {
		x[i] = max(v, v*0.1)
	}
}

// scaleGo turns sums into numbers: y = sums·(by·unit) + bias.
func scaleGo(y []float32, sums []int32, by, bias []float32, unit float32) {
	sums, by, bias = sums[:len(y)], by[:len(y)], bias[:len(y)]
	for i := range y {
		y[i] = float32(float32(sums[i])*float32(by[i]*unit)) + bias[i]
	}
}

// maxoutGo does as scaleGo for three pieces that stand one behind the other, and
// takes the largest of each three.
func maxoutGo(y []float32, sums []int32, by, bias []float32, unit float32) {
	n := len(y)
	s1, s2, s3 := sums[:n], sums[n:2*n], sums[2*n:3*n]
	f1, f2, f3 := by[:n], by[n:2*n], by[2*n:3*n]
	b1, b2, b3 := bias[:n], bias[n:2*n], bias[2*n:3*n]
	for j := range y {
		a := float32(float32(s1[j])*float32(f1[j]*unit)) + b1[j]
		b := float32(float32(s2[j])*float32(f2[j]*unit)) + b2[j]
		c := float32(float32(s3[j])*float32(f3[j]*unit)) + b3[j]
		y[j] = max(a, b, c)
	}
}

func addGo(d, s []float32) {
	s = s[:len(d)]
	for i := range d {
		d[i] += s[i]
	}
}

// dotGo adds products in four sums, which are added in pairs.
func dotGo(a, b []float32) float32 {
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

// sumGo adds in four sums, as dotGo does.
func sumGo(x []float32) float32 {
	var s0, s1, s2, s3 float32
	n := len(x) &^ 3
	for i := 0; i < n; i += 4 {
		p := (*[4]float32)(x[i:])
		s0, s1, s2, s3 = s0+p[0], s1+p[1], s2+p[2], s3+p[3]
	}
	for _, v := range x[n:] {
		s0 += v
	}
	return (s0 + s1) + (s2 + s3)
}

// affineGo multiplies by a number and by gain, and adds shift.
func affineGo(x, gain, shift []float32, by float32) {
	gain, shift = gain[:len(x)], shift[:len(x)]
	for i, v := range x {
		x[i] = float32(float32(v*by)*gain[i]) + shift[i]
	}
}

// largestBitsGo returns the largest absolute value as bits, which are in the order
// of the numbers; those of infinity and of what is no number are the largest.
func largestBitsGo(x []float32) (top uint32) {
	for _, v := range x {
		top = max(top, math.Float32bits(v)&^(1<<31))
	}
	return top
}

// roundGo fills d with the integers nearest to x·by, halves to the even one. They
// must be of 16 bits.
func roundGo(d []int16, x []float32, by float32) {
	// adding 1.5·2²³ leaves no bits behind the point, and the integer in the lowest
	const shift = 3 << 22
	d = d[:len(x)]
	for i, v := range x {
		d[i] = int16(math.Float32bits(float32(v*by) + shift))
	}
}

// addRowGo adds numbers of 8 bits, times by, to d.
func addRowGo(d []float32, row string, by float32) {
	d = d[:len(row)]
	for j := range d {
		d[j] += float32(float32(int8(row[j])) * by)
	}
}

// gatesGo takes the state of a GRU a step on: a is what the input gives to the three
// gates, h what the state before does.
func gatesGo(state, a, h []float32) {
	n := len(state)
	for j := range state {
		reset := sigmoid(a[j] + h[j])
		update := sigmoid(a[n+j] + h[n+j])
		fresh := tanh(a[2*n+j] + float32(reset*h[2*n+j]))
		state[j] = float32((1-update)*fresh) + float32(update*state[j])
	}
}

// normalise is layer normalisation (Ba et al. 2016): mean 0, variance 1, then
// gain and shift.
func normalise(x, gain, shift []float32) {
	const epsilon = 1e-8
	mean := sum(x) / float32(len(x))
	for i := range x {
		x[i] -= mean
	}
	variance := Dot(x, x) / float32(len(x))
	affine(x, gain, shift, float32(1/math.Sqrt(float64(variance)+epsilon)))
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
