// Package crash turns a panic of one act into an error, so that it ends this act
// and not the program, and writes a report of it that holds no text of an article.
package crash

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"time"
)

// Panic is a panic as an error.
type Panic struct {
	What  string // without text of an article
	Stack string // of calls, without their arguments' values
}

// Error names what happened.
func (p *Panic) Error() string { return "panic: " + p.What }

// Try calls do. A panic of do is a *[Panic].
func Try(do func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = From(r)
		}
	}()
	return do()
}

// From makes an error of what recover returned. Of what was handed to panic only
// the runtime's own messages are told, which hold numbers and types: anything else
// may hold the text that it was called for.
func From(recovered any) *Panic {
	what := fmt.Sprintf("%T", recovered)
	var own runtime.Error
	if err, ok := recovered.(error); ok && errors.As(err, &own) {
		what = own.Error()
	}
	return &Panic{What: what, Stack: frames(string(debug.Stack()))}
}

// frames keeps of a stack the calls after the panic, by function and place.
func frames(stack string) string {
	lines := strings.Split(strings.TrimSpace(stack), "\n")
	if len(lines) > 0 {
		lines = lines[1:] // the goroutine's number
	}
	var out strings.Builder
	for i := 0; i+1 < len(lines); i += 2 {
		name := lines[i]
		if at := strings.LastIndexByte(name, '('); at > 0 {
			name = name[:at] // arguments are numbers, some of them of the text
		}
		place := strings.TrimSpace(lines[i+1])
		if at := strings.LastIndex(place, " +0x"); at > 0 {
			place = place[:at]
		}
		fmt.Fprintf(&out, "%s\n\t%s\n", name, place)
	}
	return out.String()
}

// Dir returns the folder for reports of this user: briefline/reports in
// os.UserCacheDir. The error is that function's.
func Dir() (string, error) {
	dir, err := os.UserCacheDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "briefline", "reports"), nil
}

// reportsKept is how many reports stay in their folder.
const reportsKept = 20

// Report writes what is known of a panic into a new file in dir and returns its
// path. version says which program it was. Of more than twenty reports the oldest
// go.
func Report(dir, version string, p *Panic, now time.Time) (path string, err error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	f, err := os.CreateTemp(dir, "report-"+now.UTC().Format("20060102-150405")+"-*.txt") // mode 0600
	if err != nil {
		return "", err
	}
	_, err = fmt.Fprintf(f, "Briefline %s, %s %s, %s\n%s\n\n%s\n\n%s", version, runtime.GOOS, runtime.GOARCH, runtime.Version(), now.UTC().Format(time.RFC3339), p.What, p.Stack)
	if err := errors.Join(err, f.Close()); err != nil {
		return "", err
	}
	if all, err := filepath.Glob(filepath.Join(dir, "report-*.txt")); err == nil && len(all) > reportsKept {
		for _, old := range all[:len(all)-reportsKept] { // in the order of their times
			_ = os.Remove(old)
		}
	}
	return f.Name(), nil
}
