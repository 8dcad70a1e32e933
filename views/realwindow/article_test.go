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
	"briefline/assets"
)

// listed is what the program's command line lists of the library, a line each.
func (p *program) listed(h home) []string {
	p.t.Helper()
	path, err := executable()
	if err != nil {
		p.t.Fatal(err)
	}
	cmd := exec.Command(path, "list")
	cmd.Env = h.env(p.screen)
	out, err := cmd.Output()
	if err != nil {
		p.t.Fatalf("list: %v", err)
	}
	return strings.Split(strings.TrimSpace(string(out)), "\n")
}

// An article that is dropped becomes a draft in the library, and the window shows
// it; one that cannot be read is told, and what is open stays.
func TestDroppedArticleBecomesADraft(t *testing.T) {
	dir, h := t.TempDir(), newHome(t, light)
	good, scan := filepath.Join(dir, "Статья شنبه 1.txt"), filepath.Join(dir, "scan.png")
	write(t, good, []byte(otherText(t)))
	write(t, scan, []byte("\x89PNG\r\n\x1a\n0000"))
	p, first := start(t, h)
	at := middle(first.Rect)
	p.drop(t, p.window, at.X, at.Y, scan)
	p.await("a notice of the picture", told, first)
	if got := p.listed(h); len(got) != 1 {
		t.Errorf("the library lists %q, want the bundled briefing alone", got)
	}
	p.drop(t, p.window, at.X, at.Y, good)
	p.until("a draft in the library", func() bool {
		got := p.listed(h)
		return len(got) == 2 && strings.Contains(got[0], "draft") && strings.Contains(got[0], "Abdolreza Rahmani Fazli (Iran): Iran does not accept")
	})
	p.await("another headline", func(now *image.RGBA) bool {
		return painted(now) && strangers(now, first, image.Rect(0, barHigh, mainPart(first).Max.X, 4*barHigh)) > 0.02
	}, first)
	p.quit()

	// What was open last opens again.
	p, now := start(t, h)
	if s := strangers(now, first, image.Rect(0, barHigh, mainPart(first).Max.X, 4*barHigh)); s < 0.02 {
		t.Errorf("started again: the bundled briefing shows (%.4f), want the draft; see %s", s, keep(t, "again", now))
	}
	p.quit()
}

// otherText is the bundled article with one sentence more: the very same text
// would be asked about, since it is in the library already.
func otherText(t *testing.T) string {
	return strings.TrimSpace(bundledText(t)) + " The visit lasted two days.\n"
}

func bundledText(t *testing.T) string {
	t.Helper()
	b, err := briefing.Read(bytes.NewReader(assets.Bishkek()))
	if err != nil {
		t.Fatal(err)
	}
	return b.Sources[0].Text
}
