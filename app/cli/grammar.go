package cli

import (
	"slices"
	"strings"

	"github.com/alecthomas/kong"
)

// subcommand is one command of the grammar as completions and the manual show
// it.
type subcommand struct {
	name, help string
	arguments  string // such as "[FILE]"; empty when it takes none
	choices    []string
	files      bool // its arguments are files
	options    []option
}

// option is one flag.
type option struct {
	short   string // without its dash; may be empty
	long    string // without its dashes
	no      bool   // --no-LONG exists too
	help    string
	value   string   // what it takes, such as "WxH"; empty when it takes nothing
	choices []string // the values that it takes; nil when they cannot be listed
	file    bool     // it takes a file
}

// subcommands returns the commands that are not hidden, in order, and the
// options that stand without a command.
func subcommands(model *kong.Application) (commands []subcommand, top []option) {
	top = options(model.Flags)
	for _, node := range model.Children {
		if node.Hidden {
			continue
		}
		s := subcommand{name: node.Name, help: node.Help, options: options(node.Flags)}
		for _, p := range node.Positional {
			word := strings.ToUpper(p.Name)
			if p.IsCumulative() {
				word += "..."
			}
			if !p.Required {
				word = "[" + word + "]"
			}
			s.arguments = strings.TrimSpace(s.arguments + " " + word)
			if p.Enum != "" {
				s.choices = p.EnumSlice()
			}
			s.files = s.files || strings.HasPrefix(p.Name, "file")
		}
		commands = append(commands, s)
	}
	return commands, top
}

func options(flags []*kong.Flag) (out []option) {
	for _, f := range flags {
		if f.Hidden {
			continue
		}
		o := option{long: f.Name, help: f.Help, no: f.Tag.Negatable != ""}
		if f.Short != 0 {
			o.short = string(f.Short)
		}
		if !f.IsBool() {
			o.value = f.FormatPlaceHolder()
			o.file = f.Name == "output"
			switch {
			case f.Enum != "":
				o.choices = slices.DeleteFunc(f.EnumSlice(), func(s string) bool { return s == "" })
			case !o.file && strings.Contains(o.value, "|"):
				o.choices = strings.Split(o.value, "|")
			}
		}
		out = append(out, o)
	}
	return out
}

// spellings returns the ways to write an option, with their dashes.
func (o option) spellings() (out []string) {
	if o.short != "" {
		out = append(out, "-"+o.short)
	}
	out = append(out, "--"+o.long)
	if o.no {
		out = append(out, "--no-"+o.long)
	}
	return out
}
