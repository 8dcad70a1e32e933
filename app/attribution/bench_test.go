package attribution_test

import (
	"os"
	"testing"

	"briefline/app/attribution"
)

// The bundled article has 2.9 KB. What counts is one core: articles are drafted
// in parallel.
func BenchmarkFind(b *testing.B) {
	raw, err := os.ReadFile("../../assets/bishkek.txt")
	if err != nil {
		b.Fatal(err)
	}
	text := string(raw)
	spans := sentences(text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		attribution.Find(text, spans, nil)
	}
}
