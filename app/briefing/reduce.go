package briefing

// Reduce returns what of b can be drawn: b itself when draws says yes to it, else a
// copy without the list of items that keeps it from that, or without several. The
// sources' text is kept in any case, and the title, shortened where need be.
func Reduce(b *Briefing, draws func(*Briefing) bool) *Briefing {
	if draws(b) {
		return b
	}
	lists := []func(*Briefing){
		func(b *Briefing) { b.Checks = nil },
		func(b *Briefing) { b.Notes = nil },
		func(b *Briefing) { b.KeyPoints, b.BottomLine = nil, Line{} },
		func(b *Briefing) { b.Statements = nil },
		func(b *Briefing) { b.Events = nil },
		func(b *Briefing) { b.Participants = nil },
		func(b *Briefing) {
			for i := range b.Sources {
				b.Sources[i].Dates, b.Sources[i].Candidates, b.Sources[i].Published = nil, nil, Dating{}
			}
		},
		func(b *Briefing) {
			for i := range b.Sources {
				b.Sources[i].Sentences, b.Sources[i].SpanExtra = nil, nil
			}
		},
	}
	without := func(drop ...func(*Briefing)) *Briefing {
		c := b.Clone()
		c.Title.Text = Shorten(c.Title.Text, MaxTitle/4)
		for _, do := range drop {
			do(c)
		}
		c.Mend() // takes out what names what is gone
		return c
	}
	for _, do := range lists {
		if c := without(do); draws(c) {
			return c
		}
	}
	for n := 2; n <= len(lists); n++ {
		if c := without(lists[:n]...); draws(c) {
			return c
		}
	}
	return without(lists...)
}
