package cli

import (
	"path/filepath"
	"testing"
)

func TestLocalPath(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"", ""},
		{"-", "-"},
		{"a%20b.briefing", "a%20b.briefing"}, // no URL
		{"/tmp/a.briefing", "/tmp/a.briefing"},
		{"file:///tmp/a.briefing", "/tmp/a.briefing"},
		{"file://localhost/tmp/a.briefing", "/tmp/a.briefing"},
		{"file:/tmp/a.briefing", "/tmp/a.briefing"},
		{"FILE:///tmp/a.briefing", "/tmp/a.briefing"},
		{"file:///tmp/a%20b%23%D0%91%D0%B8.briefing", "/tmp/a b#Би.briefing"},
		{"file://server/share/a.briefing", "file://server/share/a.briefing"}, // another machine's
		{"file:///tmp/%zz", "file:///tmp/%zz"},                               // no URL after all
		{"https://example.org/a", "https://example.org/a"},
	} {
		if got := filepath.ToSlash(localPath(tt.in)); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
	}
}
