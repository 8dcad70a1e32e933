package views

import (
	"errors"

	"briefline/app/briefing"
)

// Options say what the window opens with.
type Options struct {
	// File is the path of the briefing; empty is the bundled one.
	File string
	// Load reads the briefing to open with, Open any other one. Their errors are
	// worded for the reader.
	Load func() (*briefing.Briefing, error)
	Open func(path string) (*briefing.Briefing, error)
}

// ErrNoWindow says that this build of the program cannot open a window.
var ErrNoWindow = errors.New("built without a window")
