package safefile

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"
)

func TestName(t *testing.T) {
	tests := []struct{ in, want string }{
		{"Port talks", "Port talks.pdf"},
		{"report\u202Egnp.exe", "reportgnp.exe.pdf"}, // shown as reportexe.png
		{"a\u2066b\u2069\u200f\u061cc", "abc.pdf"},
		{"bell\x07 esc\x1b[31m del\x7f c1\u0085", "bell esc[31m del c1.pdf"},
		{"CON", "_CON.pdf"},
		{"con.briefing", "_con.briefing.pdf"},
		{"Com¹ ", "_Com¹.pdf"},
		{"Conference", "Conference.pdf"},
		{"../../etc/passwd", "etcpasswd.pdf"},
		{`C:\a?b*c"d<e>f|g`, "Cabcdefg.pdf"},
		{".hidden", "hidden.pdf"},
		{"ends. . ", "ends.pdf"},
		{"", "briefing.pdf"},
		{"\u202e...", "briefing.pdf"},
		{"\xff\xfe", "briefing.pdf"},
		{"دیدار", "دیدار.pdf"},
	}
	for _, tt := range tests {
		if got := Name(tt.in, "briefing", ".pdf"); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
	}
}

func FuzzName(f *testing.F) {
	f.Add("Port talks", ".pdf")
	f.Add(strings.Repeat("ж", 300), ".briefing")
	f.Fuzz(func(t *testing.T, text, _ string) {
		got := Name(text, "briefing", ".briefing")
		if len(got) > 255 || !utf8.ValidString(got) || filepath.Base(got) != got || strings.HasPrefix(got, ".") || !strings.HasSuffix(got, ".briefing") {
			t.Errorf("%q: got %q", text, got)
		}
		for _, r := range got {
			if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
				t.Errorf("%q: got %q with %U", text, got, r)
			}
		}
	})
}

// A file whose name is as long as a name may be is written like any other.
func TestLongestName(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, strings.Repeat("ж", 125)+".pdf") // 254 bytes
	if err := Write(path, 0o644, text("x")); err != nil {
		t.Fatal(err)
	}
	only(t, dir, 1)
}

// What a process left that died goes with the next writing; what a living one is
// making stays.
func TestLeftovers(t *testing.T) {
	dir := t.TempDir()
	dead := exec.Command(os.Args[0], "-test.run=^$")
	if err := dead.Run(); err != nil {
		t.Fatal(err)
	}
	left := filepath.Join(dir, strings.Replace(filepath.Base(Temporary(dir)), pidText(os.Getpid()), pidText(dead.Process.Pid), 1))
	fresh := filepath.Join(dir, strings.Replace(filepath.Base(Temporary(dir)), pidText(os.Getpid()), pidText(dead.Process.Pid), 1))
	mine, notOurs := Temporary(dir), filepath.Join(dir, ".f.tmp")
	old := time.Now().Add(-time.Hour)
	for _, path := range []string{left, fresh, mine, notOurs} {
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if path != fresh {
			if err := os.Chtimes(path, old, old); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := Write(filepath.Join(dir, "f"), 0o600, text("x")); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(left); err == nil {
		t.Error("what a dead process left is still there")
	}
	for _, path := range []string{fresh, mine, notOurs} {
		if _, err := os.Stat(path); err != nil {
			t.Errorf("%v", err)
		}
	}
}

func pidText(pid int) string { return fmt.Sprintf("-%d-", pid) }
