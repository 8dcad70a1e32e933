// Command console becomes briefline.com in the Windows package: what a terminal
// starts for the word briefline, ahead of Briefline.exe. Terminals do not wait
// for a program that has a window; this one has none, starts Briefline.exe
// beside it with the same arguments and files, waits, and ends with its status.
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
)

func main() {
	signal.Ignore(os.Interrupt) // it reaches the program too, which knows what to do
	self, err := os.Executable()
	if err != nil {
		fail(err)
	}
	cmd := exec.Command(filepath.Join(filepath.Dir(self), "Briefline.exe"), os.Args[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	err = cmd.Run()
	if ended := (*exec.ExitError)(nil); errors.As(err, &ended) {
		os.Exit(ended.ExitCode())
	}
	if err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "briefline:", err)
	os.Exit(2)
}
