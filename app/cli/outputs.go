package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"briefline/app/desk"
	"briefline/app/safefile"
)

const (
	stdout  = "-"       // the output that stands for standard output
	bundled = "bishkek" // what the print of the bundled briefing is called
)

// job is one briefing to print.
type job struct {
	in, out string
	folder  string // to make first; empty = out's folder must be there
	chosen  bool   // the program made up the name, and replaces only what it printed itself

	failed bool
	say    []string // lines for the reader
}

func (j *job) note(message string) { j.say = append(j.say, "briefline: "+message) }

func (j *job) fail(message string) {
	j.failed = true
	j.note(message)
}

// jobs says what is printed to where. Nothing is read or written by then.
func (p *printCommand) jobs(c *call) ([]*job, error) {
	files := p.Files
	if len(files) == 0 {
		files = []string{""}
	}
	if first := slices.Index(files, stdin); first >= 0 && slices.Contains(files[first+1:], stdin) {
		return nil, c.fail("cli.print.stdin-twice")
	}
	info, err := os.Stat(filepath.Clean(p.Output)) // without the separator that says it is a folder
	isFolder := err == nil && info.IsDir()
	var jobs []*job
	switch {
	case p.Output == stdout && len(files) > 1:
		return nil, c.fail("cli.print.one")
	case p.Output == stdout && terminal(c.Stdout):
		return nil, c.fail("cli.print.terminal")
	case p.Output == "" && len(files) > 1:
		return nil, c.fail("cli.print.folder")
	case p.Output == "" && files[0] == stdin:
		return nil, c.fail("cli.print.where")
	case p.Output == "":
		jobs = []*job{{in: files[0], out: filepath.Join(filepath.Dir(files[0]), safefile.Name(stem(files[0]), bundled, ".pdf")), chosen: true}}
	case p.Output != stdout && (len(files) > 1 || isFolder || os.IsPathSeparator(p.Output[len(p.Output)-1])):
		if err == nil && !isFolder {
			return nil, c.fail("cli.print.no-folder", "file", p.Output)
		}
		jobs = inFolder(p.Output, files, stem, ".pdf")
	default:
		jobs = []*job{{in: files[0], out: p.Output}}
	}
	for _, j := range jobs {
		for _, in := range files {
			if j.out != stdout && sameFile(in, j.out) {
				return nil, c.fail("cli.print.same", "file", j.out)
			}
		}
	}
	return jobs, nil
}

// inFolder names a file in dir for each file, by its name without its ending. Of
// files with one name, in letters large or small, the second becomes NAME-2,
// since some disks do not tell them apart.
func inFolder(dir string, files []string, stem func(string) string, ending string) []*job {
	taken := map[string]bool{}
	jobs := make([]*job, len(files))
	for i, file := range files {
		name := safefile.Name(stem(file), bundled, ending)
		for n := 2; taken[strings.ToLower(name)]; n++ {
			name = safefile.Name(stem(file), bundled, "-"+strconv.Itoa(n)+ending)
		}
		taken[strings.ToLower(name)] = true
		jobs[i] = &job{in: file, out: filepath.Join(dir, name), folder: dir, chosen: true}
	}
	return jobs
}

// stem is the name of a file without its folder, and without its ending where
// that says what the file is.
func stem(file string) string {
	switch file {
	case "":
		return bundled
	case stdin:
		return "briefing"
	}
	base := filepath.Base(file)
	switch ext := filepath.Ext(base); strings.ToLower(ext) {
	case ".briefing", ".json", ".pdf":
		if ext != base { // a name such as ".briefing" has nothing else
			return strings.TrimSuffix(base, ext)
		}
	}
	return base
}

// foreign reports whether there is a file at path that is no print of this
// program, such as the article that a briefing was made from.
func foreign(path string) bool {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return false // nothing to lose, or writing says what is wrong
	}
	if info.Size() > desk.MaxPDF {
		return true
	}
	data, err := os.ReadFile(path)
	// The metadata of PDF/A is never compressed (ISO 19005-2, 6.6.2.1).
	return err != nil || !bytes.HasPrefix(data, []byte(desk.PDFMark)) || !bytes.Contains(data, []byte("<pdf:Producer>Briefline"))
}

// report tells what went wrong, in the order of the files, and where a single
// file went that was not told where. It returns an exit when a job failed, of
// several worded by the message some.
func (c *call) report(jobs []*job, some string) error {
	failed := 0
	for _, j := range jobs {
		for _, line := range j.say {
			c.tell(line)
		}
		if j.failed {
			failed++
		}
	}
	switch {
	case failed == 0 && len(jobs) == 1 && jobs[0].chosen:
		return c.write(printable(jobs[0].out) + "\n")
	case failed == 0:
		return nil
	case len(jobs) == 1:
		return &exit{status: StatusFaults}
	}
	return &exit{StatusFaults, c.words.Text(some, "done", len(jobs)-failed, "n", len(jobs))}
}
