//go:build linux && !headless

package realwindow

import (
	"image"
	"slices"
	"testing"

	"briefline/views/kit"
)

// steps are the discs before the three steps of the hint for newcomers.
func steps(img *image.RGBA) (discs []blob) {
	for _, b := range blobs(img, mainPart(img), kit.Light[kit.RoleAccent]) {
		if b.Dx() == b.Dy() && b.Dx() > 18 && b.Dx() < 26 {
			discs = append(discs, b)
		}
	}
	return discs
}

// A first start shows the bundled briefing with three steps above it, side by
// side. Closed once, they do not come again.
func TestNewcomer(t *testing.T) {
	home := newHome(t, `{"theme": "light", "width": 1360, "height": 860}`)
	p, first := start(t, home)
	discs := steps(first)
	if len(discs) != 3 || discs[0].Min.Y != discs[2].Min.Y {
		t.Fatalf("got the discs %v, want three side by side; see %s", discs, keep(t, "newcomer", first))
	}
	// The button stands above the last step, at the right edge of the strip.
	strip := slices.MaxFunc(blobs(first, first.Rect, kit.Light[kit.RoleChip]), func(a, b blob) int { return a.Dx() - b.Dx() })
	p.click(image.Pt(strip.Max.X-40, discs[0].Min.Y-18), 1, 1)
	p.await("the hint to close", func(img *image.RGBA) bool { return painted(img) && len(steps(img)) == 0 }, first)
	p.quit()
	if _, again := start(t, home); len(steps(again)) != 0 {
		t.Errorf("the hint came again; see %s", keep(t, "again", again))
	}
}
