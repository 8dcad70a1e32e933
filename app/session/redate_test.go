package session

import (
	"strings"
	"testing"

	"briefline/app/briefing"
	"briefline/app/edtf"
)

// ledger gives the source of a briefing a date ledger of two phrases.
func ledger(b *briefing.Briefing) {
	src := &b.Sources[0]
	for _, words := range []string{"Friday", "2016"} {
		at := strings.Index(src.Text, words)
		src.Dates = append(src.Dates, briefing.Dating{Words: words, Timex: "X", Basis: briefing.BasisStated,
			Evidence: []briefing.Anchor{briefing.NewAnchor(src, at, at+len(words))}})
	}
}

// What hangs on a publication date moves with it, as one step.
func TestPublishedMovesDates(t *testing.T) {
	s := draft(t)
	day := edtf.MustParse("2024-05-25")
	undoes(t, s, func() {
		must(t, SetPublished(s, "mna", day, Ground{Note: "The agency’s page."}, func(b *briefing.Briefing, source string, published briefing.Dating) {
			if source != "mna" || published.EDTF != day || published.Basis != briefing.BasisAdded || published.Note == "" {
				t.Errorf("%s: got %+v", source, published)
			}
			d := &b.EventByID("meeting").Date
			d.EDTF, d.Timex = edtf.MustParse("2024-05-24"), ""
		}))
	})
	if got := s.Briefing().EventByID("meeting").Date.EDTF.String(); got != "2024-05-24" {
		t.Errorf("got %s, want it moved", got)
	}
	if got := s.Briefing().SourceByID("mna").Published.EDTF; got != day {
		t.Errorf("published %s", got)
	}
}

// A corrected text keeps of the ledger what it does not touch.
func TestLedgerOfCorrectedText(t *testing.T) {
	b := bundled(t)
	b.Sources[0].Dates = nil
	ledger(b)
	s := New(b)
	text := strings.Replace(b.Sources[0].Text, "MNA ", "", 1)
	text = strings.Replace(text, "2016", "2017", 1)
	var read bool
	undoes(t, s, func() {
		_, err := SetSourceText(s, "mna", text, "Lost.", func(b *briefing.Briefing, source string, _ briefing.Dating) {
			read = true
			if got := b.Sources[0].Dates; len(got) != 1 || got[0].Words != "Friday" || got[0].Evidence[0].Exact != "Friday" || got[0].Evidence[0].Start != b.Sources[0].Dates[0].Evidence[0].Start {
				t.Errorf("ledger: got %+v, want Friday", got)
			}
		})
		must(t, err)
	})
	if !read {
		t.Error("the dates were not read anew")
	}
	// A ledger keeps no source in the briefing, nor does its publication date.
	b = bundled(t)
	b.Sources = append(b.Sources, briefing.Source{ID: "two", Text: "On Friday in 2016."})
	ledgerOf := b.Clone()
	ledgerOf.Sources = ledgerOf.Sources[1:]
	ledger(ledgerOf)
	b.Sources[1] = ledgerOf.Sources[0]
	s = New(b)
	undoes(t, s, func() { must(t, Delete(s, "two")) })
}
