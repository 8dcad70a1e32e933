package crash

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const secret = "The minister resigned at noon"

func TestTry(t *testing.T) {
	at := 999
	for _, tt := range []struct {
		name string
		do   func() error
		want string
	}{
		{"a range", func() error { _ = secret[:at]; return nil }, "slice bounds out of range [:999] with length 29"},
		//lint:ignore SA5000 the panic is what is tested
		{"a nil map", func() error { var m map[string]int; m[secret] = 1; return nil }, "assignment to entry in nil map"},
		{"a text", func() error { panic("cannot read " + secret) }, "string"},
		{"an error", func() error { panic(errors.New(secret)) }, "*errors.errorString"},
	} {
		err := Try(tt.do)
		var p *Panic
		if !errors.As(err, &p) || !strings.Contains(p.What, tt.want) {
			t.Fatalf("%s: got %v, want %s", tt.name, err, tt.want)
		}
		if !strings.Contains(p.Stack, "crash_test.go:") {
			t.Errorf("%s: the stack does not lead here: %s", tt.name, p.Stack)
		}
		path, err := Report(t.TempDir(), "1.2.3", p, time.Now())
		if err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(data), "1.2.3") || strings.Contains(string(data), secret) || strings.Contains(string(data), "0x") {
			t.Errorf("%s: got report %s", tt.name, data)
		}
	}
	if err := Try(func() error { return os.ErrClosed }); err != os.ErrClosed {
		t.Errorf("got %v, want the error itself", err)
	}
	if err := Try(func() error { return nil }); err != nil {
		t.Errorf("got %v", err)
	}
}

func TestReportsAreFew(t *testing.T) {
	dir := t.TempDir()
	now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	last := ""
	for n := range 30 {
		var err error
		if last, err = Report(dir, "1", &Panic{}, now.Add(time.Duration(n)*time.Second)); err != nil {
			t.Fatal(err)
		}
	}
	all, _ := filepath.Glob(filepath.Join(dir, "*"))
	if len(all) != reportsKept {
		t.Errorf("got %d, want %d", len(all), reportsKept)
	}
	if _, err := os.Stat(last); err != nil {
		t.Error("the last report is gone")
	}
}
