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

// tense returns the direction of the clause that token i stands in: by its tree
// where the sentence was parsed, else that of the nearest verb before it, else of
// the first one after it.
func (s *scan) tense(i int) tense {
	if s.moved(i) {
		return ahead
	}
	if s.isOn(i) {
		return ahead
	}
	until := s.any(i-1, "until", "till")
	if t, sure := s.looksAhead(i); sure && !(until && t == past) {
		return t
	}
	if until && !s.lasted(i) {
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
	for k := i + 1; k < len(s.toks) && k < i+clauseTokens; k++ {
		// an infinitive behind the date hangs on another word: "on July 8, asking to be paid"
		if t := s.verb(k); t != unknownTense && !s.words(k, "to") {
			return t
		}
	}
	if s.any(i-1, "by") || s.words(i-2, "until", "the") {
		return ahead
	}
	return unknownTense
}

// moved reports whether the date at i is the later day of something that was put
// off or set for it: "were postponed until Monday", "had been set for Tuesday".
func (s *scan) moved(i int) bool {
	k := i - 1
	for s.any(k, "the", "next", "this", "at", "least", "early", "late", "noon", "midnight") && k > i-4 {
		k--
	}
	by := s.any(k, "by")
	if !by && !s.any(k, "until", "till", "to", "for", "from") {
		return false
	}
	from := s.any(k, "from") // "moved from Monday to Friday"
	for j := k - 1; j >= 0 && j > k-8; j-- {
		t := s.at(j)
		switch {
		case t.kind == kindPunct && t.w != "'" && t.w != "-":
			return false
		case by && asking[t.w]:
			return true
		case moving[t.w]:
			return !from && !(t.w == "set" && s.is(j+1, unitWord)) && !(s.any(k, "to") && s.any(j, "given", "gave", "called"))
		case isPast(t.w) && !s.noun(j) && !s.any(j, "been", "had", "was", "were", "back", "said"), s.any(j, "lasted", "ran"):
			return false
		}
	}
	return false
}

// isOn reports whether the date at i is where something is: "the vote is on
// Monday", "is at 9 a.m. Monday".
func (s *scan) isOn(i int) bool {
	k := i - 1
	for k > i-7 && (s.any(k, "on", "at", "a", "p", "m", ".", ":", "am", "pm", "now", "noon", "not") || s.at(k).kind == kindNumber) {
		k--
	}
	return s.any(k, "is", "are") && !s.headline()
}

// lasted reports whether something in the past went on until token i.
func (s *scan) lasted(i int) bool {
	for k := i - 2; k >= 0 && k > i-clauseTokens; k-- {
		if s.any(k, "said", "told", "announced") || s.any(k, "been") {
			continue
		}
		switch s.verb(k) {
		case past:
			for j := k; j > k-8; j-- {
				if s.any(j, "has", "have") {
					return false
				}
			}
			return true
		case ahead:
			return false
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
		return s.modal(k)
	case s.any(k, "has", "have", "been", "was", "were"):
		return s.auxiliary(k)
	case c&pastVerb != 0, c&^unitWord == 0 && isPast(t.w), bareOf[t.w]:
		if s.noun(k) {
			return unknownTense
		}
		if bareOf[t.w] {
			return s.bare(k)
		}
		return s.helped(k)
	case c&nowVerb != 0, futurate[thirdPerson(t.w)], futurate[t.w]:
		return s.present(k)
	case t.w == "to" && s.at(k+1).kind == kindWord && s.infinitive(k):
		return ahead
	}
	return unknownTense
}

// auxiliary returns the direction of "has", "was" and the like at k. What has been
// set for a day lies ahead; who has something tells no time.
func (s *scan) auxiliary(k int) tense {
	for j := k + 1; j <= k+3; j++ {
		t := s.at(j)
		switch {
		case t.kind != kindWord:
		case s.any(j, "scheduled", "planned", "slated", "expected", "set", "due") && s.any(j+1, "to", "for", "on", "in", "by", "at", "until"):
			return ahead
		case isPast(t.w), bareOf[t.w], s.any(j, "become", "come", "run"):
			return s.helped(j)
		}
	}
	if s.any(k, "has", "have") {
		return unknownTense
	}
	return s.helped(k)
}

// modal returns the direction of a word that may look ahead.
func (s *scan) modal(k int) tense {
	t := s.at(k)
	if t.upper && k > 0 && (t.w == "may" || t.w == "will") {
		return unknownTense // the month, a name
	}
	switch t.w {
	case "wo":
		return unknownTense
	case "won": // as in "won't"
		if s.words(k+1, "'", "t") {
			return ahead
		}
		return s.helped(k)
	case "planned", "expected", "scheduled", "projected", "anticipated", "supposed", "likely", "slated":
		if s.words(k-1, "was") || s.words(k-1, "were") || s.words(k-1, "had") || s.any(k+1, "to", "for", "on", "by") || s.any(k-1, "is", "are", "be", "been") {
			return ahead
		}
		return unknownTense
	case "plan", "hope", "aim":
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
}

// present returns the direction of a present form: ahead for what is planned or
// going on, and for verbs of a timetable outside a headline.
func (s *scan) present(k int) tense {
	t := s.at(k)
	if t.word.c&nowVerb != 0 {
		if s.any(k+1, "to", "due", "set", "scheduled", "expected") {
			return ahead
		}
		if n := s.at(k + 1); (t.w == "is" || t.w == "are" || t.w == "am") && strings.HasSuffix(n.w, "ing") && len(n.w) > 4 {
			return ahead
		}
	}
	if s.headline() || t.upper {
		return unknownTense
	}
	base := thirdPerson(t.w)
	switch {
	case futurate[t.w]: // "the teams meet again on 30 May"
		b := s.at(k - 1)
		if b.kind == kindWord && (s.any(k-1, "they", "we", "both", "all") || b.word.c == 0 && len(b.w) > 4 && strings.HasSuffix(b.w, "s") && !strings.HasSuffix(b.w, "ss")) {
			return ahead
		}
	case futurate[base] && !s.any(k-1, "the", "a", "an", "his", "her", "its", "their", "of", "in", "two", "three", "four", "for", "and", "'", "s", "no", "with", "these", "those") && s.at(k-1).kind == kindWord:
		return ahead
	}
	return unknownTense
}

// headline reports whether the sentence is the first and has no stop: its present
// tells what has been.
func (s *scan) headline() bool {
	return s.sentence == 0 && !s.any(len(s.toks)-1, ".", "!", "?", "\"", "”")
}

// noun reports whether the past form at k stands as a noun or before one: "the
// retired judge", "a cut".
func (s *scan) noun(k int) bool {
	return s.any(k-1, "the", "a", "an", "its", "his", "their", "our", "my", "these", "those", "no", "some", "any", "each", "every") && !s.any(k, "was", "were", "had", "did")
}

// bare returns the direction of a past form that equals its base: "the army hit
// the town", "will hit", "to hit".
func (s *scan) bare(k int) tense {
	for j := k - 1; j >= 0 && j >= k-3; j-- {
		switch {
		case s.at(j).kind != kindWord:
			return past
		case s.any(j, "to", "do", "does", "did", "not", "never", "and"):
			if s.any(j, "not", "never") {
				continue
			}
			if s.any(j, "to") && s.infinitive(j) {
				return ahead
			}
			if s.any(j, "and") {
				return unknownTense // as the verb before it
			}
			return unknownTense
		case s.is(j, aheadWord) && !s.at(j).upper && !s.any(j, "won"):
			return ahead
		case s.any(j, "been", "be", "is", "are", "was", "were", "has", "have", "had"):
			return s.helped(k)
		}
	}
	return past
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
			if s.any(k, "due", "set", "expected", "scheduled") && s.any(k+1, "to") {
				return ahead
			}
			return past
		case s.any(j, "is", "are", "am"):
			if planning[s.at(k).w] && s.any(k+1, "to", "for", "on", "in", "by") {
				return ahead
			}
			return unknownTense // "is held in June"
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
	if s.is(k-1, aheadWord) || planning[s.at(k-1).w] || s.any(k-1, "has", "have") {
		return true
	}
	if s.any(k-1, "is", "are") {
		return true
	}
	for j := k - 1; j >= 0 && j > k-clauseTokens; j-- {
		if t := s.at(j); t.word.c&(pastVerb|nowVerb|aheadWord) != 0 || isPast(t.w) && !s.noun(j) {
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
