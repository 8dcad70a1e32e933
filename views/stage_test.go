package views

import (
	"context"
	"testing"

	"briefline/app/briefing"
	"briefline/views/kit"
	"briefline/views/panels"

	"fyne.io/fyne/v2"
)

// Whatever is opened over whatever, Escape gets back to the panels, and there the
// keys mean again what they did.
func TestEveryViewOverEveryOther(t *testing.T) {
	openers := map[string]func(f *Frame){
		"about": (*Frame).openAbout, "print": (*Frame).openPrint, "new": (*Frame).openNew, "review": (*Frame).openReview,
		"form": func(f *Frame) { f.forms.EditMarking() },
		"menu": func(f *Frame) { f.mainMenu(fyne.NewPos(300, 50)) },
		"list": func(f *Frame) {
			f.forms.Choose(fyne.NewPos(300, 300), []kit.Choice{{ID: "a", Label: "A"}}, func(string) {})
		},
	}
	f, _ := reviewing(t, draft(t))
	f.spawn = func(work func()) { work() } // the test's driver draws from any goroutine
	f.make = func(context.Context, article) (*briefing.Briefing, error) { return nil, context.Canceled }
	for below, first := range openers {
		for above, second := range openers {
			event := pick(panels.KindEvent, f.work.session.Briefing().Events[0].ID)
			f.stage.Clear()
			f.Pick(event)
			first(f)
			second(f)
			if f.stage.Bare() {
				t.Fatalf("%s over %s: nothing is open", above, below)
			}
			for n := 0; !f.stage.Bare() && n < 4; n++ {
				escape(f)
			}
			if !f.stage.Bare() {
				t.Errorf("%s over %s: Escape does not get back", above, below)
				f.stage.Clear()
				continue
			}
			if f.Picked() != event {
				t.Errorf("%s over %s: %v is picked, want what was", above, below, f.Picked())
			}
			if typed(f, fyne.KeyF2); f.form() == nil {
				t.Errorf("%s over %s: F2 opens no form", above, below)
			}
			f.forms.Close()
		}
	}
}

// escape presses the key as the window gets it: the focused object first.
func escape(f *Frame) {
	ev := &fyne.KeyEvent{Name: fyne.KeyEscape}
	if has := f.canvas.Focused(); has != nil {
		has.TypedKey(ev)
		return
	}
	f.stage.Key(ev)
}
