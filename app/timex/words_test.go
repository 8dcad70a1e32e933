package timex

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	gotoken "go/token"
	"io/fs"
	"strconv"
	"strings"
	"testing"

	"briefline/assets"
)

// No rule and nothing that a date is resolved against is without words, and no
// words are there for a rule that is none.
func TestRulesHaveWords(t *testing.T) {
	data, err := fs.ReadFile(assets.I18n(), "en.json")
	if err != nil {
		t.Fatal(err)
	}
	var catalog map[string]any
	if err := json.Unmarshal(data, &catalog); err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{againstPublished: true, againstSentence: true, againstBefore: true, againstEarlier: true}
	for _, r := range Rules() {
		if known[string(r)] {
			t.Errorf("rule %q is there twice", r)
		}
		known[string(r)] = true
	}
	for id := range known {
		if words, _ := catalog[id].(string); words == "" {
			t.Errorf("%q has no words", id)
		}
	}
	// Package extract dates by these two beside.
	known["timex.rule.publication"], known["timex.rule.published"] = true, true
	for id := range catalog {
		if (strings.HasPrefix(id, "timex.rule.") || strings.HasPrefix(id, "timex.against.")) && !known[id] {
			t.Errorf("%q is the message of no rule", id)
		}
	}
	// Rules forgets none of the constants.
	file, err := parser.ParseFile(gotoken.NewFileSet(), "rule.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	ast.Inspect(file, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok {
			found++
			if id, _ := strconv.Unquote(lit.Value); !known[id] {
				t.Errorf("Rules lacks %q", id)
			}
		}
		return true
	})
	if found != len(Rules()) {
		t.Errorf("got %d rules, want %d", found, len(Rules()))
	}
}

// Every expression says by which rule it was read, in each of these.
func TestRuleOf(t *testing.T) {
	for _, tt := range []struct {
		text, words string
		want        Rule
	}{
		{"They met on Thursday.", "Thursday", RuleWeekdayPast},
		{"They will meet on Thursday.", "Thursday", RuleWeekdayAhead},
		{"They met last Tuesday.", "last Tuesday", RuleWeekdayBefore},
		{"Shops close on Sundays.", "Sundays", RuleWeekdaySet},
		{"They met today.", "today", RuleToday},
		{"They met yesterday morning.", "yesterday morning", RuleYesterday},
		{"They meet tomorrow.", "tomorrow", RuleTomorrow},
		{"They meet tonight.", "tonight", RuleNight},
		{"They met last night.", "last night", RulePartOfYesterday},
		{"They met the day before yesterday.", "the day before yesterday", RuleTwoDaysBefore},
		{"They met last week.", "last week", RuleLastPeriod},
		{"They meet this week.", "this week", RuleThisPeriod},
		{"They meet next week.", "next week", RuleNextPeriod},
		{"They met three years ago.", "three years ago", RuleCountedBack},
		{"They met in May.", "May", RuleMonth},
		{"They met on 3 May.", "3 May", RuleMonthDay},
		{"They met in 2016.", "2016", RuleYear},
		{"It was 14/05/2019.", "14/05/2019", RuleDigits},
		{"It was 5/6/2019.", "5/6/2019", RuleDigitsUnclear},
		{"It was in the 1980s.", "the 1980s", RuleDecade},
		{"It took three years.", "three years", RuleLength},
		{"It ran from 3 to 5 May 2019.", "from 3 to 5 May 2019", RuleSpan},
		{"It has been so since the 2016 agreement.", "since the 2016 agreement", RuleEventYear},
		{"They met recently.", "recently", RuleVague},
	} {
		got := Rule("")
		for _, e := range Tag(tt.text, Options{Created: date(tuesday)}) {
			if tt.text[e.Start:e.End] == tt.words {
				got = e.Rule
			}
		}
		if got != tt.want {
			t.Errorf("%s %q: got %q, want %q", tt.text, tt.words, got, tt.want)
		}
	}
}
