package cli

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"briefline/app/briefing"
	"briefline/app/library"
	"briefline/app/safefile"
	"briefline/assets"
)

// libraryFlag is the option that all commands on the library have.
type libraryFlag struct {
	Library string `placeholder:"PATH" help:"${help_library}"`
}

// importBatch is how many files share a transaction: what was imported before a
// kill stays.
const importBatch = 50

// with opens the library and calls do. Where reading is enough, a library that
// may not be written is read all the same, and its problem told.
func (f libraryFlag) with(c *call, writes bool, do func(context.Context, *library.Library) error) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	path := f.Library
	if path == "" {
		var err error
		if path, err = library.DefaultPath(); err != nil {
			return err
		}
	}
	l, err := library.Open(ctx, path, library.Options{Bundled: assets.Bishkek()})
	if err != nil && !writes {
		if reader, readErr := library.OpenReadOnly(ctx, path, library.Options{}); readErr == nil {
			c.say(c.words.Text("cli.library.read-only", "problem", c.words.Text("library.problem."+library.Problem(err), "file", path)))
			l, err = reader, nil
		}
	}
	if err != nil {
		return c.inLibrary(path, "", err)
	}
	err = do(ctx, l)
	if closeErr := l.Close(); err == nil {
		err = closeErr
	}
	return c.inLibrary(path, "", err)
}

// inLibrary turns an error of the library into an exit: what is wrong and what to
// do.
func (c *call) inLibrary(path, id string, err error) error {
	told := (*exit)(nil)
	name := library.Problem(err)
	switch {
	case err == nil || errors.As(err, &told):
		return err
	case errors.Is(err, context.Canceled):
		return &exit{status: StatusStopped}
	case name == library.ProblemMissing && id != "":
		return c.fail("cli.library.none", "id", id)
	}
	words := c.words.Text("library.problem."+name, "file", path) + " " + c.words.Text("library.cure."+name, "file", path)
	if name == library.ProblemOther {
		words += " (" + err.Error() + ")"
	}
	return &exit{StatusFailed, words}
}

type listCommand struct {
	libraryFlag
	State string `default:"any" enum:"any,draft,reviewed,trash" placeholder:"any|draft|reviewed|trash" help:"${help_library_state}"`
	Limit int    `placeholder:"N" help:"${help_library_limit}"`
}

// Run prints a line for each briefing: ID, state, date and title, parted by tabs.
func (k *listCommand) Run(c *call) error {
	return k.with(c, false, func(ctx context.Context, l *library.Library) error {
		entries, err := l.List(ctx, library.Filter{State: states[k.State], Limit: max(0, k.Limit)})
		if err != nil {
			return err
		}
		var out strings.Builder
		for _, e := range entries {
			state := c.words.Text("cli.text.draft")
			if e.Status == briefing.StatusReviewed {
				state = c.words.Text("cli.text.reviewed")
			}
			date := c.words.Text("cli.library.undated")
			if !e.Published.IsZero() {
				date = e.Published.String()
			}
			out.WriteString(row(e.ID, state, date, e.Title))
		}
		return c.write(out.String())
	})
}

var states = map[string]library.State{"any": library.StateAny, "draft": library.StateDraft, "reviewed": library.StateReviewed, "trash": library.StateTrash}

// row is a line of cells, without anything in them that would break it.
func row(cells ...string) string {
	for i, cell := range cells {
		cells[i] = printable(strings.Join(strings.Fields(cell), " "))
	}
	return strings.Join(cells, "\t") + "\n"
}

type findCommand struct {
	Words []string `arg:"" name:"words" help:"${help_library_words}"`
	libraryFlag
	State string `default:"any" enum:"any,draft,reviewed,trash" placeholder:"any|draft|reviewed|trash" help:"${help_library_state}"`
	Limit int    `placeholder:"N" help:"${help_library_limit}"`
}

// Run prints ID and title of what was found, and where in it the words stand.
func (k *findCommand) Run(c *call) error {
	return k.with(c, false, func(ctx context.Context, l *library.Library) error {
		words := make([]string, len(k.Words))
		for i, word := range k.Words {
			if words[i] = word; len(strings.Fields(word)) > 1 && !strings.ContainsAny(word, `"“”„«»`) && len(k.Words) > 1 {
				words[i] = `"` + word + `"` // the shell has taken the quotes away
			}
		}
		hits, err := l.Search(ctx, strings.Join(words, " "), library.Filter{State: states[k.State], Limit: max(0, k.Limit)})
		if err != nil {
			return err
		}
		var out strings.Builder
		for _, hit := range hits {
			out.WriteString(row(hit.ID, hit.Title))
			for _, m := range hit.Matches {
				out.WriteString("\t" + row(m.Text))
			}
		}
		if len(hits) == 0 {
			return &exit{status: StatusFaults}
		}
		return c.write(out.String())
	})
}

type importCommand struct {
	Files []string `arg:"" name:"file" help:"${help_library_files}"`
	libraryFlag
}

// Run imports the files, prints the IDs that they have now, and tells what is
// remarkable about them. It ends with StatusFaults when one could not be read.
func (k *importCommand) Run(c *call) error {
	return k.with(c, true, func(ctx context.Context, l *library.Library) error {
		done := 0
		for start := 0; start < len(k.Files); start += importBatch {
			var files []library.File
			for _, name := range k.Files[start:min(start+importBatch, len(k.Files))] {
				data, err := c.desk.Bytes(name)
				if err != nil {
					c.say(c.desk.Worded(name, err).Error())
					continue
				}
				files = append(files, library.File{Name: name, Data: data})
			}
			imported, err := l.Import(ctx, files...)
			if err != nil {
				return err
			}
			for _, in := range imported {
				if in.Err != nil {
					c.say(c.desk.Worded(in.Name, in.Err).Error())
					continue
				}
				done++
				if err := k.tell(ctx, c, l, in); err != nil {
					return err
				}
			}
		}
		if done < len(k.Files) {
			return &exit{StatusFaults, c.words.Text("cli.library.some", "done", done, "n", len(k.Files))}
		}
		return nil
	})
}

func (k *importCommand) tell(ctx context.Context, c *call, l *library.Library, in library.Imported) error {
	file := c.desk.Label(in.Name)
	if in.Mended.Path != "" {
		c.desk.TellMended(in.Name, []briefing.Fault{in.Mended})
	}
	switch {
	case in.Known:
		e, err := l.Entry(ctx, in.ID)
		if err != nil {
			return err
		}
		if e.Revision != in.Revision {
			c.say(c.words.Text("cli.library.older", "file", file, "id", in.ID))
		} else {
			c.say(c.words.Text("cli.library.known", "file", file, "id", in.ID))
		}
	case in.Beside != "":
		c.say(c.words.Text("cli.library.beside", "file", file, "other", in.Beside))
	}
	return c.write(row(in.ID))
}

type exportCommand struct {
	IDs []string `arg:"" name:"id" help:"${help_library_ids}"`
	libraryFlag
	As     string `default:"briefing" enum:"briefing,md,html,csv,ics" placeholder:"briefing|md|html|csv|ics" help:"${help_export_as}"`
	Output string `short:"o" placeholder:"FILE|DIR" help:"${help_library_output}"`
	Force  bool   `help:"${help_library_force}"`
}

// Run writes the briefings, each whole or not at all. It ends with StatusFaults
// when one of several failed, and the others are written.
func (k *exportCommand) Run(c *call) error {
	info, statErr := os.Stat(k.Output)
	folder := statErr == nil && info.IsDir()
	switch {
	case len(k.IDs) > 1 && k.Output == "":
		return c.fail("cli.library.folder")
	case len(k.IDs) > 1 && !folder:
		return c.fail("cli.library.no-folder", "file", k.Output)
	}
	return k.with(c, false, func(ctx context.Context, l *library.Library) error {
		done := 0
		for _, id := range k.IDs {
			err := k.one(ctx, c, l, id, folder)
			if err == nil {
				done++
				continue
			}
			if err = c.inLibrary(l.Path(), id, err); len(k.IDs) == 1 {
				return err
			}
			c.say(err.Error())
		}
		if done < len(k.IDs) {
			return &exit{StatusFaults, c.words.Text("cli.library.exported", "done", done, "n", len(k.IDs))}
		}
		return nil
	})
}

func (k *exportCommand) one(ctx context.Context, c *call, l *library.Library, id string, folder bool) error {
	if k.As != "briefing" {
		b, _, err := l.Briefing(ctx, id)
		if err != nil {
			return err
		}
		return c.export(c.as(id, b, k.As), k.Output, id, k.Force)
	}
	if k.Output == "" || k.Output == stdin {
		data, err := l.Export(ctx, id)
		if err != nil {
			return err
		}
		return c.write(string(data))
	}
	path := k.Output
	if folder {
		path = filepath.Join(k.Output, safefile.Name(id, "briefing", ".briefing"))
		if _, err := os.Stat(path); err == nil && !k.Force {
			return c.fail("cli.library.exists", "file", path)
		}
	}
	if _, err := l.Entry(ctx, id); err != nil {
		return err
	}
	err := l.ExportFile(ctx, id, path)
	var file *fs.PathError
	var link *os.LinkError
	if errors.As(err, &file) || errors.As(err, &link) {
		return c.unwritten(path, err)
	}
	return err
}
