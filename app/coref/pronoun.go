package coref

import (
	"strings"

	"briefline/app/briefing"
)

// shouted reports whether a word is all capitals, as the "US" is and "us" is not.
func (d *doc) shouted(i int) bool {
	raw := d.text[d.words[i].start:d.words[i].end]
	return len(raw) > 1 && strings.ToUpper(raw) == raw
}

var firstPerson = words("i we me us my our")

// pronoun tells what a pronoun says of whom it stands for.
func pronoun(lower string) (g Gender, plural, ok bool) {
	switch lower {
	case "he", "him", "his", "himself":
		return Male, false, true
	case "she", "her", "hers", "herself":
		return Female, false, true
	case "it", "its", "itself", "i", "me", "my":
		return GenderUnknown, false, true
	case "they", "them", "their", "theirs", "themselves", "we", "us", "our":
		return GenderUnknown, true, true
	}
	return GenderUnknown, false, false
}

var judgement = words(`clear likely unlikely possible impossible important necessary unclear true known said believed thought
expected reported estimated difficult hard easy time good bad better best essential vital crucial unknown understood obvious
certain probable crucial imperative wrong right alleged hoped feared noted worth up about too not more very`)

// pleonastic reports whether the "it" at i stands for nothing: "it is clear
// that", "it was in May that", "it seems".
func (d *doc) pleonastic(i int) bool {
	if !d.beside(i+1, i) {
		return false
	}
	next := d.words[i+1].lower
	if next == "seems" || next == "seemed" || next == "appears" || next == "appeared" || next == "rained" {
		return true
	}
	if next == "would" || next == "will" || next == "may" || next == "might" || next == "could" || next == "should" {
		if d.beside(i+2, i) && d.words[i+2].lower == "be" {
			return d.judged(i + 3)
		}
		return false
	}
	if next == "is" || next == "was" || next == "has" || next == "'s" || next == "’s" {
		return d.judged(i + 2)
	}
	return false
}

// judged reports whether a word of judgement with "that" or "to" behind it
// stands at i.
func (d *doc) judged(i int) bool {
	for n := 0; n < 3 && d.beside(i, i-1); n++ {
		w := d.words[i].lower
		if judgement[w] && w != "not" && w != "more" && w != "very" && w != "about" && w != "too" {
			for k := i + 1; k < i+6 && d.beside(k, i); k++ {
				switch d.words[k].lower {
				case "that", "to", "whether", "if", "for", "how", "when":
					return true
				}
			}
			return false
		}
		i++
	}
	return false
}

// linkPronoun looks for what a pronoun stands for.
func (d *doc) linkPronoun(i int) {
	r := &d.refs[i]
	switch {
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
			return !d.coArgument(r, &d.refs[at]) && d.mayBeIt(r, &d.refs[at], x)
		})
		if d.eitherOne(r, cs) {
			d.unclear[i] = []int{cs[0].ent, cs[1].ent}
			return
		}
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

// eitherOne reports whether "its" may be of the subject as well as of what stands
// nearer: "Iran is ready to cooperate with Kyrgyzstan to strengthen its security".
func (d *doc) eitherOne(r *ref, cs []cand) bool {
	if len(cs) < 2 || d.words[r.head0].lower != "its" || !d.beside(r.first-2, r.first) || d.words[r.first-2].lower != "to" {
		return false
	}
	a, b := &d.refs[cs[0].ref], &d.refs[cs[1].ref]
	here := d.words[r.head0].sent
	return b.form == Name && b.head > a.head && d.words[a.head].sent == here && d.words[b.head].sent == here &&
		d.ents[cs[0].ent].entry != nil && d.ents[cs[1].ent].entry != nil
}

// mayBeIt reports whether "it" may stand for what other names. A subject goes on
// as one; what stands behind a preposition does so too seldom, since a thing that
// is no participant was then spoken of: "the agreement with Tehran ... it was".
// "Its Iranian counterpart" is of another state than Iran.
func (d *doc) mayBeIt(r, other *ref, x *ent) bool {
	if d.words[r.head0].lower != "its" {
		return other.subject || other.speaks || other.form == Pronoun
	}
	if next := r.last + 1; d.beside(next, r.last) && d.words[next].name >= 0 && x.entry != nil {
		return d.names[d.words[next].name].entry != x.entry
	}
	return true
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
	if at == None { // "Jobs resigned, stating, “I have always said": the one subject before the quotation
		for n := i - 1; n >= 0 && n >= i-lookBack && d.sentOf(n) == here; n-- {
			c := &d.refs[n]
			if !c.subject || c.entity == None || d.words[c.head0].quoted || d.ents[c.entity].Kind != briefing.KindPerson {
				continue
			}
			if at != None && d.refs[at].entity != c.entity {
				return
			}
			at = n
		}
	}
	if at == None {
		for n := i - 1; n >= 0 && n >= i-lookBack; n-- {
			c := &d.refs[n]
			if c.speaks && c.entity != None && !d.words[c.head0].quoted && here-int(d.words[c.head0].sent) <= 2 {
				r.entity = c.entity
				break
			}
		}
	} else {
		r.entity = d.refs[at].entity
	}
	if r.entity == None {
		return
	}
	x := &d.ents[r.entity]
	if r.plural && x.Kind == briefing.KindPerson { // "we" of a person is the body or state that he speaks for
		if r.entity = x.affil; x.affil != None && d.ents[x.affil].Kind != briefing.KindOrganisation {
			r.entity = None
		}
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
