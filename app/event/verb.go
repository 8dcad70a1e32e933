package event

import (
	"briefline/app/briefing"
	"briefline/app/names"
	token "briefline/app/text"
)

// thin verbs say little alone: they want a date or an event noun.
var thin = map[string]bool{"start": true, "begin": true, "end": true, "hold": true, "open": true, "close": true, "cut": true, "pay": true, "hit": true, "create": true, "form": true,
	"raise": true, "rise": true, "fall": true, "drop": true, "gain": true, "become": true, "enter": true, "step": true, "name": true, "replace": true, "order": true, "issue": true,
	"fly": true, "leave": true, "travel": true, "return": true, "test": true, "target": true, "fire": true, "seize": true, "break": true, "settle": true, "lift": true, "post": true,
	"report": true, "rule": true, "charge": true, "join": true, "unite": true, "complete": true, "introduce": true, "deploy": true, "accuse": true, "declare": true, "deliver": true,
	"invest": true, "borrow": true, "succeed": true, "promote": true, "plead": true, "fine": true, "gather": true, "rally": true, "march": true, "land": true, "reveal": true, "lay": true,
	"release": true, "publish": true, "vote": true, "file": true, "bar": true, "host": true, "negotiate": true, "destroy": true, "damage": true, "extend": true, "halt": true, "delay": true,
	"burn": true, "stage": true, "adopt": true, "pass": true, "reject": true, "win": true, "lose": true, "beat": true, "buy": true, "sell": true, "purchase": true, "fight": true, "capture": true,
	"shot": true, "split": true, "establish": true, "found": true, "discover": true, "call": true, "conclude": true, "approve": true, "retire": true, "tour": true, "tumble": true, "plunge": true, "rebound": true, "climb": true, "surge": true, "slump": true, "freeze": true}

// isVerb reports whether the word at i tells that an event happens.
func (d *reader) isVerb(i int) bool {
	w := &d.words[i]
	if w.does == "" && w.c&lightForm == 0 || w.c&auxiliary != 0 || w.c&verbForm == 0 && !(w.c&ingForm != 0 && d.word(i-1).c&copula != 0) || w.name >= 0 || w.date >= 0 || w.c&sayForm != 0 && w.c&lightForm == 0 || d.isNoun(i) {
		return false
	}
	before := d.word(i - 1)
	switch {
	case d.is(i-1, "stay", "stays", "stayed", "remain", "remains", "remained", "keep", "kept", "keeps"):
		return false // "remained closed" is no closing
	case w.c&ingForm != 0 && w.c&verbForm == 0:
		return true
	case before.c&(determiner|possessive|preposition) != 0 && before.c&(pronoun|aheadOf) == 0 && before.low != "to":
		return false // "the elected president"
	case before.low == "'s", before.low == "-":
		return false
	case w.verb == "leave" && !d.is(i+1, "for") && (d.word(i+1).name < 0 || d.named[d.word(i+1).name].Kind != names.Place):
		return false // "left rates unchanged"
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
	return d.helper(i, modal|aheadOf|negation) || before.low == "to" && (d.helper(i-1, aheadOf) || d.helper(i, aheadOf))
}

// addVerb adds what the verb at i tells, unless an event noun beside it, among
// the candidates from first to nouns, does so already.
func (d *reader) addVerb(i, first, nouns int) {
	w := &d.words[i]
	from, subject := d.clauseFrom(i)
	to := d.clauseTo(i)
	d.gap = gap{-1, -1}
	second := false // "killed seven and wounded forty": one event
	if !subject {
		// "He met her and signed a deal": the subject stands before "and".
		if f, verb, told := d.joint(from); verb >= 0 {
			d.gap, from, subject = gap{verb, from}, f, true
			second = d.words[told].does == w.does
		}
	}
	c := candidate{sentence: d.number, root: root(w.verb)}
	c.Kind = w.does
	if w.verb == "strike" && d.is(i+1, "down") {
		c.Kind = Court // a law
	}
	if w.verb == "found" && d.is(i+1, "guilty") {
		c.Kind, c.root = Court, "convict"
	}
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
	if w.does == "" {
		return // it only lends
	}
	reduced := d.reduced(i)
	if at := d.wordAt(d.dateStart(c.Date)); reduced && c.Date >= 0 && at < i {
		c.Date, c.Basis, stated = -1, "", false // the main verb's
	}
	relative := d.words[from].c&opener != 0 && d.words[from].name < 0
	if relative || reduced {
		subject = true
		if back := d.antecedent(from, i, relative); back < from || !relative {
			from = back
			c.Span.Start = d.words[from].Start
			c.Names, c.Places = nil, nil
			d.participants(&c, i, from, to)
		}
	}
	c.weak = true
	switch {
	case w.c&ingForm != 0 && w.c&verbForm == 0, c.Negated, second && c.Basis != briefing.BasisStated, c.Hypothetical && !stated:
	case c.Reported && !stated:
		// "killed 12 people in Kabul, police said": plain enough to show as reported.
		if !thin[w.verb] && w.does != Announced && subject && !relative && !reduced && !c.Future && (parts >= 2 || (parts == 1 || c.Kind == Death) && d.counts(from, to)) {
			c.weak, c.weight = false, 1.2
		}
	case !subject && !stated, from == i, d.is(from, "to"):
	case d.is(from, "you", "i"):
	case thin[w.verb] && (relative || !(stated && parts >= 1) && !(parts >= 2 && d.mainClause(i) && d.namedBetween(from, i) && d.namedBetween(i, to))):
	case w.does == Announced && d.bare(i+1, to):
	case parts == 0 && !stated && !d.counts(from, to):
	case (relative || reduced) && !stated && !(d.counts(from, to) && !thin[w.verb]):
	default:
		c.weak, c.weight = false, 2
		if thin[w.verb] || w.does == Announced {
			c.weight = 1
		}
		if stated {
			c.weight += 0.5
		}
	}
	if f := d.teller(from); f >= 0 && d.gap.from < 0 {
		from = f
		c.Span.Start = d.words[from].Start
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
	if at := d.wordAt(n.Span.Start); n.Trigger.Start < c.Trigger.Start && at > from && at < i {
		from = at // its own phrase is the subject
		c.Span.Start = d.words[from].Start
		c.Names, c.Places = nil, nil
		d.participants(c, i, from, to)
	}
	n.Span = briefing.Span{Start: min(c.Span.Start, n.Trigger.Start), End: max(c.Span.End, n.Trigger.End)}
	n.Names, n.Places = c.Names, c.Places
	if n.Kind == Disaster && c.Kind != Disaster {
		n.Names, n.Places = nil, nil
		d.participants(n, i, from, to)
	}
	n.Title = d.title(from, to, n.Date, i, false)
}

// dateStart returns where an expression begins, -1 for none.
func (d *reader) dateStart(date int) int {
	if date < 0 {
		return -1
	}
	return d.dates[date].Start
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
		if d.reduced(i) && n.c(nounWord, d) && (n.Span.End == d.words[i-1].End || d.is(i-1, ",") && n.Span.End == d.word(i-2).End) && n.Kind == w.does {
			return n // "its ban on seafood, imposed in May"
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
	if w.c&participle == 0 || d.helper(i, auxiliary) || !d.verbBefore(i, w.clause) {
		return false
	}
	for k := i - 1; k >= 0 && d.words[k].clause == w.clause && !d.words[k].isFinite(); k-- {
		if d.is(k, "and", "but") {
			return false // "the peso fell and shares dropped"
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
		if w := &d.words[i]; w.c&lightForm != 0 || w.does == Other || n.Kind == w.does || n.root == root(w.verb) {
			return n
		}
		return nil
	}
	return nil
}
