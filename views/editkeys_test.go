package views

import (
	"slices"
	"strings"
	"testing"

	"briefline/app/briefing"
	"briefline/app/edtf"
	"briefline/app/session"
	"briefline/views/kit"
	"briefline/views/panels"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// The picked event is dragged along the timeline; a plain drag pans.
func TestDragEvent(t *testing.T) {
	f := editing(t)
	was := now(f)
	const id = "agreement-2016"
	a := f.timeline.Axis
	down := func() fyne.Position {
		pos, size, ok := a.Mark(id)
		if !ok {
			t.Fatal("the event is not on the axis")
		}
		at := fyne.NewPos(pos.X+size.Width/2, pos.Y+size.Height/2)
		a.MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}, Button: desktop.MouseButtonPrimary})
		return at
	}
	drag := func(from fyne.Position, dx float32) {
		a.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: from.AddXY(dx, 0)}, Dragged: fyne.NewDelta(dx, 0)})
	}
	// Not picked: the window of time moves.
	before := a.Plan().Scale
	drag(down(), 60)
	a.DragEnd()
	if a.Plan().Scale == before || now(f) != was {
		t.Errorf("a plain drag: panned %v, edited %v, want true, false", a.Plan().Scale != before, now(f) != was)
	}
	f.Pick(pick(panels.KindEvent, id))
	// Escape lets go, and the rest of the drag moves nothing.
	from := down()
	scale := a.Plan().Scale
	drag(from, 120)
	a.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	drag(from, 140)
	a.DragEnd()
	if now(f) != was || a.Plan().Scale != scale || f.Picked() != pick(panels.KindEvent, id) {
		t.Errorf("Escape: edited %v, panned %v, picked %v", now(f) != was, a.Plan().Scale != scale, f.Picked())
	}
	// It shows the date on the way, and drops there.
	from = down()
	year := float32(365.25 * 86400 / a.Plan().Scale.PerPoint)
	drag(from, 2*year)
	shows := ""
	walk(a, func(o fyne.CanvasObject, _ fyne.Position) bool {
		if l, ok := o.(*kit.Label); ok && l.Visible() {
			shows += l.String() + "\n"
		}
		return true
	})
	if !strings.Contains(shows, "2018") {
		t.Errorf("on the way it shows %q, want 2018", shows)
	}
	a.DragEnd()
	e := now(f).EventByID(id)
	want, _ := edtf.Parse("2018")
	if e.Date.EDTF != want || e.Date.Basis != briefing.BasisAdded || e.Date.Note == "" {
		t.Errorf("dropped: %s, %q, %q, want 2018, added, with a note", e.Date.EDTF, e.Date.Basis, e.Date.Note)
	}
	undone(t, f, was, f.words.Text("edit.event-move"))
}

// Ctrl+Z in a field takes back typing and never an edit of the briefing.
func TestUndoInField(t *testing.T) {
	f := editing(t)
	f.work.edit(func(s *session.Session) error { return session.SetMarking(s, "Draft") })
	edited := now(f)
	f.forms.Edit(pick(panels.KindEvent, "meeting"))
	field := inForm[*kit.Field](t, f, "form.eventTitle")
	title := field.Text
	test.Type(field, "xyz")
	if field.Text == title {
		t.Fatal("nothing was typed")
	}
	// Fyne gives the focused widget the shortcut first; see its window.go.
	shortcut := func(s fyne.Shortcut) { f.canvas.Focused().(fyne.Shortcutable).TypedShortcut(s) }
	shortcut(&fyne.ShortcutUndo{})
	if field.Text != title {
		t.Errorf("undone: %q, want %q", field.Text, title)
	}
	shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift})
	if !strings.Contains(field.Text, "xyz") {
		t.Errorf("redone: %q, want xyz in it", field.Text)
	}
	// Nor does it while the keyboard is with a button of the form.
	press(t, f, &fyne.ShortcutUndo{})
	if now(f) != edited {
		t.Error("Ctrl+Z behind an open form changed the briefing")
	}
	f.forms.Close()
	press(t, f, &fyne.ShortcutUndo{})
	if now(f).Marking != "" {
		t.Error("Ctrl+Z with no form open did nothing")
	}
	press(t, f, &fyne.ShortcutRedo{}) // Ctrl+Y
	if now(f).Marking != "Draft" {
		t.Error("Ctrl+Y did nothing")
	}
}

// The keys and the buttons come to the same: F2, the menu key, Shift+F10, Delete,
// and Edit and More below what is picked.
func TestEditKeys(t *testing.T) {
	f := editing(t)
	was := now(f)
	p := pick(panels.KindStatement, was.Statements[0].ID)
	f.Pick(p)
	for _, key := range []fyne.KeyName{desktop.KeyMenu, fyne.KeyF10} {
		f.stage.Key(&fyne.KeyEvent{Name: key})
		if f.menu() == nil {
			t.Fatalf("%s opens no menu", key)
		}
		f.menu().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	}
	for _, want := range []string{"detail.edit", "detail.menu"} {
		var b *kit.Button
		walk(f.side.Box, func(o fyne.CanvasObject, _ fyne.Position) bool {
			if v, ok := o.(*kit.Button); ok && v.Text() == f.words.Text(want) {
				b = v
			}
			return true
		})
		if b == nil || b.Tip == "" {
			t.Fatalf("no button %q with a tip", want)
		}
		test.Tap(b)
		if (want == "detail.edit") != (f.form() != nil) || (want == "detail.menu") != (f.menu() != nil) {
			t.Errorf("%s: form %v, menu %v", want, f.form() != nil, f.menu() != nil)
		}
		f.forms.Close()
		f.stage.CloseHung()
	}
	// A row that has the ring, though something else is picked.
	f.canvas.Focus(f.participants.Rover)
	f.participants.Rover.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF2})
	if f.form() == nil || !strings.Contains(formSays(f), f.words.Text("form.participant")) {
		t.Errorf("F2 on a participant: %q", formSays(f))
	}
	f.forms.Close()
	f.Pick(p)
	f.stage.Key(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if now(f).StatementByID(p.ID) != nil {
		t.Error("Delete leaves the statement")
	}
	undone(t, f, was, "deletion")
}

// The Tab key goes round inside a form.
func TestTabStaysInForm(t *testing.T) {
	f := editing(t)
	f.forms.Edit(pick(panels.KindEvent, "meeting"))
	c := f.canvas.(*recorder).Canvas
	first := f.canvas.Focused()
	if field := inForm[*kit.Field](t, f, "form.note"); field.AcceptsTab() {
		t.Error("a field of several lines keeps the Tab key") // the driver asks
	}
	seen := map[fyne.Focusable]bool{}
	for range 60 {
		test.FocusNext(c)
		got := f.canvas.Focused()
		if got == first {
			break
		}
		seen[got] = true
		if _, ok := got.(*kit.Rover); ok {
			t.Fatal("the Tab key left the form")
		}
	}
	if f.canvas.Focused() != first || len(seen) < 15 {
		t.Errorf("Tab came to %d stops, and round again: %v", len(seen), f.canvas.Focused() == first)
	}
	test.FocusPrevious(c)
	if b, ok := f.canvas.Focused().(*kit.Button); !ok {
		t.Errorf("Shift+Tab from the first comes to %T", f.canvas.Focused())
	} else if b.Text() == "" {
		t.Error("a button without a label")
	}
}

// The keyboard comes back to where it was, after a menu, a form that was left and
// one that was saved.
func TestKeyboardComesBack(t *testing.T) {
	f := editing(t)
	r := f.participants.Rover
	f.canvas.Focus(r)
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	at := r.At()
	if at != 2 {
		t.Fatalf("the ring is on item %d", at)
	}
	back := func(after string) {
		t.Helper()
		r, ok := f.canvas.Focused().(*kit.Rover)
		if !ok || r != f.participants.Rover || r.At() != at {
			t.Errorf("%s: the keyboard is with %T, want item %d of the participants", after, f.canvas.Focused(), at)
		}
	}
	r.TypedKey(&fyne.KeyEvent{Name: desktop.KeyMenu})
	f.menu().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	back("a menu")
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF2})
	f.forms.Close()
	back("a form that was left")
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF2})
	fill(t, f, "form.role", "Observer")
	save(t, f)
	if f.participants.Rover == r {
		t.Fatal("nothing was edited")
	}
	back("a form that was saved")
	press(t, f, &fyne.ShortcutUndo{})
	back("undo")
}

// What shows of the checks stays when one is settled.
func TestChecksStayOpen(t *testing.T) {
	f := editing(t)
	c := now(f).Checks[len(now(f).Checks)-1]
	var more *kit.Text
	walk(f.card.Rover, func(o fyne.CanvasObject, _ fyne.Position) bool {
		if x, ok := o.(*kit.Text); ok && slices.Contains(x.Links(), "more:") {
			more = x
		}
		return true
	})
	more.OnTap("more:")
	high := f.card.HeightFor(900)
	f.work.edit(func(s *session.Session) error { return session.ResolveCheck(s, c.ID, "Asked.") })
	if got := f.card.HeightFor(900); got < high || f.card.RowOf(pick(panels.KindCheck, c.ID)) == nil {
		t.Errorf("the card is %v high, before %v: the checks have closed", got, high)
	}
}

// What stands in a form when the window closes is saved; what cannot be is shown
// once, and then let go.
func TestLeaveSavesTheForm(t *testing.T) {
	f := editing(t)
	if !f.forms.Leave() {
		t.Error("no form is open and the window stays")
	}
	f.forms.Edit(pick(panels.KindEvent, "meeting"))
	fill(t, f, "form.eventTitle", "Ministers talk")
	if !f.forms.Leave() || now(f).EventByID("meeting").Title != "Ministers talk" {
		t.Errorf("left: %q, want the title that was typed", now(f).EventByID("meeting").Title)
	}
	f.forms.AddEvent()
	if !f.forms.Leave() {
		t.Error("nothing was typed and the window stays")
	}
	f.forms.AddEvent()
	fill(t, f, "form.eventTitle", "Another")
	if f.forms.Leave() || !strings.Contains(formSays(f), f.words.Text("edit.error.needs-note")) {
		t.Errorf("without a note: the form says %q, want why it is not saved", formSays(f))
	}
	if !f.forms.Leave() {
		t.Error("the second time the window stays")
	}
}

// A button says what it does and by which key, over a form too.
func TestTips(t *testing.T) {
	f := editing(t)
	shown := func() (out string) {
		if f.tip() != nil {
			walk(f.tip(), func(o fyne.CanvasObject, _ fyne.Position) bool {
				if l, ok := o.(*kit.Label); ok {
					out += l.String()
				}
				return true
			})
		}
		return out
	}
	f.forms.Edit(pick(panels.KindEvent, "meeting"))
	var ok *kit.Button
	walk(f.form().Container, func(o fyne.CanvasObject, _ fyne.Position) bool {
		if b, is := o.(*kit.Button); is && b.Main {
			ok = b
		}
		return true
	})
	f.showTip(ok.Tip, fyne.NewPos(400, 400)) // after the delay
	if got := shown(); !strings.Contains(got, kit.Keys("Main+Enter")) {
		t.Errorf("the tip over everything says %q", got)
	}
	ok.MouseOut()
	if shown() != "" {
		t.Error("the pointer has left, and the tip stays")
	}
	// So do the tabs, and the two faces of the timeline.
	f.forms.Close()
	var tips []string
	f.theme.OnTip = func(tip string, _ fyne.Position) { tips = append(tips, tip) }
	hover := func(x float32) {
		f.side.tabs.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, 10)}})
	}
	hover(5)
	hover(8)
	hover(900)
	if len(tips) != 2 || !strings.Contains(tips[0], kit.Keys("Main+1")) || tips[1] != "" {
		t.Errorf("over the first tab and away: tips %q, want that of Main+1, then none", tips)
	}
	// Every button of the window that acts has one, or says it all itself.
	walk(f.search.Box, func(o fyne.CanvasObject, _ fyne.Position) bool {
		if b, is := o.(*kit.Button); is && b.Tip == "" && b.Visible() {
			t.Errorf("button %q of the bar has no tip", b.Text())
		}
		return true
	})
}

// Enter picks a row, and opens the form of one that is picked.
func TestEnterEdits(t *testing.T) {
	f := editing(t)
	r := f.participants.Rover
	f.canvas.Focus(r)
	enter := func() { r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }
	enter()
	if f.form() != nil || f.Picked().Kind != panels.KindParticipant {
		t.Fatalf("Enter: form %v, picked %v, want a participant picked", f.form() != nil, f.Picked())
	}
	enter()
	if f.form() == nil || !strings.Contains(formSays(f), f.words.Text("form.participant")) {
		t.Errorf("Enter again: %q, want the form of the participant", formSays(f))
	}
}

// All menus open on all kinds of items, and every line that can be chosen has
// words.
func TestMenusOfEverything(t *testing.T) {
	f := editing(t)
	b := now(f)
	picks := []panels.Pick{
		panels.SentencePick(briefing.Ref{}), panels.DatePick(0, 0), pick(panels.KindSource, b.Sources[0].ID),
	}
	for _, l := range f.index.Lines {
		picks = append(picks, pick(panels.KindLine, l.ID))
	}
	for _, e := range b.Events {
		picks = append(picks, pick(panels.KindEvent, e.ID))
	}
	for _, p := range b.Participants {
		picks = append(picks, pick(panels.KindParticipant, p.ID))
	}
	for _, s := range b.Statements {
		picks = append(picks, pick(panels.KindStatement, s.ID))
	}
	for _, c := range b.Checks {
		picks = append(picks, pick(panels.KindCheck, c.ID))
	}
	for _, p := range picks {
		f.desk.Menu(p, fyne.NewPos(300, 300))
		if f.menu() == nil || len(f.menu().Labels()) == 0 {
			t.Errorf("%v has no menu", p)
			continue
		}
		for _, l := range f.menu().Labels() {
			if strings.Contains(l, "menu.") || strings.Contains(l, "{") {
				t.Errorf("%v: its menu says %q", p, l)
			}
		}
		f.stage.CloseHung()
		f.forms.Edit(p)
		for _, line := range strings.Split(formSays(f), "\n") {
			if strings.HasPrefix(line, "form.") || strings.Contains(line, "{") {
				t.Errorf("%v: its form says %q", p, line)
			}
		}
		if f.form() != nil {
			f.forms.Now().Save() // nothing was changed
		}
		if f.form() != nil || now(f) != b {
			t.Errorf("%v: saving an untouched form changed the briefing, or was refused: %q", p, formSays(f))
		}
		f.forms.Close()
		f.stage.CloseHung()
	}
}

// What was deleted can be brought back where it is told, until the next edit.
func TestDeletedIsTold(t *testing.T) {
	f := editing(t)
	was := now(f)
	told := func() bool { return f.notice.Visible() && strings.Contains(f.notice.text.String(), "is deleted") }
	f.forms.Remove(pick(panels.KindStatement, was.Statements[0].ID))
	if !told() {
		t.Fatalf("deleted: the notice says %q", f.notice.text.String())
	}
	test.Tap(f.notice.actions[0])
	if file(t, now(f)) != file(t, was) || told() {
		t.Errorf("brought back: %v, told still %v", file(t, now(f)) == file(t, was), told())
	}
	f.forms.Remove(pick(panels.KindStatement, was.Statements[0].ID))
	f.work.edit(func(s *session.Session) error { return session.SetMarking(s, "Draft") })
	if told() {
		t.Error("after another edit, Undo would take that back, and is still offered")
	}
}

// A form that is saved after another window has saved changes only what was typed.
func TestFormOverOtherEdit(t *testing.T) {
	f := editing(t)
	f.forms.Edit(pick(panels.KindEvent, "meeting"))
	f.work.edit(func(s *session.Session) error { return session.SetEventPlaces(s, "meeting", nil) })
	fill(t, f, "form.eventTitle", "Ministers talk")
	save(t, f)
	if e := now(f).EventByID("meeting"); e.Title != "Ministers talk" || len(e.Places) != 0 {
		t.Errorf("event = %q in %q, want both edits", e.Title, e.Places)
	}
	// What the form has shown as done cannot be told apart from the other's edits.
	f.forms.Edit(pick(panels.KindEvent, "meeting"))
	tapIn(t, f, "form.use")
	f.work.edit(func(s *session.Session) error { return session.SetMarking(s, "Draft") })
	f.forms.Now().Save()
	if f.form() == nil || !strings.Contains(formSays(f), f.words.Text("form.changed")) {
		t.Errorf("the form says %q", formSays(f))
	}
}

// The publication date is only the editor's when it was changed.
func TestPublishedUntouched(t *testing.T) {
	f := editing(t)
	id := now(f).Sources[0].ID
	d, _ := edtf.Parse("2019-05-03")
	f.work.edit(func(s *session.Session) error {
		ev := []briefing.Anchor{now(f).Sources[0].Dates[0].Evidence[0]}
		return session.SetPublished(s, id, d, session.Ground{Basis: briefing.BasisStated, Evidence: ev})
	})
	was := now(f)
	f.forms.EditPublished(id)
	save(t, f)
	if now(f) != was {
		t.Errorf("saved untouched: it stands on %q", now(f).Sources[0].Published.Basis)
	}
	f.forms.EditPublished(id)
	fill(t, f, "published.date", "4 May 2019")
	if !f.forms.Leave() || now(f).Sources[0].Published.EDTF.String() != "2019-05-04" {
		t.Errorf("left: %s, want 2019-05-04", now(f).Sources[0].Published.EDTF)
	}
}
