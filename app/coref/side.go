package coref

import (
	"cmp"
	"slices"
	"strings"

	"briefline/app/briefing"
	"briefline/app/gazetteer"
)

// side tells who is with whom, once all is linked: what kind of party a state
// is, with whom a role is held, and whose side each is on. All are treated
// alike: a state that acts is a side, and so is a body that acts for none.
func (d *doc) side() {
	for e := range d.ents {
		x := &d.ents[e]
		if x.Kind == briefing.KindPerson || x.Kind == briefing.KindOrganisation {
			if x.affil == e {
				x.affil = None
			}
			if st := x.stateOf; st != nil && st.Kind == gazetteer.State && (x.Kind == briefing.KindPerson || d.official(x)) {
				at := d.stateEntity(st, "", true)
				d.ents[at].acts = true
			}
		}
	}
	for e := range d.ents {
		x := &d.ents[e]
		x.Affiliation = x.affil
		if x.Affiliation == None && x.stateOf != nil && x.stateOf.Kind == gazetteer.State {
			if at := d.stateEntity(x.stateOf, "", true); at != e {
				x = &d.ents[e]
				x.Affiliation = at
			}
		}
		if x.entry != nil && x.entry.Kind == gazetteer.State && x.acts {
			x.Kind = briefing.KindState
			x.Side = e
		}
	}
	speaks := make([]bool, len(d.ents))
	for i := range d.refs {
		if r := &d.refs[i]; r.speaks && r.entity != None {
			speaks[r.entity] = true
		}
	}
	for e := range d.ents {
		x := &d.ents[e]
		if x.Kind != briefing.KindPerson && x.Kind != briefing.KindOrganisation {
			continue
		}
		x.Side = d.sideOf(e, 0)
		if x.Side == None && x.Kind == briefing.KindOrganisation && speaks[e] && x.named && !d.reports(x) {
			x.Side = e
		}
		if x.Kind == briefing.KindPerson && x.Side == None && x.affil != None && d.ents[x.affil].Kind == briefing.KindOrganisation {
			x.Side = x.affil // who speaks for a body that is of no state
			d.ents[x.affil].Side = x.affil
		}
	}
	d.mark()
}

// reports reports whether a body is one that reporters cite: a news agency, a
// newspaper. It takes no side by being cited.
func (d *doc) reports(x *ent) bool {
	if d.gram.agencies[x.Name] || x.nouns["newspaper"] || x.nouns["broadcaster"] || x.nouns["magazine"] || x.nouns["daily"] || x.nouns["agency"] && strings.Contains(x.Name, "News") {
		return true
	}
	last := x.Name[strings.LastIndexByte(x.Name, ' ')+1:]
	return d.lex[strings.ToLower(last)]&media != 0 || strings.HasSuffix(x.Name, "News Agency")
}

// official reports whether a body is part of a state: its ministry, its army.
func (d *doc) official(x *ent) bool {
	for w := range strings.FieldsSeq(strings.ToLower(x.Name)) {
		if d.gram.official[w] {
			return true
		}
	}
	return false
}

// sideOf follows affiliations to a state.
func (d *doc) sideOf(e, depth int) int {
	x := &d.ents[e]
	if x.Kind == briefing.KindState {
		return e
	}
	if depth > 4 || x.Kind == briefing.KindOrganisation && !d.official(x) {
		return None
	}
	if x.Affiliation == None {
		return None
	}
	return d.sideOf(x.Affiliation, depth+1)
}

// mark finds the agency's mark at the head of the text: "MNA Iran does not",
// "TEHRAN (MNA) -", "BISHKEK, May 3 (Reuters)".
func (d *doc) mark() {
	for i := 0; i < len(d.refs) && i < 6; i++ {
		r := &d.refs[i]
		if r.form != Name || r.entity == None || d.sentOf(i) != 0 || r.head0 > 12 || d.ents[r.entity].entry != nil {
			continue
		}
		raw := d.text[r.start:r.end]
		known := d.gram.agencies[raw]
		caps := len(raw) >= 2 && len(raw) <= 6 && !strings.Contains(raw, " ") && strings.ToUpper(raw) == raw
		if !known && !caps {
			continue
		}
		next, prev := "", ""
		if d.beside(r.last+1, r.last) {
			next = d.words[r.last+1].lower
		}
		if d.beside(r.first-1, r.first) {
			prev = d.words[r.first-1].lower
		}
		switch {
		case prev == "(" && next == ")" && (known || r.head0 <= 6 && d.dash(r.last+2)):
		case r.first == 0 && (next == "-" || next == "–" || next == "—"):
		case r.first == 0 && known && d.beside(r.last+1, r.last) && d.words[r.last+1].upper:
		case r.first == 0 && caps && d.beside(r.last+1, r.last) && d.words[r.last+1].name >= 0 && d.names[d.words[r.last+1].name].entry != nil && !d.names[d.words[r.last+1].name].adjective:
		default:
			continue
		}
		if d.ents[r.entity].count == 1 {
			d.ents[r.entity].Agency = true
			d.ents[r.entity].Side = None
		}
		return
	}
}

func (d *doc) dash(k int) bool {
	return k < len(d.words) && (d.words[k].lower == "-" || d.words[k].lower == "–" || d.words[k].lower == "—")
}

// result puts together what Resolve returns: entities in the order in which the
// text first names them.
func (d *doc) result() *Result {
	res := &Result{}
	at := make([]int, len(d.refs))
	for i := range at {
		at[i] = i
	}
	span := func(r *ref) briefing.Span {
		if r.given.End > 0 {
			return r.given
		}
		s := d.span(r.first, r.last)
		if r.name >= 0 {
			if r.last == r.head {
				s.End = r.end
			}
			if r.first == r.head0 {
				s.Start = r.start
			}
		}
		return s
	}
	slices.SortStableFunc(at, func(a, b int) int {
		x, y := span(&d.refs[a]), span(&d.refs[b])
		if c := cmp.Compare(x.Start, y.Start); c != 0 {
			return c
		}
		return cmp.Compare(y.End, x.End)
	})
	to := make([]int, len(d.ents))
	for e := range to {
		to[e] = None
	}
	var list []int
	add := func(e int) {
		if e != None && to[e] == None {
			to[e] = len(list)
			list = append(list, e)
		}
	}
	mentionOf := map[int]int{}
	for _, i := range at {
		r := &d.refs[i]
		if r.form == Adjective && r.entity == None {
			continue
		}
		s := span(r)
		head := briefing.Span{Start: min(max(r.start, s.Start), s.End), End: max(min(r.end, s.End), s.Start)}
		mentionOf[i] = len(res.Mentions)
		add(r.entity)
		res.Mentions = append(res.Mentions, Mention{Span: s, Head: head, Form: r.form, Entity: r.entity, Speaks: r.speaks})
	}
	for n := 0; n < len(list); n++ { // what is only affiliated with
		add(d.ents[list[n]].Affiliation)
		add(d.ents[list[n]].Side)
	}
	for _, i := range at {
		for _, e := range d.unclear[i] {
			add(e)
		}
	}
	res.Entities = make([]Entity, len(list))
	for n, e := range list {
		x := d.ents[e].Entity
		x.Named = d.ents[e].named
		if x.Affiliation != None {
			x.Affiliation = to[x.Affiliation]
		}
		if x.Side != None {
			x.Side = to[x.Side]
		}
		res.Entities[n] = x
	}
	type alias struct {
		entity int
		words  string
	}
	seen := map[alias]bool{}
	for n := range res.Mentions {
		m := &res.Mentions[n]
		if m.Entity == None {
			continue
		}
		m.Entity = to[m.Entity]
		x := &res.Entities[m.Entity]
		x.Mentions = append(x.Mentions, n)
		if m.Form == Name || m.Form == Nominal {
			words := d.text[m.Head.Start:m.Head.End]
			if m.Form == Nominal {
				words = d.text[m.Start:m.End]
				if w, rest, ok := strings.Cut(words, " "); ok && strings.EqualFold(w, "the") {
					words = "the " + rest
				}
			}
			key := alias{m.Entity, strings.ToLower(words)}
			if words != x.Name && !seen[key] && len(x.Aliases) < 12 {
				seen[key] = true
				x.Aliases = append(x.Aliases, words)
			}
		}
	}
	for i, may := range d.unclear {
		m, ok := mentionOf[i]
		if !ok || d.refs[i].entity != None || len(may) < 2 {
			continue
		}
		u := Unclear{Mention: m}
		for _, e := range may {
			u.Candidates = append(u.Candidates, to[e])
		}
		res.Unclear = append(res.Unclear, u)
	}
	slices.SortFunc(res.Unclear, func(a, b Unclear) int { return cmp.Compare(a.Mention, b.Mention) })
	return res
}
