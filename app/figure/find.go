package figure

import (
	"cmp"
	"slices"
	"strings"

	"briefline/app/syntax"
	txt "briefline/app/text"
)

// Input is what figures are read from.
type Input struct {
	Text      string
	Sentences []syntax.Sentence
	Skip      func(sentence int) bool             // by-lines, captions; nil for none
	Date      func(sentence, word int) (int, int) // index of the date that holds the word, and its year; -1 for none, year 0 when it has none
	Name      func(sentence, word int) bool       // whether the word is part of a name
	Year      int                                 // of publication, 0 when not known
	Headline  int                                 // -1 for none
	Lead      func(sentence int) bool             // the lead paragraph
}

// Figure is something counted with its values, the last known first.
type Figure struct {
	Label      string // what is counted, in words of the text
	Unit       string // "USD", "%", "km"; empty for a plain count
	Values     []Value
	Confidence float64 // 0 to 1: how many of a hundred like it are right
	Weight     float64 // how much a reader wants it; not bounded
}

// Value is what one place of the text says.
type Value struct {
	Sentence  int
	At        txt.Span // the number with its bound and unit: "at least $2 million"
	Clause    txt.Span // the words that say what it counts
	Low, High float64
	Date      int // index of the date that its clause has, -1 for none
	earlier   bool
	order     int
}

// class is what kind of thing a figure is.
type class uint8

const (
	counted class = iota // a plain count
	harmed               // people dead, injured, missing
	people               // people otherwise: employed, evacuated, arrested
	votes
	money
	share // percent
	size  // areas, distances, weights
)

// most is how many figures are shown: a card with more is a table.
const most = 8

// Find returns the figures of a text, the weightiest first. It takes time linear
// in the length of the text.
func Find(in Input) []Figure {
	var found []reading
	for i := range in.Sentences {
		if in.Skip == nil || !in.Skip(i) {
			found = append(found, in.sentence(i)...)
		}
	}
	figures := join(found)
	figures = slices.DeleteFunc(figures, func(f Figure) bool { return f.Weight < .75 })
	slices.SortStableFunc(figures, func(a, b Figure) int { return cmp.Compare(b.Weight, a.Weight) })
	return figures[:min(len(figures), most)]
}

// reading is one number with all that is read of it.
type reading struct {
	Value
	class class
	unit  string
	label string
	key   string // equal for the same thing counted
	sure  float64
	heavy float64
}

func (in *Input) sentence(n int) []reading {
	s := &in.Sentences[n]
	skip := func(w int) bool {
		d, _ := in.Date(n, w)
		return d >= 0 || in.Name(n, w)
	}
	var out []reading
	for _, q := range quantities(s, skip) {
		if r, ok := in.read(n, s, q); ok {
			out = append(out, r)
			continue
		}
		if k := len(out) - 1; k >= 0 && wasBefore(s, q.from) { // "38 percent, down from 52 percent"
			r, last := reading{Value: Value{Sentence: n, Low: q.low, High: q.high, Date: -1}}, out[k]
			if in.measure(s, &q, &r); r.unit == last.unit {
				r.class, r.label, r.key, r.sure, r.heavy, r.Clause = last.class, last.label, last.key, last.sure, last.heavy, last.Clause
				r.At = txt.Span{Start: s.Words[q.from].Start, End: s.Words[q.to-1].End}
				r.earlier, r.order = true, n
				out = append(out, r)
			}
		}
	}
	return out
}

// wasBefore reports whether the words before a number say that it is what another
// number came from: "down from", "compared with".
func wasBefore(s *syntax.Sentence, number int) bool {
	if number < 2 {
		return false
	}
	before, last := s.Words[number-2].Lemma, s.Words[number-1].Lemma
	return last == "from" && (before == "down" || before == "up") || last == "with" && before == "compare"
}

// read says what a quantity counts; ok is false where that cannot be told, or is
// nothing to show: an age, a length of time, a number without a noun.
func (in *Input) read(n int, s *syntax.Sentence, q quantity) (r reading, ok bool) {
	r.Value = Value{Sentence: n, Low: q.low, High: q.high, Date: -1}
	m := in.measure(s, &q, &r)
	if m < 0 {
		return r, false
	}
	thing, verb := things(s, m, r.class)
	tally := false
	switch r.class {
	case counted:
		if !in.countable(s, q, m, &r) {
			return r, false
		}
		if thing = m; m >= q.from && m < q.to {
			if thing = tallied(s, m); thing >= 0 {
				tally = true
			}
		}
	case money, share, size:
		if thing < 0 { // "rose 4 percent" says nothing by itself
			return r, false
		}
		if r.class == share && verb < 0 && s.Words[m].Head >= 0 && s.Is(m, "obj") { // "holds 6.1 percent of the shares": of whose?
			return r, false
		}
	}
	if tally { // the verb tells of the tally, not of what is counted
		r.label = nounPhrase(s, q, thing)
	} else {
		r.label = label(s, q, m, thing, verb)
	}
	if r.label == "" {
		return r, false
	}
	r.At = txt.Span{Start: s.Words[q.from].Start, End: s.Words[q.to-1].End}
	r.Clause = clause(s, m, verb)
	r.Date = in.dateOf(n, s, m, verb)
	r.key = in.key(n, s, r, thing, verb, m)
	r.earlier = before(s, verb, q.from)
	r.order = n
	r.sure, r.heavy = in.weigh(n, r, q, thing)
	return r, true
}

// measure settles unit and class of a quantity, widens it by its unit, and
// returns the word that stands for the measured thing in the tree: the unit or
// the noun counted. -1 when it measures nothing.
func (in *Input) measure(s *syntax.Sentence, q *quantity, r *reading) int {
	words := s.Words
	if q.from > 0 || q.to < len(words) {
		first := q.from
		for first < q.to && bounds[strings.ToLower(words[first].Form)] {
			first++
		}
		if first > 0 && currencies[strings.ToUpper(words[first-1].Form)] != "" && !words[first].Blank {
			r.class, r.unit = money, currencies[strings.ToUpper(words[first-1].Form)]
			q.from = min(q.from, first-1)
			for q.from > 0 && bounds[strings.ToLower(words[q.from-1].Form)] && opensBound(words, q.from-1, first) {
				q.from--
			}
			return s.HeadOf(first-1, q.to)
		}
	}
	if q.to >= len(words) {
		return -1
	}
	after := strings.ToLower(words[q.to].Form)
	two := after
	if q.to+1 < len(words) {
		two += " " + strings.ToLower(words[q.to+1].Form)
	}
	switch {
	case after == "%" || after == "percent" || after == "pct":
		r.class, r.unit, q.to = share, "%", q.to+1
	case two == "per cent":
		r.class, r.unit, q.to = share, "%", q.to+2
	case currencyWords[two] != "":
		r.class, r.unit, q.to = money, currencyWords[two], q.to+2
	case currencyWords[after] != "":
		r.class, r.unit, q.to = money, currencyWords[after], q.to+1
	case unitWords[two] != "":
		r.class, r.unit, q.to = size, unitWords[two], q.to+2
	case unitWords[after] != "":
		r.class, r.unit, q.to = size, unitWords[after], q.to+1
	default:
		if h := words[q.main].Head; words[q.main].Base() == "nummod" && h >= 0 {
			return h
		}
		return q.main // "26 died", "97 dead"
	}
	return s.HeadOf(q.from, q.to)
}

// countable decides whether a plain count is of something worth showing, and
// settles its class. m may move to the noun that the number stands for.
func (in *Input) countable(s *syntax.Sentence, q quantity, m int, r *reading) bool {
	w := &s.Words[m]
	if m >= q.from && m < q.to { // the number stands for what it counts
		of := tallied(s, m)
		switch {
		case casualty(s, m) != "", of >= 0 && casualty(s, of) != "":
			r.class = harmed
		case of >= 0 && personWords[s.Words[of].Lemma]:
			r.class = people
		case of >= 0 && ballots[s.Words[of].Lemma]:
			r.class = votes
		}
		return r.class != counted
	}
	if w.POS != syntax.NOUN || timeWords[w.Lemma] || w.Form == w.Lemma && q.high > 1 && w.Tag == "NN" && !massNouns[w.Lemma] {
		return false
	}
	switch {
	case ballots[w.Lemma]:
		r.class = votes
	case casualty(s, m) != "":
		r.class = harmed
	case personWords[w.Lemma]:
		r.class = people
	}
	switch r.class {
	case harmed:
		return true
	case people, votes:
		return q.digits || q.high >= 10
	}
	return q.digits && q.high >= 10 || q.high >= 100
}

// tallied returns what a bare number counts where its verb tells how a tally
// changed: "the number of people killed rose from 97 to 163" is of people, "the
// toll stands at 97" of the toll. -1 where it is no tally.
func tallied(s *syntax.Sentence, m int) int {
	h := s.Words[m].Head
	if h >= 0 && s.Words[h].POS == syntax.NUM { // "from 97 to 163"
		h = s.Words[h].Head
	}
	if h < 0 || !moves[s.Words[h].Lemma] && s.Words[h].Lemma != "stand" && s.Words[h].Lemma != "be" {
		return -1
	}
	k := s.Kid(h, "nsubj", "nsubj:pass")
	if k < 0 || !tallies[s.Words[k].Lemma] {
		k = s.Kid(h, "obj") // "bringing the number of dead to 41"
	}
	if k < 0 || !tallies[s.Words[k].Lemma] {
		return -1
	}
	for _, c := range s.Kids(k) {
		if s.Is(c, "nmod") && s.Words[c].POS == syntax.NOUN {
			return c
		}
	}
	return k
}

// things returns the noun that a measure is of, and the verb that tells of it:
// "a loss of $2 million" is of a loss, "shares fell 4 percent" of shares that
// fell. Either is -1 for none.
func things(s *syntax.Sentence, m int, c class) (thing, verb int) {
	thing, verb = -1, -1
	h := s.Words[m].Head
	switch {
	case s.Words[m].POS == syntax.VERB:
		return -1, m
	case h < 0:
	case s.Words[h].POS == syntax.VERB:
		verb = h
	case measures(s, h) && s.Words[h].Head >= 0: // "fell 12 percent to $1.3 billion"
		if g := s.Words[h].Head; s.Words[g].POS == syntax.VERB {
			verb = g
		}
	case s.Words[h].POS == syntax.NOUN && s.Is(m, "nmod", "compound", "nummod", "amod", "appos", "dep", "parataxis"):
		thing = h
		if g := s.Words[h].Head; g >= 0 && s.Words[g].POS == syntax.VERB && s.Is(h, "nsubj", "obj") {
			verb = g
		}
	}
	of := -1
	for _, k := range s.Kids(m) {
		if s.Is(k, "nmod") && s.Words[k].POS == syntax.NOUN && s.Kid(k, "case") >= 0 && s.Words[s.Kid(k, "case")].Lemma == "of" {
			of = k
		}
	}
	subject, object := -1, -1
	if verb >= 0 {
		if k := s.Subject(verb); k != m && k >= 0 && s.Words[k].POS != syntax.PRON {
			subject = k
		}
		if o := s.Kid(verb, "obj"); o >= 0 && o != m && (s.Words[o].POS == syntax.NOUN || s.Words[o].POS == syntax.PROPN) && !s.Is(m, "obj") && !measures(s, o) {
			object = o
		}
	}
	switch {
	case thing >= 0:
	case object >= 0: // "cut its forecast by 2 percent"
		thing = object
	case of >= 0 && !(verb >= 0 && moves[s.Words[verb].Lemma] && subject >= 0): // "40 percent of voters"
		thing = of
		if subject >= 0 || !s.Is(m, "nsubj") {
			verb = -1
		}
	default:
		thing = subject
	}
	if thing >= 0 && (timeWords[s.Words[thing].Lemma] || measures(s, thing)) {
		thing = -1
	}
	return thing, verb
}

// measures reports whether a word is a unit rather than a thing.
func measures(s *syntax.Sentence, i int) bool {
	low := strings.ToLower(s.Words[i].Form)
	return low == "%" || low == "percent" || low == "cent" || low == "pct" || s.Words[i].POS == syntax.SYM || unitWords[low] != "" || currencyWords[low] != ""
}

// label words what is counted: the noun with what describes it, and the verb
// that tells what became of it. All words are the text's.
func label(s *syntax.Sentence, q quantity, m, thing, verb int) string {
	var parts []string
	inside := func(i int) bool { return i >= q.from && i < q.to }
	if thing >= 0 && !inside(thing) {
		if p := s.Kid(thing, "nmod:poss"); p >= 0 && s.Words[p].POS == syntax.PRON && verb >= 0 && s.Words[thing].POS == syntax.NOUN { // "doubled its share": whose
			if k := s.Subject(verb); k >= 0 && k != thing && s.Words[k].POS != syntax.PRON {
				return nounPhrase(s, q, k) + " " + nounPhrase(s, q, thing)
			}
		}
		if phrase := nounPhrase(s, q, thing); phrase != "" {
			parts = append(parts, phrase)
		}
	}
	switch {
	case verb >= 0 && tells(s, m, thing, verb):
		parts = append(parts, s.Words[verb].Form)
		if p := s.Kid(verb, "compound:prt"); p >= 0 {
			parts = append(parts, s.Words[p].Form)
		}
	case thing < 0 || inside(thing):
		for _, k := range s.Kids(q.main) {
			if s.Words[k].POS == syntax.ADJ && k >= q.to {
				parts = append(parts, s.Words[k].Form)
				break
			}
		}
	}
	return strings.Join(parts, " ")
}

// tells reports whether the verb may stand behind the thing and say what became
// of it: the thing is its only argument, or it is done to the thing and has the
// form of a participle, as in "jobs cut".
func tells(s *syntax.Sentence, m, thing, verb int) bool {
	w := &s.Words[verb]
	if emptyVerbs[w.Lemma] {
		return false
	}
	at := thing
	if at < 0 || !s.Above(verb, at) {
		at = m
	}
	switch {
	case s.Is(at, "nsubj:pass"):
		return true
	case s.Is(at, "nsubj"), s.Subject(verb) == at:
		return s.Kid(verb, "obj", "xcomp", "ccomp") < 0 || s.Kid(verb, "obj") == m
	case s.Is(at, "obj"):
		return w.Tag == "VBN" || w.Tag == "VBG" || strings.HasSuffix(w.Form, "ed") || w.Form == w.Lemma
	}
	return at == verb
}

// nounPhrase is the noun with its adjectives, compounds and one short phrase
// with "of", without determiners and without the number.
func nounPhrase(s *syntax.Sentence, q quantity, noun int) string {
	const longest = 7 // words
	var out []int
	add := func(i int) {
		if (i < q.from || i >= q.to) && len(out) < longest {
			out = append(out, i)
		}
	}
	if s.Words[noun].POS == syntax.PROPN { // a name whole
		if p := s.Kid(noun, "nmod:poss"); p >= 0 && s.Words[p].POS != syntax.PRON && p < noun {
			for _, i := range s.Subtree(p, "det") {
				add(i)
			}
		}
		for _, i := range s.Subtree(noun, "nmod", "appos", "acl", "conj", "cc", "punct", "case", "det", "parataxis", "dep") {
			add(i)
		}
		return spell(s, out)
	}
	for _, k := range s.Kids(noun) {
		if k < noun && s.Is(k, "amod", "compound", "flat", "nmod:poss", "nmod:desc") && len(s.Subtree(k)) <= 3 {
			for _, i := range s.Subtree(k) {
				if p := s.Words[i].POS; p != syntax.DET && p != syntax.PRON && s.Words[i].Base() != "nummod" {
					add(i)
				}
			}
		}
	}
	add(noun)
	for _, k := range s.Kids(noun) {
		if k > noun && s.Is(k, "nmod", "flat", "compound") {
			tree := s.Subtree(k, "acl", "appos", "conj", "cc", "punct")
			if s.Words[tree[0]].Lemma != "of" && s.Is(k, "nmod") || len(tree) > 3 || slices.ContainsFunc(tree, func(i int) bool { return i >= q.from && i < q.to }) {
				continue
			}
			for _, i := range tree {
				add(i)
			}
			break
		}
	}
	return spell(s, out)
}

// spell sets words side by side, with blanks where the text has them or words
// between were left out.
func spell(s *syntax.Sentence, words []int) string {
	var b strings.Builder
	for k, i := range words {
		if k > 0 && (s.Words[i].Blank || words[k-1] != i-1) {
			b.WriteByte(' ')
		}
		b.WriteString(s.Words[i].Form)
	}
	return b.String()
}

// clause is the extent of the verb that tells of the number, else of its noun.
func clause(s *syntax.Sentence, m, verb int) txt.Span {
	if verb < 0 {
		verb = m
	}
	return s.Extent(verb, "punct", "parataxis", "advcl", "conj", "cc")
}

// dateOf returns the date whose words hang on the verb or on the thing counted.
func (in *Input) dateOf(n int, s *syntax.Sentence, m, verb int) int {
	for _, at := range []int{verb, m} {
		if at < 0 {
			continue
		}
		for _, k := range s.Kids(at) {
			if d, _ := in.Date(n, k); d >= 0 {
				return d
			}
		}
	}
	return -1
}

// key is equal for two readings that count the same: class, unit, thing, what
// became of it, who brought it about, where, and the year where that is not the
// news's own.
func (in *Input) key(n int, s *syntax.Sentence, r reading, thing, verb, m int) string {
	var b strings.Builder
	put := func(part string) { b.WriteString(part); b.WriteByte('|') }
	put(string(rune('a' + r.class)))
	put(r.unit)
	switch {
	case r.class == harmed:
		if kind := casualty(s, m); kind != "" || thing < 0 {
			put(kind)
		} else {
			put(casualty(s, thing))
		}
	case thing >= 0:
		put(s.Words[thing].Lemma)
		for _, k := range s.Kids(thing) { // which one: "net profit", "Ford's profit"
			if k < thing && s.Is(k, "amod", "compound", "nmod:poss") && (k < m || k > m) {
				put(s.Words[k].Lemma)
			}
		}
	}
	if r.class != harmed && verb >= 0 && !emptyVerbs[s.Words[verb].Lemma] && !moves[s.Words[verb].Lemma] {
		put(s.Words[verb].Lemma)
	}
	where := in.places(n, s, verb, m)
	slices.Sort(where)
	for _, w := range where {
		put(w)
	}
	if year := in.hangsOn(n, s, verb, m); year != 0 && year != in.Year { // "since 1997, when 28 people died"
		put("in " + itoa(year))
		return b.String()
	}
	for w := range s.Words {
		if _, year := in.Date(n, w); year != 0 && year != in.Year && (verb < 0 || s.Above(verb, w) || s.Above(m, w)) {
			put("in " + itoa(year))
			break
		}
	}
	return b.String()
}

// hangsOn returns the year of the date that the clause of a number hangs on, 0 for
// none.
func (in *Input) hangsOn(n int, s *syntax.Sentence, verb, m int) int {
	if verb < 0 {
		verb = m
	}
	if h := s.Words[verb].Head; h >= 0 && s.Is(verb, "acl") {
		if _, year := in.Date(n, h); year != 0 {
			return year
		}
	}
	first := s.Subtree(verb)[0]
	if s.Words[first].Lemma != "when" {
		return 0
	}
	for first--; first >= 0; first-- {
		if s.Words[first].POS != syntax.PUNCT {
			_, year := in.Date(n, first)
			return year
		}
	}
	return 0
}

// places are the names that the clause hangs on the number: where, of whom, by
// what.
func (in *Input) places(n int, s *syntax.Sentence, verb, m int) []string {
	var out []string
	for _, at := range []int{verb, m} {
		if at < 0 {
			continue
		}
		for _, k := range s.Kids(at) {
			if s.Is(k, "obl", "nmod", "nsubj") && k != m && in.Name(n, k) && !s.Is(k, "obl:unmarked") {
				out = append(out, s.Words[k].Lemma)
			}
		}
	}
	return out
}

// before reports whether the clause says that the number no longer holds.
func before(s *syntax.Sentence, verb, number int) bool {
	if number > 0 && s.Words[number-1].Lemma == "from" { // "rose from 97 to 163"
		return true
	}
	if verb < 0 {
		return false
	}
	for _, k := range s.Kids(verb) {
		if outdated[s.Words[k].Lemma] || s.Is(k, "aux") && s.Words[k].Form == "had" {
			return true
		}
	}
	return false
}

// weigh says how sure a reading is and how much a reader wants it. The shares
// were counted on drafts read beside their articles, class by class.
func (in *Input) weigh(n int, r reading, q quantity, thing int) (sure, heavy float64) {
	sure = [...]float64{counted: .6, harmed: .9, people: .8, votes: .85, money: .85, share: .75, size: .75}[r.class]
	heavy = [...]float64{counted: .5, harmed: 3, people: 1, votes: 2, money: 1.8, share: 1.2, size: 1}[r.class]
	switch {
	case n == in.Headline:
		heavy += 2
	case in.Lead(n):
		heavy += 1.5
	default:
		heavy -= min(1, float64(n)/40)
	}
	if thing < 0 {
		sure -= .15
	}
	return sure, heavy
}

func itoa(n int) string {
	var b [8]byte
	i := len(b)
	for ; n > 0 && i > 0; n /= 10 {
		i--
		b[i] = byte('0' + n%10)
	}
	return string(b[i:])
}

// join makes one figure of the readings with the same key, in the order of time.
func join(found []reading) []Figure {
	index := map[string]int{}
	var groups [][]reading
	for _, r := range found {
		if i, ok := index[r.key]; ok {
			groups[i] = append(groups[i], r)
			continue
		}
		index[r.key] = len(groups)
		groups = append(groups, []reading{r})
	}
	out := make([]Figure, 0, len(groups))
	for _, g := range groups {
		out = append(out, series(g))
	}
	return out
}

// series puts the values of one figure in order: what the text calls outdated
// comes last, else what it tells first is the newest. A number told twice
// stands once.
func series(g []reading) Figure {
	best := g[0]
	f := Figure{Unit: best.unit, Confidence: best.sure}
	slices.SortStableFunc(g, func(a, b reading) int {
		if a.earlier != b.earlier {
			if b.earlier {
				return -1
			}
			return 1
		}
		return 0
	})
	for _, r := range g {
		f.Weight = max(f.Weight, r.heavy)
		if len(r.label) > len(best.label) && best.class == harmed && r.sure >= best.sure {
			best = r
		}
		if !slices.ContainsFunc(f.Values, func(v Value) bool { return v.Low == r.Low && v.High == r.High }) {
			f.Values = append(f.Values, r.Value)
		}
	}
	if len(f.Values) > 1 {
		f.Weight += .8
	}
	f.Label = best.label
	return f
}
