package article

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// readMarkdown reads CommonMark with tables and strikethrough: the words without
// the marks, code and raw HTML left out. The front matter, as most site builders
// write it, gives headline, byline and date; else the first heading of the first
// level is the headline, and stays out of the text.
func readMarkdown(ctx context.Context, data []byte) (*Article, error) {
	d := decode(data, "")
	if len(d.text) > MaxText {
		return nil, &Error{Reason: TooLarge}
	}
	source := []byte(d.text)
	front, body := frontMatter(d.text)
	if deepMarkdown(d.text[body:]) {
		return nil, &Error{Reason: Damaged, Where: "its nesting"}
	}
	root := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough)).Parser().
		Parse(text.NewReader(source[body:]))
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	m := &markdown{source: d.text, shift: body}
	m.blocks(root)
	a, err := m.out.article(Bytes, d)
	if err != nil {
		return nil, err
	}
	a.fromFrontMatter(front)
	if m.title != "" && a.Headline.IsZero() {
		a.Headline = Field{Value: m.title, Origin: "heading of the first level"}
	}
	underDates(a)
	topLines(a)
	return a, nil
}

// deepMarkdown reports whether a line opens so many quotes or lists, or the text
// so many brackets at once, that it was made to waste time.
func deepMarkdown(s string) bool {
	for line := range strings.Lines(s) {
		marks := 0
		for _, c := range line[:min(len(line), 2000)] {
			if !strings.ContainsRune(" \t>-*+", c) {
				break
			}
			if c != ' ' && c != '\t' {
				marks++
			}
		}
		if marks > 100 && strings.Trim(line, " \t\r\n-*_") != "" {
			return true
		}
		if len(line) > 64<<10 && strings.ContainsAny(line, "[]*_`<>~|!") { // a paragraph of a book has 10 KB
			return true
		}
	}
	return strings.Count(s, "[") > 50_000
}

type markdown struct {
	source string
	shift  int // where the body begins in source
	out    builder
	title  string
}

// blocks writes the blocks in n.
func (m *markdown) blocks(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.FencedCodeBlock, *ast.CodeBlock, *ast.HTMLBlock, *ast.ThematicBreak, *ast.LinkReferenceDefinition:
		case *ast.Heading:
			if c.Level == 1 && m.title == "" && len(m.out.text) == 0 {
				line := markdown{source: m.source, shift: m.shift}
				line.inline(c)
				if m.title = strings.TrimSpace(string(line.out.text)); m.title != "" {
					continue
				}
			}
			m.block(c)
		case *east.TableHeader, *east.TableRow:
			m.row(c)
		default:
			if first := c.FirstChild(); first != nil && first.Type() == ast.TypeInline {
				m.block(c)
			} else {
				m.blocks(c)
			}
		}
	}
}

func (m *markdown) block(n ast.Node) {
	m.out.paragraph()
	start := len(m.out.text)
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		m.inlineNode(c)
		if c == n.FirstChild() && c.Kind() == ast.KindEmphasis { // "**12 June 2018** Storm damages the pier"
			m.colon(start, c.NextSibling())
		}
	}
}

// colon puts a colon behind a date that a block begins with and that its type alone
// parts from what follows.
func (m *markdown) colon(start int, next ast.Node) {
	words := strings.TrimLeft(string(m.out.text[min(start, len(m.out.text)):]), "\n")
	t, ok := next.(*ast.Text)
	if end := leadingDate(words); !ok || end == 0 || end != len(words) {
		return
	}
	rest := strings.TrimLeft(m.source[m.shift+t.Segment.Start:m.shift+t.Segment.Stop], " ")
	if r, _ := utf8.DecodeRuneInString(rest); unicode.IsUpper(r) {
		m.out.gap(":")
	}
}

// row writes a row of a table in one line: what a date heads is its entry.
func (m *markdown) row(n ast.Node) {
	m.out.paragraph()
	start, cells := len(m.out.text), 0
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.FirstChild() == nil {
			continue
		}
		if cells++; cells > 1 {
			words := strings.TrimLeft(string(m.out.text[min(start, len(m.out.text)):]), "\n")
			if end := leadingDate(words); cells == 2 && end > 0 && end == len(words) {
				m.out.gap(": ")
			} else {
				m.out.gap("; ")
			}
		}
		m.inline(c)
	}
}

// inline writes the words of a line. The text of a picture is none of the
// article's.
func (m *markdown) inline(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		m.inlineNode(c)
	}
}

func (m *markdown) inlineNode(c ast.Node) {
	switch c := c.(type) {
	case *ast.Text:
		m.words(m.shift+c.Segment.Start, m.shift+c.Segment.Stop)
		if c.HardLineBreak() || c.SoftLineBreak() {
			m.out.gap("\n")
		}
	case *ast.String:
		m.out.gap(string(c.Value))
	case *ast.AutoLink:
		m.out.gap(string(c.Label([]byte(m.source[m.shift:]))))
	case *ast.Image, *ast.RawHTML:
	default:
		m.inline(c)
	}
}

// words writes source[from:to] less its backslashes and with its entities read.
func (m *markdown) words(from, to int) {
	s := m.source[from:to]
	for s != "" {
		i := strings.IndexAny(s, "\\&")
		if i < 0 {
			m.out.verbatim(s, from)
			return
		}
		m.out.verbatim(s[:i], from)
		s, from = s[i:], from+i
		n := 1
		if s[0] == '\\' && len(s) > 1 && isPunct(s[1]) {
			m.out.verbatim(s[1:2], from+1)
			n = 2
		} else if word, size := entity(s); size > 0 {
			m.out.made(word, from, from+size)
			n = size
		} else {
			m.out.verbatim(s[:1], from)
		}
		s, from = s[n:], from+n
	}
}

func isPunct(c byte) bool {
	return strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", c) >= 0
}

// frontMatter returns the "name: value" lines between "---" and "---" at the top,
// and where the body begins.
func frontMatter(s string) (fields map[string]string, body int) {
	first, _, _ := strings.Cut(s, "\n")
	if strings.TrimRight(first, " \r") != "---" {
		return nil, 0
	}
	fields = map[string]string{}
	at, last := len(first)+1, ""
	for line := range strings.Lines(s[min(at, len(s)):]) {
		at += len(line)
		line = strings.TrimRight(line, " \r\n")
		if line == "---" || line == "..." {
			return fields, at
		}
		if item, ok := strings.CutPrefix(strings.TrimSpace(line), "- "); ok && last != "" { // of a list
			fields[last] = strings.TrimPrefix(fields[last]+", "+unquote(item), ", ")
			continue
		}
		name, value, ok := strings.Cut(line, ":")
		if !ok && line != "" || len(fields) > 100 {
			return nil, 0
		}
		last = strings.ToLower(strings.TrimSpace(name))
		fields[last] = unquote(value)
	}
	return nil, 0 // "---" and no end: a line across
}

func unquote(s string) string {
	s = strings.TrimSpace(s)
	if len(s) >= 2 && (s[0] == '"' || s[0] == '\'') && s[len(s)-1] == s[0] {
		return s[1 : len(s)-1]
	}
	return strings.Trim(s, "[]")
}

func (a *Article) fromFrontMatter(front map[string]string) {
	take := func(f *Field, names ...string) {
		for _, n := range names {
			if v := front[n]; v != "" && f.IsZero() {
				*f = Field{Value: v, Origin: "front matter " + n}
			}
		}
	}
	take(&a.Headline, "title", "headline")
	take(&a.Byline, "author", "authors", "byline", "by")
	take(&a.Publisher, "publisher", "site", "source", "publication")
	take(&a.Place, "dateline", "place", "location")
	take(&a.Language, "lang", "language")
	for _, n := range []string{"address", "url", "canonical", "link", "canonical_url", "permalink", "source_url"} {
		if isAddress(front[n]) {
			take(&a.Address, n)
		}
	}
	for _, n := range []string{"published", "date", "publishdate", "publish_date", "date_published", "pubdate", "created"} {
		if value, ok := parseDate(front[n]); ok && a.Published.IsZero() {
			a.Published = Field{Value: value, Words: front[n], Origin: "front matter " + n}
		}
	}
}

func isAddress(s string) bool {
	return (strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")) && !strings.ContainsAny(s, " \n\t\"<>") && len(s) < 4096
}
