package coref

import (
	"cmp"
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
	roleRank int // how sure the role is: 3 stated with the name, 2 stated beside, 1 inferred
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

const manyForms = 48 // of one token: more are not compared

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
			if g, ok := d.gram.given[f.toks[0]]; ok && len(f.toks) > 1 && f.gender == GenderUnknown {
				f.gender = g
			}
		case f.votes[1] >= f.votes[2]:
			f.kind = briefing.KindOrganisation
		default:
			f.kind = briefing.KindPlace
		}
	}
	d.defined(forms, formOf)
	d.joinForms(forms)
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

// better reports whether a says more of a name than b: more words, and not all
// capitals.
func better(a, b string) bool {
	x, y := strings.Count(a, " "), strings.Count(b, " ")
	if x != y {
		return x > y
	}
	return len(a) > len(b) && strings.ToUpper(b) == b
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

// defined joins a name and the short form that a bracket gives it: "European
// Union (EU)".
func (d *doc) defined(forms []*nameForm, formOf []int) {
	byFirst := map[int]int{}
	for i := range d.refs {
		if d.refs[i].name >= 0 {
			byFirst[d.refs[i].head0] = i
		}
	}
	for i := range d.refs {
		r := &d.refs[i]
		if r.name < 0 || formOf[i] < 0 || !d.beside(r.last+2, r.last) || d.words[r.last+1].lower != "(" {
			continue
		}
		at, ok := byFirst[r.last+2]
		if !ok || formOf[at] < 0 || formOf[at] == formOf[i] {
			continue
		}
		long, short := forms[formOf[i]], forms[formOf[at]]
		if len(short.toks) == 1 && len(long.toks) > 1 && strings.ToUpper(short.raw) == short.raw && acronymOf(short.toks[0], long) {
			if long.kind == briefing.KindOrganisation || short.kind == briefing.KindOrganisation {
				long.kind, short.kind = briefing.KindOrganisation, briefing.KindOrganisation
			}
			union(forms, formOf[at], formOf[i])
		}
	}
}

// acronymOf reports whether short, lower case, is made of first letters of the
// words of long, in order, with the first of them first. Small words may be left
// out, and a word may give a second letter.
func acronymOf(short string, long *nameForm) bool {
	short = strings.ReplaceAll(short, "&", "")
	if len(short) < 2 || len(short) > 10 || len(long.toks) < 2 {
		return false
	}
	k := 0
	for i, t := range long.toks {
		t = strings.TrimLeft(t, "&")
		for p := range strings.SplitSeq(t, "-") {
			if p == "" || k >= len(short) {
				continue
			}
			if p[0] == short[k] {
				k++
			} else if i == 0 || !small[p] && k < len(short) {
				return false
			}
		}
	}
	return k == len(short)
}

var small = words("of the and for in on to de la du des et y del der und di at a an national")

// joinForms decides which forms are short for which.
func (d *doc) joinForms(forms []*nameForm) {
	byTok := map[string][]int{}
	order := make([]int, len(forms))
	for i, f := range forms {
		order[i] = i
		for _, t := range f.toks {
			if l := byTok[t]; len(l) < manyForms && (len(l) == 0 || l[len(l)-1] != i) {
				byTok[t] = append(l, i)
			}
		}
	}
	var longs []int // organisations of several words, for acronyms
	for i, f := range forms {
		if len(f.toks) > 1 && f.kind != briefing.KindPerson && len(longs) < 400 {
			longs = append(longs, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if c := cmp.Compare(len(forms[b].toks), len(forms[a].toks)); c != 0 {
			return c
		}
		return cmp.Compare(forms[a].first, forms[b].first)
	})
	for _, i := range order {
		f := forms[i]
		if find(forms, i) != i {
			continue
		}
		var found []int
		best := 0
		consider := func(j, s int) {
			if s == 0 || s < best {
				return
			}
			if s > best {
				found, best = found[:0], s
			}
			top := find(forms, j)
			if top != find(forms, i) && !slices.Contains(found, top) {
				found = append(found, top)
			}
		}
		for _, t := range f.toks {
			for _, j := range byTok[t] {
				if j != i && forms[j].maybe == nil {
					consider(j, d.shortFor(f, forms[j]))
				}
			}
		}
		if len(f.toks) == 1 && f.kind != briefing.KindPerson && len(f.raw) >= 2 && strings.ToUpper(f.raw) == f.raw {
			for _, j := range longs {
				if acronymOf(f.toks[0], forms[j]) {
					consider(j, 5)
				}
			}
		}
		switch len(found) {
		case 0:
		case 1:
			union(forms, i, found[0])
		default:
			f.maybe = slices.Clone(found)
		}
	}
}

// shortFor scores how well f reads as a shorter writing of the name g: 0 not at
// all.
func (d *doc) shortFor(f, g *nameForm) int {
	if len(f.toks) > len(g.toks) || len(f.toks) == len(g.toks) && f.kind == g.kind && f.kind != briefing.KindPerson {
		return 0
	}
	if f.gender != GenderUnknown && g.gender != GenderUnknown && f.gender != g.gender {
		return 0
	}
	last := len(g.toks) - 1
	switch {
	case g.kind == briefing.KindPerson:
		if f.kind != briefing.KindPerson && (len(f.toks) > 1 && !slices.Equal(f.toks, g.toks) || gazetteer.Capital(f.raw) != nil) {
			return 0
		}
		if len(f.toks) == 1 {
			same := 3 // same kind is likelier
			if f.kind != g.kind {
				same = 1
			}
			t := f.toks[0]
			switch {
			case len(g.toks) == 1 && g.toks[0] == t:
				return same
			case g.toks[last] == t, strings.HasSuffix(g.toks[last], "-"+t):
				return same + 1
			case particle[t]:
				return 0
			case slices.Contains(g.toks, t) && f.kind == g.kind:
				return same - 1
			}
			return 0
		}
		if g.toks[last] != f.toks[len(f.toks)-1] && !subsequence(f.toks, g.toks) {
			return 0
		}
		if subsequence(f.toks, g.toks) {
			return 4
		}
		if initials(f.toks, g.toks) {
			return 3
		}
	case g.kind == briefing.KindOrganisation:
		if f.kind == briefing.KindPlace && (len(f.toks) == 1 || gazetteer.Capital(f.raw) != nil || len(f.refs) > 1) {
			return 0
		}
		if slices.Equal(f.toks, g.toks) {
			return 4
		}
		if gazetteer.Capital(f.raw) != nil || gazetteer.Adjective(f.raw) != nil {
			return 0
		}
		if len(f.toks) == 1 {
			t := f.toks[0]
			if c := d.classOf(t); c&(body|office|modifier|place) != 0 || generic[t] {
				if g.toks[last] == t && c&body != 0 && f.kind == briefing.KindOrganisation {
					return 2
				}
				return 0
			}
			if g.toks[0] == t && !small[g.toks[min(1, last)]] {
				return 3
			}
			if f.kind == g.kind && g.toks[last] == t && len(t) > 3 {
				return 1
			}
			return 0
		}
		if slices.Equal(f.toks, g.toks[:len(f.toks)]) || slices.Equal(f.toks, g.toks[len(g.toks)-len(f.toks):]) {
			return 3
		}
	default:
		if f.kind == briefing.KindPerson {
			return 0
		}
		if slices.Equal(f.toks, g.toks) {
			return 3
		}
		if slices.Equal(f.toks, g.toks[:len(f.toks)]) && d.classOf(g.toks[len(f.toks)])&place != 0 {
			return 2
		}
	}
	return 0
}

var particle = words("al el bin ben ibn abu de la le du van von der den da di dos del della st san ter ten y e mc mac o")
var generic = words("national american british royal international united new general global first north south east west northern southern eastern western central free people's peoples popular democratic republican great world european african asian state federal public chicago")

// subsequence reports whether all of f stand in g in this order.
func subsequence(f, g []string) bool {
	k := 0
	for _, t := range g {
		if k < len(f) && (f[k] == t || len(f[k]) == 1 && strings.HasPrefix(t, f[k])) {
			k++
		}
	}
	return k == len(f)
}

// initials reports whether two names with one surname differ by initials only:
// "J. Smith" and "John Smith".
func initials(f, g []string) bool {
	a, b := f[0], g[0]
	return (len(a) == 1 || len(b) == 1) && a[0] == b[0]
}
