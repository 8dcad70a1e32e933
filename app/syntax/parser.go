package syntax

import (
	"strings"
	"sync"

	txt "briefline/app/text"
)

// Parser reads texts with a model. Any number of callers may use one at a time: it
// keeps what it has read of the last sentences, since drafting an article again
// reads the same ones, behind a lock.
type Parser struct {
	model *Model

	mu       sync.Mutex
	now, old map[string]reading // by sentence
	kept     int                // words in now
}

// reading is what the networks make of a sentence.
type reading struct {
	words []Word // without their place in a text
	names []NameScores
}

// keptWords is how many words a generation of the cache may hold; there are two.
const keptWords = 20_000

// longestSentence is the number of words that the network sees at once. What is
// longer is no sentence but a list or a table; the cost of a sentence grows with
// the square of its length.
const longestSentence = 150

// NewParser returns a parser with nothing read yet.
func NewParser(m *Model) *Parser {
	return &Parser{model: m, now: map[string]reading{}}
}

// Parse reads the sentences of a text, spans in order that do not overlap. Every
// sentence with words gives one Sentence whose span is that of its words; one
// without gives none.
func (p *Parser) Parse(text string, sentences []txt.Span) []Sentence {
	var out []Sentence
	var s scratch
	for _, at := range sentences {
		words := tokens(text, at)
		if len(words) == 0 {
			continue
		}
		one := Sentence{Span: txt.Span{Start: words[0].Start, End: words[len(words)-1].End}, Words: words}
		one.Names = p.fill(&s, words)
		one.Link()
		out = append(out, one)
	}
	return out
}

// fill reads a sentence, from the cache if it was read before, and returns what is
// said of names in it.
func (p *Parser) fill(s *scratch, words []Word) []NameScores {
	var key strings.Builder
	for i := range words {
		if i > 0 && words[i].Blank {
			key.WriteByte(' ')
		}
		key.WriteString(words[i].Form)
		key.WriteByte(0)
	}
	k := key.String()
	read, ok := p.remembered(k)
	if !ok {
		read = p.model.read(s, words)
		p.remember(k, read)
	}
	for i := range words {
		w, r := &words[i], &read.words[i]
		w.Lemma, w.POS, w.Tag, w.Feats, w.Head, w.Rel, w.Sure = r.Lemma, r.POS, r.Tag, r.Feats, r.Head, r.Rel, r.Sure
	}
	return read.names
}

func (p *Parser) remembered(key string) (reading, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if r, ok := p.now[key]; ok {
		return r, true
	}
	r, ok := p.old[key]
	if ok {
		p.keep(key, r)
	}
	return r, ok
}

func (p *Parser) remember(key string, r reading) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.keep(key, r)
}

// keep puts a sentence into the present generation, and begins another when that
// one is full: what was not asked for in the meantime goes.
func (p *Parser) keep(key string, r reading) {
	if p.kept > keptWords {
		p.old, p.now, p.kept = p.now, map[string]reading{}, 0
	}
	p.now[key] = r
	p.kept += len(r.words)
}

// read parses the words of a sentence, of which forms and blanks are known. What is
// too long is read in parts, whose roots hang on the first one.
func (m *Model) read(s *scratch, words []Word) reading {
	var named []NameScores
	out := make([]Word, len(words))
	for i, w := range words {
		out[i] = Word{Form: w.Form, Blank: w.Blank}
	}
	for from := 0; from < len(out); {
		to := min(len(out), from+longestSentence)
		part := out[from:to]
		seen := units(part, to < len(out) && out[to].Blank)
		m.parser.parse(s, seen, part)
		if m.names != nil {
			named = append(named, m.names.tag(s, seen)...)
		}
		for i := range part {
			if part[i].Head >= 0 {
				part[i].Head += from
			} else if from > 0 {
				part[i].Head, part[i].Rel, part[i].Sure = rootOf(out[:from]), "parataxis", 0
			}
		}
		from = to
	}
	for i := range out {
		out[i].Lemma = m.lemmas.of(&out[i])
	}
	clarify(out)
	return reading{out, named}
}

func rootOf(words []Word) int {
	for i := range words {
		if words[i].Head < 0 {
			return i
		}
	}
	return -1
}

// units are words as the networks see them; blank says that blank space follows
// the last.
func units(words []Word, blank bool) []unit {
	u := make([]unit, len(words))
	for i, w := range words {
		u[i] = unit{w.Form, blank}
		if i+1 < len(words) {
			u[i].blank = words[i+1].Blank
		}
	}
	return u
}
