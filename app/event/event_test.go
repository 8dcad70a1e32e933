package event_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"briefline/app/analysis"
	"briefline/app/edtf"
	"briefline/app/event"
	"briefline/app/linear"
	"briefline/app/syntax"
	"briefline/assets"
)

var update = flag.Bool("update", false, "write what is found now into testdata")

func read(t testing.TB, text string, published edtf.Date) *analysis.Analysis {
	t.Helper()
	parser, err := syntax.English()
	if err != nil {
		t.Fatal(err)
	}
	o := analysis.Options{Published: published, Groups: analysis.Coreference, Parse: parser.Parse}
	return analysis.Make(text, parser.Parse(text, parser.Sentences(text)), o)
}

func model(t testing.TB) *event.Model {
	t.Helper()
	m, err := event.ReadModel(assets.Events())
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// Each file holds what earned a rule its place and the events that are wanted.
func TestEvents(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	m := model(t)
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			ar := txtar.Parse(bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")))
			var published edtf.Date
			for line := range strings.Lines(string(ar.Comment)) {
				if date, ok := strings.CutPrefix(strings.TrimSpace(line), "published: "); ok {
					published = edtf.MustParse(date)
				}
			}
			a := read(t, string(ar.Files[0].Data), published)
			chosen, more := event.Find(a, m)
			got := list("", a, chosen) + list("more: ", a, more)
			if *update {
				ar.Files = append(ar.Files[:1], txtar.File{Name: "events", Data: []byte(got)})
				if err := os.WriteFile(name, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := string(ar.Files[1].Data); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// list writes events, a line each.
func list(head string, a *analysis.Analysis, events []event.Event) string {
	var b strings.Builder
	for _, e := range events {
		fmt.Fprintf(&b, "%s%s | %s", head, e.Title, e.Date.EDTF)
		if e.Date.EDTF.IsZero() && e.Date.Expression >= 0 && !e.Date.IsZero() {
			b.WriteString(a.Dates[e.Date.Expression].Value)
		}
		if !e.Date.IsZero() {
			fmt.Fprintf(&b, " %s %s", e.Date.Basis, e.Date.Rule)
		}
		for _, d := range e.Date.Doubts {
			fmt.Fprintf(&b, " %s", d)
		}
		if e.State != "" {
			fmt.Fprintf(&b, " | %s", e.State)
		}
		b.WriteByte('\n')
		for _, t := range e.Again {
			fmt.Fprintf(&b, "  again: %s\n", strings.Join(strings.Fields(t.Span.Of(a.Text)), " "))
		}
	}
	return b.String()
}

// What is found lies in the text, whatever the text is.
func FuzzFind(f *testing.F) {
	f.Add("A bridge collapsed in Ostra on Friday, killing two. It was built in 1931.", "2025-10-12")
	f.Add("Edda Falk (March 3, 1931 – May 5, 2010) won.", "")
	f.Add("1994: War.\n\n1995: Peace – at last.\n\n1996: Rain", "2025")
	m := model(f)
	f.Fuzz(func(t *testing.T, text, day string) {
		if len(text) > 4000 {
			return
		}
		published, _ := edtf.Parse(day)
		a := read(t, text, published)
		chosen, more := event.Find(a, m)
		for _, e := range append(chosen, more...) {
			if e.Span.Start < 0 || e.Span.End > len(text) || e.Span.Start > e.Trigger.Start || e.Trigger.End > e.Span.End {
				t.Errorf("%q: trigger %v, span %v", e.Title, e.Trigger, e.Span)
			}
			if strings.TrimSpace(e.Title) == "" || e.Confidence < 0 || e.Confidence > 1 {
				t.Errorf("title %q, confidence %v", e.Title, e.Confidence)
			}
			if e.Date.Expression >= len(a.Dates) {
				t.Errorf("%q: expression %d of %d", e.Title, e.Date.Expression, len(a.Dates))
			}
			for _, r := range e.Relations {
				if r.Event < 0 || r.Event >= len(chosen) {
					t.Errorf("%q: related to event %d of %d", e.Title, r.Event, len(chosen))
				}
			}
		}
	})
}

// Reading is not measured here: each size is read before.
func TestLinear(t *testing.T) {
	m := model(t)
	const line = "A bridge collapsed in Ostra on Friday, and two people who had crossed it in 2012 were killed.\n\n"
	made := map[int]*analysis.Analysis{}
	for _, size := range []int{10_000, 200_000} {
		made[size] = read(t, strings.Repeat(line, size/len(line)), edtf.MustParse("2025-10-12"))
	}
	linear.Check(t, "find", 10_000, func(n int) { event.Find(made[n], m) })
}
