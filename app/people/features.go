package people

import (
	"fmt"
	"strings"

	"briefline/app/analysis"
	"briefline/app/syntax"
	txt "briefline/app/text"
)

var kindNames = map[analysis.Kind]string{
	analysis.Person: "person", analysis.Organisation: "body", analysis.State: "state", analysis.Place: "place", analysis.People: "group",
}

// features gives each candidate what the scorer sees: what it is, how often and
// where it is named, and what it does there.
func (r *reader) features() {
	often := make([]int, len(r.out))
	for i := range r.out {
		often[i] = len(r.out[i].Mentions)
	}
	for i := range r.out {
		p := &r.out[i]
		ahead := 0
		for _, n := range often {
			if n > often[i] {
				ahead++
			}
		}
		r.candidate(p, ahead)
	}
}

// seen is what the mentions of a candidate have in common.
type seen struct {
	n, names, subjects, objects, speech, quoted, prepositions, modifiers, conjuncts, furniture int
	headline, lead, relative, appos, actor                                                     bool
	cases                                                                                      map[string]int
}

func (r *reader) candidate(p *Participant, ahead int) {
	kind := kindNames[p.Kind]
	if p.Group < 0 || !r.a.Groups[p.Group].Named {
		kind = "described-" + kind
	}
	var v seen
	v.cases = map[string]int{}
	first := len(r.a.Sentences)
	for _, at := range p.Mentions {
		if i := r.see(&v, at); i >= 0 {
			first = min(first, i)
		}
	}
	add := func(f string, args ...any) {
		f = fmt.Sprintf(f, args...)
		p.Features = append(p.Features, f, f+"|"+kind)
	}
	p.Features = append(p.Features, "kind:"+kind)
	add("n:%d", bucket(v.n))
	add("subjects:%d", min(v.subjects, 3))
	add("rank:%d", min(ahead/3, 5))
	says := 0
	if p.Group >= 0 {
		says = r.speaks[p.Group]
	} else if contains(p.Features, "speaker") {
		says = 1
	}
	add("says:%d", min(says, 2))
	switch {
	case v.headline:
		add("first:headline")
	case v.lead:
		add("first:lead")
	default:
		add("first:%d", 4*first/max(1, len(r.a.Sentences)))
	}
	if v.headline && v.lead {
		add("headline-and-lead")
	}
	flags := []struct {
		yes  bool
		name string
	}{
		{v.objects > 0, "acted-on"}, {v.actor, "actor"}, {v.speech > 0, "subject-of-saying"}, {v.quoted == v.n, "only-quoted"},
		{v.prepositions == v.n, "only-prepositions"}, {v.modifiers == v.n, "only-modifier"}, {v.modifiers+v.prepositions == v.n, "never-acts"},
		{v.conjuncts > 0, "conjunct"}, {v.furniture == v.n, "only-furniture"}, {v.relative, "relative-clause"}, {v.appos, "apposition"},
		{len(p.Roles) > 0, "role"}, {p.Affiliation >= 0, "affiliation"}, {r.a.Talk != analysis.Prose, "talk"},
		{strings.ToUpper(p.Name) == p.Name, "capitals"}, {r.isAffiliation(p.Group), "somebody's-affiliation"}, {r.partOfOther(p), "part-of-another"},
	}
	for _, f := range flags {
		if f.yes {
			add("%s", f.name)
		}
	}
	if len(v.cases) == 1 {
		for c, n := range v.cases {
			if n == v.n {
				switch c {
				case "in", "of", "to", "from", "at", "on", "for", "by", "with":
					add("only:%s", c)
				}
			}
		}
	}
	words := strings.Fields(p.Name)
	add("words:%d", min(len(words), 4))
	if class := r.classOf(strings.ToLower(words[len(words)-1])); class != "" {
		add("class:%s", class)
	}
}

func bucket(n int) int {
	switch {
	case n <= 2:
		return n
	case n <= 5:
		return 3
	case n <= 9:
		return 6
	}
	return 10
}

// see adds one mention and returns its sentence, -1 for none.
func (r *reader) see(v *seen, at txt.Span) int {
	i := r.a.SentenceAt(at.Start)
	if i < 0 {
		return -1
	}
	s := &r.a.Sentences[i]
	from, to := s.Within(at)
	head := s.HeadOf(from, to)
	if head < 0 {
		return -1
	}
	v.n++
	if i == r.a.Headline {
		v.headline = true
	}
	for _, k := range r.a.Lead {
		v.lead = v.lead || k == i
	}
	if r.a.Furniture[i] {
		v.furniture++
	}
	if r.a.Quoted(at.Start) >= 0 {
		v.quoted++
	}
	w := &s.Words[head]
	if s.Is(head, "conj") {
		v.conjuncts++
	}
	if s.Kid(head, "acl:relcl") >= 0 {
		v.relative = true
	}
	if s.Kid(head, "appos") >= 0 || s.Is(head, "appos") {
		v.appos = true
	}
	switch {
	case s.Is(head, "nsubj"):
		if w.POS != syntax.PRON || v.n == 1 {
			v.subjects++
		}
		if h := w.Head; h >= 0 && s.Words[h].POS == syntax.VERB {
			v.actor = true
			if r.speechVerbs.Has(strings.ToLower(s.Words[h].Lemma)) {
				v.speech++
			}
		}
		if s.Is(head, "nsubj:pass") {
			v.objects++
		}
	case s.Is(head, "obj", "iobj"):
		v.objects++
	case s.Is(head, "nmod:poss", "compound", "amod"):
		v.modifiers++
	case s.Is(head, "obl", "nmod"):
		v.prepositions++
		if k := s.Kid(head, "case"); k >= 0 {
			v.cases[strings.ToLower(s.Words[k].Lemma)]++
		}
	}
	return i
}

// classOf is what the last word of a name says that it names.
func (r *reader) classOf(word string) string {
	if marks := r.bodies.Marks(word); len(marks) > 0 {
		return marks[0]
	}
	switch {
	case r.places.Has(word):
		return "place"
	case r.persons.Has(word):
		return "person"
	case r.documents.Has(word):
		return "document"
	}
	return ""
}

// isAffiliation reports whether somebody's role is held with a group.
func (r *reader) isAffiliation(g int) bool {
	if g < 0 {
		return false
	}
	for i := range r.out {
		if r.out[i].Affiliation == g {
			return true
		}
	}
	return false
}

// partOfOther reports whether a name is part of another candidate's.
func (r *reader) partOfOther(p *Participant) bool {
	name := " " + fold(p.Name) + " "
	for i := range r.out {
		o := &r.out[i]
		if o != p && len(o.Name) > len(p.Name) && strings.Contains(" "+fold(o.Name)+" ", name) {
			return true
		}
	}
	return false
}
