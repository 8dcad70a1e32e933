//go:build !purego

package nn

func kernels() []kernel {
	return []kernel{{"NEON", func(weights []int8, out, in int, x []int16, stride, rows int) []int32 {
		p := pack(weights, out, in)
		y := make([]int32, rows*p.out)
		p.mul(y, x, stride, rows)
		return y
	}}}
}

func benches(weights []int8, out, in int) []bench {
	plain, p := packPlain(weights, out, in), pack(weights, out, in)
	return []bench{{"plain", plain.plain.mul}, {"NEON", p.mul}}
}
