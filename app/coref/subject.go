package coref

import (
	"slices"
	"strings"

	token "briefline/app/text"
)

// subjects guesses which refs are subjects of their clauses: they begin the
// clause, or stand behind a word that begins one. What is joined by "and" to a
// subject is one too, and so is the name that a description is another wording of.
func (d *doc) subjects() {
	before := -1 // the ref that ends last of those so far
	for i := range d.refs {
		r := &d.refs[i]
		r.subject = d.isSubject(r)
		if before >= 0 {
			b, k := &d.refs[before], r.first-1
			switch {
			case d.beside(k, r.first) && (d.words[k].lower == "and" || d.words[k].lower == ",") && b.last == k-1 && b.form == r.form && b.kind == r.kind:
				r.subject = b.subject
			case b.last == k && b.form == Nominal && r.form == Name && d.beside(k, r.first):
				r.subject = b.subject
			}
		}
		if before < 0 || r.last >= d.refs[before].last {
			before = i
		}
	}
	for i := range d.refs {
		if r := &d.refs[i]; r.same >= 0 && r.subject {
			d.refs[r.same].subject = true
		}
	}
}

// isSubject reports whether a ref begins a clause.
func (d *doc) isSubject(r *ref) bool {
	if d.beside(r.last+1, r.last) {
		switch d.words[r.last+1].lower {
		case "'s", "’s", "'", "’":
			return false
		}
	}
	k := r.first - 1
	if !d.beside(k, r.first) {
		return true
	}
	w := &d.words[k]
	if d.gram.clause[w.lower] {
		return true
	}
	switch w.lower {
	case ",", "“", `"`, "``", "`", "''", "”", ":", ";", "—", "-", "–":
		return true
	}
	return false
}

// speakers marks the refs that say something.
func (d *doc) speakers() {
	at := 0
	hints := d.opts.Speakers
	bySpan := make([]int, len(d.refs))
	for i := range bySpan {
		bySpan[i] = i
	}
	slices.SortFunc(bySpan, func(a, b int) int { return d.refs[a].start - d.refs[b].start })
	for _, i := range bySpan {
		r := &d.refs[i]
		if r.form == Adjective {
			continue
		}
		for at < len(hints) && hints[at].End <= r.start {
			at++
		}
		if at < len(hints) && hints[at].Start < r.end && hints[at].End >= r.end || d.says(r) {
			r.speaks = true
		}
	}
}

// says reports whether a word of saying stands beside a ref.
func (d *doc) says(r *ref) bool {
	next := r.last + 1
	if d.beside(next, r.last) && d.words[next].lower == "," { // "The minister, for his part, said"
		if d.is(next+1, r.last, d.gram.says) {
			return true
		}
		for k := next + 1; k < next+10 && d.beside(k, r.last); k++ {
			if d.words[k].lower == "," {
				next = k + 1
				break
			}
		}
	}
	for n := 0; n < 2; n++ {
		if d.is(next+n, r.last, d.gram.says) {
			return true
		}
		if !d.beside(next+n, r.last) || !strings.HasSuffix(d.words[next+n].lower, "ly") && d.words[next+n].lower != "further" && d.words[next+n].lower != "later" && d.words[next+n].lower != "also" && d.words[next+n].lower != "has" && d.words[next+n].lower != "had" {
			break
		}
	}
	prev := r.first - 1
	if !d.beside(prev, r.first) || r.form == Pronoun {
		return false
	}
	switch d.words[prev].lower {
	case "said", "says", "added": // "said Jim Press, the chairman", but "said Jim Press would"
		return !d.beside(r.last+1, r.last) || d.words[r.last+1].kind == token.Punct || d.gram.prepositions[d.words[r.last+1].lower]
	case "to":
		return d.beside(prev-1, prev) && d.words[prev-1].lower == "according"
	}
	return false
}
