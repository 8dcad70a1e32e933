// Train makes the model that chooses who is shown of those whom an article names,
// from articles whose participants people marked: train GOLD OUT.
//
// GOLD holds texts/ID.json (id, published, text) and ann/ID.json (participants:
// name, aliases, weight). Every third article, by the checksum of its ID, is left
// out of training; how the model does on these is printed beside ten folds of the
// rest, for several thresholds.
package main

import (
	"encoding/json"
	"fmt"
	"hash/crc32"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"briefline/app/edtf"
	"briefline/app/extract"
	"briefline/app/i18n"
	"briefline/app/people"
	"briefline/app/scorer"
	"briefline/assets"
)

// marked is a participant as a person marked it.
type marked struct {
	Name    string
	Aliases []string
	Weight  int
}

// document is one marked article.
type document struct {
	all    []people.Participant
	gold   []marked
	is     []int // which gold participant each candidate is, -1 for none
	unseen bool
}

const (
	ridge = 6
	least = 4
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 3 {
		log.Fatal("usage: train GOLD OUT")
	}
	docs, err := read(os.Args[1])
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
	const folds = 10
	models := make([]*scorer.Model, folds)
	for k := range folds {
		var rest []*document
		for i, d := range seen {
			if i%folds != k {
				rest = append(rest, d)
			}
		}
		models[k] = fit(rest)
	}
	m := fit(seen)
	for _, threshold := range []float64{.3, .4, .45, .5, .55, .6, .7} {
		var folded, kept tally
		for i, d := range seen {
			folded.add(models[i%folds], d, threshold)
		}
		for _, d := range unseen {
			kept.add(m, d, threshold)
		}
		fmt.Printf("%.2f  folds %s  unseen %s\n", threshold, folded, kept)
	}
	if err := os.WriteFile(os.Args[2], m.Write(), 0o644); err != nil {
		log.Fatal(err)
	}
}

func fit(docs []*document) *scorer.Model {
	var all []scorer.Example
	for _, d := range docs {
		for i, p := range d.all {
			x := scorer.Example{Features: p.Features, Right: d.is[i] >= 0, Weight: 1}
			if x.Right && d.gold[d.is[i]].Weight == 1 {
				x.Weight = .6 // acceptable
			}
			all = append(all, x)
		}
	}
	return scorer.Train("participants to show; trained on marked articles", all, ridge, least)
}

// tally counts who is right of those shown, and who of those worth having is.
type tally struct{ shown, right, must, found int }

func (t *tally) add(m *scorer.Model, d *document, threshold float64) {
	for i, p := range d.all {
		if m.Score(p.Features) < threshold {
			continue
		}
		t.shown++
		if d.is[i] >= 0 {
			t.right++
			if d.gold[d.is[i]].Weight >= 2 {
				t.found++
			}
		}
	}
	for _, g := range d.gold {
		if g.Weight >= 2 {
			t.must++
		}
	}
}

func (t tally) String() string {
	p, r := float64(t.right)/float64(max(1, t.shown)), float64(t.found)/float64(max(1, t.must))
	return fmt.Sprintf("P %.3f R %.3f F %.3f", p, r, 2*p*r/max(p+r, 1e-9))
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
		var ann struct{ Participants []marked }
		for file, to := range map[string]any{name: &article, filepath.Join(gold, "ann", filepath.Base(name)): &ann} {
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
		all, err := x.People(article.Text, published)
		if err != nil {
			return nil, err
		}
		d := &document{all: all, gold: ann.Participants, unseen: crc32.ChecksumIEEE([]byte(article.ID))%3 == 0}
		d.match()
		out = append(out, d)
	}
	return out, nil
}

var noWord = regexp.MustCompile(`[^\pL\pN_]+`)

func plain(s string) string {
	return strings.TrimSpace(noWord.ReplaceAllString(strings.ToLower(s), " "))
}

// match gives each marked participant the candidate that names it: by its name or
// another naming, else by a name that is part of it.
func (d *document) match() {
	d.is = make([]int, len(d.all))
	for i := range d.is {
		d.is[i] = -1
	}
	order := make([]int, len(d.gold))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return d.gold[b].Weight - d.gold[a].Weight })
	for _, g := range order {
		called := []string{plain(d.gold[g].Name)}
		for _, a := range d.gold[g].Aliases {
			called = append(called, plain(a))
		}
		hit := slices.IndexFunc(d.all, func(p people.Participant) bool { return slices.Contains(called, plain(p.Name)) })
		for hit >= 0 && d.is[hit] >= 0 {
			next := slices.IndexFunc(d.all[hit+1:], func(p people.Participant) bool { return slices.Contains(called, plain(p.Name)) })
			if next < 0 {
				hit = -1
				break
			}
			hit += 1 + next
		}
		for i := 0; hit < 0 && i < len(d.all); i++ {
			if d.is[i] >= 0 {
				continue
			}
			name := plain(d.all[i].Name)
			also := slices.ContainsFunc(d.all[i].Aliases, func(a string) bool { return plain(a) == called[0] })
			if also || name != "" && (slices.Contains(strings.Fields(called[0]), name) || slices.Contains(strings.Fields(name), called[0])) {
				hit = i
			}
		}
		if hit >= 0 {
			d.is[hit] = g
		}
	}
}
