package event

import (
	"strings"

	token "briefline/app/text"
)

// gap is what a title leaves out between a subject and its second verb, half-open.
type gap struct{ from, to int }

// joint returns where the subject begins that the verb group at from shares with
// antecedent returns where the noun phrase begins that a relative clause at from,
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

// clauseFrom returns where the clause of the verb at i begins, and whether it
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
		if n := d.word(to + 1); w.low == "and" && n.name < 0 && (n.isFinite() || n.c&(pastForm|presentForm) != 0) || w.low == "and" && d.finiteSoon(to+1) {
			break
		}
	}
	for to > i+1 && d.words[to-1].Kind == token.Punct && d.words[to-1].low != "'s" && d.words[to-1].low != "%" && d.words[to-1].low != ")" {
		to--
	}
	return to
}

// credits reports whether word k, behind a comma, begins what says whose words
// conditional reports whether the clause of word i begins with "if" or the like,
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

// a verb before "and", where that verb's group begins, and that verb; -1 when there
// is none.
func (d *reader) joint(from int) (subject, group, verb int) {
	if !d.is(from-1, "and") || from < 3 {
		return from, -1, -1
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
		told := k
		for k > f+1 && d.words[k-1].name < 0 && (d.words[k-1].c&(auxiliary|modal|aheadOf|negation) != 0 || strings.HasSuffix(d.words[k-1].low, "ly")) {
			k--
		}
		return f, k, told
	}
	return from, -1, -1
}

// or the participle at i, hangs on.
func (d *reader) antecedent(from, i int, relative bool) int {
	k := i
	if relative {
		k = from
		if d.word(k-1).c&preposition != 0 { // "in which"
			k--
		}
		if d.word(k-1).low == "," {
			k--
		}
	}
	end := k
	for n := 0; n < 3; n++ {
		start := d.phraseBack(k)
		if start == k {
			break
		}
		k = start
		switch before := d.word(k - 1); {
		case before.c&preposition != 0 && relative: // "the minister for climate, who"
			k--
			continue
		case before.low == "," && d.word(k-2).name >= 0 && relative: // "Kikilias, minister for climate, who"
			k--
			continue
		}
		break
	}
	if k == end || d.word(k).Kind == token.Punct || d.word(k).c&preposition != 0 && d.word(k).name < 0 {
		return from
	}
	return k
}

// phraseBack returns where the noun phrase begins that ends in front of word k.
func (d *reader) phraseBack(k int) int {
	for end := k; k > 0 && k > end-phraseBefore; {
		w := &d.words[k-1]
		if d.stops(k-1) && w.c&determiner == 0 {
			break
		}
		k--
		if w.c&(determiner|possessive) != 0 && w.name < 0 {
			break
		}
	}
	return k
}

// teller returns where the clause begins whose verb of saying stands right in
// front of the pronoun at from: "Safaricom said on Friday it"; -1 when none does.
func (d *reader) teller(from int) int {
	if !d.is(from, "it", "he", "she", "they") {
		return -1
	}
	k := from - 1
	for k > 0 && k > from-5 && (d.words[k].low == "that" || d.words[k].date >= 0 || d.words[k].c&preposition != 0 && d.words[k+1].date >= 0) {
		k--
	}
	if w := d.word(k); w.c&sayForm == 0 || w.c&finite == 0 || w.name >= 0 {
		return -1
	}
	f, has := d.clauseFrom(k)
	if !has || !d.namedBetween(f, k) {
		return -1
	}
	return f
}

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
		if w.clause != clause || k < i-1 && d.is(k, "and", "but") && d.verbBefore(k, clause) && d.word(k+1).c&(pastForm|presentForm) == 0 {
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
		if comma < 0 || !years && (from == 0 || !d.is(from-1, "if", "when", "while", "although", "though", "because", "as", "after", "before", "once", "since")) && d.words[from].c&(preposition|introducer|opener) == 0 && d.words[from].date < 0 && comma != from && !d.is(from, "according", "however", "meanwhile", "also", "separately", "earlier", "later") {
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
		if w.name >= 0 || w.c&(pronoun) != 0 || w.c == 0 && w.Kind == token.Word && !strings.HasSuffix(w.low, "ly") || w.Kind == token.Number || w.c&(nounWord|weakNoun) != 0 || d.is(k, "another", "others", "both", "all", "some", "many", "most") {
			subject = true
		}
	}
	return from, subject
}

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
