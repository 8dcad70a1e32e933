package card

import (
	"strings"
	"testing"

	"briefline/app/analysis"
	"briefline/app/briefing"
	"briefline/app/scorer"
	"briefline/app/syntax"
	txt "briefline/app/text"
	"briefline/assets"
)

func read(t testing.TB, text string) *analysis.Analysis {
	t.Helper()
	parser, err := syntax.English()
	if err != nil {
		t.Fatal(err)
	}
	return analysis.Make(text, parser.Parse(text, txt.Sentences(text)), analysis.Options{})
}

func TestUnknown(t *testing.T) {
	for _, tt := range []struct {
		text string
		want bool
	}{
		{"It was not immediately clear who had fired the shots.", true},
		{"The cause of the fire remains unknown.", true},
		{"The ministry declined to comment on the report.", true},
		{"Ms Lind could not be reached for comment.", true},
		{"The company did not respond to a request for comment.", true},
		{"Police gave no reason for the arrest.", true},
		{"The names of the victims have not been released.", true},
		{"The date has yet to be announced.", true},
		{"He said he was not clear about the plan.", false}, // a person's own ignorance
		{"The judge declined to hear the case.", false},
		{"The ministry commented on the report.", false},
		{"She refused to leave the hall.", false},
		{"“It is unclear to me,” she said.", false}, // a speaker's words
		{"The road is clear again.", false},
	} {
		if got := len(Unknown(read(t, tt.text))) > 0; got != tt.want {
			t.Errorf("%s: got %t, want %t", tt.text, got, tt.want)
		}
	}
}

func TestCut(t *testing.T) {
	parser, err := syntax.English()
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		text string
		most int
		want string
	}{
		{"Lind resigned.", 60, "Lind resigned."},
		{"The council closed the mill on Monday, which had stood on the river for two hundred years.", 60, "The council closed the mill on Monday"},
		{"The council closed the mill, and the workers went home in the evening.", 40, "The council closed the mill"},
		// No bound leaves a clause that stands: the sentence stays whole.
		{"The council that had met all night in the hall of the old mill on the river adjourned.", 40, "The council that had met all night in the hall of the old mill on the river adjourned."},
		// Nothing is cut out of a quotation.
		{"“We closed the mill, which had stood for two hundred years on the river,” she said.", 40, "“We closed the mill, which had stood for two hundred years on the river,” she said."},
	} {
		s := parser.Parse(tt.text, []txt.Span{{Start: 0, End: len(tt.text)}})
		keep, cut := Cut(&s[0], tt.text, tt.most)
		if got := keep.Of(tt.text); got != tt.want || cut != (got != tt.text) {
			t.Errorf("got %q %t, want %q", got, cut, tt.want)
		}
	}
}

func TestGenre(t *testing.T) {
	many := func(lines ...string) string { return strings.Join(lines, "\n\n") }
	for _, tt := range []struct {
		text string
		want briefing.Genre
	}{
		{"", ""},
		{many("Council closes mill", "The council closed the mill on Monday.", "Workers went home."), briefing.GenreNews},
		{many("A war in dates", "12 June 2018: The talks began in Tarsk.", "14 June 2018: The talks ended.", "3 May 2019: The pact was signed.", "7 July 2020: The pact was broken."), briefing.GenreChronicle},
		{many("Storm: live", "10:42 The bridge was closed to all traffic.", "11:05 Trains stopped.", "11:30 Schools sent pupils home."), briefing.GenreLive},
		{many("Edda Falk", "Edda Falk (3 March 1931 – 5 May 2010) was a chemist from Tarsk.", "She was born in Tarsk."), briefing.GenreLife},
		{many("FOR IMMEDIATE RELEASE", "Orsa opens plant", "Orsa opened a plant in Tarsk on Monday."), briefing.GenreRelease},
	} {
		if got := Genre(read(t, tt.text)); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
	}
}

const story = `Council closes mill

TARSK, 3 March 2025 - The town council of Tarsk voted on Monday to close the old mill, ending a dispute of ten years.

“It hurts,” said the mayor, Ann Reed. The vote was 12 to 3.

He was not there. But the workers were. However, many had left.

By Jon Osei

Is this the end? The mill was built in 1887 by the Reed family. About 200 people work in it, the union said.`

// The lead tells the news, no line points back, none is told twice, and nothing
// that is no sentence of the story stands on the card.
func TestChoose(t *testing.T) {
	m, err := scorer.Read(assets.Model("points"))
	if err != nil {
		t.Fatal(err)
	}
	a := read(t, story)
	c := Choose(m, Input{A: a, Genre: briefing.GenreNews})
	if got := a.Sentences[c.Lead].Of(story); !strings.Contains(got, "voted on Monday") {
		t.Errorf("lead: got %q", got)
	}
	for k, p := range c.Points {
		got := a.Sentences[p.Sentence].Of(story)
		for _, no := range []string{"By Jon", "Is this", "Council closes mill\n"} {
			if strings.HasPrefix(got, no) {
				t.Errorf("point: got %q", got)
			}
		}
		if p.Sentence == c.Lead || k > 0 && p.Sentence <= c.Points[k-1].Sentence {
			t.Errorf("points out of order or told twice: %v", c)
		}
		if p.Confidence < 0 || p.Confidence > 1 {
			t.Errorf("confidence %v", p.Confidence)
		}
	}
}

// Of two sides neither has two points more than the other.
func TestChooseIsFair(t *testing.T) {
	m, err := scorer.Read(assets.Model("points"))
	if err != nil {
		t.Fatal(err)
	}
	text := "Talks end\n\nMs Lind said the mill must stay open. Ms Lind said the workers had no other place to go. Ms Lind said the town would pay for it. " +
		"Ms Lind said the river belongs to Tarsk. Mr Osei said the mill had lost money for years and would close in the summer."
	a := read(t, text)
	in := Input{A: a, Genre: briefing.GenreNews, Side: func(i int) string {
		if strings.HasPrefix(a.Sentences[i].Of(text), "Mr Osei") {
			return "osei"
		}
		return "lind"
	}}
	for i := range a.Sentences {
		if i != a.Headline {
			in.Said = append(in.Said, Said{Sentence: i, Span: a.Sentences[i].Span, Known: true})
		}
	}
	count := map[string]int{}
	for _, p := range Choose(m, in).Points {
		count[in.Side(p.Sentence)]++
	}
	if d := count["lind"] - count["osei"]; d > 1 || d < -1 {
		t.Errorf("got %v, want as many for each side, or one more", count)
	}
}
