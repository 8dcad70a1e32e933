package article

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
	"unicode/utf8"
)

const (
	maxEntries   = 10_000
	maxXML       = 64 << 20 // bytes of a document's XML, unpacked
	maxXMLDepth  = 256
	maxPackRatio = 200 // text packs to a tenth; a bomb to a thousandth
)

// pack is a document that is a ZIP file of several: DOCX, ODT, EPUB.
type pack struct{ files map[string]*zip.File }

func openPack(data []byte) (*pack, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, &Error{Reason: Damaged, Err: err}
	}
	if len(z.File) > maxEntries {
		return nil, &Error{Reason: Bomb}
	}
	p := &pack{files: make(map[string]*zip.File, len(z.File))}
	for _, f := range z.File {
		name := strings.TrimPrefix(path.Clean(strings.ReplaceAll(f.Name, "\\", "/")), "/")
		if _, twice := p.files[name]; twice && strings.HasSuffix(name, ".xml") {
			return nil, &Error{Reason: Damaged, Where: name} // which of the two is the document?
		}
		p.files[name] = f
	}
	return p, nil
}

// format tells which document the pack is.
func (p *pack) format() Format {
	kind := ""
	if f := p.files["mimetype"]; f != nil && f.UncompressedSize64 < 200 {
		if b, err := unzip(f); err == nil {
			kind = strings.TrimSpace(string(b))
		}
	}
	switch {
	case kind == "application/epub+zip", kind == "" && p.files["META-INF/container.xml"] != nil:
		return EPUB
	case strings.HasPrefix(kind, "application/vnd.oasis.opendocument.text"), kind == "" && p.files["content.xml"] != nil && p.files["META-INF/manifest.xml"] != nil:
		return ODT
	}
	return DOCX
}

// sniffZip tells which document a ZIP file is; DOCX, whose reader says what it is,
// if it is none.
func sniffZip(data []byte) Format {
	p, err := openPack(data)
	if err != nil {
		return DOCX
	}
	return p.format()
}

// read unpacks an entry; nil if there is none.
func (p *pack) read(name string) ([]byte, error) {
	f := p.files[strings.TrimPrefix(path.Clean("/"+name), "/")]
	if f == nil {
		return nil, nil
	}
	return unzip(f)
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
	if err != nil && !errors.Is(err, zip.ErrChecksum) {
		return nil, &Error{Reason: Damaged, Where: f.Name, Err: err}
	}
	return out, nil
}

// xmlDecoder returns a decoder of XML in UTF-8 or UTF-16 (XML 1.0, 4.3.3).
func xmlDecoder(data []byte) *xml.Decoder {
	if bytes.HasPrefix(data, []byte("\xFF\xFE")) || bytes.HasPrefix(data, []byte("\xFE\xFF")) {
		data = []byte(decode(data, "").text)
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false
	d.Entity = xml.HTMLEntity
	d.CharsetReader = func(label string, r io.Reader) (io.Reader, error) {
		if low := strings.ToLower(label); strings.HasPrefix(low, "utf") { // decoded above, or told wrong
			return r, nil
		}
		b, err := io.ReadAll(io.LimitReader(r, maxXML))
		return strings.NewReader(decode(b, label).text), err
	}
	return d
}

func attr(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// paper collects the paragraphs of an office document and the rows of its tables.
type paper struct {
	out            builder
	title, heading string
	number         int // of the paragraph that is read
	fields         []Field

	tables int        // tables that are open
	cell   []string   // paragraphs of the open cell
	row    [][]string // cells of the open row
	from   int        // the paragraph that the row begins with
}

// add ends a paragraph of that style. The title, and a first heading that the
// document begins with, are the headline, and not part of the text.
func (p *paper) add(s, style string) {
	if s = strings.ToValidUTF8(strings.TrimSpace(s), "\uFFFD"); s == "" {
		return
	}
	if p.tables > 0 {
		p.cell = append(p.cell, s)
		return
	}
	switch low := strings.ToLower(style); {
	case low == "title" && p.title == "" && len(s) < 500:
		p.title = squeeze(s)
		return
	case (low == "heading1" || low == "heading_20_1") && p.title == "" && p.heading == "" && len(p.out.text) == 0 && len(s) < 500:
		p.heading = squeeze(s)
		return
	}
	p.out.paragraph()
	p.out.made(s, p.number, p.number+1)
}

func (p *paper) beginRow() {
	if p.tables == 1 {
		p.row, p.cell, p.from = nil, nil, p.number+1
	}
}

func (p *paper) endCell() {
	if p.tables == 1 {
		p.row = append(p.row, p.cell)
		p.cell = nil
	}
}

// endRow writes a row in one line; one that holds paragraphs is there for the looks,
// and gives each by itself.
func (p *paper) endRow() {
	if p.tables != 1 {
		return
	}
	var cells []string
	size, loose := 0, false
	for _, c := range p.row {
		loose = loose || len(c) > 1
		for _, s := range c {
			size += len(s)
		}
		if s := squeeze(strings.Join(c, " ")); s != "" {
			cells = append(cells, s)
		}
	}
	if line, dated := rowText(cells); line != "" && (dated || !loose && size < 600) {
		p.out.paragraph()
		p.out.made(line, p.from, max(p.from, p.number)+1)
	} else {
		for _, c := range p.row {
			for _, s := range c {
				p.out.paragraph()
				p.out.made(s, p.from, max(p.from, p.number)+1)
			}
		}
	}
	p.row = nil
}

// full reports that there is more text than an article has.
func (p *paper) full(open int) bool { return p.out.full() || open > MaxText || p.number > MaxText/2 }

// article hands over what was collected.
func (p *paper) article() (*Article, error) {
	a, err := p.out.article(Paragraphs, nil)
	if err != nil {
		return nil, err
	}
	if p.title != "" {
		a.Headline = Field{Value: p.title, Origin: "paragraph of the style Title"}
	} else if p.heading != "" {
		a.Headline = Field{Value: p.heading, Origin: "heading of the first level"}
	}
	underDates(a)
	topLines(a)
	for _, f := range p.fields {
		a.candidate(f)
	}
	return a, nil
}

// dateFieldText keeps the day that a field of a document shows, which is that on which
// it was opened, saved or printed.
func (p *paper) dateFieldText(s, field string) {
	if d := FindDates(s); len(d) > 0 && isDay(d[0].Value) && len(p.fields) < 10 {
		p.fields = append(p.fields, Field{Value: d[0].Value, Words: squeeze(s), Origin: field + " field", Hint: true})
	}
}

// underDates puts the dates that head paragraphs by themselves before those, where
// there are several: a chronology has one entry a paragraph.
func underDates(a *Article) {
	if !isChronology(a.Text) {
		return
	}
	text := []byte(a.Text)
	at := 0
	for line := range strings.Lines(a.Text) {
		next := at + len(line)
		head := strings.TrimRight(line, " \n")
		if d := FindDates(head); head != "" && len(head) < 60 && len(d) > 0 && leadingDate(head) == len(strings.TrimRight(head, ":.")) && next < len(text) && text[next] == '\n' {
			if r, _ := utf8.DecodeRune(bytes.TrimLeft(text[next:], "\n")); r != utf8.RuneError && leadingDate(string(bytes.TrimLeft(text[next:min(len(text), next+80)], "\n"))) == 0 {
				for i := at + len(head); i <= next && i < len(text); i++ { // a colon and blanks in the place of line ends
					text[i] = ' '
				}
				if len(head) > 0 && head[len(head)-1] != ':' {
					text[at+len(head)] = ':'
				}
			}
		}
		at = next
	}
	a.Text = string(text)
}
