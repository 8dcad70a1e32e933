package views

import (
	"image/png"
	"os"
	"strings"
	"testing"

	"briefline/app/about"
	"briefline/assets"
	"briefline/views/kit"
	"briefline/views/offscreen"

	"fyne.io/fyne/v2"
)

var aProgram = about.Program{Version: "1.2.3", Build: 4, Commit: "8e8638d0a1b2"}

// aboutTexts are all words that the view shows.
func aboutTexts(f *Frame) string {
	var b strings.Builder
	walk(f.about().root, func(o fyne.CanvasObject, _ fyne.Position) bool {
		switch v := o.(type) {
		case *kit.Label:
			b.WriteString(v.String() + "\n")
		case *kit.Text:
			b.WriteString(v.String() + "\n")
		}
		return true
	})
	return b.String()
}

func TestAbout(t *testing.T) {
	f := start(t)
	f.program = aProgram
	f.openAbout()
	if got := aboutTexts(f); !strings.Contains(got, "1.2.3") || !strings.Contains(got, "4") || !strings.Contains(got, "8e8638d0a1b2") {
		t.Errorf("got %q, want version, build and commit", got)
	}
	licences, _, err := about.ReadLicences(assets.Licences())
	if err != nil {
		t.Fatal(err)
	}
	v := f.about()
	if len(v.shown) != len(licences) {
		t.Fatalf("got %d licences, want %d", len(v.shown), len(licences))
	}

	// What is searched for is found in names, kinds and texts alike.
	for _, tt := range []struct {
		words string
		least int
		most  int
	}{
		{"fyne.io/systray", 1, 1},
		{"VAZIRMATN ofl", 1, 1}, // a name and a kind
		{"reserved font name", 1, len(licences) - 1},
		{"no such licence", 0, 0},
		{"", len(licences), len(licences)},
	} {
		v.field.SetText(tt.words)
		if n := len(v.shown); n < tt.least || n > tt.most {
			t.Errorf("%q: got %d licences, want %d to %d", tt.words, n, tt.least, tt.most)
		}
		if n := len(v.list.Objects()); n != len(v.shown) {
			t.Errorf("%q: got %d blocks for %d licences", tt.words, n, len(v.shown))
		}
	}

	// A licence opens by the keyboard, and closes again.
	v.field.SetText("vazirmatn")
	before := v.list.HeightFor(700)
	v.rover.FocusGained()
	v.rover.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := aboutTexts(f); !strings.Contains(got, "SIL OPEN FONT LICENSE") {
		t.Error("the text of the licence does not show")
	}
	if h := v.list.HeightFor(700); h < before+300 {
		t.Errorf("got %g points high, want room for the text over %g", h, before)
	}
	v.rover.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if h := v.list.HeightFor(700); h != before {
		t.Errorf("closed: got %g points high, want %g", h, before)
	}

	f.stage.Key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if f.about() != nil {
		t.Error("Escape does not close the view")
	}
}

// The longest text of all opens in a moment and is painted only where it shows.
func TestAboutLongLicence(t *testing.T) {
	f := start(t)
	f.openAbout()
	f.canvas.(*recorder).window.SetContent(f.stage.Window)
	longest := f.about().entries[0]
	for _, e := range f.about().entries {
		if len(e.licence.Text) > len(longest.licence.Text) {
			longest = e
		}
	}
	f.about().toggle(longest)
	shown := 0
	walk(longest.text, func(o fyne.CanvasObject, _ fyne.Position) bool {
		if text, ok := o.(*kit.Text); ok && text.Visible() {
			shown++
			if h := text.Size().Height; h > 3000 {
				t.Errorf("a paragraph is %g points high", h)
			}
		}
		return true
	})
	if all := len(longest.text.Objects()); all < 20 || shown > all/2 {
		t.Errorf("got %d of %d paragraphs to paint, want those in view", shown, all)
	}
}

// With BRIEFLINE_PICTURES set to a folder, pictures of the view are left there.
func TestAboutPicture(t *testing.T) {
	dir := os.Getenv("BRIEFLINE_PICTURES")
	if dir == "" {
		t.Skip("BRIEFLINE_PICTURES is not set")
	}
	picture(t, dir+"/about.png", func(f *Frame) {
		f.program = aProgram
		f.openAbout()
		f.about().toggle(f.about().entries[1])
	})
	for _, width := range []float32{1360, 720} {
		name := map[float32]string{1360: "/hint.png", 720: "/hint-narrow.png"}[width]
		picture(t, dir+name, func(f *Frame) {
			f.canvas.(offscreen.Canvas).Resize(fyne.NewSize(width, 860))
			f.hint.Show()
			f.reflow()
		})
	}
}

func picture(t *testing.T, name string, change func(*Frame)) {
	t.Helper()
	theme := kit.NewTheme(assets.Fonts(), kit.ModeLight)
	c := offscreen.Start(theme, 1360, 860, 1)
	f := newFrame(start(t).words, theme, c)
	offscreen.Start(theme, 1360, 860, 1)
	f.Show(bishkek(t))
	c.SetContent(f.stage.Window)
	c.Resize(fyne.NewSize(1360, 860))
	change(f)
	file, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if err := png.Encode(file, offscreen.Paint(c)); err != nil {
		t.Fatal(err)
	}
}
