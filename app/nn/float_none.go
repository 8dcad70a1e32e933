//go:build purego || !amd64

package nn

func scale(y []float32, sums []int32, by, bias []float32, unit float32) {
	scaleGo(y, sums, by, bias, unit)
}

func maxout(y []float32, sums []int32, by, bias []float32, unit float32) {
	maxoutGo(y, sums, by, bias, unit)
}

// Dot returns the sum of products of two rows of one length.
func Dot(a, b []float32) float32 { return dotGo(a, b) }

func sum(x []float32) float32 { return sumGo(x) }

func affine(x, gain, shift []float32, by float32) { affineGo(x, gain, shift, by) }

// Add adds s to d, number by number.
func Add(d, s []float32) { addGo(d, s) }

func largestBits(x []float32) uint32 { return largestBitsGo(x) }

func round(d []int16, x []float32, by float32) { roundGo(d, x, by) }

func gates(state, a, h []float32) { gatesGo(state, a, h) }

func addRow(d []float32, row string, by float32) { addRowGo(d, row, by) }
