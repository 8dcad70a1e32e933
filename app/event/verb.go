package event

import (
	"strings"

	"briefline/app/briefing"
	"briefline/app/token"
)

// thin verbs say little alone: they want a date or an event noun.
var thin = map[string]bool{"start": true, "begin": true, "end": true, "hold": true, "open": true, "close": true, "cut": true, "pay": true, "hit": true, "create": true, "form": true,
	"raise": true, "rise": true, "fall": true, "drop": true, "gain": true, "become": true, "enter": true, "step": true, "name": true, "replace": true, "order": true, "issue": true,
	"fly": true, "leave": true, "travel": true, "return": true, "test": true, "target": true, "fire": true, "seize": true, "break": true, "settle": true, "lift": true, "post": true,
	"report": true, "rule": true, "charge": true, "join": true, "unite": true, "complete": true, "introduce": true, "deploy": true, "accuse": true, "declare": true, "deliver": true,
	"invest": true, "borrow": true, "succeed": true, "promote": true, "plead": true, "fine": true, "gather": true, "rally": true, "march": true, "land": true, "reveal": true, "lay": true,
	"release": true, "publish": true, "vote": true, "file": true, "bar": true, "host": true, "negotiate": true, "destroy": true, "damage": true, "extend": true, "halt": true, "delay": true,
	"burn": true, "stage": true, "adopt": true, "pass": true, "reject": true, "win": true, "lose": true, "beat": true, "buy": true, "sell": true, "purchase": true, "fight": true, "capture": true,
	"shot": true, "split": true, "establish": true, "found": true, "discover": true, "call": true, "conclude": true, "approve": true, "retire": true, "tour": true, "tumble": true, "plunge": true, "rebound": true}

// isVerb reports whether the word at i tells that an event happens.
func (d *reader) isVerb(i int) bool {
	w := &d.words[i]
	if w.kind == "" || w.c&verbForm == 0 && !(w.c&ingForm != 0 && d.word(i-1).c&copula != 0) || w.name >= 0 || w.date >= 0 || w.c&sayForm != 0 && w.c&lightForm == 0 || d.isNoun(i) {
		return false
	}
	before := d.word(i - 1)
	switch {
	case w.c&ingForm != 0 && w.c&verbForm == 0:
		return true
	case before.c&(determiner|possessive|preposition) != 0 && before.c&(pronoun|aheadOf) == 0 && before.low != "to":
		return false // "the elected president"
	case before.low == "'s", before.low == "-":
		return false
	case w.c&pastForm != 0, w.c&participle != 0:
		return i > 0
	case w.c&presentForm != 0:
		return d.headline && i > 0
	}
	// A base form: "will meet", "plans to sign", "did not sign"; a headline's "EADS defeat Boeing".
	if d.headline && i > 0 && before.name >= 0 && before.low != "to" {
		return true
	}
	return d.helper(i, modal|aheadOf) || before.low == "to" && d.helper(i-1, aheadOf)
}

// addVerb adds what the verb at i tells, unless an event noun that it governs,
// among the candidates from first to nouns, does so already.
func (d *reader) addVerb(i, first, nouns int) {
	w := &d.words[i]
	from, subject := d.clauseFrom(i)
	to := d.clauseTo(i)
	c := candidate{sentence: d.number, root: root(w.lemma)}
	c.Kind = w.kind
	c.Trigger, c.Span = w.Span(), briefing.Span{Start: d.words[from].Start, End: d.words[to-1].End}
	d.fill(&c, i, from, to)
	passive := d.helper(i, auxiliary)
	c.Negated = d.helper(i, negation)
	c.Future = d.helper(i, aheadOf)
	c.Hypothetical = d.helper(i, doubtful|modal) && !c.Future || d.conditional(i)
	if w.c&(pastForm|presentForm|ingForm) == 0 && w.c&participle != 0 && !passive || w.c&baseForm != 0 && w.c&(pastForm|presentForm) == 0 && !c.Future && !d.headline {
		c.Hypothetical = c.Hypothetical || w.c&participle == 0
	}
	if w.c&ingForm != 0 && w.c&verbForm == 0 {
		c.weak = true
	}
	names := len(c.Names) + len(c.Places)
	stated := c.Date >= 0 && c.Basis == briefing.BasisStated
	noun := d.governs(i, first, nouns)
	switch {
	case noun != nil:
		// One event: the verb gives the tense, the clause gives title and evidence.
		if c.Negated || c.Hypothetical {
			noun.Negated, noun.Hypothetical = noun.Negated || c.Negated, noun.Hypothetical || c.Hypothetical
		} else if !noun.Reported && noun.Kind != "" && (!noun.definite || noun.Date < 0) {
			noun.Hypothetical = false
		}
		noun.Future = noun.Future || c.Future
		if !noun.weak || !c.Negated && !c.Hypothetical && (!c.Reported || stated) && noun.c(nounWord, d) && (names > 0 || stated) {
			noun.weak, noun.weight = false, max(noun.weight, 2.5)
			if subject {
				noun.Span, noun.Names, noun.Places = c.Span, c.Names, c.Places
				noun.Title = d.title(from, to, noun.Date, i, false)
			}
			if noun.Date < 0 {
				noun.Date, noun.Basis, noun.Fresh = c.Date, c.Basis, c.Fresh
			}
		}
		return
	case c.weak, c.Negated, c.Hypothetical && !stated, c.Reported && !stated:
		c.weak = true
	case !subject && !passive && !stated:
		c.weak = true
	case thin[w.lemma] && !stated && !(names >= 2 && d.mainClause(i)):
		c.weak = true
	case names == 0 && !stated && !d.counts(from, to):
		c.weak = true
	default:
		c.weight = 2
		if thin[w.lemma] {
			c.weight = 1
		}
		if stated {
			c.weight += 0.5
		}
	}
	c.Title = d.title(from, to, c.Date, i, false)
	d.found = append(d.found, c)
}

// c reports whether the word of a noun's candidate is of class cl.
func (n *candidate) c(cl class, d *reader) bool {
	i := d.wordAt(n.Trigger.Start)
	return i >= 0 && d.words[i].c&cl != 0
}

// governs returns the event noun that the verb at i has as its object.
func (d *reader) governs(i, first, nouns int) *candidate {
	end := i + 9 // words
	for k := first; k < nouns; k++ {
		n := &d.found[k]
		at := d.wordAt(n.Trigger.Start)
		if at <= i {
			continue
		}
		if at > end || at < 0 || d.words[at].clause != d.words[i].clause {
			return nil
		}
		for j := i + 1; j < at; j++ {
			if w := &d.words[j]; w.name < 0 && w.c&(finite|preposition|introducer) != 0 && w.c&countWord == 0 || w.low == "," {
				return nil
			}
		}
		if w := &d.words[i]; w.c&lightForm != 0 || n.Kind == w.kind || n.root == root(w.lemma) {
			return n
		}
		return nil
	}
	return nil
}

// clauseFrom returns where the clause of the verb at i begins, and whether it
// has a subject there.
func (d *reader) clauseFrom(i int) (from int, subject bool) {
	clause := d.words[i].clause
	from = i
	for k := i - 1; k >= 0 && k > i-30; k-- {
		w := &d.words[k]
		if w.clause != clause && !(w.low == "," && k == i-1) {
			// "Ryanair, which flies to Rome, announced": over the comma's clause.
			break
		}
		if w.c&opener != 0 && w.name < 0 && w.clause != d.word(k-1).clause {
			if w.c&pronoun != 0 {
				from, subject = k, true // "who": better than none
			}
			break
		}
		from = k
	}
	// What leads the sentence up to a comma is no part of the subject.
	for n := 0; n < 3; n++ {
		comma := -1
		for k := from; k < i && comma < 0; k++ {
			if d.words[k].low == "," {
				comma = k
			}
		}
		if comma < 0 || d.words[from].c&(preposition|introducer|opener) == 0 && d.words[from].date < 0 && comma != from && !d.is(from, "according", "however", "meanwhile", "also", "separately", "earlier", "later") {
			break
		}
		from = comma + 1
	}
	for from < i && (d.is(from, "and", "but", "or", ",", "\"", "“", "also", "then", "however", "meanwhile") || d.words[from].Kind == token.Punct && d.words[from].name < 0) {
		from++
	}
	for k := from; k < i; k++ {
		w := &d.words[k]
		if w.name >= 0 || w.c&(pronoun) != 0 || w.c == 0 && w.Kind == token.Word && !strings.HasSuffix(w.low, "ly") || w.Kind == token.Number || w.c&(nounWord|weakNoun) != 0 {
			subject = true
		}
	}
	return from, subject
}

// clauseTo returns where the clause of the verb at i ends, half-open.
func (d *reader) clauseTo(i int) int {
	const longest = 32 // words
	to := i + 1
	for ; to < len(d.words) && to < i+longest; to++ {
		w := &d.words[to]
		if w.clause != d.words[i].clause || w.low == "." || w.low == ";" {
			break
		}
		if w.low == "," && to > i+2 {
			// A list goes on, anything else hangs on.
			if n := d.word(to + 1); n.name < 0 && n.date < 0 || d.word(to-1).name < 0 && d.word(to-1).date < 0 {
				break
			}
		}
		if w.low == "and" && d.word(to+1).name < 0 && d.word(to+1).c&(pastForm|presentForm) != 0 {
			break
		}
	}
	for to > i+1 && d.words[to-1].Kind == token.Punct && d.words[to-1].low != "'s" && d.words[to-1].low != "%" && d.words[to-1].low != ")" {
		to--
	}
	return to
}

// conditional reports whether the clause of word i begins with "if" or the like.
func (d *reader) conditional(i int) bool {
	for k := i - 1; k >= 0 && k > i-14 && d.words[k].clause == d.words[i].clause; k-- {
		if d.is(k, "if", "unless", "whether", "should", "could", "would", "might") {
			return true
		}
	}
	return false
}

// mainClause reports whether no opener stands in front of the clause of word i.
func (d *reader) mainClause(i int) bool {
	for k := i - 1; k >= 0 && k > i-30 && d.words[k].clause == d.words[i].clause; k-- {
		if w := &d.words[k]; w.name < 0 && w.c&opener != 0 && w.clause != d.word(k-1).clause {
			return false
		}
	}
	return true
}

// counts reports whether a number of people or money stands in the clause.
func (d *reader) counts(from, to int) bool {
	for k := from; k < to; k++ {
		if w := &d.words[k]; w.Kind == token.Number && w.date < 0 || numberWords[w.low] {
			return true
		}
	}
	return false
}

var numberWords = map[string]bool{"two": true, "three": true, "four": true, "five": true, "six": true, "seven": true, "eight": true, "nine": true, "ten": true,
	"dozens": true, "hundreds": true, "thousands": true, "several": true, "scores": true, "twelve": true, "twenty": true}
