// Package people chooses who takes part in a story: the persons, bodies, states
// and groups that a reader is to be shown, with their roles as the text tells
// them, the main ones first.
//
// A participant is a name, or a noun phrase with a head noun. Roles are read off
// the tree and the words beside the name; whom somebody belongs to stands apart
// from the role. Who is shown is decided by a small scorer over what the text does
// with them, never over the words of a name.
package people

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"briefline/app/analysis"
	"briefline/app/lexicon"
	"briefline/app/scorer"
	"briefline/app/speech"
	txt "briefline/app/text"
)

// Participant is one who takes part.
type Participant struct {
	Group       int // of Analysis.Groups, -1 for one that has none
	Name        string
	Kind        analysis.Kind
	Roles       []analysis.Role // most reliable first, at most three
	Affiliation int             // group that a role is held with, -1 for none
	Aliases     []string
	Mentions    []txt.Span // in order
	Sure        float64    // that a reader wants to see it, 0 to 1
	Doubts      []analysis.Doubt
	Features    []string // what the scorer saw
}

// Doubts that a participant may carry.
const (
	DoubtLow    analysis.Doubt = "low-score"
	DoubtJoined analysis.Doubt = "two-namings-joined"
)

// reader is one text while its people are chosen.
type reader struct {
	a                               *analysis.Analysis
	said                            []speech.Statement
	persons, bodies, titles, places *lexicon.Class
	groups, speechVerbs, documents  *lexicon.Class
	out                             []Participant
	heads                           map[[2]int]bool // words that some candidate is named by
	speaks                          map[int]int     // statements by group
	kind                            []string        // of each candidate, for features
}

var lists = sync.OnceValue(func() *lexicon.Lexicon { return lexicon.English() })

// Candidates returns all whom a text names or describes, with their features, in
// the order of their first mention.
func Candidates(a *analysis.Analysis, said []speech.Statement) []Participant {
	l := lists()
	r := &reader{
		a: a, said: said, persons: l.Class("persons"), bodies: l.Class("bodies"), titles: l.Class("titles"), places: l.Class("places"),
		groups: l.Class("groups"), speechVerbs: l.Class("speech"), documents: l.Class("documents"),
		heads: map[[2]int]bool{}, speaks: map[int]int{},
	}
	for i := range said {
		if g := said[i].Speaker.Group; g >= 0 {
			r.speaks[g]++
		}
	}
	r.named()
	r.speakers()
	r.described()
	r.features()
	slices.SortStableFunc(r.out, func(a, b Participant) int { return cmp.Compare(a.Mentions[0].Start, b.Mentions[0].Start) })
	return r.out
}

// threshold is the score from which a candidate is shown: chosen in folds of the
// articles that the model was trained on.
const threshold = .45

// Choose returns whom to show, the main ones first. Who says a statement is
// always among them.
func Choose(m *scorer.Model, a *analysis.Analysis, said []speech.Statement) []Participant {
	all := Candidates(a, said)
	var out []Participant
	for _, p := range all {
		p.Sure = m.Score(p.Features)
		speaks := p.Group >= 0 && speaksSurely(p.Group, said) || p.Group < 0 && slices.Contains(p.Features, "speaker")
		if p.Sure < threshold && !speaks {
			continue
		}
		if p.Sure < threshold {
			p.Doubts = append(p.Doubts, DoubtLow)
		}
		out = append(out, p)
	}
	slices.SortStableFunc(out, func(a, b Participant) int { return cmp.Compare(b.Sure, a.Sure) })
	return out
}

func speaksSurely(g int, said []speech.Statement) bool {
	for i := range said {
		if said[i].Speaker.Group == g && said[i].Speaker.Sure >= .5 && said[i].Sure >= .5 {
			return true
		}
	}
	return false
}

// named makes a candidate of each group with a name.
func (r *reader) named() {
	for g := range r.a.Groups {
		x := &r.a.Groups[g]
		if x.Agency && r.speaks[g] == 0 || x.Name == "" || len(x.Mentions) == 0 || !x.Named {
			continue
		}
		p := Participant{Group: g, Name: x.Name, Kind: x.Kind, Affiliation: x.Affiliation, Aliases: x.Aliases, Doubts: x.Doubts}
		byName := false
		for _, m := range x.Mentions {
			p.Mentions = append(p.Mentions, m.Span)
			if m.Head >= 0 {
				r.heads[[2]int{m.Sentence, m.Head}] = true
			}
			byName = byName || m.Form == analysis.Name
		}
		if !byName {
			continue
		}
		_, p.Affiliation = r.roles(g)
		p.Roles = x.Roles[:min(3, len(x.Roles))]
		if len(p.Roles) > 0 && p.Roles[0].Inferred { // then "his Kyrgyz counterpart" is told by it
			p.Roles = slices.DeleteFunc(slices.Clone(p.Roles), func(told analysis.Role) bool {
				return slices.ContainsFunc(strings.Fields(fold(told.Words)), func(w string) bool { return r.persons.Has(w, "kin") })
			})
		}
		r.out = append(r.out, p)
	}
}

func fold(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// bare is a noun phrase without its article.
func bare(s string) string {
	low := strings.ToLower(s)
	for _, a := range []string{"the ", "a ", "an ", "some ", "many ", "one ", "this ", "these ", "those "} {
		if strings.HasPrefix(low, a) {
			return s[len(a):]
		}
	}
	return s
}
