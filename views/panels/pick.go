package panels

import (
	"fmt"
	"slices"
	"strings"

	"briefline/app/briefing"
	"briefline/app/outline"
)

// Kind says what a Pick is of.
type Kind string

// The kinds of things that can be picked. KindNone is nothing.
const (
	KindNone        Kind = ""
	KindLine        Kind = "line"
	KindCheck       Kind = "check"
	KindEvent       Kind = "event"
	KindParticipant Kind = "participant"
	KindStatement   Kind = "statement"
	KindSentence    Kind = "sentence"
	KindDate        Kind = "date" // of the ledger
	KindNote        Kind = "note" // of the editor
	KindSource      Kind = "source"
	// kindMore is the link that shows all checks; it picks nothing.
	kindMore Kind = "more"
)

// Pick names one thing of a briefing: its kind and ID. A sentence's ID is made
// by SentencePick.
type Pick struct {
	Kind Kind
	ID   string
}

// SentencePick returns the pick of a sentence.
func SentencePick(r briefing.Ref) Pick {
	return Pick{KindSentence, fmt.Sprintf("%d.%d", r.Source, r.Sentence)}
}

// DatePick returns the pick of the n-th date phrase of a source, both counted
// from 0.
func DatePick(source, n int) Pick { return Pick{KindDate, fmt.Sprintf("%d.%d", source, n)} }

// Ref returns the sentence of a pick of kind KindSentence.
func (p Pick) Ref() (r briefing.Ref, ok bool) {
	if p.Kind != KindSentence {
		return r, false
	}
	n, err := fmt.Sscanf(p.ID, "%d.%d", &r.Source, &r.Sentence)
	return r, err == nil && n == 2
}

// String is the pick as a link of a text, which ParsePick reads; "" for none.
func (p Pick) String() string {
	if p.Kind == KindNone {
		return ""
	}
	return string(p.Kind) + ":" + p.ID
}

// ParsePick reads what String wrote; anything else is the zero Pick.
func ParsePick(link string) Pick {
	kind, id, ok := strings.Cut(link, ":")
	if !ok {
		return Pick{}
	}
	return Pick{Kind(kind), id}
}

// Index knows for every item of a briefing where its evidence stands, and for
// every sentence which items it bears.
type Index struct {
	*outline.Outline

	picks []Pick // every item: lines, checks, events, participants, statements, notes, dates
	refs  map[Pick][]briefing.Ref
	spans map[Pick][]stretch
}

// stretch is a part of the text of one source.
type stretch struct {
	source int
	briefing.Span
}

func (p stretch) overlaps(q stretch) bool {
	return p.source == q.source && p.Start < q.End && q.Start < p.End
}

// NewIndex works the index out.
func NewIndex(b *briefing.Briefing) *Index {
	x := &Index{Outline: outline.Of(b), refs: map[Pick][]briefing.Ref{}, spans: map[Pick][]stretch{}}
	add := func(kind Kind, id string, refs []briefing.Ref, evidence []briefing.Anchor) {
		p := Pick{kind, id}
		x.picks = append(x.picks, p)
		x.refs[p] = refs
		x.spans[p] = x.places(evidence)
	}
	for _, l := range x.Lines {
		add(KindLine, l.ID, l.Refs, l.Evidence)
	}
	for _, c := range x.Checks {
		add(KindCheck, c.ID, c.Refs, c.Evidence)
	}
	for _, e := range x.Events {
		add(KindEvent, e.ID, e.Refs, e.Anchors())
	}
	for _, p := range x.Participants {
		add(KindParticipant, p.ID, p.Refs, p.Evidence)
	}
	for _, s := range x.Statements {
		add(KindStatement, s.ID, s.Refs, s.Evidence)
	}
	for _, n := range x.Notes {
		add(KindNote, n.ID, n.Refs, n.Evidence)
	}
	for i, s := range b.Sources {
		for j, d := range s.Dates {
			add(KindDate, DatePick(i, j).ID, b.Refs(d.Evidence), d.Evidence)
		}
	}
	return x
}

func (x *Index) places(anchors []briefing.Anchor) []stretch {
	var out []stretch
	for _, a := range anchors {
		for i := range x.Briefing.Sources {
			s := &x.Briefing.Sources[i]
			if s.ID != a.Source {
				continue
			}
			if at, state := a.Locate(s.Text); state != briefing.AnchorLost {
				out = append(out, stretch{i, at})
			}
		}
	}
	return out
}

// Has reports whether the briefing holds the item or sentence.
func (x *Index) Has(p Pick) bool {
	if r, ok := p.Ref(); ok {
		return r.Source >= 0 && r.Source < len(x.Briefing.Sources) &&
			r.Sentence >= 0 && r.Sentence < len(x.Briefing.Sources[r.Source].Sentences)
	}
	_, ok := x.refs[p]
	return ok
}

// Refs returns the sentences that an item leads back to, in order.
func (x *Index) Refs(p Pick) []briefing.Ref {
	if r, ok := p.Ref(); ok {
		return []briefing.Ref{r}
	}
	return x.refs[p]
}

// Side returns the number of a side, counted from 0; -1 for none.
func (x *Index) Side(id string) int {
	return slices.IndexFunc(x.Sides, func(s *outline.Side) bool { return s.ID == id && id != "" })
}

// Sentence returns the text of a sentence; "" when there is none.
func (x *Index) Sentence(r briefing.Ref) string {
	if !x.Has(SentencePick(r)) {
		return ""
	}
	return x.Sources[r.Source].Sentences[r.Sentence].Text
}

// Highlight is what a pick lights up.
type Highlight struct {
	Pick      Pick
	Linked    map[Pick]bool // items that belong to it, and itself
	Sentences map[briefing.Ref]bool
	places    []stretch // its own evidence
}

// Has reports whether the item belongs to what is picked. It may be asked of
// a nil Highlight.
func (h *Highlight) Has(kind Kind, id string) bool { return h != nil && h.Linked[Pick{kind, id}] }

// Is reports whether the item itself is picked.
func (h *Highlight) Is(kind Kind, id string) bool { return h != nil && h.Pick == Pick{kind, id} }

// In returns the stretches of a sentence that are evidence, as bytes counted
// from the sentence's start.
func (h *Highlight) In(source int, s briefing.Span) []briefing.Span {
	if h == nil {
		return nil
	}
	var out []briefing.Span
	for _, p := range h.places {
		if p.source == source && p.Start < s.End && s.Start < p.End {
			out = append(out, briefing.Span{Start: max(p.Start, s.Start) - s.Start, End: min(p.End, s.End) - s.Start})
		}
	}
	return out
}

// Relate works out what a pick lights up; nil for nothing, or for an item that
// the briefing does not hold.
func (x *Index) Relate(p Pick) *Highlight {
	if p.Kind == KindNone || !x.Has(p) {
		return nil
	}
	h := &Highlight{Pick: p, Linked: map[Pick]bool{p: true}, Sentences: map[briefing.Ref]bool{}}
	for _, r := range x.Refs(p) {
		h.Sentences[r] = true
	}
	if r, ok := p.Ref(); ok {
		h.places = []stretch{{r.Source, x.Briefing.Sources[r.Source].Sentences[r.Sentence]}}
		for _, q := range x.picks {
			for _, s := range x.refs[q] {
				if s == r {
					h.Linked[q] = true
				}
			}
		}
		return h
	}
	h.places = x.spans[p]
	if p.Kind == KindParticipant {
		x.linkParticipant(h, p.ID)
		return h
	}
	for _, q := range x.picks {
		// A mention's words lie inside nearly every stretch; participants are
		// linked by their part in the item, below.
		if q.Kind != KindParticipant && x.touch(p, q) {
			h.Linked[q] = true
		}
	}
	switch p.Kind {
	case KindEvent:
		e := x.Briefing.EventByID(p.ID)
		x.linkAll(h, KindParticipant, e.Participants)
		x.linkAll(h, KindParticipant, e.Places)
		x.linkAll(h, KindStatement, e.Statements)
	case KindStatement:
		s := x.Briefing.StatementByID(p.ID)
		x.linkAll(h, KindParticipant, []string{s.Speaker, s.Addressee})
	}
	return h
}

func (x *Index) linkParticipant(h *Highlight, id string) {
	for _, e := range x.Briefing.Events {
		if slices.Contains(e.Participants, id) || slices.Contains(e.Places, id) {
			h.Linked[Pick{KindEvent, e.ID}] = true
		}
	}
	for _, s := range x.Briefing.Statements {
		if s.Speaker == id || s.Addressee == id {
			h.Linked[Pick{KindStatement, s.ID}] = true
		}
	}
}

func (x *Index) linkAll(h *Highlight, kind Kind, ids []string) {
	for _, id := range ids {
		if id != "" {
			h.Linked[Pick{kind, id}] = true
		}
	}
}

// touch reports whether the evidence of two items overlaps.
func (x *Index) touch(p, q Pick) bool {
	for _, a := range x.spans[p] {
		for _, b := range x.spans[q] {
			if a.overlaps(b) {
				return true
			}
		}
	}
	return false
}
