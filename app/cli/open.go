package cli

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"strconv"

	"briefline/app/briefing"
	"briefline/app/pdf"
	"briefline/assets"
)

// stdin is the file name that stands for standard input.
const stdin = "-"

// open reads the briefing called name: "" is the bundled one, "-" standard
// input. The error is an exit, worded for the reader. That a briefing is from a
// newer program is said, and no error.
func (c *call) open(name string) (*briefing.Briefing, error) {
	data, err := c.bytes(name)
	if err != nil {
		return nil, c.worded(name, err)
	}
	b, mended, err := briefing.ReadMended(bytes.NewReader(data))
	if err != nil {
		return nil, c.worded(name, err)
	}
	c.tellNewer(name, b)
	c.tellMended(name, mended)
	return b, nil
}

// tellMended says that something in a file was put right, where it was.
func (c *call) tellMended(name string, mended []briefing.Fault) {
	if len(mended) > 0 {
		c.say(c.words.Text("cli.read.mended", "file", c.label(name), "n", len(mended), "fault", mended[0].String()))
	}
}

// tellNewer says that a briefing is from a newer program, where it is.
func (c *call) tellNewer(name string, b *briefing.Briefing) {
	if b.ReadOnly() {
		c.say(c.words.Text("cli.read.newer", "file", c.label(name), "version", strconv.Itoa(b.Version)))
	}
}

// parse reads a briefing as it stands, faults and all.
func (c *call) parse(name string) (*briefing.Briefing, error) {
	data, err := c.bytes(name)
	if err != nil {
		return nil, err
	}
	return briefing.Parse(bytes.NewReader(data))
}

// bytes returns the file form of the briefing called name. Of a PDF, told by how
// it begins and not by its name, that is the briefing attached to it.
func (c *call) bytes(name string) ([]byte, error) {
	switch name {
	case "":
		return assets.Bishkek(), nil
	case stdin:
		return takeBriefing(c.Stdin)
	}
	f, err := openRegular(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.Size() > maxPDF {
		return nil, briefing.ErrTooLarge
	}
	return takeBriefing(f)
}

const (
	pdfMark = "%PDF-"
	maxPDF  = 2 * briefing.MaxSize // the attached briefing is packed
)

// takeBriefing reads a briefing, or a PDF to the briefing in it. Errors:
// briefing.ErrTooLarge, one of pdf.Attached, or the error of r.
func takeBriefing(r io.Reader) ([]byte, error) {
	head := bufio.NewReader(r)
	limit := briefing.MaxSize
	mark, _ := head.Peek(len(pdfMark)) // an error comes again with the bytes
	isPDF := string(mark) == pdfMark
	if isPDF {
		limit = maxPDF
	}
	data, err := io.ReadAll(io.LimitReader(head, int64(limit)+1))
	switch {
	case err != nil:
		return nil, err
	case len(data) > limit:
		return nil, briefing.ErrTooLarge
	case isPDF:
		return pdf.Attached(bytes.NewReader(data), int64(len(data)))
	}
	return data, nil
}

var errFolder = errors.New("is a directory")

// regular returns an error for what no read can make sense of. Pipes may hold a
// briefing.
func regular(name string) error {
	info, err := os.Stat(name)
	if err == nil && info.IsDir() {
		err = &fs.PathError{Op: "read", Path: name, Err: errFolder}
	}
	return err
}

// openRegular opens a file for reading, and fails as regular does.
func openRegular(name string) (*os.File, error) {
	if err := regular(name); err != nil {
		return nil, err
	}
	return os.Open(name)
}

// worded turns an error of read into an exit.
func (c *call) worded(name string, err error) error {
	file := c.label(name)
	var broken *briefing.FileError
	var path *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return c.fail("cli.read.missing", "file", file)
	case errors.Is(err, fs.ErrPermission):
		return c.fail("cli.read.denied", "file", file)
	case errors.Is(err, errFolder):
		return c.fail("cli.read.folder", "file", file)
	case err == pdf.ErrNoBriefing:
		return c.fail("cli.read.plain-pdf", "file", file)
	case errors.Is(err, pdf.ErrNoBriefing):
		return c.fail("cli.read.broken-pdf", "file", file, "reason", err.Error())
	case errors.Is(err, briefing.ErrTooLarge):
		return c.fail("cli.read.large", "file", file, "limit", c.words.Bytes(briefing.MaxSize))
	case errors.As(err, &broken):
		return c.fail("cli.read.broken", "fault", c.place(name, broken))
	case errors.As(err, &path):
		return c.fail("cli.read.failed", "file", file, "reason", path.Err.Error())
	}
	return c.fail("cli.read.failed", "file", file, "reason", err.Error())
}

// place says where a file is broken and why: FILE:LINE:COLUMN: REASON, the form
// that editors jump to.
func (c *call) place(name string, broken *briefing.FileError) string {
	at := c.label(name)
	if broken.Line > 0 {
		at += ":" + strconv.Itoa(broken.Line) + ":" + strconv.Itoa(broken.Column)
	}
	if broken.Path != "" {
		at += ": " + broken.Path
	}
	return at + ": " + broken.Reason
}

// label is what the reader knows a file by.
func (c *call) label(name string) string {
	switch name {
	case "":
		return c.words.Text("cli.read.bundled")
	case stdin:
		return c.words.Text("cli.read.stdin")
	}
	return name
}

// write puts bytes on standard output.
func (c *call) write(text string) error {
	if _, err := io.WriteString(c.Stdout, text); err != nil {
		return c.unwritten(c.words.Text("cli.write.stdout"), err)
	}
	return nil
}

// unwritten turns an error of writing a file into an exit.
func (c *call) unwritten(name string, err error) error {
	var path *fs.PathError
	var link *os.LinkError // of a rename
	switch {
	case errors.As(err, &path):
		err = path.Err
	case errors.As(err, &link):
		err = link.Err
	}
	return c.fail("cli.write.failed", "file", name, "reason", err.Error())
}
