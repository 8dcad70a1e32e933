//go:build headless

package views

// Run returns ErrNoWindow: this build has only the command line.
func Run(Options) error { return ErrNoWindow }
