//go:build linux

package printer

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// A page goes through lp, CUPS and its filters to a printer, which loads Letter
// unless told otherwise, and arrives as it was sent.
func TestPrintByLP(t *testing.T) {
	s := startPrinting(t)
	dir := t.TempDir()
	a4 := Job{Path: write(t, filepath.Join(dir, "-o raw یک.pdf"), onePage(595.276, 841.89, "Bishkek, 24 May")), Title: "Briefing\n«یک عنوان»", Paper: "A4"}

	if got := Available(); got != LP {
		t.Errorf("available: got %q, want %q", got, LP)
	}
	result, err := Print(t.Context(), a4)
	if !errors.Is(err, ErrNoPrinter) || result != (Result{}) {
		t.Errorf("no default printer: got %+v, %v, want ErrNoPrinter", result, err)
	}
	s.admin("lpadmin", "-d", s.queue)

	t.Run("A4", func(t *testing.T) {
		s.arrives(t, a4, "595.276 x 841.89", "x-dimension=21000 y-dimension=29700", "Briefing «یک عنوان»")
	})
	t.Run("Letter", func(t *testing.T) {
		letter := Job{Path: write(t, filepath.Join(dir, "letter.pdf"), onePage(612, 792, "Letter page")), Paper: "Letter"}
		s.arrives(t, letter, "612 x 792", "x-dimension=21590 y-dimension=27940", "letter.pdf")
	})
	t.Run("failures", func(t *testing.T) { s.fails(t, a4) })
}

// arrives prints a job and compares what the printer got with what was sent.
func (s *printSystem) arrives(t *testing.T, j Job, size, media, title string) {
	t.Helper()
	before := s.arrived()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	result, err := Print(ctx, j)
	if err != nil || result.Means != LP || result.Cancelled || result.Opened || !strings.HasPrefix(result.ID, s.queue+"-") {
		t.Fatalf("got %+v, %v, want a job in the queue %s", result, err, s.queue)
	}
	after := slices.DeleteFunc(s.arrived(), func(name string) bool { return slices.Contains(before, name) })
	if len(after) != 1 {
		t.Fatalf("got %q at the printer, want one file more", after)
	}
	log := s.log.tail(1 << 20)
	if want := "job-name (nameWithoutLanguage) " + title + "\n"; !strings.Contains(log, want) {
		t.Errorf("the printer saw no %q", want)
	}
	if want := "media-col (collection) {media-size={" + media + "}"; !strings.Contains(log, want) {
		t.Errorf("the printer saw no %q", want)
	}
	pdf := func(name string, args ...string) string {
		t.Helper()
		out, said, err := run(t.Context(), 20*time.Second, program(t, name, "poppler-utils"), args...)
		if err != nil {
			t.Fatal(err, said)
		}
		return out
	}
	if got := pdf("pdfinfo", after[0]); !strings.Contains(got, "Pages:           1\n") || !strings.Contains(got, size+" pts") {
		t.Errorf("got\n%swant one page of %s", got, size)
	}
	if got, want := pdf("pdftotext", "-bbox", after[0], "-"), pdf("pdftotext", "-bbox", j.Path, "-"); words(got) != words(want) {
		t.Errorf("got words\n%s\nwant\n%s", words(got), words(want))
	}
	if got, want := pdf("pdftoppm", "-r", "50", after[0]), pdf("pdftoppm", "-r", "50", j.Path); !alike(got, want) {
		t.Errorf("the page that arrived looks different (%d and %d bytes)", len(got), len(want))
	}
}

// words returns the words that pdftotext -bbox found and their places, in tenths
// of a point: CUPS centres the page on a sheet that it measures in hundredths of
// a millimetre.
func words(s string) string {
	var b strings.Builder
	for _, m := range regexp.MustCompile(`<word xMin="(.*)" yMin="(.*)" xMax="(.*)" yMax="(.*)">(.*)</word>`).FindAllStringSubmatch(s, -1) {
		for _, v := range m[1:5] {
			f, _ := strconv.ParseFloat(v, 64)
			fmt.Fprintf(&b, "%.1f ", f)
		}
		b.WriteString(m[5] + "\n")
	}
	return b.String()
}

// alike reports whether two pictures of pdftoppm have the same size, and the
// same ink but for the edges of some letters.
func alike(a, b string) bool {
	if len(a) != len(b) || a[:15] != b[:15] {
		return false
	}
	different := 0
	for i := range len(a) {
		if d := int(a[i]) - int(b[i]); d > 64 || d < -64 {
			different++
		}
	}
	return different < len(a)/5000 && strings.Count(a, "\xff") < len(a) // not two empty pages
}

// arrived returns the PDF files that the printer has got.
func (s *printSystem) arrived() []string {
	names, _ := filepath.Glob(filepath.Join(s.output, "*.pdf"))
	return names
}

// fails has CUPS refuse, keep or lose jobs in all the ways that a reader meets.
func (s *printSystem) fails(t *testing.T, j Job) {
	check := func(what string, j Job, limit time.Duration, queued bool, said string, wants ...error) {
		t.Helper()
		ctx, cancel := context.WithTimeout(t.Context(), limit)
		defer cancel()
		result, err := Print(ctx, j)
		for _, want := range wants {
			if !errors.Is(err, want) {
				t.Errorf("%s: got %v, want %v", what, err, want)
			}
		}
		if (result.ID != "") != queued {
			t.Errorf("%s: got job %q, want one: %t", what, result.ID, queued)
		}
		if !strings.Contains(fmt.Sprint(err), said) {
			t.Errorf("%s: got %v, want CUPS's words %q", what, err, said)
		}
		t.Logf("%s: %v", what, err)
	}
	const enough = 30 * time.Second

	s.admin("cupsreject", "-r", "no more please", s.queue)
	check("rejecting", j, enough, false, "is not accepting jobs", ErrRejecting)
	s.admin("cupsaccept", s.queue)

	s.admin("cupsdisable", "-r", "out of ink", s.queue)
	check("stopped", j, enough, true, "out of ink", ErrStopped)
	s.admin("cancel", "-a", s.queue)
	s.admin("cupsenable", s.queue)

	s.admin("lpadmin", "-p", s.queue, "-o", "job-hold-until-default=indefinite")
	check("held", j, enough, true, "", ErrHeld)
	s.admin("cancel", "-a", s.queue)
	s.admin("lpadmin", "-p", s.queue, "-o", "job-hold-until-default=no-hold")

	damaged := j
	damaged.Path = write(t, filepath.Join(t.TempDir(), "damaged.pdf"), []byte("%PDF-1.4\nsecret words of a source\n"))
	check("damaged file", damaged, enough, true, "", ErrFailed)
	for policy, want := range map[string]error{"abort-job": ErrFailed, "stop-printer": ErrStopped, "retry-job": ErrWaiting} {
		s.admin("lpadmin", "-p", policy, "-v", "burn:/x", "-m", "raw", "-E", "-o", "printer-error-policy="+policy)
		s.admin("lpadmin", "-d", policy)
		check(policy, j, 5*time.Second, true, "fire", want)
		s.admin("cancel", "-a", policy)
	}

	// A printer that is switched off: nobody listens there.
	s.admin("lpadmin", "-p", "Off", "-v", "ipp://localhost:"+freePort(t)+"/ipp/print", "-m", "raw", "-E")
	s.admin("lpadmin", "-d", "Off")
	check("switched off", j, 3*time.Second, true, "", ErrWaiting, context.DeadlineExceeded)
	s.admin("cancel", "-a", "Off")

	ctx, cancel := context.WithTimeout(t.Context(), enough)
	defer cancel()
	removed := make(chan error)
	go func() {
		_, err := Print(ctx, j)
		removed <- err
	}()
	eventually(t, "the job is in the queue", func() bool { return s.admin("lpstat", "-o", "Off") != "" })
	s.admin("cancel", "-a", "Off")
	if err := <-removed; !errors.Is(err, ErrRemoved) {
		t.Errorf("removed by hand: got %v, want ErrRemoved", err)
	}

	t.Setenv("CUPS_SERVER", "/nonexistent/cups.sock")
	check("CUPS is not running", j, enough, false, "", ErrNoService)
}

// fakeLP puts a script in the place of lp, as the only program there is.
func fakeLP(t *testing.T, script string) {
	t.Helper()
	dir := t.TempDir()
	if script != "" {
		path := write(t, filepath.Join(dir, "lp"), []byte("#!/bin/sh\n"+script))
		if err := os.Chmod(path, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	noBus(t)
	t.Setenv("PATH", dir)
}

func TestNothingToPrintWith(t *testing.T) {
	fakeLP(t, "")
	j := Job{Path: write(t, filepath.Join(t.TempDir(), "a.pdf"), onePage(612, 792, "a")), Paper: "Letter"}
	if result, err := Print(t.Context(), j); !errors.Is(err, ErrNoMeans) || !errors.Is(err, exec.ErrNotFound) || result != (Result{}) {
		t.Errorf("got %+v, %v, want ErrNoMeans", result, err)
	}
	if got := Available(); got != None {
		t.Errorf("available: got %q, want none", got)
	}
}

func TestOddLP(t *testing.T) {
	j := Job{Path: write(t, filepath.Join(t.TempDir(), "a.pdf"), onePage(612, 792, "a")), Paper: "Letter"}
	for _, tt := range []struct {
		what, script string
		want         error
	}{
		{"hangs", "exec /bin/sleep 60", context.DeadlineExceeded},
		{"leaves a child that holds its pipes", "/bin/sleep 6 & exec /bin/sleep 60", context.DeadlineExceeded},
		{"no job", "exit 0", ErrUnknown},
		{"job, and no lpstat", "echo 'request id is A-b-7 (1 file(s))'", ErrUnknown},
		{"something else", "echo 'lp: Forbidden' >&2; exit 1", ErrFailed},
		{"says nothing", "exit 3", ErrFailed},
	} {
		fakeLP(t, tt.script)
		ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
		begin := time.Now()
		result, err := Print(ctx, j)
		cancel()
		if !errors.Is(err, tt.want) {
			t.Errorf("%s: got %+v, %v, want %v", tt.what, result, err, tt.want)
		}
		if took := time.Since(begin); took > 5*time.Second {
			t.Errorf("%s: took %v", tt.what, took)
		}
	}
}
