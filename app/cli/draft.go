package cli

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"

	"briefline/app/article"
	"briefline/app/briefing"
	"briefline/app/edtf"
	"briefline/app/extract"
	"briefline/app/fetch"
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
	m := &maker{call: c, options: extract.Options{Published: published}, private: d.Private}
	done := w.run(ctx, jobs, "cli.draft.progress", func(ctx context.Context, j *job) {
		b, err := m.draft(ctx, j.in)
		if err != nil {
			j.fail(err.Error())
			return
		}
		var out bytes.Buffer
		if err := b.Write(&out); err != nil {
			j.fail(c.words.Text("cli.draft.failed", "file", c.label(j.in), "reason", err.Error()))
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

// unfold puts in the place of each folder the files in it, and in those below,
// in the order of their names. Hidden ones and briefings are left out.
func (c *call) unfold(names []string) ([]string, error) {
	var out []string
	for _, name := range names {
		info, err := os.Stat(name)
		if name == stdin || isLink(name) || err != nil || !info.IsDir() {
			out = append(out, name)
			continue
		}
		err = filepath.WalkDir(name, func(path string, entry fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			hidden := strings.HasPrefix(entry.Name(), ".") && path != name
			switch {
			case entry.IsDir() && hidden:
				return fs.SkipDir
			case entry.Type().IsRegular() && !hidden && filepath.Ext(path) != ".briefing":
				out = append(out, path)
			}
			return nil
		})
		if err != nil {
			return nil, c.worded(name, err)
		}
		if len(out) == 0 && len(names) == 1 {
			return nil, c.fail("cli.draft.empty", "file", name)
		}
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
	case d.Output == "" && (files[0] == stdin || isLink(files[0])):
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
	if isLink(file) {
		base = strings.TrimRight(strings.TrimPrefix(strings.TrimPrefix(file, "https://"), "http://"), "/")
		base = filepath.Base(strings.NewReplacer("?", "-", "&", "-", "=", "-", ":", "-").Replace(base))
	}
	if ext := filepath.Ext(base); ext != base {
		base = strings.TrimSuffix(base, ext)
	}
	return base
}

// isLink reports whether a name is an address of the web.
func isLink(name string) bool {
	low := strings.ToLower(name)
	return strings.HasPrefix(low, "http://") || strings.HasPrefix(low, "https://")
}

// maker makes drafts, from files, pasted text and links.
type maker struct {
	*call
	options extract.Options
	private bool

	once sync.Once
	x    *extract.Extractor
	err  error
}

// draft reads the article called name, of a link the page, and drafts it. Errors
// are worded for the reader.
func (m *maker) draft(ctx context.Context, name string) (b *briefing.Briefing, err error) {
	err = m.safely(func() error {
		a, err := m.article(ctx, name)
		if err != nil {
			return m.unread(name, err)
		}
		b, err = m.make(ctx, a)
		return err
	})
	return b, err
}

// draftOrPaste drafts pasted text, or without any the article called name.
func (m *maker) draftOrPaste(ctx context.Context, name, text string) (*briefing.Briefing, error) {
	if text == "" {
		return m.draft(ctx, name)
	}
	return m.paste(ctx, text)
}

// redate gives a source of a briefing another publication date, in place.
func (m *maker) redate(b *briefing.Briefing, source string, published briefing.Dating) {
	if x, err := m.extractor(); err == nil {
		x.Redate(b, source, published)
	}
}

// paste drafts text that was pasted; a lone link is fetched.
func (m *maker) paste(ctx context.Context, text string) (*briefing.Briefing, error) {
	if link := strings.TrimSpace(text); isLink(link) && !strings.ContainsAny(link, " \n\t") {
		return m.draft(ctx, link)
	}
	var b *briefing.Briefing
	err := m.safely(func() error {
		a, err := article.Paste(ctx, text)
		if err != nil {
			return m.unread(m.words.Text("cli.draft.pasted"), err)
		}
		b, err = m.make(ctx, a)
		return err
	})
	return b, err
}

func (m *maker) make(ctx context.Context, a *article.Article) (*briefing.Briefing, error) {
	x, err := m.extractor()
	if err != nil {
		return nil, err
	}
	return x.Draft(ctx, a, m.options)
}

// extractor is made when it is first asked for: no other command pays for it.
func (m *maker) extractor() (*extract.Extractor, error) {
	m.once.Do(func() { m.x, m.err = extract.New(m.words) })
	return m.x, m.err
}

func (m *maker) article(ctx context.Context, name string) (*article.Article, error) {
	if isLink(name) {
		page, err := fetch.Get(ctx, name, fetch.Options{AllowPrivate: m.private})
		if err != nil {
			return nil, err
		}
		a, err := article.Read(ctx, page.Name, bytes.NewReader(page.Data))
		if err == nil && a.Address.Value == "" {
			a.Address = article.Field{Value: page.Address, Origin: "link"}
		}
		return a, err
	}
	if name == stdin {
		return article.Read(ctx, "", m.Stdin)
	}
	f, err := openRegular(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	a, err := article.Read(ctx, filepath.Base(name), f)
	if err == nil && a.Address.IsZero() { // the name alone: where a person keeps files is theirs
		a.Address = article.Field{Value: filepath.Base(name), Origin: "file name"}
	}
	return a, err
}

// unread turns an error of reading an article into an exit that says what is
// wrong and what to do.
func (m *maker) unread(name string, err error) error {
	var bad *article.Error
	var link *fetch.Error
	switch {
	case errors.Is(err, context.Canceled):
		return err
	case errors.As(err, &bad):
		return m.fail(bad.MessageID(), "file", m.label(name), "where", bad.Where)
	case errors.As(err, &link):
		return m.fail(link.MessageID(), "host", link.Host)
	}
	return m.worded(name, err)
}
