package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"briefline/app/about"
	"briefline/app/briefing"
	"briefline/app/desk"
)

// The scripts run the real command line, with a window and a painter that say
// what they were asked for.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"briefline": func() {
		os.Exit(Run(Env{
			Args: os.Args[1:], Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
			Program: about.Program{Version: "1.2.3", Build: 4, Commit: "8e8638d"},
			Window:  fakeWindow, Snapshot: fakeSnapshot,
		}))
	}})
}

func fakeWindow(o desk.Window) error {
	if os.Getenv("NO_DISPLAY") != "" {
		return errors.New("no display")
	}
	data := o.Bundled
	var err error
	switch {
	case o.Start != nil:
		data, err = o.Start()
	case o.File != "":
		data, err = o.Bytes(o.File)
	}
	if err != nil {
		return err
	}
	if data == nil {
		b, err := o.Draft(context.Background(), o.File, "")
		if err != nil {
			return err
		}
		fmt.Printf("window file=%q draft=%q\n", o.File, b.Title.Text)
		return nil
	}
	b, err := briefing.Read(bytes.NewReader(data))
	if err != nil {
		return err
	}
	fmt.Printf("window file=%q title=%q\n", o.File, b.Title.Text)
	return nil
}

func fakeSnapshot(o desk.Picture) (image.Image, error) {
	if os.Getenv("NO_PAINT") != "" {
		return nil, errors.New("out of paint")
	}
	fmt.Printf("snapshot title=%q dark=%t select=%q scale=%g\n", o.Briefing.Title.Text, o.Dark, o.Select, o.Scale)
	return image.NewRGBA(image.Rect(0, 0, int(float32(o.Width)*o.Scale), int(float32(o.Height)*o.Scale))), nil
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			// The race detector waits a second as a program ends, for others' goroutines.
			env.Setenv("GORACE", os.Getenv("GORACE")+" atexit_sleep_ms=0")
			return nil
		},
		// Containers and bare roots may have no pseudo-terminals to test with.
		Condition: func(cond string) (bool, error) {
			if cond != "tty" {
				return false, fmt.Errorf("unknown condition %q", cond)
			}
			f, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
			if err != nil {
				return false, nil
			}
			return runtime.GOOS == "linux", f.Close()
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": status,
			"blank":  blank,
			"pixels": pixels,
			"mark":   mark,
			"holds":  holdsFiles,
		},
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
	})
}

// status N COMMAND...: the command ends with that exit status.
func status(ts *testscript.TestScript, neg bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	err = ts.Exec(args[1], args[2:]...)
	if ended := (*exec.ExitError)(nil); errors.As(err, &ended) {
		got = ended.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("got exit status %d, want %d", got, want)
	}
}

// blank FILE BYTES: a file of that many zero bytes, most of which take no disk.
func blank(ts *testscript.TestScript, neg bool, args []string) {
	size, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	path := ts.MkAbs(args[0])
	ts.Check(os.WriteFile(path, nil, 0o644))
	ts.Check(os.Truncate(path, size))
}

// mark FILE TEXT: the file begins with the text from now on.
func mark(ts *testscript.TestScript, neg bool, args []string) {
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_WRONLY, 0)
	ts.Check(err)
	_, err = f.WriteString(args[1])
	ts.Check(errors.Join(err, f.Close()))
}

// holds FOLDER FILE...: these files are in the folder, and no others.
func holdsFiles(ts *testscript.TestScript, neg bool, args []string) {
	entries, err := os.ReadDir(ts.MkAbs(args[0]))
	ts.Check(err)
	var got []string
	for _, entry := range entries {
		got = append(got, entry.Name())
	}
	want := slices.Sorted(slices.Values(args[1:]))
	if !slices.Equal(got, want) {
		ts.Fatalf("got %q, want %q", got, want)
	}
}

// pixels FILE WIDTHxHEIGHT: the file is a PNG of that size.
func pixels(ts *testscript.TestScript, neg bool, args []string) {
	f, err := os.Open(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	picture, err := png.DecodeConfig(f)
	ts.Check(err)
	if got := fmt.Sprintf("%dx%d", picture.Width, picture.Height); got != args[1] {
		ts.Fatalf("got %s, want %s", got, args[1])
	}
}
