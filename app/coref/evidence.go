package coref

import (
	"slices"
	"strings"

	"briefline/app/briefing"
	"briefline/app/gazetteer"
)

// nameDescribed gives the person at "to", whose role was just told, what was said
// before of one without a name in that role: a headline's "Indonesia's transport
// minister".
func (d *doc) nameDescribed(to int) {
	x := &d.ents[to]
	if x.stateOf == nil && x.affil == None {
		return
	}
	for n := 0; n < 2*lookBack; n++ {
		e := len(d.ents) - 1 - n
		if e < 0 {
			return
		}
		o := &d.ents[e]
		if e == to || o.Kind != briefing.KindPerson || o.named || len(o.refs) == 0 || o.Role == "" || o.Plural {
			continue
		}
		if (o.stateOf != x.stateOf || x.stateOf == nil) && (o.affil != x.affil || x.affil == None) {
			continue
		}
		same := true
		for _, w := range o.roles {
			if !loose[w] && !small[w] && !slices.Contains(x.roles, w) {
				same = false
			}
		}
		if !same {
			continue
		}
		for _, i := range o.refs {
			d.refs[i].entity = to
		}
		x.count += len(o.refs)
		o.refs = nil
		return
	}
}

// takeEvidence writes into an entity what a ref of it tells: role, gender,
// state, where it was last named.
func (d *doc) takeEvidence(i int, wordRef map[int]int) {
	r := &d.refs[i]
	x := &d.ents[r.entity]
	x.count++
	x.lastSent = d.sentOf(i)
	if x.Gender == GenderUnknown && x.Kind == briefing.KindPerson {
		x.Gender = r.gender
	}
	if r.form == Nominal && r.class != 0 {
		if x.nouns == nil {
			x.nouns = map[string]bool{}
		}
		x.nouns[d.words[r.head].lower] = true
	}
	if r.plural && r.form == Nominal {
		x.Plural = true
	}
	if x.Kind == briefing.KindPlace && x.entry != nil && r.form != Adjective && !x.acts {
		x.acts = d.partyHere(r)
	}
	if r.role.rank[1] >= r.role.rank[0] && x.Rank == "" {
		x.Rank = d.raw(r.role.rank[0], r.role.rank[1])
		x.RankSpan = d.span(r.role.rank[0], r.role.rank[1])
		if kin[r.role.headWord] {
			return
		}
		x.roles = append(x.roles, strings.Fields(strings.ToLower(x.Rank))...)
	}
	if x.Kind == briefing.KindPerson && r.role.told() {
		d.takeRoleOf(r, x, wordRef)
	}
	if x.Kind == briefing.KindPerson && r.form == Name && x.affil == None {
		d.ofBody(r, x)
	}
	if x.Kind == briefing.KindOrganisation && r.form != Pronoun && x.stateOf == nil {
		if r.name >= 0 {
			x.stateOf = d.entryIn(&d.names[r.name])
		}
		if x.stateOf == nil && r.entry != nil {
			x.stateOf = r.entry
		}
		if x.stateOf == nil && r.name >= 0 { // "the Kyrgyz Interior Ministry" where the name is "Interior Ministry"
			if k := r.head0 - 1; d.beside(k, r.head0) && d.words[k].name >= 0 {
				if p := &d.names[d.words[k].name]; p.entry != nil && p.adjective {
					x.stateOf = p.entry
				}
			}
		}
	}
}

// partyHere reports whether a state takes part, where this ref stands, rather
// than being a place: "Iran does not accept", "cooperate with Kyrgyzstan".
func (d *doc) partyHere(r *ref) bool {
	if r.form == Pronoun {
		return r.subject
	}
	if r.form != Name {
		return false
	}
	if r.speaks || d.actsAsState(r) {
		return true
	}
	if d.beside(r.last+1, r.last) {
		next := &d.words[r.last+1]
		switch next.lower {
		case "is", "was", "are", "were": // "Myanmar is mainly Buddhist", but "Iran is fully prepared"
			for k := r.last + 2; k < r.last+6 && d.beside(k, r.last); k++ {
				if willing[d.words[k].lower] && d.words[k].lower != "no" {
					return r.subject
				}
			}
			return false
		}
		if (r.subject || d.starts(r.first) || d.beside(r.first-1, r.first) && d.words[r.first-1].name >= 0) && (d.gram.acts[next.lower] || d.gram.stops[next.lower] && next.lower != "and" && next.lower != "or" && next.lower != "where" && next.lower != "which") {
			return true
		}
	}
	return false
}

// takeRoleOf writes the role that a ref tells into its entity.
func (d *doc) takeRoleOf(r *ref, x *ent, wordRef map[int]int) {
	sure := 3
	switch {
	case r.form == Nominal && r.same < 0:
		sure = 1
	case r.form == Nominal:
		sure = 2
	}
	if counterpart[r.role.headWord] {
		d.inferRole(r, x, wordRef)
		return
	}
	if kin[r.role.headWord] {
		return
	}
	x.roles = append(x.roles, strings.Fields(strings.ToLower(d.raw(r.role.first, r.role.last)))...)
	if len(x.roles) > 40 {
		x.roles = x.roles[len(x.roles)-40:]
	}
	if strings.EqualFold(r.role.headWord, x.Rank) {
		return
	}
	if x.roleRank < sure || x.Role == "" {
		from := r.role.first
		x.Role = d.raw(r.role.first, r.role.last)
		x.RoleSpan = d.span(from, r.role.last)
		x.RoleInferred = sure == 1 && x.named
		x.roleRank = sure
		x.affil = None
	}
	if x.affil == None {
		d.affiliate(x, r.role.of, r.role.entry)
		if x.affil == None && r.role.possessor >= 0 {
			if at, ok := wordRef[r.role.possessor]; ok && d.refs[at].entity != None && &d.ents[d.refs[at].entity] != x {
				x.affil = d.refs[at].entity
				if k := d.ents[x.affil].Kind; k == briefing.KindPerson || k == briefing.KindGroup {
					x.affil = None
				}
			}
		}
	}
}

// ofBody reads whom a name belongs to right behind it: "General al-Burhan of
// Sudan", "Zhao Lijian of the Chinese Foreign Ministry".
func (d *doc) ofBody(r *ref, x *ent) {
	k := r.last + 1
	if !d.beside(k+1, r.last) || d.words[k].lower != "of" && d.words[k].lower != "from" {
		return
	}
	if k++; d.words[k].lower == "the" && d.beside(k+1, r.last) {
		k++
	}
	if n := d.words[k].name; n >= 0 && d.names[n].kind != briefing.KindPerson && !d.names[n].adjective {
		d.affiliate(x, []int{int(n)}, d.names[n].entry)
	}
}

var kin = words(`father mother son daughter brother sister husband wife widow widower uncle aunt friend neighbour neighbor man woman boy
girl lady gentleman people resident colleague`)

var counterpart = words("counterpart counterparts opposite-number homologue")

// affiliate takes the body or state that a role is held with from the names
// beside it: a body before a state.
func (d *doc) affiliate(x *ent, of []int, entry *gazetteer.Entry) {
	for _, n := range slices.Backward(of) {
		m := &d.names[n]
		if m.entry == nil && m.kind == briefing.KindOrganisation {
			if e := d.entityOfName(n); e != None {
				x.affil = e
				break
			}
		}
	}
	if x.affil == None && entry == nil { // "the governor of Riau"
		for _, n := range of {
			if m := &d.names[n]; m.entry == nil && m.kind == briefing.KindPlace && gazetteer.Capital(d.text[m.start:m.end]) == nil {
				x.affil = d.entityOfName(n)
			}
		}
	}
	if entry != nil && entry.Kind == gazetteer.State && x.stateOf == nil {
		x.stateOf = entry
	}
	if x.stateOf == nil {
		for _, n := range of {
			if e := d.entryIn(&d.names[n]); e != nil && e.Kind == gazetteer.State {
				x.stateOf = e
			}
		}
	}
}

// entityOfName returns the entity of the ref of a name, or None.
func (d *doc) entityOfName(n int) int {
	lo, hi := 0, len(d.refs)
	for lo < hi {
		mid := (lo + hi) / 2
		if d.refs[mid].head0 < d.names[n].first {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for ; lo < len(d.refs) && d.refs[lo].head0 == d.names[n].first; lo++ {
		if d.refs[lo].name == n {
			return d.refs[lo].entity
		}
	}
	return None
}

// inferRole gives the counterpart of an interior minister that role.
func (d *doc) inferRole(r *ref, x *ent, wordRef map[int]int) {
	other := d.possessorOf(r.role.possessor, r.role.of, wordRef)
	if other == None || &d.ents[other] == x {
		return
	}
	o := &d.ents[other]
	if x.Role == "" && o.Role != "" {
		x.Role, x.RoleInferred, x.roleRank = o.Role, true, 1
		first := r.role.first
		if r.role.entry != nil && len(r.role.of) > 0 {
			first = d.names[r.role.of[len(r.role.of)-1]].first
		}
		x.RoleSpan = d.span(first, r.role.last)
		x.roles = append(x.roles, o.roles...)
	}
	if x.stateOf == nil && r.role.entry != nil {
		x.stateOf = r.role.entry
	}
}

// possessorOf returns the entity of "his", or of "Lavrov's", before a word.
func (d *doc) possessorOf(word int, of []int, wordRef map[int]int) int {
	if word >= 0 {
		if at, ok := wordRef[word]; ok {
			return d.refs[at].entity
		}
		return None
	}
	for _, n := range of {
		if d.names[n].entry == nil {
			if e := d.entityOfName(n); e != None {
				return e
			}
		}
	}
	return None
}
