package event

import (
	"cmp"
	"slices"
	"strings"

	"briefline/app/briefing"
	"briefline/app/edtf"
)

// merge puts the candidates in the order of the text and joins the namings of one
// event to the first of them.
func (d *reader) merge() {
	d.sort()
	ordered := map[int][]int{} // "the second since the 2016 agreement" are two
	for _, p := range d.phrases {
		a, b := min(p.host, p.named), max(p.host, p.named)
		ordered[b] = append(ordered[b], a)
	}
	last := map[string][]int{} // the latest groups of each root
	const back = 6             // groups that are looked at
	for i := range d.found {
		c := &d.found[i]
		c.group = i
		groups := last[c.root]
		for k := len(groups) - 1; k >= 0 && k >= len(groups)-back; k-- {
			if g := groups[k]; d.same(g, i) && !slices.ContainsFunc(ordered[i], func(o int) bool { return d.found[o].group == g }) {
				c.group = g
				d.join(g, i)
				break
			}
		}
		if c.group == i {
			last[c.root] = append(groups, i)
		}
	}
	d.twice()
}

// sort orders the candidates by their triggers, and what points to them with it.
func (d *reader) sort() {
	order := make([]int, len(d.found))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(d.found[a].Trigger.Start, d.found[b].Trigger.Start) })
	place := make([]int, len(order))
	sorted := make([]candidate, len(order))
	for to, from := range order {
		place[from], sorted[to] = to, d.found[from]
	}
	d.found = sorted
	for i := range d.phrases {
		d.phrases[i].host, d.phrases[i].named = place[d.phrases[i].host], place[d.phrases[i].named]
	}
	for i := range d.occasion {
		if m := d.occasion[i].meeting; m >= 0 {
			d.occasion[i].meeting = place[m]
		}
	}
}

// same reports whether candidate i names the event of the earlier candidate g.
func (d *reader) same(g, i int) bool {
	a, b := &d.found[g], &d.found[i]
	if a.Negated != b.Negated || a.Future != b.Future && a.Date != b.Date || a.weak && !b.weak && a.noun && !a.definite {
		return false
	}
	if a.noun && b.noun && a.mods != "" && b.mods != "" && !commonWord(a.mods, b.mods) {
		return false // "security agreement", "cooperation agreement"
	}
	if d.past(a, b) || d.past(b, a) {
		return false
	}
	if a.headline && b.sentence <= 2 && !b.again {
		return true
	}
	shared := d.shared(a, b)
	if a.Date >= 0 && b.Date >= 0 && a.Date != b.Date && d.dates[a.Date].Value != d.dates[b.Date].Value {
		if a.Basis == briefing.BasisStated && b.Basis == briefing.BasisStated {
			// Two days: one event told twice only when all else agrees.
			return shared >= 2 && !b.again && d.rival(a.Date, b.Date)
		}
	}
	if a.noun && b.noun && a.sentence == b.sentence && (b.Date < 0 || a.Date < 0 || a.Date == b.Date) && a.Span.End+len(", the ") >= b.Span.Start {
		return true // "a lawsuit, the third such suit"
	}
	if b.again && b.Title != a.Title || a.again && !b.again && (b.Date >= 0 || b.mods != "") {
		return false
	}
	few := len(a.Names)+len(a.Places) == 0 || len(b.Names)+len(b.Places) == 0
	switch {
	case shared >= 2, shared >= 1 && (b.sentence-a.sentence <= 3 || len(b.Names)+len(b.Places) == 1 || a.Kind != Meeting):
		return true
	case b.alone && !b.again && b.Date < 0 && b.sentence-a.sentence <= 3:
		return true // "the quake"
	case few && b.noun && b.definite:
		return b.sentence-a.sentence <= 6 // "the agreement" alone
	case few && a.sentence == 0 && b.sentence <= 2:
		return true // the headline
	}
	return false
}

// past reports whether a is told as news and the words of b name a date of their
// own: "signed a deal", "the 2018 deal".
func (d *reader) past(a, b *candidate) bool {
	return a.Fresh && a.Date < 0 && b.noun && b.definite && b.Date >= 0 && b.Basis == briefing.BasisStated && d.dates[b.Date].Against == "" && !d.dates[b.Date].EDTF.IsZero()
}

// commonWord reports whether a word of a, each followed by a blank, is in b.
func commonWord(a, b string) bool {
	for w := range strings.FieldsSeq(a) {
		if strings.Contains(" "+b, " "+w+" ") {
			return true
		}
	}
	return false
}

// shared counts the names that two candidates have in common.
func (d *reader) shared(a, b *candidate) int {
	n := 0
	for _, x := range append(slices.Clip(a.Names), a.Places...) {
		for _, y := range append(slices.Clip(b.Names), b.Places...) {
			if x == y || d.nameKey(x) == d.nameKey(y) {
				n++
				break
			}
		}
	}
	return n
}

// nameKey is the last word of a name, in lower case: a surname.
func (d *reader) nameKey(n int) string {
	s := d.text[d.named[n].Start:d.named[n].End]
	if i := strings.LastIndexAny(s, " \n\u00a0"); i >= 0 {
		s = s[i+1:]
	}
	return strings.ToLower(s)
}

// rival reports whether two dates can be two tellings of one: both are days of
// the week, or days not more than a week apart.
func (d *reader) rival(a, b int) bool {
	x, y := d.dates[a], d.dates[b]
	if strings.HasPrefix(x.Value, "XXXX-WXX-") && strings.HasPrefix(y.Value, "XXXX-WXX-") {
		return true
	}
	if x.EDTF.IsZero() || y.EDTF.IsZero() {
		return false
	}
	const week = 7 * 24 * 60 * 60 // seconds
	p, q := x.EDTF.Bounds(), y.EDTF.Bounds()
	return p.FromEnd == edtf.EndKnown && p.ToEnd == edtf.EndKnown && q.FromEnd == edtf.EndKnown && q.ToEnd == edtf.EndKnown &&
		p.To-p.From <= week && q.To-q.From <= week && p.From-q.From <= week && q.From-p.From <= week
}

// join adds what candidate i tells to the event of group g.
func (d *reader) join(g, i int) {
	a, b := &d.found[g], &d.found[i]
	switch {
	case b.Date < 0:
	case a.Date < 0:
		a.Date, a.Basis, a.Fresh = b.Date, b.Basis, false
	case a.Date != b.Date && d.dates[a.Date].Value != d.dates[b.Date].Value && a.Basis == briefing.BasisStated && b.Basis == briefing.BasisStated:
		a.addOther(b.Date)
	case a.Basis == briefing.BasisInferred && b.Basis == briefing.BasisStated:
		a.Date, a.Basis = b.Date, b.Basis
	}
	if !b.weak && a.weak {
		a.weak, a.weight = false, b.weight
	}
	if !b.weak {
		a.weight += 0.3
		a.Reported = a.Reported && b.Reported
		if !a.Reported {
			a.Statement = -1
		}
	}
	a.hosts = a.hosts || b.hosts
	a.Names, a.Places = d.union(a.Names, b.Names, a.Places), d.union(a.Places, b.Places, a.Names)
}

// union adds to a what b names beyond a and beside.
func (d *reader) union(a, b, beside []int) []int {
	for _, n := range b {
		if known := slices.ContainsFunc(a, func(m int) bool { return d.nameKey(m) == d.nameKey(n) }); !known && len(a) < 12 &&
			!slices.ContainsFunc(beside, func(m int) bool { return d.nameKey(m) == d.nameKey(n) }) {
			a = append(slices.Clip(a), n)
		}
	}
	return a
}

func (c *candidate) addOther(date int) {
	if date != c.Date && !slices.Contains(c.Others, date) && len(c.Others) < 8 {
		c.Others = append(c.Others, date)
	}
}

// twice finds statements that are told twice, with one place and two days: the
// day of the telling without a meeting is another date of the meeting.
func (d *reader) twice() {
	const back = 6
	for i, b := range d.occasion {
		for k := max(0, i-back); k < i; k++ {
			a := d.occasion[k]
			if a.meeting < 0 == (b.meeting < 0) || d.dates[a.date].Value == d.dates[b.date].Value || d.nameKey(a.place) != d.nameKey(b.place) || !d.anyShared(a.speakers, b.speakers) || !sameWords(d.text, a.sentence, b.sentence) {
				continue
			}
			if a.meeting >= 0 {
				d.found[d.found[a.meeting].group].addOther(b.date)
			} else {
				d.found[d.found[b.meeting].group].addOther(a.date)
			}
		}
	}
}

func (d *reader) anyShared(a, b []int) bool {
	for _, x := range a {
		for _, y := range b {
			if d.nameKey(x) == d.nameKey(y) {
				return true
			}
		}
	}
	return false
}
