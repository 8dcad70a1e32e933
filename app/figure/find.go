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
		if k := s.Kid(thing, "acl"); k >= 0 && s.Words[k].Tag == "VBN" && (k < q.from || k >= q.to) {
			r.label += " " + s.Words[k].Form
		}
	} else {
		r.label = label(s, q, m, thing, verb)
	}
	if r.label == "" {
		return r, false
	}
	r.At = txt.Span{Start: s.Words[q.from].Start, End: s.Words[q.to-1].End}
	r.Clause = clause(s, m, verb)
	r.Date = in.dateOf(n, s, m, verb)
	key, past := in.key(n, s, r, thing, verb, m)
	r.key = key
	r.earlier = before(s, verb, q.from)
	r.order = n
	r.sure, r.heavy = in.weigh(n, r, q, thing)
	if past { // background
		r.heavy -= .8
	}
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

// clause is the extent of the verb that tells of the number, else of its noun.
func clause(s *syntax.Sentence, m, verb int) txt.Span {
	if verb < 0 {
		verb = m
	}
	return s.Extent(verb, "punct", "parataxis", "advcl", "conj", "cc")
}
