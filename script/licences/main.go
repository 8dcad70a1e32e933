// Command licences writes assets/licences.txt: the licences of everything that
// is built into Briefline, for the packages and the About window.
//
//	go run ./script/licences          writes the file
//	go run ./script/licences -check   fails when it is not what would be written
//
// It asks Go which packages the program is made of on each system, and takes
// the licence files of their modules, and of folders inside them that bring code
// or fonts of others. A module without a licence, or with one that spdx.go does
// not know, is an error: somebody has to read it first.
package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const file = "assets/licences.txt"

// work is one thing by others: a module, or a part of one.
type work struct {
	name, version string
	files         []string // paths of its licence files, in order
}

// group is the works that are under the very same text.
type group struct {
	names []string // with their versions, in order
	spdx  string
	text  string
}

func main() {
	check := flag.Bool("check", false, "only compare the file with what would be written")
	flag.Parse()
	if err := run(*check); err != nil {
		fmt.Fprintln(os.Stderr, "licences:", err)
		os.Exit(1)
	}
}

func run(check bool) error {
	root, err := output("go", "list", "-m", "-f", "{{.Dir}}")
	if err != nil {
		return err
	}
	if err := os.Chdir(strings.TrimSpace(string(root))); err != nil {
		return err
	}
	works, shipped, err := collect()
	if err != nil {
		return err
	}
	absent, err := notShipped(shipped)
	if err != nil {
		return err
	}
	groups, err := groupByText(works)
	if err != nil {
		return err
	}
	text := format(groups, absent)
	if !check {
		packed, err := pack(text)
		if err != nil {
			return err
		}
		return errors.Join(os.WriteFile(file, text, 0o644), os.WriteFile(file+".gz", packed, 0o644))
	}
	if there, err := os.ReadFile(file); err != nil || !bytes.Equal(there, text) {
		return fmt.Errorf("%s is not that of the modules in use: go run ./script/licences", file)
	}
	return nil
}

// pack packs the text for the program, which carries it in a fifth of the room.
func pack(text []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(text); err != nil {
		return nil, err
	}
	err = w.Close()
	return b.Bytes(), err
}

// groupByText reads the licence files and joins the works under the same text.
func groupByText(works []work) ([]group, error) {
	byText := map[string]*group{}
	for _, w := range works {
		var texts, kinds []string
		for _, name := range w.files {
			data, err := os.ReadFile(name)
			if err != nil {
				return nil, err
			}
			text := tidy(string(data))
			kind := spdx(text)
			if kind == "" {
				return nil, fmt.Errorf("%s: %s: no licence that spdx.go knows; read it, then add it there", w.name, filepath.Base(name))
			}
			texts = append(texts, text)
			if !slices.Contains(kinds, kind) && kind != grant {
				kinds = append(kinds, kind)
			}
		}
		if len(kinds) == 0 {
			return nil, fmt.Errorf("%s %s: no licence file", w.name, w.version)
		}
		text := strings.Join(texts, "\n\n")
		g := byText[text]
		if g == nil {
			g = &group{spdx: strings.Join(kinds, " AND "), text: text}
			byText[text] = g
		}
		g.names = append(g.names, strings.TrimSpace(w.name+" "+w.version))
	}
	groups := make([]group, 0, len(byText))
	for g := range maps.Values(byText) {
		slices.Sort(g.names)
		groups = append(groups, *g)
	}
	slices.SortFunc(groups, func(a, b group) int { return strings.Compare(a.names[0], b.names[0]) })
	return groups, nil
}

// tidy takes away what differs between copies of a text and says nothing.
func tidy(text string) string {
	text = strings.TrimPrefix(text, "\ufeff")
	var lines []string
	for line := range strings.Lines(strings.ReplaceAll(text, "\r\n", "\n")) {
		lines = append(lines, strings.TrimRight(line, " \t\n\f"))
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// format writes the form that app/about reads.
func format(groups []group, absent []string) []byte {
	var b bytes.Buffer
	b.WriteString("Licences of the work by others that is built into Briefline.\n")
	b.WriteString("Made by: go run ./script/licences\n")
	for _, name := range absent {
		fmt.Fprintf(&b, "Not built in: %s\n", name)
	}
	for _, g := range groups {
		b.WriteString("\n")
		for _, name := range g.names {
			fmt.Fprintf(&b, "=== %s\n", name)
		}
		fmt.Fprintf(&b, "Licence: %s\n\n%s\n", g.spdx, g.text)
	}
	return b.Bytes()
}
