// Package printer hands a finished PDF file to the system's printing: the
// desktop's print dialog or CUPS on Linux and the BSDs, the shell's print verb
// on Windows, Preview on macOS. It lays out nothing and words nothing for the
// reader: what went wrong is a sentinel error, with what the system said.
package printer

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Job is one file to print.
type Job struct {
	// Path is a PDF file. On Windows and macOS another program reads it after
	// Print has returned, so it must stay for as long as that may take.
	Path string
	// Title names the job in the dialog and in the queue; empty means the name
	// of the file.
	Title string
	// Paper is "A4" or "Letter", the sheet that the file was laid out for.
	Paper string
	// Window is the window that the dialog belongs to, as the desktop portal
	// writes it ("x11:1a2b3c", "wayland:…"); empty for none.
	Window string
}

// Means is a way to print.
type Means string

// The ways to print.
const (
	None    Means = ""        // nothing to print with
	Portal  Means = "portal"  // org.freedesktop.portal.Print: the desktop's dialog
	LP      Means = "lp"      // CUPS: the default printer, without a dialog
	Shell   Means = "shell"   // Windows: the program that PDF files belong to
	Preview Means = "preview" // macOS: Preview, where the reader prints
)

// Result says what became of a job. The zero Result goes with an error that
// came before anything was handed over.
type Result struct {
	Means Means
	// Cancelled: the reader closed the dialog, and nothing was printed.
	Cancelled bool
	// Opened: the file is open in another program, and is printed from there.
	Opened bool
	// ID is the job's name in the CUPS queue ("Office-12"), also beside an error;
	// empty for other means and when CUPS took no job.
	ID string
}

// What a caller can put into words for the reader. The error that wraps one of
// them adds what the system said.
var (
	ErrNoMeans   = errors.New("nothing to print with")              // no portal and no lp; no program for PDF files
	ErrNoPrinter = errors.New("no printer")                         // none set up, or none chosen as the default
	ErrNoService = errors.New("print service is not running")       // lp is there, CUPS does not answer
	ErrRejecting = errors.New("printer accepts no jobs")            // nothing was handed over
	ErrStopped   = errors.New("printer is stopped")                 // the job waits in the queue
	ErrHeld      = errors.New("job is held")                        // the job waits in the queue until somebody releases it
	ErrWaiting   = errors.New("job is still in the queue")          // the context ended first; wraps its error too
	ErrRemoved   = errors.New("job was removed from the queue")     // by a person or a rule, before it was printed
	ErrFailed    = errors.New("job failed")                         // the dialog, the filter or the printer gave up
	ErrUnknown   = errors.New("job was handed over, state unknown") // CUPS took it and cannot be asked
)

// papers are the sheets by Job.Paper: PWG 5101.1 names, as GTK and the portal
// use them, and millimetres.
var papers = map[string]paper{
	"A4":     {"iso_a4", 210, 297},
	"Letter": {"na_letter", 215.9, 279.4},
}

type paper struct {
	name          string
	width, height float64
}

// Available returns what Print would use. It starts nothing and takes two
// seconds at most; Print may still find that a portal has no print dialog, and
// use lp.
func Available() Means { return available() }

// Print hands the file to the system. With a dialog it returns when the reader
// has answered it; with CUPS, when the job has left the queue, so ctx wants a
// deadline there: when ctx ends first, the job stays in the queue and the error
// wraps ErrWaiting and ctx.Err().
//
// Errors wrap a sentinel of this package, the *fs.PathError of a file that
// cannot be read or is empty, or ctx.Err().
func Print(ctx context.Context, j Job) (Result, error) {
	if err := ctx.Err(); err != nil {
		return Result{}, err
	}
	if _, ok := papers[j.Paper]; !ok {
		return Result{}, fmt.Errorf("print: unknown paper %q", j.Paper)
	}
	path, err := filepath.Abs(j.Path) // a name that starts with "-" is no option
	if err != nil {
		return Result{}, err
	}
	f, err := os.Open(path)
	if err != nil {
		return Result{}, err
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return Result{}, err
	case !info.Mode().IsRegular():
		return Result{}, &fs.PathError{Op: "print", Path: path, Err: errors.New("is no regular file")}
	case info.Size() == 0:
		return Result{}, &fs.PathError{Op: "print", Path: path, Err: errors.New("is empty")}
	}
	j.Path = path
	j.Title = cmp.Or(cleanTitle(j.Title), cleanTitle(filepath.Base(path)), "PDF")
	return print(ctx, j, f)
}

// maxTitle is the length of an IPP name (RFC 8011, 5.1.3) in bytes. CUPS passes
// longer ones on, and printers refuse the job for them.
const maxTitle = 255

// cleanTitle returns s on one line, valid UTF-8 and within maxTitle.
func cleanTitle(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > maxTitle {
		cut := maxTitle - len("…")
		for !utf8.RuneStart(s[cut]) {
			cut--
		}
		s = s[:cut] + "…"
	}
	return s
}
