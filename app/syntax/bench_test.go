package syntax

import (
	"os"
	"testing"

	txt "briefline/app/text"
	"briefline/assets"
)

func BenchmarkReadModel(b *testing.B) {
	for b.Loop() {
		if _, err := ReadModel(assets.Syntax(), assets.Lemmas()); err != nil {
			b.Fatal(err)
		}
	}
}

// Both networks and all round them, nothing read before, for a thousand words.
func BenchmarkParse(b *testing.B) {
	m := model(b)
	file, err := os.ReadFile("../../assets/bishkek.txt")
	if err != nil {
		b.Fatal(err)
	}
	text := string(file)
	at := txt.Sentences(text)
	words := 0
	for _, s := range NewParser(m).Parse(text, at) {
		words += len(s.Words)
	}
	for b.Loop() {
		NewParser(m).Parse(text, at)
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(words), "ms/1000words")
}
