package cli

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"briefline/app/library"
)

// checkLibrary prints what is wrong with a library and its backups: each briefing
// and each of its versions is compared with what was saved. The error is one of
// writing.
func (c *call) checkLibrary(path string) (status int, err error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	l, err := library.OpenReadOnly(ctx, path, library.Options{})
	if err != nil {
		c.say(c.inLibrary(path, "", err).Error())
		return StatusFailed, nil
	}
	v, err := l.Verify(ctx)
	if closing := l.Close(); err == nil {
		err = closing
	}
	if err != nil {
		c.say(c.inLibrary(path, "", err).Error())
		return StatusFailed, nil
	}
	if len(v.Findings) == 0 {
		return StatusOK, c.write(printable(c.words.Text("cli.check.librarySound", "file", path, "briefings", v.Briefings, "revisions", v.Revisions, "backups", v.Backups)) + "\n")
	}
	for _, f := range v.Findings {
		line := f.File + ": " + f.Fault
		if f.ID != "" {
			line = f.File + ": " + f.ID + ": " + f.Fault
		}
		if err := c.write(printable(line) + "\n"); err != nil {
			return StatusFaults, err
		}
	}
	return StatusFaults, nil
}
