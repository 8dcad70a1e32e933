package pdf

import (
	"io"
	"testing"

	"briefline/app/sheet"
	"briefline/assets"
)

// The pages are laid out beforehand; what counts is writing them.
func BenchmarkWrite2(b *testing.B)   { benchmark(b, long(2)) }
func BenchmarkWrite200(b *testing.B) { benchmark(b, long(200)) }

func benchmark(b *testing.B, d *sheet.Document) {
	o := Options{Attach: assets.Bishkek()}
	b.ReportMetric(float64(len(made(b, d, o)))/1024, "KB")
	b.ReportAllocs()
	for b.Loop() {
		if err := Write(io.Discard, d, o); err != nil {
			b.Fatal(err)
		}
	}
}
