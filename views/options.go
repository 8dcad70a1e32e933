package views

import "errors"

// ErrNoWindow says that this build of the program cannot open a window.
var ErrNoWindow = errors.New("built without a window")
