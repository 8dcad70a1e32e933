package cli

import (
	"fmt"
	"strings"

	"github.com/alecthomas/kong"
)

type manualCommand struct{}

// Run prints the manual page: briefline(1), in the form of man(7).
func (m *manualCommand) Run(c *call, ctx *kong.Context) error {
	return c.write(c.manual(ctx.Model))
}

func (c *call) manual(model *kong.Application) string {
	commands, top := subcommands(model)
	var b strings.Builder
	section := func(id string) { fmt.Fprintf(&b, ".SH %s\n", roff(strings.ToUpper(c.words.Text(id)))) }
	para := func(id string) { fmt.Fprintf(&b, "%s\n", roff(c.words.Text(id))) }

	fmt.Fprintf(&b, ".TH BRIEFLINE 1 \"\" \"Briefline %s\"\n", roff(c.Program.Version))
	section("cli.man.name")
	fmt.Fprintf(&b, "briefline \\- %s\n", roff(c.words.Text("cli.man.what")))
	section("cli.man.synopsis")
	for i, s := range commands {
		if i > 0 {
			b.WriteString(".br\n")
		}
		fmt.Fprintf(&b, ".B briefline%s\n", synopsis(s))
	}
	section("cli.man.description")
	para("cli.help.description")
	section("cli.man.commands")
	for _, s := range commands {
		fmt.Fprintf(&b, ".SS %s\n%s\n", roff(strings.TrimSpace(s.name+" "+s.arguments)), roff(s.help))
		writeOptions(&b, s.options)
	}
	section("cli.man.options")
	writeOptions(&b, top)
	section("cli.man.status")
	for status, id := range []string{"cli.man.status.ok", "cli.man.status.faults", "cli.man.status.failed"} {
		fmt.Fprintf(&b, ".TP\n.B %d\n%s\n", status, roff(c.words.Text(id)))
	}
	section("cli.man.files")
	fmt.Fprintf(&b, ".TP\n.I *.briefing\n%s\n", roff(c.words.Text("cli.man.files.briefing")))
	fmt.Fprintf(&b, ".TP\n.I $XDG_CONFIG_HOME/briefline/settings.json\n%s\n", roff(c.words.Text("cli.man.files.settings")))
	return b.String()
}

// synopsis returns what follows the program's name, with the command's name
// left out for the one that needs none.
func synopsis(s subcommand) string {
	words := s.name
	if s.name == "window" {
		words = ""
	}
	if len(s.options) > 0 {
		words += " [OPTION]..."
	}
	words = strings.TrimSpace(words + " " + s.arguments)
	if words == "" {
		return ""
	}
	return " " + roff(words)
}

func writeOptions(b *strings.Builder, options []option) {
	for _, o := range options {
		names := o.spellings()
		for i := range names {
			names[i] = "\\fB" + roff(names[i]) + "\\fR"
		}
		if o.value != "" {
			names[len(names)-1] += "=\\fI" + roff(o.value) + "\\fR"
		}
		fmt.Fprintf(b, ".TP\n%s\n%s\n", strings.Join(names, ", "), roff(o.help))
	}
}

// roff keeps the words of a line from being read as requests and escapes.
func roff(words string) string {
	words = strings.NewReplacer(`\`, `\e`, "-", `\-`, "\n", " ", "…", `\[u2026]`, "’", `\(cq`, "“", `\(lq`, "”", `\(rq`).Replace(words)
	if strings.HasPrefix(words, ".") || strings.HasPrefix(words, "'") {
		words = `\&` + words
	}
	return words
}
