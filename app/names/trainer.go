package names

import (
	"slices"

	"briefline/app/syntax"
	token "briefline/app/text"
)

// trainer holds all sentences as numbers of features.
type trainer struct {
	hashes    []uint32          // of each feature
	weights   [][labels]float32 // beside hashes
	next      [labels][labels]float64
	steps     float64 // that were taken
	sentences []sentence
}

type sentence struct {
	features [][templates]int32 // of each word; -1 for one that is left out
	gold     []uint8
}

func newTrainer(m *Model, examples []Example) *trainer {
	t := &trainer{}
	var raw [][templates]uint32
	var gold []uint8
	var ends []int
	for _, x := range examples {
		var d document
		for i := range x.Sentences {
			tokens := token.Split(x.Text, x.Sentences[i].Span)
			for len(tokens) > 0 {
				n := min(len(tokens), longestSentence)
				d.add(&m.lexicon, x.Text, tokens[:n], &syntax.Sentence{})
				tokens = tokens[n:]
			}
		}
		d.recall()
		tags := d.gold(x.Names)
		var s scene
		d.sentences(func(from, to int) {
			s.set(d.ws[from:to])
			for i := range to - from {
				var f [templates]uint32
				s.features(&f, i)
				raw = append(raw, f)
			}
			gold = append(gold, tags[from:to]...)
			ends = append(ends, len(raw))
		})
	}
	count := map[uint32]int32{}
	for i := range raw {
		for _, h := range raw[i] {
			count[h]++
		}
	}
	number := map[uint32]int32{}
	for i := range raw {
		for _, h := range raw[i] {
			if _, ok := number[h]; !ok && count[h] > 1 && h != 0 {
				number[h] = int32(len(t.hashes))
				t.hashes = append(t.hashes, h)
			}
		}
	}
	features := make([][templates]int32, len(raw))
	for i := range raw {
		for k, h := range raw[i] {
			n, ok := number[h]
			if !ok {
				n = -1
			}
			features[i][k] = n
		}
	}
	from := 0
	for _, to := range ends {
		t.sentences = append(t.sentences, sentence{features[from:to], gold[from:to]})
		from = to
	}
	t.weights = make([][labels]float32, len(t.hashes))
	return t
}

// gold returns the labels that spell the names. A name that begins or ends
// inside a word takes the whole word.
func (d *document) gold(names []Name) []uint8 {
	tags := make([]uint8, len(d.ws))
	at := map[int]int{} // sentence of each word, by its end
	from := 0
	for n, to := range d.ends {
		for i := from; i < to; i++ {
			at[i] = n
		}
		from = to
	}
	i := 0
	for _, n := range names {
		for i < len(d.ws) && int(d.ws[i].end) <= n.Start {
			i++
		}
		j := i
		for j < len(d.ws) && int(d.ws[j].start) < n.End && at[j] == at[i] {
			j++
		}
		if j == i || tags[i] != 0 {
			continue
		}
		spell(tags[i:j], n.Kind)
	}
	return tags
}

// spell labels words as one name.
func spell(tags []uint8, k Kind) {
	for i := range tags {
		tags[i] = uint8(label(k, middle))
	}
	tags[0], tags[len(tags)-1] = uint8(label(k, begin)), uint8(label(k, end))
	if len(tags) == 1 {
		tags[0] = uint8(label(k, alone))
	}
}

// prune keeps the features with the largest weights.
func (t *trainer) prune(rows int) {
	if len(t.hashes) <= rows {
		return
	}
	largest := make([]float64, len(t.hashes))
	for f := range t.weights {
		for y := range labels {
			if w := float64(t.weights[f][y]); max(w, -w) > largest[f] {
				largest[f] = max(w, -w)
			}
		}
	}
	sorted := slices.Clone(largest)
	slices.Sort(sorted)
	floor := sorted[len(sorted)-rows]
	number := make([]int32, len(t.hashes))
	kept := t.hashes[:0]
	for f, h := range t.hashes {
		number[f] = -1
		if largest[f] > floor {
			number[f] = int32(len(kept))
			t.weights[len(kept)] = t.weights[f]
			kept = append(kept, h)
		}
	}
	t.hashes, t.weights = kept, t.weights[:len(kept)]
	for i := range t.sentences {
		for j := range t.sentences[i].features {
			for k, f := range t.sentences[i].features[j] {
				if f >= 0 {
					t.sentences[i].features[j][k] = number[f]
				}
			}
		}
	}
}

// quantise gives the model weights of one byte each, and returns the hashes of
// its features in the order of the weights.
func (t *trainer) quantise(m *Model) []uint32 {
	var all []float64
	for f := range t.weights {
		for y := range labels {
			if w := float64(t.weights[f][y]); w != 0 {
				all = append(all, max(w, -w))
			}
		}
	}
	slices.Sort(all)
	scale := 1.0
	if len(all) > 0 {
		scale = 127 / all[len(all)*99995/100000] // the few larger ones are cut
	}
	m.scale = float32(scale)
	order := make([]int, len(t.hashes))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		if t.hashes[a] < t.hashes[b] {
			return -1
		}
		return 1
	})
	var hashes []uint32
	for _, f := range order {
		var row [stride]int8
		for y := range labels {
			row[y] = int8(round(scale*float64(t.weights[f][y]), 127))
		}
		if row == ([stride]int8{}) {
			continue
		}
		m.weights = append(m.weights, row)
		hashes = append(hashes, t.hashes[f])
	}
	for p := range labels {
		for y := range labels {
			m.next[p][y] = int32(round(scale*t.next[p][y], 32000))
		}
	}
	m.index(hashes)
	return hashes
}

func round(x, most float64) int {
	x = max(-most, min(most, x))
	if x < 0 {
		return int(x - .5)
	}
	return int(x + .5)
}
