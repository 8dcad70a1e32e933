package typeset

import (
	"bytes"
	"flag"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the pictures in testdata")

func canvas(w, h int) *image.RGBA { return image.NewRGBA(image.Rect(0, 0, w, h)) }

func white(w, h int) *image.RGBA {
	c := canvas(w, h)
	draw.Draw(c, c.Rect, image.White, image.Point{}, draw.Src)
	return c
}

func TestPictures(t *testing.T) {
	ink := color.RGBA{0x1d, 0x21, 0x29, 0xff}
	dst := white(420, 190)
	y := 6.0
	for _, p := range []Paragraph{
		{Spans: []Span{{Text: "A new security agreement", Style: Style{Family: Serif, Bold: true, Size: 26}}}},
		{Spans: []Span{{Text: "Iran "}, {Text: "offers", Style: Style{Bold: true}}, {Text: " training; "}, {Text: "slanted", Style: Style{Italic: true}}, {Text: " → ✓ ★"}}},
		{Spans: []Span{{Text: "Fazli (رحمانی فضلی), 12 өңүр"}}},
		{Spans: []Span{{Text: "عبدالرضا رحمانی (2016) گفت: «Interpol».", Style: Style{Size: 15}}}},
		{Spans: []Span{{Text: "SOURCE SENTENCE", Style: Style{Size: 11, Bold: true, Tracking: 0.6}}}},
		{Spans: []Span{{Text: "cut because there is too much of it, and more", Style: Style{Family: Serif}}}, MaxLines: 1},
	} {
		p.Width = 280
		x := shared.Layout(p)
		x.Draw(dst, 8, y, 1, func(int) color.Color { return ink })
		y += x.Height + 4
	}
	const file = "testdata/text.png"
	if *update {
		var b bytes.Buffer
		if err := png.Encode(&b, dst); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, b.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want, err := png.Decode(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	// floating point may round a mask otherwise on another machine
	for y := range 190 {
		for x := range 420 {
			r, _, _, _ := want.At(x, y).RGBA()
			if got := int(dst.RGBAAt(x, y).R); got-int(r>>8) > 2 || int(r>>8)-got > 2 {
				t.Fatalf("pixel %d, %d: got %d, want %d (-update rewrites)", x, y, got, r>>8)
			}
		}
	}
}

// Text drawn on a transparent image and then laid over a background is the same
// as text drawn on that background.
func TestBlend(t *testing.T) {
	x := lay(0, Span{Text: "Blend it 50%"})
	for _, c := range []color.Color{color.Black, color.RGBA{0x0b, 0x5d, 0x68, 0xff}, color.NRGBA{200, 10, 10, 128}, color.Gray16{0xffff}} {
		ground := color.RGBA{0xe8, 0xf0, 0x20, 0xff}
		direct, layer, over := canvas(100, 24), canvas(100, 24), canvas(100, 24)
		for _, d := range []*image.RGBA{direct, over} {
			draw.Draw(d, d.Rect, image.NewUniform(ground), image.Point{}, draw.Src)
		}
		x.Draw(direct, 2, 2, 1, func(int) color.Color { return c })
		x.Draw(layer, 2, 2, 1, func(int) color.Color { return c })
		draw.Draw(over, over.Rect, layer, image.Point{}, draw.Over)
		for i := range direct.Pix {
			if d := int(direct.Pix[i]) - int(over.Pix[i]); d < -2 || d > 2 {
				t.Fatalf("%v: byte %d: direct %d, over a layer %d", c, i, direct.Pix[i], over.Pix[i])
			}
			if a := layer.Pix[i|3]; layer.Pix[i] > a {
				t.Fatalf("%v: byte %d: %d exceeds its alpha %d", c, i, layer.Pix[i], a)
			}
		}
	}
}

// What a sub-image does not hold stays as it is, and what it holds is the same.
func TestDrawClips(t *testing.T) {
	x := lay(120, Span{Text: english})
	whole, part := canvas(120, 300), canvas(120, 300)
	x.Draw(whole, 0, 0, 1, nil)
	clip := image.Rect(13, 31, 77, 66)
	x.Draw(part.SubImage(clip).(*image.RGBA), 0, 0, 1, nil)
	for y := range 300 {
		for px := range 120 {
			want := whole.RGBAAt(px, y)
			if !image.Pt(px, y).In(clip) {
				want = color.RGBA{}
			}
			if got := part.RGBAAt(px, y); got != want {
				t.Fatalf("%d, %d: got %v, want %v", px, y, got, want)
			}
		}
	}
	x.Draw(part, 1e9, -1e9, 1, nil)
	x.Draw(part, 0, 0, 1e6, nil)
}

// The feet and heads of small letters end on whole pixels.
func TestLettersAreSharp(t *testing.T) {
	for _, size := range []float64{11, 12, 13.5, 15, 18} {
		dst := canvas(60, 40)
		lay(0, Span{Text: "HHxx", Style: Style{Size: size}}).Draw(dst, 4, 8.4, 1, nil)
		rows := 0
		for y := range 40 {
			ink := uint8(0)
			for x := range 60 {
				ink = max(ink, dst.RGBAAt(x, y).A)
			}
			if ink > 0 && ink < 90 {
				t.Errorf("size %g: row %d is a shadow: %d", size, y, ink)
			}
			if ink > 0 {
				rows++
			}
		}
		if want := size * 0.714; float64(rows) < want-0.6 || float64(rows) > want+0.6 {
			t.Errorf("size %g: capitals are %d pixels high, want about %g", size, rows, want)
		}
	}
}

func TestMaskCacheIsBounded(t *testing.T) {
	f := testFonts()
	dst := canvas(600, 100)
	for size := 8.0; size < 60; size += 0.25 {
		f.Layout(Paragraph{Spans: []Span{{Text: english[:60], Style: Style{Size: size}}}}).Draw(dst, 0, 0, 1, nil)
	}
	sum := 0
	for _, m := range []map[maskKey]*mask{f.masks.now, f.masks.old} {
		for _, k := range m {
			sum += len(k.pix) + 96
		}
	}
	if sum > 2*maskBytes+maxKept*maxKept {
		t.Errorf("%d bytes of masks, want at most %d", sum, 2*maskBytes)
	}
	if f.masks.old == nil {
		t.Errorf("%d bytes: the cache was never full", sum)
	}
}
