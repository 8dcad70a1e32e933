package article

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

const (
	maxEntries   = 10_000
	maxXML       = 64 << 20 // bytes of a document's XML, unpacked
	maxXMLDepth  = 256
	maxPackRatio = 200 // text packs to a tenth; a bomb to a thousandth
)

// readDOCX reads a Word document (ECMA-376, part 1, 17): its paragraphs, without
// what is deleted, headers, footers and notes. Map counts paragraphs.
func readDOCX(ctx context.Context, data []byte) (*Article, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, &Error{Reason: Damaged, Err: err}
	}
	if len(z.File) > maxEntries {
		return nil, &Error{Reason: Bomb}
	}
	document, core := (*zip.File)(nil), (*zip.File)(nil)
	for _, f := range z.File {
		switch strings.TrimPrefix(f.Name, "/") {
		case "word/document.xml":
			document = f
		case "docProps/core.xml":
			core = f
		}
	}
	if document == nil {
		return nil, &Error{Reason: NotRead}
	}
	xmlText, err := unzip(document)
	if err != nil {
		return nil, err
	}
	w := &wordText{ctx: ctx}
	if err := w.read(xmlText); err != nil {
		return nil, err
	}
	a, err := w.out.article(Paragraphs, nil)
	if err != nil {
		return nil, err
	}
	if w.title != "" {
		a.Headline = Field{Value: w.title, Origin: "paragraph of the style Title"}
	} else if w.heading != "" {
		a.Headline = Field{Value: w.heading, Origin: "heading of the first level"}
	}
	topLines(a)
	if core != nil {
		if s, err := unzip(core); err == nil {
			a.fromCore(s)
		}
	}
	return a, nil
}

// unzip unpacks an entry, as long as it is no bomb.
func unzip(f *zip.File) ([]byte, error) {
	if f.Flags&1 != 0 {
		return nil, &Error{Reason: Encrypted}
	}
	r, err := f.Open()
	if err != nil {
		return nil, &Error{Reason: Damaged, Where: f.Name, Err: err}
	}
	defer r.Close()
	limit := min(maxXML, max(1<<20, int64(f.CompressedSize64)*maxPackRatio))
	out, err := io.ReadAll(io.LimitReader(r, limit+1))
	if int64(len(out)) > limit {
		return nil, &Error{Reason: Bomb, Where: f.Name}
	}
	if err != nil {
		return nil, &Error{Reason: Damaged, Where: f.Name, Err: err}
	}
	return out, nil
}

// wordText takes the paragraphs out of word/document.xml.
type wordText struct {
	ctx            context.Context
	out            builder
	title, heading string
	number         int // of the paragraph
}

// leftOut are the elements whose contents are no words of the text: deleted and
// moved away, alternatives, the codes of fields, drawings' descriptions.
var leftOut = map[string]bool{
	"del": true, "moveFrom": true, "Fallback": true, "instrText": true, "delText": true, "footnoteReference": true,
	"sectPr": true, "rPr": true, "commentReference": true, "posOffset": true, "docPr": true,
}

func (w *wordText) read(data []byte) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false
	d.CharsetReader = func(string, io.Reader) (io.Reader, error) { return nil, errors.New("not in Unicode") }
	var text strings.Builder
	style, hidden, words, depth := "", 0, false, 0
	for n := 0; ; n++ {
		if n%4096 == 0 && w.ctx.Err() != nil {
			return w.ctx.Err()
		}
		token, err := d.RawToken()
		if err == io.EOF {
			break
		}
		if err != nil {
			return &Error{Reason: Damaged, Where: "word/document.xml", Err: err}
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > maxXMLDepth {
				return &Error{Reason: Damaged, Where: "its nesting"}
			}
			if hidden > 0 || leftOut[t.Name.Local] {
				hidden++
				continue
			}
			switch t.Name.Local {
			case "p":
				w.number++
				w.paragraph(&text, style) // one in another: a text box
				style = ""
			case "pStyle":
				style = attr(t, "val")
			case "t":
				words = true
			case "tab":
				text.WriteByte('\t')
			case "br", "cr":
				text.WriteByte('\n')
			case "noBreakHyphen":
				text.WriteString("\u2011")
			}
		case xml.EndElement:
			depth--
			if hidden > 0 {
				hidden--
				continue
			}
			switch t.Name.Local {
			case "p":
				w.paragraph(&text, style)
				style = ""
			case "t":
				words = false
			case "tc":
				text.WriteByte('\t')
			}
		case xml.CharData:
			if words && hidden == 0 {
				text.Write(t)
			}
		}
		if w.out.full() || text.Len() > MaxText {
			return &Error{Reason: TooLarge}
		}
	}
	w.paragraph(&text, style)
	return nil
}

// paragraph ends a paragraph. Its title, and a first heading that it begins with,
// are the headline, and not part of the text.
func (w *wordText) paragraph(text *strings.Builder, style string) {
	s := strings.ToValidUTF8(strings.TrimSpace(text.String()), "\uFFFD")
	text.Reset()
	if s == "" {
		return
	}
	switch low := strings.ToLower(style); {
	case low == "title" && w.title == "" && len(s) < 500:
		w.title = squeeze(s)
		return
	case low == "heading1" && w.title == "" && w.heading == "" && len(w.out.text) == 0 && len(s) < 500:
		w.heading = squeeze(s)
		return
	}
	w.out.paragraph()
	w.out.made(s, w.number, w.number+1)
}

func attr(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// fromCore takes what docProps/core.xml says: of the file, and so a hint
// (ECMA-376, part 2, 11).
func (a *Article) fromCore(s []byte) {
	var core struct {
		Title    string `xml:"title"`
		Creator  string `xml:"creator"`
		Created  string `xml:"created"`
		Language string `xml:"language"`
	}
	if xml.Unmarshal(s, &core) != nil {
		return
	}
	hint := func(f *Field, value, key string) {
		if value = squeeze(strings.ToValidUTF8(value, "")); value != "" && f.IsZero() {
			*f = Field{Value: value, Origin: "docProps/core.xml " + key, Hint: true}
		}
	}
	hint(&a.Headline, core.Title, "title")
	hint(&a.Byline, core.Creator, "creator")
	hint(&a.Language, core.Language, "language")
	if value, ok := parseDate(core.Created); ok && a.Published.IsZero() {
		a.Published = Field{Value: value, Words: core.Created, Origin: "docProps/core.xml created", Hint: true}
	}
}
