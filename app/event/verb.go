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
	if w.does == "" || w.c&verbForm == 0 && !(w.c&ingForm != 0 && d.word(i-1).c&copula != 0) || w.name >= 0 || w.date >= 0 || w.c&sayForm != 0 && w.c&lightForm == 0 || d.isNoun(i) {
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
	case w.c&(pastForm|participle) != 0:
		// "a portrait shot of him", "the big hit, they said"
		after := d.word(i + 1)
		return i > 0 && after.low != "of" && (w.c&baseForm == 0 || after.Kind != token.Punct)
	case w.c&presentForm != 0:
		return d.headline && i > 0
	}
	// A base form: "will meet", "plans to sign", "did not sign"; a headline's "EADS defeat Boeing".
	if d.headline && i > 0 && before.name >= 0 && before.low != "to" {
		return true
	}
	return d.helper(i, modal|aheadOf|negation) || before.low == "to" && d.helper(i-1, aheadOf)
}

// addVerb adds what the verb at i tells, unless an event noun beside it, among
// the candidates from first to nouns, does so already.
func (d *reader) addVerb(i, first, nouns int) {
	w := &d.words[i]
	from, subject := d.clauseFrom(i)
	to := d.clauseTo(i)
	d.gap = gap{-1, -1}
	if !subject {
		// "He met her and signed a deal": the subject stands before "and".
		if f, verb := d.joint(from); verb >= 0 {
			d.gap, from, subject = gap{verb, from}, f, true
		}
	}
	c := candidate{sentence: d.number, root: root(w.verb)}
	c.Kind = w.does
	c.Trigger, c.Span = w.Span(), briefing.Span{Start: d.words[from].Start, End: d.words[to-1].End}
	d.fill(&c, i, from, to)
	c.Negated = d.helper(i, negation)
	c.Future = d.helper(i, aheadOf)
	c.Hypothetical = d.helper(i, doubtful|modal) && !c.Future || d.conditional(i) ||
		w.c&baseForm != 0 && w.c&(pastForm|presentForm|participle) == 0 && !c.Future && !d.headline && !d.helper(i, auxiliary)
	parts := len(c.Names) + len(c.Places)
	stated := c.Date >= 0 && c.Basis == briefing.BasisStated
	if n := d.beside(i, from, first, nouns); n != nil {
		d.lend(n, &c, i, from, to, subject)
		return
	}
	relative := d.words[from].c&opener != 0 && d.words[from].name < 0
	if relative || d.reduced(i) {
		subject = true
		if back := d.antecedent(from, i, relative); back < from || !relative {
			from = back
			c.Span.Start = d.words[from].Start
		}
	}
	c.weak = true
	switch {
	case w.c&ingForm != 0 && w.c&verbForm == 0, c.Negated, c.Hypothetical && !stated:
	case c.Reported && !stated:
		// "killed 12 people in Kabul, police said": plain enough to show as reported.
		if !thin[w.verb] && w.does != Announced && subject && !relative && !d.reduced(i) && !c.Future && (parts >= 2 || parts == 1 && d.counts(from, to)) {
			c.weak, c.weight = false, 1.2
		}
	case !subject && !stated, from == i, d.is(from, "to"):
	case d.is(from, "you", "i"):
	case thin[w.verb] && (relative || !(stated && parts >= 1) && !(parts >= 2 && d.mainClause(i) && d.namedBetween(from, i) && d.namedBetween(i, to))):
	case w.does == Announced && d.bare(i+1, to):
	case parts == 0 && !stated && !d.counts(from, to):
	case (relative || d.reduced(i)) && !stated && !(d.counts(from, to) && !thin[w.verb]):
	default:
		c.weak, c.weight = false, 2
		if thin[w.verb] || w.does == Announced {
			c.weight = 1
		}
		if stated {
			c.weight += 0.5
		}
	}
	c.Title = d.title(from, to, c.Date, i, false)
	for k := len(d.found) - 1; k >= 0 && k > len(d.found)-6 && d.found[k].sentence == d.number; k-- {
		c.weak = c.weak || d.found[k].Title == c.Title && !d.found[k].weak
	}
	for k := first; k < nouns && !c.weak; k++ {
		// "killed 12 in an attack": one event.
		if n := &d.found[k]; (n.Kind == c.Kind || c.Kind == Death && (n.Kind == Attack || n.Kind == Disaster || n.Kind == War)) && n.Date == c.Date && n.Trigger.Start > c.Span.Start && n.Trigger.End <= c.Span.End {
			n.weak = true
			c.Kind = n.Kind
		}
	}
	d.found = append(d.found, c)
}

// gap is what a title leaves out between a subject and its second verb, half-open.
type gap struct{ from, to int }

// joint returns where the subject begins that the verb group at from shares with
// a verb before "and", and where that verb's group begins; -1 when there is none.
func (d *reader) joint(from int) (subject, verb int) {
	if !d.is(from-1, "and") || from < 3 {
		return from, -1
	}
	for k := from - 2; k >= 0 && k > from-30; k-- {
		w := &d.words[k]
		if w.low == ";" || w.c&opener != 0 && w.name < 0 {
			break
		}
		if !w.isFinite() || w.c&auxiliary != 0 {
			continue
		}
		f, has := d.clauseFrom(k)
		if !has || d.words[f].c&opener != 0 && d.words[f].name < 0 {
			break
		}
		for k > f+1 && d.words[k-1].name < 0 && (d.words[k-1].c&(auxiliary|modal|aheadOf|negation) != 0 || strings.HasSuffix(d.words[k-1].low, "ly")) {
			k--
		}
		return f, k
	}
	return from, -1
}

// lend gives to the event noun n what the verb at i tells: the tense, and the
// clause as title and evidence. The two are one event.
func (d *reader) lend(n, c *candidate, i, from, to int, subject bool) {
	n.Negated = n.Negated || c.Negated
	n.Future = n.Future || c.Future
	n.Hypothetical = c.Hypothetical || n.Hypothetical && n.Date >= 0
	stated := c.Date >= 0 && c.Basis == briefing.BasisStated
	parts := len(c.Names) + len(c.Places)
	if n.Negated || n.weak && (c.Hypothetical || c.Reported && !stated || !n.c(nounWord, d) || parts == 0 && !stated) {
		n.weak = true
		return
	}
	n.Hypothetical = c.Hypothetical
	n.weak, n.weight = false, max(n.weight, 2.5)
	if n.Date < 0 || n.Basis != briefing.BasisStated {
		n.Date, n.Basis, n.Fresh = c.Date, c.Basis, c.Fresh
	}
	if !subject {
		return
	}
	n.Span = briefing.Span{Start: min(c.Span.Start, n.Trigger.Start), End: max(c.Span.End, n.Trigger.End)}
	n.Names, n.Places = c.Names, c.Places
	if n.Kind == Disaster && c.Kind != Disaster {
		n.Names, n.Places = nil, nil
		d.participants(n, i, from, to)
	}
	n.Title = d.title(from, to, n.Date, i, false)
}

// beside returns the event noun that is the object of the verb at i, "signed an
// agreement", or its subject, "the talks began"; nil when there is none.
func (d *reader) beside(i, from, first, nouns int) *candidate {
	if n := d.governs(i, first, nouns); n != nil {
		return n
	}
	w := &d.words[i]
	for k := nouns - 1; k >= first; k-- {
		n := &d.found[k]
		at := d.wordAt(n.Trigger.Start)
		if at >= i {
			continue
		}
		if at < from || d.words[at].clause != d.words[i].clause || i-at > 9 || w.c&lightForm == 0 && !happening[w.verb] && n.Kind != w.does {
			return nil
		}
		for j := at + 1; j < i; j++ {
			if v := &d.words[j]; v.name < 0 && v.c&finite != 0 && v.c&(auxiliary|aheadOf) == 0 || v.low == "," {
				return nil
			}
		}
		if lead := d.word(from); lead.c&preposition != 0 {
			return nil // "in the talks he launched"
		}
		for ; k > first; k-- {
			// "the departure on a tour": the head; "the earthquake and tsunami": the first.
			m := &d.found[k-1]
			both := d.word(at-1).low == "and" && m.Trigger.End == d.word(at-2).End
			if m.Trigger.Start < d.words[from].Start || !both && m.Span.End < n.Trigger.End {
				break
			}
			n = m
		}
		return n
	}
	return nil
}

// happening verbs say of an event that it came.
var happening = map[string]bool{"strike": true, "hit": true, "break": true, "erupt": true, "end": true, "begin": true, "start": true, "kill": true, "destroy": true, "damage": true,
	"cancel": true, "postpone": true, "delay": true, "sign": true, "injure": true, "wound": true, "launch": true, "hold": true}

// reduced reports whether the verb at i is a participle behind a noun in a clause
// that has its verb already: "the bridge built in 1990 fell".
func (d *reader) reduced(i int) bool {
	w := &d.words[i]
	return w.c&participle != 0 && !d.helper(i, auxiliary) && d.verbBefore(i, w.clause)
}

// antecedent returns where the noun phrase begins that a relative clause at from,
// or the participle at i, hangs on.
func (d *reader) antecedent(from, i int, relative bool) int {
	k := i
	if relative {
		k = from
		if d.word(k-1).low == "," {
			k--
		}
	}
	end := k
	for k > 0 && k > end-phraseBefore {
		w := &d.words[k-1]
		if d.stops(k-1) && w.c&determiner == 0 {
			break
		}
		k--
		if w.c&(determiner|possessive) != 0 && w.name < 0 {
			break
		}
	}
	if k == end {
		return from
	}
	return k
}

// namedBetween reports whether a name stands from from to to.
func (d *reader) namedBetween(from, to int) bool {
	for k := from; k < to; k++ {
		if d.words[k].name >= 0 {
			return true
		}
	}
	return false
}

// bare reports whether nothing but dates stands from from to to.
func (d *reader) bare(from, to int) bool {
	for k := from; k < to; k++ {
		if w := &d.words[k]; w.date < 0 && w.c&(preposition|determiner) == 0 && w.Kind != token.Punct {
			return false
		}
	}
	return true
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
		if n.weak && !n.c(nounWord, d) {
			return nil // "announced 10,000 job cuts": the announcement is what is sure
		}
		if w := &d.words[i]; w.c&lightForm != 0 || n.Kind == w.does || n.root == root(w.verb) {
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
		if w.low == ")" || w.low == "]" { // "the company (EADS) has won"
			for k > 0 && d.words[k].low != "(" && d.words[k].low != "[" {
				k--
			}
			continue
		}
		if w.clause != clause {
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
		years := false // "five years after its launch,"
		for k := from; k < comma && k < from+5; k++ {
			years = years || d.words[k].c&introducer != 0
		}
		if comma < 0 || !years && d.words[from].c&(preposition|introducer|opener) == 0 && d.words[from].date < 0 && comma != from && !d.is(from, "according", "however", "meanwhile", "also", "separately", "earlier", "later") {
			break
		}
		from = comma + 1
	}
	if d.is(from, "according") && d.is(from+1, "to") { // with no comma behind
		k := from + 2
		for k < i && (d.words[k].name >= 0 || d.words[k].c&determiner != 0) {
			k++
		}
		from = k
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
	to, inner := i+1, -1
	told := d.words[i].does == Announced
	for ; to < len(d.words) && to < i+longest; to++ {
		w := &d.words[to]
		if told && w.clause != d.words[i].clause && to <= i+6 {
			inner, told = w.clause, false // "announced on Monday that it will"
		}
		if w.clause != d.words[i].clause && w.clause != inner || w.low == "." || w.low == ";" {
			break
		}
		if w.low == "," && d.credits(to+1) {
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

// credits reports whether word k, behind a comma, begins what says whose words
// stand before it: ", the company said".
func (d *reader) credits(k int) bool {
	for j := k; j < k+8 && j < len(d.words); j++ {
		w := &d.words[j]
		if w.Kind == token.Punct && w.low != "'s" {
			return false
		}
		if w.name < 0 && w.c&sayForm != 0 && w.c&finite != 0 || w.low == "according" {
			return true
		}
	}
	return false
}

// conditional reports whether the clause of word i begins with "if" or the like,
// or says what would be in a sentence that has an "if".
func (d *reader) conditional(i int) bool {
	if d.is(i-1, "would") || d.is(i-2, "would") {
		for k := max(0, i-40); k < len(d.words) && k < i+40; k++ {
			if d.is(k, "if", "unless") {
				return true
			}
		}
	}
	for k := i - 1; k >= 0 && k > i-14 && d.words[k].clause == d.words[i].clause; k-- {
		if d.is(k, "if", "unless", "whether", "should", "could", "might") {
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
