package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/alecthomas/kong"
)

type completionCommand struct {
	Shell string `arg:"" enum:"bash,zsh,fish" help:"${help_shell}"`
}

// Run prints the script with which a shell completes the command line.
func (k *completionCommand) Run(c *call, ctx *kong.Context) error {
	commands, top := subcommands(ctx.Model)
	switch k.Shell {
	case "bash":
		return c.write(bash(commands, top))
	case "zsh":
		return c.write(zsh(commands, top))
	default:
		return c.write(fish(commands, top))
	}
}

// quoted puts words into single quotes, as all three shells read them.
func quoted(words string) string {
	return "'" + strings.ReplaceAll(words, "'", `'\''`) + "'"
}

// bash returns a script for bash 4 and later. It needs no bash-completion.
func bash(commands []subcommand, top []option) string {
	var b, values, flags strings.Builder
	var names []string
	each := func(command string, options []option) {
		var words []string
		for _, o := range options {
			words = append(words, o.spellings()...)
			if o.value == "" || o.file {
				continue
			}
			var patterns []string
			for _, s := range o.spellings() {
				patterns = append(patterns, command+"/"+s)
			}
			fmt.Fprintf(&values, "\t%s) mapfile -t COMPREPLY < <(compgen -W %s -- \"$cur\"); return ;;\n",
				strings.Join(patterns, " | "), quoted(strings.Join(o.choices, " ")))
		}
		fmt.Fprintf(&flags, "\t%s/-*) mapfile -t COMPREPLY < <(compgen -W %s -- \"$cur\"); return ;;\n",
			command, quoted(strings.Join(words, " ")))
	}
	each("", top)
	for _, s := range commands {
		names = append(names, s.name)
		each(s.name, slices.Concat(s.options, top))
	}
	fmt.Fprintf(&b, `# bash completion for briefline
_briefline() {
	local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command= word
	if [[ $cur == = ]]; then
		cur=
	elif [[ $prev == = ]]; then
		prev=${COMP_WORDS[COMP_CWORD - 2]}
	fi
	for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
		case $word in %s)
			command=$word
			break
			;;
		esac
	done
	case $command/$prev in
%s	esac
	case $command/$cur in
%s	esac
	mapfile -t COMPREPLY < <(compgen -f -- "$cur")
	if [[ -z $command ]]; then
		mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -W %s -- "$cur")
	fi
}
complete -o filenames -F _briefline briefline
`, strings.Join(names, " | "), values.String(), flags.String(), quoted(strings.Join(names, " ")))
	return b.String()
}

// zsh returns a script for a folder of fpath.
func zsh(commands []subcommand, top []option) string {
	var b strings.Builder
	b.WriteString("#compdef briefline\n\n_briefline() {\n\tlocal -a commands=(\n")
	for _, s := range commands {
		fmt.Fprintf(&b, "\t\t%s\n", quoted(s.name+":"+strings.ReplaceAll(s.help, ":", `\:`)))
	}
	b.WriteString("\t)\n\tif ((CURRENT > 2)); then\n\t\tcase $words[2] in\n")
	for _, s := range commands {
		fmt.Fprintf(&b, "\t\t%s)\n\t\t\tshift words\n\t\t\t((CURRENT--))\n\t\t\t_arguments -s%s%s\n\t\t\treturn\n\t\t\t;;\n",
			s.name, zshOptions(slices.Concat(s.options, top), "\t\t\t\t"), zshArguments(s, "\t\t\t\t"))
	}
	b.WriteString("\t\tesac\n\tfi\n\t[[ $words[CURRENT] == -* ]] || _describe command commands\n")
	fmt.Fprintf(&b, "\t_arguments -s%s \\\n\t\t%s\n}\n\n_briefline \"$@\"\n", zshOptions(top, "\t\t"), quoted("*:file:_files"))
	return b.String()
}

func zshOptions(options []option, indent string) string {
	var b strings.Builder
	for _, o := range options {
		help := "[" + strings.NewReplacer("[", `\[`, "]", `\]`, ":", `\:`).Replace(o.help) + "]"
		all := o.spellings()
		for _, s := range all {
			spec := s + help
			if len(all) > 1 {
				spec = "(" + strings.Join(all, " ") + ")" + spec
			}
			if o.value != "" {
				if strings.HasPrefix(s, "--") {
					spec = strings.Replace(spec, s+"[", s+"=[", 1)
				}
				action := ""
				switch {
				case o.file:
					action = "_files"
				case o.choices != nil:
					action = "(" + strings.Join(o.choices, " ") + ")"
				}
				spec += ":" + strings.ReplaceAll(o.value, ":", `\:`) + ":" + action
			}
			b.WriteString(" \\\n" + indent + quoted(spec))
		}
	}
	return b.String()
}

func zshArguments(s subcommand, indent string) string {
	switch {
	case s.choices != nil:
		return " \\\n" + indent + quoted("1: :("+strings.Join(s.choices, " ")+")")
	case s.files:
		return " \\\n" + indent + quoted("*:file:_files")
	}
	return ""
}

// fish returns a script for fish 3 and later.
func fish(commands []subcommand, top []option) string {
	var b strings.Builder
	b.WriteString("# fish completion for briefline\n")
	for _, s := range commands {
		fmt.Fprintf(&b, "complete -c briefline -n __fish_use_subcommand -a %s -d %s\n", s.name, quoted(s.help))
	}
	each := func(when string, options []option) {
		for _, o := range options {
			line := "complete -c briefline" + when
			if o.short != "" {
				line += " -s " + o.short
			}
			line += " -l " + o.long
			switch {
			case o.file:
				line += " -r"
			case o.value != "":
				line += " -x"
				if o.choices != nil {
					line += " -a " + quoted(strings.Join(o.choices, " "))
				}
			}
			fmt.Fprintf(&b, "%s -d %s\n", line, quoted(o.help))
			if o.no {
				fmt.Fprintf(&b, "complete -c briefline%s -l no-%s -d %s\n", when, o.long, quoted(o.help))
			}
		}
	}
	each("", top)
	for _, s := range commands {
		when := " -n '__fish_seen_subcommand_from " + s.name + "'"
		each(when, s.options)
		if s.choices != nil {
			fmt.Fprintf(&b, "complete -c briefline%s -f -a %s\n", when, quoted(strings.Join(s.choices, " ")))
		}
	}
	return b.String()
}
