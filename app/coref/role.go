package coref

import (
	"briefline/app/gazetteer"
	token "briefline/app/text"
)

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

// titles takes the titles, ranks and the role that stand before a person's name
// into the ref.
func (d *doc) titles(r *ref, used []bool) {
	k := r.head0 - 1
	for d.beside(k, r.head0) && d.words[k].name < 0 {
		if d.words[k].lower == "." && d.beside(k-1, k) && d.words[k-1].end == d.words[k].start && d.words[k-1].class&(rank|title|office) != 0 {
			k-- // "Gen."
		}
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
		used[k] = true
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
