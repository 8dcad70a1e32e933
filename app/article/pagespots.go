package article

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// spot is a short piece of a page that holds a date.
type spot struct {
	date   DateAt
	words  string
	label  Label
	class  string // the class or ID that says so
	alone  bool   // nothing but the date, and words that go with it
	attr   bool   // said by an attribute
	nearby int    // blocks since the last heading of the first levels; -1 above the first
	aside  bool   // in a table of facts, a footer, a list of other articles, comments
}

// The bounds of the search for spots.
const (
	maxSpots     = 400
	maxSpotBlock = 200 // bytes of text in a block that states a date
	maxDateDepth = 600
)

// spotter walks over a page and notes the dates that stand in pieces of their own.
type spotter struct {
	spots  []spot
	seen   map[*html.Node]bool // blocks that were read
	nearby int
	nodes  int
}

// spotsOf returns where a page states dates, in order.
func spotsOf(doc *html.Node) []spot {
	s := &spotter{seen: map[*html.Node]bool{}, nearby: -1}
	s.walk(doc, 0, false)
	entries := map[string]bool{}
	heads := func(p spot) bool {
		return p.label == NoLabel && p.class == "" && !p.attr && p.date.Start == 0 && strings.HasPrefix(p.words[p.date.End:], ": ") && isEntry(p.words)
	}
	for _, p := range s.spots {
		if heads(p) {
			entries[p.date.Value] = true
		}
	}
	for i, p := range s.spots { // "12 June 2018: Storm damages the pier", and others of its kind
		s.spots[i].aside = p.aside || len(entries) > 2 && heads(p)
	}
	return s.spots
}

func (s *spotter) walk(n *html.Node, depth int, aside bool) {
	if s.nodes++; depth > maxDateDepth || len(s.spots) >= maxSpots || s.nodes > 2*maxElements {
		return
	}
	switch n.Type {
	case html.TextNode:
		if strings.ContainsFunc(n.Data, unicode.IsDigit) {
			s.block(n, aside)
		}
		return
	case html.ElementNode:
		if skipped[n.DataAtom] || n.DataAtom == atom.Head {
			return
		}
		switch n.DataAtom {
		case atom.H1, atom.H2:
			s.nearby = 0
		case atom.P, atom.Div, atom.Li, atom.Section, atom.Td:
			if s.nearby >= 0 {
				s.nearby++
			}
		}
		aside = aside || isAside(n)
		s.attribute(n, aside)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		s.walk(c, depth+1, aside)
	}
}

// asideNames are the classes and IDs of what is beside an article, whole or up to a
// hyphen: "sidebar", "related-posts"; not "post-footer", where its own date stands.
var asideNames = wordSet(`comment comments commentlist related sidebar footer copyright infobox teaser recommended
	recommendations calendar kalender breadcrumb breadcrumbs popular latest trending weather wetter ticker newsticker disqus
	replies cookie banner menu nav navigation`)

func isAside(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Html, atom.Body, atom.Main, atom.Article:
		return false
	case atom.Footer, atom.Nav, atom.Aside, atom.Form, atom.Figcaption, atom.Blockquote:
		return true
	}
	for _, a := range n.Attr {
		if a.Key != "class" && a.Key != "id" || len(a.Val) > 300 {
			continue
		}
		for name := range strings.FieldsSeq(strings.ToLower(a.Val)) {
			if i := strings.IndexAny(name, "-_"); asideNames[name] || i > 0 && asideNames[name[:i]] {
				return true
			}
		}
	}
	return false
}

// classWords returns the words of an element's class, ID and itemprop, in lower
// case: "postDate entry-meta" is post, date, entry, meta.
func classWords(n *html.Node) (out []string) {
	for _, a := range n.Attr {
		if a.Key != "class" && a.Key != "id" && a.Key != "itemprop" && a.Key != "property" || len(a.Val) > 300 {
			continue
		}
		var word []rune
		lower := false
		for _, r := range a.Val + " " {
			if unicode.IsLetter(r) && !(unicode.IsUpper(r) && lower) {
				word = append(word, unicode.ToLower(r))
			} else {
				if len(word) > 0 {
					out = append(out, string(word))
				}
				if word = word[:0]; unicode.IsLetter(r) {
					word = append(word, unicode.ToLower(r))
				}
			}
			lower = unicode.IsLower(r)
		}
	}
	return out
}

// saysPublished reports whether the words of a class say that the element holds the
// day of publication; "date" alone says so of any.
func saysPublished(words []string) bool {
	what, date := false, false
	for _, w := range words {
		switch w {
		case "published", "pubdate", "postdate", "publishdate", "datepublished", "publication", "posted", "erstellt", "veroeffentlicht", "publicado":
			return true
		case "updated", "modified", "event", "start", "end", "birth":
			return false
		case "post", "entry", "article", "news", "story", "publish", "artikel", "beitrag", "blog", "press", "nota", "noticia":
			what = true
		case "date", "datum", "fecha", "data", "day", "timestamp", "time", "dateline":
			date = true
		}
	}
	return what && date
}

// attribute notes a date that an element's attribute gives: <abbr title="…">.
func (s *spotter) attribute(n *html.Node, aside bool) {
	if n.DataAtom == atom.Meta || n.DataAtom == atom.Img || n.DataAtom == atom.A {
		return
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "datetime", "title", "content", "data-date", "data-datetime", "data-time", "data-published":
		default:
			continue
		}
		if len(a.Val) > 64 || !strings.ContainsFunc(a.Val, unicode.IsDigit) {
			continue
		}
		if d, ok := ReadDateLine(a.Val); ok && len(d.Rest) == 0 && isDay(d.Date.Value) {
			p := spot{date: d.Date, words: squeeze(a.Val), attr: true, nearby: s.nearby, aside: aside, alone: true, label: d.Label}
			if words := classWords(n); saysPublished(words) {
				p.class = strings.Join(words, " ")
			}
			s.spots = append(s.spots, p)
		}
	}
}

// block reads the block that a text stands in, once.
func (s *spotter) block(text *html.Node, aside bool) {
	block := text.Parent
	class := ""
	for n := text.Parent; n != nil; n = n.Parent {
		if words := classWords(n); class == "" && saysPublished(words) {
			class = strings.Join(words, " ")
		}
		if block = n; !inlineElements[n.DataAtom] {
			break
		}
	}
	if block == nil || s.seen[block] {
		return
	}
	s.seen[block] = true
	label := factLabel(block)
	var b strings.Builder
	if label != "" {
		b.WriteString(label + ": ")
	}
	plainOf(block, &b, 0)
	for line := range strings.Lines(b.String()) {
		if line = squeeze(line); len(line) <= maxSpotBlock {
			s.line(line, label != "", spot{nearby: s.nearby, aside: aside || strings.Contains(line, "©"), class: class})
		}
	}
}

// line notes the days in a line of a block; fact says that a label of a table or a
// list begins it.
func (s *spotter) line(line string, fact bool, as spot) {
	for i, d := range FindDates(line) {
		if !isDay(d.Value) || d.Range || i >= 4 {
			continue
		}
		p := as
		p.date, p.words = d, line
		if l, ok := ReadDateLine(line); ok && l.Date.Start == d.Start {
			p.label, p.alone = l.Label, len(l.Rest) == 0 || l.Label != NoLabel && len(l.Rest) < 3
		}
		p.aside = p.aside || fact && !p.alone // "Opened: 7 May 1856"
		s.spots = append(s.spots, p)
	}
}

// factLabel returns the words that name what a cell of a table or an entry of a list
// of terms holds; "" if there are none.
func factLabel(n *html.Node) string {
	if n.DataAtom != atom.Td && n.DataAtom != atom.Dd {
		return ""
	}
	for p := n.PrevSibling; p != nil; p = p.PrevSibling {
		if p.DataAtom == atom.Th || p.DataAtom == atom.Dt || p.DataAtom == atom.Td {
			var b strings.Builder
			plainOf(p, &b, 0)
			if s := squeeze(b.String()); len(s) < 60 {
				return strings.TrimSuffix(s, ":")
			}
			return ""
		}
	}
	return ""
}

// plainOf writes the text of a block, a line for each stretch between its blocks and
// breaks; what its blocks hold is theirs.
func plainOf(n *html.Node, b *strings.Builder, depth int) {
	if depth > 40 || b.Len() > 20*maxSpotBlock {
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			b.WriteString(strings.ReplaceAll(c.Data, "\n", " "))
		case c.Type != html.ElementNode || skipped[c.DataAtom]:
		case c.DataAtom == atom.Br || !inlineElements[c.DataAtom]:
			b.WriteByte('\n')
		default:
			if c.DataAtom == atom.Span || c.DataAtom == atom.Time {
				b.WriteByte(' ')
			}
			plainOf(c, b, depth+1)
			b.WriteByte(' ')
		}
	}
}
