package timex

// namedAfter are the nouns that a year behind "of" gives a name to: "the Equality
// Act of 2010".
var namedAfter = set("act", "acts", "law", "treaty", "constitution", "convention", "code", "bill", "ordinance", "decree", "agreement", "accord", "accords",
	"protocol", "declaration", "charter", "regulation", "directive", "class", "statute", "edict", "statutes")

// inName reports whether m is part of a name, by its words: a year behind a
// capitalised noun ("Euro 2016"), or between an article and one ("the 2016 Summer
// Olympics"), or behind the name of a law.
func (s *scan) inName(m match) bool {
	if m.w.g != year || m.to-m.from > 2 || m.anchor != (Span{}) || s.at(m.to-1).kind != kindNumber {
		return false
	}
	after := s.at(m.to)
	switch {
	case s.behindName(m.from):
		return true
	case s.any(m.from-1, "of") && s.at(m.from-2).upper && namedAfter[s.at(m.from-2).w]:
		return true
	case s.any(m.from-1, "the", "its", "his", "her", "their", "s") && after.kind == kindWord && after.upper && after.word.c&(monthWord|weekdayWord) == 0:
		return true
	}
	return false
}

// behindName reports whether the number at k follows a capitalised noun: "Euro 2016".
func (s *scan) behindName(k int) bool {
	b := s.at(k - 1)
	if s.any(k+1, ")", ";") || s.any(k+1, ",", ":") && s.bracketed(k) {
		return false // a work that is cited: "(Turano 2011)"
	}
	return b.kind == kindWord && b.upper && b.word.c == 0 && !s.any(k-1, closedWords...) && !s.opens(k-1) && !s.any(k-1, prepositions...) && !yearVerbs[b.w]
}

// prepositions are capitalised at the head of a sentence and in titles.
var prepositions = []string{"in", "by", "since", "until", "till", "from", "on", "of", "the", "around", "between", "during", "before", "after", "about", "and",
	"early", "late", "mid", "circa", "ca", "c", "through", "throughout", "to", "into", "for", "or", "as", "at", "year", "anno", "ad", "fiscal", "copyright", "this", "his", "her", "its", "their", "but"}

// opens reports whether token k is the first word of its sentence, whose capital
// tells nothing.
func (s *scan) opens(k int) bool {
	return k == 0 || k == 1 && s.at(0).kind == kindPunct
}

// bracketed reports whether token k stands in brackets.
func (s *scan) bracketed(k int) bool {
	for j := k - 1; j >= 0 && j > k-clauseTokens; j-- {
		switch s.at(j).w {
		case "(", "[":
			return true
		case ")", "]":
			return false
		}
	}
	return false
}
