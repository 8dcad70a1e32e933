package briefing

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// Each row breaks the bundled briefing in one way.
func TestValidate(t *testing.T) {
	tests := []struct {
		name  string
		spoil func(b *Briefing)
		want  string // path: a part of the reason; "" for sound
	}{
		{"as it is", func(b *Briefing) {}, ""},
		{"draft without a status", func(b *Briefing) { b.Status = "" }, ""},
		{"no bottom line yet", func(b *Briefing) { b.BottomLine = Line{} }, ""},
		{"no basis is stated", func(b *Briefing) { b.Events[0].Basis = "" }, ""},
		{"unattributed", func(b *Briefing) { b.Statements[0].Speaker = "" }, ""},
		{"added needs no evidence", func(b *Briefing) { b.Title = Line{ID: "title", Text: "T", Basis: BasisAdded, Note: "why"} }, ""},
		{"about what is absent", func(b *Briefing) { b.Checks[1].Evidence = nil }, ""},
		{"date of a page's head", func(b *Briefing) { b.Sources[0].Published.Timex = "2024"; b.Sources[0].Published.Rule = "head" }, ""},
		{"open set of checks", func(b *Briefing) { b.Checks[0].Kind = "own" }, ""},

		{"no version", func(b *Briefing) { b.Version = 0 }, "$.version: from 1"},
		{"no ID", func(b *Briefing) { b.ID = "" }, "$.id: empty"},
		{"status", func(b *Briefing) { b.Status = "final" }, "$.status: want draft, reviewed"},
		{"time", func(b *Briefing) { b.Modified = time.Date(20000, 1, 1, 0, 0, 0, 0, time.UTC) }, "$.modified: years"},
		{"no title", func(b *Briefing) { b.Title.Text = " " }, "$.title.text: empty"},
		{"stress", func(b *Briefing) { b.KeyPoints[0].Stress = "demands" }, "$.keyPoints[0].stress: not in the text"},
		{"line without evidence", func(b *Briefing) { b.KeyPoints[1].Evidence = nil }, "$.keyPoints[1]: neither evidence"},
		{"inferred from nothing", func(b *Briefing) { b.BottomLine.Evidence = nil; b.BottomLine.Basis = BasisInferred }, "$.bottomLine: neither"},
		{"added without a note", func(b *Briefing) { b.Title.Basis = BasisAdded }, "$.title.note: empty"},
		{"basis", func(b *Briefing) { b.Title.Basis = "guessed" }, "$.title.basis: want stated, inferred, added"},
		{"duplicate ID across lists", func(b *Briefing) { b.Checks[2].ID = b.Events[1].ID }, "$.checks[2].id: same ID as $.events[1]"},
		{"empty ID", func(b *Briefing) { b.KeyPoints[2].ID = "" }, "$.keyPoints[2].id: empty"},

		{"no text", func(b *Briefing) { b.Sources = append(b.Sources, Source{ID: "x"}) }, "$.sources[1].text: empty"},
		{"text not UTF-8", func(b *Briefing) { b.Sources = append(b.Sources, Source{ID: "x", Text: "\xff"}) }, "$.sources[1].text: UTF-8"},
		{"ledger without phrase", func(b *Briefing) {
			b.Sources[0].Dates = []Dating{{Timex: "XXXX-WXX-4", Words: "Thursday"}}
		}, "$.sources[0].dates[0]: no phrase of this source"},
		{"ledger off the text", func(b *Briefing) {
			d := Dating{Timex: "XXXX-WXX-4", Words: "Thursday", Evidence: []Anchor{NewAnchor(&b.Sources[0], 180, 188)}}
			d.Evidence[0].Start++
			b.Sources[0].Dates = []Dating{d}
		}, "$.sources[0].dates[0].evidence[0].exact: not the text"},
		{"sentence outside", func(b *Briefing) { b.Sources[0].Sentences[12].End++ }, "$.sources[0].sentences[12]: outside"},
		{"sentence backwards", func(b *Briefing) { b.Sources[0].Sentences[0].End = -1 }, "$.sources[0].sentences[0]: outside"},
		{"sentence empty", func(b *Briefing) { b.Sources[0].Sentences[0].End = 0 }, "$.sources[0].sentences[0]: covers nothing"},
		{"sentences overlap", func(b *Briefing) { b.Sources[0].Sentences[3].Start--; b.Sources[0].Sentences[3].Start-- }, "$.sources[0].sentences[3]: begins before"},
		{"published", func(b *Briefing) { b.Sources[0].Published = Dating{Timex: "XXXX-WXX-4"} }, "$.sources[0].published: neither"},

		{"anchor elsewhere", func(b *Briefing) { b.Title.Evidence[0].Source = "x" }, "$.title.evidence[0].source: no such source"},
		{"anchor outside", func(b *Briefing) { b.Title.Evidence[0].End = 1 << 40 }, "$.title.evidence[0]: outside"},
		{"anchor before the text", func(b *Briefing) { b.Title.Evidence[0].Start = -1 }, "$.title.evidence[0]: outside"},
		{"anchor backwards", func(b *Briefing) { a := &b.Title.Evidence[0]; a.Start, a.End = a.End, a.Start }, "$.title.evidence[0]: outside"},
		{"anchor empty", func(b *Briefing) { b.Title.Evidence[0].End = b.Title.Evidence[0].Start }, "$.title.evidence[0]: covers nothing"},
		{"other words", func(b *Briefing) { b.Title.Evidence[0].Exact = "the new security agreement with Tehr" }, "$.title.evidence[0].exact: not the text"},
		{"other words before", func(b *Briefing) { b.Title.Evidence[0].Prefix = "x" }, "$.title.evidence[0].prefix: not the text before"},
		{"other words after", func(b *Briefing) { b.Title.Evidence[0].Suffix = "x" }, "$.title.evidence[0].suffix: not the text after"},
		{"inside a character", func(b *Briefing) {
			b.Sources = append(b.Sources, Source{ID: "x", Text: "жж"})
			b.Title.Evidence[0] = Anchor{Source: "x", Start: 0, End: 3, Exact: "ж\xd0"}
		}, "$.title.evidence[0]: inside a character"},

		{"event without evidence", func(b *Briefing) { b.Events[0].Evidence = nil }, "$.events[0]: neither"},
		{"event without a title", func(b *Briefing) { b.Events[0].Title = "" }, "$.events[0].title: empty"},
		{"date without evidence", func(b *Briefing) { b.Events[0].Date.Evidence = nil }, "$.events[0].date: neither"},
		{"added date without a note", func(b *Briefing) { b.Events[1].Date.Note = "" }, "$.events[1].date.note: empty"},
		{"no alternative", func(b *Briefing) { b.Events[3].Alternatives[0].Timex = "" }, "$.events[3].alternatives[0]: gives no date"},
		{"relation kind", func(b *Briefing) { b.Events[3].Relations[0].Kind = "near" }, "$.events[3].relations[0].kind: want before, after"},
		{"relation to nothing", func(b *Briefing) { b.Events[3].Relations[0].Event = "x" }, "$.events[3].relations[0].event: no such event"},
		{"relation to itself", func(b *Briefing) { b.Events[3].Relations[0].Event = "meeting" }, "$.events[3].relations[0].event: itself"},
		{"relation evidence", func(b *Briefing) { b.Events[3].Relations[0].Evidence[0].Source = "x" }, "$.events[3].relations[0].evidence[0].source: no such"},
		{"place unknown", func(b *Briefing) { b.Events[3].Places[0] = "x" }, "$.events[3].places[0]: no such participant"},
		{"a person is no place", func(b *Briefing) { b.Events[3].Places[0] = "junushaliev" }, "$.events[3].places[0]: neither a place"},
		{"a place takes no part", func(b *Briefing) { b.Events[3].Participants[0] = "iraq" }, "$.events[3].participants[0]: a place takes no part"},
		{"statement unknown", func(b *Briefing) { b.Events[1].Statements[0] = "x" }, "$.events[1].statements[0]: no such statement"},

		{"participant kind", func(b *Briefing) { b.Participants[0].Kind = "man" }, "$.participants[0].kind: want person"},
		{"no name", func(b *Briefing) { b.Participants[0].Name = "" }, "$.participants[0].name: empty"},
		{"role basis", func(b *Briefing) { b.Participants[0].RoleBasis = "x" }, "$.participants[0].roleBasis: want"},
		{"added role", func(b *Briefing) { b.Participants[0].RoleBasis = BasisAdded }, "$.participants[0].note: empty"},
		{"affiliation unknown", func(b *Briefing) { b.Participants[0].Affiliation = "x" }, "$.participants[0].affiliation: no such"},
		{"part of a person", func(b *Briefing) { b.Participants[2].Affiliation = "junushaliev" }, "$.participants[2].affiliation: neither"},
		{"part of itself", func(b *Briefing) { b.Participants[2].Affiliation = b.Participants[2].ID }, "$.participants[2].affiliation: itself"},
		{"side unknown", func(b *Briefing) { b.Participants[0].Side = "x" }, "$.participants[0].side: no such"},
		{"side that is none", func(b *Briefing) { b.Participants[0].Side = "isil" }, "$.participants[0].side: not a side"},
		{"added name", func(b *Briefing) { b.Participants[0].Names[0].Note = "" }, "$.participants[0].names[0].note: empty"},
		{"empty name", func(b *Briefing) { b.Participants[0].Names[0].Text = "" }, "$.participants[0].names[0].text: empty"},
		{"no mention", func(b *Briefing) { b.Participants[6].Evidence = nil }, "$.participants[6]: neither"},

		{"speaker unknown", func(b *Briefing) { b.Statements[0].Speaker = "x" }, "$.statements[0].speaker: no such"},
		{"a place speaks", func(b *Briefing) { b.Statements[0].Speaker = "syria" }, "$.statements[0].speaker: does not speak"},
		{"spoken to a place", func(b *Briefing) { b.Statements[0].Addressee = "syria" }, "$.statements[0].addressee: not spoken to"},
		{"spoken to the speaker", func(b *Briefing) { b.Statements[0].Addressee = "rahmani-fazli" }, "$.statements[0].addressee: the speaker"},
		{"statement kind", func(b *Briefing) { b.Statements[0].Kind = "threat" }, "$.statements[0].kind: want claim"},
		{"no words", func(b *Briefing) { b.Statements[0].Words = "" }, "$.statements[0].words: empty"},
		{"statement without evidence", func(b *Briefing) { b.Statements[0].Evidence = nil }, "$.statements[0]: neither"},

		{"check about nothing", func(b *Briefing) { b.Checks[0].Evidence = nil; b.Checks[0].Detail = "" }, "$.checks[0]: neither"},
		{"check kind", func(b *Briefing) { b.Checks[0].Kind = "" }, "$.checks[0].kind: empty"},
		{"check words", func(b *Briefing) { b.Checks[0].Words = "" }, "$.checks[0].words: empty"},
		{"review", func(b *Briefing) { b.Review = Review{Accepted: []string{"a", "q1"}, Seen: []string{"q2"}} }, ""}, // "a" is gone
		{"review out of order", func(b *Briefing) { b.Review.Accepted = []string{"q2", "q1"} }, "$.review.accepted[1]: not after"},
		{"review twice", func(b *Briefing) { b.Review.Seen = []string{"q1", "q1"} }, "$.review.seen[1]: not after"},
		{"review in two lists", func(b *Briefing) { b.Review.Accepted = []string{"q1"}; b.Review.Seen = []string{"q1"} }, "$.review.seen[0]: another list"},
		{"review of nothing", func(b *Briefing) { b.Review.Dropped = []string{""} }, "$.review.dropped[0]: empty"},
		{"confidence", func(b *Briefing) { b.Events[0].Confidence = 1.5 }, "$.events[0].confidence: want a number from 0 to 1"},
		{"confidence of a date", func(b *Briefing) { b.Events[0].Date.Confidence = -1 }, "$.events[0].date.confidence: want a number from 0 to 1"},
		{"state", func(b *Briefing) { b.Events[0].State = "dreamt" }, "$.events[0].state: unknown value; want planned, postponed, called-off, claimed"},
		{"more", func(b *Briefing) { b.More = []Event{{ID: "m", Title: "T"}} }, "$.more[0]: neither evidence nor added with a note"},
		{"figure", func(b *Briefing) { b.Figures = []Figure{{ID: "f", Label: "dead"}} }, "$.figures[0].values: a figure without a value"},
		{"value", func(b *Briefing) {
			b.Figures = []Figure{{ID: "f", Label: "dead", Values: []FigureValue{{Words: "9", Low: 9, High: 8, Basis: BasisAdded, Note: "n"}}}}
		}, "$.figures[0].values[0].high: below low"},
		{"unknown", func(b *Briefing) { b.Unknown = []Line{{ID: "u", Basis: BasisAdded, Note: "n"}} }, "$.unknown[0].text: empty"},
		{"note", func(b *Briefing) { b.Notes = []Note{{ID: "n"}} }, "$.notes[0].text: empty"},
	}
	for _, tt := range tests {
		b := bundledBriefing(t)
		tt.spoil(b)
		faults := b.Validate()
		if tt.want == "" {
			if faults != nil {
				t.Errorf("%s: got %v, want none", tt.name, faults)
			}
			continue
		}
		path, reason, _ := strings.Cut(tt.want, ": ")
		if !slices.ContainsFunc(faults, func(f Fault) bool { return f.Path == path && strings.Contains(f.Reason, reason) }) {
			t.Errorf("%s: got %v, want %s", tt.name, faults, tt.want)
		}
		if len(faults) > 3 {
			t.Errorf("%s: got %v, want few faults for one mistake", tt.name, faults)
		}
	}
}

func TestValidateOrder(t *testing.T) {
	tests := []struct {
		name      string
		relations string // "a before b, b after c"
		want      []int  // of the relations, those that contradict
	}{
		{"chain", "a before b, b before c, a before c", nil},
		{"said from both ends", "a before b, b after a", nil},
		{"each before the other", "a before b, b before a", []int{0, 1}},
		{"ring of three", "a before b, b before c, c before a", []int{0, 1, 2}},
		{"before and after", "a before b, a after b", []int{0, 1}},
		{"the ring only, not what hangs on it", "x before a, a before b, b before a, b before y", []int{1, 2}},
		{"same yet before", "a same-as b, a before b", []int{1}},
		{"ring through the same", "a before b, b same-as c, c before a", []int{0, 2}},
		{"same ring", "a same-as b, b same-as c, c same-as a", nil},
		{"during yet before", "a during b, a before b", []int{1}},
		{"during each other is the same", "a during b, b during a", nil},
		{"during what comes after", "a during b, b before c, c before a", []int{1, 2}},
		{"since leaves room for at", "a since b, b since a", nil},
		{"since yet before", "a since b, a before b", []int{1}},
		{"since what began later", "a since b, b after c, a before c", []int{1, 2}},
		{"during may overlap", "a during b, c during b, a before c", nil},
		{"unknown events have faults of their own", "a before z, z before a", nil},
	}
	for _, tt := range tests {
		b := &Briefing{}
		for _, id := range []string{"a", "b", "c", "x", "y"} {
			b.Events = append(b.Events, Event{ID: id})
		}
		var paths []string
		for _, r := range strings.Split(tt.relations, ", ") {
			f := strings.Fields(r)
			if e := b.EventByID(f[0]); e != nil {
				e.Relations = append(e.Relations, Relation{Kind: RelationKind(f[1]), Event: f[2]})
			}
			i := slices.IndexFunc(b.Events, func(e Event) bool { return e.ID == f[0] })
			if i < 0 {
				paths = append(paths, "")
				continue
			}
			paths = append(paths, "$.events["+string(rune('0'+i))+"].relations["+string(rune('0'+len(b.Events[i].Relations)-1))+"]")
		}
		var got, want []string
		for _, f := range b.Validate() {
			if strings.Contains(f.Reason, "contradicts") {
				got = append(got, f.Path)
			}
		}
		for _, i := range tt.want {
			want = append(want, paths[i])
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", tt.name, got, want)
		}
	}
}

// A chain as long as a file can hold it takes a moment and no deep stack.
func TestValidateLongChain(t *testing.T) {
	b := &Briefing{Events: make([]Event, 100_000)}
	for i := range b.Events {
		b.Events[i].ID = string(rune('a'+i%26)) + strings.Repeat("x", i%7) + time.Unix(int64(i), 0).UTC().Format("150405.0102")
	}
	for i := range b.Events[1:] {
		b.Events[i].Relations = []Relation{{Kind: RelationBefore, Event: b.Events[i+1].ID}}
	}
	for _, f := range b.Validate() {
		if strings.Contains(f.Reason, "contradicts") {
			t.Fatal(f)
		}
	}
}
