package main

import (
	"encoding/json"
	"hash/crc32"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"briefline/app/analysis"
	"briefline/app/edtf"
	"briefline/app/event"
	"briefline/app/syntax"
	txt "briefline/app/text"
)

// document is an article with the briefing that an analyst made of it.
type document struct {
	id       string
	a        *analysis.Analysis
	gold     []goldEvent
	who      map[string]bool // stems of the names of participants
	examples []event.Example
	labels   []label
	undated  *document // the same without its day of publication; nil for one that has none
}

type goldEvent struct {
	Words  []string  `json:"words"`
	Title  string    `json:"title"`
	Date   *string   `json:"date"`
	Accept []*string `json:"accept"`
	Weight int       `json:"weight"`

	sentences map[int]bool
	all       string
}

// read reads the folder of gold briefings: texts/ID.json and ann/ID.json. One of
// three is kept unseen, by the CRC-32 of its ID: it comes only when unseen is set,
// and then alone.
func read(dir string, unseen bool) ([]*document, error) {
	files, err := filepath.Glob(filepath.Join(dir, "ann", "*.json"))
	if err != nil {
		return nil, err
	}
	parser, err := syntax.English()
	if err != nil {
		return nil, err
	}
	var out []*document
	for _, file := range files {
		id := strings.TrimSuffix(filepath.Base(file), ".json")
		if crc32.ChecksumIEEE([]byte(id))%3 == 0 != unseen {
			continue
		}
		d, err := readDocument(dir, id, parser)
		if err != nil {
			return nil, err
		}
		out = append(out, d)
	}
	return out, nil
}

func readDocument(dir, id string, parser *syntax.Parser) (*document, error) {
	var article struct {
		Text      string  `json:"text"`
		Published *string `json:"published"`
	}
	var briefing struct {
		Events       []goldEvent   `json:"events"`
		Participants []participant `json:"participants"`
	}
	if err := load(filepath.Join(dir, "texts", id+".json"), &article); err != nil {
		return nil, err
	}
	if err := load(filepath.Join(dir, "ann", id+".json"), &briefing); err != nil {
		return nil, err
	}
	o := analysis.Options{Groups: analysis.Coreference, Parse: parser.Parse}
	if article.Published != nil {
		published, err := edtf.Parse(*article.Published)
		if err != nil {
			return nil, err
		}
		o.Published = published
	}
	d := makeDocument(id, article.Text, parser, o, briefing.Events, briefing.Participants)
	if !o.Published.IsZero() {
		o.Published = edtf.Date{}
		d.undated = makeDocument(id, article.Text, parser, o, slices.Clone(briefing.Events), briefing.Participants)
	}
	return d, nil
}

type participant struct {
	Name    string   `json:"name"`
	Aliases []string `json:"aliases"`
}

func makeDocument(id, text string, parser *syntax.Parser, o analysis.Options, gold []goldEvent, participants []participant) *document {
	d := &document{id: id, gold: gold, who: map[string]bool{}}
	d.a = analysis.Make(text, parser.Parse(text, parser.Sentences(text)), o)
	for _, p := range participants {
		for w := range count(p.Name + " " + strings.Join(p.Aliases, " ")) {
			d.who[w] = true
		}
	}
	for i := range d.gold {
		g := &d.gold[i]
		g.sentences = map[int]bool{}
		g.all = strings.Join(g.Words, " ") + " " + g.Title
		for _, w := range g.Words {
			for _, at := range occurrences(text, w) {
				g.sentences[d.a.SentenceAt(at.Start)] = true
			}
		}
	}
	d.examples = event.Examples(d.a)
	d.labels = d.label()
	return d
}

func load(file string, into any) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	return json.Unmarshal(data, into)
}

func occurrences(text, words string) []txt.Span {
	var out []txt.Span
	for at := 0; words != ""; {
		i := strings.Index(text[at:], words)
		if i < 0 {
			break
		}
		out = append(out, txt.Span{Start: at + i, End: at + i + len(words)})
		at += i + 1
	}
	return out
}

// label says what a candidate is to the scorers.
type label struct {
	best, touch     bool
	weight, touched float64 // of the example
}

// label finds for each gold event its best candidate, and which candidates would
// be taken for a telling of any.
func (d *document) label() []label {
	out := make([]label, len(d.examples))
	type pair struct {
		worth  float64
		g, c   int
		inside bool
	}
	var pairs []pair
	for g := range d.gold {
		for c := range d.examples {
			x := &d.examples[c]
			worth, ok := d.accepts(&d.gold[g], x.Sentence, x.Title)
			if !ok {
				continue
			}
			inside, first := d.holds(&d.gold[g], x.Trigger)
			if inside {
				worth += .8
			}
			if first {
				worth += .2
			}
			pairs = append(pairs, pair{worth, g, c, inside})
			if l := &out[c]; !l.touch || weightOf[d.gold[g].Weight] > l.touched {
				l.touch, l.touched = true, []float64{1, .7, 1.5, 2}[d.gold[g].Weight]
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int {
		switch {
		case a.worth > b.worth:
			return -1
		case a.worth < b.worth:
			return 1
		}
		return 0
	})
	done := map[int]bool{}
	for i := range out {
		out[i].weight = 1
		if !out[i].touch {
			out[i].touched = 1
		}
	}
	for _, p := range pairs {
		if p.inside && !done[p.g] && !out[p.c].best {
			done[p.g] = true
			out[p.c].best, out[p.c].weight = true, weightOf[d.gold[p.g].Weight]
		}
	}
	for _, p := range pairs {
		if p.inside && !out[p.c].best {
			out[p.c].weight = .3 // another telling of the same: not wrong enough to learn from
		}
	}
	return out
}

var weightOf = []float64{1, .7, 1.5, 2.5}

// holds reports whether an event word stands in the words of a gold event, and
// whether in its first ones.
func (d *document) holds(g *goldEvent, trigger txt.Span) (inside, first bool) {
	for n, w := range g.Words {
		for _, at := range occurrences(d.a.Text, w) {
			if at.Start <= trigger.Start && trigger.Start < at.End {
				inside, first = true, first || n == 0
			}
		}
	}
	return inside, first
}

// accepts is the test of the scorer of gold briefings: the sentence tells of the
// event, and the title shares enough words with it.
func (d *document) accepts(g *goldEvent, sentence int, title string) (float64, bool) {
	if !g.sentences[sentence] {
		return 0, false
	}
	t, all := count(title), count(g.all)
	common := false
	for w := range t {
		common = common || all[w] > 0 && !d.who[w]
	}
	if !common {
		return 0, false
	}
	m, f := max(cover(t, all), cover(count(g.Words[0]), t)*.9), f1(t, count(g.Title))
	return m + f, m >= .34 || f >= .34
}

var tokenRule = regexp.MustCompile(`[\p{L}\p{N}_’']+`)

var stopWords = func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(`a an the of in on at to for and or by with from as is was were are be been has have had his her its their it he she they that this which who whom will would said says say not no new into after before over under about up out than more`) {
		out[w] = true
	}
	return out
}()

func count(text string) map[string]int {
	out := map[string]int{}
	for _, w := range tokenRule.FindAllString(text, -1) {
		if w = strings.ToLower(w); !stopWords[w] {
			out[event.Stem(w)]++
		}
	}
	return out
}

func cover(a, b map[string]int) float64 {
	n := 0
	for w := range a {
		if b[w] > 0 {
			n++
		}
	}
	return float64(n) / float64(max(1, len(a)))
}

func f1(a, b map[string]int) float64 {
	n, all := 0, 0
	for w, k := range a {
		n += min(k, b[w])
		all += k
	}
	for _, k := range b {
		all += k
	}
	return 2 * float64(n) / float64(max(1, all))
}
