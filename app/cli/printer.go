package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"strconv"
	"time"

	"briefline/app/briefing"
	"briefline/app/desk"
	"briefline/app/sheet"
	"briefline/app/typeset"
)

// printer prints briefings side by side.
type printer struct {
	crew
	fonts   *typeset.Fonts
	options sheet.Options
	epoch   time.Time // for a briefing without a time; may be zero
	attach  bool
}

// memoryEach is what one briefing of 200 pages needs, in bytes. Above it the
// garbage collector runs more often; without a limit it lets the heap grow to
// twice what is in use.
const memoryEach = 74 << 20

// run prints the jobs and returns false when ctx was done first.
func (p *printer) run(ctx context.Context, jobs []*job) bool {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(int64(workers(jobs)) * memoryEach)
	}
	return p.crew.run(ctx, jobs, "cli.print.progress", p.print)
}

// print makes one PDF and puts it where it belongs. What went wrong, and what
// the reader should know, is kept in the job: files are printed side by side, and
// told of in their order.
func (p *printer) print(ctx context.Context, j *job) {
	data, err := p.desk.Bytes(j.in)
	var b *briefing.Briefing
	var mended []briefing.Fault
	if err == nil {
		b, err = briefing.Parse(bytes.NewReader(data))
	}
	if err != nil {
		j.fail(p.desk.Worded(j.in, err).Error())
		return
	}
	// Faults are listed as they stand in the file, and then nothing is printed.
	if len(b.Validate()) == 0 {
		mended = b.Mend()
	}
	if len(mended) > 0 {
		j.note(p.words.Text("read.mended", "file", p.desk.Label(j.in), "n", len(mended), "fault", mended[0].String()))
	}
	if !b.ReadOnly() {
		data = nil // a long one is not held twice
	} else {
		j.note(p.words.Text("cli.print.newer", "file", p.desk.Label(j.in), "version", strconv.Itoa(b.Version)))
	}
	o := p.options
	if o.Created.IsZero() && b.Modified.IsZero() {
		o.Created = p.epoch
	}
	doc, err := sheet.Lay(b, p.words, p.fonts, o)
	var faulty *sheet.FaultsError
	switch {
	case errors.As(err, &faulty):
		j.fail(p.words.Text("cli.print.faults", "file", p.desk.Label(j.in), "n", len(faulty.Faults)))
		for _, fault := range faulty.Faults {
			j.say = append(j.say, p.desk.Label(j.in)+": "+fault.String())
		}
		return
	case err != nil:
		j.fail(p.words.Text("cli.print.failed", "file", p.desk.Label(j.in), "reason", err.Error()))
		return
	}
	if len(doc.Missing) > 0 {
		j.note(p.missing(j.in, doc.Missing))
	}
	var out bytes.Buffer
	attach := desk.Attach{Form: data}
	if p.attach {
		attach.Briefing = b
	}
	if err := p.desk.WritePDF(&out, doc, attach); err != nil {
		j.fail(p.words.Text("cli.print.failed", "file", p.desk.Label(j.in), "reason", err.Error()))
		return
	}
	switch {
	case j.chosen && foreign(j.out):
		j.fail(p.words.Text("cli.print.foreign", "file", j.out))
	default:
		if err := p.put(ctx, j, out.Bytes()); err != nil {
			j.fail(err.Error())
		}
	}
}

// mostMissing is how many characters a warning names.
const mostMissing = 12

// missing names characters that no font has.
func (p *printer) missing(name string, chars []rune) string {
	var named []string
	for _, r := range chars[:min(len(chars), mostMissing)] {
		named = append(named, p.words.Text("cli.print.character", "character", string(r), "code", fmt.Sprintf("U+%04X", r)))
	}
	if more := len(chars) - len(named); more > 0 {
		named = append(named, p.words.Text("cli.print.more", "n", more))
	}
	return p.words.Text("cli.print.missing", "file", p.desk.Label(name), "n", len(chars), "characters", p.words.List(named))
}
