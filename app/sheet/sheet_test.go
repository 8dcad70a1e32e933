package sheet

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"briefline/app/briefing"
	"briefline/app/i18n"
	"briefline/app/typeset"
	"briefline/assets"
)

var update = flag.Bool("update", false, "rewrite the golden files")

var fonts = typeset.Open(assets.Fonts())

func catalog(t testing.TB) *i18n.Catalog {
	t.Helper()
	words, err := i18n.Load(assets.I18n(), "en")
	if err != nil {
		t.Fatal(err)
	}
	return words
}

func bishkek(t testing.TB) *briefing.Briefing {
	t.Helper()
	b, err := briefing.Read(bytes.NewReader(assets.Bishkek()))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func lay(t testing.TB, b *briefing.Briefing, o Options) *Document {
	t.Helper()
	d, err := Lay(b, catalog(t), fonts, o)
	if err != nil {
		var faults *FaultsError
		if errors.As(err, &faults) {
			t.Fatalf("%v: %v", err, faults.Faults)
		}
		t.Fatal(err)
	}
	return d
}

// dump says where each line of text stands.
func dump(d *Document) string {
	var out strings.Builder
	for n, page := range d.Pages {
		for _, m := range page.Marks {
			w, ok := m.(*Words)
			if !ok {
				continue
			}
			for i := w.From; i < w.To; i++ {
				line := &w.Text.Lines[i]
				tag := Tag("-")
				if w.Node != nil {
					tag = w.Node.Tag
				}
				fmt.Fprintf(&out, "%d %6.1f %6.1f %-6s %s\n", n+1, w.Y+line.Y-w.Text.Lines[w.From].Y, w.X+line.X, tag, strings.TrimSpace(w.Text.String()[line.Start:line.End]))
			}
		}
	}
	return out.String()
}

// The bundled briefing, line by line; -update rewrites it, and the diff is read.
func TestGolden(t *testing.T) {
	got := dump(lay(t, bishkek(t), Options{}))
	name := filepath.Join("testdata", "bishkek.golden")
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		have, expect := strings.Split(got, "\n"), strings.Split(string(want), "\n")
		for i := range have {
			if i >= len(expect) || have[i] != expect[i] {
				t.Fatalf("line %d: got\n%s\nwant\n%s", i+1, have[i], strings.Join(expect[i:min(i+1, len(expect))], ""))
			}
		}
		t.Fatalf("got %d lines, want %d", len(have), len(expect))
	}
}

// The bundled briefing has its card, timeline and all positions' headings on the
// first page, on either paper.
func TestFirstPage(t *testing.T) {
	for _, paper := range []Paper{A4, Letter} {
		d := lay(t, bishkek(t), Options{Paper: paper})
		for _, dest := range []string{destBriefing, destTimeline, destParticipants} {
			if at := d.Dests[dest]; at.Page != 0 {
				t.Errorf("paper %d: %s on page %d, want 1", paper, dest, at.Page+1)
			}
		}
		if got := d.Dests[destChecks].Page; got != 1 {
			t.Errorf("paper %d: checks on page %d, want 2", paper, got+1)
		}
		first := dump(&Document{Pages: d.Pages[:1]})
		for _, want := range []string{"SPEAKS OF AN AGREEMENT", "ASKS FOR", "ALSO NAMED", "عبدالرضا رحمانی فضلی", "Кашкар Жунушалиев"} {
			if !strings.Contains(first, want) {
				t.Errorf("paper %d: page 1 does not hold %q", paper, want)
			}
		}
	}
}

func TestSameTwice(t *testing.T) {
	for _, o := range []Options{{}, {Poster: true, PosterPaper: A0}} {
		b := crowd(60, 10)
		if a, b := dump(lay(t, b, o)), dump(lay(t, b.Clone(), o)); a != b {
			t.Error("two runs differ")
		}
	}
}

// A briefing that does not validate is not laid out.
func TestFaults(t *testing.T) {
	b := bishkek(t)
	b.Title.Text = ""
	_, err := Lay(b, catalog(t), fonts, Options{})
	var faults *FaultsError
	if !errors.As(err, &faults) || len(faults.Faults) != 1 || faults.Faults[0].Path != "$.title.text" {
		t.Errorf("got %v, want the fault of $.title.text", err)
	}
}

// What no font has is named, shown as a box, and read as it is.
func TestMissing(t *testing.T) {
	b := bishkek(t)
	b.KeyPoints[0].Text = "One 中文 two 中."
	b.KeyPoints[0].Stress = ""
	d := lay(t, b, Options{})
	if want := []rune("中文"); !slices.Equal(d.Missing, want) {
		t.Errorf("missing %q, want %q", string(d.Missing), string(want))
	}
	var said []string
	var walk func(n *Node)
	walk = func(n *Node) {
		if n.ActualText != "" {
			said = append(said, n.ActualText)
		}
		for _, kid := range n.Kids {
			walk(kid)
		}
	}
	walk(d.Root)
	if want := []string{"中文", "中"}; !slices.Equal(said, want) {
		t.Errorf("read as %q, want %q", said, want)
	}
	checkTree(t, d, Options{})
}

// The marking stands at the head and foot of every page, the page number at its
// foot.
func TestFrame(t *testing.T) {
	b := crowd(30, 4)
	b.Marking = "For internal use"
	d := lay(t, b, Options{})
	for n, page := range d.Pages {
		text := dump(&Document{Pages: []*Page{page}})
		if got := strings.Count(text, "For internal use"); got != 2 {
			t.Errorf("page %d: marking %d times, want 2", n+1, got)
		}
		for _, want := range []string{fmt.Sprintf("Page %d of %d", n+1, len(d.Pages)), "Briefing · Draft", fingerprint(b)} {
			if !strings.Contains(text, want) {
				t.Errorf("page %d does not say %q", n+1, want)
			}
		}
	}
}

// A dense timeline is parted into bands that together show every event.
func TestBands(t *testing.T) {
	d := lay(t, crowd(200, 40), Options{})
	text := dump(d)
	for _, want := range []string{"Part 1 of", "Part 9 of"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q", want)
		}
	}
	seen := 0
	for _, page := range d.Pages {
		for _, m := range page.Marks {
			w, ok := m.(*Words)
			if ok && w.Node != nil && w.Node.Tag == TagFigure && len(w.Links) > 0 && strings.HasPrefix(w.Links[0].Dest, "event.") {
				seen++
			}
		}
	}
	if seen != 200 {
		t.Errorf("%d events are named on the timeline, want 200", seen)
	}
}

// A poster is one sheet with every event; its tiles cover it.
func TestPoster(t *testing.T) {
	b := crowd(200, 40)
	d := lay(t, b, Options{Poster: true, PosterPaper: A0})
	if len(d.Pages) != 1 || d.Pages[0].W < d.Pages[0].H {
		t.Fatalf("%d pages, first %g wide; want one lying sheet", len(d.Pages), d.Pages[0].W)
	}
	text := dump(d)
	for _, e := range b.Events {
		if !strings.Contains(text, e.Title) {
			t.Errorf("no %q", e.Title)
		}
	}
	tiles := lay(t, b, Options{Poster: true, PosterPaper: A3, Tile: true})
	// two A4 sheets lying make 2*(297-24)-10 = 536 by 2*(210-24)-10 = 362 mm
	if len(tiles.Pages) != 4 || tiles.Pages[0].W < tiles.Pages[0].H {
		t.Errorf("%d tiles of A4 for A3, want 4, lying", len(tiles.Pages))
	}
}

func TestShorten(t *testing.T) {
	for _, tt := range []struct {
		s    string
		most int
		want string
	}{
		{"one two three", 8, "one two…"}, // inside a word
		{"one two three", 7, "one two…"}, // at its end
		{"one, two", 5, "one…"},          // no comma before the dots
		{"onetwothree", 5, "onetw…"},     // nowhere to cut
		{"تلاش بسیار", 5, "تل…"},         // between characters
	} {
		if got := shorten(tt.s, tt.most); got != tt.want {
			t.Errorf("%q, %d: got %q, want %q", tt.s, tt.most, got, tt.want)
		}
	}
}

func BenchmarkLay2(b *testing.B) {
	in, words := bishkek(b), catalog(b)
	for b.Loop() {
		if _, err := Lay(in, words, fonts, Options{NoStatements: true}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLay200(b *testing.B) {
	in, words := crowd(1200, 120), catalog(b)
	pages := 0
	for b.Loop() {
		d, err := Lay(in, words, fonts, Options{})
		if err != nil {
			b.Fatal(err)
		}
		pages = len(d.Pages)
	}
	b.ReportMetric(float64(pages), "pages")
}
