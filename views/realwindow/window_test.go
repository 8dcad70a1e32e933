//go:build linux && !headless

package realwindow

import (
	"bytes"
	"encoding/json"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"briefline/assets"
	"briefline/views/kit"
)

// light is a window whose picture is known: no theme of the desktop in it, no
// hint for newcomers, and no column of a library, which a snapshot does not have.
const light = `{"theme": "light", "width": 1360, "height": 860, "hintClosed": true, "libraryHidden": true}`

// Parts of a window, on whose places all sizes agree.
const (
	sideWidth = 280 // of the side panel, at least
	barHigh   = 52
	statusBar = 26
)

func mainPart(img *image.RGBA) image.Rectangle {
	return image.Rect(0, barHigh, img.Rect.Dx()*7/10, img.Rect.Dy()-statusBar)
}

func sidePart(img *image.RGBA) image.Rectangle {
	return image.Rect(img.Rect.Dx()-sideWidth, barHigh, img.Rect.Dx(), img.Rect.Dy()-statusBar)
}

func statusPart(img *image.RGBA) image.Rectangle {
	return image.Rect(0, img.Rect.Dy()-statusBar+2, img.Rect.Dx(), img.Rect.Dy())
}

// statedBar finds the bar of the one event that the bundled article dates by
// itself: the only thing filled with the accent colour that is as high as a bar.
func statedBar(img *image.RGBA, p *kit.Palette) (blob, bool) {
	for _, b := range blobs(img, mainPart(img), p[kit.RoleAccent]) {
		if b.Dy() >= 10 && b.Dy() <= 16 && b.Dx() >= 30 && b.full(0.9) {
			return b, true
		}
	}
	return blob{}, false
}

// shows reports whether all of the window is painted in a palette.
func shows(img *image.RGBA, p *kit.Palette) bool {
	_, ok := statedBar(img, p)
	status := statusPart(img)
	return ok && 2*count(img, status, p[kit.RoleSurface]) > status.Dx()*status.Dy()
}

func painted(img *image.RGBA) bool { return shows(img, &kit.Light) || shows(img, &kit.Dark) }

// notices are the strips in the colour of warnings, from the top down: the
// card's own, and above it what went wrong.
func notices(img *image.RGBA) []blob {
	return slices.DeleteFunc(blobs(img, mainPart(img), kit.Light[kit.RoleWarnBack]), func(b blob) bool { return b.Dx() < 400 })
}

func middle(r image.Rectangle) image.Point { return r.Min.Add(r.Max).Div(2) }

func TestClickedEventShowsItsSentence(t *testing.T) {
	p, first := start(t, newHome(t, `{"theme": "light", "width": 1360, "height": 860, "tab": "source"}`))
	side, mark := sidePart(first), kit.Light[kit.RoleHighlight]
	if n := count(first, side, mark); n != 0 {
		t.Fatalf("before the click: %d pixels of the highlight in the side panel, want none; see %s", n, keep(t, "first", first))
	}
	bar, _ := statedBar(first, &kit.Light)
	lit := func(img *image.RGBA) bool { return count(img, side, mark) > 400 }

	p.click(middle(bar.Rectangle), 1, 1)
	p.await("the sentence of the clicked event to be highlighted", lit, first)
	p.key("Escape")
	p.await("Escape to clear the highlight", func(img *image.RGBA) bool { return count(img, side, mark) == 0 }, first)

	// The words that are lit up, copied as a person would, are the evidence.
	p.click(middle(bar.Rectangle), 1, 1)
	img := p.await("the sentence to be highlighted again", lit, first)
	from, to := litWords(img, side)
	got, want := p.copied(from, to), evidence(t, "agreement-2016")
	if got != want {
		t.Errorf("copied %q, want %q; see %s", got, want, keep(t, "copied", p.picture()))
	}
}

// litWords returns where the highlighted words begin and end.
func litWords(img *image.RGBA, side image.Rectangle) (from, to image.Point) {
	mark := kit.Light[kit.RoleHighlight]
	all := image.Rectangle{}
	for _, b := range blobs(img, side, mark) {
		all = all.Union(b.Rectangle)
	}
	const half = 8 // of a line
	from, to = image.Pt(all.Max.X, all.Min.Y+half), image.Pt(all.Min.X, all.Max.Y-half)
	each(img, image.Rect(all.Min.X, all.Min.Y, all.Max.X, all.Min.Y+half), mark, func(x, _ int) { from.X = min(from.X, x) })
	each(img, image.Rect(all.Min.X, all.Max.Y-half, all.Max.X, all.Max.Y), mark, func(x, _ int) { to.X = max(to.X, x) })
	return from, to
}

// evidence returns the words of the bundled article that an event rests on.
func evidence(t *testing.T, event string) string {
	t.Helper()
	var b struct {
		Events []struct {
			ID       string
			Evidence []struct{ Exact string }
		}
	}
	if err := json.Unmarshal(assets.Bishkek(), &b); err != nil {
		t.Fatal(err)
	}
	for _, e := range b.Events {
		if e.ID == event && len(e.Evidence) == 1 {
			return strings.Join(strings.Fields(e.Evidence[0].Exact), " ")
		}
	}
	t.Fatalf("no event %s with one piece of evidence", event)
	return ""
}

func TestWheelZoomsAndDoubleClickFits(t *testing.T) {
	p, first := start(t, newHome(t, light))
	bar, _ := statedBar(first, &kit.Light)
	free := image.Pt(bar.Max.X+30, middle(bar.Rectangle).Y) // in its lane, before the next event
	p.click(free, 1, 1)
	base := p.await("the ring of the keyboard around the timeline", func(img *image.RGBA) bool {
		return painted(img) && strangers(img, first, mainPart(img)) > 0.001
	}, first)

	p.xdo("keydown", "ctrl")
	p.click(free, 4, 4)
	p.xdo("keyup", "ctrl")
	p.await("the wheel with Control to zoom in about the pointer", func(img *image.RGBA) bool {
		b, ok := statedBar(img, &kit.Light)
		return ok && 3*(free.X-bar.Max.X) < 2*(free.X-b.Max.X)
	}, base)
	p.click(free, 1, 2)
	p.await("a double click to show everything again", func(img *image.RGBA) bool {
		return strangers(img, base, mainPart(img)) < 0.0002
	}, base)
}

func TestSearchPicksByKeyboard(t *testing.T) {
	p, first := start(t, newHome(t, light))
	size, side := first.Rect.Size(), sidePart(first)
	plain, picked := p.snapshot(size), p.snapshot(size, "--select", "junushaliev")
	if s := strangers(plain, picked, side); s < 0.02 {
		t.Fatalf("snapshots with and without the minister picked: %.4f of the side panel differs, want more", s)
	}
	p.await("the side panel of the snapshot", func(img *image.RGBA) bool { return strangers(img, plain, side) < 0.002 }, plain)

	p.key("ctrl+k")
	p.xdo("type", "--delay", "30", "junush")
	p.await("a list of results", func(img *image.RGBA) bool { return strangers(img, first, mainPart(img)) > 0.02 }, first)
	p.key("Return")
	p.await("the Kyrgyz minister to be picked", func(img *image.RGBA) bool { return strangers(img, picked, side) < 0.002 }, picked)
}

func TestOpenAsksForAFile(t *testing.T) {
	p, first := start(t, newHome(t, light))
	p.key("ctrl+o")
	p.await("a dialog over the window", func(img *image.RGBA) bool {
		// It dims what is around it.
		return strangers(img, first, mainPart(img)) > 0.02 && count(img, mainPart(img), kit.Light[kit.RolePaper]) == 0
	}, first)
	p.quit()
}

// The pages stand in the window before they are printed, and Escape goes back
// to the panels as they were.
func TestPrintShowsThePages(t *testing.T) {
	p, first := start(t, newHome(t, light))
	p.key("ctrl+p")
	pages := p.await("a white page on the paper's colour", func(img *image.RGBA) bool {
		// The sheet is white where the card was, and has ink on it.
		part := mainPart(img)
		white := count(img, part, color.NRGBA{R: 0xFF, G: 0xFF, B: 0xFF, A: 0xFF})
		return strangers(img, first, part) > 0.05 && white > part.Dx()*part.Dy()/3 &&
			count(img, part, kit.Light[kit.RoleAccent]) > 100 && count(img, sidePart(img), kit.Light[kit.RoleAccent]) > 100
	}, first)
	p.key("Escape")
	p.await("the panels again", func(img *image.RGBA) bool { return strangers(img, first, mainPart(img)) == 0 }, first, pages)
	p.quit()
}

func TestWindowComesBackAsItWas(t *testing.T) {
	h, size := newHome(t, `{"hintClosed": true, "libraryHidden": true}`), image.Pt(1180, 760)
	p, first := start(t, h)
	if first.Rect.Size() == size {
		t.Fatalf("a first start has the size %v already", size)
	}
	p.xdo("windowsize", p.id, "1180", "760")
	img := p.await("the new size", func(img *image.RGBA) bool { return img.Rect.Size() == size && painted(img) }, first)
	for range 3 { // system, light, dark
		if shows(img, &kit.Dark) {
			break
		}
		before := img
		p.click(themeSwitch(img), 1, 1)
		img = p.await("the switch of the theme to change its words", func(img *image.RGBA) bool {
			return painted(img) && strangers(img, before, statusPart(img)) > 0
		}, before)
	}
	if !shows(img, &kit.Dark) {
		t.Fatalf("the switch of the theme never came to dark; see %s", keep(t, "theme", img))
	}
	p.quit()

	p, img = start(t, h)
	if got := img.Rect.Size(); got != size {
		t.Errorf("started again: size %v, want %v", got, size)
	}
	if !shows(img, &kit.Dark) {
		t.Errorf("started again: not dark; see %s", keep(t, "again", img))
	}
	p.quit()
}

// themeSwitch finds the words at the right end of the status bar.
func themeSwitch(img *image.RGBA) image.Point {
	part, back := statusPart(img), img.RGBAAt(img.Rect.Dx()/2, img.Rect.Dy()-2)
	part.Min.X = part.Max.X - 120
	var words image.Rectangle
	for y := part.Min.Y + 4; y < part.Max.Y-4; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			if img.RGBAAt(x, y) != back {
				words = words.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return middle(words)
}

// brokenMessage says where the fault stands.
var brokenMessage = regexp.MustCompile(`Сломано شکسته 1\.briefing:\d+:\d+: \S`)

func TestBrokenFile(t *testing.T) {
	dir := t.TempDir()
	broken := filepath.Join(dir, "Сломано شکسته 1.briefing")
	half := assets.Bishkek()[:len(assets.Bishkek())/2]
	write(t, broken, half)
	p, img := start(t, newHome(t, light), broken)
	img = p.await("a notice of the broken file", told, img)
	strip := notices(img)[0]
	// Its words can be copied, to ask for help with.
	said := p.copied(strip.Min.Add(image.Pt(13, 20)), image.Pt(strip.Max.X-120, strip.Max.Y-16))
	if !brokenMessage.MatchString(said) {
		t.Errorf("the notice says %q, want the file, line, column and reason; see %s", said, keep(t, "notice", p.picture()))
	}
	p.quit()
	if now, err := os.ReadFile(broken); err != nil || !bytes.Equal(now, half) {
		t.Errorf("the broken file was changed (%v)", err)
	}
}

func told(img *image.RGBA) bool { return painted(img) && len(notices(img)) == 2 }

// strange is a path as people have them, outside of English.
const strange = "Мои брифинги/Түзүлгөн келишим، توافق ۲۰۱۶ (50 %) #1.briefing"

func TestFileOfAnyName(t *testing.T) {
	path := filepath.Join(t.TempDir(), strange)
	write(t, path, retitled(t))
	p, first := start(t, newHome(t, light), path)
	p.awaitFile(first, path)
	p.quit()
}

func TestDroppedFiles(t *testing.T) {
	dir := t.TempDir()
	broken, good := filepath.Join(dir, "half a file.briefing"), filepath.Join(dir, strange)
	write(t, broken, assets.Bishkek()[:2000])
	write(t, good, retitled(t))
	p, first := start(t, newHome(t, light))
	at := middle(first.Rect)
	p.drop(t, p.window, at.X, at.Y, broken)
	p.await("a notice of the broken file", told, first)
	p.drop(t, p.window, at.X, at.Y, good)
	p.awaitFile(first, good)
	p.quit()
}

// awaitFile waits until the card is that of a file, and no notice above it.
func (p *program) awaitFile(bundled *image.RGBA, path string) {
	p.t.Helper()
	size := bundled.Rect.Size()
	head := image.Rect(0, barHigh, mainPart(bundled).Max.X, 3*barHigh)
	want := p.snapshot(size, path)
	if s := strangers(want, p.snapshot(size), head); s < 0.01 {
		p.t.Fatalf("another headline changes %.4f of the card's head, want more", s)
	}
	p.await("the headline of the file", func(img *image.RGBA) bool { return strangers(img, want, head) < 0.002 }, want)
}

// retitled is the bundled briefing under another headline.
func retitled(t *testing.T) []byte {
	t.Helper()
	var b map[string]json.RawMessage
	var title map[string]any
	if err := json.Unmarshal(assets.Bishkek(), &b); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b["title"], &title); err != nil {
		t.Fatal(err)
	}
	title["text"] = "Түшүнүшүү: another headline for the file of that name"
	var err error
	if b["title"], err = json.Marshal(title); err != nil {
		t.Fatal(err)
	}
	out, err := json.Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func write(t *testing.T, path string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}
