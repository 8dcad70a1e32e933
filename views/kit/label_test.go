package kit

import (
	"image"
	"image/color"
	"testing"

	"briefline/app/typeset"
)

const sample = "Kyrgyz minister speaks of a new security agreement with Iran, the second since 2016"

// Measuring again and again, at the width shown, another and on one line, as
// columns do, shapes the text once for each.
func TestLabelKeepsItsLayouts(t *testing.T) {
	start(t)
	l := NewBlock(Plain(sample, Body, RoleInk)...)
	l.Balance = true
	first := l.layout(300)
	measure := func() { l.HeightFor(300); l.HeightFor(210); l.Natural() }
	measure()
	if n := testing.AllocsPerRun(20, measure); n != 0 {
		t.Errorf("measuring again allocates %v times, want 0", n)
	}
	if l.layout(300) != first {
		t.Error("the text was shaped anew for a width that it had")
	}
	for w := float32(100); w < 200; w++ {
		l.HeightFor(w)
	}
	if n := len(l.laid); n > maxLaid {
		t.Errorf("%d layouts are kept, want at most %d", n, maxLaid)
	}
	before := l.HeightFor(300)
	l.SetPieces(Plain("short", Body, RoleInk)...)
	if after := l.HeightFor(300); after >= before {
		t.Errorf("height of a shorter text = %v, want less than %v", after, before)
	}
}

// A balanced headline takes no more lines and no more than its width, and its
// lines differ less.
func TestLabelBalance(t *testing.T) {
	start(t)
	spread := func(x *typeset.Text) float64 {
		least, most := x.Lines[0].Width, x.Lines[0].Width
		for _, l := range x.Lines {
			least, most = min(least, l.Width), max(most, l.Width)
		}
		return most - least
	}
	ragged := NewBlock(Plain(sample, Headline, RoleInk)...)
	even := NewBlock(Plain(sample, Headline, RoleInk)...)
	even.Balance = true
	better := 0
	for w := float32(400); w <= 1100; w += 50 {
		a, b := ragged.layout(w), even.layout(w)
		if len(a.Lines) != len(b.Lines) {
			t.Errorf("width %v: %d lines, want %d", w, len(b.Lines), len(a.Lines))
		}
		if b.Width > float64(w) || spread(b) > spread(a)+0.01 {
			t.Errorf("width %v: lines differ by %.0f and are %.0f wide, unbalanced by %.0f", w, spread(b), b.Width, spread(a))
		}
		if spread(b) < spread(a)-1 {
			better++
		}
	}
	if better < 5 {
		t.Errorf("balancing helped at %d of 15 widths, want at least 5", better)
	}
}

func TestLabelMaxLines(t *testing.T) {
	start(t)
	l := NewLabel(sample, Body, RoleInk)
	if x := l.layout(120); len(x.Lines) != 1 || !x.Truncated || x.Width > 120 {
		t.Errorf("one line of 120: %d lines, cut %v, %.0f wide", len(x.Lines), x.Truncated, x.Width)
	}
	if h, n := l.HeightFor(120), l.Natural().Height; h != n {
		t.Errorf("height cut = %v, want that of a line, %v", h, n)
	}
}

// count returns how many pixels have exactly a colour.
func count(img image.Image, c color.NRGBA) (n int) {
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			if color.NRGBAModel.Convert(img.At(x, y)) == color.Color(c) {
				n++
			}
		}
	}
	return n
}

// What is laid behind a text, and when.
func TestLabelBackgrounds(t *testing.T) {
	th := start(t)
	p := th.Palette()
	x := show(NewText(passage()...), 600, 30)
	paint := func() image.Image { return x.paint(600, 30) }
	if n := count(paint(), p[RoleChip]); n < 200 {
		t.Errorf("%d pixels of pills, want some 500", n)
	}
	if n := count(paint(), p[RoleHighlight]) + count(paint(), p[RoleSelect]); n != 0 {
		t.Errorf("%d pixels lit up before anything is", n)
	}
	x.SetRanges([]Range{{0, 4, RoleHighlight}})
	if n := count(paint(), p[RoleHighlight]); n < 100 {
		t.Errorf("%d pixels behind evidence, want some 400", n)
	}
	drag(x, 0, 8, 90, 8)
	if n := count(paint(), p[RoleSelect]); n < 100 {
		t.Errorf("%d pixels behind selected words, want some 1000", n)
	}
	pills := count(paint(), p[RoleChip])
	x.SetCurrent("sentence:0.5")
	if now := count(paint(), p[RoleChip]); now >= pills || now < 100 {
		t.Errorf("%d pixels of plain pills with one of two chosen, had %d", now, pills)
	}
	if n := count(paint(), p[RoleAccent]); n < 100 {
		t.Errorf("%d pixels of the chosen pill, want some 250", n)
	}
	// The picture is the palette's, whenever it is painted.
	th.Mode = ModeDark
	if n := count(paint(), Dark[RoleChip]); n < 100 {
		t.Errorf("dark: %d pixels of pills, want some 250", n)
	}
}

// A label without a size, and one of nothing, is painted as an empty picture.
func TestLabelOfNothing(t *testing.T) {
	start(t)
	for _, l := range []*Label{NewBlock(), NewLabel("", Body, RoleInk)} {
		show(l, 0, 0)
		if b := l.paint(0, 0).Bounds(); b.Empty() {
			t.Errorf("picture is %v, want one pixel", b)
		}
		if h := l.HeightFor(100); h < 0 || h > 40 {
			t.Errorf("height = %v, want no more than a line", h)
		}
	}
}
