package event

import "briefline/app/briefing"

// relate orders events that the text itself puts in order: "after the vote",
// "before he left". The relations bound those that have no date.
func (r *reader) relate(told []*telling, out []Event) {
	for i, t := range told {
		c := t.main
		for j, u := range told {
			if i == j || u.main.s != c.s {
				continue
			}
			if kind, ok := r.order(c, u.main); ok {
				out[i].Relations = append(out[i].Relations, Relation{Kind: kind, Event: j, Evidence: c.span})
			}
		}
	}
}

// order says how candidate c lies to another one of its sentence that hangs below
// it by a word of time.
func (r *reader) order(c, d *candidate) (briefing.RelationKind, bool) {
	s := c.s
	if !s.Above(c.at, d.at) || c.at == d.at {
		return "", false
	}
	for i := d.at; i != c.at; i = s.Words[i].Head {
		if i != d.at && s.clause[i] && s.Words[i].Head != c.at {
			return "", false
		}
		switch word := s.opener(i); {
		case word == "after", s.kidLemma(i, "case", "after", "following") >= 0:
			return briefing.RelationAfter, true
		case word == "before", s.kidLemma(i, "case", "before") >= 0:
			return briefing.RelationBefore, true
		}
	}
	return "", false
}
