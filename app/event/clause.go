package event

import "briefline/app/token"

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
	clause, wall := 0, 0
	for i := range d.words {
		w := &d.words[i]
		switch {
		case w.Kind == token.Punct:
			switch w.low {
			case ";", ":", "–", "—":
				clause++
				wall += wallStop
			case ",":
				wall += wallComma
				if d.opensAfterComma(i + 1) {
					clause++
					wall += wallClause - wallComma
				}
			case "(", ")", "[", "]":
				clause++
				wall += wallBracket
			case "\"", "“", "”", "``", "''":
				clause++
				wall += wallBracket
			}
		case w.low == "and" || w.low == "or":
			wall += wallAnd
			if n := d.word(i + 1); n.c&pronoun != 0 || n.c&(pastForm|presentForm) == pastForm && d.word(i-1).c&(pastForm|participle) == 0 && d.verbBefore(i, clause) {
				clause++
				wall += wallClause - wallAnd
			}
		case w.name < 0 && w.c&opener != 0 && d.opens(i):
			clause++
			wall += wallClause
		case w.name < 0 && w.c&finite != 0:
			wall += wallFinite
			if w.c&sayForm != 0 {
				wall += wallSaying - wallFinite
			}
		}
		w.clause, w.wall = clause, wall
	}
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
		if w.name < 0 && k > i && w.c&finite != 0 {
			return true
		}
	}
	return false
}

// verbBefore reports whether the clause has a finite verb before word i.
func (d *reader) verbBefore(i, clause int) bool {
	for k := i - 1; k >= 0 && d.words[k].clause == clause; k-- {
		if d.words[k].c&finite != 0 && d.words[k].name < 0 {
			return true
		}
	}
	return false
}
