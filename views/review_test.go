package views

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"briefline/app/briefing"
	"briefline/app/session"
	"briefline/views/kit"
	"briefline/views/panels"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// draft is the bundled briefing as a draft that nobody has looked at.
func draft(t testing.TB) *briefing.Briefing {
	b := bishkek(t).Clone()
	b.Status = briefing.StatusDraft
	b.Review = briefing.Review{}
	return b
}

// reviewing is a window in memory that shows the review of a draft.
func reviewing(t testing.TB, b *briefing.Briefing) (*Frame, *reviewView) {
	t.Helper()
	f := start(t)
	f.work.open(b, "", 0, nil)
	w := f.canvas.(*recorder).window
	w.SetContent(f.stage.Window)
	w.Resize(fyne.NewSize(1360, 860))
	f.openReview()
	if f.review() == nil {
		t.Fatal("no review of a draft")
	}
	w.Resize(fyne.NewSize(1361, 860))
	return f, f.review()
}

// typed presses keys that no widget has the keyboard for.
func typed(f *Frame, keys ...fyne.KeyName) {
	for _, k := range keys {
		if o := f.canvas.Focused(); o != nil {
			o.TypedKey(&fyne.KeyEvent{Name: k})
			continue
		}
		f.canvas.OnTypedKey()(&fyne.KeyEvent{Name: k})
	}
}

// tapButton taps the first button that shows and begins with a label.
func tapButton(t testing.TB, in fyne.CanvasObject, label string) {
	t.Helper()
	var found *kit.Button
	walk(in, func(o fyne.CanvasObject, _ fyne.Position) bool {
		if b, ok := o.(*kit.Button); ok && found == nil && strings.HasPrefix(b.Text(), label) {
			found = b
		}
		return o.Visible()
	})
	if found == nil {
		t.Fatalf("no button %q", label)
	}
	test.Tap(found)
}

func (v *reviewView) said() string {
	done, all := session.Progress(v.f.work.session.Briefing())
	return fmt.Sprintf("%d of %d looked at", done, all)
}

// Enter, again and again, accepts everything, tab by tab, and the review can be
// finished then.
func TestReviewAcceptAllByEnter(t *testing.T) {
	f, v := reviewing(t, draft(t))
	_, all := session.Progress(f.index.Briefing)
	for range all {
		typed(f, fyne.KeyReturn)
	}
	if got, want := v.bar.count.String(), fmt.Sprintf("%d of %d looked at", all, all); got != want {
		t.Errorf("the bar says %q, want %q", got, want)
	}
	for id, is := range session.States(f.work.session.Briefing()) {
		if is != session.Accepted {
			t.Errorf("%s is %d, want accepted", id, is)
		}
	}
	press(t, f, &desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
	if f.review() != nil || f.index.Briefing.Status != briefing.StatusReviewed || f.card == nil {
		t.Fatalf("after finishing: review %v, status %s", f.review() != nil, f.index.Briefing.Status)
	}
	if !f.notice.Visible() || !strings.Contains(f.notice.text.String(), "reviewed") {
		t.Errorf("notice %q", f.notice.text.String())
	}
	f.work.undo()
	if got := f.index.Briefing.Status; got != briefing.StatusDraft {
		t.Errorf("undone: %s, want a draft", got)
	}
}

// What is dropped is gone, the next item is current, and undo brings it back and
// shows it.
func TestReviewDropAndUndo(t *testing.T) {
	f, v := reviewing(t, draft(t))
	typed(f, fyne.KeyDown)
	id, next := v.current(), v.order[session.TabTimeline][2]
	typed(f, fyne.KeyBackspace)
	if f.index.Briefing.EventByID(id) != nil || v.current() != next {
		t.Fatalf("dropped %s: current %s, want %s", id, v.current(), next)
	}
	if tip := v.bar.undo.Tip; !strings.Contains(tip, "dropping of") {
		t.Errorf("Undo says %q", tip)
	}
	typed(f, fyne.KeyRight, fyne.KeyDown, fyne.KeyDown)
	press(t, f, &fyne.ShortcutUndo{})
	if f.index.Briefing.EventByID(id) == nil || v.current() != id || v.at != session.TabTimeline {
		t.Errorf("undone: current %s in tab %d, want %s", v.current(), v.at, id)
	}
	// Moving about takes away neither what can be undone nor what can be redone.
	typed(f, fyne.KeyDown, fyne.KeyUp, fyne.KeyRight, fyne.KeyLeft)
	press(t, f, &fyne.ShortcutRedo{})
	if f.index.Briefing.EventByID(id) != nil {
		t.Error("redo after moving about does nothing")
	}
}

// Moving on marks what was left as looked at, which is no step of undo by itself.
func TestReviewLooking(t *testing.T) {
	f, v := reviewing(t, draft(t))
	typed(f, fyne.KeyDown, fyne.KeyDown)
	_, all := session.Progress(f.index.Briefing)
	if got, want := v.bar.count.String(), fmt.Sprintf("2 of %d looked at", all); got != want {
		t.Errorf("the bar says %q, want %q", got, want)
	}
	if label := f.work.undoLabel(); label != "" {
		t.Errorf("looking can be undone: %q", label)
	}
	typed(f, fyne.KeyReturn) // the third
	press(t, f, &fyne.ShortcutUndo{})
	if got, want := v.said(), fmt.Sprintf("2 of %d looked at", all); got != want {
		t.Errorf("accepting undone: %s, want %s", got, want)
	}
	// What was passed while there was something to redo is written down in the end.
	typed(f, fyne.KeyEnd)
	f.stage.Clear()
	if got, want := v.said(), fmt.Sprintf("4 of %d looked at", all); got != want {
		t.Errorf("closed: %s, want %s", got, want)
	}
}

// Finishing with something unseen lists it first.
func TestReviewFinishUnseen(t *testing.T) {
	f, v := reviewing(t, draft(t))
	typed(f, fyne.KeyDown)
	tapButton(t, v.bar, "Finish review")
	if f.form() == nil || f.review() == nil {
		t.Fatal("no list of what was never looked at")
	}
	words := ""
	walk(f.form().Container, func(o fyne.CanvasObject, _ fyne.Position) bool {
		if l, ok := o.(*kit.Label); ok {
			words += l.String() + "\n"
		}
		return true
	})
	b := f.index.Briefing
	unseen := session.Unseen(b)
	for _, want := range []string{fmt.Sprintf("%d items were never looked at", len(unseen)), "Participants", b.EventByID(unseen[0]).Title} {
		if !strings.Contains(words, want) {
			t.Errorf("the list says %q, want %q in it", words, want)
		}
	}
	if strings.Contains(words, b.EventByID(v.order[0][0]).Title) {
		t.Error("the list names what was looked at")
	}
	// Keys go to the dialog, not to the items behind it.
	f.canvas.Unfocus()
	typed(f, fyne.KeyBackspace)
	if len(f.index.Briefing.Events) != len(b.Events) {
		t.Error("Backspace in the dialog drops an item")
	}
	tapButton(t, f.form().Container, "Go to the first")
	if f.form() != nil || v.current() != unseen[0] {
		t.Errorf("current %s, want %s", v.current(), unseen[0])
	}
	tapButton(t, v.bar, "Finish review")
	typed(f, fyne.KeyEscape)
	if f.form() != nil || f.review() == nil {
		t.Fatal("Escape closes more than the list")
	}
	tapButton(t, v.bar, "Finish review")
	tapButton(t, f.form().Container, "Accept all left and finish")
	if f.review() != nil || f.index.Briefing.Status != briefing.StatusReviewed {
		t.Errorf("status %s, want reviewed", f.index.Briefing.Status)
	}
}

// The choices of a date conflict are all real.
func TestReviewDateConflict(t *testing.T) {
	for _, tt := range []struct {
		button                 string
		events, alternatives   int // more than before; of the meeting
		resolution, stays, tip string
	}{
		{"Same event", 0, 1, "The same event", "", ""},
		{"Two events", 1, 0, "Two events", "", ""},
		{"Keep both, flag it", 0, 1, "", "accepted", ""},
	} {
		f, v := reviewing(t, draft(t))
		before := len(f.index.Briefing.Events)
		conflict := v.strip
		c := checkOf(f.index.Briefing, conflict)
		if c == nil || c.Kind != briefing.CheckDateConflict {
			t.Fatalf("the strip is about %q, want the two dates", conflict)
		}
		tapButton(t, v.list, tt.button)
		b := f.index.Briefing
		got := checkOf(b, conflict)
		if n := len(b.Events) - before; n != tt.events {
			t.Errorf("%s: %d events more, want %d", tt.button, n, tt.events)
		}
		if n := len(b.EventByID("meeting").Alternatives); n != tt.alternatives {
			t.Errorf("%s: %d alternatives, want %d", tt.button, n, tt.alternatives)
		}
		if !strings.HasPrefix(got.Resolution, tt.resolution) || (tt.resolution == "") != (got.Resolution == "") {
			t.Errorf("%s: resolved by %q", tt.button, got.Resolution)
		}
		if tt.stays != "" && session.State(b, conflict) != session.Accepted {
			t.Errorf("%s: the check is not kept", tt.button)
		}
		if v.strip == conflict {
			t.Errorf("%s: the strip stays", tt.button)
		}
		press(t, f, &fyne.ShortcutUndo{})
		if len(f.index.Briefing.Events) != before || checkOf(f.index.Briefing, conflict).Resolution != "" {
			t.Errorf("%s: not undone in one step", tt.button)
		}
	}
}

// A click on marked words goes to their item, and the words of the current item
// are boxed and in view.
func TestReviewArticle(t *testing.T) {
	f, v := reviewing(t, draft(t))
	resize(f, 1024, 640)
	for _, p := range []panels.Pick{
		{Kind: panels.KindParticipant, ID: "junushaliev"}, {Kind: panels.KindStatement, ID: "q16"},
		{Kind: panels.KindEvent, ID: "meeting"}, {Kind: panels.KindCheck, ID: "check-isil"},
	} {
		v.Picked(p)
		if v.pick() != p {
			t.Errorf("picked %v, current %v", p, v.pick())
		}
		boxed := 0
		walk(v.article.Box, func(o fyne.CanvasObject, _ fyne.Position) bool {
			if l, ok := o.(*kit.Text); ok {
				for _, m := range l.Marks() {
					if m.Edge != kit.RoleNone {
						boxed++
					}
				}
			}
			return true
		})
		if boxed == 0 {
			t.Errorf("%v: no words are boxed", p)
		}
		y, h, ok := v.article.Place(p)
		if top := y - v.left.Offset(); !ok || top < 0 || top+h > v.left.Size().Height {
			t.Errorf("%v: its sentence stands at %v to %v of %v", p, top, top+h, v.left.Size().Height)
		}
		c := v.cards[p.ID]
		pos, ok := kit.Offset(c.Tile, v.list.Content())
		if top := pos.Y - v.list.Offset(); !ok || top < -1 || top > v.list.Size().Height-20 {
			t.Errorf("%v: its card stands at %v of %v", p, top, v.list.Size().Height)
		}
	}
	// A sentence goes to the first item on it in the tab that shows.
	v.tabs.Choose(int(session.TabStatements))
	v.Picked(panels.SentencePick(briefing.Ref{Sentence: 9}))
	if v.at != session.TabStatements || !slices.Contains(f.index.Refs(v.pick()), briefing.Ref{Sentence: 9}) {
		t.Errorf("sentence 10: current %v", v.pick())
	}
}

// Edit opens the form, and its keys do not reach the items.
func TestReviewEdit(t *testing.T) {
	f, v := reviewing(t, draft(t))
	id := v.current()
	f.canvas.OnTypedRune()('e')
	if f.form() == nil {
		t.Fatal("E opens no form")
	}
	field, ok := f.canvas.Focused().(*kit.Field)
	if !ok {
		t.Fatalf("the keyboard is with %T, want a field", f.canvas.Focused())
	}
	field.SetText("Another title")
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := f.index.Briefing.EventByID(id).Title; f.form() != nil || got != "Another title" || v.current() != id {
		t.Errorf("title %q, current %s, form open %v", got, v.current(), f.form() != nil)
	}
	// The letter reaches the review from a button too, and only as a letter: the key
	// before it would open a form that gets the letter.
	f.canvas.Focus(v.bar.undo)
	typed(f, fyne.KeyE)
	if f.form() != nil {
		t.Error("the key of the letter opens the form")
	}
	f.canvas.Focused().TypedRune('E')
	if f.form() == nil {
		t.Error("E on a button opens no form")
	}
	f.forms.Close()
	if v.cards[id].Item.Title != "Another title" {
		t.Error("the card shows the old title")
	}
}

// After a form that a button opened, Enter accepts and does not open it again.
func TestReviewEditByMouse(t *testing.T) {
	f, v := reviewing(t, draft(t))
	id := v.current()
	tapButton(t, v.list, "Edit")
	if f.form() == nil {
		t.Fatal("Edit opens no form")
	}
	typed(f, fyne.KeyEscape)
	typed(f, fyne.KeyReturn)
	if f.form() != nil || session.State(f.index.Briefing, id) != session.Accepted {
		t.Errorf("Enter: form open %v, state %d, want it accepted", f.form() != nil, session.State(f.index.Briefing, id))
	}
}

// Escape goes back to the briefing, which shows what was done, and the review goes
// on where it was left.
func TestReviewLeaveAndReturn(t *testing.T) {
	f, v := reviewing(t, draft(t))
	dropped := f.index.Briefing.EventByID(v.current()).Title
	typed(f, fyne.KeyBackspace, fyne.KeyReturn)
	at := v.current()
	typed(f, fyne.KeyEscape)
	if f.review() != nil {
		t.Fatal("Escape leaves the review open")
	}
	shown := ""
	walk(f.root, func(o fyne.CanvasObject, _ fyne.Position) bool {
		if l, ok := o.(*kit.Label); ok {
			shown += l.String() + "\n"
		}
		return true
	})
	if strings.Contains(shown, dropped) {
		t.Error("the briefing shows what was dropped")
	}
	if !strings.Contains(shown, "This is a draft made from the article. 3 of") {
		t.Error("no strip tells how far the review has come")
	}
	press(t, f, &desktop.CustomShortcut{KeyName: fyne.KeyR, Modifier: fyne.KeyModifierShortcutDefault})
	if f.review() == nil || !f.review().unseen(f.review().current()) || f.review().current() == at {
		t.Error("the review does not go on with what was not looked at")
	}
}

// A reviewed briefing has no strip, and its review can be opened again.
func TestReviewReopen(t *testing.T) {
	f := start(t)
	f.work.open(bishkek(t), "", 0, nil)
	f.openReview()
	if f.review() != nil {
		t.Fatal("a reviewed briefing is reviewed")
	}
	f.reopenReview()
	if f.review() == nil || f.index.Briefing.Status != briefing.StatusDraft {
		t.Fatalf("review %v, status %s", f.review() != nil, f.index.Briefing.Status)
	}
}

// A version that was saved elsewhere takes the place of the draft under review, and
// one that was finished there ends the review.
func TestReviewReplaced(t *testing.T) {
	f, v := reviewing(t, draft(t))
	typed(f, fyne.KeyDown)
	less := f.index.Briefing.Clone()
	less.Checks = nil
	f.work.hold(less, "", 0, nil)
	f.update(less)
	if f.review() != v || len(v.order[session.TabChecks]) != 0 || v.tabs.Names()[session.TabChecks] != "Checks 0" {
		t.Errorf("review %v, tabs %q", f.review() != nil, v.tabs.Names())
	}
	f.Say("Something went wrong.")
	if n := f.notice; !n.Visible() || n.Position().Y < 400 || n.Position().X < 700 {
		t.Errorf("a notice stands at %v, want below the items", n.Position())
	}
	done := less.Clone()
	done.Status = briefing.StatusReviewed
	f.work.hold(done, "", 0, nil)
	f.update(done)
	if f.review() != nil || f.index.Briefing.Status != briefing.StatusReviewed {
		t.Error("the review of what is reviewed goes on")
	}
	if n := f.notice; !n.Visible() || n.Position().Y > 400 {
		t.Errorf("back in the window the notice stands at %v, want above the card", n.Position())
	}
}

// Words that are selected in the article become an event, by the menu of the other
// button; and an item has the menu that it has elsewhere.
func TestReviewMenus(t *testing.T) {
	b := draft(t)
	b.Events = nil
	f, v := reviewing(t, b)
	v.tabs.Choose(int(session.TabTimeline))
	var line *kit.Text
	walk(v.article.Box, func(o fyne.CanvasObject, _ fyne.Position) bool {
		if x, ok := o.(*kit.Text); ok && line == nil && strings.Contains(x.String(), "2016 cooperation agreement") {
			line = x
		}
		return true
	})
	start := strings.Index(line.String(), "Junushaliev")
	from, size, _ := line.RangeRect(start, start+1)
	to, _, _ := line.RangeRect(start+len("Junushaliev referred"), start+len("Junushaliev referred")+1)
	at := func(p fyne.Position) fyne.PointEvent { return fyne.PointEvent{Position: p.AddXY(0, size.Height/2)} }
	line.MouseDown(&desktop.MouseEvent{PointEvent: at(from), Button: desktop.MouseButtonPrimary})
	line.Dragged(&fyne.DragEvent{PointEvent: at(to)})
	line.MouseUp(&desktop.MouseEvent{PointEvent: at(to), Button: desktop.MouseButtonPrimary})
	ev := at(from)
	line.TappedSecondary(&ev)
	chooseMenu(t, f, "menu.new.event.selection")
	if f.form() == nil {
		t.Fatal("the form of the new event does not open")
	}
	if len(f.index.Briefing.Events) != 0 {
		t.Error("the event is there before its form is saved")
	}
	save(t, f)
	events := f.index.Briefing.Events
	if len(events) != 1 || events[0].Title != "Junushaliev referred" || v.pick() != pick(panels.KindEvent, events[0].ID) {
		t.Fatalf("events %v, current %v", events, v.pick())
	}
	f.forms.Close()
	if v.unseen(events[0].ID) {
		t.Error("what was made by hand counts as not looked at")
	}
	v.cards[events[0].ID].TappedSecondary(&fyne.PointEvent{})
	chooseMenu(t, f, "menu.delete")
	if len(f.index.Briefing.Events) != 0 || f.review() == nil {
		t.Error("the menu of a card does not delete its item")
	}
	press(t, f, &fyne.ShortcutUndo{})
	typed(f, fyne.KeyEscape)
	if f.Picked() != (panels.Pick{}) {
		t.Errorf("back in the window %v is picked, want what was before: nothing", f.Picked())
	}
}

// A publication date can be given from the check about it, with evidence or without.
func TestReviewPublication(t *testing.T) {
	b := draft(t)
	b.Checks = []briefing.Check{{ID: "unpublished", Kind: briefing.CheckNoPublicationDate, Words: "No publication date", Detail: "It is not told."}}
	f, v := reviewing(t, b)
	f.redate = func(b *briefing.Briefing, source string, d briefing.Dating) { b.SourceByID(source).Published = d }
	v.show()
	tapButton(t, v.list, "Give the date")
	if f.form() == nil {
		t.Fatal("no form asks for the date")
	}
}

// Tabs without items say how to come to some.
func TestReviewEmptyTabs(t *testing.T) {
	b := draft(t)
	b.Events, b.Statements, b.Checks = nil, nil, nil
	f, v := reviewing(t, b)
	for _, tab := range session.Tabs() {
		v.tabs.Choose(int(tab))
		words := ""
		walk(v.list, func(o fyne.CanvasObject, _ fyne.Position) bool {
			if l, ok := o.(*kit.Label); ok {
				words += l.String()
			}
			return true
		})
		if want := f.words.Text(reviewTabNames[tab] + ".none"); (words == want) != (tab != session.TabParticipants) {
			t.Errorf("tab %d says %q", tab, words)
		}
		typed(f, fyne.KeyReturn, fyne.KeyF2, fyne.KeyBackspace, fyne.KeyDown, fyne.KeyUp)
	}
}
