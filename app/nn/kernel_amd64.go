//go:build !purego

package nn

import "golang.org/x/sys/cpu"

// hasAVX2 and hasVNNI choose the kernel; every amd64 has SSE2. VNNI is taken with
// vectors of 256 bits.
var (
	hasAVX2 = cpu.X86.HasAVX2
	hasVNNI = hasAVX2 && cpu.X86.HasAVX512VNNI && cpu.X86.HasAVX512VL
)

//go:noescape
func tileVNNIx6(groups int, x *int16, xStride int, w *int8, y *int32, yStride int)

//go:noescape
func tileAVX2x6(groups int, x *int16, xStride int, w *int8, y *int32, yStride int)

//go:noescape
func tileAVX2x1(groups int, x *int16, xStride int, w *int8, y *int32, yStride int)

//go:noescape
func tileSSE2x4(groups int, x *int16, xStride int, w *int8, y *int32, yStride int)

//go:noescape
func tileSSE2x1(groups int, x *int16, xStride int, w *int8, y *int32, yStride int)

func pack(weights []int8, out, in int) packed { return packGroups(weights, out, in, 2, 2) }

// mul computes rows·out sums of products; row i of x begins at i·stride.
func (p *packed) mul(y []int32, x []int16, stride, rows int) {
	switch {
	case hasVNNI:
		p.tiled(y, x, stride, rows, 2, 6, tileVNNIx6, tileAVX2x1)
	case hasAVX2:
		p.tiled(y, x, stride, rows, 2, 6, tileAVX2x6, tileAVX2x1)
	default:
		p.tiled(y, x, stride, rows, 2, 4, tileSSE2x4, tileSSE2x1)
	}
}
