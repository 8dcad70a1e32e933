//go:build !windows

package printer

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"
)

// run runs a command to its end, or kills it after limit or when ctx ends.
// said is what it wrote to standard error, on one line; it is part of err too.
func run(ctx context.Context, limit time.Duration, name string, args ...string) (out, said string, err error) {
	limited, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	var stdout, stderr bytes.Buffer
	cmd := exec.CommandContext(limited, name, args...)
	// CUPS words its messages in the reader's language, and we read them.
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "LANGUAGE=")
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	cmd.WaitDelay = time.Second // a child that keeps the pipes open does not keep us
	err = cmd.Run()
	said = oneLine(stderr.String())
	switch {
	case err == nil:
		return stdout.String(), said, nil
	case ctx.Err() != nil:
		err = ctx.Err()
	case limited.Err() != nil:
		err = fmt.Errorf("%s: no answer in %v", cmd.Args[0], limit)
	default:
		if exit := (*exec.ExitError)(nil); said != "" && errors.As(err, &exit) {
			err = errors.New(said) // "exit status 1" adds nothing to it
		} else {
			err = fmt.Errorf("%s: %w", cmd.Args[0], err)
		}
	}
	return stdout.String(), said, err
}

// oneLine returns what a program said, fit for an error: one line, 300 bytes.
func oneLine(s string) string {
	s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "\uFFFD")), " ")
	if len(s) > 300 {
		s = strings.ToValidUTF8(s[:300], "") + "…"
	}
	return s
}
