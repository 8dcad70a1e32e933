package desk

import (
	"io"

	"briefline/app/briefing"
	"briefline/app/export"
	"briefline/app/i18n"
	"briefline/app/outline"
)

// The forms that a briefing is exported in, beside its own and PDF.
const (
	FormMarkdown = "md"
	FormHTML     = "html"
	FormCSV      = "csv"
	FormICS      = "ics"
)

// Exported is a file of a form that a briefing is exported in.
type Exported struct {
	Ending string // of its name, beginning with a dot, or a hyphen where the form has several files
	Write  func(io.Writer) error
}

// Export returns the files of a briefing in one of the forms, CSV being three;
// nil for a form that there is not. Writing the calendar tells how many events
// have no place in one; name is what the briefing is called then. The errors of
// Write are those of its writer, and not worded.
func (d *Desk) Export(name string, b *briefing.Briefing, form string) []Exported {
	o := outline.Of(b)
	file := func(ending string, write func(io.Writer, *outline.Outline, *i18n.Catalog) error) Exported {
		return Exported{ending, func(w io.Writer) error { return write(w, o, d.Words) }}
	}
	switch form {
	case FormMarkdown:
		return []Exported{file(".md", export.Markdown)}
	case FormHTML:
		return []Exported{file(".html", export.HTML)}
	case FormCSV:
		return []Exported{
			file("-events.csv", export.EventsCSV), file("-participants.csv", export.ParticipantsCSV), file("-statements.csv", export.StatementsCSV),
		}
	case FormICS:
		return []Exported{{".ics", func(w io.Writer) error {
			left, err := export.ICS(w, o, d.Words)
			if err == nil && left > 0 {
				d.tell(d.Words.Text("export.left", "file", d.Label(name), "n", left))
			}
			return err
		}}}
	}
	return nil
}
