package panels

import (
	"strings"
	"testing"

	"briefline/app/briefing"
	"briefline/app/edtf"
	"briefline/views/kit"
)

func TestWhenAndRemark(t *testing.T) {
	d, _ := start(t)
	evidence := func(at int) []briefing.Anchor { return []briefing.Anchor{{Source: "s", Start: at, End: at + 1}} }
	stated, inferred, added := briefing.BasisStated, briefing.BasisInferred, briefing.BasisAdded
	tests := []struct {
		name         string
		event        briefing.Event
		when, remark string
	}{
		{"stated", briefing.Event{Date: briefing.Dating{EDTF: edtf.MustParse("2016"), Basis: stated}}, "2016", ""},
		{"no basis is stated", briefing.Event{Date: briefing.Dating{EDTF: edtf.MustParse("2016")}}, "2016", ""},
		{"inferred", briefing.Event{Date: briefing.Dating{EDTF: edtf.MustParse("[2016..]"), Basis: inferred}}, "in or after 2016", "inferred, date not stated"},
		{"added date", briefing.Event{Date: briefing.Dating{EDTF: edtf.MustParse("2017-12/2019-03"), Basis: added}}, "Dec 2017 – Mar 2019", "date added by editor"},
		{"added event", briefing.Event{Basis: added, Date: briefing.Dating{EDTF: edtf.MustParse("2016"), Basis: stated}}, "2016", "added by editor"},
		{"rough", briefing.Event{Date: briefing.Dating{EDTF: edtf.MustParse("2016~")}}, "c. 2016", ""},
		{"weekday", briefing.Event{Date: briefing.Dating{Timex: "XXXX-WXX-4", Words: "Thursday"}}, "Thursday, date not known", ""},
		// In the order of the text, whichever is the date and whichever the other.
		{"two weekdays", briefing.Event{
			Date:         briefing.Dating{Timex: "XXXX-WXX-5", Words: "Friday", Evidence: evidence(90)},
			Alternatives: []briefing.Dating{{Timex: "XXXX-WXX-4", Words: "Thursday", Evidence: evidence(9)}},
		}, "Thursday or Friday, date not known", ""},
		{"said twice", briefing.Event{
			Date: briefing.Dating{Timex: "XXXX-WXX-5", Words: "Friday"}, Alternatives: []briefing.Dating{{Words: "Friday"}},
		}, "Friday, date not known", ""},
		{"words only", briefing.Event{Date: briefing.Dating{Words: "some time ago", Timex: "nonsense"}}, "“some time ago”, date not known", ""},
		{"nothing", briefing.Event{}, "date not stated", ""},
		{"inferred without a date", briefing.Event{Date: briefing.Dating{Basis: inferred}}, "date not stated", ""},
		{"added without a date", briefing.Event{Basis: added}, "date not stated", "added by editor"},
	}
	for _, tt := range tests {
		if got := When(d.Words, &tt.event); got != tt.when {
			t.Errorf("%s: When = %q, want %q", tt.name, got, tt.when)
		}
		if got := remark(d.Words, &tt.event); got != tt.remark {
			t.Errorf("%s: remark = %q, want %q", tt.name, got, tt.remark)
		}
	}
	x := NewIndex(bishkek(t))
	if got, want := d.detail(x, x.Briefing.EventByID("isil-defeat")), "date added by editor · S5"; !strings.HasSuffix(got, want) {
		t.Errorf("detail = %q, want it to end in %q", got, want)
	}
}

func TestStress(t *testing.T) {
	for _, tt := range []struct{ text, stress, want string }{
		{"Iran offers help", "offers", "Iran |*offers*| help"},
		{"Iran offers help", "", "Iran offers help"},
		{"Iran offers help", "asks", "Iran offers help"}, // no such words
		{"offers help, offers more", "offers", "|*offers*| help, offers more"},
		{"offers", "offers", "|*offers*|"},
		{"", "x", ""},
	} {
		var got []string
		for _, p := range stress(briefing.Line{Text: tt.text, Stress: tt.stress}, kit.Piece{Style: kit.Body}, kit.Piece{Style: kit.BodyBold}) {
			if p.Style == kit.BodyBold {
				p.Text = "*" + p.Text + "*"
			}
			got = append(got, p.Text)
		}
		if s := strings.Join(got, "|"); s != tt.want {
			t.Errorf("stress(%q, %q) = %q, want %q", tt.text, tt.stress, s, tt.want)
		}
	}
}

// An item with very many sentences shows the first and counts the rest; one too
// many is not counted but shown.
func TestChipsAreCounted(t *testing.T) {
	d, _ := start(t)
	b := small(30)
	line := func(n int) briefing.Line {
		l := briefing.Line{ID: "k", Text: "x"}
		for _, e := range b.Events[:n] {
			l.Evidence = append(l.Evidence, e.Evidence...)
		}
		return l
	}
	for _, tt := range []struct {
		sentences, chips int
		names            string
	}{{0, 0, ""}, {1, 1, "S1"}, {8, 8, ""}, {9, 9, ""}, {10, 8, "S1 S2 S3 S4 S5 S6 S7 S8 +2"}, {30, 8, ""}} {
		b.KeyPoints = []briefing.Line{line(tt.sentences)}
		x := NewIndex(b)
		p := Pick{KindLine, "k"}
		t1 := kit.NewText(d.chips(x, p)...)
		if got := len(t1.Links()); got != tt.chips {
			t.Errorf("%d sentences: %d chips, want %d", tt.sentences, got, tt.chips)
		}
		if tt.names != "" && d.names(x, p) != tt.names {
			t.Errorf("%d sentences: %q, want %q", tt.sentences, d.names(x, p), tt.names)
		}
	}
}

func TestInitials(t *testing.T) {
	for _, tt := range []struct{ name, want string }{
		{"Abdolreza Rahmani Fazli", "AR"},
		{"Kashkar Junushaliev", "KJ"},
		{"Iran", "IR"},
		{"ISIL", "IS"},
		{"Iranian Interior Ministry", "II"},
		{"Charles de Gaulle", "CG"}, // particles do not count
		{"Q", "Q"},
		{"", ""},
		{"  ", ""},
		{"عبدالرضا رحمانی", "عر"}, // letters without case
		{"Кашкар Жунушалиев", "КЖ"},
		{"élysée", "ÉL"},
		{"4 July Group", "JG"},
	} {
		if got := Initials(tt.name); got != tt.want {
			t.Errorf("Initials(%q) = %q, want %q", tt.name, got, tt.want)
		}
	}
}
