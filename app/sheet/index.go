package sheet

import (
	"strconv"

	"briefline/app/briefing"
	"briefline/app/timeline"
)

// index knows of a briefing what its pages need more than once.
type index struct {
	b            *briefing.Briefing
	participants map[string]*briefing.Participant
	events       map[string]int // index by ID
	src          *timeline.Memory
	order        []int // events in the order of time

	eventRefs, statementRefs, checkRefs, pointRefs, noteRefs [][]briefing.Ref
	titleRefs, bottomRefs                                    []briefing.Ref

	speakers []speaker
	numbers  []int // of statements, in the order in which they are printed, from 1
	places   []int // of events, in the order of time, from 1
	cited    map[briefing.Ref]*citation
}

// speaker is someone with statements, by heading.
type speaker struct {
	who    *briefing.Participant // nil: the source names nobody
	groups []group
}

// group is what a speaker says under one heading: indices of statements.
type group struct {
	heading    briefing.StatementKind
	statements []int
}

// citation is what rests on a sentence: numbers from 1, in order.
type citation struct {
	title, bottom                             bool
	points, checks, events, statements, notes []int
}

func newIndex(b *briefing.Briefing) *index {
	x := &index{b: b, participants: map[string]*briefing.Participant{}, events: map[string]int{},
		src: timeline.FromBriefing(b), cited: map[briefing.Ref]*citation{}}
	for i := range b.Participants {
		x.participants[b.Participants[i].ID] = &b.Participants[i]
	}
	for i := range b.Events {
		x.events[b.Events[i].ID] = i
	}
	x.places = make([]int, len(b.Events))
	for n, id := range x.src.Order() {
		x.order = append(x.order, x.events[id])
		x.places[x.events[id]] = n + 1
	}
	x.speak()
	x.refer()
	return x
}

// speak lists who says what: side by side in the order of the participants,
// those of no side after them, statements credited to nobody last.
func (x *index) speak() {
	says := map[string][]int{}
	for i := range x.b.Statements {
		who := x.b.Statements[i].Speaker
		says[who] = append(says[who], i)
	}
	var sides []string
	seen := map[string]bool{"": true}
	for i := range x.b.Participants {
		if s := x.b.Participants[i].Side; !seen[s] {
			seen[s] = true
			sides = append(sides, s)
		}
	}
	bySide := map[string][]*briefing.Participant{}
	for i := range x.b.Participants {
		p := &x.b.Participants[i]
		if len(says[p.ID]) > 0 {
			bySide[p.Side] = append(bySide[p.Side], p)
		}
	}
	for _, side := range append(sides, "") {
		for _, p := range bySide[side] {
			x.speakers = append(x.speakers, speaker{p, x.groups(says[p.ID])})
		}
	}
	if len(says[""]) > 0 {
		x.speakers = append(x.speakers, speaker{nil, x.groups(says[""])})
	}
	x.numbers = make([]int, len(x.b.Statements))
	n := 0
	for _, s := range x.speakers {
		for _, g := range s.groups {
			for _, i := range g.statements {
				n++
				x.numbers[i] = n
			}
		}
	}
}

func (x *index) groups(statements []int) (out []group) {
	for _, h := range briefing.Headings() {
		g := group{heading: h}
		for _, i := range statements {
			if x.b.Statements[i].Kind.Heading() == h {
				g.statements = append(g.statements, i)
			}
		}
		if g.statements != nil {
			out = append(out, g)
		}
	}
	return out
}

// refer finds the sentences of every item, and the items of every sentence.
func (x *index) refer() {
	b := x.b
	cite := func(refs []briefing.Ref, add func(*citation)) []briefing.Ref {
		for _, r := range refs {
			c := x.cited[r]
			if c == nil {
				c = &citation{}
				x.cited[r] = c
			}
			add(c)
		}
		return refs
	}
	x.titleRefs = cite(b.Refs(b.Title.Evidence), func(c *citation) { c.title = true })
	x.bottomRefs = cite(b.Refs(b.BottomLine.Evidence), func(c *citation) { c.bottom = true })
	for i := range b.KeyPoints {
		x.pointRefs = append(x.pointRefs, cite(b.Refs(b.KeyPoints[i].Evidence), func(c *citation) { c.points = append(c.points, i+1) }))
	}
	for i := range b.Checks {
		x.checkRefs = append(x.checkRefs, cite(b.Refs(b.Checks[i].Evidence), func(c *citation) { c.checks = append(c.checks, i+1) }))
	}
	x.eventRefs = make([][]briefing.Ref, len(b.Events))
	for n, i := range x.order {
		e := &b.Events[i]
		ev := append(append([]briefing.Anchor(nil), e.Evidence...), e.Date.Evidence...)
		for _, d := range e.Alternatives {
			ev = append(ev, d.Evidence...)
		}
		x.eventRefs[i] = cite(b.Refs(ev), func(c *citation) { c.events = append(c.events, n+1) })
	}
	x.statementRefs = make([][]briefing.Ref, len(b.Statements))
	for _, s := range x.speakers {
		for _, g := range s.groups {
			for _, i := range g.statements {
				x.statementRefs[i] = cite(b.Refs(b.Statements[i].Evidence), func(c *citation) { c.statements = append(c.statements, x.numbers[i]) })
			}
		}
	}
	for i := range b.Notes {
		x.noteRefs = append(x.noteRefs, cite(b.Refs(b.Notes[i].Evidence), func(c *citation) { c.notes = append(c.notes, i+1) }))
	}
}

// Keys of Document.Dests. They count from 1, as the reader does.
func sentenceDest(r briefing.Ref) string {
	return "s" + strconv.Itoa(r.Source+1) + "." + strconv.Itoa(r.Sentence+1)
}

func numbered(kind string, n int) string { return kind + "." + strconv.Itoa(n) }

const (
	destBriefing     = "briefing"
	destBottomLine   = "bottom-line"
	destTimeline     = "timeline"
	destParticipants = "participants"
	destChecks       = "checks"
	destEvents       = "events"
	destStatements   = "statements"
	destNotes        = "notes"
)
