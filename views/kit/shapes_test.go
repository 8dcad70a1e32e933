package kit

import (
	"image"
	"image/color"
	"testing"
)

var ink = color.NRGBA{R: 0x10, G: 0x20, B: 0x30, A: 0xFF}

func canvasOf(w, h int) *image.RGBA { return image.NewRGBA(image.Rect(0, 0, w, h)) }

func alpha(img *image.RGBA, x, y int) uint8 { return img.RGBAAt(x, y).A }

func TestFillRound(t *testing.T) {
	img := canvasOf(40, 20)
	FillRound(img, 0, 0, 40, 20, 10, ink)
	for _, tt := range []struct {
		x, y int
		want uint8
	}{{0, 0, 0}, {39, 0, 0}, {0, 19, 0}, {39, 19, 0}, {20, 10, 255}, {1, 10, 255}, {20, 0, 255}} {
		if got := alpha(img, tt.x, tt.y); got != tt.want {
			t.Errorf("at %d,%d: alpha = %d, want %d", tt.x, tt.y, got, tt.want)
		}
	}
	if got := img.RGBAAt(20, 10); got != (color.RGBA{R: 0x10, G: 0x20, B: 0x30, A: 0xFF}) {
		t.Errorf("colour = %v, want %v", got, ink)
	}
	// Half a pixel is half covered.
	half := canvasOf(10, 10)
	FillRound(half, 0, 0, 5.5, 10, 0, ink)
	if got := alpha(half, 5, 5); got < 120 || got > 136 {
		t.Errorf("half a pixel: alpha = %d, want about 128", got)
	}
	// Outside the picture, of no size, or of no colour: nothing happens.
	for _, f := range []func(*image.RGBA){
		func(i *image.RGBA) { FillRound(i, 100, 100, 5, 5, 1, ink) },
		func(i *image.RGBA) { FillRound(i, 2, 2, 0, 5, 1, ink) },
		func(i *image.RGBA) { FillRound(i, 2, 2, 5, -5, 1, ink) },
		func(i *image.RGBA) { FillRound(i, 2, 2, 5, 5, 1, color.NRGBA{}) },
		func(i *image.RGBA) { FillPolygon(i, [][2]float64{{0, 0}, {5, 5}}, ink) },
	} {
		img := canvasOf(10, 10)
		f(img)
		for i, v := range img.Pix {
			if v != 0 {
				t.Fatalf("byte %d = %d, want an empty picture", i, v)
			}
		}
	}
	FillRound(canvasOf(10, 10), -50, -50, 1000, 1000, 5, ink) // far beyond the edges
}

// runs counts how often a row goes from clear to filled.
func runs(img *image.RGBA, y int) (n int) {
	was := false
	for x := range img.Rect.Dx() {
		is := alpha(img, x, y) > 128
		if is && !was {
			n++
		}
		was = is
	}
	return n
}

func TestStrokeRound(t *testing.T) {
	whole := canvasOf(100, 20)
	StrokeRound(whole, 0, 0, 100, 20, 10, 2, 0, ink)
	if got := runs(whole, 0); got != 1 {
		t.Errorf("a whole edge: %d pieces, want 1", got)
	}
	if got := alpha(whole, 50, 10); got != 0 {
		t.Errorf("inside the edge: alpha = %d, want 0", got)
	}
	if got := runs(whole, 10); got != 2 {
		t.Errorf("across the middle: %d edges, want 2", got)
	}
	dashed := canvasOf(100, 20)
	StrokeRound(dashed, 0, 0, 100, 20, 10, 2, 8, ink)
	if got := runs(dashed, 0); got < 5 {
		t.Errorf("a dashed edge: %d pieces, want at least 5", got)
	}
	// The ends stay whole.
	for y := 8; y < 12; y++ {
		if alpha(dashed, 0, y) < 128 || alpha(dashed, 99, y) < 128 {
			t.Errorf("row %d: the ends are broken", y)
		}
	}
	// Too short for dashes: whole. What lies below a dashed edge stays.
	short := canvasOf(20, 20)
	FillRound(short, 0, 0, 20, 20, 0, ink)
	red := color.NRGBA{R: 0xFF, A: 0xFF}
	StrokeRound(short, 0, 0, 20, 20, 10, 2, 8, red)
	if got := short.RGBAAt(10, 0); got.R < 200 {
		t.Errorf("short edge: %v, want it whole", got)
	}
	under := canvasOf(100, 20)
	FillRound(under, 0, 0, 100, 20, 0, ink)
	StrokeRound(under, 0, 0, 100, 20, 10, 2, 8, red)
	for x := range 100 {
		if alpha(under, x, 0) != 255 {
			t.Fatalf("at %d: the gaps cut into what lies below", x)
		}
	}
	StrokeRound(canvasOf(3, 3), 0, 0, 3, 3, 5, 2, 0, ink) // thicker than the shape
}

// Sides and kinds can be told apart without their colours: any two shapes of
// one size differ in at least a twentieth of the square.
func TestShapesDiffer(t *testing.T) {
	shapes := map[string]Shape{
		"circle": ShapeCircle, "square": ShapeSquare, "diamond": ShapeDiamond, "triangle": ShapeTriangle, "hexagon": ShapeHexagon,
	}
	for _, size := range []int{11, 32} {
		drawn := map[string]*image.RGBA{}
		for name, s := range shapes {
			img := canvasOf(size, size)
			paintShape(img, s, float64(size), float64(size), 3, ink)
			drawn[name] = img
			if alpha(img, size/2, size/2) != 255 {
				t.Errorf("%s of %d: its middle is not filled", name, size)
			}
			for other, o := range drawn {
				differ := 0
				for y := range size {
					for x := range size {
						if (alpha(img, x, y) > 128) != (alpha(o, x, y) > 128) {
							differ++
						}
					}
				}
				if other != name && differ*20 < size*size {
					t.Errorf("%s and %s of %d differ in %d of %d pixels", name, other, size, differ, size*size)
				}
			}
		}
	}
}

func TestSideShape(t *testing.T) {
	seen := map[Shape]int{}
	for n := -1; n < 4; n++ {
		if m, ok := seen[SideShape(n)]; ok {
			t.Errorf("sides %d and %d have one shape", m, n)
		}
		seen[SideShape(n)] = n
	}
	// More sides than shapes: colours end too, so names tell them apart.
	if SideShape(4) == SideShape(-1) || Side(4) != RoleOther || Side(-1) != RoleOther || Side(3) != RoleSideD {
		t.Errorf("fifth side: %v, %v; none: %v; fourth: %v", SideShape(4), Side(4), Side(-1), Side(3))
	}
}

func TestBadgePicture(t *testing.T) {
	th := start(t)
	p := th.Palette()
	plain := show(NewBadge(ShapeCircle, RoleSideA, ""), 32, 32)
	lettered := show(NewBadge(ShapeCircle, RoleSideA, "AR"), 32, 32)
	a, b := plain.paint(64, 64).(*image.RGBA), lettered.paint(64, 64).(*image.RGBA)
	if alpha(a, 0, 0) != 0 || alpha(a, 32, 32) != 255 {
		t.Errorf("corner %d, middle %d, want 0, 255", alpha(a, 0, 0), alpha(a, 32, 32))
	}
	if count(a, p[RoleOnSide]) != 0 || count(b, p[RoleOnSide]) < 40 {
		t.Errorf("pixels of letters: %d without, %d with, want none, many", count(a, p[RoleOnSide]), count(b, p[RoleOnSide]))
	}
	if NewBadge(ShapeCircle, RoleSideA, "AR").paint(0, 0).Bounds().Empty() {
		t.Error("a badge without a size is painted as no picture at all")
	}
}
