package timex

import "strings"

// tense is the direction that a clause gives to its dates.
type tense int

const (
	unknownTense tense = iota
	past
	ahead
)

// clauseTokens is how far a verb is looked for.
const clauseTokens = 40

// tense returns the direction of the clause that token i stands in: that of the
// nearest verb before it, else of the first one after it.
func (s *scan) tense(i int) tense {
	if s.any(i-1, "until", "till") && !s.lasted(i) {
		return ahead
	}
	for k := i - 1; k >= 0 && k > i-clauseTokens; k-- {
		if s.at(k).w == ";" {
			break
		}
		if t := s.verb(k); t != unknownTense {
			return t
		}
	}
	if s.any(i-1, "by") || s.words(i-2, "until", "the") {
		return ahead
	}
	for k := i + 1; k < len(s.toks) && k < i+clauseTokens; k++ {
		if t := s.verb(k); t != unknownTense {
			return t
		}
	}
	return unknownTense
}

// lasted reports whether something in the past went on until token i.
func (s *scan) lasted(i int) bool {
	for k := i - 2; k >= 0 && k > i-clauseTokens; k-- {
		if s.any(k, "was", "were", "had", "did", "remained", "stayed", "lasted", "continued", "waited", "ran", "kept", "didn", "held") && !s.any(k-1, "has", "have") {
			return true
		}
	}
	return false
}

// verb returns the direction that token k gives, if it is a verb or a part of one.
func (s *scan) verb(k int) tense {
	t := s.at(k)
	if t.kind != kindWord {
		return unknownTense
	}
	switch c := t.word.c; {
	case c&aheadWord != 0:
		if t.upper && k > 0 && (t.w == "may" || t.w == "will") {
			return unknownTense // the month, a name
		}
		switch t.w {
		case "planned", "expected", "scheduled", "projected", "anticipated", "supposed", "likely", "slated":
			if s.words(k-1, "was") || s.words(k-1, "were") || s.words(k-1, "had") || s.any(k+1, "to", "for", "on", "by") || s.any(k-1, "is", "are", "be", "been") {
				return ahead
			}
			return unknownTense
		case "can", "could", "might", "plan", "hope", "aim":
			if t.w == "could" || t.w == "can" || t.w == "might" {
				return ahead
			}
			if s.any(k+1, "to") {
				return ahead
			}
			return unknownTense
		case "should", "must", "would":
			if s.words(k+1, "have") {
				return past
			}
		}
		return ahead
	case c&pastVerb != 0, c&^(unitWord) == 0 && isPast(t.w):
		return s.helped(k)
	case c&nowVerb != 0:
		if s.any(k+1, "to", "due", "set", "scheduled", "expected") {
			return ahead
		}
		if n := s.at(k + 1); (t.w == "is" || t.w == "are" || t.w == "am") && strings.HasSuffix(n.w, "ing") && len(n.w) > 4 {
			return ahead
		}
		if t.w == "begins" || t.w == "starts" || t.w == "opens" || t.w == "expires" {
			return ahead
		}
	case t.w == "to" && s.at(k+1).kind == kindWord && s.infinitive(k):
		return ahead
	}
	return unknownTense
}

// isPast reports whether w looks like a regular past form.
func isPast(w string) bool {
	return len(w) > 4 && strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "eed") && w != "united" && w != "hundred"
}

// helped returns the direction of the past form at k under the words before it:
// "released", "will be released", "to be released".
func (s *scan) helped(k int) tense {
	for j := k - 1; j >= 0 && j >= k-4; j-- {
		switch {
		case s.at(j).kind != kindWord:
			return past
		case s.any(j, "to") && s.any(j+1, "be", "have", "get", "remain", "stay", "become", "keep"):
			if s.infinitive(j) {
				return ahead
			}
			return past
		case s.any(j, "have", "been", "has", "had", "was", "were"):
			return past
		case s.any(j, "will", "shall", "would", "may", "might", "could", "must", "should", "ll", "can") && !s.at(j).upper:
			return ahead
		}
	}
	return past
}

// infinitive reports whether "to" at k hangs on a word that looks ahead, or on no
// verb at all, as in a headline: "Markets to remain closed".
func (s *scan) infinitive(k int) bool {
	if n := s.at(k + 1); n.upper || n.word.c&starts&^unitWord != 0 || !baseVerb(n.w) {
		return false
	}
	if s.is(k-1, aheadWord) || s.any(k-1, "agreed", "decided", "ready", "set", "want", "wants", "intention", "deadline", "has", "have", "need", "needs", "right", "promised", "threatened", "prepared", "wanted") {
		return true
	}
	if s.any(k-1, "is", "are") {
		return true
	}
	for j := k - 1; j >= 0 && j > k-clauseTokens; j-- {
		if c := s.at(j).word.c; c&(pastVerb|nowVerb|aheadWord) != 0 || isPast(s.at(j).w) {
			return false
		}
	}
	return k > 0 && s.at(k-1).kind == kindWord && s.at(0).upper
}

func baseVerb(w string) bool {
	switch w {
	case "the", "a", "an", "his", "her", "its", "their", "this", "that", "these", "those", "be", "":
		return w == "be"
	}
	return !strings.HasSuffix(w, "ing") && !strings.HasSuffix(w, "ed")
}
