package coref

import (
	"slices"
	"strings"

	"briefline/app/briefing"
	"briefline/app/gazetteer"
	token "briefline/app/text"
)

// nounPhrase is what stands before a head noun.
type nounPhrase struct {
	first     int // with the article
	core      int // first word of the role itself, without states and names
	possessor int
	of        []int
	entry     *gazetteer.Entry
	definite  bool
	plain     bool // nothing before the head
}

// phrase reads leftwards from a head noun.
func (d *doc) phrase(head int) nounPhrase {
	p := nounPhrase{first: head, core: head, possessor: -1}
	sure, core, i := head, -1, head-1
loop:
	for ; d.beside(i, head) && head-i <= 9; i-- {
		w := &d.words[i]
		switch {
		case w.name >= 0:
			n := &d.names[w.name]
			if n.kind == briefing.KindPerson && (i+1 > head || d.words[i+1].lower != "'s" && d.words[i+1].lower != "’s") {
				break loop
			}
			if core < 0 {
				core = i + 1
			}
			i = n.first
			p.of = append(p.of, int(w.name))
			if n.entry != nil && p.entry == nil {
				p.entry = n.entry
			} else if e := d.entryIn(n); e != nil && p.entry == nil {
				p.entry = e
			}
			sure = i
			p.definite = true
		case w.lower == "'s" || w.lower == "’s" || w.lower == "'" || w.lower == "’":
			if !d.beside(i-1, head) || d.words[i-1].name < 0 && d.words[i-1].kind != token.Word {
				break loop
			}
			p.definite = true
			if core < 0 {
				core = i + 1
			}
			if d.words[i-1].name < 0 { // "the company's chief": the possessor is a ref of its own
				sure = d.phrase1(i - 1)
				break loop
			}
		case d.gram.possessives[w.lower]:
			p.possessor, p.definite, sure = i, true, i
			break loop
		case d.gram.determiners[w.lower]:
			sure = i
			p.definite = p.definite || w.lower == "the" || w.lower == "this" || w.lower == "that" || w.lower == "these" || w.lower == "those" || w.lower == "both"
			break loop
		case w.kind == token.Punct || d.gram.stops[w.lower] || d.gram.prepositions[w.lower]:
			break loop
		case !w.upper && d.gram.past[w.lower]:
			break loop
		case w.class == 0 && !w.upper && len(w.lower) > 3 && strings.HasSuffix(w.lower, "s") && !strings.HasSuffix(w.lower, "ss") && !strings.HasSuffix(w.lower, "us"):
			break loop // a verb: "The deal includes firm orders"
		case w.class&(modifier|office|person|body|place|rank) != 0 || w.upper && w.kind == token.Word && !d.starts(i):
			sure = i
		}
	}
	slices.Reverse(p.of)
	p.first = sure
	if core >= 0 {
		p.core = core
	} else {
		p.core = sure
	}
	for p.core < head && (d.gram.determiners[d.words[p.core].lower] || d.gram.possessives[d.words[p.core].lower]) {
		p.core++
	}
	p.plain = p.first == head
	return p
}

// phrase1 returns the first word of the short phrase before a possessive.
func (d *doc) phrase1(i int) int {
	for n := 0; n < 4 && d.beside(i-1, i) && d.words[i].kind == token.Word; n++ {
		if d.gram.determiners[d.words[i].lower] || d.gram.possessives[d.words[i].lower] {
			return i
		}
		i--
	}
	return i
}

// starts reports whether word i is the first of its sentence, where a capital
// tells nothing.
func (d *doc) starts(i int) bool { return !d.beside(i-1, i) }

// entryIn returns the state that the words of a name tell: "Kyrgyz Interior
// Ministry", "Bank of England".
func (d *doc) entryIn(n *named) *gazetteer.Entry {
	if n.entry != nil {
		return n.entry
	}
	if n.last-n.first > 9 {
		return nil
	}
	for k := n.first; k <= n.last; k++ {
		for j := min(k+2, n.last); j >= k; j-- {
			raw := d.raw(k, j)
			var e *gazetteer.Entry
			if k == n.first {
				e = gazetteer.Adjective(raw)
			}
			if e == nil && (k == n.first || d.words[k-1].lower == "of" || d.words[k-1].lower == "the") && !(k == n.first && j == n.last) {
				e = gazetteer.Named(raw)
			}
			if e != nil && e.Kind == gazetteer.State {
				return e
			}
		}
	}
	return nil
}

// complement reads what belongs to a head noun behind it: "of transport for
// Indonesia", "of the Interior Ministry". It returns the last word, and the names
// in it.
func (d *doc) complement(head int) (last int, of []int) {
	last = head
	for n := 0; n < 3; n++ {
		k := last + 1
		if !d.beside(k, head) {
			return last, of
		}
		prep := d.words[k].lower
		if prep != "of" && prep != "for" && prep != "at" && prep != "with" && (prep != "in" && prep != "to" && prep != "from" || n > 0) {
			return last, of
		}
		k++
		if d.beside(k, head) && d.words[k].lower == "the" {
			k++
		}
		if !d.beside(k, head) {
			return last, of
		}
		if n := d.words[k].name; n >= 0 && d.names[n].kind != briefing.KindPerson {
			x := &d.names[n]
			if x.adjective && x.entry != nil {
				h := d.headFrom(x.last + 1)
				if h < 0 {
					return last, of
				}
				of = append(of, int(n))
				last = h
				continue
			}
			of = append(of, int(n))
			last = x.last
			continue
		}
		if prep != "of" && prep != "for" || d.words[head].class&office == 0 {
			return last, of
		}
		j := k
		for j < k+3 && d.beside(j, head) && d.words[j].kind == token.Word && d.words[j].name < 0 &&
			!d.gram.stops[d.words[j].lower] && !d.gram.prepositions[d.words[j].lower] && !d.gram.determiners[d.words[j].lower] &&
			!d.gram.possessives[d.words[j].lower] && !d.gram.acts[d.words[j].lower] {
			j++
		}
		if j == k {
			return last, of
		}
		last = j - 1
	}
	return last, of
}

// isHead reports whether a noun ends its phrase: "company" does in "the company
// said", not in "company shares".
func (d *doc) isHead(i int) bool {
	if !d.beside(i+1, i) {
		return true
	}
	next := &d.words[i+1]
	switch {
	case next.kind != token.Word:
		return next.lower != "-"
	case next.name >= 0:
		return true // decided by appositions
	case next.class&(office|person|body|place|group) != 0 && !d.gram.says[next.lower]:
		return false
	case d.gram.past[next.lower], d.gram.stops[next.lower], d.gram.prepositions[next.lower], d.gram.determiners[next.lower], d.gram.says[next.lower],
		d.gram.acts[next.lower], d.gram.possessives[next.lower], d.gram.clause[next.lower]:
		return true
	}
	if next.upper || next.class&modifier != 0 {
		return false
	}
	for _, end := range []string{"ed", "ly", "ing"} {
		if strings.HasSuffix(next.lower, end) {
			return true
		}
	}
	return strings.HasSuffix(next.lower, "s") && d.words[i].class&group == 0
}
