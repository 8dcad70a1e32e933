package cli

import (
	"context"
	"io"
	"os"
	"runtime"
	"sync"
	"sync/atomic"

	"briefline/app/safefile"
)

// crew does jobs side by side and writes what comes of them.
type crew struct {
	*call

	// writing is held shared while a file is written and for good once the
	// program is stopped, so that no temporary file is left behind.
	writing sync.RWMutex
}

// workers is how many of the jobs are done at a time.
func workers(jobs []*job) int { return min(runtime.GOMAXPROCS(0), len(jobs)) }

// run does the jobs, as many at a time as there are processors, with a bar that
// words its progress by a message. It returns false when ctx was done first;
// nothing is written after that.
func (w *crew) run(ctx context.Context, jobs []*job, progress string, do func(context.Context, *job)) bool {
	bar := w.newBar(len(jobs), progress)
	defer bar.clear()
	var next atomic.Int64
	done := make(chan struct{}, len(jobs))
	for range workers(jobs) {
		go func() {
			for i := next.Add(1) - 1; int(i) < len(jobs) && ctx.Err() == nil; i = next.Add(1) - 1 {
				err := w.safely(func() error {
					do(ctx, jobs[i])
					return nil
				})
				if err != nil {
					jobs[i].fail(w.desk.Label(jobs[i].in) + ": " + err.Error())
				}
				done <- struct{}{}
			}
		}()
	}
	for range jobs {
		select {
		case <-done:
			bar.step()
		case <-ctx.Done():
			w.writing.Lock()
			return false
		}
	}
	return true
}

// put writes a file to its place. Once ctx is done nothing is begun.
func (w *crew) put(ctx context.Context, j *job, data []byte) error {
	if j.out == stdout {
		if _, err := w.Stdout.Write(data); err != nil {
			return w.unwritten(w.words.Text("cli.write.stdout"), err)
		}
		return nil
	}
	w.writing.RLock()
	defer w.writing.RUnlock()
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if j.folder != "" {
		if err := os.MkdirAll(j.folder, 0o755); err != nil {
			return w.unwritten(j.folder, err)
		}
	}
	err := safefile.Write(j.out, 0o644, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
	if err != nil {
		return w.unwritten(j.out, err)
	}
	return nil
}
