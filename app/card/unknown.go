package card

import (
	"strings"

	"briefline/app/analysis"
	"briefline/app/syntax"
)

// mostUnknown is how many open questions a card shows.
const mostUnknown = 3

// Unknown returns the sentences in which the article itself says that something
// is not known, not clear, disputed or not answered, in order. What stands
// between quotation marks, is denied of the past ("it was not clear then") or is a
// speaker's own ignorance does not count.
func Unknown(a *analysis.Analysis) []int {
	var out []int
	for i := range a.Sentences {
		if len(out) == mostUnknown {
			break
		}
		s := &a.Sentences[i]
		if a.Furniture[i] || i == a.Headline || len(s.Words) < 4 {
			continue
		}
		for k := range s.Words {
			if a.Quoted(s.Words[k].Start) < 0 && opens(s, k) {
				out = append(out, i)
				break
			}
		}
	}
	return out
}

var (
	unclear   = set("unclear unknown unconfirmed undisclosed unidentified unresolved disputed")
	clear     = set("clear known certain confirmed")
	declined  = set("decline refuse")
	answers   = set("comment answer say respond reply elaborate discuss disclose confirm name identify give reveal")
	reacted   = set("respond reply return answer comment")
	reachable = set("reach contact")
	settled   = set("determine decide establish confirm identify release announce know set disclose explain")
	told      = set("explain give cite offer provide")
	reasons   = set("reason detail explanation cause motive figure name comment")
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// opens reports whether word k is the head of a clause that leaves something
// open.
func opens(s *syntax.Sentence, k int) bool {
	w := &s.Words[k]
	not := negated(s, k)
	switch {
	case unclear[w.Lemma] && w.POS == syntax.ADJ: // "it is unclear whether", "remains unknown"
		return !not && (s.Kid(k, "cop") >= 0 || s.Is(k, "xcomp")) && !pastOnly(s, k)
	case clear[w.Lemma] && (w.POS == syntax.ADJ || w.Tag == "VBN"): // "it was not immediately clear"
		return not && s.Kid(k, "cop", "aux:pass") >= 0 && !personal(s, k)
	case declined[w.Lemma]: // "declined to comment"
		x := s.Kid(k, "xcomp")
		return !not && x >= 0 && answers[s.Words[x].Lemma] && w.Feat("VerbForm") != "Inf"
	case reachable[w.Lemma]: // "could not be reached for comment"
		return not && s.Kid(k, "aux:pass") >= 0 && s.Kid(k, "aux") >= 0
	case reacted[w.Lemma]: // "did not respond to a request"
		return not && s.Kid(k, "aux") >= 0 && s.Words[s.Kid(k, "aux")].Lemma == "do" && s.Kid(k, "obl", "advmod") >= 0
	case told[w.Lemma] && not: // "gave no reason", "did not give details"
		o := s.Kid(k, "obj")
		return o >= 0 && reasons[s.Words[o].Lemma]
	case told[w.Lemma]:
		o := s.Kid(k, "obj")
		return o >= 0 && reasons[s.Words[o].Lemma] && hasNo(s, o)
	case settled[w.Lemma]: // "has yet to be determined", "has not been released"
		return yet(s, k) || not && s.Kid(k, "aux:pass") >= 0 && present(s, k)
	}
	return false
}

func negated(s *syntax.Sentence, k int) bool {
	for _, c := range s.Kids(k) {
		switch s.Words[c].Lemma {
		case "not", "n't", "never", "no":
			if s.Is(c, "advmod", "det", "cc:preconj") || s.Words[c].Feat("Polarity") == "Neg" {
				return true
			}
		}
	}
	return false
}

func hasNo(s *syntax.Sentence, k int) bool {
	d := s.Kid(k, "det")
	return d >= 0 && s.Words[d].Lemma == "no"
}

// personal reports whether the subject is a person who does not know rather than
// a fact that is not known.
func personal(s *syntax.Sentence, k int) bool {
	sub := s.Kid(k, "nsubj")
	return sub >= 0 && s.Words[sub].POS == syntax.PRON && s.Words[sub].Lemma != "it" && s.Words[sub].Lemma != "what"
}

// pastOnly reports whether the clause tells of an older state: "it had been
// unclear".
func pastOnly(s *syntax.Sentence, k int) bool {
	a := s.Kid(k, "aux")
	return a >= 0 && s.Words[a].Form == "had"
}

// present reports whether a passive is told in the present perfect or present.
func present(s *syntax.Sentence, k int) bool {
	for _, c := range s.Kids(k) {
		if s.Is(c, "aux", "aux:pass") && (s.Words[c].Tag == "VBZ" || s.Words[c].Tag == "VBP") {
			return true
		}
	}
	return false
}

// yet reports whether something has yet to happen: "has yet to be announced".
func yet(s *syntax.Sentence, k int) bool {
	if !s.Is(k, "xcomp", "advcl", "acl", "ccomp") && s.Words[k].Tag != "VB" && s.Kid(k, "mark") < 0 {
		return false
	}
	for i := k - 1; i >= 0 && k-i <= 4; i-- {
		if s.Words[i].Lemma == "yet" && i > 0 && (s.Words[i-1].Lemma == "have" || s.Words[i-1].Lemma == "be") {
			return true
		}
	}
	return false
}
