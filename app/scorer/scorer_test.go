package scorer

import (
	"bytes"
	"math"
	"testing"
)

func examples() []Example {
	var out []Example
	for i := range 200 {
		e := Example{Right: i%4 != 0, Features: []string{"x"}}
		if i%2 == 0 {
			e.Features = append(e.Features, "even")
		}
		if e.Right && i%3 == 0 {
			e.Features = append(e.Features, "tell")
		}
		out = append(out, e)
	}
	return out
}

// What is learnt agrees with how often it was right, and comes back from its
// file as it was.
func TestTrain(t *testing.T) {
	m := Train("test", examples(), .01, 2)
	for _, tt := range []struct {
		features  []string
		low, high float64
	}{
		{[]string{"x", "tell"}, .9, 1},
		{[]string{"x", "even"}, .2, .6}, // every second of the even ones, most of them with "tell"
		{[]string{"unknown"}, .01, .99},
	} {
		if p := m.Score(tt.features); p < tt.low || p > tt.high {
			t.Errorf("%v: got %.3f, want %.2f to %.2f", tt.features, p, tt.low, tt.high)
		}
	}
	again, err := Read(m.Write())
	if err != nil {
		t.Fatal(err)
	}
	if a, b := m.Score([]string{"x", "even"}), again.Score([]string{"x", "even"}); math.Abs(a-b) > .01 {
		t.Errorf("after the file: got %v, want %v", b, a)
	}
	if !bytes.Equal(m.Write(), Train("test", examples(), .01, 2).Write()) {
		t.Error("equal examples gave two models")
	}
	if r := m.Explain([]string{"x", "even", "tell"}); r[0].Feature != "even" || r[0].Weight >= 0 {
		t.Errorf("got %v, want even as the heaviest reason, against it", r)
	}
}

func TestReadRefuses(t *testing.T) {
	if _, err := Read([]byte(`{"weights": 3}`)); err == nil {
		t.Error("got no error for weights that are none")
	}
}
