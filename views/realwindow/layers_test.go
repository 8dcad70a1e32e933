//go:build linux && !headless

package realwindow

import (
	"image"
	"testing"

	"briefline/views/kit"
)

// Whatever is asked for over whatever, one Escape gets back to the panels, and the
// keys are alive there: F2 opens the form of what is picked.
func TestEscapeLeavesWorkingKeys(t *testing.T) {
	p, _ := start(t, newHome(t, light))
	p.key("ctrl+k")
	p.xdo("type", "--delay", "30", "cooperation agreement")
	p.key("Return")
	base := p.await("the event to be picked", func(img *image.RGBA) bool {
		return count(img, sidePart(img), kit.Light[kit.RoleHighlight]) > 400
	})
	openers := []string{"ctrl+p", "ctrl+n", "Menu", "F2"} // pages, article, menu, form
	for _, first := range openers {
		for _, second := range openers {
			p.key(first)
			if !p.poll(func() bool { return strangers(base, p.picture(), base.Rect) > 0.002 }) {
				t.Fatalf("%s before %s opens nothing: see %s%s", first, second, keep(t, "closed", p.picture()), p.said())
			}
			p.key(second)
			p.key("Escape")
			if !p.poll(func() bool {
				img := p.picture()
				return strangers(base, img, mainPart(img)) < 0.002
			}) {
				t.Fatalf("Escape after %s and %s does not get back to %s: see %s%s", first, second, keep(t, "base", base), keep(t, "layers", p.picture()), p.said())
			}
			p.key("F2")
			p.formed(true)
			p.key("Escape")
			p.formed(false)
		}
	}
}
