package views

import (
	"bytes"
	"image"
	"os"
	"path/filepath"
	"testing"

	"briefline/app/briefing"
	"briefline/app/briefing/mutants"
	"briefline/app/i18n"
	"briefline/app/sheet"
	"briefline/assets"
	"briefline/views/kit"
	"briefline/views/offscreen"
	"briefline/views/panels"

	"fyne.io/fyne/v2"
)

// hostileFiles are briefings that once closed the window, by name.
func hostileFiles(t testing.TB) map[string][]byte {
	t.Helper()
	names, err := filepath.Glob("../app/briefing/testdata/hostile/*.briefing")
	if err != nil || len(names) == 0 {
		t.Fatalf("no hostile files: %v", err)
	}
	files := map[string][]byte{}
	for _, name := range names {
		if files[filepath.Base(name)], err = os.ReadFile(name); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// drawn paints the window on a briefing, its panels one after the other, and lays
// out its pages.
func drawn(t testing.TB, words *i18n.Catalog, b *briefing.Briefing) {
	t.Helper()
	theme := kit.NewTheme(assets.Fonts(), kit.ModeLight)
	c := offscreen.Start(theme, 1024, 640, 0.5)
	f := newFrame(words, theme, c)
	f.Show(b)
	c.SetContent(f.stage.Window)
	c.Resize(fyne.NewSize(1024, 640))
	x := f.index
	var picks []panels.Pick
	for i := range b.Sources {
		for j := range b.Sources[i].Sentences {
			if j == 0 || j == len(b.Sources[i].Sentences)-1 {
				picks = append(picks, panels.SentencePick(briefing.Ref{Source: i, Sentence: j}))
			}
		}
	}
	for kind, id := range map[panels.Kind]string{
		panels.KindEvent: idOf(b.Events, func(e briefing.Event) string { return e.ID }), panels.KindParticipant: idOf(b.Participants, func(p briefing.Participant) string { return p.ID }),
		panels.KindStatement: idOf(b.Statements, func(s briefing.Statement) string { return s.ID }),
	} {
		if p := (panels.Pick{Kind: kind, ID: id}); x.Has(p) {
			picks = append(picks, p)
		}
	}
	for _, p := range picks {
		f.Pick(p)
		f.Reveal(p)
	}
	if img := offscreen.Paint(c); img.Bounds() == (image.Rectangle{}) {
		t.Error("nothing was painted")
	}
	if _, err := sheet.Lay(b, words, theme.Fonts, sheet.Options{}); err == nil && len(b.Validate()) > 0 {
		t.Error("a briefing with faults was laid out")
	}
}

func idOf[T any](list []T, id func(T) string) string {
	if len(list) == 0 {
		return ""
	}
	return id(list[len(list)-1])
}

// What once closed the window is shown, and so is every mutant of the bundled
// briefing that is read.
func TestHostileBriefingsAreDrawn(t *testing.T) {
	if testing.Short() {
		t.Skip("long: left out of -short")
	}
	words, err := i18n.Load(assets.I18n(), language)
	if err != nil {
		t.Fatal(err)
	}
	for name, file := range hostileFiles(t) {
		b, err := briefing.Read(bytes.NewReader(file))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		drawn(t, words, b)
	}
	n := uint64(25)
	if os.Getenv("BRIEFLINE_TEST_LONG") != "" {
		n = 2000
	}
	for seed := range n {
		b, err := briefing.Read(bytes.NewReader(mutants.Of(assets.Bishkek(), seed)))
		if err != nil {
			continue
		}
		func() {
			defer func() {
				if r := recover(); r != nil {
					t.Errorf("mutant %d: panic: %v", seed, r)
				}
			}()
			drawn(t, words, b)
		}()
	}
}

// FuzzDraw paints the window and lays out the pages of whatever Read accepts.
func FuzzDraw(f *testing.F) {
	words, err := i18n.Load(assets.I18n(), language)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(assets.Bishkek(), uint64(0))
	for _, file := range hostileFiles(f) {
		f.Add(file, uint64(1))
	}
	f.Fuzz(func(t *testing.T, file []byte, seed uint64) {
		if seed > 0 {
			file = mutants.Of(file, seed)
		}
		b, err := briefing.Read(bytes.NewReader(file))
		if err != nil {
			return
		}
		drawn(t, words, b)
	})
}
