package attribution

import (
	"strings"

	"briefline/app/briefing"
)

// carryOn adds the further sentences of quotations: those before or behind the
// sentence with the cue within the same marks, the paragraphs that reopen them,
// and a quotation that follows its speaker's in the same paragraph with no cue.
func carryOn(text string, sentences []briefing.Span, quotes []quotation, found []Statement) []Statement {
	if len(quotes) == 0 {
		return found
	}
	owner := make([]int, len(quotes)) // 1 + the statement that has a part of the quotation
	claimed := make([]bool, len(sentences))
	for k, s := range found {
		claimed[s.Sentence] = true
		for _, part := range []briefing.Span{s.Content, s.Rest} {
			if zero(part) {
				continue
			}
			if q := within(quotes, part); q >= 0 && owner[q] == 0 && !(quotes[q].start <= s.Cue.Start && s.Cue.End <= quotes[q].end && !zero(s.Cue)) {
				owner[q] = 1 + k
			}
		}
	}
	s := 0
	for q, quote := range quotes {
		for s < len(sentences) && sentences[s].End <= quote.start {
			s++
		}
		if owner[q] == 0 && q > 0 && owner[q-1] != 0 && follows(text, sentences, quotes, claimed, q, s) {
			owner[q] = owner[q-1]
		}
		if owner[q] == 0 {
			continue
		}
		from := found[owner[q]-1]
		for k := s; k < len(sentences) && sentences[k].Start < quote.end; k++ {
			part := trim(text, briefing.Span{Start: max(sentences[k].Start, quote.start), End: min(sentences[k].End, quote.end)})
			if k == from.Sentence || claimed[k] && overlapsAny(found, k, part) || zero(part) {
				continue
			}
			kind, also := kindOf(text[part.Start:part.End], cueVerb{frame: says})
			found = append(found, Statement{
				Content: part, Speaker: from.Speaker, Kind: kind, Also: also,
				Form: Quotation, Sentence: k, Direct: true, Continues: true,
			})
		}
	}
	return found
}

// within returns the quotation that holds all of the span or, when it is the
// longer, most of it; -1 when there is none.
func within(quotes []quotation, s briefing.Span) int {
	lo, hi := 0, len(quotes)
	for lo < hi {
		mid := (lo + hi) / 2
		if quotes[mid].to <= s.Start {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for q := lo; q < len(quotes) && q < lo+4 && quotes[q].from < s.End; q++ {
		if quotes[q].start <= s.Start && s.End <= quotes[q].end {
			return q
		}
		if s.End == quotes[q].end || s.Start >= quotes[q].start { // its last words
			return q
		}
	}
	return -1
}

// follows reports whether quotation q carries on the one before it: the next
// paragraph of it, or a sentence of its own in the same paragraph that nobody
// else claims.
func follows(text string, sentences []briefing.Span, quotes []quotation, claimed []bool, q, s int) bool {
	before, this := quotes[q-1], quotes[q]
	gap := text[before.to:this.from]
	if before.on {
		return strings.TrimSpace(gap) == ""
	}
	if len(gap) > 300 || strings.Contains(gap, "\n\n") {
		return false
	}
	if s >= len(sentences) || claimed[s] || s > 0 && sentences[s-1].End > this.from && sentences[s-1].Start < before.to && claimed[s-1] && sentences[s-1].Start < this.from {
		return false
	}
	// The quotation opens its sentence, and closes one.
	if this.from > sentences[s].Start+1 {
		return false
	}
	for s < len(sentences) && sentences[s].End < this.end {
		s++
	}
	return s < len(sentences) && sentences[s].End <= this.to+2
}

func overlapsAny(found []Statement, sentence int, part briefing.Span) bool {
	for k := len(found) - 1; k >= 0 && k > len(found)-64; k-- {
		if overlap(found[k].Content, part) || overlap(found[k].Rest, part) {
			return true
		}
	}
	return false
}

// trim takes blanks, closing stops and marks off a span.
func trim(text string, s briefing.Span) briefing.Span {
	t := text[s.Start:s.End]
	t = strings.TrimRight(t, " \t\r\n.,;:\"”»’")
	s.End = s.Start + len(t)
	s.Start += len(t) - len(strings.TrimLeft(t, " \t\r\n\"“«‘"))
	return s
}
