package cli

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// signalled interrupts the program while it reads, which then never ends.
type signalled struct{ t *testing.T }

func (s signalled) Read([]byte) (int, error) {
	self, err := os.FindProcess(os.Getpid())
	if err == nil {
		err = self.Signal(os.Interrupt)
	}
	if err != nil {
		s.t.Error(err)
	}
	select {}
}

// Ctrl+C ends a run at once; what was there stays, and nothing is left beside.
func TestPrintStops(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process cannot interrupt itself")
	}
	dir := t.TempDir()
	out := filepath.Join(dir, "old.pdf")
	if err := os.WriteFile(out, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	var told strings.Builder
	got := Run(Env{Args: []string{"print", "-", "-o", out}, Stdin: signalled{t}, Stdout: io.Discard, Stderr: &told})
	if got != StatusStopped || !strings.Contains(told.String(), "Stopped") {
		t.Errorf("got status %d, %q, want %d and that it was stopped", got, told.String(), StatusStopped)
	}
	if data, err := os.ReadFile(out); err != nil || string(data) != "old" {
		t.Errorf("got %q, %v, want the old file", data, err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("got %d files, %v, want the old one alone", len(entries), err)
	}
}

// A full disk behind standard output.
func TestPrintTellsOfStdout(t *testing.T) {
	var told strings.Builder
	full := writerFunc(func([]byte) (int, error) {
		return 0, &os.PathError{Op: "write", Path: "/dev/stdout", Err: errors.New("no space left")}
	})
	got := Run(Env{Args: []string{"print", "-o", "-"}, Stdout: full, Stderr: &told})
	want := "briefline: standard output: could not be written: no space left.\n"
	if got != StatusFaults || told.String() != want {
		t.Errorf("got status %d, %q, want %d, %q", got, told.String(), StatusFaults, want)
	}
}

func TestStem(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"", "bishkek"},
		{"-", "briefing"},
		{filepath.Join("a.b", "talks.briefing"), "talks"},
		{"TALKS.BRIEFING", "TALKS"},
		{"talks.json", "talks"},
		{"talks.pdf", "talks"},
		{"talks.v2", "talks.v2"}, // says nothing of what the file is
		{"talks.v2.briefing", "talks.v2"},
		{".briefing", ".briefing"},
	} {
		if got := stem(tt.in); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
	}
}

type writerFunc func([]byte) (int, error)

func (f writerFunc) Write(p []byte) (int, error) { return f(p) }
