// Train makes the model that chooses the sentences of the card, from articles
// whose key sentences people marked: train [-unseen] GOLD OUT.
//
// GOLD holds texts/ID.json (id, published, text) and ann/ID.json (key: words,
// weight). Every third article, by the checksum of its ID, is left out of
// training; how the model does on these is printed beside ten folds of the rest.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"hash/crc32"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"briefline/app/card"
	"briefline/app/edtf"
	"briefline/app/extract"
	"briefline/app/i18n"
	"briefline/app/scorer"
	"briefline/assets"
)

// document is one marked article.
type document struct {
	id     string
	in     card.Input
	weight []int // of each sentence, 0 for none
	unseen bool
}

const (
	ridge = 30
	least = 4
)

func main() {
	log.SetFlags(0)
	flag.Parse()
	if flag.NArg() != 2 {
		log.Fatal("usage: train GOLD OUT")
	}
	docs, err := read(flag.Arg(0))
	if err != nil {
		log.Fatal(err)
	}
	var seen, unseen []*document
	for _, d := range docs {
		if d.unseen {
			unseen = append(unseen, d)
		} else {
			seen = append(seen, d)
		}
	}
	var folded tally
	const folds = 10
	for k := range folds {
		var rest, out []*document
		for i, d := range seen {
			if i%folds == k {
				out = append(out, d)
			} else {
				rest = append(rest, d)
			}
		}
		m := fit(rest)
		for _, d := range out {
			folded.add(m, d)
		}
	}
	m := fit(seen)
	var kept tally
	for _, d := range unseen {
		kept.add(m, d)
	}
	fmt.Println("folds ", folded)
	fmt.Println("unseen", kept)
	if err := os.WriteFile(flag.Arg(1), m.Write(), 0o644); err != nil {
		log.Fatal(err)
	}
}

func fit(docs []*document) *scorer.Model {
	var all []scorer.Example
	for _, d := range docs {
		all = append(all, card.Examples(d.in, func(i int) (bool, float64) {
			switch d.weight[i] {
			case 1:
				return false, .2 // acceptable: neither wanted nor wrong
			case 3:
				return true, 1.5
			}
			return d.weight[i] > 0, 1
		})...)
	}
	return scorer.Train("sentences for the card; trained on marked articles", all, ridge, least)
}

// tally counts what is right of what is shown, and how much of what must be
// shown is there.
type tally struct{ shown, right, must, found int }

func (t *tally) add(m *scorer.Model, d *document) {
	c := card.Choose(m, d.in)
	var lines []int
	if c.Lead >= 0 {
		lines = append(lines, c.Lead)
	}
	for _, p := range c.Points {
		lines = append(lines, p.Sentence)
	}
	for _, i := range lines {
		t.shown++
		if d.weight[i] >= 2 {
			t.right++
		}
	}
	for i, w := range d.weight {
		if w == 3 {
			t.must++
			if slices.Contains(lines, i) {
				t.found++
			}
		}
	}
}

func (t tally) String() string {
	return fmt.Sprintf("P %.3f R3 %.3f (%d lines shown)", float64(t.right)/float64(max(1, t.shown)), float64(t.found)/float64(max(1, t.must)), t.shown)
}

func read(gold string) ([]*document, error) {
	names, err := filepath.Glob(filepath.Join(gold, "texts", "*.json"))
	if err != nil {
		return nil, err
	}
	words, err := i18n.Load(assets.I18n(), "en")
	if err != nil {
		return nil, err
	}
	x, err := extract.New(words)
	if err != nil {
		return nil, err
	}
	var out []*document
	for _, name := range names {
		var article struct{ ID, Published, Text string }
		var marked struct {
			Key []struct {
				Words  string
				Weight int
			}
		}
		for file, to := range map[string]any{name: &article, filepath.Join(gold, "ann", filepath.Base(name)): &marked} {
			raw, err := os.ReadFile(file)
			if err != nil {
				return nil, err
			}
			if err := json.Unmarshal(raw, to); err != nil {
				return nil, fmt.Errorf("%s: %w", file, err)
			}
		}
		var published edtf.Date
		if article.Published != "" {
			if published, err = edtf.Parse(article.Published); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
		}
		in, err := x.CardInput(article.Text, published)
		if err != nil {
			return nil, err
		}
		d := &document{id: article.ID, in: in, weight: make([]int, len(in.A.Sentences)), unseen: crc32.ChecksumIEEE([]byte(article.ID))%3 == 0}
		for _, k := range marked.Key {
			at := strings.Index(in.A.Text, k.Words)
			if i := in.A.SentenceAt(at); at >= 0 && i >= 0 {
				d.weight[i] = max(d.weight[i], k.Weight)
			}
		}
		out = append(out, d)
	}
	return out, nil
}
