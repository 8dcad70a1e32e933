package cli

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"

	"briefline/app/briefing"
	"briefline/app/desk"
	"briefline/app/safefile"
)

// written is a file to write, with all that it will hold.
type written struct {
	path    string
	content []byte
	chosen  bool // the program made up its name
}

// export writes the files of a form: one to standard output where output is empty
// or "-", else to output, which is a folder or the name of the file; several take
// the name as the beginning of theirs. In a folder they are called by stem. All
// are made before the first is written. No file whose name the program made up
// replaces another, unless by force.
func (c *call) export(files []desk.Exported, output, stem string, force bool) error {
	var all []written
	for _, f := range files {
		var content bytes.Buffer
		if err := f.Write(&content); err != nil {
			return err
		}
		path, chosen := exportPath(output, stem, f.Ending, len(files) > 1)
		all = append(all, written{path, content.Bytes(), chosen})
	}
	if output == "" || output == stdout {
		if len(all) > 1 {
			return c.fail("cli.export.output")
		}
		return c.write(string(all[0].content))
	}
	for _, f := range all {
		if _, err := os.Lstat(f.path); err == nil && f.chosen && !force {
			return c.fail("cli.library.exists", "file", f.path)
		}
	}
	for _, f := range all {
		err := safefile.Write(f.path, 0o644, func(w io.Writer) error {
			_, err := w.Write(f.content)
			return err
		})
		if err != nil {
			return c.unwritten(f.path, err)
		}
	}
	return nil
}

// exportPath is where a file goes, and whether that is no name that the user said.
func exportPath(output, stem, ending string, several bool) (path string, chosen bool) {
	if info, err := os.Stat(output); err == nil && info.IsDir() {
		return filepath.Join(output, safefile.Name(stem, "briefing", ending)), true
	}
	if several {
		return strings.TrimSuffix(output, filepath.Ext(ending)) + ending, true
	}
	return output, false
}

// as returns the files of a briefing in a form.
func (c *call) as(name string, b *briefing.Briefing, form string) []desk.Exported {
	if form != "text" {
		return c.desk.Export(name, b, form)
	}
	return []desk.Exported{{Ending: ".txt", Write: func(w io.Writer) error {
		_, err := io.WriteString(w, c.text(b))
		return err
	}}}
}
