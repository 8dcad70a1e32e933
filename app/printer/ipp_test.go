//go:build !windows && !darwin

package printer

import (
	"slices"
	"strings"
	"testing"
)

// answer builds an IPP answer of one job: CUPS 2.4.2 sent these attributes in
// this order.
func answer(status string, attributes ...string) []byte {
	b := "\x02\x00" + status + "\x00\x00\x00\x01\x01" + strings.Join(attributes, "") + "\x03"
	return []byte(b)
}

const (
	charset = "G\x00\x12attributes-charset\x00\x05utf-8"
	printed = "\x02E\x00\x0fjob-printer-uri\x00\x1cipp://localhost/printers/Nul#\x00\x09job-state\x00\x04\x00\x00\x00\x09"
	reasons = "D\x00\x11job-state-reasons\x00\x04noneD\x00\x00\x00\x0bjob-printed"
	span    = "3\x00\x10copies-supported\x00\x08\x00\x00\x00\x01\x00\x00\x03\xe7"
)

func TestParseIPP(t *testing.T) {
	status, found, err := parseIPP(answer("\x00\x01", charset, printed, reasons, span))
	if status != 1 || err != nil {
		t.Fatalf("got status %d, %v, want 1", status, err)
	}
	if got := found.number("job-state"); got != jobCompleted {
		t.Errorf("got state %d, want %d", got, jobCompleted)
	}
	if got, want := found["job-state-reasons"], []string{"none", "job-printed"}; !slices.Equal(got, want) {
		t.Errorf("got reasons %q, want %q", got, want)
	}
	if got, want := found.first("job-printer-uri"), "ipp://localhost/printers/Nul"; got != want {
		t.Errorf("got printer %q, want %q", got, want)
	}
	if got := found.first("copies-supported") + found.first("nothing"); got != "" {
		t.Errorf("got %q, want nothing for a range and for what is missing", got)
	}
	whole := answer("\x04\x06", charset, printed)
	for n := range whole {
		if _, _, err := parseIPP(whole[:n]); err == nil {
			t.Errorf("first %d of %d bytes: got no error", n, len(whole))
		}
	}
}

// What we ask is IPP as well, and reads back.
func TestIPPRequest(t *testing.T) {
	operation, found, err := parseIPP(ippRequest(9, "job-uri", "ipp://localhost/jobs/7", "یک", []string{"job-state", "job-name"}))
	if operation != 9 || err != nil {
		t.Fatalf("got operation %d, %v, want 9", operation, err)
	}
	for name, want := range map[string]string{
		"attributes-charset": "utf-8", "job-uri": "ipp://localhost/jobs/7", "requesting-user-name": "یک", "requested-attributes": "job-state job-name",
	} {
		if got := strings.Join(found[name], " "); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

func FuzzParseIPP(f *testing.F) {
	f.Add(answer("\x00\x00", charset, printed, reasons, span))
	f.Add(ippRequest(11, "printer-uri", "ipp://localhost/printers/Nul", "root", []string{"printer-state"}))
	f.Fuzz(func(t *testing.T, b []byte) {
		_, found, err := parseIPP(b)
		if (err == nil) != (found != nil) {
			t.Errorf("got %v with error %v", found, err)
		}
		total := 0
		for _, values := range found {
			for _, v := range values {
				total += len(v)
			}
		}
		if total > 4*len(b) { // an integer of 4 bytes and 9 of head has 11 digits at most
			t.Errorf("got %d bytes of values from %d bytes", total, len(b))
		}
	})
}
