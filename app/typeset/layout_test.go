package typeset

import (
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
)

func testFonts() *Fonts { return Open(os.DirFS("../../assets/fonts")) }

var shared = testFonts()

func lay(width float64, spans ...Span) *Text {
	return shared.Layout(Paragraph{Spans: spans, Width: width})
}

// lines returns each line's bytes, with "⏎" for a forced break's and "|" between.
func lines(t *Text) string {
	var out []string
	for _, l := range t.Lines {
		out = append(out, strings.NewReplacer("\r\n", "⏎", "\n", "⏎", "\r", "⏎").Replace(t.String()[l.Start:l.End]))
	}
	return strings.Join(out, "|")
}

// seen returns a line's clusters from left to right, brackets as they show.
func seen(t *Text, l Line) string {
	var b strings.Builder
	for _, r := range l.Runs {
		r.clusters(func(c cluster) bool {
			s := t.String()[c.start:c.end]
			if c.dots {
				s = "…"
			}
			if r.Level&1 == 1 {
				s = strings.Map(func(r rune) rune {
					if k := slices.Index([]rune("()[]«»"), r); k >= 0 {
						return []rune(")(][»«")[k]
					}
					return r
				}, s)
			}
			b.WriteString(s)
			return true
		})
	}
	return b.String()
}

// The nine kinds of text that Fyne or go-text's wrapper lay out wrongly, and
// what UAX #9 makes of them, worked out by hand. Right-to-left letters read from
// the right in the wanted order too: the first letter of a phrase stands last.
func TestLayoutOrder(t *testing.T) {
	reverse := func(s string) string { r := []rune(s); slices.Reverse(r); return string(r) }
	name, title := "عبدالرضا رحمانی", "وزیر کشور"
	rname, rtitle := reverse(name), reverse(title)
	tests := []struct {
		kind, in string
		dir      Direction
		want     string
	}{
		{"alone", name, Auto, rname},
		{"digit", name + " 12", Auto, "12 " + rname},
		{"latin word", name + " Interpol " + title, Auto, rtitle + " Interpol " + rname},
		{"full stop", name + ".", Auto, "." + rname},
		{"bracket", name + " (" + title + ")", Auto, "(" + rtitle + ") " + rname},
		{"in a latin sentence", "by " + name + " of Iran", Auto, "by " + rname + " of Iran"},
		{"bracketed in a latin sentence", "Fazli (" + name + "), born", Auto, "Fazli (" + rname + "), born"},
		{"digits after it in a latin sentence", "the " + title + " 12 text", Auto, "the 12 " + rtitle + " text"},
		{"persian digits and a date", "۲۰۱۶ " + title + " 2016/05/12", RTL, "2016/05/12 " + rtitle + " ۲۰۱۶"},
		{"quoted", "«" + name + "»", RTL, "«" + rname + "»"},
		{"kyrgyz", "өңүр 5", Auto, "өңүр 5"},
		{"latin in a right-to-left paragraph", "Iran (MNA).", RTL, ".Iran (MNA)"},
	}
	for _, tt := range tests {
		x := shared.Layout(Paragraph{Spans: []Span{{Text: tt.in}}, Direction: tt.dir})
		if got := seen(x, x.Lines[0]); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.kind, got, tt.want)
		}
		if m := x.Missing(); m != nil {
			t.Errorf("%s: missing %q", tt.kind, m)
		}
	}
}

func TestFaces(t *testing.T) {
	tests := []struct{ in, want string }{
		{"Bishkek ŠḥĐə", "NotoSans-Regular"},
		{"Кашкар ңөү қғӣ", "NotoSans-Regular"},
		{"وزیر، (کشور) ۱۲ 34", "Vazirmatn-Regular Vazirmatn-Regular Vazirmatn-Regular Vazirmatn-Regular"}, // a run for each level
		{"a ✓", "NotoSans-Regular BrieflineSymbols"},
		{"a → b", "NotoSans-Regular BrieflineSymbols NotoSans-Regular"},
		{"e\u0301\u0323 \u200b\u2060x", "NotoSans-Regular"},                                      // marks and invisible ones stay
		{"ایران 5 is", "NotoSans-Regular Vazirmatn-Regular Vazirmatn-Regular Vazirmatn-Regular"}, // from left to right
		{"is 5 ایران 5", "NotoSans-Regular Vazirmatn-Regular Vazirmatn-Regular"},
	}
	for _, tt := range tests {
		var got []string
		for _, r := range lay(0, Span{Text: tt.in}).Lines[0].Runs {
			got = append(got, r.Face.Name())
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%q: got %s, want %s", tt.in, strings.Join(got, " "), tt.want)
		}
	}
	if got := string(lay(0, Span{Text: "日本 日 a"}).Missing()); got != "日本" {
		t.Errorf("missing = %q, want 日本", got)
	}
}

// A file is read when its letters come up, and not before.
func TestFontsAreLazy(t *testing.T) {
	f := testFonts()
	f.Layout(Paragraph{Spans: []Span{{Text: english}}})
	for id, face := range f.faces {
		if got, want := face.data != nil, faceID(id) == sansRegular; got != want {
			t.Errorf("%s read: %t, want %t", face.name, got, want)
		}
	}
}

func TestPersianJoins(t *testing.T) {
	x := lay(0, Span{Text: "سلام"})
	face := x.Lines[0].Runs[0].Face
	for _, g := range x.Lines[0].Runs[0].Glyphs {
		r := []rune(x.String()[g.Start:g.End])
		if id, _ := face.load().font.NominalGlyph(r[0]); len(r) == 1 && uint32(id) == g.ID && r[0] != 'م' {
			t.Errorf("%q stands in its isolated form", r)
		}
	}
	// and across a change of span: the same glyphs, part by part
	y := lay(0, Span{Text: "سل"}, Span{Text: "ام"})
	if a, b := glyphIDs(x), glyphIDs(y); !slices.Equal(a, b) && len(a) == len(b) {
		t.Errorf("split over spans: glyphs %v, want %v", b, a)
	}
}

func glyphIDs(t *Text) (ids []uint32) {
	for _, l := range t.Lines {
		for _, r := range l.Runs {
			for _, g := range r.Glyphs {
				ids = append(ids, g.ID)
			}
		}
	}
	return ids
}

func TestForcedBreaks(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{"a", "a"},
		{"a\n", "a⏎"}, // opens no further line
		{"\n", "⏎"},
		{"\n\n", "⏎|⏎"},
		{"a\n\nb", "a⏎|⏎|b"},
		{"a\r\nb\rc", "a⏎|b⏎|c"},
		{"a\u2028b\u2029c\u0085d", "a\u2028|b\u2029|c\u0085|d"},
		{"a\x00\x1bb\x7f", "a\x00\x1bb\x7f"}, // control characters are harmless
		{"a\xffb\xc3", "a\xffb\xc3"},
	}
	for _, tt := range tests {
		if got := lines(lay(0, Span{Text: tt.in})); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
	}
	if x := lay(100); len(x.Lines) != 1 || x.Height != DefaultSize*DefaultLineHeight {
		t.Errorf("no spans: %d lines, height %g, want 1, %g", len(x.Lines), x.Height, DefaultSize*DefaultLineHeight)
	}
}

func TestWrap(t *testing.T) {
	w := func(s string) float64 { return shared.Width(s, Style{}) + 0.01 }
	tests := []struct {
		in    string
		width float64
		want  string
	}{
		{"one two three", w("one two"), "one two |three"},
		{"one two   three", w("one two"), "one two   |three"}, // spaces hang
		{"one two three", w("one tw"), "one |two |three"},
		{"abcdefgh", w("abcd"), "abcd|efgh"},                               // no room for the word
		{"ab abcdefgh i", w("abcd"), "ab |abcd|efgh |i"},                   // it gets a line of its own first
		{"e\u0301e\u0301e\u0301", w("e\u0301"), "e\u0301|e\u0301|e\u0301"}, // between grapheme clusters
		{"👩‍👩‍👧👩‍👩‍👧", 1, "👩‍👩‍👧|👩‍👩‍👧"},
		{"abc", 0.001, "a|b|c"}, // at least one a line
		{"go 10\u00a0km", w("10 km"), "go |10\u00a0km"},
		{"10\u00a0km", w("10 k"), "10\u00a0k|m"}, // glue gives way only when there is no room at all
		{"a-b", w("a-"), "a-|b"},
		{"soft\u00adhyphen x", w("softhyphen"), "soft\u00adhyphen |x"}, // not where a hyphen would be due
		{"zero\u200bwidth", w("zerowi"), "zero\u200b|width"},
		{"سلام دنیا", w("سلام "), "سلام |دنیا"},
	}
	for _, tt := range tests {
		if got := lines(lay(tt.width, Span{Text: tt.in})); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestChips(t *testing.T) {
	st := Style{Size: 11}
	chip := Span{Text: "S 10", Style: st, PadLeft: 6, PadRight: 4, NoBreak: true, Tag: 1}
	text := Span{Text: "fighting narcotics.\u00a0"}
	full := shared.Width(text.Text, Style{}) + shared.Width("S 10", st) + 10

	x := lay(full+0.01, text, chip)
	if len(x.Lines) != 1 || math.Abs(x.Lines[0].Width-full) > 0.001 {
		t.Errorf("width %g in %d lines, want %g in 1", x.Lines[0].Width, len(x.Lines), full)
	}
	x = lay(full-0.01, text, chip)
	if got, want := lines(x), "fighting |narcotics.\u00a0S 10"; got != want {
		t.Errorf("a point short: %q, want %q", got, want)
	}
	r := x.SpanRects(1)
	if want := shared.Width("S 10", st) + 10; len(r) != 1 || math.Abs(r[0].W-want) > 0.001 || math.Abs(r[0].H-11*1.362) > 0.001 {
		t.Errorf("pill %v, want width %g, height %g", r, want, 11*1.362)
	}
	run := x.Lines[1].Runs[1]
	if run.PadLeft != 6 || run.PadRight != 4 || run.X != r[0].X+6 {
		t.Errorf("chip's run at %g, padding %g, %g; want %g, 6, 4", run.X, run.PadLeft, run.PadRight, r[0].X+6)
	}
	if off, span, in := x.Hit(r[0].X+1, r[0].Y+2); off != len(text.Text) || span != 1 || !in {
		t.Errorf("hit on the padding: %d, %d, %t; want %d, 1, true", off, span, in, len(text.Text))
	}
	// narrower than the chip: it sticks out in one piece
	if got, want := lines(lay(3, Span{Text: "a "}, chip, Span{Text: " b"})), "a |S 10 |b"; got != want {
		t.Errorf("narrow: %q, want %q", got, want)
	}
	// in a right-to-left line the chip's text still runs from left to right
	x = shared.Layout(Paragraph{Spans: []Span{{Text: "سلام\u00a0"}, chip}, Width: 200})
	r = x.SpanRects(1)
	if run := x.Lines[0].Runs[0]; len(r) != 1 || r[0].X+6 != run.X || run.Span != 1 {
		t.Errorf("in Persian: pill %v, first run of span %d at %g", r, run.Span, run.X)
	}
}

func TestEllipsis(t *testing.T) {
	long := "This is cut after one line, since there is no room."
	for _, tt := range []struct {
		p    Paragraph
		want string
	}{
		{Paragraph{Spans: []Span{{Text: long}}, Width: shared.Width("This is cut…", Style{}) + 0.01, MaxLines: 1}, "This is cut…"},
		{Paragraph{Spans: []Span{{Text: long}}, Width: shared.Width("This is …", Style{}), MaxLines: 1}, "This is…"}, // no space before
		{Paragraph{Spans: []Span{{Text: "a\nb"}}, MaxLines: 1}, "a…"},
		{Paragraph{Spans: []Span{{Text: "a\nb"}}, Width: 100, MaxLines: 1}, "a…"},
		{Paragraph{Spans: []Span{{Text: "a\n"}}, Width: 100, MaxLines: 1}, "a"},
		{Paragraph{Spans: []Span{{Text: "a b"}}, Width: 0.5, MaxLines: 1}, "…"},
		{Paragraph{Spans: []Span{{Text: "سلام دنیا"}}, Width: shared.Width("سلام…", Style{}) + 5, MaxLines: 1}, "…ملاس"}, // lam and alef are one cluster
		{Paragraph{Spans: []Span{{Text: "see "}, {Text: "S10", NoBreak: true, PadLeft: 3, PadRight: 3}, {Text: " there"}},
			Width: shared.Width("see S1", Style{}) + 3, MaxLines: 1}, "see…"}, // a chip is shown in whole or not
	} {
		x := shared.Layout(tt.p)
		l := x.Lines[len(x.Lines)-1]
		if got := seen(x, l); strings.TrimRight(got, "\n") != tt.want {
			t.Errorf("%q: got %q, want %q", x.String(), got, tt.want)
		}
		if l.End != len(x.String()) || x.Truncated != strings.Contains(tt.want, "…") {
			t.Errorf("%q: last line ends at %d of %d, truncated %t", x.String(), l.End, len(x.String()), x.Truncated)
		}
		if w := tt.p.Width; w > 10 && l.Width > w+0.001 {
			t.Errorf("%q: width %g > %g", x.String(), l.Width, w)
		}
	}
}

func TestAlign(t *testing.T) {
	const w = 300.0
	for _, tt := range []struct {
		text  string
		align Align
		left  bool // flush left
		right bool
	}{
		{english, Start, true, false},
		{english, End, false, true},
		{english, Center, false, false},
		{english, Justify, true, true},
		{persian, Start, false, true},
		{persian, End, true, false},
		{persian, Justify, true, true},
	} {
		x := shared.Layout(Paragraph{Spans: []Span{{Text: tt.text}}, Align: tt.align, Width: w})
		l := x.Lines[0]
		left, right := math.Abs(l.X) < 0.001, math.Abs(l.X+l.Width-w) < 0.001
		if left != tt.left || right != tt.right {
			t.Errorf("%q, align %d: from %g to %g of %g", tt.text[:8], tt.align, l.X, l.X+l.Width, w)
		}
		end := l.Runs[len(l.Runs)-1]
		if got := end.X + end.Width; math.Abs(got-(l.X+l.Width)) > 0.001 {
			t.Errorf("%q, align %d: last run ends at %g, line at %g", tt.text[:8], tt.align, got, l.X+l.Width)
		}
		if last := x.Lines[len(x.Lines)-1]; tt.align == Justify && math.Abs(last.Width-w) < 1 {
			t.Errorf("%q: last line is stretched", tt.text[:8])
		}
	}
}

func TestMeasures(t *testing.T) {
	st := Style{Size: 10}
	if got, want := shared.Width("A\tB", st), shared.Width("AB", st)+4*shared.Width(" ", st); math.Abs(got-want) > 0.3 { // kerning of AB
		t.Errorf("tab: %g, want %g", got, want)
	}
	tracked := Style{Size: 10, Tracking: 1}
	if got, want := shared.Width("HHH", tracked), shared.Width("HHH", st)+2; math.Abs(got-want) > 0.001 {
		t.Errorf("tracked: %g, want %g: between letters only", got, want)
	}
	if got, want := shared.Width("سلام", tracked), shared.Width("سلام", st); got != want {
		t.Errorf("tracked Persian: %g, want %g", got, want)
	}
	for _, s := range []string{"\u2060", "\u00ad", "\u200b", "\u200e", "\u2066\u2069", "\ufeff", "\x00", "\n", ""} {
		if got := shared.Width(s, st); got != 0 {
			t.Errorf("%q: width %g, want 0", s, got)
		}
	}
	if a, b := shared.Width("fi", Style{Size: 20}), 2*shared.Width("fi", Style{Size: 10}); math.Abs(a-b) > 1e-9 {
		t.Errorf("twice the size: %g, want %g", a, b)
	}
	if x := lay(0, Span{Text: "x", Style: Style{Size: 20}}, Span{Text: "y", Style: Style{Size: 10}}); x.Height != 28 {
		t.Errorf("height %g, want 28: the largest size counts", x.Height)
	}
	if a, b := lay(0, Span{Text: "ایران"}).Height, lay(0, Span{Text: "Iran"}).Height; a != b {
		t.Errorf("Persian line %g high, Latin one %g", a, b)
	}
}

func TestOddNumbers(t *testing.T) {
	for _, v := range []float64{math.NaN(), math.Inf(1), math.Inf(-1), -1, 1e300} {
		st := Style{Size: v, Tracking: v}
		x := shared.Layout(Paragraph{Spans: []Span{{Text: "a b", Style: st, PadLeft: v, PadRight: v}}, Width: v, LineHeight: v})
		if math.IsNaN(x.Width+x.Height) || math.IsInf(x.Width+x.Height, 0) {
			t.Errorf("%g: %g by %g", v, x.Width, x.Height)
		}
		x.Draw(nil, v, v, math.NaN(), nil)
		if w := shared.Width("a", st); math.IsNaN(w) {
			t.Errorf("width at %g: %g", v, w)
		}
	}
}

func TestConcurrentUse(t *testing.T) {
	f := testFonts()
	want := fmt.Sprint(shared.Layout(Paragraph{Spans: []Span{{Text: persian + english}}, Width: 200}).Lines[1].Width)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			x := f.Layout(Paragraph{Spans: []Span{{Text: persian + english}}, Width: 200})
			if got := fmt.Sprint(x.Lines[1].Width); got != want {
				t.Errorf("width %s, want %s", got, want)
			}
			x.Draw(canvas(200, 100), 0, 0, 1, nil)
			f.Width(persian, Style{})
		})
	}
	wg.Wait()
}

// Every character that the program's own words and keys may show has a glyph, in
// each style.
func TestShownCharacters(t *testing.T) {
	const shown = "←↑→↓↖↗↘↙⇥⇧⌃⌘⌥⌫⎋⏎−√∞≈≠≤≥■□▲△▴▶▸▼▾◀◂◆◇○●★☆⚠✓✕✗⟦⟧" +
		"·•…–—‘’“”„«»‹›№™©®°±×÷§¶†€£₽₸₴₺₼$%‰\u00a0\u202f\u2009‑⁄¹²³½" +
		"ŞşĞğİıÇçƏəŽžŠšČčḤḥṬṭʻʼÑñØøÅåẞß ΑΩαω ҢңӨөҮүҚқҒғҰұҺһӘәІіӢӣӮӯҲҳҶҷЁё" +
		"ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیءآأؤئ،؛؟٪۰۱۲۳۴۵۶۷۸۹٠١٢ًٌٍَُِّ"
	for _, st := range []Style{{}, {Bold: true}, {Family: Serif}, {Family: Serif, Bold: true}} {
		if m := lay(0, Span{Text: shown, Style: st}).Missing(); m != nil {
			t.Errorf("%+v: missing %q", st, m)
		}
	}
}
