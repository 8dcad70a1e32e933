package sheet

import (
	"strings"

	"briefline/app/briefing"
	"briefline/app/edtf"
	"briefline/app/outline"
	"briefline/app/typeset"
)

// when words the date of an event.
func (l *layout) when(e *outline.Event) string { return outline.When(l.words, e.Event, foreign) }

// foreign keeps words of a source that run from right to left together in a line
// of ours.
func foreign(s string) string { return isolate(s, typeset.LTR) }

// role is what stands below a name.
func (l *layout) role(p *outline.Participant) string { return l.outline.Role(l.words, p, false) }

// day words a day of the calendar.
func (l *layout) day(iso string) string {
	d, err := edtf.Parse(iso)
	if err != nil {
		return iso
	}
	return l.words.Date(d)
}

// maxRefs is how many sentence numbers a line shows before it counts the rest.
const maxRefs = 8

// refsTogether is how many of them are not parted by the end of a line.
const refsTogether = 6

// refs returns the numbers of sentences, raised, to follow a text that ends with
// after.
func (l *layout) refs(refs []briefing.Ref, after string, style bit) []bit {
	var out []bit
	plain := style
	plain.style, plain.up, plain.ink = l.look.ref, 3.2*l.look.k, l.look.accent
	if len(refs) > 0 && !clings(after) {
		joint := style
		joint.text = "\u2060" // a number never begins a line
		out = append(out, joint)
	}
	for i, r := range refs {
		b := plain
		if i > 0 {
			b.text = "\u00A0"
			if i%refsTogether == 0 {
				b.text = " "
			}
			out = append(out, b)
		}
		if i == maxRefs && len(refs) > maxRefs+1 {
			b.text, b.ink = l.words.Text("chips.more", "n", len(refs)-maxRefs), l.look.muted
			return append(out, b)
		}
		name := l.outline.Briefing.RefName(r)
		b.text, b.dest, b.whole = name, sentenceDest(r), true
		b.tip = l.words.Text("search.sentence", "name", name)
		out = append(out, b)
	}
	return out
}

// clings reports whether no line may end after the last character of s when a
// letter follows (UAX #14, LB28 to LB30).
func clings(s string) bool {
	for _, r := range []string{".", ",", "”", "’", ")", ";", ":"} {
		if strings.HasSuffix(s, r) {
			return true
		}
	}
	if s == "" {
		return false
	}
	c := s[len(s)-1]
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// addedMark is the remark after what the editor added, nil for anything else.
func (l *layout) addedMark(b briefing.Basis) []bit {
	if b != briefing.BasisAdded {
		return nil
	}
	return []bit{{text: " · " + l.words.Text("basis.added"), style: l.look.small, ink: l.look.added}}
}
