package event

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	txt "briefline/app/text"

	"briefline/app/briefing"
	"briefline/app/linear"
	"briefline/app/names"
	"briefline/app/timex"
)

// roughNames takes every word with a capital for a name, so that the laws can be
// tried without a tagger.
func roughNames(text string) []names.Name {
	var out []names.Name
	start := -1
	for i := 0; i <= len(text); i++ {
		letter := i < len(text) && (text[i] >= 'a' && text[i] <= 'z' || text[i] >= 'A' && text[i] <= 'Z')
		switch {
		case letter && start < 0:
			start = i
		case !letter && start >= 0:
			if text[start] <= 'Z' {
				out = append(out, names.Name{Start: start, End: i, Kind: names.Kind(1 + (i-start)%3)})
			}
			start = -1
		}
	}
	return out
}

// laws fails when events break what [Find] promises.
func laws(t *testing.T, text string, a article, events []Event) {
	t.Helper()
	inside := func(what string, s briefing.Span) {
		if s.Start < 0 || s.End <= s.Start || s.End > len(text) {
			t.Fatalf("%s %v of %d bytes", what, s, len(text))
		}
		if utf8.ValidString(text) && !utf8.ValidString(text[s.Start:s.End]) {
			t.Fatalf("%s %q cuts a character", what, text[s.Start:s.End])
		}
	}
	before := make([][]int, len(events)) // by relations
	shown := 0
	for i, e := range events {
		inside("trigger", e.Trigger)
		inside("span", e.Span)
		if e.Trigger.Start < e.Span.Start || e.Trigger.End > e.Span.End {
			t.Fatalf("trigger %v outside %v", e.Trigger, e.Span)
		}
		if i > 0 && e.Trigger.Start < events[i-1].Trigger.Start {
			t.Fatalf("event %d stands before the one in front", i)
		}
		if e.Title == "" || e.Kind == "" || math.IsNaN(e.Salience) {
			t.Fatalf("%+v has no title or no kind", e)
		}
		for w := range strings.FieldsSeq(e.Title) {
			if !strings.Contains(strings.ToLower(text), strings.ToLower(w)) {
				t.Fatalf("%q of the title %q is not in the text", w, e.Title)
			}
		}
		if e.Date < -1 || e.Date >= len(a.dates) || (e.Date >= 0) != (e.Basis != "") {
			t.Fatalf("date %d, basis %q", e.Date, e.Basis)
		}
		for _, o := range e.Others {
			if o < 0 || o >= len(a.dates) || o == e.Date {
				t.Fatalf("other date %d beside %d", o, e.Date)
			}
		}
		for _, n := range append(append([]int{}, e.Names...), e.Places...) {
			if n < 0 || n >= len(a.named) {
				t.Fatalf("name %d of %d", n, len(a.named))
			}
		}
		if (e.Statement >= 0) != e.Reported || e.Statement >= len(a.statements) {
			t.Fatalf("statement %d, reported %v", e.Statement, e.Reported)
		}
		if e.SameAs >= i || e.SameAs >= 0 && events[e.SameAs].SameAs >= 0 {
			t.Fatalf("event %d is the same as %d", i, e.SameAs)
		}
		if e.SameAs < 0 {
			shown++
		}
		for _, r := range e.Relations {
			if r.Event < 0 || r.Event >= len(events) || r.Event == i || events[r.Event].SameAs >= 0 || e.SameAs >= 0 {
				t.Fatalf("event %d has a relation to %d", i, r.Event)
			}
			inside("evidence", r.Evidence)
			before[i] = append(before[i], r.Event)
		}
	}
	if shown > most {
		t.Fatalf("%d events", shown)
	}
	state := make([]int, len(events))
	var walk func(int)
	walk = func(i int) {
		if state[i] == 1 {
			t.Fatalf("relations run in a circle through %d", i)
		}
		if state[i] == 2 {
			return
		}
		state[i] = 1
		for _, j := range before[i] {
			walk(j)
		}
		state[i] = 2
	}
	for i := range events {
		walk(i)
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"Modi met Xi in Kazan on Wednesday. The meeting, the second since the 2013 summit, was held before the war.",
		"He referred to thenew security agreementwith Tehran saying that it was the second since the 2016 agreement between Tehran and Bishkek.",
		"After the election after the war after the summit, talks began ( the talks) and the deal: \"signed\"; on 3 May 2016",
		"the attackof 5", "theagreementwith", "É met É on 3 May. ’s met", "since the since the attack since", "\xff met \xff on Monday", "killed killed killed", "met, , , met",
	} {
		f.Add(s, 3, 40)
	}
	f.Fuzz(func(t *testing.T, text string, from, to int) {
		o := timex.Options{Sentences: txt.Sentences(text)}
		a := article{text: text, sentences: spans(o.Sentences), dates: timex.Tag(text, o), named: roughNames(text)}
		if 0 <= from && from < to && to <= len(text) {
			a.statements = []briefing.Span{{Start: from, End: to}}
		}
		laws(t, text, a, a.find())
		a.sentences = append(a.sentences, briefing.Span{Start: from, End: to}, briefing.Span{Start: -3, End: 9})
		a.find() // bad input does no harm
	})
}

// Time grows with the length of the text alone, whatever the text.
func TestHostileInput(t *testing.T) {
	for _, unit := range []string{"a", "met ", "Met ", "the war ", "since the war ", "on Monday ", "A met B in C on Monday. ", "agreementwith", ", ", "said ", "é", "1", "(", "and the deal "} {
		linear.Check(t, unit, 30_000, func(n int) {
			text := strings.Repeat(unit, n/len(unit))
			o := timex.Options{Sentences: txt.Sentences(text)}
			Find(text, spans(o.Sentences), timex.Tag(text, o), roughNames(text), nil)
		})
	}
}

const sample = `Kenya and Uganda sign rail deal

Kenyan President William Ruto met his Ugandan counterpart Yoweri Museveni in Kampala on Monday and signed a deal to extend a railway.
The agreement was the second since the 2018 accord between Kenya and Uganda on cross-border trade, officials said.
Ruto said the line would open in 2027, if parliament approves the budget on Friday.
A flood destroyed part of the old track near Kisumu in April, killing 12 people.
Museveni will visit Nairobi next month, his office announced on Tuesday.
`

// The sample that always runs: what a timeline of it must show, and its dates.
func TestSample(t *testing.T) {
	a := article{text: sample}
	a.fill(tuesday, "P William Ruto; P Yoweri Museveni; P Ruto; P Museveni; L Kampala; L Kisumu; L Nairobi; L Kenya; L Uganda")
	got := a.show()
	want := `0 agreement: Kenya and Uganda sign rail deal | Monday inferred | with Kenya, Uganda, William Ruto | since 4
1 meeting: Kenyan President William Ruto met his Ugandan counterpart Yoweri Museveni in Kampala | Monday stated | with William Ruto, Yoweri Museveni | at Kampala
2 agreement: Kenyan President William Ruto signed a deal to extend a railway (as 0) | Monday inferred | with William Ruto
3 agreement: Agreement (as 0)
4 agreement: Accord between Kenya and Uganda on cross-border trade | 2018 stated | with Kenya, Uganda
5 disaster: A flood destroyed part of the old track near Kisumu | April stated | at Kisumu
6 visit: Museveni will visit Nairobi | next month stated | future | with Museveni, Nairobi
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	laws(t, a.text, a, a.find())
}

func BenchmarkFind(b *testing.B) {
	a := article{text: strings.Repeat(sample, 3)}
	a.fill(tuesday, "P William Ruto; P Yoweri Museveni; P Ruto; P Museveni; L Kampala; L Kisumu; L Nairobi; L Kenya; L Uganda")
	b.SetBytes(int64(len(a.text)))
	b.ReportAllocs()
	for b.Loop() {
		a.find()
	}
}
