package views

import (
	"context"
	"errors"

	"briefline/app/i18n"
	"briefline/app/printer"
)

// send prints a file by the system's means and words what came of it. reading
// reports whether another program has the file open.
func send(ctx context.Context, words *i18n.Catalog, path, title, paper string) (message string, reading bool, err error) {
	r, err := printer.Print(ctx, printer.Job{Path: path, Title: title, Paper: paper})
	if id := failure(err); id != "" {
		return words.Text(id), r.Opened, nil
	}
	switch {
	case err != nil:
		return "", r.Opened, err
	case r.Cancelled:
		return "", false, nil
	case r.Opened:
		return words.Text("printing.opened"), true, nil
	}
	return words.Text("printing.sent"), false, nil
}

// failures are the messages for what can go wrong at the printer; the more
// telling ones come first, since errors wrap one another.
var failures = []struct {
	err error
	id  string
}{
	{printer.ErrNoMeans, "printing.noMeans"},
	{printer.ErrNoPrinter, "printing.noPrinter"},
	{printer.ErrNoService, "printing.noService"},
	{printer.ErrRejecting, "printing.rejecting"},
	{printer.ErrStopped, "printing.stopped"},
	{printer.ErrHeld, "printing.held"},
	{printer.ErrRemoved, "printing.removed"},
	{printer.ErrWaiting, "printing.waiting"},
	{printer.ErrUnknown, "printing.unknown"},
	{printer.ErrFailed, "printing.jobFailed"},
}

// failure is the message for an error of the printer; "" for none, and for one
// that has no words of its own.
func failure(err error) string {
	for _, f := range failures {
		if errors.Is(err, f.err) {
			return f.id
		}
	}
	return ""
}
