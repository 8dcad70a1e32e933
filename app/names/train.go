package names

import (
	"slices"
	"strings"

	"briefline/app/syntax"
	token "briefline/app/text"
)

// Example is a text with the names in it, as a person marked them.
type Example struct {
	Text      string
	Sentences []syntax.Sentence // trees and scores are of no use here
	Names     []Name            // in order, without overlap
}

// Lists are what the lexicon is made of: lists of names in small letters, one a
// line, and words by cluster, one cluster a line.
type Lists struct {
	First, Last, Countries, Regions, Cities, Demonyms, Bodies []string
	Clusters                                                  []string
}

// Options say how to train. The same options give the same model.
type Options struct {
	Rounds  int     // over all examples
	Rate    float64 // of the first step
	Penalty float64 // on the squares of the weights
	Rows    int     // how many features to keep
	Seed    uint64
}

// Usual are the options that the built-in model is trained with.
var Usual = Options{Rounds: 6, Rate: .1, Penalty: 3e-4, Rows: 45000, Seed: 1}

// Train returns a model in the form that ReadModel reads: a conditional random
// field (Lafferty, McCallum and Pereira 2001). After the rounds the features
// that say little are dropped, and the rest is trained on for half as many.
func Train(examples []Example, lists Lists, o Options) []byte {
	m := &Model{lexicon: *lists.lexicon(examples)}
	t := newTrainer(m, examples)
	t.descend(o, o.Rounds)
	t.prune(o.Rows)
	t.descend(o, o.Rounds/2)
	hashes := t.quantise(m)
	return m.write(hashes)
}

// lexicon makes the lexicon of the lists. Which words are common is told by the
// examples.
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
			tokens := token.Split(name, token.Span{Start: 0, End: len(name)})
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
			for _, t := range token.Split(x.Text, s.Span) {
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
