package article

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"mime/quotedprintable"
	"strings"
	"testing"
	"unicode/utf16"

	"briefline/assets"
	"golang.org/x/text/encoding/charmap"
)

const (
	english = "Ministers met in Bishkek on Friday.\n\nThey agreed on a commission — at last, “after thirty years”.\n"
	russian = "Министры встретились в Бишкеке в пятницу.\nОни договорились о комиссии, сообщили чиновники.\n"
	arabic  = "التقى الوزراء في بيشكيك يوم الجمعة.\nواتفقوا على تشكيل لجنة مشتركة بين البلدين.\n"
	german  = "Die Minister trafen sich am Freitag in Bischkek.\nSie einigten sich auf eine Kommission, für die Österreich bürgt.\n"
)

func utf16Bytes(s string, mark, big bool) []byte {
	var out []byte
	units := utf16.Encode([]rune(s))
	if mark {
		units = append([]uint16{0xFEFF}, units...)
	}
	for _, u := range units {
		if big {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	return out
}

func encoded(t *testing.T, c *charmap.Charmap, s string) []byte {
	t.Helper()
	b, err := c.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestCharsets(t *testing.T) {
	back := func(c *charmap.Charmap) func([]byte) string {
		return func(b []byte) string { s, _ := c.NewDecoder().Bytes(b); return string(s) }
	}
	from16 := func(big bool) func([]byte) string {
		return func(b []byte) string {
			units := make([]uint16, len(b)/2)
			for i := range units {
				units[i] = uint16(b[2*i]) | uint16(b[2*i+1])<<8
				if big {
					units[i] = uint16(b[2*i])<<8 | uint16(b[2*i+1])
				}
			}
			return string(utf16.Decode(units))
		}
	}
	long := strings.Repeat(english, 40) + "😀 " + strings.Repeat(russian, 40) // over many marks
	for _, tt := range []struct {
		charset, text string
		data          []byte
		decode        func([]byte) string
	}{
		{"UTF-8", english, []byte(english), asIs},
		{"UTF-8", russian, []byte("\xEF\xBB\xBF" + russian), asIs},
		{"UTF-16LE", russian, utf16Bytes(russian, true, false), from16(false)},
		{"UTF-16BE", english, utf16Bytes(english, true, true), from16(true)},
		{"UTF-16LE", english, utf16Bytes(english, false, false), from16(false)},
		{"UTF-16BE", arabic, utf16Bytes(arabic, false, true), from16(true)},
		{"UTF-16LE", long, utf16Bytes(long, false, false), from16(false)},
		{"windows-1251", russian, encoded(t, charmap.Windows1251, russian), back(charmap.Windows1251)},
		{"KOI8-R", russian, encoded(t, charmap.KOI8R, russian), back(charmap.KOI8R)},
		{"windows-1256", arabic, encoded(t, charmap.Windows1256, arabic), back(charmap.Windows1256)},
		{"windows-1252", german, encoded(t, charmap.Windows1252, german), back(charmap.Windows1252)},
		{"windows-1252", english, encoded(t, charmap.Windows1252, english), back(charmap.Windows1252)},
	} {
		a := mustRead(t, "a.txt", tt.data)
		if a.Charset != tt.charset || a.Text != tt.text {
			t.Errorf("%s: got %s, %q", tt.charset, a.Charset, a.Text)
			continue
		}
		checkMap(t, a, tt.data, tt.decode)
	}
	if a := mustRead(t, "a.txt", []byte(strings.Repeat("Müller sagte, ", 30)+"ein kaputtes \xFC hier.")); a.Charset != "UTF-8" || !strings.Contains(a.Text, "Müller") || !strings.Contains(a.Text, "\uFFFD") {
		t.Errorf("one bad byte: got %s, %q", a.Charset, a.Text)
	}
}

// Plain text is the file, byte for byte.
func TestTextIsTheFile(t *testing.T) {
	const text = "Talks\ttoday \n\n\n  Two  spaces.\n"
	if a := mustRead(t, "a.txt", []byte(text)); a.Text != text {
		t.Errorf("got %q, want %q", a.Text, text)
	}
	data := []byte("One.\r\nTwo.\rThree.")
	a := mustRead(t, "a.txt", data)
	if a.Text != "One.\nTwo.\nThree." {
		t.Errorf("got %q", a.Text)
	}
	checkMap(t, a, data, asIs)
	var bundled struct{ Sources []struct{ Text string } }
	if err := json.Unmarshal(assets.Bishkek(), &bundled); err != nil || len(bundled.Sources) == 0 {
		t.Fatalf("the bundled article: %v", err)
	}
	article := bundled.Sources[0].Text
	if a := mustRead(t, "bishkek.txt", []byte(article)); a.Text != article || !a.Published.IsZero() {
		t.Errorf("the bundled article: %d bytes, want %d, published %+v", len(a.Text), len(article), a.Published)
	}
}

func mhtml(page []byte, encoding string) []byte {
	var body bytes.Buffer
	if encoding == "base64" {
		s := base64.StdEncoding.EncodeToString(page)
		for ; len(s) > 76; s = s[76:] {
			body.WriteString(s[:76] + "\r\n")
		}
		body.WriteString(s)
	} else {
		w := quotedprintable.NewWriter(&body)
		w.Write(page)
		w.Close()
	}
	return []byte("From: <Saved by Blink>\r\nSnapshot-Content-Location: https://herald.example/saved\r\nSubject: =?utf-8?Q?Ministers=20agree?=\r\nDate: Mon, 27 May 2024 08:00:00 -0000\r\nMIME-Version: 1.0\r\n" +
		"Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----b\"\r\n\r\n------b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: " + encoding + "\r\nContent-Location: https://herald.example/saved\r\n\r\n" +
		body.String() + "\r\n------b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------b--\r\n")
}

func TestMHTML(t *testing.T) {
	page := fixture(t, "news.html")
	for _, encoding := range []string{"base64", "quoted-printable"} {
		a := mustRead(t, "saved.mhtml", mhtml(page, encoding))
		if f := overlap(a.Text, string(fixture(t, "news.body"))); f < 0.98 || a.Format != MHTML {
			t.Errorf("%s: %s, F1 %.3f", encoding, a.Format, f)
		}
		if a.Address.Value != "https://herald.example/saved" || a.Published.Origin != "JSON-LD datePublished" {
			t.Errorf("%s: %+v, %+v", encoding, a.Address, a.Published)
		}
		if encoding == "quoted-printable" { // it has the line ends of mail
			page = bytes.ReplaceAll(page, []byte("\n"), []byte("\r\n"))
		}
		if p, ok := a.Map.At(0, 7); !ok || p.Unit != PartBytes || p.Part != "part 1" || string(page[p.Start:p.End]) != "BISHKEK" {
			t.Errorf("%s: place %+v", encoding, p)
		}
	}
}

const mailHead = "Return-Path: <desk@agency.example>\r\nReceived: by mx.example; Fri, 24 May 2024 09:00:00 +0000\r\nFrom: =?UTF-8?B?SmFuIE5vdsOhaw==?= <jan@agency.example>\r\nTo: you@example.org\r\nSubject: =?windows-1251?B?zOjt6PHy8Psg5O7j7uLu8Ojr6PH8?=\r\nDate: Fri, 24 May 2024 14:30:00 +0600 (KGT)\r\nMIME-Version: 1.0\r\n"

func TestEML(t *testing.T) {
	plainPart := "Content-Type: text/plain; charset=windows-1251\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.StdEncoding.EncodeToString(encoded(t, charmap.Windows1251, russian))
	for _, tt := range []struct{ body, want, part string }{
		{"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nMinisters met=\r\n in Z=C3=BCrich.\r\n", "Ministers met in Zürich.\n", "part 1"},
		{"Content-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\nContent-Type: multipart/alternative; boundary=i\r\n\r\n--i\r\nContent-Type: text/html\r\n\r\n<p>No</p>\r\n--i\r\n" + plainPart + "\r\n--i--\r\n--o\r\nContent-Type: text/plain\r\nContent-Disposition: attachment\r\n\r\nattached\r\n--o--\r\n", russian, "part 1.2"},
		{"Content-Type: text/html; charset=utf-8\r\n\r\n" + string(fixture(t, "short.html")), strings.TrimSpace(string(fixture(t, "short.body"))), "part 1"},
	} {
		a := mustRead(t, "a.eml", []byte(mailHead+tt.body))
		if a.Format != EML || strings.TrimSpace(a.Text) != strings.TrimSpace(tt.want) {
			t.Errorf("got %s, %q, want %q", a.Format, a.Text, tt.want)
		}
		if a.Headline.Value != "Министры договорились" || a.Byline.Value != "Jan Novák" || a.Published.Value != "2024-05-24T14:30:00+06:00" || a.Published.Origin != "Date header" {
			t.Errorf("got %+v, %+v, %+v", a.Headline, a.Byline, a.Published)
		}
		if p, ok := a.Map.At(0, 4); !ok || p.Unit != PartBytes || p.Part != tt.part {
			t.Errorf("got place %+v, want %s", p, tt.part)
		}
	}
}

func zipped(t testing.TB, files map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, s := range files {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(s))
	}
	z.Close()
	return out.Bytes()
}

const wordHead = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`

func wordFile(t testing.TB) []byte {
	return zipped(t, map[string]string{
		"word/document.xml": wordHead + `<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Ministers agree</w:t></w:r></w:p>` +
			`<w:p><w:r><w:t>24 May 2024</w:t></w:r></w:p>` +
			`<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">They met </w:t></w:r><w:del><w:r><w:delText>on Thursday</w:delText></w:r></w:del><w:ins><w:r><w:t>on Friday</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> &amp; agreed.</w:t></w:r></w:p>` +
			`<w:p/><w:p><w:r><w:instrText> HYPERLINK "x" </w:instrText><w:t>One</w:t><w:br/><w:t>two.</w:t></w:r></w:p>` +
			`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>East</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>6</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`,
		"word/footer1.xml":  `<w:ftr><w:p><w:r><w:t>Confidential</w:t></w:r></w:p></w:ftr>`,
		"docProps/core.xml": `<cp:coreProperties xmlns:cp="x" xmlns:dc="y" xmlns:dcterms="z"><dc:creator>jdoe</dc:creator><dcterms:created>2020-01-01T00:00:00Z</dcterms:created></cp:coreProperties>`,
	})
}

func TestDOCX(t *testing.T) {
	a := mustRead(t, "a.docx", wordFile(t))
	if want := "24 May 2024\n\nThey met on Friday & agreed.\n\nOne\ntwo.\n\nEast; 6"; a.Text != want {
		t.Errorf("got %q, want %q", a.Text, want)
	}
	if a.Headline.Value != "Ministers agree" || a.Headline.Hint || a.Published != (Field{"2024-05-24", "24 May 2024", "line 1 of the text", false, false}) || a.Byline != (Field{"jdoe", "", "docProps/core.xml creator", true, false}) {
		t.Errorf("got %+v, %+v, %+v", a.Headline, a.Published, a.Byline)
	}
	at := strings.Index(a.Text, "agreed")
	if p, ok := a.Map.At(at, at+6); !ok || p != (Place{Paragraphs, "", 3, 4}) {
		t.Errorf("got place %+v", p)
	}
	// Without a date of its own, that of the file is a hint.
	a = mustRead(t, "a.docx", zipped(t, map[string]string{"word/document.xml": wordHead + `<w:p><w:r><w:t>They met.</w:t></w:r></w:p></w:body></w:document>`,
		"docProps/core.xml": `<a><created>2020-01-01T00:00:00Z</created></a>`}))
	if !a.Published.Hint || a.Published.Value != "2020-01-01T00:00:00Z" {
		t.Errorf("got %+v, want a hint", a.Published)
	}
}

func TestZipReasons(t *testing.T) {
	bomb := wordHead + strings.Repeat(" ", 50<<20)
	for _, tt := range []struct {
		files map[string]string
		want  Reason
	}{
		{map[string]string{"content.xml": "<x/>", "mimetype": "application/vnd.oasis.opendocument.text"}, NotRead},
		{map[string]string{"word/document.xml": bomb}, Bomb},
		{map[string]string{"word/document.xml": wordHead + "<w:p><w:t>a</w:p"}, Damaged},
		{map[string]string{"word/document.xml": wordHead + strings.Repeat("<w:p>", 100_000)}, Damaged},
		{map[string]string{"word/document.xml": wordHead + "</w:body></w:document>"}, Empty},
	} {
		_, err := readDOCX(t.Context(), zipped(t, tt.files))
		if err == nil {
			_, err = read(t.Context(), "", zipped(t, tt.files))
		}
		if e, ok := err.(*Error); !ok || e.Reason != tt.want {
			t.Errorf("got %v, want %s", err, tt.want)
		}
	}
}

const rich = `{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0 Arial;}}{\info{\title Draft 3}{\author jdoe}}{\header Secret}\pard ` +
	`\b Ministers\b0  met in \u1041?\u1080?\u1096?\u1082?\u1077?\u1082? on \'cf\'ff\'f2\'ed\'e8\'f6\'e0.\par` + "\r\n" +
	`They agreed \emdash  \ldblquote at last\rdblquote .{\*\generator Riched20;}{\pict\wmetafile8 010009}\par}`

func TestRTF(t *testing.T) {
	a := mustRead(t, "a.rtf", []byte(rich))
	if want := "Ministers met in Бишкек on Пятница.\n\nThey agreed — “at last”."; a.Text != want {
		t.Errorf("got %q, want %q", a.Text, want)
	}
	if a.Headline != (Field{"Draft 3", "", "RTF info title", true, false}) || a.Byline.Value != "jdoe" {
		t.Errorf("got %+v, %+v", a.Headline, a.Byline)
	}
	at := strings.Index(a.Text, "agreed")
	if p, ok := a.Map.At(at, at+6); !ok || rich[p.Start:p.End] != "agreed" {
		t.Errorf("got place %+v", p)
	}
}

// pdfFile writes a PDF whose pages have those contents, in Helvetica.
func pdfFile(trailer string, pages ...string) []byte {
	var b strings.Builder
	b.WriteString("%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n3 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n" +
		"4 0 obj <</CreationDate(D:20240524143000+06'00')/Author(jdoe)>> endobj\n5 0 obj <</Type/XObject/Subtype/Image/Length 0>> stream\n\nendstream endobj\n")
	kids := ""
	for i, p := range pages {
		fmt.Fprintf(&b, "%d 0 obj <</Type/Page/Parent 2 0 R/Contents %d 0 R>> endobj\n%d 0 obj <</Length %d>> stream\n%s\nendstream endobj\n", 10+2*i, 11+2*i, 11+2*i, len(p), p)
		kids += fmt.Sprintf("%d 0 R ", 10+2*i)
	}
	fmt.Fprintf(&b, "2 0 obj <</Type/Pages/Count %d/Kids[%s]/Resources<</Font<</F 3 0 R>>/XObject<</I 5 0 R>>>>>> endobj\ntrailer <</Root 1 0 R/Info 4 0 R%s>>\n%%%%EOF", len(pages), kids, trailer)
	return []byte(b.String())
}

// column writes lines below each other.
func column(x, y, size int, lines ...string) string {
	s := fmt.Sprintf("BT /F %d Tf %d %d Td %d TL ", size, x, y, size*5/4)
	for _, l := range lines {
		s += "(" + strings.NewReplacer("(", `\(`, ")", `\)`).Replace(l) + ") Tj T* "
	}
	return s + "ET\n"
}

func samplePDF() []byte {
	head, foot := column(50, 800, 8, "The Daily Herald"), func(n int) string { return column(290, 20, 8, fmt.Sprint(n)) }
	return pdfFile("",
		head+column(50, 760, 24, "Ministers agree on border")+
			// the right column comes first in the file
			column(320, 700, 10, "the older of them said. A line on a", "map is worth as much as the trust", "behind it, he told the reporters", "after the meeting in the well-known", "hotel on the shore of the lake.")+
			column(50, 700, 10, "The interior ministers of two neigh-", "bouring countries agreed on Friday", "to set up a commission to mark the", "last part of their common border,", "officials said. It was a good day,")+foot(1),
		head+column(50, 760, 10, "The commission is to meet in the well-", "known hotel again in September.")+column(50, 720, 10, "Neither side would say who pays for it.")+foot(2),
		head+column(50, 760, 10, "Talks broke down twice before that.")+foot(3))
}

func TestPDF(t *testing.T) {
	a := mustRead(t, "a.pdf", samplePDF())
	want := "The interior ministers of two neighbouring countries agreed on Friday to set up a commission to mark the last part of their common border, officials said. It was a good day, " +
		"the older of them said. A line on a map is worth as much as the trust behind it, he told the reporters after the meeting in the well-known hotel on the shore of the lake.\n\n" +
		"The commission is to meet in the well-known hotel again in September.\n\nNeither side would say who pays for it.\n\nTalks broke down twice before that."
	if a.Text != want {
		t.Errorf("got\n%s\nwant\n%s", a.Text, want)
	}
	if a.Headline.Value != "Ministers agree on border" || a.Byline != (Field{"jdoe", "", "PDF Info Author", true, false}) || !a.Published.Hint || a.Published.Value != "2024-05-24T14:30:00+06:00" {
		t.Errorf("got %+v, %+v, %+v", a.Headline, a.Byline, a.Published)
	}
	for _, tt := range []struct {
		words string
		page  int
	}{{"neighbouring", 1}, {"lake", 1}, {"September", 2}, {"Talks", 3}} {
		at := strings.Index(a.Text, tt.words)
		if p, ok := a.Map.At(at, at+len(tt.words)); !ok || p != (Place{Pages, "", tt.page, tt.page + 1}) {
			t.Errorf("%s: got %+v, want page %d", tt.words, p, tt.page)
		}
	}
}

func TestPDFReasons(t *testing.T) {
	for _, tt := range []struct {
		data []byte
		want Reason
	}{
		{pdfFile("", "q 600 0 0 800 0 0 cm /I Do Q"), Scanned},
		{pdfFile("", "q 600 0 0 800 0 0 cm /I Do Q", column(50, 20, 8, "2")+"/I Do"), Scanned},
		{pdfFile("", ""), Empty}, // nothing on it, and no picture
		{pdfFile("/Encrypt <</Filter/Standard/V 2>>", column(50, 700, 10, "Secret")), Encrypted},
		{[]byte("%PDF-1.4\ntrailer <</Root 1 0 R>>"), Damaged},
		{bytes.ReplaceAll(pdfFile("", column(50, 700, 10, "Talks broke down twice before.")), []byte("/Subtype/Type1"), []byte("/Subtype/Type0")), Unreadable},
	} {
		_, err := readPDF(t.Context(), tt.data)
		if e, ok := err.(*Error); !ok || e.Reason != tt.want {
			t.Errorf("got %v, want %s", err, tt.want)
		}
	}
}

func TestParted(t *testing.T) {
	compounds := map[string]bool{"well-known": true}
	for _, tt := range []struct {
		text, next string
		hyphen     int
		ok         bool
	}{
		{"two neigh-", "bouring", 1, true},
		{"soft\u00AD", "ware", 2, true},
		{"the well-", "known hotel", 0, false},
		{"Anglo-", "American", 0, false},
		{"in 2014-", "and", 0, false},
		{"the end", "of it", 0, false},
	} {
		hyphen, ok := parted(tt.text, tt.next, compounds)
		if hyphen != tt.hyphen || ok != tt.ok {
			t.Errorf("%s %s: got %d, %t", tt.text, tt.next, hyphen, ok)
		}
	}
}

// Right-to-left script is drawn from left to right, its numbers as they are.
func TestReadingOrder(t *testing.T) {
	for _, tt := range []struct{ drawn, want string }{
		{"مالس", "سلام"},
		{"دمآ 2024 لاس", "سال 2024 آمد"},
		{"تفگ (abc 12) وا", "او )abc 12( گفت"}, // brackets are drawn mirrored, and come so
	} {
		var parts []string
		for _, r := range tt.drawn {
			parts = append(parts, string(r))
		}
		if got := strings.Join(readingOrder(parts), ""); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.drawn, got, tt.want)
		}
	}
}
