package event

import (
	"cmp"
	"slices"
	"strings"

	"briefline/app/syntax"
)

// skipped are the relations that never stand in a title.
var skipped = []string{"acl:relcl", "appos", "parataxis", "punct", "discourse", "vocative", "list", "dep", "orphan", "reparandum", "dislocated"}

func skippedAnd(more ...string) []string { return append(more, skipped...) }

// A part is a stretch of a predicate that is taken into a title whole or not at
// all, by rank: 0 always, then the lower first.
type part struct {
	rank  float64
	words []int
}

// noun returns the words of a noun phrase without what hangs behind its head.
func (s *sent) noun(i int) []int {
	out := []int{i}
	head := &s.Words[i]
	for _, k := range s.Kids(i) {
		w := &s.Words[k]
		switch {
		case s.Is(k, "amod"):
			out = append(out, s.Subtree(k, skippedAnd("conj", "acl", "advcl", "obl", "ccomp")...)...)
		case s.Is(k, "det", "compound", "nummod", "flat", "case", "fixed", "goeswith", "nmod:poss", "cc:preconj"):
			out = append(out, s.noun(k)...)
		case k < i && s.Is(k, "nmod") && !s.has(k, "case"): // "half-time"
			out = append(out, s.noun(k)...)
		case s.Is(k, "advmod") && head.POS == syntax.NUM: // "more than a hundred"
			out = append(out, s.noun(k)...)
		case s.Is(k, "punct") && (w.Form == "-" || w.Form == "–" || w.Form == "/" || w.Form == "%"):
			out = append(out, k)
		case s.Is(k, "nmod") && head.POS == syntax.NUM && w.Rel != "nmod:poss",
			w.Rel == "nmod:unmarked" && s.pos(i, syntax.SYM, syntax.NOUN) && s.pos(k, syntax.NUM, syntax.SYM),
			s.Is(k, "obl") && w.POS == syntax.NUM && head.POS == syntax.NUM:
			out = append(out, s.noun(k)...)
		}
	}
	return out
}

// nouns returns the words of a noun phrase with all that "and" joins to it: "of
// Norland and Sarvia" is cut as a whole or not at all.
func (s *sent) nouns(i int) []int {
	out := s.noun(i)
	for _, k := range s.kids(i, "conj") {
		if !s.clause[k] && !s.denied(k) {
			out = append(append(out, s.noun(k)...), s.kids(k, "cc")...)
		}
	}
	return out
}

// behind returns what hangs behind the head of a noun phrase, by rank.
func (s *sent) behind(i int, depth float64) []part {
	var out []part
	for _, k := range s.Kids(i) {
		w := &s.Words[k]
		switch {
		case k < i, s.Is(k, skipped...), s.denied(k): // what stands before its head belongs elsewhere: "According to Lind, Reed"
		case s.Is(k, "nmod") && w.Rel != "nmod:poss" && w.Rel != "nmod:unmarked":
			if s.temporal(k) || s.Words[i].POS == syntax.NUM {
				continue
			}
			rank := 3.0
			if s.kidLemma(k, "case", "of") >= 0 {
				rank = 2.0
			}
			out = append(out, part{rank + depth, s.nouns(k)})
			out = append(out, s.behind(k, depth+1.5)...)
		case s.Is(k, "conj") && s.pos(k, syntax.NOUN, syntax.PROPN, syntax.NUM, syntax.PRON):
			out = append(out, part{2.5 + depth, append(s.noun(k), s.kids(k, "cc")...)})
			out = append(out, s.behind(k, depth+2)...)
		case w.Rel == "acl" && (w.Tag == "TO" || w.Tag == "VB"):
			out = append(out, part{3.5 + depth, s.Subtree(k, skippedAnd("advcl")...)})
		}
	}
	return out
}

// temporal reports whether a phrase says when.
func (s *sent) temporal(i int) bool { return s.date[i] >= 0 }

var (
	awayAdverbs       = set("back away home off out down up together abroad over forward apart aside again")
	timePrepositions  = set("after before until till following")
	causePrepositions = set("despite unlike like because due since amid")
)

// predicateParts returns the parts of a predicate without its subject. depth
// counts how far it hangs below the clause of the title.
func (s *sent) predicateParts(i, depth int) []part {
	parts := []part{{0, []int{i}}}
	hasObject := s.has(i, "obj")
	for _, k := range s.Kids(i) {
		if s.Is(k, "advcl") && k > i && s.marked(k, "to") && is(s.lemma(i), "plan") && !hasObject {
			for _, p := range s.xcompParts(k, depth) { // "agreed to link their grids", read as an end
				parts = append(parts, part{p.rank + 1.2, p.words})
			}
			continue
		}
		if s.Is(k, skipped...) || s.Is(k, "nsubj", "csubj", "cc", "advcl") {
			continue
		}
		if s.Words[i].Rel == "acl:relcl" && s.Words[k].POS == syntax.PRON && (relativeWord(s.low[k]) || s.low[k] == "whom") {
			continue
		}
		parts = append(parts, s.partsOf(i, k, depth, hasObject)...)
	}
	return parts
}

func (s *sent) partsOf(i, k, depth int, hasObject bool) []part {
	verb := s.Words[i].POS == syntax.VERB
	w := &s.Words[k]
	switch w.Base() {
	case "mark":
		if s.low[k] == "to" && depth > 0 {
			return []part{{0, []int{k}}}
		}
	case "expl", "aux", "cop", "fixed":
		return []part{{0, []int{k}}}
	case "compound":
		if verb && w.Rel == "compound:prt" {
			return []part{{0, []int{k}}}
		}
	case "obj", "iobj":
		return s.objectParts(k)
	case "xcomp":
		return s.xcompParts(k, depth)
	case "obl":
		return s.obliqueParts(i, k, hasObject)
	case "advmod":
		return s.adverbParts(i, k)
	case "ccomp":
		if depth == 0 && !hasObject && s.lemma(i) != "say" && k > i && s.clause[k] {
			return s.contentParts(k)
		}
		return nil
	}
	if verb {
		return nil
	}
	switch {
	case w.Rel == "nmod:poss" || s.Is(k, "det", "amod", "nummod", "flat", "case", "goeswith", "compound"):
		return []part{{0, s.noun(k)}}
	case s.Is(k, "nmod") && !s.temporal(k):
		return append([]part{{2.5, s.noun(k)}}, s.behind(k, 2)...)
	case s.Is(k, "conj") && !s.clause[k] && !s.denied(k) && s.Words[k].POS == s.Words[i].POS: // "is fast and cheap"
		return []part{{2.5, append(s.noun(k), s.kids(k, "cc")...)}}
	}
	return nil
}

func (s *sent) objectParts(k int) []part {
	if s.temporal(k) && s.Words[k].POS != syntax.PROPN {
		return nil
	}
	rank := 0.0
	if s.Is(k, "iobj") {
		rank = 1
	}
	return append([]part{{rank, s.noun(k)}}, s.behind(k, 1)...)
}

func (s *sent) xcompParts(k, depth int) []part {
	if !s.pos(k, syntax.VERB, syntax.AUX) && !s.has(k, "cop") && !s.marked(k, "to") {
		return append([]part{{.5, s.noun(k)}}, s.behind(k, 1)...)
	}
	parts := s.predicateParts(k, depth+1)
	for n := range parts {
		parts[n].rank += float64(depth) * .5
	}
	return parts
}

func (s *sent) obliqueParts(i, k int, hasObject bool) []part {
	if s.Words[k].Rel == "obl:agent" && s.has(k, "case") {
		if s.denied(k) {
			return nil
		}
		return append([]part{{1, s.nouns(k)}}, s.behind(k, 2)...)
	}
	if s.temporal(k) || k < i || s.denied(k) {
		return nil
	}
	for _, n := range s.kids(k, "nmod") {
		if s.temporal(n) {
			return nil // "in the early hours of Monday": what is left would say nothing
		}
	}
	if !s.has(k, "case") && !s.has(k, "nummod") && s.Words[k].Rel == "obl:agent" {
		return nil // a second agent that the parser did not join to the first
	}
	for _, c := range s.kids(k, "case") {
		if strings.HasPrefix(s.low[c], "accord") || causePrepositions[s.low[c]] {
			return nil
		}
		if timePrepositions[s.low[c]] && !happening(s.lemma(k)) {
			return nil // often the subject of a clause that the parser did not see
		}
	}
	rank := 2.2
	if hasObject {
		rank = 2.6
	}
	return append([]part{{rank + .01*float64(k-i), s.nouns(k)}}, s.behind(k, 2.5)...)
}

func (s *sent) adverbParts(i, k int) []part {
	switch low := s.low[k]; {
	case low == "not" || low == "n't" || low == "n’t" || low == "never":
		return []part{{0, []int{k}}}
	case awayAdverbs[low] && k > i:
		return []part{{1, []int{k}}}
	}
	return nil
}

// contentParts is a content clause in short: its subject and predicate as one
// part, the rest by rank.
func (s *sent) contentParts(k int) []part {
	var core []int
	if sj := s.ownSubject(k); sj >= 0 {
		core = append(core, s.noun(sj)...)
	}
	for _, m := range s.kids(k, "mark") {
		if s.low[m] != "that" {
			core = append(core, m)
		}
	}
	var rest []part
	for _, p := range s.predicateParts(k, 1) {
		if p.rank <= .6 {
			core = append(core, p.words...)
		} else {
			rest = append(rest, part{2 + p.rank*.5, p.words})
		}
	}
	return append([]part{{1.5, core}}, rest...)
}

// fill takes parts by rank until the budget of words is reached. lost is the
// number of parts of rank below 3 that found no room.
func (s *sent) fill(parts []part, budget int) (taken []int, lost int) {
	slices.SortStableFunc(parts, func(a, b part) int { return cmp.Compare(a.rank, b.rank) })
	in := map[int]bool{}
	n := 0
	for _, p := range parts {
		count := 0
		for _, w := range p.words {
			if !in[w] && s.Words[w].POS != syntax.PUNCT {
				count++
			}
		}
		if p.rank > 1 && n+count > budget {
			if p.rank < 3 {
				lost++
			}
			continue
		}
		for _, w := range p.words {
			if !in[w] {
				in[w] = true
				taken = append(taken, w)
			}
		}
		n += count
	}
	slices.Sort(taken)
	return taken, lost
}

// mend puts back what was left out between two words that were taken: "and", a
// hyphen, a possessive, the article or preposition of a word to the right.
func (s *sent) mend(taken []int) []int {
	in := map[int]bool{}
	for _, w := range taken {
		in[w] = true
	}
	out := slices.Clone(taken)
	for _, w := range taken { // "one-off"
		if f := s.Words[w].Form; (f == "-" || f == "–") && w > 0 && w+1 < len(s.Words) && !s.Words[w].Blank && !s.Words[w+1].Blank {
			for _, m := range []int{w - 1, w + 1} {
				if !in[m] {
					in[m] = true
					out = append(out, m)
				}
			}
		}
	}
	slices.Sort(out)
	taken = slices.Clone(out)
	for n := 1; n < len(taken); n++ {
		x, y := taken[n-1], taken[n]
		if y-x < 2 || y-x > 3 {
			continue
		}
		ok := true
		for m := x + 1; m < y && ok; m++ {
			ok = s.mends(m, y, in, y-x == 2)
		}
		for m := x + 1; m < y && ok; m++ {
			out = append(out, m)
		}
	}
	slices.Sort(out)
	return out
}

func (s *sent) mends(m, y int, in map[int]bool, alone bool) bool {
	h := s.Words[m].Head
	switch low := s.low[m]; {
	case s.Is(m, "cc") && (low == "and" || low == "or" || low == "&"):
		return true
	case low == "'s" || low == "’s" || low == "'" || low == "’" || low == "-" || low == "–" || low == "/":
		return true
	case s.Is(m, "det", "nummod", "case"):
		return h >= y && in[h] && low != "after" && low != "before" && low != "while" && low != "when"
	case low == ",":
		return alone && h >= 0 && in[h] && s.Is(y, "conj", "amod")
	}
	return false
}
