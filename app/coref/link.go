package coref

import (
	"slices"
	"strings"

	"briefline/app/briefing"
	"briefline/app/gazetteer"
)

const (
	lookBack  = 60 // refs: what stands farther back is forgotten
	lookSents = 6  // sentences, for pronouns
	manyFit   = 4  // candidates of what is unclear: more say no more
)

// link decides what each ref names, in reading order.
func (d *doc) link() {
	wordRef := make(map[int]int, len(d.refs))
	for i := range d.refs {
		r := &d.refs[i]
		if r.form == Pronoun {
			wordRef[r.head0] = i
		}
		switch r.form {
		case Name, Adjective:
			d.linkName(i)
		case Nominal:
			d.linkNominal(i, wordRef)
		case Pronoun:
			if firstPerson[d.words[r.head0].lower] {
				continue // when it is known who speaks for whom
			}
			d.linkPronoun(i)
		}
		if r.entity == None {
			continue
		}
		d.takeEvidence(i, wordRef)
		if r.form != Adjective {
			d.chained = append(d.chained, i)
		}
		if x := &d.ents[r.entity]; x.Kind == briefing.KindPerson && !x.named && len(x.refs) < 40 {
			x.refs = append(x.refs, i)
		} else if x.named && r.role.told() && x.Kind == briefing.KindPerson && !counterpart[r.role.headWord] {
			d.nameDescribed(r.entity)
		}
	}
	for i := range d.refs {
		if r := &d.refs[i]; r.form == Pronoun && firstPerson[d.words[r.head0].lower] {
			d.linkFirst(i)
		}
	}
	for i := range d.refs { // descriptions that stood before their name
		if r := &d.refs[i]; r.entity == None && r.same >= 0 {
			r.entity = d.refs[r.same].entity
		}
	}
}

// linkName settles a name: a capital that stands for its state, and a short form
// that several names fit.
func (d *doc) linkName(i int) {
	r := &d.refs[i]
	if r.name < 0 {
		return
	}
	n := &d.names[r.name]
	if r.entity != None && n.kind == briefing.KindOrganisation && d.words[n.last].lower == "government" {
		if e := d.entryIn(n); e != nil && e.Kind == gazetteer.State {
			key := [2]int{-1, d.stateEntity(e, "", true)}
			if _, ok := d.abroad[key]; !ok {
				d.abroad[key] = r.entity
			}
		}
	}
	if r.entity != None {
		if n.kind == briefing.KindPlace && n.entry == nil {
			if e := gazetteer.Capital(d.text[n.start:n.end]); e != nil {
				if d.actsAsState(r) {
					r.entity = d.stateEntity(e, "", false)
					d.ents[r.entity].acts = true
				} else {
					d.ents[r.entity].city = true
				}
			}
		}
		return
	}
	may, ok := d.unclear[i]
	if !ok {
		return
	}
	var fit []int
	for _, e := range may {
		x := &d.ents[e]
		if r.gender != GenderUnknown && x.Gender != GenderUnknown && r.gender != x.Gender {
			continue
		}
		fit = append(fit, e)
	}
	seen := fit[:0:0] // those that the text has named by now
	for _, e := range fit {
		if d.ents[e].lastSent >= 0 {
			seen = append(seen, e)
		}
	}
	if len(seen) > 0 {
		fit = seen
	}
	short := d.text[n.start:n.end]
	if e, ok := d.settled[short]; ok && slices.Contains(fit, e) && d.sentOf(i)-d.ents[e].lastSent <= 6 {
		fit = []int{e}
	} else if len(fit) == 1 {
		d.settled[short] = fit[0] // who was called so before another came stays called so
	}
	if len(fit) > 1 {
		slices.SortStableFunc(fit, func(a, b int) int { return d.ents[b].lastSent - d.ents[a].lastSent })
		here := d.sentOf(i)
		if a, b := here-d.ents[fit[0]].lastSent, here-d.ents[fit[1]].lastSent; d.ents[fit[0]].Kind != briefing.KindPerson || a <= 3 && b-a >= 2 {
			fit = fit[:1]
		}
	}
	if len(fit) == 1 {
		r.entity = fit[0]
		delete(d.unclear, i)
		return
	}
	if len(fit) == 0 {
		r.entity = d.newEnt(n.kind)
		d.ents[r.entity].named = true
		d.ents[r.entity].Name = d.text[n.start:n.end]
		delete(d.unclear, i)
		return
	}
	d.unclear[i] = fit
}

func (d *doc) sentOf(i int) int { return int(d.words[d.refs[i].head0].sent) }

// actsAsState reports whether a capital stands for its state: "between Tehran and
// Bishkek", "agreement with Tehran", "Tehran denied", "Tehran's position".
func (d *doc) actsAsState(r *ref) bool {
	prev, next := r.first-1, r.last+1
	word := func(k int) string {
		if d.beside(k, r.first) {
			return d.words[k].lower
		}
		return ""
	}
	if next := word(next); next == "'s" || next == "’s" {
		return d.is(r.last+2, r.first, d.gram.policy) || d.is(r.last+3, r.first, d.gram.policy)
	}
	if word(prev) == "and" || word(prev) == "," { // "between Tehran and Bishkek": what holds for the one holds for the other
		for k := prev - 1; k > prev-6 && d.beside(k, r.first); k-- {
			if d.words[k].lower == "between" {
				return true
			}
			if d.words[k].name < 0 && d.words[k].lower != "," && d.words[k].lower != "and" {
				break
			}
		}
	}
	switch p := word(prev); {
	case p == "between":
		return true
	case p == "against", p == "by":
		return !d.is(next, r.first, map[string]bool{"on": true}) && p == "against" || p == "by" && d.participle(prev-1, r.first)
	case p == "with" || strings.HasSuffix(p, "with") && len(p) > 5:
		if p != "with" {
			return true // "agreementwith": a blank is missing
		}
		for k := prev - 1; k > prev-9 && d.beside(k, r.first); k-- {
			if d.gram.cues[d.words[k].lower] {
				return true
			}
		}
		return false
	case d.gram.prepositions[p]:
		return false
	}
	if !r.subject {
		return false
	}
	switch word(next) {
	case "has", "have", "had", "will", "would", "did", "does", "must", "is", "was":
		next++
		if w := word(next); w == "not" || w == "also" || w == "already" || w == "now" {
			next++
		}
		return d.is(next, r.first, d.gram.acts) || d.is(next, r.first, d.gram.says) || d.is(next, r.first, willing)
	}
	return d.is(next, r.first, d.gram.acts)
}

var willing = words("no ready prepared willing determined committed opposed seeking trying planning accusing agree support sign reject accept withdraw respond retaliate")

func (d *doc) participle(k, near int) bool {
	return d.beside(k, near) && strings.HasSuffix(d.words[k].lower, "ed")
}

// cand is an entity that a ref may mean.
type cand struct {
	ent   int
	score float64
	ref   int
}

// candidates looks back from ref i for entities that ok accepts, the likeliest
// first. What counts is how near it was named, and whether as a subject.
func (d *doc) candidates(i, sents int, ok func(at int, x *ent) bool) []cand {
	r := &d.refs[i]
	here := d.sentOf(i)
	var out []cand
	for n := len(d.chained) - 1; n >= 0 && n >= len(d.chained)-lookBack; n-- {
		at := d.chained[n]
		c := &d.refs[at]
		dist := here - d.sentOf(at)
		if dist > sents {
			break
		}
		if c.entity == None || c.last >= r.first && c.first <= r.first && c.head0 != c.first {
			if c.entity == None || c.head0 > r.first {
				continue
			}
		}
		x := &d.ents[c.entity]
		if !ok(at, x) {
			continue
		}
		s := -4 * float64(dist)
		if r.speaks {
			s = -2 * float64(dist)
			switch {
			case c.speaks && dist <= 1:
				s += 5
			case c.speaks:
				s += 2
			case dist == 1 && c.subject && c.form != Pronoun && x.Kind == briefing.KindPerson:
				// Who was told of since may well be who speaks now: "Wanjiku said
				// … Otieno rejected the figure. … he said".
				s += 3
			}
		}
		if c.subject {
			s += 3
		}
		if c.speaks && dist > 0 {
			s += 1.5
		}
		if dist == 0 {
			s -= 0.05 * float64(min(40, r.head0-c.head))
		}
		s += 0.25 * float64(min(6, x.count))
		if k := slices.IndexFunc(out, func(o cand) bool { return o.ent == c.entity }); k >= 0 {
			if s > out[k].score {
				out[k].score = s
			}
			continue
		}
		out = append(out, cand{c.entity, s, at})
	}
	slices.SortStableFunc(out, func(a, b cand) int {
		switch {
		case a.score > b.score:
			return -1
		case a.score < b.score:
			return 1
		}
		return 0
	})
	return out
}

// choose takes the likeliest candidate, or marks the ref unclear where the next
// is as likely within margin.
func (d *doc) choose(i int, cs []cand, margin float64) {
	if len(cs) == 0 {
		return
	}
	if len(cs) > 1 && cs[0].score-cs[1].score < margin {
		var es []int
		for _, c := range cs {
			if cs[0].score-c.score < margin && len(es) < manyFit {
				es = append(es, c.ent)
			}
		}
		d.unclear[i] = es
		return
	}
	d.refs[i].entity = cs[0].ent
}
