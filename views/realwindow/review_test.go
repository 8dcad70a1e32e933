//go:build linux && !headless

package realwindow

import (
	"bytes"
	"image"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"briefline/app/briefing"
	"briefline/views/kit"
)

// newest is the briefing that was open last, as the command line exports it.
func (p *program) newest(h home) *briefing.Briefing {
	p.t.Helper()
	id, _, _ := strings.Cut(p.listed(h)[0], "\t")
	path, err := executable()
	if err != nil {
		p.t.Fatal(err)
	}
	cmd := exec.Command(path, "export", id)
	cmd.Env = h.env(p.screen)
	out, err := cmd.Output()
	if err != nil {
		p.t.Fatalf("export: %v", err)
	}
	b, err := briefing.Read(bytes.NewReader(out))
	if err != nil {
		p.t.Fatal(err)
	}
	return b
}

// reviewed reports whether a picture is one of the review: an article with the
// mentions of participants marked.
func reviewed(img *image.RGBA) bool {
	left := image.Rect(0, barHigh, img.Rect.Dx()/2, img.Rect.Dy()-statusBar)
	return count(img, left, kit.Light[kit.RoleWho]) > 2000
}

// A draft is reviewed by keys alone; what was accepted and dropped is in the
// library though the program is killed, and the letter that opens a form does not
// land in it.
func TestReviewByKeysSurvivesAKill(t *testing.T) {
	dir, h := t.TempDir(), newHome(t, light)
	article := filepath.Join(dir, "article.txt")
	write(t, article, []byte(otherText(t)))
	p, _ := start(t, h, article)
	p.until("a draft in the library", func() bool { return len(p.listed(h)) == 2 })
	first := p.newest(h)
	var before *image.RGBA
	p.until("the review", func() bool {
		p.key("ctrl+r")
		before = p.picture()
		return reviewed(before)
	})
	p.key("Return", "BackSpace", "Return")
	p.until("two accepted and one dropped in the library", func() bool {
		r := p.newest(h).Review
		return len(r.Accepted) == 2 && len(r.Dropped) == 1
	})
	p.key("e")
	form := p.await("a form over the review", func(img *image.RGBA) bool {
		return img.RGBAAt(4, 4) != before.RGBAAt(4, 4)
	}, before)
	p.key("Return") // saves what stands in the form
	p.await("the form to close", func(img *image.RGBA) bool {
		return img.RGBAAt(4, 4) == before.RGBAAt(4, 4)
	}, form)
	_ = p.cmd.Process.Kill()
	<-p.ended

	p, _ = start(t, h)
	b := p.newest(h)
	if len(b.Events) != len(first.Events)-1 || len(b.Review.Accepted) != 2 {
		t.Fatalf("after the kill: %d events, %d accepted, want %d and 2", len(b.Events), len(b.Review.Accepted), len(first.Events)-1)
	}
	for _, e := range b.Events {
		if was := first.EventByID(e.ID); was == nil || was.Title != e.Title {
			t.Errorf("event %s is called %q, which it was not", e.ID, e.Title)
		}
	}
	p.key("ctrl+r")
	p.await("the review after the kill", reviewed)
	p.key("Escape")
	p.await("the briefing again", func(img *image.RGBA) bool { return painted(img) && !reviewed(img) })
	p.quit()
}
