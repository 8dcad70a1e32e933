package event

import (
	"strings"

	txt "briefline/app/text"

	"briefline/app/briefing"
	"briefline/app/names"
	token "briefline/app/text"
	"briefline/app/timex"
)

// anchored is a phrase such as "since the 2016 agreement": the event that it
// orders, and the one that it names.
type anchored struct {
	kind     briefing.RelationKind
	host     int // candidates
	named    int
	evidence briefing.Span
}

// anchor reads the sentence's phrases that hang on an event. first is the first
// candidate of the sentence.
func (d *reader) anchor(first int) {
	for k := d.dateAt; k < len(d.dates) && d.dates[k].Start < d.sentence.End; k++ {
		e := &d.dates[k]
		if e.Anchor == (txt.Span{}) || e.Start < d.sentence.Start {
			continue
		}
		kind, ok := relationOf(d, e.Start)
		if !ok {
			continue
		}
		named := -1
		for c := first; c < len(d.found) && c < first+100; c++ {
			if t := d.found[c].Trigger; d.found[c].noun && t.Start >= e.Anchor.Start && t.End <= e.Anchor.End {
				named = c
			}
		}
		if named < 0 {
			continue
		}
		n := &d.found[named]
		if n.weak && !n.Negated && !n.Hypothetical || n.Reported || n.definite {
			if n.c(nounWord, d) && (!n.alone || len(n.Names)+len(n.Places) > 0) {
				n.weak, n.Hypothetical, n.weight = false, false, max(n.weight, 2)
			}
		}
		host, evidence := d.host(e, first, named)
		if host < 0 {
			continue
		}
		h := &d.found[host]
		h.hosts = true
		if h.c(nounWord, d) && h.noun && h.definite {
			h.weak, h.weight = false, max(h.weight, 2)
		}
		d.phrases = append(d.phrases, anchored{kind, host, named, evidence})
	}
}

// relationOf reads the word that begins a phrase at byte at.
func relationOf(d *reader, at int) (briefing.RelationKind, bool) {
	i := d.wordAt(at)
	if i < 0 {
		return "", false
	}
	switch d.words[i].low {
	case "since":
		return briefing.RelationSince, true
	case "after", "following", "in": // "in the wake of"
		return briefing.RelationAfter, true
	case "before", "prior", "ahead":
		return briefing.RelationBefore, true
	case "during":
		return briefing.RelationDuring, true
	}
	return "", false
}

// host returns the candidate that the phrase e orders, and the words that say so;
// -1 when there is none. In "it was the second of this sort since the 2016
// agreement" it is the event noun before "it".
func (d *reader) host(e *timex.Expression, first, named int) (int, briefing.Span) {
	at := d.wordAt(e.Start)
	evidence := briefing.Span{Start: e.Start, End: e.End}
	for k := at - 1; k >= 0 && k > at-9; k-- {
		w := &d.words[k]
		if w.Kind == token.Punct {
			break
		}
		if w.c&countWord == 0 || !d.is(k-1, "the", "its", "their") {
			continue
		}
		evidence.Start = d.words[k-1].Start
		// "the second such deal since": the noun is counted itself.
		for c := len(d.found) - 1; c >= first && c > len(d.found)-50; c-- {
			f := &d.found[c]
			if c == named || !f.noun || f.Trigger.Start >= e.Start {
				continue
			}
			if f.Trigger.Start > w.Start || f.c(nounWord, d) {
				return c, evidence
			}
		}
		return -1, evidence
	}
	best, least := -1, 26
	for c := first; c < len(d.found) && c < first+100; c++ {
		f := &d.found[c]
		if c == named || f.Trigger.Start >= e.Anchor.Start && f.Trigger.End <= e.Anchor.End || f.weak && f.noun {
			continue
		}
		i := d.wordAt(f.Trigger.Start)
		gap := at - i
		if gap < 0 {
			gap = -gap
		}
		if gap += abs(d.words[i].wall - d.words[at].wall); gap < least {
			best, least = c, gap
		}
	}
	return best, evidence
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// told is where and when a statement was made.
type told struct {
	sentence briefing.Span
	date     int
	place    int // name
	speakers []int
	meeting  int // candidate, -1 when no meeting is named
}

// tellOccasion notes the place and day that a sentence gives to what is said in
// it: "said in Bishkek on Thursday", "according to the minister in Bishkek".
func (d *reader) tellOccasion() {
	say := -1
	for i := range d.words {
		if w := &d.words[i]; w.name < 0 && (w.c&sayForm != 0 && w.c&finite != 0 || w.low == "according") {
			say = i
		}
	}
	if say < 0 || len(d.found) == 0 && len(d.occasion) > 200 {
		return
	}
	for i, last := say+1, -1; i < len(d.words); i++ {
		if d.words[i].date < 0 || d.words[i].date == last {
			continue
		}
		last = d.words[i].date
		k := i - 1
		if d.word(k).c&preposition != 0 {
			k--
		}
		n := d.word(k).name
		if n < 0 || d.named[n].Kind != names.Place || !d.located(k) {
			continue
		}
		t := told{sentence: d.sentence, date: last, place: n, meeting: -1}
		for c := len(d.found) - 1; c >= 0 && c > len(d.found)-50 && d.found[c].sentence == d.number; c-- {
			if f := &d.found[c]; f.noun && f.Date == last && (f.Kind == Meeting || f.Kind == Visit) {
				t.meeting = c
			}
		}
		seen := -1
		for i := range d.words {
			if m := d.words[i].name; m >= 0 && m != seen && d.named[m].Kind == names.Person && len(t.speakers) < 8 {
				t.speakers, seen = append(t.speakers, m), m
			}
		}
		d.occasion = append(d.occasion, t)
		return
	}
}

// sameWords reports whether two sentences tell of one statement: most of the long
// words of the shorter one stand in the other.
func sameWords(text string, a, b briefing.Span) bool {
	const longest = 2000 // bytes
	if a.End-a.Start > longest || b.End-b.Start > longest {
		return false
	}
	set := map[string]bool{}
	for w := range strings.FieldsSeq(text[a.Start:a.End]) {
		if len(w) > 3 {
			set[strings.ToLower(strings.Trim(w, ".,;:\"'“”"))] = true
		}
	}
	all, both := 0, 0
	for w := range strings.FieldsSeq(text[b.Start:b.End]) {
		if len(w) > 3 {
			all++
			if set[strings.ToLower(strings.Trim(w, ".,;:\"'“”"))] {
				both++
			}
		}
	}
	return all >= 6 && len(set) >= 6 && 5*both >= 3*min(all, len(set))
}
