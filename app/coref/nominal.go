package coref

import (
	"slices"
	"strings"

	"briefline/app/briefing"
	"briefline/app/gazetteer"
)

// linkNominal looks for what a description means.
func (d *doc) linkNominal(i int, wordRef map[int]int) {
	r := &d.refs[i]
	if r.same >= 0 {
		if n := &d.refs[r.same]; n.entity == None && n.form == Name {
			d.linkName(r.same)
		}
		if r.entity = d.refs[r.same].entity; r.entity != None {
			return
		}
	}
	head := d.words[r.head].lower
	switch {
	case counterpart[head]:
		d.linkCounterpart(i, wordRef)
	case r.class&state != 0 && r.kind == briefing.KindState:
		d.linkCountry(i, wordRef)
	case head == "government":
		d.linkGovernment(i, wordRef)
	case !r.definite && r.entry == nil:
	case r.kind == briefing.KindPerson:
		d.linkPerson(i)
	case r.kind == briefing.KindOrganisation:
		if d.linkBody(i, head); r.entity == None && r.possessor >= 0 {
			d.linkOwnBody(i, head, wordRef)
		}
	case r.kind == briefing.KindPlace:
		d.linkPlace(i, head)
	}
	if r.entity == None && d.unclear[i] == nil {
		d.linkSameWords(i, head)
	}
	if r.entity == None && d.unclear[i] == nil {
		r.entity = d.newDescribed(r)
	}
}

// newDescribed makes an entity that is only described: "a police spokesman".
func (d *doc) newDescribed(r *ref) int {
	at := d.newEnt(r.kind)
	x := &d.ents[at]
	x.Name = d.describe(r)
	x.stateOf = r.entry
	x.Plural = r.plural
	return at
}

// describe returns a description without its article.
func (d *doc) describe(r *ref) string {
	first := r.first
	for first < r.head && d.gram.determiners[d.words[first].lower] {
		first++
	}
	return d.raw(first, max(r.last, r.head))
}

// linkSameWords joins a description to an earlier one with the same head that
// tells nothing else.
func (d *doc) linkSameWords(i int, head string) {
	r := &d.refs[i]
	if !r.definite && !r.plural || r.possessor >= 0 {
		return
	}
	for n := len(d.chained) - 1; n >= 0 && n >= len(d.chained)-lookBack; n-- {
		c := &d.refs[d.chained[n]]
		if c.form != Nominal || d.words[c.head].lower != head || c.plural != r.plural {
			continue
		}
		if r.entry != nil && c.entry != r.entry || c.possessor >= 0 {
			continue
		}
		if r.plural && !r.definite && d.core(r) != d.core(c) {
			continue
		}
		if r.definite && !r.plural && !d.within(r, c) {
			continue
		}
		r.entity = c.entity
		return
	}
}

// core returns the words of a description without article and complement.
func (d *doc) core(r *ref) string {
	first := r.first
	for first < r.head && d.gram.determiners[d.words[first].lower] {
		first++
	}
	return strings.ToLower(d.raw(first, r.head))
}

// within reports whether each word before the head of r stands in c too.
func (d *doc) within(r, c *ref) bool {
	text := strings.ToLower(d.raw(c.first, max(c.last, c.head)))
	for k := r.first; k < r.head; k++ {
		if w := &d.words[k]; !d.gram.determiners[w.lower] && !strings.Contains(text, w.lower) {
			return false
		}
	}
	return true
}

// linkCounterpart settles "its Iranian counterpart": the other state's body, or
// the person that holds the same role there.
func (d *doc) linkCounterpart(i int, wordRef map[int]int) {
	r := &d.refs[i]
	if r.plural || r.class&group != 0 && d.words[r.head].lower == "counterparts" {
		return
	}
	other := d.possessorOf(r.possessor, r.of, wordRef)
	if other == None || r.entry == nil {
		return
	}
	o := &d.ents[other]
	if o.Kind == briefing.KindOrganisation {
		key := [2]int{other, d.stateEntity(r.entry, "", true)}
		at, ok := d.abroad[key]
		if !ok {
			at = d.newEnt(briefing.KindOrganisation)
			o = &d.ents[other]
			x := &d.ents[at]
			x.Name, x.NameInferred = counterName(o, r.entry), true
			x.stateOf = r.entry
			d.abroad[key] = at
		}
		r.entity, r.kind = at, briefing.KindOrganisation
		r.role = noRole
		return
	}
	if o.Kind != briefing.KindPerson {
		return
	}
	var fit []int
	for e := range d.ents {
		if x := &d.ents[e]; x.Kind == briefing.KindPerson && e != other && x.stateOf == r.entry && x.Role != "" && strings.EqualFold(x.Role, o.Role) {
			fit = append(fit, e)
		}
		if len(fit) > 1 || e > 400 {
			break
		}
	}
	if len(fit) == 1 {
		r.entity = fit[0]
	}
}

// counterName names the counterpart of a body: the adjective of the one state
// gives way to that of the other.
func counterName(o *ent, e *gazetteer.Entry) string {
	if o.stateOf != nil {
		for _, a := range o.stateOf.Adjectives {
			if rest, ok := strings.CutPrefix(o.Name, a+" "); ok {
				return e.Adjective() + " " + rest
			}
		}
		for _, n := range append([]string{o.stateOf.Name}, o.stateOf.Names...) {
			if rest, ok := strings.CutSuffix(o.Name, " of "+n); ok {
				return e.Adjective() + " " + rest
			}
		}
	}
	return e.Adjective() + " counterpart of " + o.Name
}

// stateIn returns the entity of the state that an entity belongs to, or None.
func (d *doc) stateIn(e int) int {
	for n := 0; n < 3 && e != None; n++ {
		x := &d.ents[e]
		if x.entry != nil && x.entry.Kind == gazetteer.State {
			return e
		}
		if x.stateOf != nil && x.stateOf.Kind == gazetteer.State {
			return d.stateEntity(x.stateOf, "", true)
		}
		e = x.affil
	}
	return None
}

// linkCountry settles "his country" by whose it is, and "the country" by the
// state that was named last.
func (d *doc) linkCountry(i int, wordRef map[int]int) {
	r := &d.refs[i]
	if r.entry != nil && len(r.of) > 0 {
		return // "the country of Iran" is joined by appositions
	}
	if r.possessor >= 0 {
		if at, ok := wordRef[r.possessor]; ok && d.refs[at].entity != None {
			r.entity = d.stateIn(d.refs[at].entity)
		}
		if r.entity != None {
			d.ents[r.entity].acts = true
		}
		return
	}
	if !r.definite || r.last > r.head || r.plural {
		return
	}
	if w := d.words[r.first].lower; w != "the" && w != "this" && w != "that" {
		return
	}
	cs := d.recentStates(i)
	if len(cs) > 0 {
		d.choose(i, cs, 0.3)
	}
}

// recentStates returns the states that the last sentences name, also by an
// adjective, the likeliest first.
func (d *doc) recentStates(i int) []cand {
	here := d.sentOf(i)
	var out []cand
	for n := i - 1; n >= 0 && n >= i-lookBack; n-- {
		c := &d.refs[n]
		dist := here - d.sentOf(n)
		if dist > 4 {
			break
		}
		if c.entity == None || d.ents[c.entity].entry == nil || d.ents[c.entity].entry.Kind != gazetteer.State {
			continue
		}
		s := -2*float64(dist) + 0.5*float64(min(8, d.ents[c.entity].count))
		if c.subject && c.form != Adjective {
			s += 2
		}
		if k := slices.IndexFunc(out, func(o cand) bool { return o.ent == c.entity }); k < 0 {
			out = append(out, cand{c.entity, s, n})
		} else if s > out[k].score {
			out[k].score = s
		}
	}
	resort(out)
	return out
}

// alike puts words for one office together.
var alike = map[string]string{
	"premier": "minister", "pm": "minister", "spokesperson": "spokesman", "spokeswoman": "spokesman",
	"chairwoman": "chairman", "chairperson": "chairman", "chair": "chairman", "ceo": "officer", "head": "chief", "boss": "chief",
	"executive": "officer", "ambassador": "envoy", "lawmaker": "legislator", "mp": "legislator", "parliamentarian": "legislator",
	"lawyer": "attorney", "adviser": "advisor",
}

var anyone = words("man woman politician leader official executive businessman businesswoman star actor actress singer player billionaire statesman diplomat suspect lawmaker legislator lawyer politician veteran boss father mother tycoon author writer director")

func canon(w string) string {
	if a, ok := alike[w]; ok {
		return a
	}
	return w
}

// linkPerson settles a description of a person: "the Kyrgyz minister" is who was
// said to be a minister and belongs to Kyrgyzstan.
func (d *doc) linkPerson(i int) {
	r := &d.refs[i]
	head := canon(d.words[r.head].lower)
	if w := d.words[r.first].lower; w == "another" || w == "every" || w == "each" || w == "any" || w == "no" || w == "other" {
		return
	}
	if r.possessor >= 0 && kin[d.words[r.head].lower] {
		return // "his father" is another than he
	}
	var words []string
	for k := r.role.first; k < r.head && k >= 0; k++ {
		words = append(words, canon(d.words[k].lower))
	}
	org := None
	for _, n := range r.of {
		if d.names[n].entry == nil {
			org = d.entityOfName(n)
		}
	}
	cs := d.candidates(i, 40, func(at int, x *ent) bool {
		if x.Kind != briefing.KindPerson || x.Plural || r.gender != GenderUnknown && x.Gender != GenderUnknown && r.gender != x.Gender {
			return false
		}
		if r.entry != nil && x.stateOf != nil && r.entry != x.stateOf {
			return false
		}
		return true
	})
	var fit []cand
	for _, c := range cs {
		x := &d.ents[c.ent]
		hit := 0
		for _, w := range x.roles {
			if canon(w) == head {
				hit = 1
			}
		}
		if hit == 0 && !(len(words) == 0 && anyone[d.words[r.head].lower] && len(r.of) == 0 && d.sentOf(i)-x.lastSent <= 3) {
			continue
		}
		s := c.score * 0.25 // being named last counts for less than being described so
		if hit == 1 {
			s += 6
		}
		if r.entry != nil {
			if x.stateOf == r.entry {
				s += 4
			} else {
				s -= 2
			}
		}
		miss := false
		for _, w := range words {
			if hit == 1 && !slices.ContainsFunc(x.roles, func(o string) bool { return canon(o) == w }) && !loose[w] {
				miss = true
			}
		}
		if org != None && x.affil != None && x.affil != org || miss {
			continue
		}
		fit = append(fit, cand{c.ent, s, c.ref})
	}
	resort(fit)
	d.choose(i, fit, 0.8)
}

// loose are words that tell nothing of an office.
var loose = words("former then late new old current top senior outgoing incumbent veteran")
