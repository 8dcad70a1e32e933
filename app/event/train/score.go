package main

import (
	"cmp"
	"fmt"
	"slices"

	"briefline/app/event"
)

// tally counts what drafted events are worth, as the scorer of gold briefings does.
type tally struct {
	drafted, hit, hit3, gold3, hit2, gold2 int
	dates, right, wrong                    int
	sure, sureWrong, rightNone             int // dates without a doubt, those of them wrong; rightly undated
	title                                  float64
	plain, plainRight                      int // events without a doubt
	events                                 []judged
}

type judged struct {
	score float64
	right bool
}

func (t *tally) p() float64  { return share(t.hit, t.drafted) }
func (t *tally) r2() float64 { return share(t.hit2, t.gold2) }
func (t *tally) f() float64 {
	if t.p()+t.r2() == 0 {
		return 0
	}
	return 2 * t.p() * t.r2() / (t.p() + t.r2())
}

func share(n, of int) float64 { return float64(n) / float64(max(1, of)) }

func (t *tally) String() string {
	return fmt.Sprintf("P %.3f R3 %.3f R2 %.3f F %.3f  dates %.3f/%.3f sure %.2f of shown wrong %.3f  titles %.3f  drafted %d, without doubt %.2f right %.3f",
		t.p(), share(t.hit3, t.gold3), t.r2(), t.f(), share(t.right, t.dates), share(t.wrong, t.dates),
		share(t.sure, t.right+t.wrong-t.rightNone), share(t.sureWrong, t.sure), t.title/float64(max(1, t.hit)), t.drafted, share(t.plain, t.drafted), share(t.plainRight, t.plain))
}

// add scores the events drafted of a document. show, when not nil, gets a line for
// each hit, miss and extra.
func (t *tally) add(d *document, drafted []event.Event, show func(string)) {
	type pair struct {
		worth float64
		g, e  int
	}
	var pairs []pair
	for g := range d.gold {
		for e := range drafted {
			best, ok := 0.0, false
			for _, s := range sentencesOf(d, &drafted[e]) {
				if w, yes := d.accepts(&d.gold[g], s, drafted[e].Title); yes {
					best, ok = max(best, w), true
				}
			}
			if ok {
				pairs = append(pairs, pair{best + .2*float64(d.gold[g].Weight-1), g, e})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Or(cmp.Compare(b.worth, a.worth), cmp.Compare(b.g, a.g)) })
	ofGold, ofEvent := map[int]int{}, map[int]int{}
	for _, p := range pairs {
		_, used := ofGold[p.g]
		_, taken := ofEvent[p.e]
		if !used && !taken {
			ofGold[p.g], ofEvent[p.e] = p.e, p.g
		}
	}
	t.drafted += len(drafted)
	for e := range drafted {
		_, ok := ofEvent[e]
		t.events = append(t.events, judged{drafted[e].Score, ok})
		if len(drafted[e].Doubts) == 0 {
			t.plain++
			if ok {
				t.plainRight++
			}
		}
		if !ok && show != nil {
			show(fmt.Sprintf("  EXTRA   %.2f %s | %s %s", drafted[e].Score, drafted[e].Title, drafted[e].Date.EDTF, drafted[e].Date.Rule))
		}
	}
	for g := range d.gold {
		t.addGold(d, &d.gold[g], drafted, ofGold, g, show)
	}
}

func (t *tally) addGold(d *document, gold *goldEvent, drafted []event.Event, ofGold map[int]int, g int, show func(string)) {
	if gold.Weight == 3 {
		t.gold3++
	}
	if gold.Weight >= 2 {
		t.gold2++
	}
	e, ok := ofGold[g]
	if !ok {
		if show != nil {
			show(fmt.Sprintf("  MISS %d  %s | %s", gold.Weight, gold.Title, text(gold.Date)))
		}
		return
	}
	t.hit++
	if gold.Weight == 3 {
		t.hit3++
	}
	if gold.Weight >= 2 {
		t.hit2++
	}
	x := &drafted[e]
	t.title += f1(count(x.Title), count(gold.Title))
	got := x.Date.EDTF.String()
	t.dates++
	right := got == text(gold.Date) || got != "" && slices.ContainsFunc(gold.Accept, func(s *string) bool { return text(s) == got }) ||
		got == "" && slices.Contains(gold.Accept, nil)
	sure := got != "" && len(x.Date.Doubts) == 0
	mark := "ok   "
	if right {
		t.right++
		if got == "" {
			t.rightNone++
		}
	} else if got != "" {
		t.wrong++
		mark = "WRONG"
	} else {
		mark = "none "
	}
	if sure {
		t.sure++
		if !right {
			t.sureWrong++
			mark = "SURE!"
		}
	}
	if show != nil {
		show(fmt.Sprintf("  hit %d %s %.2f %s | %s | gold %s got %s %s", gold.Weight, mark, x.Score, gold.Title, x.Title, text(gold.Date), got, x.Date.Rule))
	}
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func sentencesOf(d *document, e *event.Event) []int {
	out := []int{d.a.SentenceAt(e.Span.Start)}
	for _, a := range e.Again {
		out = append(out, d.a.SentenceAt(a.Span.Start))
	}
	return out
}
