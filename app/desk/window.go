package desk

import (
	"context"

	"briefline/app/about"
	"briefline/app/briefing"
)

// Window says what the window opens with, and what it needs to read files and
// articles. The errors of all functions are worded for the reader.
type Window struct {
	Program about.Program // which program this is
	// File is what to open: a briefing, or an article to draft. Empty is what was
	// open last, and on a first start the bundled briefing.
	File string
	// Start is a briefing to open in the file form, such as one from standard
	// input; nil without.
	Start func() ([]byte, error)
	// Bytes is [Desk.FormAt]: the file form of the briefing at a path; nil, without
	// an error, for a file that is an article.
	Bytes func(path string) ([]byte, error)
	// Draft is [Desk.DraftOrPaste]: a draft of an article, which is a file or a link
	// by its name, or pasted text when that is not empty.
	Draft func(ctx context.Context, name, text string) (*briefing.Briefing, error)
	// Redate is [Desk.Redate]: it gives a source of a briefing another publication
	// date, in place, and reads the dates that hang on it anew.
	Redate func(b *briefing.Briefing, source string, published briefing.Dating)
	// Library is the file of the person's briefings; empty keeps nothing.
	Library string
	// Bundled is the briefing that a new library begins with, in the file form.
	Bundled []byte
}

// Picture says what of the window to draw without a display.
type Picture struct {
	Briefing      *briefing.Briefing
	Width, Height int     // of the window, in points
	Scale         float32 // pixels a point
	Dark          bool
	Select        string // ID of an item to select, or a sentence such as S10; empty = none
}
