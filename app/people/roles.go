package people

import (
	"slices"
	"strings"

	"briefline/app/analysis"
	"briefline/app/syntax"
	txt "briefline/app/text"
)

// told is a role on its way, with how reliable its rule is, the lower the surer.
type told struct {
	rank        int
	words       string
	span        txt.Span
	affiliation int
	kin         bool
}

// Ranks of the rules of roles.
const (
	byTitle    = iota // Interior Minister Paul Reiner
	byAppos           // Paul Reiner, the interior minister; the interior minister, Paul Reiner
	byBeside          // the same by the words beside the name, where the tree fails
	byCopula          // Reiner is the interior minister; Reiner, who is
	byBecoming        // was appointed minister, serves as minister
	byList            // sculptors such as A, B and C
)

// roles returns what a group is, as the text tells it at its names, and the group
// that a role is held with, -1 for none.
func (r *reader) roles(g int) ([]analysis.Role, int) {
	x := &r.a.Groups[g]
	if x.Kind != analysis.Person && x.Kind != analysis.Organisation {
		return nil, -1
	}
	var all []told
	for _, m := range x.Mentions {
		if m.Form == analysis.Name && m.Head >= 0 {
			all = append(all, r.rolesAt(m, x.Kind == analysis.Person)...)
		}
	}
	slices.SortStableFunc(all, func(a, b told) int { return a.rank - b.rank })
	var out []analysis.Role
	affiliation := -1
	take := func(kin bool) {
		for _, t := range all {
			if t.kin != kin || len(out) >= 3 || repeats(out, t.words) || strings.Contains(fold(x.Name), fold(t.words)) && t.rank != byTitle {
				continue
			}
			out = append(out, analysis.Role{Words: t.words, Span: t.span, Sure: 1 - float64(t.rank)*.08})
			if affiliation < 0 && t.affiliation != g {
				affiliation = t.affiliation
			}
		}
	}
	take(false)
	if len(out) == 0 {
		take(true)
	}
	return out, affiliation
}

// repeats reports whether a role is told already, whole or as part of a longer one.
func repeats(have []analysis.Role, words string) bool {
	for _, h := range have {
		if strings.Contains(" "+fold(h.Words)+" ", " "+fold(words)+" ") {
			return true
		}
	}
	return false
}

// rolesAt returns the roles that the words at one naming tell.
func (r *reader) rolesAt(m analysis.Mention, person bool) []told {
	s := &r.a.Sentences[m.Sentence]
	var out []told
	put := func(rank int, head int, from, to int) {
		if t, ok := r.role(m.Sentence, head, from, to, rank, person); ok {
			out = append(out, t)
		}
	}
	from, to := s.Within(m.Span)
	if from >= to {
		return nil
	}
	r.titleInName(m, s, from, to, person, put)
	r.treeRoles(m, s, from, to, put)
	if person {
		r.left(m.Sentence, s, from, put)
		r.right(m.Sentence, s, to, put)
		r.listed(s, m.Head, from, put)
	}
	return out
}

// titleInName takes titles that stand before the naming or within it.
func (r *reader) titleInName(m analysis.Mention, s *syntax.Sentence, from, to int, person bool, put func(rank, head, from, to int)) {
	if !person {
		return
	}
	k := from
	for k < to-1 && (r.roleNoun(&s.Words[k]) || r.titles.Has(strings.ToLower(s.Words[k].Form), "before")) {
		k++
	}
	if k > from {
		put(byTitle, k-1, from, k)
	}
}

// roleNoun reports whether a word is a noun for what a person is.
func (r *reader) roleNoun(w *syntax.Word) bool {
	if w.POS != syntax.NOUN && w.POS != syntax.PROPN && w.POS != syntax.ADJ {
		return false
	}
	for _, f := range []string{strings.ToLower(w.Lemma), strings.ToLower(w.Form), strings.TrimSuffix(strings.ToLower(w.Form), "s")} {
		if r.persons.Has(f) {
			return true
		}
		if i := strings.LastIndexByte(f, '-'); i > 0 && r.persons.Has(f[i+1:]) {
			return true
		}
	}
	return false
}

// treeRoles reads appositions, copulas and what somebody becomes or serves as.
func (r *reader) treeRoles(m analysis.Mention, s *syntax.Sentence, from, to int, put func(rank, head, from, to int)) {
	phrase := func(rank, head int) {
		in := s.Subtree(head, "acl", "appos", "parataxis", "advcl", "cop", "nsubj", "aux", "mark", "csubj", "ccomp", "obl", "punct", "conj", "cc", "advmod")
		a, b := head, head
		for _, k := range in {
			if k < from || k >= to {
				a, b = min(a, k), max(b, k)
			}
		}
		if a < from && b >= from { // the name stands within
			b = from - 1
		}
		put(rank, head, a, b+1)
	}
	h := m.Head
	for _, k := range s.Kids(h) {
		w := &s.Words[k]
		noun := w.POS == syntax.NOUN || w.POS == syntax.PROPN && r.roleNoun(w)
		switch {
		case k >= from && k < to:
		case s.Is(k, "appos") && noun:
			phrase(byAppos, k)
			for _, y := range s.Kids(k) {
				if s.Is(y, "conj") && s.Words[y].POS == syntax.NOUN {
					phrase(byAppos, y)
				}
			}
		case s.Is(k, "nmod:desc") && noun:
			phrase(byTitle, k)
		case s.Is(k, "acl:relcl") && w.POS == syntax.NOUN && s.Kid(k, "cop") >= 0 && r.roleNoun(w):
			phrase(byCopula, k)
		}
	}
	g := s.Words[h].Head
	if g < 0 {
		return
	}
	w := &s.Words[g]
	switch {
	case s.Is(h, "appos") && (w.POS == syntax.NOUN || r.roleNoun(w)) && r.roleNoun(w):
		phrase(byAppos, g)
	case s.Is(h, "flat") && r.roleNoun(w):
		phrase(byTitle, g)
	case s.Is(h, "nsubj") && s.Kid(g, "cop") >= 0 && (w.POS == syntax.NOUN || w.POS == syntax.PROPN) && s.Kid(g, "case") < 0 && !negated(s, g) && r.roleNoun(w):
		phrase(byCopula, g)
		for _, y := range s.Kids(g) {
			if s.Is(y, "conj") && s.Words[y].POS == syntax.NOUN && s.Kid(y, "nsubj", "cop") < 0 && r.roleNoun(&s.Words[y]) {
				phrase(byCopula, y)
			}
		}
	case w.POS == syntax.VERB:
		r.becoming(s, h, g, phrase)
	}
}

func negated(s *syntax.Sentence, i int) bool {
	for _, k := range s.Kids(i) {
		if l := strings.ToLower(s.Words[k].Lemma); l == "not" || l == "n't" || l == "never" {
			return true
		}
	}
	return false
}

// becoming reads "became minister", "was appointed minister", "serves as
// minister".
func (r *reader) becoming(s *syntax.Sentence, h, verb int, phrase func(rank, head int)) {
	lemma := s.Words[verb].Lemma
	subject, passive, object := s.Is(h, "nsubj"), s.Is(h, "nsubj:pass"), s.Is(h, "obj", "iobj")
	for _, k := range s.Kids(verb) {
		w := &s.Words[k]
		if w.POS != syntax.NOUN && w.POS != syntax.PROPN || !r.roleNoun(w) {
			continue
		}
		as := false
		for _, c := range s.Kids(k) {
			as = as || s.Is(c, "case", "mark") && s.Words[c].Lemma == "as"
		}
		switch {
		case s.Is(k, "xcomp") && (subject && !passive && (lemma == "become" || lemma == "remain") || passive && appoints(lemma) || object && appoints(lemma)):
			phrase(byBecoming, k)
		case s.Is(k, "obj") && passive && appoints(lemma):
			phrase(byBecoming, k)
		case s.Is(k, "obl", "advcl", "xcomp") && as && (subject || object || passive):
			switch lemma {
			case "serve", "work", "act", "appoint", "elect", "know", "return", "start", "begin", "continue", "name", "join", "resign":
				phrase(byBecoming, k)
			}
		}
	}
}

func appoints(lemma string) bool {
	switch lemma {
	case "appoint", "name", "elect", "make", "declare", "crown", "ordain":
		return true
	}
	return false
}

// left reads the words before a name: "Interior Minister NAME", "the head of the
// Ice Board, NAME".
func (r *reader) left(sentence int, s *syntax.Sentence, from int, put func(rank, head, from, to int)) {
	i := from - 1
	for i >= 0 && r.titles.Has(strings.ToLower(s.Words[i].Form)) && !r.roleNoun(&s.Words[i]) && !r.titles.Has(strings.ToLower(s.Words[i].Form), "before") {
		i--
	}
	comma := false
	if i >= 0 && (s.Words[i].Form == "," || s.Words[i].Form == "—" || s.Words[i].Form == "–") {
		comma = true
		i--
	}
	end := i + 1
	const most = 14
	for i >= 0 && end-i <= most {
		w := &s.Words[i]
		if w.POS == syntax.PUNCT && w.Form != "-" || w.POS == syntax.VERB || w.POS == syntax.AUX || w.POS == syntax.SCONJ || w.POS == syntax.PRON || w.POS == syntax.PART ||
			w.POS == syntax.ADP && w.Form != "of" && w.Form != "for" || w.POS == syntax.CCONJ || r.ofPerson(sentence, i) {
			break
		}
		if w.POS == syntax.DET {
			break
		}
		i--
	}
	begin := i + 1
	for begin < end && (s.Words[begin].POS == syntax.ADP || s.Words[begin].POS == syntax.ADV) {
		begin++
	}
	head := r.headNoun(s, begin, end)
	if head < 0 || len(r.a.DateAt(sentence, begin)) > 0 {
		return
	}
	phrased := head != end-1 // it has an of-phrase
	opens := i < 0 || s.Words[i].POS == syntax.DET || s.Words[i].POS == syntax.PUNCT || s.Words[i].POS == syntax.PART
	if comma && (phrased && opens || i < 0) || !comma && (!phrased || opens && i < 2) {
		put(byBeside, head, begin, end)
	}
}

// right reads the words behind a name: "NAME, director of the weather office,".
func (r *reader) right(sentence int, s *syntax.Sentence, to int, put func(rank, head, from, to int)) {
	i := to
	comma := false
	if i < len(s.Words) && (s.Words[i].Form == "," || s.Words[i].Form == "(" || s.Words[i].Form == "—" || s.Words[i].Form == "–") {
		comma = true
		i++
	}
	if i+1 < len(s.Words) && s.Words[i].POS == syntax.NUM && s.Words[i+1].Form == "," { // an age
		i += 2
	}
	begin := i
	const most = 16
	for i < len(s.Words) && i-begin < most {
		w := &s.Words[i]
		if w.POS == syntax.PUNCT && w.Form != "-" || w.POS == syntax.AUX || w.POS == syntax.SCONJ || w.POS == syntax.VERB ||
			w.POS == syntax.PRON && (w.Feat("PronType") == "Rel" || w.Feat("Case") == "Nom") || w.POS == syntax.CCONJ && i+1 < len(s.Words) && r.ofPerson(sentence, i+1) {
			break
		}
		i++
	}
	end := i
	for end > begin {
		p := s.Words[end-1].POS
		if p != syntax.ADP && p != syntax.CCONJ && p != syntax.ADV && p != syntax.PART {
			break
		}
		end--
	}
	head := r.headNoun(s, begin, end)
	if head < 0 || r.ofPerson(sentence, head) {
		return
	}
	for k := begin; k <= head; k++ {
		if r.ofPerson(sentence, k) && !(k+1 < len(s.Words) && s.Words[k+1].POS == syntax.PART) {
			return
		}
	}
	of := end > head+1 && s.Words[head+1].POS == syntax.ADP
	if comma || s.Words[begin].POS == syntax.NOUN && of {
		put(byBeside, head, begin, end)
	}
}

// ofPerson reports whether a word is part of a person's name.
func (r *reader) ofPerson(sentence, i int) bool {
	n := r.a.NameAt(sentence, i)
	return n >= 0 && r.a.Names[n].Kind == 1 && !r.roleNoun(&r.a.Sentences[sentence].Words[i])
}

// headNoun returns the last noun before a preposition, where it is one for a
// person; -1 otherwise.
func (r *reader) headNoun(s *syntax.Sentence, from, to int) int {
	head := -1
	for i := from; i < to; i++ {
		w := &s.Words[i]
		if w.POS == syntax.ADP || w.POS == syntax.PUNCT && w.Form != "-" {
			break
		}
		if w.POS == syntax.NOUN || w.POS == syntax.PROPN || w.POS == syntax.ADJ && r.roleNoun(w) && i+1 == to {
			head = i
		}
	}
	if head < 0 || !r.roleNoun(&s.Words[head]) {
		return -1
	}
	return head
}

// listed reads the plural that a list of names has before it: "sculptors A, B and
// C", "players such as A and B".
func (r *reader) listed(s *syntax.Sentence, h, from int, put func(rank, head, from, to int)) {
	x := h
	for range 8 {
		if !s.Is(x, "conj") || s.Words[x].Head < 0 {
			break
		}
		x = s.Words[x].Head
	}
	plural := func(i int) bool { return s.Words[i].Feat("Number") == "Plur" && r.roleNoun(&s.Words[i]) }
	if g := s.Words[x].Head; g >= 0 && plural(g) && s.Is(x, "nmod", "obl", "appos") {
		for _, c := range s.Kids(x) {
			if s.Is(c, "case") && (s.Words[c].Lemma == "such" || s.Words[c].Lemma == "like" || s.Words[c].Lemma == "include" || s.Words[c].Lemma == "including") {
				put(byList, g, coreStart(s, g), g+1)
				return
			}
		}
		if s.Is(x, "appos") {
			put(byList, g, coreStart(s, g), g+1)
			return
		}
	}
	if x == h {
		return
	}
	for _, c := range s.Kids(x) {
		if c < x && plural(c) {
			put(byList, c, coreStart(s, c), c+1)
			return
		}
	}
	if plural(x) && s.Words[x].POS == syntax.NOUN {
		put(byList, x, coreStart(s, x), x+1)
	}
}

func coreStart(s *syntax.Sentence, k int) int {
	from := k
	for from > 0 && (s.Words[from-1].POS == syntax.ADJ || s.Words[from-1].POS == syntax.NOUN) && s.Words[from-1].Head == k {
		from--
	}
	return from
}
