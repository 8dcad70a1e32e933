package outline

import "briefline/app/briefing"

// Line returns the line of the card or of what is unknown with this ID, nil if there is none.
func (o *Outline) Line(id string) *Line { return o.lines[id] }

// Check returns the check with this ID, nil if there is none.
func (o *Outline) Check(id string) *Check { return o.checks[id] }

// Figure returns the figure with this ID, nil if there is none.
func (o *Outline) Figure(id string) *Figure { return o.figures[id] }

// Event returns the event with this ID, one of More too, nil if there is none.
func (o *Outline) Event(id string) *Event { return o.events[id] }

// Participant returns the participant with this ID, nil if there is none.
func (o *Outline) Participant(id string) *Participant { return o.participants[id] }

// Statement returns the statement with this ID, nil if there is none.
func (o *Outline) Statement(id string) *Statement { return o.statements[id] }

// Note returns the note with this ID, nil if there is none.
func (o *Outline) Note(id string) *Note { return o.notes[id] }

// Side returns the side with this ID, nil if there is none.
func (o *Outline) Side(id string) *Side {
	for _, s := range o.Sides {
		if s.ID == id {
			return s
		}
	}
	return nil
}

// Part returns the lines of a part of Lines; nil when it has none with words.
func (o *Outline) Part(part Part) (lines []*Line) {
	for _, l := range o.Lines {
		if l.Part == part {
			lines = append(lines, l)
		}
	}
	return lines
}

// Cited returns what rests on a sentence; nil when nothing does.
func (o *Outline) Cited(r briefing.Ref) *Citation { return o.cited[r] }

// Traced counts the lines, events, participants and statements that lead back to
// a sentence, and all of them. A check may be about what the source does not say,
// and a note is the editor's: neither counts.
func (o *Outline) Traced() (traced, all int) {
	count := func(refs []briefing.Ref) {
		all++
		if len(refs) > 0 {
			traced++
		}
	}
	for _, l := range o.Lines {
		count(l.Refs)
	}
	for _, e := range o.Events {
		count(e.Refs)
	}
	for _, p := range o.Participants {
		count(p.Refs)
	}
	for _, s := range o.Statements {
		count(s.Refs)
	}
	return traced, all
}

// Doubtful counts the drafted items that carry a doubt, and all of them: events,
// participants and statements. A person looks at the first ones first.
func (o *Outline) Doubtful() (doubtful, all int) {
	count := func(d []briefing.Doubt) {
		all++
		if len(d) > 0 {
			doubtful++
		}
	}
	for _, e := range o.Events {
		count(e.Doubts())
	}
	for _, p := range o.Participants {
		count(p.Doubts)
	}
	for _, s := range o.Statements {
		count(s.Doubts)
	}
	return doubtful, all
}
