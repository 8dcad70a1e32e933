package event

import (
	"regexp"
	"slices"
	"strings"

	"briefline/app/briefing"
	"briefline/app/edtf"
)

// Rule says by which way an event has its date. It is the ID of a message in the
// catalog (assets/i18n).
type Rule string

// The rules, in the order in which they are tried.
const (
	RuleOwn         Rule = "event.rule.own"         // the date hangs on the event's own verb or noun
	RuleOpens       Rule = "event.rule.opens"       // the date opens the sentence
	RuleLife        Rule = "event.rule.life"        // the dates behind a person's name
	RuleAge         Rule = "event.rule.age"         // counted from the year of birth
	RuleEntry       Rule = "event.rule.entry"       // the date opens the entry of a chronicle
	RuleVerb        Rule = "event.rule.verb"        // the date of the verb that tells of the event
	RuleWith        Rule = "event.rule.with"        // the date of a clause that is told to be at the same time
	RuleShared      Rule = "event.rule.shared"      // a date before the first of several verbs
	RuleArgument    Rule = "event.rule.argument"    // the date stands in a phrase of the clause
	RuleAbove       Rule = "event.rule.above"       // the date of the governing clause
	RuleScene       Rule = "event.rule.scene"       // the day that the lead tells its news of
	RulePublication Rule = "timex.rule.publication" // the day of publication, for the news of the lead
	RuleMonth       Rule = "event.rule.month"       // the month of the news
)

// Rules returns all rules, for tests and for translators.
func Rules() []Rule {
	return []Rule{RuleOwn, RuleOpens, RuleLife, RuleAge, RuleEntry, RuleVerb, RuleWith, RuleShared, RuleArgument, RuleAbove, RuleScene, RulePublication, RuleMonth}
}

// rankOf orders rules by how sure they are.
func rankOf(rule Rule) int { return slices.Index(Rules(), rule) }

// date dates a candidate by its own sentence, or as the news of the day. Nothing
// is carried over from other sentences: the last date told before is right 15 to 34
// times of a hundred.
func (r *reader) date(c *candidate) Dating {
	if l, rule := r.told(c); l != nil {
		return r.stated(c, l, rule)
	}
	return r.inferred(c)
}

// told returns the date of the sentence that is the event's, and the rule.
func (r *reader) told(c *candidate) (*link, Rule) {
	if l := nearest(c.links, func(l *link) bool {
		return (l.kind == linkOwn || l.kind == linkSelf || l.kind == linkInitial || l.kind == linkUnmarked || l.kind == linkNoun) && (!l.name || l.kind == linkSelf && c.noun)
	}); l != nil {
		switch {
		case c.life != "":
			return l, RuleLife
		case l.kind == linkInitial:
			return l, RuleOpens
		}
		return l, RuleOwn
	}
	if l := r.byAge(c); l != nil {
		return l, RuleAge
	}
	if l := nearest(c.links, func(l *link) bool { return l.kind == linkEntry }); l != nil {
		return l, RuleEntry
	}
	if l := nearest(c.links, func(l *link) bool { return l.strong && !l.name && l.kind != linkArgument }); l != nil {
		switch {
		case l.kind == linkVerb:
			return l, RuleVerb
		case l.kind == linkAbove && l.rel == "conj":
			return l, RuleShared
		case l.kind == linkAbove && l.rel == "xcomp":
			return l, RuleAbove
		}
		return l, RuleWith
	}
	if l := nearest(c.links, func(l *link) bool {
		return l.kind == linkArgument && !l.event && !l.name && (c.noun || !l.premodifier()) && !r.tooLate(c, l)
	}); l != nil {
		return l, RuleArgument
	}
	if l := nearest(c.links, func(l *link) bool {
		return l.kind == linkAbove && l.between == 0 && !l.name && r.sameTime(c, l) && (l.rel == "conj" || l.rel == "acl" || l.rel == "acl:relcl" || l.rel == "advcl")
	}); l != nil {
		return l, RuleAbove
	}
	return nil, ""
}

// sameTime reports whether a clause goes on in the time of the one above it: both
// are to come or neither is, a past one is not followed by the present, and no "but"
// stands between.
func (r *reader) sameTime(c *candidate, l *link) bool {
	s, h := c.s, c.s.over(c.at)
	if h < 0 || r.planned(s, c.at) != r.planned(s, h) {
		return false
	}
	if (c.tense == present || c.tense == progressive) && s.tense(h) == past {
		return false
	}
	if l.rel == "advcl" && s.marked(c.at, "for", "of", "over", "from", "about") {
		return false // "jailed on Monday for taking bribes"
	}
	if l.rel != "conj" {
		return true
	}
	for k := l.to; k < c.at; k++ {
		if s.low[k] == "," {
			return false // "went public in 2014, and cut its forecast"
		}
	}
	return s.kidLemma(c.at, "cc", "but", "yet") < 0
}

// tooLate reports whether a date lies behind the day of publication and the clause
// is of the past: "studied what crops yield in 2050".
func (r *reader) tooLate(c *candidate, l *link) bool {
	if r.a.Published.IsZero() || l.edtf.IsZero() || l.edtf.Bounds().From < r.a.Published.Bounds().To {
		return false
	}
	return c.tense == past || c.tense == perfect || c.tense == pluperfect || c.tense == present
}

// farAhead reports whether a clause of the past would happen in a year that is yet
// to come.
func (r *reader) farAhead(c *candidate, q *when) bool {
	return !r.a.Published.IsZero() && !q.edtf.IsZero() && q.year() > yearOf(r.a.Published) && (c.tense == past || c.tense == perfect || c.tense == pluperfect)
}

// nearest returns the link that holds with the fewest happenings between, the
// first of these.
func nearest(links []link, holds func(*link) bool) *link {
	var best *link
	for i := range links {
		if l := &links[i]; holds(l) && (best == nil || l.between < best.between) {
			best = l
		}
	}
	return best
}

// stated is a date that words give, with what makes it doubtful.
func (r *reader) stated(c *candidate, l *link, rule Rule) Dating {
	d := Dating{EDTF: l.value(), Expression: l.n, Rule: rule, Basis: briefing.BasisStated}
	if p := l.preposition(); c.s.negated(c.at) && (p == "before" || p == "until" || p == "till") {
		if v, err := edtf.Parse(strings.TrimPrefix(d.EDTF.String(), "../") + "/.."); err == nil {
			d.EDTF = v // "will not resume before Saturday": from Saturday on
		}
	}
	switch rule {
	case RuleAge:
		d.Expression, d.Basis = -1, briefing.BasisInferred
		d.doubt(briefing.DoubtDateContext)
	case RuleOwn, RuleOpens, RuleLife, RuleEntry:
		if l.between > 0 {
			d.doubt(briefing.DoubtDateContext)
		}
	default:
		d.doubt(briefing.DoubtDateContext)
	}
	if l.edtf.IsZero() || l.open || l.quoted && todays.MatchString(l.low) || !plain[l.preposition()] && rule != RuleLife {
		d.doubt(briefing.DoubtDateVague)
	}
	return d
}

// plain are the prepositions that put an event at its date and not before, after
// or about it.
var plain = set("in on by at during of from")

func init() { plain[""] = true }

var todays = regexp.MustCompile(`\b(today|yesterday|tonight|tomorrow|ago)\b`)

func (d *Dating) doubt(why briefing.Doubt) {
	if !slices.Contains(d.Doubts, why) {
		d.Doubts = append(d.Doubts, why)
	}
}

// inferred dates what no words date: the news of the headline and of the lead to
// the scene or the day of publication, what is told as new in a calm place to the
// month of the news.
func (r *reader) inferred(c *candidate) Dating {
	pub := r.a.Published
	if pub.IsZero() || pub.Precision() < edtf.PrecisionDay || r.a.Talk != 0 && !r.isHead(c) || r.background(c) {
		return Dating{}
	}
	s := c.s
	lead := r.isHead(c) || r.isLead(c)
	switch c.tense {
	case past, perfect, nominal, participle:
	case present:
		if !r.isHead(c) {
			return Dating{}
		}
	case gerund, infinitive:
		lead = false
		v := s.over(c.at)
		if v < 0 || s.tense(v) != past && s.tense(v) != perfect || is(s.lemma(v), "plan") || is(s.lemma(v), "speech") {
			return Dating{}
		}
	default:
		return Dating{}
	}
	if lead && !r.inRelative(s, c.at) && !r.stative(c) {
		if !r.scene.date.IsZero() {
			d := Dating{EDTF: r.scene.date, Expression: r.scene.n, Rule: RuleScene, Basis: briefing.BasisInferred}
			d.doubt(briefing.DoubtDateContext)
			return d
		}
		d := Dating{EDTF: pub, Expression: -1, Rule: RulePublication, Basis: briefing.BasisInferred}
		d.doubt(briefing.DoubtDatePublication)
		return d
	}
	if !r.calm[s.n] || r.inRelative(s, c.at) {
		return Dating{}
	}
	news := pub
	if !r.scene.date.IsZero() {
		news = r.scene.date
	}
	month, err := edtf.Parse(news.String()[:len("2006-01")])
	if err != nil {
		return Dating{}
	}
	d := Dating{EDTF: month, Expression: -1, Rule: RuleMonth, Basis: briefing.BasisInferred}
	d.doubt(briefing.DoubtDatePublication)
	d.doubt(briefing.DoubtDateVague)
	return d
}

func (r *reader) isHead(c *candidate) bool { return c.s.n == r.a.Headline }

// isLead reports whether a candidate stands in the first sentence of the lead.
func (r *reader) isLead(c *candidate) bool {
	return len(r.a.Lead) > 0 && c.s.n == r.a.Lead[0]
}

func (r *reader) stative(c *candidate) bool {
	return !c.noun && (is(c.s.lemma(c.at), "state") || c.s.has(c.at, "cop"))
}

// inRelative reports whether word i stands in a relative clause.
func (r *reader) inRelative(s *sent, i int) bool {
	for ; i >= 0; i = s.Words[i].Head {
		if s.Words[i].Rel == "acl:relcl" {
			return true
		}
	}
	return false
}

// backgroundWords tell that a clause goes back behind the news or speaks of habits.
var backgroundWords = regexp.MustCompile(`\b(since then|prior to|before (the|that|this|his|her|their|its)|previously|originally|formerly|initially|earlier (this|in the)|once|season|recent (years|months|weeks)|over the (years|past)|for (the )?(\d+|two|three|four|five|six|seven|eight|nine|ten|several|many|some|more than|over|nearly|almost|about)[ -]+\w*[ -]*(years|months|weeks|decades|days)|every (year|day|week|month)|so far|in the past|decades|long|ever|never|already)\b`)

var backgroundOpens = regexp.MustCompile(`^(since then|before that|previously|originally|earlier|initially|prior to|in the past|until)\b`)

// background reports whether a candidate is told as no news: planned, quoted, of
// the pluperfect, beside an older date or an age, or with words of the background.
func (r *reader) background(c *candidate) bool {
	s := c.s
	if !c.noun && r.planned(s, c.at) || c.tense == pluperfect || s.quoted[c.at] || s.hedged(c.at) || s.negated(c.at) && !c.noun {
		return true
	}
	if v := s.over(c.at); v >= 0 && s.tense(v) == pluperfect && s.Is(c.at, "xcomp", "conj") {
		return true
	}
	pub := r.a.Published
	for _, l := range c.links {
		if !l.edtf.IsZero() && l.year() < yearOf(pub) {
			return true
		}
	}
	for _, a := range r.ages {
		if a.s == s {
			return true
		}
	}
	of := c.at
	if v := s.over(c.at); c.noun && v >= 0 {
		of = v
	}
	var b strings.Builder
	for _, w := range s.Subtree(of, "acl:relcl", "ccomp", "conj", "parataxis") {
		b.WriteString(s.low[w])
		b.WriteByte(' ')
	}
	return backgroundWords.MatchString(b.String()) || backgroundOpens.MatchString(strings.ToLower(s.Of(r.a.Text)))
}
