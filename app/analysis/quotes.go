package analysis

import (
	"strings"
	"unicode"
	"unicode/utf8"

	txt "briefline/app/text"
)

// Quote is a stretch between quotation marks. It may run over several sentences
// and, where each further paragraph opens with a mark of its own, over several
// paragraphs.
type Quote struct {
	txt.Span            // from the first opening mark to the last closing one, marks included
	Parts    []txt.Span // the words between the marks, one part for each paragraph, without marks or blanks around
	Parent   int        // the quotation that it stands in, -1 for none
	Closed   bool       // a mark closes it; else the end of its paragraph does
}

// Words returns the bytes from the first word to the last.
func (q *Quote) Words() txt.Span {
	return txt.Span{Start: q.Parts[0].Start, End: q.Parts[len(q.Parts)-1].End}
}

// ReadQuotes pairs the quotation marks of a text, whatever marks it uses: “ ” „ “
// « » ‹ › " “ ” and ” in twos, and ‘ ’ and ' where they are no apostrophes. It
// returns the quotations in the order of their opening, an outer one before those
// inside it.
//
// A quotation that nothing closes within its paragraph goes on in the next one if
// that opens with a mark of the same kind, or if it does not and a closing mark
// comes before any opening one; else it ends with its paragraph, not closed.
func ReadQuotes(text string, paragraphs []txt.Span) []Quote {
	r := quoteReader{text: text}
	for n, p := range paragraphs {
		marks := readMarks(text, p)
		r.paragraph(p, marks)
		if n+1 == len(paragraphs) {
			r.end(p.End)
			break
		}
		r.between(p, paragraphs[n+1], paragraphs[n+2:])
	}
	return r.settle()
}

// family is a kind of marks that pair with each other.
type family uint8

const (
	curly    family = iota + 1 // “ ” „ ” and „ “
	straight                   // "
	ticks                      // `` '' and '' ''
	angle                      // « » and » «
	single                     // ‘ ’ ‚ ‘ '
	small                      // ‹ ›
)

// mark is a quotation mark with what it may do where it stands.
type mark struct {
	at, end       int
	family        family
	opens, closes bool
}

// familyOf reads the mark at s, zero for none, with its size and whether its form
// says that it opens or closes.
func familyOf(s string) (f family, size int, opens, closes bool) {
	switch {
	case s[0] == '"':
		return straight, 1, true, true
	case strings.HasPrefix(s, "``"):
		return ticks, 2, true, false
	case strings.HasPrefix(s, "''"):
		return ticks, 2, true, true
	case s[0] == '\'' || s[0] == '`':
		return single, 1, true, s[0] == '\''
	case s[0] < utf8.RuneSelf:
		return 0, 1, false, false
	}
	r, size := utf8.DecodeRuneInString(s)
	switch r {
	case '“':
		return curly, size, true, true
	case '”', '‟', '〞':
		return curly, size, true, true
	case '„', '〝':
		return curly, size, true, false
	case '«', '»':
		return angle, size, true, true
	case '‹', '›':
		return small, size, true, true
	case '‘', '’', '‛': // ‘ closes what ‚ opens
		if strings.HasPrefix(s[size:], string(r)) { // doubled by hand: ‘‘so’’
			return curly, 2 * size, r != '’', r == '’'
		}
		return single, size, r != '’', true
	case '‚':
		return single, size, true, false
	case '＂':
		return straight, size, true, true
	}
	return 0, size, false, false
}

// readMarks returns the marks of a paragraph that may open or close by what
// stands on their two sides.
func readMarks(text string, p txt.Span) []mark {
	var out []mark
	for i := p.Start; i < p.End; {
		f, size, opens, closes := familyOf(text[i:p.End])
		if f == 0 {
			i += size
			continue
		}
		m := mark{at: i, end: i + size, family: f, opens: opens, closes: closes}
		before, _ := utf8.DecodeLastRuneInString(text[p.Start:i])
		after, _ := utf8.DecodeRuneInString(text[m.end:p.End])
		first, last := i == p.Start, m.end >= p.End
		free := first || unicode.IsSpace(before) || strings.ContainsRune("([{—–-/:,…\"“„«‹‘'`", before) // left of it a quotation may begin
		shut := last || !unicode.IsLetter(after) && !unicode.IsDigit(after)
		switch r, _ := utf8.DecodeRuneInString(text[i:]); {
		case f == straight || f == ticks && r == '\'':
			blankAfter := last || unicode.IsSpace(after)
			m.opens = free && (!blankAfter || first)
			m.closes = !first && (!unicode.IsSpace(before) || last || blankAfter && !m.opens)
			if !m.opens && !m.closes {
				m.opens = true
			}
		case f == single:
			m.opens = opens && free && !last && (unicode.IsLetter(after) || strings.ContainsRune("\"“[(", after)) && !clipped(text[m.end:p.End])
			m.closes = closes && !first && !unicode.IsSpace(before) && shut
		case r == '“':
			m.closes = !first && !unicode.IsSpace(before) && shut
		case r == '”':
			m.opens = free && !last && (unicode.IsLetter(after) || unicode.IsDigit(after))
		}
		if m.opens || m.closes {
			out = append(out, m)
		}
		i = m.end
	}
	return out
}

// clipped reports whether an apostrophe before s stands for what a word has lost:
// "'90s", "'em".
func clipped(s string) bool {
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		end = len(s)
	}
	switch strings.ToLower(s[:end]) {
	case "", "em", "til", "cause", "twas", "tis", "n", "round", "bout", "cos", "s":
		return true
	}
	return false
}

// open is a quotation under way.
type open struct {
	quote int // in out
	mark  mark
	from  int // of the part under way
}

type quoteReader struct {
	text  string
	out   []Quote
	stack []open
}

// paragraph pairs the marks of one paragraph.
func (r *quoteReader) paragraph(p txt.Span, marks []mark) {
	for n, m := range marks {
		top := r.matching(m)
		if m.family == single && !r.singleHolds(p, marks, n, top) {
			continue
		}
		switch {
		case top < 0 && m.opens:
			r.begin(m)
		case top < 0:
		case m.closes && !(m.opens && r.nests(marks, n, top)):
			r.close(top, m)
		case m.opens && r.nests(marks, n, top):
			r.begin(m)
		case m.opens: // the one before was never closed: what it began is no quotation that we could bound
			if r.stack[top].from == m.end { // an opening mark that only goes on
				continue
			}
			r.drop(top)
			r.begin(m)
		}
	}
}

// matching returns the depth of the open quotation that a mark may close or go on
// from, -1 for none. A page that mixes straight and curly marks closes one with the
// other.
func (r *quoteReader) matching(m mark) int {
	top := len(r.stack) - 1
	for top >= 0 && r.stack[top].mark.family != m.family {
		top--
	}
	if top >= 0 || m.opens || m.family != curly && m.family != straight {
		return top
	}
	for top = len(r.stack) - 1; top >= 0; top-- {
		if f := r.stack[top].mark.family; f == curly || f == straight {
			break
		}
	}
	return top
}

// farthest is how many marks are looked at ahead, so that work stays linear.
const farthest = 100

// singleHolds tells an apostrophe from a single mark: one opens only if one comes
// that closes, and one closes only what is open.
func (r *quoteReader) singleHolds(p txt.Span, marks []mark, n, top int) bool {
	m := marks[n]
	if top >= 0 && m.closes {
		return r.closesSingle(p, marks, n)
	}
	if !m.opens || top >= 0 {
		return false
	}
	for k := n + 1; k < min(len(marks), n+farthest); k++ {
		if marks[k].family == single && marks[k].closes && r.closesSingle(p, marks, k) {
			return true
		}
	}
	return false
}

// closesSingle reports whether the closing mark n is no possessive: "the
// ministers' plan" within 'The ministers' plan is dead,'.
func (r *quoteReader) closesSingle(p txt.Span, marks []mark, n int) bool {
	m := marks[n]
	before := r.text[m.at-1]
	if before != 's' {
		return true
	}
	if rest := r.text[m.end:p.End]; rest == "" || rest[0] != ' ' {
		return true
	}
	for k := n + 1; k < min(len(marks), n+farthest); k++ {
		if marks[k].family != single {
			continue
		}
		if marks[k].opens {
			return true
		}
		if marks[k].closes {
			return false // a better one comes
		}
	}
	return true
}

// nests reports whether an opening mark within an open quotation of its family
// begins one inside it: there are closing marks enough for both.
func (r *quoteReader) nests(marks []mark, n, top int) bool {
	if marks[n].family == straight {
		return false
	}
	closing := 0
	for k := n + 1; k < min(len(marks), n+farthest); k++ {
		if marks[k].family != marks[n].family {
			continue
		}
		switch {
		case marks[k].closes && !marks[k].opens:
			closing++
		case marks[k].opens && !marks[k].closes:
			closing--
		}
	}
	return closing >= r.depth(top, marks[n].family)+1
}

// depth returns how many quotations of a family are open up to top.
func (r *quoteReader) depth(top int, f family) int {
	n := 0
	for _, o := range r.stack[:top+1] {
		if o.mark.family == f {
			n++
		}
	}
	return n
}

func (r *quoteReader) begin(m mark) {
	parent := -1
	if len(r.stack) > 0 {
		parent = r.stack[len(r.stack)-1].quote
	}
	r.out = append(r.out, Quote{Span: txt.Span{Start: m.at, End: m.end}, Parent: parent})
	r.stack = append(r.stack, open{quote: len(r.out) - 1, mark: m, from: m.end})
}

// close ends the quotation at depth top with a mark, and with it what is open
// inside it.
func (r *quoteReader) close(top int, m mark) {
	for len(r.stack)-1 > top {
		r.drop(len(r.stack) - 1)
	}
	o := r.stack[top]
	r.part(o.quote, o.from, m.at)
	r.out[o.quote].End, r.out[o.quote].Closed = m.end, true
	r.stack = r.stack[:top]
}

// drop forgets what an opening mark began and nothing bounds, and what is open
// inside it. Parts of earlier paragraphs stay.
func (r *quoteReader) drop(top int) {
	for k := len(r.stack) - 1; k >= top; k-- {
		q := &r.out[r.stack[k].quote]
		if n := len(q.Parts); n > 0 {
			q.End = q.Parts[n-1].End
		}
	}
	r.stack = r.stack[:top]
}

// part adds the words from..to to a quotation.
func (r *quoteReader) part(quote, from, to int) {
	if s := r.trim(from, to); s.Start < s.End {
		r.out[quote].Parts = append(r.out[quote].Parts, s)
	}
}

func (r *quoteReader) trim(from, to int) txt.Span {
	words := r.text[from:to]
	from += len(words) - len(strings.TrimLeftFunc(words, unicode.IsSpace))
	return txt.Span{Start: from, End: from + len(strings.TrimSpace(words))}
}

// between carries what is open over the end of a paragraph, or ends it there.
func (r *quoteReader) between(p, next txt.Span, rest []txt.Span) {
	if len(r.stack) == 0 {
		return
	}
	outer := r.stack[0]
	first := firstOf(readMarks(r.text, next), outer.mark.family)
	opensNext := first.family != 0 && first.at == next.Start
	switch {
	case outer.mark.family == single:
		r.end(p.End)
	case opensNext: // “One. / “Two.”
		r.part(outer.quote, outer.from, p.End)
		r.out[outer.quote].End = p.End
		r.stack = r.stack[:1]
		r.stack[0].from = first.end
		r.stack[0].mark = mark{at: first.at, end: first.end, family: first.family, opens: true}
	case first.family != 0 && first.closes && (!first.opens || first.family == straight && unevenMarks(r.text, next)):
		// "One. / Two," he wrote: the second paragraph has no mark of its own.
		r.part(outer.quote, outer.from, p.End)
		r.out[outer.quote].End = p.End
		r.stack = r.stack[:1]
		r.stack[0].from = next.Start
	default:
		r.end(p.End)
	}
}

// unevenMarks reports whether a paragraph has an odd number of straight marks.
func unevenMarks(text string, p txt.Span) bool {
	return strings.Count(text[p.Start:p.End], `"`)%2 == 1
}

// firstOf returns the first mark of a family, a zero one for none; straight and
// curly ones stand for each other where a page mixes them.
func firstOf(marks []mark, f family) mark {
	for _, m := range marks {
		if m.family == f || m.family == curly && f == straight || m.family == straight && f == curly {
			return m
		}
	}
	return mark{}
}

// end closes all that is open at the end of a paragraph.
func (r *quoteReader) end(at int) {
	if len(r.stack) > 0 {
		o := r.stack[0]
		r.part(o.quote, o.from, at)
		r.out[o.quote].End = at
	}
	r.stack = r.stack[:0]
}

// settle leaves out quotations without words and sets the parents to what stays.
func (r *quoteReader) settle() []Quote {
	to := make([]int, len(r.out))
	var out []Quote
	for i, q := range r.out {
		to[i] = -1
		if len(q.Parts) == 0 {
			continue
		}
		to[i] = len(out)
		for q.Parent >= 0 && (to[q.Parent] < 0 || out[to[q.Parent]].End < q.End) {
			q.Parent = r.out[q.Parent].Parent
		}
		if q.Parent >= 0 {
			q.Parent = to[q.Parent]
		}
		out = append(out, q)
	}
	return out
}

// quotedAt is where another quotation begins to be the innermost one.
type quotedAt struct{ at, quote int }

func (a *Analysis) indexQuotes() {
	var stack []int
	put := func(at, quote int) {
		if n := len(a.quoted); n > 0 && a.quoted[n-1].at == at {
			a.quoted[n-1].quote = quote
			return
		}
		a.quoted = append(a.quoted, quotedAt{at, quote})
	}
	pop := func(upTo int) {
		for len(stack) > 0 && a.Quotes[stack[len(stack)-1]].End <= upTo {
			end := a.Quotes[stack[len(stack)-1]].End
			stack = stack[:len(stack)-1]
			if len(stack) > 0 {
				put(end, stack[len(stack)-1])
			} else {
				put(end, -1)
			}
		}
	}
	for i, q := range a.Quotes {
		pop(q.Start)
		put(q.Start, i)
		stack = append(stack, i)
	}
	pop(len(a.Text) + 1)
}

// Quoted returns the innermost quotation that holds the byte at, its marks
// included; -1 for none.
func (a *Analysis) Quoted(at int) int {
	lo, hi := 0, len(a.quoted)
	for lo < hi {
		if mid := (lo + hi) / 2; a.quoted[mid].at > at {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	if lo == 0 {
		return -1
	}
	return a.quoted[lo-1].quote
}
