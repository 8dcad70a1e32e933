package article

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"
)

func docx(t testing.TB, body string) []byte {
	return zipped(t, map[string]string{"word/document.xml": wordHead + body + "</w:body></w:document>"})
}

func para(s string) string {
	return `<w:p><w:r><w:t xml:space="preserve">` + s + `</w:t></w:r></w:p>`
}

// What Word does not show is not in the briefing; what it shows is.
func TestWordKinds(t *testing.T) {
	run := func(properties, s string) string {
		return `<w:r><w:rPr>` + properties + `</w:rPr><w:t xml:space="preserve">` + s + `</w:t></w:r>`
	}
	for _, tt := range []struct{ name, body, want string }{
		{"hidden", `<w:p>` + run("", "Shown.") + run("<w:vanish/>", " Secret.") + `</w:p>`, "Shown."},
		{"not hidden", `<w:p>` + run("", "Shown.") + run(`<w:vanish w:val="0"/>`, " So is this.") + `</w:p>`, "Shown. So is this."},
		{"hidden on the web", `<w:p>` + run("", "Shown.") + run("<w:webHidden/>", " 12") + `</w:p>`, "Shown."},
		{"deleted and moved", `<w:p>` + run("", "Shown.") + `<w:del><w:r><w:delText> Old.</w:delText></w:r></w:del><w:moveFrom><w:r><w:t> Moved.</w:t></w:r></w:moveFrom></w:p>`, "Shown."},
		{"note number", `<w:p>` + run("", "Closed on 3 May 2017") + run(`<w:vertAlign w:val="superscript"/>`, "6") + run("", " and again.") + `</w:p>`, "Closed on 3 May 2017 and again."},
		{"power", `<w:p>` + run("", "It covers 12 km") + run(`<w:vertAlign w:val="superscript"/>`, "2") + run("", " of land.") + `</w:p>`, "It covers 12 km² of land."},
		{"ordinal", `<w:p>` + run("", "The 5") + run(`<w:vertAlign w:val="superscript"/>`, "th") + run("", " time.") + `</w:p>`, "The 5th time."},
		{"table", `<w:tbl><w:tr><w:tc>` + para("12 June 2018") + `</w:tc><w:tc>` + para("A storm damaged the pier.") + `</w:tc></w:tr><w:tr><w:tc>` + para("4 May 2019") + `</w:tc><w:tc>` + para("A survey.") + para("It was late.") + `</w:tc></w:tr></w:tbl>`, "12 June 2018: A storm damaged the pier.\n\n4 May 2019: A survey. It was late."},
		{"table of figures", `<w:tbl><w:tr><w:tc>` + para("East") + `</w:tc><w:tc>` + para("6") + `</w:tc></w:tr></w:tbl>`, "East; 6"},
		{"table for the looks", `<w:tbl><w:tr><w:tc>` + para("One sentence.") + para("Another one.") + `</w:tc><w:tc>` + para("Aside.") + `</w:tc></w:tr></w:tbl>`, "One sentence.\n\nAnother one.\n\nAside."},
		{"dates as headings", para("12 June 2018") + para("A storm damaged the pier.") + para("4 May 2019") + para("A survey."), "12 June 2018: A storm damaged the pier.\n\n4 May 2019: A survey."},
		{"text box", `<w:p><w:r><w:t xml:space="preserve">The council </w:t></w:r><w:r><w:txbxContent>` + para("Box.") + `</w:txbxContent></w:r><w:r><w:t>met.</w:t></w:r></w:p>`, "Box.\n\nThe council met."},
		{"day of opening", `<w:p><w:fldSimple w:instr=" DATE \@ &quot;d MMMM yyyy&quot; "><w:r><w:t>28 November 2026</w:t></w:r></w:fldSimple></w:p>` + para("The council met."), "The council met."},
		{"other fields", `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>The council</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> met.</w:t></w:r></w:p>`, "The council met."},
	} {
		a := mustRead(t, "a.docx", docx(t, tt.body))
		if a.Text != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, a.Text, tt.want)
		}
		if !a.Published.IsZero() && !a.Published.Hint {
			t.Errorf("%s: got the publication day %+v, want none", tt.name, a.Published)
		}
		if tt.name == "day of opening" && (len(a.Candidates) != 1 || a.Candidates[0].Value != "2026-11-28") {
			t.Errorf("%s: got the candidates %+v", tt.name, a.Candidates)
		}
	}
	styles := `<w:styles xmlns:w="w"><w:style w:styleId="Memo"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`
	body := wordHead + `<w:p><w:r><w:t>Shown.</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Memo"/></w:rPr><w:t> Secret.</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Memo"/></w:pPr><w:r><w:t>Secret.</w:t></w:r></w:p></w:body></w:document>`
	if a := mustRead(t, "a.docx", zipped(t, map[string]string{"word/document.xml": body, "word/styles.xml": styles})); a.Text != "Shown." {
		t.Errorf("hidden by a style: got %q", a.Text)
	}
}

// The document is the part that the package points to, whatever its name, and in any
// form of Unicode.
func TestWordMainPart(t *testing.T) {
	document := wordHead + para("The council met.") + "</w:body></w:document>"
	rels := func(target string) string {
		return `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="` + target + `"/></Relationships>`
	}
	wide, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(strings.Replace(document, "UTF-8", "UTF-16", 1))
	for name, files := range map[string]map[string]string{
		"by relationship": {"_rels/.rels": rels("word/document2.xml"), "word/document2.xml": document},
		"from the root":   {"_rels/.rels": rels("/office/main.xml"), "office/main.xml": document, "word/document.xml": wordHead + para("Old.") + "</w:body></w:document>"},
		"UTF-16":          {"word/document.xml": wide},
	} {
		if a := mustRead(t, "a.docx", zipped(t, files)); a.Text != "The council met." {
			t.Errorf("%s: got %q", name, a.Text)
		}
	}
}

func odt(t testing.TB, styles, body string) []byte {
	return zipped(t, map[string]string{
		"mimetype": "application/vnd.oasis.opendocument.text",
		"content.xml": `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:style="s"><office:automatic-styles>` + styles +
			`</office:automatic-styles><office:body><office:text>` + body + `</office:text></office:body></office:document-content>`,
		"meta.xml": `<office:document-meta xmlns:office="o" xmlns:dc="d" xmlns:meta="m"><office:meta><dc:title>Pier</dc:title><meta:initial-creator>jdoe</meta:initial-creator><meta:creation-date>2020-01-01T10:00:00.123</meta:creation-date></office:meta></office:document-meta>`,
	})
}

func TestODT(t *testing.T) {
	styles := `<style:style style:name="H"><style:text-properties text:display="none"/></style:style><style:style style:name="S"><style:text-properties style:text-position="super 58%"/></style:style>`
	body := `<text:tracked-changes><text:p>Deleted.</text:p></text:tracked-changes><text:h text:outline-level="1">Pier to close</text:h>` +
		`<text:p>24 May 2024</text:p><text:p>The council <text:span>met</text:span><text:s text:c="2"/>on 3 May 2017<text:span text:style-name="S">6</text:span>.<text:note><text:note-body><text:p>A note.</text:p></text:note-body></text:note><text:span text:style-name="H"> Secret.</text:span></text:p>` +
		"<text:p>It\n   voted<text:line-break/>at once.</text:p>" +
		`<table:table><table:table-row><table:table-cell><text:p>12 June 2018</text:p></table:table-cell><table:table-cell><text:p>A storm.</text:p></table:table-cell></table:table-row></table:table>` +
		`<text:p text:style-name="H">Secret.</text:p><text:p>Printed <text:date>28 November 2026</text:date></text:p>`
	a := mustRead(t, "a.odt", odt(t, styles, body))
	want := "24 May 2024\n\nThe council met on 3 May 2017.\n\nIt voted\nat once.\n\n12 June 2018: A storm.\n\nPrinted"
	if a.Format != ODT || a.Text != want {
		t.Errorf("got %s, %q, want %q", a.Format, a.Text, want)
	}
	if a.Headline.Value != "Pier to close" || a.Byline.Value != "jdoe" || !a.Byline.Hint || a.Published.Value != "2024-05-24" {
		t.Errorf("got %+v, %+v, %+v", a.Headline, a.Byline, a.Published)
	}
	locked := zipped(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "x", "META-INF/manifest.xml": "<manifest:encryption-data/>"})
	refused(t, "a.odt", locked, Encrypted)
}

func epub(t testing.TB) []byte {
	return zipped(t, map[string]string{
		"mimetype":               "application/epub+zip",
		"META-INF/container.xml": `<container><rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>`,
		"OEBPS/content.opf": `<package xmlns:dc="d"><metadata><dc:title>The Pier</dc:title><dc:creator>Ola Brandt</dc:creator><dc:date>2021-03-08</dc:date><dc:language>en</dc:language></metadata>` +
			`<manifest><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="b" href="two.xhtml" media-type="application/xhtml+xml"/><item id="a" href="one%201.xhtml" media-type="application/xhtml+xml"/></manifest>` +
			`<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/><itemref idref="lost"/></spine></package>`,
		"OEBPS/nav.xhtml":   `<html><body><nav><ol><li>One</li></ol></nav></body></html>`,
		"OEBPS/one 1.xhtml": `<html><body><h1>One</h1><p>The council met on 3 March 2021<sup>4</sup>.</p></body></html>`,
		"OEBPS/two.xhtml":   `<html><body><p>Dock workers marched &amp; sang.</p></body></html>`,
	})
}

func TestEPUB(t *testing.T) {
	a := mustRead(t, "a.epub", epub(t))
	const want = "One\n\nThe council met on 3 March 2021.\n\nDock workers marched & sang."
	if a.Format != EPUB || a.Text != want {
		t.Errorf("got %s, %q, want %q", a.Format, a.Text, want)
	}
	if a.Headline.Value != "The Pier" || a.Byline.Value != "Ola Brandt" || a.Published.Value != "2021-03-08" || a.Language.Value != "en" {
		t.Errorf("got %+v, %+v, %+v", a.Headline, a.Byline, a.Published)
	}
	at := strings.Index(a.Text, "Dock")
	if p, ok := a.Map.At(at, at+4); !ok || p.Part != "OEBPS/two.xhtml" || p.Start != 15 {
		t.Errorf("got %+v, want byte 15 of the second chapter", p)
	}
}

func refused(t *testing.T, name string, data []byte, want Reason) {
	t.Helper()
	_, err := Read(context.Background(), name, bytes.NewReader(data))
	var e *Error
	if !errors.As(err, &e) || e.Reason != want {
		t.Errorf("%s: got %v, want %s", name, err, want)
	}
}

// What only its own program reads is refused with what to do.
func TestOldForms(t *testing.T) {
	ole := func(stream string) []byte {
		return append(append([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), make([]byte, 512)...), utf16Name(stream)...)
	}
	refused(t, "a.msg", ole("__substg1.0_1000001F"), OutlookMessage)
	refused(t, "a.doc", ole("WordDocument"), OldWord)
	refused(t, "a.docx", ole("EncryptedPackage"), Encrypted)
	refused(t, "a.xls", ole("Workbook"), NotRead)
	refused(t, "a.xlsx", zipped(t, map[string]string{"xl/workbook.xml": "<x/>"}), NotRead)
	refused(t, "a.pptx", zipped(t, map[string]string{"ppt/presentation.xml": "<x/>", "_rels/.rels": `<Relationship Type="x/officeDocument" Target="ppt/presentation.xml"/>`}), NotRead)
}

func TestRichTextKinds(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"Cyrillic by font", `{\fonttbl{\f0\fcharset204 A;}{\f1\fcharset0 B;}}\f0 \'d1\'ee\'e2\'e5\'f2\f1  met.`, "Совет met."},
		{"Polish by font", `{\fonttbl{\f0\fcharset238 A;}}\f0 za\'bf\'f3\'b3\'e6.`, "zażółć."},
		{"Greek by font", `{\fonttbl{\f3\fcharset161 A;}}{\f3 \'c1\'e8\'de\'ed\'e1} met.`, "Αθήνα met."},
		{"Japanese by font", `{\fonttbl{\f0\fcharset128 A;}}\f0 \'8d\'60\'82\'cd.`, "港は."},
		{"Japanese document", `\ansicpg932 \'8d\'60\'82\'cd.`, "港は."},
		{"back to the font outside", `{\fonttbl{\f0\fcharset204 A;}{\f1\fcharset0 B;}}\f1 {\f0 \'d1\'ee} caf\'e9.`, "Со café."},
		{"hidden", `Shown.{\v  Secret.} Seen.`, "Shown. Seen."},
		{"hidden to the word", `Shown.\v  Secret.\v0  Seen.`, "Shown. Seen."},
		{"deleted", `2 March 2021{\deleted 3 March 2021} it met.`, "2 March 2021 it met."},
		{"star inside", `{\fs24\i0\*\cs7 The council voted.}`, "The council voted."},
		{"star first", `{\*\cs7 The council voted.}`, "The council voted."},
		{"unknown destination", `{\*\newthing Not text.}The council voted.`, "The council voted."},
		{"list tables", `{\*\listtable{\list\listid1{\leveltext \'02\'00.;}}}{\list{\leveltext \'02\'00.;}List2;}The council voted.`, "The council voted."},
		{"note number", `Closed on 3 May 2017{\super 6} and again.`, "Closed on 3 May 2017 and again."},
		{"power", `It covers 12 km{\super 2} of land.`, "It covers 12 km² of land."},
		{"row", `\trowd 12 June 2018\cell A storm.\cell\row\trowd East\cell 6\cell\row`, "12 June 2018: A storm.\n\nEast; 6"},
		{"day of opening", `{\field{\*\fldinst  DATE }{\fldrslt 28 November 2026}}\par The council voted.`, "The council voted."},
	} {
		a := mustRead(t, "a.rtf", []byte(`{\rtf1\ansi\ansicpg1252\deff0 `+tt.in+`\par}`))
		if a.Text != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, a.Text, tt.want)
		}
		if tt.name == "day of opening" && (len(a.Candidates) != 1 || a.Candidates[0].Value != "2026-11-28") {
			t.Errorf("%s: got the candidates %+v", tt.name, a.Candidates)
		}
	}
}

// Chronologies of plain text and Markdown, an entry a paragraph.
func TestTextChronologies(t *testing.T) {
	const want = "12 June 2018: Storm damages the pier.\n\n4 May 2019: A survey is ordered."
	for name, text := range map[string]string{
		"headings.txt": "12 June 2018\n\nStorm damages the pier.\n\n4 May 2019\n\nA survey is ordered.",
		"lines.txt":    want,
		"headings.md":  "## 12 June 2018\n\nStorm damages the pier.\n\n## 4 May 2019\n\nA survey is ordered.\n",
		"list.md":      "- **12 June 2018** Storm damages the pier.\n- **4 May 2019** A survey is ordered.\n",
		"table.md":     "| Date | What |\n|---|---|\n| 12 June 2018 | Storm damages the pier. |\n| 4 May 2019 | A survey is ordered. |\n",
	} {
		a := mustRead(t, name, []byte(text))
		if got := strings.TrimPrefix(strings.TrimSpace(a.Text), "Date; What\n\n"); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
		if !a.Published.IsZero() {
			t.Errorf("%s: got the publication day %+v, want none", name, a.Published)
		}
	}
}
