package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A chronology is an article whose paragraphs begin with their dates. Whether a page
// or a document writes it as a list, a table, a list of terms or under headings, its
// text has one entry a paragraph: the date, a colon, the words.

// leadingDate returns where the date ends that a text begins with: a day with or
// without its year, a month, or a year that a sign or nothing follows. 0 if it begins
// with none.
func leadingDate(s string) int {
	head := s[:cutAt(s, 80)]
	tokens := dateTokens(head)
	for len(tokens) > 1 && tokens[0].word != "" && monthOf(tokens[0].word) == 0 && (DateLabel(tokens[0].word) == LabelBeside) && tokens[0].start < 24 {
		tokens = tokens[1:] // a weekday, "On"
	}
	if len(tokens) == 0 || strings.TrimLeft(head[:tokens[0].start], " *•–-") != "" && tokens[0].start == 0 {
		return 0
	}
	if d, n := dateFrom(tokens); n > 0 && d.Value != "" {
		return tokens[n-1].end
	}
	if len(tokens) >= 2 { // "5 March", "March 5"
		if tokens[0].isDay() && monthOf(tokens[1].word) > 0 && tokens[1].parted("", ".") || monthOf(tokens[0].word) > 0 && tokens[1].isDay() && tokens[1].parted("", ".") {
			return tokens[1].end
		}
	}
	if tokens[0].isYear() && tokens[0].start == 0 {
		rest := strings.TrimLeft(s[tokens[0].end:], " ")
		r, _ := utf8.DecodeRuneInString(rest)
		if rest == "" || r == ':' || isDash(r) {
			return tokens[0].end
		}
	}
	return 0
}

// entry writes an entry of a chronology: date, colon, words. Signs that parted them
// already stay.
func entry(date, words string) string {
	date, words = squeeze(date), squeeze(words)
	r, _ := utf8.DecodeRuneInString(words)
	switch {
	case words == "":
		return date
	case strings.HasSuffix(date, ":"), !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(`"'“‘«(`, r):
		return date + " " + words
	}
	return date + ": " + words
}

// entryOf puts a colon behind the date that a text begins with, where nothing parts
// it from words that begin a sentence of their own.
func entryOf(s string) string {
	end := leadingDate(s)
	if end == 0 || end == len(s) {
		return s
	}
	rest := strings.TrimLeft(s[end:], " ")
	r, _ := utf8.DecodeRuneInString(rest)
	if unicode.IsUpper(r) && !strings.HasPrefix(rest, "GMT") {
		return entry(s[:end], rest)
	}
	return s
}

// chronologies rewrites the chronologies of a page, an entry a paragraph.
func chronologies(doc *html.Node) {
	var found []*html.Node
	var walk func(n *html.Node, depth int)
	walk = func(n *html.Node, depth int) {
		if depth > maxDateDepth || len(found) > 2000 {
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, depth+1)
		}
		switch n.DataAtom {
		case atom.Table, atom.Dl, atom.Ul, atom.Ol:
			found = append(found, n)
		case atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
			found = append(found, n)
		}
	}
	walk(doc, 0)
	headings := 0
	for _, n := range found {
		if isHeadingDate(n) {
			headings++
		}
	}
	for _, n := range found {
		if isList(n) && mostlyLinks(n) {
			continue // a list of other articles with their days
		}
		switch n.DataAtom {
		case atom.Table:
			replaceBy(n, rowsOf(n))
		case atom.Dl:
			replaceBy(n, termsOf(n))
		case atom.Ul, atom.Ol:
			replaceBy(n, itemsOf(n))
		default:
			if headings > 1 && isHeadingDate(n) {
				underHeading(n)
			}
		}
	}
}

func isHeadingDate(n *html.Node) bool {
	if n.DataAtom < atom.H1 && n.DataAtom != atom.H2 {
		return false
	}
	s := shortText(n)
	return s != "" && len(s) < 60 && leadingDate(s) == len(strings.TrimRight(s, " :.")) && !isList(n)
}

func isList(n *html.Node) bool {
	return n.DataAtom == atom.Table || n.DataAtom == atom.Dl || n.DataAtom == atom.Ul || n.DataAtom == atom.Ol
}

// shortText returns the text of an element, at most 4 KB.
func shortText(n *html.Node) string {
	var b strings.Builder
	textOf(n, &b, 0)
	return squeeze(b.String())
}

// mostlyLinks reports whether half of the letters of an element are links.
func mostlyLinks(n *html.Node) bool {
	all, linked, nodes := 0, 0, 0
	var walk func(n *html.Node, inside bool, depth int)
	walk = func(n *html.Node, inside bool, depth int) {
		if nodes++; depth > 60 || nodes > 4000 {
			return
		}
		if n.Type == html.TextNode {
			size := len(strings.TrimSpace(n.Data))
			if all += size; inside {
				linked += size
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, inside || n.DataAtom == atom.A, depth+1)
		}
	}
	walk(n, false, 0)
	return 2*linked > all
}

// enough reports whether so many of the entries begin with a date that they make a
// chronology.
func enough(dated, all int) bool { return dated >= 2 && dated*3 >= all*2 }

func rowsOf(table *html.Node) (out []string) {
	dated, all := 0, 0
	var walk func(n *html.Node, depth int)
	walk = func(n *html.Node, depth int) {
		if depth > 40 || n != table && n.DataAtom == atom.Table {
			return
		}
		if n.DataAtom == atom.Tr {
			if s, ok := rowOf(n); s != "" {
				if all++; ok {
					dated++
				}
				out = append(out, s)
			}
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, depth+1)
		}
	}
	walk(table, 0)
	if !enough(dated, all-1) { // one row may be the head
		return nil
	}
	return out
}

// rowOf returns a row in one line, and whether its first cell is a date.
func rowOf(tr *html.Node) (string, bool) {
	var cells []string
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Td || c.DataAtom == atom.Th {
			if s := shortText(c); s != "" {
				cells = append(cells, s)
			}
		}
	}
	return rowText(cells)
}

// rowText writes the cells of a row in one line: what a date heads is its entry.
func rowText(cells []string) (string, bool) {
	if len(cells) == 0 {
		return "", false
	}
	if end := leadingDate(cells[0]); end > 0 && end == len(strings.TrimRight(cells[0], " :.")) {
		return entry(cells[0], strings.Join(cells[1:], "; ")), true
	}
	return strings.Join(cells, "; "), false
}

func termsOf(dl *html.Node) (out []string) {
	dated, all, term := 0, 0, ""
	for c := dl.FirstChild; c != nil; c = c.NextSibling {
		switch c.DataAtom {
		case atom.Dt:
			term = shortText(c)
			if all++; leadingDate(term) > 0 {
				dated++
			}
		case atom.Dd:
			out = append(out, entry(term, shortText(c)))
		}
	}
	if !enough(dated, all) {
		return nil
	}
	return out
}

func itemsOf(list *html.Node) (out []string) {
	dated, all := 0, 0
	for c := list.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Li {
			continue
		}
		s := shortText(c)
		if all++; leadingDate(s) > 0 && len(strings.Fields(s)) > 4 {
			dated++
		}
		out = append(out, entryOf(s))
	}
	if !enough(dated, all) {
		return nil
	}
	return out
}

// replaceBy puts paragraphs in the place of an element; nil leaves it.
func replaceBy(n *html.Node, paragraphs []string) {
	if paragraphs == nil || n.Parent == nil {
		return
	}
	for _, s := range paragraphs {
		p := &html.Node{Type: html.ElementNode, DataAtom: atom.P, Data: "p"}
		p.AppendChild(&html.Node{Type: html.TextNode, Data: s})
		n.Parent.InsertBefore(p, n)
	}
	n.Parent.RemoveChild(n)
}

// underHeading puts the date of a heading before the paragraph that follows it.
func underHeading(h *html.Node) {
	next := h.NextSibling
	for next != nil && (next.Type != html.ElementNode || shortText(next) == "") {
		next = next.NextSibling
	}
	if next == nil || next.DataAtom != atom.P && next.DataAtom != atom.Div || leadingDate(shortText(next)) > 0 {
		return
	}
	date := shortText(h)
	if !strings.HasSuffix(date, ":") {
		date += ":"
	}
	next.InsertBefore(&html.Node{Type: html.TextNode, Data: date + " "}, next.FirstChild)
	h.Parent.RemoveChild(h)
}

// dropFacts takes out the tables of facts that encyclopaedias put beside a text.
func dropFacts(doc *html.Node) {
	var drop []*html.Node
	var walk func(n *html.Node, depth int)
	walk = func(n *html.Node, depth int) {
		if n.Type == html.ElementNode && (n.DataAtom == atom.Table || n.DataAtom == atom.Aside || n.DataAtom == atom.Div) {
			for _, w := range classWords(n) {
				if w == "infobox" {
					drop = append(drop, n)
					return
				}
			}
		}
		for c := n.FirstChild; c != nil && depth < maxDateDepth; c = c.NextSibling {
			walk(c, depth+1)
		}
	}
	walk(doc, 0)
	for _, n := range drop {
		n.Parent.RemoveChild(n)
	}
}
