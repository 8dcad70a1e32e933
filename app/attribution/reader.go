package attribution

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefline/app/briefing"
	"briefline/app/names"
	token "briefline/app/text"
)

// word is a token with what the frames ask of it.
type word struct {
	start, end int
	s, low     string // as written, in lower case
	class      class
	capital    bool // begins with a capital letter
	digit      bool
	punct      bool // a mark; the possessive "'s" is none
	mark       int8 // +1 opens a quotation, -1 closes one
	quote      int  // the quotation it lies in, or -1
	name       int  // 1 + the index of the name that it is part of, or 0
}

// reader reads one sentence after another.
type reader struct {
	text   string
	quotes []quotation
	qi     int // the first quotation that does not end before the sentence
	named  []names.Name
	ni     int

	n    int // the sentence's index
	here briefing.Span
	last briefing.Span // the sentence before
	// earlier is the quotation with which the sentence before ended, in the
	// same paragraph; -1 when there is none.
	earlier int
	toks    []token.Token
	w       []word
	stop    int // the words before the closing stop and marks
	cue     []int
	// speaker is who spoke last in this sentence, for a participle that follows.
	speaker briefing.Span
	// budget is how many words may still be looked at to find where contents
	// end. News never uses it up; a text that is nothing but cues does, and its
	// contents come out short.
	budget int
	// lead is who speaks when the sentence before ended with a colon.
	lead    briefing.Span
	leadCue briefing.Span
	taken   int // words before it belong to a statement made already, or to its cue
}

// reach is how many words a rule may look to either side. It bounds the time
// that a cue costs.
const reach = 40

// longest is how many words a content may have: no sentence of news is longer.
const longest = 400

// read takes up the sentence.
func (r *reader) read(span briefing.Span, n int) {
	r.n, r.speaker, r.taken = n, briefing.Span{}, 0
	r.earlier = -1
	r.here, r.last = span, r.here
	for r.qi < len(r.quotes) && r.quotes[r.qi].to <= span.Start {
		r.qi++
	}
	if k := r.qi - 1; k >= 0 && n > 0 {
		q := r.quotes[k]
		if q.to > r.last.Start && q.to >= r.last.End && strings.IndexByte(r.text[q.to:span.Start], '\n') < 0 && q.end > q.start {
			if c := r.text[q.end-1]; c == '?' || c == '!' || strings.HasSuffix(r.text[:q.end], "…") {
				r.earlier = k
			}
		}
	}
	r.toks = token.AppendSplit(r.toks[:0], r.text, span)
	r.w, r.cue = r.w[:0], r.cue[:0]
	for _, t := range r.toks {
		s := t.Text(r.text)
		w := word{start: t.Start, end: t.End, s: s, quote: -1}
		first, _ := utf8.DecodeRuneInString(s)
		w.capital = unicode.IsUpper(first)
		w.low = strings.ToLower(s)
		w.digit = t.Kind == token.Number
		w.punct = t.Kind == token.Punct && len(s) == utf8.RuneLen(first)
		w.class = classes[w.low]
		for r.qi < len(r.quotes) && r.quotes[r.qi].to <= t.Start {
			r.qi++
		}
		if r.qi < len(r.quotes) {
			switch q := r.quotes[r.qi]; {
			case t.Start < q.from:
			case t.Start < q.start:
				w.mark = 1
			case t.Start < q.end:
				w.quote = r.qi
			default:
				w.mark = -1
			}
		}
		for r.ni < len(r.named) && r.named[r.ni].End <= t.Start {
			r.ni++
		}
		if r.ni < len(r.named) && r.named[r.ni].Start <= t.Start {
			w.name = r.ni + 1
		}
		if v, ok := cues[w.low]; ok && (w.s == w.low || len(r.w) == 0 && v.form == participle) { // not "the US State Department", "United States"
			r.cue = append(r.cue, len(r.w))
		}
		r.w = append(r.w, w)
	}
	r.budget = 2000 + 4*len(r.w)
	r.stop = len(r.w)
	for r.stop > 0 && (r.w[r.stop-1].mark != 0 || isStop(r.w[r.stop-1])) {
		r.stop--
	}
}

func isStop(w word) bool {
	switch w.s {
	case ".", "!", "?", "…", ":", ";", ",":
		return true
	}
	return false
}

func (r *reader) at(i int) word {
	if i < 0 || i >= len(r.w) {
		return word{punct: true, quote: -1}
	}
	return r.w[i]
}

// span returns the bytes of the words [a, b), or none.
func (r *reader) span(a, b int) briefing.Span {
	if a < 0 || b > len(r.w) || a >= b {
		return briefing.Span{}
	}
	return briefing.Span{Start: r.w[a].start, End: r.w[b-1].end}
}

// content returns the bytes of the words [a, b) without the marks, commas and
// stops around them.
func (r *reader) content(a, b int) briefing.Span {
	from := a
	for a < b && (r.w[a].mark != 0 || isStop(r.w[a]) || isDash(r.w[a].s)) {
		a++
	}
	for b > a && (r.w[b-1].mark != 0 || isStop(r.w[b-1]) && r.w[b-1].s != "?" || isDash(r.w[b-1].s)) {
		if r.w[b-1].mark < 0 && r.openedIn(a, b-1) {
			break // `the war "must end"`
		}
		b--
	}
	if a < b { // the mark at its end, when what it closes opens within
		switch {
		case r.at(b).mark < 0 && r.openedIn(a, b):
			b++
		case isStop(r.at(b)) && r.at(b+1).mark < 0 && r.openedIn(a, b+1):
			b += 2
		}
	}
	if a > from && a < b && r.w[a-1].mark > 0 {
		for k := a; k < b && k < a+3*reach; k++ {
			if r.w[k].mark < 0 { // `"dangerous" and wrong`
				if k < b-1 || r.w[b-1].mark < 0 {
					a--
				}
				break
			}
		}
	}
	return r.span(a, b)
}

// openedIn reports whether the mark at word k closes a quotation that opens
// behind word a.
func (r *reader) openedIn(a, k int) bool {
	for j := k - 1; j >= a && j > k-3*reach; j-- {
		if r.w[j].mark != 0 {
			return r.w[j].mark > 0
		}
	}
	return false
}

func isDash(s string) bool { return s == "-" || s == "–" || s == "—" }

// verbal reports whether word i is a finite verb as far as its form tells:
// strongly, or when weak is set also a past form, or a third person that
// something hangs on.
func (r *reader) verbal(i int, weak bool) bool {
	w := r.at(i)
	if w.punct || w.capital && w.class&(aux|finite) == 0 {
		return false
	}
	if w.class&aux != 0 {
		return true
	}
	if w.class&finite != 0 {
		p := r.at(i - 1)
		return p.class&(det|poss) == 0 || p.class&pron != 0 || !either[w.low]
	}
	if c, ok := cues[w.low]; ok && (c.form == past || c.form == third && c.frame&noun == 0) {
		return true
	}
	if w.s == "'s" || w.s == "’s" { // "he's", "it's", "there's"
		return r.at(i-1).class&pron != 0
	}
	if !weak {
		return false
	}
	n := r.at(i + 1)
	if strings.HasSuffix(w.low, "ed") && len(w.low) > 3 {
		return n.low != "by"
	}
	return len(w.low) > 3 && strings.HasSuffix(w.low, "s") && !strings.HasSuffix(w.low, "ss") &&
		n.class&(det|poss|objpron|sub) != 0 && i > 0 && r.at(i-1).class&(det|poss|prep) == 0
}

// clausal reports whether a finite verb stands in the words [a, b).
func (r *reader) clausal(a, b int, weak bool) bool {
	for i := a; i < b && i < a+2*reach; i++ {
		if r.verbal(i, weak) {
			return true
		}
	}
	return false
}
