package briefing

import "testing"

// What keeps a briefing from being drawn goes, and no more than that where one list
// is to blame.
func TestReduce(t *testing.T) {
	b := bundledBriefing(t)
	before := mustWrite(t, b)
	if got := Reduce(b, func(*Briefing) bool { return true }); got != b {
		t.Error("drawn: got another briefing")
	}
	got := Reduce(b, func(b *Briefing) bool { return len(b.Events) == 0 })
	if len(got.Events) != 0 || len(got.Statements) != len(b.Statements) || len(got.Participants) != len(b.Participants) {
		t.Errorf("events: got %d events, %d statements, %d participants", len(got.Events), len(got.Statements), len(got.Participants))
	}
	got = Reduce(b, func(b *Briefing) bool { return len(b.Events) == 0 && len(b.Checks) == 0 })
	if len(got.Events) != 0 || len(got.Participants) != len(b.Participants) {
		t.Errorf("both: got %d events, %d participants", len(got.Events), len(got.Participants))
	}
	got = Reduce(b, func(*Briefing) bool { return false })
	if got.Sources[0].Text != b.Sources[0].Text || got.Title.Text == "" {
		t.Error("never: the text is gone")
	}
	if got.Mend() != nil {
		t.Error("what is left names what is gone")
	}
	if mustWrite(t, b) != before {
		t.Error("the briefing itself was changed")
	}
}
