// Package cli is the command line: what the arguments ask for, in which words
// the answer is given, and the exit status. It knows no window; main passes the
// functions that open or draw one.
package cli

import (
	"errors"
	"fmt"
	"image"
	"io"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"briefline/app/about"
	"briefline/app/crash"
	"briefline/app/desk"
	"briefline/app/i18n"
	"briefline/assets"
)

// The exit statuses.
const (
	StatusOK      = 0
	StatusFaults  = 1   // check found faults, find found nothing, or a file of several was left undone
	StatusFailed  = 2   // wrong use, or a file that could not be read or written
	StatusStopped = 130 // interrupted while printing, as shells count it
)

// language of the program's own words. More follow when there are more.
const language = "en"

// Env is what a run of the program works on.
type Env struct {
	Args           []string // without the program's name
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Program        about.Program // which program this is

	// Window opens the window and returns when it was closed.
	Window func(desk.Window) error
	// Snapshot draws the window's contents without a display.
	Snapshot func(desk.Picture) (image.Image, error)
}

// grammar is the command line as kong reads it; ${…} are catalog messages, see
// vars.
type grammar struct {
	Version  kong.VersionFlag `help:"${help_version}"`
	Window   windowCommand    `cmd:"" default:"withargs" help:"${help_window}"`
	Show     showCommand      `cmd:"" help:"${help_show}"`
	Check    checkCommand     `cmd:"" help:"${help_check}"`
	Draft    draftCommand     `cmd:"" help:"${help_draft}"`
	Print    printCommand     `cmd:"" help:"${help_print}"`
	Snapshot snapshotCommand  `cmd:"" help:"${help_snapshot}"`
	Annotate annotateCommand  `cmd:"" help:"${help_annotate}"`
	List     listCommand      `cmd:"" help:"${help_library_list}"`
	Find     findCommand      `cmd:"" help:"${help_library_find}"`
	Import   importCommand    `cmd:"" help:"${help_library_import}"`
	Export   exportCommand    `cmd:"" help:"${help_library_export}"`

	// For those who make packages.
	Completion completionCommand `cmd:"" hidden:"" help:"${help_completion}"`
	Man        manualCommand     `cmd:"" hidden:"" help:"${help_man}"`
}

// call is one run: the environment and the words to answer in.
type call struct {
	Env
	words *i18n.Catalog
	desk  *desk.Desk
}

// exit ends a run with a status and a message for standard error, both of which
// may be zero.
type exit struct {
	status  int
	message string
}

func (e *exit) Error() string { return e.message }

// Run does what env.Args ask for and returns the exit status: StatusOK,
// StatusFaults, StatusFailed or StatusStopped. What went wrong is told on env.Stderr.
func Run(env Env) int {
	words, err := i18n.Load(assets.I18n(), language)
	if err != nil {
		fmt.Fprintf(env.Stderr, "briefline: %v\n", err)
		return StatusFailed
	}
	c := &call{Env: env, words: words, desk: &desk.Desk{Words: words, Program: env.Program, Stdin: env.Stdin}}
	c.desk.Tell, c.desk.Guard = c.say, c.safely
	err = c.safely(c.run)
	if err == nil {
		return StatusOK
	}
	end := &exit{StatusFailed, err.Error()}
	errors.As(err, &end)
	if end.message != "" {
		c.say(end.message)
	}
	return end.status
}

// safely calls do. A panic becomes an exit that says where its report is.
func (c *call) safely(do func() error) error {
	err := crash.Try(do)
	var p *crash.Panic
	if !errors.As(err, &p) {
		return err
	}
	path := ""
	dir, err := crash.Dir()
	if err == nil {
		path, err = crash.Report(dir, c.Program.Version, p, time.Now())
	}
	if err != nil {
		return c.fail("cli.panic", "what", p.What)
	}
	return c.fail("cli.panicReported", "what", p.What, "file", path)
}

func (c *call) run() error {
	answered := false
	parser, err := kong.New(new(grammar),
		kong.Name("briefline"),
		kong.Description(c.words.Text("cli.help.description")),
		kong.Writers(c.Stdout, c.Stderr),
		kong.Exit(func(int) { answered = true }), // kong printed help or version
		kong.ConfigureHelp(kong.HelpOptions{NoExpandSubcommands: true, Compact: true, WrapUpperBound: textWidth}),
		kong.PostBuild(func(k *kong.Kong) error {
			k.Model.HelpFlag.Help = c.words.Text("cli.help.help")
			return nil
		}),
		c.vars(),
		kong.Bind(c),
	)
	if err != nil {
		return err
	}
	ctx, err := parser.Parse(c.Args)
	switch {
	case answered:
		return nil
	case err != nil:
		return c.fail("cli.usage", "reason", err.Error())
	}
	return ctx.Run()
}

// vars hands the catalog's help texts to kong: cli.help.file-or-stdin is
// ${help_file_or_stdin}.
func (c *call) vars() kong.Vars {
	vars := kong.Vars{"version": "briefline " + c.Program.String()}
	for _, id := range c.words.IDs() {
		if name, ok := strings.CutPrefix(id, "cli.help."); ok {
			vars["help_"+strings.ReplaceAll(name, "-", "_")] = c.words.Text(id)
		}
	}
	return vars
}

// fail returns an exit with StatusFailed and a message of the catalog.
func (c *call) fail(id string, kv ...any) error {
	return &exit{StatusFailed, c.words.Text(id, kv...)}
}

// say puts a message for the reader on standard error.
func (c *call) say(message string) {
	c.tell("briefline: " + message)
}

// tell puts a line on standard error.
func (c *call) tell(line string) {
	fmt.Fprintf(c.Stderr, "%s\n", printable(line))
}
