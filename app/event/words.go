package event

import (
	"sort"
	"strings"

	txt "briefline/app/text"

	"briefline/app/briefing"
	"briefline/app/edtf"
	"briefline/app/names"
	token "briefline/app/text"
	"briefline/app/timex"
)

// word is a token of the sentence with what the lexicon knows of it.
type word struct {
	token.Token
	entry
	low    string // in lower case; empty when it is longer than any word of the lexicon
	upper  bool   // begins with a capital
	name   int    // index of the name that it is part of, -1 when none
	date   int    // index of the expression that it is part of, -1 when none
	clause int    // number of its clause in the sentence
	wall   int    // what stands between it and the sentence's start, see walls
	cut    int    // bytes at its start that belong to another word run into it: 3 for "thenew"
	tail   int    // bytes of the event word in it, when another word runs into its end: 9 for "agreementwith"
}

const (
	longestWord = 24
	// A sentence of more words than this is read in pieces: hostile input has such.
	pieceWords = 600
)

// reader goes through a text sentence by sentence.
type reader struct {
	text       string
	sentences  []briefing.Span
	dates      []timex.Expression
	named      []names.Name
	statements []briefing.Span
	lex        map[string]entry

	number   int           // of the sentence, from 0
	at       int           // of the next sentence
	sentence briefing.Span // the sentence, or the piece of one
	rest     briefing.Span // of a long sentence, what is still to be read
	headline bool          // the sentence is a line without a stop, at the head
	toks     []token.Token
	words    []word
	dateline int // expression that is a line of its own at the head, a day; -1 when none
	nameAt   int // the first name that does not end before the sentence
	dateAt   int
	stateAt  int

	gap gap // of the verb that is being read

	found    []candidate
	occasion []told // where and when statements were made
	phrases  []anchored
}

func newReader(text string, sentences []briefing.Span, dates []timex.Expression, named []names.Name, statements []briefing.Span) *reader {
	return &reader{text: text, sentences: sentences, dates: dates, named: named, statements: statements, lex: lexicon(), number: -1, dateline: -1}
}

// next reads the next sentence into d.words; false at the end.
func (d *reader) next() bool {
	for {
		whole := d.rest
		if whole.Start >= whole.End {
			if d.at >= len(d.sentences) {
				return false
			}
			whole = d.sentences[d.at]
			d.at++
			d.number++
			if whole.Start < d.sentence.End || whole.End > len(d.text) || whole.Start >= whole.End {
				continue
			}
		}
		const longest = 8 * pieceWords // bytes
		d.sentence, d.rest = whole, briefing.Span{}
		if whole.End-whole.Start > longest {
			end := whole.Start + longest
			for end < whole.End && d.text[end]&0xC0 == 0x80 {
				end++
			}
			if blank := strings.LastIndexByte(d.text[whole.Start:end], ' '); blank > 0 {
				end = whole.Start + blank
			}
			d.sentence.End, d.rest = end, briefing.Span{Start: end, End: whole.End}
		}
		if d.read(); len(d.words) > 0 {
			return true
		}
	}
}

func (d *reader) read() {
	d.toks = token.AppendSplit(d.toks[:0], d.text, d.sentence)
	d.words = d.words[:0]
	for _, t := range d.toks {
		w := word{Token: t, name: -1, date: -1}
		s := t.Text(d.text)
		if len(s) <= longestWord {
			w.low = strings.ToLower(s)
			if s == "’s" {
				w.low = "'s"
			}
			w.entry = d.lex[w.low]
		}
		if t.Kind == token.Word {
			w.upper = s[0] >= 'A' && s[0] <= 'Z' || s[0] >= 0x80 && strings.ToLower(s) != s
			if w.c == 0 {
				d.unglue(&w)
			}
		}
		d.words = append(d.words, w)
	}
	d.markNames()
	d.markDates()
	if d.number <= 4 {
		d.cutDateline()
	}
	d.markClauses()
	if len(d.words) == 0 {
		return
	}
	end := len(d.words) - 1
	if end > 0 && d.words[end].low == "." {
		end--
	}
	if d.number > 0 && d.number <= 3 && len(d.words) <= 8 && d.dateline < 0 && d.words[0].date >= 0 && d.words[0].date == d.words[end].date {
		if e := &d.dates[d.words[0].date]; e.Against == "" && e.EDTF.Precision() == edtf.PrecisionDay {
			d.dateline = d.words[0].date
		}
	}
	last := d.text[d.sentence.End-1]
	d.headline = d.number == 0 && last != '.' && last != '"' && last != '?' && last != '!' && len(d.words) < 30
}

// glueTails are words that run into the end of an event word, glueHeads such
// that follow "the" without a blank.
var (
	glueTails = map[string]bool{"with": true, "between": true, "of": true, "in": true, "and": true, "to": true, "for": true, "by": true, "from": true, "at": true, "against": true}
	glueHeads = map[string]bool{"new": true, "first": true, "second": true, "third": true, "latest": true, "recent": true, "joint": true, "last": true, "next": true}
)

// unglue knows an event word that another word has run into.
func (d *reader) unglue(w *word) {
	if rest, ok := strings.CutPrefix(w.low, "the"); ok {
		if glueHeads[rest] {
			w.cut = len("the")
			return
		}
		if e := d.lex[rest]; len(rest) >= 6 && e.c&nounWord != 0 {
			w.cut, w.entry, w.tail = len("the"), e, len(rest)
			return
		}
	}
	for n := 2; n <= 7 && len(w.low)-n >= 5; n++ {
		if head := w.low[:len(w.low)-n]; glueTails[w.low[len(w.low)-n:]] {
			if e := d.lex[head]; e.c&nounWord != 0 && len(w.low) == w.End-w.Start {
				w.entry, w.tail = e, len(head)
				return
			}
		}
	}
}

// cutDateline takes "ANKARA, Dec 12 (Agency) -" off the sentence: what stands in it
// says where and when the story was filed.
func (d *reader) cutDateline() {
	const longest = 14 // words
	brackets := 0
	for k := 0; k < len(d.words) && k < longest; k++ {
		w := &d.words[k]
		switch w.low {
		case "(":
			brackets++
			continue
		case ")":
			brackets--
			continue
		case "-", "–", "—", "--", ":":
			if k == 0 || w.low == ":" && k > 3 || w.low == "-" && !w.Blank {
				return
			}
			for _, v := range d.words[:k] {
				if v.date < 0 || d.dateline >= 0 {
					continue
				}
				if e := &d.dates[v.date]; e.EDTF.Precision() == edtf.PrecisionDay {
					d.dateline = v.date
				}
			}
			d.words = d.words[k+1:]
			return
		}
		capitals := w.Kind == token.Word && strings.ToUpper(w.Text(d.text)) == w.Text(d.text)
		if k == 0 && !capitals && w.name < 0 || !capitals && brackets == 0 && w.date < 0 && w.name < 0 && w.Kind != token.Punct && w.Kind != token.Number {
			return
		}
	}
}

func (d *reader) markNames() {
	for d.nameAt < len(d.named) && d.named[d.nameAt].End <= d.sentence.Start {
		d.nameAt++
	}
	k := 0
	for i := d.nameAt; i < len(d.named) && d.named[i].Start < d.sentence.End; i++ {
		n := d.named[i]
		for k < len(d.words) && d.words[k].End <= n.Start {
			k++
		}
		for j := k; j < len(d.words) && d.words[j].Start < n.End; j++ {
			d.words[j].name = i
		}
	}
}

// dated reports whether an expression names a time that an event can have. A
// phrase that hangs on an event only orders, and "currently" is no date.
func dated(e *timex.Expression) bool {
	if e.Anchor != (txt.Span{}) || e.Type != timex.Date && e.Type != timex.Time {
		return false
	}
	switch e.Value {
	case "PRESENT_REF", "PAST_REF", "FUTURE_REF":
		return false
	case "":
		return !e.EDTF.IsZero()
	}
	return true
}

// markDates gives words the outermost date that they stand in.
func (d *reader) markDates() {
	for d.dateAt < len(d.dates) && d.dates[d.dateAt].End <= d.sentence.Start {
		d.dateAt++
	}
	k := 0
	for i := d.dateAt; i < len(d.dates) && d.dates[i].Start < d.sentence.End; i++ {
		e := &d.dates[i]
		if !dated(e) {
			continue
		}
		for k < len(d.words) && d.words[k].End <= e.Start {
			k++
		}
		for j := k; j < len(d.words) && d.words[j].Start < e.End; j++ {
			w := &d.words[j]
			if w.date < 0 {
				w.date = i
			}
			// No name goes on behind "on Thursday".
			if n := w.name; n >= 0 && j > 1 && d.words[j-1].name == n && d.words[j-1].c&preposition != 0 && d.words[j-2].name == n {
				for k := j - 1; k < len(d.words) && d.words[k].name == n; k++ {
					d.words[k].name = -1
				}
			}
		}
	}
}

// wordAt returns the word that holds byte at, or the first one behind it; -1 when
// the sentence has none.
func (d *reader) wordAt(at int) int {
	i := sort.Search(len(d.words), func(i int) bool { return d.words[i].End > at })
	if i == len(d.words) {
		return -1
	}
	return i
}

var nothing = word{name: -1, date: -1}

// word returns word i, or one that is nothing.
func (d *reader) word(i int) *word {
	if i < 0 || i >= len(d.words) {
		return &nothing
	}
	return &d.words[i]
}

// is reports whether word i is one of the words.
func (d *reader) is(i int, words ...string) bool {
	low := d.word(i).low
	for _, w := range words {
		if low == w {
			return low != ""
		}
	}
	return false
}

// statement returns the index of the statement that holds byte at, else -1.
func (d *reader) statement(at int) int {
	for d.stateAt < len(d.statements) && d.statements[d.stateAt].End <= d.sentence.Start {
		d.stateAt++
	}
	for i := d.stateAt; i < len(d.statements) && d.statements[i].Start <= at && i < d.stateAt+50; i++ {
		if at < d.statements[i].End {
			return i
		}
	}
	return -1
}
