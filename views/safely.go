package views

import (
	"errors"
	"log"
	"time"

	"briefline/app/crash"
)

// safely calls do. A panic ends this act and not the program: it is told, with the
// file that holds the report, and what else is open goes on.
func (f *Frame) safely(do func()) { _ = f.tried(do) }

// tried is safely, and reports whether do came to its end.
func (f *Frame) tried(do func()) bool {
	err := crash.Try(func() error {
		do()
		return nil
	})
	var p *crash.Panic
	if !errors.As(err, &p) {
		return true
	}
	log.Print(p.What, "\n", p.Stack)
	words := f.words.Text("crash.failed", "what", p.What)
	if dir, err := crash.Dir(); err == nil {
		if path, err := crash.Report(dir, f.program.Version, p, time.Now()); err == nil {
			words = f.words.Text("crash.reported", "what", p.What, "file", path)
		}
	}
	f.post(func() {
		// What tells of it may fail for the same reason.
		err := crash.Try(func() error {
			f.task.end()
			f.warn(words)
			return nil
		})
		if err != nil {
			log.Print(err)
		}
	})
	return false
}
