package speech

import (
	"strings"
	"unicode"

	"briefline/app/syntax"
	txt "briefline/app/text"
)

// piece is what one sentence has of a quotation.
type piece struct {
	at       txt.Span
	sentence int
	wordless bool // it has only marks, as "[...]" does
	clause   bool // it has a subject and a finite verb, or fills its sentence
}

// quotations adds direct speech: each quotation cut at the ends of sentences.
// Together the pieces hold all of its words.
func (r *reader) quotations() {
	for q := range r.a.Quotes {
		quote := &r.a.Quotes[q]
		if quote.Parent >= 0 {
			continue
		}
		pieces := r.pieces(q)
		if len(pieces) == 0 || !r.isSpeech(q, pieces) {
			continue
		}
		who := r.attribute(q, pieces)
		for _, p := range join(pieces) {
			c := who
			c.sentence, c.quote, c.Direct = p.sentence, q, true
			c.Rule, c.Words = Quoted, p.at
			r.found = append(r.found, c)
		}
	}
}

// pieces cuts a quotation at the ends of sentences, and at those of its parts.
// What stands in a headline, a caption or a paragraph that the structure has
// given to a voice is none.
func (r *reader) pieces(q int) []piece {
	var out []piece
	for _, part := range r.a.Quotes[q].Parts {
		for i := r.a.SentenceAt(part.Start); i >= 0 && i < len(r.a.Sentences) && r.a.Sentences[i].Start < part.End; i++ {
			if i == r.a.Headline || r.a.Furniture[i] || r.talk[i] {
				continue
			}
			s := &r.a.Sentences[i]
			end := part.End
			if i+1 < len(r.a.Sentences) {
				end = min(end, r.a.Sentences[i+1].Start)
			}
			at := r.quoteTrim(txt.Span{Start: max(part.Start, s.Start), End: end})
			if at.Start >= at.End {
				continue
			}
			from, to := s.Within(at)
			words, all := 0, 0
			for k := range s.Words {
				if s.Words[k].POS != syntax.PUNCT {
					all++
					if k >= from && k < to {
						words++
					}
				}
			}
			verb, subject := finite(s, from, to)
			out = append(out, piece{at: at, sentence: i, wordless: !strings.ContainsFunc(at.Of(r.a.Text), unicode.IsLetter), clause: words > 0 && (verb && subject || verb && words >= 2 && imperative(s, from, to) || words*10 >= all*8)})
		}
	}
	return out
}

// imperative reports whether these words begin with a bidding: a base form at
// their head, "please" or "do not" before it.
func imperative(s *syntax.Sentence, from, to int) bool {
	for i := from; i < to; i++ {
		w := &s.Words[i]
		switch {
		case w.POS == syntax.VERB || w.POS == syntax.AUX:
			return w.Feat("Mood") == "Imp" || w.Tag == "VB"
		case w.POS == syntax.PUNCT || w.POS == syntax.INTJ || w.POS == syntax.ADV:
		default:
			return false
		}
	}
	return false
}

// quoteTrim takes the blanks off a piece; its marks are its own.
func (r *reader) quoteTrim(at txt.Span) txt.Span {
	words := at.Of(r.a.Text)
	left := strings.TrimLeft(words, " \t\r\n\u00a0")
	at.Start += len(words) - len(left)
	at.End = at.Start + len(strings.TrimRight(left, " \t\r\n\u00a0"))
	return at
}

// isSpeech tells direct speech from words that are only named or set apart: it
// has a clause of its own, or the verb of saying beside it governs it.
func (r *reader) isSpeech(q int, pieces []piece) bool {
	clauses := 0
	for _, p := range pieces {
		if p.clause {
			clauses++
		}
	}
	if clauses == 0 {
		return r.governed(q, pieces)
	}
	if len(pieces) > 1 {
		return true
	}
	// A clause inside a sentence of the reporter's: "the sign “we buy gold” fell".
	s := &r.a.Sentences[pieces[0].sentence]
	from, to := s.Within(pieces[0].at)
	head := s.HeadOf(from, to)
	if head < 0 || s.Is(head, "root", "ccomp", "parataxis", "conj", "advcl", "obj", "xcomp", "dep", "appos", "csubj") {
		return true
	}
	return r.governed(q, pieces)
}

// governed reports whether a quotation of few words is what a verb of saying
// beside it governs, set off by a comma or colon: “Never,” she said.
func (r *reader) governed(q int, pieces []piece) bool {
	quote := &r.a.Quotes[q]
	s := &r.a.Sentences[pieces[0].sentence]
	inner := quote.Words().Of(r.a.Text)
	before := strings.TrimRight(r.a.Text[max(0, quote.Start-8):quote.Start], " ")
	after := r.a.Text[quote.End:min(len(r.a.Text), quote.End+2)]
	setOff := strings.ContainsAny(inner[len(inner)-1:], ",.!?") || strings.HasPrefix(after, ",") || strings.HasSuffix(before, ",") || strings.HasSuffix(before, ":")
	if !setOff {
		return false
	}
	from, to := s.Within(pieces[0].at)
	head := s.HeadOf(from, to)
	if head < 0 {
		return false
	}
	if h := s.Words[head].Head; h >= 0 && (h < from || h >= to) && r.frameOf(&s.Words[h])&fQuote != 0 && s.Is(head, "ccomp", "obj", "parataxis", "xcomp", "dep", "obl") {
		return true
	}
	for _, k := range s.Kids(head) {
		if (k < from || k >= to) && r.frameOf(&s.Words[k])&fQuote != 0 && s.Is(k, "parataxis", "conj") {
			return true
		}
	}
	return false
}

// join gives each piece without a clause to the one before it, else behind it, in
// the same paragraph, so that no word of a quotation is lost.
func join(pieces []piece) []piece {
	var out []piece
	for _, p := range pieces {
		n := len(out)
		if n > 0 && p.at.Start-out[n-1].at.End < 3 && (!p.clause || !out[n-1].clause || p.wordless) {
			out[n-1].at.End = p.at.End
			out[n-1].clause = out[n-1].clause || p.clause
			continue
		}
		out = append(out, p)
	}
	return out
}
