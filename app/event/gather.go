package event

import (
	"strings"

	txt "briefline/app/text"

	"briefline/app/briefing"
	"briefline/app/names"
	token "briefline/app/text"
)

// candidate is an event that may come onto the timeline.
type candidate struct {
	Event
	root     string
	sentence int
	noun     bool
	definite bool // "the", "this", "his"
	spoken   bool // its clause has a verb of saying: "referred to the agreement"
	weak     bool // comes on only when something else hangs on it
	hosts    bool // a relation hangs on it
	headline bool // it stands in the headline
	again    bool // "another", "second": not one told before
	weight   float64
	alone    bool   // nothing but the article beside the noun: "the quake"
	mods     string // the words in front of the noun, without article and date
	group    int    // the candidate that it is another naming of, itself when none
}

// gather adds the candidates of the sentence.
func (d *reader) gather() {
	first := len(d.found)
	const crowd = 40 // candidates: no sentence that a person wrote tells of more
	for i := 0; i < len(d.words) && len(d.found) < first+crowd; i++ {
		if d.isNoun(i) {
			d.addNoun(i)
		}
	}
	nouns := len(d.found)
	for i := 0; i < len(d.words) && len(d.found) < nouns+crowd; i++ {
		if d.isVerb(i) {
			d.addVerb(i, first, nouns)
		}
	}
	d.anchor(first)
	d.tellOccasion()
}

const verbForm = pastForm | participle | baseForm | presentForm

// isNoun reports whether the word at i names an event, not what someone does.
func (d *reader) isNoun(i int) bool {
	w := &d.words[i]
	if w.c&(nounWord|weakNoun) == 0 || w.Kind != token.Word {
		return false
	}
	if w.name >= 0 {
		// "the Paris Agreement" happens; "Election Commission" does not.
		n := d.named[w.name]
		return n.Kind != names.Person && n.End == w.End && n.Start < w.Start && w.c&nounWord != 0
	}
	if w.date >= 0 {
		return false
	}
	before, after := d.word(i-1), d.word(i+1)
	if w.upper && i > 0 && !d.headline && (after.upper || after.Kind == token.Number && after.date < 0) {
		return false // "Joint Strike Fighter", "Flight 574"
	}
	if w.c&ingForm != 0 || strings.HasSuffix(w.lemma, "ing") && w.low == w.lemma {
		// "fighting narcotics", "is meeting him" are verbs.
		switch {
		case before.c&auxiliary != 0 && before.c&determiner == 0:
			return false
		case after.Kind == token.Word && after.c&(preposition|finite|introducer|opener) == 0 && after.date < 0:
			return false
		case i == 0 || before.c&(determiner|possessive) == 0 && (before.c != 0 || before.low == ",") && before.low != "'s":
			return after.c&preposition != 0 && before.Kind == token.Word && before.c&preposition != 0 && w.c&nounWord != 0 && after.low != "in"
		}
		return true
	}
	if after.Kind == token.Word && after.c&(nounWord|weakNoun) != 0 && after.c&verbForm == 0 && after.name < 0 {
		return false // "election campaign": the later noun is the head
	}
	if compound[after.low] || w.lemma == "vote" && d.is(i-2, "of") {
		return false
	}
	if w.c&verbForm == 0 {
		return true
	}
	switch {
	case before.low == "to", before.c&(modal|negation) != 0, before.c&pronoun != 0 && before.c&determiner == 0, before.c&aheadOf != 0 && before.c&finite == 0:
		return false
	case before.c&(determiner|possessive|countWord) != 0, before.low == "'s", before.Kind == token.Number:
		return true
	case before.c&preposition != 0, i == 0:
		return w.c&(pastForm|participle) == 0 || w.c&nounWord != 0
	case before.name >= 0, strings.HasSuffix(before.low, "s") && !strings.HasSuffix(before.low, "ss"):
		return after.c&(determiner|possessive) == 0 && after.name < 0 && after.Kind != token.Number && !d.headline && w.c&(presentForm|pastForm) == 0
	case before.Kind == token.Punct:
		return false
	}
	return w.c&pastForm == 0 || before.c == 0
}

// compound words take an event noun in front and are no event: "peace talks
// team", "war crimes".
var compound = map[string]bool{"team": true, "crimes": true, "crime": true, "zone": true, "officials": true, "official": true, "commission": true, "committee": true,
	"minister": true, "ministry": true, "campaigners": true, "agency": true, "company": true, "room": true, "system": true, "victims": true, "suspects": true, "suspect": true,
	"charges": true, "price": true, "prices": true, "data": true, "results": true, "rate": true, "rates": true, "tax": true, "law": true, "bill": true, "jet": true, "jets": true,
	"aircraft": true, "plane": true, "ship": true, "ships": true, "planes": true, "deck": true, "veterans": true, "force": true, "forces": true, "center": true, "centre": true,
	"organizers": true, "court": true, "department": true, "attendant": true, "station": true, "brigade": true, "fighters": true, "warnings": true, "warning": true, "fears": true}

// addNoun adds the event that the noun at i names.
func (d *reader) addNoun(i int) {
	w := &d.words[i]
	d.gap = gap{-1, -1}
	from, to := d.phrase(i)
	c := candidate{noun: true, sentence: d.number, root: root(w.lemma)}
	c.Kind = w.kind
	c.Trigger = briefing.Span{Start: w.Start, End: w.End}
	if w.tail > 0 {
		c.Trigger.Start += w.cut
		c.Trigger.End = c.Trigger.Start + w.tail
	}
	c.Span = briefing.Span{Start: d.words[from].Start, End: d.words[to-1].End}
	lead := d.word(from)
	c.definite = d.is(from, "the", "this", "that", "these", "those") || lead.c&possessive != 0 || lead.cut > 0 || lead.name >= 0 && d.is(from+1, "'s")
	c.alone = c.definite && to-from == 2
	bare := !c.definite && lead.c&(determiner|countWord) == 0 && lead.Kind != token.Number && lead.name < 0
	c.again = d.has(from, i, "another", "second", "third", "new", "fresh", "further", "next", "previous", "earlier", "other")
	d.fill(&c, i, from, to)
	inside := c.Date >= 0 && c.Basis == briefing.BasisStated && d.dateIn(c.Date, from, to)
	light := d.governed(i, from)
	c.Hypothetical = d.helper(from, doubtful) || bare && light == nil && !inside
	c.Negated = d.is(from, "no", "any") || d.helper(from, negation)
	c.Future = d.helper(from, aheadOf) || d.has(from, i, "upcoming", "next", "planned", "forthcoming", "scheduled", "future")
	parts := len(c.Names) + len(c.Places)
	occasion := d.word(from-1).c&preposition != 0 && (c.Kind == Meeting || c.Kind == Visit || w.low == "interview" || w.low == "speech" || w.low == "briefing") && !c.Reported
	strong := w.c&nounWord != 0
	if c.Basis == briefing.BasisInferred && !occasion {
		c.Date, c.Basis = -1, "" // another clause's
	}
	c.Fresh = occasion && c.Date < 0 // else its verb tells
	c.weak = true
	switch {
	case d.has(from, i, "annual", "yearly", "monthly", "weekly", "daily", "regular", "usual") && !inside:
	case d.conditional(i):
		c.Hypothetical = true // "if the talks resume"
	case c.Negated, d.is(from, "every", "each", "some", "any") && !inside:
	case strong && inside, strong && !bare && c.Basis == briefing.BasisStated && !c.Reported && (parts > 0 || c.definite):
		c.weak, c.weight = false, 3
	case strong && occasion && !bare && parts > 0:
		c.weak, c.weight = false, 2.5
	case c.Reported, bare, c.Hypothetical && light == nil:
	case strong && light != nil && (parts > 0 || c.Date >= 0):
		c.weak, c.weight = false, 2
	case strong && c.definite && parts > 0 && plain(w):
		c.weak, c.weight = false, 1.5
	case !strong && inside && parts > 0:
		c.weak, c.weight = false, 1.2
	}
	if strong && c.definite && to-from > 2 {
		c.weight += 0.2
	}
	for k := len(d.found) - 1; k >= 0 && k > len(d.found)-20 && d.found[k].sentence == d.number; k-- {
		// "a summit on the war in Sudan", "an earthquake and tsunami": one event.
		if o := &d.found[k]; o.Span.End >= c.Trigger.End && !inside || d.word(from-1).low == "and" && o.Trigger.End == d.word(from-2).End {
			c.weak = true
		}
	}
	if occasion {
		d.addSpeaker(&c, i)
	}
	c.mods = d.modifiers(from, i)
	for k := from - 1; k >= 0 && k > from-4; k-- {
		c.spoken = c.spoken || d.words[k].c&sayForm != 0
	}
	if w.lemma == "fire" && d.has(from, i, "artillery", "rocket", "gun", "sniper", "mortar", "missile", "arms") {
		c.Kind = Attack
	}
	c.Title = d.title(from, to, c.Date, i, true)
	if !c.weak && inside && !strings.Contains(c.Title, " ") {
		d.widen(&c, i, to)
	}
	d.found = append(d.found, c)
}

// widen gives a noun that stands alone the clause in front of it as title: "took
// power in a coup", when a name is its subject.
func (d *reader) widen(c *candidate, i, to int) {
	for k := i - 1; k > 0 && k > i-10 && d.words[k].clause == d.words[i].clause; k-- {
		w := &d.words[k]
		if w.low == "," || w.c&introducer != 0 {
			return
		}
		if !w.isFinite() || w.c&(sayForm|auxiliary) != 0 {
			continue
		}
		from, subject := d.clauseFrom(k)
		if subject && d.namedBetween(from, k) && from < k && !d.helper(k, negation|doubtful|modal) {
			c.Span.Start = d.words[from].Start
			c.Names, c.Places = nil, nil
			d.participants(c, i, from, to)
			d.gap = gap{-1, -1}
			c.Title = d.title(from, to, c.Date, k, false)
		}
		return
	}
}

// addSpeaker adds who speaks at the meeting that the noun at i names: the person
// nearest in front of it, where the sentence has a verb of saying on the way.
func (d *reader) addSpeaker(c *candidate, i int) {
	says := false
	for k := i - 1; k >= 0 && k > i-40; k-- {
		w := &d.words[k]
		says = says || w.name < 0 && w.c&sayForm != 0 && w.c&finite != 0
		if n := w.name; n >= 0 && d.named[n].Kind == names.Person {
			if says {
				c.Names = append([]int{n}, c.Names...)
			}
			return
		}
	}
}

// modifiers returns the words from from to the noun at i that say which one it is.
func (d *reader) modifiers(from, i int) string {
	var b strings.Builder
	for k := from; k < i; k++ {
		w := &d.words[k]
		if w.Kind == token.Word && w.date < 0 && w.name < 0 && w.c&(determiner|possessive|countWord) == 0 && w.cut == 0 && w.low != "new" {
			b.WriteString(w.low + " ")
		}
	}
	return b.String()
}

// plain reports whether a noun names one event, not several.
func plain(w *word) bool {
	return w.low == w.lemma || w.tail > 0 || w.low == w.lemma+"s" && w.lemma == "talk"
}

// has reports whether one of the words stands between from and to.
func (d *reader) has(from, to int, words ...string) bool {
	for k := from; k < to; k++ {
		if d.is(k, words...) || d.words[k].cut > 0 && d.words[k].tail == 0 && contains(words, d.words[k].low[d.words[k].cut:]) {
			return true
		}
	}
	return false
}

func contains(words []string, s string) bool {
	for _, w := range words {
		if w == s {
			return true
		}
	}
	return false
}

// governed returns the verb that lends its tense to the noun phrase that begins
// at from: "held", "has signed"; nil when none stands shortly before it.
func (d *reader) governed(i, from int) *word {
	for k := from - 1; k >= 0 && k >= from-3; k-- {
		w := &d.words[k]
		if w.clause != d.words[i].clause || w.Kind == token.Punct {
			return nil
		}
		if w.name < 0 && w.c&(lightForm|pastForm|presentForm) != 0 && w.c&(finite|participle|baseForm) != 0 && w.c&sayForm == 0 && (w.c&lightForm != 0 || w.does != "") {
			if w.c&(finite|participle) == 0 && !d.helper(k, aheadOf) {
				return nil // "failed to reach an agreement"
			}
			return w
		}
	}
	return nil
}

func (d *reader) dateIn(date, from, to int) bool {
	for k := from; k < to; k++ {
		if d.words[k].date == date {
			return true
		}
	}
	return false
}

// fill reads the date, who takes part and where, from words from to to.
func (d *reader) fill(c *candidate, i, from, to int) {
	c.headline = d.headline
	c.SameAs, c.Statement = -1, d.statement(c.Trigger.Start)
	c.Reported = c.Statement >= 0
	dating := d.dating(i)
	c.Date, c.Basis, c.Fresh = dating.Date, dating.Basis, dating.Fresh && !c.Reported
	d.participants(c, i, from, to)
}

// participants sorts the names among words from to to by whether they say where.
func (d *reader) participants(c *candidate, i, from, to int) {
	last := -1
	for k := from; k < to; k++ {
		n := d.words[k].name
		if d.gap.from <= k && k < d.gap.to {
			continue // the first verb's
		}
		if n < 0 || n == last || len(c.Names)+len(c.Places) >= 12 {
			continue
		}
		if d.words[i].name == n || d.ofAnchor(d.words[k].Start, d.words[i].Start) {
			continue // the event's own name, or that of the event that it hangs on
		}
		if d.named[n].Kind == names.Place && (c.Kind == Disaster || d.located(k)) {
			c.Places = append(c.Places, n)
		} else {
			c.Names = append(c.Names, n)
		}
		last = n
	}
}

// ofAnchor reports whether byte at stands in a phrase that hangs on an event, and
// the event at byte trigger does not.
func (d *reader) ofAnchor(at, trigger int) bool {
	for k := d.dateAt; k < len(d.dates) && k < d.dateAt+40 && d.dates[k].Start <= at; k++ {
		if e := &d.dates[k]; e.Anchor != (txt.Span{}) && at < e.End && (trigger < e.Start || trigger >= e.End) {
			return true
		}
	}
	return false
}

// located reports whether the name at word k says where: "in Iraq and Syria".
func (d *reader) located(k int) bool {
	for j := k - 1; j >= 0 && j > k-8; j-- {
		w := &d.words[j]
		switch {
		case w.c&preposition != 0:
			switch w.low {
			case "in", "at", "near", "outside", "across", "inside", "off", "throughout":
				return true
			}
			return false
		case w.name >= 0, w.low == "and", w.low == ",", w.low == "the", w.Kind == token.Word && w.c == 0: // "in northern Iraq and Syria"
		default:
			return false
		}
	}
	return false
}
