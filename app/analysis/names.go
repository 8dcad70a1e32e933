package analysis

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"briefline/app/gazetteer"
	"briefline/app/lexicon"
	"briefline/app/names"
	"briefline/app/syntax"
	txt "briefline/app/text"
)

// mendNames holds the recogniser's names to the trees: a name has a noun for its head
// and no verb inside, a day is none, and an office before a person's name is no
// part of it. Persons whom the recogniser missed and the tree has as one name are
// added.
func (a *Analysis) mendNames(found []names.Name) []names.Name {
	persons, titles := lexicon.English().Class("persons"), lexicon.English().Class("titles")
	bodies := lexicon.English().Class("bodies")
	dated := make([][2]int, 0, len(a.Dates))
	for _, d := range a.Dates {
		dated = append(dated, [2]int{d.Start, d.End})
	}
	inDate := func(w *syntax.Word) bool {
		i, _ := slices.BinarySearchFunc(dated, w.Start, func(d [2]int, at int) int { return d[1] - at - 1 })
		for ; i < len(dated) && dated[i][0] <= w.Start; i++ {
			if dated[i][1] >= w.End {
				return true
			}
		}
		return false
	}
	var out []names.Name
	at := 0
	for _, n := range found {
		for at < len(a.Sentences) && a.Sentences[at].End <= n.Start {
			at++
		}
		if at == len(a.Sentences) || len(a.Sentences[at].Words) == 0 {
			out = append(out, n)
			continue
		}
		s := &a.Sentences[at]
		from, to := a.within(at, txt.Span{Start: n.Start, End: n.End})
		for from < to && (inDate(&s.Words[from]) || outside(&s.Words[from])) {
			from++
		}
		for to > from && (inDate(&s.Words[to-1]) || outside(&s.Words[to-1])) {
			to--
		}
		if n.Kind == names.Person {
			for from < to-1 && office(&s.Words[from], persons, titles) && !office(&s.Words[to-1], persons, titles) {
				from++
			}
		}
		if from < to-1 && bodies.Has(strings.ToLower(s.Words[from].Form), "firm", "media", "club") && s.Words[from].POS != syntax.PROPN {
			from++ // "carmaker Brandt Motor"
			n.Kind = names.Organisation
		}
		if from >= to || !isName(s, from, to) {
			continue
		}
		n.Start, n.End = max(n.Start, s.Words[from].Start), min(n.End, s.Words[to-1].End)
		out = append(out, a.parted(s, n, from, to)...)
	}
	return a.missedPersons(out, inDate)
}

// parted cuts a name at an "and" that joins two: the second hangs on the head of the
// first. "Bosnia and Herzegovina" is one, as is what hangs deeper: "Ministry of
// Labour and Welfare".
func (a *Analysis) parted(s *syntax.Sentence, n names.Name, from, to int) []names.Name {
	whole := a.Text[n.Start:n.End]
	if gazetteer.Named(whole) != nil || gazetteer.Organisation(whole) != nil {
		return []names.Name{n}
	}
	head := s.HeadOf(from, to)
	for i := from + 1; i < to-1; i++ {
		w := &s.Words[i]
		if w.POS != syntax.CCONJ || w.Form != "and" || lower(s.Words[i-1].Form) || lower(s.Words[i+1].Form) {
			continue
		}
		joined := w.Head > i && w.Head < to && s.Is(w.Head, "conj") && s.Words[w.Head].Head == head && s.Words[w.Head].POS == syntax.PROPN
		if !joined && !a.namedAlone(s.Words[from].Start, s.Words[i-1].End, n) && !a.namedAlone(s.Words[i+1].Start, s.Words[to-1].End, n) {
			continue
		}
		first, second := n, n
		first.End, second.Start = s.Words[i-1].End, s.Words[i+1].Start
		for _, part := range []*names.Name{&first, &second} {
			if e := gazetteer.Named(a.Text[part.Start:part.End]); e != nil && e.Kind != gazetteer.Body {
				part.Kind = names.Place
			}
		}
		return []names.Name{first, second}
	}
	return []names.Name{n}
}

// namedAlone reports whether the words from..to, a part of a name, stand elsewhere
// in the text, and not as part of that name.
func (a *Analysis) namedAlone(from, to int, of names.Name) bool {
	part, whole := a.Text[from:to], a.Text[of.Start:of.End]
	const most = 20 // places that are looked at
	for at, n := 0, 0; n < most; n++ {
		i := strings.Index(a.Text[at:], part)
		if i < 0 {
			return false
		}
		at += i
		inWhole := at+of.Start-from >= 0 && strings.HasPrefix(a.Text[at+of.Start-from:], whole)
		end := at + len(part)
		bounded := end == len(a.Text) || !unicode.IsLetter(rune(a.Text[end]))
		if !inWhole && bounded && (at == 0 || a.Text[at-1] == ' ' || a.Text[at-1] == '\n') {
			return true
		}
		at = end
	}
	return false
}

// outside reports whether a word cannot begin or end a name.
func outside(w *syntax.Word) bool {
	switch w.POS {
	case syntax.AUX, syntax.PRON, syntax.SCONJ, syntax.CCONJ, syntax.PUNCT:
		return w.Form != "." && w.Form != "!" && !strings.HasSuffix(w.Form, ".")
	case syntax.VERB:
		return Finite(w) && w.POS == syntax.VERB || lower(w.Form)
	}
	return false
}

func lower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// office reports whether a word is what a person is, before the name.
func office(w *syntax.Word, persons, titles *lexicon.Class) bool {
	form := strings.ToLower(w.Form)
	return persons.Has(form, "office", "rank") || titles.Has(form) || (form == "defense" || form == "defence" || form == "interior" || form == "foreign" || form == "finance")
}

// isName reports whether the words may be a name: a proper noun, or a noun with a
// capital letter, is among them, and no finite verb within.
func isName(s *syntax.Sentence, from, to int) bool {
	noun := false
	for i := from; i < to; i++ {
		w := &s.Words[i]
		noun = noun || w.POS == syntax.PROPN || w.POS == syntax.X || !lower(w.Form) && (w.POS == syntax.NOUN || w.POS == syntax.ADJ && to-from == 1 && i > 0 || w.POS == syntax.NUM)
		if w.POS == syntax.VERB && lower(w.Form) && Finite(w) {
			return false
		}
	}
	return noun
}

// missedPersons adds each proper noun with a further one as its flat part that no
// name covers: the tree has them as one person's name.
func (a *Analysis) missedPersons(found []names.Name, inDate func(*syntax.Word) bool) []names.Name {
	taken := func(span txt.Span) bool {
		i, _ := slices.BinarySearchFunc(found, span.Start, func(n names.Name, at int) int { return n.End - at - 1 })
		return i < len(found) && found[i].Start < span.End
	}
	var more []names.Name
	for n := range a.Sentences {
		s := &a.Sentences[n]
		if n == a.Headline {
			continue // every noun has a capital there
		}
		for i := range s.Words {
			if s.Words[i].POS != syntax.PROPN || s.Is(i, "flat") || lower(s.Words[i].Form) {
				continue
			}
			to := i + 1
			for to < len(s.Words) && s.Words[to].POS == syntax.PROPN && s.Words[to].Head == i && s.Is(to, "flat") && !lower(s.Words[to].Form) {
				to++
			}
			span := txt.Span{Start: s.Words[i].Start, End: s.Words[to-1].End}
			if to-i >= 2 && to-i <= 4 && !taken(span) && !inDate(&s.Words[i]) && !strings.Contains(span.Of(a.Text), "\n") {
				more = append(more, names.Name{Start: span.Start, End: span.End, Kind: names.Person})
			}
		}
	}
	found = append(found, more...)
	slices.SortFunc(found, func(x, y names.Name) int { return x.Start - y.Start })
	return found
}
