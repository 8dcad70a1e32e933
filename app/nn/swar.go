package nn

// swar holds weights for the product in plain Go: two outputs in one 64-bit
// number, the second shifted by 32 bits. One multiplication then does the work of
// two (SIMD within a register): the lower half of the sum is the first output's,
// and what is left above is the second's once the lower half's sign is taken off.
type swar struct {
	in, out int     // out is padded to lanes
	pairs   []int64 // for each four pairs of outputs, for each input: four numbers
}

func packSwar(weights []int8, out, in int) swar {
	p := swar{in: in, out: (out + lanes - 1) / lanes * lanes}
	p.pairs = make([]int64, p.out/2*in)
	at := func(j, k int) int64 {
		if j >= out {
			return 0
		}
		return int64(weights[j*in+k])
	}
	for j := 0; j < p.out; j += 8 {
		block := p.pairs[j/2*in:][:4*in]
		for k := range in {
			for c := range 4 {
				block[k*4+c] = at(j+2*c, k) + at(j+2*c+1, k)<<32
			}
		}
	}
	return p
}

// mul computes rows·out sums of products; row i of x begins at i·stride.
func (p *swar) mul(y []int32, x []int16, stride, rows int) {
	for j := 0; j < p.out; j += 8 {
		block := p.pairs[j/2*p.in:][:4*p.in]
		i := 0
		for ; i+2 <= rows; i += 2 {
			a, b := x[i*stride:][:p.in], x[(i+1)*stride:][:p.in]
			var a0, a1, a2, a3, b0, b1, b2, b3 int64
			w := block
			for k, v := range a {
				if len(w) < 4 {
					break
				}
				s, t := int64(v), int64(b[k])
				w0, w1, w2, w3 := w[0], w[1], w[2], w[3]
				a0 += s * w0
				b0 += t * w0
				a1 += s * w1
				b1 += t * w1
				a2 += s * w2
				b2 += t * w2
				a3 += s * w3
				b3 += t * w3
				w = w[4:]
			}
			store((*[8]int32)(y[i*p.out+j:]), a0, a1, a2, a3)
			store((*[8]int32)(y[(i+1)*p.out+j:]), b0, b1, b2, b3)
		}
		if i < rows {
			var a0, a1, a2, a3 int64
			w := block
			for _, v := range x[i*stride:][:p.in] {
				if len(w) < 4 {
					break
				}
				s := int64(v)
				a0 += s * w[0]
				a1 += s * w[1]
				a2 += s * w[2]
				a3 += s * w[3]
				w = w[4:]
			}
			store((*[8]int32)(y[i*p.out+j:]), a0, a1, a2, a3)
		}
	}
}

func store(y *[8]int32, sums ...int64) {
	for c, s := range sums {
		low := int32(s)
		y[2*c], y[2*c+1] = low, int32((s-int64(low))>>32)
	}
}
