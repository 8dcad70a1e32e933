package session

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"briefline/app/briefing"
	"briefline/app/edtf"
)

func draft(t testing.TB) *Session {
	t.Helper()
	b := bundled(t)
	b.Status = briefing.StatusDraft
	return New(b)
}

// undoes holds that one undo brings back the briefing as it was.
func undoes(t *testing.T, s *Session, edit func()) {
	t.Helper()
	before := s.Briefing()
	edit()
	if s.Briefing() == before {
		t.Fatal("nothing was done")
	}
	if faults := s.Briefing().Validate(); faults != nil {
		t.Fatalf("unsound: %v", faults)
	}
	after := s.Briefing()
	s.Undo()
	same(t, "undone", s.Briefing(), before)
	s.Redo()
	same(t, "redone", s.Briefing(), after)
}

func wantError(t *testing.T, err error, message string) {
	t.Helper()
	if e := (*Error)(nil); !errors.As(err, &e) || e.Message != "edit.error."+message {
		t.Errorf("got error %v, want %s", err, message)
	}
}

// select1 selects the first place of words in the bundled source.
func select1(t testing.TB, s *Session, words string) Selection {
	t.Helper()
	at := strings.Index(s.Briefing().Sources[0].Text, words)
	if at < 0 {
		t.Fatalf("no %q in the source", words)
	}
	return Selection{"mna", briefing.Span{Start: at, End: at + len(words)}}
}

func TestSetText(t *testing.T) {
	s := draft(t)
	b := s.Briefing()
	ev := len(b.KeyPoints[0].Evidence)
	undoes(t, s, func() { must(t, SetText(s, "k1", "  Iran’s minister promises training.\n")) })
	k := s.Briefing().KeyPoints[0]
	if k.Text != "Iran’s minister promises training." || k.Stress != "" || len(k.Evidence) != ev || k.Basis != briefing.BasisStated {
		t.Errorf("key point: got %+v, want the new text on the old evidence, without the stress that is gone", k)
	}
	must(t, SetText(s, "k2", b.KeyPoints[1].Text+" Indeed."))
	if got := s.Briefing().KeyPoints[1].Stress; got == "" {
		t.Error("stress: gone, want it kept where its words are")
	}
	must(t, SetText(s, "meeting", "Ministers meet"))
	must(t, SetText(s, "check-mark", "Agency mark"))
	if name, _ := s.UndoName(); name.Message != "edit.check-text" {
		t.Errorf("step %v, want edit.check-text", name)
	}
	wantError(t, SetText(s, "iran", "x"), "no-text")
	wantError(t, SetText(s, "title", " "), "empty")
	wantError(t, SetText(s, "nothing", "x"), "gone")
	if got := State(s.Briefing(), "meeting"); got != Seen {
		t.Errorf("an edited event of a draft: state %d, want %d", got, Seen)
	}
}

// A quote that is worded anew is not direct any more; one cut shorter is.
func TestDirect(t *testing.T) {
	s := draft(t)
	sel := select1(t, s, "Iran is fully prepared to provide training")
	id, err := NewStatement(s, briefing.Statement{Words: "Iran is fully prepared", Direct: true, Evidence: []briefing.Anchor{anchor(t, s, sel)}})
	must(t, err)
	must(t, SetText(s, id, "fully prepared to provide"))
	if !s.Briefing().StatementByID(id).Direct {
		t.Error("a shorter quote is not direct")
	}
	must(t, SetText(s, id, "Iran is prepared"))
	if s.Briefing().StatementByID(id).Direct {
		t.Error("other words are still direct")
	}
}

func anchor(t testing.TB, s *Session, sel Selection) briefing.Anchor {
	t.Helper()
	a, err := sel.anchor(s.Briefing())
	must(t, err)
	return a
}

func TestAdded(t *testing.T) {
	s := draft(t)
	_, err := AddKeyPoint(s, 0, "From elsewhere", Ground{Basis: briefing.BasisAdded})
	wantError(t, err, "needs-note")
	_, err = AddKeyPoint(s, 0, "From nowhere", Ground{})
	wantError(t, err, "needs-evidence")
	id, err := AddKeyPoint(s, 1, "From elsewhere", Ground{Basis: briefing.BasisAdded, Note: "The ministry’s site."})
	must(t, err)
	if got := s.Briefing().KeyPoints[1].ID; got != id {
		t.Errorf("the second key point is %q, want %q", got, id)
	}
	must(t, Reorder(s, id, 99))
	if got := s.Briefing().KeyPoints; got[len(got)-1].ID != id || got[0].ID != "k1" || got[1].ID != "k2" {
		t.Errorf("moved to the end: got %v", got)
	}
	undoes(t, s, func() { must(t, Reorder(s, id, 0)) })
	undoes(t, s, func() { must(t, Delete(s, id)) })
	wantError(t, Delete(s, "title"), "title-needed")
	wantError(t, Delete(s, "mna"), "source-needed")
}

func TestSetEventDate(t *testing.T) {
	s := draft(t)
	d := edtf.MustParse("2024-05-24")
	wantError(t, SetEventDate(s, "meeting", d, Ground{}), "needs-note")
	undoes(t, s, func() { must(t, SetEventDate(s, "meeting", d, Ground{Note: "The ministry’s site."})) })
	got := s.Briefing().EventByID("meeting").Date
	if got.EDTF != d || got.Basis != briefing.BasisAdded || got.Timex != "" || got.Rule != "" || got.Words != "Friday" || len(got.Evidence) == 0 {
		t.Errorf("got %+v, want the date added to the source's words", got)
	}
	must(t, SetEventDate(s, "meeting", edtf.Date{}, Ground{}))
	if got := s.Briefing().EventByID("meeting").Date; !got.EDTF.IsZero() || got.Words != "Friday" || got.Basis != "" {
		t.Errorf("cleared: got %+v", got)
	}
	// The other weekday, which the source gives as well.
	s = draft(t)
	undoes(t, s, func() { must(t, UseAlternative(s, "meeting", 0)) })
	if e := s.Briefing().EventByID("meeting"); e.Date.Timex != "XXXX-WXX-4" || e.Alternatives[0].Timex != "XXXX-WXX-5" {
		t.Errorf("alternative used: got %+v", e)
	}
	must(t, MoveEvent(s, "agreement-2016", edtf.MustParse("2017"), "Moved."))
	if name, _ := s.UndoName(); name.Message != "edit.event-move" {
		t.Errorf("step %v", name)
	}
	wantError(t, AddRelation(s, "agreement-2016", briefing.Relation{Kind: briefing.RelationAfter, Event: "agreement-new"}), "order")
}

func TestSetSourceText(t *testing.T) {
	s := draft(t)
	must(t, Accept(s, "agreement-2016"))
	must(t, Accept(s, "q3"))
	old := s.Briefing().Sources[0]
	text := strings.Replace(old.Text, "hasled", "has led", 1)                       // a repair
	text = strings.Replace(text, "the 2016 cooperation", "the 2017 cooperation", 1) // another year
	text = strings.Replace(text, "MNA ", "", 1)                                     // all moves
	var report Report
	undoes(t, s, func() {
		var err error
		report, err = SetSourceText(s, "mna", text, "Lost.")
		must(t, err)
	})
	b := s.Briefing()
	if d := b.EventByID("agreement-2016").Date; d.Words != "2017" {
		t.Errorf("words of the date: got %q, want those that stand there now", d.Words)
	}
	if got := b.EventByID("agreement-2016").Date.Evidence; len(got) != 1 || got[0].Exact != "2017" {
		t.Errorf("date: got %+v, want the words that stand there now", got)
	}
	changed := report.Of(briefing.AnchorChanged)
	if !slices.ContainsFunc(changed, func(a Anchored) bool { return a.Item == "agreement-2016" && a.Part == "date" && a.Is.Exact == "2017" }) {
		t.Errorf("changed: got %+v, want the date of the agreement", changed)
	}
	if len(report.Of(briefing.AnchorMoved)) < 20 {
		t.Errorf("moved: got %d, want most", len(report.Of(briefing.AnchorMoved)))
	}
	if State(b, "agreement-2016") != Untouched {
		t.Error("accepted on words that changed")
	}
	if n := len(b.Sources[0].Sentences); n != len(old.Sentences) {
		t.Errorf("%d sentences, want %d", n, len(old.Sentences))
	}
	for i, span := range b.Sources[0].Sentences[5:] {
		if got, want := b.Sources[0].Text[span.Start:span.End], old.Text[old.Sentences[5+i].Start:old.Sentences[5+i].End]; got != want && !strings.Contains(got, "2017") {
			t.Errorf("sentence %d: got %q, want %q", 6+i, got, want)
		}
	}

	// All of the text goes: everything is the editor's, and says so.
	undoes(t, s, func() {
		var err error
		report, err = SetSourceText(s, "mna", "Nothing of this is left.", "Lost.")
		must(t, err)
	})
	if lost := report.Of(briefing.AnchorLost); len(lost) != len(report) {
		t.Errorf("%d of %d lost, want all", len(lost), len(report))
	}
	if e := s.Briefing().EventByID("agreement-2016"); e.Basis != briefing.BasisAdded || !strings.HasSuffix(e.Note, "Lost.") || !strings.HasSuffix(e.Date.Note, "Lost.") {
		t.Errorf("got %+v, want it added with a note", e)
	}
	_, err := SetSourceText(s, "mna", " ", "Lost.")
	wantError(t, err, "empty")
}

func TestFromSource(t *testing.T) {
	s := draft(t)
	sel := select1(t, s, "  Junushaliev referred"[2:])
	sel.Start, sel.End = sel.Start-1, sel.End+1 // with the line break and blank around
	id, err := NewEventFrom(s, sel)
	must(t, err)
	e := s.Briefing().EventByID(id)
	if e.Title != "Junushaliev referred" || len(e.Evidence) != 1 || e.Evidence[0].Exact != e.Title || e.Basis != briefing.BasisStated {
		t.Errorf("event: got %+v", e)
	}
	id, err = NewParticipantFrom(s, select1(t, s, "regional countries"), briefing.KindGroup)
	must(t, err)
	if p := s.Briefing().ParticipantByID(id); p.Name != "regional countries" || p.Kind != briefing.KindGroup {
		t.Errorf("participant: got %+v", p)
	}
	if State(s.Briefing(), id) != Seen {
		t.Error("what was made by hand is not looked at")
	}
	_, err = NewParticipantFrom(s, select1(t, s, "Iran"), "")
	wantError(t, err, "unsound")
	_, err = NewEventFrom(s, Selection{"mna", briefing.Span{Start: 9, End: 9}})
	wantError(t, err, "nothing-selected")
	_, err = NewEventFrom(s, Selection{"x", briefing.Span{Start: 0, End: 9}})
	wantError(t, err, "gone")
	must(t, AddEvidence(s, "meeting", select1(t, s, "Friday")))
	must(t, RemoveEvidence(s, "meeting", 0))

	// Half a character is the whole one; quotation marks make a quote.
	b := bundled(t)
	b.Sources = append(b.Sources, briefing.Source{ID: "q", Text: "He said “жизнь” and «да». No."})
	s = New(b)
	at := strings.Index(b.Sources[len(b.Sources)-1].Text, "жизнь")
	for _, tt := range []struct {
		span   briefing.Span
		words  string
		direct bool
	}{
		{briefing.Span{Start: at + 1, End: at + 9}, "жизнь", true}, // the marks just outside
		{briefing.Span{Start: at - 3, End: at + 13}, "жизнь", true},
		{briefing.Span{Start: at, End: at + 4}, "жи", false},
		{briefing.Span{Start: 0, End: 7}, "He said", false},
		{briefing.Span{Start: -9, End: 7}, "He said", false},
	} {
		id, err := NewStatementFrom(s, Selection{"q", tt.span}, "", "")
		must(t, err)
		if st := s.Briefing().StatementByID(id); st.Words != tt.words || st.Direct != tt.direct {
			t.Errorf("%v: got %q, direct %t; want %q, %t", tt.span, st.Words, st.Direct, tt.words, tt.direct)
		}
	}
}

func TestSplitAndMergeEvents(t *testing.T) {
	s := draft(t)
	old := *s.Briefing().EventByID("meeting")
	var id string
	undoes(t, s, func() {
		var err error
		id, err = SplitEvent(s, "meeting", 0)
		must(t, err)
	})
	a, b := s.Briefing().EventByID("meeting"), s.Briefing().EventByID(id)
	if a.Date.Timex != "XXXX-WXX-5" || b.Date.Timex != "XXXX-WXX-4" || len(a.Alternatives) != 0 || b.Title != a.Title || !slices.Equal(a.Participants, b.Participants) {
		t.Errorf("split: got %+v and %+v", a, b)
	}
	if len(a.Evidence) == 0 || len(b.Evidence) == 0 {
		t.Error("one of them rests on nothing")
	}
	must(t, AddRelation(s, "agreement-2016", briefing.Relation{Kind: briefing.RelationBefore, Event: id}))
	must(t, AddRelation(s, "meeting", briefing.Relation{Kind: briefing.RelationAfter, Event: id}))
	undoes(t, s, func() { must(t, MergeEvents(s, "meeting", id)) })
	got := s.Briefing().EventByID("meeting")
	if got.Date.Timex != old.Date.Timex || len(got.Alternatives) != 1 || got.Alternatives[0].Timex != "XXXX-WXX-4" || s.Briefing().EventByID(id) != nil {
		t.Errorf("merged: got %+v", got)
	}
	if r := s.Briefing().EventByID("agreement-2016").Relations; len(r) != 1 || r[0].Event != "meeting" {
		t.Errorf("relation: got %+v, want it to the meeting", r)
	}
	for _, r := range got.Relations {
		if r.Event == "meeting" || r.Event == id {
			t.Errorf("relation to %s", r.Event)
		}
	}
	wantError(t, MergeEvents(s, "meeting", "meeting"), "merge-itself")
	wantError(t, MergeEvents(s, "meeting", id), "gone")
}
