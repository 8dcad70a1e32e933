//go:build !windows

package cli

// AttachConsole does nothing: the standard files are there already.
func AttachConsole() {}
