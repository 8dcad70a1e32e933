package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"briefline/app/sheet"
	"briefline/app/typeset"
	"briefline/assets"
)

var fonts = sync.OnceValue(func() *typeset.Fonts { return typeset.Open(assets.Fonts()) })

var (
	ink    = sheet.Color{R: 0x16, G: 0x19, B: 0x1d}
	accent = sheet.Color{R: 0x0b, G: 0x5c, B: 0x6b}
	none   = sheet.Color{None: true}
)

const (
	persian = "عبدالرضا رحمانی فضلی، وزیر کشور، در سال ۲۰۱۶ (1395) گفت: «می‌خواهیم همکاری کنیم»."
	kyrgyz  = "Кашкар Жунушалиев — Кыргыз Республикасынын ички иштер министри, өңүр үчүн."
)

// builder lays paragraphs under each other, as a stand-in for package sheet.
type builder struct {
	doc  *sheet.Document
	page *sheet.Page
	y    float64
}

func newBuilder() *builder {
	b := &builder{doc: &sheet.Document{
		Title: "Ministers meet in Bishkek", Subject: "A sample", Author: "D. Officer", Language: "en",
		Created: time.Date(2026, 3, 1, 12, 30, 0, 0, time.UTC),
		Root:    &sheet.Node{Tag: sheet.TagDocument}, Dests: map[string]sheet.Dest{},
	}}
	b.newPage()
	return b
}

func (b *builder) newPage() {
	w, h := sheet.A4.Size()
	b.page = &sheet.Page{W: w, H: h}
	b.doc.Pages = append(b.doc.Pages, b.page)
	b.y = 60
	b.words(nil, "Briefing, page "+fmt.Sprint(len(b.doc.Pages)), typeset.Style{Size: 7.6})
	b.page.Marks = append(b.page.Marks, &sheet.Shape{X: 51, Y: b.y, W: w - 102, H: 0, Fill: none, Stroke: accent, StrokeWidth: .6,
		Poly: [][2]float64{{51, b.y}, {w - 51, b.y}}})
	b.y += 10
}

func (b *builder) node(parent *sheet.Node, tag sheet.Tag) *sheet.Node {
	n := &sheet.Node{Tag: tag}
	parent.Kids = append(parent.Kids, n)
	return n
}

// words sets a text where the last one ended.
func (b *builder) words(n *sheet.Node, s string, st typeset.Style, more ...typeset.Span) *sheet.Words {
	t := fonts().Layout(typeset.Paragraph{Spans: append([]typeset.Span{{Text: s, Style: st}}, more...), Width: 490})
	w := &sheet.Words{Node: n, Text: t, To: len(t.Lines), X: 51, Y: b.y, Inks: []sheet.Color{ink}}
	b.page.Marks = append(b.page.Marks, w)
	b.y += t.Height + 4
	return w
}

// linked sets a paragraph that ends in a link.
func (b *builder) linked(n *sheet.Node, s, label, dest string) {
	l := b.node(n, sheet.TagLink)
	w := b.words(n, s, typeset.Style{Size: 9.6}, typeset.Span{Text: label, Style: typeset.Style{Size: 7, Bold: true}, NoBreak: true},
		typeset.Span{Text: " And so on.", Style: typeset.Style{Size: 9.6}})
	w.Inks = []sheet.Color{ink, accent, ink}
	w.Nodes = []*sheet.Node{nil, l}
	w.Links = []sheet.SpanLink{{Span: 1, Dest: dest, Tip: "To " + label, Node: l}}
}

// dest makes the place where the next text goes a destination.
func (b *builder) dest(key string, n *sheet.Node) {
	b.doc.Dests[key] = sheet.Dest{Page: len(b.doc.Pages) - 1, X: 51, Y: b.y, Node: n}
}

// sample is a document of two pages with something of everything.
func sample() *sheet.Document {
	b := newBuilder()
	root := b.doc.Root
	h1 := b.node(root, sheet.TagH1)
	b.dest("top", h1)
	b.words(h1, "Ministers meet in Bishkek", typeset.Style{Family: typeset.Serif, Bold: true, Size: 18})
	p := b.node(root, sheet.TagP)
	b.dest("k1", p)
	b.linked(p, "The office (fifth floor) offers \"first\" help.", "S1", "s1")

	fa := b.node(root, sheet.TagP)
	fa.Lang = "fa"
	b.words(fa, persian, typeset.Style{Size: 10})
	ky := b.node(root, sheet.TagP)
	ky.Lang = "ky"
	b.words(ky, kyrgyz, typeset.Style{Size: 10, Italic: true})
	mixed := b.node(root, sheet.TagP)
	b.linked(mixed, "The minister said سلام 123 دنیا to them.", "S2", "s2")

	list := b.node(root, sheet.TagL)
	for _, s := range []string{"Training", "Exchange of intelligence"} {
		li := b.node(list, sheet.TagLI)
		lbl, body := b.node(li, sheet.TagLbl), b.node(li, sheet.TagLBody)
		y := b.y
		b.words(lbl, "•", typeset.Style{Size: 9.6})
		b.y = y
		b.words(body, s, typeset.Style{Size: 9.6}).X += 12
	}
	note := b.node(root, sheet.TagNote)
	note.ID = "n1"
	b.words(note, "A note of the editor’s.", typeset.Style{Size: 8.5, Tracking: .3})

	h2 := b.node(root, sheet.TagH2)
	b.words(h2, "Timeline", typeset.Style{Bold: true, Size: 10.5})
	fig := b.node(root, sheet.TagFigure)
	fig.Alt = "Three events from 2016 to 2020"
	bar := func(s sheet.Shape) {
		s.Node, s.X, s.Y, s.W, s.H = fig, 60, b.y, 200, 10
		b.page.Marks = append(b.page.Marks, &s)
		b.y += 16
	}
	bar(sheet.Shape{Fill: accent, Radius: 5, Stroke: none})
	bar(sheet.Shape{Fill: none, Radius: 5, Stroke: accent, StrokeWidth: 1.6, Dash: []float64{5, 3}})
	bar(sheet.Shape{Fill: accent, Stroke: none, Fade: []sheet.Stop{{At: 0, Strength: 1}, {At: .5, Strength: .8}, {At: 1, Strength: 0}}})
	bar(sheet.Shape{Fill: sheet.Color{R: 255, G: 255, B: 255}, Stroke: ink, StrokeWidth: .5, Hatch: sheet.HatchDiagonal})
	bar(sheet.Shape{Fill: none, Stroke: ink, StrokeWidth: .5, Hatch: sheet.HatchDots, Radius: 3})
	bar(sheet.Shape{Fill: accent, Stroke: none, Poly: [][2]float64{{300, b.y}, {310, b.y + 5}, {300, b.y + 10}, {290, b.y + 5}}})
	b.words(fig, "2016", typeset.Style{Size: 8})

	table := b.node(root, sheet.TagTable)
	for i, row := range [][2]string{{"Who", "What"}, {"Iran", "offers"}} {
		tr := b.node(table, sheet.TagTR)
		y := b.y
		for k, s := range row {
			tag := sheet.TagTD
			if i == 0 {
				tag = sheet.TagTH
			}
			b.y = y
			b.words(b.node(tr, tag), s, typeset.Style{Size: 9}).X += 100 * float64(k)
		}
	}

	b.newPage()
	h2 = b.node(root, sheet.TagH2)
	b.dest("source", h2)
	b.words(h2, "Source, sentence by sentence", typeset.Style{Bold: true, Size: 10.5})
	for _, s := range []string{"s1", "s2"} {
		p := b.node(root, sheet.TagP)
		b.dest(s, p)
		b.linked(p, "Sentence "+s+" as published.", "back", "k1")
	}
	b.doc.Outline = []sheet.Bookmark{
		{Title: "Ministers meet in Bishkek", Dest: "top", Children: []sheet.Bookmark{{Title: "Key point", Dest: "k1"}}},
		{Title: "Source", Dest: "source", Children: []sheet.Bookmark{{Title: "S1", Dest: "s1"}, {Title: "S2", Dest: "s2"}}},
	}
	return b.doc
}

// long is a document of so many pages, each full of text that leads somewhere.
func long(pages int) *sheet.Document {
	b := newBuilder()
	sect := b.node(b.doc.Root, sheet.TagSect)
	h1 := b.node(sect, sheet.TagH1)
	b.dest("top", h1)
	b.words(h1, "Ministers meet in Bishkek", typeset.Style{Family: typeset.Serif, Bold: true, Size: 18})
	text := strings.Fields("Iran is fully prepared to provide training, exchange of experience and intelligence with regional countries in the fight against terrorism, and voiced readiness to help against drug trafficking, given its vast experience due to long shared borders.")
	for i := 0; ; i++ {
		if b.y > 740 {
			if len(b.doc.Pages) == pages {
				break
			}
			b.newPage()
		}
		p := b.node(sect, sheet.TagP)
		key := fmt.Sprintf("s%d", i)
		b.dest(key, p)
		k := i % len(text)
		line := strings.Join(append(append([]string{}, text[k:]...), text[:k]...), " ")
		if i%8 == 3 {
			line += " " + persian
		}
		if i%8 == 5 {
			line += " " + kyrgyz
		}
		b.linked(p, line, strings.ToUpper(key), "top")
	}
	b.doc.Outline = []sheet.Bookmark{{Title: "Source", Dest: "top"}}
	return b.doc
}

// made returns d as a file.
func made(tb testing.TB, d *sheet.Document, o Options) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := Write(&b, d, o); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}
