package briefing

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// The bundled briefing against what the annotation of the article says must be
// found. Positions are bytes of the article.

func TestBishkekIsSound(t *testing.T) {
	raw := bundledBytes(t)
	b := bundledBriefing(t)
	if faults := b.Validate(); faults != nil {
		t.Errorf("got %v, want no faults", faults)
	}
	if mustWrite(t, b) != string(raw) {
		t.Error("the file is not in the form that Write gives it")
	}
	article, err := os.ReadFile("../../assets/bishkek.txt")
	if err != nil {
		t.Fatal(err)
	}
	if len(b.Sources) != 1 || b.Sources[0].Text != string(article) {
		t.Error("the source is not the article, byte for byte")
	}
}

func TestBishkekSentences(t *testing.T) {
	want := []Span{{Start: 0, End: 189}, {Start: 190, End: 539}, {Start: 540, End: 749}, {Start: 750, End: 918}, {Start: 919, End: 1136}, {Start: 1137, End: 1291}, {Start: 1292, End: 1475},
		{Start: 1476, End: 1742}, {Start: 1743, End: 2004}, {Start: 2005, End: 2195}, {Start: 2196, End: 2386}, {Start: 2387, End: 2692}, {Start: 2693, End: 2892}}
	b := bundledBriefing(t)
	if got := b.Sources[0].Sentences; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if c := b.Coverage(); len(c.Used) != 13 || len(c.Unused) != 0 {
		t.Errorf("got %d sentences used, want all 13", len(c.Used))
	}
}

func TestBishkekStatements(t *testing.T) {
	const rf, ju = "Abdolreza Rahmani Fazli", "Kashkar Junushaliev"
	want := []struct {
		start, end int
		speaker    string
		kind       StatementKind
	}{
		{4, 97, rf, StatementClaim},
		{190, 392, rf, StatementClaim},
		{581, 748, rf, StatementClaim},
		{767, 850, rf, StatementDenial}, // a claim whose stance is denial
		{856, 917, rf, StatementOffer},
		{954, 1135, rf, StatementClaim},
		{1151, 1290, rf, StatementOffer},
		{1324, 1474, rf, StatementOffer},
		{1497, 1598, rf, StatementClaim},
		{1612, 1741, rf, StatementOffer},
		{1788, 1866, ju, StatementClaim},
		{1880, 2003, ju, StatementClaim},
		{2078, 2194, ju, StatementAgreement},
		{2210, 2385, ju, StatementClaim},
		{2424, 2691, ju, StatementRequest},
		{2693, 2857, ju, StatementRequest},
	}
	b := bundledBriefing(t)
	if len(b.Statements) != len(want) {
		t.Fatalf("got %d statements, want %d", len(b.Statements), len(want))
	}
	for i, w := range want {
		s := b.Statements[i]
		speaker := b.ParticipantByID(s.Speaker)
		if speaker == nil || speaker.Name != w.speaker || s.Kind != w.kind || s.Direct {
			t.Errorf("%s: got %s by %q, want %s by %q, not direct", s.ID, s.Kind, s.Speaker, w.kind, w.speaker)
		}
		if !covers(s.Evidence, w.start, w.end) {
			t.Errorf("%s: evidence does not cover %d to %d", s.ID, w.start, w.end)
		}
	}
}

// covers reports whether the anchors hold this range of the only source.
func covers(ev []Anchor, start, end int) bool {
	return slices.ContainsFunc(ev, func(a Anchor) bool { return a.Start <= start && end <= a.End })
}

func TestBishkekEvents(t *testing.T) {
	want := []struct {
		id, edtf, timex  string
		basis            Basis // of the date
		alternative      string
		start, end       int // words that name it
		who, where, told string
		after            string
	}{
		{"agreement-2016", "2016", "", BasisStated, "", 2115, 2194, "iran kyrgyzstan", "", "q13", ""},
		{"isil-defeat", "2017-12-09/2019-03-23", "", BasisAdded, "", 960, 996, "isil", "iraq syria", "q6", ""},
		{"agreement-new", "[2016..]", "", BasisInferred, "", 2029, 2065, "iran kyrgyzstan", "", "q13", "after agreement-2016"},
		// No weekday becomes a calendar date without a publication date.
		{"meeting", "", "XXXX-WXX-5", BasisStated, "XXXX-WXX-4", 452, 538, "rahmani-fazli junushaliev", "bishkek-city", "",
			"after agreement-2016, after isil-defeat, since agreement-new"},
	}
	b := bundledBriefing(t)
	if len(b.Events) != len(want) {
		t.Fatalf("got %d events, want %d", len(b.Events), len(want))
	}
	for i, w := range want {
		e := b.Events[i]
		if e.ID != w.id || e.Date.EDTF.String() != w.edtf || e.Date.Timex != w.timex || e.Date.Basis != w.basis {
			t.Errorf("%s: got %s %q %q %s, want %q %q %s", w.id, e.ID, e.Date.EDTF, e.Date.Timex, e.Date.Basis, w.edtf, w.timex, w.basis)
		}
		var other string
		for _, d := range e.Alternatives {
			other += d.Timex
		}
		var order []string
		for _, r := range e.Relations {
			order = append(order, string(r.Kind)+" "+r.Event)
		}
		got := []string{other, strings.Join(e.Participants, " "), strings.Join(e.Places, " "), strings.Join(e.Statements, " "), strings.Join(order, ", ")}
		if want := []string{w.alternative, w.who, w.where, w.told, w.after}; !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", w.id, got, want)
		}
		if !covers(e.Evidence, w.start, w.end) {
			t.Errorf("%s: evidence does not cover %d to %d", w.id, w.start, w.end)
		}
	}
	if !b.Sources[0].Published.EDTF.IsZero() {
		t.Error("the article has no publication date")
	}
}

func TestBishkekParticipants(t *testing.T) {
	want := []struct {
		name, role, side string
		kind             ParticipantKind
		mentions         int // of the annotation, without what it calls ambiguous
		other            string
	}{
		{"Abdolreza Rahmani Fazli", "Interior Minister", "iran", KindPerson, 9, "عبدالرضا رحمانی فضلی"},
		{"Kashkar Junushaliev", "Interior Minister, Colonel", "kyrgyzstan", KindPerson, 9, "Кашкар Жунушалиев"},
		{"Iranian Interior Ministry", "", "iran", KindOrganisation, 1, ""},
		{"Kyrgyz Interior Ministry", "", "kyrgyzstan", KindOrganisation, 3, ""},
		{"Iran", "", "iran", KindState, 13, ""},
		{"Kyrgyzstan", "", "kyrgyzstan", KindState, 6, ""},
		{"ISIL", "", "", KindOrganisation, 1, ""},
		{"Afghanistan", "", "", KindPlace, 2, ""},
		{"Iraq", "", "", KindPlace, 1, ""},
		{"Syria", "", "", KindPlace, 1, ""},
		{"Bishkek", "", "", KindPlace, 2, ""},
	}
	b := bundledBriefing(t)
	if len(b.Participants) != len(want) {
		t.Fatalf("got %d participants, want %d", len(b.Participants), len(want))
	}
	for i, w := range want {
		p := b.Participants[i]
		if p.Name != w.name || p.Role != w.role || p.Side != w.side || p.Kind != w.kind || len(p.Evidence) != w.mentions {
			t.Errorf("got %s, %q, side %q, %s, %d mentions, want %+v", p.Name, p.Role, p.Side, p.Kind, len(p.Evidence), w)
		}
		var other string
		for _, n := range p.Names {
			other += n.Text
			if n.Basis != BasisAdded {
				t.Errorf("%s: its other name is not marked as added", p.Name)
			}
		}
		if other != w.other {
			t.Errorf("%s: got other name %q, want %q", p.Name, other, w.other)
		}
	}
	if got := b.Participants[0].RoleBasis; got != BasisStated {
		t.Errorf("office of Rahmani Fazli: got %s, want stated", got)
	}
	if got := b.Participants[1].RoleBasis; got != BasisInferred {
		t.Errorf("office of Junushaliev: got %s, want inferred", got)
	}
}

func TestBishkekChecks(t *testing.T) {
	want := []struct {
		kind CheckKind
		at   [][2]int
	}{
		{CheckDateConflict, [][2]int{{180, 188}, {532, 538}}},
		{CheckNoPublicationDate, [][2]int{{180, 188}, {532, 538}}},
		{CheckSingleSource, nil},
		{CheckAmbiguousCount, [][2]int{{2085, 2145}}},
		{CheckUndatedEvent, [][2]int{{2029, 2065}}},
		{CheckRoleNotStated, [][2]int{{467, 517}}},
		{CheckTextDefect, [][2]int{{654, 660}, {1547, 1560}, {2029, 2035}, {2045, 2058}}}, // glued words
		{CheckTextDefect, [][2]int{{1324, 1329}, {2216, 2221}}},                           // apostrophes
		{CheckUnclearReference, [][2]int{{2323, 2347}}},
		{CheckUnclearReference, [][2]int{{1709, 1741}}},
		{CheckUndatedEvent, [][2]int{{954, 996}}},
		{CheckWordingVariation, [][2]int{{85, 97}, {271, 284}}},
		{CheckAgencyMark, [][2]int{{0, 8}}},
	}
	b := bundledBriefing(t)
	if len(b.Checks) != len(want) {
		t.Fatalf("got %d checks, want %d", len(b.Checks), len(want))
	}
	for i, w := range want {
		c := b.Checks[i]
		if c.Kind != w.kind {
			t.Errorf("%s: got %s, want %s", c.ID, c.Kind, w.kind)
		}
		for _, at := range w.at {
			if !covers(c.Evidence, at[0], at[1]) {
				t.Errorf("%s: evidence does not cover %d to %d", c.ID, at[0], at[1])
			}
		}
		if n := utf8.RuneCountInString(c.Words); n > 70 {
			t.Errorf("%s: %d characters, want 70 at most", c.ID, n)
		}
	}
}

// What the article does not say does not pass for its words.
func TestBishkekAddsNothingUnmarked(t *testing.T) {
	b := bundledBriefing(t)
	var texts []string
	for _, l := range append([]Line{b.Title, b.BottomLine}, b.KeyPoints...) {
		texts = append(texts, l.Text)
		if l.Basis == BasisAdded {
			t.Errorf("%s: a line of the card is added", l.ID)
		}
	}
	for _, l := range b.KeyPoints {
		if l.Stress == "" {
			t.Errorf("%s: no words stressed", l.ID)
		}
	}
	for _, s := range b.Statements {
		texts = append(texts, s.Words)
	}
	for _, c := range b.Checks {
		texts = append(texts, c.Words, c.Detail)
	}
	for _, e := range b.Events {
		texts = append(texts, e.Title, e.Note)
	}
	for _, p := range b.Participants {
		texts = append(append(texts, p.Name, p.Role), p.Aliases...)
	}
	number := regexp.MustCompile(`\b\d+\b`)
	for _, text := range texts {
		for _, n := range number.FindAllString(text, -1) {
			if !strings.Contains(b.Sources[0].Text, n) {
				t.Errorf("%q: %s is not in the article", text, n)
			}
		}
		if strings.Contains(text, "Mehr") {
			t.Errorf("%q: the article does not spell the agency out", text)
		}
	}
}
