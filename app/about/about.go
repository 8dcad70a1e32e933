// Package about says which Briefline this is, and on whose work it stands. Its
// facts come from one place each: name, version and build from FyneApp.toml, the
// commit from git, the licences from the file that script/licences writes.
package about

import (
	"fmt"
	"strconv"
	"strings"
)

// Program says which program this is.
type Program struct {
	Version string // such as "0.1.0"; empty when not known
	Build   int    // counted up with each release; 0 when not known
	Commit  string // abbreviated hash that it was built from; empty when not known
}

// Read returns what a FyneApp.toml says of the program, and the commit beside
// it. It reads the members of that file's [Details] alone: strings in double
// quotes and whole numbers. Without a version it returns an error.
func Read(fyneApp, commit string) (Program, error) {
	p := Program{Commit: strings.TrimSpace(commit)}
	table, number := "", 0
	for line := range strings.Lines(fyneApp) {
		number++
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			table = line
		}
		name, value, ok := strings.Cut(line, "=")
		if table != "[Details]" || !ok {
			continue
		}
		var err error
		switch value = strings.TrimSpace(value); strings.TrimSpace(name) {
		case "Version":
			p.Version, err = strconv.Unquote(value)
		case "Build":
			p.Build, err = strconv.Atoi(value)
		}
		if err != nil {
			return Program{}, fmt.Errorf("read FyneApp.toml: line %d: %w", number, err)
		}
	}
	if p.Version == "" {
		return Program{}, fmt.Errorf("read FyneApp.toml: no Version in [Details]")
	}
	return p, nil
}

// String words the program for a version line, "0.1.0 (build 1, 8e8638d)", and
// leaves out what is not known.
func (p Program) String() string {
	var facts []string
	if p.Build > 0 {
		facts = append(facts, "build "+strconv.Itoa(p.Build))
	}
	if p.Commit != "" {
		facts = append(facts, p.Commit)
	}
	if len(facts) == 0 {
		return p.Version
	}
	return p.Version + " (" + strings.Join(facts, ", ") + ")"
}
