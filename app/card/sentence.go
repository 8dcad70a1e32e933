package card

import (
	"strconv"
	"strings"
	"unicode"

	"briefline/app/analysis"
	"briefline/app/briefing"
	"briefline/app/syntax"
	txt "briefline/app/text"
)

// Input is what the card is chosen from.
type Input struct {
	A *analysis.Analysis
	// Events are what the draft puts on the timeline, in any order.
	Events []Event
	// Said are the statements of the draft.
	Said []Said
	// Side is whose side the words of a sentence are on, empty for none; nil where
	// the text has no sides.
	Side func(sentence int) string
	// Named says whether the pronoun that a sentence opens with can be shown by its
	// name; nil for never.
	Named func(sentence int) bool
	// Genre as Genre gives it.
	Genre briefing.Genre
}

// Event is an event as the card needs it.
type Event struct {
	Sentences  []int // that tell it
	Confidence float64
}

// Said is a statement as the card needs it.
type Said struct {
	Sentence int
	Span     txt.Span // of the words said
	Direct   bool
	Known    bool // the speaker is known
}

// prepared is what is counted once over the text.
type prepared struct {
	Input
	lemmas   [][]string // content words of each sentence
	headline map[string]bool
	often    map[string]int // in how many sentences a content word stands
	best     []float64      // the surest event of each sentence
	events   []int          // how many sure events each sentence tells
	said     [][]Said
	lead     int // paragraph
}

func prepare(in Input) *prepared {
	a := in.A
	n := len(a.Sentences)
	p := &prepared{Input: in, lemmas: make([][]string, n), headline: map[string]bool{}, often: map[string]int{},
		best: make([]float64, n), events: make([]int, n), said: make([][]Said, n)}
	for i := range a.Sentences {
		p.lemmas[i] = contentWords(&a.Sentences[i])
		seen := map[string]bool{}
		for _, w := range p.lemmas[i] {
			if !seen[w] && !a.Furniture[i] {
				p.often[w]++
			}
			seen[w] = true
		}
	}
	if a.Headline >= 0 {
		for _, w := range p.lemmas[a.Headline] {
			p.headline[w] = true
		}
	}
	const sure = .4
	for _, e := range in.Events {
		for _, s := range e.Sentences {
			p.best[s] = max(p.best[s], e.Confidence)
			if e.Confidence > sure {
				p.events[s]++
			}
		}
	}
	for _, s := range in.Said {
		p.said[s.Sentence] = append(p.said[s.Sentence], s)
	}
	if len(a.Lead) > 0 {
		p.lead = a.Paragraph[a.Lead[0]]
	}
	return p
}

// contentWords are the lemmas of nouns, names, verbs, adjectives and numbers.
func contentWords(s *syntax.Sentence) []string {
	var out []string
	for i := range s.Words {
		w := &s.Words[i]
		switch w.POS {
		case syntax.NOUN, syntax.PROPN, syntax.VERB, syntax.ADJ, syntax.NUM:
			out = append(out, strings.ToLower(w.Lemma))
		}
	}
	return out
}

// stands reports whether a sentence may be a line of the card at all: a whole
// sentence of the story that is no question.
func (p *prepared) stands(i int) bool {
	a := p.A
	s := &a.Sentences[i]
	if a.Furniture[i] || i == a.Headline || len(s.Words) < 5 {
		return false
	}
	body := strings.TrimRight(s.Of(a.Text), `"'”’») `)
	if !strings.HasSuffix(body, ".") && !strings.HasSuffix(body, "!") && !strings.HasSuffix(body, "…") {
		return false
	}
	return finite(s)
}

// finite reports whether a sentence has a finite verb with a subject that is its
// root or loosely joined to it, as behind a dateline or in quotation marks.
func finite(s *syntax.Sentence) bool {
	for i := range s.Words {
		if !s.Is(i, "root", "conj", "parataxis", "ccomp") || s.Kid(i, "nsubj", "csubj", "expl") < 0 {
			continue
		}
		for _, k := range append([]int{i}, s.Kids(i)...) {
			if w := &s.Words[k]; (w.POS == syntax.VERB || w.POS == syntax.AUX) && (w.Feat("VerbForm") == "Fin" || w.Tag == "VBD" || w.Tag == "VBZ" || w.Tag == "VBP" || w.Tag == "MD") {
				return true
			}
		}
	}
	return false
}

// features of a sentence. Position, the headline, what happens in it, who speaks
// and how it begins; no words of any text.
func (p *prepared) features(i int) []string {
	a := p.A
	s := &a.Sentences[i]
	g := p.kind()
	var f []string
	add := func(name, value string) {
		f = append(f, name+":"+value)
	}
	both := func(name, value string) {
		add(name, value)
		add(name+"/"+g, value)
	}
	par := a.Paragraph[i] - p.lead
	first := i == 0 || a.Paragraph[i-1] != a.Paragraph[i]
	both("par", bucket(par, 0, 1, 2, 4, 8))
	add("par-first/"+g, bucket(par, 0, 1, 2, 4, 8)+yes(first))
	add("first/"+g, yes(first))
	add("last", yes(i+1 == len(a.Sentences) || a.Furniture[i+1]))
	both("place", strconv.Itoa(5*i/max(1, len(a.Sentences))))
	add("words", bucket(len(s.Words), 8, 15, 22, 30, 45))
	if a.Headline >= 0 {
		same := 0
		seen := map[string]bool{}
		for _, w := range p.lemmas[i] {
			if p.headline[w] && !seen[w] {
				same++
				seen[w] = true
			}
		}
		both("headline", bucket(same, 1, 2, 3, 4))
	}
	both("event", strconv.Itoa(int(p.best[i]*4)))
	add("events", bucket(p.events[i], 1, 2, 3))
	add("quoted/"+g, p.quoted(i))
	add("said/"+g, p.speech(i))
	add("central", bucket(p.central(i), 4, 7, 10, 14, 20))
	names, groups := p.names(i)
	add("names", bucket(names, 1, 2, 3, 5))
	add("main", bucket(groups, 1, 2, 3))
	number, date := p.numbers(i)
	add("number", yes(number))
	add("date", yes(date))
	w := &s.Words[0]
	add("begins", string(w.POS))
	if w.POS == syntax.PRON || w.POS == syntax.DET && (w.Feat("PronType") == "Dem" || w.Feat("Poss") == "Yes") {
		add("begins-back", g)
	}
	if subject := s.Kid(s.Root(), "nsubj"); subject >= 0 && s.Words[subject].POS == syntax.PRON {
		add("subject-pronoun", g)
	}
	root := &s.Words[s.Root()]
	add("root", string(root.POS)+root.Tag)
	if s.Kid(s.Root(), "cop") >= 0 {
		add("copula", g)
	}
	return f
}

// kind is the genre as far as it changes what is chosen.
func (p *prepared) kind() string {
	switch p.Genre {
	case briefing.GenreInterview, briefing.GenreSpeech:
		return "talk"
	case briefing.GenreLife, briefing.GenreChronicle:
		return "life"
	}
	return "news"
}

func yes(b bool) string {
	if b {
		return "1"
	}
	return "0"
}

// bucket names the interval that n lies in, between bounds in ascending order.
func bucket(n int, bounds ...int) string {
	for k, b := range bounds {
		if n < b {
			return strconv.Itoa(k)
		}
	}
	return strconv.Itoa(len(bounds))
}

// quoted says how much of a sentence lies between quotation marks.
func (p *prepared) quoted(i int) string {
	s := &p.A.Sentences[i]
	in := 0
	for k := range s.Words {
		if p.A.Quoted(s.Words[k].Start) >= 0 {
			in++
		}
	}
	switch {
	case in == 0:
		return "none"
	case in*5 > len(s.Words)*4:
		return "all"
	}
	return "some"
}

func (p *prepared) speech(i int) string {
	switch {
	case len(p.said[i]) == 0:
		return "none"
	case p.said[i][0].Direct:
		return "direct"
	}
	return "told"
}

// central sums in how many sentences the five most frequent words of a sentence
// stand.
func (p *prepared) central(i int) int {
	var top [5]int
	seen := map[string]bool{}
	for _, w := range p.lemmas[i] {
		if seen[w] {
			continue
		}
		seen[w] = true
		n := p.often[w]
		for k := range top {
			if n > top[k] {
				n, top[k] = top[k], n
			}
		}
	}
	sum := 0
	for _, n := range top {
		sum += n
	}
	return sum * 10 / max(10, len(p.A.Sentences))
}

// names counts the names of a sentence, and its mentions of groups that the text
// names in many places.
func (p *prepared) names(i int) (names, main int) {
	const many = 4
	last, groups := -1, map[int]bool{}
	for k := range p.A.Sentences[i].Words {
		if n := p.A.NameAt(i, k); n >= 0 && n != last {
			names++
			last = n
		}
		if g := p.A.GroupAt(i, k); g >= 0 && !groups[g] && len(p.A.Groups[g].Mentions) >= many {
			groups[g] = true
			main++
		}
	}
	return names, main
}

func (p *prepared) numbers(i int) (number, date bool) {
	s := &p.A.Sentences[i]
	for k := range s.Words {
		if dates := p.A.DateAt(i, k); len(dates) > 0 {
			for _, d := range dates {
				date = date || !p.A.Dates[d].EDTF.IsZero()
			}
			continue
		}
		if s.Words[k].POS == syntax.NUM && strings.ContainsFunc(s.Words[k].Form, unicode.IsDigit) {
			number = true
		}
	}
	return number, date
}
