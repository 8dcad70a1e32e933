//go:build unix

// Command printbench measures what it costs to print a briefing: processor time,
// time on the clock, memory and the size of the PDF, beside Chromium and
// WeasyPrint, which print a web page of the same content and links.
//
// Three documents are made of the bundled briefing: two pages of it, all of it,
// and about 200 pages. Programs take turns, each run is a new process, and a
// yardstick that is not installed is named and left out.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
)

func main() {
	runs := flag.Int("runs", 15, "runs of Briefline for a short document; yardsticks and long ones run less often")
	root := flag.String("root", ".", "the repository")
	flag.Parse()
	if flag.NArg() != 1 || *runs < 1 {
		fmt.Fprintln(os.Stderr, "usage: printbench [-runs N] [-root DIR] BRIEFLINE")
		os.Exit(2)
	}
	if err := bench(flag.Arg(0), *root, *runs); err != nil {
		fmt.Fprintln(os.Stderr, "printbench:", err)
		os.Exit(1)
	}
}

// document is what is printed, as a briefing and as a web page.
type document struct {
	name       string
	flags      []string // for Briefline
	data       briefing
	runs       int // of Briefline
	others     int // of each yardstick
	file, page string
}

func bench(program, root string, runs int) error {
	program, err := filepath.Abs(program)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "printbench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	all, err := readBriefing(filepath.Join(root, "assets", "bishkek.briefing"))
	if err != nil {
		return err
	}
	if err := copyFonts(filepath.Join(root, "assets", "fonts"), dir); err != nil {
		return err
	}
	adoptOrphans()
	many, err := copiesFor(200, program, all, dir)
	if err != nil {
		return err
	}
	documents := []document{
		{name: "two pages", flags: []string{"--no-source"}, data: all.short(), runs: runs, others: min(runs, 5)},
		{name: "the bundled briefing", data: all, runs: runs, others: min(runs, 3)},
		{name: "200 pages", data: all.times(many), runs: min(runs, 3), others: 1},
	}
	for i := range documents {
		d := &documents[i]
		d.file = filepath.Join(dir, strconv.Itoa(i)+".briefing")
		d.page = filepath.Join(dir, strconv.Itoa(i)+".html")
		if err := d.data.write(d.file); err != nil {
			return err
		}
		if err := d.data.writePage(d.page, len(d.flags) == 0); err != nil {
			return err
		}
	}
	if err := warm(program, documents[0], dir); err != nil {
		return err
	}
	for _, d := range documents {
		if err := compare(d, programs(program, d, dir), dir); err != nil {
			return err
		}
	}
	return nil
}

// yardstick is a program that prints the document to out.
type yardstick struct {
	name string
	runs int
	// command returns what to run; scratch is a new empty folder.
	command func(out, scratch string) *exec.Cmd
}

// programs returns Briefline and the yardsticks that are installed.
func programs(program string, d document, dir string) []yardstick {
	list := []yardstick{{"briefline", d.runs, func(out, _ string) *exec.Cmd {
		return exec.Command(program, append([]string{"print", d.file, "-o", out}, d.flags...)...)
	}}}
	if chromium := installed("chromium", "chromium-browser", "google-chrome"); chromium != "" {
		list = append(list, yardstick{"chromium", d.others, func(out, scratch string) *exec.Cmd {
			return exec.Command(chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-crash-reporter",
				"--user-data-dir="+scratch, "--no-pdf-header-footer", "--print-to-pdf="+out, "file://"+d.page)
		}})
	}
	if weasyprint := installed("weasyprint"); weasyprint != "" {
		list = append(list, yardstick{"weasyprint", d.others, func(out, _ string) *exec.Cmd {
			return exec.Command(weasyprint, "-q", "--pdf-variant", "pdf/ua-1", d.page, out)
		}})
	}
	return list
}

// installed returns the first of the programs that is on PATH; "" for none.
func installed(names ...string) string {
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// copiesFor says how many copies of the briefing fill that many pages.
func copiesFor(want int, program string, all briefing, dir string) (int, error) {
	const sample = 20
	file, out := filepath.Join(dir, "sample.briefing"), filepath.Join(dir, "sample.pdf")
	if err := all.times(sample).write(file); err != nil {
		return 0, err
	}
	if _, err := measure(exec.Command(program, "print", file, "-o", out)); err != nil {
		return 0, err
	}
	n, ok := pages(out)
	if !ok {
		return want / 3, nil // without pdfinfo; the table then has no pages either
	}
	return max(1, sample*want/n), nil
}

var pageCount = regexp.MustCompile(`(?m)^Pages: +([0-9]+)$`)

// pages asks pdfinfo how many pages a PDF has.
func pages(file string) (n int, ok bool) {
	out, err := exec.Command("pdfinfo", file).Output()
	if err != nil {
		return 0, false
	}
	m := pageCount.FindSubmatch(out)
	if m == nil {
		return 0, false
	}
	n, err = strconv.Atoi(string(m[1]))
	return n, err == nil && n > 0
}
