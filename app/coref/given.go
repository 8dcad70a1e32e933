package coref

import (
	"briefline/app/briefing"
	"briefline/app/gazetteer"
	token "briefline/app/text"
)

// scanGiven makes refs of the spans that the caller gave.
func (d *doc) scanGiven() {
	i := 0
	used := make([]bool, len(d.words))
	for _, s := range d.opts.Given {
		if s.Start < 0 || s.End > len(d.text) || s.Start >= s.End || !boundary(d.text, s.Start) || !boundary(d.text, s.End) {
			continue
		}
		for i > 0 && d.words[min(i, len(d.words)-1)].end > s.Start {
			i--
		}
		for i < len(d.words) && d.words[i].end <= s.Start {
			i++
		}
		j := i
		for j < len(d.words) && d.words[j].start < s.End {
			j++
		}
		for j > i+1 && d.words[j-1].kind == token.Punct && d.words[j-1].lower != "'s" {
			j--
		}
		if j == i {
			continue
		}
		from := len(d.refs)
		d.give(i, j-1, used)
		for k := from; k < len(d.refs); k++ {
			d.refs[k].given = s
		}
	}
	d.appositions()
}

// give makes the ref of one span, by its first and its last word.
func (d *doc) give(first, last int, used []bool) {
	lower := d.words[first].lower
	if g, plural, ok := pronoun(lower); ok && first == last && !d.shouted(first) {
		r := d.newRef(first, last)
		r.form, r.gender, r.plural = Pronoun, g, plural
		d.refs = append(d.refs, r)
		return
	}
	if first == last && !d.shouted(first) && (lower == "who" || lower == "which" || lower == "that" || lower == "whose" || lower == "whom") {
		r := d.newRef(first, last)
		r.form, r.class = Pronoun, person
		d.refs = append(d.refs, r)
		return
	}
	a, b := d.headOf(first, last)
	if n := d.words[last].name; n >= 0 && d.names[n].kind == briefing.KindPerson && d.names[n].first > b && d.words[b].class&office != 0 {
		a, b = d.names[n].first, last // "President of the United States Barack Obama"
	}
	if b+2 <= last && d.words[b+1].lower == "," && (d.words[b].class&(office|person) != 0 || d.words[b].class&body != 0 && !d.words[b].upper) {
		// "the company's chief, Michael O'Leary"
		if e, f := d.headOf(b+2, last); f == last && d.words[f].upper {
			a, b = e, f
		}
	}
	if x, ok := d.nameIn(a, b); ok && !d.joined(a, x.first) {
		r := d.newRef(first, last)
		r.head0, r.head, r.start, r.end = x.first, x.last, x.start, x.end
		r.form, r.kind = Name, x.kind
		d.names = append(d.names, x)
		r.name = len(d.names) - 1
		if x.adjective {
			r.form = Adjective
		}
		if x.kind == briefing.KindPerson {
			d.titles(&r, used)
			r.first, r.last = first, last
		}
		d.refs = append(d.refs, r)
		return
	}
	p := d.phrase(b)
	p.first = first
	r := d.nominal(b, p, last)
	r.first, r.last = first, last
	if r.class == 0 {
		r.kind = ""
	}
	d.refs = append(d.refs, r)
}

// joined reports whether an "and" stands between the head's first word and its
// last name: the span is of both.
func (d *doc) joined(a, name int) bool {
	for k := a; k < name; k++ {
		if d.words[k].lower == "and" && k > a && d.words[k-1].upper {
			return true
		}
	}
	return false
}

// headOf returns the words of a span's head: before a comma, a preposition or
// a relative word, without article and possessive.
func (d *doc) headOf(first, last int) (int, int) {
	a, b := first, last
	for k := first + 1; k <= last; k++ {
		w := &d.words[k]
		cut := w.kind == token.Punct && (w.lower == "," || w.lower == "(" || w.lower == "-" || w.lower == "–" || w.lower == "—")
		if d.gram.prepositions[w.lower] || d.gram.stops[w.lower] && w.lower != "and" && w.lower != "i" && w.lower != "us" {
			cut = true
			if k+1 <= last && d.words[k-1].upper && (w.lower == "of" || w.lower == "for") {
				n := k + 1
				if d.words[n].lower == "the" && n < last {
					n++
				}
				if d.words[n].upper && d.words[k-1].class&(office|person) == 0 {
					cut = false
				}
			}
		}
		if cut {
			b = k - 1
			break
		}
	}
	for a < b && (d.gram.determiners[d.words[a].lower] || d.gram.possessives[d.words[a].lower]) {
		a++
	}
	for b > a && d.words[b].kind == token.Punct {
		b--
	}
	return a, b
}

// nameIn returns the name that ends a head, if it ends with one.
func (d *doc) nameIn(a, b int) (named, bool) {
	if n := d.words[b].name; n >= 0 && d.names[n].first >= a && d.names[n].last == b {
		return d.names[n], true
	}
	if !d.words[b].upper && d.words[b].kind != token.Number || d.words[b].class&(office|group) != 0 && a != b || d.words[b].class&(office|group|body|place) != 0 && a == b {
		return named{}, false
	}
	k := b
	for k > a && (d.words[k-1].upper || small[d.words[k-1].lower] && d.words[k-1].lower != "and" && k-2 >= a && d.words[k-2].upper || d.words[k-1].lower == "'s") &&
		d.words[k-1].class&office == 0 && (d.words[k-1].class&title == 0 || d.words[k-1].class&rank != 0) {
		k--
	}
	x := named{first: k, last: b, start: d.words[k].start, end: d.words[b].end, kind: briefing.KindOrganisation}
	if k > a && d.words[k-1].class&(office|rank|title) != 0 {
		x.kind = briefing.KindPerson
	} else if _, ok := d.gram.given[d.words[k].lower]; ok && k < b {
		x.kind = briefing.KindPerson
	}
	d.know(&x)
	if x.entry == nil && gazetteer.Capital(d.text[x.start:x.end]) != nil {
		x.kind = briefing.KindPlace
	}
	return x, true
}
