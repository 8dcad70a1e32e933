package coref

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"briefline/app/briefing"
	"briefline/app/gazetteer"
)

// ent is an entity while it is worked on.
type ent struct {
	Entity
	entry    *gazetteer.Entry // the state or region that it is
	stateOf  *gazetteer.Entry // of a person or body: the state told with it
	affil    int
	roles    []string        // words of its roles, lower case
	nouns    map[string]bool // what it was described as: "automaker"
	named    bool
	acts     bool // it takes part: it says, does or is dealt with as a party
	count    int
	lastSent int
	city     bool
	refs     []int // of a person who is only described, for when the name comes
	roleRank int   // how sure the role is: 3 stated with the name, 2 stated beside, 1 inferred
}

// nameForm is one way of writing a name, with all refs that write it so.
type nameForm struct {
	toks   []string
	raw    string
	kind   briefing.ParticipantKind
	votes  [4]int // person, organisation, place
	gender Gender
	first  int // the first ref
	refs   []int
	up     int   // union-find
	maybe  []int // forms that it may be short for, where there are more than one
}

const (
	manyForms  = 48   // of one token: more are not compared
	manyShorts = 2000 // capitals that may be short for something
	manyLongs  = 400  // names that they may be short for
)

// form puts names into entities by how they are written.
func (d *doc) form() {
	var forms []*nameForm
	byKey := map[string]int{}
	formOf := make([]int, len(d.refs))
	for i := range d.refs {
		r := &d.refs[i]
		formOf[i] = -1
		if r.name < 0 {
			continue
		}
		n := &d.names[r.name]
		if n.entry != nil {
			r.entity = d.stateEntity(n.entry, d.text[n.start:n.end], n.adjective)
			continue
		}
		raw := d.text[n.start:n.end]
		if compound(raw) != nil && n.kind != briefing.KindPerson {
			r.form = Adjective // of two states: an entity of neither
			continue
		}
		toks := tokens(raw, n.kind)
		key := strings.Join(toks, " ")
		if n.body != nil {
			key = "\x01" + n.body.Name
		} else if rest, e := d.ofState(n, toks); e != nil {
			key = "\x02" + e.Name + " " + rest
		}
		if n.kind == briefing.KindPerson && len(toks) == 1 && r.gender != GenderUnknown {
			key += "\x00" + string(rune('0'+r.gender))
		}
		f, ok := byKey[key]
		if !ok {
			f = len(forms)
			byKey[key] = f
			forms = append(forms, &nameForm{toks: toks, raw: raw, first: i, up: f})
		}
		x := forms[f]
		x.refs = append(x.refs, i)
		if len(raw) > len(x.raw) {
			x.raw = raw
		}
		switch n.kind {
		case briefing.KindPerson:
			x.votes[0]++
			if r.gender != GenderUnknown {
				x.gender = r.gender
			}
		case briefing.KindOrganisation:
			x.votes[1]++
		default:
			x.votes[2]++
		}
		formOf[i] = f
	}
	for _, f := range forms {
		switch {
		case f.votes[0] > f.votes[1] && f.votes[0] >= f.votes[2]:
			f.kind = briefing.KindPerson
			first, _, _ := strings.Cut(f.toks[0], "-")
			if g, ok := d.gram.given[first]; ok && len(f.toks) > 1 && f.gender == GenderUnknown {
				f.gender = g
			}
		case f.votes[1] >= f.votes[2]:
			f.kind = briefing.KindOrganisation
		default:
			f.kind = briefing.KindPlace
		}
	}
	d.defined(forms, formOf)
	d.joinForms(forms, d.nested(formOf))
	root := map[int]int{}
	for i := range forms {
		if forms[i].maybe != nil {
			continue
		}
		top := find(forms, i)
		e, ok := root[top]
		if !ok {
			e = d.newEnt(forms[top].kind)
			root[top] = e
		}
		x := &d.ents[e]
		x.named = true
		f := forms[i]
		if f.gender != GenderUnknown {
			x.Gender = f.gender
		}
		for _, r := range f.refs {
			d.refs[r].entity = e
		}
		if x.Name == "" || better(f.raw, x.Name) {
			x.Name = f.raw
		}
	}
	// Forms that may be short for several: decided where they stand, in link.
	for _, f := range forms {
		if f.maybe == nil {
			continue
		}
		var es []int
		for _, m := range f.maybe {
			if e, ok := root[find(forms, m)]; ok && !slices.Contains(es, e) {
				es = append(es, e)
			}
		}
		for _, r := range f.refs {
			d.unclear[r] = es
		}
	}
}

// ofState returns the state that a public body's name begins with, and the rest
// of its words: "US government" and "United States government" are one.
func (d *doc) ofState(n *named, toks []string) (string, *gazetteer.Entry) {
	if n.kind != briefing.KindOrganisation || len(toks) < 2 || !public[toks[len(toks)-1]] {
		return "", nil
	}
	for j := min(n.first+2, n.last-1); j >= n.first; j-- {
		raw := d.raw(n.first, j)
		e := gazetteer.Adjective(raw)
		if e == nil {
			e = gazetteer.Named(raw)
		}
		if e != nil && e.Kind == gazetteer.State {
			return strings.ToLower(d.raw(j+1, n.last)), e
		}
	}
	return "", nil
}

var public = words("government ministry parliament embassy army navy police military congress senate administration department treasury")

// better reports whether a says more of a name than b: more words, and not all
// capitals.
func better(a, b string) bool {
	x, y := strings.Count(a, " "), strings.Count(b, " ")
	if x != y {
		return x > y
	}
	return len(a) > len(b) && (strings.ToUpper(b) == b || strings.Contains(b, ". "))
}

func (d *doc) newEnt(kind briefing.ParticipantKind) int {
	d.ents = append(d.ents, ent{Entity: Entity{Kind: kind, Affiliation: None, Side: None}, affil: None, lastSent: -1})
	return len(d.ents) - 1
}

// stateEntity returns the entity of a state or region.
func (d *doc) stateEntity(e *gazetteer.Entry, raw string, adjective bool) int {
	at, ok := d.states[e.Name]
	if !ok {
		at = d.newEnt(briefing.KindPlace)
		d.states[e.Name] = at
		x := &d.ents[at]
		x.entry, x.named, x.Name, x.NameInferred, x.Code = e, true, e.Name, true, e.Code
	}
	if x := &d.ents[at]; !adjective && raw != "" && (x.NameInferred || raw == e.Name) {
		x.Name, x.NameInferred = raw, false
		if u := unpossessed(raw); u != nil && gazetteer.Named(raw) == nil {
			x.Name, x.NameInferred = u.Name, true
		}
	}
	return at
}

func find(forms []*nameForm, i int) int {
	for forms[i].up != i {
		forms[i].up = forms[forms[i].up].up
		i = forms[i].up
	}
	return i
}

func union(forms []*nameForm, child, parent int) {
	a, b := find(forms, child), find(forms, parent)
	if a != b {
		forms[a].up = b
		if forms[b].gender == GenderUnknown {
			forms[b].gender = forms[a].gender
		}
	}
}

// tokens returns the words of a name that tell it from others, lower case and
// without marks: "Ford Motors Co." is "ford".
func tokens(raw string, kind briefing.ParticipantKind) []string {
	var out []string
	for f := range strings.FieldsFuncSeq(fold(raw), func(r rune) bool {
		return unicode.IsSpace(r) || r == ',' || r == '(' || r == ')' || r == '"' || r == '“' || r == '”'
	}) {
		f = strings.TrimSuffix(strings.TrimSuffix(f, "'s"), "’s")
		if strings.Count(f, ".") > 0 {
			f = strings.ReplaceAll(f, ".", "")
		}
		f = strings.Trim(f, "'’-–`*")
		if f != "" && !(len(out) == 0 && (f == "the" || f == "a")) {
			out = append(out, f)
		}
	}
	if kind == briefing.KindOrganisation {
		n := len(out)
		for n > 1 && gram().corporate[out[n-1]] {
			n--
		}
		out = out[:n]
	}
	if kind == briefing.KindPlace {
		for len(out) > 1 && compass[out[0]] {
			out = out[1:]
		}
		if n := len(out); n > 1 && out[n-1] == "city" {
			out = out[:n-1]
		}
	}
	if kind == briefing.KindPerson {
		n := len(out)
		for n > 1 && (out[n-1] == "jr" || out[n-1] == "sr" || out[n-1] == "ii" || out[n-1] == "iii") {
			n--
		}
		out = out[:n]
	}
	if len(out) == 0 {
		out = []string{fold(raw)}
	}
	return out
}

var compass = words("central northern southern eastern western downtown greater upper lower mainland")

// fold lower-cases a name and takes the marks off its letters.
func fold(s string) string {
	ascii := true
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			ascii = false
			break
		}
	}
	if ascii {
		return strings.ToLower(s)
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'ı' || r == 'İ':
			b.WriteByte('i')
		case r == 'ł' || r == 'Ł':
			b.WriteByte('l')
		case r == 'ø' || r == 'Ø':
			b.WriteByte('o')
		case r == 'đ' || r == 'Đ':
			b.WriteByte('d')
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}
