package syntax

import (
	"encoding/json"
	"math"
	"os"
	"testing"

	"briefline/app/nn"
	"briefline/assets"
)

func model(t testing.TB) *Model {
	t.Helper()
	m, err := ReadModel(assets.Syntax(), assets.Lemmas())
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// The network computes what PyTorch computes from the same weights: rows of the
// encoder, scores of heads, and what is read off them (testdata/reference.json, by
// script/train/reference.py).
func TestNetworkAgreesWithPyTorch(t *testing.T) {
	b, err := os.ReadFile("testdata/reference.json")
	if err != nil {
		t.Fatal(err)
	}
	var sentences []struct {
		Words, Rels, UPOS, XPOS, Feats []string
		Blank                          []bool
		Heads                          []int
		Encoder                        [][]float32
		Arc                            []float32
	}
	if err := json.Unmarshal(b, &sentences); err != nil {
		t.Fatal(err)
	}
	m := model(t)
	const near = 3e-3 // inputs have 15 bits
	close := func(got, want []float32) bool {
		for i := range want {
			if math.Abs(float64(got[i]-want[i])) > near*max(1, math.Abs(float64(want[i]))) {
				return false
			}
		}
		return true
	}
	for _, s := range sentences {
		n := len(s.Words)
		u, words := make([]unit, n), make([]Word, n)
		for i := range u {
			u[i] = unit{s.Words[i], s.Blank[i]}
		}
		var room scratch
		p := m.parser
		w := p.encoder.width
		x := append(append([]float32{}, p.root...), p.encoder.encode(&room, u)...)
		for k, at := range []int{1, n} {
			if got := x[at*w:]; !close(got, s.Encoder[k]) {
				t.Errorf("%v: row %d: got %v, want %v", s.Words, at, got[:8], s.Encoder[k])
			}
		}
		dependent, head := p.hidden(&room, x, n, p.arcOf, p.arcTo)
		var q nn.Quantised
		q.Quantise(dependent, p.arcOf.Out())
		arcs := make([]float32, n*(n+1))
		nn.Scores(arcs, p.mul(&room, p.arc, &q, n), head, p.arcOf.Out())
		if !close(arcs, s.Arc) {
			t.Errorf("%v: arcs: got %v, want %v", s.Words, arcs[:len(s.Arc)], s.Arc)
		}
		p.parse(&room, u, words)
		for i, w := range words {
			feats := s.Feats[i]
			if feats == "_" {
				feats = ""
			}
			want := Word{Head: s.Heads[i] - 1, Rel: s.Rels[i], POS: POS(s.UPOS[i]), Tag: s.XPOS[i], Feats: feats, Sure: w.Sure}
			if w != want {
				t.Errorf("%v: word %d: got %+v, want %+v", s.Words, i, w, want)
			}
		}
	}
}
