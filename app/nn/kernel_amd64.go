//go:build !purego

package nn

import "golang.org/x/sys/cpu"

// hasAVX2 chooses the kernel; every amd64 has SSE2.
var hasAVX2 = cpu.X86.HasAVX2

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
	if hasAVX2 {
		p.tiled(y, x, stride, rows, 2, 6, tileAVX2x6, tileAVX2x1)
	} else {
		p.tiled(y, x, stride, rows, 2, 4, tileSSE2x4, tileSSE2x1)
	}
}
