package coref

import (
	"slices"
	"strings"

	"briefline/app/briefing"
	"briefline/app/gazetteer"
	"briefline/app/token"
)

// ref is a mention while it is worked on.
type ref struct {
	first, last int // words, with article, titles and role
	head0, head int // words of the name, or twice the head noun
	start, end  int // bytes of the name where it ends inside a word ("Irans"); else of head0 to head
	form        Form
	kind        briefing.ParticipantKind // empty: not told
	class       class                    // of the head noun
	name        int                      // index of the name, or -1
	gender      Gender
	plural      bool
	definite    bool             // "the", "this", a possessive
	possessor   int              // word of "his" or "its" that it begins with, or -1
	of          []int            // names inside it that it may be held with, nearest last
	entry       *gazetteer.Entry // the state told by an adjective, possessor or "of"
	role        roleWords
	same        int // the ref that it is another wording of, or -1: an apposition
	subject     bool
	speaks      bool
	entity      int
	given       briefing.Span // what the caller gave; empty if the ref was found
}

// roleWords are the words of a role, and of a rank.
type roleWords struct {
	first, last int // words; last < first without
	rank        [2]int
	possessor   int // word of "his", or -1
	of          []int
	entry       *gazetteer.Entry
	headWord    string
}

func (r *roleWords) told() bool { return r.last >= r.first }

var noRole = roleWords{first: 0, last: -1, rank: [2]int{0, -1}, possessor: -1}

// scan finds the refs of the text, in the order of their heads.
func (d *doc) scan() {
	used := make([]bool, len(d.words)) // words of a role that belongs to a name already
	if d.opts.Given != nil {
		d.scanGiven()
	} else {
		for i := range d.names {
			d.scanName(i, used)
		}
		for i := range d.words {
			d.scanWord(i, used)
		}
		d.appositions()
	}
	d.order()
	d.speakers()
}

// order sorts the refs by their heads, so that "his" comes before what "his
// counterpart" names.
func (d *doc) order() {
	at := make([]int, len(d.refs))
	for i := range at {
		at[i] = i
	}
	slices.SortStableFunc(at, func(a, b int) int {
		x, y := &d.refs[a], &d.refs[b]
		if x.head0 != y.head0 {
			return x.head0 - y.head0
		}
		return y.last - x.last
	})
	to := make([]int, len(at))
	out := make([]ref, len(at))
	for i, a := range at {
		to[a] = i
		out[i] = d.refs[a]
	}
	for i := range out {
		if out[i].same >= 0 {
			out[i].same = to[out[i].same]
		}
	}
	d.refs = out
	d.subjects()
}

func (d *doc) newRef(first, last int) ref {
	return ref{first: first, last: last, head0: first, head: last, start: d.words[first].start, end: d.words[last].end,
		name: -1, possessor: -1, same: -1, entity: None, role: noRole}
}

// scanName makes the ref of a name, with the titles and the role before it.
func (d *doc) scanName(i int, used []bool) {
	n := &d.names[i]
	r := d.newRef(n.first, n.last)
	r.start, r.end = n.start, n.end
	r.form, r.kind, r.name = Name, n.kind, i
	if n.entry != nil && n.adjective {
		r.form = Adjective
	}
	if d.beside(n.first-1, n.first) && d.words[n.first-1].lower == "the" && r.form == Name {
		r.first--
		r.definite = true
	}
	if n.kind == briefing.KindPerson {
		d.titles(&r, used)
	}
	d.refs = append(d.refs, r)
	if n.kind == briefing.KindPerson {
		d.roleAfter(len(d.refs)-1, used)
	}
}

// titles takes the titles, ranks and the role that stand before a person's name
// into the ref.
func (d *doc) titles(r *ref, used []bool) {
	k := r.head0 - 1
	for d.beside(k, r.head0) && d.words[k].name < 0 {
		c := d.words[k].class
		switch {
		case c&rank != 0 && (c&office == 0 || d.words[k].upper || d.beside(k-1, k) && d.words[k-1].class&rank != 0 && d.words[k-1].upper):
			if r.role.rank[1] < r.role.rank[0] {
				r.role.rank[1] = k
			}
			r.role.rank[0] = k
		case c&title != 0 && c&office == 0 && d.words[k].upper:
		default:
			goto role
		}
		r.gender = sex(c, r.gender)
		r.first = k
		k--
	}
role:
	if !d.beside(k, r.head0) || d.words[k].name >= 0 {
		d.titleOf(r, k, used)
		return
	}
	c := d.words[k].class
	if c&(office|person) == 0 || d.words[k].lower == "general" && r.role.rank[1] >= r.role.rank[0] {
		d.titleOf(r, k, used)
		return
	}
	p := d.phrase(k)
	d.takeRole(r, p, k, k)
	r.gender = sex(c, r.gender)
	r.first = p.first
	for w := p.first; w < r.head0; w++ {
		used[w] = true
	}
}

// titleOf takes a role with "of" before a name: "Secretary of State Hillary
// Clinton", "Minister of Foreign Affairs X".
func (d *doc) titleOf(r *ref, k int, used []bool) {
	last := k
	for n := 0; n < 5 && d.beside(k, r.head0) && d.words[k].upper; n++ {
		k--
	}
	if k < last && d.beside(k-1, r.head0) && d.words[k].lower == "the" {
		k--
	}
	if k == last || !d.beside(k-1, r.head0) || d.words[k].lower != "of" || d.words[k-1].class&office == 0 || !d.words[k-1].upper {
		return
	}
	p := d.phrase(k - 1)
	if n := d.words[last].name; n >= 0 {
		p.of = append(p.of, int(n))
		d.takeRole(r, p, k-1, k-1)
	} else {
		d.takeRole(r, p, k-1, last)
	}
	r.gender = sex(d.words[k-1].class, r.gender)
	r.first = p.first
	for w := p.first; w < r.head0; w++ {
		used[w] = true
	}
}

func sex(c class, before Gender) Gender {
	switch {
	case c&male != 0:
		return Male
	case c&female != 0:
		return Female
	}
	return before
}

// takeRole writes a role phrase whose words end at last into a ref.
func (d *doc) takeRole(r *ref, p nounPhrase, head, last int) {
	r.role.first, r.role.last = p.core, last
	r.role.possessor, r.role.of, r.role.entry = p.possessor, p.of, p.entry
	r.role.headWord = d.words[head].lower
}

// roleAfter reads what stands behind a name: ", minister of transport for
// Indonesia,", ", 45, a farmer," or "is the president of".
func (d *doc) roleAfter(at int, used []bool) {
	r := &d.refs[at]
	k := r.last + 1
	if !d.beside(k, r.last) {
		return
	}
	copula := false
	switch d.words[k].lower {
	case ",", "(":
		k++
		if d.beside(k, r.last) && d.words[k].kind == token.Number && d.beside(k+1, r.last) && d.words[k+1].lower == "," {
			k += 2
		}
		if d.beside(k+1, r.last) && d.words[k].lower == "who" && (d.words[k+1].lower == "is" || d.words[k+1].lower == "was") {
			k += 2
			copula = true
		}
	case "is", "was", "became", "remains":
		k++
		copula = true
	default:
		return
	}
	head := d.headFrom(k)
	if head < 0 || d.words[head].class&(office|person) == 0 {
		return
	}
	p := d.phrase(head)
	if p.first > k || copula && d.words[k].name < 0 && !d.gram.determiners[d.words[k].lower] && d.words[head+1].lower != "of" {
		return
	}
	if d.beside(head+1, head) && d.words[head+1].lower == "and" { // "Chairman and Chief Operating Officer of AirTran"
		if second := d.headFrom(head + 2); second > 0 && d.words[second].class&office != 0 && d.phrase(second).first >= head+2 {
			head = second
		}
	}
	last, of := d.complement(head)
	if d.beside(last+1, head) && !copula {
		next := &d.words[last+1]
		if next.name >= 0 || next.kind == token.Word && next.lower != "who" && next.lower != "and" && !d.gram.says[next.lower] && !d.gram.acts[next.lower] {
			return
		}
	}
	if d.beside(last+1, head) && d.words[last+1].name >= 0 {
		return
	}
	p.of = append(p.of, of...)
	n := d.nominal(head, p, last)
	n.same = at
	if !r.role.told() {
		d.takeRole(r, p, head, d.roleEnd(head, last))
		if r.role.entry == nil {
			r.role.entry = n.entry
		}
		r.role.of = p.of
	}
	r.gender = sex(d.words[head].class, r.gender)
	for w := p.first; w <= last; w++ {
		used[w] = true
	}
	d.refs = append(d.refs, n)
}

// headFrom returns the head noun of the phrase that begins at word k, or -1.
func (d *doc) headFrom(k int) int {
	head := -1
	for i := k; i < k+9 && d.beside(i, k); i++ {
		w := &d.words[i]
		if w.kind == token.Punct && w.lower != "'s" && w.lower != "’s" {
			break
		}
		if i > k && (d.gram.stops[w.lower] || d.gram.prepositions[w.lower] || d.gram.determiners[w.lower]) {
			break
		}
		if w.name < 0 && w.class&(office|person|body|place|group) != 0 {
			head = i
		} else if head >= 0 && w.class&modifier == 0 {
			break
		}
	}
	return head
}

// roleEnd returns the last word of a role: "minister of transport" ends before
// "for Indonesia", since a body that it is held with is no part of its words.
func (d *doc) roleEnd(head, last int) int {
	for k := head + 1; k <= last; k++ {
		if d.words[k].name >= 0 {
			k--
			for k > head && (d.gram.determiners[d.words[k].lower] || d.gram.prepositions[d.words[k].lower]) {
				k--
			}
			return k
		}
	}
	return last
}

// nounPhrase is what stands before a head noun.
type nounPhrase struct {
	first     int // with the article
	core      int // first word of the role itself, without states and names
	possessor int
	of        []int
	entry     *gazetteer.Entry
	definite  bool
	plain     bool // nothing before the head
}

// phrase reads leftwards from a head noun.
func (d *doc) phrase(head int) nounPhrase {
	p := nounPhrase{first: head, core: head, possessor: -1}
	sure, core, i := head, -1, head-1
loop:
	for ; d.beside(i, head) && head-i <= 9; i-- {
		w := &d.words[i]
		switch {
		case w.name >= 0:
			n := &d.names[w.name]
			if n.kind == briefing.KindPerson && (i+1 > head || d.words[i+1].lower != "'s" && d.words[i+1].lower != "’s") {
				break loop
			}
			if core < 0 {
				core = i + 1
			}
			i = n.first
			p.of = append(p.of, int(w.name))
			if n.entry != nil && p.entry == nil {
				p.entry = n.entry
			} else if e := d.entryIn(n); e != nil && p.entry == nil {
				p.entry = e
			}
			sure = i
			p.definite = true
		case w.lower == "'s" || w.lower == "’s" || w.lower == "'" || w.lower == "’":
			if !d.beside(i-1, head) || d.words[i-1].name < 0 && d.words[i-1].kind != token.Word {
				break loop
			}
			p.definite = true
			if core < 0 {
				core = i + 1
			}
			if d.words[i-1].name < 0 { // "the company's chief": the possessor is a ref of its own
				sure = i + 1
				q := d.phrase1(i - 1)
				sure = q
				break loop
			}
		case d.gram.possessives[w.lower]:
			p.possessor, p.definite, sure = i, true, i
			break loop
		case d.gram.determiners[w.lower]:
			sure = i
			p.definite = p.definite || w.lower == "the" || w.lower == "this" || w.lower == "that" || w.lower == "these" || w.lower == "those" || w.lower == "both"
			break loop
		case w.kind == token.Punct || d.gram.stops[w.lower] || d.gram.prepositions[w.lower]:
			break loop
		case w.class == 0 && !w.upper && len(w.lower) > 3 && strings.HasSuffix(w.lower, "s") && !strings.HasSuffix(w.lower, "ss") && !strings.HasSuffix(w.lower, "us"):
			break loop // a verb: "The deal includes firm orders"
		case w.class&(modifier|office|person|body|place|rank) != 0 || w.upper && w.kind == token.Word && !d.starts(i):
			sure = i
		}
	}
	slices.Reverse(p.of)
	p.first = sure
	if core >= 0 {
		p.core = core
	} else {
		p.core = sure
	}
	for p.core < head && (d.gram.determiners[d.words[p.core].lower] || d.gram.possessives[d.words[p.core].lower]) {
		p.core++
	}
	p.plain = p.first == head
	return p
}

// phrase1 returns the first word of the short phrase before a possessive.
func (d *doc) phrase1(i int) int {
	for n := 0; n < 4 && d.beside(i-1, i) && d.words[i].kind == token.Word; n++ {
		if d.gram.determiners[d.words[i].lower] || d.gram.possessives[d.words[i].lower] {
			return i
		}
		i--
	}
	return i
}

// starts reports whether word i is the first of its sentence, where a capital
// tells nothing.
func (d *doc) starts(i int) bool { return !d.beside(i-1, i) }

// entryIn returns the state that the words of a name tell: "Kyrgyz Interior
// Ministry", "Bank of England".
func (d *doc) entryIn(n *named) *gazetteer.Entry {
	if n.entry != nil {
		return n.entry
	}
	if n.last-n.first > 9 {
		return nil
	}
	for k := n.first; k <= n.last; k++ {
		for j := min(k+2, n.last); j >= k; j-- {
			raw := d.raw(k, j)
			e := gazetteer.Adjective(raw)
			if e == nil && (k == n.first || d.words[k-1].lower == "of" || d.words[k-1].lower == "the") && !(k == n.first && j == n.last) {
				e = gazetteer.Named(raw)
			}
			if e != nil && e.Kind == gazetteer.State {
				return e
			}
		}
	}
	return nil
}

// complement reads what belongs to a head noun behind it: "of transport for
// Indonesia", "of the Interior Ministry". It returns the last word, and the names
// in it.
func (d *doc) complement(head int) (last int, of []int) {
	last = head
	for n := 0; n < 3; n++ {
		k := last + 1
		if !d.beside(k, head) {
			return last, of
		}
		prep := d.words[k].lower
		if prep != "of" && prep != "for" && prep != "at" && prep != "with" && (prep != "in" && prep != "to" && prep != "from" || n > 0) {
			return last, of
		}
		k++
		if d.beside(k, head) && d.words[k].lower == "the" {
			k++
		}
		if !d.beside(k, head) {
			return last, of
		}
		if n := d.words[k].name; n >= 0 && d.names[n].kind != briefing.KindPerson {
			x := &d.names[n]
			if x.adjective && x.entry != nil {
				h := d.headFrom(x.last + 1)
				if h < 0 {
					return last, of
				}
				of = append(of, int(n))
				last = h
				continue
			}
			of = append(of, int(n))
			last = x.last
			continue
		}
		if prep != "of" && prep != "for" || d.words[head].class&office == 0 {
			return last, of
		}
		j := k
		for j < k+3 && d.beside(j, head) && d.words[j].kind == token.Word && d.words[j].name < 0 &&
			!d.gram.stops[d.words[j].lower] && !d.gram.prepositions[d.words[j].lower] && !d.gram.determiners[d.words[j].lower] &&
			!d.gram.possessives[d.words[j].lower] && !d.gram.acts[d.words[j].lower] {
			j++
		}
		if j == k {
			return last, of
		}
		last = j - 1
	}
	return last, of
}

// nominal makes the ref of a description with this head.
func (d *doc) nominal(head int, p nounPhrase, last int) ref {
	r := d.newRef(p.first, max(head, last))
	r.head0, r.head = head, head
	r.start, r.end = d.words[head].start, d.words[head].end
	r.form, r.class = Nominal, d.words[head].class
	r.definite, r.possessor, r.of, r.entry = p.definite, p.possessor, p.of, p.entry
	r.gender = sex(r.class, GenderUnknown)
	if r.entry == nil {
		for _, n := range r.of {
			if e := d.entryIn(&d.names[n]); e != nil {
				r.entry = e
			}
		}
	}
	switch {
	case r.class&group != 0 && r.class&(office|person|body) == 0:
		r.kind, r.plural = briefing.KindGroup, true
	case r.class&(office|person) != 0:
		r.kind = briefing.KindPerson
	case r.class&body != 0:
		r.kind = briefing.KindOrganisation
	case r.class&state != 0:
		r.kind = briefing.KindState
	default:
		r.kind = briefing.KindPlace
	}
	if r.class&(office|person) != 0 {
		d.takeRole(&r, p, head, d.roleEnd(head, last))
		r.role.of, r.role.entry = r.of, r.entry
	}
	return r
}

// scanWord makes the ref that word i is the head of, if it is one.
func (d *doc) scanWord(i int, used []bool) {
	w := &d.words[i]
	if w.name >= 0 || w.kind != token.Word {
		return
	}
	if g, plural, ok := pronoun(w.lower); ok {
		if first := firstPerson[w.lower]; first && !w.quoted || w.lower == "it" && d.pleonastic(i) || d.shouted(i) {
			return
		}
		r := d.newRef(i, i)
		r.form, r.gender, r.plural = Pronoun, g, plural
		d.refs = append(d.refs, r)
		return
	}
	if used[i] || w.class&(office|person|group|body|place) == 0 || !d.isHead(i) {
		return
	}
	if w.lower == "player" && d.beside(i-1, i) && devices[d.words[i-1].lower] {
		return
	}
	p := d.phrase(i)
	if det := d.words[p.first].lower; w.class&group == 0 && (p.plain || idle[det] || w.class&(office|person) == 0 && !p.definite && p.entry == nil && !d.gram.determiners[det]) {
		return
	}
	last, of := d.complement(i)
	p.of = append(p.of, of...)
	d.refs = append(d.refs, d.nominal(i, p, last))
}

var devices = words("media music mp3 dvd cd video record audio cassette")

// idle are determiners of what is not there: "any country that asks".
var idle = words("any every each no most other such some")

// isHead reports whether a noun ends its phrase: "company" does in "the company
// said", not in "company shares".
func (d *doc) isHead(i int) bool {
	if !d.beside(i+1, i) {
		return true
	}
	next := &d.words[i+1]
	switch {
	case next.kind != token.Word:
		return next.lower != "-"
	case next.name >= 0:
		return true // decided by appositions
	case next.class&(office|person|body|place|group) != 0 && !d.gram.says[next.lower]:
		return false
	case d.gram.stops[next.lower], d.gram.prepositions[next.lower], d.gram.determiners[next.lower], d.gram.says[next.lower],
		d.gram.acts[next.lower], d.gram.possessives[next.lower], d.gram.clause[next.lower]:
		return true
	}
	if next.upper || next.class&modifier != 0 {
		return false
	}
	for _, end := range []string{"ed", "ly", "ing"} {
		if strings.HasSuffix(next.lower, end) {
			return true
		}
	}
	return strings.HasSuffix(next.lower, "s") && d.words[i].class&group == 0
}

// shouted reports whether a word is all capitals, as the "US" is and "us" is not.
func (d *doc) shouted(i int) bool {
	raw := d.text[d.words[i].start:d.words[i].end]
	return len(raw) > 1 && strings.ToUpper(raw) == raw
}

var firstPerson = words("i we me us my our")

// pronoun tells what a pronoun says of whom it stands for.
func pronoun(lower string) (g Gender, plural, ok bool) {
	switch lower {
	case "he", "him", "his", "himself":
		return Male, false, true
	case "she", "her", "hers", "herself":
		return Female, false, true
	case "it", "its", "itself", "i", "me", "my":
		return GenderUnknown, false, true
	case "they", "them", "their", "theirs", "themselves", "we", "us", "our":
		return GenderUnknown, true, true
	}
	return GenderUnknown, false, false
}

var weather = words(`rained raining snowing seems seemed appears appeared turns turned takes took follows followed remains`)
var judgement = words(`clear likely unlikely possible impossible important necessary unclear true known said believed thought
expected reported estimated difficult hard easy time good bad better best essential vital crucial unknown understood obvious
certain probable crucial imperative wrong right alleged hoped feared noted worth up about too not more very`)

// pleonastic reports whether the "it" at i stands for nothing: "it is clear
// that", "it was in May that", "it seems".
func (d *doc) pleonastic(i int) bool {
	if !d.beside(i+1, i) {
		return false
	}
	next := d.words[i+1].lower
	if next == "seems" || next == "seemed" || next == "appears" || next == "appeared" || next == "rained" {
		return true
	}
	if next == "would" || next == "will" || next == "may" || next == "might" || next == "could" || next == "should" {
		if d.beside(i+2, i) && d.words[i+2].lower == "be" {
			return d.judged(i + 3)
		}
		return false
	}
	if next == "is" || next == "was" || next == "has" || next == "'s" || next == "’s" {
		return d.judged(i + 2)
	}
	return (next == "makes" || next == "made" || next == "make") && false
}

// judged reports whether a word of judgement with "that" or "to" behind it
// stands at i.
func (d *doc) judged(i int) bool {
	for n := 0; n < 3 && d.beside(i, i-1); n++ {
		w := d.words[i].lower
		if judgement[w] && w != "not" && w != "more" && w != "very" && w != "about" && w != "too" {
			for k := i + 1; k < i+6 && d.beside(k, i); k++ {
				switch d.words[k].lower {
				case "that", "to", "whether", "if", "for", "how", "when":
					return true
				}
			}
			return false
		}
		i++
	}
	return false
}

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

// subjects guesses which refs are subjects of their clauses: they begin the
// clause, or stand behind a word that begins one. What is joined by "and" to a
// subject is one too, and so is the name that a description is another wording of.
func (d *doc) subjects() {
	before := -1 // the ref that ends last of those so far
	for i := range d.refs {
		r := &d.refs[i]
		r.subject = d.isSubject(r)
		if before >= 0 {
			b, k := &d.refs[before], r.first-1
			switch {
			case d.beside(k, r.first) && (d.words[k].lower == "and" || d.words[k].lower == ",") && b.last == k-1 && b.form == r.form && b.kind == r.kind:
				r.subject = b.subject
			case b.last == k && b.form == Nominal && r.form == Name && d.beside(k, r.first):
				r.subject = b.subject
			}
		}
		if before < 0 || r.last >= d.refs[before].last {
			before = i
		}
	}
	for i := range d.refs {
		if r := &d.refs[i]; r.same >= 0 && r.subject {
			d.refs[r.same].subject = true
		}
	}
}

// isSubject reports whether a ref begins a clause.
func (d *doc) isSubject(r *ref) bool {
	if d.beside(r.last+1, r.last) {
		switch d.words[r.last+1].lower {
		case "'s", "’s", "'", "’":
			return false
		}
	}
	k := r.first - 1
	if !d.beside(k, r.first) {
		return true
	}
	w := &d.words[k]
	if d.gram.clause[w.lower] {
		return true
	}
	switch w.lower {
	case ",", "“", `"`, "``", "`", "''", "”", ":", ";", "—", "-", "–":
		return true
	}
	return false
}

// speakers marks the refs that say something.
func (d *doc) speakers() {
	at := 0
	hints := d.opts.Speakers
	bySpan := make([]int, len(d.refs))
	for i := range bySpan {
		bySpan[i] = i
	}
	slices.SortFunc(bySpan, func(a, b int) int { return d.refs[a].start - d.refs[b].start })
	for _, i := range bySpan {
		r := &d.refs[i]
		if r.form == Adjective {
			continue
		}
		for at < len(hints) && hints[at].End <= r.start {
			at++
		}
		if at < len(hints) && hints[at].Start < r.end && hints[at].End >= r.end || d.says(r) {
			r.speaks = true
		}
	}
}

// says reports whether a word of saying stands beside a ref.
func (d *doc) says(r *ref) bool {
	next := r.last + 1
	if d.beside(next, r.last) && d.words[next].lower == "," { // "The minister, for his part, said"
		if d.is(next+1, r.last, d.gram.says) {
			return true
		}
		for k := next + 1; k < next+10 && d.beside(k, r.last); k++ {
			if d.words[k].lower == "," {
				next = k + 1
				break
			}
		}
	}
	for n := 0; n < 2; n++ {
		if d.is(next+n, r.last, d.gram.says) {
			return true
		}
		if !d.beside(next+n, r.last) || !strings.HasSuffix(d.words[next+n].lower, "ly") && d.words[next+n].lower != "further" && d.words[next+n].lower != "later" && d.words[next+n].lower != "also" && d.words[next+n].lower != "has" && d.words[next+n].lower != "had" {
			break
		}
	}
	prev := r.first - 1
	if !d.beside(prev, r.first) || r.form == Pronoun {
		return false
	}
	switch d.words[prev].lower {
	case "said", "says", "added": // "said Jim Press, the chairman", but "said Jim Press would"
		return !d.beside(r.last+1, r.last) || d.words[r.last+1].kind == token.Punct || d.gram.prepositions[d.words[r.last+1].lower]
	case "to":
		return d.beside(prev-1, prev) && d.words[prev-1].lower == "according"
	}
	return false
}
