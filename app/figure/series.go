package figure

import (
	"slices"
	"strings"

	"briefline/app/syntax"
)

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
// news's own; past tells that it is not.
func (in *Input) key(n int, s *syntax.Sentence, r reading, thing, verb, m int) (key string, past bool) {
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
		return b.String(), true
	}
	for w := range s.Words {
		if _, year := in.Date(n, w); year != 0 && year != in.Year && (verb < 0 || s.Above(verb, w) || s.Above(m, w)) {
			put("in " + itoa(year))
			return b.String(), true
		}
	}
	return b.String(), false
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
	tree := s.Subtree(verb)
	for len(tree) > 1 && s.Words[tree[0]].POS == syntax.PUNCT {
		tree = tree[1:]
	}
	first := tree[0]
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
