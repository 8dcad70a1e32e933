package cli

import (
	"bytes"
	"context"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"briefline/app/desk"
	"briefline/app/edtf"
	"briefline/app/extract"
	"briefline/app/safefile"
)

type draftCommand struct {
	Files     []string `arg:"" name:"file" help:"${help_draft_files}"`
	Output    string   `short:"o" placeholder:"BRIEFING|DIR" help:"${help_draft_output}"`
	Published string   `placeholder:"DATE" help:"${help_draft_published}"`
	Private   bool     `hidden:""` // a link may lead to an address of the local network
}

// Run makes a draft briefing of each article, whole or not at all. It ends with
// StatusFaults when one of several failed, and the others are drafted.
func (d *draftCommand) Run(c *call) error {
	var published edtf.Date
	if d.Published != "" {
		var err error
		if published, err = edtf.Parse(d.Published); err != nil || published.Kind() != edtf.KindDate {
			return c.fail("cli.draft.published", "date", d.Published)
		}
	}
	files, err := c.unfold(d.Files)
	if err != nil {
		return err
	}
	jobs, err := d.jobs(c, files)
	if err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	w := &crew{call: c}
	c.desk.Options, c.desk.Private = extract.Options{Published: published}, d.Private
	done := w.run(ctx, jobs, "cli.draft.progress", func(ctx context.Context, j *job) {
		b, err := c.desk.Draft(ctx, j.in)
		if err != nil {
			j.fail(err.Error())
			return
		}
		var out bytes.Buffer
		if err := b.Write(&out); err != nil {
			j.fail(c.words.Text("cli.draft.failed", "file", c.desk.Label(j.in), "reason", err.Error()))
			return
		}
		// A briefing that is there may hold a day's corrections.
		if _, err := os.Lstat(j.out); j.chosen && err == nil {
			j.fail(c.words.Text("cli.draft.there", "file", j.out))
			return
		}
		if err := w.put(ctx, j, out.Bytes()); err != nil {
			j.fail(err.Error())
		}
	})
	if !done {
		return &exit{StatusStopped, c.words.Text("cli.draft.stopped")}
	}
	return c.report(jobs, "cli.draft.some")
}

// unfold puts in the place of each folder the articles in it.
func (c *call) unfold(names []string) ([]string, error) {
	var out []string
	for _, name := range names {
		files, err := desk.Unfold([]string{name}, desk.IsBriefing)
		if err != nil {
			return nil, c.desk.Worded(name, err)
		}
		if len(files) == 0 && len(names) == 1 {
			return nil, c.fail("cli.draft.empty", "file", name)
		}
		out = append(out, files...)
	}
	return out, nil
}

// jobs says which draft goes where. Nothing is read or written by then.
func (d *draftCommand) jobs(c *call, files []string) ([]*job, error) {
	if first := slices.Index(files, stdin); first >= 0 && slices.Contains(files[first+1:], stdin) {
		return nil, c.fail("cli.print.stdin-twice")
	}
	info, err := os.Stat(filepath.Clean(d.Output))
	isFolder := d.Output != "" && err == nil && info.IsDir()
	asFolder := d.Output != "" && (isFolder || os.IsPathSeparator(d.Output[len(d.Output)-1]))
	folders := len(files) > 1 || len(d.Files) == 1 && len(files) == 1 && files[0] != d.Files[0]
	switch {
	case d.Output == stdout && len(files) > 1:
		return nil, c.fail("cli.draft.one")
	case d.Output == "" && folders:
		return nil, c.fail("cli.draft.folder")
	case d.Output == "" && (files[0] == stdin || desk.IsLink(files[0])):
		return nil, c.fail("cli.draft.where")
	case d.Output == "":
		return []*job{{in: files[0], out: filepath.Join(filepath.Dir(files[0]), safefile.Name(bare(files[0]), "briefing", ".briefing")), chosen: true}}, nil
	case d.Output != stdout && (folders || asFolder):
		if err == nil && !isFolder {
			return nil, c.fail("cli.print.no-folder", "file", d.Output)
		}
		return inFolder(d.Output, files, bare, ".briefing"), nil
	}
	if sameFile(files[0], d.Output) {
		return nil, c.fail("cli.draft.same", "file", d.Output)
	}
	return []*job{{in: files[0], out: d.Output}}, nil
}

// bare is the name of an article's file without folder and ending.
func bare(file string) string {
	if file == stdin {
		return "article"
	}
	base := filepath.Base(file)
	if desk.IsLink(file) {
		base = strings.TrimRight(strings.TrimPrefix(strings.TrimPrefix(file, "https://"), "http://"), "/")
		base = filepath.Base(strings.NewReplacer("?", "-", "&", "-", "=", "-", ":", "-").Replace(base))
	}
	if ext := filepath.Ext(base); ext != base {
		base = strings.TrimSuffix(base, ext)
	}
	return base
}
