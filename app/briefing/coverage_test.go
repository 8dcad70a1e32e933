package briefing

import (
	"slices"
	"testing"

	"briefline/app/edtf"
)

func TestRefs(t *testing.T) {
	b := &Briefing{Sources: []Source{
		{ID: "s", Text: "One. Two. Three.", Sentences: []Span{{Start: 0, End: 4}, {Start: 5, End: 9}, {Start: 10, End: 16}}},
		{ID: "t", Text: "Four.", Sentences: []Span{{Start: 0, End: 5}}},
	}}
	s, u := &b.Sources[0], &b.Sources[1]
	tests := []struct {
		name string
		ev   []Anchor
		want []Ref
	}{
		{"none", nil, nil},
		{"in order, once", []Anchor{NewAnchor(u, 0, 5), NewAnchor(s, 10, 12), NewAnchor(s, 5, 8), NewAnchor(s, 12, 16)}, []Ref{{0, 1}, {0, 2}, {1, 0}}},
		{"over a boundary", []Anchor{NewAnchor(s, 3, 6)}, []Ref{{0, 0}, {0, 1}}},
		{"up to a boundary", []Anchor{NewAnchor(s, 0, 5)}, []Ref{{0, 0}}},
		{"between sentences", []Anchor{NewAnchor(s, 4, 5)}, nil},
		{"lost", []Anchor{{Source: "s", Start: 90, End: 93, Exact: "One"}}, nil},
		{"no such source", []Anchor{{Source: "x", Start: 0, End: 3, Exact: "One"}}, nil},
	}
	for _, tt := range tests {
		if got := b.Refs(tt.ev); !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestCoverage(t *testing.T) {
	b := &Briefing{Sources: []Source{{ID: "s", Publisher: "P", Text: "One. Two. Three. Four.", Sentences: []Span{{Start: 0, End: 4}, {Start: 5, End: 9}, {Start: 10, End: 16}, {Start: 17, End: 22}}}}}
	at := func(i int) []Anchor {
		span := b.Sources[0].Sentences[i]
		return []Anchor{NewAnchor(&b.Sources[0], span.Start, span.End)}
	}
	b.Participants = []Participant{{ID: "p", Evidence: at(1)}} // a mention is no use
	b.Events = []Event{
		{ID: "full", Date: Dating{EDTF: edtf.MustParse("2016")}, Participants: []string{"p"}, Places: []string{"l"}, Evidence: at(0)},
		{ID: "bare", Date: Dating{Timex: "XXXX-WXX-4"}, Relations: []Relation{{Evidence: at(3)}}},
		{ID: "dated by the editor", Date: Dating{EDTF: edtf.MustParse("2016"), Basis: BasisAdded}, Participants: []string{"p"}, Places: []string{"l"}},
		{ID: "added", Basis: BasisAdded},
	}
	b.Statements = []Statement{{ID: "q"}, {ID: "r", Speaker: "p"}}
	c := b.Coverage()
	if want := []Ref{{0, 0}, {0, 3}}; !slices.Equal(c.Used, want) {
		t.Errorf("used: got %v, want %v", c.Used, want)
	}
	if want := []Ref{{0, 1}, {0, 2}}; !slices.Equal(c.Unused, want) {
		t.Errorf("unused: got %v, want %v", c.Unused, want)
	}
	want := []Gap{{"s", GapWhen}, {"s", GapWhere}, {"bare", GapWho}, {"bare", GapWhen}, {"bare", GapWhere},
		{"dated by the editor", GapWhen}, {"q", GapWho}}
	if !slices.Equal(c.Missing, want) {
		t.Errorf("missing: got %v, want %v", c.Missing, want)
	}
}
