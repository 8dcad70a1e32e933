package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// The programs that are released: system and tags, as script/package builds them.
var builds = []struct{ os, arch, tags string }{
	{"linux", "amd64", "x11,no_emoji,no_metadata,migrated_fynedo,nethttpomithttp2"},
	{"linux", "arm64", "x11,no_emoji,no_metadata,migrated_fynedo,nethttpomithttp2"},
	{"windows", "amd64", "no_emoji,no_metadata,migrated_fynedo,nethttpomithttp2"},
	{"darwin", "amd64", "no_emoji,no_metadata,migrated_fynedo,nethttpomithttp2"},
	{"darwin", "arm64", "no_emoji,no_metadata,migrated_fynedo,nethttpomithttp2"},
}

// ours are the files in the repository that others made.
var ours = []work{
	{name: "Noto Sans, Noto Serif, Noto Sans Math, Noto Sans Symbols (fonts)", files: []string{"assets/fonts/OFL-Noto.txt"}},
	{name: "SCOWL (English words)", files: []string{"assets/words/SCOWL-COPYRIGHT.txt"}},
	{name: "Vazirmatn (font)", files: []string{"assets/fonts/OFL-Vazirmatn.txt"}},
}

// leftOut are licence files of what our build tags leave out, of
// pictures that are not built in, and empty ones.
var leftOut = []string{"LICENSE_EmojiOneColor.txt", "LICENSE-LOGO", "LICENSE-domdistiller.txt"} // the first by no_emoji

// added are the terms that the sources of a module speak of, and its licence
// files do not hold.
var added = map[string]string{
	"github.com/markusmobius/go-domdistiller": "script/licences/texts/chromium.txt", // its own file of that is empty
}

type module struct {
	Path, Version, Dir string
	Replace            *module // what stands in for it; without a version, a folder of ours
}

type goPackage struct {
	Dir      string
	Standard bool
	Module   *module
}

// collect returns all works that some released program contains, and which of
// them are modules, each as "path version".
func collect() (works []work, shipped map[string]bool, err error) {
	shipped = map[string]bool{}
	dirs := map[string]*module{} // of packages
	for _, b := range builds {
		cmd := exec.Command("go", "list", "-deps", "-json=Dir,Standard,Module", "-tags", b.tags, ".")
		cmd.Env = append(os.Environ(), "GOOS="+b.os, "GOARCH="+b.arch, "CGO_ENABLED=1")
		out, err := cmd.Output()
		if err != nil {
			return nil, nil, explain(cmd, err)
		}
		for d := json.NewDecoder(bytes.NewReader(out)); ; {
			var p goPackage
			if err := d.Decode(&p); err == io.EOF {
				break
			} else if err != nil {
				return nil, nil, err
			}
			if m := p.Module; m != nil && m.Version != "" && (m.Replace == nil || m.Replace.Version != "") { // the rest is ours
				dirs[p.Dir] = m
			}
		}
	}
	std, err := standardLibrary()
	if err != nil {
		return nil, nil, err
	}
	works = append(slices.Clone(ours), std)
	modules := map[string]*work{}
	for _, dir := range slices.Sorted(maps.Keys(dirs)) {
		m := dirs[dir]
		w := modules[m.Path]
		if w == nil {
			w = &work{name: m.Path, version: m.Version}
			modules[m.Path] = w
			shipped[m.Path+" "+m.Version] = true
		}
		found, err := licenceFiles(m.Dir, dir)
		if err != nil {
			return nil, nil, err
		}
		for _, name := range found {
			if !slices.Contains(w.files, name) {
				w.files = append(w.files, name)
			}
		}
	}
	for _, w := range modules {
		slices.SortFunc(w.files, func(a, b string) int { // the module's own first
			if d := strings.Count(a, string(filepath.Separator)) - strings.Count(b, string(filepath.Separator)); d != 0 {
				return d
			}
			return strings.Compare(a, b)
		})
		if file := added[w.name]; file != "" {
			w.files = append(w.files, file)
		}
		works = append(works, *w)
	}
	slices.SortFunc(works, func(a, b work) int { return strings.Compare(a.name, b.name) })
	return works, shipped, nil
}

var licenceName = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents|unlicense)([._-].*)?$`)

// licenceFiles returns the licence files that hold for a package: those in its
// folder and the folders above it in the module, and those in folders below it
// that are no Go packages, such as C code and fonts.
func licenceFiles(root, dir string) (files []string, err error) {
	for up := dir; ; up = filepath.Dir(up) {
		found, _, err := inFolder(up)
		if err != nil {
			return nil, err
		}
		files = append(files, found...)
		if up == root || len(up) <= len(root) {
			break
		}
	}
	_, folders, err := inFolder(dir)
	if err != nil {
		return nil, err
	}
	for _, name := range folders {
		if base := filepath.Base(name); base == "testdata" || base == "cmd" || strings.HasPrefix(base, ".") {
			continue
		}
		if code, err := filepath.Glob(filepath.Join(name, "*.go")); err != nil || len(code) > 0 {
			continue
		}
		found, _, err := inFolder(name)
		if err != nil {
			return nil, err
		}
		files = append(files, found...)
	}
	return files, nil
}

func inFolder(dir string) (files, folders []string, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, nil, err
	}
	for _, e := range entries {
		name := filepath.Join(dir, e.Name())
		switch {
		case e.IsDir():
			folders = append(folders, name)
		case licenceName.MatchString(e.Name()) && filepath.Ext(e.Name()) != ".go" && !slices.Contains(leftOut, e.Name()):
			files = append(files, name)
		}
	}
	return files, folders, nil
}

// standardLibrary is Go itself, in the version that go.mod asks for: a later
// patch of it is under the same terms.
func standardLibrary() (work, error) {
	root, err := output("go", "env", "GOROOT")
	if err != nil {
		return work{}, err
	}
	version, err := output("go", "list", "-m", "-f", "{{.GoVersion}}")
	if err != nil {
		return work{}, err
	}
	licence := filepath.Join(strings.TrimSpace(string(root)), "LICENSE")
	return work{name: "Go standard library", version: strings.TrimSpace(string(version)), files: []string{licence}}, nil
}

// notShipped returns the modules of go.mod that no released program contains:
// tests use them.
func notShipped(shipped map[string]bool) (names []string, err error) {
	data, err := output("go", "mod", "edit", "-json")
	if err != nil {
		return nil, err
	}
	var mod struct{ Require []module }
	if err := json.Unmarshal(data, &mod); err != nil {
		return nil, err
	}
	for _, m := range mod.Require {
		if name := m.Path + " " + m.Version; !shipped[name] {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names, nil
}

func output(name string, args ...string) ([]byte, error) {
	cmd := exec.Command(name, args...)
	out, err := cmd.Output()
	if err != nil {
		return nil, explain(cmd, err)
	}
	return out, nil
}

func explain(cmd *exec.Cmd, err error) error {
	if ended := (*exec.ExitError)(nil); errors.As(err, &ended) {
		return fmt.Errorf("%s: %w: %s", cmd, err, bytes.TrimSpace(ended.Stderr))
	}
	return fmt.Errorf("%s: %w", cmd, err)
}
