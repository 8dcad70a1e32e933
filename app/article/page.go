package article

import (
	"context"
	"html"
	"strings"

	nethtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The bounds of a page. A page of a newspaper has 2,000 elements; the longest of
// Wikipedia, 60,000.
const (
	maxElements = 100_000
	maxNesting  = 300 // elements inside each other
	maxMarkup   = 12  // <b>, <a> and such inside each other: a parser opens them again in each paragraph
	maxVisible  = 6 << 20
	maxMetas    = 500
)

// page is a page of HTML as read from its first byte to its last: what the parser
// gets to see of it, its visible text with offsets, what its head says.
type page struct {
	src   string
	clean strings.Builder // less scripts, styles, comments, hidden elements

	// letters are the bytes of the visible text less its white space, and from
	// and to where in src each stands; starts are the offsets in letters at which
	// words begin.
	letters  []byte
	from, to []int32
	starts   []int32
	apart    bool // white space or a tag since the last letter

	facts     facts
	furnished bool // it has the elements of a site: a menu, a footer
	stack     []atom.Atom
	tags      int
	metas     int
	deep      int // open elements that were left out for their depth
	work      int // bytes that may still be looked at again, in search of ends
}

// facts are what a page says of itself outside of its text.
type facts struct {
	title, heading, language   string
	headings                   []string // of the first two levels
	canonical, base, savedFrom string
	metas                      []meta
	times                      []timeElement
	data                       []string // JSON-LD
}

type meta struct{ key, name, content string } // key: the attribute that holds name

type timeElement struct {
	datetime, words, how string // how: "pubdate", "itemprop datePublished", "class published" or ""
	inside               bool   // of an article element
	afterHeading         bool
}

// skipped are the elements whose contents are no text of an article.
var skipped = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Template: true, atom.Noscript: true, atom.Svg: true,
	atom.Iframe: true, atom.Object: true, atom.Canvas: true, atom.Audio: true, atom.Video: true, atom.Select: true,
	atom.Textarea: true, atom.Noembed: true, atom.Noframes: true, atom.Dialog: true,
}

// inlineElements do not part words: "<b>W</b>ord" is one.
var inlineElements = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Big: true, atom.Cite: true,
	atom.Code: true, atom.Del: true, atom.Dfn: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Ins: true,
	atom.Kbd: true, atom.Mark: true, atom.Nobr: true, atom.Q: true, atom.S: true, atom.Samp: true, atom.Small: true,
	atom.Span: true, atom.Strike: true, atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.Time: true, atom.Tt: true,
	atom.U: true, atom.Var: true, atom.Wbr: true,
}

// markup are the elements that a parser opens again where they were left open.
var markup = map[atom.Atom]bool{
	atom.A: true, atom.B: true, atom.Big: true, atom.Code: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Nobr: true,
	atom.S: true, atom.Small: true, atom.Strike: true, atom.Strong: true, atom.Tt: true, atom.U: true,
}

var void = map[atom.Atom]bool{
	atom.Area: true, atom.Base: true, atom.Br: true, atom.Col: true, atom.Embed: true, atom.Hr: true, atom.Img: true,
	atom.Input: true, atom.Link: true, atom.Meta: true, atom.Param: true, atom.Source: true, atom.Track: true, atom.Wbr: true,
}

// selfClosing end where the next of their kind begins.
var selfClosing = map[atom.Atom]bool{
	atom.P: true, atom.Li: true, atom.Dt: true, atom.Dd: true, atom.Option: true, atom.Tr: true, atom.Td: true, atom.Th: true,
	atom.Thead: true, atom.Tbody: true, atom.Tfoot: true, atom.Html: true, atom.Head: true, atom.Body: true,
}

// scanPage passes over src once. The error is an *Error or ctx's.
func scanPage(ctx context.Context, src string) (*page, error) {
	p := &page{src: src, apart: true, work: 8*len(src) + 1<<20}
	z := nethtml.NewTokenizer(strings.NewReader(src))
	z.SetMaxBuf(16 << 20)
	at := 0
	for n := 0; ; n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		kind := z.Next()
		if kind == nethtml.ErrorToken {
			return p, nil
		}
		raw := z.Raw()
		start := at
		at += len(raw)
		switch kind {
		case nethtml.TextToken:
			p.text(start, at)
		case nethtml.StartTagToken, nethtml.SelfClosingTagToken:
			end, err := p.open(z, start, at, kind == nethtml.SelfClosingTagToken)
			if err != nil {
				return nil, err
			}
			if end > at { // an element left out
				z = nethtml.NewTokenizer(strings.NewReader(src[end:]))
				z.SetMaxBuf(16 << 20)
				at = end
			}
		case nethtml.EndTagToken:
			name, _ := z.TagName()
			p.close(atom.Lookup(name), start, at)
		case nethtml.CommentToken:
			if a, ok := savedFrom(src[start:at]); ok && p.facts.savedFrom == "" {
				p.facts.savedFrom = a
			}
		case nethtml.DoctypeToken:
			p.clean.WriteString(src[start:min(at, start+200)])
		}
		if len(p.letters) > maxVisible {
			return nil, &Error{Reason: TooLarge}
		}
	}
}

// text takes the visible text src[start:end].
func (p *page) text(start, end int) {
	s := p.src[start:end]
	p.clean.WriteString(s)
	for s != "" {
		switch c := s[0]; {
		case c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f':
			p.apart = true
			s, start = s[1:], start+1
		case c == '&':
			word, n := entity(s)
			if n == 0 {
				word, n = "&", 1
			}
			for i, r := range word {
				p.letter(word[i:i+len(string(r))], r, start, start+n)
			}
			s, start = s[n:], start+n
		case c < 0x80:
			p.letter(s[:1], rune(c), start, start+1)
			s, start = s[1:], start+1
		default:
			n := 1
			for n < len(s) && s[n]&0xC0 == 0x80 {
				n++
			}
			r := []rune(s[:n])[0]
			p.letter(s[:n], r, start, start+n)
			s, start = s[n:], start+n
		}
	}
}

// isGap reports whether r parts words, or shows as nothing.
func isGap(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\r', '\f', '\v', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF, 0x200B:
		return true
	}
	return r >= 0x2000 && r <= 0x200A
}

func (p *page) letter(s string, r rune, from, to int) {
	if r == softHyphen {
		return
	}
	if isGap(r) {
		p.apart = true
		return
	}
	if p.apart {
		p.starts = append(p.starts, int32(len(p.letters)))
		p.apart = false
	}
	for i := range len(s) {
		p.letters = append(p.letters, s[i])
		if to-from == len(s) {
			p.from, p.to = append(p.from, int32(from+i)), append(p.to, int32(from+i+1))
		} else {
			p.from, p.to = append(p.from, int32(from)), append(p.to, int32(to))
		}
	}
}

// entity reads the character reference that s begins with; n is 0 if there is none.
func entity(s string) (word string, n int) {
	end := strings.IndexByte(s[:min(len(s), 34)], ';')
	if end < 2 || s[0] != '&' {
		return "", 0
	}
	for _, c := range s[1:end] {
		if !(c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '#') {
			return "", 0
		}
	}
	word = html.UnescapeString(s[:end+1])
	if word == s[:end+1] || strings.ContainsRune(word, ';') && word != ";" {
		return "", 0
	}
	return word, end + 1
}

// open takes the start tag src[start:end] that z stands at. It returns where to go
// on: behind the element, if it is left out.
func (p *page) open(z *nethtml.Tokenizer, start, end int, closed bool) (int, error) {
	name, more := z.TagName()
	tag := atom.Lookup(name)
	attrs := attributes{}
	for more && len(attrs) < 200 {
		var k, v []byte
		k, v, more = z.TagAttr()
		attrs[string(k)] = string(v)
	}
	if p.tags++; p.tags > maxElements {
		return 0, &Error{Reason: TooLarge, Where: "its elements"}
	}
	switch tag {
	case atom.Nav, atom.Footer, atom.Aside, atom.Main, atom.Article:
		p.furnished = true
	case atom.Div, atom.Ul, atom.Td, atom.P:
		p.furnished = p.furnished || asideNames[strings.ToLower(attrs["id"])] || asideNames[strings.ToLower(attrs["class"])]
	case atom.Script:
		body, after := p.element("script", end)
		if strings.Contains(strings.ToLower(attrs["type"]), "ld+json") && len(body) < 1<<20 && len(p.facts.data) < 50 {
			p.facts.data = append(p.facts.data, body)
			if !strings.Contains(body, "<!--") {
				p.clean.WriteString(`<script type="application/ld+json">` + body + `</script>`)
			}
		}
		return after, nil
	}
	if after, done := p.headed(tag, string(name), attrs, start, end); done {
		return after, nil
	}
	if skipped[tag] && !closed {
		_, after := p.element(string(name), end)
		p.apart = p.apart || !inlineElements[tag]
		return after, nil
	}
	if hidden(tag, attrs) {
		if void[tag] || closed {
			return end, nil
		}
		p.apart = true
		return p.after(string(name), end), nil
	}
	p.fact(tag, attrs, end)
	if !inlineElements[tag] {
		p.apart = true
	}
	if !p.push(tag) {
		return end, nil
	}
	p.emit(string(name), attrs, start, end)
	return end, nil
}

// headed takes what the elements of titles, headings, notes and facts say. It is true
// where nothing else is to be done with the element.
func (p *page) headed(tag atom.Atom, name string, attrs attributes, start, end int) (after int, done bool) {
	switch tag {
	case atom.Title:
		body, after := p.element("title", end)
		if p.facts.title == "" {
			p.facts.title = squeeze(html.UnescapeString(body))
			p.clean.WriteString("<title>" + body + "</title>")
		}
		return after, true
	case atom.H1, atom.H2:
		if h := p.words(end, name); h != "" && len(p.facts.headings) < 20 && !hidden(tag, attrs) {
			p.facts.headings = append(p.facts.headings, h)
			if p.facts.heading == "" && tag == atom.H1 {
				p.facts.heading = h
			}
		}
	case atom.Sup:
		if after, ok := p.raised(start, end); ok {
			return after, true
		}
	case atom.Meta:
		if p.metas++; p.metas > maxMetas {
			return end, true // a search in them takes the square of their number
		}
	}
	return end, false
}

// push notes an open element; false leaves its tag out.
func (p *page) push(tag atom.Atom) bool {
	if void[tag] || selfClosing[tag] {
		return true
	}
	marks := 0
	if markup[tag] {
		for _, t := range p.stack {
			if markup[t] {
				marks++
			}
		}
	}
	if len(p.stack) >= maxNesting || marks >= maxMarkup {
		p.deep++
		return false
	}
	p.stack = append(p.stack, tag)
	return true
}

// close takes the end tag src[start:end].
func (p *page) close(tag atom.Atom, start, end int) {
	if !inlineElements[tag] {
		p.apart = true
	}
	if void[tag] && tag != atom.Br {
		return
	}
	if !selfClosing[tag] && !void[tag] {
		if p.deep > 0 {
			p.deep--
			return
		}
		// An end without a start shows no effect; left open inside, the others end
		// with it, but for markup, which lives on.
		for i := len(p.stack) - 1; i >= 0; i-- {
			if p.stack[i] == tag {
				kept := p.stack[:i]
				for _, t := range p.stack[i+1:] {
					if markup[t] && !markup[tag] {
						kept = append(kept, t)
					}
				}
				p.stack = kept
				break
			}
		}
	}
	p.clean.WriteString(p.src[start:min(end, start+100)])
	if end > start+100 {
		p.clean.WriteString(">")
	}
}

// longAttribute is how long an attribute may be that the parser gets to see: a
// picture inside of a page is longer.
const longAttribute = 4096

func (p *page) emit(name string, attrs attributes, start, end int) {
	if end-start <= longAttribute {
		p.clean.WriteString(p.src[start:end])
		return
	}
	p.clean.WriteString("<" + name)
	for k, v := range attrs {
		if len(v) <= longAttribute && !strings.ContainsAny(k, "\"'<>/= \n") {
			p.clean.WriteString(" " + k + `="` + html.EscapeString(v) + `"`)
		}
	}
	p.clean.WriteString(">")
}
