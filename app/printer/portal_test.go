//go:build linux

package printer

import (
	"context"
	"errors"
	"io"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// fakePortal stands in for xdg-desktop-portal: it answers as told, and keeps
// what it was asked. No real dialog is tested here.
type fakePortal struct {
	conn     *dbus.Conn
	prepared uint32        // response of PreparePrint
	printed  uint32        // response of Print
	refusal  *dbus.Error   // of PreparePrint itself
	vanish   bool          // leave the bus in place of a response
	silent   bool          // never respond
	oldPath  bool          // a handle of the portal's own making, as before 0.9
	noToken  bool          // leave out the token of the answered dialog
	asked    chan struct{} // closed when a silent dialog is up

	mutex    sync.Mutex
	calls    []string // window and title of each call, by method
	settings map[string]dbus.Variant
	setup    map[string]dbus.Variant
	options  []map[string]dbus.Variant
	content  string
	closed   chan dbus.ObjectPath
}

const fakeToken = 4711

func startPortal(t *testing.T, p *fakePortal) *fakePortal {
	t.Helper()
	address := startBus(t)
	p.conn = connect(t, address)
	p.closed, p.asked = make(chan dbus.ObjectPath, 4), make(chan struct{})
	if err := p.conn.Export(p, portalPath, portalPrint); err != nil {
		t.Fatal(err)
	}
	if err := p.conn.ExportMethodTable(map[string]any{
		"Get": func(iface, name string) (dbus.Variant, *dbus.Error) { return dbus.MakeVariant(uint32(3)), nil },
	}, portalPath, "org.freedesktop.DBus.Properties"); err != nil {
		t.Fatal(err)
	}
	own(t, p.conn, portalName)
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", address)
	return p
}

func (p *fakePortal) PreparePrint(msg dbus.Message, window, title string, settings, setup, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	if p.refusal != nil {
		return "", p.refusal
	}
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.calls = append(p.calls, "PreparePrint "+window+" "+title)
	p.settings, p.setup, p.options = settings, setup, append(p.options, options)
	results := map[string]dbus.Variant{"settings": dbus.MakeVariant(settings), "page-setup": dbus.MakeVariant(setup)}
	if !p.noToken {
		results["token"] = dbus.MakeVariant(uint32(fakeToken))
	}
	return p.respond(msg, options, p.prepared, results)
}

func (p *fakePortal) Print(msg dbus.Message, window, title string, fd dbus.UnixFD, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	f := os.NewFile(uintptr(fd), "passed")
	defer f.Close()
	content, err := io.ReadAll(f)
	if err != nil {
		return "", dbus.MakeFailedError(err)
	}
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.calls = append(p.calls, "Print "+window+" "+title)
	p.content, p.options = string(content), append(p.options, options)
	return p.respond(msg, options, p.printed, map[string]dbus.Variant{})
}

// respond puts the answer onto the bus before the method returns: the earliest
// that a client may get it.
func (p *fakePortal) respond(msg dbus.Message, options map[string]dbus.Variant, code uint32, results map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	sender, _ := msg.Headers[dbus.FieldSender].Value().(string)
	token, _ := options["handle_token"].Value().(string)
	handle := dbus.ObjectPath("/org/freedesktop/portal/desktop/request/" + strings.ReplaceAll(sender[1:], ".", "_") + "/" + token)
	if p.oldPath {
		handle = "/org/freedesktop/portal/desktop/request/1234"
	}
	closer := func() *dbus.Error { p.closed <- handle; return nil }
	if err := p.conn.ExportMethodTable(map[string]any{"Close": closer}, handle, portalRequest); err != nil {
		return "", dbus.MakeFailedError(err)
	}
	switch {
	case p.silent:
		time.AfterFunc(200*time.Millisecond, func() { close(p.asked) }) // when the handle is through
	case p.vanish:
		if _, err := p.conn.ReleaseName(portalName); err != nil {
			return "", dbus.MakeFailedError(err)
		}
	default:
		// Somebody else's answer is none to us.
		_ = p.conn.Emit("/org/freedesktop/portal/desktop/request/1_99/other", portalRequest+".Response", uint32(1), results)
		if err := p.conn.Emit(handle, portalRequest+".Response", code, results); err != nil {
			return "", dbus.MakeFailedError(err)
		}
	}
	return handle, nil
}

func portalJob(t *testing.T) Job {
	return Job{
		Path:   write(t, filepath.Join(t.TempDir(), "a.pdf"), onePage(595.276, 841.89, "A page")),
		Title:  "Briefing/«یک»",
		Paper:  "A4",
		Window: "x11:1a2b3c",
	}
}

func TestPrintByPortal(t *testing.T) {
	for _, old := range []bool{false, true} {
		p := startPortal(t, &fakePortal{oldPath: old})
		if got := Available(); got != Portal {
			t.Errorf("available: got %q, want %q", got, Portal)
		}
		j := portalJob(t)
		result, err := Print(t.Context(), j)
		if want := (Result{Means: Portal}); err != nil || result != want {
			t.Fatalf("got %+v, %v, want %+v", result, err, want)
		}
		p.mutex.Lock()
		defer p.mutex.Unlock()
		call := j.Window + " " + j.Title
		if got, want := strings.Join(p.calls, "\n"), "PreparePrint "+call+"\nPrint "+call; got != want {
			t.Errorf("got calls\n%s\nwant\n%s", got, want)
		}
		if want, err := os.ReadFile(j.Path); err != nil || p.content != string(want) {
			t.Errorf("got %d bytes in the file passed, want %d", len(p.content), len(want))
		}
		has(t, "settings", p.settings, map[string]any{"paper-format": "iso_a4", "paper-width": "210", "paper-height": "297",
			"orientation": "portrait", "output-basename": "Briefing-«یک»"})
		has(t, "page setup", p.setup, map[string]any{"Name": "iso_a4", "PPDName": "A4", "Width": 210.0, "Height": 297.0, "MarginTop": 0.0, "Orientation": "portrait"})
		has(t, "options of Print", p.options[1], map[string]any{"token": uint32(fakeToken), "modal": true})
		if _, ok := p.options[0]["token"]; ok {
			t.Error("PreparePrint: got a token, want none")
		}
		if a, b := p.options[0]["handle_token"].Value(), p.options[1]["handle_token"].Value(); a == b || a == nil {
			t.Errorf("got handle tokens %v and %v, want two", a, b)
		}
	}
}

func has(t *testing.T, what string, got map[string]dbus.Variant, want map[string]any) {
	t.Helper()
	for name, value := range want {
		if got[name].Value() != value {
			t.Errorf("%s: got %s = %v, want %v", what, name, got[name], value)
		}
	}
}

func TestPortalAnswers(t *testing.T) {
	for _, tt := range []struct {
		what   string
		portal *fakePortal
		want   Result
		err    error
	}{
		{"cancelled in the dialog", &fakePortal{prepared: 1}, Result{Means: Portal, Cancelled: true}, nil},
		{"cancelled at the end", &fakePortal{printed: 1}, Result{Means: Portal, Cancelled: true}, nil},
		{"dialog fails", &fakePortal{prepared: 2}, Result{}, ErrFailed},
		{"printing fails", &fakePortal{printed: 2}, Result{}, ErrFailed},
		{"no token", &fakePortal{noToken: true}, Result{}, ErrFailed},
		{"portal dies", &fakePortal{vanish: true}, Result{}, ErrFailed},
		{"portal refuses", &fakePortal{refusal: dbus.NewError("org.freedesktop.portal.Error.NotAllowed", []any{"printing is locked"})}, Result{}, ErrFailed},
		// A portal without a print dialog, as with wlroots: on to lp, which is not there.
		{"no dialog", &fakePortal{refusal: dbus.NewError("org.freedesktop.DBus.Error.UnknownMethod", []any{"no such interface"})}, Result{}, ErrNoMeans},
	} {
		t.Run(tt.what, func(t *testing.T) {
			j := portalJob(t)
			startPortal(t, tt.portal)
			t.Setenv("PATH", t.TempDir())
			ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
			defer cancel()
			result, err := Print(ctx, j)
			if result != tt.want || !errors.Is(err, tt.err) {
				t.Errorf("got %+v, %v, want %+v, %v", result, err, tt.want, tt.err)
			}
		})
	}
}

// A dialog does not outlive the context, and nothing of the print does.
func TestPortalContextEnds(t *testing.T) {
	for _, old := range []bool{false, true} {
		p := startPortal(t, &fakePortal{silent: true, oldPath: old})
		j := portalJob(t)
		before := runtime.NumGoroutine()
		ctx, cancel := context.WithCancel(t.Context())
		go func() { <-p.asked; cancel() }()
		if result, err := Print(ctx, j); !errors.Is(err, context.Canceled) || result != (Result{}) {
			t.Errorf("got %+v, %v, want context.Canceled", result, err)
		}
		select {
		case handle := <-p.closed:
			if old != (handle == "/org/freedesktop/portal/desktop/request/1234") {
				t.Errorf("got %s closed", handle)
			}
		case <-time.After(10 * time.Second):
			t.Error("the dialog was not closed")
		}
		eventually(t, "all goroutines have ended", func() bool { return runtime.NumGoroutine() <= before })
	}
}

// Nobody there, and somebody who never answers: both are no portal.
func TestNoPortal(t *testing.T) {
	lone := startBus(t)
	dumb, err := net.Listen("unix", filepath.Join(folder(t), "bus"))
	if err != nil {
		t.Fatal(err)
	}
	defer dumb.Close() // connections wait in its queue
	j := portalJob(t)
	fakeLP(t, "")
	for what, address := range map[string]string{
		"no socket":      "unix:path=/nonexistent/bus",
		"no address":     "nonsense",
		"bus is dumb":    "unix:path=" + dumb.Addr().String(),
		"bus, no portal": lone,
	} {
		t.Setenv("DBUS_SESSION_BUS_ADDRESS", address)
		before, begin := runtime.NumGoroutine(), time.Now()
		if got := Available(); got != None {
			t.Errorf("%s: available: got %q, want none", what, got)
		}
		if result, err := Print(t.Context(), j); !errors.Is(err, ErrNoMeans) {
			t.Errorf("%s: got %+v, %v, want ErrNoMeans", what, result, err)
		}
		if took := time.Since(begin); took > 2*busLimit+3*time.Second {
			t.Errorf("%s: took %v", what, took)
		}
		eventually(t, what+": all goroutines have ended", func() bool { return runtime.NumGoroutine() <= before })
	}
}
