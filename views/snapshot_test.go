package views

import (
	"briefline/app/desk"
	"bytes"
	"image"
	"testing"

	"briefline/app/i18n"
	"briefline/assets"
	"briefline/views/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func snapshot(t testing.TB, o desk.Picture) *image.NRGBA {
	t.Helper()
	o.Briefing = bishkek(t)
	img, err := Snapshot(o)
	if err != nil {
		t.Fatal(err)
	}
	n, ok := img.(*image.NRGBA)
	if !ok {
		t.Fatalf("picture is a %T", img)
	}
	return n
}

// A picture is as large as was asked for, the same every time, and shows the
// theme and the selection.
func TestSnapshot(t *testing.T) {
	if testing.Short() {
		t.Skip("long: left out of -short")
	}
	base := desk.Picture{Width: 1024, Height: 640, Scale: 1}
	light := snapshot(t, base)
	if light.Rect.Dx() != 1024 || light.Rect.Dy() != 640 {
		t.Errorf("picture is %v, want 1024 by 640", light.Rect)
	}
	if !bytes.Equal(snapshot(t, base).Pix, light.Pix) {
		t.Error("the same window is another picture the second time")
	}
	share := func(p *image.NRGBA, palette *kit.Palette) (n float64) {
		for i := 0; i < len(p.Pix); i += 4 {
			for _, r := range []kit.Role{kit.RolePaper, kit.RoleSurface} {
				if c := palette[r]; p.Pix[i] == c.R && p.Pix[i+1] == c.G && p.Pix[i+2] == c.B {
					n++
				}
			}
		}
		return n / float64(len(p.Pix)/4)
	}
	if s := share(light, &kit.Light); s < 0.5 {
		t.Errorf("light: %.0f %% is paper or card, want most", 100*s)
	}
	dark := base
	dark.Dark = true
	if s := share(snapshot(t, dark), &kit.Dark); s < 0.5 {
		t.Errorf("dark: %.0f %% is paper or card, want most", 100*s)
	}
	for _, id := range []string{"isil-defeat", "iran", "q13", "k2", "check-isil", "S10"} {
		sel := base
		sel.Select = id
		if bytes.Equal(snapshot(t, sel).Pix, light.Pix) {
			t.Errorf("%s selected: the picture is as without", id)
		}
	}
	sel := base
	sel.Select = "no-such"
	if !bytes.Equal(snapshot(t, sel).Pix, light.Pix) {
		t.Error("an ID that is not there changes the picture")
	}
	sharp := base
	sharp.Scale = 2
	if got := snapshot(t, sharp).Rect; got.Dx() != 2048 || got.Dy() != 1280 {
		t.Errorf("two pixels a point: picture is %v, want 2048 by 1280", got)
	}
}

// BenchmarkFrameShow builds and lays out the content of a window.
func BenchmarkFrameShow(b *testing.B) {
	words, err := i18n.Load(assets.I18n(), language)
	if err != nil {
		b.Fatal(err)
	}
	theme := kit.NewTheme(assets.Fonts(), kit.ModeLight)
	test.NewTempApp(b).Settings().SetTheme(theme)
	br := bishkek(b)
	b.ReportAllocs()
	for b.Loop() {
		w := test.NewWindow(nil)
		w.SetPadded(false)
		f := newFrame(words, theme, w.Canvas())
		f.Show(br)
		w.SetContent(f.root)
		w.Resize(fyne.NewSize(1360, 860))
		w.Close()
	}
}

// BenchmarkSnapshot is the whole of it: fonts, words, layout and painting.
func BenchmarkSnapshot(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		snapshot(b, desk.Picture{Width: 1360, Height: 860, Scale: 1})
	}
}
