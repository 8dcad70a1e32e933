//go:build !unix

package linear

import "time"

// spent is the time since the test began: this system does not tell how much of
// the processor it has used.
func spent() time.Duration { return time.Since(begin) }
