package extract_test

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"briefline/app/article"
	"briefline/app/briefing"
	"briefline/app/edtf"
	"briefline/app/extract"
	"briefline/app/i18n"
	"briefline/assets"
)

func extractor(t testing.TB) *extract.Extractor {
	t.Helper()
	words, err := i18n.Load(assets.I18n(), "en")
	if err != nil {
		t.Fatal(err)
	}
	x, err := extract.New(words)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func draft(t testing.TB, text string, o extract.Options) *briefing.Briefing {
	t.Helper()
	a, err := article.Paste(context.Background(), text)
	if err != nil {
		t.Fatal(err)
	}
	b, err := extractor(t).Draft(context.Background(), a, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, fault := range b.Validate() {
		t.Errorf("the draft has a fault: %s", fault)
	}
	return b
}

func bishkek(t testing.TB) string {
	t.Helper()
	data, err := os.ReadFile("../../assets/bishkek.txt")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// The statements of the bundled article as one annotator marked them: how each
// begins and ends, who says it, and the kinds that pass for it.
var bishkekSays = []struct {
	from, to string
	speaker  string
	kinds    []briefing.StatementKind
}{
	{"Iran does not accept the interference of foreign countries in the affairs of the Muslim", "world", fazli, claims},
	{"Iran does not accept the interference of foreign countries in the affairs of the Islamic", "what they do", fazli, claims},
	{"the intervention of foreign powers", "of their civilization", fazli, claims},
	{"Iran is by no means seeking", "of other countries", fazli, append(claims, briefing.StatementDenial)},
	{"it will stand by any country", "asks for help", fazli, offers},
	{"since the defeat of ISIL", "in Afghanistan", fazli, claims},
	{"Iran is fully prepared", "against terrorism", fazli, offers},
	{"Irans preparedness to help", "with Afghanistan", fazli, offers},
	{"Iran as the safest", "in neighboring countries", fazli, claims},
	{"Iran is ready to cooperate", "internal security", fazli, offers},
	{"his country has faced", "post-independence period", junushaliev, claims},
	{"Kyrgyzstan has sought", "of its government", junushaliev, append(claims, briefing.StatementRequest)},
	{"it was the second of this sort", "on fighting narcotics", junushaliev, append(claims, briefing.StatementAgreement)},
	{"given Irans vast experience", "to his country", junushaliev, append(claims, briefing.StatementRequest)},
	{"the Kyrgyz Interior Ministry is interested", "its Iranian counterpart", junushaliev, []briefing.StatementKind{briefing.StatementRequest}},
	{"Exchanging intelligence on combating", "Kyrgyz Interior Ministry", junushaliev, append(claims, briefing.StatementRequest)},
}

const fazli, junushaliev = "Abdolreza Rahmani Fazli", "Kashkar Junushaliev"

var (
	claims = []briefing.StatementKind{briefing.StatementClaim}
	offers = []briefing.StatementKind{briefing.StatementOffer}
)

// At least 14 of the 16 statements are found, each with its speaker and kind.
func TestBundledStatements(t *testing.T) {
	text := bishkek(t)
	b := draft(t, text, extract.Options{})
	found := 0
	for _, want := range bishkekSays {
		start := strings.Index(text, want.from)
		end := start + strings.Index(text[start:], want.to) + len(want.to)
		best, at := 0.0, -1
		for i, s := range b.Statements {
			e := s.Evidence[0]
			both := min(e.End, end) - max(e.Start, start)
			if share := float64(both) / float64(max(e.End, end)-min(e.Start, start)); share > best {
				best, at = share, i
			}
		}
		switch {
		case best < 0.5:
			t.Logf("not found: %s …", want.from)
			continue
		case b.ParticipantByID(b.Statements[at].Speaker) == nil || b.ParticipantByID(b.Statements[at].Speaker).Name != want.speaker:
			t.Logf("%s …: speaker %q, want %q", want.from, b.Statements[at].Speaker, want.speaker)
			continue
		case !slices.Contains(want.kinds, b.Statements[at].Kind):
			t.Logf("%s …: kind %q, want one of %q", want.from, b.Statements[at].Kind, want.kinds)
			continue
		}
		found++
	}
	const least = 14
	if found < least {
		t.Errorf("found %d of %d statements, want at least %d", found, len(bishkekSays), least)
	}
	if most := len(bishkekSays) + 2; len(b.Statements) > most {
		t.Errorf("the draft has %d statements, want at most %d: %v", len(b.Statements), most, b.Statements)
	}
}

func TestBundledParticipants(t *testing.T) {
	b := draft(t, bishkek(t), extract.Options{})
	tests := []struct {
		name, role, side string
		basis            briefing.Basis
	}{
		{fazli, "Interior Minister", "Iran", briefing.BasisStated},
		{junushaliev, "Interior Minister, Colonel", "Kyrgyzstan", briefing.BasisInferred},
	}
	for _, tt := range tests {
		i := slices.IndexFunc(b.Participants, func(p briefing.Participant) bool { return p.Name == tt.name })
		if i < 0 {
			t.Errorf("%s is no participant", tt.name)
			continue
		}
		p := b.Participants[i]
		side := ""
		if s := b.ParticipantByID(p.Side); s != nil {
			side = s.Name
		}
		if p.Role != tt.role || side != tt.side || p.RoleBasis != tt.basis || p.Affiliation != p.Side {
			t.Errorf("%s: role %q (%s), side %q, want %q (%s), %q", tt.name, p.Role, p.RoleBasis, side, tt.role, tt.basis, tt.side)
		}
	}
	for _, p := range b.Participants {
		if p.Name == "MNA" {
			t.Error("the agency that tells the story is a participant")
		}
	}
}

func TestBundledEvents(t *testing.T) {
	b := draft(t, bishkek(t), extract.Options{})
	event := func(words string) *briefing.Event {
		for i := range b.Events {
			if strings.Contains(strings.ToLower(b.Events[i].Title), words) {
				return &b.Events[i]
			}
		}
		t.Errorf("no event with %q", words)
		return &briefing.Event{}
	}
	agreement, defeat, meeting := event("cooperation agreement"), event("defeat of isil"), event("meeting")
	if got := agreement.Date.EDTF.String(); got != "2016" {
		t.Errorf("agreement: got %s, want 2016", got)
	}
	if !defeat.Date.EDTF.IsZero() || len(defeat.Statements) != 1 {
		t.Errorf("defeat: dated %s, reported in %v, want undated and in one statement", defeat.Date.EDTF, defeat.Statements)
	}
	if got := meeting.Date.Timex; got != "XXXX-WXX-5" || !meeting.Date.EDTF.IsZero() {
		t.Errorf("meeting: dated %q, want Friday, unresolved", got)
	}
}

// Every check that must be found is, on the words that it is about.
func TestBundledChecks(t *testing.T) {
	text := bishkek(t)
	b := draft(t, text, extract.Options{})
	tests := []struct {
		kind  briefing.CheckKind
		words []string // each in some check of the kind
	}{
		{briefing.CheckDateConflict, []string{"Thursday", "Friday"}},
		{briefing.CheckNoPublicationDate, []string{"Thursday", "Friday"}},
		{briefing.CheckTextDefect, []string{"hasled", "regiondespite", "thenew", "agreementwith", "Irans"}},
		{briefing.CheckAgencyMark, []string{"MNA Iran"}},
		{briefing.CheckAmbiguousCount, []string{"the second of this sort since the 2016 cooperation agreement"}},
		{briefing.CheckWordingVariation, []string{"Muslim world", "Islamic world"}},
	}
	for _, tt := range tests {
		var said []string
		for _, c := range b.Checks {
			if c.Kind == tt.kind {
				said = append(said, c.Words)
				for _, e := range c.Evidence {
					said = append(said, e.Exact)
				}
			}
		}
		if len(said) == 0 {
			t.Errorf("%s: no such check", tt.kind)
		}
		for _, w := range tt.words {
			if !slices.Contains(said, w) {
				t.Errorf("%s: about %q, want %q too", tt.kind, said, w)
			}
		}
	}
	for _, c := range b.Checks {
		if strings.Contains(c.Words+c.Detail, "⟦") {
			t.Errorf("%s: a placeholder is left in %q, %q", c.Kind, c.Words, c.Detail)
		}
	}
}

// No claim stands on the card without whoever makes it, and both sides have as
// many lines, or one of them one more.
func TestBundledCardIsFair(t *testing.T) {
	b := draft(t, bishkek(t), extract.Options{})
	lines := append([]briefing.Line{b.Title, b.BottomLine}, b.KeyPoints...)
	for _, l := range lines {
		if !strings.Contains(l.Text, "Fazli") && !strings.Contains(l.Text, "Junushaliev") && !strings.Contains(l.Text, "Kyrgyz minister") && !strings.Contains(l.Text, "Iranian minister") {
			t.Errorf("%q: a claim without its speaker", l.Text)
		}
	}
	count := map[string]int{}
	for _, l := range b.KeyPoints {
		switch {
		case strings.Contains(l.Text, "Fazli"), strings.Contains(l.Text, "Iranian minister"):
			count["Iran"]++
		default:
			count["Kyrgyzstan"]++
		}
	}
	if n := count["Iran"] - count["Kyrgyzstan"]; n < -1 || n > 1 || count["Iran"] == 0 {
		t.Errorf("key points: %v, want as many for each side, or one more", count)
	}
	if b.Title.Basis != briefing.BasisInferred || b.Title.Note == "" {
		t.Errorf("title: %q, %q, want it marked as made", b.Title.Basis, b.Title.Note)
	}
}

// Without a publication date nothing relative is resolved; with one, and when it
// is corrected, every date that hangs on it moves.
func TestRedate(t *testing.T) {
	x := extractor(t)
	b := draft(t, bishkek(t), extract.Options{})
	weekday := func() (thursday, event string) {
		for _, d := range b.Sources[0].Dates {
			if d.Words == "Thursday" {
				thursday = d.EDTF.String()
			}
		}
		for _, e := range b.Events {
			for _, d := range append([]briefing.Dating{e.Date}, e.Alternatives...) {
				if d.Words == "Friday" {
					event = d.EDTF.String()
				}
			}
		}
		return thursday, event
	}
	steps := []struct{ published, thursday, friday string }{
		{"", "", ""},
		{"2024-05-06", "2024-05-02", "2024-05-03"},
		{"2024-05-13", "2024-05-09", "2024-05-10"},
		{"", "", ""},
	}
	for i, tt := range steps {
		if i > 0 {
			d := briefing.Dating{}
			if tt.published != "" {
				d = briefing.Dating{EDTF: edtf.MustParse(tt.published), Basis: briefing.BasisAdded, Note: "n"}
			}
			x.Redate(b, "source", d)
		}
		if thursday, friday := weekday(); thursday != tt.thursday || friday != tt.friday {
			t.Errorf("published %q: Thursday is %q, the meeting %q, want %q, %q", tt.published, thursday, friday, tt.thursday, tt.friday)
		}
		missing := slices.ContainsFunc(b.Checks, func(c briefing.Check) bool { return c.Kind == briefing.CheckNoPublicationDate })
		if missing != (tt.published == "") {
			t.Errorf("published %q: check for a missing date: %t", tt.published, missing)
		}
		for _, fault := range b.Validate() {
			t.Errorf("published %q: %s", tt.published, fault)
		}
	}
	settled := b.Checks[0].ID
	b.Checks[0].Resolution = "Settled."
	x.Redate(b, "source", briefing.Dating{EDTF: edtf.MustParse("2024-05-13"), Basis: briefing.BasisAdded, Note: "n"})
	if !slices.ContainsFunc(b.Checks, func(c briefing.Check) bool { return c.ID == settled && c.Resolution != "" }) {
		t.Error("a check that a person resolved was taken away")
	}
	x.Redate(b, "nobody", briefing.Dating{})
}
