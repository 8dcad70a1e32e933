package cli

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"briefline/app/briefing"
)

// run runs the command line and returns its exit status and what it said.
func run(t *testing.T, args ...string) (status int, out, errs string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	status = Run(Env{Args: args, Stdin: strings.NewReader(""), Stdout: &stdout, Stderr: &stderr})
	return status, stdout.String(), stderr.String()
}

// A link is fetched when it is asked for, and the draft keeps where it led.
func TestDraftOfALink(t *testing.T) {
	asked := 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked++
		switch r.URL.Path {
		case "/old":
			http.Redirect(w, r, "/story", http.StatusMovedPermanently)
		case "/story":
			if len(r.Cookies()) > 0 || r.Referer() != "" {
				t.Error("sent a cookie or where it comes from")
			}
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			_, _ = w.Write([]byte(`<html><head><title>Bridge to open</title><meta property="article:published_time" content="2024-05-14T10:00:00Z">
				<script src="/tracker.js"></script></head><body><article><h1>Bridge to open</h1><img src="/pixel.gif">
				<p>The new bridge over the river will open on Friday, the city council of Riverside said in a statement on its website.</p>
				<p>“We are ready,” said Mayor Ann Lee. Work on the bridge had begun in 2021 and was stopped twice because of floods.</p></article></body></html>`))
		default:
			w.WriteHeader(http.StatusNotFound)
		}
	}))
	defer server.Close()
	out := filepath.Join(t.TempDir(), "bridge.briefing")

	// An address of this machine is not asked unless that is allowed.
	if status, _, said := run(t, "draft", server.URL+"/old", "-o", out); status != StatusFaults || !strings.Contains(said, "own network") || asked != 0 {
		t.Errorf("status %d, asked %d times, said %q; want nothing asked and why", status, asked, said)
	}
	if status, _, said := run(t, "draft", "--private", server.URL+"/old", "-o", out); status != StatusOK {
		t.Fatalf("status %d: %s", status, said)
	}
	if asked != 2 {
		t.Errorf("asked %d times, want for the page and where it leads, and for nothing in it", asked)
	}
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	b, err := briefing.Read(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	s := b.Sources[0]
	if s.Address != server.URL+"/story" || s.Headline != "Bridge to open" || !strings.HasPrefix(s.Published.EDTF.String(), "2024-05-14") {
		t.Errorf("address %q, headline %q, published %s", s.Address, s.Headline, s.Published.EDTF)
	}
	if friday := s.Dates[0]; friday.Words != "Friday" || friday.EDTF.String() != "2024-05-17" {
		t.Errorf("%s is %s, want 2024-05-17", friday.Words, friday.EDTF)
	}
	if status, _, said := run(t, "draft", "--private", server.URL+"/gone", "-o", filepath.Join(t.TempDir(), "x.briefing")); status != StatusFaults || !strings.Contains(said, "no such page") {
		t.Errorf("a page that is gone: status %d, said %q", status, said)
	}
}
