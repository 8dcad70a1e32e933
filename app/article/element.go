package article

import (
	"strings"

	nethtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// element returns the text up to the end tag of that name, and where that ends.
// One that does not end is nothing but its tag; a script, all that follows.
func (p *page) element(name string, from int) (body string, after int) {
	end := p.endTag(name, from, len(p.src))
	if end < 0 && (name == "script" || name == "style") {
		return "", len(p.src)
	}
	if end < 0 {
		return "", from
	}
	if i := strings.IndexByte(p.src[end:], '>'); i >= 0 {
		return p.src[from:end], end + i + 1
	}
	return p.src[from:end], len(p.src)
}

// endTag returns where the next end tag of that name before limit begins; -1 if
// there is none.
func (p *page) endTag(name string, from, limit int) int {
	for at := from; p.work > 0; {
		i := strings.Index(p.src[at:limit], "</")
		if i < 0 {
			p.work -= limit - from
			return -1
		}
		at += i + 2
		if p.named(at, name) {
			p.work -= at - from
			return at - 2
		}
	}
	return -1
}

// named reports whether the name stands at that offset, and ends there.
func (p *page) named(at int, name string) bool {
	rest := p.src[at:]
	return len(rest) > len(name) && strings.EqualFold(rest[:len(name)], name) && strings.IndexByte(" >/\n\t\r", rest[len(name)]) >= 0
}

// after returns where the hidden element of that name ends, whose contents begin
// at from; elements of its own name inside of it are counted. One that does not
// end hides nothing more than its tag.
func (p *page) after(name string, from int) int {
	depth := 1
	for at := from; p.work > 0; {
		i := strings.IndexByte(p.src[at:], '<')
		if i < 0 {
			p.work -= len(p.src) - from
			return from
		}
		at += i + 1
		p.work -= i + 1
		switch {
		case p.named(at, name):
			depth++
		case p.src[at:] != "" && p.src[at] == '/' && p.named(at+1, name):
			if depth--; depth == 0 {
				if i := strings.IndexByte(p.src[at:], '>'); i >= 0 {
					return at + i + 1
				}
				return len(p.src)
			}
		}
	}
	return from
}

// words returns the text of the element whose contents begin at from.
func (p *page) words(from int, name string) string {
	end := p.endTag(name, from, min(len(p.src), from+4096))
	if end < 0 {
		return ""
	}
	return plainWords(p.src[from:end])
}

// plainWords returns the text of a piece of HTML.
func plainWords(s string) string {
	var b strings.Builder
	z := nethtml.NewTokenizer(strings.NewReader(s))
	for {
		switch z.Next() {
		case nethtml.ErrorToken:
			return squeeze(b.String())
		case nethtml.TextToken:
			b.Write(z.Text())
		case nethtml.StartTagToken, nethtml.EndTagToken, nethtml.SelfClosingTagToken:
			if name, _ := z.TagName(); !inlineElements[atom.Lookup(name)] {
				b.WriteByte(' ')
			}
		}
	}
}

// squeeze puts one space between words.
func squeeze(s string) string { return strings.Join(strings.FieldsFunc(s, isGap), " ") }
