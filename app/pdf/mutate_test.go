package pdf

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"briefline/app/pdf/pdfcheck"
)

// The checker sees what it is there for: each row breaks one rule in a file that
// keeps them all.
func TestCheckFails(t *testing.T) {
	var b bytes.Buffer
	if err := write(&b, sample(), Options{Attach: []byte("{}\n"), AttachName: "sample.briefing"}, true); err != nil {
		t.Fatal(err)
	}
	good := b.Bytes()
	const readable = "cross-reference: no stream at" // the form that can be changed by hand has a table
	if got := faults(good); len(got) != 1 || !strings.HasPrefix(got[0], readable) {
		t.Fatalf("got %q before anything was changed", got)
	}
	for _, tt := range []struct{ old, new, want string }{
		// PDF/UA-1
		{"/Lang(en)", "", "catalog: no Lang"},
		{"/Marked true", "/Marked false", "not marked as tagged"},
		{"/DisplayDocTitle true", "", "the title is not shown"},
		{"/Alt(Three events", "/Was(Three events", "Figure 37: no Alt"},
		{"/Contents(To S1)", "", "no Contents"},
		{"/F 4/P", "/F 6/P", "is not printed, or hidden"},
		{"/S/H2/", "/S/H3/", "follows H1"},
		{"/ID(n1)", "", "Note 35: no ID"},
		{"/S/P/P 19 0 R", "/S/P/P 20 0 R", "its parent is 20, want 19"},
		{"/S/Figure", "/S/Chart", "not a standard type"},
		{"/S/LI/", "/S/TR/", "holds TR"},
		{"/S/LBody", "/S/Span", "no LBody"},
		{"/A<</O/List/ListNumbering/Disc>>", "", "says no ListNumbering"},
		{"/A<</O/Table/Scope/Column>>", "", "no Scope"},
		{" <</Type/OBJR/Obj 8 0 R>>", "", "Link 22: no annotation"},
		{"/StructParent 2>>", "/StructParent 3>>", "not in the element that the parent tree names"},
		{"/StructParents 1", "/StructParents 0", "page 2: StructParents 0"},
		{"/Artifact BMC", "", "paints what is neither tagged nor an artifact"},
		{"EMC\n", "", "marked content inside marked content"},
		{"/P<</MCID 3>>", "/P<</MCID 1>>", "content 1 is there twice"},
		{"/K[1 22 0 R 3]", "/K[1 22 0 R]", "content 3 is in no element"},
		{"/K[1 22 0 R 3]", "/K[1 22 0 R 3 4]", "content 4 of page 1 is in two elements"},
		{"/K[1 22 0 R 3]", "/K[1 22 0 R 30]", "does not lead to it from content 30 of page 1"},
		{"0[20 0 R ", "0[21 0 R ", "H1 20: the parent tree does not lead to it"},
		{"/ParentTreeNextKey 6", "/ParentTreeNextKey 5", "next key 5"},
		{"/Tabs/S", "/Tabs/R", "tab order"},
		{"/Dest(s1)/Contents", "/Dest(s9)/Contents", "leads nowhere"},
		{"(s1)[4 0 R", "(s1)[5 0 R", "leads to no page"},
		{"/Title(Source)", "", "an entry without title"},
		{"/Count 5>>", "/Count 6>>", "outline: counts 6, want 5"},
		{"/Rect[227.7 ", "/Rect[327.7 ", "no area"},
		// PDF/A-2a and 3a
		{"<pdfuaid:part>1", "<pdfuaid:part>2", "does not claim PDF/UA-1"},
		{"<pdfaid:part>3", "<pdfaid:part>2", "claims PDF/A-2, want 3"},
		{"<pdfaid:conformance>A", "<pdfaid:conformance>B", "level A"},
		{"<pdfaSchema:prefix>pdfuaid", "<pdfaSchema:prefix>other", "not described"},
		{"</rdf:RDF>", "", "XMP: XML syntax error"},
		{"<</Title(Ministers meet in Bishkek)/Sub", "<</Title(Ministers)/Sub", "title is not that of Info"},
		{"<xmp:CreateDate>2026", "<xmp:CreateDate>2025", "xmp:CreateDate is"},
		{"/AFRelationship/Source", "", "relationship"},
		{"/AF[59 0 R]", "", "not an associated file"},
		{"#2Fvnd", "", "type \"application"},
		{"/Size 3/CheckSum", "/Size 4/CheckSum", "size is not 3"},
		{"/S/GTS_PDFA1", "/S/GTS_PDFX", "output intent: subtype"},
		{"acsp", "abcd", "not an ICC profile"},
		{"mntrRGB ", "mntrGRAY", "not an ICC profile"},
		{"/FontFile2", "/FontFile9", "no stream"},
		{"/W[0[600 ", "/W[0[600 9", "width is not"},
		{"<0004><0065>", "<0004><FEFF>", "code 4: stands for"},
		{"<0004><0065>\n", "", "code 4: stands for"},
		{"[<0001", "[<0000", "text uses code 0"},
		{"[<0001", "[<FF01", "text uses code 65281"},
		{"glyf", "glif", "checksum"},
		{"/BaseFont/", "/BaseFont/x", "names differ"},
		{"/S1 sh", "/S9 sh", "is no resource"},
		{"q\n60", "60", "Q without q"},
		{"ET\n", "", "page 1: BT"},
		{"/ID[<", "/IX[<", "trailer: no ID"},
		{"%PDF-1.7", "%PDF-1.4", "not PDF 1.7"},
		{"%%EOF", "", "no end-of-file marker"},
		{"/Type/Catalog", "/Type/Catalog/OpenAction 9 0 R", "catalog: OpenAction"},
	} {
		if !bytes.Contains(good, []byte(tt.old)) {
			t.Errorf("%q is not in the file", tt.old)
			continue
		}
		got := faults(bytes.Replace(good, []byte(tt.old), []byte(tt.new), 1))
		if !slices.ContainsFunc(got, func(s string) bool { return !strings.HasPrefix(s, readable) && strings.Contains(s, tt.want) }) {
			t.Errorf("%q -> %q: got %q, want %q", tt.old, tt.new, got, tt.want)
		}
	}
}

// The cross-reference stream is read by no other test.
func TestCheckSeesOffsets(t *testing.T) {
	file := made(t, sample(), Options{})
	moved := bytes.Replace(file, []byte("\nendobj\n"), []byte("\nendobj\n\n"), 1)
	if got := faults(moved); len(got) == 0 || !strings.HasPrefix(got[0], "cross-reference: ") {
		t.Errorf("got %q, want a cross-reference fault", got)
	}
}

func faults(file []byte) []string { return pdfcheck.Check(file) }

// What the checker reads may be anything.
func FuzzCheck(f *testing.F) {
	var b bytes.Buffer
	if err := write(&b, sample(), Options{Attach: []byte("{}\n")}, true); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add([]byte("%PDF-1.7\ntrailer<</Root 1 0 R>>1 0 obj<</StructTreeRoot 1 0 R/K 1 0 R/Pages 1 0 R/Kids[1 0 R]>>"))
	f.Fuzz(func(t *testing.T, file []byte) { pdfcheck.Check(file) })
}
