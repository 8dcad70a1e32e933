package about

import (
	"os"
	"strings"
	"testing"
)

func TestRead(t *testing.T) {
	for _, tt := range []struct{ in, commit, want, fault string }{
		{"[Details]\nVersion = \"1.2.3\"\nBuild = 4\n", "abc\n", "1.2.3 (build 4, abc)", ""},
		{"[Details]\nVersion=\"1.2.3\"", "", "1.2.3", ""},
		{"[Details]\nVersion = \"1.2.3\"\n[Other]\nVersion = \"9\"\nBuild = 9", "", "1.2.3", ""}, // another table
		{"# Version = \"9\"\n[Details]\r\nVersion = \"1.2.3\"\r\n", "abc", "1.2.3 (abc)", ""},
		{"", "", "", "no Version"},
		{"[Details]\nVersion = 1.2.3", "", "", "line 2"},
		{"[Details]\nVersion = \"1\"\nBuild = many", "", "", "line 3"},
	} {
		p, err := Read(tt.in, tt.commit)
		if tt.fault != "" {
			if err == nil || !strings.Contains(err.Error(), tt.fault) {
				t.Errorf("%q: got %v, want an error with %q", tt.in, err, tt.fault)
			}
			continue
		}
		if got := p.String(); err != nil || got != tt.want {
			t.Errorf("%q: got %q, %v, want %q", tt.in, got, err, tt.want)
		}
	}
}

// The file that the program is built with says a version and a build.
func TestFyneApp(t *testing.T) {
	data, err := os.ReadFile("../../FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	if p, err := Read(string(data), ""); err != nil || p.Build < 1 || strings.Count(p.Version, ".") != 2 {
		t.Errorf("got %+v, %v, want a version of three numbers and a build", p, err)
	}
}
