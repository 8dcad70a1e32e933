package desk

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"briefline/app/briefing"
	"briefline/app/pdf"
	"briefline/assets"
)

// Read reads the briefing called name: "" is the bundled one, [Stdin] standard
// input. What can be put right is, and told; so is that a briefing is from a newer
// program, which is no error.
func (d *Desk) Read(name string) (*briefing.Briefing, error) {
	b, _, err := d.sound(name)
	return b, err
}

// Form returns the file form of a briefing that can be read.
func (d *Desk) Form(name string) ([]byte, error) {
	_, data, err := d.sound(name)
	return data, err
}

func (d *Desk) sound(name string) (*briefing.Briefing, []byte, error) {
	data, err := d.Bytes(name)
	if err != nil {
		return nil, nil, d.Worded(name, err)
	}
	b, mended, err := briefing.ReadMended(bytes.NewReader(data))
	if err != nil {
		return nil, nil, d.Worded(name, err)
	}
	d.tellNewer(name, b)
	d.TellMended(name, mended)
	return b, data, nil
}

// Parse reads a briefing as it stands, faults and all. The error is not worded.
func (d *Desk) Parse(name string) (*briefing.Briefing, error) {
	data, err := d.Bytes(name)
	if err != nil {
		return nil, err
	}
	return briefing.Parse(bytes.NewReader(data))
}

// FormAt returns the file form of the briefing at a path; nil, without an error,
// for a file that holds none and is an article.
func (d *Desk) FormAt(path string) ([]byte, error) {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".briefing", ".json":
		return d.Form(path)
	}
	data, err := d.Bytes(path)
	if err == nil && !looksLikeBriefing(data) || err == pdf.ErrNoBriefing || errors.Is(err, briefing.ErrTooLarge) {
		return nil, nil
	}
	if err != nil {
		return nil, d.Worded(path, err)
	}
	return d.Form(path)
}

// looksLikeBriefing reports whether bytes begin as the file form does.
func looksLikeBriefing(data []byte) bool {
	head := bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), 4096)], []byte("\ufeff")), " \t\r\n")
	return bytes.HasPrefix(head, []byte("{")) && bytes.Contains(head, []byte(`"version"`))
}

// Bytes returns the file form of the briefing called name. Of a PDF, told by how
// it begins and not by its name, that is the briefing attached to it. The error is
// not worded: see [Desk.Worded].
func (d *Desk) Bytes(name string) ([]byte, error) {
	switch name {
	case "":
		return assets.Bishkek(), nil
	case Stdin:
		return takeBriefing(d.Stdin)
	}
	f, err := openRegular(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.Size() > MaxPDF {
		return nil, briefing.ErrTooLarge
	}
	return takeBriefing(f)
}

const (
	// PDFMark is how a PDF begins.
	PDFMark = "%PDF-"
	// MaxPDF is the largest PDF that is read for the briefing in it, in bytes: what
	// is attached is packed.
	MaxPDF = 2 * briefing.MaxSize
)

// takeBriefing reads a briefing, or a PDF to the briefing in it. Errors:
// briefing.ErrTooLarge, one of pdf.Attached, or the error of r.
func takeBriefing(r io.Reader) ([]byte, error) {
	head := bufio.NewReader(r)
	limit := briefing.MaxSize
	mark, _ := head.Peek(len(PDFMark)) // an error comes again with the bytes
	isPDF := string(mark) == PDFMark
	if isPDF {
		limit = MaxPDF
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

// Regular returns an error, not worded, for what no read can make sense of. Pipes
// may hold a briefing.
func Regular(name string) error {
	info, err := os.Stat(name)
	if err == nil && info.IsDir() {
		err = &fs.PathError{Op: "read", Path: name, Err: errFolder}
	}
	return err
}

// openRegular opens a file for reading, and fails as Regular does.
func openRegular(name string) (*os.File, error) {
	if err := Regular(name); err != nil {
		return nil, err
	}
	return os.Open(name)
}

// Unfold puts in the place of each folder the files in it and in those below, in
// the order of their names, hidden ones apart. skip is asked of each such file and
// may be nil. The error is not worded: it is the first of what could not be read
// and is left out.
func Unfold(names []string, skip func(path string) bool) (files []string, failed error) {
	for _, name := range names {
		info, err := os.Stat(name)
		if name == Stdin || IsLink(name) || err != nil || !info.IsDir() {
			files = append(files, name)
			continue
		}
		err = filepath.WalkDir(name, func(path string, entry fs.DirEntry, err error) error {
			if err != nil {
				failed = cmp.Or(failed, err)
				return nil
			}
			hidden := strings.HasPrefix(entry.Name(), ".") && path != name
			switch {
			case entry.IsDir() && hidden:
				return fs.SkipDir
			case entry.Type().IsRegular() && !hidden && (skip == nil || !skip(path)):
				files = append(files, path)
			}
			return nil
		})
		failed = cmp.Or(failed, err)
	}
	return files, failed
}

// IsBriefing reports whether a file's name is that of a briefing.
func IsBriefing(path string) bool { return strings.EqualFold(filepath.Ext(path), ".briefing") }

// IsLink reports whether a name is an address of the web and nothing else.
func IsLink(name string) bool {
	low := strings.ToLower(name)
	return (strings.HasPrefix(low, "http://") || strings.HasPrefix(low, "https://")) && !strings.ContainsAny(name, " \t\r\n")
}
