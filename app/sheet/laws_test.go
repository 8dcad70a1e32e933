package sheet

import (
	"fmt"
	"testing"

	"briefline/app/briefing"
	"briefline/app/typeset"
)

// every pairs each sample with the options that change its layout most.
func every(t *testing.T, f func(t *testing.T, b *briefing.Briefing, o Options, d *Document)) {
	samples := map[string]*briefing.Briefing{
		"bishkek": bishkek(t), "crowd": crowd(200, 40), "persian": persian(), "bare": bare(), "hard": hard(), "undated": undated(), "talkative": talkative(),
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
	if testing.Short() {
		t.Skip("long: left out of -short")
	}
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
					base := base + float64(r.Glyphs[0].Y)
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
