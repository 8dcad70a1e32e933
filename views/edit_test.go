package views

import (
	"slices"
	"strings"
	"testing"

	"briefline/app/briefing"
	"briefline/views/forms"
	"briefline/views/kit"
	"briefline/views/panels"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

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
	f.forms.Now().Save()
	if f.form() == nil || !strings.Contains(formSays(f), f.words.Text("edit.error.needs-note")) {
		t.Fatalf("an added date without a note was taken: %q", formSays(f))
	}
	if now(f) != was {
		t.Error("a refused edit changed the briefing")
	}
	fill(t, f, "form.date", "the day of the cat")
	fill(t, f, "form.dateNote", "The minister’s diary")
	f.forms.Now().Save()
	if f.form() == nil {
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
	f.stage.Key(&fyne.KeyEvent{Name: fyne.KeyF2})
	fill(t, f, "form.eventTitle", "Ministers talk in Bishkek")
	test.Tap(inForm[*kit.Select](t, f, "form.participants"))
	people := f.picker().Labels()
	who := slices.DeleteFunc(people, func(name string) bool {
		return slices.ContainsFunc(was.EventByID("meeting").Participants, func(id string) bool { return was.ParticipantByID(id).Name == name })
	})[0]
	choosing(t, f, who)
	f.picker().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
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
	f.forms.Edit(pick(panels.KindEvent, "agreement-2016"))
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
	walk(f.form().Container, func(o fyne.CanvasObject, _ fyne.Position) bool {
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
	f.forms.Edit(pick(panels.KindLine, k))
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
	if slices.ContainsFunc(now(f).KeyPoints, func(l briefing.Line) bool { return l.ID == k }) {
		t.Error("the key point is still there")
	}
	press(t, f, &fyne.ShortcutUndo{})
	menuOf(t, f, pick(panels.KindLine, k), "menu.addKeyPoint")
	fill(t, f, "form.text", "More to come.")
	f.forms.Now().Save()
	if f.form() == nil {
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
	if slices.Contains(f.menu().Labels(), f.words.Text("menu.delete")) {
		t.Error("the menu offers to delete the title")
	}
	f.stage.CloseHung()
}

func TestEditParticipant(t *testing.T) {
	f := editing(t)
	was := now(f)
	f.forms.Edit(pick(panels.KindParticipant, "junushaliev"))
	fill(t, f, "form.name", "Kashkar Dzhunushaliev")
	fill(t, f, "form.role", "Interior minister")
	tapIn(t, f, "form.addName")
	var name *kit.Field
	walk(f.form().Container, func(o fyne.CanvasObject, _ fyne.Position) bool {
		if v, ok := o.(*kit.Field); ok && v.PlaceHolder == f.words.Text("form.nameText") {
			name = v // the last
		}
		return true
	})
	name.SetText("Кашкар Джунушалиев")
	f.forms.Now().Save()
	if f.form() == nil {
		t.Fatal("an added name without a note was taken")
	}
	var note *kit.Field
	after := false
	walk(f.form().Container, func(o fyne.CanvasObject, _ fyne.Position) bool {
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
	f.forms.Now().Save()
	if f.form() == nil {
		t.Fatal("nothing was ticked, and it was split")
	}
	var tick *kit.Check
	walk(f.form().Container, func(o fyne.CanvasObject, _ fyne.Position) bool {
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
	f.forms.Edit(pick(panels.KindStatement, id))
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
	text := f.form().Container
	var field *kit.Field
	walk(text, func(o fyne.CanvasObject, _ fyne.Position) bool {
		if v, ok := o.(*kit.Field); ok {
			field = v
		}
		return true
	})
	field.SetText(src.Text[:q.Start] + src.Text[q.End:])
	f.forms.Now().Save()
	if f.form() == nil || !strings.Contains(formSays(f), f.words.Text("report.title")) {
		t.Fatalf("no report: %q", formSays(f))
	}
	if now(f).Sources[0].Text == src.Text {
		t.Fatal("the text was not corrected")
	}
	var report *kit.Text
	walk(f.form().Container, func(o fyne.CanvasObject, _ fyne.Position) bool {
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
	if f.form() != nil || f.Picked() != panels.ParsePick(link) {
		t.Errorf("clicked %s: picked %v, the report shows %v", link, f.Picked(), f.form() != nil)
	}
	undone(t, f, was, f.words.Text("edit.source-text"))
}

func TestMarkingAndNotes(t *testing.T) {
	f := editing(t)
	was := now(f)
	f.forms.EditMarking()
	fill(t, f, "form.markingText", "For internal use")
	save(t, f)
	if now(f).Marking != "For internal use" {
		t.Errorf("marking = %q", now(f).Marking)
	}
	undone(t, f, was, f.words.Text("edit.marking"))
	f.forms.EditNote("")
	fill(t, f, "form.text", "Call the agency.")
	save(t, f)
	n := len(now(f).Notes)
	if n != len(was.Notes)+1 || now(f).Notes[n-1].Text != "Call the agency." {
		t.Fatalf("notes = %v", now(f).Notes)
	}
	p := pick(panels.KindNote, now(f).Notes[n-1].ID)
	f.Pick(p)
	f.forms.Edit(p)
	fill(t, f, "form.text", "Called: it is right.")
	save(t, f)
	if now(f).Notes[n-1].Text != "Called: it is right." {
		t.Errorf("note = %q", now(f).Notes[n-1].Text)
	}
	f.stage.Key(&fyne.KeyEvent{Name: fyne.KeyDelete})
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
		before := now(f)
		text := selectSource(t, f, 2)
		sel, words, ok := f.source.Selected()
		if !ok || sel != src.ID || words.Start != at.Start || words.End <= words.Start || words.End > at.End {
			t.Fatalf("selected %v of %q, %v, want from %d of %q", words, sel, ok, at.Start, src.ID)
		}
		text.OnMenu("", fyne.NewPos(900, 300))
		chooseMenu(t, f, "menu.new."+tt.kind+".selection")
		if f.form() == nil {
			t.Fatalf("%s: its form is not open", tt.kind)
		}
		f.forms.Close()
		if now(f) != before {
			t.Fatalf("%s: cancelled, and the briefing has changed", tt.kind)
		}
		text.OnMenu("", fyne.NewPos(900, 300))
		chooseMenu(t, f, "menu.new."+tt.kind+".selection")
		save(t, f)
		ev, title := tt.last(now(f))
		if len(ev) != 1 || ev[0].Start != words.Start || ev[0].End != words.End || title != strings.Join(strings.Fields(src.Text[words.Start:words.End]), " ") {
			t.Errorf("%s = %q resting on %v, want the selection %v", tt.kind, title, ev, words)
		}
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
	if !f.menu().Choose(f.words.Text("menu.addQuote", "name", forms.Short(was.EventByID("meeting").Title))) {
		t.Fatalf("the menu offers %q", f.menu().Labels())
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

// What the editor adds says so wherever it shows.
func TestAddedIsMarked(t *testing.T) {
	f := editing(t)
	added := []struct {
		open func()
		main string // caption of its words
		in   func() kit.Block
	}{
		{f.forms.AddEvent, "form.eventTitle", func() kit.Block { return f.timeline.List }},
		{f.forms.AddParticipant, "form.name", func() kit.Block { return f.participants.Rover }},
		{f.forms.AddStatement, "form.words", func() kit.Block { return f.positions.Rover }},
		{func() { f.forms.AddLine(false, 0) }, "form.text", func() kit.Block { return f.card.Rover }},
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
