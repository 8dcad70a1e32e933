package library

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"time"

	"briefline/app/briefing"
	"briefline/app/edtf"
)

// corpus makes briefings such as people have: articles of 2.5 KB in words that
// are as common and as rare as words are, eight events, six participants of whom
// a few are in many briefings, ten statements. The same seed gives the same.
type corpus struct {
	rand   *rand.Rand
	words  []string
	people []string
	zipf   *rand.Zipf
	known  *rand.Zipf
}

func newCorpus(seed uint64) *corpus {
	c := &corpus{rand: rand.New(rand.NewPCG(seed, 5))}
	c.zipf = rand.NewZipf(c.rand, 1.1, 4, 19_999)
	c.known = rand.NewZipf(c.rand, 1.1, 4, 4_999)
	syllables := strings.Fields("ba de ki lo mu ra se ti vo an er in or un sha kho zja mi nal tar gor bek stan ov ev ic ard ell")
	word := func(n int) string {
		var b strings.Builder
		for range n {
			b.WriteString(syllables[c.rand.IntN(len(syllables))])
		}
		return b.String()
	}
	c.words = strings.Fields("the of and to in a that minister said on for agreement with talks border security")
	for len(c.words) < 20_000 {
		c.words = append(c.words, word(1+c.rand.IntN(4)))
	}
	for len(c.people) < 5_000 {
		name := word(2) + " " + word(3)
		c.people = append(c.people, strings.ToUpper(name[:1])+name[1:])
	}
	return c
}

func (c *corpus) sentence(words int) string {
	var b strings.Builder
	for i := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(c.words[c.zipf.Uint64()])
	}
	b.WriteByte('.')
	return b.String()
}

// briefing returns the n-th briefing.
func (c *corpus) briefing(n int) *briefing.Briefing {
	b := &briefing.Briefing{Version: briefing.Version, ID: fmt.Sprintf("b%06d", n), Modified: time.Date(2024, 1, 1, 0, n, 0, 0, time.UTC)}
	if n%3 == 0 {
		b.Status = briefing.StatusReviewed
	}
	var text strings.Builder
	var spans []briefing.Span
	for text.Len() < 2500 {
		start := text.Len()
		text.WriteString(c.sentence(12 + c.rand.IntN(12)))
		spans = append(spans, briefing.Span{Start: start, End: text.Len()})
		text.WriteByte(' ')
	}
	source := briefing.Source{ID: "s", Publisher: "Agency " + c.words[c.rand.IntN(40)], Headline: c.sentence(8), Text: text.String(), Sentences: spans}
	source.Published.EDTF = edtf.MustParse(c.day())
	b.Sources = []briefing.Source{source}
	evidence := func() []briefing.Anchor {
		span := spans[c.rand.IntN(len(spans))]
		return []briefing.Anchor{briefing.NewAnchor(&b.Sources[0], span.Start, span.End-1)}
	}
	b.Title = briefing.Line{ID: "title", Text: c.sentence(9), Evidence: evidence()}
	b.BottomLine = briefing.Line{ID: "bottom", Text: c.sentence(20), Evidence: evidence()}
	for i := range 3 {
		b.KeyPoints = append(b.KeyPoints, briefing.Line{ID: fmt.Sprintf("k%d", i), Text: c.sentence(12), Evidence: evidence()})
	}
	for i := range 6 {
		name := c.people[int(math.Min(4_999, float64(c.known.Uint64())))]
		p := briefing.Participant{ID: fmt.Sprintf("p%d", i), Kind: briefing.KindPerson, Name: name, Role: "minister", Aliases: []string{strings.Fields(name)[1]}, Evidence: evidence()}
		b.Participants = append(b.Participants, p)
	}
	for i := range 8 {
		e := briefing.Event{ID: fmt.Sprintf("e%d", i), Title: c.sentence(6), Participants: []string{"p0", "p1"}, Evidence: evidence()}
		e.Date = briefing.Dating{EDTF: edtf.MustParse(c.date()), Words: "then", Rule: "as written", Evidence: evidence()}
		b.Events = append(b.Events, e)
	}
	for i := range 10 {
		b.Statements = append(b.Statements, briefing.Statement{ID: fmt.Sprintf("st%d", i), Speaker: fmt.Sprintf("p%d", i%6), Kind: briefing.StatementClaim, Words: c.sentence(14), Evidence: evidence()})
	}
	for i := range 2 {
		b.Checks = append(b.Checks, briefing.Check{ID: fmt.Sprintf("c%d", i), Kind: briefing.CheckSingleSource, Words: "Single source", Evidence: evidence()})
	}
	return b
}

func (c *corpus) day() string {
	return time.Date(1990, 1, 1+c.rand.IntN(13_000), 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
}

// date is a day, a month, a year or a decade, some of them about.
func (c *corpus) date() string {
	day := c.day()
	switch c.rand.IntN(5) {
	case 0:
		return day[:7]
	case 1:
		return day[:4] + "~"
	case 2:
		return day[:3] + "X"
	}
	return day
}
