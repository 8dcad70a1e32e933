package desk

import (
	"bytes"
	"io"

	"briefline/app/briefing"
	"briefline/app/pdf"
	"briefline/app/sheet"
)

// Attach says what of a briefing goes into its PDF.
type Attach struct {
	// Briefing is attached in its own form, so that its spacing in a file does not
	// matter; nil attaches nothing.
	Briefing *briefing.Briefing
	// Form is the file that a briefing of a newer program came from: this one does
	// not know all that it says, so the file goes in as it is.
	Form []byte
	// Name is what the attachment is called; empty for the usual name.
	Name string
}

// WritePDF writes the PDF of a document that [briefline/app/sheet.Lay] made, and
// names this program as its maker. The error is not worded.
func (d *Desk) WritePDF(w io.Writer, doc *sheet.Document, a Attach) error {
	o := pdf.Options{Version: d.Program.Version, AttachName: a.Name}
	switch {
	case a.Briefing != nil && a.Briefing.ReadOnly():
		o.Attach = a.Form
	case a.Briefing != nil:
		var form bytes.Buffer
		if err := a.Briefing.Write(&form); err != nil {
			return err
		}
		o.Attach = form.Bytes()
	}
	return pdf.Write(w, doc, o)
}
