//go:build !purego

package nn

func kernels() []kernel {
	with := func(name string, several int, many, one tile) kernel {
		return kernel{name, func(weights []int8, out, in int, x []int16, stride, rows int) []int32 {
			p := packGroups(weights, out, in, 2, 2)
			y := make([]int32, rows*p.out)
			p.tiled(y, x, stride, rows, 2, several, many, one)
			return y
		}}
	}
	out := []kernel{with("SSE2", 4, tileSSE2x4, tileSSE2x1)}
	if hasAVX2 {
		out = append(out, with("AVX2", 6, tileAVX2x6, tileAVX2x1))
	}
	if hasVNNI {
		out = append(out, with("VNNI", 6, tileVNNIx6, tileAVX2x1))
	}
	return out
}

func benches(weights []int8, out, in int) []bench {
	plain, p := packPlain(weights, out, in), packGroups(weights, out, in, 2, 2)
	list := []bench{
		{"plain", plain.plain.mul},
		{"SSE2", func(y []int32, x []int16, stride, rows int) {
			p.tiled(y, x, stride, rows, 2, 4, tileSSE2x4, tileSSE2x1)
		}},
	}
	if hasAVX2 {
		list = append(list, bench{"AVX2", func(y []int32, x []int16, stride, rows int) {
			p.tiled(y, x, stride, rows, 2, 6, tileAVX2x6, tileAVX2x1)
		}})
	}
	if hasVNNI {
		list = append(list, bench{"VNNI", func(y []int32, x []int16, stride, rows int) {
			p.tiled(y, x, stride, rows, 2, 6, tileVNNIx6, tileAVX2x1)
		}})
	}
	return list
}
