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

// A participant goes with all that points at it, and comes back with it.
func TestDeleteParticipant(t *testing.T) {
	s := draft(t)
	undoes(t, s, func() { must(t, Delete(s, "iran")) })
	b := s.Briefing()
	if p := b.ParticipantByID("rahmani-fazli"); p.Affiliation != "" || p.Side != "" {
		t.Errorf("got %+v, want no affiliation and no side", p)
	}
	undoes(t, s, func() { must(t, Delete(s, "junushaliev")) })
	for _, st := range s.Briefing().Statements {
		if st.Speaker == "junushaliev" || st.Addressee == "junushaliev" {
			t.Errorf("%s still points at him", st.ID)
		}
	}
	if got := State(s.Briefing(), "junushaliev"); got != Dropped {
		t.Errorf("state %d, want dropped", got)
	}
	undoes(t, s, func() { must(t, Delete(s, "agreement-2016")) })
	undoes(t, s, func() { must(t, Delete(s, "q13")) })
}

func TestMerge(t *testing.T) {
	s := draft(t)
	b := s.Briefing()
	want := len(b.ParticipantByID("iran").Evidence) + len(b.ParticipantByID("iranian-interior-ministry").Evidence)
	var r briefing.Repair
	undoes(t, s, func() {
		var err error
		r, err = MergeParticipants(s, "iranian-interior-ministry", "iran")
		must(t, err)
	})
	b = s.Briefing()
	p := b.ParticipantByID("iranian-interior-ministry")
	if b.ParticipantByID("iran") != nil || len(p.Evidence) != want || p.Side != p.ID || p.Affiliation != "" {
		t.Errorf("merged: got %+v, want %d mentions and a side of its own", p, want)
	}
	if !slices.Contains(p.Aliases, "Iran") || !slices.Contains(p.Aliases, "Tehran") {
		t.Errorf("namings: got %q", p.Aliases)
	}
	if got := b.ParticipantByID("rahmani-fazli"); got.Affiliation != p.ID || got.Side != p.ID {
		t.Errorf("the minister: got %+v", got)
	}
	for i := 1; i < len(p.Evidence); i++ {
		if p.Evidence[i-1].Start > p.Evidence[i].Start {
			t.Error("mentions out of order")
		}
	}
	if want := (briefing.Repair{Kind: briefing.RepairMerge, Name: "Iran", Was: briefing.KindState, Target: "Iranian Interior Ministry"}); r != want {
		t.Errorf("repair: got %+v, want %+v", r, want)
	}
	// Speaker and addressee become one: nobody speaks to himself.
	s = draft(t)
	undoes(t, s, func() {
		_, err := MergeParticipants(s, "rahmani-fazli", "junushaliev")
		must(t, err)
	})
	if st := s.Briefing().StatementByID("q2"); st.Speaker != "rahmani-fazli" || st.Addressee != "" {
		t.Errorf("got %+v", st)
	}
	if e := s.Briefing().EventByID("meeting"); !slices.Equal(e.Participants, slices.Compact(slices.Clone(e.Participants))) {
		t.Errorf("participants twice: %q", e.Participants)
	}
	_, err := MergeParticipants(s, "iran", "iran")
	wantError(t, err, "merge-itself")
}

func TestSplit(t *testing.T) {
	s := draft(t)
	p := s.Briefing().ParticipantByID("kyrgyzstan")
	n := len(p.Evidence)
	var at []int
	for i, a := range p.Evidence {
		if a.Exact == "Bishkek" {
			at = append(at, i)
		}
	}
	var id string
	undoes(t, s, func() {
		var err error
		var r briefing.Repair
		id, r, err = SplitParticipant(s, "kyrgyzstan", at, "")
		must(t, err)
		if want := (briefing.Repair{Kind: briefing.RepairSplit, Name: "Bishkek", Target: "Kyrgyzstan", Was: briefing.KindState}); r != want {
			t.Errorf("repair: got %+v, want %+v", r, want)
		}
	})
	own, rest := s.Briefing().ParticipantByID(id), s.Briefing().ParticipantByID("kyrgyzstan")
	if own.Name != "Bishkek" || len(own.Evidence) != len(at) || len(rest.Evidence) != n-len(at) || slices.Contains(rest.Aliases, "Bishkek") {
		t.Errorf("split: got %+v and %+v", own, rest)
	}
	_, _, err := SplitParticipant(s, "kyrgyzstan", nil, "")
	wantError(t, err, "split")
}

// A place takes no part and does not speak, and comes back in one step.
func TestKind(t *testing.T) {
	s := draft(t)
	undoes(t, s, func() {
		_, err := SetParticipantKind(s, "junushaliev", briefing.KindPlace)
		must(t, err)
	})
	e := s.Briefing().EventByID("meeting")
	if slices.Contains(e.Participants, "junushaliev") || !slices.Contains(e.Places, "junushaliev") {
		t.Errorf("the meeting: got %q in %q", e.Participants, e.Places)
	}
	undoes(t, s, func() {
		_, err := SetParticipantKind(s, "bishkek-city", briefing.KindPerson)
		must(t, err)
	})
	undoes(t, s, func() {
		_, err := SetParticipantKind(s, "iran", briefing.KindPerson)
		must(t, err)
	})
	if p := s.Briefing().ParticipantByID("rahmani-fazli"); p.Side != "" || p.Affiliation != "" {
		t.Errorf("on the side of a person: %+v", p)
	}
}

func TestSides(t *testing.T) {
	s := draft(t)
	must(t, SetSide(s, "rahmani-fazli", "isil"))
	if p := s.Briefing().ParticipantByID("isil"); p.Side != "isil" {
		t.Errorf("got side %q, want it a side of its own", p.Side)
	}
	must(t, SetSide(s, "isil", ""))
	if p := s.Briefing().ParticipantByID("rahmani-fazli"); p.Side != "" {
		t.Errorf("got side %q, want none: it is no side any more", p.Side)
	}
	wantError(t, SetRole(s, "isil", "Militia", briefing.BasisAdded, ""), "needs-note")
	must(t, SetRole(s, "isil", "Militia", briefing.BasisAdded, "Encyclopaedia."))
	wantError(t, SetNames(s, "isil", []briefing.Name{{Text: "داعش", Basis: briefing.BasisAdded}}), "needs-note")
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

func TestReview(t *testing.T) {
	s := draft(t)
	b := s.Briefing()
	all := len(b.Events) + len(b.Participants) + len(b.Statements) + len(b.Checks)
	if done, of := Progress(b); done != 0 || of != all || len(Unseen(b)) != all {
		t.Errorf("progress %d of %d, want 0 of %d", done, of, all)
	}
	wantError(t, Finish(s), "unseen")
	undoes(t, s, func() { must(t, Accept(s, "meeting")) })
	if name, _ := s.UndoName(); name.Message != "edit.accept" || name.Args[1] != "Ministers meet in Bishkek" {
		t.Errorf("step %v", name)
	}
	must(t, Accept(s, "meeting")) // again: no step
	undoes(t, s, func() { must(t, Drop(s, "q1")) })
	must(t, Look(s, "iraq"))
	must(t, SetSpeaker(s, "q3", ""))
	if done, of := Progress(s.Briefing()); done != 4 || of != all {
		t.Errorf("progress %d of %d, want 4 of %d", done, of, all)
	}
	for id, want := range map[string]ReviewState{"meeting": Accepted, "q1": Dropped, "iraq": Seen, "q3": Seen, "q2": Untouched} {
		if got := State(s.Briefing(), id); got != want {
			t.Errorf("%s: state %d, want %d", id, got, want)
		}
	}
	must(t, Reconsider(s, "iraq"))
	if State(s.Briefing(), "iraq") != Untouched || !slices.Contains(Unseen(s.Briefing()), "iraq") {
		t.Error("reconsidered, and still seen")
	}
	undoes(t, s, func() { must(t, AcceptAllLeft(s)) })
	if done, of := Progress(s.Briefing()); done != all || of != all || Unseen(s.Briefing()) != nil {
		t.Errorf("progress %d of %d, want all", done, of)
	}
	undoes(t, s, func() { must(t, Finish(s)) })
	if got := s.Briefing().Status; got != briefing.StatusReviewed {
		t.Errorf("status %q", got)
	}
	n := len(s.Briefing().Review.Seen)
	must(t, SetText(s, "meeting", "A meeting"))
	if len(s.Briefing().Review.Seen) != n {
		t.Error("a reviewed briefing keeps book of what is looked at")
	}
	must(t, ReopenReview(s))
	wantError(t, Accept(s, "title"), "no-review")
	wantError(t, Drop(s, "title"), "no-review")
}

func TestOrder(t *testing.T) {
	b := bundled(t)
	b.Checks[0].Resolution = "One meeting."
	slices.Reverse(b.Statements)
	if got := Order(b, TabChecks); got[len(got)-1] != b.Checks[0].ID || got[0] != b.Checks[1].ID {
		t.Errorf("checks: got %q, want the resolved one last", got)
	}
	if got := Order(b, TabStatements); got[0] != "q1" || got[15] != "q16" {
		t.Errorf("statements: got %q, want the order of the text", got)
	}
	if got := Order(b, TabTimeline); got[0] != b.Events[0].ID || len(got) != len(b.Events) {
		t.Errorf("events: got %q", got)
	}
}

func TestChecks(t *testing.T) {
	s := draft(t)
	wantError(t, ResolveCheck(s, "check-weekday", " "), "resolution")
	undoes(t, s, func() { must(t, ResolveCheck(s, "check-weekday", "One meeting.")) })
	undoes(t, s, func() { must(t, ReopenCheck(s, "check-weekday")) })
	wantError(t, ResolveCheck(s, "meeting", "x"), "gone")
}

// What a person repaired once is repaired in the next draft, if it is there.
func TestApplyRepairs(t *testing.T) {
	b := bundled(t)
	before := file(t, b)
	merge := briefing.Repair{Kind: briefing.RepairMerge, Name: "kyrgyz  interior ministry", Was: briefing.KindOrganisation, Target: "Kyrgyzstan"}
	rename := briefing.Repair{Kind: briefing.RepairRename, Name: "ISIL", Target: "Islamic State"}
	kind := briefing.Repair{Kind: briefing.RepairKindOf, Name: "Iraq", Was: briefing.KindPlace, Target: string(briefing.KindState)}
	drop := briefing.Repair{Kind: briefing.RepairNotPerson, Name: "Syria"}
	split := briefing.Repair{Kind: briefing.RepairSplit, Name: "Tehran", Target: "Iran", Was: briefing.KindState}
	nothing := []briefing.Repair{
		{Kind: briefing.RepairNotPerson, Name: "Atlantis"},
		{Kind: briefing.RepairNotPerson, Name: "Iran", Was: briefing.KindPerson},               // another Iran
		{Kind: briefing.RepairMerge, Name: "Afghanistan", Target: "Nobody here"},               // who is not in this story
		{Kind: briefing.RepairRename, Name: "Afghanistan", Target: "Iran"},                     // two of one name
		{Kind: briefing.RepairKindOf, Name: "Afghanistan", Target: "wrong"},                    // not sound
		{Kind: "later", Name: "Afghanistan"},                                                   // of a newer version
		{Kind: briefing.RepairKindOf, Name: "Afghanistan", Target: string(briefing.KindPlace)}, // so already
	}
	got, done := ApplyRepairs(b, append([]briefing.Repair{merge, rename, kind, drop, split}, nothing...))
	if want := []briefing.Repair{merge, rename, kind, drop, split}; !slices.Equal(done, want) {
		t.Errorf("done: got %+v, want %+v", done, want)
	}
	if faults := got.Validate(); faults != nil || file(t, b) != before {
		t.Errorf("faults %v, and the draft must stay as it is", faults)
	}
	if got.ParticipantByID("kyrgyz-interior-ministry") != nil || got.ParticipantByID("isil").Name != "Islamic State" ||
		got.ParticipantByID("iraq").Kind != briefing.KindState || got.ParticipantByID("syria") != nil {
		t.Error("not repaired")
	}
	if p := named(got, split.Name, "", false); p == nil || len(p.Evidence) != 2 {
		t.Errorf("split: got %+v", p)
	}
	if len(States(got)) != 0 {
		t.Errorf("review %v, want nothing looked at", States(got))
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

func TestChoices(t *testing.T) {
	s := draft(t)
	choices := ChoicesOf(s.Briefing(), "check-weekday")
	var messages []string
	for _, c := range choices {
		messages = append(messages, c.Message)
	}
	if want := []string{"edit.choice.one-event", "edit.choice.two-events", "edit.choice.keep"}; !slices.Equal(messages, want) {
		t.Fatalf("got %q, want %q", messages, want)
	}
	wantError(t, Choose(s, "check-weekday", 1, ""), "resolution")
	n := len(s.Briefing().Events)
	undoes(t, s, func() { must(t, Choose(s, "check-weekday", 1, "Two meetings.")) })
	if got := len(s.Briefing().Events); got != n+1 || s.Briefing().Checks[0].Resolution != "Two meetings." {
		t.Errorf("%d events, want %d, and the check resolved", got, n+1)
	}
	// Now the check is about two events, which may be one after all.
	undoes(t, s, func() { must(t, Choose(s, "check-weekday", 0, "One meeting.")) })
	if got := len(s.Briefing().Events); got != n {
		t.Errorf("%d events, want %d", got, n)
	}
	undoes(t, s, func() { must(t, Choose(s, "check-mark", 0, "")) })
	if State(s.Briefing(), "check-mark") != Accepted || len(ChoicesOf(s.Briefing(), "check-mark")) != 1 {
		t.Error("a check that is kept is not accepted")
	}
	wantError(t, Choose(s, "meeting", 0, "x"), "gone")
}
