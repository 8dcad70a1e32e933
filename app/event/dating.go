package event

import (
	"regexp"
	"slices"
	"strconv"
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
	return []Rule{RuleOwn, RuleOpens, RuleLife, RuleAge, RuleVerb, RuleWith, RuleShared, RuleArgument, RuleAbove, RuleScene, RulePublication, RuleMonth}
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
	if l := nearest(c.links, func(l *link) bool { return l.kind == linkArgument && !l.event && !l.name }); l != nil {
		return l, RuleArgument
	}
	if l := nearest(c.links, func(l *link) bool {
		return l.kind == linkAbove && l.between == 0 && !l.name && (l.rel == "conj" || l.rel == "acl" || l.rel == "acl:relcl" || l.rel == "advcl")
	}); l != nil {
		return l, RuleAbove
	}
	return nil, ""
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
	switch rule {
	case RuleAge:
		d.Expression, d.Basis = -1, briefing.BasisInferred
		d.doubt(briefing.DoubtDateContext)
	case RuleOwn, RuleOpens, RuleLife:
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
	if !r.calm(c) {
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

// calm reports whether a place of the text tells of the news only: hardly any
// older dates in the article, none in the paragraph so far, and the last date told
// is of the week of the news.
func (r *reader) calm(c *candidate) bool {
	s := c.s
	if r.oldShare >= 1./3 || r.inRelative(s, c.at) || r.a.Talk != 0 {
		return false
	}
	pub := r.a.Published.Bounds()
	var last *when
	for _, q := range r.whens {
		if q.s.n > s.n || q.edtf.IsZero() || q.edtf.Bounds().FromEnd != edtf.EndKnown || q.name {
			continue
		}
		if q.s.par == s.par && q.year() < yearOf(r.a.Published) {
			return false
		}
		if q.s.n < s.n && q.s.n != r.a.Headline && !(q.edtf.Kind() == edtf.KindInterval) {
			if v := q.s.over(q.head); v < 0 || !r.planned(q.s, v) {
				last = q
			}
		}
	}
	if last == nil {
		return true
	}
	b := last.edtf.Bounds()
	holds := b.From <= pub.From && b.To >= pub.To
	return holds || b.From < pub.To && pub.To-b.To <= 8*day
}

// age is an age that the text tells: "at the age of 14", "aged 53".
type age struct {
	s     *sent
	at    int
	years int
}

var ageWords = map[string]int{"six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}

// readAges finds the ages told and the years of birth, each with its person.
func (r *reader) readAges() {
	for _, s := range r.sents {
		for i := range s.Words {
			n, err := strconv.Atoi(s.low[i])
			if err != nil {
				n = ageWords[s.low[i]]
			}
			if n < 3 || n > 110 || i == 0 {
				continue
			}
			before := s.low[i-1]
			if before == "age" || before == "aged" || before == "of" && i > 1 && s.low[i-2] == "age" {
				r.ages = append(r.ages, age{s, i, n})
			}
		}
	}
	for _, q := range r.whens {
		if q.life == "born" {
			r.births[q.s.group[q.owner]] = int(q.year())
		}
	}
	for _, s := range r.sents {
		for i := range s.Words {
			if s.lemma(i) != "bear" || !s.clause[i] {
				continue
			}
			subject, _ := s.subject(i)
			if subject < 0 || s.group[subject] < 0 {
				continue
			}
			for _, q := range s.whens {
				if !q.edtf.IsZero() && s.Words[q.head].Head == i {
					if _, known := r.births[s.group[subject]]; !known {
						r.births[s.group[subject]] = int(q.year())
					}
				}
			}
		}
	}
}

// byAge counts the year of an event from the age that its clause gives the person
// whose birth is known.
func (r *reader) byAge(c *candidate) *link {
	if c.subject < 0 || c.noun || is(c.s.lemma(c.at), "harm") && c.s.lemma(c.at) != "survive" {
		return nil
	}
	born, ok := r.births[c.s.group[c.subject]]
	if !ok || c.s.group[c.subject] < 0 {
		return nil
	}
	for _, a := range r.ages {
		if a.s != c.s || c.s.over(a.at) != c.at && c.s.Words[a.at].Head != c.at {
			continue
		}
		text := strconv.Itoa(born+a.years) + "~"
		if p := c.s.kidLemma(a.at, "case", "before", "by"); p >= 0 || a.at > 1 && c.s.low[a.at-2] == "before" {
			text = "../" + strconv.Itoa(born+a.years)
		}
		d, err := edtf.Parse(text)
		if err != nil {
			return nil
		}
		return &link{when: &when{n: -1, s: c.s, from: a.at, to: a.at + 1, head: a.at, edtf: d}}
	}
	return nil
}
