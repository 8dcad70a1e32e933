package session

import (
	"slices"
	"testing"

	"briefline/app/briefing"
)

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
