// Command train makes the weights that events are chosen with:
//
//	train [-cross] [-unseen] [-show ID] GOLD MODEL
//
// GOLD is the folder of gold briefings, MODEL the file to write. Each third
// document is kept unseen and out of training. The same input gives the same
// model. With -cross nothing is written: each tenth of the documents is left out
// in turn, and how the rest does on it is printed. With -unseen the model that
// stands in MODEL is scored on the documents kept unseen.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"

	"briefline/app/event"
)

// options say how to train.
type options struct {
	penalty, rate, threshold float64
	rounds, least            int
}

func main() {
	o := options{penalty: .2, rate: .2, rounds: 20, least: 6}
	cross := flag.Bool("cross", false, "leave each tenth out in turn, and print how the rest does on it")
	unseen := flag.Bool("unseen", false, "score MODEL on the documents kept unseen")
	show := flag.String("show", "", "print the events of this document, or of all")
	flag.Float64Var(&o.penalty, "penalty", o.penalty, "on the squares of the weights")
	flag.Float64Var(&o.threshold, "threshold", .41, "least score of an event")
	flag.IntVar(&o.rounds, "rounds", o.rounds, "over all examples")
	flag.IntVar(&o.least, "least", o.least, "examples that a feature must have")
	flag.Parse()
	if err := run(flag.Args(), o, *cross, *unseen, *show); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(args []string, o options, cross, unseen bool, show string) error {
	if len(args) != 2 {
		return errors.New("give the folder of gold briefings and the model")
	}
	docs, err := read(args[0], unseen)
	if err != nil {
		return err
	}
	if unseen {
		data, err := os.ReadFile(args[1])
		if err != nil {
			return err
		}
		m, err := event.ReadModel(data)
		if err != nil {
			return err
		}
		fmt.Println(evaluate(docs, func(int) *event.Model { return m }, 0, show))
		return nil
	}
	of := leaveOut(docs, o)
	if cross {
		report(docs)
		for _, threshold := range []float64{.35, .4, .45, .5} {
			fmt.Printf("%.2f  %s\n", threshold, evaluate(docs, of, threshold, ""))
		}
		if show != "" {
			evaluate(docs, of, o.threshold, show)
		}
		return nil
	}
	m := learn(docs, o)
	m.Threshold = o.threshold
	calibrate(m, evaluate(docs, of, o.threshold-.1, ""))
	return os.WriteFile(args[1], m.Write(), 0o644)
}

// leaveOut trains ten models, each without a tenth of the documents, and returns
// the one that has not seen document i.
func leaveOut(docs []*document, o options) func(i int) *event.Model {
	folds := make([]*event.Model, 10)
	for k := range folds {
		var some []*document
		for i, d := range docs {
			if i%len(folds) != k {
				some = append(some, d)
			}
		}
		folds[k] = learn(some, o)
	}
	return func(i int) *event.Model { return folds[i%len(folds)] }
}

// report prints how many gold events have a candidate at all.
func report(docs []*document) {
	gold, hasBest, candidates := 0, 0, 0
	for _, d := range docs {
		gold += len(d.gold)
		candidates += len(d.examples)
		for _, l := range d.labels {
			if l.best {
				hasBest++
			}
		}
	}
	fmt.Printf("%d documents, %d candidates, %d gold events, %d of them with a candidate\n", len(docs), candidates, gold, hasBest)
}

// evaluate scores the drafts of documents, each by its own model. threshold, when
// not zero, takes the place of the model's.
func evaluate(docs []*document, model func(i int) *event.Model, threshold float64, show string) *tally {
	t := &tally{}
	for i, d := range docs {
		m := model(i)
		if threshold != 0 {
			copied := *m
			copied.Threshold = threshold
			m = &copied
		}
		chosen, _ := event.Find(d.a, m)
		var print func(string)
		if show == "all" || show == d.id {
			fmt.Println(d.id)
			print = func(line string) { fmt.Println(line) }
		}
		t.add(d, chosen, print)
	}
	return t
}

// calibrate sets the curve of confidence by scores that were given to documents
// kept out of training: neighbours are pooled until the share of right ones only
// rises (isotonic regression).
func calibrate(m *event.Model, t *tally) {
	slices.SortFunc(t.events, func(a, b judged) int {
		if a.score < b.score {
			return -1
		}
		if a.score > b.score {
			return 1
		}
		return 0
	})
	type pool struct{ score, right, n float64 }
	var pools []pool
	const bin = 20
	for i := 0; i < len(t.events); i += bin {
		var p pool
		for _, e := range t.events[i:min(len(t.events), i+bin)] {
			p.score += e.score
			p.n++
			if e.right {
				p.right++
			}
		}
		pools = append(pools, p)
		for k := len(pools) - 1; k > 0 && pools[k-1].right/pools[k-1].n >= pools[k].right/pools[k].n; k-- {
			q := &pools[k-1]
			q.score, q.right, q.n = q.score+pools[k].score, q.right+pools[k].right, q.n+pools[k].n
			pools = pools[:k]
		}
	}
	var scores, right []float64
	for _, p := range pools {
		scores, right = append(scores, p.score/p.n), append(right, p.right/p.n)
	}
	m.Calibrate(scores, right)
}
