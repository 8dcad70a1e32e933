// Package desk is what both faces of the program do with files: read a briefing
// or the PDF that holds one, draft an article from a file, a link or pasted text,
// give a source another publication date, write the PDF of a briefing, export it
// in other forms. The command line and the window ask it; it knows neither.
//
// Its errors are worded for the reader, in the language of the catalog, unless a
// function says otherwise.
package desk

import (
	"errors"
	"io"
	"io/fs"
	"strconv"
	"sync"

	"briefline/app/about"
	"briefline/app/briefing"
	"briefline/app/extract"
	"briefline/app/i18n"
	"briefline/app/pdf"
)

// Stdin is the file name that stands for standard input.
const Stdin = "-"

// Desk reads and drafts for one run of the program. It may be used by several
// goroutines at once.
type Desk struct {
	Words   *i18n.Catalog
	Program about.Program
	Stdin   io.Reader
	// Tell is told what is good to know about a file that was read all the same,
	// such as that it is from a newer program; nil for nobody.
	Tell func(message string)
	// Guard calls the drafting of an article, which may panic over what nobody has
	// seen yet, and makes an error of that; nil calls it as it is.
	Guard func(do func() error) error
	// Options are those of drafts.
	Options extract.Options
	// Private lets a link lead to an address of the local network.
	Private bool

	once      sync.Once
	extractor *extract.Extractor
	failed    error
}

// Error is an error worded for the reader.
type Error struct {
	Message string
	Err     error // the cause
}

func (e *Error) Error() string { return e.Message }

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

func (d *Desk) fail(cause error, id string, kv ...any) error {
	return &Error{d.Words.Text(id, kv...), cause}
}

func (d *Desk) tell(message string) {
	if d.Tell != nil {
		d.Tell(message)
	}
}

// TellMended says that something in a file was put right, where it was.
func (d *Desk) TellMended(name string, mended []briefing.Fault) {
	if len(mended) > 0 {
		d.tell(d.Words.Text("read.mended", "file", d.Label(name), "n", len(mended), "fault", mended[0].String()))
	}
}

// tellNewer says that a briefing is from a newer program, where it is.
func (d *Desk) tellNewer(name string, b *briefing.Briefing) {
	if b.ReadOnly() {
		d.tell(d.Words.Text("read.newer", "file", d.Label(name), "version", strconv.Itoa(b.Version)))
	}
}

// Label is what the reader knows a file by: "" is the bundled briefing.
func (d *Desk) Label(name string) string {
	switch name {
	case "":
		return d.Words.Text("read.bundled")
	case Stdin:
		return d.Words.Text("read.stdin")
	}
	return name
}

// Worded words an error of reading a file.
func (d *Desk) Worded(name string, err error) error {
	file := d.Label(name)
	var broken *briefing.FileError
	var path *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return d.fail(err, "read.missing", "file", file)
	case errors.Is(err, fs.ErrPermission):
		return d.fail(err, "read.denied", "file", file)
	case errors.Is(err, errFolder):
		return d.fail(err, "read.folder", "file", file)
	case err == pdf.ErrNoBriefing:
		return d.fail(err, "read.plain-pdf", "file", file)
	case errors.Is(err, pdf.ErrNoBriefing):
		return d.fail(err, "read.broken-pdf", "file", file, "reason", err.Error())
	case errors.Is(err, briefing.ErrTooLarge):
		return d.fail(err, "read.large", "file", file, "limit", d.Words.Bytes(briefing.MaxSize))
	case errors.As(err, &broken):
		return d.fail(err, "read.broken", "fault", d.Place(name, broken))
	case errors.As(err, &path):
		return d.fail(err, "read.failed", "file", file, "reason", path.Err.Error())
	}
	return d.fail(err, "read.failed", "file", file, "reason", err.Error())
}

// Place says where a file is broken and why: FILE:LINE:COLUMN: REASON, the form
// that editors jump to.
func (d *Desk) Place(name string, broken *briefing.FileError) string {
	at := d.Label(name)
	if broken.Line > 0 {
		at += ":" + strconv.Itoa(broken.Line) + ":" + strconv.Itoa(broken.Column)
	}
	if broken.Path != "" {
		at += ": " + broken.Path
	}
	return at + ": " + broken.Reason
}
