//go:build linux && !headless

package realwindow

import (
	"bytes"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"briefline/assets"
	"briefline/views/kit"
)

// openEvent finds the one event that the bundled article dates by itself, and
// opens its form with the keyboard in its date.
func (p *program) openEvent() {
	p.t.Helper()
	p.key("ctrl+k")
	p.xdo("type", "--delay", "30", "cooperation agreement")
	p.key("Return", "F2")
	p.formed(true)
	p.key("Tab", "ctrl+a")
}

// formed waits until a form shows, or none. Its cursor never stands still, which
// await waits for.
func (p *program) formed(want bool) {
	p.t.Helper()
	if !p.poll(func() bool { return veiled(p.picture()) == want }) {
		p.t.Fatalf("waited %v for a form: %v; see %s%s", patience, want, keep(p.t, "form", p.picture()), p.said())
	}
}

// veiled reports whether a form lies over the window: its main button is the
// only thing in the accent colour that is not darkened.
func veiled(img *image.RGBA) bool {
	foot := image.Rect(0, img.Rect.Dy()/2, img.Rect.Dx(), img.Rect.Dy())
	corner := statusPart(img) // beside the form
	corner.Max.X /= 8
	return len(saveButtons(img, foot)) == 1 && count(img, corner, kit.Light[kit.RoleSurface]) == 0
}

func saveButtons(img *image.RGBA, part image.Rectangle) (out []blob) {
	for _, b := range blobs(img, part, kit.Light[kit.RoleAccent]) {
		if b.Dy() >= 26 && b.Dy() <= 34 && b.Dx() >= 40 {
			out = append(out, b)
		}
	}
	return out
}

// barred reports whether the bar along the top is painted: its main button is.
func barred(img *image.RGBA) bool {
	return len(saveButtons(img, image.Rect(0, 0, img.Rect.Dx(), barHigh))) == 1
}

// exported is the briefing that is open, as another process finds it in the
// library.
func (p *program) exported(h home) string {
	p.t.Helper()
	dir := p.t.TempDir()
	run := func(args ...string) string {
		cmd := exec.Command(p.cmd.Path, args...)
		cmd.Env, cmd.Dir = h.env(p.screen), dir
		out, err := cmd.Output()
		if err != nil {
			return ""
		}
		return string(out)
	}
	list := strings.Fields(run("list"))
	if len(list) == 0 {
		return ""
	}
	path := filepath.Join(dir, "is.briefing")
	run("export", "-o", path, list[0])
	data, err := os.ReadFile(path)
	if err != nil {
		return ""
	}
	return string(data)
}

// A date that was typed is in the library a moment later, and is there when the
// program was killed and starts again.
func TestEditedDateSurvivesKill(t *testing.T) {
	if !bytes.Contains(assets.Bishkek(), []byte(`"2016"`)) {
		t.Fatal("the bundled article dates nothing to 2016")
	}
	h := newHome(t, light)
	p, _ := start(t, h)
	p.openEvent()
	p.xdo("type", "--delay", "30", "May 2017")
	p.key("Tab", "Tab")
	p.xdo("type", "--delay", "30", "the minister's diary")
	p.key("ctrl+Return")
	p.formed(false)
	p.until("the edit to be in the library", func() bool { return strings.Contains(p.exported(h), `"2017-05"`) })
	if err := p.cmd.Process.Kill(); err != nil { // SIGKILL
		t.Fatal(err)
	}
	<-p.ended

	p, _ = startUntil(t, h, barred)
	p.openEvent()
	var got string
	if !p.poll(func() bool {
		p.key("ctrl+c")
		got = p.clipboard(t)
		return got != ""
	}) || got != "May 2017" {
		t.Errorf("after the kill the date is %q, want May 2017; see %s", got, keep(t, "again", p.picture()))
	}
	// The step can be undone, though the program has been killed since.
	p.key("Escape")
	p.formed(false)
	p.key("ctrl+z")
	p.await("the bar of 2016 again", painted)
}

// The bar of the picked event goes where it is dragged, and the date with it.
func TestDraggedEventIsRedated(t *testing.T) {
	h := newHome(t, light)
	p, first := start(t, h)
	bar, _ := statedBar(first, &kit.Light)
	at := middle(bar.Rectangle)
	p.click(at, 1, 1)
	picked := p.await("the event to be picked", func(img *image.RGBA) bool {
		return painted(img) && strangers(img, first, sidePart(img)) > 0.001
	}, first)
	bar, _ = statedBar(picked, &kit.Light)
	at = middle(bar.Rectangle)
	// The bar is a year long: its own length moves it by one.
	p.drag(at, at.Add(image.Pt(bar.Dx(), 0)))
	p.until("the moved event to be in the library", func() bool { return strings.Contains(p.exported(h), `"edtf": "2017"`) })
	p.key("ctrl+z")
	p.await("the bar where it was", func(img *image.RGBA) bool {
		now, ok := statedBar(img, &kit.Light)
		return ok && now.Min.X == bar.Min.X
	}, picked)
}
