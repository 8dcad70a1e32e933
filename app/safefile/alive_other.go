//go:build !unix

package safefile

import "os"

// Alive reports whether a process with this number may still be running: where a
// process is opened to be found, it is not found when it has ended.
func Alive(pid int) bool {
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	_ = p.Release()
	return true
}
