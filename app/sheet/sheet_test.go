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

// every pairs each sample with the options that change its layout most.
func every(t *testing.T, f func(t *testing.T, b *briefing.Briefing, o Options, d *Document)) {
	samples := map[string]*briefing.Briefing{
		"bishkek": bishkek(t), "crowd": crowd(200, 40), "persian": persian(), "bare": bare(), "hard": hard(), "undated": undated(),
	}
	for seed := range uint64(6) {
		samples[fmt.Sprintf("random-%d", seed)] = random(seed)
	}
	options := map[string]Options{
		"A4": {}, "Letter": {Paper: Letter}, "large": {Large: true}, "mono": {Mono: true},
		"short":  {NoSource: true, NoStatements: true},
		"poster": {Poster: true, PosterPaper: A1}, "tiles": {Poster: true, PosterPaper: A2, Tile: true},
	}
	for name, b := range samples {
		for kind, o := range options {
			t.Run(name+"/"+kind, func(t *testing.T) { f(t, b, o, lay(t, b, o)) })
		}
	}
}

func TestLaws(t *testing.T) {
	every(t, func(t *testing.T, b *briefing.Briefing, o Options, d *Document) {
		if len(d.Pages) == 0 || d.Language == "" || d.Title == "" {
			t.Errorf("pages %d, language %q, title %q; want some", len(d.Pages), d.Language, d.Title)
		}
		checkPlaces(t, d, o)
		checkTree(t, d, o)
		checkLinks(t, b, d, o)
		if !o.Poster {
			checkBreaks(t, d)
		}
	})
}

// checkPlaces: nothing leaves the page, and no line of text lies on another.
func checkPlaces(t *testing.T, d *Document, o Options) {
	for n, page := range d.Pages {
		var boxes []extent
		var texts []string
		for _, m := range page.Marks {
			w, ok := m.(*Words)
			if ok && (w.Text == nil || w.From >= w.To || len(w.Inks) == 0) {
				t.Errorf("page %d: words without a text, a line or an ink: %+v", n+1, w)
				continue
			}
			const slack = 0.1
			if e := bounds(m); !o.Tile && (e.x0 < -slack || e.y0 < -slack || e.x1 > page.W+slack || e.y1 > page.H+slack) {
				t.Errorf("page %d: mark at %.1f leaves the page", n+1, e)
			}
			if !ok || o.Tile {
				continue
			}
			for i := w.From; i < w.To; i++ {
				line := &w.Text.Lines[i]
				base := w.Y + line.Baseline - w.Text.Lines[w.From].Y
				for _, r := range line.Runs {
					if len(r.Glyphs) == 0 {
						continue
					}
					base := base + r.Glyphs[0].Y
					boxes = append(boxes, extent{w.X + r.X, base - 0.7*r.Size, w.X + r.X + r.Width, base + 0.15*r.Size})
					texts = append(texts, w.Text.String()[r.Start:r.End])
				}
			}
		}
		for i, a := range boxes {
			for j, b := range boxes[:i] {
				const slack = 0.2
				if a.x0 < b.x1-slack && b.x0 < a.x1-slack && a.y0 < b.y1-slack && b.y0 < a.y1-slack {
					t.Errorf("page %d: %.40q at %.1f lies on %.40q at %.1f", n+1, texts[i], a, texts[j], b)
				}
			}
		}
	}
}

// checkTree: what is marked is in the tree, once each, and the pages hold it in
// the tree's order.
func checkTree(t *testing.T, d *Document, o Options) {
	number, parent := map[*Node]int{}, map[*Node]*Node{}
	ids := map[string]bool{}
	var walk func(n *Node)
	walk = func(n *Node) {
		if _, twice := number[n]; twice {
			t.Errorf("node %s is twice in the tree", n.Tag)
			return
		}
		number[n] = len(number)
		if n.ID != "" && ids[n.ID] {
			t.Errorf("ID %q twice", n.ID)
		}
		ids[n.ID] = true
		if n.Tag == TagFigure && n.Alt == "" {
			t.Error("figure without words")
		}
		for _, kid := range n.Kids {
			parent[kid] = n
			walk(kid)
		}
	}
	walk(d.Root)
	used := map[*Node]bool{}
	last, at := -1, (*Node)(nil)
	for i, page := range d.Pages {
		for _, m := range page.Marks {
			var nodes []*Node
			switch m := m.(type) {
			case *Words:
				nodes = append(append(nodes, m.Node), m.Nodes...)
				for _, link := range m.Links {
					nodes = append(nodes, link.Node)
					if link.Tip == "" || m.Nodes[link.Span] != link.Node {
						t.Errorf("page %d: link to %s without words, or not its span's node", i+1, link.Dest)
					}
				}
			case *Shape:
				nodes = append(nodes, m.Node)
			}
			for _, n := range nodes {
				if n == nil {
					continue
				}
				if _, in := number[n]; !in {
					t.Fatalf("page %d: a mark's node %s is not in the tree", i+1, n.Tag)
				}
				used[n] = true
			}
			n := nodes[0]
			if n == nil || o.Tile {
				continue
			}
			above := false
			for p := at; p != nil; p = parent[p] {
				above = above || p == n
			}
			if number[n] < last && !above {
				t.Errorf("page %d: %s %d is read before %d, but stands after it", i+1, n.Tag, number[n], last)
			}
			last, at = number[n], n
		}
	}
	for n := range number {
		if len(n.Kids) == 0 && !used[n] {
			t.Errorf("node %s (%s) has neither marks nor kids", n.Tag, n.Title)
		}
	}
}

// checkLinks: every link, bookmark and sentence has a place.
func checkLinks(t *testing.T, b *briefing.Briefing, d *Document, o Options) {
	want := func(dest, from string) {
		at, ok := d.Dests[dest]
		if !ok {
			t.Errorf("%s leads to %q, which is nowhere", from, dest)
		} else if at.Page < 0 || at.Page >= len(d.Pages) {
			t.Errorf("%q is on page %d of %d", dest, at.Page+1, len(d.Pages))
		}
	}
	for _, page := range d.Pages {
		for _, m := range page.Marks {
			if w, ok := m.(*Words); ok {
				for _, link := range w.Links {
					want(link.Dest, "a link")
				}
			}
		}
	}
	for _, mark := range d.Outline {
		want(mark.Dest, "bookmark "+mark.Title)
	}
	if o.NoSource || o.Poster {
		return
	}
	for i, s := range b.Sources {
		for j := range s.Sentences {
			want(sentenceDest(briefing.Ref{Source: i, Sentence: j}), "a sentence")
		}
	}
}

// checkBreaks: no heading is the last of a page, and a text that goes over to
// the next page leaves and takes two lines.
func checkBreaks(t *testing.T, d *Document) {
	type part struct{ first, last int }
	pages := map[*typeset.Text][]part{}
	for n, page := range d.Pages {
		var last *Words
		for _, m := range page.Marks {
			w, ok := m.(*Words)
			if !ok || w.Node == nil {
				continue
			}
			last = w
			p := pages[w.Text]
			if len(p) > 0 && p[len(p)-1].last == w.From {
				p[len(p)-1].last = w.To
			} else {
				p = append(p, part{w.From, w.To})
			}
			pages[w.Text] = p
		}
		if last == nil {
			t.Errorf("page %d is empty", n+1)
		} else if len(last.Text.Lines) > 10 {
			continue // with what it is bound to it may be higher than a page
		} else if last.Node.Tag == TagH2 || last.Node.Tag == TagH3 {
			t.Errorf("page %d ends with the heading %q", n+1, last.Text.String())
		}
	}
	seen := map[*typeset.Text]bool{}
	for n, page := range d.Pages {
		for _, m := range page.Marks {
			w, ok := m.(*Words)
			if !ok || w.Node == nil || len(w.Text.Lines) < 4 || w.To-w.From > 1 || seen[w.Text] {
				continue
			}
			alone := true
			for _, o := range page.Marks {
				if o, ok := o.(*Words); ok && o != w && o.Text == w.Text {
					alone = false
				}
			}
			if seen[w.Text] = true; alone {
				t.Errorf("page %d has one line of %d of %.40q", n+1, len(w.Text.Lines), w.Text.String())
			}
		}
	}
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
