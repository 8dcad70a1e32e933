package about

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"briefline/assets"
)

func TestReadLicences(t *testing.T) {
	got, absent, err := ReadLicences("About.\nNot built in: c v3\n\n=== a v1\n=== b v2\nLicence: MIT\n\nOne.\n\nTwo.\n\n=== d\nLicence: Zlib\n\nThree.\n")
	want := []Licence{{[]string{"a v1", "b v2"}, "MIT", "One.\n\nTwo."}, {[]string{"d"}, "Zlib", "Three."}}
	if err != nil || !reflect.DeepEqual(got, want) || !slices.Equal(absent, []string{"c v3"}) {
		t.Errorf("got %q, %q, %v, want %q", got, absent, err, want)
	}
	for _, in := range []string{"=== a v1\n\nOne.\n", "=== a v1\n"} {
		if _, _, err := ReadLicences(in); err == nil {
			t.Errorf("%q: got no error", in)
		}
	}
}

// Each module of go.mod is in the file, with its version: as built in, or as
// left to the tests. Whether a module is on the right side of the two only Go's
// build list can say: ./script/test asks it.
func TestLicencesAreOfTheModulesInUse(t *testing.T) {
	licences, absent, err := ReadLicences(assets.Licences())
	if err != nil {
		t.Fatal(err)
	}
	got := absent
	for _, l := range licences {
		if l.Kind == "" || len(l.Text) < 200 {
			t.Errorf("%s: got licence %q with %d bytes of text", l.Works[0], l.Kind, len(l.Text))
		}
		for _, work := range l.Works {
			if words := strings.Fields(work); len(words) == 2 && strings.HasPrefix(words[1], "v") {
				got = append(got, work)
			}
		}
	}
	slices.Sort(got)
	mod, err := os.ReadFile("../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for line := range strings.Lines(string(mod)) {
		words := strings.Fields(strings.TrimPrefix(line, "require "))
		if len(words) >= 2 && strings.HasPrefix(words[1], "v") {
			want = append(want, words[0]+" "+words[1])
		}
	}
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("assets/licences.txt is not that of go.mod; write it anew: go run ./script/licences\ngot  %q\nwant %q", got, want)
	}
}
