package event

import (
	"strings"

	txt "briefline/app/text"

	"briefline/app/briefing"
	token "briefline/app/text"
)

// farthest is how far a date may stand from its event, in words and walls.
const farthest = 24

// dating reads the date of the event at word i from its sentence. A date belongs
// to its clause: in "said on Thursday that it was signed in 2016" Thursday is
// that of the saying.
func (d *reader) dating(i int) Dating {
	best, least := -1, farthest+1
	for _, e := range d.near(i) {
		if cost, ok := d.distance(i, e); ok && cost < least {
			best, least = e.index, cost
		}
	}
	out := Dating{Date: best}
	if best >= 0 {
		out.Basis = briefing.BasisInferred
		if d.clauseOf(best) == d.words[i].clause {
			out.Basis = briefing.BasisStated
		}
		return out
	}
	out.Fresh = d.fresh(i)
	return out
}

// place is an expression in the sentence.
type place struct{ index, from, to int } // words, half-open

// near returns the dates of the sentence around word i: four on each side.
func (d *reader) near(i int) []place {
	var out []place
	scan := func(k, step int) {
		last := -1
		for n := 0; k >= 0 && k < len(d.words) && n < 4; k += step {
			if step > 0 && d.words[k].wall-d.words[i].wall > farthest || step < 0 && d.words[i].wall-d.words[k].wall > farthest || k-i > farthest || i-k > farthest {
				return
			}
			x := d.words[k].date
			if x < 0 || x == last {
				continue
			}
			last = x
			p := place{x, k, k + 1}
			for p.from > 0 && d.words[p.from-1].date == x {
				p.from--
			}
			for p.to < len(d.words) && d.words[p.to].date == x {
				p.to++
			}
			out = append(out, p)
			n++
		}
	}
	scan(i, -1)
	scan(i+1, 1)
	return out
}

// distance says how far date p is from the event at i, and whether it can be the
// event's at all.
func (d *reader) distance(i int, p place) (cost int, ok bool) {
	w := &d.words[i]
	if d.hangs(p.index, w) || d.against(i, p) {
		return 0, false
	}
	switch {
	case p.to <= i:
		cost = i - p.to + w.wall - d.words[p.to-1].wall
	case p.from > i:
		cost = p.from - i + d.words[p.from].wall - w.wall
	}
	if p.to <= i && d.leads(p) {
		cost = min(cost, leading) // "On Monday, shares fell, and the index lost 3 %"
	}
	switch before := d.word(p.from - 1); before.low {
	case "since":
		// "its lowest level since 1997": the date bounds a comparison.
		if p.from < i || !d.helper(i, auxiliary) || p.from-i > 3 {
			return 0, false
		}
	case "by":
		if w.c&pastForm != 0 && p.from > i && !d.comes(i) && !d.is(i-1, "had") {
			return 0, false // "ordered the bank to submit it by March": a deadline
		}
	case "than", "from", "with", "to":
		if before.low != "from" || d.is(p.from-2, "up", "down", "level", "figure") {
			if d.is(p.from-2, "compared", "compare", "compares", "up", "down", "opposed", "similar") || before.low == "than" {
				return 0, false
			}
		}
	}
	if s := d.sayingAt(p); s >= 0 && s != i && d.words[s].clause != w.clause {
		return 0, false
	}
	if d.isNoun(i) && d.introduced(i, p.from) {
		return 0, false // "five years after its launch, it sold in February": not the launch's
	}
	if c := d.words[p.from].clause; p.from > i && c != w.clause && d.verbBefore(p.from, c) && d.coordinate(p.from) {
		return 0, false // "lost the election, and resigned in March"
	}
	if p.from > i && d.trails(i, p.from) {
		return 0, false
	}
	if d.tells(i) && p.from > i+4 {
		return 0, false // "announced that it lost a million in the third quarter"
	}
	return cost, true
}

// hangs reports whether a date stands in a phrase such as "since the 2016
// agreement" that w is no part of: the year is that agreement's.
func (d *reader) hangs(date int, w *word) bool {
	for k := date - 1; k >= d.dateAt && k >= date-3; k-- {
		if e := &d.dates[k]; e.Anchor != (txt.Span{}) && e.End >= d.dates[date].End && (w.Start < e.Start || w.Start >= e.End) {
			return true
		}
	}
	return false
}

// coordinate reports whether the clause of word i begins with "and" or "but".
func (d *reader) coordinate(i int) bool {
	for i > 0 && d.words[i-1].clause == d.words[i].clause {
		i--
	}
	return d.is(i, "and", "but") || d.is(i, ",") && d.is(i+1, "and", "but")
}

// trails reports whether a verb and then a comma stand between word i and a date:
// "the ruling upheld its ban, imposed in August".
func (d *reader) trails(i, date int) bool {
	verb := false
	for k := i + 1; k < date; k++ {
		w := &d.words[k]
		if verb && w.low == "," && d.word(k+1).date < 0 && d.word(k+1).c&preposition == 0 {
			return true
		}
		verb = verb || w.isFinite() && w.c&auxiliary == 0
	}
	return false
}

// introduced reports whether the noun at i hangs on "after" or the like, and a
// comma stands between it and word date.
func (d *reader) introduced(i, date int) bool {
	comma := false
	for k := min(i, date); k < max(i, date); k++ {
		comma = comma || d.words[k].low == ","
	}
	if !comma {
		return false
	}
	for k := i - 1; k >= 0 && k > i-phraseBefore; k-- {
		if d.words[k].c&introducer != 0 {
			return true
		}
		if d.words[k].Kind == token.Punct {
			return false
		}
	}
	return false
}

// leading is the distance of a date that leads a sentence from all that follows.
const leading = 9

// leads reports whether date p opens its sentence and a comma parts it off.
func (d *reader) leads(p place) bool {
	return p.from <= 1 && d.is(p.to, ",")
}

// tells reports whether word i makes something known: what it makes known has a
// date of its own.
func (d *reader) tells(i int) bool {
	w := &d.words[i]
	return w.c&sayForm != 0 || w.does == Announced && w.c&(pastForm|presentForm|participle) != 0 || w.verb == "report" || w.verb == "post"
}

// sayingAt returns the verb of saying that a date stands right beside, as in
// "said on Thursday", "on Thursday said"; -1 when there is none.
func (d *reader) sayingAt(p place) int {
	k := p.from - 1
	if d.word(k).c&preposition != 0 {
		k--
	}
	if w := d.word(k); w.c&sayForm != 0 && w.c&(finite|participle) != 0 {
		return k
	}
	if w := d.word(p.to); w.c&sayForm != 0 && w.c&finite != 0 {
		return p.to
	}
	return -1
}

func (d *reader) clauseOf(date int) int {
	i := d.wordAt(d.dates[date].Start)
	if i < 0 {
		return -1
	}
	return d.words[i].clause
}

// fresh reports whether the event at i is told as news: by a verb of the past or
// the perfect in a main clause, with no doubt and no step further back ("had").
func (d *reader) fresh(i int) bool {
	w := &d.words[i]
	if w.c&(pastForm|participle|presentForm|baseForm) == 0 || w.name >= 0 || d.doubted(i) || d.comes(i) || !d.mainClause(i) {
		return false
	}
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if d.is(k, "had", "to", "not") {
			return false
		}
	}
	return true
}

// infer gives dates to triggers that their own sentence leaves undated, when the
// text dates another naming of the same event: "its maiden flight", and later
// "the flight on 11 December". Two dates for one word are two events, so none is
// inferred.
func infer(text string, triggers []briefing.Span, out []Dating) {
	known := map[string]int{}
	for i, t := range triggers {
		if out[i].Basis != briefing.BasisStated {
			continue
		}
		root := rootOf(text[t.Start:t.End])
		if root == "" {
			continue
		}
		if k, ok := known[root]; ok && k != out[i].Date {
			known[root] = -1
			continue
		}
		known[root] = out[i].Date
	}
	for i, t := range triggers {
		if k, ok := known[rootOf(text[t.Start:t.End])]; ok && k >= 0 && out[i].Date < 0 {
			out[i] = Dating{Date: k, Basis: briefing.BasisInferred}
		}
	}
}

// rootOf returns what the namings of one event share: "meet" for "meeting" and
// "met"; empty for a word that names none, or one of saying.
func rootOf(s string) string {
	if len(s) > longestWord {
		return ""
	}
	e := lexicon()[strings.ToLower(s)]
	switch {
	case e.c&sayForm != 0:
		return ""
	case e.lemma != "":
		return root(e.lemma)
	}
	return root(e.verb)
}

func root(lemma string) string {
	if r, ok := roots[lemma]; ok {
		return r
	}
	return lemma
}

// roots joins a noun to its verb.
var roots = map[string]string{
	"meeting": "meet", "arrival": "arrive", "departure": "depart", "agreement": "agree", "signing": "sign", "announcement": "announce",
	"bombing": "bomb", "shooting": "shoot", "explosion": "explode", "assassination": "assassinate", "kidnapping": "kidnap",
	"invasion": "invade", "fighting": "fight", "withdrawal": "withdraw", "occupation": "occupy", "annexation": "annex", "liberation": "liberate",
	"election": "elect", "arrest": "arrest", "conviction": "convict", "indictment": "indict", "ruling": "rule", "death": "die", "killing": "kill",
	"collision": "collide", "eruption": "erupt", "derailment": "derail", "merger": "merge", "acquisition": "acquire", "appointment": "appoint",
	"resignation": "resign", "dismissal": "dismiss", "nomination": "nominate", "demonstration": "demonstrate", "opening": "open",
	"landing": "land", "flight": "fly", "return": "return", "suspension": "suspend", "expansion": "expand", "delivery": "deliver", "loss": "lose",
	"lawsuit": "sue", "inauguration": "inaugurate", "deployment": "deploy", "destruction": "destroy", "start": "start", "beginning": "begin", "sale": "sell",
	"airstrike": "strike", "blast": "explode", "quake": "earthquake", "cease-fire": "ceasefire", "truce": "ceasefire", "treaty": "agree", "accord": "agree", "pact": "agree", "deal": "agree",
}

// doubted and comes look at the verb group of word i.
func (d *reader) doubted(i int) bool { return d.helper(i, doubtful) }
func (d *reader) comes(i int) bool   { return d.helper(i, aheadOf) }

// helper reports whether the verb group of the verb at i, or what stands right in
// front of a noun phrase that begins there, has a word of class c: "is expected to
// be", "seeks", "called for".
func (d *reader) helper(i int, c class) bool {
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		w := &d.words[k]
		if w.Kind == token.Punct || w.clause != d.words[i].clause || w.name >= 0 {
			return false
		}
		if w.c&c != 0 || c&aheadOf != 0 && w.low == "to" && d.is(k-1, "is", "are", "was", "were") {
			return true // "is to meet"
		}
		if w.c&(auxiliary|modal|negation|aheadOf|doubtful) == 0 && !d.is(k, "to", "for", "on", "also", "now", "already", "be", "been", "a", "an", "the") && !strings.HasSuffix(w.low, "ly") {
			return false
		}
	}
	return false
}

// against reports whether a date looks the other way than the event at i: what
// is to come was not last year.
func (d *reader) against(i int, p place) bool {
	first, last := d.word(p.from).low, d.word(p.to-1).low
	switch {
	case first == "last" || first == "yesterday" || last == "ago" || first == "earlier":
		return d.comes(i)
	case first == "tomorrow" || first == "next":
		return d.words[i].c&pastForm != 0 && !d.comes(i)
	}
	return false
}
