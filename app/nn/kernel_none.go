//go:build purego || !(amd64 || arm64)

package nn

func pack(weights []int8, out, in int) packed { return packPlain(weights, out, in) }

// mul computes rows·out sums of products; row i of x begins at i·stride.
func (p *packed) mul(y []int32, x []int16, stride, rows int) { p.plain.mul(y, x, stride, rows) }
