package people

import (
	"slices"
	"strings"

	"briefline/app/analysis"
	"briefline/app/lexicon"
	"briefline/app/syntax"
)

// Groups says who is who in a text: package coref's clusters of names, nouns and
// pronouns, held to the trees. It is meant for analysis.Options.
func Groups(a *analysis.Analysis) []analysis.Group {
	a.Groups = analysis.Coreference(a)
	l := lexicon.English()
	r := &reader{
		a: a, persons: l.Class("persons"), bodies: l.Class("bodies"), titles: l.Class("titles"), places: l.Class("places"),
		groups: l.Class("groups"), speechVerbs: l.Class("speech"), documents: l.Class("documents"),
	}
	r.another()
	r.placesNamedAsPersons()
	r.acting()
	r.aged()
	r.sameOffice()
	return a.Groups
}

// another takes "a spokeswoman", "another driver" out of a group that has a name,
// unless it stands in apposition there: who is brought in so is somebody new.
func (r *reader) another() {
	for g, n := 0, len(r.a.Groups); g < n; g++ {
		if !r.a.Groups[g].Named {
			continue
		}
		var keep []analysis.Mention
		for _, m := range r.a.Groups[g].Mentions {
			if m.Form != analysis.Noun || m.Head < 0 || !r.bringsIn(m) || r.equated(m, g) {
				keep = append(keep, m)
				continue
			}
			name := strings.Join(strings.Fields(m.Span.Of(r.a.Text)), " ")
			r.a.Groups = append(r.a.Groups, analysis.Group{
				Name: name, Short: name, Kind: r.a.Groups[g].Kind, Number: analysis.Singular, Affiliation: -1,
				Mentions: []analysis.Mention{m},
			})
			x := &r.a.Groups[g]
			x.Aliases = slices.DeleteFunc(x.Aliases, func(a string) bool { return strings.Contains(a, name) })
		}
		r.a.Groups[g].Mentions = keep
	}
}

// bringsIn reports whether a noun has an indefinite article or "another" before
// it.
func (r *reader) bringsIn(m analysis.Mention) bool {
	s := &r.a.Sentences[m.Sentence]
	for _, k := range s.Kids(m.Head) {
		if s.Is(k, "det", "amod", "nummod") && k < m.Head {
			switch strings.ToLower(s.Words[k].Form) {
			case "a", "an", "another", "other", "one", "second":
				return true
			}
		}
	}
	return false
}

// equated reports whether the tree has a noun and a name of the group as one: by
// apposition or copula.
func (r *reader) equated(m analysis.Mention, g int) bool {
	s := &r.a.Sentences[m.Sentence]
	for _, o := range r.a.Groups[g].Mentions {
		if o.Sentence != m.Sentence || o.Head < 0 || o.Head == m.Head {
			continue
		}
		up, down := o.Head, m.Head
		for range 2 {
			if s.Words[down].Head == up && s.Is(down, "appos", "nmod:desc", "flat", "acl:relcl", "nsubj", "list", "parataxis") {
				return true
			}
			up, down = down, up
		}
	}
	return false
}

// placesNamedAsPersons makes a place of a person of one word who is only in, at
// or from: "in Tarsk".
func (r *reader) placesNamedAsPersons() {
	for g := range r.a.Groups {
		x := &r.a.Groups[g]
		if x.Kind != analysis.Person || !x.Named || strings.Contains(x.Name, " ") || len(x.Roles) > 0 || x.Gender != analysis.GenderUnknown {
			continue
		}
		place, person := false, false
		for _, m := range x.Mentions {
			if m.Head < 0 {
				continue
			}
			s := &r.a.Sentences[m.Sentence]
			if m.Form == analysis.Pronoun {
				switch strings.ToLower(s.Words[m.Head].Form) {
				case "he", "him", "his", "she", "her":
					person = true
				}
				continue
			}
			if k := s.Kid(m.Head, "case"); k >= 0 && s.Is(m.Head, "obl", "nmod") {
				switch strings.ToLower(s.Words[k].Form) {
				case "in", "at", "near", "across", "throughout", "outside", "off":
					place = true
				}
			}
			place = place || r.besidePlace(m)
			if h := s.Words[m.Head].Head; h >= 0 && s.Is(m.Head, "nsubj") && r.speechVerbs.Has(strings.ToLower(s.Words[h].Lemma), "strong") {
				person = true
			}
		}
		if place && !person {
			x.Kind = analysis.Place
		}
	}
}

// besidePlace reports whether a name is coordinated with that of a place or state:
// "Norland and Tarsk".
func (r *reader) besidePlace(m analysis.Mention) bool {
	s := &r.a.Sentences[m.Sentence]
	is := func(i int) bool {
		for g := range r.a.Groups {
			if x := &r.a.Groups[g]; x.Named && (x.Kind == analysis.Place || x.Kind == analysis.State) {
				for _, o := range x.Mentions {
					if o.Sentence == m.Sentence && o.Head == i {
						return true
					}
				}
			}
		}
		return false
	}
	if s.Is(m.Head, "conj") && is(s.Words[m.Head].Head) {
		return true
	}
	for _, k := range s.Kids(m.Head) {
		if s.Is(k, "conj") && is(k) {
			return true
		}
	}
	return false
}

// acting makes a state of a place that says or agrees to something: its name
// stands for who governs it.
func (r *reader) acting() {
	for g := range r.a.Groups {
		x := &r.a.Groups[g]
		if x.Kind != analysis.Place || !x.Named {
			continue
		}
		for _, m := range x.Mentions {
			if m.Head < 0 || m.Form != analysis.Name {
				continue
			}
			s := &r.a.Sentences[m.Sentence]
			if h := s.Words[m.Head].Head; h >= 0 && s.Is(m.Head, "nsubj") && !s.Is(m.Head, "nsubj:pass") &&
				r.speechVerbs.Has(strings.ToLower(s.Words[h].Lemma), "strong", "agreement", "object", "request", "offer") {
				x.Kind = analysis.State
				break
			}
		}
	}
}

// aged joins "the 56-year-old" with the person whom the text spoke of last, where
// that is the subject of the sentence before or its only person.
func (r *reader) aged() {
	for i := range r.a.Sentences {
		s := &r.a.Sentences[i]
		for k := range s.Words {
			if !strings.Contains(strings.ToLower(s.Words[k].Form), "old") || s.Words[k].POS == syntax.ADJ && s.Is(k, "amod", "acl", "root") || r.a.Quoted(s.Words[k].Start) >= 0 {
				continue
			}
			from := s.Subtree(k, "acl", "appos", "conj", "cc", "punct")[0]
			words := strings.ToLower(r.a.Text[s.Words[from].Start:s.Words[k].End])
			if !strings.HasPrefix(words, "the ") || !strings.HasSuffix(words, "-year-old") && !strings.HasSuffix(words, "year old") {
				continue
			}
			for back := i - 1; back >= max(0, i-2); back-- {
				if g := r.onlyPerson(back); g >= 0 {
					r.join(analysis.Mention{Sentence: i, Head: k, Span: s.Words[k].Span, Form: analysis.Noun, Sure: .7}, g)
					break
				}
			}
		}
	}
}

// onlyPerson is the one person whom a sentence names, -1 for none or several.
func (r *reader) onlyPerson(sentence int) int {
	found := -1
	for g := range r.a.Groups {
		x := &r.a.Groups[g]
		if x.Kind != analysis.Person || !x.Named {
			continue
		}
		for _, m := range x.Mentions {
			if m.Sentence == sentence && m.Form == analysis.Name {
				if found >= 0 && found != g {
					return -1
				}
				found = g
			}
		}
	}
	return found
}

// join puts a mention into a group, out of the one that it was in.
func (r *reader) join(m analysis.Mention, to int) {
	for g := range r.a.Groups {
		if g != to {
			r.a.Groups[g].Mentions = slices.DeleteFunc(r.a.Groups[g].Mentions, func(o analysis.Mention) bool {
				return o.Sentence == m.Sentence && (o.Head == m.Head || o.Span.Start < m.Span.End && m.Span.Start < o.Span.End && o.Form == analysis.Noun)
			})
		}
	}
	x := &r.a.Groups[to]
	x.Mentions = append(x.Mentions, m)
	slices.SortStableFunc(x.Mentions, func(a, b analysis.Mention) int { return a.Span.Start - b.Span.Start })
	if !slices.Contains(x.Doubts, DoubtJoined) {
		x.Doubts = append(x.Doubts, DoubtJoined)
	}
}

// sameOffice joins a person who is only described by an office of two words and
// more with the one named person who holds it: "Norland's interior minister" and
// "Interior Minister Paul Reiner". Two who hold it are left apart.
func (r *reader) sameOffice() {
	holders := map[string][]int{}
	for g := range r.a.Groups {
		x := &r.a.Groups[g]
		if x.Kind != analysis.Person || !x.Named {
			continue
		}
		roles, _ := r.roles(g)
		for _, role := range x.Roles {
			switch {
			case repeats(roles, role.Words):
			case role.Inferred: // what the text tells only by the other's role goes first
				roles = slices.Insert(roles, 0, role)
			default:
				roles = append(roles, role)
			}
		}
		x.Roles = roles
		for _, role := range roles {
			key := fold(role.Words)
			if strings.Contains(key, " ") && !slices.Contains(holders[key], g) {
				holders[key] = append(holders[key], g)
			}
		}
	}
	for g := range r.a.Groups {
		x := &r.a.Groups[g]
		if x.Named || x.Kind != analysis.Person && x.Kind != analysis.People || len(x.Mentions) == 0 {
			continue
		}
		for _, m := range slices.Clone(x.Mentions) {
			if m.Form != analysis.Noun || m.Head < 0 || r.bringsIn(m) {
				continue
			}
			s := &r.a.Sentences[m.Sentence]
			if !r.persons.Has(strings.ToLower(s.Words[m.Head].Lemma), "office") || s.Words[m.Head].Feat("Number") == "Plur" {
				continue
			}
			in := s.Subtree(m.Head, "acl", "appos", "conj", "cc", "punct", "parataxis", "cop", "nsubj", "obl", "aux", "advmod")
			t, ok := r.role(m.Sentence, m.Head, in[0], m.Head+1, byTitle, true)
			if who := holders[fold(t.words)]; ok && len(who) == 1 {
				r.join(m, who[0])
			}
		}
	}
}
