// Command briefline turns an article into a briefing that leads every line back
// to its sentence. Package app is the map of its parts.
package main

import (
	_ "embed"
	"fmt"
	"os"

	"briefline/app/about"
	"briefline/app/cli"
	"briefline/views"
)

//go:embed FyneApp.toml
var fyneApp string

// commit is set by the linker, see script/package.
var commit string

func main() {
	cli.AttachConsole()
	program, err := about.Read(fyneApp, commit)
	if err != nil {
		fmt.Fprintln(os.Stderr, "briefline:", err)
		os.Exit(cli.StatusFailed)
	}
	os.Exit(cli.Run(cli.Env{
		Args:     os.Args[1:],
		Stdin:    os.Stdin,
		Stdout:   os.Stdout,
		Stderr:   os.Stderr,
		Program:  program,
		Window:   views.Run,
		Snapshot: views.Snapshot,
	}))
}
