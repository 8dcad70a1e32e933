package event

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"briefline/app/names"
	token "briefline/app/text"
)

const (
	phraseBefore = 8  // words that a noun phrase has in front of its noun
	phraseAfter  = 24 // words behind it
	phraseTail   = 7  // words behind one preposition
)

// stops reports whether word k cannot stand inside a noun phrase.
func (d *reader) stops(k int) bool {
	w := d.word(k)
	switch {
	case w.name >= 0, w.date >= 0, w.low == "'s":
		return false
	case w.Kind == token.Punct, w.low == "":
		return w.low != "'" && w.low != "%" && w.low != "$" && (w.low != "-" || w.Blank)
	case w.Kind == token.Number:
		return false
	}
	return w.c&(preposition|pronoun|opener|modal|auxiliary|negation|finite|introducer) != 0 && w.c&(nounWord|countWord) == 0 || w.low == "and" || w.low == "or" || strings.HasSuffix(w.low, "ly")
}

// phrase returns the words of the noun phrase around the noun at i, half-open,
// with what hangs on it: "of ISIL in Iraq and Syria".
func (d *reader) phrase(i int) (from, to int) {
	from = i
	for k := i - 1; k >= 0 && k >= i-phraseBefore; k-- {
		w := &d.words[k]
		if w.c&(determiner|possessive) != 0 && w.name < 0 && w.low != "that" {
			from = k
			break
		}
		if d.stops(k) {
			break
		}
		from = k
		if w.cut > 0 {
			break // "thenew"
		}
	}
	if n := d.words[i].name; n >= 0 {
		for from > 0 && d.words[from-1].name == n {
			from--
		}
	}
	to = i + 1
	if w := &d.words[i]; w.tail > 0 && w.tail+w.cut < w.End-w.Start {
		to = d.object(i + 1) // "agreementwith Tehran": the preposition is glued on
	}
	for to < i+phraseAfter {
		if d.word(to).date >= 0 { // "the meeting Friday"
			to++
			continue
		}
		if !phrasePrepositions[d.word(to).low] || d.word(to).name >= 0 || d.is(to, "to") && d.word(to+1).name < 0 {
			break
		}
		end := d.object(to + 1)
		if end == to+1 {
			break
		}
		to = end
	}
	return from, min(to, len(d.words))
}

var phrasePrepositions = map[string]bool{"of": true, "in": true, "between": true, "with": true, "on": true, "against": true, "at": true, "for": true, "over": true,
	"near": true, "to": true, "by": true, "from": true, "among": true, "about": true, "outside": true, "off": true}

// object returns the end of what stands behind a preposition at word k.
func (d *reader) object(k int) int {
	end := k
	if w := d.word(k); strings.HasSuffix(w.low, "ing") && w.name < 0 && w.c&determiner == 0 && d.word(k+1).Kind == token.Word && !d.stops(k+1) {
		end++ // "on fighting narcotics"
	}
	for n := 0; n < phraseTail && end < len(d.words); n++ {
		w := &d.words[end]
		switch {
		case w.c&(determiner|possessive) != 0 && w.name < 0 && w.low != "that" && n == 0:
		case w.low == "and" && end > k && (d.word(end+1).name >= 0 && d.word(end-1).name >= 0):
		case end > k && d.words[end-1].name >= 0 && w.name < 0 && w.date < 0 && w.Kind == token.Word && !w.upper && w.low != "and":
			return end // "in Iran changed"
		case d.stops(end), w.c&(pastForm|participle) != 0 && w.name < 0 && w.c&nounWord == 0 && n > 0:
			return end
		}
		end++
	}
	return end
}

const longestTitle = 90 // bytes

// title cuts the words from to to to a title; trigger is the event word. It
// leaves out the event's date with its preposition, brackets, and in front of a
// noun the article; it adds nothing but a capital.
func (d *reader) title(from, to, date, trigger int, noun bool) string {
	var b strings.Builder
	last, bracket := -1, 0
	told := 0 // bytes of the title up to the event word
	aside, resume := d.apposition(from, trigger, noun)
	if !noun && d.gap.from >= 0 {
		aside, resume = d.gap.from, d.gap.to
	}
	for k := from; k < to; k++ {
		if k == aside {
			k = resume
		}
		w := &d.words[k]
		s := w.Text(d.text)
		switch w.low {
		case "(", "[":
			bracket++
			continue
		case ")", "]":
			bracket = max(0, bracket-1)
			continue
		}
		if bracket > 0 || date >= 0 && w.date == date && k != trigger {
			continue
		}
		if k != trigger && date >= 0 && d.word(k-1).date >= 0 && d.word(k+1).date >= 0 && (w.low == "and" || w.low == ",") || w.date >= 0 && d.is(k-1, "and", ",") && d.word(k-2).date == date && date >= 0 {
			continue // "in 2014 and 2018"
		}
		if date >= 0 && d.word(k+1).date == date && (w.c&preposition != 0 || w.c&determiner != 0) {
			continue
		}
		if date >= 0 && d.word(k+2).date == date && w.c&preposition != 0 && d.word(k+1).c&determiner != 0 {
			continue
		}
		if noun && w.name < 0 && (last < 0 && w.c&(determiner|possessive) != 0 && w.low != "no" || last >= 0 && w.c&possessive != 0 && d.word(k-1).c&preposition != 0) {
			continue // "a meeting with his counterpart"
		}
		end := len(s)
		if w.cut > 0 && last < 0 {
			s = s[w.cut:]
			end = len(s)
		}
		glued := false
		if w.tail > 0 && w.cut+w.tail < w.End-w.Start {
			end, glued = w.tail, true
		}
		if last < 0 && w.Kind == token.Punct && w.low != "$" {
			continue
		}
		s = s[:end]
		if n := b.Len() + len(s) + 1; n > max(longestTitle, told+longestTitle/2) && k > trigger || n > 2*longestTitle {
			break
		}
		if last >= 0 && (w.Blank || last != k-1) {
			b.WriteByte(' ')
		}
		b.WriteString(s)
		if last = k; k == trigger {
			told = b.Len()
		}
		if glued {
			break // what is glued on cannot be shown apart
		}
	}
	return capital(trimTitle(b.String(), d.lex))
}

// apposition returns the words between subject and verb that a title can do
// without, half-open: ", the largest bank of Ghana,". It is -1, -1 if there are none.
func (d *reader) apposition(from, verb int, noun bool) (aside, resume int) {
	if noun {
		return -1, -1
	}
	k := verb - 1
	for k > from && (d.words[k].c&(auxiliary|modal|negation) != 0 || strings.HasSuffix(d.words[k].low, "ly") || d.is(k, "also")) {
		k--
	}
	if k <= from || d.words[k].low != "," {
		return -1, -1
	}
	named, person := false, false
	look := func(i int) (bool, bool) {
		n := d.words[i].name
		return n >= 0, n >= 0 && d.named[n].Kind == names.Person
	}
	for j := from; j < k; j++ {
		if d.words[j].low != "," {
			a, b := look(j)
			named, person = named || a, person || b
			continue
		}
		for i := j + 1; i < k; i++ {
			if a, b := look(i); a && !named && i < j+3 || b && !person {
				return -1, -1 // "The airline, Ryanair, announced": the aside says who
			}
		}
		return j, k + 1
	}
	return -1, -1
}

// trimTitle takes words off the end that lead on to what was cut.
func trimTitle(s string, lex map[string]entry) string {
	for {
		s = strings.TrimRight(s, " ,;:-–—\"“”'")
		i := strings.LastIndexByte(s, ' ')
		if i < 0 {
			return s
		}
		low := strings.ToLower(s[i+1:])
		if e := lex[low]; e.c&(preposition|determiner|possessive|opener|auxiliary|modal) == 0 && low != "and" && low != "or" && low != "to" && low != "also" {
			return s
		}
		s = s[:i]
	}
}

// capital makes the first letter a capital when the first word has none at all:
// "iPhone" stays.
func capital(s string) string {
	word, _, _ := strings.Cut(s, " ")
	if word == "" || strings.ToLower(word) != word {
		return s
	}
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}
