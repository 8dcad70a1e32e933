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

// editing is a window that shows the bundled briefing as one that can be edited,
// with what lies over it.
func editing(t testing.TB) *Frame {
	t.Helper()
	f := start(t)
	f.spawn = func(work func()) { work() }
	w := f.canvas.(*recorder).window
	w.SetContent(f.window)
	w.Resize(fyne.NewSize(1360, 860))
	f.work.open(bishkek(t), "", 0, nil)
	return f
}

func now(f *Frame) *briefing.Briefing { return f.work.session.Briefing() }

func pick(kind panels.Kind, id string) panels.Pick { return panels.Pick{Kind: kind, ID: id} }

// menuOf opens the menu of something and chooses a line of it.
func menuOf(t *testing.T, f *Frame, p panels.Pick, id string) {
	t.Helper()
	f.desk.Menu(p, fyne.NewPos(200, 200))
	chooseMenu(t, f, id)
}

func chooseMenu(t *testing.T, f *Frame, id string) {
	t.Helper()
	if f.menu == nil {
		t.Fatalf("no menu is open to choose %q from", f.words.Text(id))
	}
	m := f.menu
	if !m.Choose(f.words.Text(id)) {
		t.Fatalf("the menu offers %q, want %q among it", m.Labels(), f.words.Text(id))
	}
}

// choosing chooses a line of the picker that is open.
func choosing(t *testing.T, f *Frame, label string) {
	t.Helper()
	if f.picker == nil {
		t.Fatalf("no list is open to choose %q from", label)
	}
	p := f.picker
	if !p.Choose(label) {
		t.Fatalf("the list shows %q, want %q among it", p.Labels(), label)
	}
}

// inForm returns the block that stands below a caption of the form.
func inForm[T fyne.CanvasObject](t *testing.T, f *Frame, caption string) (out T) {
	t.Helper()
	if f.form == nil {
		t.Fatal("no form is open")
	}
	want, after, found := f.words.Text(caption), false, false
	walk(f.form.Container, func(o fyne.CanvasObject, _ fyne.Position) bool {
		if l, ok := o.(*kit.Label); ok && l.String() == want {
			after = true
		}
		if v, ok := o.(T); ok && after && !found {
			out, found = v, true
		}
		return true
	})
	if !found {
		t.Fatalf("the form has nothing below %q", want)
	}
	return out
}

// fill types into a field of the form in place of what stands there.
func fill(t *testing.T, f *Frame, caption, text string) {
	t.Helper()
	field := inForm[*kit.Field](t, f, caption)
	field.SetText(text)
}

// set chooses in a select of the form, by its list.
func set(t *testing.T, f *Frame, caption, label string) {
	t.Helper()
	test.Tap(inForm[*kit.Select](t, f, caption))
	choosing(t, f, label)
	if f.picker != nil {
		f.picker.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	}
}

// tapIn taps the button of the form that is called id, the last of that name.
func tapIn(t *testing.T, f *Frame, id string) {
	t.Helper()
	var b *kit.Button
	walk(f.form.Container, func(o fyne.CanvasObject, _ fyne.Position) bool {
		if v, ok := o.(*kit.Button); ok && v.Text() == f.words.Text(id) {
			b = v
		}
		return true
	})
	if b == nil {
		t.Fatalf("the form has no button %q", f.words.Text(id))
	}
	test.Tap(b)
}

// save saves the form, which must close.
func save(t *testing.T, f *Frame) {
	t.Helper()
	f.saveForm()
	if f.form != nil {
		t.Fatalf("the form stays open: %s", formSays(f))
	}
}

// formSays is all the words of the form that is open.
func formSays(f *Frame) (out string) {
	if f.form == nil {
		return ""
	}
	walk(f.form.Container, func(o fyne.CanvasObject, _ fyne.Position) bool {
		switch v := o.(type) {
		case *kit.Text:
			out += v.String() + "\n"
		case *kit.Label:
			out += v.String() + "\n"
		}
		return true
	})
	return out
}

// undone checks that one undo brings the briefing back that was there before.
func undone(t *testing.T, f *Frame, was *briefing.Briefing, step string) {
	t.Helper()
	if got := f.work.undoLabel(); !strings.Contains(got, step) {
		t.Errorf("the menu says %q, want %q in it", got, step)
	}
	edited := now(f)
	press(t, f, &fyne.ShortcutUndo{})
	if file(t, now(f)) != file(t, was) {
		t.Errorf("%s: undo does not bring back what was", step)
	}
	press(t, f, &desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift})
	if file(t, now(f)) != file(t, edited) {
		t.Errorf("%s: redo does not bring the edit back", step)
	}
	press(t, f, &fyne.ShortcutUndo{})
}

// file is the briefing as it is written, without the time of its last change.
func file(t *testing.T, b *briefing.Briefing) string {
	t.Helper()
	c := b.Clone()
	c.Modified = bishkek(t).Modified
	var s strings.Builder
	if err := c.Write(&s); err != nil {
		t.Fatal(err)
	}
	return s.String()
}

// An event's date is typed as people write it; the form says what it understood,
// wants to know where an added date is from, and saves one step.
func TestEditEventDate(t *testing.T) {
	f := editing(t)
	was := now(f)
	menuOf(t, f, pick(panels.KindEvent, "agreement-2016"), "menu.date")
	if got := f.canvas.Focused(); got != fyne.Focusable(inForm[*kit.Field](t, f, "form.date")) {
		t.Errorf("the keyboard is with %T, want the date", got)
	}
	fill(t, f, "form.date", "spring 2017")
	if got := formSays(f); !strings.Contains(got, "2017-21") {
		t.Errorf("the form says %q, want what it understood, 2017-21", got)
	}
	if got := inForm[*kit.Select](t, f, "form.dateBasis").Chosen(); got != string(briefing.BasisAdded) {
		t.Errorf("a typed date stands on %q, want added", got)
	}
	fill(t, f, "form.dateNote", "")
	f.saveForm()
	if f.form == nil || !strings.Contains(formSays(f), f.words.Text("edit.error.needs-note")) {
		t.Fatalf("an added date without a note was taken: %q", formSays(f))
	}
	if now(f) != was {
		t.Error("a refused edit changed the briefing")
	}
	fill(t, f, "form.date", "the day of the cat")
	fill(t, f, "form.dateNote", "The minister’s diary")
	f.saveForm()
	if f.form == nil {
		t.Fatal("what is no date was taken")
	}
	fill(t, f, "form.date", "spring 2017")
	save(t, f)
	e := now(f).EventByID("agreement-2016")
	if e.Date.EDTF.String() != "2017-21" || e.Date.Basis != briefing.BasisAdded || e.Date.Note != "The minister’s diary" {
		t.Errorf("date = %s, %q, %q, want 2017-21, added, the note", e.Date.EDTF, e.Date.Basis, e.Date.Note)
	}
	undone(t, f, was, f.words.Text("edit.event-date"))
}

// All of an event is edited in one form, and is one step.
func TestEditEvent(t *testing.T) {
	f := editing(t)
	was := now(f)
	f.Pick(pick(panels.KindEvent, "meeting"))
	f.typedKey(&fyne.KeyEvent{Name: fyne.KeyF2})
	fill(t, f, "form.eventTitle", "Ministers talk in Bishkek")
	test.Tap(inForm[*kit.Select](t, f, "form.participants"))
	people := f.picker.Labels()
	who := slices.DeleteFunc(people, func(name string) bool {
		return slices.ContainsFunc(was.EventByID("meeting").Participants, func(id string) bool { return was.ParticipantByID(id).Name == name })
	})[0]
	choosing(t, f, who)
	f.picker.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	before := len(was.EventByID("meeting").Alternatives)
	fill(t, f, "form.alternatives", "5 May 2018")
	tapIn(t, f, "form.addDate")
	save(t, f)
	e := now(f).EventByID("meeting")
	if e.Title != "Ministers talk in Bishkek" || len(e.Alternatives) != before+1 || !slices.ContainsFunc(e.Participants, func(id string) bool { return now(f).ParticipantByID(id).Name == who }) {
		t.Errorf("event = %q, %d alternatives, %v, want the title, %d, and %s", e.Title, len(e.Alternatives), e.Participants, before+1, who)
	}
	undone(t, f, was, "Ministers talk in Bishkek")
}

// An order against another event is added and taken away in the form.
func TestEditRelations(t *testing.T) {
	f := editing(t)
	was := now(f)
	had := len(was.EventByID("agreement-2016").Relations)
	f.edit(pick(panels.KindEvent, "agreement-2016"))
	tapIn(t, f, "form.addOrder")
	if !strings.Contains(formSays(f), f.words.Text("form.chooseEvent")) {
		t.Errorf("an order against nothing: %q", formSays(f))
	}
	v := orderEvent(t, f)
	test.Tap(v)
	choosing(t, f, was.EventByID("meeting").Title)
	tapIn(t, f, "form.addOrder")
	save(t, f)
	r := now(f).EventByID("agreement-2016").Relations
	if len(r) != had+1 || r[had].Kind != briefing.RelationBefore || r[had].Event != "meeting" {
		t.Fatalf("relations = %v, want one before the meeting", r)
	}
	undone(t, f, was, f.words.Text("edit.relation-add"))
}

// orderEvent is the select of the other event.
func orderEvent(t *testing.T, f *Frame) (out *kit.Select) {
	t.Helper()
	walk(f.form.Container, func(o fyne.CanvasObject, _ fyne.Position) bool {
		if s, ok := o.(*kit.Select); ok && s.None == f.words.Text("form.chooseEvent") {
			out = s
		}
		return true
	})
	return out
}

// A line of the card: words, what stands bold, basis and note; moved; deleted.
func TestEditLine(t *testing.T) {
	f := editing(t)
	was := now(f)
	k := was.KeyPoints[0].ID
	f.edit(pick(panels.KindLine, k))
	fill(t, f, "form.text", "The ministers agreed\nto share data.")
	fill(t, f, "form.stress", "share data")
	save(t, f)
	if l := now(f).KeyPoints[0]; l.Text != "The ministers agreed to share data." || l.Stress != "share data" {
		t.Errorf("line = %q, bold %q", l.Text, l.Stress)
	}
	undone(t, f, was, "The ministers agreed")
	menuOf(t, f, pick(panels.KindLine, k), "menu.down")
	if now(f).KeyPoints[1].ID != k {
		t.Error("the key point did not move down")
	}
	undone(t, f, was, f.words.Text("edit.reorder"))
	menuOf(t, f, pick(panels.KindLine, k), "menu.delete")
	if keyPointAt(now(f), k) >= 0 {
		t.Error("the key point is still there")
	}
	press(t, f, &fyne.ShortcutUndo{})
	menuOf(t, f, pick(panels.KindLine, k), "menu.addKeyPoint")
	fill(t, f, "form.text", "More to come.")
	f.saveForm()
	if f.form == nil {
		t.Fatal("an added line without a note was taken")
	}
	fill(t, f, "form.note", "Our own reporting")
	save(t, f)
	if l := now(f).KeyPoints[1]; l.Text != "More to come." || l.Basis != briefing.BasisAdded || f.Picked() != pick(panels.KindLine, l.ID) {
		t.Errorf("new line = %+v, picked %v", l, f.Picked())
	}
	undone(t, f, was, f.words.Text("edit.key-point-add"))
	// The title cannot go.
	f.desk.Menu(pick(panels.KindLine, was.Title.ID), fyne.NewPos(10, 10))
	if slices.Contains(f.menu.Labels(), f.words.Text("menu.delete")) {
		t.Error("the menu offers to delete the title")
	}
	f.closeMenu()
}

func TestEditParticipant(t *testing.T) {
	f := editing(t)
	was := now(f)
	f.edit(pick(panels.KindParticipant, "junushaliev"))
	fill(t, f, "form.name", "Kashkar Dzhunushaliev")
	fill(t, f, "form.role", "Interior minister")
	tapIn(t, f, "form.addName")
	var name *kit.Field
	walk(f.form.Container, func(o fyne.CanvasObject, _ fyne.Position) bool {
		if v, ok := o.(*kit.Field); ok && v.PlaceHolder == f.words.Text("form.nameText") {
			name = v // the last
		}
		return true
	})
	name.SetText("Кашкар Джунушалиев")
	f.saveForm()
	if f.form == nil {
		t.Fatal("an added name without a note was taken")
	}
	var note *kit.Field
	after := false
	walk(f.form.Container, func(o fyne.CanvasObject, _ fyne.Position) bool {
		if v, ok := o.(*kit.Field); ok {
			after = after || v == name
			if after && note == nil && v.PlaceHolder == f.words.Text("form.noteHint") {
				note = v
			}
		}
		return true
	})
	note.SetText("The ministry’s page")
	save(t, f)
	p := now(f).ParticipantByID("junushaliev")
	if p.Name != "Kashkar Dzhunushaliev" || p.Role != "Interior minister" || !slices.Contains(p.Aliases, was.ParticipantByID("junushaliev").Name) {
		t.Errorf("participant = %q, %q, %q", p.Name, p.Role, p.Aliases)
	}
	if n := p.Names[len(p.Names)-1]; n.Text != "Кашкар Джунушалиев" || n.Basis != briefing.BasisAdded || n.Note == "" {
		t.Errorf("name = %+v", n)
	}
	undone(t, f, was, "Kashkar Dzhunushaliev")
}

func TestMergeSplitDrop(t *testing.T) {
	f := editing(t)
	was := now(f)
	one, other := was.ParticipantByID("junushaliev"), was.ParticipantByID("iran")
	menuOf(t, f, pick(panels.KindParticipant, one.ID), "menu.merge")
	choosing(t, f, other.Name)
	if now(f).ParticipantByID(one.ID) != nil || f.Picked() != pick(panels.KindParticipant, other.ID) {
		t.Errorf("merged: %v is there, picked %v", now(f).ParticipantByID(one.ID), f.Picked())
	}
	undone(t, f, was, "merging")
	menuOf(t, f, pick(panels.KindParticipant, one.ID), "menu.notParticipant")
	if now(f).ParticipantByID(one.ID) != nil {
		t.Error("what is no participant is still there")
	}
	undone(t, f, was, "deletion")
	menuOf(t, f, pick(panels.KindParticipant, other.ID), "menu.split")
	f.saveForm()
	if f.form == nil {
		t.Fatal("nothing was ticked, and it was split")
	}
	var tick *kit.Check
	walk(f.form.Container, func(o fyne.CanvasObject, _ fyne.Position) bool {
		if c, ok := o.(*kit.Check); ok && tick == nil {
			tick = c
		}
		return true
	})
	test.Tap(tick)
	fill(t, f, "form.splitName", "Tehran")
	save(t, f)
	if len(now(f).Participants) != len(was.Participants)+1 {
		t.Errorf("%d participants, want one more than %d", len(now(f).Participants), len(was.Participants))
	}
	undone(t, f, was, f.words.Text("edit.split"))
}

func TestEditStatement(t *testing.T) {
	f := editing(t)
	was := now(f)
	id := was.Statements[0].ID
	f.edit(pick(panels.KindStatement, id))
	set(t, f, "form.says", f.words.Text("form.says.denial"))
	set(t, f, "form.speaker", f.words.Text("form.nobodyNamed"))
	fill(t, f, "form.words", "He denies it.")
	save(t, f)
	if s := now(f).StatementByID(id); s.Kind != briefing.StatementDenial || s.Speaker != "" || s.Words != "He denies it." {
		t.Errorf("statement = %+v", s)
	}
	undone(t, f, was, "He denies it.")
	menuOf(t, f, pick(panels.KindStatement, id), "menu.statementKind")
	choosing(t, f, f.words.Text("form.says.offer"))
	if now(f).StatementByID(id).Kind != briefing.StatementOffer {
		t.Error("the kind did not change")
	}
	undone(t, f, was, f.words.Text("edit.statement-kind"))
}

func TestEditCheck(t *testing.T) {
	f := editing(t)
	was := now(f)
	id := was.Checks[0].ID
	menuOf(t, f, pick(panels.KindCheck, id), "menu.resolve")
	fill(t, f, "form.how", "Asked the agency.")
	save(t, f)
	if c := now(f).Checks[0]; c.Resolution != "Asked the agency." {
		t.Errorf("check = %+v", c)
	}
	settled := now(f)
	menuOf(t, f, pick(panels.KindCheck, id), "menu.reopen")
	if now(f).Checks[0].Resolution != "" {
		t.Error("the check is not open again")
	}
	undone(t, f, settled, f.words.Text("edit.check-reopen"))
	undone(t, f, was, f.words.Text("edit.check-resolve"))
}

func TestEditSource(t *testing.T) {
	f := editing(t)
	was := now(f)
	src := was.Sources[0]
	menuOf(t, f, pick(panels.KindSource, src.ID), "menu.source")
	fill(t, f, "form.source.byline", "A. Reporter")
	save(t, f)
	if got := now(f).Sources[0].Byline; got != "A. Reporter" {
		t.Errorf("byline = %q", got)
	}
	undone(t, f, was, f.words.Text("edit.source-byline"))
	// A corrected text says what became of the evidence; what is lost can be clicked.
	q := was.Statements[0].Evidence[0]
	menuOf(t, f, pick(panels.KindSource, src.ID), "menu.correct")
	text := f.form.Container
	var field *kit.Field
	walk(text, func(o fyne.CanvasObject, _ fyne.Position) bool {
		if v, ok := o.(*kit.Field); ok {
			field = v
		}
		return true
	})
	field.SetText(src.Text[:q.Start] + src.Text[q.End:])
	f.saveForm()
	if f.form == nil || !strings.Contains(formSays(f), f.words.Text("report.title")) {
		t.Fatalf("no report: %q", formSays(f))
	}
	if now(f).Sources[0].Text == src.Text {
		t.Fatal("the text was not corrected")
	}
	var report *kit.Text
	walk(f.form.Container, func(o fyne.CanvasObject, _ fyne.Position) bool {
		if v, ok := o.(*kit.Text); ok && len(v.Links()) > 0 {
			report = v
		}
		return true
	})
	if report == nil {
		t.Fatalf("nothing to click in %q", formSays(f))
	}
	link := report.Links()[0]
	report.OnTap(link)
	if f.form != nil || f.Picked() != panels.ParsePick(link) {
		t.Errorf("clicked %s: picked %v, the report shows %v", link, f.Picked(), f.form != nil)
	}
	undone(t, f, was, f.words.Text("edit.source-text"))
}

func TestMarkingAndNotes(t *testing.T) {
	f := editing(t)
	was := now(f)
	f.editMarking()
	fill(t, f, "form.markingText", "For internal use")
	save(t, f)
	if now(f).Marking != "For internal use" {
		t.Errorf("marking = %q", now(f).Marking)
	}
	undone(t, f, was, f.words.Text("edit.marking"))
	f.editNote("")
	fill(t, f, "form.text", "Call the agency.")
	save(t, f)
	n := len(now(f).Notes)
	if n != len(was.Notes)+1 || now(f).Notes[n-1].Text != "Call the agency." {
		t.Fatalf("notes = %v", now(f).Notes)
	}
	p := pick(panels.KindNote, now(f).Notes[n-1].ID)
	f.Pick(p)
	f.edit(p)
	fill(t, f, "form.text", "Called: it is right.")
	save(t, f)
	if now(f).Notes[n-1].Text != "Called: it is right." {
		t.Errorf("note = %q", now(f).Notes[n-1].Text)
	}
	f.typedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if len(now(f).Notes) != n-1 {
		t.Error("Delete leaves the note")
	}
}

// Words selected in the source become an event, a participant, a statement and a
// note that rest on them.
func TestAddFromSelection(t *testing.T) {
	f := editing(t)
	was := now(f)
	f.side.tabs.Choose(tabSource)
	src := was.Sources[0]
	at := src.Sentences[2]
	tests := []struct {
		kind string
		last func(b *briefing.Briefing) ([]briefing.Anchor, string)
	}{
		{"event", func(b *briefing.Briefing) ([]briefing.Anchor, string) {
			e := b.Events[len(b.Events)-1]
			return e.Evidence, e.Title
		}},
		{"participant", func(b *briefing.Briefing) ([]briefing.Anchor, string) {
			p := b.Participants[len(b.Participants)-1]
			return p.Evidence, p.Name
		}},
		{"statement", func(b *briefing.Briefing) ([]briefing.Anchor, string) {
			s := b.Statements[len(b.Statements)-1]
			return s.Evidence, s.Words
		}},
	}
	for _, tt := range tests {
		text := selectSource(t, f, 2)
		sel, words, ok := f.source.Selected()
		if !ok || sel != src.ID || words.Start != at.Start || words.End <= words.Start || words.End > at.End {
			t.Fatalf("selected %v of %q, %v, want from %d of %q", words, sel, ok, at.Start, src.ID)
		}
		text.OnMenu("", fyne.NewPos(900, 300))
		chooseMenu(t, f, "menu.new."+tt.kind+".selection")
		ev, title := tt.last(now(f))
		if len(ev) != 1 || ev[0].Start != words.Start || ev[0].End != words.End || title != oneLine(src.Text[words.Start:words.End]) {
			t.Errorf("%s = %q resting on %v, want the selection %v", tt.kind, title, ev, words)
		}
		if f.form == nil {
			t.Errorf("%s: its form is not open", tt.kind)
		}
		f.closeForm()
		undone(t, f, was, f.words.Text("edit."+tt.kind+"-add"))
	}
	// Without a selection it is the sentence.
	menuOf(t, f, panels.SentencePick(briefing.Ref{Sentence: 4}), "menu.new.note.sentence")
	fill(t, f, "form.text", "Odd.")
	save(t, f)
	n := now(f).Notes[len(now(f).Notes)-1]
	if refs := now(f).Refs(n.Evidence); !slices.Equal(refs, []briefing.Ref{{Sentence: 4}}) {
		t.Errorf("the note rests on %v", refs)
	}
	undone(t, f, was, f.words.Text("edit.note-add"))
	// What is picked takes the sentence as evidence.
	f.Pick(pick(panels.KindEvent, "meeting"))
	had := len(was.EventByID("meeting").Evidence)
	f.desk.Menu(panels.SentencePick(briefing.Ref{Sentence: 9}), fyne.NewPos(900, 300))
	if !f.menu.Choose(f.words.Text("menu.addQuote", "name", short(was.EventByID("meeting").Title))) {
		t.Fatalf("the menu offers %q", f.menu.Labels())
	}
	if got := len(now(f).EventByID("meeting").Evidence); got != had+1 {
		t.Errorf("%d quotes, want %d", got, had+1)
	}
	undone(t, f, was, f.words.Text("edit.evidence-add"))
}

// selectSource drags over the beginning of a sentence of the source.
func selectSource(t *testing.T, f *Frame, n int) (text *kit.Text) {
	t.Helper()
	words := f.index.Sentence(briefing.Ref{Sentence: n})
	walk(f.side.Box, func(o fyne.CanvasObject, _ fyne.Position) bool {
		if x, ok := o.(*kit.Text); ok && x.String() == words {
			text = x
		}
		return true
	})
	if text == nil {
		t.Fatal("the sentence does not show")
	}
	at := func(x, y float32) fyne.PointEvent { return fyne.PointEvent{Position: fyne.NewPos(x, y)} }
	text.MouseDown(&desktop.MouseEvent{PointEvent: at(0, 8), Button: desktop.MouseButtonPrimary})
	text.Dragged(&fyne.DragEvent{PointEvent: at(110, 8)})
	text.MouseUp(&desktop.MouseEvent{PointEvent: at(110, 8), Button: desktop.MouseButtonPrimary})
	return text
}

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
	f.edit(pick(panels.KindEvent, "meeting"))
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
	f.closeForm()
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
		f.typedKey(&fyne.KeyEvent{Name: key})
		if f.menu == nil {
			t.Fatalf("%s opens no menu", key)
		}
		f.menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
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
		if (want == "detail.edit") != (f.form != nil) || (want == "detail.menu") != (f.menu != nil) {
			t.Errorf("%s: form %v, menu %v", want, f.form != nil, f.menu != nil)
		}
		f.closeForm()
		f.closeMenu()
	}
	// A row that has the ring, though something else is picked.
	f.canvas.Focus(f.participants.Rover)
	f.participants.Rover.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF2})
	if f.form == nil || !strings.Contains(formSays(f), f.words.Text("form.participant")) {
		t.Errorf("F2 on a participant: %q", formSays(f))
	}
	f.closeForm()
	f.Pick(p)
	f.typedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if now(f).StatementByID(p.ID) != nil {
		t.Error("Delete leaves the statement")
	}
	undone(t, f, was, "deletion")
}

// The Tab key goes round inside a form.
func TestTabStaysInForm(t *testing.T) {
	f := editing(t)
	f.edit(pick(panels.KindEvent, "meeting"))
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
	f.menu.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	back("a menu")
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF2})
	f.closeForm()
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
	if !f.leave() {
		t.Error("no form is open and the window stays")
	}
	f.edit(pick(panels.KindEvent, "meeting"))
	fill(t, f, "form.eventTitle", "Ministers talk")
	if !f.leave() || now(f).EventByID("meeting").Title != "Ministers talk" {
		t.Errorf("left: %q, want the title that was typed", now(f).EventByID("meeting").Title)
	}
	f.addEvent()
	if !f.leave() {
		t.Error("nothing was typed and the window stays")
	}
	f.addEvent()
	fill(t, f, "form.eventTitle", "Another")
	if f.leave() || !strings.Contains(formSays(f), f.words.Text("edit.error.needs-note")) {
		t.Errorf("without a note: the form says %q, want why it is not saved", formSays(f))
	}
	if !f.leave() {
		t.Error("the second time the window stays")
	}
}

// A button says what it does and by which key, over a form too.
func TestTips(t *testing.T) {
	f := editing(t)
	shown := func() (out string) {
		if f.tip != nil {
			walk(f.tip, func(o fyne.CanvasObject, _ fyne.Position) bool {
				if l, ok := o.(*kit.Label); ok {
					out += l.String()
				}
				return true
			})
		}
		return out
	}
	f.edit(pick(panels.KindEvent, "meeting"))
	var ok *kit.Button
	walk(f.form.Container, func(o fyne.CanvasObject, _ fyne.Position) bool {
		if b, is := o.(*kit.Button); is && b.Main {
			ok = b
		}
		return true
	})
	f.showTip(ok.Tip, fyne.NewPos(400, 400)) // after the delay
	if got := shown(); !strings.Contains(got, keys("Main+Enter")) || f.window.Objects[len(f.window.Objects)-1] != f.tip {
		t.Errorf("the tip says %q, on top %v", got, f.window.Objects[len(f.window.Objects)-1] == f.tip)
	}
	ok.MouseOut()
	if shown() != "" {
		t.Error("the pointer has left, and the tip stays")
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
	if f.form != nil || f.Picked().Kind != panels.KindParticipant {
		t.Fatalf("Enter: form %v, picked %v, want a participant picked", f.form != nil, f.Picked())
	}
	enter()
	if f.form == nil || !strings.Contains(formSays(f), f.words.Text("form.participant")) {
		t.Errorf("Enter again: %q, want the form of the participant", formSays(f))
	}
}

// What the editor adds says so wherever it shows.
func TestAddedIsMarked(t *testing.T) {
	f := editing(t)
	added := []struct {
		open func()
		main string // caption of its words
		in   func() kit.Block
	}{
		{f.addEvent, "form.eventTitle", func() kit.Block { return f.timeline.List }},
		{f.addParticipant, "form.name", func() kit.Block { return f.participants.Rover }},
		{f.addStatement, "form.words", func() kit.Block { return f.positions.Rover }},
		{func() { f.addLine(false, 0) }, "form.text", func() kit.Block { return f.card.Rover }},
	}
	for _, tt := range added {
		tt.open()
		words := "Zebra " + tt.main
		fill(t, f, tt.main, words)
		fill(t, f, "form.note", "Our own reporting")
		save(t, f)
		marked := false
		walk(tt.in(), func(o fyne.CanvasObject, _ fyne.Position) bool {
			if x, ok := o.(*kit.Text); ok && strings.Contains(x.String(), words) {
				marked = strings.Contains(x.String(), "added")
			}
			return true
		})
		if !marked {
			t.Errorf("%s: nothing says that it is added", words)
		}
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
	for _, l := range panels.Lines(b) {
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
		if f.menu == nil || len(f.menu.Labels()) == 0 {
			t.Errorf("%v has no menu", p)
			continue
		}
		for _, l := range f.menu.Labels() {
			if strings.Contains(l, "menu.") || strings.Contains(l, "{") {
				t.Errorf("%v: its menu says %q", p, l)
			}
		}
		f.closeMenu()
		f.edit(p)
		for _, line := range strings.Split(formSays(f), "\n") {
			if strings.HasPrefix(line, "form.") || strings.Contains(line, "{") {
				t.Errorf("%v: its form says %q", p, line)
			}
		}
		if f.form != nil {
			f.saveForm() // nothing was changed
		}
		if f.form != nil || now(f) != b {
			t.Errorf("%v: saving an untouched form changed the briefing, or was refused: %q", p, formSays(f))
		}
		f.closeForm()
		f.closeMenu()
	}
}

// A date phrase of the ledger becomes the date of an event, with its evidence.
func TestDateOfLedger(t *testing.T) {
	f := editing(t)
	was := now(f)
	for n, d := range was.Sources[0].Dates {
		if d.EDTF.IsZero() {
			continue
		}
		menuOf(t, f, panels.DatePick(0, n), "menu.dateOf")
		choosing(t, f, was.EventByID("meeting").Title)
		if e := now(f).EventByID("meeting"); e.Date.EDTF != d.EDTF || len(e.Date.Evidence) != len(d.Evidence) {
			t.Errorf("date = %s on %d quotes, want %s on %d", e.Date.EDTF, len(e.Date.Evidence), d.EDTF, len(d.Evidence))
		}
		undone(t, f, was, f.words.Text("edit.event-date"))
		return
	}
	t.Fatal("the ledger resolves no date")
}
