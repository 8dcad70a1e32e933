package linear

import "testing"

var sink int

// failed is a test that only remembers whether it failed.
type failed struct {
	testing.TB
	is bool
}

func (f *failed) Helper()               {}
func (f *failed) Errorf(string, ...any) { f.is = true }

// What grows with the square of its input is told from what does not.
func TestCheck(t *testing.T) {
	if testing.Short() {
		t.Skip("long: left out of -short")
	}
	burn := func(n int) {
		for i := range n * 150 {
			sink += i ^ n
		}
	}
	for name, tt := range map[string]struct {
		work func(n int)
		bad  bool
	}{
		"linear":    {func(n int) { burn(20 * n) }, false},
		"quadratic": {func(n int) { burn(n * n / 5) }, true},
		"nothing":   {func(int) {}, false},
	} {
		f := &failed{TB: t}
		Check(f, name, 100, tt.work)
		if f.is != tt.bad {
			t.Errorf("%s: failed = %t, want %t", name, f.is, tt.bad)
		}
	}
}
