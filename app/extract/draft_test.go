package extract_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"briefline/app/article"
	"briefline/app/briefing"
	"briefline/app/edtf"
	"briefline/app/extract"
)

var update = flag.Bool("update", false, "write what the drafts are now into testdata")

// Each file holds an article and the draft that is wanted of it.
func TestDrafts(t *testing.T) {
	files, err := filepath.Glob("testdata/draft/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			data = bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
			ar := txtar.Parse(data)
			var o extract.Options
			for line := range strings.Lines(string(ar.Comment)) {
				if date, ok := strings.CutPrefix(strings.TrimSpace(line), "published: "); ok {
					o.Published = edtf.MustParse(date)
				}
			}
			got := outline(draft(t, string(ar.Files[0].Data), o))
			if *update {
				ar.Files = append(ar.Files[:1], txtar.File{Name: "draft", Data: []byte(got)})
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

// outline is a draft in short: one line an item.
func outline(b *briefing.Briefing) string {
	var w strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&w, format+"\n", args...) }
	name := func(id string) string {
		if p := b.ParticipantByID(id); p != nil {
			return p.Name
		}
		return "-"
	}
	s := b.Sources[0]
	line("source: %s | %s | %s | %s | %s %s", s.Language, s.Publisher, s.Place, s.Byline, s.Published.EDTF, s.Published.Basis)
	for _, c := range s.Candidates {
		line("candidate: %s | %s | %s", c.EDTF, c.Words, c.Origin)
	}
	line("title (%s): %s", b.Title.Basis, b.Title.Text)
	line("bottom line: %s", b.BottomLine.Text)
	for _, k := range b.KeyPoints {
		line("point: %s", k.Text)
	}
	for _, d := range s.Dates {
		line("date: %s = %s%s (%s)", d.Words, d.EDTF, d.Timex, d.Rule)
	}
	for _, e := range b.Events {
		when := e.Date.EDTF.String()
		if when == "" {
			when = e.Date.Timex
		}
		who := []string{}
		for _, id := range append(e.Participants, e.Places...) {
			who = append(who, name(id))
		}
		line("event: %s | %s %s | %s", e.Title, when, e.Date.Basis, strings.Join(who, ", "))
		for _, d := range e.Alternatives {
			line("  or: %s%s", d.EDTF, d.Timex)
		}
		for _, r := range e.Relations {
			line("  %s: %s", r.Kind, b.EventByID(r.Event).Title)
		}
	}
	for _, p := range b.Participants {
		line("participant: %s | %s | %s | side %s | %d mentions", p.Name, p.Kind, p.Role, name(p.Side), len(p.Evidence))
	}
	for _, s := range b.Statements {
		direct := ""
		if s.Direct {
			direct = " quoted"
		}
		line("statement: %s %s%s: %s", name(s.Speaker), s.Kind, direct, s.Words)
	}
	for _, c := range b.Checks {
		line("check: %s | %s", c.Kind, c.Words)
	}
	return w.String()
}

// The law of every draft, whatever the text: it is sound, it can be written and
// read again, and all of its text is there.
func FuzzDraft(f *testing.F) {
	files, _ := filepath.Glob("testdata/draft/*.txtar")
	for _, name := range files {
		if ar, err := txtar.ParseFile(name); err == nil {
			f.Add(string(ar.Files[0].Data))
		}
	}
	f.Add("“«\"He said that he said that")
	f.Add("MNA Iran")
	f.Add("A\n\nB\n\n\n")
	x := extractor(f)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<16 {
			return
		}
		a, err := article.Paste(context.Background(), text)
		if err != nil {
			return
		}
		b, err := x.Draft(context.Background(), a, extract.Options{Published: edtf.MustParse("2024-05-14")})
		if err != nil {
			t.Fatal(err)
		}
		if faults := b.Validate(); faults != nil {
			t.Fatalf("fault: %v", faults)
		}
		var file bytes.Buffer
		if err := b.Write(&file); err != nil {
			t.Fatal(err)
		}
		again, err := briefing.Read(&file)
		if err != nil || again.Sources[0].Text != a.Text {
			t.Fatalf("read again: %v", err)
		}
		x.Redate(b, "source", briefing.Dating{})
		if faults := b.Validate(); faults != nil {
			t.Fatalf("fault after another date: %v", faults)
		}
	})
}

// A cancelled draft ends with the error of its context.
func TestDraftIsCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	a, err := article.Paste(ctx, bishkek(t))
	if err == nil {
		_, err = extractor(t).Draft(ctx, a, extract.Options{})
	}
	if err != context.Canceled {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
}

// BenchmarkDraft prints how many articles of 2.5 KB are drafted a second.
func BenchmarkDraft(b *testing.B) {
	text := bishkek(b)
	x := extractor(b)
	a, err := article.Paste(context.Background(), text)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := x.Draft(context.Background(), a, extract.Options{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "articles/s")
}

// BenchmarkHostile prints the time for a text without a blank, which must grow
// with its length and not faster: compare the two.
func BenchmarkHostile(b *testing.B) {
	x := extractor(b)
	for _, size := range []int{1 << 18, 1 << 19, 10 << 20} {
		for name, piece := range map[string]string{"letters": "a", "capitals": "Ab", "quotes": "\"", "said": "said that "} {
			text := strings.Repeat(piece, size/len(piece))
			b.Run(fmt.Sprintf("%s/%d", name, size), func(b *testing.B) {
				for b.Loop() {
					if _, err := x.Draft(context.Background(), &article.Article{Text: text}, extract.Options{}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
