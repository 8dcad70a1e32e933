package session

import (
	"context"
	"os"
	"strings"
	"testing"

	"briefline/app/article"
	"briefline/app/briefing"
	"briefline/app/edtf"
	"briefline/app/extract"
	"briefline/app/i18n"
)

func extractor(t *testing.T) *extract.Extractor {
	t.Helper()
	words, err := i18n.Load(os.DirFS("../../assets/i18n"), "en")
	must(t, err)
	x, err := extract.New(words)
	must(t, err)
	return x
}

func drafted(t *testing.T, x *extract.Extractor, text string) *Session {
	t.Helper()
	a, err := article.Paste(context.Background(), text)
	must(t, err)
	b, err := x.Draft(context.Background(), a, extract.Options{})
	must(t, err)
	return New(b)
}

// A draft as it comes from an article is reviewed to the end: accepted, dropped,
// corrected, dated; and all of it undone.
func TestDraftToReviewed(t *testing.T) {
	raw, err := os.ReadFile("../../assets/bishkek.txt")
	must(t, err)
	x := extractor(t)
	s := drafted(t, x, string(raw))
	first := s.Briefing()
	if faults := first.Validate(); faults != nil {
		t.Fatalf("the draft: %v", faults)
	}
	if done, all := Progress(first); done != 0 || all < 20 {
		t.Fatalf("%d of %d looked at, want none of many", done, all)
	}

	must(t, SetPublished(s, "source", edtf.MustParse("2024-05-25"), Ground{Note: "The agency’s page."}, x.Redate))
	moved := 0
	for _, d := range s.Briefing().Sources[0].Dates {
		if strings.HasSuffix(d.Against, "2024-05-25") {
			moved++
		}
	}
	if moved != 2 {
		t.Errorf("%d dates of the ledger hang on the publication date, want both weekdays", moved)
	}
	text := strings.Replace(s.Briefing().Sources[0].Text, "hasled", "has led", 1)
	report, err := SetSourceText(s, "source", text, "Lost.", x.Redate)
	must(t, err)
	if len(report) < 20 || len(report.Of(briefing.AnchorLost)) > 0 {
		t.Errorf("%d anchors, %d lost; want many and none", len(report), len(report.Of(briefing.AnchorLost)))
	}
	for _, tab := range Tabs() {
		for i, id := range Order(s.Briefing(), tab) {
			switch {
			case i == 0:
				must(t, Drop(s, id))
			case i%2 == 0:
				must(t, Accept(s, id))
			}
		}
	}
	if err := Finish(s); err == nil {
		t.Error("finished with items that were never looked at")
	}
	must(t, AcceptAllLeft(s))
	must(t, Finish(s))
	if faults := s.Briefing().Validate(); faults != nil {
		t.Errorf("reviewed: %v", faults)
	}
	for s.Undo() {
	}
	same(t, "undone", s.Briefing(), first)
}
