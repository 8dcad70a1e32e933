// Package export writes a briefing in the forms that other programs take:
// Markdown and HTML to read, CSV for tables, iCalendar for dates.
//
// Each form is drawn from the one outline that screen, page and plain text show,
// so that none of them comes to say something else. The package is pure: it
// writes to what the caller passes, and the same outline gives the same bytes.
//
// What a form cannot hold is left out, never bent into it: a calendar has no
// place for an event that no day bounds, and [ICS] counts those.
package export

import (
	"cmp"
	"fmt"
	"strings"
	"unicode"

	"briefline/app/briefing"
	"briefline/app/edtf"
	"briefline/app/i18n"
	"briefline/app/outline"
)

// face words the items of one outline for all forms.
type face struct {
	o     *outline.Outline
	words *i18n.Catalog
}

// clean makes one line of a text that any form can hold: breaks and tabs become
// blanks, other control characters go, and bytes that are no UTF-8 are replaced.
func clean(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune("\t\n\v\f\r\u0085\u2028\u2029", r):
			return ' '
		case unicode.IsControl(r), r == '\ufeff', 0xfff9 <= r && r <= 0xfffb, r&0xfffe == 0xfffe:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd")))
}

// reading words a date, or says that there is none.
func (f face) reading(d briefing.Dating) string {
	return cmp.Or(outline.Reading(f.words, &d), f.words.Text("event.undated"))
}

// withBasis marks what is not the source's own word.
func (f face) withBasis(words string, basis briefing.Basis) string {
	switch basis {
	case briefing.BasisAdded:
		return f.words.Text("cli.text.added", "words", words)
	case briefing.BasisInferred:
		return f.words.Text("cli.text.inferred", "words", words)
	}
	return words
}

// titled is the title of an event, with what keeps it from having happened and
// from being the source's own.
func (f face) titled(e *outline.Event) string {
	title := f.withBasis(e.Title, e.Basis)
	if state := outline.State(f.words, e.State); state != "" {
		title += " (" + state + ")"
	}
	return title
}

// refs are the names of sentences.
func (f face) refs(refs []briefing.Ref) []string {
	var out []string
	for _, r := range refs {
		out = append(out, f.o.Briefing.RefName(r))
	}
	return out
}

func names(people []*outline.Participant) (out []string) {
	for _, p := range people {
		out = append(out, p.Name)
	}
	return out
}

// filled returns the parts that have words.
func filled(parts ...string) (out []string) {
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return out
}

// note words why something is there that the source does not say; "" for nothing.
func (f face) note(words string) string {
	if words == "" {
		return ""
	}
	return f.words.Text("cli.text.note", "words", words)
}

// doubts words why an item is to be looked at; "" for no reason.
func (f face) doubts(doubts ...briefing.Doubt) string {
	if reasons := outline.Doubts(f.words, doubts...); reasons != "" {
		return f.words.Text("cli.text.doubts", "reasons", reasons)
	}
	return ""
}

// about is what an event says beyond its date and title, a line each.
func (f face) about(e *outline.Event) []string {
	var out []string
	for _, other := range e.Alternatives {
		out = append(out, f.words.Text("cli.text.alternative", "date", f.reading(other)))
	}
	for _, r := range e.Relations {
		if other := f.o.Event(r.Event); other != nil && f.words.Has("cli.text.relation."+string(r.Kind)) {
			out = append(out, f.words.Text("cli.text.relation."+string(r.Kind), "event", other.Title))
		}
	}
	if len(e.Places) > 0 {
		out = append(out, f.words.Text("cli.text.places", "names", f.words.List(names(e.Places))))
	}
	if len(e.Speakers) > 0 {
		out = append(out, f.words.Text("cli.text.reported", "names", f.words.List(names(e.Speakers))))
	}
	return append(out, filled(f.doubts(e.Doubts()...), f.note(e.Date.Note), f.note(e.Note))...)
}

// days are the first and the last day that a date may mean, as ISO 8601 writes
// them; "" for an end that is open, not known or beyond all counting, and for no
// date.
func days(d edtf.Date) (first, last string) {
	if d.IsZero() {
		return "", ""
	}
	b := d.Bounds()
	if b.FromEnd == edtf.EndKnown && b.From > edtf.Min {
		first = day(b.From)
	}
	if b.ToEnd == edtf.EndKnown && b.To < edtf.Max {
		last = day(max(b.To-1, b.From))
	}
	return first, last
}

// day writes the day of a Unix second; a year that has not four digits has a
// sign (ISO 8601-1, 5.2.2.3).
func day(at int64) string {
	year, month, day, _, _, _ := edtf.Civil(at)
	sign := ""
	switch {
	case year < 0:
		sign, year = "-", -year
	case year > 9999:
		sign = "+"
	}
	return fmt.Sprintf("%s%04d-%02d-%02d", sign, year, month, day)
}
