// Package linear holds, for the tests of what reads text, that work grows with
// its input and no faster. It compares two runs with each other, so that a slow or
// busy machine fails no test.
package linear

import (
	"testing"
	"time"
)

const (
	factor = 20  // how much larger the large input is
	most   = 120 // how much longer it may take: 20 times for linear work, 400 for quadratic
	tries  = 6   // a run may be charged for what was left of the one before, such as collecting its garbage
)

// least is the time that counts for the small input at least, so that a run that
// is over at once is no yardstick.
const least = time.Millisecond

// Check runs work on an input of size and on one of twenty times the size, and
// fails the test when the second takes more than 120 times as long, each time that
// it is tried. Both are made by work. With -short nothing is tried.
func Check(t testing.TB, name string, size int, work func(size int)) {
	t.Helper()
	if testing.Short() {
		return // it takes the time of a hundred other tests
	}
	small := least
	for range 2 {
		if took := spend(size, work); took > small {
			small = took
		}
	}
	large := time.Duration(0)
	for range tries {
		if large = spend(factor*size, work); large <= most*small {
			return
		}
	}
	t.Errorf("%s: %v for %d bytes, %v for %d", name, small, size, large, factor*size)
}

func spend(size int, work func(int)) time.Duration {
	before := spent()
	work(size)
	return spent() - before
}

// begin is when the test began.
var begin = time.Now()
