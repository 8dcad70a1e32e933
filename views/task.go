package views

import (
	"context"
	"errors"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	"briefline/app/briefing"
	"briefline/views/kit"
)

// task is slow work that the person waits for: its strip shows how far it has
// come and lets it be cancelled. One task runs at a time.
type task struct {
	f *Frame
	*kit.Box
	text    *kit.Label
	percent *kit.Fill
	rest    *kit.Fill
	stop    *kit.Button

	cancel context.CancelFunc // nil while nothing runs
	share  float32            // of the work that is done, 0 to 1
}

const taskHeight = 44

func newTask(f *Frame) *task {
	t := &task{f: f, text: kit.NewLabel("", kit.Body, kit.RoleInk)}
	back := kit.NewFrame(kit.RoleSurface, kit.RoleLine, 6)
	t.rest = kit.NewFrame(kit.RoleLine, kit.RoleNone, 3)
	t.percent = kit.NewFrame(kit.RoleAccent, kit.RoleNone, 3)
	t.stop = kit.NewButton(f.words.Text("task.cancel"), t.end)
	t.stop.Small = true
	t.Box = kit.NewBox(func(width float32, place bool) float32 {
		if !place {
			return taskHeight
		}
		const pad, bar = 14, 160
		b, n := t.stop.Natural(), t.text.Natural()
		kit.Put(back, 0, 0, width, taskHeight)
		kit.Put(t.stop, width-pad-b.Width, (taskHeight-b.Height)/2, b.Width, b.Height)
		x := width - 2*pad - b.Width - bar
		kit.Put(t.rest, x, taskHeight/2-3, bar, 6)
		kit.Put(t.percent, x, taskHeight/2-3, max(6, bar*t.share), 6)
		kit.Put(t.text, pad, (taskHeight-n.Height)/2, max(1, min(n.Width, x-2*pad)), n.Height)
		return taskHeight
	}, back, t.rest, t.percent, t.text, t.stop)
	t.Hide()
	return t
}

// begin shows the strip and returns the context of the work; a task that runs is
// cancelled.
func (t *task) begin(words string) context.Context {
	t.end()
	ctx, cancel := context.WithCancel(context.Background())
	t.cancel = cancel
	t.share = 0
	t.say(words, 0)
	t.Show()
	t.f.taskChanged()
	return ctx
}

// say tells how far the work has come.
func (t *task) say(words string, share float32) {
	t.share = min(max(share, 0), 1)
	t.text.SetPieces(kit.Plain(words, kit.Body, kit.RoleInk)...)
	t.Arrange()
	t.f.canvas.Refresh(t.Box)
}

// end cancels the work that runs, if any, and hides the strip.
func (t *task) end() {
	if t.cancel == nil {
		return
	}
	t.cancel()
	t.cancel = nil
	t.Hide()
	t.f.taskChanged()
}

// running reports whether there is work to cancel.
func (t *task) running() bool { return t.cancel != nil }

// article is what a draft is made of: a file or a link by its name, or text that
// was pasted.
type article struct {
	name string
	text string // pasted; empty for a file or a link
}

// label is what the person knows the article by.
func (a article) label() string {
	if a.text != "" || strings.Contains(a.name, "://") {
		return a.name
	}
	return filepath.Base(a.name)
}

// drafted is what came of one article.
type drafted struct {
	article
	b   *briefing.Briefing
	err error
}

// draft makes a draft of each article, several at a time, and shows the first.
// What failed is told at the end and takes nothing from the others; what is done
// when the person cancels is kept.
func (f *Frame) draft(articles ...article) {
	if f.make == nil || len(articles) == 0 {
		return
	}
	n := len(articles)
	words := f.words.Text("task.drafting", "file", articles[0].label())
	if n > 1 {
		words = f.words.Text("task.draftingMany", "done", 0, "n", n)
	}
	ctx := f.task.begin(words)
	results := make([]drafted, n)
	f.spawn(func() {
		done := 0
		for range f.draftAll(ctx, articles, results) {
			done++
			now := done
			if n > 1 {
				f.later(func() {
					if ctx.Err() == nil {
						f.task.say(f.words.Text("task.draftingMany", "done", now, "n", n), float32(now)/float32(n))
					}
				})
			}
		}
		f.later(func() {
			stopped := ctx.Err() != nil
			if !stopped {
				f.task.end()
			}
			f.drafts(results, stopped)
		})
	})
}

// draftAll drafts articles side by side, as many at a time as there are
// processors, into results. The channel tells the index of each that is done, and
// closes after the last, or soon after ctx is done.
func (f *Frame) draftAll(ctx context.Context, articles []article, results []drafted) <-chan int {
	told := make(chan int)
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(len(articles), max(1, runtime.GOMAXPROCS(0))) {
		group.Go(func() {
			for i := int(next.Add(1) - 1); i < len(articles) && ctx.Err() == nil; i = int(next.Add(1) - 1) {
				b, err := f.make(ctx, articles[i])
				results[i] = drafted{articles[i], b, err}
				told <- i
			}
		})
	}
	go func() {
		group.Wait()
		close(told)
	}()
	return told
}

// drafts takes over what was drafted.
func (f *Frame) drafts(results []drafted, stopped bool) {
	var made []*briefing.Briefing
	var failed []drafted
	for _, r := range results {
		switch {
		case r.b != nil:
			made = append(made, r.b)
		case r.err != nil && !errors.Is(r.err, context.Canceled):
			failed = append(failed, r)
		}
	}
	if len(made) > 0 {
		f.typedNew("") // it is in the library from here on
		f.notice.Hide()
		f.work.keep(made)
	}
	switch {
	case len(failed) == 1 && len(results) == 1:
		f.Say(failed[0].err.Error())
	case len(failed) > 0:
		f.Say(f.failures(len(made), failed))
	case stopped && len(results) > 1:
		f.Say(f.words.Text("task.stopped", "done", len(made), "n", len(results)))
	}
}

// mostFailures is how many failures a notice tells one by one.
const mostFailures = 6

func (f *Frame) failures(made int, failed []drafted) string {
	lines := []string{f.words.Text("task.failures", "done", made, "n", made+len(failed))}
	for _, r := range failed[:min(len(failed), mostFailures)] {
		lines = append(lines, r.err.Error())
	}
	if more := len(failed) - mostFailures; more > 0 {
		lines = append(lines, f.words.Text("task.moreFailures", "n", more))
	}
	return strings.Join(lines, "\n")
}
