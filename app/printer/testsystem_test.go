//go:build linux

package printer

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// program returns the path of a program that a test cannot do without. Where it
// is missing the test is skipped, and fails on CI, where ./script/test has
// installed the package.
func program(t *testing.T, name, debian string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	for _, dir := range []string{"/usr/sbin", "/sbin", "/usr/local/sbin"} { // not on everybody's PATH
		if err != nil {
			path, err = exec.LookPath(filepath.Join(dir, name))
		}
	}
	if err != nil {
		missing(t, fmt.Sprintf("no %s: install the package %s", name, debian))
	}
	return path
}

func missing(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatalf("NOT TESTED: %s", what)
	}
	t.Skipf("NOT TESTED: %s", what)
}

// folder returns a folder that is short enough for the path of a socket, and
// that the user whom cupsd runs its filters as may enter.
func folder(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "blp")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

func write(t *testing.T, path string, content []byte) string {
	t.Helper()
	if err := os.WriteFile(path, content, 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// start starts a program and ends it with the test. It returns what the program
// writes.
func start(t *testing.T, cmd *exec.Cmd) *locked {
	t.Helper()
	log := new(locked)
	if cmd.Stdout == nil {
		cmd.Stdout = log
	}
	cmd.Stderr = log
	cmd.WaitDelay = time.Second
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGTERM} // also when the test is killed
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		_ = cmd.Wait() // ended by a signal, always
	}()
	t.Cleanup(func() {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		select {
		case <-ended:
		case <-time.After(5 * time.Second):
			_ = cmd.Process.Kill()
			<-ended
		}
		if t.Failed() {
			t.Logf("%s:\n%s", filepath.Base(cmd.Path), log.tail(40000))
		}
	})
	return log
}

// locked is a buffer that a program fills while the test reads.
type locked struct {
	mutex sync.Mutex
	bytes bytes.Buffer
}

func (l *locked) Write(p []byte) (int, error) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return l.bytes.Write(p)
}

func (l *locked) tail(n int) string {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	s := l.bytes.String()
	return s[max(0, len(s)-n):]
}

// eventually asks until it is so: for things of other processes that tell
// nobody when they are ready.
func eventually(t *testing.T, what string, so func() bool) {
	t.Helper()
	for limit := time.Now().Add(20 * time.Second); !so(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(limit) {
			t.Fatalf("not in 20 s: %s", what)
		}
	}
}

// startBus starts a message bus without any service on it, and returns its
// address.
func startBus(t *testing.T) string {
	t.Helper()
	daemon := program(t, "dbus-daemon", "dbus-daemon")
	dir := folder(t)
	config := write(t, filepath.Join(dir, "bus.conf"), []byte(`<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path=`+filepath.Join(dir, "bus")+`</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy></busconfig>
`))
	cmd := exec.Command(daemon, "--nofork", "--nopidfile", "--print-address=1", "--config-file="+config)
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	cmd.Stdout = w
	start(t, cmd)
	w.Close()
	address, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		t.Fatalf("dbus-daemon gave no address: %v", err)
	}
	return strings.TrimSpace(address)
}

func connect(t *testing.T, address string) *dbus.Conn {
	t.Helper()
	conn, err := dbus.Connect(address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	return conn
}

func own(t *testing.T, conn *dbus.Conn, name string) {
	t.Helper()
	if reply, err := conn.RequestName(name, dbus.NameFlagDoNotQueue); err != nil || reply != dbus.RequestNameReplyPrimaryOwner {
		t.Fatalf("own %s: %v, %v", name, reply, err)
	}
}

// avahi is as much of Avahi as ippeveprinter wants: it does not start where it
// cannot announce itself. The real one would tell the whole network.
type avahi struct{}

func (avahi) GetAPIVersion() (uint32, *dbus.Error)    { return 0x0201, nil }
func (avahi) GetState() (int32, *dbus.Error)          { return 2, nil } // running; of a group: established
func (avahi) GetVersionString() (string, *dbus.Error) { return "avahi 0.8", nil }
func (avahi) GetHostName() (string, *dbus.Error)      { return "localhost", nil }
func (avahi) GetHostNameFqdn() (string, *dbus.Error)  { return "localhost", nil }
func (avahi) Commit() *dbus.Error                     { return nil }
func (avahi) Reset() *dbus.Error                      { return nil }
func (avahi) Free() *dbus.Error                       { return nil }

func (avahi) EntryGroupNew() (dbus.ObjectPath, *dbus.Error) { return "/group", nil }

func (avahi) AddService(int32, int32, uint32, string, string, string, string, uint16, [][]byte) *dbus.Error {
	return nil
}
func (avahi) AddServiceSubtype(int32, int32, uint32, string, string, string, string) *dbus.Error {
	return nil
}

// printSystem is CUPS on a socket of its own, with a printer on loopback.
type printSystem struct {
	t      *testing.T
	queue  string
	output string  // folder of what arrives at the printer
	log    *locked // of the printer: each request and answer
}

// startPrinting starts CUPS and an IPP Everywhere printer that takes PDF and
// loads Letter. The environment of the test leads lp to it.
func startPrinting(t *testing.T) *printSystem {
	t.Helper()
	s := &printSystem{t: t, queue: "Test"}
	cupsd := program(t, "cupsd", "cups-daemon")
	program(t, "lp", "cups-client")
	ippeve := program(t, "ippeveprinter", "cups-ipp-utils")
	if _, err := os.Stat("/usr/lib/cups/filter/pdftopdf"); err != nil {
		missing(t, "no pdftopdf: install the package cups-filters")
	}
	dir := folder(t)
	s.output = filepath.Join(dir, "out")
	for _, name := range []string{"etc", "run", "cache", "spool", "tmp", "bin/backend", "out"} {
		if err := os.MkdirAll(filepath.Join(dir, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}

	bus := startBus(t)
	conn := connect(t, bus)
	for path, name := range map[dbus.ObjectPath]string{"/": "Server", "/group": "EntryGroup"} {
		if err := conn.Export(avahi{}, path, "org.freedesktop.Avahi."+name); err != nil {
			t.Fatal(err)
		}
	}
	own(t, conn, "org.freedesktop.Avahi")

	port := freePort(t)
	printer := exec.Command(ippeve, "-vv", "-k", "-n", "localhost", "-p", port, "-d", s.output, "-s", "10,10",
		"-f", "application/pdf,image/pwg-raster,image/jpeg",
		"-c", program(t, "true", "coreutils"), "Test") // without a command it plays printing for up to 15 s
	printer.Env = append(os.Environ(), "DBUS_SYSTEM_BUS_ADDRESS="+bus, "HOME="+dir)
	s.log = start(t, printer)
	eventually(t, "the printer listens", func() bool { return listens("localhost", port) })
	onlyLoopback(t, port)

	s.startCUPS(cupsd, dir, bus)
	s.admin("lpadmin", "-p", s.queue, "-v", "ipp://localhost:"+port+"/ipp/print", "-m", "everywhere", "-E")
	return s
}

func (s *printSystem) startCUPS(cupsd, dir, bus string) {
	t := s.t
	t.Helper()
	// Only root may start the backend where it stands, so the test has a copy.
	for _, name := range []string{"filter", "daemon", "notifier", "driver", "cgi-bin", "monitor"} {
		_ = os.Symlink(filepath.Join("/usr/lib/cups", name), filepath.Join(dir, "bin", name))
	}
	backend, err := os.ReadFile("/usr/lib/cups/backend/ipp")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "bin/backend/ipp"), backend, 0o755); err != nil {
		t.Fatal(err)
	}
	giveUp := []byte("#!/bin/sh\n[ $# -gt 0 ] || exit 0\necho 'ERROR: The printer caught fire' >&2\nexit 1\n")
	if err := os.WriteFile(filepath.Join(dir, "bin/backend/burn"), giveUp, 0o755); err != nil {
		t.Fatal(err)
	}
	files := write(t, filepath.Join(dir, "etc/cups-files.conf"), []byte(strings.ReplaceAll(`ServerRoot DIR/etc
ServerBin DIR/bin
StateDir DIR/run
CacheDir DIR/cache
RequestRoot DIR/spool
TempDir DIR/tmp
AccessLog DIR/access
PageLog DIR/page
ErrorLog stderr
Sandboxing Relaxed
`, "DIR", dir)))
	config := write(t, filepath.Join(dir, "etc/cupsd.conf"), []byte(strings.ReplaceAll(`Listen DIR/run/sock
LogLevel debug
Browsing No
WebInterface No
DefaultAuthType None
ErrorPolicy abort-job
<Location />
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order allow,deny
Allow all
</Limit>
</Policy>
`, "DIR", dir)))
	daemon := exec.Command(cupsd, "-f", "-c", config, "-s", files)
	daemon.Env = append(os.Environ(), "DBUS_SYSTEM_BUS_ADDRESS="+bus)
	start(t, daemon)

	t.Setenv("CUPS_SERVER", filepath.Join(dir, "run/sock"))
	t.Setenv("HOME", dir) // no lpoptions of whoever runs the test
	for _, name := range []string{"LPDEST", "PRINTER", "CUPS_ENCRYPTION", "CUPS_USER", "IPP_PORT"} {
		t.Setenv(name, "") // brings the old value back after the test
		os.Unsetenv(name)
	}
	noBus(t)
	eventually(t, "CUPS answers", func() bool {
		out, _, err := run(t.Context(), 5*time.Second, "lpstat", "-r")
		return err == nil && strings.Contains(out, "is running")
	})
}

// admin runs one of CUPS's own commands.
func (s *printSystem) admin(name string, args ...string) string {
	s.t.Helper()
	path := program(s.t, name, "cups-client")
	out, said, err := run(context.Background(), 20*time.Second, path, args...)
	if err != nil {
		s.t.Fatalf("%s %q: %v", name, args, err)
	}
	return out + said
}

// noBus leads the session bus into nothing.
func noBus(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus")
}

func listens(host, port string) bool {
	conn, err := net.DialTimeout("tcp", net.JoinHostPort(host, port), time.Second)
	if err == nil {
		conn.Close()
	}
	return err == nil
}

// onlyLoopback fails the test when this machine's other addresses answer.
func onlyLoopback(t *testing.T, port string) {
	t.Helper()
	addresses, err := net.InterfaceAddrs()
	if err != nil {
		t.Fatal(err)
	}
	for _, address := range addresses {
		if ip, ok := address.(*net.IPNet); ok && ip.IP.IsGlobalUnicast() && listens(ip.IP.String(), port) {
			t.Fatalf("the test printer listens on %s too", ip.IP)
		}
	}
}

func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return strconv.Itoa(l.Addr().(*net.TCPAddr).Port)
}

// onePage returns a PDF of one page: a grey triangle to half an inch from its
// edges (a frame would be fitted to whole pixels), and one line of text.
func onePage(width, height float64, text string) []byte {
	content := fmt.Sprintf("0.8 g 36 36 m %g 36 l %g %g l f\n0 g BT /F1 24 Tf 72 %g Td (%s) Tj ET\n", width-36, width/2, height-36, height-144, text)
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %g %g] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>", width, height),
		fmt.Sprintf("<< /Length %d >>\nstream\n%sendstream", len(content), content),
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
	}
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	var table strings.Builder
	for i, object := range objects {
		fmt.Fprintf(&table, "%010d 00000 n \n", b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, table.String(), len(objects)+1, xref)
	return b.Bytes()
}
