// Command briefline turns an article into a briefing that leads every line back
// to its sentence. Package app is the map of its parts.
package main

import (
	"image"
	"os"

	"briefline/app/cli"
	"briefline/views"
)

func main() {
	os.Exit(cli.Run(cli.Env{
		Args:   os.Args[1:],
		Stdin:  os.Stdin,
		Stdout: os.Stdout,
		Stderr: os.Stderr,
		Window: func(o cli.WindowOptions) error {
			return views.Run(views.Options(o))
		},
		Snapshot: func(o cli.SnapshotOptions) (image.Image, error) {
			return views.Snapshot(views.SnapshotOptions(o))
		},
	}))
}
