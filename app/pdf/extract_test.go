package pdf

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"

	"briefline/app/briefing"
	"briefline/app/i18n"
	"briefline/app/pdf/pdfcheck"
	"briefline/app/pdf/pdfread"
	"briefline/app/sheet"
	"briefline/app/typeset"
	"briefline/assets"
)

// Each run's codes stand for exactly its text: from left to right, or, for
// right-to-left script, the other way round.
func TestTextOfRuns(t *testing.T) {
	for _, s := range []string{
		"Office, affine, final flow — naïve “quotes”", kyrgyz, "Ңң Өө Үү Ёё", persian,
		"سلام لا إلا الله", "مُحَمَّد", "می‌شود", "گفت (abc) ۱۲۳ 456 را", "e\u0301 a\u0308\u0304", "soft\u00adhyphen \u2067سلام\u2069",
	} {
		b := newBuilder()
		p := b.node(b.doc.Root, sheet.TagP)
		w := b.words(p, s, typeset.Style{Size: 10, Bold: strings.HasPrefix(s, "O")})
		var want []string
		for _, l := range w.Text.Lines {
			for _, r := range l.Runs {
				txt := []rune(strings.Map(readable, s[r.Start:r.End]))
				if r.Level%2 == 1 && !slices.ContainsFunc(txt, isArabic) {
					slices.Reverse(txt) // brackets alone do not tell runs which way they go
				}
				if len(txt) > 0 {
					want = append(want, string(txt))
				}
			}
		}
		got := runs(t, b.doc)[1:] // less the running head
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("got %q, want %q", got, want)
		}
		for _, fault := range pdfcheck.Check(made(t, b.doc, Options{})) {
			t.Errorf("%q: %s", s, fault)
		}
	}
}

func isArabic(r rune) bool { return unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r) }

// runs returns the text of each piece between two movements.
func runs(t *testing.T, d *sheet.Document) (out []string) {
	t.Helper()
	f, err := pdfread.Open(made(t, d, Options{}))
	if err != nil {
		t.Fatal(err)
	}
	unpack := func(v any) *pdfread.Lexer {
		s, _ := f.Get(v).(pdfread.Stream)
		b, err := f.Unpack(s, 1<<20)
		if err != nil {
			t.Fatal(err)
		}
		return pdfread.NewLexer(b)
	}
	page := f.Dict(f.Array(f.Dict(f.Dict(f.Trailer["Root"])["Pages"])["Kids"])[0])
	fonts := f.Dict(f.Dict(page["Resources"])["Font"])
	var meaning map[string]string
	var parts, args []string
	flush := func() {
		if slices.ContainsFunc([]rune(strings.Join(parts, "")), isArabic) {
			slices.Reverse(parts)
		}
		if len(parts) > 0 {
			out = append(out, strings.Join(parts, ""))
		}
		parts = nil
	}
	var font pdfread.Name
	for l := unpack(page["Contents"]); ; {
		v, err := l.Next()
		if err != nil {
			break
		}
		switch v := v.(type) {
		case pdfread.Name:
			font = v
		case pdfread.Array:
			for _, p := range v {
				if s, ok := p.(pdfread.String); ok {
					for i := 0; i < len(s); i += 2 {
						args = append(args, string(s[i:i+2]))
					}
				}
			}
		case pdfread.Operator:
			switch v {
			case "Tf":
				meaning = meanings(unpack(f.Dict(fonts[font])["ToUnicode"]))
			case "TJ":
				for _, c := range args {
					parts = append(parts, meaning[c])
				}
			case "Td", "Tm", "ET":
				flush()
			}
			args = nil
		}
	}
	return out
}

func meanings(l *pdfread.Lexer) map[string]string {
	out := map[string]string{}
	var args []pdfread.String
	for {
		v, err := l.Next()
		if err != nil {
			return out
		}
		if s, ok := v.(pdfread.String); ok {
			args = append(args, s)
			continue
		}
		for i := 0; v == pdfread.Operator("endbfchar") && i < len(args); i += 2 {
			var units []uint16
			for k := 0; k < len(args[i+1]); k += 2 {
				units = append(units, uint16(args[i+1][k])<<8|uint16(args[i+1][k+1]))
			}
			out[string(args[i])] = string(utf16.Decode(units))
		}
		args = nil
	}
}

// What is cut off with an ellipsis is not in the file.
func TestTruncated(t *testing.T) {
	b := newBuilder()
	p := b.node(b.doc.Root, sheet.TagP)
	for _, s := range []string{"One two three four five six seven", persian} {
		text := fonts().Layout(typeset.Paragraph{Spans: []typeset.Span{{Text: s, Style: typeset.Style{Size: 10}}}, Width: 60, MaxLines: 1})
		b.page.Marks = append(b.page.Marks, &sheet.Words{Node: p, Text: text, To: 1, X: 50, Y: b.y})
		b.y += 20
	}
	got := strings.Join(runs(t, b.doc), "|")
	if strings.Count(got, "…") != 2 || strings.Contains(got, "seven") || strings.Contains(got, "کنیم") {
		t.Errorf("got %q, want two ellipses", got)
	}
}

// ActualText gives right-to-left text in its order, on the element itself where
// that is all it has, else on a piece inside.
func TestActualText(t *testing.T) {
	d := sample()
	var b bytes.Buffer
	if err := write(&b, d, Options{}, true); err != nil {
		t.Fatal(err)
	}
	f, err := pdfread.Open(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]pdfread.Name{}
	for _, n := range f.Numbers() {
		e := f.Dict(pdfread.Ref(n))
		if s, ok := e["ActualText"].(pdfread.String); ok {
			got[string(s)], _ = e["S"].(pdfread.Name)
		}
	}
	want := map[string]pdfread.Name{persian: "P", "سلام 123 دنیا": "Span"}
	for s, tag := range want {
		key, _ := pdfread.NewLexer([]byte(text(s))).Next()
		if got[string(key.(pdfread.String))] != tag {
			t.Errorf("%q: got %q in %d texts, want %s", s, got[string(key.(pdfread.String))], len(got), tag)
		}
	}
	if len(got) != len(want) {
		t.Errorf("got %d, want %d", len(got), len(want))
	}
}

// Elements stand in the order of the tree, whatever was painted first; those
// inside a text, in the order of the text.
func TestReadingOrder(t *testing.T) {
	b := newBuilder()
	root := b.doc.Root
	first, second := b.node(root, sheet.TagP), b.node(root, sheet.TagP)
	b.words(second, "painted first", typeset.Style{})
	y, z := b.node(first, sheet.TagSpan), b.node(first, sheet.TagSpan)
	w := b.words(first, "a", typeset.Style{}, typeset.Span{Text: "z"}, typeset.Span{Text: "b"}, typeset.Span{Text: "y"})
	w.Nodes = []*sheet.Node{nil, z, nil, y}
	f, err := pdfread.Open(made(t, b.doc, Options{}))
	if err != nil {
		t.Fatal(err)
	}
	var got []int
	var walk func(v any)
	walk = func(v any) {
		for _, k := range f.Array(f.Dict(v)["K"]) {
			if id, ok := k.(int); ok {
				got = append(got, id)
			} else {
				walk(k)
			}
		}
	}
	walk(f.Dict(f.Dict(f.Dict(f.Trailer["Root"])["StructTreeRoot"])["K"]))
	if want := []int{1, 2, 3, 4, 0}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// The bundled briefing keeps the rules as package sheet lays it out.
func TestLaidOut(t *testing.T) {
	b, err := briefing.Read(bytes.NewReader(assets.Bishkek()))
	if err != nil {
		t.Fatal(err)
	}
	words, err := i18n.Load(assets.I18n(), "en")
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range []sheet.Options{{}, {Paper: sheet.Letter, Mono: true}, {Large: true}, {NoSource: true, NoStatements: true}} {
		d, err := sheet.Lay(b, words, fonts(), o)
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range pdfcheck.Check(made(t, d, Options{Attach: assets.Bishkek()})) {
			t.Errorf("%+v: %s", o, fault)
		}
	}
}
