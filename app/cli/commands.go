package cli

import (
	"errors"
	"fmt"
	"image/png"
	"io"
	"os"
	"regexp"
	"strconv"

	"briefline/app/briefing"
	"briefline/app/desk"
	"briefline/app/library"
	"briefline/app/safefile"
	"briefline/assets"
)

type windowCommand struct {
	File    string `arg:"" optional:"" help:"${help_file}"`
	Library string `placeholder:"PATH" help:"${help_library}"`
}

// Run opens the window. What is no readable file never gets one.
func (w *windowCommand) Run(c *call) error {
	w.File = localPath(w.File)
	if w.File != "" && w.File != stdin {
		if err := desk.Regular(w.File); err != nil {
			return c.desk.Worded(w.File, err)
		}
	}
	options := desk.Window{
		Program: c.Program, File: w.File, Bytes: c.desk.FormAt, Draft: c.desk.DraftOrPaste, Redate: c.desk.Redate,
		Library: w.Library, Bundled: assets.Bishkek(),
	}
	if w.File == stdin {
		options.File = ""
		options.Start = func() ([]byte, error) { return c.desk.Form(stdin) }
	}
	if options.Library == "" {
		path, err := library.DefaultPath()
		if err != nil {
			c.say(err.Error()) // the window opens all the same, and keeps nothing
		}
		options.Library = path
	}
	err := c.Window(options)
	if told, worded := (*exit)(nil), (*desk.Error)(nil); err == nil || errors.As(err, &told) || errors.As(err, &worded) {
		return err
	}
	return c.fail("cli.window.failed", "reason", err.Error())
}

type showCommand struct {
	File   string `arg:"" optional:"" help:"${help_file_or_stdin}"`
	As     string `default:"text" enum:"text,md,html,csv,ics" placeholder:"text|md|html|csv|ics" help:"${help_show_as}"`
	Output string `short:"o" placeholder:"FILE|DIR" help:"${help_show_output}"`
	Force  bool   `help:"${help_library_force}"`
}

// Run prints the briefing as plain text, or writes it in another form.
func (s *showCommand) Run(c *call) error {
	if s.Output != "" && sameFile(s.File, s.Output) {
		return c.fail("cli.export.same", "file", s.Output)
	}
	b, err := c.desk.Read(s.File)
	if err != nil {
		return err
	}
	return c.export(c.as(s.File, b, s.As), s.Output, stem(s.File), s.Force)
}

type checkCommand struct {
	Files   []string `arg:"" optional:"" name:"file" help:"${help_files}"`
	Library bool     `help:"${help_check_library}"`
}

// Run prints every fault of every file, a line each; with Library of every library,
// without a name of the usual one.
func (k *checkCommand) Run(c *call) error {
	check := c.check
	if k.Library {
		check = c.checkLibrary
	}
	switch {
	case len(k.Files) == 0 && !k.Library:
		return c.fail("cli.check.none")
	case len(k.Files) == 0:
		path, err := library.DefaultPath()
		if err != nil {
			return err
		}
		k.Files = []string{path}
	}
	status := StatusOK
	for _, name := range k.Files {
		fileStatus, err := check(name)
		if err != nil {
			return err
		}
		status = max(status, fileStatus)
	}
	if status != StatusOK {
		return &exit{status: status}
	}
	return nil
}

// check prints the faults of one file. The error is one of writing them.
func (c *call) check(name string) (status int, err error) {
	b, err := c.desk.Parse(name)
	var broken *briefing.FileError
	if errors.As(err, &broken) {
		return StatusFaults, c.write(printable(c.desk.Place(name, broken)) + "\n")
	}
	if err != nil {
		c.say(c.desk.Worded(name, err).Error())
		return StatusFailed, nil
	}
	if b.ReadOnly() {
		c.say(c.words.Text("cli.check.newer", "file", c.desk.Label(name), "version", strconv.Itoa(b.Version)))
	}
	faults := b.Validate()
	if len(faults) == 0 {
		return StatusOK, c.write(printable(c.words.Text("cli.check.sound", "file", c.desk.Label(name))) + "\n")
	}
	for _, fault := range faults {
		if err := c.write(printable(fmt.Sprintf("%s: %s: %s", c.desk.Label(name), fault.Path, fault.Reason)) + "\n"); err != nil {
			return StatusFaults, err
		}
	}
	return StatusFaults, nil
}

type snapshotCommand struct {
	File   string  `arg:"" optional:"" help:"${help_file_or_stdin}"`
	Output string  `short:"o" required:"" placeholder:"PNG" help:"${help_output}"`
	Size   string  `default:"1360x860" placeholder:"WxH" help:"${help_size}"`
	Theme  string  `default:"light" enum:"light,dark" placeholder:"light|dark" help:"${help_theme}"`
	Scale  float32 `default:"1" placeholder:"N" help:"${help_scale}"`
	Select string  `placeholder:"ID" help:"${help_select}"`
}

// The sizes a picture may have, in points and in pixels all told.
const (
	minSide, maxSide   = 320, 16384
	minScale, maxScale = 0.5, 8
	maxPixels          = 100_000_000
)

// Run writes the picture, whole or not at all.
func (s *snapshotCommand) Run(c *call) error {
	width, height, ok := parseSize(s.Size)
	if !ok {
		return c.fail("cli.snapshot.size", "size", s.Size, "min", strconv.Itoa(minSide), "max", strconv.Itoa(maxSide))
	}
	if !(s.Scale >= minScale && s.Scale <= maxScale) {
		return c.fail("cli.snapshot.scale", "min", strconv.FormatFloat(minScale, 'g', -1, 64), "max", strconv.Itoa(maxScale))
	}
	if float64(width)*float64(height)*float64(s.Scale)*float64(s.Scale) > maxPixels {
		return c.fail("cli.snapshot.pixels", "max", maxPixels)
	}
	if sameFile(s.File, s.Output) {
		return c.fail("cli.snapshot.same", "file", s.Output)
	}
	b, err := c.desk.Read(s.File)
	if err != nil {
		return err
	}
	if s.Select != "" && !holds(b, s.Select) {
		return c.fail("cli.snapshot.select", "id", s.Select, "file", c.desk.Label(s.File))
	}
	picture, err := c.Snapshot(desk.Picture{
		Briefing: b, Width: width, Height: height, Scale: s.Scale, Dark: s.Theme == "dark", Select: s.Select,
	})
	if err != nil {
		return c.fail("cli.snapshot.failed", "reason", err.Error())
	}
	err = safefile.Write(s.Output, 0o644, func(w io.Writer) error { return png.Encode(w, picture) })
	if err != nil {
		return c.unwritten(s.Output, err)
	}
	return nil
}

var sizeForm = regexp.MustCompile(`^([0-9]{1,5})[xX×]([0-9]{1,5})$`)

// parseSize reads "1360x860".
func parseSize(s string) (width, height int, ok bool) {
	m := sizeForm.FindStringSubmatch(s)
	if m == nil {
		return 0, 0, false
	}
	width, _ = strconv.Atoi(m[1]) // five digits at most
	height, _ = strconv.Atoi(m[2])
	return width, height, min(width, height) >= minSide && max(width, height) <= maxSide
}

// sameFile keeps a picture from being written over its briefing.
func sameFile(a, b string) bool {
	if a == "" || a == stdin {
		return false
	}
	infoA, errA := os.Stat(a)
	infoB, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(infoA, infoB)
}

// holds reports whether the briefing has an item with the ID, or a sentence that
// is called so.
func holds(b *briefing.Briefing, id string) bool {
	if b.EventByID(id) != nil || b.ParticipantByID(id) != nil || b.StatementByID(id) != nil {
		return true
	}
	for i, source := range b.Sources {
		for j := range source.Sentences {
			if b.RefName(briefing.Ref{Source: i, Sentence: j}) == id {
				return true
			}
		}
	}
	for _, line := range append([]briefing.Line{b.Title, b.BottomLine}, b.KeyPoints...) {
		if line.ID == id {
			return true
		}
	}
	for _, check := range b.Checks {
		if check.ID == id {
			return true
		}
	}
	return false
}
