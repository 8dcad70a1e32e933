package outline_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"briefline/app/briefing"
	"briefline/app/edtf"
	"briefline/app/i18n"
	"briefline/app/outline"
	"briefline/app/outline/outlinetest"
	"briefline/assets"
)

// What a briefing of two sources shows, in order.
func TestOf(t *testing.T) {
	o := outline.Of(outlinetest.Briefing(2))
	var got []string
	add := func(format string, args ...any) { got = append(got, fmt.Sprintf(format, args...)) }
	for _, l := range o.Lines {
		add("%s %d %v", l.Part, l.Number, l.Refs)
	}
	for _, e := range o.Events {
		add("%d %s %v", e.Number, e.Title, e.Refs)
	}
	for _, s := range o.Sides {
		var who []string
		for _, p := range s.Members {
			who = append(who, p.Name)
		}
		add("%q %q", s.Name, who)
	}
	for _, s := range o.Speakers {
		name := "nobody"
		if s.Who != nil {
			name = s.Who.Name
		}
		for _, g := range s.Groups {
			for _, one := range g.Statements {
				add("%s %s %d %s", name, g.Heading, one.Number, one.ID)
			}
		}
	}
	want := []string{
		"title 0 [{0 0}]", "bottom-line 0 [{0 1}]", "point 1 [{0 2}]",
		"1 Treaty of Southland [{1 0} {1 2}]", "2 Treaty of Northland [{0 0} {0 2}]", "3 Grain was sent [{0 1}]",
		`"Northland" ["Envoy A" "Northland"]`, `"Southland" ["Envoy B" "Southland"]`, `"" ["The Observer"]`,
		"Envoy A claim 1 claim-a", "Envoy A offer 2 offer-a", "Northland claim 3 regret-a",
		"Envoy B claim 4 claim-b", "Envoy B offer 5 offer-b", "Southland claim 6 regret-b",
		"The Observer claim 7 observed", "nobody claim 8 nobody",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	c := o.Cited(briefing.Ref{Source: 0, Sentence: 0})
	if c == nil || !c.Title || c.Bottom || !slices.Equal(c.Events, []int{2}) || !slices.Equal(c.Statements, []int{1}) {
		t.Errorf("the first sentence: got %+v, want the title, event 2 and statement 1", c)
	}
	if got := o.Undated; len(got) != 1 || got[0].ID != "undated" {
		t.Errorf("got %d undated events, want the one", len(got))
	}
	if traced, all := o.Traced(); traced != all || all != 3+3+5+8 {
		t.Errorf("got %d of %d traced, want all of 19", traced, all)
	}
}

// Several sources are counted: naming the first would credit it with the words of
// the others.
func TestProvenance(t *testing.T) {
	words, err := i18n.Load(assets.I18n(), "en")
	if err != nil {
		t.Fatal(err)
	}
	for n, want := range []string{
		"0 sources",
		"Agency A · Alpha · 1 January 2010 (date inferred) · 1 source · 1 min read",
		"2 sources · 1 min read",
		"3 sources · 1 min read",
	} {
		if got := strings.Join(outline.Of(outlinetest.Briefing(n)).Provenance(words), " · "); got != want {
			t.Errorf("%d sources: got %q, want %q", n, got, want)
		}
	}
}

// Those who speak and act come first, by how much they do; a place never does,
// and no more than MostMain are main.
func TestMainParticipants(t *testing.T) {
	o := outline.Of(outlinetest.Briefing(2))
	name := func(people []*outline.Participant) (out []string) {
		for _, p := range people {
			out = append(out, p.Name)
		}
		return out
	}
	if got, want := name(o.Main), []string{"Envoy A", "Envoy B", "Northland", "Southland", "The Observer"}; !slices.Equal(got, want) {
		t.Errorf("main: got %q, want %q", got, want)
	}
	b := &briefing.Briefing{Participants: []briefing.Participant{{ID: "place", Kind: briefing.KindPlace, Name: "Place"}, {ID: "named", Kind: briefing.KindPerson, Name: "Named"}}}
	for i := range outline.MostMain + 2 {
		id := fmt.Sprint("p", i)
		b.Participants = append(b.Participants, briefing.Participant{ID: id, Kind: briefing.KindPerson, Name: id})
		b.Events = append(b.Events, briefing.Event{ID: fmt.Sprint("e", i), Participants: []string{id}, Places: []string{"place"}, Date: briefing.Dating{EDTF: edtf.MustParse("2001")}})
	}
	o = outline.Of(b)
	if got, want := name(o.Rest), []string{"Place", "Named", "p10", "p11"}; len(o.Main) != outline.MostMain || !slices.Equal(got, want) {
		t.Errorf("rest: got %q, want %q", got, want)
	}
}

// What a briefing names itself as main, counts and leaves open is taken as it is.
func TestNewMembers(t *testing.T) {
	b := outlinetest.Briefing(1)
	anchor := b.Events[0].Evidence
	b.Participants[1].Main = true
	b.Unknown = []briefing.Line{{ID: "open", Text: "When is not known.", Evidence: anchor}}
	b.Figures = []briefing.Figure{{ID: "toll", Label: "people dead", Values: []briefing.FigureValue{{Words: "97", Low: 97, High: 97, Speaker: "envoy-a", Evidence: anchor}}}}
	b.More = []briefing.Event{{ID: "more", Title: "Not chosen", Participants: []string{"land-a"}, Evidence: anchor}}
	if faults := b.Validate(); faults != nil {
		t.Fatal(faults)
	}
	o := outline.Of(b)
	if len(o.Main) != 1 || o.Main[0].ID != "envoy-a" || len(o.Rest) != 2 {
		t.Errorf("got %d main and %d others, want the one and 2", len(o.Main), len(o.Rest))
	}
	ref := []briefing.Ref{{Source: 0, Sentence: 0}}
	if l := o.Line("open"); l == nil || l.Part != outline.PartUnknown || !slices.Equal(l.Refs, ref) {
		t.Errorf("got %+v, want the line of what is unknown", l)
	}
	if f := o.Figure("toll"); f == nil || !slices.Equal(f.Refs, ref) || f.Values[0].Speaker.ID != "envoy-a" {
		t.Errorf("got %+v, want the figure with its speaker", f)
	}
	if e := o.Event("more"); e == nil || e.Number != 0 || len(o.More) != 1 || len(o.Events) != 2 {
		t.Errorf("got %+v, want the happening beside the events", e)
	}
}

// The role says whom someone belongs to, but under the heading of a side not that
// side again.
func TestRole(t *testing.T) {
	words, err := i18n.Load(assets.I18n(), "en")
	if err != nil {
		t.Fatal(err)
	}
	o := outline.Of(&briefing.Briefing{Participants: []briefing.Participant{
		{ID: "land", Kind: briefing.KindState, Name: "Northland", Side: "land"},
		{ID: "office", Kind: briefing.KindOrganisation, Name: "Foreign Office", Side: "land"},
		{ID: "envoy", Kind: briefing.KindPerson, Name: "Ann", Role: "envoy", Affiliation: "land", Side: "land"},
		{ID: "clerk", Kind: briefing.KindPerson, Name: "Ben", Role: "clerk of the Foreign Office", Affiliation: "office", Side: "land"},
		{ID: "guest", Kind: "comet", Name: "Halley"},
	}})
	for id, want := range map[string][2]string{
		"land": {"State", "State"}, "office": {"Organisation, Northland", "Organisation"}, "envoy": {"envoy, Northland", "envoy"},
		"clerk": {"clerk of the Foreign Office", "clerk of the Foreign Office"}, "guest": {"comet", "comet"},
	} {
		p := o.Participant(id)
		if got := [2]string{o.Role(words, p, false), o.Role(words, p, true)}; got != want {
			t.Errorf("%s: got %q, want %q", id, got, want)
		}
	}
}
