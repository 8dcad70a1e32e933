// Package outline is what a reader is shown of a briefing, and in what order: the
// line above the title, the card, the events in reading order, who takes part and
// who says what, the checks, the notes, which sentences each of them rests on and
// what rests on each sentence.
//
// The screen (views/panels), the page (app/sheet) and the plain text (app/cli)
// lay it out, each in its own way; none of them works any of it out again, so
// that they cannot come to say different things. What a briefing gains is added
// here first.
//
// [Of] gives the order and the numbers, which no language changes. The functions
// that take a catalog give the words.
package outline

import (
	"slices"

	"briefline/app/briefing"
	"briefline/app/timeline"
)

// Outline is a briefing in the order in which it is shown. It points into the
// briefing, which must not change while it is used; a briefing that was edited
// has an outline of its own.
type Outline struct {
	Briefing *briefing.Briefing
	// Time is where the events stand on an axis of time.
	Time *timeline.Memory

	// Lines are the lines of the card that have words, in reading order: the
	// title, the bottom line, the key points.
	Lines []*Line
	// Unknown are the lines of what the sources themselves call unknown, disputed
	// or unanswered.
	Unknown []*Line
	// Figures stand in the order of the briefing, the most important first.
	Figures []*Figure
	// Checks stand in the order of the briefing, which puts the weightiest first.
	Checks []*Check
	// Events stand in reading order: in the order of time, then those that
	// nothing places in time.
	Events []*Event
	// Undated are the events of Events that nothing places in time.
	Undated []*Event
	// More are happenings that the draft did not choose, in the order of the
	// briefing. They have no number and no place in Time.
	More []*Event
	// Sides are the sides in the order in which participants name them. The last
	// one gathers those of no side and has no ID; it is missing when all have one.
	Sides []*Side
	// Speakers are those who say something: a side after the other, within one in
	// the order of the briefing; then those of no side, and last the statements
	// that the source credits to nobody.
	Speakers []*Speaker
	// Participants and Statements stand in the order of the briefing.
	Participants []*Participant
	Statements   []*Statement
	// Main are those whom a reader needs to follow what happens, at most
	// [MostMain] unless the briefing names more: see [briefing.Participant.Main].
	// Rest are the others, in the order of the briefing.
	Main, Rest []*Participant
	Notes      []*Note
	Sources    []*Source
	// Coverage is what the briefing used of its sources, and what these leave open.
	Coverage briefing.Coverage

	lines        map[string]*Line
	checks       map[string]*Check
	events       map[string]*Event
	figures      map[string]*Figure
	participants map[string]*Participant
	statements   map[string]*Statement
	notes        map[string]*Note
	cited        map[briefing.Ref]*Citation
}

// Part says which part of the card a line is.
type Part string

// The parts of the card.
const (
	PartTitle   Part = "title"
	PartBottom  Part = "bottom-line"
	PartPoint   Part = "point"
	PartUnknown Part = "unknown"
)

// Line is a line of the card.
type Line struct {
	*briefing.Line
	Part   Part
	Number int            // of a key point or what is unknown, from 1; 0 for title and bottom line
	Refs   []briefing.Ref // the sentences it rests on, in order
}

// Figure is something counted or measured.
type Figure struct {
	*briefing.Figure
	Number int            // from 1
	Refs   []briefing.Ref // of all its values
	Values []Value
}

// Value is what one sentence says of a figure.
type Value struct {
	*briefing.FigureValue
	Refs    []briefing.Ref
	Speaker *Participant // who gives it; nil where nobody is named
}

// Check is something to look at before use.
type Check struct {
	*briefing.Check
	Number int // from 1
	Refs   []briefing.Ref
}

// Event is something that happened.
type Event struct {
	*briefing.Event
	Number int // from 1, in reading order; 0 for one of More
	// Refs are the sentences of the event, of its date and of its other dates.
	Refs []briefing.Ref
	// Places, Participants and Speakers are those whom the event names: where it
	// was, who took part, and who reports it when nobody else does. Each stands
	// once.
	Places, Participants, Speakers []*Participant
}

// Participant is who acts, speaks or is mentioned.
type Participant struct {
	*briefing.Participant
	Refs        []briefing.Ref // mentions
	Affiliation *briefing.Participant
	Statements  int // how many are credited to it
	Events      int // how many it takes part in
}

// Side is a state or party with those who belong to it.
type Side struct {
	ID       string // of the participant who heads it; "" for those of no side
	Name     string // of the head; the ID where nobody has it; "" for no side
	Members  []*Participant
	Speakers []*Speaker
}

// Speaker is someone with statements.
type Speaker struct {
	Who    *Participant // nil: the source names nobody
	Groups []Group
}

// Group is what a speaker says under one heading.
type Group struct {
	Heading    briefing.StatementKind
	Statements []*Statement
}

// Statement is what somebody says.
type Statement struct {
	*briefing.Statement
	Number int // from 1, in the order of the speakers
	Refs   []briefing.Ref
}

// Note is the editor's own.
type Note struct {
	*briefing.Note
	Number int // from 1
	Refs   []briefing.Ref
}

// Source is one article.
type Source struct {
	*briefing.Source
	Letter    string // A, B …; "" when there is one source only
	Sentences []Sentence
}

// Sentence is a numbered sentence of a source.
type Sentence struct {
	Ref  briefing.Ref
	Name string // S10, or with several sources B10
	Text string
	Used bool // the briefing rests on it: see [briefing.Briefing.Coverage]
}

// Citation is what rests on a sentence, each by its number, in order.
type Citation struct {
	Title, Bottom                             bool
	Points, Checks, Events, Statements, Notes []int
}

// Of returns the outline of a briefing. Of two items with one ID the first
// counts; a briefing that validates has none.
func Of(b *briefing.Briefing) *Outline {
	o := &Outline{
		Briefing: b, Time: timeline.FromBriefing(b), Coverage: b.Coverage(),
		lines: map[string]*Line{}, checks: map[string]*Check{}, events: map[string]*Event{}, figures: map[string]*Figure{},
		participants: map[string]*Participant{}, statements: map[string]*Statement{}, notes: map[string]*Note{},
		cited: map[briefing.Ref]*Citation{},
	}
	o.card()
	o.people()
	o.speak()
	o.happen()
	o.rank()
	o.count()
	for i := range b.Notes {
		n := &Note{&b.Notes[i], i + 1, b.Refs(b.Notes[i].Evidence)}
		o.Notes = append(o.Notes, n)
		keep(o.notes, n.ID, n)
		o.cite(n.Refs, func(c *Citation) { c.Notes = append(c.Notes, n.Number) })
	}
	o.sources()
	return o
}

// keep enters an item under its ID, unless an earlier one has it.
func keep[T any](items map[string]*T, id string, item *T) {
	if items[id] == nil {
		items[id] = item
	}
}

// cite notes on every sentence what rests on it.
func (o *Outline) cite(refs []briefing.Ref, add func(*Citation)) {
	for _, r := range refs {
		if o.cited[r] == nil {
			o.cited[r] = &Citation{}
		}
		add(o.cited[r])
	}
}

func (o *Outline) card() {
	b := o.Briefing
	add := func(l *briefing.Line, part Part, n int, cite func(*Citation)) {
		if l.Text != "" {
			line := &Line{l, part, n, b.Refs(l.Evidence)}
			o.Lines = append(o.Lines, line)
			keep(o.lines, l.ID, line)
			o.cite(line.Refs, cite)
		}
	}
	add(&b.Title, PartTitle, 0, func(c *Citation) { c.Title = true })
	add(&b.BottomLine, PartBottom, 0, func(c *Citation) { c.Bottom = true })
	for i := range b.KeyPoints {
		add(&b.KeyPoints[i], PartPoint, i+1, func(c *Citation) { c.Points = append(c.Points, i+1) })
	}
	for i := range b.Unknown {
		l := &Line{&b.Unknown[i], PartUnknown, i + 1, b.Refs(b.Unknown[i].Evidence)}
		o.Unknown = append(o.Unknown, l)
		keep(o.lines, l.ID, l)
	}
	for i := range b.Checks {
		c := &Check{&b.Checks[i], i + 1, b.Refs(b.Checks[i].Evidence)}
		o.Checks = append(o.Checks, c)
		keep(o.checks, c.ID, c)
		o.cite(c.Refs, func(at *Citation) { at.Checks = append(at.Checks, c.Number) })
	}
}

// happen puts the events into reading order.
func (o *Outline) happen() {
	b := o.Briefing
	placed := map[string]*briefing.Event{}
	for i := range b.Events {
		keep(placed, b.Events[i].ID, &b.Events[i])
	}
	for _, id := range o.Time.Order() {
		e := placed[id]
		if e == nil {
			continue
		}
		delete(placed, id)
		event := o.event(e)
		event.Number = len(o.Events) + 1
		o.Events = append(o.Events, event)
		o.events[id] = event
		o.cite(event.Refs, func(c *Citation) { c.Events = append(c.Events, event.Number) })
	}
	for _, id := range o.Time.Shelf() {
		if e := o.events[id]; e != nil {
			o.Undated = append(o.Undated, e)
		}
	}
	for i := range b.More {
		e := o.event(&b.More[i])
		o.More = append(o.More, e)
		keep(o.events, e.ID, e)
	}
}

// event returns an event with all but its number.
func (o *Outline) event(e *briefing.Event) *Event {
	var speakers []string
	for _, id := range e.Statements {
		if s := o.statements[id]; s != nil {
			speakers = append(speakers, s.Speaker)
		}
	}
	return &Event{
		Event: e, Refs: o.Briefing.Refs(e.Anchors()),
		Places: o.named(e.Places), Participants: o.named(e.Participants), Speakers: o.named(speakers),
	}
}

// count lists the figures with who gives each of their values.
func (o *Outline) count() {
	for i := range o.Briefing.Figures {
		f := &Figure{Figure: &o.Briefing.Figures[i], Number: i + 1}
		var all []briefing.Anchor
		for j := range f.Figure.Values {
			v := &f.Figure.Values[j]
			all = append(all, v.Evidence...)
			f.Values = append(f.Values, Value{v, o.Briefing.Refs(v.Evidence), o.participants[v.Speaker]})
		}
		f.Refs = o.Briefing.Refs(all)
		o.Figures = append(o.Figures, f)
		keep(o.figures, f.ID, f)
	}
}

// named returns the participants with these IDs, each once.
func (o *Outline) named(ids []string) (out []*Participant) {
	for _, id := range ids {
		if p := o.participants[id]; p != nil && !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

func (o *Outline) sources() {
	b := o.Briefing
	used := map[briefing.Ref]bool{}
	for _, r := range o.Coverage.Used {
		used[r] = true
	}
	for i := range b.Sources {
		s := &Source{Source: &b.Sources[i]}
		if len(b.Sources) > 1 {
			s.Letter = briefing.SourceLetter(i)
		}
		for j, at := range s.Source.Sentences {
			r := briefing.Ref{Source: i, Sentence: j}
			text := ""
			if 0 <= at.Start && at.Start <= at.End && at.End <= len(s.Text) {
				text = s.Text[at.Start:at.End]
			}
			s.Sentences = append(s.Sentences, Sentence{r, b.RefName(r), text, used[r]})
		}
		o.Sources = append(o.Sources, s)
	}
}
