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
func squeeze(s string) string {
	if strings.Contains(s, "\u00AD") {
		s = strings.ReplaceAll(s, "\u00AD", "")
	}
	return strings.Join(strings.FieldsFunc(s, isGap), " ")
}

// softHyphen says where a word may be parted, and is no part of it.
const softHyphen = 0xAD

// raisedUnits are words behind which a raised figure is a power: "km²".
var raisedUnits = wordSet("m km cm mm ft mi in yd ha s nm dm")

// raisedText returns what a raised piece of text stands for, by the text before it.
// The mark of a note is nothing: joined to a year it would make another one. A power
// is written in the raised figures of Unicode. All else, such as the "th" of "5th",
// stays as it is.
func raisedText(before, raised string) string {
	words := strings.TrimSpace(raised)
	mark := strings.Trim(words, "[]() ,;*†‡§¶#")
	switch {
	case words == "":
		return raised
	case mark == "" && len([]rune(words)) <= 6, len(mark) == 1 && words != mark && mark[0] < 0x80: // "*", "[a]"
		return ""
	case len(mark) > 9 || strings.IndexFunc(mark, func(r rune) bool { return !strings.ContainsRune("0123456789,;–-[] ", r) }) >= 0:
		return raised
	}
	from := len(before)
	for from > 0 && len(before)-from < 12 && (before[from-1] >= 0x80 || isWordByte(before[from-1])) {
		from--
	}
	last := strings.ToLower(before[from:])
	number := last != "" && strings.Trim(last, "0123456789") == ""
	if words != mark || !raisedUnits[last] && !(number && len(last) != 4 && len(mark) <= 2) {
		return "" // behind a year it is a note
	}
	return strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹").Replace(mark)
}

// raised reads the element sup whose start tag is src[start:end], where it is no more
// than a note or a power.
func (p *page) raised(start, end int) (after int, ok bool) {
	body, after := p.element("sup", end)
	if after == end || len(body) > 400 {
		return 0, false
	}
	words := plainWords(body)
	if words == "" {
		return 0, false
	}
	before := ""
	if i := len(p.letters); !p.apart {
		before = string(p.letters[max(p.lastStart(), i-24):i])
	}
	out := raisedText(before, words)
	switch {
	case strings.Contains(body, "<a") && len(words) <= 10 && out == words: // "[note 1]"
		return after, true
	case out == words:
		return 0, false
	}
	p.clean.WriteString(out)
	for i, r := range out {
		p.letter(out[i:i+len(string(r))], r, start, after)
	}
	return after, true
}

func isWordByte(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// lastStart returns where the last word of the letters begins.
func (p *page) lastStart() int {
	if n := len(p.starts); n > 0 {
		return int(p.starts[n-1])
	}
	return 0
}
