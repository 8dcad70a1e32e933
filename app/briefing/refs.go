package briefing

import (
	"cmp"
	"iter"
	"slices"
	"sort"
	"strconv"
)

// Ref names a sentence: zero-based indices into Sources and its Sentences. The
// chip for Ref{0, 9} reads S10.
type Ref struct{ Source, Sentence int }

// Refs returns the sentences that the anchors touch, in order and without
// duplicates; nil if there are none. Lost anchors and unknown sources touch
// nothing.
func (b *Briefing) Refs(ev []Anchor) []Ref {
	var refs []Ref
	for _, a := range ev {
		i := slices.IndexFunc(b.Sources, func(s Source) bool { return s.ID == a.Source })
		if i < 0 {
			continue
		}
		s := &b.Sources[i]
		at, state := a.Locate(s.Text)
		if state == AnchorLost {
			continue
		}
		j := sort.Search(len(s.Sentences), func(j int) bool { return s.Sentences[j].End > at.Start })
		for ; j < len(s.Sentences) && s.Sentences[j].Start < at.End; j++ {
			refs = append(refs, Ref{i, j})
		}
	}
	slices.SortFunc(refs, func(a, b Ref) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Sentence, b.Sentence))
	})
	return slices.Compact(refs)
}

// RefName returns what a sentence is called, on screen and on paper: "S10", or
// with several sources "B10", the letter of its source before the number. After
// the 26th source come AA, AB and so on.
func (b *Briefing) RefName(r Ref) string {
	prefix := "S"
	if len(b.Sources) > 1 {
		prefix = SourceLetter(r.Source)
	}
	return prefix + strconv.Itoa(r.Sentence+1)
}

// SourceLetter returns the letter of the n-th source, counted from 0: A to Z,
// then AA, AB and so on.
func SourceLetter(n int) string {
	if n < 26 {
		return string(rune('A' + n))
	}
	return SourceLetter(n/26-1) + SourceLetter(n%26)
}

// SourceByID returns the source with this ID, nil if there is none.
func (b *Briefing) SourceByID(id string) *Source {
	return byID(b.Sources, func(s *Source) bool { return s.ID == id })
}

// AllEvents returns the events and then those of More.
func (b *Briefing) AllEvents() iter.Seq[*Event] {
	return func(yield func(*Event) bool) {
		for _, list := range [][]Event{b.Events, b.More} {
			for i := range list {
				if !yield(&list[i]) {
					return
				}
			}
		}
	}
}

// Lines returns the lines of the card that stand for themselves: title, bottom
// line, key points and what is unknown.
func (b *Briefing) Lines() iter.Seq[*Line] {
	return func(yield func(*Line) bool) {
		if !yield(&b.Title) || !yield(&b.BottomLine) {
			return
		}
		for _, list := range [][]Line{b.KeyPoints, b.Unknown} {
			for i := range list {
				if !yield(&list[i]) {
					return
				}
			}
		}
	}
}

// FigureByID returns the figure with this ID, nil if there is none.
func (b *Briefing) FigureByID(id string) *Figure {
	return byID(b.Figures, func(f *Figure) bool { return f.ID == id })
}

// EventByID returns the event with this ID, nil if there is none.
func (b *Briefing) EventByID(id string) *Event {
	return byID(b.Events, func(e *Event) bool { return e.ID == id })
}

// ParticipantByID returns the participant with this ID, nil if there is none.
func (b *Briefing) ParticipantByID(id string) *Participant {
	return byID(b.Participants, func(p *Participant) bool { return p.ID == id })
}

// StatementByID returns the statement with this ID, nil if there is none.
func (b *Briefing) StatementByID(id string) *Statement {
	return byID(b.Statements, func(s *Statement) bool { return s.ID == id })
}

func byID[T any](list []T, is func(*T) bool) *T {
	for i := range list {
		if is(&list[i]) {
			return &list[i]
		}
	}
	return nil
}

// Dates returns every date that the source gives an event: the one it is shown
// at, then the others.
func (e *Event) Dates() []Dating { return append([]Dating{e.Date}, e.Alternatives...) }

// Anchors returns all evidence of an event: its own, then that of its dates.
func (e *Event) Anchors() []Anchor {
	all := append([]Anchor(nil), e.Evidence...)
	for _, d := range e.Dates() {
		all = append(all, d.Evidence...)
	}
	return all
}
