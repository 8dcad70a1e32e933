package cli

import (
	"fmt"
	"io"
	"os"
	"strings"
)

// bar shows how far a run has come, on one line of a terminal.
type bar struct {
	w       io.Writer // nil: shows nothing
	text    func(done int) string
	done, n int
	width   int // columns that stand on the line
}

const barWidth = 30

// newBar draws an empty bar for n steps, worded by a message; there is none for
// one step, or where standard error is no terminal.
func (c *call) newBar(n int, progress string) *bar {
	b := &bar{n: n, text: func(done int) string { return c.words.Text(progress, "done", done, "n", n) }}
	if n > 1 && terminal(c.Stderr) {
		b.w = c.Stderr
	}
	b.draw()
	return b
}

func (b *bar) step() {
	b.done++
	b.draw()
}

func (b *bar) draw() {
	if b.w == nil {
		return
	}
	full := barWidth * b.done / b.n
	line := "[" + strings.Repeat("#", full) + strings.Repeat(".", barWidth-full) + "] " + b.text(b.done)
	b.width = max(b.width, columns(line))
	fmt.Fprint(b.w, "\r"+line)
}

// clear leaves the line empty, by spaces: not every console knows a sequence
// for it.
func (b *bar) clear() {
	if b.w != nil {
		fmt.Fprint(b.w, "\r"+strings.Repeat(" ", b.width)+"\r")
	}
}

// terminal reports whether what is written to w is read off a screen.
func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	if err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull) // a character device too
	return err != nil || !os.SameFile(info, null)
}
