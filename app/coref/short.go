package coref

import (
	"cmp"
	"slices"
	"strings"

	"briefline/app/briefing"
	"briefline/app/gazetteer"
)

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
		if r.name < 0 || formOf[i] < 0 || !d.beside(r.head+2, r.head) || d.words[r.head+1].lower != "(" {
			continue
		}
		at, ok := byFirst[r.head+2]
		if !ok || formOf[at] < 0 || formOf[at] == formOf[i] {
			continue
		}
		long, short := forms[formOf[i]], forms[formOf[at]]
		if len(short.toks) == 1 && len(long.toks) > 1 && strings.ToUpper(short.raw) == short.raw && (acronymOf(short.toks[0], long) || lettersOf(short.toks[0], long)) {
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

// lettersOf reports whether a short form in brackets is made of letters of the
// name in order, the first one first: "Singapore Airlines (SIA)".
func lettersOf(short string, long *nameForm) bool {
	all := strings.Join(long.toks, "")
	if len(short) < 2 || all[0] != short[0] {
		return false
	}
	for i := 0; i < len(short); i++ {
		k := strings.IndexByte(all, short[i])
		if k < 0 {
			return false
		}
		all = all[k+1:]
	}
	return true
}

var small = words("of the and for in on to de la du des et y del der und di at a an national")

// nested returns the pairs of forms of which one stands inside the other: "Leiden"
// in "Leiden University" is not short for it.
func (d *doc) nested(formOf []int) map[[2]int]bool {
	pairs := map[[2]int]bool{}
	for i := range d.refs {
		r := &d.refs[i]
		if r.name < 0 || formOf[i] < 0 {
			continue
		}
		for k := i + 1; k < len(d.refs) && k < i+8 && d.refs[k].head0 <= r.head; k++ {
			if c := &d.refs[k]; c.name >= 0 && formOf[k] >= 0 && formOf[k] != formOf[i] && c.head <= r.head && c.head-c.head0 < r.head-r.head0 {
				pairs[[2]int{formOf[k], formOf[i]}] = true
			}
		}
	}
	return pairs
}

// joinForms decides which forms are short for which.
func (d *doc) joinForms(forms []*nameForm, apart map[[2]int]bool) {
	byTok := map[string][]int{}
	order := make([]int, len(forms))
	for i, f := range forms {
		order[i] = i
		add := func(t string) {
			if l := byTok[t]; len(l) < manyForms && (len(l) == 0 || l[len(l)-1] != i) {
				byTok[t] = append(l, i)
			}
		}
		for _, t := range f.toks {
			add(t)
			if k := strings.LastIndexByte(t, '-'); k >= 0 { // "al-Assad" is called "Assad"
				add(t[k+1:])
			}
		}
	}
	var longs []int // organisations of several words, for acronyms
	for i, f := range forms {
		if len(f.toks) > 1 && f.kind != briefing.KindPerson && len(longs) < manyLongs {
			longs = append(longs, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if c := cmp.Compare(len(forms[b].toks), len(forms[a].toks)); c != 0 {
			return c
		}
		return cmp.Compare(forms[a].first, forms[b].first)
	})
	shorts := 0
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
				if j != i && forms[j].maybe == nil && !apart[[2]int{i, j}] {
					consider(j, d.shortFor(f, forms[j]))
				}
			}
		}
		if len(f.toks) == 1 && f.kind != briefing.KindPerson && len(f.raw) >= 2 && strings.ToUpper(f.raw) == f.raw && shorts < manyShorts {
			shorts++
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

var generic = words("national american british royal international united new general global first north south east west northern southern eastern western central free people's peoples popular democratic republican great world european african asian state federal public")

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
