//go:build !windows && !darwin

package printer

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"regexp"
	"strings"
	"time"
)

const (
	lpLimit     = 5 * time.Minute  // lp sends the whole file, perhaps over a slow line
	askLimit    = 10 * time.Second // for one question to CUPS
	pollMin     = 100 * time.Millisecond
	pollMax     = 2 * time.Second
	maxFailures = 3 // questions in a row without an answer
)

var requestID = regexp.MustCompile(`request id is (\S+-(\d+))`)

// printByLP sends the file to the default printer and waits until the job has
// left the queue: lp says yes as soon as the queue has the file, whatever
// becomes of it.
func printByLP(ctx context.Context, j Job) (Result, error) {
	if _, err := exec.LookPath("lp"); err != nil {
		return Result{}, fmt.Errorf("print by lp: %w: %w", ErrNoMeans, err)
	}
	// Without media CUPS takes the printer's own default: an A4 page came out
	// as Letter.
	out, said, err := run(ctx, lpLimit, "lp", "-o", "media="+j.Paper, "-t", j.Title, j.Path)
	if err != nil {
		if ctx.Err() != nil {
			return Result{}, ctx.Err()
		}
		return Result{}, fmt.Errorf("print by lp: %w: %w", lpFault(ctx, said), err)
	}
	id := requestID.FindStringSubmatch(out)
	if id == nil {
		return Result{Means: LP}, fmt.Errorf("print by lp: %w: no job in its answer", ErrUnknown)
	}
	result := Result{Means: LP, ID: id[1]}
	if err := waitForJob(ctx, id[2]); err != nil {
		return result, fmt.Errorf("print by lp: job %s: %w", result.ID, err)
	}
	return result, nil
}

// lpFault returns the sentinel for what lp said when it took no job.
func lpFault(ctx context.Context, said string) error {
	said = strings.ToLower(said)
	switch {
	case strings.Contains(said, "not accepting"):
		return ErrRejecting
	case strings.Contains(said, "scheduler"):
		return ErrNoService
	case strings.Contains(said, "default destination"), strings.Contains(said, "does not exist"):
		// lp says so also when nobody answers.
		if out, _, err := run(ctx, askLimit, "lpstat", "-r"); err == nil && strings.Contains(out, "not running") {
			return ErrNoService
		}
		return ErrNoPrinter
	}
	return ErrFailed
}

// waitForJob asks for the job's state until the queue is done with it, or will
// not go on by itself. lpstat does not tell a printed job from a cancelled or a
// failed one (CUPS 2.4.2 gives "processing-to-stop-point" for each), so CUPS
// itself is asked.
func waitForJob(ctx context.Context, number string) error {
	server, err := findCUPS(ctx)
	if err != nil {
		return unseen(ctx, err, "")
	}
	last := "" // what the printer said last: why the job still waits
	timer := time.NewTimer(0)
	defer timer.Stop()
	for pause, failures := pollMin, 0; ; pause = min(pause*3/2, pollMax) {
		select {
		case <-ctx.Done():
			return unseen(ctx, ctx.Err(), last)
		case <-timer.C:
		}
		status, err := server.job(ctx, number)
		switch {
		case errors.Is(err, errNotFound):
			return nil // left the queue, and CUPS is set to keep no history
		case err != nil:
			if failures++; failures == maxFailures || ctx.Err() != nil {
				return unseen(ctx, err, last)
			}
		default:
			failures, last = 0, status.message
			if done, err := status.outcome(); done {
				return withMessage(err, last)
			}
		}
		timer.Reset(pause)
	}
}

// unseen is the error for a job whose end we did not see.
func unseen(ctx context.Context, err error, last string) error {
	if ctx.Err() != nil {
		return withMessage(fmt.Errorf("%w: %w", ErrWaiting, ctx.Err()), last)
	}
	return withMessage(fmt.Errorf("%w: %w", ErrUnknown, err), last)
}

func withMessage(err error, message string) error {
	if message = oneLine(message); err != nil && message != "" {
		return fmt.Errorf("%w: %s", err, message)
	}
	return err
}
