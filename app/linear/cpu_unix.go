//go:build unix

package linear

import (
	"syscall"
	"time"
)

// spent is the processor time that the test has used so far: unlike the clock it
// does not run while other programs have the machine.
func spent() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return time.Since(begin)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
