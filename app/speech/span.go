package speech

import (
	"regexp"
	"strings"

	"briefline/app/syntax"
	txt "briefline/app/text"
)

var (
	colonQuote = regexp.MustCompile(":\\s*[\"“„«`]")
	andThat    = regexp.MustCompile(`^,?\s+(?:and|but) that\s`)
)

// mend sets the ends of a reported clause right: before a colon that brings a
// quotation; behind "and that …", which belongs to it; behind a quotation that it
// opens; behind an "if" clause that hangs on the verb of saying by the parser's
// mistake.
func (r *reader) mend(sentence int, at txt.Span, clause, verb int) txt.Span {
	s := &r.a.Sentences[sentence]
	text := r.a.Text
	if m := colonQuote.FindStringIndex(at.Of(text)); m != nil && r.a.Quoted(at.Start) < 0 {
		at.End = at.Start + m[0]
	}
	if m := andThat.FindStringIndex(text[at.End:max(at.End, s.End)]); m != nil {
		at.End = r.untilNextSaying(s, at.End+m[1])
	}
	at = r.beforeNextSaying(s, r.closeQuote(at), verb)
	if at.End < s.End && r.a.Quoted(at.End-1) < 0 {
		at = r.trailing(s, at, clause, verb)
	}
	return r.trim(r.fromQuote(sentence, at))
}

// untilNextSaying returns the end of the sentence without its stop, or where the
// next verb of saying with a subject of its own begins its clause.
func (r *reader) untilNextSaying(s *syntax.Sentence, from int) int {
	end := s.End
	for i := s.At(from); i >= 0 && i < len(s.Words); i++ {
		w := &s.Words[i]
		if w.Form == ";" || r.frameOf(w)&fStrong != 0 && s.Is(i, "parataxis", "conj") && s.Kid(i, "nsubj") >= 0 && r.a.Quoted(w.Start) < 0 {
			end = w.Start
			if k := s.Subtree(i)[0]; s.Words[k].Start > from {
				end = min(end, s.Words[k].Start)
			}
			break
		}
	}
	end = max(from, end)
	return from + len(strings.TrimRight(r.a.Text[from:end], " .,;\"”\n"))
}

// beforeNextSaying ends a span at a semicolon behind which somebody says more.
func (r *reader) beforeNextSaying(s *syntax.Sentence, at txt.Span, verb int) txt.Span {
	semicolon := -1
	from, to := s.Within(at)
	for i := from; i < to; i++ {
		w := &s.Words[i]
		switch {
		case r.a.Quoted(w.Start) >= 0:
		case w.Form == ";":
			semicolon = w.Start
		case semicolon >= 0 && i != verb && r.frameOf(w)&fStrong != 0 && s.Kid(i, "nsubj") >= 0:
			at.End = semicolon
			return at
		}
	}
	return at
}

// closeQuote ends a span behind a quotation that begins within it and goes on
// behind it, as far as the sentence does.
func (r *reader) closeQuote(at txt.Span) txt.Span {
	q := r.a.Quoted(at.End - 1)
	if q < 0 || r.a.Quotes[q].Start < at.Start {
		return at
	}
	for r.a.Quotes[q].Parent >= 0 && r.a.Quotes[r.a.Quotes[q].Parent].Start >= at.Start {
		q = r.a.Quotes[q].Parent
	}
	words := r.a.Quotes[q].Parts[0]
	end := words.End
	if s := r.a.SentenceAt(at.Start); s >= 0 {
		end = min(end, r.a.Sentences[s].End)
	}
	if end > at.End {
		at.End = end
	}
	return at
}

// trailing adds an adverbial clause, or a second predicate, that follows at once
// and without a comma but hangs on the verb of saying: "said he would pay | if he
// came home".
func (r *reader) trailing(s *syntax.Sentence, at txt.Span, clause, verb int) txt.Span {
	for _, k := range s.Kids(verb) {
		if k < clause || !s.Is(k, "advcl", "conj") {
			continue
		}
		in := s.Subtree(k)
		from := s.Words[in[0]].Start
		if from < at.End || from-at.End > 2 || strings.Contains(r.a.Text[at.End:from], ",") || r.a.Quoted(from) >= 0 {
			continue
		}
		mark := s.Kid(k, "mark")
		switch {
		case s.Is(k, "advcl") && mark >= 0:
			switch strings.ToLower(s.Words[mark].Lemma) {
			case "if", "unless", "because", "until", "although", "so":
				at.End = s.Words[in[len(in)-1]].End
			}
		case s.Is(k, "conj") && r.frameOf(&s.Words[k]) == 0 && s.Kid(k, "aux") >= 0:
			at.End = s.Words[in[len(in)-1]].End
		}
	}
	return at
}

// fromQuote begins a span with the quotation that is all of it but a date or an
// adverb: "said on Tuesday “it is over”".
func (r *reader) fromQuote(sentence int, at txt.Span) txt.Span {
	s := &r.a.Sentences[sentence]
	q := r.a.Quoted(at.End - 1)
	if q < 0 || r.a.Quotes[q].Start <= at.Start {
		return at
	}
	const near = 16 // bytes
	words := r.a.Quotes[q].Parts[0]
	if words.Start-at.Start > near {
		return at
	}
	from, to := s.Within(txt.Span{Start: at.Start, End: r.a.Quotes[q].Start})
	for i := from; i < to; i++ {
		if w := &s.Words[i]; w.POS != syntax.PUNCT && w.POS != syntax.ADV && !r.temporal(sentence, i) {
			return at
		}
	}
	at.Start = words.Start
	return at
}
