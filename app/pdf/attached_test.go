package pdf

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"briefline/app/pdf/pdfread"
	"briefline/assets"
)

func attached(file []byte) ([]byte, error) {
	return Attached(bytes.NewReader(file), int64(len(file)))
}

func TestAttachedRoundTrip(t *testing.T) {
	big := bytes.Repeat([]byte("0123456789abcdef"), 1<<16)
	for _, want := range [][]byte{assets.Bishkek(), {}, []byte("endstream endobj\n9 0 obj <</Type/Catalog>> trailer <</Root 9 0 R>>"), big} {
		for _, plain := range []bool{false, true} {
			var b bytes.Buffer
			if err := write(&b, sample(), Options{Attach: want, AttachName: "Бишкек.briefing"}, plain); err != nil {
				t.Fatal(err)
			}
			got, err := attached(b.Bytes())
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("plain %t: got %d bytes, %v; want %d bytes", plain, len(got), err, len(want))
			}
		}
	}
}

func TestAttachedNone(t *testing.T) {
	whole := made(t, sample(), Options{Attach: assets.Bishkek()})
	rewrite := func(old, new string) []byte {
		var b bytes.Buffer
		if err := write(&b, sample(), Options{Attach: []byte("{}")}, true); err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(b.Bytes(), []byte(old)) {
			t.Fatalf("%q is not in the file", old)
		}
		return bytes.ReplaceAll(b.Bytes(), []byte(old), []byte(new))
	}
	for name, file := range map[string][]byte{
		"empty":           nil,
		"no PDF":          []byte("{\"version\": 1}"),
		"header alone":    []byte("%PDF-1.7\n"),
		"no attachment":   made(t, sample(), Options{}),
		"encrypted":       rewrite("/ID[<", "/Encrypt 9 0 R/ID[<"),
		"other file":      bytes.ReplaceAll(rewrite(".briefing)", ".json)"), []byte("vnd.briefline"), []byte("x")),
		"taken out":       append(bytes.Clone(whole), "1 0 obj<</Type/Catalog/Pages 9 0 R>>endobj"...),
		"other filter":    rewrite("/Type/EmbeddedFile", "/Type/EmbeddedFile/Filter/LZWDecode"),
		"predictor":       rewrite("/Type/EmbeddedFile", "/Type/EmbeddedFile/Filter/FlateDecode/DecodeParms<</Predictor 12>>"),
		"not deflated":    rewrite("/Type/EmbeddedFile", "/Type/EmbeddedFile/Filter/FlateDecode"),
		"refers to self":  []byte("%PDF-1.7 trailer<</Root 1 0 R>> 1 0 obj 1 0 R endobj"),
		"tree bites tail": []byte("%PDF-1.7 trailer<</Root 1 0 R>> 1 0 obj<</Names<</EmbeddedFiles 1 0 R>>/Kids[1 0 R 1 0 R]/Names[1 0 R 1 0 R]/EF 1 0 R>>endobj"),
	} {
		if got, err := attached(file); !errors.Is(err, ErrNoBriefing) {
			t.Errorf("%s: got %d bytes, %v; want %v", name, len(got), err, ErrNoBriefing)
		}
	}
	for cut := 0; cut < len(whole); cut += 97 { // cut short anywhere: the whole briefing or none
		if got, err := attached(whole[:cut]); err == nil && !bytes.Equal(got, assets.Bishkek()) {
			t.Fatalf("cut at %d: got %d other bytes", cut, len(got))
		}
	}
	if _, err := Attached(bytes.NewReader(nil), maxFile+1); !errors.Is(err, ErrNoBriefing) {
		t.Errorf("too large: got %v, want %v", err, ErrNoBriefing)
	}
	if _, err := Attached(readerAt{iotest.ErrReader(errFull)}, 10); !errors.Is(err, errFull) {
		t.Errorf("broken disk: got %v, want %v", err, errFull)
	}
}

type readerAt struct{ io.Reader }

func (r readerAt) ReadAt(p []byte, _ int64) (int, error) { return r.Read(p) }

// What other tools do to a file leaves the briefing readable.
func TestAttachedRewritten(t *testing.T) {
	var b bytes.Buffer
	if err := write(&b, sample(), Options{Attach: []byte(`{"version": 1}`), AttachName: "b.briefing"}, true); err != nil {
		t.Fatal(err)
	}
	for name, file := range map[string][]byte{
		"shifted":        append([]byte("junk from a mailer\n"), b.Bytes()...),
		"appended":       append(bytes.Clone(b.Bytes()), "\n3 0 obj\n<</Type/Page>>\nendobj\ntrailer <</Prev 9/Root 1 0 R>>"...),
		"wrong length":   bytes.ReplaceAll(b.Bytes(), []byte("/Length 14>>"), []byte("/Length 99>>")),
		"no type":        bytes.ReplaceAll(b.Bytes(), []byte("/Subtype/application#2Fvnd.briefline.briefing+json"), nil),
		"no trailer":     bytes.ReplaceAll(b.Bytes(), []byte("trailer"), nil),
		"tree":           bytes.ReplaceAll(b.Bytes(), []byte("/EmbeddedFiles<</Names[(b.briefing) 59 0 R]>>"), []byte("/EmbeddedFiles<</Kids[<</Names[(b.briefing) 59 0 R]>>]>>")),
		"line ends":      bytes.ReplaceAll(b.Bytes(), []byte("\nstream\n"), []byte("\r\nstream\r\n")),
		"listed in AF":   bytes.ReplaceAll(b.Bytes(), []byte("/EmbeddedFiles"), []byte("/X")),
		"listed in tree": bytes.ReplaceAll(b.Bytes(), []byte("/AF["), []byte("/X[")),
	} {
		if got, err := attached(file); err != nil || string(got) != `{"version": 1}` {
			t.Errorf("%s: got %q, %v", name, got, err)
		}
	}
}

// Files made to waste time or memory are given up: a second for all, where work
// that grew with the square of their size would take days.
func TestAttachedHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("long: left out of -short")
	}
	const mb = 1 << 20
	for name, file := range map[string]string{
		"open strings":  strings.Repeat("1 0 obj(", mb),
		"open dicts":    strings.Repeat("1 0 obj<</A", mb),
		"deep":          "1 0 obj" + strings.Repeat("[", mb),
		"streams":       strings.Repeat("1 0 obj<</Length 9>>stream\n", mb/4),
		"long":          strings.Repeat("1 0 obj<</Length 2 0 R>>stream endstream ", mb/8),
		"objects":       strings.Repeat("1 0 obj 7 ", mb),
		"digits":        strings.Repeat("0", 4*mb) + " 0 obj",
		"trailers":      strings.Repeat("trailer<<", mb),
		"object stream": "1 0 obj<</Type/ObjStm/N 9999999/First 0/Length 8>>stream\n1 0 1 0 \nendstream",
		"chain":         "trailer<</Root 1 0 R>>" + strings.Repeat("1 0 obj 2 0 R 2 0 obj 1 0 R ", 1000),
	} {
		if _, err := attached([]byte("%PDF-1.7\n" + file)); !errors.Is(err, ErrNoBriefing) {
			t.Errorf("%s: got %v, want %v", name, err, ErrNoBriefing)
		}
	}
}

func FuzzAttached(f *testing.F) {
	for _, plain := range []bool{false, true} {
		var b bytes.Buffer
		if err := write(&b, sample(), Options{Attach: []byte("{}\n")}, plain); err != nil {
			f.Fatal(err)
		}
		f.Add(b.Bytes())
	}
	f.Add([]byte("%PDF-1.7\n1 0 obj<</Names<</EmbeddedFiles<</Names[(a.briefing)2 0 R]>>>>>>2 0 obj<</F(a.briefing)/EF<</F 3 0 R>>>>3 0 obj<<>>stream\n{}endstream trailer<</Root 1 0 R>>"))
	f.Fuzz(func(t *testing.T, file []byte) {
		if got, err := attached(file); err != nil && (got != nil || !errors.Is(err, ErrNoBriefing)) {
			t.Errorf("got %d bytes, %v", len(got), err)
		}
	})
}

// The lexer reads what the writer writes.
func TestTextRoundTrip(t *testing.T) {
	for _, s := range []string{"", "plain", "a(b)c\\d", "line\nend\r\t", "Кыргыз", "سلام", "\U0001F600", "\x7f"} {
		l := pdfread.NewLexer([]byte(text(s) + bytesString(s) + name(s)))
		v, _ := l.Next()
		if got := v.(pdfread.String); string(got) != s && !strings.HasPrefix(string(got), "\xfe\xff") {
			t.Errorf("text %q: got %q", s, got)
		}
		if v, _ := l.Next(); string(v.(pdfread.String)) != s {
			t.Errorf("bytes %q: got %q", s, v)
		}
		if v, _ := l.Next(); string(v.(pdfread.Name)) != s {
			t.Errorf("name %q: got %q", s, v)
		}
	}
}

func TestNumber(t *testing.T) {
	for _, tt := range []struct {
		v    float64
		want string
	}{
		{0, "0"}, {-0.001, "0"}, {0.5, ".5"}, {-0.25, "-.25"}, {12, "12"}, {12.3, "12.3"}, {12.304, "12.3"}, {0.05, ".05"},
		{595.2756, "595.28"}, {-1.995, "-2"}, {1e300, "10000000"}, {zero / zero, "0"},
	} {
		if got := pt(tt.v); got != tt.want {
			t.Errorf("%v: got %s, want %s", tt.v, got, tt.want)
		}
	}
}

var zero float64
