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
	for i := range d.refs { // descriptions that stood before their name
		if r := &d.refs[i]; r.entity == None && r.same >= 0 {
			r.entity = d.refs[r.same].entity
		}
	}
}

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

// linkName settles a name: a capital that stands for its state, and a short form
// that several names fit.
func (d *doc) linkName(i int) {
	r := &d.refs[i]
	if r.name < 0 {
		return
	}
	n := &d.names[r.name]
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
			if c.speaks {
				s += 5
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
			if cs[0].score-c.score < margin {
				es = append(es, c.ent)
			}
		}
		d.unclear[i] = es
		return
	}
	d.refs[i].entity = cs[0].ent
}
