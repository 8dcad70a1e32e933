package coref

import (
	"slices"
	"strings"

	"briefline/app/briefing"
	"briefline/app/gazetteer"
)

// linkGovernment gives each state one government.
func (d *doc) linkGovernment(i int, wordRef map[int]int) {
	r := &d.refs[i]
	st := None
	switch {
	case r.entry != nil && r.entry.Kind == gazetteer.State:
		st = d.stateEntity(r.entry, "", true)
	case r.possessor >= 0:
		if at, ok := wordRef[r.possessor]; ok && d.refs[at].entity != None {
			st = d.stateIn(d.refs[at].entity)
		}
	case r.definite && r.last == r.head && r.head-r.first <= 1:
		if cs := d.recentStates(i); len(cs) == 1 || len(cs) > 1 && cs[0].score-cs[1].score > 1 {
			st = cs[0].ent
		}
	}
	if st == None {
		return
	}
	key := [2]int{-1, st}
	at, ok := d.abroad[key]
	if !ok {
		at = d.newDescribed(r)
		d.abroad[key] = at
		x := &d.ents[at]
		x.stateOf = d.ents[st].entry
		if r.entry == nil {
			x.Name, x.NameInferred = "government of "+d.ents[st].Name, true
		}
	}
	r.entity = at
}

// strict bodies are named by their kind: "the ministry" is one whose name says
// so. Each stands with the words that tell the kind.
var strict = map[string][]string{
	"ministry": {"ministry"}, "department": {"department"}, "agency": {"agency", "administration"}, "university": {"university"},
	"college": {"college"}, "court": {"court"}, "tribunal": {"tribunal", "court"}, "bank": {"bank", "banco", "banque"},
	"party": {"party"}, "union": {"union"}, "commission": {"commission"}, "committee": {"committee"}, "council": {"council"},
	"parliament": {"parliament", "majlis", "knesset"}, "senate": {"senate"}, "army": {"army"}, "navy": {"navy"}, "police": {"police"},
	"hospital": {"hospital"}, "school": {"school"}, "institute": {"institute"}, "foundation": {"foundation"}, "federation": {"federation"},
	"association": {"association"}, "authority": {"authority"}, "league": {"league"}, "church": {"church"}, "board": {"board"},
	"exchange": {"exchange"}, "airline": {"airlines", "airline", "airways", "air"}, "airlines": {"airlines"}, "carrier": {"airlines", "airways", "air"}, "office": {"office"},
	"bureau": {"bureau"}, "newspaper": {"times", "post", "journal", "news", "guardian", "herald", "telegraph"}, "assembly": {"assembly"},
	"congress": {"congress"}, "embassy": {"embassy"}, "consulate": {"consulate"}, "regiment": {"regiment"}, "brigade": {"brigade"},
	"cabinet": {"cabinet"}, "administration": {"administration"}, "coalition": {"coalition"}, "alliance": {"alliance", "nato"}, "bloc": {"union", "community"},
	"movement": {"movement"}, "militia": {}, "fund": {"fund"}, "club": {"club", "fc", "united", "city"}, "team": {}, "website": {}, "network": {}, "station": {},
	"channel": {}, "delegation": {}, "mission": {}, "magazine": {}, "division": {}, "unit": {}, "business": {}, "service": {"service"}, "force": {"force"},
	"opposition": {}, "mosque": {"mosque"}, "regime": {}, "junta": {}, "military": {}, "chain": {}, "label": {}, "studio": {}, "subsidiary": {}, "secretariat": {"secretariat"},
}

// linkBody settles a description of an organisation: "the ministry" by its name,
// "the company" by which company the text speaks of.
func (d *doc) linkBody(i int, head string) {
	r := &d.refs[i]
	if w := d.words[r.first].lower; w == "another" || w == "every" || w == "each" || w == "any" || w == "no" || w == "other" || r.possessor >= 0 {
		return
	}
	if r.last > r.head && len(r.of) > 0 {
		return
	}
	kinds, isStrict := strict[head]
	cs := d.candidates(i, 8, func(at int, x *ent) bool {
		if x.Kind != briefing.KindOrganisation || x.Plural {
			return false
		}
		if r.entry != nil && x.stateOf != nil && x.stateOf != r.entry {
			return false
		}
		if !x.named && !x.nouns[head] && !x.NameInferred {
			return false
		}
		if x.nouns[head] {
			return true
		}
		kind := kindOf(x.Name)
		if isStrict {
			return slices.ContainsFunc(kinds, func(k string) bool { return strings.Contains(strings.ToLower(x.Name), k) })
		}
		return kind == ""
	})
	for k := range cs {
		if d.ents[cs[k].ent].nouns[head] {
			cs[k].score += 3
		}
	}
	resort(cs)
	// "the Kyrgyz company" tells a state that the candidate must be known by.
	if r.entry != nil {
		cs = slices.DeleteFunc(cs, func(c cand) bool { return d.ents[c.ent].stateOf != r.entry })
	}
	d.choose(i, cs, 0.3)
}

// linkOwnBody settles "his organisation" by whom he was said to be with.
func (d *doc) linkOwnBody(i int, head string, wordRef map[int]int) {
	r := &d.refs[i]
	at, ok := wordRef[r.possessor]
	if !ok || d.refs[at].entity == None || r.head-r.first > 1 || r.plural {
		return
	}
	o := d.ents[d.refs[at].entity].affil
	if o == None || d.ents[o].Kind != briefing.KindOrganisation || head == "party" || head == "government" {
		return
	}
	if kinds, isStrict := strict[head]; isStrict && !slices.ContainsFunc(kinds, func(k string) bool { return strings.Contains(strings.ToLower(d.ents[o].Name), k) }) {
		return
	}
	r.entity = o
}

// kindOf returns the word that tells the kind of a body in its name, or "".
func kindOf(name string) string {
	lower := strings.ToLower(name)
	for _, k := range []string{"ministry", "department", "university", "court", "commission", "committee", "council", "parliament", "senate", "police", "hospital", "party", "army", "navy", "union", "air force", "nations", "congress"} {
		if strings.Contains(lower, k) {
			return k
		}
	}
	return ""
}

// linkPlace settles "the city" by the city that was named last.
func (d *doc) linkPlace(i int, head string) {
	r := &d.refs[i]
	if r.possessor >= 0 || r.last > r.head || r.entry != nil || r.head-r.first > 1 {
		return
	}
	if head != "city" && head != "town" && head != "village" && head != "island" && head != "province" && head != "territory" && head != "peninsula" {
		return
	}
	cs := d.candidates(i, 5, func(at int, x *ent) bool {
		if x.Kind != briefing.KindPlace || !x.named {
			return false
		}
		if x.entry != nil {
			return head == "territory" || head == "island" || head == "peninsula"
		}
		return true
	})
	d.choose(i, cs, 0.3)
}
