package event

import (
	"cmp"
	"slices"

	"briefline/app/briefing"
	"briefline/app/edtf"
	txt "briefline/app/text"
)

// telling is a chosen event with its other tellings.
type telling struct {
	main  *candidate
	again []*candidate
}

// How the bar of the score lies.
const (
	lengthStep   = .01  // more for each 1000 bytes: long articles tell more than an analyst takes
	usualLength  = 3000 // bytes
	secondOfSame = .12  // more for a second event of a sentence
	leastPool    = .5   // of the bar: what scores less is no telling of anything
	leastLead    = .4   // of the bar: the lead's own event is shown above it
)

// choose takes candidates by falling score. One that tells a chosen event again
// joins it as evidence; of the others those above the bar are chosen. The headline
// and the lead give one event at least.
func (r *reader) choose(list []*candidate, m *Model) []*telling {
	bar := m.Threshold + lengthStep*float64(len(r.a.Text)-usualLength)/1000
	order := slices.Clone(list)
	slices.SortStableFunc(order, func(a, b *candidate) int { return cmp.Compare(b.p, a.p) })
	var out []*telling
	for _, c := range order {
		if c.p < bar*leastPool {
			break
		}
		if t := r.retells(c, out); t != nil {
			t.again = append(t.again, c)
			if r.isHead(t.main) && t.main.noun && !c.noun { // the clause says more than the headline's noun
				t.main, t.again[len(t.again)-1] = c, t.main
			}
			continue
		}
		if c.title.bare || wanted(c) {
			continue
		}
		least := bar
		if slices.ContainsFunc(out, func(t *telling) bool { return t.main.s == c.s }) {
			least += secondOfSame
		}
		if c.p < least || slices.ContainsFunc(out, func(t *telling) bool { return contains(t.main, c) || contains(c, t.main) }) {
			continue
		}
		out = append(out, &telling{main: c})
	}
	out = absorb(r.withLead(order, out, bar))
	slices.SortStableFunc(out, func(a, b *telling) int {
		return cmp.Or(cmp.Compare(a.main.s.n, b.main.s.n), cmp.Compare(a.main.at, b.main.at))
	})
	return out
}

// withLead adds the event of the headline's own verb where nothing tells it, and the
// likeliest of the headline and the lead where none of theirs is chosen.
func (r *reader) withLead(order []*candidate, out []*telling, bar float64) []*telling {
	for _, c := range order {
		if r.isHead(c) && !c.noun && c.at == c.s.Root() && c.p >= bar*leastLead && !slices.ContainsFunc(out, func(t *telling) bool { return t.main == c || slices.Contains(t.again, c) }) {
			out = append(out, &telling{main: c})
		}
	}
	first := func(c *candidate) bool { return r.isHead(c) || r.isLead(c) }
	for _, t := range out {
		if first(t.main) || slices.ContainsFunc(t.again, first) {
			return out
		}
	}
	for _, c := range order {
		if first(c) && !c.title.bare && !wanted(c) && c.p >= bar*leastLead && !slices.ContainsFunc(out, func(t *telling) bool { return contains(t.main, c) || contains(c, t.main) }) {
			return append(out, &telling{main: c})
		}
	}
	return out
}

// wanted reports whether an event noun is what somebody wants or offers, and not
// what happened: "demanded a rise of 9 percent".
func wanted(c *candidate) bool {
	if !c.noun || c.life != "" || !c.s.Is(c.at, "obj", "obl") {
		return false
	}
	v := c.s.over(c.at)
	return v >= 0 && c.s.Words[c.at].Head == v && (is(c.s.lemma(v), "plan") || c.s.lemma(v) == "demand" || c.s.lemma(v) == "need" || c.s.lemma(v) == "request")
}

// contains reports whether the event word of b stands in the title of a.
func contains(a, b *candidate) bool {
	return a.s == b.s && slices.Contains(a.title.words, b.at)
}

// retells returns the chosen event that a candidate tells again, nil for none.
// Two different numbers or two different days never make one event.
func (r *reader) retells(c *candidate, chosen []*telling) *telling {
	if c.s.hedged(c.at) {
		return nil
	}
	for _, t := range chosen {
		d := t.main
		if contains(d, c) || conflict(c, d) || r.otherPerson(c, d) {
			continue
		}
		switch {
		case sameWords(c, d), r.headlines(c, d), c.noun && c.life == "" && namesIt(c, d), r.sameLife(c, d):
			return t
		}
	}
	return nil
}

// sameShare is the share of the shorter title's content that the longer one has.
const sameShare = .6

func sameWords(a, b *candidate) bool {
	short := min(len(a.stems), len(b.stems))
	return short > 1 && float64(shared(a.stems, b.stems)) >= sameShare*float64(short)
}

// headlines reports whether one of the two stands in the headline and they share a
// word or a participant.
func (r *reader) headlines(a, b *candidate) bool {
	if r.isHead(a) == r.isHead(b) {
		return false
	}
	head, other := a, b
	if r.isHead(b) {
		head, other = b, a
	}
	if !head.noun && other.noun && !r.alike(a, b) {
		return false // "Toll rises to 41" and "the floods"
	}
	n := shared(a.stems, b.stems)
	names := 0
	for _, w := range head.title.words {
		if k := stem(head.s.low[w]); head.s.name[w] >= 0 && a.stems[k] && b.stems[k] {
			names++
		}
	}
	if n > names {
		return true
	}
	// A participant alone is enough in the lead only: a life is full of the same one.
	return r.distance(other.s) <= 1 && other.s.over(other.at) < 0 && (names > 0 || shareGroup(a, b))
}

func shareGroup(a, b *candidate) bool {
	for _, w := range a.title.words {
		if g := a.s.group[w]; g >= 0 {
			for _, v := range b.title.words {
				if b.s.group[v] == g {
					return true
				}
			}
		}
	}
	return false
}

// alike reports whether the event words of two candidates tell the same, or one of
// them stands in the other's title.
func (r *reader) alike(a, b *candidate) bool {
	x, y := a.s.lemma(a.at), b.s.lemma(b.at)
	return stem(x) == stem(y) || kin(x, y) || kin(y, x) || a.stems[stem(y)] || b.stems[stem(x)]
}

// namesIt reports whether event noun c, or its verb, stands in the title of d:
// "the strike" after "Drivers strike", "his death" after "Lind dies".
func namesIt(c, d *candidate) bool {
	noun := c.s.lemma(c.at)
	if c.another() != d.another() || c.indefinite(noun) && d.indefinite(noun) {
		return false
	}
	if d.stems[stem(noun)] {
		return true
	}
	return !d.noun && kin(d.s.lemma(d.at), noun)
}

// another reports whether an event noun is told apart from those told before: "the
// last strike", "an earlier attack".
func (c *candidate) another() bool {
	if !c.noun {
		return false
	}
	for _, k := range c.s.kids(c.at, "amod", "det", "nummod", "advmod") {
		switch c.s.low[k] {
		case "last", "previous", "earlier", "another", "other", "first", "second", "third", "next", "similar", "new", "former", "past", "every", "each", "any", "no":
			return true
		}
	}
	return false
}

// indefinite reports whether a title tells of "a strike": of two that do, each has
// its own.
func (c *candidate) indefinite(noun string) bool {
	for _, w := range append([]int{c.at}, c.title.words...) {
		if c.s.lemma(w) == noun && c.s.kidLemma(w, "det", "a", "an") >= 0 {
			return true
		}
	}
	return false
}

// sameLife reports whether both tell the birth, or both the death, of one person.
func (r *reader) sameLife(a, b *candidate) bool {
	if a.life == "" && b.life == "" || a.subject < 0 || b.subject < 0 {
		return false
	}
	end := func(c *candidate) string {
		switch {
		case c.life != "":
			return c.life
		case c.noun:
			return ""
		case c.s.lemma(c.at) == "die":
			return "died"
		case c.s.lemma(c.at) == "bear":
			return "born"
		}
		return ""
	}
	return end(a) != "" && end(a) == end(b) && a.s.group[a.subject] == b.s.group[b.subject]
}

// conflict reports whether two candidates tell different numbers or days.
func conflict(a, b *candidate) bool {
	if len(a.numbers) > 0 && len(b.numbers) > 0 && shared(a.numbers, b.numbers) == 0 {
		return true
	}
	x, y := a.dates(), b.dates()
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	for _, d := range x {
		for _, e := range y {
			if overlap(d, e) {
				return false
			}
		}
	}
	return true
}

// otherPerson reports whether two candidates tell of two persons, each the subject of
// his own.
func (r *reader) otherPerson(a, b *candidate) bool {
	x, y := r.subjectPerson(a), r.subjectPerson(b)
	return x != "" && y != "" && x != y
}

func (r *reader) subjectPerson(c *candidate) string {
	who := c.subject
	if c.noun && c.life == "" {
		who = r.owner(c.s, c.at) // "her death"
	}
	if who < 0 {
		return ""
	}
	return r.person(c.s, who)
}

func overlap(a, b edtf.Date) bool {
	x, y := a.Bounds(), b.Bounds()
	return x.From < y.To && y.From < x.To
}

// rest returns the candidates that have a date of their own in sentences of which
// nothing is chosen, the likeliest of each sentence.
func (r *reader) rest(list []*candidate, told []*telling) []*candidate {
	taken := map[*sent]bool{}
	for _, t := range told {
		taken[t.main.s] = true
		for _, c := range t.again {
			taken[c.s] = true
		}
	}
	best := map[*sent]*candidate{}
	for _, c := range list {
		if taken[c.s] || len(c.dates()) == 0 || c.s.hedged(c.at) || c.title.bare || wanted(c) {
			continue
		}
		if b := best[c.s]; b == nil || c.p > b.p {
			best[c.s] = c
		}
	}
	var out []*candidate
	for _, s := range r.sents {
		if c := best[s]; c != nil {
			out = append(out, c)
		}
	}
	return out
}

// event is a telling as the caller sees it.
func (r *reader) event(t *telling, m *Model) Event {
	c := t.main
	e := Event{
		Sentence: c.s.n, Trigger: c.s.Words[c.at].Span, Span: c.span, Title: c.title.text,
		Score: c.p, Because: c.because, Confidence: m.confidence(c.p), State: r.state(c),
	}
	e.Who, e.Where = r.takePart(c)
	r.dateAll(t, &e)
	e.Reported = r.reported(c)
	for _, d := range t.again {
		if d.s != c.s && len(e.Again) < mostAgain {
			e.Again = append(e.Again, Telling{d.s.Words[d.at].Span, d.span})
		}
		if e.Reported.End > 0 && r.reported(d).End == 0 && !r.isHead(d) {
			e.Reported = txt.Span{} // the article tells it too
		}
	}
	if e.Reported.End > 0 {
		e.doubt(briefing.DoubtReportedOnly)
		if e.State == "" {
			e.State = briefing.StateClaimed
		}
	}
	if c.title.lost > 1 {
		e.doubt(briefing.DoubtTitleShort)
	}
	if c.title.pronoun {
		e.doubt(briefing.DoubtTitlePronoun)
	}
	if e.Confidence < lowScore {
		e.doubt(briefing.DoubtLowScore)
	}
	return e
}

// Limits of what an event says of itself.
const (
	mostAgain = 3  // other tellings
	lowScore  = .6 // least confidence without a doubt
)

func (e *Event) doubt(why briefing.Doubt) {
	if !slices.Contains(e.Doubts, why) {
		e.Doubts = append(e.Doubts, why)
	}
}

// dateAll dates an event by its first telling or, where that has no words of its
// own or surer ones stand elsewhere, by another. Other dates stay beside it.
func (r *reader) dateAll(t *telling, e *Event) {
	e.Date = r.date(t.main)
	best := rankOf(e.Date.Rule)
	if e.Date.IsZero() {
		best = len(Rules())
	}
	var all []Dating
	for _, c := range t.again {
		d := r.date(c)
		if d.IsZero() {
			continue
		}
		if rank := rankOf(d.Rule); d.Basis == briefing.BasisStated && best >= rankOf(RuleScene) || rank < best && best >= rankOf(RuleScene) {
			if !e.Date.IsZero() {
				all = append(all, e.Date)
			}
			if d.Basis == briefing.BasisStated {
				d.doubt(briefing.DoubtDateContext)
			}
			e.Date, best = d, rank
			continue
		}
		if !r.sameTrigger(c, t.main) {
			continue // its date may be that of the words around it
		}
		all = append(all, d)
	}
	for _, d := range all { // "died in 2010" and "(… – May 5, 2010)"
		if d.Basis == briefing.BasisStated && e.Date.Basis == briefing.BasisStated && finer(d.EDTF, e.Date.EDTF) {
			d.doubt(briefing.DoubtDateContext)
			e.Date = d
		}
	}
	for _, d := range all {
		if d.Basis == briefing.BasisStated && !same(d, e.Date) && !slices.ContainsFunc(e.Others, func(o Dating) bool { return same(o, d) }) {
			e.Others = append(e.Others, d)
		}
	}
	for _, l := range t.main.links {
		if l.name || l.kind == linkNear || l.n == e.Date.Expression || !l.edtf.IsZero() && l.value() == e.Date.EDTF || l.kind != linkOwn && l.kind != linkInitial && l.kind != linkUnmarked {
			continue
		}
		d := r.stated(t.main, &l, RuleOwn)
		if !same(d, e.Date) && !slices.ContainsFunc(e.Others, func(o Dating) bool { return same(o, d) }) {
			e.Others = append(e.Others, d)
		}
	}
	if e.Date.Rule != "" {
		e.Date.Confidence = ruleConfidence(e.Date)
	}
}

// sameTrigger reports whether two tellings have the same event word.
func (r *reader) sameTrigger(a, b *candidate) bool {
	x, y := a.s.lemma(a.at), b.s.lemma(b.at)
	return a.life != "" || b.life != "" || stem(x) == stem(y) || kin(x, y) || kin(y, x)
}

// finer reports whether a date lies within another and says more.
func finer(a, b edtf.Date) bool {
	if a.IsZero() || b.IsZero() || a.Precision() <= b.Precision() || a.Kind() != edtf.KindDate || b.Kind() != edtf.KindDate {
		return false
	}
	x, y := a.Bounds(), b.Bounds()
	return x.From >= y.From && x.To <= y.To
}

// same reports whether two dates are one: the same value, or the same words.
func same(a, b Dating) bool {
	return a.EDTF == b.EDTF && (!a.EDTF.IsZero() || a.Expression == b.Expression)
}

// ruleConfidence is the share of right dates by each rule on the gold briefings
// that the rules were not written on.
func ruleConfidence(d Dating) float64 {
	if len(d.Doubts) == 0 {
		return .95
	}
	switch d.Rule {
	case RuleOwn, RuleOpens, RuleLife, RuleEntry:
		return .85
	case RuleVerb, RuleWith, RuleShared, RuleArgument:
		return .8
	case RuleAbove, RuleAge:
		return .7
	case RuleScene, RulePublication:
		return .65
	}
	return .55
}
