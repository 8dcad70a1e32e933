package outline

import (
	"cmp"
	"slices"

	"briefline/app/briefing"
)

// MostMain is how many main participants there are at most.
const MostMain = 10

// people lists who is named and what belongs to whom, side by side.
func (o *Outline) people() {
	b := o.Briefing
	for i := range b.Participants {
		p := &Participant{Participant: &b.Participants[i]}
		p.Refs = b.Refs(p.Evidence)
		o.Participants = append(o.Participants, p)
		keep(o.participants, p.ID, p)
	}
	for _, p := range o.Participants {
		if of := o.participants[p.Participant.Affiliation]; of != nil {
			p.Affiliation = of.Participant
		}
		if p.Side == "" || o.Side(p.Side) != nil {
			continue
		}
		side := &Side{ID: p.Side, Name: p.Side}
		if head := o.participants[p.Side]; head != nil {
			side.Name = head.Name
		}
		o.Sides = append(o.Sides, side)
	}
	none := &Side{}
	for _, p := range o.Participants {
		side := none
		if p.Side != "" {
			side = o.Side(p.Side)
		}
		side.Members = append(side.Members, p)
	}
	o.Sides = append(o.Sides, none)
}

// speak lists who says what, side by side in the order of the participants,
// those of no side after them, statements credited to nobody last.
func (o *Outline) speak() {
	b := o.Briefing
	said := map[string][]*Statement{}
	for i := range b.Statements {
		s := &Statement{Statement: &b.Statements[i], Refs: b.Refs(b.Statements[i].Evidence)}
		said[s.Speaker] = append(said[s.Speaker], s)
		o.Statements = append(o.Statements, s)
		keep(o.statements, s.ID, s)
		if p := o.participants[s.Speaker]; p != nil {
			p.Statements++
		}
	}
	n := 0
	speak := func(side *Side, who *Participant, said []*Statement) {
		if len(said) == 0 {
			return
		}
		s := &Speaker{who, groups(said)}
		for _, g := range s.Groups {
			for _, one := range g.Statements {
				n++
				one.Number = n
				o.cite(one.Refs, func(c *Citation) { c.Statements = append(c.Statements, one.Number) })
			}
		}
		side.Speakers = append(side.Speakers, s)
		o.Speakers = append(o.Speakers, s)
	}
	for _, side := range o.Sides {
		for _, p := range side.Members {
			if p == o.participants[p.ID] {
				speak(side, p, said[p.ID])
			}
		}
	}
	none := o.Sides[len(o.Sides)-1]
	speak(none, nil, said[""])
	if len(none.Members) == 0 && len(none.Speakers) == 0 {
		o.Sides = o.Sides[:len(o.Sides)-1]
	}
}

// groups puts statements under their headings.
func groups(said []*Statement) (out []Group) {
	for _, h := range briefing.Headings() {
		g := Group{Heading: h}
		for _, s := range said {
			if s.Kind.Heading() == h {
				g.Statements = append(g.Statements, s)
			}
		}
		if g.Statements != nil {
			out = append(out, g)
		}
	}
	return out
}

// rank parts the main participants from the rest. They are those that the
// briefing names so, in its order; where it names none, those who speak or take
// part in what happens, by how much they do of it and how often they are named. A
// place is where things happen, and then never one of them.
func (o *Outline) rank() {
	weight := map[*Participant]int{}
	for _, e := range o.Events {
		for _, p := range e.Participants {
			p.Events++
		}
	}
	for _, p := range o.Participants {
		if p.Participant.Main {
			o.Main = append(o.Main, p)
		}
	}
	chosen := o.Main != nil
	for _, p := range o.Participants {
		if !chosen && p.Kind != briefing.KindPlace && p.Statements+p.Events > 0 {
			o.Main = append(o.Main, p)
			weight[p] = 3*p.Statements + 2*p.Events + len(p.Refs)
		}
	}
	if !chosen {
		slices.SortStableFunc(o.Main, func(p, q *Participant) int { return cmp.Compare(weight[q], weight[p]) })
		o.Main = o.Main[:min(len(o.Main), MostMain)]
	}
	for _, p := range o.Participants {
		if !slices.Contains(o.Main, p) {
			o.Rest = append(o.Rest, p)
		}
	}
}
