package names

import (
	"sync"

	"briefline/app/syntax"
	token "briefline/app/text"
	"briefline/assets"
)

var embedded = sync.OnceValue(func() *Model {
	m, err := ReadModel(assets.Names())
	if err != nil {
		panic(err) // the file was built in
	}
	return m
})

// Tag returns the names in the sentences of text, in order and without overlap.
// The sentences are in order, too; one that no network has read has a span and no
// words, and gives fewer names. Tag may be called by several at once; the first
// call unpacks the built-in model, which takes some milliseconds.
func Tag(text string, sentences []syntax.Sentence) []Name { return embedded().Tag(text, sentences) }

const (
	// longestSentence is how many words are looked at together. Only lists and
	// hostile input have longer sentences.
	longestSentence = 400
	// longestDocument is how many words make one document, for what a document
	// tells of its names. It bounds the memory that a text of any size takes.
	longestDocument = 40000
)

// Tag is the package's Tag with this model.
func (m *Model) Tag(text string, sentences []syntax.Sentence) []Name {
	var (
		out    []Name
		doc    document
		tokens []token.Token
	)
	for i := range sentences {
		s := &sentences[i]
		for from := s.Start; from < s.End; {
			to := chunk(text, from, s.End)
			tokens = token.AppendSplit(tokens[:0], text, token.Span{Start: from, End: to})
			for len(tokens) > 0 {
				n := min(len(tokens), longestSentence)
				doc.add(&m.lexicon, text, tokens[:n], s)
				tokens = tokens[n:]
				if len(doc.ws) >= longestDocument {
					out = m.tag(out, &doc)
					doc.reset()
				}
			}
			from = to
		}
	}
	return m.tag(out, &doc)
}

// chunk returns an end for a piece of text that bounds the tokens held at once.
func chunk(text string, from, to int) int {
	const size = 1 << 16
	if to-from <= size {
		return to
	}
	end := from + size
	for end < to && text[end] != ' ' && text[end] != '\n' && end < from+2*size {
		end++
	}
	for end < to && text[end]&0xc0 == 0x80 { // inside a character
		end++
	}
	return end
}

// document is the words of a text, by sentence.
type document struct {
	ws   []word
	ends []int // of each sentence in ws
	seen []row // what a network says of each word; zeros where there is none
	text string
}

func (d *document) reset() { d.ws, d.ends, d.seen = d.ws[:0], d.ends[:0], d.seen[:0] }

func (d *document) add(l *lexicon, text string, tokens []token.Token, s *syntax.Sentence) {
	from := len(d.ws)
	d.text = text
	d.ws = l.words(d.ws, text, tokens)
	l.calm(d.ws[from:], text)
	l.phrases(d.ws[from:])
	d.seen = evidence(d.seen, d.ws[from:], s)
	finite(d.ws[from:], s)
	d.ends = append(d.ends, len(d.ws))
}

// sentences calls f with each sentence's half-open range of words.
func (d *document) sentences(f func(from, to int)) {
	from := 0
	for _, to := range d.ends {
		f(from, to)
		from = to
	}
}

// recall marks the words that the document writes both ways: "May" and "may".
func (d *document) recall() {
	small, large := map[uint32]bool{}, map[uint32]bool{}
	d.sentences(func(from, to int) {
		for i := from; i < to; i++ {
			w := &d.ws[i]
			switch {
			case w.kind != token.Word:
			case !w.is(capital):
				small[w.lower] = true
			case i > from && !w.is(shouted) && !d.ws[i-1].is(capital) && d.ws[i-1].kind == token.Word:
				large[w.lower] = true
			}
		}
	})
	for i := range d.ws {
		w := &d.ws[i]
		if w.kind != token.Word || !w.is(capital) {
			continue
		}
		if small[w.lower] {
			w.form |= lowerHere
		}
		if large[w.lower] {
			w.form |= upperHere
		}
	}
}

func (m *Model) tag(out []Name, d *document) []Name {
	if len(d.ws) == 0 {
		return out
	}
	d.recall()
	tags := m.label(d)
	d.tidy(tags)
	d.whole(tags)
	if !m.plain {
		d.sever(tags)
		d.acronyms(tags)
		d.mark(tags)
		d.dateline(tags)
		d.titled(tags)
		d.agree(tags)
	}
	return d.names(out, tags)
}

// label returns the label of each word, by the model alone.
func (m *Model) label(d *document) []uint8 {
	var (
		s    scene
		dec  decoder
		hash [templates]uint32
	)
	tags := make([]uint8, 0, len(d.ws))
	d.sentences(func(from, to int) {
		s.set(d.ws[from:to])
		dec.scores = grow(dec.scores, to-from)
		for i := range to - from {
			s.features(&hash, i)
			dec.scores[i] = m.score(&hash)
			m.join(&dec.scores[i], &d.seen[from+i])
		}
		tags = append(tags, dec.best(&m.next)...)
	})
	return tags
}

// names appends the names that the labels spell.
func (d *document) names(out []Name, tags []uint8) []Name {
	from := 0
	for i, t := range tags {
		if t == 0 {
			continue
		}
		switch placeOf(int(t)) {
		case begin:
			from = i
		case alone:
			from = i
			fallthrough
		case end:
			out = append(out, Name{int(d.ws[from].start), int(d.ws[i].end), kindOf(int(t))})
		}
	}
	return out
}

// Plain returns the model without its second look at the whole document, to
// measure what that adds.
func (m *Model) Plain() *Model {
	c := *m
	c.plain = true
	return &c
}
