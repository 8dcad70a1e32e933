package session

import (
	"slices"
	"testing"

	"briefline/app/briefing"
)

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
