//go:build linux && !headless

package realwindow

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

const root = "../.."

// windowTags are those of script/lib.sh: other ones would mean minutes of
// building the GL binding again.
const windowTags = "x11,no_emoji,no_metadata,migrated_fynedo,nethttpomithttp2"

// executable returns the program: what BRIEFLINE_BIN names, or built for this run.
var executable = sync.OnceValues(func() (string, error) {
	if path := os.Getenv("BRIEFLINE_BIN"); path != "" {
		return filepath.Abs(path)
	}
	dir, err := os.MkdirTemp("", "briefline-bin")
	if err != nil {
		return "", err
	}
	atEnd(func() { _ = os.RemoveAll(dir) })
	cmd := exec.Command("go", "build", "-tags", windowTags, "-o", filepath.Join(dir, "briefline"), ".")
	cmd.Dir = root
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build the program: %w\n%s", err, out)
	}
	return filepath.Join(dir, "briefline"), nil
})

var finals []func()

// atEnd has something done after the last test.
func atEnd(do func()) { finals = append(finals, do) }

func TestMain(m *testing.M) {
	code := m.Run()
	for _, do := range finals {
		do()
	}
	os.Exit(code)
}

// home is where a person's files live; a new one is that of a first start.
type home string

func newHome(t *testing.T, settings string) home {
	t.Helper()
	h := home(t.TempDir())
	for _, dir := range []string{"config/briefline", "data", "cache"} {
		if err := os.MkdirAll(filepath.Join(string(h), dir), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if settings != "" {
		if err := os.WriteFile(filepath.Join(string(h), "config/briefline/settings.json"), []byte(settings), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return h
}

// env is a plain environment, so that no test depends on who runs it.
func (h home) env(s *screen) []string {
	in := func(dir string) string { return filepath.Join(string(h), dir) }
	return []string{
		"PATH=" + os.Getenv("PATH"), "LANG=C.UTF-8", "DISPLAY=" + s.display, "FYNE_SCALE=1", "HOME=" + string(h),
		"XDG_CONFIG_HOME=" + in("config"), "XDG_DATA_HOME=" + in("data"), "XDG_CACHE_HOME=" + in("cache"),
	}
}

// program is a running one with its window.
type program struct {
	*peer
	t      *testing.T
	screen *screen
	cmd    *exec.Cmd
	log    string
	ended  chan struct{}
	status error // once ended
	id     string
	window uint32
}

// start starts the program, waits for its first frame, which shows the bundled
// article's timeline or that of a copy of it, and gives it the keyboard. No
// window manager does on a screen this bare.
func start(t *testing.T, h home, args ...string) (*program, *image.RGBA) {
	t.Helper()
	return startUntil(t, h, painted, args...)
}

// startUntil is start for a first frame that shows something else.
func startUntil(t *testing.T, h home, shows func(*image.RGBA) bool, args ...string) (*program, *image.RGBA) {
	t.Helper()
	p := &program{t: t, screen: screenFor(t), log: filepath.Join(string(h), "log"), ended: make(chan struct{})}
	path, err := executable()
	if err != nil {
		t.Fatal(err)
	}
	p.peer = connect(t, p.screen.display)
	log, err := os.Create(p.log)
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	p.park()
	p.cmd = exec.Command(path, args...)
	p.cmd.Env, p.cmd.Stdout, p.cmd.Stderr = h.env(p.screen), log, log
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		p.status = p.cmd.Wait()
		close(p.ended)
	}()
	t.Cleanup(func() {
		_ = p.cmd.Process.Kill()
		<-p.ended
	})
	p.until("a window", func() bool {
		// Fails while there is none.
		out, err := p.screen.xdo("search", "--onlyvisible", "--pid", strconv.Itoa(p.cmd.Process.Pid))
		id, err2 := strconv.ParseUint(out, 10, 32)
		p.id, p.window = out, uint32(id)
		return err == nil && err2 == nil
	})
	first := p.await("the first frame", shows)
	p.xdo("windowfocus", "--sync", p.id)
	return p, first
}

// quit closes the window and waits for the program to end well.
func (p *program) quit() {
	p.t.Helper()
	p.peer.close(p.t, p.window)
	select {
	case <-p.ended:
	case <-time.After(patience):
		p.t.Fatalf("the program still runs after its window was closed%s", p.said())
	}
	if p.status != nil {
		p.t.Fatalf("closed: %v, want a clean end%s", p.status, p.said())
	}
}

func (p *program) xdo(args ...string) string {
	p.t.Helper()
	out, err := p.screen.xdo(args...)
	if err == nil {
		return out
	}
	select { // a window that is gone says little; why it went says more
	case <-p.ended:
		p.t.Fatalf("the program ended by itself: %v%s", p.status, p.said())
	case <-time.After(time.Second):
		p.t.Fatal(err)
	}
	return ""
}

// park puts the pointer where it rests on nothing.
func (p *program) park() {
	p.t.Helper()
	p.xdo("mousemove", strconv.Itoa(screenWidth-1), strconv.Itoa(screenHeight-1))
}

// click clicks times times on a place of the window and takes the pointer away:
// button 1 is the left one, 4 the wheel turned away.
func (p *program) click(at image.Point, button, times int) {
	p.t.Helper()
	p.xdo("mousemove", "--window", p.id, strconv.Itoa(at.X), strconv.Itoa(at.Y),
		"click", "--repeat", strconv.Itoa(times), "--delay", "60", strconv.Itoa(button))
	p.park()
}

// drag moves the pointer from place to place with the left button down.
func (p *program) drag(from, to image.Point) {
	p.t.Helper()
	args := []string{"mousemove", "--window", p.id, strconv.Itoa(from.X), strconv.Itoa(from.Y), "mousedown", "1"}
	const steps = 8
	for i := 1; i <= steps; i++ {
		at := from.Add(to.Sub(from).Mul(i).Div(steps))
		args = append(args, "mousemove", "--window", p.id, strconv.Itoa(at.X), strconv.Itoa(at.Y))
	}
	p.xdo(append(args, "mouseup", "1")...)
	p.park()
}

// key presses keys such as "Escape" or "ctrl+k".
func (p *program) key(names ...string) {
	p.t.Helper()
	p.xdo(append([]string{"key", "--delay", "30"}, names...)...)
}

// copied drags over a text, copies it and returns it from the clipboard, its
// white space made plain.
func (p *program) copied(from, to image.Point) (text string) {
	p.t.Helper()
	p.drag(from, to)
	p.key("ctrl+c")
	if !p.poll(func() bool {
		text = strings.Join(strings.Fields(p.clipboard(p.t)), " ")
		return text != ""
	}) {
		p.t.Fatalf("waited %v for a text in the clipboard; see %s%s", patience, keep(p.t, "last", p.picture()), p.said())
	}
	return text
}

// picture returns what the window shows now.
func (p *program) picture() *image.RGBA {
	p.t.Helper()
	var number, x, y, w, h, on int
	shell := strings.NewReplacer("=", " ", "\n", " ").Replace(p.xdo("getwindowgeometry", "--shell", p.id))
	var name [6]string
	if _, err := fmt.Sscan(shell, &name[0], &number, &name[1], &x, &name[2], &y, &name[3], &w, &name[4], &h, &name[5], &on); err != nil {
		p.t.Fatalf("geometry %q: %v", shell, err)
	}
	img, err := p.screen.picture(image.Rect(x, y, x+w, y+h))
	if err != nil {
		p.t.Fatal(err)
	}
	return img
}

// until asks until the answer is yes. It fails the test when that takes too long
// or the program ends.
func (p *program) until(what string, yes func() bool) {
	p.t.Helper()
	if !p.poll(yes) {
		p.t.Fatalf("waited %v for %s%s", patience, what, p.said())
	}
}

func (p *program) poll(yes func() bool) bool {
	p.t.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); {
		if yes() {
			return true
		}
		select {
		case <-p.ended:
			p.t.Fatalf("the program ended by itself: %v%s", p.status, p.said())
		case <-time.After(30 * time.Millisecond): // only spares the processor
		}
	}
	return false
}

// await returns the first picture that has something and stands still. When it
// does not come, the last picture and those beside it are left for a look.
func (p *program) await(what string, has func(*image.RGBA) bool, beside ...*image.RGBA) *image.RGBA {
	p.t.Helper()
	var last, now *image.RGBA
	if !p.poll(func() bool {
		last, now = now, p.picture()
		return has(now) && last != nil && bytes.Equal(last.Pix, now.Pix)
	}) {
		where := []string{keep(p.t, "last", now)}
		for i, img := range beside {
			where = append(where, keep(p.t, fmt.Sprint("beside-", i+1), img))
		}
		p.t.Fatalf("waited %v for %s; see %s%s", patience, what, strings.Join(where, ", "), p.said())
	}
	return now
}

// said is the program's log, for the end of a message.
func (p *program) said() string {
	log, _ := os.ReadFile(p.log)
	return "; the program said:\n" + string(log)
}

// snapshot returns the same window painted without a display.
func (p *program) snapshot(size image.Point, args ...string) *image.RGBA {
	p.t.Helper()
	out := filepath.Join(p.t.TempDir(), "snapshot.png")
	args = append([]string{"snapshot", "-o", out, "--size", fmt.Sprintf("%dx%d", size.X, size.Y)}, args...)
	cmd := exec.Command(p.cmd.Path, args...)
	cmd.Env = p.cmd.Env
	if said, err := cmd.CombinedOutput(); err != nil {
		p.t.Fatalf("%q: %v: %s", args, err, said)
	}
	f, err := os.Open(out)
	if err != nil {
		p.t.Fatal(err)
	}
	defer f.Close()
	src, err := png.Decode(f)
	if err != nil {
		p.t.Fatal(err)
	}
	img := image.NewRGBA(src.Bounds())
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			img.Set(x, y, src.At(x, y))
		}
	}
	return img
}

// keep writes a picture to out/realwindow, and returns its path.
func keep(t *testing.T, name string, img *image.RGBA) string {
	t.Helper()
	dir, err := filepath.Abs(filepath.Join(root, "out", "realwindow"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, strings.ReplaceAll(t.Name(), "/", "-")+"-"+name+".png")
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}
