//go:build linux && !headless

package realwindow

import (
	"image"
	"os/exec"
	"path/filepath"
	"testing"
)

// imported puts a briefing file into the library of a home, by the command line.
func (h home) imported(t *testing.T, path string) {
	t.Helper()
	program, err := executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, "import", path)
	cmd.Env = h.env(screenFor(t))
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("import %s: %v: %s", path, err, said)
	}
}

// The library stands beside the briefing: a click opens another one, and what the
// command line brings in comes to the top by itself.
func TestLibraryBesideTheBriefing(t *testing.T) {
	h := newHome(t, `{"theme": "light", "width": 1360, "height": 860, "hintClosed": true}`)
	dir := t.TempDir()
	other := filepath.Join(dir, "other.briefing")
	write(t, other, retitled(t))
	p, first := start(t, h)
	column := image.Rect(0, barHigh, 247, first.Rect.Dy()-statusBar)
	head := image.Rect(260, barHigh, mainPart(first).Max.X, 3*barHigh)

	h.imported(t, other)
	listed := p.await("the imported briefing in the list", func(img *image.RGBA) bool {
		return strangers(img, first, column) > 0.005 && strangers(img, first, head) < 0.001
	}, first)
	p.click(image.Pt(120, 195), 1, 1) // the first row
	opened := p.await("the briefing that was clicked", func(img *image.RGBA) bool {
		return strangers(img, first, head) > 0.01
	}, listed)

	// Without the column it is the picture of the file.
	p.key("ctrl+b")
	p.park()
	p.awaitFile(first, other)
	p.key("ctrl+b")
	p.await("the column again", func(img *image.RGBA) bool {
		return strangers(img, opened, column) < 0.03 && strangers(img, opened, head) < 0.002
	}, opened)
	p.quit()
}

// What the list shows is on the disk: an edit is there after the program was
// killed, without anyone having saved it.
func TestEditSurvivesAKill(t *testing.T) {
	h := newHome(t, `{"theme": "light", "width": 1360, "height": 860, "hintClosed": true}`)
	p, first := start(t, h)
	column := image.Rect(0, barHigh, 247, first.Rect.Dy()-statusBar)
	head := image.Rect(260, barHigh, mainPart(first).Max.X, 3*barHigh)
	p.click(image.Pt(120, 195), 1, 1)
	p.key("F2")
	p.await("a form for the title", func(img *image.RGBA) bool { return strangers(img, first, column) > 0.5 }, first)
	p.key("ctrl+a")
	p.xdo("type", "--delay", "30", "Killed after this")
	p.key("Return")
	edited := p.await("the title in the card and in the list", func(img *image.RGBA) bool {
		return painted(img) && strangers(img, first, head) > 0.01 && strangers(img, first, column) > 0.005
	}, first)
	if err := p.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	<-p.ended

	again, _ := start(t, h)
	again.await("the edited title", func(img *image.RGBA) bool { return strangers(img, edited, head) < 0.002 }, edited)
	again.quit()
}
