package coref

import "briefline/app/briefing"

// linkPronoun looks for what a pronoun stands for.
func (d *doc) linkPronoun(i int) {
	r := &d.refs[i]
	w := &d.words[r.head0]
	switch {
	case firstPerson[w.lower]:
		d.linkFirst(i)
	case r.class == person:
		d.linkRelative(i)
	case r.gender != GenderUnknown:
		cs := d.candidates(i, lookSents, func(at int, x *ent) bool {
			return x.Kind == briefing.KindPerson && !x.Plural && (x.Gender == GenderUnknown || x.Gender == r.gender) && !d.coArgument(r, &d.refs[at])
		})
		d.choose(i, cs, pronounMargin)
	case !r.plural:
		sents := 2
		cs := d.candidates(i, sents, func(at int, x *ent) bool {
			if x.Kind == briefing.KindPerson || x.Plural || x.Kind == briefing.KindGroup {
				return false
			}
			if x.Kind == briefing.KindPlace && x.entry == nil && !x.acts {
				return false
			}
			return !d.coArgument(r, &d.refs[at])
		})
		d.choose(i, cs, pronounMargin)
	default:
		cs := d.candidates(i, 2, func(at int, x *ent) bool {
			return (x.Plural || x.Kind == briefing.KindGroup || x.Kind == briefing.KindOrganisation) && !d.coArgument(r, &d.refs[at])
		})
		for k := range cs {
			if x := &d.ents[cs[k].ent]; x.Plural || x.Kind == briefing.KindGroup {
				cs[k].score += 2
			}
		}
		resort(cs)
		d.choose(i, cs, pronounMargin)
	}
}

// pronounMargin is by how much one candidate must be likelier than the next.
const pronounMargin = 0.4

func resort(cs []cand) {
	for i := 1; i < len(cs); i++ {
		for j := i; j > 0 && cs[j].score > cs[j-1].score; j-- {
			cs[j], cs[j-1] = cs[j-1], cs[j]
		}
	}
}

// coArgument reports whether a pronoun that is the object of a clause cannot mean
// the other, its subject: "Smith met him".
func (d *doc) coArgument(r, other *ref) bool {
	switch d.words[r.head0].lower {
	case "him", "them":
	case "it":
		if r.subject {
			return false
		}
	default:
		return false
	}
	if r.subject || !other.subject || d.words[other.head].sent != d.words[r.head0].sent {
		return false
	}
	for k := other.last + 1; k < r.first; k++ {
		if d.gram.clause[d.words[k].lower] || d.words[k].lower == "," || d.words[k].lower == "to" {
			return false
		}
	}
	return true
}

// linkFirst gives "I" and "we" in a quotation to who says it, when one ref of
// its sentence, or else of the one before or behind, says something.
func (d *doc) linkFirst(i int) {
	r := &d.refs[i]
	here := d.sentOf(i)
	speaker := func(sent int) int {
		at := None
		for k := max(0, i-lookBack); k < len(d.refs) && k < i+lookBack; k++ {
			c := &d.refs[k]
			if c.speaks && int(d.words[c.head0].sent) == sent && !d.words[c.head0].quoted && c.form != Pronoun {
				at = k
			}
		}
		return at
	}
	at := speaker(here)
	if at == None {
		for n := len(d.chained) - 1; n >= 0 && n >= len(d.chained)-lookBack; n-- {
			c := &d.refs[d.chained[n]]
			if c.speaks && !d.words[c.head0].quoted && here-int(d.words[c.head0].sent) <= 2 {
				r.entity = c.entity
				break
			}
		}
	} else {
		c := &d.refs[at]
		if c.entity == None && c.name >= 0 && d.unclear[at] == nil {
			d.linkName(at)
		}
		r.entity = c.entity
	}
	if r.entity == None {
		return
	}
	x := &d.ents[r.entity]
	if r.plural && x.Kind == briefing.KindPerson { // "we" of a person is the body or state that he speaks for
		r.entity = None
	} else if !r.plural && x.Kind != briefing.KindPerson {
		r.entity = None
	}
}

// linkRelative gives "who" and "which" to what stands just before.
func (d *doc) linkRelative(i int) {
	r := &d.refs[i]
	for n := len(d.chained) - 1; n >= 0 && n >= len(d.chained)-6; n-- {
		c := &d.refs[d.chained[n]]
		if c.last < r.first && r.first-c.last <= 2 && d.words[c.last].sent == d.words[r.first].sent {
			r.entity = c.entity
			return
		}
	}
}
