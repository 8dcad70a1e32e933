package event

import (
	"strings"

	token "briefline/app/text"
)

// What stands between two words, in words that they count as further apart.
const (
	wallComma   = 2
	wallAnd     = 1
	wallClause  = 5
	wallStop    = 8
	wallFinite  = 2
	wallSaying  = 3
	wallBracket = 3
)

// markClauses numbers the clauses of the sentence and counts the walls. It is a
// guess by commas and by the words that open a clause, with no parse behind it.
func (d *reader) markClauses() {
	clause, wall, fresh := 0, 0, 0 // fresh is the last number given
	outside := -1                  // the clause that a bracket interrupts
	split := func() { fresh++; clause = fresh }
	for i := range d.words {
		w := &d.words[i]
		switch {
		case outside >= 0 && (w.low == ")" || w.low == "]"):
			wall += wallBracket
			w.clause, w.wall = clause, wall
			clause, outside = outside, -1
			continue
		case w.Kind == token.Punct:
			switch w.low {
			case ";", ":", "–", "—", ".":
				split()
				wall += wallStop
			case ",":
				wall += wallComma
				if d.opensAfterComma(i + 1) {
					split()
					wall += wallClause - wallComma
				}
			case "(", "[":
				if outside < 0 {
					outside = clause
				}
				split()
				wall += wallBracket
			case "\"", "“", "”", "``", "''":
				split()
				wall += wallBracket
			}
		case w.low == "and" || w.low == "or":
			wall += wallAnd
			if n := d.word(i + 1); n.c&pronoun != 0 || (n.Kind == token.Number || n.c&determiner != 0 || n.name >= 0) && d.verbBefore(i, clause) && d.finiteSoon(i+1) || n.c&(pastForm|presentForm) == pastForm && d.word(i-1).c&(pastForm|participle) == 0 && d.verbBefore(i, clause) {
				split()
				wall += wallClause - wallAnd
			}
		case d.tellsWithout(i):
			split()
			wall += wallClause
		case w.name < 0 && w.c&opener != 0 && d.opens(i):
			split()
			wall += wallClause
		case w.isFinite():
			wall += wallFinite
			if w.c&sayForm != 0 {
				wall += wallSaying - wallFinite
			}
		}
		w.clause, w.wall = clause, wall
	}
}

// tellsWithout reports whether a clause begins at i behind a verb of telling that
// has no "that": "announced it has settled", "said on Monday the company will".
func (d *reader) tellsWithout(i int) bool {
	k := i - 1
	for k >= 0 && k > i-4 && (d.words[k].date >= 0 || d.words[k].c&preposition != 0 && d.words[k+1].date >= 0) {
		k--
	}
	v := d.word(k)
	if v.name >= 0 || v.c&finite == 0 || v.c&sayForm == 0 && v.does != Announced {
		return false
	}
	w := &d.words[i]
	switch {
	case w.date >= 0, w.c&preposition != 0, w.Kind == token.Punct, w.low == "that":
		return false
	case w.c&pronoun != 0 && w.c&opener == 0:
		return d.finiteSoon(i)
	}
	return v.c&sayForm != 0 && (w.c&(determiner|possessive) != 0 || w.name >= 0) && d.finiteSoon(i)
}

// opens reports whether the opener at i begins a clause.
func (d *reader) opens(i int) bool {
	switch d.words[i].low {
	case "that":
		return d.word(i-1).c&preposition == 0 && i > 0 && d.word(i-1).Kind != token.Punct && d.word(i+1).date < 0
	case "as":
		return d.finiteSoon(i+1) && !d.is(i+1, "well", "much", "many", "of")
	case "after", "before", "since", "until", "once", "so", "as-yet":
		return d.finiteSoon(i + 1)
	}
	return i > 0 || d.is(i, "when", "while", "although", "though", "if", "because")
}

// opensAfterComma reports whether word i, behind a comma, begins a clause.
func (d *reader) opensAfterComma(i int) bool {
	w := d.word(i)
	switch {
	case w.name >= 0:
		return false
	case w.c&(opener|introducer) != 0:
		return false // it counts itself
	case w.c&pronoun != 0:
		return true
	case w.Kind == token.Word && len(w.low) > 5 && w.low[len(w.low)-3:] == "ing":
		return true // ", adding that"
	case (w.low == "and" || w.low == "or") && d.finiteSoon(i+1) && !d.is(i+2, ","):
		return true
	}
	return false
}

// finiteSoon reports whether a finite verb follows word i before a stop.
func (d *reader) finiteSoon(i int) bool {
	const far = 9 // words
	for k := i; k < i+far && k < len(d.words); k++ {
		w := &d.words[k]
		if w.Kind == token.Punct && w.low != "'s" {
			return false
		}
		if k > i && w.name < 0 && w.c&opener != 0 && w.c&pronoun == 0 {
			return false
		}
		if k > i && (w.isFinite() || w.name < 0 && (w.c&modal != 0 || d.is(k, "will", "would"))) {
			return true
		}
	}
	return false
}

// verbBefore reports whether the clause has a finite verb before word i.
func (d *reader) verbBefore(i, clause int) bool {
	for k := i - 1; k >= 0 && d.words[k].clause == clause; k-- {
		if d.words[k].isFinite() && !(d.is(k+1, "by") && d.word(k-1).c&auxiliary == 0) { // not "headed by"
			return true
		}
	}
	return false
}

// isFinite reports whether w is, or looks like, a verb with a tense.
func (w *word) isFinite() bool {
	return w.name < 0 && (w.c&finite != 0 || w.c == 0 && !w.upper && len(w.low) > 4 && strings.HasSuffix(w.low, "ed"))
}
