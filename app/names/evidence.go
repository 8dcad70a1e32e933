package names

import "briefline/app/syntax"

// The network for names (package syntax) and the model of this package both score
// the labels of words as linear chains, so the best labels by the sum of their
// scores are those that the two find best together: a product of experts (Hinton
// 2002). They err on different names. The network knows words by what they are
// like in much text; the model knows lists of names, and what the whole document
// does with a word.

// row is what the network says of one word of ours, in the order of labels.
type row = syntax.NameScores

var _ = [1]struct{}{}[len(row{})-labels] // the network has as many labels

// evidence appends to out a row for each of the words ws of a sentence. A word of
// ours that is several of the sentence's is labelled as they are together; of a
// word of the sentence's that is several of ours nothing is known, nor where no
// network has read.
func evidence(out []row, ws []word, s *syntax.Sentence) []row {
	known := len(s.Names) == len(s.Words)
	k := 0
	for i := range ws {
		var r row
		start, end := int(ws[i].start), int(ws[i].end)
		for k < len(s.Words) && s.Words[k].End <= start {
			k++
		}
		last := k
		for last < len(s.Words) && s.Words[last].Start < end {
			last++
		}
		if known && k < last && s.Words[k].Start >= start && s.Words[last-1].End <= end {
			r = together(s.Names[k:last])
		}
		out = append(out, r)
	}
	return out
}

// together returns the scores of some words as if they were one.
func together(words []row) row {
	if len(words) == 1 {
		return words[0]
	}
	var r row
	first, last := &words[0], &words[len(words)-1]
	for i := range words {
		r[0] += words[i][0]
	}
	for k := Person; k <= Place; k++ {
		var within float32 // all of them inside
		for i := range words {
			within += words[i][label(k, middle)]
		}
		opens := first[label(k, begin)] - first[label(k, middle)]
		shuts := last[label(k, end)] - last[label(k, middle)]
		r[label(k, middle)] = within
		r[label(k, begin)] = within + opens
		r[label(k, end)] = within + shuts
		r[label(k, alone)] = within + opens + shuts
	}
	return r
}

// finite marks the words that are finite verbs in the sentence's tree.
func finite(ws []word, s *syntax.Sentence) {
	k := 0
	for i := range ws {
		for k < len(s.Words) && s.Words[k].End <= int(ws[i].start) {
			k++
		}
		if k == len(s.Words) {
			return
		}
		w := &s.Words[k]
		if w.Start == int(ws[i].start) && (w.POS == syntax.VERB || w.POS == syntax.AUX) && w.Feat("VerbForm") == "Fin" {
			ws[i].form |= verbal
		}
	}
}
