package coref

import (
	"slices"

	"briefline/app/briefing"
	"briefline/app/gazetteer"
	token "briefline/app/text"
)

// ref is a mention while it is worked on.
type ref struct {
	first, last int // words, with article, titles and role
	head0, head int // words of the name, or twice the head noun
	start, end  int // bytes of the name where it ends inside a word ("Irans"); else of head0 to head
	form        Form
	kind        briefing.ParticipantKind // empty: not told
	class       class                    // of the head noun
	name        int                      // index of the name, or -1
	gender      Gender
	plural      bool
	definite    bool             // "the", "this", a possessive
	possessor   int              // word of "his" or "its" that it begins with, or -1
	of          []int            // names inside it that it may be held with, nearest last
	entry       *gazetteer.Entry // the state told by an adjective, possessor or "of"
	role        roleWords
	same        int // the ref that it is another wording of, or -1: an apposition
	subject     bool
	speaks      bool
	entity      int
	given       briefing.Span // what the caller gave; empty if the ref was found
}

// scan finds the refs of the text, in the order of their heads.
func (d *doc) scan() {
	used := make([]bool, len(d.words)) // words of a role that belongs to a name already
	if d.opts.Given != nil {
		d.scanGiven()
	} else {
		for i := range d.names {
			d.scanName(i, used)
		}
		for i := range d.words {
			d.scanWord(i, used)
		}
		d.appositions()
	}
	d.order()
	d.speakers()
}

// order sorts the refs by their heads, so that "his" comes before what "his
// counterpart" names.
func (d *doc) order() {
	at := make([]int, len(d.refs))
	for i := range at {
		at[i] = i
	}
	slices.SortStableFunc(at, func(a, b int) int {
		x, y := &d.refs[a], &d.refs[b]
		if x.head0 != y.head0 {
			return x.head0 - y.head0
		}
		return y.last - x.last
	})
	to := make([]int, len(at))
	out := make([]ref, len(at))
	for i, a := range at {
		to[a] = i
		out[i] = d.refs[a]
	}
	for i := range out {
		if out[i].same >= 0 {
			out[i].same = to[out[i].same]
		}
	}
	d.refs = out
	d.subjects()
}

func (d *doc) newRef(first, last int) ref {
	return ref{first: first, last: last, head0: first, head: last, start: d.words[first].start, end: d.words[last].end,
		name: -1, possessor: -1, same: -1, entity: None, role: noRole}
}

// scanName makes the ref of a name, with the titles and the role before it.
func (d *doc) scanName(i int, used []bool) {
	n := &d.names[i]
	r := d.newRef(n.first, n.last)
	r.start, r.end = n.start, n.end
	r.form, r.kind, r.name = Name, n.kind, i
	if n.entry != nil && n.adjective {
		r.form = Adjective
	}
	if d.beside(n.first-1, n.first) && d.words[n.first-1].lower == "the" && r.form == Name {
		r.first--
		r.definite = true
	}
	if n.kind == briefing.KindPerson {
		d.titles(&r, used)
	}
	d.refs = append(d.refs, r)
	if n.kind == briefing.KindPerson {
		d.roleAfter(len(d.refs)-1, used)
	}
}

// nominal makes the ref of a description with this head.
func (d *doc) nominal(head int, p nounPhrase, last int) ref {
	r := d.newRef(p.first, max(head, last))
	r.head0, r.head = head, head
	r.start, r.end = d.words[head].start, d.words[head].end
	r.form, r.class = Nominal, d.words[head].class
	r.definite, r.possessor, r.of, r.entry = p.definite, p.possessor, p.of, p.entry
	r.gender = sex(r.class, GenderUnknown)
	if r.entry == nil {
		for _, n := range r.of {
			if e := d.entryIn(&d.names[n]); e != nil {
				r.entry = e
			}
		}
	}
	switch {
	case r.class&group != 0 && r.class&(office|person|body) == 0:
		r.kind, r.plural = briefing.KindGroup, true
	case r.class&(office|person) != 0:
		r.kind = briefing.KindPerson
	case r.class&body != 0:
		r.kind = briefing.KindOrganisation
	case r.class&state != 0:
		r.kind = briefing.KindState
	default:
		r.kind = briefing.KindPlace
	}
	if r.class&(office|person) != 0 {
		d.takeRole(&r, p, head, d.roleEnd(head, last))
		r.role.of, r.role.entry = r.of, r.entry
	}
	return r
}

// scanWord makes the ref that word i is the head of, if it is one.
func (d *doc) scanWord(i int, used []bool) {
	w := &d.words[i]
	if w.name >= 0 || w.kind != token.Word {
		return
	}
	if g, plural, ok := pronoun(w.lower); ok {
		if first := firstPerson[w.lower]; first && !w.quoted || w.lower == "it" && d.pleonastic(i) || d.shouted(i) {
			return
		}
		r := d.newRef(i, i)
		r.form, r.gender, r.plural = Pronoun, g, plural
		d.refs = append(d.refs, r)
		return
	}
	if used[i] || w.class&(office|person|group|body|place) == 0 || !d.isHead(i) {
		return
	}
	if w.lower == "player" && d.beside(i-1, i) && devices[d.words[i-1].lower] {
		return
	}
	p := d.phrase(i)
	if det := d.words[p.first].lower; w.class&group == 0 && (p.plain || idle[det] || w.class&(office|person) == 0 && !p.definite && p.entry == nil && !d.gram.determiners[det]) {
		return
	}
	last, of := d.complement(i)
	p.of = append(p.of, of...)
	d.refs = append(d.refs, d.nominal(i, p, last))
}

var devices = words("media music mp3 dvd cd video record audio cassette")

// idle are determiners of what is not there: "any country that asks".
var idle = words("any every each no most other such some")
