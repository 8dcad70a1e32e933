package article

import (
	"context"
	"encoding/xml"
	"io"
	"path"
	"strings"
)

// readDOCX reads a Word document (ECMA-376, part 1, 17): its paragraphs and the rows
// of its tables, without what is hidden or deleted, headers, footers and notes. Map
// counts paragraphs.
func readDOCX(ctx context.Context, data []byte) (*Article, error) {
	z, err := openPack(data)
	if err != nil {
		return nil, err
	}
	main := z.mainPart()
	if main == "" {
		return nil, &Error{Reason: NotRead}
	}
	xmlText, err := z.read(main)
	if err != nil {
		return nil, err
	}
	w := &wordText{ctx: ctx, where: main, hiddenStyles: map[string]bool{}}
	if s, err := z.read(path.Join(path.Dir(main), "styles.xml")); err == nil && s != nil {
		w.styles(s)
	}
	if err := w.read(xmlText); err != nil {
		return nil, err
	}
	a, err := w.article()
	if err != nil {
		return nil, err
	}
	if core, err := z.read("docProps/core.xml"); err == nil && core != nil {
		a.fromCore(core, "docProps/core.xml")
	}
	return a, nil
}

// mainPart returns the name of the document among the parts: the one that the
// package's relationships point to (ECMA-376, part 2, 9.3), else the usual one.
func (p *pack) mainPart() string {
	rels, err := p.read("_rels/.rels")
	if err == nil && rels != nil {
		d := xmlDecoder(rels)
		for {
			token, err := d.RawToken()
			if err != nil {
				break
			}
			t, ok := token.(xml.StartElement)
			if !ok || t.Name.Local != "Relationship" || !strings.HasSuffix(attr(t, "Type"), "/officeDocument") {
				continue
			}
			if name := strings.TrimPrefix(path.Clean("/"+attr(t, "Target")), "/"); p.files[name] != nil && p.isWord(name) {
				return name
			}
		}
	}
	if p.files["word/document.xml"] != nil {
		return "word/document.xml"
	}
	return ""
}

// isWord reports whether the document is one of words, and no sheet or slides.
func (p *pack) isWord(name string) bool {
	return strings.HasPrefix(name, "word/") || !strings.HasPrefix(name, "xl/") && !strings.HasPrefix(name, "ppt/")
}

// wordText takes the paragraphs out of the document.
type wordText struct {
	ctx   context.Context
	where string
	paper
	hiddenStyles map[string]bool

	text  strings.Builder // of the open paragraph
	style string
	boxes []openParagraph // paragraphs that stand open around a text box

	words      bool   // inside a text element
	dropped    int    // elements that are open inside one whose contents are left out
	depth      int    // of all
	inRun      bool   // reading the properties of a run
	vanished   bool   // the run is hidden
	superText  bool   // the run is raised
	instr      string // code of the open field
	openFields []fieldPart
}

type openParagraph struct {
	text, style string
}

// fieldPart is an open field: its code, and its result from text on.
type fieldPart struct {
	code   string
	result bool
	from   int
}

// leftOut are the elements whose contents are no words of the text: deleted and moved
// away, alternatives, drawings' descriptions, properties of what has no text.
var leftOut = map[string]bool{
	"del": true, "moveFrom": true, "Fallback": true, "delText": true, "footnoteReference": true, "endnoteReference": true,
	"sectPr": true, "commentReference": true, "posOffset": true, "docPr": true, "delInstrText": true, "tblPr": true, "tcPr": true, "trPr": true,
}

// styles notes the styles that hide their text.
func (w *wordText) styles(data []byte) {
	d := xmlDecoder(data)
	id := ""
	for {
		token, err := d.RawToken()
		if err != nil {
			return
		}
		if t, ok := token.(xml.StartElement); ok {
			switch t.Name.Local {
			case "style":
				id = attr(t, "styleId")
			case "vanish":
				if isOn(t) && id != "" {
					w.hiddenStyles[id] = true
				}
			}
		}
	}
}

// isOn reports whether a toggle property is set (ECMA-376, part 1, 17.17.4).
func isOn(t xml.StartElement) bool {
	switch strings.ToLower(attr(t, "val")) {
	case "0", "false", "off":
		return false
	}
	return true
}

func (w *wordText) read(data []byte) error {
	d := xmlDecoder(data)
	for n := 0; ; n++ {
		if n%4096 == 0 && w.ctx.Err() != nil {
			return w.ctx.Err()
		}
		token, err := d.RawToken()
		if err == io.EOF {
			break
		}
		if err != nil {
			return &Error{Reason: Damaged, Where: w.where, Err: err}
		}
		switch t := token.(type) {
		case xml.StartElement:
			if w.depth++; w.depth > maxXMLDepth {
				return &Error{Reason: Damaged, Where: "its nesting"}
			}
			if w.dropped > 0 || leftOut[t.Name.Local] {
				w.dropped++
			} else {
				w.open(t)
			}
		case xml.EndElement:
			w.depth--
			if w.dropped > 0 {
				w.dropped--
			} else {
				w.close(t.Name.Local)
			}
		case xml.CharData:
			w.chars(string(t))
		}
		if w.full(w.text.Len()) {
			return &Error{Reason: TooLarge}
		}
	}
	w.end()
	return nil
}

func (w *wordText) open(t xml.StartElement) {
	switch t.Name.Local {
	case "p":
		w.number++
		w.style = ""
	case "txbxContent": // its paragraphs stand in another: that one goes on behind them
		w.boxes = append(w.boxes, openParagraph{w.text.String(), w.style})
		w.text.Reset()
	case "pStyle":
		w.style = attr(t, "val")
	case "r":
		w.vanished, w.superText = w.hiddenStyles[w.style], false
	case "rPr":
		w.inRun = true
	case "rStyle":
		w.vanished = w.vanished || w.hiddenStyles[attr(t, "val")]
	case "vanish", "webHidden":
		if w.inRun {
			w.vanished = isOn(t)
		}
	case "vertAlign":
		w.superText = w.inRun && attr(t, "val") == "superscript"
	case "t":
		w.words = true
	case "tab", "ptab":
		if !w.inRun {
			w.write("\t")
		}
	case "br", "cr":
		w.write("\n")
	case "noBreakHyphen":
		w.write("\u2011")
	case "instrText":
		w.instr = " "
	case "fldChar":
		w.field(attr(t, "fldCharType"))
	case "fldSimple":
		w.openFields = append(w.openFields, fieldPart{attr(t, "instr"), true, w.text.Len()})
	case "tbl":
		w.tables++
	case "tr":
		w.beginRow()
	}
}

func (w *wordText) close(name string) {
	switch name {
	case "p":
		w.end()
	case "txbxContent":
		if n := len(w.boxes); n > 0 {
			w.end()
			w.text.Reset()
			w.text.WriteString(w.boxes[n-1].text)
			w.style, w.boxes = w.boxes[n-1].style, w.boxes[:n-1]
		}
	case "rPr":
		w.inRun = false
	case "r":
		w.vanished, w.superText = false, false
	case "t":
		w.words = false
	case "instrText":
		w.instr = ""
	case "fldSimple":
		w.endField()
	case "tc":
		w.endCell()
	case "tr":
		w.endRow()
	case "tbl":
		w.tables = max(0, w.tables-1)
	}
}

// field follows a field from its code to its result (ECMA-376, part 1, 17.16).
func (w *wordText) field(kind string) {
	switch kind {
	case "begin":
		if len(w.openFields) < 64 {
			w.openFields = append(w.openFields, fieldPart{})
		}
	case "separate":
		if n := len(w.openFields); n > 0 {
			w.openFields[n-1].result, w.openFields[n-1].from = true, w.text.Len()
		}
	case "end":
		w.endField()
	}
}

// endField takes the result of a DATE field and its like out of the text: it is the day
// on which somebody opened the document.
func (w *wordText) endField() {
	n := len(w.openFields)
	if n == 0 {
		return
	}
	f := w.openFields[n-1]
	w.openFields = w.openFields[:n-1]
	code, _, _ := strings.Cut(strings.TrimSpace(f.code), " ")
	switch code = strings.ToUpper(code); code {
	case "DATE", "TIME", "SAVEDATE", "PRINTDATE", "CREATEDATE":
		if s := w.text.String(); f.result && f.from <= len(s) {
			w.dateFieldText(s[f.from:], code)
			w.text.Reset()
			w.text.WriteString(s[:f.from])
		}
	}
}

func (w *wordText) chars(s string) {
	switch {
	case w.dropped > 0:
	case w.instr != "":
		if n := len(w.openFields); n > 0 && !w.openFields[n-1].result && len(w.openFields[n-1].code) < 200 {
			w.openFields[n-1].code += s
		}
	case w.words && w.superText:
		before := w.text.String()
		w.write(raisedText(before[max(0, len(before)-24):], s))
	case w.words:
		w.write(s)
	}
}

func (w *wordText) write(s string) {
	if !w.vanished {
		w.text.WriteString(s)
	}
}

// end ends a paragraph.
func (w *wordText) end() {
	w.add(w.text.String(), w.style)
	w.text.Reset()
	for i := range w.openFields {
		w.openFields[i].from = 0
	}
}

// fromCore takes what the properties of a document say: of the file, and so hints
// (ECMA-376, part 2, 11; OpenDocument 1.3, part 3, 4.3).
func (a *Article) fromCore(s []byte, name string) {
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
			*f = Field{Value: value, Origin: name + " " + key, Hint: true}
		}
	}
	hint(&a.Headline, core.Title, "title")
	hint(&a.Byline, core.Creator, "creator")
	hint(&a.Language, core.Language, "language")
	if value, ok := parseDate(core.Created); ok && a.Published.IsZero() {
		a.Published = Field{Value: value, Words: core.Created, Origin: name + " created", Hint: true}
	}
}
