package paper

import (
	"bytes"
	"image"
	"image/color"
	"testing"

	"briefline/app/briefing"
	"briefline/app/i18n"
	"briefline/app/sheet"
	"briefline/app/typeset"
	"briefline/assets"
)

var (
	black = sheet.Color{}
	none  = sheet.Color{None: true}
)

// page is a page of 100 by 100 points with the given shapes.
func page(shapes ...*sheet.Shape) *sheet.Page {
	p := &sheet.Page{W: 100, H: 100}
	for _, s := range shapes {
		p.Marks = append(p.Marks, s)
	}
	return p
}

// dark is how black a pixel is, 0 to 255.
func dark(img *image.RGBA, x, y int) int {
	return 255 - int(color.GrayModel.Convert(img.At(x, y)).(color.Gray).Y)
}

func TestShapes(t *testing.T) {
	tests := []struct {
		name    string
		shape   sheet.Shape
		full    [][2]int // black
		empty   [][2]int // white
		between [][2]int // neither
	}{
		{"a filled box", sheet.Shape{X: 20, Y: 20, W: 40, H: 20, Fill: black, Stroke: none},
			[][2]int{{21, 21}, {58, 38}}, [][2]int{{18, 30}, {62, 30}}, nil},
		{"round corners are cut", sheet.Shape{X: 20, Y: 20, W: 40, H: 20, Radius: 10, Fill: black, Stroke: none},
			[][2]int{{40, 30}}, [][2]int{{20, 20}, {59, 39}}, nil},
		{"a fade loses strength", sheet.Shape{X: 0, Y: 0, W: 100, H: 20, Fill: black, Stroke: none, Fade: []sheet.Stop{{At: 0, Strength: 1}, {At: 1, Strength: 0}}},
			nil, [][2]int{{99, 10}}, [][2]int{{50, 10}}},
		{"only the edge", sheet.Shape{X: 20, Y: 20, W: 40, H: 40, Fill: none, Stroke: black, StrokeWidth: 2},
			[][2]int{{20, 40}}, [][2]int{{40, 40}, {10, 10}}, nil},
		{"lines rising to the right", sheet.Shape{X: 20, Y: 20, W: 60, H: 60, Fill: none, Stroke: black, Hatch: sheet.HatchDiagonal},
			nil, [][2]int{{10, 50}}, nil},
		{"a line", sheet.Shape{Fill: none, Stroke: black, StrokeWidth: 2, Poly: [][2]float64{{10, 50}, {90, 50}}},
			[][2]int{{50, 49}, {50, 50}}, [][2]int{{50, 40}, {95, 50}}, nil},
		{"a triangle", sheet.Shape{Fill: black, Stroke: none, Poly: [][2]float64{{10, 10}, {90, 10}, {50, 90}}},
			[][2]int{{50, 40}}, [][2]int{{12, 80}}, nil},
	}
	for _, tt := range tests {
		img := Paint(page(&tt.shape), 1)
		for _, p := range tt.full {
			if got := dark(img, p[0], p[1]); got < 250 {
				t.Errorf("%s: at %v %d dark, want black", tt.name, p, got)
			}
		}
		for _, p := range tt.empty {
			if got := dark(img, p[0], p[1]); got > 8 {
				t.Errorf("%s: at %v %d dark, want white", tt.name, p, got)
			}
		}
		for _, p := range tt.between {
			if got := dark(img, p[0], p[1]); got < 60 || got > 200 {
				t.Errorf("%s: at %v %d dark, want grey", tt.name, p, got)
			}
		}
	}
}

// Patterns and dashes are neither full nor empty, and stay inside the shape.
func TestPatterns(t *testing.T) {
	share := func(s sheet.Shape, x0, y0, x1, y1 int) float64 {
		img, sum := Paint(page(&s), 2), 0
		for y := y0; y < y1; y++ {
			for x := x0; x < x1; x++ {
				sum += dark(img, x, y)
			}
		}
		return float64(sum) / 255 / float64((x1-x0)*(y1-y0))
	}
	for name, h := range map[string]sheet.Hatch{"diagonal": sheet.HatchDiagonal, "dots": sheet.HatchDots} {
		s := sheet.Shape{X: 10, Y: 10, W: 60, H: 60, Fill: none, Stroke: black, Hatch: h}
		if got := share(s, 40, 40, 100, 100); got < 0.03 || got > 0.6 {
			t.Errorf("%s: %.2f of the shape is dark, want a pattern", name, got)
		}
		if got := share(s, 150, 20, 190, 140); got != 0 {
			t.Errorf("%s: %.2f of what is beside the shape is dark, want 0", name, got)
		}
	}
	dashed := sheet.Shape{Fill: none, Stroke: black, StrokeWidth: 2, Dash: []float64{4, 4}, Poly: [][2]float64{{0, 50}, {100, 50}}}
	if got := share(dashed, 0, 99, 200, 101); got < 0.35 || got > 0.65 {
		t.Errorf("dashes: %.2f of the line is dark, want half", got)
	}
}

// Whatever the briefing holds, its pages can be shown at any size.
func TestPagesOfTheBriefing(t *testing.T) {
	b, err := briefing.Read(bytes.NewReader(assets.Bishkek()))
	if err != nil {
		t.Fatal(err)
	}
	words, err := i18n.Load(assets.I18n(), "en")
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range []sheet.Options{{}, {Paper: sheet.Letter, Mono: true}, {Large: true}, {Poster: true, PosterPaper: sheet.A3}} {
		doc, err := sheet.Lay(b, words, typeset.Open(assets.Fonts()), o)
		if err != nil {
			t.Fatal(err)
		}
		for i, p := range doc.Pages {
			for _, scale := range []float64{0.05, 1} {
				img := Paint(p, scale)
				ink := 0
				for y := img.Rect.Min.Y; y < img.Rect.Max.Y; y++ {
					for x := img.Rect.Min.X; x < img.Rect.Max.X; x++ {
						ink += dark(img, x, y)
					}
				}
				if ink == 0 {
					t.Errorf("%+v: page %d at %v is blank", o, i+1, scale)
				}
			}
		}
	}
}
