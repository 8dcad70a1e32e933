package app

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

// imports is the import law: what each package may import, of ours. A row names
// only rows above it. A new package is a new row, and a reason in the commit.
var imports = []struct{ dir, may string }{
	{"assets", ""},
	{"app", ""},
	// which program this is and whose work it stands on; the command line and the window both say it
	{"app/about", ""},
	// Holds in tests that work grows no faster than its input.
	{"app/linear", ""},
	{"app/edtf", ""},
	{"app/safefile", ""},
	// A panic ends one act, on the command line and in the window alike.
	{"app/crash", ""},
	{"app/settings", "app/safefile"},
	// Spans, sentences and tokens, for all that reads a text.
	{"app/text", ""},
	{"app/briefing", "app/edtf app/text"},
	// In tests: briefings that are wrong in a place or three.
	{"app/briefing/mutants", "app/briefing"},
	// Reads the objects of a PDF, for the briefing attached to one and for articles.
	{"app/pdf/pdfread", ""},
	// The page behind a pasted link, and nothing else of the network.
	{"app/fetch", ""},
	// In the place of a module that costs 160 ms at the start: see go.mod.
	{"app/article/dateparser", ""},
	// likewise, for 3 ms
	{"app/article/distiller", ""},
	// In the place of a module of a megabyte, of which one function is used: see go.mod.
	{"app/article/emoji", ""},
	// Article files to text; reads a PDF's objects as pdf does.
	{"app/article", "app/edtf app/pdf/pdfread"},
	// Layers of small trained networks, and the kernels of this processor for them; knows no words.
	{"app/nn", ""},
	// What words are: verbs of saying, offices, bodies.
	{"app/lexicon", "assets"},
	// Sentences of words with their heads and relations, read once.
	{"app/syntax", "app/nn app/text assets"},
	// Reads tense off the trees.
	{"app/timex", "app/edtf app/text app/syntax"},
	// Names of persons, organisations and places; the model is embedded.
	{"app/names", "app/text app/syntax app/lexicon assets"},
	// Makes the model of names from marked texts; run by script/train-names only.
	{"app/names/train", "app/names app/text app/syntax assets"},
	// Which English words there are.
	{"app/wordlist", ""},
	// States, their adjectives, capitals and people.
	{"app/gazetteer", ""},
	// Mentions, and which of them name the same.
	{"app/coref", "app/text app/names app/gazetteer app/briefing"},
	// What is read off a text once, for all that reads on.
	{"app/analysis", "app/text app/lexicon app/gazetteer app/edtf app/syntax app/timex app/names app/coref app/briefing"},
	// Who says what, by which words, on the tree.
	{"app/speech", "app/text app/analysis app/lexicon app/syntax app/briefing"},
	// What happened, and when.
	{"app/event", "app/text app/edtf app/briefing app/syntax app/timex app/lexicon app/analysis"},
	// Makes the weights that events are chosen with; run by script/train-events only.
	{"app/event/train", "app/event app/analysis app/syntax app/edtf app/text"},
	{"app/i18n", "app/edtf"},
	// How likely something is, by weights that a trainer made.
	{"app/scorer", ""},
	// Who takes part in a story, and as what.
	{"app/people", "app/text app/names app/syntax app/lexicon app/gazetteer app/analysis app/speech app/scorer"},
	// What people type as a date; i18n in tests: what is shown can be typed.
	{"app/datetext", "app/edtf app/text app/timex app/i18n"},
	// What a text counts and measures.
	{"app/figure", "app/text app/syntax"},
	// Which sentences stand on the card; it reads what the analysis holds.
	{"app/card", "app/text app/syntax app/analysis app/briefing app/scorer"},
	// Joins all that reads an article into a draft.
	{"app/extract", "app/edtf app/timex app/briefing app/i18n app/text app/syntax app/wordlist app/gazetteer app/names app/coref app/event app/article assets app/analysis app/speech app/people app/scorer app/figure app/card"},
	// Makes the weights of package card from marked articles; run by script/train-points only.
	{"app/card/train", "app/card app/edtf app/extract app/i18n app/scorer assets"},
	// Makes the weights of package people from marked articles; run by script/train-people only.
	{"app/people/train", "app/people app/edtf app/extract app/i18n app/scorer assets"},
	{"app/timeline", "app/edtf app/briefing"},
	{"app/typeset", ""},
	// Safefile writes what is exported.
	{"app/library", "app/edtf app/briefing app/safefile"},
	// Text cuts the sentences of a corrected text; extract, article and i18n in
	// tests: a real draft is reviewed.
	{"app/session", "app/edtf app/text app/briefing app/extract app/article app/i18n"},
	// What a reader is shown of a briefing, and in what order, on screen, on paper
	// and as text alike.
	{"app/outline", "app/edtf app/briefing app/timeline app/i18n"},
	// Holds in tests that every face of a briefing shows its outline.
	{"app/outline/outlinetest", "app/edtf app/text app/briefing app/i18n app/outline assets"},
	// Pages, for paper and for the preview on screen alike.
	{"app/sheet", "app/edtf app/briefing app/timeline app/typeset app/i18n app/outline"},
	// The outline in the forms of other programs: Markdown, HTML, CSV, iCalendar.
	{"app/export", "app/edtf app/briefing app/i18n app/outline"},
	// The rules of PDF/UA and PDF/A, for tests.
	{"app/pdf/pdfcheck", "app/pdf/pdfread"},
	// I18n and pdfcheck in tests.
	{"app/pdf", "app/sheet app/typeset app/briefing app/i18n app/pdf/pdfread app/pdf/pdfcheck"},
	// Hands a finished PDF to the system's printing; knows no briefing.
	{"app/printer", ""},
	// What both faces do with files: read, draft, redate, print, export.
	{"app/desk", "app/about app/article app/briefing app/export app/extract app/fetch app/i18n app/outline app/pdf app/sheet assets"},
	{"app/cli", "app/desk app/briefing app/outline app/syntax app/extract app/library app/typeset app/sheet app/i18n app/safefile assets app/edtf app/about app/crash"},
	{"views/kit", "app/typeset"},
	// The stack of what lies over a window's content; knows nothing of ours.
	{"views/stage", ""},
	{"views/panels", "app/edtf app/briefing app/timeline app/typeset app/i18n app/outline views/kit"},
	// Fyne's software painter; knows nothing of ours.
	{"views/offscreen", ""},
	// Paints the pages that pdf writes, for the preview; all but sheet and kit in tests.
	{"views/paper", "app/sheet app/briefing app/typeset app/i18n views/kit"},
	// How the open briefing is edited: forms, menus, lists to choose from.
	{"views/forms", "views/panels views/kit views/stage app/session app/outline app/i18n app/briefing app/edtf app/datetext"},
	{"views", "app/desk views/forms views/panels views/stage views/kit views/offscreen views/paper app/session app/library app/sheet app/pdf app/printer app/timeline app/i18n app/outline app/settings app/safefile app/briefing app/edtf app/datetext assets app/about app/crash"},
	// Tests only: drives the built program from outside, and looks for the palette's colours.
	{"views/realwindow", "views/kit app/briefing"},
	{".", "app/cli views assets app/about"},
}

// In tests, any package may use the embedded files, hold that its work is linear,
// try what is wrong with a briefing, and hold that they show what the outline says.
var testsMayImport = []string{"assets", "app/linear", "app/briefing/mutants", "app/outline/outlinetest"}

// pure packages work on what the caller passes, so that they do the same
// anywhere and at any time.
var pure = []string{"app/nn", "app/edtf", "app/timex", "app/briefing", "app/text", "app/wordlist", "app/gazetteer", "app/coref", "app/analysis", "app/speech", "app/people", "app/event", "app/timeline", "app/i18n", "app/outline", "app/export", "app/datetext"}

var impure = []string{"os", "net", "database", "log", "syscall", "plugin", "io/ioutil", "path/filepath", "embed"}

const (
	module  = "briefline"
	fyne    = "fyne.io"
	fyneApp = "fyne.io/fyne/v2/app"
)

// mayOpenWindow are the files that may import Fyne's app package, and with it
// cgo and GL: the window, and the yardstick that script/bench holds against it.
var mayOpenWindow = []string{"views/run.go", "script/bare/main.go"}

// topLevel is all that stands at the top of the repository.
var topLevel = []string{
	".ci", ".git", ".github", ".gitignore", "CHANGELOG.md", "CONTRIBUTING.md",
	"FyneApp.toml", "LICENSE", "README.md", "SECURITY.md",
	"app", "assets", "go.mod", "go.sum", "main.go", "script", "staticcheck.conf", "views",
}

func TestImportLaw(t *testing.T) {
	for _, fault := range check(t, os.DirFS("..")) {
		t.Error(fault)
	}
}

func TestTopLevel(t *testing.T) {
	for _, fault := range checkTop(t, os.DirFS("..")) {
		t.Error(fault)
	}
}

// The README's table names each direct dependency and nothing else.
func TestReadmeNamesDependencies(t *testing.T) {
	mod, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	var want, got []string
	for line := range strings.Lines(string(mod)) {
		words := strings.Fields(strings.TrimPrefix(line, "require "))
		if len(words) == 2 && strings.HasPrefix(words[1], "v") { // a third word says "// indirect"
			want = append(want, words[0])
		}
	}
	for line := range strings.Lines(string(readme)) {
		if name, ok := strings.CutPrefix(line, "| ["); ok {
			got = append(got, name[:strings.Index(name, "]")])
		}
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// The table itself: rows name rows above them, so it cannot hold a circle.
func TestImportLawIsInOrder(t *testing.T) {
	seen := map[string]bool{}
	for _, row := range imports {
		for _, dir := range strings.Fields(row.may) {
			if !seen[dir] {
				t.Errorf("row %s names %s, which is no row above it", row.dir, dir)
			}
		}
		seen[row.dir] = true
	}
}

// check returns what breaks the law in a tree, one line a fault.
func check(t *testing.T, tree fs.FS) (faults []string) {
	t.Helper()
	law := map[string][]string{}
	for _, row := range imports {
		law[row.dir] = strings.Fields(row.may)
	}
	err := fs.WalkDir(tree, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := path.Base(name)
		if d.IsDir() {
			hidden := name != "." && (strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_"))
			if hidden || base == "testdata" || slices.Contains([]string{"bin", "dist", "out"}, name) {
				return fs.SkipDir
			}
			return nil
		}
		if path.Ext(name) != ".go" {
			return nil
		}
		src, err := fs.ReadFile(tree, name)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, src, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		if !ast.IsGenerated(file) {
			faults = append(faults, checkFile(law, name, file)...)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return faults
}

func checkFile(law map[string][]string, name string, file *ast.File) (faults []string) {
	fault := func(format string, args ...any) {
		faults = append(faults, name+": "+fmt.Sprintf(format, args...))
	}
	dir, isTest := path.Dir(name), strings.HasSuffix(name, "_test.go")
	may, known := law[dir]
	if !known && !inside(dir, "script") { // programs of the scripts: a law of their own, nothing of ours
		fault("package %s has no row in the import law", dir)
		return faults
	}
	isPure := slices.Contains(pure, dir) && !isTest
	for _, spec := range file.Imports {
		imported, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			fault("%v", err)
			continue
		}
		if inside(imported, module) {
			ours := strings.TrimPrefix(strings.TrimPrefix(imported, module), "/")
			itself := isTest && ours == dir
			if !itself && !slices.Contains(may, ours) && !(isTest && slices.Contains(testsMayImport, ours)) {
				fault("may not import %s", ours)
			}
		}
		if inside(imported, fyne) && (inside(dir, "app") || dir == "assets" || dir == ".") {
			fault("may not import Fyne (%s)", imported)
		}
		if imported == fyneApp && !slices.Contains(mayOpenWindow, name) {
			fault("only %s may import %s", mayOpenWindow[0], fyneApp)
		}
		if isPure && slices.ContainsFunc(impure, func(p string) bool { return inside(imported, p) }) {
			fault("is pure and may not import %s", imported)
		}
	}
	if isPure {
		for _, call := range clockCalls(file) {
			fault("is pure and may not call %s", call)
		}
	}
	return faults
}

// clockCalls returns the uses of the wall clock in a file, whatever name it
// imports package time under.
func clockCalls(file *ast.File) (calls []string) {
	local := ""
	for _, spec := range file.Imports {
		if spec.Path.Value == `"time"` {
			local = "time"
			if spec.Name != nil {
				local = spec.Name.Name
			}
		}
	}
	if local == "." {
		return []string{"time's functions unnamed"}
	}
	ast.Inspect(file, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		pkg, ok := sel.X.(*ast.Ident)
		if ok && local != "" && pkg.Name == local && slices.Contains([]string{"Now", "Since", "Until", "Sleep", "After", "AfterFunc", "Tick", "NewTimer", "NewTicker"}, sel.Sel.Name) {
			calls = append(calls, "time."+sel.Sel.Name)
		}
		return true
	})
	return calls
}

// checkTop returns the entries that are missing at the top or too many there.
// What .gitignore names does not count.
func checkTop(t *testing.T, tree fs.FS) (faults []string) {
	t.Helper()
	entries, err := fs.ReadDir(tree, ".")
	if err != nil {
		t.Fatal(err)
	}
	ignored, err := fs.ReadFile(tree, ".gitignore")
	if err != nil {
		t.Fatal(err)
	}
	isIgnored := func(name string) bool {
		for pattern := range strings.FieldsSeq(string(ignored)) {
			if ok, _ := path.Match(strings.Trim(pattern, "/"), name); ok {
				return true
			}
		}
		return false
	}
	found := map[string]bool{}
	for _, entry := range entries {
		name := entry.Name()
		found[name] = true
		if !slices.Contains(topLevel, name) && !isIgnored(name) {
			faults = append(faults, name+": not an entry of the top level")
		}
	}
	for _, name := range topLevel {
		if !found[name] && name != ".git" { // an unpacked archive has none
			faults = append(faults, name+": missing at the top level")
		}
	}
	return faults
}

// inside reports whether p is dir or below it.
func inside(p, dir string) bool { return p == dir || strings.HasPrefix(p, dir+"/") }

// The checker sees what it is there for: each file breaks one rule, and a file
// beside it that looks alike does not.
func TestCheckerFails(t *testing.T) {
	file := func(src string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(src)} }
	tree := fstest.MapFS{
		"app/edtf/a.go":              file(`package edtf; import "briefline/app/briefing"`),
		"app/edtf/b.go":              file(`package edtf; import ("time"; "strings"); var _ = time.Unix; var _ = strings.ToLower`),
		"app/edtf/c.go":              file(`package edtf; import "time"; var now = time.Now()`),
		"app/edtf/d.go":              file(`package edtf; import clock "time"; func f() { clock.Sleep(1) }`),
		"app/edtf/a_test.go":         file(`package edtf_test; import ("briefline/app/edtf"; "briefline/assets"; "os"; "time"); var _ = time.Now()`),
		"app/edtf/b_test.go":         file(`package edtf; import "briefline/app/i18n"`),
		"app/briefing/a.go":          file(`package briefing; import "os"`),
		"app/briefing/b.go":          file(`package briefing; import "net/http"`),
		"app/briefing/c.go":          file(`package briefing; import "log/slog"`),
		"app/briefing/testdata/x.go": file(`package x; import "fyne.io/fyne/v2"`),
		"app/cli/a.go":               file(`package cli; import ("os"; "briefline/app/briefing"; "briefline/assets")`),
		"app/cli/b.go":               file(`package cli; import "briefline/views"`),
		"app/cli/c.go":               file(`package cli; import "fyne.io/fyne/v2"`),
		"app/new/a.go":               file(`package new`),
		"views/run.go":               file(`package views; import "fyne.io/fyne/v2/app"`),
		"views/menu.go":              file(`package views; import "fyne.io/fyne/v2/app"`),
		"views/kit/a.go":             file("// Code generated by hand. DO NOT EDIT.\n\npackage kit\nimport \"briefline/views\""),
		"views/kit/b.go":             file(`package kit; import "briefline/app/briefing"`),
		"script/bare/main.go":        file(`package main; import "fyne.io/fyne/v2/app"`),
		"script/gen/main.go":         file(`package main; import "briefline/app/edtf"`),
		".hidden/a.go":               file(`not Go`),
		"bin/a.go":                   file(`not Go`),
		"main.go":                    file(`package main; import ("briefline/app/cli"; "briefline/views"; "briefline/app/edtf")`),
		"odd":                        file(``),
		"x.prof":                     file(``),
		".gitignore":                 file("/bin/\n*.prof\n/.hidden/\n"),
	}
	want := []string{
		"app/briefing/a.go: is pure and may not import os",
		"app/briefing/b.go: is pure and may not import net/http",
		"app/briefing/c.go: is pure and may not import log/slog",
		"app/cli/b.go: may not import views",
		"app/cli/c.go: may not import Fyne (fyne.io/fyne/v2)",
		"app/edtf/a.go: may not import app/briefing",
		"app/edtf/b_test.go: may not import app/i18n",
		"app/edtf/c.go: is pure and may not call time.Now",
		"app/edtf/d.go: is pure and may not call time.Sleep",
		"app/new/a.go: package app/new has no row in the import law",
		"main.go: may not import app/edtf",
		"script/gen/main.go: may not import app/edtf",
		"views/kit/b.go: may not import app/briefing",
		"views/menu.go: only views/run.go may import fyne.io/fyne/v2/app",
	}
	if got := check(t, tree); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}

	got, odd := checkTop(t, tree), "odd: not an entry of the top level"
	if len(got) == 0 || got[0] != odd || !slices.Contains(got, "README.md: missing at the top level") || slices.Contains(got, "x.prof: not an entry of the top level") {
		t.Errorf("got %q, want %q and what is missing", got, odd)
	}
}
