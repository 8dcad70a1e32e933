package names

import (
	"strings"
	"sync"

	classes "briefline/app/lexicon"
)

// What no name is or has in it. The labels come from models that have seen names
// of one word and of ten; these rules know what words cannot stand in a name.

// sorts are the words of the lexicon that the rules ask for, by hashWord.
type sorts struct {
	offices map[uint32]bool // what a person is: "minister", "crown"
	bodies  map[uint32]bool // what a body is: "ministry"
	works   map[uint32]bool // what a law, an event or a prize ends in
}

var sorted = sync.OnceValue(func() *sorts {
	l := classes.English()
	set := func(classes ...string) map[uint32]bool {
		m := map[uint32]bool{}
		for _, c := range classes {
			for _, w := range l.Class(c).Words() {
				if !strings.Contains(w, " ") {
					m[hashWord(w)] = true
				}
			}
		}
		return m
	}
	s := &sorts{offices: set("titles"), bodies: set("bodies"), works: set("works")}
	for _, w := range l.Class("persons").Words() {
		if l.Class("persons").Has(w, "office", "rank") && !strings.Contains(w, " ") {
			s.offices[hashWord(w)] = true
		}
	}
	return s
})

var (
	andWord   = hashWord("and")
	ofWord    = hashWord("of")
	theWord   = hashWord("the")
	operation = hashWord("operation")
	between   = words("for", "to", "from", "in", "at", "with", "by", "into", "near", "as")
	within    = words("of", "for", "on", "in", "&")
)

// sever takes out of names what does not belong there, and drops what is none.
// A name that falls into two gives two of its kind.
func (d *document) sever(tags []uint8) {
	for from := 0; from < len(tags); from++ {
		if tags[from] == 0 {
			continue
		}
		kind, to := kindOf(int(tags[from])), from+1
		for p := placeOf(int(tags[to-1])); p == begin || p == middle; p = placeOf(int(tags[to-1])) {
			to++
		}
		clear(tags[from:to])
		for a := from; a < to; {
			b := a + 1
			for b < to && !d.parts(kind, a, b, to) {
				b++
			}
			d.settle(tags, a, b, kind)
			a = b
		}
		from = to - 1
	}
}

// parts reports whether a name that began at from ends before word i, in a
// stretch up to the word to: at a verb, at a preposition that places do not have,
// and at an "and" between two names.
func (d *document) parts(k Kind, from, i, to int) bool {
	w := &d.ws[i]
	switch {
	case w.is(verbal) && !w.is(mixed): // "Jefferies cut their rating on Northgate"
		return true
	case k == Place && between[w.exact]: // "the Baltic for the Black Sea"
		return i+1 < to
	case w.exact != andWord || i+1 == to:
		return false
	case d.ws[from].phrase != 0 && d.inPhrase(from, i): // "Bosnia and Herzegovina"
		return false
	case k == Person:
		return true
	}
	plain := func(w *word) bool { return w.entry.flags&common == 0 && w.is(capital) }
	for j := from + 1; j < to; j++ {
		if d.ws[j].is(verbal) && !d.ws[j].is(mixed) {
			to = j
		}
	}
	for j := from; j < to; j++ {
		if within[d.ws[j].exact] || j != i && !plain(&d.ws[j]) { // "Department of Health and Human Services"
			return false
		}
	}
	return !sorted().bodies[d.ws[to-1].lower]
}

// inPhrase reports whether the words from and to stand in one listed phrase.
func (d *document) inPhrase(from, to int) bool {
	for i := from + 1; i <= to; i++ {
		if d.ws[i].phrase&inside == 0 {
			return false
		}
	}
	return true
}

// leads reports whether word i, in a stretch that was labelled as a name, only
// leads up to one: "Monday", "advised".
func (d *document) leads(i int) bool {
	w := &d.ws[i]
	return days[w.lower] || w.exact == theWord || w.exact == andWord || between[w.exact] || w.is(verbal) && !w.is(mixed)
}

// settle labels the words from a up to b as a name, less what cannot begin it, if
// they are one at all.
func (d *document) settle(tags []uint8, a, b int, k Kind) {
	s := sorted()
	for a < b && d.leads(a) {
		a++
	}
	if a == b {
		return
	}
	head := a // behind the offices that it begins with
	for head < b && s.offices[d.ws[head].lower] {
		head++
	}
	tail := &d.ws[b-1]
	switch {
	case head == b && (k != Person || d.ws[a].entry.flags&(first|last) == 0): // "Crown Prince"
		return
	case head > a && head < b-1 && d.ws[head].exact == ofWord && k != Place: // "Lord Mayor of Dublin"
		a = head + 1
		if d.ws[a].entry.flags&(country|city|region) == 0 {
			return
		}
		k = Place
	case k != Person && d.ws[a].lower == operation && b-a > 1: // "Operation Falcon"
		return
	case k != Person && b-a > 1 && s.works[tail.lower] && !d.anyOf(s.bodies, a, b-1): // "Lisbon Treaty"
		return
	}
	spell(tags[a:b], k)
}

func (d *document) anyOf(set map[uint32]bool, from, to int) bool {
	for i := from; i < to; i++ {
		if set[d.ws[i].lower] {
			return true
		}
	}
	return false
}

// acronyms labels the short form that a name gives itself, as that name: "the
// National Labor Relations Board (NLRB)". From there the document knows it.
func (d *document) acronyms(tags []uint8) {
	d.sentences(func(from, to int) {
		for i := from + 1; i+1 < to; i++ {
			short := &d.ws[i]
			if d.ws[i-1].exact != marks.open || d.ws[i+1].exact != marks.shut || !short.is(shouted) || i < from+3 || tags[i-2] == 0 {
				continue
			}
			kind := kindOf(int(tags[i-2]))
			begins := i - 2
			for begins > from && placeOf(int(tags[begins])) != begin && placeOf(int(tags[begins])) != alone {
				begins--
			}
			if kind != Person && d.initials(begins, i-1) == strings.ToUpper(d.text[short.start:short.end]) {
				spell(tags[i:i+1], kind)
			}
		}
	})
}

// initials are the first letters of the words with capitals.
func (d *document) initials(from, to int) string {
	var b strings.Builder
	for i := from; i < to; i++ {
		if w := &d.ws[i]; w.is(capital) {
			b.WriteString(d.text[w.start : w.start+1])
		}
	}
	return strings.ToUpper(b.String())
}
