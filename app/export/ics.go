package export

import (
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"briefline/app/briefing"
	"briefline/app/edtf"
	"briefline/app/i18n"
	"briefline/app/outline"
)

// ICS writes the events as a calendar (RFC 5545) and returns how many it left out:
// those without a date, with an end that is open, or outside the years 1 to 9999,
// for which a calendar has no place. An event takes up all the days that its date
// may mean, or begins at its time of day where it has one, and says in words
// what of the date is not certain. The same event of the same briefing keeps its
// UID. The error is that of w.
func ICS(w io.Writer, o *outline.Outline, words *i18n.Catalog) (left int, err error) {
	c := &calendar{face: face{o, words}}
	c.raw("BEGIN", "VCALENDAR")
	c.raw("VERSION", "2.0")
	c.raw("PRODID", "-//Briefline//Briefline//EN")
	c.raw("CALSCALE", "GREGORIAN")
	c.text("X-WR-CALNAME", o.Briefing.Title.Text)
	for _, e := range o.Events {
		if !c.event(e) {
			left++
		}
	}
	c.raw("END", "VCALENDAR")
	_, err = io.WriteString(w, c.String())
	return left, err
}

type calendar struct {
	strings.Builder
	face
}

// event writes an event, unless a calendar has no place for it.
func (c *calendar) event(e *outline.Event) bool {
	if e.Date.EDTF.IsZero() {
		return false
	}
	b := e.Date.EDTF.Bounds()
	from, fits := dateTime(b.From, 0)
	to, toFits := dateTime(b.To, 24*60*60-1) // the day after the last: DTEND is exclusive
	if b.FromEnd != edtf.EndKnown || b.ToEnd != edtf.EndKnown || !fits || !toFits {
		return false
	}
	c.raw("BEGIN", "VEVENT")
	c.text("UID", c.part(c.o.Briefing.ID)+"/"+c.part(e.ID)+"@briefline")
	c.raw("DTSTAMP", stamp(c.o.Briefing.Modified))
	if at, ok := e.Date.EDTF.Fields(); ok && at.TimePrecision != edtf.PrecisionNone {
		if at.Zone != "" {
			from += "Z" // else it is the time of wherever that was, as the source has it
		}
		c.raw("DTSTART", from)
	} else {
		c.raw("DTSTART;VALUE=DATE", from[:8])
		c.raw("DTEND;VALUE=DATE", to[:8])
	}
	summary := c.titled(e)
	if !certain(e) {
		summary += " (" + c.uncertain(e) + ")"
	}
	c.text("SUMMARY", summary)
	if len(e.Places) > 0 {
		c.text("LOCATION", c.words.List(names(e.Places)))
	}
	c.description(e)
	switch e.State {
	case briefing.StateCalledOff:
		c.raw("STATUS", "CANCELLED")
	case briefing.StatePostponed:
		c.raw("STATUS", "TENTATIVE")
	}
	c.raw("TRANSP", "TRANSPARENT") // what was in the news keeps nobody busy
	c.raw("END", "VEVENT")
	return true
}

// description says the date in full, what else is known of the event, and the
// sentences that it rests on.
func (c *calendar) description(e *outline.Event) {
	lines := append([]string{c.reading(e.Date)}, c.about(e)...)
	for _, r := range e.Refs {
		if r.Source < len(c.o.Sources) && r.Sentence < len(c.o.Sources[r.Source].Sentences) {
			s := c.o.Sources[r.Source].Sentences[r.Sentence]
			lines = append(lines, s.Name+" "+s.Text)
		}
	}
	for i, l := range lines {
		lines[i] = textEscape.Replace(clean(l))
	}
	c.raw("DESCRIPTION", strings.Join(lines, `\n`))
}

// uncertain says what an event's date is, and what is to be known before it is
// taken for a day: that it is not the source's own, and which others there are.
func (c *calendar) uncertain(e *outline.Event) string {
	remark, _ := outline.Remark(c.words, e.Event)
	parts := filled(outline.When(c.words, e.Event, nil), remark)
	for _, other := range e.Alternatives {
		parts = append(parts, c.words.Text("cli.text.alternative", "date", c.reading(other)))
	}
	return strings.Join(parts, " · ")
}

// certain reports whether the date of an event is a day, a time or a span of days
// that the source states, and the only one it gives.
func certain(e *outline.Event) bool {
	d := e.Date.EDTF
	switch d.Kind() {
	case edtf.KindDate, edtf.KindInterval:
		if d.Precision() < edtf.PrecisionDay {
			return false
		}
	case edtf.KindDateTime:
		if d.Precision() < edtf.PrecisionMinute {
			return false
		}
	default:
		return false
	}
	stated := e.Date.Basis == "" || e.Date.Basis == briefing.BasisStated
	return stated && !d.Approximate() && !d.Uncertain() && len(e.Alternatives) == 0
}

// dateTime writes a Unix second, the given seconds later, as DATE-TIME without a
// zone; false where its year has not four digits.
func dateTime(at, later int64) (string, bool) {
	if at <= edtf.Min || at >= edtf.Max {
		return "", false
	}
	year, month, day, hour, minute, sec := edtf.Civil(at + later)
	return fmt.Sprintf("%04d%02d%02dT%02d%02d%02d", year, month, day, hour, minute, sec), 1 <= year && year <= 9999
}

// stamp is when the briefing was last changed. One that does not tell has the
// same time always, since the package knows no clock.
func stamp(t time.Time) string {
	if t = t.UTC(); t.IsZero() || t.Year() < 1 || t.Year() > 9999 {
		t = time.Unix(0, 0).UTC()
	}
	return t.Format("20060102T150405Z")
}

// part is an ID within a UID: what parts the IDs never stands in one.
func (c *calendar) part(id string) string {
	return strings.NewReplacer("%", "%25", "/", "%2F").Replace(id)
}

// textEscape escapes a value of type TEXT (RFC 5545, 3.3.11).
var textEscape = strings.NewReplacer(`\`, `\\`, `;`, `\;`, `,`, `\,`)

func (c *calendar) text(name, value string) { c.raw(name, textEscape.Replace(clean(value))) }

// raw writes a line, folded so that none has more than 75 octets without its
// break and no character is cut (RFC 5545, 3.1).
func (c *calendar) raw(name, value string) {
	const most = 75
	line := name + ":" + value
	room := most
	for len(line) > room {
		at := room
		for !utf8.RuneStart(line[at]) {
			at--
		}
		c.WriteString(line[:at] + "\r\n ")
		line, room = line[at:], most-1
	}
	c.WriteString(line + "\r\n")
}
