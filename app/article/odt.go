package article

import (
	"context"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
)

// readODT reads a text document of LibreOffice and others (OpenDocument 1.3, part 3):
// its paragraphs and the rows of its tables, without notes, comments and what is
// hidden or was deleted. Map counts paragraphs.
func readODT(ctx context.Context, data []byte) (*Article, error) {
	z, err := openPack(data)
	if err != nil {
		return nil, err
	}
	if manifest, err := z.read("META-INF/manifest.xml"); err == nil && strings.Contains(string(manifest), "encryption-data") {
		return nil, &Error{Reason: Encrypted}
	}
	content, err := z.read("content.xml")
	if err != nil {
		return nil, err
	}
	if content == nil {
		return nil, &Error{Reason: NotRead}
	}
	o := &openText{ctx: ctx, styles: map[string]openStyle{}}
	if s, err := z.read("styles.xml"); err == nil && s != nil {
		_ = o.read(s) // for its styles; a page's head and foot are no text of the body
	}
	o.body = true
	if err := o.read(content); err != nil {
		return nil, err
	}
	a, err := o.article()
	if err != nil {
		return nil, err
	}
	if meta, err := z.read("meta.xml"); err == nil && meta != nil {
		a.fromMeta(meta)
	}
	return a, nil
}

// openStyle is what a style does to words.
type openStyle struct{ hidden, raised bool }

// openText takes the paragraphs out of content.xml.
type openText struct {
	ctx context.Context
	paper
	styles map[string]openStyle
	style  string // the one being defined
	body   bool   // the part holds the text

	text    strings.Builder
	inText  bool // inside office:text
	depth   int
	dropped int // elements that are open inside one whose contents are left out
	spans   []openStyle
	blocks  []openBlock
	date    int    // where the open date field begins in text, plus one
	field   string // its name
}

type openBlock struct{ text, style string }

// openLeftOut are the elements whose contents are no text of the body.
var openLeftOut = map[string]bool{
	"note": true, "annotation": true, "annotation-end": true, "tracked-changes": true, "hidden-text": true, "hidden-paragraph": true,
	"forms": true, "variable-decls": true, "sequence-decls": true, "desc": true, "title": true, "ruby-text": true, "bibliography-configuration": true,
}

func (o *openText) read(data []byte) error {
	d := xmlDecoder(data)
	for n := 0; ; n++ {
		if n%4096 == 0 && o.ctx.Err() != nil {
			return o.ctx.Err()
		}
		token, err := d.RawToken()
		if err == io.EOF {
			break
		}
		if err != nil {
			return &Error{Reason: Damaged, Where: "content.xml", Err: err}
		}
		switch t := token.(type) {
		case xml.StartElement:
			if o.depth++; o.depth > maxXMLDepth {
				return &Error{Reason: Damaged, Where: "its nesting"}
			}
			if o.dropped > 0 || o.inText && openLeftOut[t.Name.Local] {
				o.dropped++
			} else {
				o.open(t)
			}
		case xml.EndElement:
			o.depth--
			if o.dropped > 0 {
				o.dropped--
			} else {
				o.close(t.Name)
			}
		case xml.CharData:
			if o.inText && o.dropped == 0 && len(o.blocks) > 0 {
				o.write(string(t))
			}
		}
		if o.full(o.text.Len()) {
			return &Error{Reason: TooLarge}
		}
	}
	return nil
}

// write writes words as their style has them. White space in a paragraph counts as
// one blank (part 3, 6.1.2).
func (o *openText) write(s string) {
	words := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\r' })
	blank := func(c byte) string {
		if strings.IndexByte(" \n\t\r", c) >= 0 {
			return " "
		}
		return ""
	}
	if s == "" {
		return
	}
	if first, last := blank(s[0]), blank(s[len(s)-1]); len(words) > 0 {
		s = first + strings.Join(words, " ") + last
	} else {
		s = " "
	}
	hidden, raised := false, false
	for _, st := range o.spans {
		hidden, raised = hidden || st.hidden, raised || st.raised
	}
	before := o.text.String()
	switch {
	case hidden:
		return
	case raised:
		s = raisedText(before[max(0, len(before)-24):], s)
	case strings.HasSuffix(before, " "):
		s = strings.TrimLeft(s, " ")
	}
	o.text.WriteString(s)
}

func (o *openText) open(t xml.StartElement) {
	switch t.Name.Local {
	case "style":
		o.style = attr(t, "name")
		o.styles[o.style] = o.styles[attr(t, "parent-style-name")]
	case "text-properties":
		s := o.styles[o.style]
		s.hidden = s.hidden || attr(t, "display") == "none"
		position := attr(t, "text-position")
		rise, err := strconv.Atoi(strings.TrimSuffix(strings.SplitN(position, " ", 2)[0], "%"))
		s.raised = s.raised || strings.HasPrefix(position, "super") || err == nil && rise > 0
		o.styles[o.style] = s
	case "text":
		o.inText = o.inText || o.body && t.Name.Space == "office"
	}
	if !o.inText {
		return
	}
	switch t.Name.Local {
	case "p", "h":
		o.number++
		style := attr(t, "style-name")
		o.spans = append(o.spans, o.styles[style])
		if t.Name.Local == "h" && attr(t, "outline-level") == "1" {
			style = "Heading_20_1"
		}
		o.blocks = append(o.blocks, openBlock{o.text.String(), style})
		o.text.Reset()
	case "span":
		o.spans = append(o.spans, o.styles[attr(t, "style-name")])
	case "s":
		if !strings.HasSuffix(o.text.String(), " ") {
			o.text.WriteByte(' ')
		}
	case "tab":
		o.text.WriteByte('\t')
	case "line-break":
		o.text.WriteByte('\n')
	case "date", "time", "creation-date", "print-date", "modification-date":
		o.date, o.field = o.text.Len()+1, strings.ToUpper(t.Name.Local)
	case "table":
		o.tables++
	case "table-row":
		o.beginRow()
	}
}

func (o *openText) close(name xml.Name) {
	if !o.inText {
		return
	}
	switch name.Local {
	case "p", "h":
		if n := len(o.blocks); n > 0 {
			o.add(o.text.String(), o.blocks[n-1].style)
			o.text.Reset()
			o.text.WriteString(o.blocks[n-1].text)
			o.blocks = o.blocks[:n-1]
		}
		o.spans = o.spans[:max(0, len(o.spans)-1)]
		o.date = 0
	case "span":
		o.spans = o.spans[:max(0, len(o.spans)-1)]
	case "date", "time", "creation-date", "print-date", "modification-date":
		if s := o.text.String(); o.date > 0 && o.date-1 <= len(s) { // the day on which it was opened or saved
			o.dateFieldText(s[o.date-1:], o.field)
			o.text.Reset()
			o.text.WriteString(s[:o.date-1])
		}
		o.date = 0
	case "table-cell":
		o.endCell()
	case "table-row":
		o.endRow()
	case "table":
		o.tables = max(0, o.tables-1)
	case "text":
		if name.Space == "office" {
			o.inText = false
		}
	}
}

// fromMeta takes what meta.xml says: of the file, and so hints.
func (a *Article) fromMeta(s []byte) {
	var meta struct {
		Meta struct {
			Title    string `xml:"title"`
			Creator  string `xml:"creator"`
			Initial  string `xml:"initial-creator"`
			Created  string `xml:"creation-date"`
			Language string `xml:"language"`
		} `xml:"meta"`
	}
	if xml.Unmarshal(s, &meta) != nil {
		return
	}
	hint := func(f *Field, value, key string) {
		if value = squeeze(strings.ToValidUTF8(value, "")); value != "" && f.IsZero() {
			*f = Field{Value: value, Origin: "meta.xml " + key, Hint: true}
		}
	}
	hint(&a.Headline, meta.Meta.Title, "title")
	hint(&a.Byline, meta.Meta.Initial, "initial-creator")
	hint(&a.Byline, meta.Meta.Creator, "creator")
	hint(&a.Language, meta.Meta.Language, "language")
	created, _, _ := strings.Cut(meta.Meta.Created, ".")
	if value, ok := parseDate(created); ok && a.Published.IsZero() {
		a.Published = Field{Value: value, Words: created, Origin: "meta.xml creation-date", Hint: true}
	}
}
