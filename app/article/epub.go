package article

import (
	"context"
	"net/url"
	"path"
	"strings"

	"golang.org/x/net/html"
)

// readEPUB reads an electronic book or issue (EPUB 3.3): its chapters in the order of
// its spine. Map counts bytes of each chapter's file.
func readEPUB(ctx context.Context, data []byte) (*Article, error) {
	z, err := openPack(data)
	if err != nil {
		return nil, err
	}
	if z.files["META-INF/rights.xml"] != nil {
		return nil, &Error{Reason: Encrypted}
	}
	book, base, err := z.book()
	if err != nil {
		return nil, err
	}
	a := &Article{Format: EPUB}
	for _, item := range book.chapters() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		name := path.Join(base, item)
		chapter, err := z.read(name)
		if e, ok := err.(*Error); ok && e.Reason == Bomb {
			return nil, err
		}
		if err != nil || chapter == nil {
			a.note(Unread, name)
			continue
		}
		b, err := chapterArticle(ctx, chapter)
		if err != nil {
			if ctx.Err() != nil {
				return nil, err
			}
			a.note(Unread, name)
			continue
		}
		if strings.TrimSpace(b.Text) == "" {
			continue
		}
		b.Map.Unit, b.Map.Part = PartBytes, name
		if a.join(b); len(a.Text) > MaxText {
			return nil, &Error{Reason: TooLarge}
		}
	}
	field := func(f *Field, value, key string) {
		if value = squeeze(value); value != "" {
			*f = Field{Value: value, Origin: "EPUB " + key}
		}
	}
	field(&a.Headline, book.Title, "title")
	field(&a.Byline, strings.Join(book.Creators, ", "), "creator")
	field(&a.Publisher, book.Publisher, "publisher")
	field(&a.Language, book.Language, "language")
	for _, d := range book.Dates {
		value, ok := parseDate(d.Value)
		if !ok || !a.Published.IsZero() || d.Event != "" && d.Event != "publication" && d.Event != "original-publication" {
			continue
		}
		a.Published = Field{Value: value, Words: d.Value, Origin: "EPUB date"}
	}
	topLines(a)
	return a, nil
}

// opf is the package document of a book (EPUB 3.3, 5).
type opf struct {
	Title     string    `xml:"metadata>title"`
	Creators  []string  `xml:"metadata>creator"`
	Publisher string    `xml:"metadata>publisher"`
	Language  string    `xml:"metadata>language"`
	Dates     []opfDate `xml:"metadata>date"`
	Items     []struct {
		ID         string `xml:"id,attr"`
		Href       string `xml:"href,attr"`
		Type       string `xml:"media-type,attr"`
		Properties string `xml:"properties,attr"`
	} `xml:"manifest>item"`
	Spine []struct {
		ID     string `xml:"idref,attr"`
		Linear string `xml:"linear,attr"`
	} `xml:"spine>itemref"`
}

type opfDate struct {
	Value string `xml:",chardata"`
	Event string `xml:"event,attr"`
}

// book reads the package document, and returns the folder that its names count from.
func (p *pack) book() (*opf, string, error) {
	container, err := p.read("META-INF/container.xml")
	if err != nil {
		return nil, "", err
	}
	var c struct {
		Roots []struct {
			Path string `xml:"full-path,attr"`
		} `xml:"rootfiles>rootfile"`
	}
	if container == nil || xmlDecoder(container).Decode(&c) != nil || len(c.Roots) == 0 {
		return nil, "", &Error{Reason: Damaged, Where: "META-INF/container.xml"}
	}
	root := c.Roots[0].Path
	data, err := p.read(root)
	if err != nil {
		return nil, "", err
	}
	book := &opf{}
	if data == nil || xmlDecoder(data).Decode(book) != nil {
		return nil, "", &Error{Reason: Damaged, Where: root}
	}
	return book, path.Dir(root), nil
}

// chapters returns the files of the spine in order, without the table of contents.
func (b *opf) chapters() (out []string) {
	const most = 2000
	byID := map[string]int{}
	for i, item := range b.Items {
		byID[item.ID] = i
	}
	seen := map[string]bool{}
	for _, ref := range b.Spine {
		i, ok := byID[ref.ID]
		if !ok || ref.Linear == "no" || len(out) == most {
			continue
		}
		item := b.Items[i]
		href, err := url.PathUnescape(item.Href)
		if err != nil || seen[href] || strings.Contains(" "+item.Properties+" ", " nav ") || !strings.Contains(item.Type, "html") {
			continue
		}
		seen[href] = true
		out = append(out, href)
	}
	return out
}

// chapterArticle reads all that a chapter shows.
func chapterArticle(ctx context.Context, data []byte) (*Article, error) {
	d := decode(data, htmlLabel(data))
	p, err := scanPage(ctx, d.text)
	if err != nil {
		return nil, err
	}
	doc, err := html.ParseWithOptions(strings.NewReader(p.clean.String()), html.ParseOptionEnableScripting(false))
	if err != nil {
		return nil, &Error{Reason: Damaged, Err: err}
	}
	chronologies(doc)
	var out builder
	p.align(&out, blocksOf(bodyNode(doc), ""))
	return out.article(Bytes, d)
}
