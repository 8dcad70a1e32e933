package briefing

// Coverage is what a briefing used of its sources and what these leave open.
type Coverage struct {
	Used, Unused []Ref // in order; together every sentence
	Missing      []Gap // in the order sources, events, statements
}

// Gap is something that the source does not state.
type Gap struct {
	Item string // ID of a source, event or statement
	What GapKind
}

// GapKind is which question the source leaves open.
type GapKind string

const (
	GapWho   GapKind = "who"
	GapWhen  GapKind = "when"
	GapWhere GapKind = "where"
)

// Coverage returns which sentences the lines, events, statements, checks and
// notes use, and what is not stated: who published, when and from where; who
// took part in an event, when and where; who spoke. A date that was inferred
// or added is not stated. A participant's mentions use no sentence, or every
// pronoun would.
func (b *Briefing) Coverage() Coverage {
	var ev []Anchor
	for l := range b.Lines() {
		ev = append(ev, l.Evidence...)
	}
	for _, e := range b.Events {
		ev = append(append(ev, e.Evidence...), e.Date.Evidence...)
		for _, d := range e.Alternatives {
			ev = append(ev, d.Evidence...)
		}
		for _, r := range e.Relations {
			ev = append(ev, r.Evidence...)
		}
	}
	for _, f := range b.Figures {
		for _, v := range f.Values {
			ev = append(ev, v.Evidence...)
		}
	}
	for _, s := range b.Statements {
		ev = append(ev, s.Evidence...)
	}
	for _, c := range b.Checks {
		ev = append(ev, c.Evidence...)
	}
	for _, n := range b.Notes {
		ev = append(ev, n.Evidence...)
	}
	c := Coverage{Used: b.Refs(ev), Missing: b.gaps()}
	used := c.Used // in the order of the walk
	for i, s := range b.Sources {
		for j := range s.Sentences {
			if len(used) > 0 && used[0] == (Ref{i, j}) {
				used = used[1:]
			} else {
				c.Unused = append(c.Unused, Ref{i, j})
			}
		}
	}
	return c
}

func (b *Briefing) gaps() (gaps []Gap) {
	add := func(missing bool, id string, what GapKind) {
		if missing {
			gaps = append(gaps, Gap{id, what})
		}
	}
	for _, s := range b.Sources {
		add(s.Publisher == "" && s.Byline == "", s.ID, GapWho)
		add(s.Published.EDTF.IsZero(), s.ID, GapWhen)
		add(s.Place == "", s.ID, GapWhere)
	}
	for _, e := range b.Events {
		if e.Basis == BasisAdded {
			continue // not the source's event
		}
		stated := e.Date.Basis == "" || e.Date.Basis == BasisStated
		add(len(e.Participants) == 0, e.ID, GapWho)
		add(e.Date.EDTF.IsZero() || !stated, e.ID, GapWhen)
		add(len(e.Places) == 0, e.ID, GapWhere)
	}
	for _, s := range b.Statements {
		add(s.Speaker == "" && s.Basis != BasisAdded, s.ID, GapWho)
	}
	return gaps
}
