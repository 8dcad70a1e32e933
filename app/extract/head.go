package extract

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"briefline/app/article"
	"briefline/app/briefing"
	"briefline/app/edtf"
)

// head is what an article says of itself before it begins: each part with the
// place in the text that says it, a zero span where the text does not.
type head struct {
	headline  briefing.Span
	byline    briefing.Span
	publisher briefing.Span
	place     briefing.Span
	published briefing.Span
	date      edtf.Date     // of published
	mark      briefing.Span // the agency's mark where it runs into the first sentence
	body      int           // where the first sentence of the body begins, behind dateline and mark

	maybe []briefing.Candidate // dates that may be that of publication, where date is zero
	dated int                  // lines of the text that begin with a date, up to three
}

// The bounds of a head.
const (
	headLines  = 12  // lines in which it is looked for
	footLines  = 4   // lines at the end that may say when the article came out
	headAhead  = 3   // lines that may stand between a headline and a line that is of the head for sure
	standfirst = 300 // bytes of a paragraph that may stand above byline and dateline
	dateLine   = 160 // bytes of a line that states a date
)

// readHead finds the head of an article.
func readHead(text string) head {
	h := head{dated: datedLines(text)}
	lines := firstLines(text)
	next := 0 // the line behind the head
loop:
	for i, line := range lines {
		words := text[line.Start:line.End]
		switch {
		case strings.TrimSpace(text[line.End:]) == "":
			break loop // the body is never empty: what would be its last line is no head
		case h.readDateLine(text, line, i):
		case h.byline == briefing.Span{} && isByline(words):
			h.byline = line
		case i > 0 && isAgencyLine(words):
			if h.publisher.End == 0 {
				h.publisher = trimSigns(text, line)
			}
		case i == 0 && (isHeadline(words) || h.ahead(text, lines, i)):
			h.headline = line
		case i > 0 && h.headline.End > 0 && h.ahead(text, lines, i):
		default:
			break loop
		}
		h.body = nextLine(text, line.End)
		next = i + 1
	}
	if h.readDateline(text); h.date.IsZero() && h.place.End == 0 {
		h.readBelow(text, lines, next)
	}
	if h.date.IsZero() {
		h.readFoot(text)
	}
	return h
}

// firstLines returns the first lines that hold words.
func firstLines(text string) (lines []briefing.Span) {
	for at := 0; at < len(text) && len(lines) < headLines; {
		end := strings.IndexByte(text[at:], '\n')
		if end < 0 {
			end = len(text)
		} else {
			end += at
		}
		if line := trim(text, briefing.Span{Start: at, End: end}); line.Start < line.End {
			lines = append(lines, line)
		}
		at = end + 1
	}
	return lines
}

// ahead reports whether a line that is neither byline nor date still belongs to the
// head: a headline in two lines, a section, a kicker. It does where a line that is
// of the head for sure follows soon, and no sentence stands before that.
func (h *head) ahead(text string, lines []briefing.Span, i int) bool {
	for k := i; k < len(lines) && k <= i+headAhead && isShort(text[lines[k].Start:lines[k].End]); k++ {
		if k+1 < len(lines) && k < i+headAhead {
			if probe, found := h.probe(text, lines, k+1); found && probe.body < len(text) {
				return true
			}
		}
	}
	return false
}

// probe reads one line for itself. It reports whether the line is of the head for
// sure: a byline, an agency, a date line, a dateline.
func (h *head) probe(text string, lines []briefing.Span, k int) (head, bool) {
	line := lines[k]
	words := text[line.Start:line.End]
	p := head{byline: h.byline, body: line.Start, dated: h.dated}
	if isByline(words) || isAgencyLine(words) || p.readDateLine(text, line, k) {
		p.body = nextLine(text, line.End)
		return p, true
	}
	p.readDateline(text)
	return p, p.place.End > 0
}

// readBelow takes date, place and agency from a line below a standfirst, which is a
// sentence of the article and stays one.
func (h *head) readBelow(text string, lines []briefing.Span, i int) {
	for k := i + 1; k < len(lines) && k <= i+headAhead; k++ {
		if lines[k-1].End-lines[k-1].Start > standfirst {
			return
		}
		p, found := h.probe(text, lines, k)
		if !found {
			continue
		}
		if h.date.IsZero() {
			h.date, h.published, h.maybe = p.date, p.published, p.maybe
		}
		if h.place.End == 0 {
			h.place = p.place
		}
		if h.publisher.End == 0 {
			h.publisher = p.publisher
		}
	}
}

// isShort reports whether a line is no sentence: without its full stop, and not
// long.
func isShort(line string) bool {
	const most = 140 // bytes
	last, _ := utf8.DecodeLastRuneInString(line)
	return len(line) <= most && !strings.ContainsRune(".!?。؟:", last)
}

// trim returns a span less the white space at its ends.
func trim(text string, s briefing.Span) briefing.Span {
	for s.Start < s.End {
		r, size := utf8.DecodeRuneInString(text[s.Start:s.End])
		if !unicode.IsSpace(r) && r != '\ufeff' {
			break
		}
		s.Start += size
	}
	for s.Start < s.End {
		r, size := utf8.DecodeLastRuneInString(text[s.Start:s.End])
		if !unicode.IsSpace(r) {
			break
		}
		s.End -= size
	}
	return s
}

// trimSigns returns a span less the brackets and strokes around an agency's name.
func trimSigns(text string, s briefing.Span) briefing.Span {
	for s.Start < s.End && strings.IndexByte("([/ ", text[s.Start]) >= 0 {
		s.Start++
	}
	for s.Start < s.End && strings.IndexByte(")]/ ", text[s.End-1]) >= 0 {
		s.End--
	}
	return s
}

// nextLine returns where the next line with words begins, from end on.
func nextLine(text string, end int) int {
	return len(text) - len(strings.TrimLeftFunc(text[end:], unicode.IsSpace))
}

// isHeadline reports whether a first line is a headline: no sentence, and not
// long.
func isHeadline(line string) bool {
	const most = 180 // bytes
	first, _ := utf8.DecodeRuneInString(line)
	if len(line) > most || !strings.Contains(line, " ") && !unicode.IsUpper(first) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(line)
	return !strings.ContainsRune(".:;,…", last) || strings.HasSuffix(line, "...")
}

// bylineWords open a line that says who wrote the article.
var bylineWords = []string{"By ", "BY ", "Written by ", "Reporting by ", "Story by ", "Text by ", "Report by ", "Words by ", "From our ", "From correspondents "}

// isByline reports whether a line says who wrote the article.
func isByline(line string) bool {
	const most = 120 // bytes
	if len(line) > most || strings.HasSuffix(line, ".") {
		return false
	}
	for _, start := range bylineWords {
		if rest, ok := strings.CutPrefix(line, start); ok {
			r, _ := utf8.DecodeRuneInString(rest)
			switch word, _, _ := strings.Cut(strings.ToLower(rest), " "); word {
			case "our", "staff", "correspondents", "a", "the":
				return true
			}
			return unicode.IsUpper(r) || start[0] == 'F'
		}
	}
	return false
}

// isAgencyLine reports whether a line is nothing but the name of an agency:
// "Reuters", "(AP)".
func isAgencyLine(line string) bool { return agencies[strings.Trim(line, "()[]/ ")] }

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// datedLines counts the lines that begin with a date, up to three: two make the
// text a chronology, and none of these dates is that of publication.
func datedLines(text string) (n int) {
	read := 0
	for line := range strings.Lines(text) {
		if read++; n == 3 || read > 400 {
			break
		}
		line = strings.TrimPrefix(strings.TrimSpace(line), "On ")
		if d := article.FindDates(line[:cut(line, 60)]); len(d) > 0 && d[0].Start == 0 {
			n++
		}
	}
	return n
}

// readDateLine takes the publication date from a line that says nothing else but
// who wrote and where: "Published: 3 May 2024 14:05 GMT", "March 01, 2008", "RIGA,
// 14 March 2025". Which line it is, i, tells a headline with a date in it from a
// date line.
func (h *head) readDateLine(text string, line briefing.Span, i int) bool {
	words := text[line.Start:line.End]
	if !h.date.IsZero() || len(words) > dateLine {
		return false
	}
	d, ok := article.ReadDateLine(words)
	if !ok || d.Label == article.NoLabel && len(d.Rest) == 0 && h.dated > 1 { // a heading of a chronology
		return false
	}
	found := *h
	for _, r := range d.Rest {
		if !found.readPiece(text, line, r, d.Label, i) {
			return false
		}
	}
	if !found.take(text, line.Start, d.Date) {
		return false
	}
	*h = found
	return true
}

// take takes a date that stands behind base for that of publication, or notes both
// readings of one that may be two.
func (h *head) take(text string, base int, d article.DateAt) bool {
	at := briefing.Span{Start: base + d.Start, End: base + d.End}
	date, err := edtf.Parse(d.Value)
	if err != nil {
		return false
	}
	if d.Other == "" {
		h.published, h.date = at, date
		return true
	}
	for _, value := range []string{d.Value, d.Other} {
		if date, err := edtf.Parse(value); err == nil {
			h.maybe = append(h.maybe, briefing.Candidate{EDTF: date, Words: text[at.Start:at.End]})
		}
	}
	return true
}

// readPiece reads what stands in a date line beside its date: a byline, an agency, a
// place. It reports false for anything else: then the line is none.
func (h *head) readPiece(text string, line briefing.Span, r [2]int, label article.Label, i int) bool {
	at := briefing.Span{Start: line.Start + r[0], End: line.Start + r[1]}
	words, whole := text[at.Start:at.End], text[line.Start:line.End]
	beside := h.place.End > 0 && at.Start-h.place.End <= 3 // "RIGA, Latvia"
	switch {
	case isByline(words), strings.HasPrefix(words, "by ") && label != article.NoLabel:
		if h.byline.End == 0 {
			h.byline = at
		}
		return true
	case agencies[words]:
		h.publisher = at
		return true
	case label != article.NoLabel: // its word makes the line one, whatever stands beside
		return len(strings.Fields(words)) <= 6 && !strings.HasSuffix(whole, ".")
	case kindsOfText[strings.ToLower(words)]:
		return true
	case !isPlaceName(words) || touches(whole, r):
		return false
	case beside:
		h.place.End = at.End
		return true
	case isCapitals(words):
		h.place = at
		return true
	case i == 0:
		return false // "Riga Summit, 14 March 2025" is a headline
	}
	if len(strings.Fields(words)) == 1 && h.place.End == 0 {
		h.place = at
	}
	return true // a person's name or a place: which of the two is not said
}

// kindsOfText are what may stand beside a date as the kind of the text.
var kindsOfText = map[string]bool{
	"press release": true, "news release": true, "media release": true, "statement": true, "press statement": true, "news": true,
	"opinion": true, "analysis": true, "staff report": true, "news analysis": true, "editorial": true, "for immediate release": true,
}

// touches reports whether nothing but a blank or a colon parts a piece from the
// date behind it: "Born 3 March 1931", "When: 14 April 2021".
func touches(line string, r [2]int) bool {
	rest := strings.TrimLeft(line[r[1]:], " ")
	first, _ := utf8.DecodeRuneInString(rest)
	return rest != "" && !strings.ContainsRune(",;|·•()[]/–—-‒", first) && (!isCapitals(line[r[0]:r[1]]) || isCapitals(line))
}

// isCapitals reports whether all letters are capitals, and there are two at least.
func isCapitals(words string) bool {
	n := 0
	for _, r := range words {
		if unicode.IsLetter(r) {
			if n++; !unicode.IsUpper(r) {
				return false
			}
		}
	}
	return n >= 2
}

var publishedSentence = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b(?:article|story|report|post|page|piece|version|text|item|release)\s+(?:was|were|is)\s+(?:first\s+|originally\s+)?(?:published|posted|issued|released)\b`)
})

// readFoot takes the publication date from the last lines: "Published 3 May 2024",
// "This article was first published on 3 May 2024".
func (h *head) readFoot(text string) {
	end := len(text)
	for range footLines {
		line := trim(text, briefing.Span{Start: 0, End: end})
		if nl := strings.LastIndexByte(text[:line.End], '\n'); nl >= 0 {
			line = trim(text, briefing.Span{Start: nl + 1, End: line.End})
		}
		if line.Start <= h.body || line.Start >= line.End {
			return
		}
		words := text[line.Start:line.End]
		if d, ok := article.ReadDateLine(words); ok && d.Label != article.NoLabel && len(d.Rest) <= 1 && isShort(words) {
			h.take(text, line.Start, d.Date)
			return
		}
		if said := publishedSentence().FindStringIndex(words); said != nil && len(words) <= standfirst {
			if d := article.FindDates(words[said[1]:]); len(d) > 0 {
				h.take(text, line.Start+said[1], d[0])
				return
			}
		}
		end = line.Start
	}
}
