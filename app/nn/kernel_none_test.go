//go:build purego || !(amd64 || arm64)

package nn

func kernels() []kernel { return nil }

func benches(weights []int8, out, in int) []bench {
	plain := packPlain(weights, out, in)
	return []bench{{"plain", plain.plain.mul}}
}
