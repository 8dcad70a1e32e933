package outline

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"briefline/app/briefing"
	"briefline/app/i18n"
)

// When words the date of an event: its EDTF, else what the words of the source
// leave open, else that there is none. Several dates that the source gives are
// all named, in the order in which they stand there: "Thursday or Friday, date
// not known". quote prepares the source's own words for the line that they come
// to stand in; nil leaves them as they are.
func When(words *i18n.Catalog, e *briefing.Event, quote func(string) string) string {
	if !e.Date.EDTF.IsZero() {
		return words.DateShort(e.Date.EDTF)
	}
	dates := e.Dates()
	slices.SortStableFunc(dates, func(a, b briefing.Dating) int { return first(a) - first(b) })
	var said []string
	for _, d := range dates {
		w := d.Words
		if quote != nil {
			w = quote(w)
		}
		if d.Words != "" && !slices.Contains(said, w) {
			said = append(said, w)
		}
	}
	if len(said) > 1 {
		return words.Text("event.either", "dates", strings.Join(said, words.Text("list.or")))
	}
	if w := words.Timex(e.Date.Timex); w != "" {
		return w
	}
	if len(said) == 1 {
		return words.Text("date.words", "words", said[0])
	}
	return words.Text("event.undated")
}

// first is where the words of a date stand in the source; one without evidence
// comes last.
func first(d briefing.Dating) int {
	if len(d.Evidence) == 0 {
		return math.MaxInt32
	}
	return d.Evidence[0].Start
}

// Remark says where the date of an event comes from when the source does not
// state it, "" when it does or when there is none; added reports that it is the
// editor's.
func Remark(words *i18n.Catalog, e *briefing.Event) (remark string, added bool) {
	switch {
	case e.Basis == briefing.BasisAdded:
		return words.Text("event.added"), true
	case e.Date.Basis == briefing.BasisAdded:
		return words.Text("event.dateAdded"), true
	case e.Date.EDTF.IsZero():
		return "", false
	case e.Date.Basis == briefing.BasisInferred:
		return words.Text("event.dateInferred"), false
	}
	return "", false
}

// Reading words one date with all that is known of it, and says when it is not
// the source's own: "12 May 2024 (date inferred)". Words that settle no date are
// said as far as they go, else quoted; a date that nobody gives is "".
func Reading(words *i18n.Catalog, d *briefing.Dating) string {
	date := reading(words, d)
	if date == "" {
		return ""
	}
	switch d.Basis {
	case briefing.BasisAdded:
		return words.Text("date.added", "date", date)
	case briefing.BasisInferred:
		return words.Text("date.inferred", "date", date)
	}
	return date
}

// reading words a date and not where it comes from.
func reading(words *i18n.Catalog, d *briefing.Dating) string {
	date := ""
	switch {
	case !d.EDTF.IsZero():
		date = words.Date(d.EDTF)
	case d.Timex != "":
		date = words.Timex(d.Timex)
	}
	if date == "" && d.Words != "" {
		date = words.Text("statement.quoted", "words", d.Words)
	}
	return date
}

// Published words the publication date of a source, and says when it is not the
// source's own.
func Published(words *i18n.Catalog, s *briefing.Source) string {
	return cmp.Or(Reading(words, &s.Published), words.Text("card.noDate"))
}

// PublishedOn words the publication date of a source, for a place that says
// beside it where the date comes from.
func PublishedOn(words *i18n.Catalog, s *briefing.Source) string {
	return cmp.Or(reading(words, &s.Published), words.Text("card.noDate"))
}

// Origin is who published a source, where and when: publisher, place, date. What
// is not stated is left out, but for the date.
func Origin(words *i18n.Catalog, s *briefing.Source) []string {
	return filled(s.Publisher, s.Place, Published(words, s))
}

// Provenance is the line above the title, part by part: where the briefing comes
// from and how long its sources take to read. Several sources are counted, not
// named: the first would stand for what the others say.
func (o *Outline) Provenance(words *i18n.Catalog) []string {
	var parts []string
	if len(o.Sources) == 1 {
		parts = Origin(words, o.Sources[0].Source)
	}
	length := 0
	for _, s := range o.Sources {
		length += len(strings.Fields(s.Text))
	}
	return append(parts, filled(words.Text("card.sources", "n", len(o.Sources)), words.ReadingTime(length))...)
}

// filled returns the parts that have words.
func filled(parts ...string) []string {
	return slices.DeleteFunc(parts, func(s string) bool { return s == "" })
}

// Kind words what a participant is; a kind that this version does not know is
// shown as it is.
func Kind(words *i18n.Catalog, k briefing.ParticipantKind) string {
	if id := "kind." + string(k); words.Has(id) {
		return words.Text(id)
	}
	return string(k)
}

// Role is what stands below a name: role or kind, and whom the participant
// belongs to. beside says that the line stands under the heading of its side,
// which need not be said again; elsewhere the side is named where nothing else
// is known.
func (o *Outline) Role(words *i18n.Catalog, p *Participant, beside bool) string {
	role := p.Participant.Role
	if role == "" {
		role = Kind(words, p.Kind)
	}
	of := p.Affiliation
	if side := o.participants[p.Side]; side != nil {
		switch {
		case beside && of == side.Participant:
			return role
		case !beside && of == nil:
			of = side.Participant
		}
	}
	if of == nil || of.ID == p.ID || strings.Contains(role, of.Name) {
		return role
	}
	return words.Text("participant.role", "role", role, "of", of.Name)
}

// Heading words the heading that a group of statements stands under.
func Heading(words *i18n.Catalog, k briefing.StatementKind) string {
	return words.Text("statement." + string(k.Heading()))
}

// Quoted puts words that a source quotes into quotation marks; those that it
// reports stand as they are.
func Quoted(words *i18n.Catalog, s *briefing.Statement, said string) string {
	if s.Direct {
		return words.Text("statement.quoted", "words", said)
	}
	return said
}

// CheckWords words a check: by its message, where there is one and this program
// knows it, else in the words that the file has.
func CheckWords(words *i18n.Catalog, c *briefing.Check) string {
	return said(words, c, c.Message, c.Words)
}

// CheckDetail words what a check says beyond its words; "" for nothing.
func CheckDetail(words *i18n.Catalog, c *briefing.Check) string {
	if c.Detail == "" {
		return ""
	}
	return said(words, c, c.Message+".detail", c.Detail)
}

func said(words *i18n.Catalog, c *briefing.Check, id, otherwise string) string {
	if c.Message == "" || !words.Has(id) {
		return otherwise
	}
	var values []i18n.Value
	for _, v := range c.Values {
		values = append(values, i18n.Value{Name: v.Name, Is: string(v.Is), Words: v.Words, More: v.More})
	}
	return words.Say(id, values)
}
