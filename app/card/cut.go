package card

import (
	"strings"

	"briefline/app/syntax"
	txt "briefline/app/text"
)

// Cut shortens a sentence that is longer than most bytes at a clause bound: in
// front of a relative, adverbial, coordinated or loosely joined clause, or a
// phrase in apposition, that goes on to the sentence's end. It returns the bytes
// to keep and whether any were left out; the whole sentence where no bound lets a
// clause with its subject and verb stand.
func Cut(s *syntax.Sentence, text string, most int) (keep txt.Span, cut bool) {
	keep = s.Span
	if keep.End-keep.Start <= most || s.Root() < 0 {
		return keep, false
	}
	end := len(s.Words)
	for end > 0 && s.Words[end-1].POS == syntax.PUNCT {
		end--
	}
	best := 0
	for i := range s.Words {
		if !s.Is(i, "acl", "advcl", "conj", "parataxis", "appos", "dep") || s.Above(i, s.Root()) {
			continue
		}
		tree := s.Subtree(i)
		if tree[len(tree)-1] < end-1 { // goes on behind it: the rest would not join
			continue
		}
		first := tree[0]
		if first <= s.Root() {
			continue
		}
		for first > 0 && (s.Words[first-1].POS == syntax.PUNCT || s.Words[first-1].POS == syntax.CCONJ) {
			first--
		}
		if stop := s.Words[first-1].End; stop-keep.Start <= most && first > best && whole(s, first) && balanced(text[keep.Start:stop]) {
			best = first
		}
	}
	if best == 0 {
		return keep, false
	}
	return txt.Span{Start: keep.Start, End: s.Words[best-1].End}, true
}

// whole reports whether the words before a cut keep the root with its subject
// and object.
func whole(s *syntax.Sentence, cut int) bool {
	for _, k := range s.Kids(s.Root()) {
		if k >= cut && s.Is(k, "nsubj", "obj", "xcomp", "ccomp", "cop", "aux", "obl:agent") {
			return false
		}
	}
	return true
}

// balanced reports whether quotation marks and brackets that open also close.
func balanced(words string) bool {
	return strings.Count(words, "“") == strings.Count(words, "”") && strings.Count(words, `"`)%2 == 0 &&
		strings.Count(words, "(") == strings.Count(words, ")") && strings.Count(words, "«") == strings.Count(words, "»")
}
