//go:build !windows && !darwin

package printer

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os/user"
	"slices"
	"strings"
)

// cups asks a CUPS server about jobs.
type cups struct {
	client *http.Client
	url    string
	user   string
}

// errNotFound: CUPS knows no such job (any more).
var errNotFound = errors.New("not found")

// findCUPS returns the server that lp uses. Only CUPS's own tools know it: the
// environment, two client.conf files and a built-in path have a say.
func findCUPS(ctx context.Context) (*cups, error) {
	out, _, err := run(ctx, askLimit, "lpstat", "-H")
	if err != nil {
		return nil, err
	}
	address := strings.TrimSpace(out)
	c := &cups{url: "http://localhost/", user: "unknown"}
	network := "unix"
	if !strings.HasPrefix(address, "/") {
		colon := strings.LastIndexByte(address, ':')
		if colon < 0 {
			return nil, fmt.Errorf("CUPS server address %q", address)
		}
		network, address = "tcp", net.JoinHostPort(strings.Trim(address[:colon], "[]"), address[colon+1:])
		c.url = "http://" + address + "/"
	}
	var dialer net.Dialer
	c.client = &http.Client{
		Timeout: askLimit,
		Transport: &http.Transport{
			DisableKeepAlives: true, // nothing of ours stays open between questions
			DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
				return dialer.DialContext(ctx, network, address)
			},
		},
	}
	if u, err := user.Current(); err == nil {
		c.user = u.Username
	}
	return c, nil
}

// jobStatus is what CUPS says about a job.
type jobStatus struct {
	state   int // job-state, RFC 8011, 5.3.7
	reasons []string
	stopped bool   // its printer is stopped
	message string // the printer's words
}

// Values of job-state and printer-state, RFC 8011, 5.3.7 and 5.4.11.
const (
	jobPending     = 3
	jobHeld        = 4
	jobStopped     = 6
	jobCanceled    = 7
	jobAborted     = 8
	jobCompleted   = 9
	printerStopped = 5
)

// outcome reports whether the job will stay as it is unless somebody steps in,
// and the sentinel for it; nil when it was printed.
func (s jobStatus) outcome() (done bool, err error) {
	switch s.state {
	case jobCompleted:
		if slices.Contains(s.reasons, "job-completed-with-errors") {
			return true, ErrFailed
		}
		return true, nil
	case jobAborted:
		return true, ErrFailed
	case jobCanceled:
		return true, ErrRemoved
	case jobHeld:
		// CUPS is still taking the job in, or tries again by itself later.
		if slices.Contains(s.reasons, "job-incoming") || slices.Contains(s.reasons, "resources-are-not-ready") {
			return false, nil
		}
		return true, ErrHeld
	case jobPending, jobStopped:
		if s.stopped {
			return true, ErrStopped
		}
	}
	return s.state == jobStopped, ErrFailed // a filter gave up; the printer goes on without the job
}

// job returns the state of a job, and of its printer while the job waits.
func (c *cups) job(ctx context.Context, number string) (jobStatus, error) {
	const getJobAttributes, getPrinterAttributes = 0x0009, 0x000B // RFC 8011, 5.4.15
	found, err := c.ask(ctx, getJobAttributes, "job-uri", "ipp://localhost/jobs/"+number,
		"job-state", "job-state-reasons", "job-state-message", "job-printer-state-message", "job-printer-uri")
	if err != nil {
		return jobStatus{}, err
	}
	s := jobStatus{
		state:   found.number("job-state"),
		reasons: found["job-state-reasons"],
		message: cmp.Or(found.first("job-printer-state-message"), found.first("job-state-message")),
	}
	printer := found.first("job-printer-uri")
	if printer == "" || s.state != jobPending && s.state != jobStopped {
		return s, nil
	}
	found, err = c.ask(ctx, getPrinterAttributes, "printer-uri", printer,
		"printer-state", "printer-state-message")
	if err != nil {
		return jobStatus{}, fmt.Errorf("state of the printer: %s", err.Error()) // a printer that is gone is no job that is done
	}
	s.stopped = found.number("printer-state") == printerStopped
	s.message = cmp.Or(found.first("printer-state-message"), s.message)
	return s, nil
}

// ask sends an IPP request about one object and returns the attributes wanted.
func (c *cups) ask(ctx context.Context, operation uint16, uriName, uri string, wanted ...string) (attributes, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, c.url, bytes.NewReader(ippRequest(operation, uriName, uri, c.user, wanted)))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Content-Type", "application/ipp")
	response, err := c.client.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("CUPS answers %s", response.Status)
	}
	body, err := io.ReadAll(io.LimitReader(response.Body, 1<<20))
	if err != nil {
		return nil, err
	}
	status, found, err := parseIPP(body)
	switch {
	case err != nil:
		return nil, err
	case status == 0x0406 || status == 0x0407: // client-error-not-found, client-error-gone
		return nil, errNotFound
	case status >= 0x0100:
		return nil, fmt.Errorf("CUPS answers IPP status %#04x: %s", status, oneLine(found.first("status-message")))
	}
	return found, nil
}
