package names

import (
	"math/rand/v2"
	"slices"
	"strings"

	"briefline/app/briefing"
	"briefline/app/token"
)

// Example is a text with the names in it, as a person marked them.
type Example struct {
	Text      string
	Sentences []briefing.Span
	Names     []Name // in order, without overlap
}

// Lists are what the lexicon is made of: lists of names in small letters, one a
// line, and words by cluster, one cluster a line.
type Lists struct {
	First, Last, Countries, Regions, Cities, Demonyms, Bodies []string
	Clusters                                                  []string
}

// Options say how to train. The same options give the same model.
type Options struct {
	Rounds int     // over all examples
	Drop   float64 // how often the word itself is hidden
	Rows   int     // how many features to keep
	Seed   uint64
}

// Train returns a model in the form that ReadModel reads. It is an averaged
// structured perceptron (Collins 2002): in each round each sentence is labelled
// by the weights so far, and where that is wrong, the weights of the right
// labels go up and those of the wrong ones down; the mean over all steps is
// what counts. Then features that say little are dropped, and the rest is
// trained again by itself.
func Train(examples []Example, lists Lists, o Options) []byte {
	m := &Model{lexicon: *lists.lexicon(examples)}
	t := newTrainer(m, examples)
	t.rounds(o)
	t.prune(o.Rows)
	t.rounds(o)
	hashes := t.quantise(m)
	return m.write(hashes)
}

func (l Lists) lexicon(examples []Example) *lexicon {
	entries := map[uint32]entry{}
	for i, line := range l.Clusters {
		for w := range strings.FieldsSeq(line) {
			h := hashWord(w)
			if e := entries[h]; e.cluster == 0 {
				e.cluster = uint16(i + 1)
				entries[h] = e
			}
		}
	}
	for _, list := range []struct {
		names []string
		flag  flags
	}{{l.First, first}, {l.Last, last}, {l.Countries, country}, {l.Regions, region}, {l.Cities, city}, {l.Demonyms, demonym}, {l.Bodies, body}} {
		for _, name := range list.names {
			tokens := token.Split(name, briefing.Span{Start: 0, End: len(name)})
			if len(tokens) == 0 || len(tokens) > longestPhrase {
				continue
			}
			h := hashWord(tokens[0].Text(name))
			for _, t := range tokens[1:] {
				h = join(h, hashWord(t.Text(name)))
			}
			e := entries[h]
			e.flags |= list.flag
			entries[h] = e
		}
	}
	small, large := map[uint32]int{}, map[uint32]int{}
	for _, x := range examples {
		for _, s := range x.Sentences {
			for _, t := range token.Split(x.Text, s) {
				var w word
				if w.look(t.Text(x.Text)); t.Kind != token.Word {
					continue
				}
				if w.is(capital) {
					large[w.lower]++
				} else {
					small[w.lower]++
				}
			}
		}
	}
	for h, n := range small {
		if n > large[h] {
			e := entries[h]
			e.flags |= common
			entries[h] = e
		}
	}
	out := newLexicon(len(entries))
	for h, e := range entries {
		if h != 0 {
			out.put(h, e)
		}
	}
	return out
}

func sortedKeys(l *lexicon) (keys []uint32) {
	for _, k := range l.keys {
		if k != 0 {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	return keys
}

// trainer holds all sentences as numbers of features.
type trainer struct {
	hashes    []uint32 // of each feature
	weights   [][labels]int32
	sums      [][labels]int64 // of weight times step, to take the mean from
	next      [labels][labels]int32
	nextSums  [labels][labels]int64
	step      int64
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
		for _, s := range x.Sentences {
			tokens := token.Split(x.Text, s)
			for len(tokens) > 0 {
				n := min(len(tokens), longestSentence)
				d.add(&m.lexicon, x.Text, tokens[:n])
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

func (t *trainer) rounds(o Options) {
	t.weights = make([][labels]int32, len(t.hashes))
	t.sums = make([][labels]int64, len(t.hashes))
	t.next, t.nextSums, t.step = [labels][labels]int32{}, [labels][labels]int64{}, 1
	rng := rand.New(rand.NewPCG(o.Seed, 1))
	order := make([]int, len(t.sentences))
	for i := range order {
		order[i] = i
	}
	var dec decoder
	var hidden []bool
	for range o.Rounds {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, n := range order {
			s := &t.sentences[n]
			hidden = grow(hidden, len(s.gold))
			dec.scores = grow(dec.scores, len(s.gold))
			for i := range s.gold {
				hidden[i] = rng.Float64() < o.Drop
				dec.scores[i] = t.score(s, i, hidden[i])
			}
			got := dec.best(&t.next)
			t.learn(s, got, hidden)
			t.step++
		}
	}
}

func known(hidden bool) int {
	if hidden {
		return lexical
	}
	return 0
}

func (t *trainer) score(s *sentence, i int, hidden bool) (sum [stride]int32) {
	for _, f := range s.features[i][known(hidden):] {
		if f < 0 {
			continue
		}
		row := &t.weights[f]
		for y := range labels {
			sum[y] += row[y]
		}
	}
	return sum
}

func (t *trainer) learn(s *sentence, got []uint8, hidden []bool) {
	for i, want := range s.gold {
		if got[i] != want {
			for _, f := range s.features[i][known(hidden[i]):] {
				if f < 0 {
					continue
				}
				t.weights[f][want]++
				t.sums[f][want] += t.step
				t.weights[f][got[i]]--
				t.sums[f][got[i]] -= t.step
			}
		}
		if i > 0 && (got[i] != want || got[i-1] != s.gold[i-1]) {
			t.next[s.gold[i-1]][want]++
			t.nextSums[s.gold[i-1]][want] += t.step
			t.next[got[i-1]][got[i]]--
			t.nextSums[got[i-1]][got[i]] -= t.step
		}
	}
}

// mean returns the mean of a weight over all steps.
func (t *trainer) mean(w int32, sum int64) float64 { return float64(w) - float64(sum)/float64(t.step) }

// prune keeps the features with the largest weights.
func (t *trainer) prune(rows int) {
	if len(t.hashes) <= rows {
		return
	}
	largest := make([]float64, len(t.hashes))
	for f := range t.weights {
		for y := range labels {
			if w := t.mean(t.weights[f][y], t.sums[f][y]); max(w, -w) > largest[f] {
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
			kept = append(kept, h)
		}
	}
	t.hashes = kept
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
			if w := t.mean(t.weights[f][y], t.sums[f][y]); w != 0 {
				all = append(all, max(w, -w))
			}
		}
	}
	slices.Sort(all)
	scale := 1.0
	if len(all) > 0 {
		scale = 127 / all[len(all)*999/1000] // the few larger ones are cut
	}
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
			row[y] = int8(round(scale*t.mean(t.weights[f][y], t.sums[f][y]), 127))
		}
		if row == ([stride]int8{}) {
			continue
		}
		m.weights = append(m.weights, row)
		hashes = append(hashes, t.hashes[f])
	}
	for p := range labels {
		for y := range labels {
			m.next[p][y] = int32(round(scale*t.mean(t.next[p][y], t.nextSums[p][y]), 32000))
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
