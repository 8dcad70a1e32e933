//go:build linux && !headless

package realwindow

import (
	"encoding/binary"
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// patience is how long anything may take before a test gives up. It is long
// because machines are busy, and costs nothing when all is well.
const patience = 60 * time.Second

// Size of the screen in pixels.
const screenWidth, screenHeight = 1600, 1000

// screen is an X screen in memory.
type screen struct {
	display string // ":7"
	frame   string // file of the pixels, which the server keeps up to date
	cmd     *exec.Cmd
	dir     string
}

// theScreen starts the one screen of all tests.
var theScreen = sync.OnceValues(func() (*screen, error) {
	dir, err := os.MkdirTemp("", "briefline-screen")
	if err != nil {
		return nil, err
	}
	s := &screen{dir: dir, frame: filepath.Join(dir, "Xvfb_screen0")}
	r, w, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	size := fmt.Sprintf("%dx%dx24", screenWidth, screenHeight)
	s.cmd = exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", size, "-fbdir", dir, "-nolisten", "tcp", "-noreset")
	s.cmd.ExtraFiles = []*os.File{w}
	log, err := os.Create(filepath.Join(dir, "log"))
	if err != nil {
		return nil, err
	}
	s.cmd.Stdout, s.cmd.Stderr = log, log
	err = s.cmd.Start()
	w.Close()
	if err != nil {
		return nil, err
	}
	var number string
	if _, err := fmt.Fscan(r, &number); err != nil {
		said, _ := os.ReadFile(log.Name())
		return nil, fmt.Errorf("start Xvfb: %w: %s", err, said)
	}
	s.display = ":" + number
	atEnd(s.stop)
	return s, nil
})

func (s *screen) stop() {
	// On SIGTERM it takes its socket and lock file away with it.
	_ = s.cmd.Process.Signal(os.Interrupt)
	_ = s.cmd.Wait()
	_ = os.RemoveAll(s.dir)
}

// screenFor returns the screen. Where it cannot be had the test is skipped, but
// fails in CI: a test that is never run proves nothing.
func screenFor(t *testing.T) *screen {
	t.Helper()
	for _, tool := range []string{"Xvfb", "xdotool"} {
		if _, err := exec.LookPath(tool); err == nil {
			continue
		}
		if os.Getenv("CI") == "true" {
			t.Fatalf("%s is missing: apt-get install xvfb xdotool", tool)
		}
		t.Skipf("NOT TESTED: the real window (%s is missing: apt-get install xvfb xdotool)", tool)
	}
	s, err := theScreen()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// xdo runs xdotool and returns what it says.
func (s *screen) xdo(args ...string) (string, error) {
	cmd := exec.Command("xdotool", args...)
	cmd.Env = append(os.Environ(), "DISPLAY="+s.display)
	out, err := cmd.CombinedOutput()
	if err != nil {
		err = fmt.Errorf("xdotool %s: %w: %s", strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out)), err
}

// picture returns the pixels of a part of the screen. The file is an XWD dump:
// a header of 32-bit big-endian words, a table of colours of 12 bytes each, then
// the pixels, blue first (XWDFile.h).
func (s *screen) picture(part image.Rectangle) (*image.RGBA, error) {
	data, err := os.ReadFile(s.frame)
	if err != nil {
		return nil, err
	}
	word := func(i int) int { return int(binary.BigEndian.Uint32(data[4*i:])) }
	const headerSize, bitsPerPixel, bytesPerLine, colours = 0, 11, 12, 19
	if len(data) < 100 || word(bitsPerPixel) != 32 {
		return nil, fmt.Errorf("read %s: no picture of 32 bits a pixel", s.frame)
	}
	start, line := word(headerSize)+12*word(colours), word(bytesPerLine)
	part = part.Intersect(image.Rect(0, 0, screenWidth, screenHeight))
	img := image.NewRGBA(image.Rect(0, 0, part.Dx(), part.Dy()))
	for y := range part.Dy() {
		from := data[start+(part.Min.Y+y)*line+4*part.Min.X:]
		to := img.Pix[y*img.Stride:]
		for x := 0; x < 4*part.Dx(); x += 4 {
			to[x], to[x+1], to[x+2], to[x+3] = from[x+2], from[x+1], from[x], 0xFF
		}
	}
	return img, nil
}
