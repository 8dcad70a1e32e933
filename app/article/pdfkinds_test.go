package article

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
)

var (
	leftColumn  = []string{"The harbour council met on 3 March", "2021 and voted to close the pier", "in the north of the old town, said", "the mayor, and asked the region for", "help with the cost of the repairs,", "which may take two years or more."}
	rightColumn = []string{"Dock workers marched to the town hall", "on 5 March 2021. Their leader offered", "to accept shorter shifts if no jobs", "were lost, and demanded an answer by", "Friday. The region had nothing to say", "when it was asked on Saturday."}
)

func joined(lines []string) string { return strings.Join(lines, " ") }

// Columns are read one after the other, whatever the strip between them, and the rows
// of a table across.
func TestPDFColumns(t *testing.T) {
	for gutter := 6; gutter <= 40; gutter += 2 {
		// The left column ends at about 210 points: it is set ragged.
		page := column(50, 700, 10, leftColumn...) + column(50+widest(leftColumn)+gutter, 700, 10, rightColumn...)
		a := mustRead(t, "a.pdf", pdfFile("", page))
		if got, want := squeeze(a.Text), joined(leftColumn)+" "+joined(rightColumn); got != want {
			t.Errorf("gutter of %d points: got %q, want %q", gutter, got, want)
		}
	}
	short := column(50, 700, 10, leftColumn...) + column(300, 700, 10, rightColumn[:2]...)
	if got := squeeze(mustRead(t, "a.pdf", pdfFile("", short)).Text); !strings.Contains(got, joined(leftColumn)) || !strings.Contains(got, joined(rightColumn[:2])) {
		t.Errorf("a column of two lines: got %q", got)
	}
	table := column(50, 700, 10, "East Harbour", "Old Town", "North Pier", "South Quay") + column(200, 700, 10, "412", "88", "1,204", "9")
	if got := squeeze(mustRead(t, "a.pdf", pdfFile("", column(50, 760, 10, leftColumn[0])+table)).Text); !strings.Contains(got, "East Harbour 412") && !strings.Contains(got, "East Harbour Old Town North Pier South Quay 412") {
		t.Errorf("a table: got %q", got)
	}
}

// widest is about how wide the lines are in Helvetica of ten points.
func widest(lines []string) (n int) {
	f := &pdfFont{widths: map[uint32]float64{}}
	(&pdfReader{}).simpleWidths(f, nil)
	for _, l := range lines {
		w := 0.0
		for i := range len(l) {
			w += f.widths[uint32(l[i])] * 10
		}
		n = max(n, int(w)+1)
	}
	return n
}

// raisedAt shows words with a small piece raised behind the first of them.
func raisedAt(x, y int, before, raised, after string) string {
	return fmt.Sprintf("BT /F 10 Tf %d %d Td (%s) Tj /F 6 Tf 4 Ts (%s) Tj 0 Ts /F 10 Tf (%s) Tj ET\n", x, y, before, raised, after)
}

// The number of a note neither joins a year nor cuts its sentence.
func TestPDFRaised(t *testing.T) {
	for _, tt := range []struct{ raised, want string }{
		{"5", "The pier was closed in 2014 after the storm."},
		{"12", "The pier was closed in 2014 after the storm."},
		{"[7]", "The pier was closed in 2014 after the storm."},
		{"*", "The pier was closed in 2014 after the storm."},
	} {
		a := mustRead(t, "a.pdf", pdfFile("", raisedAt(50, 700, "The pier was closed in 2014", tt.raised, " after the storm.")))
		if got := squeeze(a.Text); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.raised, got, tt.want)
		}
	}
	if got := mustRead(t, "a.pdf", pdfFile("", raisedAt(50, 700, "The 5", "th", " time."))).Text; got != "The 5th time." {
		t.Errorf("got %q, want the ordinal whole", got)
	}
	// The numbers of a page at its end, behind its text.
	late := column(50, 700, 10, "The pier was closed in 2014 after the storm of the year,", "and again two years later.") + "BT /F 6 Tf 1 0 0 1 178 704 Tm (5) Tj ET\n"
	if got := squeeze(mustRead(t, "a.pdf", pdfFile("", late)).Text); strings.Contains(got, "5") {
		t.Errorf("a number behind the text: got %q", got)
	}
}

// A sentence goes on over the notes at the foot of a page.
func TestPDFFootnotes(t *testing.T) {
	for _, mark := range []string{"1 ", "[1] ", "* "} {
		a := mustRead(t, "a.pdf", pdfFile("",
			column(50, 700, 10, leftColumn...)+column(50, 620, 10, "The council of the region")+column(50, 60, 8, mark+"The pier was built in 1901.", "It is the oldest in the region."),
			column(50, 700, 10, "agreed to pay half of the cost on 9 March 2021, she said.")))
		got := squeeze(a.Text)
		if !strings.Contains(got, "The council of the region agreed to pay half") || !strings.HasSuffix(got, strings.TrimSpace(mark)+" The pier was built in 1901. It is the oldest in the region.") {
			t.Errorf("%s: got %q, want the notes behind the text", mark, got)
		}
	}
}

// Text that runs up, down or head over is text.
func TestPDFTurned(t *testing.T) {
	for name, m := range map[string]string{"up": "0 1 -1 0 300 50", "down": "0 -1 1 0 300 700", "head over": "-1 0 0 -1 500 500"} {
		page := "q " + m + " cm\n" + column(50, 0, 10, leftColumn...) + "Q\n"
		if got := squeeze(mustRead(t, "a.pdf", pdfFile("", page)).Text); got != joined(leftColumn) {
			t.Errorf("%s: got %q", name, got)
		}
		stamp := column(50, 700, 10, leftColumn...) + "q 0 1 -1 0 20 300 cm\n" + column(0, 0, 10, "arXiv:2103.00001") + "Q\n"
		if got := squeeze(mustRead(t, "a.pdf", pdfFile("", stamp)).Text); got != joined(leftColumn) {
			t.Errorf("a stamp along the edge: got %q", got)
		}
	}
}

// flate packs a stream with its words for a page's contents.
func flate(t testing.TB, content string, damage func([]byte) []byte) (dict string, body []byte) {
	t.Helper()
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	w.Write([]byte(content))
	w.Close()
	return "/Filter/FlateDecode", damage(b.Bytes())
}

// pdfStreams is a PDF of pages with packed contents.
func pdfStreams(t testing.TB, damage func([]byte) []byte, pages ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n3 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n")
	kids := ""
	for i, p := range pages {
		whole := func(b []byte) []byte { return b }
		if i == len(pages)-1 {
			whole = damage
		}
		dict, body := flate(t, p, whole)
		fmt.Fprintf(&b, "%d 0 obj <</Type/Page/Parent 2 0 R/Contents %d 0 R>> endobj\n%d 0 obj <</Length %d%s>> stream\n%s\nendstream endobj\n", 10+2*i, 11+2*i, 11+2*i, len(body), dict, body)
		kids += fmt.Sprintf("%d 0 R ", 10+2*i)
	}
	fmt.Fprintf(&b, "2 0 obj <</Type/Pages/Count %d/Kids[%s]/Resources<</Font<</F 3 0 R>>>>>> endobj\ntrailer <</Root 1 0 R>>\n%%%%EOF", len(pages), kids)
	return b.Bytes()
}

// What can be read of a damaged page is read, and said to be damaged.
func TestPDFDamage(t *testing.T) {
	first, second := column(50, 700, 10, leftColumn...), column(50, 700, 10, rightColumn...)
	for name, damage := range map[string]func([]byte) []byte{
		"checksum": func(b []byte) []byte { b[len(b)-1] ^= 1; return b },
		"cut":      func(b []byte) []byte { return b[:len(b)-12] },
	} {
		a := mustRead(t, "a.pdf", pdfStreams(t, damage, first, second))
		got := squeeze(a.Text)
		if !strings.HasPrefix(got, joined(leftColumn)) || !strings.Contains(got, rightColumn[0]) {
			t.Errorf("%s: got %q, want both pages", name, got)
		}
		if len(a.Notes) != 1 || a.Notes[0] != (Note{Unread, "page 2"}) {
			t.Errorf("%s: got the notes %v, want page 2 unread", name, a.Notes)
		}
	}
	if a := mustRead(t, "a.pdf", pdfStreams(t, func(b []byte) []byte { return b }, first)); len(a.Notes) != 0 {
		t.Errorf("a whole file: got the notes %v", a.Notes)
	}
	broken := pdfStreams(t, func(b []byte) []byte { return []byte("no zlib") }, first)
	refused(t, "a.pdf", broken, Damaged)
	whole := pdfStreams(t, func(b []byte) []byte { return b }, first, second)
	a := mustRead(t, "a.pdf", whole[:bytes.Index(whole, []byte("trailer"))])
	if got := squeeze(a.Text); got != joined(leftColumn)+" "+joined(rightColumn) {
		t.Errorf("without a trailer: got %q", got)
	}
}

// "Scanned" is said of pictures only.
func TestPDFVerdicts(t *testing.T) {
	bomb := strings.Repeat(" ", 40<<20)
	_, err := Read(context.Background(), "a.pdf", bytes.NewReader(pdfStreams(t, func(b []byte) []byte { return b }, bomb)))
	if e := (*Error)(nil); !errors.As(err, &e) || e.Reason != Bomb {
		t.Errorf("got %v, want a bomb", err)
	}
	refused(t, "a.pdf", pdfFile("", "q 600 0 0 800 0 0 cm /I Do Q"), Scanned)
	refused(t, "a.pdf", pdfFile("", ""), Empty)
}

// The ligatures of old TeX are found by the names of its glyphs, wherever those stand.
func TestPDFLigatures(t *testing.T) {
	type1 := "%!PS-AdobeFont-1.0: CMR10\n/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\ndup 12 /fi put\ndup 102 /f put dup 14/ffi put\nreadonly def\n"
	for name, font := range map[string]string{
		"in the font":       "<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+Other/FontDescriptor <</FontFile 6 0 R>>>> endobj\n6 0 obj <</Length " + fmt.Sprint(len(type1)) + ">> stream\n" + type1 + "\nendstream",
		"by its family":     "<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+CMR10>>",
		"by differences":    "<</Type/Font/Subtype/Type1/BaseFont/X/Encoding<</Differences[12/fi 14/f_f_i]>>>>",
		"names of dvips":    "<</Type/Font/Subtype/Type3/FontMatrix[.001 0 0 .001 0 0]/Encoding<</Differences[12/a12 14/a14 69/a69 97/a97 99/a99/a100/a101 105/a105 108/a108 110/a110 116/a116]>>>>",
		"names of the list": "<</Type/Font/Subtype/Type1/BaseFont/X/Encoding<</Differences[12/fi.alt 14/ffi]>>>>",
	} {
		page := "BT /F 10 Tf 50 700 Td (E\\016cient \\014eld) Tj ET"
		data := bytes.Replace(pdfFile("", page), []byte("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"), []byte(font), 1)
		if got := mustRead(t, "a.pdf", data).Text; got != "Efficient field" {
			t.Errorf("%s: got %q", name, got)
		}
	}
}
