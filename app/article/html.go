package article

import (
	"context"
	"net/url"
	"strings"
	"time"

	htmldate "github.com/markusmobius/go-htmldate"
	trafilatura "github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

// readHTML reads a saved page.
func readHTML(ctx context.Context, data []byte) (*Article, error) {
	return pageArticle(ctx, decode(data, htmlLabel(data)), "")
}

// htmlLabel returns the charset that a page names for itself in its head; "" if it
// names none.
func htmlLabel(data []byte) string {
	if _, name, certain := charset.DetermineEncoding(data[:min(len(data), 4096)], ""); certain {
		return name
	}
	return ""
}

// pageArticle reads the page d, which came from the address, if that is known.
func pageArticle(ctx context.Context, d *decoded, address string) (*Article, error) {
	p, err := scanPage(ctx, d.text)
	if err != nil {
		return nil, err
	}
	about, doc, err := p.aboutOf(ctx, address)
	if err != nil {
		return nil, err
	}
	dropFacts(doc)
	linked, whole := linksOf(doc), blocksOf(bodyNode(doc), "")
	body, err := bodyOf(doc, about.Address.Value)
	if err != nil && !isChronologyOf(whole) {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var blocks []block
	if body != nil {
		blocks = trim(once(unglued(blocksOf(body, about.Headline.Value), whole)), linked, about)
	}
	if isChronologyOf(whole) && (blocks == nil || !isChronologyOf(blocks)) {
		blocks = trim(once(whole), linked, about) // of short entries, which look like links to an extractor
	}
	blocks = withoutInvitations(blocks, whole, about)
	if blocks == nil {
		return nil, &Error{Reason: NoArticle}
	}
	var out builder
	p.align(&out, blocks)
	a, err := out.article(Bytes, d)
	if err != nil {
		return nil, err
	}
	about.Text, about.Map, about.Charset = a.Text, a.Map, a.Charset
	about.Notes = append(about.Notes, a.Notes...)
	return about, nil
}

// about reads what a page says of itself, and parses it.
func (p *page) aboutOf(ctx context.Context, address string) (*Article, *html.Node, error) {
	doc, err := html.ParseWithOptions(strings.NewReader(p.clean.String()), html.ParseOptionEnableScripting(false))
	if err != nil {
		return nil, nil, &Error{Reason: Damaged, Where: "its nesting", Err: err}
	}
	about := p.facts.about(address)
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	about.dayOfAddress()
	chronologies(doc)
	about.datePage(doc)
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	return about, doc, nil
}

// bodyOf returns the part of the page that is the article.
func bodyOf(doc *html.Node, address string) (*html.Node, error) {
	options := trafilatura.Options{
		EnableFallback:   true,
		ExcludeComments:  true,
		HtmlDateMode:     trafilatura.Disabled,
		HtmlDateOverride: &htmldate.Result{DateTime: time.Unix(0, 0)}, // it is asked for elsewhere
	}
	if u, err := url.Parse(address); err == nil && address != "" {
		options.OriginalURL = u
	}
	found, err := trafilatura.ExtractDocument(doc, options)
	if err != nil || found.ContentNode == nil {
		return nil, &Error{Reason: NoArticle, Err: err}
	}
	return found.ContentNode, nil
}

// block is a paragraph, a heading, an item of a list, a row of a table.
type block struct{ text string } // one space between words

// blocksOf returns the blocks of an article's body, in order, less its headline.
func blocksOf(body *html.Node, headline string) (out []block) {
	var text strings.Builder
	flush := func() {
		if s := squeeze(text.String()); s != "" && !(len(out) == 0 && s == headline) {
			out = append(out, block{s})
		}
		text.Reset()
	}
	var walk func(n *html.Node, depth int)
	walk = func(n *html.Node, depth int) {
		if n.Type == html.TextNode {
			text.WriteString(n.Data)
			return
		}
		if skipped[n.DataAtom] || depth > 600 {
			return
		}
		inline := n.Type != html.ElementNode || inlineElements[n.DataAtom] || n.DataAtom == atom.Td || n.DataAtom == atom.Th
		if !inline {
			flush()
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, depth+1)
		}
		if n.DataAtom == atom.Td || n.DataAtom == atom.Th {
			text.WriteByte(' ')
		}
		if !inline {
			flush()
		}
	}
	walk(body, 0)
	flush()
	return out
}

// linksOf returns the words of the page's links: the body has lost its own.
func linksOf(doc *html.Node) map[string]bool {
	linked := map[string]bool{}
	var walk func(n *html.Node, depth int)
	walk = func(n *html.Node, depth int) {
		if depth > 600 || len(linked) > 5000 {
			return
		}
		if n.DataAtom == atom.A {
			var b strings.Builder
			textOf(n, &b, 0)
			if s := squeeze(b.String()); s != "" {
				linked[s] = true
			}
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c, depth+1)
		}
	}
	walk(doc, 0)
	return linked
}

// trim cuts off what stands before the first sentence and is no text: links, the
// headline, the date, which it notes; and the links behind the last. It returns nil
// for what is no article: a list of links, a form, a note that a page was not found.
// In an article there are sentences, and they are not all links.
func trim(blocks []block, linked map[string]bool, about *Article) []block {
	prose, all, first, last := 0, 0, -1, 0
	for i, b := range blocks {
		words := len(strings.Fields(b.text))
		if !hasSpaces(b.text) { // Chinese, Japanese, Thai
			words = len([]rune(b.text)) / 2
		}
		all += words
		if isEntry(b.text) && !linked[b.text] { // an entry of a chronology
			prose += max(words, 5)
			if last = i; first < 0 {
				first = i
			}
			continue
		}
		if !linked[b.text] && words >= 12 && strings.ContainsAny(b.text, ".!?。！？؟।…") {
			prose += words
			if last = i; first < 0 {
				first = i
			}
		}
	}
	if prose < 15 || prose*5 < all && prose < 100 {
		return nil
	}
	var out []block
	for i, b := range blocks {
		if i < first || i > last {
			if linked[b.text] {
				continue
			}
			date, isDate := parseDate(trimLabel(b.text, "published", "posted", "date"))
			if isDate && isDay(date) && i < first {
				if about.Published.IsZero() && date > oldest {
					about.candidate(Field{Value: date, Words: b.text, Origin: "line above the text"})
				}
				continue
			}
			if i < first && b.text == about.Headline.Value {
				continue
			}
		}
		out = append(out, b)
	}
	return out
}

func hasSpaces(s string) bool { return strings.Count(s, " ")*20 > len([]rune(s)) }

func textOf(n *html.Node, b *strings.Builder, depth int) {
	if depth > 600 || b.Len() > 4096 {
		return
	}
	if n.Type == html.TextNode {
		b.WriteString(n.Data)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		textOf(c, b, depth+1)
	}
}

// bodyNode returns the body element of a page, or the page.
func bodyNode(doc *html.Node) *html.Node {
	for c := doc.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Html {
			for b := c.FirstChild; b != nil; b = b.NextSibling {
				if b.DataAtom == atom.Body {
					return b
				}
			}
			return c
		}
	}
	return doc
}
