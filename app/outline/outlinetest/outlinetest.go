// Package outlinetest holds for tests that a face of a briefing, such as the
// screen, the page or the plain text, shows what [outline.Outline] says, in its
// order. All faces are held to the same briefings, so they say the same.
package outlinetest

import (
	"fmt"
	"strings"
	"testing"

	"briefline/app/briefing"
	"briefline/app/edtf"
	"briefline/app/i18n"
	"briefline/app/outline"
	"briefline/assets"
)

// MostSources is how many sources the largest briefing for [Each] has.
const MostSources = 3

// Shown is what a face shows of a briefing: its words, in the order in which they
// are read.
type Shown struct {
	Top       string // the line above the title
	Events    string // the list of all events
	Members   string // who takes part; "" where a face does not list them by side
	Positions string // who says what
	Checks    string
	Sources   string
}

// Each holds a face to briefings of no source up to MostSources of them.
func Each(t *testing.T, show func(t *testing.T, b *briefing.Briefing, words *i18n.Catalog) Shown) {
	words, err := i18n.Load(assets.I18n(), "en")
	if err != nil {
		t.Fatal(err)
	}
	for n := range MostSources + 1 {
		t.Run(fmt.Sprintf("%d sources", n), func(t *testing.T) {
			b := Briefing(n)
			if faults := b.Validate(); faults != nil {
				t.Fatal(faults)
			}
			hold(t, outline.Of(b), words, show(t, b, words))
		})
	}
}

func hold(t *testing.T, o *outline.Outline, words *i18n.Catalog, got Shown) {
	t.Helper()
	if want := strings.Join(o.Provenance(words), " · "); !strings.EqualFold(plain(want), plain(got.Top)) {
		t.Errorf("above the title: got %q, want %q", got.Top, want)
	}
	names := func(refs []briefing.Ref) (out []string) {
		for _, r := range refs {
			out = append(out, o.Briefing.RefName(r))
		}
		return out
	}
	var events, members, said, checks, sentences []string
	for _, e := range o.Events {
		events = append(append(events, e.Title), names(e.Refs)...)
	}
	for _, s := range o.Sides {
		if s.ID != "" {
			members = append(members, s.Name)
		}
		for _, p := range s.Members {
			members = append(members, p.Name)
		}
	}
	for _, s := range o.Speakers {
		if s.Who != nil {
			said = append(said, s.Who.Name)
		}
		for _, g := range s.Groups {
			said = append(said, outline.Heading(words, g.Heading))
			for _, one := range g.Statements {
				said = append(append(said, outline.Quoted(words, one.Statement, one.Words)), names(one.Refs)...)
			}
		}
	}
	for _, c := range o.Checks {
		checks = append(append(checks, outline.CheckWords(words, c.Check)), names(c.Refs)...)
	}
	for _, s := range o.Sources {
		sentences = append(sentences, outline.Origin(words, s.Source)...)
		for _, one := range s.Sentences {
			sentences = append(sentences, one.Name, one.Text)
		}
	}
	follows(t, "events", got.Events, events)
	if got.Members != "" {
		follows(t, "members", got.Members, members)
	}
	follows(t, "positions", got.Positions, said)
	follows(t, "checks", got.Checks, checks)
	follows(t, "sources", got.Sources, sentences)
}

// follows holds that a text has all parts, each behind the one before.
func follows(t *testing.T, name, text string, parts []string) {
	t.Helper()
	rest := plain(text)
	for _, part := range parts {
		_, after, ok := strings.Cut(rest, plain(part))
		if !ok {
			t.Errorf("%s: %q does not stand in its place; got\n%s\nwant in this order\n%q", name, part, text, parts)
			return
		}
		rest = after
	}
}

// plain makes texts comparable that are broken into lines, set in capitals or
// joined by characters of no width.
func plain(s string) string {
	s = strings.NewReplacer("\u2060", "", "\u2068", "", "\u2069", "", "\u200e", "", "[", " ", "]", " ").Replace(s)
	return strings.ToLower(strings.Join(strings.Fields(s), " "))
}

// Briefing returns a briefing of n sources, each about one side; with none, all
// is added by the editor. Its events stand in another order than that of time, its
// statements in another than that of their speakers.
func Briefing(n int) *briefing.Briefing {
	b := &briefing.Briefing{ID: "sample", Version: briefing.Version}
	for i := range n {
		land := [...]string{"Northland", "Southland", "Westland"}[i]
		b.Sources = append(b.Sources, source(i,
			land+" signed a treaty in 200"+string(rune('9'-i))+". ",
			"Envoy of "+land+" offered grain to all. ",
			land+" regrets the delay. ",
			"An observer called it a good day. ",
			"Nobody knows what comes next."))
	}
	cite := func(source, sentence int) []briefing.Anchor {
		if source >= n {
			return nil
		}
		s := &b.Sources[source]
		at := s.Sentences[sentence]
		return []briefing.Anchor{briefing.NewAnchor(s, at.Start, at.End)}
	}
	basis, note := briefing.BasisStated, ""
	if n == 0 {
		basis, note = briefing.BasisAdded, "from memory"
	}
	b.Title = briefing.Line{ID: "title", Text: "A sample of what is shown", Basis: basis, Note: note, Evidence: cite(0, 0)}
	b.BottomLine = briefing.Line{ID: "bottom", Text: "It is the same everywhere.", Basis: basis, Note: note, Evidence: cite(0, 1)}
	b.KeyPoints = []briefing.Line{{ID: "point", Text: "In every order.", Basis: basis, Note: note, Evidence: cite(0, 2)}}
	b.Participants = append(b.Participants, briefing.Participant{ID: "observer", Kind: briefing.KindPerson, Name: "The Observer", Basis: basis, Note: note, Evidence: cite(0, 3)})
	for i := range max(n, 1) {
		land, id := [...]string{"Northland", "Southland", "Westland"}[i], string(rune('a'+i))
		b.Participants = append(b.Participants,
			briefing.Participant{ID: "envoy-" + id, Kind: briefing.KindPerson, Name: "Envoy " + strings.ToUpper(id), Role: "envoy", Affiliation: "land-" + id, Side: "land-" + id, Basis: basis, Note: note, Evidence: cite(i, 1)},
			briefing.Participant{ID: "land-" + id, Kind: briefing.KindState, Name: land, Side: "land-" + id, Basis: basis, Note: note, Evidence: cite(i, 0)})
		b.Events = append(b.Events, briefing.Event{
			ID: "event-" + id, Title: "Treaty of " + land, Basis: basis, Note: note, Evidence: cite(i, 0), Participants: []string{"land-" + id},
			Date: briefing.Dating{EDTF: edtf.MustParse("200" + string(rune('9'-i))), Words: "200" + string(rune('9'-i)), Basis: basis, Note: note, Evidence: cite(i, 0)},
			Alternatives: []briefing.Dating{
				{EDTF: edtf.MustParse("2011"), Basis: basis, Note: note, Evidence: cite(i, 2)},
			},
		})
		b.Checks = append(b.Checks, briefing.Check{ID: "check-" + id, Kind: briefing.CheckSingleSource, Words: "Only " + land + " says so", Detail: "No other source.", Evidence: cite(i, 4)})
	}
	b.Events = append(b.Events, briefing.Event{ID: "undated", Title: "Grain was sent", Basis: basis, Note: note, Evidence: cite(0, 1)})
	say := func(id, who string, kind briefing.StatementKind, words string, source, sentence int) {
		b.Statements = append(b.Statements, briefing.Statement{ID: id, Speaker: who, Kind: kind, Words: words, Direct: len(b.Statements)%2 == 0, Basis: basis, Note: note, Evidence: cite(source, sentence)})
	}
	say("nobody", "", briefing.StatementClaim, "What comes next is open", 0, 4)
	say("observed", "observer", briefing.StatementClaim, "It was a good day", 0, 3)
	for i := max(n, 1) - 1; i >= 0; i-- {
		id := string(rune('a' + i))
		say("regret-"+id, "land-"+id, briefing.StatementDenial, "The delay was not ours, says "+strings.ToUpper(id), i, 2)
		say("offer-"+id, "envoy-"+id, briefing.StatementOffer, "Grain for all from "+strings.ToUpper(id), i, 1)
		say("claim-"+id, "envoy-"+id, briefing.StatementClaim, "A treaty was signed by "+strings.ToUpper(id), i, 0)
	}
	return b
}

func source(i int, sentences ...string) briefing.Source {
	s := briefing.Source{
		ID: "source-" + string(rune('a'+i)), Publisher: "Agency " + string(rune('A'+i)), Place: [...]string{"Alpha", "Beta", "Gamma"}[i],
		Published: briefing.Dating{EDTF: edtf.MustParse("2010-01-0" + string(rune('1'+i))), Basis: briefing.BasisInferred, Rule: "test"},
	}
	for _, one := range sentences {
		start := len(s.Text)
		s.Text += one
		s.Sentences = append(s.Sentences, briefing.Span{Start: start, End: start + len(strings.TrimRight(one, " "))})
	}
	return s
}
