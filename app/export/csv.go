package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"briefline/app/briefing"
	"briefline/app/i18n"
	"briefline/app/outline"
)

// EventsCSV writes the events in reading order, a row each: the date as EDTF and
// in words, with the first and the last day that it may mean, empty where that end
// is open. All three tables are RFC 4180 in UTF-8, with a byte order mark by which
// Excel knows the encoding. The error is that of w.
func EventsCSV(w io.Writer, o *outline.Outline, words *i18n.Catalog) error {
	f := face{o, words}
	t := f.table("number", "id", "event", "state", "edtf", "first-day", "last-day", "date", "date-words", "also-given",
		"basis", "places", "participants", "reported-by", "sentences", "doubts", "note")
	for _, e := range o.Events {
		var others []string
		for _, other := range e.Alternatives {
			others = append(others, f.reading(other))
		}
		first, last := days(e.Date.EDTF)
		t.row(strconv.Itoa(e.Number), e.ID, e.Title, outline.State(words, e.State), e.Date.EDTF.String(), first, last,
			f.reading(e.Date), e.Date.Words, several(others), f.basis(e.Basis), several(names(e.Places)), several(names(e.Participants)),
			several(names(e.Speakers)), several(f.refs(e.Refs)), outline.Doubts(words, e.Doubts()...), strings.Join(filled(e.Date.Note, e.Note), " "))
	}
	return t.write(w)
}

// ParticipantsCSV writes the participants in the order of the briefing; see
// [EventsCSV].
func ParticipantsCSV(w io.Writer, o *outline.Outline, words *i18n.Catalog) error {
	f := face{o, words}
	t := f.table("name", "id", "kind", "role", "role-basis", "belongs-to", "side", "other-scripts", "also-called",
		"statements", "events", "basis", "sentences", "doubts", "note")
	for _, p := range o.Participants {
		side, of := "", ""
		if s := o.Side(p.Participant.Side); p.Participant.Side != "" && s != nil {
			side = s.Name
		}
		if p.Affiliation != nil {
			of = p.Affiliation.Name
		}
		var scripts []string
		for _, n := range p.Names {
			scripts = append(scripts, f.withBasis(n.Text, n.Basis))
		}
		t.row(p.Name, p.ID, outline.Kind(words, p.Kind), p.Participant.Role, f.basis(p.RoleBasis), of, side, several(scripts), several(p.Aliases),
			strconv.Itoa(p.Statements), strconv.Itoa(p.Events), f.basis(p.Basis), several(f.refs(p.Refs)), outline.Doubts(words, p.Doubts...), p.Note)
	}
	return t.write(w)
}

// StatementsCSV writes the statements in the order of the briefing, with their
// numbers in the order of the speakers; see [EventsCSV].
func StatementsCSV(w io.Writer, o *outline.Outline, words *i18n.Catalog) error {
	f := face{o, words}
	t := f.table("number", "id", "speaker", "addressee", "kind", "statement", "quoted", "edtf", "first-day", "last-day", "date",
		"basis", "sentences", "doubts", "note")
	for _, s := range o.Statements {
		quoted := "export.reported"
		if s.Direct {
			quoted = "export.quoted"
		}
		first, last := days(s.Date.EDTF)
		t.row(strconv.Itoa(s.Number), s.ID, f.name(s.Speaker), f.name(s.Addressee), outline.Heading(words, s.Kind), s.Words, words.Text(quoted),
			s.Date.EDTF.String(), first, last, outline.Reading(words, &s.Date), f.basis(s.Basis), several(f.refs(s.Refs)),
			outline.Doubts(words, s.Doubts...), s.Note)
	}
	return t.write(w)
}

// name is the name of a participant; "" for nobody.
func (f face) name(id string) string {
	if p := f.o.Participant(id); p != nil {
		return p.Name
	}
	return ""
}

// basis words on whose word something stands; "" where it is the source's.
func (f face) basis(b briefing.Basis) string {
	if b == briefing.BasisAdded || b == briefing.BasisInferred {
		return f.words.Text("basis." + string(b))
	}
	return ""
}

// several puts several values into one cell.
func several(values []string) string { return strings.Join(values, "; ") }

type table struct{ rows [][]string }

// table begins with the row of its columns.
func (f face) table(columns ...string) *table {
	t := &table{}
	var head []string
	for _, c := range columns {
		head = append(head, f.words.Text("export.column."+c))
	}
	t.row(head...)
	return t
}

func (t *table) row(cells ...string) {
	for i, c := range cells {
		cells[i] = defused(c)
	}
	t.rows = append(t.rows, cells)
}

func (t *table) write(w io.Writer) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	c := csv.NewWriter(w)
	c.UseCRLF = true
	return c.WriteAll(t.rows)
}

// defused makes a cell that no spreadsheet takes for a formula: one that begins
// like a formula has an apostrophe before it (OWASP, CSV injection). The tab and
// the carriage return, which hide what follows them, are blanks by then.
func defused(s string) string {
	s = clean(s)
	if s != "" && strings.ContainsAny(s[:1], "=+-@") || strings.HasPrefix(s, "＝") || strings.HasPrefix(s, "＋") ||
		strings.HasPrefix(s, "－") || strings.HasPrefix(s, "＠") {
		return "'" + s
	}
	return s
}
