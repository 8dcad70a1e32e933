package views

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"briefline/app/library"
	"briefline/views/panels"
	"briefline/views/stage"

	"fyne.io/fyne/v2"
)

// typingKept waits until the library has what was typed, and returns it by place.
func typingKept(t testing.TB, f *Frame, c thread, holds func(map[string]string) bool) {
	t.Helper()
	c.until(t, "the typing to be kept", func() bool {
		all, err := f.work.lib.Typing(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		places := map[string]string{}
		for _, one := range all {
			places[one.Place] = one.Text
		}
		if holds(places) {
			return true
		}
		select {
		case do := <-c:
			do()
		default:
		}
		go func() { c <- func() {} }()
		return false
	})
}

// What stands in a form when the program is killed is offered at the next start and
// comes back into the form. Escape leaves it to be brought back, and while it is not
// saved the status bar does not say that it is.
func TestTypingIsKept(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, library.FileName)
	stock(t, path, "First")
	f, c := startOn(t, path, remembering(t, dir))
	line := f.work.session.Briefing().KeyPoints[0]
	p := pick(panels.KindLine, line.ID)
	f.Pick(p)
	f.forms.Edit(p)
	fill(t, f, "form.text", "UNSAVED TYPING one two three")
	typingKept(t, f, c, func(places map[string]string) bool {
		return strings.Contains(places[placeForm+f.work.id], "UNSAVED TYPING one two three")
	})
	if !f.status.typed {
		t.Errorf("the status bar says %q", strings.Join(f.status.parts, " "))
	}

	// Escape, and back.
	f.stage.Key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if f.form() != nil || !strings.Contains(f.notice.text.String(), "not saved") {
		t.Fatalf("Escape: form %v, told %q", f.form(), f.notice.text.String())
	}
	way(t, f, "Bring it back")
	if f.form() == nil || f.work.session.Briefing().KeyPoints[0].Text != line.Text {
		t.Fatal("it did not come back, or was saved")
	}
	typingKept(t, f, c, func(places map[string]string) bool {
		return strings.Contains(places[placeForm+f.work.id], "UNSAVED TYPING")
	})

	// The program is killed: what the library has stands.
	g, d := startOn(t, path, remembering(t, dir))
	if !strings.Contains(g.notice.text.String(), "UNSAVED TYPING") {
		t.Fatalf("the next start told %q", g.notice.text.String())
	}
	way(t, g, "Bring it back")
	d.until(t, "the form to be open", func() bool { return g.form() != nil })
	save(t, g)
	if got := g.work.session.Briefing().KeyPoints[0].Text; got != "UNSAVED TYPING one two three" {
		t.Errorf("saved %q", got)
	}
	typingKept(t, g, d, func(places map[string]string) bool { return len(places) == 0 })
	if g.status.typed {
		t.Error("the status bar still says that something is not saved")
	}
}

// The page that asks for an article keeps what was pasted over Escape and over a
// kill.
func TestNewPageIsKept(t *testing.T) {
	f, c := shelved(t, "First")
	f.openNew()
	v, _ := stage.Find[*newView](f.stage)
	v.field.SetText("An article that took long to type.")
	typingKept(t, f, c, func(places map[string]string) bool { return places[placeNew] == v.field.Text })
	v.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	f.stage.Key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	way(t, f, "Bring it back")
	if v, ok := stage.Find[*newView](f.stage); !ok || v.field.Text != "An article that took long to type." {
		t.Error("what was typed is gone")
	}
}
