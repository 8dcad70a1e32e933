package syntax

import (
	"fmt"
	"hash/fnv"
	"io"
	"math"
	"os"
	"strings"
	"testing"
)

// The same article reads the same, to the last bit of how sure each head is, on
// every processor and with every kernel: this is what amd64 with AVX2 makes of the
// bundled one. A new model makes another.
func TestSameEverywhere(t *testing.T) {
	const want uint64 = 0xcbe7d4e5f75a5932
	file, err := os.ReadFile("../../assets/bishkek.txt")
	if err != nil {
		t.Fatal(err)
	}
	if got := fingerprint(NewParser(model(t)), string(file)); got != want {
		t.Errorf("got %#x, want %#x", got, want)
	}
}

// fingerprint is a hash of all that a parser says of a text.
func fingerprint(p *Parser, text string) uint64 {
	h := fnv.New64a()
	for _, s := range p.Parse(text, p.Sentences(text)) {
		for _, w := range s.Words {
			fmt.Fprintf(h, "%v %s %s %s %s %d %s %x\n", w.Span, w.Lemma, w.POS, w.Tag, w.Feats, w.Head, w.Rel, math.Float32bits(w.Sure))
		}
		for _, n := range s.Names {
			for _, score := range n {
				fmt.Fprintf(h, "%x ", math.Float32bits(score))
			}
		}
	}
	return h.Sum64()
}

// BRIEFLINE_TEXTS may name a file of more texts, parted by lines of "====": their
// fingerprints are printed, to compare between machines.
func TestFingerprints(t *testing.T) {
	name := os.Getenv("BRIEFLINE_TEXTS")
	if name == "" {
		t.Skip("BRIEFLINE_TEXTS names no file")
	}
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	p := NewParser(model(t))
	for i, text := range strings.Split(string(all), "\n====\n") {
		t.Logf("%d: %#x", i, fingerprint(p, text))
	}
}
