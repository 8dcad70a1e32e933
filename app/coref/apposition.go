package coref

import (
	"briefline/app/briefing"
)

// appositions joins a description and the name beside it: "the automaker
// Chrysler", "Ford Motors Co., the automobile manufacturing firm,", "Iran's
// interior minister, Rahmani Fazli,".
func (d *doc) appositions() {
	byFirst := map[int]int{} // first word of a named ref, with its titles
	byLast := map[int]int{}
	for i := range d.refs {
		if r := &d.refs[i]; r.form == Name {
			byFirst[r.first] = i
			byFirst[r.head0] = i
			byLast[r.last] = i
		}
	}
	for i := range d.refs {
		r := &d.refs[i]
		if r.form != Nominal || r.same >= 0 || r.class&group != 0 && r.class&(office|person|body|place) == 0 {
			continue
		}
		next := r.last + 1
		if at, ok := byFirst[next]; ok && d.beside(next, r.last) && fits(r, &d.refs[at]) {
			r.same = at
			continue
		}
		if !d.beside(next, r.last) {
			d.nameBefore(r, byLast)
			continue
		}
		if d.words[next].lower == "of" && r.kind == briefing.KindPlace {
			continue
		}
		if d.words[next].lower == "," && d.beside(next+1, r.last) && r.definite {
			if at, ok := byFirst[next+1]; ok && fits(r, &d.refs[at]) && d.stands(r, d.refs[at].last+1) {
				r.same = at
				if n := &d.refs[at]; !n.role.told() && r.role.told() {
					rank := n.role.rank
					n.role = r.role
					n.role.rank = rank
				}
				continue
			}
		}
		d.nameBefore(r, byLast)
	}
	for i := range d.refs { // "the city of Bishkek"
		r := &d.refs[i]
		if r.form == Nominal && r.same < 0 && r.class&place != 0 && len(r.of) > 0 {
			n := &d.names[r.of[len(r.of)-1]]
			if at, ok := byLast[n.last]; ok && n.last == r.last && d.words[r.head+1].lower == "of" && n.entry == nil {
				r.same = at
			}
		}
	}
}

// stands reports whether the name that ends before word k is no member of a list
// that the description is in too: "its parent company, EADS" is EADS, but "the
// president, Smith and Jones" are three.
func (d *doc) stands(r *ref, k int) bool {
	if d.closes(k, r.last) {
		return true
	}
	w := d.words[k].lower
	if w == "and" || w == "or" {
		return false
	}
	return r.class&body != 0 && r.possessor >= 0 || r.class&office != 0 && (d.gram.acts[w] || d.gram.stops[w])
}

// nameBefore joins a description to the name before its comma.
func (d *doc) nameBefore(r *ref, byLast map[int]int) {
	if !d.beside(r.first-2, r.first) || d.words[r.first-1].lower != "," || !d.closes(r.last+1, r.last) {
		return
	}
	if at, ok := byLast[r.first-2]; ok && fits(r, &d.refs[at]) && (d.refs[at].kind != briefing.KindPerson || d.opts.Given != nil) {
		r.same = at
	}
}

// closes reports whether a mark that ends an apposition stands at word k.
func (d *doc) closes(k, near int) bool {
	if !d.beside(k, near) {
		return true
	}
	switch d.words[k].lower {
	case ",", ".", ";", ")", "—", "–", ":":
		return true
	}
	return d.gram.says[d.words[k].lower]
}

// fits reports whether a description may be said of a name of this kind.
func fits(r, name *ref) bool {
	switch name.kind {
	case briefing.KindPerson:
		return r.class&(office|person) != 0
	case briefing.KindOrganisation:
		return r.class&body != 0
	case briefing.KindPlace, briefing.KindState:
		return r.class&place != 0
	}
	return false
}
