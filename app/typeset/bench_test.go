package typeset

import (
	"image"
	"strings"
	"testing"
)

const english = "Meeting in Bishkek, the interior ministers of both countries set out what each offers and wants. " +
	"Kyrgyzstan’s minister calls a new security agreement the second of its sort since the 2016 accord on fighting narcotics. " +
	"Iran offers training, exchange of experience and intelligence against terrorism, and help"

const persian = "عبدالرضا رحمانی فضلی، وزیر کشور ایران، گفت (روز پنجشنبه، 2016/05/12): «همکاری با Interpol ادامه دارد.»"

func BenchmarkOpenAndFirstLayout(b *testing.B) {
	for b.Loop() {
		f := testFonts()
		for _, st := range []Style{{Size: 15}, {Size: 15, Bold: true}, {Size: 26, Family: Serif, Bold: true}} {
			f.Layout(Paragraph{Spans: []Span{{Text: english, Style: st}}, Width: 600})
		}
	}
}

func BenchmarkFirstArabic(b *testing.B) {
	for b.Loop() {
		testFonts().Layout(Paragraph{Spans: []Span{{Text: persian}}, Width: 600})
	}
}

func benchmarkLayout(b *testing.B, text string, width float64) {
	f := testFonts()
	p := Paragraph{Spans: []Span{{Text: text, Style: Style{Size: 15}}}, Width: width}
	f.Layout(p)
	b.ReportAllocs()
	for b.Loop() {
		f.Layout(p)
	}
}

func BenchmarkLayoutEnglish300(b *testing.B) { benchmarkLayout(b, english[:302], 600) }
func BenchmarkLayoutPersian300(b *testing.B) {
	benchmarkLayout(b, string([]rune(strings.Repeat(persian, 3))[:300]), 600)
}
func BenchmarkLayoutArticle3000(b *testing.B) { benchmarkLayout(b, strings.Repeat(english, 10), 600) }
func BenchmarkLayoutWord100k(b *testing.B) {
	benchmarkLayout(b, strings.Repeat("abcdefghij", 10000), 600)
}
func BenchmarkLayoutWord25k(b *testing.B) {
	benchmarkLayout(b, strings.Repeat("abcdefghij", 2500), 600)
}
func BenchmarkLayoutIsolates100k(b *testing.B) {
	benchmarkLayout(b, strings.Repeat("\u2068א(", 33333), 600)
}

func BenchmarkWidthCached(b *testing.B) {
	f := testFonts()
	for b.Loop() {
		f.Width("Cooperation agreement on fighting narcotics", Style{Size: 12, Bold: true})
	}
}

func BenchmarkWidthNew(b *testing.B) {
	f := testFonts()
	for b.Loop() {
		f.measure("Cooperation agreement on fighting narcotics", Style{Size: 12, Bold: true})
	}
}

func benchmarkDraw(b *testing.B, f *Fonts, scale float64) {
	t := f.Layout(Paragraph{Spans: []Span{{Text: english[:100], Style: Style{Size: 13.5}}}})
	dst := image.NewRGBA(image.Rect(0, 0, int(700*scale), int(20*scale)))
	t.Draw(dst, 0, 0, scale, nil)
	for b.Loop() {
		t.Draw(dst, 0, 0, scale, nil)
	}
}

func BenchmarkDrawLine100Warm(b *testing.B)   { benchmarkDraw(b, testFonts(), 1) }
func BenchmarkDrawLine100WarmX2(b *testing.B) { benchmarkDraw(b, testFonts(), 2) }

func BenchmarkDrawLine100Cold(b *testing.B) {
	f := testFonts()
	t := f.Layout(Paragraph{Spans: []Span{{Text: english[:100], Style: Style{Size: 13.5}}}})
	dst := image.NewRGBA(image.Rect(0, 0, 700, 20))
	for b.Loop() {
		f.masks.now, f.masks.old = nil, nil
		t.Draw(dst, 0, 0, 1, nil)
	}
}
