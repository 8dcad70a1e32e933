package views

import (
	"context"
	"errors"

	"briefline/app/about"
	"briefline/app/briefing"
)

// Options say what the window opens with, and what it needs to read files and
// articles. The errors of all functions are worded for the reader.
type Options struct {
	// Program says which program this is, for the window that tells about it.
	Program about.Program
	// File is what to open: a briefing, or an article to draft. Empty is what was
	// open last, and on a first start the bundled briefing.
	File string
	// Start is a briefing to open in the file form, such as one from standard
	// input; nil without.
	Start func() ([]byte, error)
	// Bytes returns the file form of the briefing at a path; nil, without an
	// error, for a file that is an article.
	Bytes func(path string) ([]byte, error)
	// Draft makes a draft of an article: a file or a link by its name, or pasted
	// text when that is not empty.
	Draft func(ctx context.Context, name, text string) (*briefing.Briefing, error)
	// Redate gives a source of a briefing another publication date, in place, and
	// reads the dates that hang on it anew.
	Redate func(b *briefing.Briefing, source string, published briefing.Dating)
	// Library is the file of the person's briefings; empty keeps nothing.
	Library string
	// Bundled is the briefing that a new library begins with, in the file form.
	Bundled []byte
}

// ErrNoWindow says that this build of the program cannot open a window.
var ErrNoWindow = errors.New("built without a window")
