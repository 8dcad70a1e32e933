package pdf

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"briefline/app/pdf/pdfcheck"
	"briefline/app/sheet"
	"briefline/app/typeset"
	"briefline/assets"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// readable objects, content and structure; fonts, sums and the profile are cut,
// they have tests of their own.
func TestGolden(t *testing.T) {
	var b bytes.Buffer
	if err := write(&b, sample(), Options{Attach: []byte("{}\n"), AttachName: "sample.briefing", Version: "0.3"}, true); err != nil {
		t.Fatal(err)
	}
	got := cut(b.Bytes())
	const name = "testdata/sample.golden"
	if *update {
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		g, w := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
		for i := range min(len(g), len(w)) {
			if g[i] != w[i] {
				t.Fatalf("line %d: got\n%s\nwant\n%s", i+1, g[i], w[i])
			}
		}
		t.Fatalf("got %d lines, want %d", len(g), len(w))
	}
}

// cut leaves out what is not text, and the offsets behind it.
func cut(file []byte) []byte {
	body, _, _ := bytes.Cut(file, []byte("\nxref\n"))
	var out []byte
	for {
		head, rest, ok := bytes.Cut(body, []byte("\nstream\n"))
		out = append(out, head...)
		if !ok {
			return append(bytes.ReplaceAll(out, []byte("%\xe2\xe3\xcf\xd3\n"), nil), '\n')
		}
		data, rest, _ := bytes.Cut(rest, []byte("\nendstream"))
		if i := bytes.LastIndex(head, []byte("<<")); !bytes.Contains(head[max(i, 0):], []byte("/Length1")) && !bytes.Contains(head[max(i, 0):], []byte("/N 3/")) {
			out = append(append(append(out, "\nstream\n"...), data...), "\nendstream"...)
		}
		body = rest
	}
}

func TestCheck(t *testing.T) {
	for _, tt := range []struct {
		name string
		doc  *sheet.Document
		o    Options
	}{
		{"attached", sample(), Options{Attach: assets.Bishkek(), AttachName: "Бишкек (1).briefing", Version: "0.3"}},
		{"bare", sample(), Options{}},
		{"long", long(20), Options{Attach: assets.Bishkek()}}, // more than one object stream
	} {
		for _, fault := range pdfcheck.Check(made(t, tt.doc, tt.o)) {
			t.Errorf("%s: %s", tt.name, fault)
		}
	}
}

// The same bytes from another process, whose maps are in another order.
func TestSameBytes(t *testing.T) {
	o := Options{Attach: assets.Bishkek()}
	here := made(t, sample(), o)
	if os.Getenv("PDF_TEST_OUT") != "" {
		if err := os.WriteFile(os.Getenv("PDF_TEST_OUT"), here, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(here, made(t, sample(), o)) {
		t.Error("got other bytes in the same process")
	}
	out := t.TempDir() + "/there.pdf"
	cmd := exec.Command(os.Args[0], "-test.run=^TestSameBytes$")
	cmd.Env = append(os.Environ(), "PDF_TEST_OUT="+out, "TZ=Asia/Tehran", "LC_ALL=fa_IR.UTF-8")
	if b, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, b)
	}
	there, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(here, there) {
		t.Error("got other bytes in another process")
	}
}

// 45 KB is the bound for two pages with tags and the bundled briefing.
func TestSize(t *testing.T) {
	if n := len(made(t, long(2), Options{Attach: assets.Bishkek()})); n > 45<<10 {
		t.Errorf("got %d bytes, want at most %d", n, 45<<10)
	}
}

// Faults of the document are errors, and nothing is written.
func TestFaults(t *testing.T) {
	for want, spoil := range map[string]func(d *sheet.Document){
		`link to "s1", which is no destination`:      func(d *sheet.Document) { delete(d.Dests, "s1") },
		`bookmark to "top", which is no destination`: func(d *sheet.Document) { delete(d.Dests, "top") },
		`destination "s1" is on page 10 of 2`:        func(d *sheet.Document) { d.Dests["s1"] = sheet.Dest{Page: 9} },
		`mark of a node H1 that is not in the tree`:  func(d *sheet.Document) { d.Root.Kids = d.Root.Kids[1:] },
		`node H1 "" stands in the tree twice`:        func(d *sheet.Document) { d.Root.Kids = append(d.Root.Kids, d.Root.Kids[0]) },
		`two nodes have the ID "n1"`:                 func(d *sheet.Document) { d.Root.Kids[0].ID = "n1" },
		`page 1: a mark of type <nil>`:               func(d *sheet.Document) { d.Pages[0].Marks[0] = nil },
		`a document without pages or tree`:           func(d *sheet.Document) { d.Pages = nil },
	} {
		d := sample()
		spoil(d)
		var b bytes.Buffer
		err := Write(&b, d, Options{})
		if err == nil || err.Error() != "write PDF: "+want || b.Len() > 0 {
			t.Errorf("got %v and %d bytes, want %q", err, b.Len(), want)
		}
	}
}

type fullDisk struct{ left int }

var errFull = errors.New("no space left")

func (f *fullDisk) Write(p []byte) (int, error) {
	if f.left -= len(p); f.left < 0 {
		return 0, errFull
	}
	return len(p), nil
}

func TestWriteError(t *testing.T) {
	d := long(20)
	for _, left := range []int{0, 1 << 16} {
		if err := Write(&fullDisk{left}, d, Options{}); !errors.Is(err, errFull) {
			t.Errorf("%d bytes: got %v, want %v", left, err, errFull)
		}
	}
}

// A document may have no date, no outline, nothing on its page, odd numbers.
func TestBare(t *testing.T) {
	d := &sheet.Document{Title: "T", Language: "en", Root: &sheet.Node{Tag: sheet.TagDocument}, Pages: []*sheet.Page{{W: 612, H: 792}}}
	p := &sheet.Node{Tag: sheet.TagP}
	d.Root.Kids = []*sheet.Node{p, {Tag: sheet.TagL, Kids: []*sheet.Node{{Tag: sheet.TagLI}}}} // the list has nothing, and is left out
	text := fonts().Layout(typeset.Paragraph{Spans: []typeset.Span{
		{Text: "a\tb\nc\x00\x01\ufeff\xffd \U0001F600 e\u0301\u200d fi", Style: typeset.Style{Size: 9}}}})
	d.Pages[0].Marks = []sheet.Mark{
		&sheet.Words{Node: p, Text: text, From: -3, To: 99},
		&sheet.Words{Node: p},
		&sheet.Shape{},
		&sheet.Shape{W: 10, H: 10, Radius: 99, Fade: []sheet.Stop{{At: .5, Strength: 7}}},
		&sheet.Shape{W: 10, H: 10, Fade: []sheet.Stop{{At: .2, Strength: 1}, {At: .2, Strength: 0}, {At: .1, Strength: 1}}, Dash: []float64{0, 0}, StrokeWidth: 1},
	}
	for _, fault := range pdfcheck.Check(made(t, d, Options{})) {
		t.Error(fault)
	}
	d.Created = time.Date(1, 1, 1, 0, 0, 1, 0, time.UTC)
	for _, fault := range pdfcheck.Check(made(t, d, Options{})) {
		t.Error(fault)
	}
}
