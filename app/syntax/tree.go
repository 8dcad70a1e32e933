// Package syntax reads a text as sentences of words, each with its part of
// speech, its features, its head and the relation to it, in the terms of
// Universal Dependencies 2 (universaldependencies.org). A trained network does
// the reading; what it has read is a plain value that any number of readers may
// share.
package syntax

import (
	"strings"

	txt "briefline/app/text"
)

// Word is a syntactic word of UD: "don't" is two, "do" and "n't".
type Word struct {
	txt.Span         // bytes of the text, half-open; the words of a sentence lie in order
	Form     string  // as the text has it
	Lemma    string  // in lower case but for proper nouns: "be" for "was"
	POS      POS     // universal part of speech
	Tag      string  // Penn Treebank tag: "VBD", "NNP"
	Feats    string  // UD features, sorted, "Mood=Ind|Tense=Past|VerbForm=Fin"; empty for none
	Head     int     // index of its head in the sentence, -1 for the root
	Rel      string  // relation to its head with its subtype: "nsubj:pass"; "root" for the root
	Blank    bool    // blank space stands before it, or it is the first of its sentence
	Sure     float32 // how sure the parser is of Head and Rel together, 0 to 1; 1 for trees read from a file
}

// POS is a universal part of speech, as CoNLL-U writes it.
type POS string

// The parts of speech of UD 2.
const (
	ADJ   POS = "ADJ"
	ADP   POS = "ADP"
	ADV   POS = "ADV"
	AUX   POS = "AUX"
	CCONJ POS = "CCONJ"
	DET   POS = "DET"
	INTJ  POS = "INTJ"
	NOUN  POS = "NOUN"
	NUM   POS = "NUM"
	PART  POS = "PART"
	PRON  POS = "PRON"
	PROPN POS = "PROPN"
	PUNCT POS = "PUNCT"
	SCONJ POS = "SCONJ"
	SYM   POS = "SYM"
	VERB  POS = "VERB"
	X     POS = "X"
)

// Base returns the relation without its subtype: "nsubj" of "nsubj:pass".
func (w *Word) Base() string {
	base, _, _ := strings.Cut(w.Rel, ":")
	return base
}

// Feat returns the value of a feature, "Past" of "Tense"; empty when it has none.
func (w *Word) Feat(name string) string {
	for rest := w.Feats; rest != ""; {
		var pair string
		pair, rest, _ = strings.Cut(rest, "|")
		if key, value, ok := strings.Cut(pair, "="); ok && key == name {
			return value
		}
	}
	return ""
}

// Sentence is a sentence with its tree. It has exactly one root, and every word
// reaches it. Link must have been called after a change of heads.
type Sentence struct {
	txt.Span
	Words []Word
	Names []NameScores // of each word; nil where no network scored them

	kids [][]int // children of each word, in order
	root int     // -1 in a sentence without words
}

// Link computes the children of each word. Heads outside the sentence, cycles
// and further roots are mended so that the tree holds: such a word hangs on the
// root, and the first word is the root where there is none.
func (s *Sentence) Link() {
	n := len(s.Words)
	s.root = -1
	for i := range s.Words {
		if h := s.Words[i].Head; h < 0 || h >= n || h == i {
			if s.root < 0 {
				s.root = i
			}
			s.Words[i].Head = -1
		}
	}
	if s.root < 0 && n > 0 {
		s.root = 0
	}
	const unseen, open, done = 0, 1, 2
	state := make([]uint8, n)
	for i := range s.Words {
		w := &s.Words[i]
		if i == s.root {
			w.Head, w.Rel = -1, "root"
		} else if w.Head < 0 {
			w.Head = s.root
			if w.Rel == "root" || w.Rel == "" {
				w.Rel = "parataxis"
			}
		}
	}
	for i := range s.Words {
		var path []int
		j := i
		for j >= 0 && state[j] == unseen {
			state[j] = open
			path = append(path, j)
			j = s.Words[j].Head
		}
		if j >= 0 && state[j] == open { // a cycle: cut it where it closes
			s.Words[path[len(path)-1]].Head = s.root
		}
		for _, k := range path {
			state[k] = done
		}
	}
	s.kids = make([][]int, n)
	for i := range s.Words {
		if h := s.Words[i].Head; h >= 0 {
			s.kids[h] = append(s.kids[h], i)
		}
	}
}

// Root returns the index of the root, -1 in a sentence without words.
func (s *Sentence) Root() int { return s.root }

// Kids returns the children of word i in order. The caller must not change them.
func (s *Sentence) Kids(i int) []int { return s.kids[i] }

// Kid returns the first child of word i whose relation or base relation is one
// of rels, -1 for none.
func (s *Sentence) Kid(i int, rels ...string) int {
	for _, k := range s.kids[i] {
		if s.Is(k, rels...) {
			return k
		}
	}
	return -1
}

// Is reports whether word i has one of the relations, with or without subtype.
func (s *Sentence) Is(i int, rels ...string) bool {
	w := &s.Words[i]
	base := w.Base()
	for _, r := range rels {
		if w.Rel == r || base == r {
			return true
		}
	}
	return false
}

// Subtree returns the indices of word i and all below it, in order, without the
// branches that hang by one of the relations in skip, at every level.
func (s *Sentence) Subtree(i int, skip ...string) []int {
	in := make([]bool, len(s.Words))
	stack, count := []int{i}, 0
	for len(stack) > 0 {
		k := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if in[k] {
			continue
		}
		in[k] = true
		count++
		for _, c := range s.kids[k] {
			if !s.Is(c, skip...) {
				stack = append(stack, c)
			}
		}
	}
	out := make([]int, 0, count)
	for k, yes := range in {
		if yes {
			out = append(out, k)
		}
	}
	return out
}

// Extent returns the bytes from the first to the last word of the subtree of
// word i, without the branches in skip and without marks at its ends.
func (s *Sentence) Extent(i int, skip ...string) txt.Span {
	words := s.Subtree(i, skip...)
	for len(words) > 1 && s.Words[words[0]].POS == PUNCT {
		words = words[1:]
	}
	for len(words) > 1 && s.Words[words[len(words)-1]].POS == PUNCT {
		words = words[:len(words)-1]
	}
	return txt.Span{Start: s.Words[words[0]].Start, End: s.Words[words[len(words)-1]].End}
}

// Above reports whether word a is an ancestor of word b, or b itself.
func (s *Sentence) Above(a, b int) bool {
	for ; b >= 0; b = s.Words[b].Head {
		if a == b {
			return true
		}
	}
	return false
}

// At returns the index of the word that holds the byte at, or of the first word
// that begins after it; -1 when there is none.
func (s *Sentence) At(at int) int {
	lo, hi := 0, len(s.Words)
	for lo < hi {
		if mid := (lo + hi) / 2; s.Words[mid].End <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo == len(s.Words) {
		return -1
	}
	return lo
}

// Within returns the half-open range of the words that overlap a span of bytes.
func (s *Sentence) Within(at txt.Span) (from, to int) {
	for from < len(s.Words) && s.Words[from].End <= at.Start {
		from++
	}
	for to = from; to < len(s.Words) && s.Words[to].Start < at.End; to++ {
	}
	return from, to
}

// HeadOf returns the word of the half-open range whose head lies outside it: the
// head of the phrase. A mark or preposition is taken only when nothing else is
// there; -1 for an empty range.
func (s *Sentence) HeadOf(from, to int) int {
	head := -1
	for i := from; i < to; i++ {
		if h := s.Words[i].Head; h >= from && h < to {
			continue
		}
		if p := s.Words[i].POS; p != PUNCT && p != ADP {
			return i
		}
		if head < 0 {
			head = i
		}
	}
	return head
}

// Subject returns the subject of predicate i by control, -1 for none: its own;
// that of the verb it is coordinated with; of an open complement the object of
// its governor, else the governor's subject; of an adverbial clause without one
// the main clause's; of a clause at a noun the noun.
func (s *Sentence) Subject(i int) int {
	for range 8 { // deeper nesting is a misreading
		if k := s.Kid(i, "nsubj", "csubj"); k >= 0 {
			if p := s.Words[k]; p.Feat("PronType") == "Rel" && s.Is(i, "acl:relcl") {
				return s.Words[i].Head
			}
			return k
		}
		h := s.Words[i].Head
		if h < 0 {
			return -1
		}
		switch s.Words[i].Base() {
		case "conj", "advcl", "parataxis":
		case "xcomp":
			if o := s.Kid(h, "obj", "iobj"); o >= 0 {
				return o
			}
		case "acl":
			return h
		default:
			return -1
		}
		i = h
	}
	return -1
}
