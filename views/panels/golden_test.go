package panels

import (
	"flag"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefline/views/kit"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

var update = flag.Bool("update", false, "write the golden files anew")

// dump writes what shows in o, an object a line: what it is, where it stands,
// how large it is, what it says, how it is lit. What only arranges others is
// left out.
func dump(o fyne.CanvasObject) string {
	var b strings.Builder
	drawn := map[fyne.CanvasObject]string{}
	var down func(o fyne.CanvasObject, at fyne.Position, level int)
	down = func(o fyne.CanvasObject, at fyne.Position, level int) {
		if a, ok := o.(*Axis); ok {
			drawn = drawings(a)
		}
		if name, says := describe(o); name != "" {
			says += drawn[o]
			s := o.Size()
			fmt.Fprintf(&b, "%s%s %.0f,%.0f %.0fx%.0f%s\n", strings.Repeat("  ", level), name, at.X, at.Y, s.Width, s.Height, says)
			level++
		}
		for _, c := range inside(o) {
			if c.Visible() {
				down(c, at.Add(c.Position()), level)
			}
		}
	}
	down(o, fyne.Position{}, 0)
	return b.String()
}

// drawings says what the pictures of an axis are of.
func drawings(a *Axis) map[fyne.CanvasObject]string {
	out := map[fyne.CanvasObject]string{}
	for k, set := range a.paint.lines {
		for _, l := range set.lines {
			out[l.Raster] = fmt.Sprintf(" %q", k.text)
		}
	}
	for id, b := range a.paint.marks {
		m := b.mark
		out[b.raster] = fmt.Sprintf(" bar of %s, kind %d, fading left %v, right %v", id, m.Item.Look(), m.FadeLeft, m.FadeRight)
	}
	return out
}

// describe names an object and says what it shows; no name for what only
// arranges others.
func describe(o fyne.CanvasObject) (name, says string) {
	switch v := o.(type) {
	case *kit.Text:
		return "text", fmt.Sprintf(" %q", plain(&v.Label))
	case *kit.Label:
		return "label", fmt.Sprintf(" %q", plain(v))
	case *kit.Row:
		return "row", []string{"", " linked", " picked"}[v.State()]
	case *kit.Badge:
		return "badge", fmt.Sprintf(" shape %d %q", v.Shape, v.Letters)
	case *kit.Fill:
		return "fill", ""
	case *kit.Button:
		return "button", fmt.Sprintf(" %q chosen %v", v.Text(), v.Chosen)
	case *Axis:
		return "axis", ""
	case *canvas.Raster:
		return "picture", ""
	case *canvas.Rectangle:
		return "rectangle", ""
	}
	return "", ""
}

// plain is the text of a label with its links in brackets.
func plain(l *kit.Label) string {
	s := strings.NewReplacer("\u2060", "·", "\u200B", "·").Replace(l.String())
	if links := l.Links(); len(links) > 0 {
		s += " [" + strings.Join(links, " ") + "]"
	}
	return s
}

// inside is what an object holds that says more than the object does.
func inside(o fyne.CanvasObject) []fyne.CanvasObject {
	switch v := o.(type) {
	case *kit.Text, *kit.Label, *kit.Badge, *kit.Fill, *kit.Button:
		return nil
	case *fyne.Container:
		return v.Objects
	case *container.Clip:
		return []fyne.CanvasObject{v.Content}
	case fyne.Widget:
		return test.WidgetRenderer(v).Objects()
	}
	return nil
}

// The panels of the bundled briefing, 700 points wide, with an event picked. A
// change of a golden file is read as a change of code is.
func TestGoldenPanels(t *testing.T) {
	d, _ := start(t)
	x := NewIndex(bishkek(t))
	h := x.Relate(Pick{KindEvent, "isil-defeat"})
	card, tl, pos, who, src := NewCard(d, x), NewTimeline(d, x), NewPositions(d, x), NewParticipants(d, x), NewSource(d, x)
	for _, g := range []struct {
		name  string
		panel kit.Block
		light func(*Highlight)
	}{
		{"card", card, card.SetHighlight}, {"timeline", tl, tl.SetHighlight}, {"positions", pos, pos.SetHighlight},
		{"participants", who, who.SetHighlight}, {"source", src, src.SetHighlight},
	} {
		show(g.panel, 700)
		g.light(h)
		compare(t, g.name, dump(g.panel))
	}
	tl.ShowList(true)
	show(tl, 700)
	compare(t, "list", dump(tl))
}

// compare holds text against testdata/NAME.golden and names the first lines
// that differ.
func compare(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	file, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	g, w := strings.Split(got, "\n"), strings.Split(string(file), "\n")
	for i, shown := 0, 0; i < max(len(g), len(w)) && shown < 5; i++ {
		line := func(s []string) string {
			if i < len(s) {
				return s[i]
			}
			return ""
		}
		if line(g) != line(w) {
			t.Errorf("%s:%d: got\n%s\nwant\n%s", path, i+1, line(g), line(w))
			shown++
		}
	}
}

// The timeline's picture: bars, fades, dashes and ticks are the subject.
func TestGoldenPicture(t *testing.T) {
	d, _ := start(t)
	tl := NewTimeline(d, NewIndex(bishkek(t)))
	got := picture(tl, 700, tl.HeightFor(700))
	path := filepath.Join("testdata", "timeline.png")
	if *update {
		f, err := os.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if err := png.Encode(f, got); err != nil {
			t.Fatal(err)
		}
		return
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	file, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	want := image.NewRGBA(file.Bounds())
	draw.Draw(want, want.Rect, file, file.Bounds().Min, draw.Src)
	if got.Rect != want.Rect {
		t.Fatalf("picture is %v, want %v", got.Rect, want.Rect)
	}
	// A processor may round a pixel of a curve otherwise; half a per cent of
	// pixels that clearly differ is a line of text.
	const clearly, share = 24, 200
	differ, first := 0, image.Point{-1, -1}
	for i := 0; i < len(got.Pix); i += 4 {
		for c := range 3 {
			if int(got.Pix[i+c])-int(want.Pix[i+c]) > clearly || int(want.Pix[i+c])-int(got.Pix[i+c]) > clearly {
				if differ++; first.X < 0 {
					first = image.Pt(i/4%got.Rect.Dx(), i/4/got.Rect.Dx())
				}
				break
			}
		}
	}
	if n := got.Rect.Dx() * got.Rect.Dy(); differ*share > n {
		t.Errorf("%d of %d pixels differ, the first at %v, want at most %d", differ, n, first, n/share)
	}
}
