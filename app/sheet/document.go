package sheet

import (
	"fmt"
	"time"

	"briefline/app/briefing"
)

// Document is a briefing laid out. It is not changed once returned.
type Document struct {
	Title, Subject string
	Author         string // of the briefing; empty when nobody is named
	Language       string // BCP 47, never empty
	Created        time.Time
	Pages          []*Page // at least one
	Root           *Node   // Tag is TagDocument
	Outline        []Bookmark
	Dests          map[string]Dest
	// Missing are the characters that no font has, each once, in order. A box
	// stands for each of them, in a TagSpan whose ActualText is what it stands for.
	Missing []rune
}

// Page is one sheet of paper.
type Page struct {
	W, H  float64
	Marks []Mark // painted in order
}

// Dest is a place that links and bookmarks lead to.
type Dest struct {
	Page int // index into Document.Pages
	X, Y float64
	Node *Node // what stands there; nil for a page's top
}

// Bookmark is an entry of the outline.
type Bookmark struct {
	Title    string
	Dest     string // key of Document.Dests
	Children []Bookmark
}

// Paper is a size of sheet, upright.
type Paper int

// A4 and Letter are for briefings; the others are for posters as well.
const (
	A4 Paper = iota
	Letter
	A3
	A2
	A1
	A0
)

// Size returns the width and height in points, upright (ISO 216; ANSI Y14.1 for
// Letter). An unknown paper is A4.
func (p Paper) Size() (w, h float64) {
	const mm = 72 / 25.4
	switch p {
	case Letter:
		return 612, 792
	case A3:
		return 297 * mm, 420 * mm
	case A2:
		return 420 * mm, 594 * mm
	case A1:
		return 594 * mm, 841 * mm
	case A0:
		return 841 * mm, 1189 * mm
	}
	return 210 * mm, 297 * mm
}

// Options say what to print and how. The zero value prints everything on A4.
type Options struct {
	Paper        Paper
	NoSource     bool // leave the source text out; sentence numbers then lead nowhere
	NoStatements bool
	Mono         bool      // safe in black and white: patterns instead of colours alone
	Large        bool      // type 1.3 times as large
	Author       string    // goes into the file's description, not on the page
	Created      time.Time // zero: Briefing.Modified
	Poster       bool      // the timeline alone, whole, on one sheet of PosterPaper
	PosterPaper  Paper
	Tile         bool // with Poster: cut over sheets of Paper, with crop marks
}

// FaultsError says that a briefing does not validate and was not laid out.
type FaultsError struct{ Faults []briefing.Fault }

// Error names the first fault and how many there are.
func (e *FaultsError) Error() string {
	if len(e.Faults) == 0 {
		return "lay out briefing: it does not validate"
	}
	f := e.Faults[0]
	return fmt.Sprintf("lay out briefing: %s: %s (%d faults)", f.Path, f.Reason, len(e.Faults))
}
