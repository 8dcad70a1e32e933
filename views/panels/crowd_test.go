package panels

import (
	"fmt"
	"strings"

	"briefline/app/briefing"
	"briefline/app/edtf"
)

// crowd is a briefing that is hard on every panel: three sources, five sides,
// names of 200 characters and in Arabic script, statements of nobody, events
// with and without dates, an ID that nothing has, all bases.
func crowd() *briefing.Briefing {
	b := &briefing.Briefing{
		Version: briefing.Version, ID: "crowd", Status: briefing.StatusDraft, Marking: "For internal use",
		Title:      briefing.Line{ID: "title", Text: strings.Repeat("long ", 60) + strings.Repeat("x", 200)},
		BottomLine: briefing.Line{ID: "bottom", Text: "وزیر کشور ایران در Bishkek گفت ۱۲ نفر", Basis: briefing.BasisAdded, Note: "added"},
		KeyPoints:  []briefing.Line{{ID: "k1", Text: "Says so.", Stress: "Says"}, {ID: "k2"}},
	}
	for _, id := range []string{"one", "two", "three"} {
		s := briefing.Source{ID: id, Publisher: strings.Repeat("Agency ", 20), Place: "Bishkek", Address: "https://example.org/" + strings.Repeat("path", 40)}
		for i := range 12 {
			words := fmt.Sprintf("In source %s sentence %d says that رحمانی فضلی met %s.", id, i+1, strings.Repeat("somebody ", i))
			at := len(s.Text)
			s.Text += words + "\n"
			s.Sentences = append(s.Sentences, briefing.Span{Start: at, End: at + len(words)})
		}
		b.Sources = append(b.Sources, s)
	}
	in := func(source int, sentences ...int) (out []briefing.Anchor) {
		for _, i := range sentences {
			s := &b.Sources[source]
			out = append(out, briefing.NewAnchor(s, s.Sentences[i].Start, s.Sentences[i].End))
		}
		return out
	}
	b.Title.Evidence = append(append(in(0, 0, 1, 2, 3, 4, 5), in(1, 0, 1, 2, 3)...), in(2, 11)...)
	b.KeyPoints[0].Evidence = in(2, 11)
	for i := range 5 {
		id := fmt.Sprintf("side%d", i)
		name := fmt.Sprintf("Side %d", i)
		if i == 3 {
			name = strings.Repeat("Confederation ", 15)
		}
		b.Participants = append(b.Participants,
			briefing.Participant{ID: id, Kind: briefing.KindState, Name: name, Side: id},
			briefing.Participant{
				ID: "who" + id, Kind: briefing.KindPerson, Name: strings.Repeat("n", 200), Side: id, Affiliation: id, Basis: briefing.BasisAdded, Note: "added",
				Role: strings.Repeat("Deputy ", 25), RoleBasis: briefing.BasisInferred, Evidence: in(i%3, i),
				Names: []briefing.Name{{Text: strings.Repeat("عبدالرضا رحمانی فضلی ", 10), Basis: briefing.BasisAdded, Note: "added"}},
			})
		for j, k := range []briefing.StatementKind{briefing.StatementClaim, briefing.StatementDenial, briefing.StatementAgreement, briefing.StatementOffer, briefing.StatementRequest} {
			b.Statements = append(b.Statements, briefing.Statement{
				ID: fmt.Sprintf("s%d.%d", i, j), Speaker: "who" + id, Kind: k, Direct: j == 0, Words: strings.Repeat(fmt.Sprintf("statement %d of %d ", j, i), 1+5*i), Evidence: in(j%3, i),
			})
		}
	}
	b.Participants = append(b.Participants,
		briefing.Participant{ID: "rtl", Kind: briefing.KindPlace, Name: "مشهد", Evidence: in(1, 5)},
		briefing.Participant{ID: "bare", Kind: briefing.KindGroup, Name: "", Basis: briefing.BasisInferred})
	b.Statements = append(b.Statements,
		briefing.Statement{ID: "nobody", Kind: briefing.StatementClaim, Words: "Credited to nobody at all", Evidence: in(0, 11)},
		briefing.Statement{ID: "free", Speaker: "rtl", Kind: briefing.StatementOffer, Words: "Offered by one of no side", Evidence: in(0, 10)})
	for i, date := range []string{"2016", "2017-12-09/2019-03-23", "[2016..]", "2016~", "", "", "-0043", "Y-66000000", "2020-02-30?"} {
		e := briefing.Event{ID: fmt.Sprintf("e%d", i), Title: fmt.Sprintf("Event %d %s", i, strings.Repeat("with a long title ", 3*(i%3))), Basis: briefing.BasisStated, Evidence: in(i%3, i)}
		if d, err := edtf.Parse(date); date != "" && err == nil {
			e.Date = briefing.Dating{EDTF: d, Basis: []briefing.Basis{briefing.BasisStated, briefing.BasisAdded, briefing.BasisInferred}[i%3]}
		}
		b.Events = append(b.Events, e)
	}
	b.Events[4].Relations = []briefing.Relation{{Kind: briefing.RelationAfter, Event: "e0"}}
	for i := range 6 {
		b.Checks = append(b.Checks, briefing.Check{ID: fmt.Sprintf("c%d", i), Kind: "text-defect", Words: strings.Repeat("Check this ", 1+6*(i%2)), Detail: "Because.", Evidence: in(i%3, i), Resolution: []string{"", "Done."}[i%2]})
	}
	return b
}

// empty is a briefing with nothing in it.
func empty() *briefing.Briefing {
	return &briefing.Briefing{Version: briefing.Version, ID: "empty", Status: briefing.StatusDraft}
}
