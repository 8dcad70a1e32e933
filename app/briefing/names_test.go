package briefing

import (
	"slices"
	"testing"
)

func TestRefName(t *testing.T) {
	tests := []struct {
		sources int
		ref     Ref
		want    string
	}{
		{1, Ref{0, 9}, "S10"},
		{2, Ref{0, 0}, "A1"}, // with several sources, the source's letter
		{2, Ref{1, 9}, "B10"},
		{30, Ref{25, 0}, "Z1"},
		{30, Ref{26, 0}, "AA1"}, // the alphabet starts again
		{30, Ref{27, 2}, "AB3"},
	}
	for _, tt := range tests {
		b := &Briefing{Sources: make([]Source, tt.sources)}
		if got := b.RefName(tt.ref); got != tt.want {
			t.Errorf("%d sources, %v: name = %q, want %q", tt.sources, tt.ref, got, tt.want)
		}
	}
}

// Every kind stands under a heading that is shown, an unknown one too.
func TestHeading(t *testing.T) {
	for kind, want := range map[StatementKind]StatementKind{
		StatementClaim:     StatementClaim,
		StatementDenial:    StatementClaim, // saying no is saying
		StatementAgreement: StatementAgreement,
		StatementOffer:     StatementOffer,
		StatementRequest:   StatementRequest,
		"threat":           StatementClaim, // of a newer version
	} {
		got := kind.Heading()
		if got != want {
			t.Errorf("%q: heading = %q, want %q", kind, got, want)
		}
		if !slices.Contains(Headings(), got) {
			t.Errorf("%q stands under %q, which is not shown", kind, got)
		}
	}
}
