package views

import (
	"context"
	"time"

	"briefline/app/about"
	"briefline/app/briefing"
	"briefline/views/kit"
)

// host is what the program around a window does for it. Pictures and tests have
// most of it nil.
type host struct {
	// program is told about.
	program about.Program
	// memory is of earlier starts; nil: none.
	memory *memory
	// bundled is the briefing that a new library begins with, in the file form.
	bundled []byte

	// open asks the person for a file and opens it; nil where nobody can be
	// asked, and then no button offers it.
	open func()
	// askSave asks the person where to save a file; nil like open.
	askSave func(name string, done func(path string))
	// askFiles asks the person for an article's file or a folder of them, and
	// drafts what was chosen; nil like open.
	askFiles func(folder bool)
	// askFolder asks the person for a folder; nil like open.
	askFolder func(done func(dir string))
	// openFile opens a file with the system's program for it; nil like open.
	openFile func(path string)
	// sendJob prints a PDF and returns what to tell the person, and whether
	// another program still reads the file; nil like open.
	sendJob func(ctx context.Context, path, title, paper string) (message string, reading bool, err error)

	// spawn runs slow work beside the window.
	spawn func(func())
	// post runs something on the window's thread.
	post func(func())
	// every calls do on the window's thread again and again until stop is called;
	// nil where no clock is to tick.
	every func(each time.Duration, do func()) (stop func())

	// make drafts an article: a file, a link or pasted text. The error is worded
	// for the reader. nil where there is none to do it.
	make func(context.Context, article) (*briefing.Briefing, error)
	// redate gives a source of a briefing another publication date, in place; nil
	// like make.
	redate func(b *briefing.Briefing, source string, published briefing.Dating)

	// setLibrary remembers which library the person chose; nil like make.
	setLibrary func(path string)
	// setMode remembers the theme that the person chose.
	setMode func(kit.Mode)
	// looksChanged has what the window looks like written down soon; nil where
	// nothing is remembered.
	looksChanged func()
	// hintClosed remembers that the person has closed the hint for newcomers; may
	// be nil.
	hintClosed func()
}
