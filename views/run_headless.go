//go:build headless

package views

import "briefline/app/desk"

// Run returns ErrNoWindow: this build has only the command line.
func Run(desk.Window) error { return ErrNoWindow }
