package event

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefline/app/syntax"
)

// Limits of a title, in words. Eleven is where titles of the gold briefings are
// met best; a subject takes six at most.
const (
	mostWords   = 11
	mostSubject = 6
)

// A title is what a candidate is called.
type title struct {
	text    string
	words   []int // of the sentence that it is made of, ascending
	lost    int   // parts that it would need and has no room for
	subject bool  // it says who
	bare    bool  // one word: it may join another telling and is no event by itself
	pronoun bool  // it begins with a pronoun that names nobody for sure
}

// title makes the title of a candidate.
func (r *reader) title(c *candidate) title {
	if c.noun {
		return r.nounTitle(c)
	}
	return r.clauseTitle(c)
}

// nounTitle is the title of an event noun: its phrase, or a clause where it has an
// owner ("the arrest of Lind" is "Lind is arrested") or where it is one bare word
// below a verb that says more.
func (r *reader) nounTitle(c *candidate) title {
	s, i := c.s, c.at
	parts := append([]part{{0, s.noun(i)}}, s.behind(i, 1)...)
	taken, lost := s.fill(parts, mostWords-1)
	taken = slices.DeleteFunc(taken, func(w int) bool { return s.Words[w].Head == i && s.Is(w, "case", "det") })
	taken = s.mend(taken)
	out := title{words: taken, lost: lost}
	if verb := ofWhom(s.lemma(i)); verb != "" {
		if who := r.owner(s, i); who >= 0 {
			owner := slices.DeleteFunc(sorted(s.noun(who)), func(w int) bool {
				return s.Words[w].Head == who && s.Is(w, "case") || s.low[w] == "'s" || s.low[w] == "’s" || s.low[w] == "'" || s.low[w] == "’"
			})
			text := r.render(s, owner, -1, nil)
			if s.Words[who].POS == syntax.PRON {
				text = strings.TrimSuffix(strings.TrimSuffix(text, "]"), "'s")
				if !strings.HasPrefix(text, "[") {
					return title{} // "his arrest", and nobody knows whose
				}
				text += "]"
			}
			out.text = capital(text + " " + conjugate(verb, s.plural(who)))
			return out
		}
	}
	out.text = capital(r.render(s, taken, -1, nil))
	if len(strings.Fields(out.text)) <= 1 {
		out.bare = s.n != r.a.Headline // one word says nothing, but may tell again
	}
	return out
}

// owner returns the word that says whose event a noun is: "Lind's arrest", "the
// arrest of Lind"; -1 for none.
func (r *reader) owner(s *sent, i int) int {
	if k := s.Kid(i, "nmod:poss"); k >= 0 {
		return k
	}
	for _, k := range s.kids(i, "nmod") {
		if s.kidLemma(k, "case", "of") >= 0 && s.date[k] < 0 {
			return k
		}
	}
	return -1
}

// clauseTitle is the title of a clause: subject, predicate and what it needs.
func (r *reader) clauseTitle(c *candidate) title {
	s, i := c.s, c.at
	subject, how := s.subject(i)
	who := r.subjectText(s, subject, how)
	parts := s.predicateParts(i, 0)
	if how == relative || how == atNoun {
		for n := range parts {
			parts[n].words = slices.DeleteFunc(slices.Clone(parts[n].words), func(w int) bool { return w == subject })
		}
	}
	parts = slices.DeleteFunc(parts, func(p part) bool { return p.rank >= mostSubject })
	taken, lost := s.fill(parts, mostWords-len(strings.Fields(who.text)))
	taken = s.mend(taken)
	taken = slices.DeleteFunc(taken, func(w int) bool { return slices.Contains(who.words, w) })
	taken = s.cutTail(taken)
	out := title{words: sorted(append(slices.Clone(who.words), taken...)), lost: lost, pronoun: who.pronoun, subject: who.text != ""}
	there := s.Kid(i, "expl")
	if there >= 0 && s.low[there] == "there" && who.text != "" { // "there were clashes in Oslo": "Clashes in Oslo"
		taken = slices.DeleteFunc(taken, func(w int) bool { return w == there || w == i || s.Is(w, "aux", "cop") })
		out.text = capital(strings.TrimSpace(who.text + " " + r.render(s, taken, -1, nil)))
		return out
	}
	predicate := r.predicateText(s, i, subject, taken)
	switch {
	case there >= 0 && subject >= 0 && s.clause[subject]:
		out.text = capital(predicate + " " + who.text)
	case who.text != "":
		out.text = capital(who.text + " " + predicate)
	default:
		out.text = capital(predicate)
	}
	return out
}

// badLead are words that no title begins with.
var badLead = set("after before while when although though despite as because since until if whereas amid with by in on at for from of that whether but and or so then")

// subjectText words a subject.
func (r *reader) subjectText(s *sent, i int, how control) title {
	if i < 0 {
		return title{}
	}
	if s.Words[i].POS == syntax.PRON && how != relative && how != atNoun {
		if name := r.naming(s, i); name != "" {
			return title{text: "[" + name + "]", words: []int{i}}
		}
		if relativeWord(s.low[i]) {
			return title{}
		}
		return title{text: s.Words[i].Form, words: []int{i}, pronoun: personal[s.low[i]]}
	}
	if s.clause[i] && how != relative && how != atNoun {
		taken := s.Subtree(i, append([]string{"advcl"}, skipped...)...)
		return title{text: r.render(s, taken, i, nil), words: taken}
	}
	if short, taken := r.personName(s, i); short != "" {
		return title{text: short, words: taken}
	}
	taken := s.noun(i)
	taken = slices.DeleteFunc(sorted(taken), func(w int) bool { return s.Words[w].Head == i && s.Is(w, "case") })
	taken = s.cutLead(taken, i)
	for _, k := range s.kids(i, "conj") { // the verb is of all of them
		if s.denied(k) {
			continue
		}
		taken = append(append(taken, s.noun(k)...), s.kids(k, "cc")...)
	}
	room := mostSubject - len(taken)
	parts := s.behind(i, 1)
	slices.SortStableFunc(parts, func(a, b part) int {
		if a.rank < b.rank {
			return -1
		}
		if a.rank > b.rank {
			return 1
		}
		return 0
	})
	for _, p := range parts {
		if p.rank <= 4 && len(p.words) <= room {
			taken, room = append(taken, p.words...), room-len(p.words)
		}
	}
	taken = s.mend(sorted(taken))
	for len(taken) > 1 && badLead[s.low[taken[0]]] && !superlative[s.low[taken[1]]] {
		taken = taken[1:]
	}
	return title{text: r.render(s, taken, i, nil), words: taken}
}

// superlative follow a preposition that belongs to a number: "at least seven".
var superlative = set("least most all once last first")

var personal = set("he she it they i we you this that these those him her them")

// cutLead takes a date that the parser hung into the subject off its front: "On
// Thursday two planes".
func (s *sent) cutLead(taken []int, head int) []int {
	cut := -1
	for n, w := range taken {
		if w < head && s.date[w] >= 0 {
			cut = n
		}
	}
	if cut >= 0 && (taken[0] > 0 && false || badLead[s.low[taken[0]]] || s.date[taken[0]] >= 0) {
		return taken[cut+1:]
	}
	return taken
}

// cutTail takes off prepositions at the end that have lost what they stood before.
func (s *sent) cutTail(taken []int) []int {
	for n := len(taken); n > 1 && (s.Is(taken[n-1], "case") && s.Words[taken[n-1]].Head > taken[n-1] || s.Is(taken[n-1], "cc", "mark", "det") && s.Words[taken[n-1]].Head > taken[n-1]); n-- {
		taken = taken[:n-1]
	}
	return taken
}

// personName is the short name of a person who is named with titles or an
// apposition, with all the words that name them.
func (r *reader) personName(s *sent, i int) (string, []int) {
	if s.coordinated(i) {
		return "", nil
	}
	all := s.noun(i)
	for _, k := range s.kids(i, "appos", "flat") {
		all = append(all, s.noun(k)...)
	}
	if g := r.person(s, i); g != "" && s.name[i] >= 0 {
		return g, sorted(all)
	}
	if s.Words[i].POS != syntax.NOUN {
		return "", nil
	}
	for _, k := range s.kids(i, "appos", "flat") { // "architect Ann Reed, 40," as the parser may hang it
		if s.Words[k].POS == syntax.PROPN && k-i <= 6 && i-k <= 6 {
			if g := r.person(s, k); g != "" && s.name[k] >= 0 {
				return g, sorted(all)
			}
		}
	}
	return "", nil
}

// render writes words of a sentence as the text has them. Pronouns are named in
// brackets where it is sure who they are, but for those of the subject itself.
// instead gives the form of words that are to be written otherwise; an empty one
// leaves the word out.
func (r *reader) render(s *sent, taken []int, subject int, instead map[int]string) string {
	var b strings.Builder
	last := -1
	for _, w := range taken {
		form, changed := instead[w]
		if !changed {
			form = r.form(s, w, subject)
		}
		if form == "" {
			last = -1
			continue
		}
		if last >= 0 && last+2 == w && s.Words[last+1].Form == "," && s.Is(w, "appos", "nmod", "flat", "compound", "conj") {
			b.WriteByte(',')
		}
		if b.Len() > 0 && (last < 0 || changed || last+1 != w || s.Words[w].Blank) {
			b.WriteByte(' ')
		}
		b.WriteString(form)
		last = w
	}
	return tidy(b.String())
}

// form is a word as a title has it.
func (r *reader) form(s *sent, w, subject int) string {
	form := s.Words[w].Form
	if s.Words[w].POS == syntax.PRON && w != subject {
		if name := r.naming(s, w); name != "" && !r.sameAs(s, w, subject) {
			if s.Is(w, "nmod:poss") || s.Words[w].Feat("Poss") == "Yes" {
				name = possessive(name)
			}
			return "[" + name + "]"
		}
	}
	if w == 0 && s.Words[w].POS != syntax.PROPN && s.name[w] < 0 && form != "I" && form != strings.ToUpper(form) {
		return strings.ToLower(form)
	}
	return form
}

// sameAs reports whether a pronoun means the subject of its title.
func (r *reader) sameAs(s *sent, w, subject int) bool {
	if subject < 0 || s.group[w] < 0 || s.group[subject] < 0 {
		return false
	}
	return s.group[w] == s.group[subject] || r.short(s.group[w]) == r.short(s.group[subject])
}

// naming is the short name of whom a pronoun of the third person names for sure;
// empty otherwise.
func (r *reader) naming(s *sent, i int) string {
	switch s.low[i] {
	case "he", "she", "it", "they", "him", "her", "them", "his", "its", "their", "himself", "herself", "itself", "themselves":
	default:
		return ""
	}
	if s.group[i] < 0 || s.sure[i] < leastSure {
		return ""
	}
	return r.short(s.group[i])
}

// leastSure is how sure it must be whom a pronoun names before a title says so.
const leastSure = .7

func possessive(name string) string {
	if strings.HasSuffix(name, "s") {
		return name + "'"
	}
	return name + "'s"
}

// tidy closes up blanks before marks.
func tidy(text string) string {
	for _, mark := range []string{",", ".", ";", ":", "'s", "’s", "%"} {
		text = strings.ReplaceAll(text, " "+mark+" ", mark+" ")
		if strings.HasSuffix(text, " "+mark) {
			text = strings.TrimSuffix(text, " "+mark) + mark
		}
	}
	return strings.Trim(text, " ,;:–—-")
}

func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 || first == utf8.RuneError {
		return text
	}
	return string(unicode.ToUpper(first)) + text[size:]
}

func sorted(list []int) []int {
	out := slices.Clone(list)
	slices.Sort(out)
	return slices.Compact(out)
}
