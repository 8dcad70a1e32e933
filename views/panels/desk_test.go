package panels

import (
	"strings"
	"testing"

	"briefline/app/briefing"
	"briefline/views/kit"
)

func TestDetailLine(t *testing.T) {
	d, _ := start(t)
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
		for _, p := range stress(&briefing.Line{Text: tt.text, Stress: tt.stress}, kit.Piece{Style: kit.Body}, kit.Piece{Style: kit.BodyBold}) {
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
