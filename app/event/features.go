package event

import (
	"slices"
	"strconv"
	"strings"

	"briefline/app/syntax"
)

// features returns what the scorers see of a candidate, each a name with its
// value: how it stands in the tree, what kind of word it is, where in the article
// it is told, who takes part, and whether it has a date. No feature holds a word
// of an open class: lemmas count by the lists that they stand in.
func (r *reader) features(c *candidate) []string {
	f := featureSet{kind: r.genre}
	f.add("bias")
	f.add("genre:" + r.genre)
	r.treeFeatures(c, &f)
	r.wordFeatures(c, &f)
	r.partFeatures(c, &f)
	r.timeFeatures(c, &f)
	r.aboveFeatures(c, &f)
	r.placeFeatures(c, &f)
	r.titleFeatures(c, &f)
	if c.noun {
		r.nounFeatures(c, &f)
	}
	return f.list
}

// featureSet is a list of features without repetition.
type featureSet struct {
	kind string // of the text: some features are told apart by it
	list []string
	in   map[string]bool
}

func (f *featureSet) add(parts ...string) {
	name := parts[0]
	if len(parts) > 1 {
		name = strings.Join(parts, ":")
	}
	if f.in == nil {
		f.in = map[string]bool{}
	}
	if !f.in[name] {
		f.in[name] = true
		f.list = append(f.list, name)
	}
}

// both adds a feature alone and with the kind of the text.
func (f *featureSet) both(parts ...string) {
	f.add(parts...)
	f.add(append(parts, f.kind)...)
}

func (f *featureSet) when(yes bool, parts ...string) {
	if yes {
		f.add(parts...)
	}
}

func upTo(n, most int) string { return strconv.Itoa(min(n, most)) }

func (c *candidate) form() string {
	switch {
	case c.life != "":
		return "life"
	case c.noun:
		return "noun"
	}
	return "clause"
}

func (r *reader) treeFeatures(c *candidate, f *featureSet) {
	s, i := c.s, c.at
	base := s.Words[i].Base()
	f.both("form", c.form())
	f.add("rel", base, c.form())
	f.add("rel+", s.Words[i].Rel, c.form())
	f.both("tense", string(c.tense))
	f.add("rel|tense", base, string(c.tense))
	f.add("subject", string(c.how))
	f.add("depth", upTo(len(s.chain(i)), 4))
	if c.noun {
		return
	}
	f.when(s.passive(i), "passive")
	f.when(s.has(i, "cop") || s.Words[i].POS != syntax.VERB, "copula")
	f.when(s.negated(i), "negated")
	f.add("args", upTo(len(s.kids(i, "obl", "obj", "iobj", "xcomp", "ccomp", "advcl")), 3))
	f.when(s.has(i, "ccomp") || s.has(i, "parataxis") && is(s.lemma(i), "speech"), "has-content")
	for _, rel := range []string{"advcl", "ccomp", "xcomp", "conj"} {
		for _, k := range s.kids(i, rel) {
			f.when(s.clause[k], "has", rel)
		}
	}
	for _, m := range s.marks(i) {
		f.add("mark", m)
	}
	if h := s.Words[i].Head; h >= 0 {
		f.when(base == "conj", "conj-of", s.Words[h].Base())
	}
	if base == "advcl" {
		m := s.opener(i)
		if m == "" {
			m = string(c.tense)
		}
		f.add("advcl", m)
	}
}

func (r *reader) wordFeatures(c *candidate, f *featureSet) {
	s, i := c.s, c.at
	if c.noun {
		return
	}
	l := s.lemma(i)
	in := kinds(l)
	for _, list := range in {
		f.both("verb", list)
		f.add("verb|tense", list, string(c.tense))
	}
	f.when(len(in) == 0, "verb", "unlisted")
	if is(l, "light") {
		if o := s.Kid(i, "obj"); o >= 0 && happening(s.lemma(o)) {
			f.add("light+noun")
		}
	}
	for _, k := range s.kids(i, "advmod") {
		switch low := s.low[k]; low {
		case "then", "later", "subsequently", "previously", "earlier", "already", "eventually", "finally", "soon", "recently", "first", "originally", "initially", "again", "still", "currently", "now", "once", "also", "here", "there":
			f.add("adverb", low)
		}
	}
}

func (r *reader) partFeatures(c *candidate, f *featureSet) {
	s := c.s
	if j := c.subject; j >= 0 {
		r.subjectFeatures(c, j, f)
	}
	object := "none"
	if o := s.Kid(c.at, "obj"); o >= 0 && !c.noun {
		object = "common"
		for _, w := range s.noun(o) {
			if s.name[w] >= 0 {
				object = "name"
			}
		}
		f.when(happening(s.lemma(o)), "object", "event")
		if d := s.Kid(o, "det"); d >= 0 {
			f.add("object-det", s.low[d])
		}
	}
	f.add("object", object)
	names := map[int]bool{}
	number := false
	for _, w := range c.title.words {
		if s.name[w] >= 0 {
			names[s.name[w]] = true
		}
		number = number || s.Words[w].POS == syntax.NUM
	}
	f.add("names", upTo(len(names), 3))
	f.when(number, "number")
}

func (r *reader) subjectFeatures(c *candidate, j int, f *featureSet) {
	s := c.s
	g := s.group[j]
	switch {
	case s.Words[j].POS == syntax.PRON:
		low := s.low[j]
		switch low {
		case "i", "we", "you", "they", "it", "he", "she", "who", "this", "that", "which":
		default:
			low = "other"
		}
		f.add("subject-pronoun", low)
		f.when(r.short(g) != "", "subject-resolved")
	case s.name[j] >= 0:
		f.add("subject-name", strconv.Itoa(int(r.a.Names[s.name[j]].Kind)))
	default:
		f.add("subject-common")
		if d := s.Kid(j, "det"); d >= 0 {
			f.add("subject-det", s.low[d])
		} else if s.plural(j) && s.Kid(j, "nummod") < 0 {
			f.add("bare-plural")
			f.add("bare-plural", string(c.tense))
		}
	}
	if g >= 0 {
		n := len(r.a.Groups[g].Mentions)
		switch {
		case n == 1:
			f.add("subject-mentions", "1")
		case n < 5:
			f.add("subject-mentions", "2-4")
		default:
			f.add("subject-mentions", "5+")
		}
		f.when(r.rank[g] < 3, "subject-main", upTo(r.rank[g], 3))
		f.add("subject-kind", strconv.Itoa(int(r.a.Groups[g].Kind)))
	}
	f.when(s.Kid(j, "nummod") >= 0, "subject-number")
	f.when(happening(s.lemma(j)), "subject-event")
}

func (r *reader) timeFeatures(c *candidate, f *featureSet) {
	s := c.s
	own := false
	for _, l := range c.links {
		if l.edtf.IsZero() {
			f.add("date-unresolved", string(l.kind))
			continue
		}
		f.add("date-link", string(l.kind))
		f.when(l.strong && l.between == 0, "date-strong")
		if !l.name && (l.kind == linkOwn || l.kind == linkSelf || l.kind == linkInitial || l.kind == linkUnmarked || l.kind == linkNoun || l.kind == linkEntry) {
			own = true
			f.add("date-precision", strconv.Itoa(int(l.edtf.Precision())))
			if p := r.a.Published; !p.IsZero() {
				f.add("date-age", ageOf(l.edtf.Bounds().From, p.Bounds().From))
			}
		}
	}
	f.add("date", strconv.FormatBool(own))
	if own {
		f.add("date|tense", string(c.tense))
		f.add("date|form", c.form())
		f.add("date|genre", r.genre)
	}
	f.when(slices.ContainsFunc(c.links, func(l link) bool { return !l.edtf.IsZero() }) && !own, "date-elsewhere")
	for _, q := range s.whens {
		f.when(q.edtf.IsZero() && (s.over(q.head) == c.at || q.head == c.at), "time-open")
	}
	f.add("dates-dense", upTo(len(r.whens)*3/max(1, len(r.sents)), 3))
	for i := c.at; i >= 0; i = s.over(i) {
		f.when(s.kidLemma(i, "advmod", "ago", "recently") >= 0, "recent")
	}
}

func ageOf(from, published int64) string {
	switch days := (published - from) / day; {
	case days < 0:
		return "ahead"
	case days <= 8:
		return "week"
	case days <= 40:
		return "month"
	case days <= 400:
		return "year"
	}
	return "old"
}

func (r *reader) aboveFeatures(c *candidate, f *featureSet) {
	s := c.s
	up := s.chain(c.at)
	for n, u := range up[:min(len(up), 3)] {
		if is(s.lemma(u), "speech") {
			f.add("under-speech")
			f.when(n == 0, "right-under-speech", s.Words[c.at].Base())
			break
		}
	}
	if len(up) > 0 {
		f.add("above", s.Words[c.at].Base(), string(s.tense(up[0])))
		t := s.tense(up[0])
		f.when(t == future || t == should || t == might, "under-modal", string(t))
		for _, list := range kinds(s.lemma(up[0])) {
			f.add("above-verb", list)
		}
	}
	for i := c.at; i >= 0; i = s.Words[i].Head {
		if s.Is(i, "ccomp") && s.Words[i].Head >= 0 {
			f.add("in-content")
			switch l := s.lemma(s.Words[i].Head); l {
			case "say", "claim", "announce", "report":
				f.add("in-content", l)
			}
			break
		}
	}
	f.when(r.inRelative(s, c.at), "in-relative")
	f.when(s.hedged(c.at), "hedged")
	f.when(s.quoted[c.at], "quoted")
	f.when(s.quoted[c.at], "quoted", r.genre)
	f.when(r.reported(c).End > 0, "reported")
}

func (r *reader) placeFeatures(c *candidate, f *featureSet) {
	s := c.s
	words := s.Of(r.a.Text)
	f.when(strings.HasSuffix(strings.TrimSpace(words), "?"), "question")
	f.when(!strings.ContainsAny(words, ".!?\"”"), "fragment")
	switch n := len(s.Words); {
	case n < 8:
		f.add("sentence", "short")
	case n < 20:
		f.add("sentence", "middle")
	default:
		f.add("sentence", "long")
	}
	f.when(r.isHead(c), "headline")
	f.when(r.isHead(c), "headline", s.Words[c.at].Base())
	f.when(r.isLead(c), "lead-sentence")
	f.when(r.isLead(c), "lead-sentence", s.Words[c.at].Base())
	p := "4+"
	switch d := r.distance(s); {
	case d < 0:
		p = "head"
	case d < 2:
		p = strconv.Itoa(d)
	case d < 4:
		p = "2-3"
	}
	f.both("paragraph", p)
	f.when(s.n == 0 || r.sents[s.n-1].par != s.par, "opens-paragraph")
	f.both("quarter", strconv.Itoa(4*s.n/len(r.sents)))
	f.add("sentences", upTo(len(r.sents)/12, 4))
	first := true
	for k := 0; k < c.at && first; k++ {
		first = !s.clause[k]
	}
	f.when(first && !c.noun, "first-clause")
	f.when(first && !c.noun && c.at != s.Root(), "first-clause-below")
}

func (r *reader) titleFeatures(c *candidate, f *featureSet) {
	s := c.s
	if r.a.Headline >= 0 && !r.isHead(c) {
		f.when(r.headLemma[s.lemma(c.at)], "trigger-in-headline")
		n := shared(c.stems, r.headStems)
		f.add("in-headline", upTo(n, 4))
		if j := c.subject; j >= 0 {
			f.when(r.headStems[stem(s.low[j])], "subject-in-headline")
		}
	}
	total, n := 0, 0
	for _, w := range c.title.words {
		if k := r.freq[s.lemma(w)]; k > 0 && s.pos(w, syntax.NOUN, syntax.PROPN) {
			total, n = total+k, n+1
		}
	}
	f.add("central", upTo(total/max(1, n)/2, 4))
	switch n := len(strings.Fields(c.title.text)); {
	case n < 4:
		f.add("title", "short")
	case n < 8:
		f.add("title", "middle")
	default:
		f.add("title", "long")
	}
	f.when(c.title.pronoun, "title-pronoun")
	f.when(c.title.lost > 0, "title-lost")
	f.add("told", r.toldIn(c, max(0, s.n-reach), s.n))
	f.add("retold", r.toldIn(c, s.n+1, min(len(r.sents), s.n+1+reach)))
}

// reach is how many sentences before and after are looked at for a retelling.
const reach = 60

// toldIn is how much of a title sentences of the article say, in quarters.
func (r *reader) toldIn(c *candidate, from, to int) string {
	most := 0
	for k := from; k < to; k++ {
		most = max(most, shared(c.stems, r.stems[k]))
	}
	return strconv.Itoa(4 * most / max(1, len(c.stems)))
}

func (r *reader) nounFeatures(c *candidate, f *featureSet) {
	s, i := c.s, c.at
	f.when(s.Kid(i, "nmod:poss") >= 0, "noun-owned")
	det, prep := "none", "none"
	if k := s.Kid(i, "det"); k >= 0 {
		det = s.low[k]
	}
	if k := s.Kid(i, "case"); k >= 0 {
		prep = s.low[k]
	}
	f.add("noun-det", det)
	f.add("noun-case", prep)
	f.add("noun", s.Words[i].Base())
	f.when(s.Words[i].Feat("Number") == "Plur", "noun-plural")
	f.when(s.Words[i].POS == syntax.PROPN, "noun-name")
	if h := s.Words[i].Head; h >= 0 {
		f.add("noun-under", string(s.Words[h].POS))
		for _, list := range kinds(s.lemma(h)) {
			f.add("noun-under-verb", list, s.Words[i].Base())
		}
	}
}
