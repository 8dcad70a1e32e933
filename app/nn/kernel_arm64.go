//go:build !purego

package nn

//go:noescape
func tileNEONx4(groups int, x *int16, xStride int, w *int8, y *int32, yStride int)

//go:noescape
func tileNEONx1(groups int, x *int16, xStride int, w *int8, y *int32, yStride int)

func pack(weights []int8, out, in int) packed {
	p := packGroups(weights, out, in, 1, 8)
	return p
}

// mul computes rows·out sums of products; row i of x begins at i·stride. Every
// arm64 has NEON.
func (p *packed) mul(y []int32, x []int16, stride, rows int) {
	p.tiled(y, x, stride, rows, 1, 4, tileNEONx4, tileNEONx1)
}
