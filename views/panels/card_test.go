package panels

import (
	"fmt"
	"strings"
	"testing"

	"briefline/app/briefing"
	"briefline/views/kit"

	"fyne.io/fyne/v2"
)

func TestCardPicks(t *testing.T) {
	d, l := start(t)
	x := NewIndex(bishkek(t))
	c := show(NewCard(d, x), 700)
	for _, text := range c.texts[:3] {
		for _, link := range text.Links() {
			tapLink(t, text, link)
			if got := l.last().String(); got != link {
				t.Errorf("tapped %q, picked %q", link, got)
			}
		}
	}
	// Beside the chips, a line picks itself.
	k1 := c.texts[2]
	k1.MouseDown(mouse(2, 8))
	k1.MouseUp(mouse(2, 8))
	if got, want := l.last(), (Pick{KindLine, "k1"}); got != want {
		t.Errorf("beside the chips: picked %v, want %v", got, want)
	}
	// Every line that has evidence shows a chip for each of its sentences.
	for i, line := range x.Lines {
		if i == 0 {
			continue // the title is led back by a click on it
		}
		p := Pick{KindLine, line.ID}
		if got, want := len(c.texts[i].Links()), len(x.Refs(p)); got != want {
			t.Errorf("%s: %d chips, want %d", line.ID, got, want)
		}
	}
}

// Arrow keys reach every line, chip and check; Enter does what a click does.
func TestCardByKeyboard(t *testing.T) {
	d, l := start(t)
	x := NewIndex(bishkek(t))
	c := show(NewCard(d, x), 700)
	c.FocusGained()
	seen := map[Pick]bool{}
	for range c.Rover.Items() {
		before := len(l.picks)
		c.TypedKey(key(fyne.KeyReturn))
		if len(l.picks) > before {
			seen[l.last()] = true
		}
		c.TypedKey(key(fyne.KeyDown))
	}
	for _, line := range x.Lines {
		p := Pick{KindLine, line.ID}
		if !seen[p] {
			t.Errorf("%v cannot be reached", p)
		}
		for _, r := range x.Refs(p) {
			if p.ID != "title" && !seen[SentencePick(r)] {
				t.Errorf("chip %v of %v cannot be reached", r, p)
			}
		}
	}
}

func TestCardHighlight(t *testing.T) {
	d, _ := start(t)
	x := NewIndex(bishkek(t))
	c := show(NewCard(d, x), 700)
	states := func() (out string) {
		for _, l := range x.Lines {
			out += string("-lP"[c.rows[Pick{KindLine, l.ID}].State()])
		}
		return out
	}
	for _, tt := range []struct {
		pick Pick
		want string // title, bottom line, k1 to k4
	}{
		{Pick{}, "------"},
		{Pick{KindLine, "k2"}, "-l-P--"},
		{SentencePick(briefing.Ref{Sentence: 9}), "ll----"},
		{Pick{KindStatement, "q1"}, "----l-"},
		{Pick{}, "------"},
	} {
		c.SetHighlight(x.Relate(tt.pick))
		if got := states(); got != tt.want {
			t.Errorf("%v: lines %s, want %s", tt.pick, got, tt.want)
		}
	}
}

// The strip names the first checks; opened, all of them with their details.
func TestCheckStrip(t *testing.T) {
	d, l := start(t)
	x := NewIndex(bishkek(t))
	checks := x.Briefing.Checks
	c := show(NewCard(d, x), 700)
	shown := func() (words, details int) {
		s := joined(c.checks)
		for _, k := range checks {
			words += strings.Count(s, strings.TrimSuffix(k.Words, "."))
			if k.Detail != "" && strings.Contains(s, k.Detail) {
				details++
			}
		}
		return words, details
	}
	closed := c.HeightFor(700)
	if words, details := shown(); words != stripChecks || details != 0 {
		t.Errorf("closed: %d checks, %d details, want %d, 0", words, details, stripChecks)
	}
	tapLink(t, c.checks.head, "more:")
	show(c, 700)
	if words, details := shown(); words != len(checks) || details < len(checks)-2 {
		t.Errorf("open: %d checks, %d details, want %d each", words, details, len(checks))
	}
	if l.resized != 1 || c.HeightFor(700) <= closed {
		t.Errorf("open: told %d times, %v high, want once, higher than %v", l.resized, c.HeightFor(700), closed)
	}
	// What is inside can be picked, by click and by key, and lights up.
	p := Pick{KindCheck, checks[5].ID}
	c.SetHighlight(x.Relate(p))
	if got := c.checks.rows[p].State(); got != kit.RowPicked {
		t.Errorf("picked check: state %v, want picked", got)
	}
	c.checks.rows[p].Tapped(nil)
	if l.last() != p {
		t.Errorf("tapped: picked %v, want %v", l.last(), p)
	}
	tapLink(t, c.checks.head, "more:")
	show(c, 700)
	if words, _ := shown(); words != stripChecks || c.HeightFor(700) != closed {
		t.Errorf("closed again: %d checks, %v high, want %d, %v", words, c.HeightFor(700), stripChecks, closed)
	}
	if len(l.picks) != 1 {
		t.Errorf("opening and closing picked %v", l.picks[1:])
	}
}

// An opened strip stays lit as the pick was when it opens.
func TestCheckStripOpensLit(t *testing.T) {
	d, _ := start(t)
	x := NewIndex(bishkek(t))
	c := show(NewCard(d, x), 700)
	p := Pick{KindEvent, "isil-defeat"}
	c.SetHighlight(x.Relate(p))
	tapLink(t, c.checks.head, "more:")
	fault := ""
	if got := c.checks.rows[Pick{KindCheck, "check-isil"}].State(); got != kit.RowLinked {
		fault = fmt.Sprintf("a check of the picked event: state %v, want linked", got)
	}
	judge(t, fault)
}

func TestCardKicker(t *testing.T) {
	d, _ := start(t)
	c := NewCard(d, NewIndex(bishkek(t)))
	if got, want := c.kicker(), "MNA · BISHKEK · PUBLICATION DATE NOT STATED · 1 SOURCE · 2 MIN READ"; got != want {
		t.Errorf("kicker = %q, want %q", got, want)
	}
	x := crowd()
	if s := joined(show(NewCard(d, NewIndex(x)), 700)); !strings.Contains(s, x.Marking) {
		t.Errorf("the marking %q does not show", x.Marking)
	}
}
