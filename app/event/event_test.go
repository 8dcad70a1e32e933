package event

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	txt "briefline/app/text"

	"briefline/app/briefing"
	"briefline/app/edtf"
	"briefline/app/names"
	"briefline/app/timex"
)

// show writes events for tables and golden files, one a line.
func show(text string, dates []timex.Expression, named []names.Name, events []Event) string {
	var b strings.Builder
	for i, e := range events {
		fmt.Fprintf(&b, "%d %s: %s", i, e.Kind, e.Title)
		if e.SameAs >= 0 {
			fmt.Fprintf(&b, " (as %d)", e.SameAs)
		}
		if e.Date >= 0 {
			fmt.Fprintf(&b, " | %s %s", text[dates[e.Date].Start:dates[e.Date].End], e.Basis)
		}
		for _, o := range e.Others {
			fmt.Fprintf(&b, " or %s", text[dates[o].Start:dates[o].End])
		}
		for _, f := range []struct {
			set  bool
			word string
		}{{e.Fresh, "fresh"}, {e.Negated, "negated"}, {e.Future, "future"}, {e.Hypothetical, "hypothetical"}, {e.Reported, "reported"}} {
			if f.set {
				b.WriteString(" | " + f.word)
			}
		}
		list := func(head string, all []int) {
			for k, n := range all {
				if k == 0 {
					b.WriteString(" | " + head)
				} else {
					b.WriteString(",")
				}
				b.WriteString(" " + text[named[n].Start:named[n].End])
			}
		}
		list("with", e.Names)
		list("at", e.Places)
		for _, r := range e.Relations {
			fmt.Fprintf(&b, " | %s %d", r.Kind, r.Event)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// article is a text for a test: «…» marks what a speaker states.
type article struct {
	text       string
	sentences  []briefing.Span
	dates      []timex.Expression
	named      []names.Name
	statements []briefing.Span
}

// read makes an article of marked text. list holds its names behind the letter
// of their kind: "P Angela Merkel; L Berlin; O NATO".
func read(marked, created, list string) article {
	var a article
	var b strings.Builder
	for _, r := range marked {
		switch r {
		case '«':
			a.statements = append(a.statements, briefing.Span{Start: b.Len()})
		case '»':
			a.statements[len(a.statements)-1].End = b.Len()
		default:
			b.WriteRune(r)
		}
	}
	a.text = b.String()
	a.fill(created, list)
	return a
}

func (a *article) fill(created, list string) {
	o := timex.Options{Sentences: txt.Sentences(a.text)}
	if created != "" {
		o.Created = edtf.MustParse(created)
	}
	a.sentences = spans(o.Sentences)
	a.dates = timex.Tag(a.text, o)
	for _, item := range strings.Split(list, ";") {
		item = strings.TrimSpace(item)
		if item == "" {
			continue
		}
		kind := map[byte]names.Kind{'P': names.Person, 'O': names.Organisation, 'L': names.Place}[item[0]]
		name := item[2:]
		for at := 0; ; {
			i := strings.Index(a.text[at:], name)
			if i < 0 {
				break
			}
			n := names.Name{Start: at + i, End: at + i + len(name), Kind: kind}
			at = n.End
			if n.End < len(a.text) && a.text[n.End] >= 'a' && a.text[n.End] <= 'z' {
				continue // "Kenyan"
			}
			if !slices.ContainsFunc(a.named, func(m names.Name) bool { return m.Start < n.End && n.Start < m.End }) {
				a.named = append(a.named, n)
			}
		}
	}
	slices.SortFunc(a.named, func(x, y names.Name) int { return x.Start - y.Start })
}

func (a article) find() []Event { return Find(a.text, a.sentences, a.dates, a.named, a.statements) }

func (a article) show() string { return show(a.text, a.dates, a.named, a.find()) }

// The article in the box: its four events, the two days of the one meeting, and
// nothing of what a claim alone brings up.
func TestBundledArticle(t *testing.T) {
	data, err := os.ReadFile("../../assets/bishkek.txt")
	if err != nil {
		t.Fatal(err)
	}
	a := article{text: string(data)}
	a.fill("", "P Abdolreza Rahmani Fazli; P Kashkar Junushaliev; P Rahmani Fazli; P Junushaliev; O ISIL; O Kyrgyz Interior Ministry; O MNA; "+
		"L Kyrgyzstan; L Iraq; L Iran; L Tehran; L Bishkek; L Syria; L Afghanistan")
	for _, s := range [][2]int{
		{4, 97}, {190, 392}, {581, 748}, {767, 850}, {856, 917}, {954, 1135}, {1151, 1290}, {1324, 1474}, {1497, 1598}, {1612, 1741}, {1788, 1866}, {1880, 2003}, {2078, 2194}, {2210, 2385}, {2424, 2691}, {2693, 2857}} {
		a.statements = append(a.statements, briefing.Span{Start: s[0], End: s[1]})
	}
	got := a.show()
	want := `0 meeting: Meeting with Kyrgyz counterpart Colonel Kashkar Junushaliev in Bishkek | Friday stated or Thursday | with Abdolreza Rahmani Fazli, Kashkar Junushaliev | at Bishkek | since 1 | since 3 | since 4
1 defeat: Defeat of ISIL in Iraq and Syria | reported | with ISIL | at Iraq, Syria
2 change: Terrorists are returning to their countries | reported | since 1
3 agreement: New security agreement | with Tehran | since 4
4 agreement: Cooperation agreement between Tehran and Bishkek on fighting narcotics | 2016 stated | reported | with Tehran, Bishkek
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
