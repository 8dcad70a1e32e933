//go:build unix

package safefile

import (
	"errors"
	"os"
	"syscall"
)

// Alive reports whether a process with this number may still be running.
func Alive(pid int) bool {
	if pid <= 0 {
		return false
	}
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	err = p.Signal(syscall.Signal(0))
	return err == nil || errors.Is(err, syscall.EPERM)
}
